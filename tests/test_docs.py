"""What `make docs` writes is what stands in the repository."""

import subprocess
import sys
from pathlib import Path

from smartplan.explain import FAMILIES, families
from smartplan.rules import kinds

ROOT = Path(__file__).parent.parent


def test_the_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0


def test_every_code_belongs_to_a_family() -> None:
    assert {code[:3] for code in kinds()} <= set(FAMILIES)
    assert sorted(kind.code for _, members in families() for kind in members) == sorted(kinds())

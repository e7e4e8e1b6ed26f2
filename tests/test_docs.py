"""What `make docs` writes is what stands in the repository."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from smartplan.explain import FAMILIES, families, title
from smartplan.language import Language
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


@pytest.mark.parametrize("language", list(Language))
def test_every_page_has_a_heading_of_its_own(language: Language) -> None:
    headings = {code: title(kind, language) for code, kind in kinds().items()}

    counted = Counter(headings.values())
    assert [code for code, said in headings.items() if counted[said] > 1] == []


@pytest.mark.parametrize("language", list(Language))
def test_a_heading_says_what_it_is_about(language: Language) -> None:
    """It starts with a word, and no more than a name or two is left open."""
    headings = {code: title(kind, language) for code, kind in kinds().items()}

    unclear = re.compile(r"^`?…|…`? `?…|…`?…| ,|: ?$|, …$|\{")
    assert {c: s for c, s in headings.items() if unclear.search(s) or s.count("…") > 3} == {}
    assert {c: s for c, s in headings.items() if len(re.findall(r"\w+", s)) < 2} == {}

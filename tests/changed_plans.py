"""What tests of changes share: a plan with its findings, changes as JSON has them, git."""

import os
import subprocess
from pathlib import Path

from smartplan.changes import Changes, Side
from smartplan.changes.json import raw
from smartplan.language import Language
from smartplan.load import load
from smartplan.rules import check


def side(folder: Path) -> Side:
    loaded = load(folder)
    assert loaded.plan is not None
    return Side(loaded.plan, tuple(check(loaded)))


def told(changes: Changes) -> list[tuple[str, ...]]:
    """(category, kind:id, field, before, after) of each change, as JSON has them."""
    return [
        (
            str(one.category),
            f"{one.subject.kind}:{one.subject.id}",
            one.field,
            str(raw(one.before, Language.INDONESIAN)),
            str(raw(one.after, Language.INDONESIAN)),
        )
        for one in changes.changes
    ]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=Uji", "-c", "user.email=uji@example.go.id", "-c",
         "commit.gpgsign=false", "-C", str(folder), *words],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
    )  # fmt: skip
    return done.stdout.strip()

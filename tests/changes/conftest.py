"""A plan to edit, and a repository that holds one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from changed_plans import git, side
from conftest import MINIMAL

from smartplan.changes import Changes, compare

Edited = Callable[..., Changes]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """What changes in a plan when texts are replaced: `edited(programs=[(a, b)])`."""

    def edit(base: Path = MINIMAL, **stages: list[tuple[str, str]]) -> Changes:
        folder = tmp_path / "edited"
        shutil.copytree(base, folder)
        for stage, replacements in stages.items():
            path = folder / f"{stage.replace('__', '/')}.yaml"
            text = path.read_text("utf-8")
            for old, new in replacements:
                assert text.count(old) >= 1, old
                text = text.replace(old, new, 1)
            path.write_text(text, encoding="utf-8")
        before, after = side(base), side(folder)
        changes = compare(before, after)
        assert compare(after, before) == changes.mirrored()
        return changes

    return edit


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the minimal plan in `rencana`, committed as `awal`."""
    root = tmp_path / "repo"
    shutil.copytree(MINIMAL, root / "rencana")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "awal")
    git(root, "tag", "awal")
    return root

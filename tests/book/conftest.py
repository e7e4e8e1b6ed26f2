"""What the book tests share: the minimal plan as a value, and chapters of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from smartplan.book.render import render
from smartplan.load import load
from smartplan.plan import Plan

MINIMAL = Path(__file__).parents[1] / "plans" / "minimal"
ABOUT = 'title = "Buku Uji"\nshort = "Uji"\ndescription = "Buku untuk pengujian."\n'

Chapters = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The minimal plan; frozen, so one serves all tests."""
    loaded = load(MINIMAL)
    assert loaded.plan is not None
    assert loaded.diagnostics == []
    return loaded.plan


@pytest.fixture
def templates(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """A folder of templates with these files; a book gets its `_book.toml`."""

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "templates"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            about = path.parent / "_book.toml"
            if name.count("/") == 2 and not about.exists():
                about.write_text(ABOUT, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def chapters(plan: Plan, templates: Callable[[dict[str, str]], Path]) -> Chapters:
    """The files of a book `uji` with these chapter templates; a bare text is chapter `01-a`."""

    def made(*only: str, plan: Plan = plan, **named: str) -> dict[str, str]:
        files = {f"id/uji/{name.replace('_', '-')}.md.j2": text for name, text in named.items()}
        for text in only:
            files["id/uji/01-a.md.j2"] = '{% set title = "Bab Uji" %}\n' + text
        folder = templates(files)
        found = render(plan, books=["uji"], templates=folder)
        return {path: content.decode("utf-8") for path, content in found.items()}

    return made

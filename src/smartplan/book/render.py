"""A plan to the files of its books, all in memory."""

from collections.abc import Callable, Iterable
from pathlib import Path

from smartplan.book import assembly, markdown, site
from smartplan.book.chapters import Draft
from smartplan.book.commit import commit
from smartplan.book.folders import Folders
from smartplan.language import Language, Text
from smartplan.plan import Plan

FORMATS = ("markdown", "html")
_FIRST = {"markdown": "README.md", "html": "index.html"}


def render(  # noqa: PLR0913 - one parameter per choice of the caller
    plan: Plan,
    formats: Iterable[str] = FORMATS,
    books: Iterable[str] = (),
    language: Language | None = None,
    templates: Path | None = None,
    *,
    base_url: str = "",
    search: bool = False,
    draft: bool = False,
    checked: Text | None = None,
    appended: tuple[Draft, ...] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """All files by path, sorted; with several formats each has a folder of its own.

    `checked` is what the check of the plan leaves open, for whoever has checked it.
    """
    folders = Folders(templates)
    tongue = language or plan.language
    plan = plan.speaking(tongue)
    wanted = assembly.chosen(plan, folders, tongue, books)
    made = assembly.publication(
        plan,
        folders,
        tongue,
        wanted,
        draft=draft,
        commit=commit(plan) or "",
        checked=checked.say(tongue) if checked else "",
        appended=appended,
        progress=progress,
    )
    chosen = [format for format in FORMATS if format in set(formats)]
    files: dict[str, bytes] = {}
    for format in chosen:
        progress(format)
        if format == "markdown":
            written = {path: text.encode("utf-8") for path, text in markdown.write(made).items()}
        else:
            written = site.write(plan, made, folders, base_url, search=search)
        folder = f"{format}/" if len(chosen) > 1 else ""
        files.update({folder + path: content for path, content in written.items()})
    return dict(sorted(files.items()))


def first_page(formats: Iterable[str]) -> str:
    """Where to begin reading: the site if there is one."""
    chosen = [format for format in FORMATS if format in set(formats)]
    folder = f"{chosen[-1]}/" if len(chosen) > 1 else ""
    return folder + _FIRST[chosen[-1]]

"""`smartplan status`: the ladder of stages and chapters, and the cheapest steps up."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import PlanFolder
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity
from smartplan.language import Language

if TYPE_CHECKING:
    from rich.table import Table

    from smartplan.exchange.standing import Shown
    from smartplan.figures.ladder import Chapter
    from smartplan.plan import Plan

HELP = say(
    "Tampilkan isi, keadaan, temuan, dan langkah berikutnya.",
    "Show content, state, findings and the next steps.",
)


class Form(StrEnum):
    """How the ladder is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    BADGE = "badge"


def status(
    plan: PlanFolder = Path(),
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk laporan.", "How the stages are printed."))
    ] = Form.TEXT,
    lang: Annotated[
        Language | None,
        typer.Option(
            help=say("Bahasa; bawaan: bahasa rencana.", "Language; default: the plan's."),
            show_default=False,
        ),
    ] = None,
) -> None:
    from smartplan.cli.findings import look, tell  # keeps --help quick
    from smartplan.exchange.badge import badge
    from smartplan.exchange.standing import Shown, as_json, markdown, text
    from smartplan.figures.ladder import ladder

    checked = look([plan], lang)
    read = checked.plans[0].plan
    if read is None:
        tell(checked, "full", quiet=False)
        raise typer.Exit(1)
    chapters = () if output_format is Form.BADGE else _chapters(read)
    shown = Shown(read, ladder(read, checked.diagnostics, chapters), checked.language)
    if output_format is Form.BADGE:
        put(badge(shown.ladder, shown.language))
    elif output_format is Form.TEXT and sys.stdout.isatty():
        _show(shown)
    else:
        write = {Form.TEXT: text, Form.JSON: as_json, Form.MARKDOWN: markdown}[output_format]
        put(write(shown))


def _chapters(plan: "Plan") -> "Iterator[Chapter]":
    """The chapters of the plan's books; none where its language has no books."""
    from smartplan.book.assembly import UnknownBook, chosen  # keeps --help quick
    from smartplan.book.chapters import Chapters
    from smartplan.book.folders import Folders

    folders, language = Folders(), plan.language
    try:
        books = chosen(plan, folders, language, ())
    except UnknownBook:
        return
    chapters = Chapters(plan, folders, language)
    for book in books:
        yield from chapters.outline(book)


def _show(shown: "Shown") -> None:
    from rich.console import Console  # only for a terminal
    from rich.text import Text as Line

    from smartplan.exchange.standing import below

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(Line(shown.title, style="bold"))
    console.print(_table(shown))
    for line in below(shown):
        console.print(Line(line))


def _table(shown: "Shown") -> "Table":
    from rich.table import Table  # only for a terminal
    from rich.text import Text as Line

    from smartplan.exchange.standing import HEADS, rows

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in HEADS:
        table.add_column(head.say(shown.language), overflow="fold")
    for rung, row in zip(shown.ladder.rungs, rows(shown), strict=True):
        worst = next((s for s in (Severity.ERROR, Severity.WARNING) if rung.findings[s]), None)
        style = {Severity.ERROR: "red", Severity.WARNING: "yellow", None: ""}[worst]
        faint = "" if rung.filled else "dim"
        table.add_row(*(Line(cell, style=faint) for cell in row[:-1]), Line(row[-1], style=style))
    return table

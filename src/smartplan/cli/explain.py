"""`smartplan explain`: the page of a finding, or the list of all."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.editions import unknown
from smartplan.cli.output import put
from smartplan.cli.speech import chosen_language, say, user_language
from smartplan.language import Language, label

if TYPE_CHECKING:
    from smartplan.diagnostics import Kind

HELP = say(
    "Jelaskan satu temuan, atau daftar semua kodenya.", "Explain a finding, or list all codes."
)


class Form(StrEnum):
    """How a page is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar=say("[KODE]", "[CODE]"),
            help=say(
                "Kode temuan, misalnya PRG003; `assertions`: bahasa pernyataan.",
                "Code of a finding, e.g. PRG003; `assertions`: what assertions can use.",
            ),
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk halaman.", "How the page is printed."))
    ] = Form.TEXT,
    lang: Annotated[
        Language | None,
        typer.Option(help=say("Bahasa.", "Language."), show_default=False),
    ] = None,
) -> None:
    language = chosen_language(lang, user_language())
    put(_shown(code, output_format, language))


def _shown(code: str | None, form: Form, language: Language) -> str:
    if code is None:
        return _every(form, language)
    if code.lower() == "assertions":
        return _assertions(form, language)
    return _one(code, form, language)


def _assertions(form: Form, language: Language) -> str:
    from smartplan.assertions.guide import markdown, record, text  # keeps --help quick

    if form is Form.JSON:
        return record(language)
    return markdown(language) if form is Form.MARKDOWN else text(language)


def _one(code: str, form: Form, language: Language) -> str:
    from smartplan.explain import page, records, text  # keeps --help quick

    kind = _kind(code)
    if form is Form.JSON:
        return records([kind], language)
    return page(kind, language) if form is Form.MARKDOWN else text(kind, language)


def _kind(word: str) -> "Kind":
    """The kind of this code, or of this name."""
    from smartplan.rules import kinds  # keeps --help quick

    known = kinds()
    by_word = {**{kind.name: kind for kind in known.values()}, **known}
    found = by_word.get(word.upper()) or by_word.get(word.lower())
    if found is None:
        raise unknown(
            say("KODE", "CODE"), word, tuple(known) if word[-1:].isdigit() else tuple(by_word)
        )
    return found


def _every(form: Form, language: Language) -> str:
    from smartplan.explain import families, index_page, index_text, records  # keeps --help quick

    if form is Form.JSON:
        return records([kind for _, members in families() for kind in members], language)
    if form is Form.MARKDOWN:
        return index_page(language)
    return _table(language) if sys.stdout.isatty() else index_text(language)


def _table(language: Language) -> str:
    from rich.console import Console  # only for a terminal
    from rich.table import Table
    from rich.text import Text

    from smartplan.explain import FAMILIES, families, title

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        for family, members in families():
            table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
            for kind in members:
                severity = label("severity", kind.severity).say(language)
                style = {"error": "red", "warning": "yellow", "note": "cyan"}[kind.severity]
                said = Text(title(kind, language))
                table.add_row(Text(kind.code), Text(severity, style=style), said)
            console.print(Text(FAMILIES[family].say(language), style="bold"))
            console.print(table)
            console.print()
    return capture.get()

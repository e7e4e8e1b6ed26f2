"""`smartplan render`: the books of a plan as Markdown and as a static site."""

from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.options import BookLanguage, PlanFolder, web_folder
from smartplan.cli.printing import Order, printed
from smartplan.cli.speech import say

HELP = say(
    "Cetak buku-buku rencana sebagai Markdown dan situs HTML.",
    "Render the books of a plan as Markdown and as a static site.",
)


def render(  # noqa: PLR0913 - one parameter per option
    plan: PlanFolder = Path(),
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT,…",
            help=say("Bentuk: markdown, html, atau keduanya.", "markdown, html, or both."),
        ),
    ] = "markdown,html",
    out: Annotated[
        Path, typer.Option(metavar="DIR", help=say("Folder keluaran.", "Folder to write."))
    ] = Path("build"),
    book: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("BUKU", "BOOK"),
            help=say("Hanya buku ini; boleh berulang.", "Only this book; may be repeated."),
            show_default=False,
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help=say(
                "Cetak bagian yang benar, bertanda DRAF.", "Render what is sound, marked DRAFT."
            ),
        ),
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            exists=True,
            file_okay=False,
            help=say(
                "Folder templat yang mendahului bawaan; hanya dari sumber tepercaya.",
                "Templates that go before the built-in ones; only from someone you trust.",
            ),
            show_default=False,
        ),
    ] = None,
    lang: BookLanguage = None,
    base_url: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help=say(
                "Alamat situs kelak, untuk peta situs dan pratinjau tautan.",
                "Where the site will be, for its map and for link previews.",
            ),
            show_default=False,
        ),
    ] = "",
    search: Annotated[
        bool,
        typer.Option(
            "--search",
            help=say(
                "Sertakan pencarian; perlu ekstra `site`.", "With search; needs the extra `site`."
            ),
        ),
    ] = False,
    changes_since: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=say(
                "Tambahkan bab Matriks Perubahan sejak revisi git ini.",
                "Add a chapter with the matrix of changes since this git revision.",
            ),
            show_default=False,
        ),
    ] = "",
    wait: Annotated[
        bool,
        typer.Option(
            "--wait",
            help=say("Tunggu render lain pada folder itu.", "Wait for another render to end."),
        ),
    ] = False,
) -> int:
    """Check, render in memory, publish in one step."""
    order = Order(
        plan=plan,
        to=to,
        out=out,
        books=tuple(book or ()),
        draft=draft,
        templates=templates,
        language=lang,
        base_url=web_folder(base_url, "--base-url"),
        search=search,
        changes_since=changes_since,
        wait=wait,
    )
    return printed(order)

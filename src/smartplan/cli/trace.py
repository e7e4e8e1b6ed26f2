"""`smartplan trace`: from a mission down to the numbers, from a number up to the vision."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.options import PLAN_AND_ID, OutputLanguage
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.language import Language

HELP = say(
    "Telusuri rantai dari misi sampai realisasi, atau matriksnya.",
    "Follow the chain from mission to realisation, or the matrix.",
)


class Form(StrEnum):
    """How a chain or the matrix is printed."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"
    DOT = "dot"
    CSV = "csv"
    MARKDOWN = "markdown"


def trace(
    words: Annotated[list[str] | None, PLAN_AND_ID] = None,
    up: Annotated[bool, typer.Option("--up", help=say("Hanya ke atas.", "Only upwards."))] = False,
    down: Annotated[
        bool, typer.Option("--down", help=say("Hanya ke bawah.", "Only downwards."))
    ] = False,
    matrix: Annotated[
        bool,
        typer.Option(
            "--matrix",
            help=say(
                "Seluruh matriks keterlacakan, seperti lampiran buku; tanpa ID.",
                "The whole matrix, as in the book's appendix; without an ID.",
            ),
        ),
    ] = False,
    output_format: Annotated[
        Form,
        typer.Option(
            help=say(
                "text atau json; rantai juga mermaid dan dot, matriks juga csv dan markdown.",
                "text or json; a chain also mermaid and dot, the matrix also csv and markdown.",
            )
        ),
    ] = Form.TEXT,
    lang: OutputLanguage = None,
) -> None:
    told = _matrix if matrix else _chain
    put(told(words or [], output_format, lang, up=up, down=down))


def _chain(words: list[str], form: Form, lang: Language | None, *, up: bool, down: bool) -> str:
    from smartplan.cli.items import named, plan_and_id  # keeps --help quick
    from smartplan.cli.sound import sound_plan
    from smartplan.exchange.chain import FORMATS
    from smartplan.figures.chain import KINDS, Direction, chain

    write = FORMATS.get(form)
    if write is None:
        raise _no_form(form, FORMATS)
    folder, id_ = plan_and_id(words)
    plan, language = sound_plan(folder, lang)
    item = named(plan, id_, KINDS)
    wanted: list[Direction] = ["up", "down"] if up == down else ["up"] if up else ["down"]
    return write(chain(plan, item, wanted), language)


def _matrix(words: list[str], form: Form, lang: Language | None, *, up: bool, down: bool) -> str:
    from smartplan.cli.sound import sound_plan  # keeps --help quick
    from smartplan.exchange.matrix import FORMATS

    write = FORMATS.get(form)
    if write is None:
        raise _no_form(form, FORMATS)
    if up or down or len(words) > 1:
        raise typer.BadParameter(
            say("hanya `[PLAN]` bersama `--matrix`", "only `[PLAN]` goes with `--matrix`"),
            param_hint="--matrix",
        )
    plan, language = sound_plan(Path(*words), lang)
    return write(plan, language)


def _no_form(form: Form, known: object) -> typer.BadParameter:
    assert isinstance(known, dict)
    choices = ", ".join(f"`{one}`" for one in known)
    return typer.BadParameter(
        say(f"di sini tidak ada bentuk `{form}`; pilih {choices}",
            f"there is no format `{form}` here; choose {choices}"),
        param_hint="--output-format",
    )  # fmt: skip

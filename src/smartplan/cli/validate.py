"""`smartplan validate`: everything that is wrong with one or more plans."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.speech import say
from smartplan.diagnostics import Severity
from smartplan.language import Language

HELP = say(
    "Periksa satu atau beberapa rencana; semua temuan dalam satu kali jalan.",
    "Check one or more plans; all findings in one run.",
)


class OutputFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def validate(
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLAN]...",
            help=say("Folder rencana; bawaan: folder ini.", "Folders of plans; default: this one."),
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option(help=say("Bentuk laporan.", "How findings are printed."))
    ] = OutputFormat.FULL,
    lang: Annotated[
        Language | None,
        typer.Option(
            help=say("Bahasa temuan; bawaan: bahasa rencana.", "Language; default: the plan's."),
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        Severity,
        typer.Option(help=say("Keluar 1 mulai bobot ini.", "Exit 1 from this severity up.")),
    ] = Severity.ERROR,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help=say("Tanpa baris penutup.", "No closing line."))
    ] = False,
) -> None:
    from smartplan.cli.findings import look, tell  # keeps --help quick

    checked = look(plans or [Path()], lang)
    tell(checked, output_format, quiet=quiet)
    raise typer.Exit(1 if checked.worst(fail_on) else 0)

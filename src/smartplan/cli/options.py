"""What several commands ask for, worded once."""

import re
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.speech import say
from smartplan.language import Language

PlanFolder = Annotated[
    Path,
    typer.Argument(
        metavar="[PLAN]",
        help=say("Folder rencana; bawaan: folder ini.", "Folder of the plan; default: here."),
        show_default=False,
    ),
]
PLAN_AND_ID = typer.Argument(
    metavar="[PLAN] ID",
    help=say(
        "Folder rencana (bawaan: folder ini) dan id, bila perlu `jenis:id`.",
        "Folder of the plan (default: here) and the id, `kind:id` if need be.",
    ),
    show_default=False,
)
OutputLanguage = Annotated[
    Language | None,
    typer.Option(
        help=say("Bahasa keluaran; bawaan: bahasa rencana.", "Language; default: the plan's."),
        show_default=False,
    ),
]
BookLanguage = Annotated[
    Language | None,
    typer.Option(
        help=say("Bahasa buku; bawaan: bahasa rencana.", "Language; default: the plan's."),
        show_default=False,
    ),
]


_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?(/[A-Za-z0-9._~%!$&()*+,;=:@/-]*)?"
)
_LONGEST = 500


def web_folder(text: str, option: str) -> str:
    """A web address with a slash at its end, or a wrong call; empty stays empty."""
    if text and not (len(text) <= _LONGEST and _ADDRESS.fullmatch(text)):
        raise typer.BadParameter(
            say(
                "tulis alamat lengkap, misalnya `https://contoh.go.id/rencana/`",
                "give a whole address, such as `https://example.org/plan/`",
            ),
            param_hint=option,
        )
    return f"{text.rstrip('/')}/" if text else ""

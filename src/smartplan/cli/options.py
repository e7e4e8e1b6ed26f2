"""What several commands ask for, worded once."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.language import Language


def plan_folder(word: str) -> Path:
    """What is named as a plan; nothing named is no folder, and not the one we are in."""
    if not word:
        raise typer.BadParameter(
            say(
                "nama folder kosong; mungkin sebuah variabel belum diisi (folder ini: `.`)",
                "the name of the folder is empty; perhaps a variable is not set (here: `.`)",
            ),
            param_hint="PLAN",
        )
    return Path(word)


PlanFolder = Annotated[
    Path,
    typer.Argument(
        parser=plan_folder,
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


def not_a_pipe(path: Path, option: str) -> None:
    """A wrong call where a named pipe is to be read: it may wait for ever for who writes it.

    What a shell passes as an open stream (`/dev/stdin`, `<(…)`) has a writer.
    """
    real = os.path.realpath(path)
    with suppress(OSError):
        if stat.S_ISFIFO(os.lstat(real).st_mode):
            name = show(str(path), 300)
            raise typer.BadParameter(
                say(
                    f"`{name}` adalah pipa bernama; simpan isinya sebagai berkas biasa",
                    f"`{name}` is a named pipe; save what it holds as a regular file",
                ),
                param_hint=option,
            )


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

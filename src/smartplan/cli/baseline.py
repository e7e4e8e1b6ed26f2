"""The file of known findings on the command line: read, or written from what is found now."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from smartplan.choices import Choice
from smartplan.cli.options import not_a_pipe
from smartplan.cli.output import save
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.known_findings import (
    Compared,
    Foreign,
    Known,
    Shared,
    compared,
    counted,
    read,
    written,
)
from smartplan.language import Text, number
from smartplan.nearest import listing
from smartplan.os_errors import reason
from smartplan.record import Record

if TYPE_CHECKING:
    from smartplan.cli.findings import Survey

MAX_BYTES = 32 * 1024 * 1024

_WRITTEN = Text(
    "{count} temuan dicatat sebagai acuan di `{file}`",
    "{count} findings written down as known in `{file}`",
)


def not_both(baseline: Path | None, write_baseline: Path | None) -> None:
    """Comparing and accepting in one call would accept what was to be compared."""
    if baseline and write_baseline:
        raise typer.BadParameter(
            say("pilih salah satu saja", "choose one of the two"),
            param_hint="--baseline, --write-baseline",
        )


def known_in(path: Path | None) -> Known | None:
    """What a file knows, or a wrong call: it is there and it was written by smartplan."""
    if path is None:
        return None
    name = show(str(path), 300)
    not_a_pipe(path, "--baseline")
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise Foreign("too big")
        return read(raw.decode("utf-8-sig"))
    except OSError as error:
        why = reason(error)
        words = say(
            f"`{name}` tidak terbaca: {why.indonesian}", f"cannot read `{name}`: {why.english}"
        )
    except ValueError:
        words = say(
            f"`{name}` bukan acuan temuan; tulis dengan `--write-baseline`",
            f"`{name}` is no file of known findings; write one with `--write-baseline`",
        )
    raise typer.BadParameter(words, param_hint="--baseline")


def held_against(path: Path, known: Known, records: Sequence[Record], choice: Choice) -> Compared:
    """Findings beyond those of the file, or a wrong call where it cannot tell plans apart."""
    try:
        return compared(records, choice, known, _folders(records, path))
    except Shared as shared:
        name, plans = show(str(path), 300), listing([show(one, 80) for one in shared.folders], 5)
        words = say(
            f"`{name}` mencatat rencana wilayah {show(shared.region, 20)} tanpa foldernya, "
            f"sedangkan ada beberapa: {plans}; tulis ulang dengan `--write-baseline`, atau "
            "periksa masing-masing dengan acuannya sendiri",
            f"`{name}` knows a plan of region {show(shared.region, 20)} without its folder, and "
            f"there are several: {plans}; write it again with `--write-baseline`, or check each "
            "against a file of its own",
        )
    raise typer.BadParameter(words, param_hint="--baseline")


def _folders(records: Sequence[Record], path: Path) -> list[str]:
    """The folder of each plan as seen from the folder of a file: the same on every machine."""
    return [_seen_from(path.parent, record.prefix or ".") for record in records]


def _seen_from(here: Path, folder: str) -> str:
    try:
        return Path(os.path.relpath(folder, here)).as_posix()
    except ValueError:  # on another drive
        return Path(folder).absolute().as_posix()


def accept(surveyed: "Survey", choice: Choice, path: Path, *, quiet: bool) -> None:
    """Write down what is found now."""
    known = counted(surveyed.records, choice, _folders(surveyed.records, path))
    save(path, written(known))
    if not quiet:
        count = number(sum(counts.total() for counts in known.values()), surveyed.language)
        words = _WRITTEN.say(surveyed.language)
        sys.stderr.write(words.format(count=count, file=show(str(path), 300)) + "\n")

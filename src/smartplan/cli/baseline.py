"""The file of known findings on the command line: read, or written from what is found now."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from smartplan.choices import Choice
from smartplan.cli.output import save
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.known_findings import Foreign, Known, counted, read, written
from smartplan.language import Text, number
from smartplan.os_errors import reason

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
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise Foreign("too big")
        return read(raw.decode("utf-8"))
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


def accept(surveyed: "Survey", choice: Choice, path: Path, *, quiet: bool) -> None:
    """Write down what is found now."""
    known = counted(surveyed.records, choice)
    save(path, written(known))
    if not quiet:
        count = number(sum(counts.total() for counts in known.values()), surveyed.language)
        words = _WRITTEN.say(surveyed.language)
        sys.stderr.write(words.format(count=count, file=show(str(path), 300)) + "\n")

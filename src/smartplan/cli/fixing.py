"""`smartplan validate --fix` and `--diff`: what fixes make of plans, written or shown."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import typer

from smartplan.choices import Choice
from smartplan.cli.findings import folders_of
from smartplan.cli.output import not_into_link
from smartplan.cli.program import BROKEN
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import show
from smartplan.escapes import as_written
from smartplan.exchange.fixes import Left, Mended, mended
from smartplan.exchange.replace import Halfway, put
from smartplan.exchange.splice import Refused
from smartplan.language import Language, Text, number
from smartplan.os_errors import reason
from smartplan.reports.text import where

CHANGES = 1
"""The exit code of `--diff` where there is something to change."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of fixes."""

    fix: bool
    diff: bool
    unsafe: bool
    quiet: bool
    language: Language | None

    def checked(self, write_baseline: Path | None, output_file: Path | None) -> "Wanted":
        """The same, or a wrong call where the options do not go together."""
        if not self.fix and not self.diff:
            words = say("pakai bersama --fix atau --diff", "use it with --fix or --diff")
            raise typer.BadParameter(words, param_hint="--unsafe-fixes")
        others = {
            "--write-baseline": write_baseline,
            "--output-file": output_file if self.diff else None,
        }
        for option, given in others.items():
            if given:
                words = say(f"tidak bersama {option}", f"not together with {option}")
                raise typer.BadParameter(words, param_hint="--diff" if self.diff else "--fix")
        return self


@dataclass(frozen=True, slots=True)
class Fixed:
    """How much was mended."""

    count: int
    files: int

    def told(self, language: Language, *, done: bool = True) -> str:
        """The line that says it."""
        count, files = number(self.count, language), number(self.files, language)
        return f"{(_DONE if done else _ASIDE).say(language).format(count=count, files=files)}\n"


_DONE = Text("{count} perbaikan dalam {files} berkas", "fixes made: {count}, in files: {files}")
_ASIDE = Text(
    "{count} perbaikan dalam {files} berkas dapat dibuat dengan `--fix`",
    "fixes that `--fix` makes: {count}, in files: {files}",
)


def fixes(plans: Sequence[Path], choice: Choice, wanted: Wanted) -> Fixed:
    """Fix the findings of plans in their files; `--diff` shows that instead, and leaves."""
    folders = folders_of(plans)
    for folder in folders if wanted.fix else ():
        not_into_link(folder, "PLAN")
    count = 0
    diffs: list[Iterator[str]] = []
    for folder in folders:
        made = mended(folder, folder.as_posix(), choice, unsafe=wanted.unsafe)
        for left in made.left:
            sys.stderr.write(_why_left(left, wanted.language or user_language()))
        if not wanted.diff:
            _write(folder, made, Fixed(count, len(diffs)), wanted)
        shown = _shown(folder)
        diffs.extend(_diff(f"{shown}{path}", *both) for path, both in sorted(made.files.items()))
        count += made.count
    fixed = Fixed(count, len(diffs))
    if wanted.diff:
        sys.stdout.flush()
        _print([line for lines in diffs for line in lines], wanted.language or user_language())
        if not wanted.quiet:
            sys.stderr.write(fixed.told(wanted.language or user_language(), done=False))
        raise typer.Exit(CHANGES if diffs else 0)
    return fixed


_LEFT = Text(
    "{place}: perbaikan {code} tidak dibuat karena memunculkan {other} di {there}",
    "{place}: the fix of {code} is not made because it brings {other} at {there}",
)


def _why_left(left: Left, language: Language) -> str:
    words = _LEFT.say(language).format(
        place=where(left.finding.location),
        code=left.finding.kind.code,
        other=left.brought.kind.code,
        there=where(left.brought.location),
    )
    return f"{words}\n"


def _write(folder: Path, made: Mended, before: Fixed, wanted: Wanted) -> None:
    """All files of a plan, or none where one of them may not be written."""
    try:
        put(folder, made.files)
    except (Refused, Halfway) as stopped:
        raise _left(stopped.message.say(user_language()), before, wanted) from stopped
    except OSError as error:
        name, why = show(str(error.filename), 300), reason(error).say(user_language())
        words = say(f"`{name}` tidak dapat ditulis: {why}", f"cannot write `{name}`: {why}")
        raise _left(words, before, wanted) from error


def _left(words: str, before: Fixed, wanted: Wanted) -> typer.Exit:
    """The end, with a word on what other plans have got by then."""
    if before.files and not wanted.quiet:
        sys.stderr.write(before.told(wanted.language or user_language()))
    sys.stderr.write(f"smartplan: {show(words, 1_000)}\n")
    return typer.Exit(BROKEN)


def _shown(folder: Path) -> str:
    """A plan's folder as the diff names it: below this folder, or nothing for one elsewhere."""
    here = os.path.relpath(folder.absolute())
    below = Path(here).as_posix()
    return "" if below in (".", "..") or below.startswith("../") else f"{below}/"


def _diff(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """A unified diff as `git apply` takes it, with line ends as they are in the file."""
    end = "\t" if " " in name else ""  # marks the end of a name with spaces
    lines = unified_diff(
        _lines(before), _lines(after), f"a/{name}{end}", f"b/{name}{end}", lineterm="\n"
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _print(lines: list[str], language: Language) -> None:
    """The diff, byte for byte but for what would act in a terminal or a log; that is told."""
    shown = [as_written(line) for line in lines]
    sys.stdout.buffer.write("".join(shown).encode())
    sys.stdout.buffer.flush()
    spelled = sum(one != line for one, line in zip(shown, lines, strict=True))
    if spelled:
        count = number(spelled, language)
        sys.stderr.write(_SPELLED.say(language).format(count=count) + "\n")


_SPELLED = Text(
    "{count} baris memuat karakter kendali atau perintah log dan ditulis dengan kode `\\x…`; "
    "bagian itu tidak dapat diterapkan dengan `git apply`, pakai `--fix`",
    "{count} lines hold control characters or commands to a log and are spelled out as `\\x…`; "
    "`git apply` cannot take those parts, use `--fix`",
)


def _lines(raw: bytes) -> list[str]:
    """Lines as git counts them, which end in LF and nothing else."""
    lines = [f"{line}\n" for line in raw.decode("utf-8").split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]

"""When a line of a plan's files last changed, asked of git."""

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from smartplan.language import Text

SECONDS = 20
"""How long git may think about one file."""
MAX_FILES = 50
MAX_OUTPUT = 32 * 1024 * 1024


class NoHistory(Exception):  # noqa: N818 - an answer to the user, not a fault of the program
    """Why git cannot tell."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit a line comes from; without an id the line is not committed yet."""

    id: str
    day: date | None = None
    summary: str = ""


Lines = Mapping[int, Commit]
"""The commit of each line, counted from 1."""


def blame(folder: Path, paths: Iterable[str]) -> dict[str, Lines]:
    """The commit of every line of some files below a folder; `NoHistory` where git cannot tell."""
    wanted = sorted(set(paths))
    if len(wanted) > MAX_FILES:
        raise NoHistory(
            Text(
                f"lebih dari {MAX_FILES} berkas; persempit dengan --agency atau --dimension",
                f"more than {MAX_FILES} files; narrow it down with --agency or --dimension",
            )
        )
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside is None or inside.strip() != "true":
        raise NoHistory(
            Text(
                "`--git` memerlukan rencana di dalam repositori git",
                "`--git` needs a plan inside a git repository",
            )
        )
    return {path: _lines(_git(folder, "blame", "--porcelain", "--", path)) for path in wanted}


def _git(folder: Path, *words: str) -> str | None:
    """What git prints; None where it fails. Nothing of the plan's own makes it run a program."""
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    try:
        done = subprocess.run(
            ["git", "--no-pager", *safe, "-C", str(folder), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise NoHistory(
            Text("`--git` memerlukan program git", "`--git` needs the program git")
        ) from None
    except subprocess.TimeoutExpired:
        raise NoHistory(
            Text(f"git belum selesai dalam {SECONDS} detik", f"git took over {SECONDS} seconds")
        ) from None
    if done.returncode or len(done.stdout) > MAX_OUTPUT:
        return None
    return done.stdout.decode("utf-8", "replace")


_HEAD = re.compile(r"([0-9a-f]{40,64}) [0-9]+ ([0-9]+)( [0-9]+)?")


def _lines(printed: str | None) -> Lines:
    """The commits of a porcelain blame; a file that git does not know has none."""
    lines: dict[int, str] = {}
    told: dict[str, dict[str, str]] = {}
    commit = ""
    for line in (printed or "").split("\n"):
        if line.startswith("\t"):
            continue
        head = _HEAD.fullmatch(line)
        if head:
            commit = head[1]
            lines[int(head[2])] = commit
        elif commit:
            key, _, value = line.partition(" ")
            told.setdefault(commit, {})[key] = value
    commits = {id_: _commit(id_, told.get(id_, {})) for id_ in set(lines.values())}
    return {number: commits[id_] for number, id_ in lines.items()}


def _commit(id_: str, told: Mapping[str, str]) -> Commit:
    if not id_.strip("0"):
        return Commit("")
    return Commit(id_, _day(told), told.get("summary", ""))


def _day(told: Mapping[str, str]) -> date | None:
    """The committer's own day, as his clock and time zone had it."""
    zone = re.fullmatch(r"([+-])([0-9]{2})([0-9]{2})", told.get("committer-tz", ""))
    seconds = told.get("committer-time", "")
    if zone is None or not re.fullmatch(r"[0-9]{1,11}", seconds):
        return None
    offset = timedelta(hours=int(zone[2]), minutes=int(zone[3]))
    start = datetime.fromtimestamp(int(seconds), UTC)
    return (start - offset if zone[1] == "-" else start + offset).date()

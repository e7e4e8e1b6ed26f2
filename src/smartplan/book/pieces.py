"""A draft's text cut into headings, prose and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.book.chapters import Draft
from smartplan.book.marks import TOKEN, Placed, in_order
from smartplan.book.problems import TemplateProblem
from smartplan.figures.table import Table
from smartplan.language import Text

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*")
_ALONE = re.compile(rf"\s*{TOKEN.pattern}\s*")
_GAP = re.compile(r"\n{3,}")
_LEVELS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading without its number."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose between headings and tables."""

    text: str


Piece = Title | Passage | Table


def pieces(draft: Draft) -> Iterator[Piece]:
    """The draft in reading order."""
    waiting: list[str] = []
    for line in draft.text.split("\n"):
        piece = _title(draft, line) or _table(draft, line)
        if piece is None:
            waiting.append(line.rstrip())
            continue
        yield from _passage(draft, waiting)
        waiting.clear()
        yield piece
    yield from _passage(draft, waiting)


def _title(draft: Draft, line: str) -> Title | None:
    match = _HEADING.fullmatch(line)
    if match is None:
        return None
    level = len(match[1])
    if level not in _LEVELS:
        raise _problem(
            draft,
            f"judul bagian `{match[1]}` tidak dipakai; bab memakai `##`, `###`, dan `####`",
            f"no heading `{match[1]}`: a chapter uses `##`, `###` and `####`",
        )
    return Title(level, match[2])


def _table(draft: Draft, line: str) -> Table | None:
    match = _ALONE.fullmatch(line)
    mark = draft.marks[int(match[1])] if match else None
    return mark.table if isinstance(mark, Placed) else None


def _passage(draft: Draft, lines: list[str]) -> Iterator[Passage]:
    text = _GAP.sub("\n\n", "\n".join(lines).strip("\n"))
    for number in in_order(text):
        mark = draft.marks[number]
        if isinstance(mark, Placed):
            raise _problem(
                draft,
                f"`table(…)` harus berdiri pada baris tersendiri (tabel `{mark.table.id}`)",
                f"`table(…)` must stand on a line of its own (table `{mark.table.id}`)",
            )
    if text.strip():
        yield Passage(text)


def _problem(draft: Draft, indonesian: str, english: str) -> TemplateProblem:
    return TemplateProblem(draft.template, None, Text(indonesian, english))

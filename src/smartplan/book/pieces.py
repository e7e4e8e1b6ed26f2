"""A draft's text cut into headings, prose, tables and figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.book.chapters import Draft
from smartplan.book.marks import TOKEN, Placed, Shown, in_order
from smartplan.book.problems import TemplateProblem
from smartplan.figures.drawings.drawing import Drawing
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
    """Prose between headings, tables and figures."""

    text: str


Piece = Title | Passage | Table | Drawing


def pieces(draft: Draft) -> Iterator[Piece]:
    """The draft in reading order."""
    waiting: list[str] = []
    for line in draft.text.split("\n"):
        piece = _title(draft, line) or _block(draft, line)
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


def _block(draft: Draft, line: str) -> Table | Drawing | None:
    match = _ALONE.fullmatch(line)
    mark = draft.marks[int(match[1])] if match else None
    if isinstance(mark, Placed):
        return mark.table
    return mark.drawing if isinstance(mark, Shown) else None


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
        if isinstance(mark, Shown):
            raise _problem(
                draft,
                f"`figure(…)` harus berdiri pada baris tersendiri (gambar `{mark.drawing.id}`)",
                f"`figure(…)` must stand on a line of its own (figure `{mark.drawing.id}`)",
            )
    if text.strip():
        yield Passage(text)


def _problem(draft: Draft, indonesian: str, english: str) -> TemplateProblem:
    return TemplateProblem(draft.template, None, Text(indonesian, english))

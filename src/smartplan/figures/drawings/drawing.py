"""A figure as a value: a caption, what it shows in words, its data, and how it is drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from smartplan.figures.drawings.diagram import Diagram
from smartplan.figures.drawings.picture import Picture
from smartplan.figures.table import Table
from smartplan.language import Text

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chapter calls for with `figure(…)`, and every format draws in its own way."""

    id: str
    """Names the figure for cross-references; unique within a book."""
    caption: Text
    says: Text
    """What a reader who does not see the figure must know of it."""
    data: Table
    """The numbers of the figure; without rows there is nothing to draw."""
    layout: Callable[[int], Picture]
    """Draws the figure for a width in pixels."""
    diagram: Diagram | None = None
    """The same for text formats, where one of them can draw it."""
    shown: bool = True
    """False where there are data, but none that a drawing would show better than their table."""

    @property
    def is_empty(self) -> bool:
        return not self.shown or not self.data.rows


def parts(rows: Sequence[Row], most: int) -> tuple[tuple[Row, ...], ...]:
    """Rows in groups of nearly the same size, none with more than `most`."""
    count = -(-len(rows) // most)
    if count == 0:
        return ()
    size, larger = divmod(len(rows), count)
    return tuple(_cut(rows, (size + (place < larger) for place in range(count))))


def _cut(rows: Sequence[Row], sizes: Iterable[int]) -> Iterator[tuple[Row, ...]]:
    start = 0
    for size in sizes:
        yield tuple(rows[start : start + size])
        start += size


def part_name(place: int, count: int) -> Text:
    """` (2 dari 3)` behind a caption; nothing where there is one part."""
    if count == 1:
        return Text("", "")
    return Text(f" ({place} dari {count})", f" ({place} of {count})")

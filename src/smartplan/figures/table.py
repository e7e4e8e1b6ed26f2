"""A table as a value: what a chapter calls for and every format draws in its own way."""

from dataclasses import dataclass
from typing import Literal

from smartplan.language import Text
from smartplan.stages.base import Basis, Sourced

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and how the cells below it stand."""

    heading: Text
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with what it rests on; the text is plain, each format escapes it."""

    text: str
    sources: tuple[str, ...] = ()
    basis: Basis | None = None
    """`proposal` and `derived` are marked in every format."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, with the sentence to print where there are none."""

    id: str
    """Names the table for cross-references; unique within a book."""
    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: Text
    total: tuple[Cell, ...] | None = None
    wide: bool = False
    """Better on a landscape page."""


def stated(text: str, item: Sourced) -> Cell:
    """A cell that carries the sources, the basis and the note of the item it tells of."""
    return Cell(text, item.sources, item.rests_on, item.note)

"""A table as a value: what a chapter calls for and every format draws in its own way."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartplan.language import Text
from smartplan.stages.base import Basis, Item, Sourced

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
    item: tuple[str, str] | None = None
    """The kind and id of what the text names; a format that has a page for it links there."""
    value: int | Decimal | None = None
    """The number the text tells, for formats that keep data: sorted tables, CSV."""
    parts: tuple["Cell", ...] = ()
    """The names in the text where it lists several, each with its own `item`."""


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
    return Cell(text, item.sources, item.rests_on, item.note, named(item))


def named(item: Item) -> tuple[str, str] | None:
    """The kind and id by which everything else names an item; None if nothing can."""
    id_ = getattr(item, "id", None)
    return (item.kind, id_) if item.kind and isinstance(id_, str) else None

"""A table as a value: what a chapter calls for and every format draws in its own way."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from smartplan.language import Text
from smartplan.stages.base import Basis, Item, Sourced

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and how the cells below it stand."""

    heading: Text
    align: Align = "left"


class Cell(NamedTuple):
    """A text with what it rests on; the text is plain, each format escapes it.

    A plan's books have 50,000, and a named tuple is made in a third of the time of a data class.
    """

    text: str
    sources: tuple[str, ...] = ()
    basis: Basis | None = None
    """`proposal` and `derived` are marked in every format."""
    remarks: tuple[Text, ...] = ()
    """What a footnote adds, as the plan's prose after a word of ours."""
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


def stated(text: str, item: Sourced, *more: Text) -> Cell:
    """A cell that carries the sources, the basis and the remarks of the item it tells of."""
    return Cell(text, item.sources, item.rests_on, (*remarks(item), *more), named(item))


def told(text: str, item: Sourced) -> Cell:
    """A cell with what is told of an item, where `stated` names it."""
    return Cell(text, item.sources, item.told_on, remarks(item), named(item))


def remarks(item: Sourced) -> tuple[Text, ...]:
    """What an item says of its own figure: how it was derived, what to bear in mind."""
    return (
        *prose_remark("Turunan", "Derived", item.derivation),
        *prose_remark("Catatan", "Note", item.note),
    )


def remark(indonesian: str, english: str, said: str | None) -> tuple[Text, ...]:
    """What the plan says in plain text under a word of ours; nothing where it says nothing."""
    return prose_remark(indonesian, english, _SIGNS.sub(r"\\\g<0>", said or ""))


_SIGNS = re.compile(r"[\\`*_\[\]|~#&<>!]")
"""What means something in prose: in a plain text it stands for itself."""


def prose_remark(indonesian: str, english: str, said: str | None) -> tuple[Text, ...]:
    """What the plan says in prose under a word of ours."""
    return (Text(f"{indonesian}: {said}", f"{english}: {said}"),) if said else ()


def named(item: Item) -> tuple[str, str] | None:
    """The kind and id by which everything else names an item; None if nothing can."""
    id_ = getattr(item, "id", None) if item.kind else None
    return (item.kind, id_) if isinstance(id_, str) else None

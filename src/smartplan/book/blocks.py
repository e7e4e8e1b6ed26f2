"""A book as every format gets it: chapters of numbered blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from smartplan.figures.drawings.diagram import Diagram
from smartplan.figures.drawings.picture import Picture
from smartplan.figures.table import Align
from smartplan.language import Language
from smartplan.stages.base import Basis


@dataclass(frozen=True, slots=True)
class Cited:
    """Numbers of footnotes, and the words `usulan` or `turunan` where they apply."""

    footnotes: tuple[int, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A cross-reference that found its target; without a chapter there is nothing to link to."""

    text: str
    chapter: str | None = None
    anchor: str | None = None


Inline = Cited | Link
"""What a mark in the prose became."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title, as Markdown with marks."""

    level: int
    """2 to 4; 1 is the chapter's own title."""
    number: str | None
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with marks."""

    text: str


class Box(NamedTuple):
    """A table cell in the book's language; the text is plain. A named tuple as `Cell` is."""

    text: str
    cited: Cited = Cited()
    item: tuple[str, str] | None = None
    """The kind and id of what the text names."""
    value: int | Decimal | None = None
    """The number the text tells."""
    parts: tuple["Box", ...] = ()
    """The names in the text where it lists several."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its number; the caption and all cells are plain text."""

    id: str
    """Stays when numbers move."""
    number: str
    """Empty for a table outside the books."""
    anchor: str
    caption: str
    headings: tuple[str, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[Box, ...], ...]
    total: tuple[Box, ...] | None
    wide: bool


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure with its number; all texts are plain."""

    id: str
    """Stays when numbers move."""
    number: str
    anchor: str
    caption: str
    says: str
    """The text alternative."""
    layout: Callable[[int], Picture]
    diagram: Diagram | None
    data: TableBlock | None
    """The table of its data, without a number; None where it stands in the book itself."""
    data_id: str
    see: Link | None = None
    """That table in the book."""


Block = Heading | Prose | TableBlock | FigureBlock


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note or a source, as Markdown on one line."""

    number: int
    text: str
    source: str | None = None
    """The id of the source it tells of."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; the marks in its prose count into `inlines`."""

    slug: str
    number: int | None
    title: str
    """Plain text."""
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    inlines: Mapping[int, Inline] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def tables(self) -> tuple[TableBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, TableBlock))

    @property
    def figures(self) -> tuple[FigureBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, FigureBlock))


@dataclass(frozen=True, slots=True)
class Book:
    """One book of the set."""

    id: str
    title: str
    short: str
    description: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value: a line of the colophon, a number on the front page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The books of a plan with what stands in front of them; all texts but two are plain."""

    language: Language
    title: str
    region: str
    period: str
    as_of: str
    about: str
    """The beginning of the summary, plain, for link previews."""
    summary: str
    """Markdown."""
    disclaimer: str
    """Markdown."""
    counts: tuple[Fact, ...]
    """What the plan holds, in numbers."""
    books: tuple[Book, ...]
    checked: str
    """What the check of the plan leaves open; empty where nobody has said."""
    colophon: tuple[Fact, ...]
    draft: bool

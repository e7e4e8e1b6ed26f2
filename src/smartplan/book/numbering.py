"""Drafts to chapters: sections, tables, figures and footnotes numbered, references resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from smartplan.book import footnotes, words
from smartplan.book.blocks import (
    Block,
    Box,
    Chapter,
    Cited,
    FigureBlock,
    Footnote,
    Heading,
    Inline,
    Link,
    Prose,
    TableBlock,
)
from smartplan.book.chapters import Draft
from smartplan.book.marks import Citation, CrossReference, Placed, in_order
from smartplan.book.markup import Written, escaped, plain
from smartplan.book.pieces import Passage, Title, pieces
from smartplan.book.problems import TemplateProblem
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.table import Cell, Table
from smartplan.language import Language, Text
from smartplan.nearest import listing, nearest
from smartplan.plan import Plan
from smartplan.stages.base import Basis


@dataclass
class _Begun:
    """A chapter whose numbers are given out while it is read."""

    draft: Draft
    number: int | None
    blocks: list[Block] = field(default_factory=list)
    footnotes: dict[Written, int] = field(default_factory=dict)
    sources: dict[Written, str] = field(default_factory=dict)
    cited: dict[tuple[tuple[str, ...], tuple[Text, ...], Basis | None], Cited] = field(
        default_factory=dict
    )
    """What cells cite, by the sources, the remarks and the basis they name."""
    inlines: dict[int, Inline] = field(default_factory=dict)
    references: dict[int, str] = field(default_factory=dict)
    sections: list[int] = field(default_factory=list)
    tables: int = 0
    figures: int = 0
    section: Heading | None = None

    @property
    def title(self) -> str:
        return plain(self.draft.title)


_NOTHING = Cited()


def _placed(draft: Draft) -> Iterator[str]:
    """The ids of the tables that a draft shows."""
    for mark in draft.marks:
        if isinstance(mark, Placed):
            yield mark.table.id


class Numbering:
    """Counts through one book."""

    def __init__(self, plan: Plan, language: Language, *, counting: bool = True) -> None:
        """Without `counting`, for pages outside the books, tables have captions but no numbers."""
        self.plan = plan
        self._counting = counting
        self.language = language
        self._targets: dict[str, Link] = {}
        self._worded: dict[str, Written] = {}
        self._appendix_tables = 0
        self._appendix_figures = 0
        self._standing: set[str] = set()
        """The tables that the book shows, wherever they stand."""

    def chapters(self, drafts: Iterable[Draft]) -> tuple[Chapter, ...]:
        """Two passes: all numbers first, so that a reference may look ahead."""
        begun: list[_Begun] = []
        count = 0
        drafts = list(drafts)
        self._standing = {id_ for draft in drafts for id_ in _placed(draft)}
        for draft in drafts:
            count += draft.numbered
            begun.append(self._begin(draft, count if draft.numbered else None))
        closed = any(draft.closed for draft in (one.draft for one in begun))
        return tuple(self._finish(one, closed=closed) for one in begun)

    def _begin(self, draft: Draft, number: int | None) -> _Begun:
        begun = _Begun(draft, number)
        self._targets[draft.slug] = Link(self._named(begun), draft.slug)
        for piece in pieces(draft):
            if isinstance(piece, Title):
                begun.section = self._heading(begun, piece)
                begun.blocks.append(begun.section)
            elif isinstance(piece, Passage):
                self._read(begun, piece.text)
                begun.blocks.append(Prose(piece.text))
            elif isinstance(piece, Drawing):
                begun.blocks.extend(self._drawn(begun, piece))
            elif piece.rows:
                begun.blocks.append(self._table(begun, piece))
            else:
                self._targets.setdefault(piece.id, self._here(begun))
                begun.blocks.append(self._empty(piece))
        return begun

    def _empty(self, table: Table) -> Prose:
        return Prose(escaped(table.empty.say(self.language)))

    def _drawn(self, begun: _Begun, drawing: Drawing) -> Iterator[Block]:
        """A figure; without data the sentence of its table, unless that table says so itself."""
        if not drawing.is_empty:
            yield self._figure(begun, drawing)
            return
        self._targets.setdefault(drawing.id, self._here(begun))
        if not drawing.data.rows and drawing.data.id not in self._standing:
            yield self._empty(drawing.data)

    def _figure(self, begun: _Begun, drawing: Drawing) -> FigureBlock:
        if not self._counting:
            begun.figures += 1
            number = ""
        elif begun.number is None:
            self._appendix_figures += 1
            number = f"{words.APPENDIX.say(self.language)}.{self._appendix_figures}"
        else:
            begun.figures += 1
            number = f"{begun.number}.{begun.figures}"
        anchor = f"gambar-{(number or str(begun.figures)).replace('.', '-').lower()}"
        text = f"{words.FIGURE.say(self.language)} {number}"
        self._targets.setdefault(drawing.id, Link(text, begun.draft.slug, anchor))
        data = None
        if drawing.data.id not in self._standing:
            data = self._block(begun, drawing.data, "", f"data-{anchor}")
        return FigureBlock(
            id=drawing.id,
            number=number,
            anchor=anchor,
            caption=drawing.caption.say(self.language),
            says=drawing.says.say(self.language),
            layout=drawing.layout,
            diagram=drawing.diagram,
            data=data,
            data_id=drawing.data.id,
        )

    def _named(self, begun: _Begun) -> str:
        if begun.number is None:
            return begun.title
        return f"{words.CHAPTER.say(self.language)} {begun.number}"

    def _here(self, begun: _Begun) -> Link:
        """The section that is being read, or its chapter."""
        section = begun.section
        if section is None:
            return Link(self._named(begun), begun.draft.slug)
        name = section.number or f"“{plain(section.text)}”"
        text = f"{words.SECTION.say(self.language)} {name}"
        return Link(text, begun.draft.slug, section.anchor)

    def _heading(self, begun: _Begun, title: Title) -> Heading:
        depth = title.level - 1
        counts = (begun.sections + [0] * depth)[:depth]
        counts[-1] += 1
        begun.sections = counts
        self._read(begun, title.text)
        steps = ".".join(str(count) for count in counts)
        anchor = f"bagian-{begun.number or 0}.{steps}".replace(".", "-")
        numbered = begun.number is not None and depth <= 2
        return Heading(
            title.level, f"{begun.number}.{steps}" if numbered else None, title.text, anchor
        )

    def _table(self, begun: _Begun, table: Table) -> TableBlock:
        if not self._counting:
            begun.tables += 1
            number = ""
        elif begun.number is None:
            self._appendix_tables += 1
            number = f"{words.APPENDIX.say(self.language)}.{self._appendix_tables}"
        else:
            begun.tables += 1
            number = f"{begun.number}.{begun.tables}"
        anchor = f"tabel-{(number or str(begun.tables)).replace('.', '-').lower()}"
        text = f"{words.TABLE.say(self.language)} {number}"
        self._targets.setdefault(table.id, Link(text, begun.draft.slug, anchor))
        return self._block(begun, table, number, anchor)

    def _block(self, begun: _Begun, table: Table, number: str, anchor: str) -> TableBlock:
        return TableBlock(
            id=table.id,
            number=number,
            anchor=anchor,
            caption=table.caption.say(self.language),
            headings=tuple(column.heading.say(self.language) for column in table.columns),
            aligns=tuple(column.align for column in table.columns),
            rows=tuple(self._row(begun, row) for row in table.rows),
            total=self._row(begun, table.total) if table.total else None,
            wide=table.wide,
        )

    def _row(self, begun: _Begun, cells: Iterable[Cell]) -> tuple[Box, ...]:
        return tuple([self._box(begun, cell) for cell in cells])

    def _box(self, begun: _Begun, cell: Cell) -> Box:
        parts = tuple([self._box(begun, part) for part in cell.parts]) if cell.parts else ()
        return Box(cell.text, self._cell_cited(begun, cell), cell.item, cell.value, parts)

    def _cell_cited(self, begun: _Begun, cell: Cell) -> Cited:
        """Most cells cite nothing, and most that do cite what another has cited."""
        marked = cell.basis in ("derived", "proposal")
        if not (cell.sources or cell.remarks or marked):
            return _NOTHING
        said = (cell.sources, cell.remarks, cell.basis if marked else None)
        if said not in begun.cited:
            remarks = tuple(footnotes.worded(cell.remarks, self.language))
            bases = (cell.basis,) if cell.basis and marked else ()
            begun.cited[said] = self._cited(begun, Citation(cell.sources, remarks, bases))
        return begun.cited[said]

    def _read(self, begun: _Begun, text: str) -> None:
        for number in in_order(text):
            mark = begun.draft.marks[number]
            if isinstance(mark, Citation):
                begun.inlines[number] = self._cited(begun, mark)
            elif isinstance(mark, CrossReference):
                begun.references[number] = mark.target

    def _cited(self, begun: _Begun, citation: Citation) -> Cited:
        if not (citation.sources or citation.notes):
            return Cited((), citation.bases)
        said = {self._reference(id_): id_ for id_ in citation.sources}
        begun.sources.update(said)
        numbers = {
            begun.footnotes.setdefault(text, len(begun.footnotes) + 1)
            for text in (*said, *citation.notes)
        }
        return Cited(tuple(sorted(numbers)), citation.bases)

    def _reference(self, id_: str) -> Written:
        """A source is cited hundreds of times and worded once."""
        if id_ not in self._worded:
            self._worded[id_] = footnotes.reference(self.plan, id_, self.language)
        return self._worded[id_]

    def _finish(self, begun: _Begun, *, closed: bool) -> Chapter:
        for number, target in begun.references.items():
            begun.inlines[number] = self._resolved(begun, target, closed=closed)
        return Chapter(
            slug=begun.draft.slug,
            number=begun.number,
            title=begun.title,
            blocks=tuple(self._referred(block) for block in begun.blocks),
            footnotes=tuple(
                Footnote(number, str(text), begun.sources.get(text))
                for text, number in begun.footnotes.items()
            ),
            inlines=begun.inlines,
        )

    def _referred(self, block: Block) -> Block:
        """A figure whose data stand in the book learns where."""
        if not isinstance(block, FigureBlock) or block.data is not None:
            return block
        return replace(block, see=self._targets[block.data_id])

    def _resolved(self, begun: _Begun, target: str, *, closed: bool) -> Link:
        """An unknown target is an error, unless it may be in a chapter that is not shown yet."""
        if target in self._targets:
            return self._targets[target]
        if closed:
            return Link(words.NOT_YET_SHOWN.say(self.language))
        close = nearest(target, self._targets)
        raise TemplateProblem(
            begun.draft.template,
            None,
            Text(
                f"`see` menyebut `{target}`, yang tidak ada dalam buku ini",
                f"`see` names `{target}`, which is not in this book",
            ),
            Text(f"mungkin maksudnya {listing(close)}", f"did you mean {listing(close)}")
            if close
            else None,
        )

"""A chapter's blocks as HTML: what the pages of the site are put together from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from smartplan.book import svg, words
from smartplan.book.blocks import (
    Block,
    Box,
    Chapter,
    Cited,
    FigureBlock,
    Heading,
    Link,
    Prose,
    TableBlock,
)
from smartplan.book.dossiers import FACTS
from smartplan.book.entities import safe
from smartplan.book.marks import TOKEN, drawn
from smartplan.book.markup import LINKS, escaped, is_bare, plain
from smartplan.figures.table import Align
from smartplan.language import Language, label

_REMEMBERED = 4_096
"""Texts whose HTML is kept: more than a plan repeats, and an end for a preview that goes on."""
_LONGEST_NAME = 100
"""Characters; what is longer is no name."""
_UNUSED = ["table", "code", "fence", "heading", "lheading", "html_block", "html_inline", "image"]
"""What prose never is: tables and headings are blocks of their own, images would be requests."""
_PAGE = re.compile(r"(?:\.\./)?(?:[a-z0-9-]+/)?[A-Za-z0-9-]+\.md")
_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")
_SOURCE = re.compile(r"(<em>.*?</em>)(.*?), (<a [^>]*>)https?:[^<]*</a>(?=\.$)")
"""A source with its address behind it; on a page the title leads there, and paper prints it."""
_EXTERNAL = re.compile(r'<a href="(?=https?:)')


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `first` is the id of the place that cites it first, the only one it knows."""

    number: int
    html: Markup
    first: str


@dataclass(frozen=True, slots=True)
class Setting:
    """The page that a chapter is drawn on."""

    language: Language
    items: Mapping[tuple[str, str], str]
    """The pages of items, by kind and id."""
    up: str = "../"
    """The way from the page to the site's top."""
    downloads: Mapping[str, str] = field(default_factory=dict)
    """The data files of its tables, by anchor."""
    sortable: bool = False
    """Whether cells carry their numbers, for a script to sort by."""


class Drawing:
    """Draws the blocks of one chapter; names that have a page of their own lead there."""

    def __init__(self, chapter: Chapter, environment: Environment, setting: Setting) -> None:
        self.chapter = chapter
        self.language: Language = setting.language
        self.setting = setting
        self._environment = environment
        self._cited_before: set[int] = set()
        self._marks: dict[Cited, str] = {}
        """Marks without an id; the same few stand in hundreds of cells."""

    def section(self, heading: Heading) -> dict[str, object]:
        """A heading as the page's own contents list it."""
        return {
            "level": heading.level,
            "number": heading.number,
            "anchor": heading.anchor,
            "text": plain(drawn(heading.text, self._word)),
        }

    def _word(self, number: int) -> str:
        inline = self.chapter.inlines[number]
        return "" if isinstance(inline, Cited) else escaped(inline.text)

    def block(self, block: Block) -> dict[str, object]:
        if isinstance(block, Heading):
            return {
                "kind": "heading",
                "level": block.level,
                "number": block.number,
                "anchor": block.anchor,
                "html": self._marked(_inline(block.text)),
            }
        if isinstance(block, Prose):
            return {"kind": "prose", "html": self._marked(as_html(block.text))}
        if isinstance(block, FigureBlock):
            return {"kind": "figure", **self._figure(block)}
        return {"kind": "table", **self._table(block)}

    def _figure(self, figure: FigureBlock) -> dict[str, object]:
        name = f"{words.FIGURE.say(self.language)} {figure.number} {figure.caption}"
        return {
            "figure": figure,
            "pictures": svg.drawn(self._environment, figure, name),
            "data": self._table(figure.data) if figure.data else None,
            "see": self._linked(figure.see) if figure.see else None,
        }

    def _table(self, table: TableBlock) -> dict[str, object]:
        path = self.setting.downloads.get(table.anchor)
        tags = _tags(table, 0 if table.id == FACTS else _row_heading(table))
        total = _tags(table, 0)
        return {
            "table": table,
            "csv": self.setting.up + path if path else "",
            "ways": [Markup(_way(align)) for align in table.aligns],
            "rows": Markup("\n".join([self._row(row, tags) for row in table.rows])),
            "total": Markup(self._row(table.total, total)) if table.total else None,
        }

    def _row(self, row: Iterable[Box], tags: Iterable[tuple[str, str]]) -> str:
        """A row on a line of its own; here and not in a template, for a site has 100,000 cells."""
        cells = [
            f"<{tag}{way}{self._value(box, tag)}>{self._cell(box)}</{tag}>"
            for box, (tag, way) in zip(row, tags, strict=True)
        ]
        return f"<tr>{''.join(cells)}</tr>"

    def _value(self, box: Box, tag: str) -> str:
        if not self.setting.sortable or tag != "td" or box.value is None:
            return ""
        return f' data-value="{box.value}"'

    def _cell(self, box: Box) -> str:
        text = "; ".join(map(self._name, box.parts)) if box.parts else self._name(box)
        return text + self._cited(box.cited)

    def _name(self, box: Box) -> str:
        path = self.setting.items.get(box.item) if box.item else None
        if path is None:
            return _address(box.text)
        return f'<a href="{safe(self.setting.up + path)}">{safe(box.text)}</a>'

    def notes(self) -> Iterator[Note]:
        for note in self.chapter.footnotes:
            html = Markup(_SOURCE.sub(r"\3\1</a>\2", str(_inline(note.text)), count=1))
            path = self.setting.items.get(("source", note.source)) if note.source else None
            if path is not None:
                html += Markup(' <a class="source" href="{}">{}</a>').format(
                    self.setting.up + path, note.source
                )
            first = f"rujuk-{note.number}" if note.number in self._cited_before else ""
            yield Note(note.number, html, first)

    def _marked(self, html: Markup) -> Markup:
        return Markup(TOKEN.sub(lambda match: self._mark(int(match[1])), str(html)))

    def _mark(self, number: int) -> str:
        inline = self.chapter.inlines[number]
        return self._cited(inline) if isinstance(inline, Cited) else self._linked(inline)

    def _linked(self, inline: Link) -> Markup:
        if inline.chapter is None:
            return escape(inline.text)
        page = "" if inline.chapter == self.chapter.slug else f"{inline.chapter}.html"
        target = f"{page}#{inline.anchor}" if inline.anchor else page or f"{inline.chapter}.html"
        return Markup('<a class="see" href="{}">{}</a>').format(target, inline.text)

    def _cited(self, cited: Cited) -> str:
        if not (cited.footnotes or cited.bases):
            return ""
        if cited in self._marks:
            return self._marks[cited]
        is_known = self._cited_before.issuperset(cited.footnotes)
        bases = "".join(
            f' <span class="basis basis-{basis}">{label("basis", basis).say(self.language)}</span>'
            for basis in cited.bases
        )
        notes = ", ".join(map(self._reference, cited.footnotes))
        told = f"{bases}<sup>{notes}</sup>" if notes else bases
        if is_known:
            self._marks[cited] = told
        return told

    def _reference(self, number: int) -> str:
        """A mark; hundreds may cite the same note, so that only the first can be gone back to."""
        id_, name = "", safe(words.FOOTNOTE.say(self.language))
        if number not in self._cited_before:
            self._cited_before.add(number)
            id_ = f' id="rujuk-{number}"'
        return f'<a{id_} href="#catatan-{number}" aria-label="{name} {number}">{number}</a>'


def _address(text: str) -> str:
    """A cell that is a web address and nothing else leads there."""
    if text.startswith("http") and _WEB.fullmatch(text):
        return f'<a rel="noopener noreferrer" href="{safe(text)}">{safe(text)}</a>'
    return safe(text)


def _tags(table: TableBlock, heading: int | None) -> list[tuple[str, str]]:
    """The element and the attributes of each column's cells; the `heading` names the rows."""
    return [
        ("th", f' scope="row"{_way(align)}') if place == heading else ("td", _way(align))
        for place, align in enumerate(table.aligns)
    ]


def _way(align: Align) -> str:
    return "" if align == "left" else f' class="{align}"'


def _row_heading(table: TableBlock) -> int | None:
    """The column that names the rows: the first one of words, unless it holds whole sentences."""
    column = next((i for i, align in enumerate(table.aligns) if align == "left"), None)
    if column is None or len(table.rows) < 2:
        return None
    longest = max(len(row[column].text) for row in table.rows)
    return column if longest <= _LONGEST_NAME else None


def as_html(text: str) -> Markup:
    """Prose as the pages show it."""
    return Markup(_rendered(text))


@lru_cache(_REMEMBERED)
def _inline(text: str) -> Markup:
    """A line as HTML; the same source is cited on many pages and parsed once."""
    return Markup(_outward(_markdown().renderInline(text)))


@lru_cache(_REMEMBERED)
def _rendered(text: str) -> str:
    """Prose as HTML; the same text, such as a note or a definition, is parsed once."""
    if is_bare(text) and '"' not in text:
        return f"<p>{text}</p>\n"
    return _outward(_markdown().render(text))


def _outward(html: str) -> str:
    return _EXTERNAL.sub('<a rel="noopener noreferrer" href="', html)


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.disable(_UNUSED)
    parser.validateLink = _may_link  # type: ignore[method-assign]
    normal = parser.normalizeLink
    parser.normalizeLink = lambda url: _as_page(normal(url))  # type: ignore[method-assign]
    return parser


def _may_link(url: str) -> bool:
    return url.lower().startswith((*LINKS, "#")) or _HTML_PAGE.fullmatch(url) is not None


_HTML_PAGE = re.compile(_PAGE.pattern.removesuffix("md") + "html")


def _as_page(url: str) -> str:
    """A chapter of the books is named by its Markdown file."""
    return url.removesuffix(".md") + ".html" if _PAGE.fullmatch(url) else url

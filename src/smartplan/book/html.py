"""A chapter's blocks as HTML: what the pages of the site are put together from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

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
from smartplan.book.marks import TOKEN, drawn
from smartplan.book.markup import LINKS, escaped, plain
from smartplan.language import Language, label

_LONGEST_NAME = 100
"""Characters; what is longer is no name."""
_UNUSED = ["table", "code", "fence", "heading", "lheading", "html_block", "html_inline", "image"]
"""What prose never is: tables and headings are blocks of their own, images would be requests."""
_PAGE = re.compile(r"(?:\.\./)?(?:[a-z0-9-]+/)?[A-Za-z0-9-]+\.md")
_WEB = re.compile(r"https?://[^\s<>\"'`\\]+")
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


class Drawing:
    """Draws the blocks of one chapter; names that have a page of their own lead there."""

    def __init__(self, chapter: Chapter, environment: Environment, setting: Setting) -> None:
        self.chapter = chapter
        self.language: Language = setting.language
        self.setting = setting
        self._environment = environment
        self._cited_before: set[int] = set()

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
        return {
            "table": table,
            "csv": self.setting.up + path if path else "",
            "row_heading": _row_heading(table),
            "rows": [[self._cell(box) for box in row] for row in table.rows],
            "total": [self._cell(box) for box in table.total] if table.total else None,
        }

    def _cell(self, box: Box) -> Markup:
        if box.parts:
            text = Markup("; ").join(self._name(part) for part in box.parts)
        else:
            text = self._name(box)
        return text + self._cited(box.cited)

    def _name(self, box: Box) -> Markup:
        path = self.setting.items.get(box.item) if box.item else None
        if path is None:
            return _address(box.text)
        # Not `Markup.format`, which takes as long as all the rest of a page.
        return Markup(f'<a href="{escape(self.setting.up + path)}">{escape(box.text)}</a>')

    def notes(self) -> Iterator[Note]:
        for note in self.chapter.footnotes:
            html = _inline(note.text)
            path = self.setting.items.get(("source", note.source)) if note.source else None
            if path is not None:
                html += Markup(' <a class="source" href="{}">{}</a>').format(
                    self.setting.up + path, note.source
                )
            first = f"rujuk-{note.number}" if note.number in self._cited_before else ""
            yield Note(note.number, html, first)

    def _marked(self, html: Markup) -> Markup:
        return Markup(TOKEN.sub(lambda match: self._mark(int(match[1])), html))

    def _mark(self, number: int) -> Markup:
        inline = self.chapter.inlines[number]
        if isinstance(inline, Cited):
            return self._cited(inline)
        return self._linked(inline)

    def _linked(self, inline: Link) -> Markup:
        if inline.chapter is None:
            return escape(inline.text)
        page = "" if inline.chapter == self.chapter.slug else f"{inline.chapter}.html"
        target = f"{page}#{inline.anchor}" if inline.anchor else page or f"{inline.chapter}.html"
        return Markup('<a class="see" href="{}">{}</a>').format(target, inline.text)

    def _cited(self, cited: Cited) -> Markup:
        bases = [
            Markup(' <span class="basis basis-{}">{}</span>').format(
                basis, label("basis", basis).say(self.language)
            )
            for basis in cited.bases
        ]
        notes = Markup(", ").join(self._reference(number) for number in cited.footnotes)
        if notes:
            bases.append(Markup('<sup class="note">{}</sup>').format(notes))
        return Markup("").join(bases)

    def _reference(self, number: int) -> Markup:
        """A mark; hundreds may cite the same note, so that only the first can be gone back to."""
        id_, name = "", escape(words.FOOTNOTE.say(self.language))
        if number not in self._cited_before:
            self._cited_before.add(number)
            id_ = f' id="rujuk-{number}"'
        return Markup(f'<a{id_} href="#catatan-{number}" aria-label="{name} {number}">{number}</a>')


def _address(text: str) -> Markup:
    """A cell that is a web address and nothing else leads there."""
    if _WEB.fullmatch(text):
        return Markup('<a rel="noopener noreferrer" href="{}">{}</a>').format(text, text)
    return escape(text)


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


@cache
def _inline(text: str) -> Markup:
    """A line as HTML; the same source is cited on many pages and parsed once."""
    return Markup(_outward(_markdown().renderInline(text)))


@cache
def _rendered(text: str) -> str:
    """Prose as HTML; the same text, such as a note or a definition, is parsed once."""
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

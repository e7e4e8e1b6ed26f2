"""The books as a static site: one page a chapter, no script, no request to anywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from posixpath import relpath

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from smartplan.book import words
from smartplan.book.blocks import (
    Block,
    Book,
    Box,
    Chapter,
    Cited,
    Heading,
    Prose,
    Publication,
    TableBlock,
)
from smartplan.book.environment import html_environment
from smartplan.book.folders import Folders
from smartplan.book.marks import TOKEN, drawn
from smartplan.book.markup import LINKS, escaped, plain, without_marks
from smartplan.book.problems import explained
from smartplan.language import Language, Text, label

STYLE = "assets/style.css"
_LONGEST_NAME = 100
"""Characters; what is longer is no name."""
_UNUSED = ["table", "code", "fence", "heading", "lheading", "html_block", "html_inline", "image"]
"""What prose never is: tables and headings are blocks of their own, images would be requests."""
_PAGE = re.compile(r"(?:\.\./)?(?:[a-z0-9-]+/)?[A-Za-z0-9-]+\.md")
_EXTERNAL = re.compile(r'<a href="(?=https?:)')


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as the navigation knows it."""

    path: str
    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A book as the navigation knows it."""

    id: str
    title: str
    short: str
    description: str
    front: _Page
    pages: tuple[_Page, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    """A footnote with the ids of the places that cite it."""

    number: int
    html: Markup
    uses: tuple[str, ...]


@dataclass
class _Uses:
    """Counts how often a chapter cites a footnote, so that each place has an id of its own."""

    places: dict[int, list[str]] = field(default_factory=dict)

    def next(self, number: int) -> str:
        found = self.places.setdefault(number, [])
        found.append(f"rujuk-{number}-{len(found) + 1}")
        return found[-1]


def write(publication: Publication, folders: Folders) -> dict[str, str]:
    """All files, by path."""
    return _Site(publication, folders).files()


class _Site:
    """Draws every page with one environment."""

    def __init__(self, publication: Publication, folders: Folders) -> None:
        self.publication = publication
        self.folders = folders
        self.language: Language = publication.language
        self.shelves = tuple(_shelf(book) for book in publication.books)
        self._environment: Environment = html_environment(folders)
        self._environment.globals = {
            "range": range,
            "say": self._say,
            "say_basis": lambda basis: label("basis", basis).say(self.language),
            "publication": publication,
            "shelves": self.shelves,
            "lang": str(self.language),
        }

    def _say(self, name: str) -> str:
        text = getattr(words, name)
        assert isinstance(text, Text)
        return text.say(self.language)

    def files(self) -> dict[str, str]:
        with explained("html/style.css", self.folders):
            files = {STYLE: self.folders.read("html/style.css").decode("utf-8")}
        files["index.html"] = self._page(
            "index.html",
            "index",
            summary=_prose(self.publication.summary),
            disclaimer=_prose(self.publication.disclaimer),
        )
        for book, shelf in zip(self.publication.books, self.shelves, strict=True):
            files[shelf.front.path] = self._front(book, shelf)
            for place, chapter in enumerate(book.chapters):
                files[shelf.pages[place].path] = self._chapter(shelf, place, chapter)
        return files

    def _page(self, path: str, template: str, **values: object) -> str:
        name = f"html/{template}.html.j2"

        def to(target: str) -> str:
            return relpath(target, path.rpartition("/")[0] or ".")

        with explained(name, self.folders):
            page = self._environment.get_template(name)
            text = page.render(path=path, to=to, style=to(STYLE), **values)
        # All marks are drawn by now: what is left of their characters stood in the plan.
        return without_marks(text)

    def _front(self, book: Book, shelf: _Shelf) -> str:
        tables = [
            (table, f"{book.id}/{chapter.slug}.html#{table.anchor}")
            for chapter in book.chapters
            for table in chapter.tables
        ]
        disclaimer = _prose(self.publication.disclaimer)
        return self._page(
            shelf.front.path, "book", shelf=shelf, tables=tables, disclaimer=disclaimer
        )

    def _chapter(self, shelf: _Shelf, place: int, chapter: Chapter) -> str:
        drawing = _Drawing(chapter, self.language)
        blocks = [drawing.block(block) for block in chapter.blocks]
        sections = [drawing.section(heading) for heading in chapter.headings if heading.level < 4]
        return self._page(
            shelf.pages[place].path,
            "chapter",
            shelf=shelf,
            chapter=chapter,
            blocks=blocks,
            sections=sections,
            notes=list(drawing.notes()),
            previous=shelf.pages[place - 1] if place else None,
            following=shelf.pages[place + 1] if place + 1 < len(shelf.pages) else None,
        )


def _shelf(book: Book) -> _Shelf:
    pages = tuple(
        _Page(f"{book.id}/{chapter.slug}.html", chapter.title, chapter.number)
        for chapter in book.chapters
    )
    front = _Page(f"{book.id}/index.html", book.title)
    return _Shelf(book.id, book.title, book.short, book.description, front, pages)


class _Drawing:
    """Draws the blocks of one chapter."""

    def __init__(self, chapter: Chapter, language: Language) -> None:
        self.chapter = chapter
        self.language = language
        self._uses = _Uses()

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
            return {"kind": "prose", "html": self._marked(_prose(block.text))}
        return {"kind": "table", **self._table(block)}

    def _table(self, table: TableBlock) -> dict[str, object]:
        return {
            "table": table,
            "row_heading": _row_heading(table),
            "rows": [[self._cell(box) for box in row] for row in table.rows],
            "total": [self._cell(box) for box in table.total] if table.total else None,
        }

    def _cell(self, box: Box) -> Markup:
        return escape(box.text) + self._cited(box.cited)

    def notes(self) -> Iterator[_Note]:
        for note in self.chapter.footnotes:
            uses = tuple(self._uses.places.get(note.number, ()))
            yield _Note(note.number, _inline(note.text), uses)

    def _marked(self, html: Markup) -> Markup:
        return Markup(TOKEN.sub(lambda match: self._mark(int(match[1])), html))

    def _mark(self, number: int) -> Markup:
        inline = self.chapter.inlines[number]
        if isinstance(inline, Cited):
            return self._cited(inline)
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
        notes = [self._reference(number) for number in cited.footnotes]
        return Markup("").join([*bases, *notes])

    def _reference(self, number: int) -> Markup:
        return Markup(
            '<sup class="note"><a id="{}" href="#catatan-{}" aria-label="{} {}">{}</a></sup>'
        ).format(self._uses.next(number), number, words.FOOTNOTE.say(self.language), number, number)


def _row_heading(table: TableBlock) -> int | None:
    """The column that names the rows: the first one of words, unless it holds whole sentences."""
    column = next((i for i, align in enumerate(table.aligns) if align == "left"), None)
    if column is None or len(table.rows) < 2:
        return None
    longest = max(len(row[column].text) for row in table.rows)
    return column if longest <= _LONGEST_NAME else None


def _prose(text: str) -> Markup:
    return Markup(_rendered(text))


def _inline(text: str) -> Markup:
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

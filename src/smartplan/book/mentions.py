"""Which chapters of the books name an item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.book import assembly
from smartplan.book.blocks import Block, Book, Chapter, FigureBlock, TableBlock
from smartplan.book.folders import Folders
from smartplan.book.markup import escaped
from smartplan.language import Language
from smartplan.plan import Plan


@dataclass(frozen=True, slots=True)
class Mention:
    """A chapter that names the item."""

    book: str
    slug: str
    number: int | None
    title: str


def mentions(plan: Plan, names: tuple[str, ...], language: Language) -> tuple[Mention, ...]:
    """The chapters, of all books the plan wants, in whose text one of these names stands.

    The books are rendered in memory and searched: headings, prose, table cells and footnotes, for
    the whole name in any letter case. A chapter that speaks of the item only by a mark (M1, S3) or
    counts it in a sum is not found. `UnknownBook` where the language has no templates.
    """
    folders = Folders(None)
    wanted = assembly.chosen(plan, folders, language, ())
    made = assembly.publication(plan, folders, language, wanted, draft=True)
    patterns = _patterns(names)
    if patterns is None:
        return ()
    return tuple(found for book in made.books for found in _in_book(book, patterns))


Patterns = tuple[re.Pattern[str], re.Pattern[str]]
"""For plain text, and for Markdown as the templates write plain text into it."""


def _patterns(names: tuple[str, ...]) -> Patterns | None:
    told = [" ".join(name.split()) for name in names if name.strip()]
    if not told:
        return None
    return _any_of(told), _any_of([escaped(name) for name in told])


def _any_of(names: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _in_book(book: Book, patterns: Patterns) -> Iterator[Mention]:
    for chapter in book.chapters:
        if any(pattern.search(text) for pattern, text in _texts(chapter, patterns)):
            yield Mention(book.id, chapter.slug, chapter.number, chapter.title)


def _texts(chapter: Chapter, patterns: Patterns) -> Iterator[tuple[re.Pattern[str], str]]:
    plain, written = patterns
    yield plain, chapter.title
    for block in chapter.blocks:
        yield from ((plain if is_plain else written, text) for is_plain, text in _said(block))
    for note in chapter.footnotes:
        yield written, note.text


def _said(block: Block) -> Iterator[tuple[bool, str]]:
    if isinstance(block, FigureBlock):
        # Its data name what it shows, and stand in a table of their own or in the book's.
        yield True, block.caption
        if block.data is not None:
            yield from _said(block.data)
    elif isinstance(block, TableBlock):
        yield True, block.caption
        for row in (*block.rows, *((block.total,) if block.total else ())):
            yield from ((True, " ".join(box.text.split())) for box in row)
    else:
        yield False, " ".join(block.text.split())

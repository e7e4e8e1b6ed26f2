"""Where in the books each item stands: the way back from its page to what is said of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from smartplan.book import words
from smartplan.book.blocks import Book, Box, Chapter, Fact, Publication, TableBlock
from smartplan.language import Language

Name = tuple[str, str]
"""A kind and an id."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A chapter that names an item, and the places in it."""

    book: str
    chapter: str
    path: str
    places: tuple[Fact, ...]
    """What a place is called, and its anchor."""


def mentioned(publication: Publication) -> Mapping[Name, tuple[Mentioned, ...]]:
    """The chapters that name each item, in the order of the books."""
    found: dict[Name, list[Mentioned]] = {}
    for book in publication.books:
        for chapter in book.chapters:
            for name, places in _places(chapter, publication.language).items():
                entry = _entry(book, chapter, publication.language, places)
                found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def _entry(book: Book, chapter: Chapter, language: Language, places: Iterable[Fact]) -> Mentioned:
    number = f"{words.CHAPTER.say(language)} {chapter.number} " if chapter.number else ""
    path = f"{book.id}/{chapter.slug}.html"
    return Mentioned(book.short, f"{number}{chapter.title}", path, tuple(places))


def _places(chapter: Chapter, language: Language) -> dict[Name, list[Fact]]:
    places: dict[Name, list[Fact]] = {}
    for table in chapter.tables:
        text = f"{words.TABLE.say(language)} {table.number}"
        for name in dict.fromkeys(_names(table)):
            places.setdefault(name, []).append(Fact(text, table.anchor))
    for note in chapter.footnotes:
        if note.source is not None:
            text = f"{words.FOOTNOTE.say(language)} {note.number}"
            place = Fact(text, f"catatan-{note.number}")
            places.setdefault(("source", note.source), []).append(place)
    return places


def _names(table: TableBlock) -> Iterator[Name]:
    for row in (*table.rows, table.total or ()):
        for box in row:
            yield from _named(box)


def _named(box: Box) -> Iterator[Name]:
    if box.item is not None:
        yield box.item
    for part in box.parts:
        yield from _named(part)

"""The chapter in front of a book that lists its figures and tables."""

from collections.abc import Iterable, Iterator

from smartplan.book import words
from smartplan.book.blocks import (
    Block,
    Chapter,
    FigureBlock,
    Heading,
    Inline,
    Link,
    Prose,
    TableBlock,
)
from smartplan.book.marks import token
from smartplan.language import Language, Text

SLUG = "00-daftar-tabel-dan-gambar"


def with_lists(chapters: Iterable[Chapter], language: Language) -> Iterator[Chapter]:
    """The chapters, with the lists before the first that is numbered."""
    found = tuple(chapters)
    waiting = _lists(found, language)
    for chapter in found:
        if waiting is not None and chapter.number is not None:
            yield waiting
            waiting = None
        yield chapter
    if waiting is not None:
        yield waiting


def _lists(chapters: tuple[Chapter, ...], language: Language) -> Chapter | None:
    """Links to all figures and tables; None where there are none."""
    figures = [(chapter.slug, block) for chapter in chapters for block in chapter.figures]
    tables = [(chapter.slug, block) for chapter in chapters for block in chapter.tables]
    blocks: list[Block] = []
    inlines: dict[int, Inline] = {}
    if figures:
        blocks += _section(words.FIGURES, "gambar", language)
        blocks.append(_links(figures, words.FIGURE, inlines, language))
    if tables:
        blocks += _section(words.TABLES, "tabel", language)
        blocks.append(_links(tables, words.TABLE, inlines, language))
    if not blocks:
        return None
    return Chapter(SLUG, None, words.LISTS.say(language), tuple(blocks), inlines=inlines)


def _section(name: Text, anchor: str, language: Language) -> list[Block]:
    return [Heading(2, None, name.say(language), f"daftar-{anchor}")]


def _links(
    entries: Iterable[tuple[str, FigureBlock | TableBlock]],
    kind: Text,
    inlines: dict[int, Inline],
    language: Language,
) -> Prose:
    lines = []
    for slug, block in entries:
        text = f"{kind.say(language)} {block.number} {block.caption}"
        lines.append(f"- {token(len(inlines))}")
        inlines[len(inlines)] = Link(text, slug, block.anchor)
    return Prose("\n".join(lines))

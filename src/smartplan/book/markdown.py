"""The books as Markdown: one file a chapter, as GitHub and GitLab show it."""

import re
from collections.abc import Iterator

from smartplan.book import mermaid, words
from smartplan.book.blocks import (
    Block,
    Book,
    Box,
    Chapter,
    Cited,
    FigureBlock,
    Heading,
    Link,
    Publication,
    TableBlock,
)
from smartplan.book.marks import drawn
from smartplan.book.markup import escaped, plain
from smartplan.figures.table import Align
from smartplan.language import Language, label

_RULES: dict[Align, str] = {"left": ":--", "right": "--:", "center": ":-:"}
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def write(publication: Publication) -> dict[str, str]:
    """All files, by path."""
    files = {"README.md": _index(publication)}
    for book in publication.books:
        writer = _Writer(publication, book)
        files[f"{book.id}/README.md"] = writer.contents()
        for place, chapter in enumerate(book.chapters):
            files[f"{book.id}/{chapter.slug}.md"] = writer.chapter(place, chapter)
    return files


def _index(publication: Publication) -> str:
    language = publication.language
    parts = [f"# {escaped(publication.title)}", *_notice(publication)]
    where = f"{publication.region}, {publication.period}"
    as_of = f"{words.AS_OF.say(language)} {publication.as_of}"
    parts.append(f"{escaped(where)}. {escaped(as_of)}.")
    parts += [text for text in (publication.summary,) if text]
    parts.append(f"## {words.BOOKS.say(language)}")
    for book in publication.books:
        parts.append(f"### [{escaped(book.title)}]({book.id}/README.md)")
        parts.append(escaped(book.description))
        parts.append(_listed(_entries(book, language, f"{book.id}/")))
    if not publication.books:
        parts.append(words.NO_BOOK.say(language))
    if publication.disclaimer:
        parts += [f"## {words.STANDING.say(language)}", publication.disclaimer]
    parts += _colophon(publication)
    return _file(parts)


def _notice(publication: Publication) -> list[str]:
    """The mark on every page of a draft."""
    if not publication.draft:
        return []
    language = publication.language
    return [f"> **{words.DRAFT.say(language)}.** {words.DRAFT_NOTICE.say(language)}"]


def _colophon(publication: Publication) -> list[str]:
    facts = [f"- {fact.name}: {escaped(fact.value)}" for fact in publication.colophon]
    return [f"## {words.COLOPHON.say(publication.language)}", _listed(facts)]


def _entries(book: Book, language: Language, folder: str = "") -> Iterator[str]:
    for chapter in book.chapters:
        yield f"- [{_titled(chapter, language)}]({folder}{chapter.slug}.md)"


def _titled(chapter: Chapter, language: Language) -> str:
    title = escaped(chapter.title)
    return f"{words.CHAPTER.say(language)} {chapter.number} {title}" if chapter.number else title


def _listed(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(lines)


def _file(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


class _Writer:
    """Draws the chapters of one book."""

    def __init__(self, publication: Publication, book: Book) -> None:
        self.publication = publication
        self.book = book
        self.language: Language = publication.language
        self._slugs = {chapter.slug: dict(_slugs(chapter)) for chapter in book.chapters}

    def contents(self) -> str:
        """The book's front page: what it is and its chapters."""
        publication, book = self.publication, self.book
        parts = [f"# {escaped(book.title)}", *_notice(publication)]
        parts.append(f"**{escaped(publication.title)}** ({escaped(publication.period)})")
        parts += [escaped(book.description), f"## {words.CONTENTS.say(self.language)}"]
        parts.append(_listed(_entries(book, self.language)))
        if publication.disclaimer:
            parts += [f"## {words.STANDING.say(self.language)}", publication.disclaimer]
        parts += _colophon(publication)
        parts.append(f"[{words.HOME.say(self.language)}](../README.md)")
        return _file(parts)

    def chapter(self, place: int, chapter: Chapter) -> str:
        """One file, with its footnotes and the way to its neighbours."""
        parts = [f"# {_titled(chapter, self.language)}", *_notice(self.publication)]
        parts += [self._block(chapter, block) for block in chapter.blocks]
        parts.append(self._ways(place))
        notes = [f"[^{note.number}]: {note.text}" for note in chapter.footnotes]
        return _file([*parts, "\n".join(notes)])

    def _block(self, chapter: Chapter, block: Block) -> str:
        if isinstance(block, TableBlock):
            return self._table(block)
        if isinstance(block, FigureBlock):
            return self._figure(chapter, block)
        text = drawn(block.text, lambda number: self._inline(chapter, number))
        if not isinstance(block, Heading):
            return text
        return f"{'#' * block.level} {block.number + ' ' if block.number else ''}{text}"

    def _inline(self, chapter: Chapter, number: int) -> str:
        inline = chapter.inlines[number]
        if isinstance(inline, Cited):
            return _marks(inline, self.language)
        if inline.chapter is None:
            return escaped(inline.text)
        return f"[{escaped(inline.text)}]({self._reference(chapter, inline)})"

    def _reference(self, chapter: Chapter, link: Link) -> str:
        assert link.chapter is not None
        target = self._target(link.chapter, link.anchor)
        same = f"{chapter.slug}.md#"
        return "#" + target.removeprefix(same) if target.startswith(same) else target

    def _target(self, chapter: str, anchor: str | None) -> str:
        slug = self._slugs[chapter].get(anchor) if anchor else None
        return f"{chapter}.md#{slug}" if slug else f"{chapter}.md"

    def _figure(self, chapter: Chapter, figure: FigureBlock) -> str:
        """The caption, what the figure shows, a diagram if Mermaid has one, and its data."""
        name = f"{words.FIGURE.say(self.language)} {figure.number}".rstrip()
        parts = [f"**{name}** {escaped(figure.caption)}"]
        if figure.diagram is not None:
            parts.append(mermaid.fenced(figure.diagram))
        parts.append(escaped(figure.says))
        if figure.see is not None and figure.see.chapter is not None:
            target = self._reference(chapter, figure.see)
            said = f"{words.DATA.say(self.language)}: [{escaped(figure.see.text)}]({target})."
            parts.append(said)
        if figure.data is not None:
            parts.append(self._rows(figure.data))
        return "\n\n".join(parts)

    def _table(self, table: TableBlock) -> str:
        title = f"**{words.TABLE.say(self.language)} {table.number}** {escaped(table.caption)}"
        return f"{title}\n\n{self._rows(table)}"

    def _rows(self, table: TableBlock) -> str:
        rows = [
            _row(escaped(heading) for heading in table.headings),
            _row(_RULES[align] for align in table.aligns),
            *(_row(self._box(box) for box in row) for row in table.rows),
        ]
        if table.total:
            rows.append(_row(self._bold(box) for box in table.total))
        return "\n".join(rows)

    def _box(self, box: Box) -> str:
        return escaped(box.text) + _marks(box.cited, self.language)

    def _bold(self, box: Box) -> str:
        text = escaped(box.text).strip()
        return (f"**{text}**" if text else "") + _marks(box.cited, self.language)

    def _ways(self, place: int) -> str:
        chapters = self.book.chapters
        ways = [(words.CONTENTS, "README.md")]
        if place > 0:
            ways.insert(0, (words.PREVIOUS, f"{chapters[place - 1].slug}.md"))
        if place + 1 < len(chapters):
            ways.append((words.NEXT, f"{chapters[place + 1].slug}.md"))
        links = [f"[{word.say(self.language)}]({target})" for word, target in ways]
        return "---\n\n" + " · ".join(links)


def _row(cells: Iterator[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _marks(cited: Cited, language: Language) -> str:
    if not (cited.footnotes or cited.bases):
        return ""
    bases = "".join(f" *({label('basis', basis).say(language)})*" for basis in cited.bases)
    return bases + " ".join(f"[^{number}]" for number in cited.footnotes)


def _slugs(chapter: Chapter) -> Iterator[tuple[str, str | None]]:
    """Per anchor, the fragment of the heading above it; Markdown has no other anchors."""
    seen: dict[str, int] = {}
    above: str | None = None
    for block in chapter.blocks:
        if isinstance(block, Heading):
            above = _fragment(chapter, block, seen)
            yield block.anchor, above
        elif isinstance(block, TableBlock | FigureBlock):
            yield block.anchor, above


def _fragment(chapter: Chapter, heading: Heading, seen: dict[str, int]) -> str | None:
    """The fragment that GitHub and GitLab give a heading; None where they differ."""
    text = plain(drawn(heading.text, lambda number: _words_of(chapter, number)))
    said = f"{heading.number} {text}" if heading.number else text
    slug = _NOT_IN_SLUG.sub("", said.lower()).strip().replace(" ", "-")
    count = seen.get(slug, 0)
    seen[slug] = count + 1
    if "--" in slug:
        return None
    return f"{slug}-{count}" if count else slug


def _words_of(chapter: Chapter, number: int) -> str:
    inline = chapter.inlines[number]
    return inline.text if isinstance(inline, Link) else ""

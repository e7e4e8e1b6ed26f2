"""What hangs on an item, as text and JSON."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from smartplan.diagnostics import show
from smartplan.escapes import json_text
from smartplan.figures.impact import Hop, Impact, Use, part_word
from smartplan.figures.wording import capitalised
from smartplan.language import Language, Text, label, number, rupiah

VERSION = 1
LONG = 120


@dataclass(frozen=True, slots=True)
class ChapterName:
    """A chapter of a book that names the item."""

    book: str
    slug: str
    title: str


Chapters = tuple[ChapterName, ...] | None
"""None where there are no books in the language."""

_FIRST = ("program", "indicator", "milestone")
"""What is asked for most comes first; the rest follows by kind."""

_DIRECT = Text("langsung", "directly")
_BY = Text("melalui", "by way of")
_IN = Text("dalam", "in")
_MONEY = Text("Anggaran per tahun (langsung; tidak langsung)", "Money by year (direct; indirect)")
_CHAPTERS = Text("Bab buku yang menyebutnya", "Chapters that name it")
_NO_BOOKS = Text("belum ada buku dalam bahasa ini", "there are no books in this language")
_NONE = Text("tidak ada", "none")
_NOTHING = Text("Tidak ada butir yang bergantung padanya.", "Nothing hangs on it.")


def text(impact: Impact, chapters: Chapters, language: Language) -> str:
    """The kinds with their items, then the money and the chapters."""
    return "\n".join(_text(impact, chapters, language)) + "\n"


def _text(impact: Impact, chapters: Chapters, language: Language) -> Iterator[str]:
    named = part_word(impact.kind).say(language)
    yield f"{named} {show(impact.id)}: {show(impact.title, LONG)}"
    if not impact.uses:
        yield ""
        yield _NOTHING.say(language)
    for kind in _kinds(impact):
        found = impact.of_kind(kind)
        yield ""
        word = part_word(kind, len(found)).say(language)
        yield f"{capitalised(word)} ({number(len(found), language)})"
        yield from (f"  {_use(use, language)}" for use in found)
    yield ""
    yield _MONEY.say(language) if impact.money else f"{_MONEY.say(language)}: {_none(language)}"
    for one in impact.money:
        named = label("budget_kind", one.kind).say(language)
        amounts = f"{rupiah(one.direct, language)}; {rupiah(one.indirect, language)}"
        yield f"  {one.year} {named}: {amounts}"
    yield ""
    yield from _chapters(chapters, language)


def _none(language: Language) -> str:
    return _NONE.say(language)


def _kinds(impact: Impact) -> list[str]:
    there = dict.fromkeys(use.end.kind for use in impact.uses)
    return [*(kind for kind in _FIRST if kind in there), *(k for k in there if k not in _FIRST)]


def _use(use: Use, language: Language) -> str:
    return f"{_named(use.end, language)}: {_way(use, language)}"


def _named(hop: Hop, language: Language) -> str:
    if hop.words is not None:
        return show(hop.words.say(language), LONG)
    return f"{show(hop.id)} ({show(hop.title, LONG)})" if hop.title else show(hop.id)


def _way(use: Use, language: Language) -> str:
    part, _, key = use.end.field.rpartition(": ")
    field = f"`{show(key)}`"
    if part:
        field += f" {_IN.say(language)} `{show(part)}`"
    if use.is_direct:
        return f"{_DIRECT.say(language)}, {field}"
    between = " → ".join(_step(hop, language) for hop in use.path[:-1])
    return f"{_BY.say(language)} {between}, {field}"


def _step(hop: Hop, language: Language) -> str:
    return f"{part_word(hop.kind).say(language)} {show(hop.id)}"


def _chapters(chapters: Chapters, language: Language) -> Iterator[str]:
    title = _CHAPTERS.say(language)
    if chapters is None:
        yield f"{title}: {_NO_BOOKS.say(language)}"
    elif not chapters:
        yield f"{title}: {_none(language)}"
    else:
        yield f"{title} ({number(len(chapters), language)})"
        yield from (f"  {one.book}/{one.slug}: {show(one.title)}" for one in chapters)


def as_json(impact: Impact, chapters: Chapters, language: Language) -> str:
    """Every item with the way to it, the money by year and kind, the chapters."""
    document = {
        "version": VERSION,
        "language": str(language),
        "kind": impact.kind,
        "id": impact.id,
        "title": impact.title,
        "uses": [_object(use) for use in impact.uses],
        "money": [
            {
                "year": one.year,
                "kind": one.kind,
                "direct": one.direct,
                "indirect": one.indirect,
            }
            for one in impact.money
        ],
        "chapters": None
        if chapters is None
        else [{"book": c.book, "chapter": c.slug, "title": c.title} for c in chapters],
    }
    return json_text(document)


def _object(use: Use) -> dict[str, object]:
    return {
        "kind": use.end.kind,
        "id": use.end.id,
        "title": use.end.title,
        "direct": use.is_direct,
        "path": [{"kind": hop.kind, "id": hop.id, "field": hop.field} for hop in use.path],
    }


FORMATS: Mapping[str, Callable[[Impact, Chapters, Language], str]] = {
    "text": text,
    "json": as_json,
}

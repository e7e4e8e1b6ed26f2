"""What a chapter leaves in its prose for each format to draw: citations, references, blocks.

A mark is a number between two private-use characters, which no plan text can contain: `markup`
removes them. The brackets around it are there for Markdown, in which `**Bupati Dr.**` before a
letter is not bold, but before punctuation is.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from smartplan.book.markup import Written
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.table import Table
from smartplan.stages.base import Basis, Sourced

_OPEN, _CLOSE = "\u2e28\ue000", "\ue001\u2e29"
TOKEN = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim comes from: sources, notes, and whether it is derived or proposed."""

    sources: tuple[str, ...] = ()
    notes: tuple[Written, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A mention of a table, a figure or a chapter by its id."""

    target: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A table at its place in the text."""

    table: Table


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure at its place in the text."""

    drawing: Drawing


Mark = Citation | CrossReference | Placed | Shown


def token(number: int) -> Written:
    return Written(f"{_OPEN}{number}{_CLOSE}")


def drawn(text: str, draw: Callable[[int], str]) -> str:
    """The text with each mark replaced by what a format makes of it."""
    return TOKEN.sub(lambda match: draw(int(match[1])), text)


def in_order(text: str) -> list[int]:
    return [int(match[1]) for match in TOKEN.finditer(text)]


def citation(said: Iterable[object], notes: Callable[[Sourced], Iterable[Written]]) -> Citation:
    """One citation for items, lists of items and source ids."""
    sources: dict[str, None] = {}
    bases: dict[Basis, None] = {}
    remarks: dict[Written, None] = {}
    for thing in _flat(said):
        if isinstance(thing, str):
            sources[thing] = None
        elif isinstance(thing, Sourced):
            sources.update(dict.fromkeys(thing.sources))
            remarks.update(dict.fromkeys(notes(thing)))
            if thing.told_on in ("proposal", "derived"):
                bases[thing.told_on] = None
        elif thing is not None:
            message = f"cite() takes items and source ids, not {type(thing).__name__}"
            raise TypeError(message)
    return Citation(tuple(sources), tuple(remarks), tuple(bases))


def choice(*items: object) -> Citation:
    """The mark of a proposal whose facts have sources: it belongs to the choice, not to them."""
    bases: dict[Basis, None] = {}
    for item in items:
        if not isinstance(item, Sourced):
            message = f"choice() takes items, not {type(item).__name__}"
            raise TypeError(message)
        if item.rests_on is not None and item.rests_on != item.told_on:
            bases[item.rests_on] = None
    return Citation(bases=tuple(bases))


def _flat(said: Iterable[object]) -> Iterable[object]:
    for thing in said:
        if isinstance(thing, list | tuple):
            yield from _flat(thing)
        else:
            yield thing

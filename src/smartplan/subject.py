"""What a finding is about, told without lines: the ids and keys down to its place."""

from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import replace

from smartplan.diagnostics import Diagnostic, Location
from smartplan.source import Mapping, Node, Scalar, Sequence

_NATURAL = (
    "indicator", "period", "year", "fund", "kind", "dimension", "element", "stage", "book", "term",
    "version", "date", "due", "family", "section", "item", "name", "office",
)  # fmt: skip
"""Keys that together tell an item without id from its neighbours, in the order they are joined."""

Trees = Table[str, Node]
"""The tree of each file, by the name findings give the file."""


Point = tuple[int, int]
"""Line and column."""
Starts = dict[int, list[Point]]
"""Where the items of each list start, by the list: looked up for every finding in it."""


def with_subjects(diagnostics: Iterable[Diagnostic], trees: Trees) -> list[Diagnostic]:
    """The findings, each with its subject: it stays when lines are added or items move."""
    starts: Starts = {}
    return [
        diagnostic
        if diagnostic.subject or diagnostic.count > 1  # many are about no one thing
        else replace(diagnostic, subject=_told(diagnostic.location, trees, starts))
        for diagnostic in diagnostics
    ]


def _told(place: Location, trees: Trees, starts: Starts) -> str:
    """`programs/bule-kepo/budget/2024+apbd+planned/amount`; empty where no tree tells."""
    words: list[str] = []
    point = (place.line - 1, place.column - 1)
    node = trees.get(place.file.name)
    while node is not None and not isinstance(node, Scalar):
        word, node = _step(node, point, starts)
        if word:
            words.append(word)
    return "/".join(words)


def _step(node: Mapping | Sequence, point: Point, starts: Starts) -> tuple[str, Node | None]:
    if isinstance(node, Sequence):
        if id(node) not in starts:
            starts[id(node)] = [_start(item) for item in node.items]
        position = bisect_right(starts[id(node)], point) - 1
        if position < 0:
            return "", None
        item = node.items[position]
        return item_name(item, position), item
    for key, (name, value) in reversed(node.entries.items()):
        if (name.start.line, name.start.column) <= point:
            on_key = point < (name.end.line, name.end.column)
            return key, None if on_key else value
    return "", None


def _start(item: Node) -> Point:
    return item.start.line, item.start.column


def item_name(item: Node, position: int) -> str:
    """An item's id, or what tells it from its neighbours, or its position."""
    if isinstance(item, Scalar):
        return item.value
    if isinstance(item, Mapping):
        own = _scalar(item, "id")
        if own:
            return own
        told = [value for key in _NATURAL if (value := _scalar(item, key))]
        if told:
            return "+".join(told)
    return str(position)


def _scalar(item: Mapping, key: str) -> str:
    entry = item.entries.get(key)
    return entry[1].value if entry and isinstance(entry[1], Scalar) else ""

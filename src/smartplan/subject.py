"""What a finding is about, told without lines: the ids and keys down to its place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table

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


class _Subjects:
    """Tells places; what was looked up for one finding serves the next in the same list or item."""

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._told: dict[tuple[str, Point], str] = {}
        self._starts: dict[int, list[Point]] = {}
        """Where the items of each list start, by the list."""
        self._keys: dict[int, list[tuple[Point, str]]] = {}
        """Where the keys of each mapping with many of them start, by the mapping."""

    def at(self, place: Location) -> str:
        """`programs/bule-kepo/budget/2024+apbd+planned/amount`; empty where no tree tells."""
        key = place.file.name, (place.line - 1, place.column - 1)
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = "/".join(self._words(*key))
        return told

    def _words(self, file: str, point: Point) -> Iterator[str]:
        node = self._trees.get(file)
        while node is not None and not isinstance(node, Scalar):
            word, node = (
                self._item(node, point) if isinstance(node, Sequence) else self._entry(node, point)
            )
            if word:
                yield word

    def _item(self, node: Sequence, point: Point) -> tuple[str, Node | None]:
        starts = self._starts.get(id(node))
        if starts is None:
            starts = self._starts[id(node)] = [_start(item) for item in node.items]
        position = bisect_right(starts, point) - 1
        if position < 0:
            return "", None
        item = node.items[position]
        return item_name(item, position), item

    def _entry(self, node: Mapping, point: Point) -> tuple[str, Node | None]:
        if len(node.entries) < _MANY:
            return _entry(node, point)
        keys = self._keys.get(id(node))
        if keys is None:
            begun = ((_start(name), key) for key, (name, _) in node.entries.items())
            keys = self._keys[id(node)] = sorted(begun)
        position = bisect_right(keys, point, key=_point) - 1
        key = keys[position][1] if position >= 0 else ""
        return key, node.entries[key][1] if key else None


_MANY = 50
"""Keys of a mapping from which on it pays to know where each starts."""


def _point(key: tuple[Point, str]) -> Point:
    return key[0]


def with_subjects(diagnostics: Iterable[Diagnostic], trees: Trees) -> list[Diagnostic]:
    """The findings, each with its subject: it stays when lines are added or items move."""
    subjects = _Subjects(trees)
    return [
        diagnostic
        if diagnostic.subject or diagnostic.count > 1  # many are about no one thing
        else diagnostic.about(subjects.at(diagnostic.location))
        for diagnostic in diagnostics
    ]


def _entry(node: Mapping, point: Point) -> tuple[str, Node | None]:
    for key, (name, value) in reversed(node.entries.items()):
        if _start(name) <= point:
            return key, value
    return "", None


def _start(item: Node) -> Point:
    return item.start.line, item.start.column


def item_name(item: Node, position: int) -> str:
    """An item's id, or what tells it from its neighbours, or its position."""
    if isinstance(item, Scalar):
        return item.value
    if isinstance(item, Mapping):
        own = text_at(item, "id")
        if own:
            return own
        told = [value for key in _NATURAL if (value := text_at(item, key))]
        if told:
            return "+".join(told)
    return str(position)


def text_at(item: Mapping, key: str) -> str:
    """What stands under a key; empty where nothing does, or a list or keys."""
    entry = item.entries.get(key)
    return entry[1].value if entry and isinstance(entry[1], Scalar) else ""

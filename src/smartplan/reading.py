"""What a file says: its data by the short way where that is sure, its tree when places are asked.

See `docs/decisions/0016-two-readers.md`.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from functools import cached_property, partial
from itertools import accumulate, chain, count
from typing import NamedTuple

from smartplan import shortcut
from smartplan.diagnostics import Diagnostic, File, Location
from smartplan.flood import Room
from smartplan.kinds import yml
from smartplan.shortcut import Data
from smartplan.source import MARK, Mapping, Node, Scalar, Sequence, location


class Reading:
    """A file of a plan as far as it has been read."""

    def __init__(self, file: File, room: Room | None = None):
        self.file = file
        self.room = room
        """What a plan's findings share; None where the file stands alone."""
        self.data = shortcut.read(file.text, map(partial(Place, self), count()))
        """What a model validates; None if the file cannot be read the short way."""

    @cached_property
    def _parsed(self) -> tuple[Node | None, list[Diagnostic]]:
        if self.data is not None:
            return shortcut.grow(self.file, self.data), []
        from smartplan.parser import parse  # libyaml is dear to load, and few files need it

        return parse(self.file, self.room)

    @property
    def root(self) -> Node | None:
        """The tree of the file; None if it holds none."""
        return self._parsed[0]

    @property
    def tree(self) -> Mapping:
        """The tree of a file that is known to hold a mapping."""
        assert isinstance(self.root, Mapping)
        return self.root

    @property
    def found(self) -> list[Diagnostic]:
        """What is wrong with the text."""
        return self._parsed[1] if self.data is None else []

    @cached_property
    def mappings(self) -> list[Mapping]:
        """Every mapping, in the order in which they open."""
        return list(_mappings(self.root))


def _mappings(node: Node | None) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _mappings(item)
    elif isinstance(node, Mapping):
        yield node
        for _, value in node.entries.values():
            yield from _mappings(value)


def cut_mappings(reading: Reading) -> Iterator[tuple[Location, Location]]:
    """The places where a comma cut a text in two, each with the range of its innermost mapping."""
    cuts = [one.location for one in reading.found if one.kind is yml.COMMA]
    ahead = deque(map(location, reading.mappings if cuts else ()))
    around: list[Location] = []
    for cut in sorted(cuts, key=_start):
        while ahead and _start(ahead[0]) <= _start(cut):
            opened = ahead.popleft()
            while around and not covers(around[-1], opened):
                around.pop()
            around.append(opened)
        while not covers(around[-1], cut):
            around.pop()
        yield cut, around[-1]


def _start(place: Location) -> tuple[int, int]:
    return place.line, place.column


def _end(place: Location) -> tuple[int, int]:
    return place.end_line, place.end_column


def covers(range_: Location, place: Location) -> bool:
    """Whether a range of a file holds another."""
    return (
        range_.file is place.file
        and _start(range_) <= _start(place)
        and _end(place) <= _end(range_)
    )


class Ranges:
    """Ranges of files, to ask of many places whether any holds them."""

    def __init__(self, ranges: Iterable[Location]):
        files: dict[int, list[Location]] = {}
        for one in sorted(ranges, key=_start):
            files.setdefault(id(one.file), []).append(one)
        self._starts = {file: [_start(one) for one in found] for file, found in files.items()}
        self._reach = {file: [*accumulate(map(_end, found), max)] for file, found in files.items()}
        """How far what has begun by then reaches at most."""

    def hold(self, place: Location) -> bool:
        """Whether one of them covers a place."""
        file = id(place.file)
        begun = bisect_right(self._starts.get(file, ()), _start(place))
        return begun > 0 and _end(place) <= self._reach[file][begun - 1]


class Place:
    """The mark of a mapping that was read the short way: its node is found when it is asked for."""

    __slots__ = ("position", "reading")

    def __init__(self, reading: Reading, position: int):
        self.reading = reading
        self.position = position
        """How many mappings open before it in its file."""

    @property
    def file(self) -> File:
        return self.reading.file

    @property
    def node(self) -> Mapping:
        return self.reading.mappings[self.position]

    def name_of(self, key: str) -> Scalar | None:
        """The key as it stands in the file."""
        return self.node.name_of(key)


class Joined:
    """The mark of a stage that stands in several files, all of them read the short way."""

    def __init__(self, readings: list[Reading], homes: Table[str, Reading]):
        self.readings = readings
        self.homes = homes
        """The first file that has each key."""

    @property
    def file(self) -> File:
        return self.readings[0].file

    @cached_property
    def node(self) -> Mapping:
        return join([reading.tree for reading in self.readings])[0]

    def name_of(self, key: str) -> Scalar | None:
        """The key as it stands in the first file that has it; the other files are left alone."""
        return self.homes[key].tree.name_of(key) if key in self.homes else None


def together(readings: list[Reading]) -> Data | None:
    """The data of a stage's files as one; None unless all are sure and fit together."""
    if len(readings) == 1:
        return readings[0].data
    homes: dict[str, Reading] = {}
    values: dict[str, list[object]] = {}
    for reading in readings:
        if reading.data is None:
            return None
        for key, value in reading.data.items():
            homes.setdefault(key, reading)
            values.setdefault(key, []).append(value)
    del homes[MARK], values[MARK]
    data = {key: _joined(found) for key, found in values.items()}
    if any(value is None for value in data.values()):
        return None
    return {MARK: Joined(readings, homes), **data}


def _joined(values: list[object]) -> object:
    """One value as it is, several lists as one; None where they do not fit together."""
    if len(values) == 1:
        return values[0]
    lists = [value for value in values if isinstance(value, tuple)]
    return tuple(chain.from_iterable(lists)) if len(lists) == len(values) else None


class Clash(NamedTuple):
    """A key that stands in a second file of a stage and is no list in both."""

    first: Scalar
    name: Scalar
    value: Node


def join(trees: list[Mapping]) -> tuple[Mapping, list[Clash]]:
    """The files of a folder as one tree: lists of a key joined, any other key only once."""
    if len(trees) == 1:
        return trees[0], []
    joined = Mapping(trees[0].file, trees[0].start)
    joined.end = trees[0].end
    clashes: list[Clash] = []
    for tree in trees:
        for key, (name, value) in tree.entries.items():
            if key not in joined.entries:
                joined.entries[key] = (name, value)
                continue
            first_name, first = joined.entries[key]
            if isinstance(first, Sequence) and isinstance(value, Sequence):
                both = Sequence(first.file, first.start)
                both.end = first.end
                both.items = [*first.items, *value.items]
                joined.entries[key] = (first_name, both)
            else:
                clashes.append(Clash(first_name, name, value))
    return joined, clashes


class Trees(Table[str, Node]):
    """The tree of each file, by the name findings give it; a file's grows when it is asked for."""

    def __init__(self, readings: Table[str, Reading]):
        self._readings = readings

    def __getitem__(self, name: str) -> Node:
        root = self._readings[name].root
        assert root is not None
        return root

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)

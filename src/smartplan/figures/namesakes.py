"""Programs of nearly the same name, found among thousands without holding each against each.

Names of which nine tenths of the letters match have most pairs of neighbouring letters in common.
For each such pair an integer holds which programs have it, a bit for each program, so that one
operation looks at all of them. Only what is left is held against each other letter by letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from math import ceil

from smartplan.nearest import fold
from smartplan.plan import Plan, once
from smartplan.stages.programs import Program

ALIKE = 0.9
"""The share of the letters that match in names that are nearly the same."""
MOST_SIFTED = 250_000_000
"""How many letters of a name times names before it are looked at: four thousand programs."""
MOST_COMPARED = 2_000_000
"""How many letters times letters, of names that one sieve lets through."""

Pair = tuple[Program, Program]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Programs with an earlier one of nearly the same name, and where comparing ended."""

    pairs: tuple[Pair, ...]
    beyond: Program | None
    """The first program that was not compared with all before it."""


@once
def namesakes(plan: Plan) -> Namesakes:
    """The programs whose name nearly is that of an earlier one, each with the first such."""
    sieve = _Sieve()
    pairs: list[Pair] = []
    for program in plan.programs.programs:
        name = fold(program.name)
        if not name:
            continue  # in letters that are not compared
        if sieve.is_worn:
            return Namesakes(tuple(pairs), program)
        neighbours = _neighbours(name)
        if twin := next(sieve.alike(name, neighbours), None):
            pairs.append((program, twin))
        sieve.add(name, neighbours, program)
    return Namesakes(tuple(pairs), None)


class _Sieve:
    """Names by what they are made of."""

    def __init__(self) -> None:
        self._names: list[tuple[str, Program]] = []
        self._rooms: dict[_Room, int] = {}
        self._lengths: dict[int, int] = {}
        self._neighbours: dict[str, int] = {}
        self._sifted = self._compared = 0

    @property
    def is_worn(self) -> bool:
        """Whether more would take longer than a check may."""
        return self._sifted >= MOST_SIFTED or self._compared >= MOST_COMPARED

    def add(self, name: str, neighbours: list[str], program: Program) -> None:
        bit = 1 << len(self._names)
        self._names.append((name, program))
        self._lengths[len(name)] = self._lengths.get(len(name), 0) | bit
        for room in _rooms(name):
            self._rooms[room] = self._rooms.get(room, 0) | bit
        for one in neighbours:
            self._neighbours[one] = self._neighbours.get(one, 0) | bit

    def alike(self, name: str, neighbours: list[str]) -> Iterator[Program]:
        """Those whose name nearly is this; first of those that begin alike, in their order."""
        rooms = [self._rooms.get(room, 0) for room in _rooms(name)]
        likely = self._likely(name, neighbours) if any(rooms) else 0
        for room in rooms:
            for position in _positions(likely & room):
                other, program = self._names[position]
                self._compared += len(name) * len(other)
                if _alike(name, other):
                    yield program

    def _likely(self, name: str, neighbours: list[str]) -> int:
        """The names that have enough pairs of letters in common with this one."""
        self._sifted += len(name) * len(self._names)
        counts = _sums([self._neighbours.get(one, 0) for one in neighbours])
        found = 0
        for length, names in self._lengths.items():
            both = len(name) + length
            matching = ceil(ALIKE * both / 2 - 1e-9)
            if matching <= min(len(name), length):
                # Every letter that does not match parts two runs of letters that do.
                runs = both - 2 * matching + 1
                found |= names & _at_least(matching - runs, counts)
        return found


_Room = tuple[str, str]


def _rooms(name: str) -> tuple[_Room, _Room]:
    """Only names that begin or end alike are compared, and only with the same digits."""
    digits = "".join(character for character in name if character.isdigit())
    return (digits, f"{name[:4]}…"), (digits, f"…{name[-4:]}")


def _neighbours(name: str) -> list[str]:
    """Each pair of letters side by side, those that stood before with how often."""
    seen: dict[str, int] = {}
    found = []
    for one, other in pairwise(name):
        pair = one + other
        before = seen.get(pair, 0)
        seen[pair] = before + 1
        found.append(f"{pair}{before}" if before else pair)
    return found


def _sums(level: list[int]) -> list[int]:
    """How many of these integers have each bit, as binary digits: ones, twos, fours …"""
    sums = []
    while level:
        carried = []
        while len(level) > 1:
            one, two = level.pop(), level.pop()
            three = level.pop() if level else 0
            either = one ^ two
            level.append(either ^ three)
            carried.append(one & two | either & three)
        sums.append(level[0])
        level = carried
    return sums


def _at_least(least: int, sums: list[int]) -> int:
    """The bits whose sum is no less."""
    if least >= 1 << len(sums):
        return 0
    found = -1
    for place, digit in enumerate(sums):
        found = found & digit if least >> place & 1 else found | digit
    return found


def _positions(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    close = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return close and matcher.ratio() >= ALIKE

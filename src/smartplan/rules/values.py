"""When two values of one fact may stand beside each other: a source is unsure, or a note tells."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from smartplan.nearest import fold
from smartplan.stages.base import Figure

_POWERS = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_NUMBER = re.compile(
    r"(?<![0-9.,])([0-9]+(?:[.,][0-9]+)*)(?:\s*(ribu|juta|miliar|triliun)\b)?", re.I
)


def allows(figure: Figure, value: Decimal, other: Decimal) -> bool:
    """Whether a value that its source does not give for certain leaves room for another."""
    if figure.qualifier in ("at_most", "less_than"):
        return other <= value
    if figure.qualifier in ("at_least", "more_than"):
        return other >= value
    return figure.qualifier == "about" and abs(other - value) <= abs(value) * _ABOUT


_ABOUT = Decimal("0.05")
"""What `about` leaves open: figures changed round are further off."""


def tells(notes: Iterable[str | None], value: Decimal | str) -> bool:
    """Whether a note names this value: `9.6`, `9,6`, `1.234,5`, `223,5 miliar`, or its words."""
    return any(_names(note, value) for note in notes if note)


def _names(note: str, value: Decimal | str) -> bool:
    if isinstance(value, str):
        return bool(fold(value)) and fold(value) in fold(note)
    return abs(value) in _numbers(note)


@lru_cache(maxsize=8)  # the note of one indicator is held against each of its values
def _numbers(note: str) -> frozenset[Decimal]:
    """Every number of a text in each way it can be read: `1.234` is one and a bit in a plan."""
    return frozenset(
        reading.scaleb(power)
        for match in _NUMBER.finditer(note)
        for reading in _readings(match[1][:_LONGEST])
        for power in {0, _POWERS.get((match[2] or "").lower(), 0)}  # a unit may say it already
    )


_LONGEST = 40


def _readings(written: str) -> Iterator[Decimal]:
    for thousands, point in ((".", ","), (",", ".")):
        plain = written.replace(thousands, "").replace(point, ".")
        if plain.count(".") <= 1:
            yield Decimal(plain.rstrip("."))

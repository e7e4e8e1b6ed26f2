"""Values over time on a small field: where each point lies, each series on a scale of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smartplan.figures.drawings.picture import Line, Mark, MarkShape, Path, Shape

_PAD = 6
"""Room for the signs at the edges."""


class Point(NamedTuple):
    """A value on a day."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Points with one sign; joined by a line where they were measured one after the other."""

    points: tuple[Point, ...]
    sign: MarkShape
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The scale of some series on a field of this size."""

    first: date
    last: date
    low: Decimal
    high: Decimal
    width: int
    height: int

    def x(self, day: date) -> int:
        days = (self.last - self.first).days
        room = self.width - 2 * _PAD
        return _PAD + ((day - self.first).days * room // days if days else room // 2)

    def y(self, value: Decimal) -> int:
        room = self.height - 2 * _PAD
        if self.high == self.low:
            return self.height // 2
        return _PAD + room - int((value - self.low) * room / (self.high - self.low))


def field(series: Iterable[Series], width: int, height: int) -> Field:
    """A field that holds every point of these series, of which there is at least one."""
    points = [point for one in series for point in one.points]
    days = [point.day for point in points]
    values = [point.value for point in points]
    return Field(min(days), max(days), min(values), max(values), width, height)


def drawn(series: Iterable[Series], width: int, height: int) -> tuple[Shape, ...]:
    """The series over a line of ground."""
    found = tuple(one for one in series if one.points)
    scale = field(found, width, height)
    shapes: list[Shape] = [Line(0, height, width, height, "grid")]
    for one in found:
        places = tuple((scale.x(p.day), scale.y(p.value)) for p in one.points)
        if one.joined and len(places) > 1:
            shapes.append(Path(places, "series"))
    for one in found:
        shapes.extend(Mark(scale.x(p.day), scale.y(p.value), one.sign) for p in one.points)
    return tuple(shapes)

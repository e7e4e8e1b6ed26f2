"""Lines, boxes and letters at their places, in whole pixels: all that a figure is drawn with.

A picture says what a shape is (`tone-2`, `grid`, `quiet`), never what colour it has: the style
sheet of a format does, so that one figure serves light, dark and paper. What colour tells, a
texture, a shape or a word tells as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from smartplan.figures.drawings import letters
from smartplan.figures.drawings.letters import wrapped

Anchor = Literal["start", "middle", "end"]
MarkShape = Literal[
    "dot", "ring", "square", "diamond", "open-diamond", "triangle", "cross", "arrow"
]

TEXT, SMALL = 12, 11
"""Sizes of type; nothing is smaller."""
LEADING = 15
"""From one line of text to the next."""
WIDE, NARROW = 624, 318
"""The widths a figure is drawn at: a column of text on a desk or A4, and on a phone."""
TEXTURES = 6
"""How many textures there are beside the plain tone; see `templates/figures/picture.svg.j2`."""


class Box(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int
    role: str
    texture: int = 0
    round: int = 0


class Line(NamedTuple):
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int
    role: str


class Path(NamedTuple):
    """A line through several points."""

    points: tuple[tuple[int, int], ...]
    role: str


class Mark(NamedTuple):
    """A small sign around a point."""

    x: int
    y: int
    shape: MarkShape
    role: str = "mark"


class Label(NamedTuple):
    """A line of text; `y` is where its letters stand."""

    x: int
    y: int
    text: str
    role: str = "label"
    anchor: Anchor = "start"


Shape = Box | Line | Path | Mark | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in the order in which they are drawn."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def textures(self) -> tuple[int, ...]:
        """The textures that are used, for a format to define."""
        return tuple(sorted({s.texture for s in self.shapes if isinstance(s, Box) and s.texture}))


@dataclass(frozen=True, slots=True)
class Band:
    """Shapes one below the other: what they are and how much height they take."""

    shapes: tuple[Shape, ...]
    height: int


def stacked(width: int, bands: Iterable[Band], gap: int = 0) -> Picture:
    """Bands drawn from their own zero, put one below the other."""
    shapes: list[Shape] = []
    top = 0
    for band in bands:
        shapes.extend(moved(band.shapes, 0, top))
        top += band.height + gap
    return Picture(width, max(top - gap, 1), tuple(shapes))


def moved(shapes: Iterable[Shape], right: int, down: int) -> Iterator[Shape]:
    """The same shapes elsewhere."""
    for shape in shapes:
        if isinstance(shape, Box):
            yield Box(
                shape.x + right, shape.y + down, shape.width, shape.height,
                shape.role, shape.texture, shape.round,
            )  # fmt: skip
        elif isinstance(shape, Line):
            x1, x2 = shape.x1 + right, shape.x2 + right
            yield Line(x1, shape.y1 + down, x2, shape.y2 + down, shape.role)
        elif isinstance(shape, Path):
            points = tuple((x + right, y + down) for x, y in shape.points)
            yield Path(points, shape.role)
        elif isinstance(shape, Mark):
            yield Mark(shape.x + right, shape.y + down, shape.shape, shape.role)
        else:
            x, y = shape.x + right, shape.y + down
            yield Label(x, y, shape.text, shape.role, shape.anchor)


def paragraph(  # noqa: PLR0913 - a place, a room and a look
    text: str, x: int, y: int, room: int, lines: int, role: str = "label", anchor: Anchor = "start"
) -> tuple[Label, ...]:
    """A text of several lines, the first of which stands at `y`."""
    size = SMALL if role.startswith(("small", "axis")) else TEXT
    return tuple(
        Label(x, y + LEADING * number, line, role, anchor)
        for number, line in enumerate(wrapped(text, room, size, lines))
    )


def scaled(value: int | Decimal, whole: int | Decimal, length: int) -> int:
    """The pixels of a value on a scale; what is not nothing is seen."""
    if value <= 0 or whole <= 0:
        return 0
    return max(1, int(value * length / Decimal(whole)))


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: a swatch or a sign, and what it means."""

    text: str
    sign: Shape


def legend(keys: Iterable[Key], width: int) -> Band:
    """The keys side by side, as many lines as it takes."""
    shapes: list[Shape] = []
    x = y = 0
    for key in keys:
        needed = 22 + letters.width(key.text, SMALL) + 14
        if x and x + needed > width:
            x, y = 0, y + 18
        lines = wrapped(key.text, width - 22, SMALL, 2)
        shapes.extend(moved([key.sign], x, y))
        shapes.extend(
            Label(x + 22, y + 12 + LEADING * number, line, "small")
            for number, line in enumerate(lines)
        )
        y += LEADING * (len(lines) - 1)
        x += needed
    return Band(tuple(shapes), y + 18)


def swatch(role: str, texture: int = 0) -> Box:
    return Box(0, 2, 16, 12, role, texture)


def sign(shape: MarkShape, role: str = "mark") -> Mark:
    return Mark(8, 8, shape, role)


_TONES = ("tone-3", "tone-1", "tone-4", "tone-2")
"""Neighbours far apart."""


def tone(place: int) -> tuple[str, int]:
    """A tone and a texture of its own for each of many series."""
    return _TONES[place % len(_TONES)], place % (TEXTURES + 1)

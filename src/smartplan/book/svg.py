"""Figures as SVG inside a page.

Inline, not as files of their own: so a figure takes the page's fonts and colours, in the dark as
on paper, asks for nothing over the network, and cannot be lost beside its page. All of it is our
own drawing with escaped text; the plan never brings SVG.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from smartplan.book.blocks import FigureBlock
from smartplan.book.entities import safe
from smartplan.figures.drawings.picture import (
    NARROW,
    WIDE,
    Box,
    Label,
    Line,
    Mark,
    Path,
    Shape,
)

TEMPLATE = "figures/picture.svg.j2"
SIZES = (("broad", WIDE), ("narrow", NARROW))
"""The style sheet shows one of the two, by the width of the page."""

_SIGNS = {
    "dot": (-4, 0, "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
    "ring": (-4, 0, "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
    "square": (-4, -4, "h8v8h-8z"),
    "diamond": (0, -6, "l6 6l-6 6l-6-6z"),
    "open-diamond": (0, -5, "l5 5l-5 5l-5-5z"),
    "triangle": (0, -6, "l6 10h-12z"),
    "cross": (-4, -4, "l8 8m-8 0l8-8"),
    "arrow": (-5, -4, "h10l-5 8z"),
}
"""Where the pen goes from the middle of a sign, and the way it then takes."""


def drawn(environment: Environment, figure: FigureBlock, name: str) -> tuple[Markup, ...]:
    """The figure for a desk and for a phone; the words beside it stand in the first."""
    template = environment.get_template(TEMPLATE)
    drawings = []
    for size, width in SIZES:
        picture = figure.layout(width)
        pattern = f"{figure.anchor}-{size}-pola"
        text = template.render(
            picture=picture,
            shapes=Markup("\n".join(_shapes(picture.shapes, pattern))),
            size=size,
            id=figure.anchor,
            pattern=pattern,
            name=name,
            says=figure.says,
            is_first=size == SIZES[0][0],
        )
        drawings.append(Markup(text))
    return tuple(drawings)


def _shapes(shapes: Iterable[Shape], pattern: str) -> Iterator[str]:
    """The elements in the order of drawing; lines and signs alike and in a row are one path."""
    for (kind, look), alike in groupby(shapes, _look):
        if kind is Line:
            yield f'<path class="{look}" d="{"".join(map(_line, alike))}"/>'
        elif kind is Mark:
            yield f'<path class="{look}" d="{"".join(map(_sign, alike))}"/>'
        else:
            for shape in alike:
                yield from _element(shape, pattern)


def _look(shape: Shape) -> tuple[type[Shape], str]:
    look = f"{shape.role} {shape.shape}" if isinstance(shape, Mark) else shape.role
    return type(shape), look


def _line(line: Shape) -> str:
    assert isinstance(line, Line)
    if line.y1 == line.y2:
        return f"M{line.x1} {line.y1}H{line.x2}"
    if line.x1 == line.x2:
        return f"M{line.x1} {line.y1}V{line.y2}"
    return f"M{line.x1} {line.y1}L{line.x2} {line.y2}"


def _sign(mark: Shape) -> str:
    assert isinstance(mark, Mark)
    right, down, way = _SIGNS[mark.shape]
    return f"M{mark.x + right} {mark.y + down}{way}"


def _element(shape: Shape, pattern: str) -> Iterator[str]:
    if isinstance(shape, Label):
        anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
        text = safe(shape.text)
        yield f'<text class="{shape.role}" x="{shape.x}" y="{shape.y}"{anchor}>{text}</text>'
    elif isinstance(shape, Box):
        place = f'x="{shape.x}" y="{shape.y}" width="{shape.width}" height="{shape.height}"'
        place += f' rx="{shape.round}"' if shape.round else ""
        yield f'<rect class="{shape.role}" {place}/>'
        if shape.texture:
            yield f'<rect {place} fill="url(#{pattern}-{shape.texture})"/>'
    elif isinstance(shape, Path):
        points = " ".join([f"{x},{y}" for x, y in shape.points])
        yield f'<polyline class="{shape.role}" points="{points}"/>'

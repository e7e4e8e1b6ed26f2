"""Figures as SVG inside a page.

Inline, not as files of their own: so a figure takes the page's fonts and colours, in the dark as
on paper, asks for nothing over the network, and cannot be lost beside its page. All of it is our
own template with escaped text; the plan never brings SVG.
"""

from jinja2 import Environment
from markupsafe import Markup

from smartplan.book.blocks import FigureBlock
from smartplan.figures.drawings.picture import NARROW, WIDE

TEMPLATE = "figures/picture.svg.j2"
SIZES = (("broad", WIDE), ("narrow", NARROW))
"""The style sheet shows one of the two, by the width of the page."""


def drawn(environment: Environment, figure: FigureBlock, name: str) -> tuple[Markup, ...]:
    """The figure for a desk and for a phone; readers who listen get its name and what it says."""
    template = environment.get_template(TEMPLATE)
    drawings = []
    for size, width in SIZES:
        picture = figure.layout(width)
        shapes = [(type(shape).__name__, shape) for shape in picture.shapes]
        text = template.render(
            picture=picture,
            shapes=shapes,
            size=size,
            id=figure.anchor,
            name=name,
            says=figure.says,
        )
        drawings.append(Markup(text))
    return tuple(drawings)

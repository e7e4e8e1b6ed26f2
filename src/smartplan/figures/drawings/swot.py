"""A SWOT matrix: four quadrants with their entries under the codes that strategies name."""

from smartplan.figures.cells import either, said, terms
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    LEADING,
    WIDE,
    Band,
    Box,
    Label,
    Picture,
    Shape,
    moved,
    paragraph,
)
from smartplan.figures.readiness import QUADRANTS, Quadrant, swot_entries, swot_table
from smartplan.figures.wording import capitalised, counted
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.stages.readiness import Swot

_GAP = 8
_LINES = 5
"""Lines of one entry; the table beside has all of it."""


def swot_figure(plan: Plan, swot: Swot) -> Drawing:
    """Strengths and weaknesses above, opportunities and threats below."""
    name = terms(plan, "dimension", swot.dimension)
    counts = {quadrant: len(swot_entries(swot, quadrant)) for quadrant in QUADRANTS}
    entries = {
        quadrant: counted(
            counts[quadrant],
            label("swot_one", quadrant).english,
            label("swot_kind", quadrant).english,
        )
        for quadrant in QUADRANTS
    }
    return Drawing(
        id=f"kuadran-{swot.dimension}",
        caption=Text(f"Kuadran SWOT {name.indonesian}", f"SWOT quadrants of {name.english}"),
        says=Text(
            "Empat kuadran: {strengths} kekuatan dan {weaknesses} kelemahan di atas, "
            "{opportunities} peluang dan {threats} ancaman di bawah.".format(**counts),
            f"Four quadrants: {entries['strengths']} and {entries['weaknesses']} above, "
            f"{entries['opportunities']} and {entries['threats']} below.",
        ),
        data=swot_table(plan, swot),
        layout=lambda width: _picture(plan, swot, width),
    )


def _picture(plan: Plan, swot: Swot, width: int) -> Picture:
    columns = 2 if width >= WIDE else 1
    room = (width - _GAP * (columns - 1)) // columns
    quadrants = [_quadrant(plan, swot, quadrant, room) for quadrant in QUADRANTS]
    shapes: list[Shape] = []
    top = 0
    for start in range(0, len(quadrants), columns):
        row = quadrants[start : start + columns]
        height = max(one.height for one in row)
        for place, one in enumerate(row):
            left = place * (room + _GAP)
            shapes.append(Box(left, top, room, height, "card", round=3))
            shapes.extend(moved(one.shapes, left, top))
        top += height + _GAP
    return Picture(width, top - _GAP, tuple(shapes))


def _quadrant(plan: Plan, swot: Swot, quadrant: Quadrant, room: int) -> Band:
    name = capitalised(said(plan, "swot_kind", quadrant))
    shapes: list[Shape] = [
        Box(0, 0, room, 28, "head", round=3),
        Label(10, 19, f"{quadrant[0].upper()}  {name}", "strong-on-head"),
    ]
    top = 48
    for position, entry in enumerate(swot_entries(swot, quadrant), 1):
        lines = paragraph(entry.text, 40, top, room - 50, _LINES)
        shapes.append(Label(10, top, f"{quadrant[0].upper()}{position}", "strong"))
        shapes += lines
        top += LEADING * len(lines) + 6
    if top == 48:
        shapes.append(Label(10, top, either(plan, "belum ada butir", "no entries yet"), "small"))
        top += LEADING
    return Band(tuple(shapes), top - 4)

"""Where the programs are: every sub-dimension of the method with how many serve it."""

from collections.abc import Iterable, Iterator

from smartplan.figures.cells import count, either, term
from smartplan.figures.drawings import letters
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    SMALL,
    WIDE,
    Band,
    Box,
    Label,
    Picture,
    Shape,
    paragraph,
    stacked,
)
from smartplan.figures.programs import Coverage, coverage, coverage_table, uncovered_sub_dimensions
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.framework import Dimension

_NAMES = 120
"""The room for the names of the dimensions, on a wide page."""
_GAP = 4


def coverage_figure(plan: Plan) -> Drawing:
    """Dimensions by sub-dimensions; the more programs, the darker, and the number in words."""
    data = coverage_table(plan)
    slots = coverage(plan)
    most = max((len(slot.programs) for slot in slots), default=0)
    bare = len(uncovered_sub_dimensions(plan))
    served = Text(
        f"Dari {len(slots)} subdimensi, {bare} belum memiliki program",
        f"Of {len(slots)} sub-dimensions, {bare} {'has' if bare == 1 else 'have'} none",
    )
    if not bare:
        served = Text(
            f"Seluruh {len(slots)} subdimensi memiliki program",
            f"Each of the {len(slots)} sub-dimensions has a program",
        )
    return Drawing(
        id="sebaran-program",
        caption=Text(
            "Sebaran program menurut dimensi dan subdimensi",
            "Programs by dimension and sub-dimension",
        ),
        says=Text(
            f"Setiap kotak adalah satu subdimensi dengan jumlah programnya. "
            f"{served.indonesian}; yang terbanyak memiliki {most} program.",
            f"Each box is a sub-dimension with the number of its programs. "
            f"{served.english}; the fullest has {most}.",
        ),
        data=data,
        layout=lambda width: _picture(plan, slots, most, width),
    )


def _picture(plan: Plan, slots: Iterable[Coverage], most: int, width: int) -> Picture:
    rows: dict[str, list[Coverage]] = {}
    for slot in slots:
        rows.setdefault(slot.dimension.id, []).append(slot)
    columns = max(len(row) for row in rows.values())
    draw = _row if width >= WIDE else _column
    bands = [draw(plan, row, columns, most, width) for row in rows.values()]
    return stacked(width, bands, 0 if width < WIDE else _GAP)


def _row(plan: Plan, row: list[Coverage], columns: int, most: int, width: int) -> Band:
    """Side by side, behind the name of the dimension."""
    room = (width - _NAMES - _GAP * columns) // columns
    height = max(_height(plan, slot, room) for slot in row)
    shapes: list[Shape] = [*_name(plan, row[0].dimension, _NAMES - 8)]
    for place, slot in enumerate(row):
        left = _NAMES + _GAP + place * (room + _GAP)
        shapes.extend(_box(plan, slot, most, (left, 0, room, height)))
    return Band(tuple(shapes), height)


def _column(plan: Plan, row: list[Coverage], _: int, most: int, width: int) -> Band:
    """One below the other, under the name of the dimension."""
    shapes: list[Shape] = [*_name(plan, row[0].dimension, width)]
    top = 24
    for slot in row:
        height = _height(plan, slot, width)
        shapes.extend(_box(plan, slot, most, (0, top, width, height)))
        top += height + _GAP
    return Band(tuple(shapes), top + 8)


def _name(plan: Plan, dimension: Dimension, room: int) -> tuple[Label, ...]:
    return paragraph(term(plan, "dimension", dimension.id), 0, 17, room, 3, "strong")


_NUMBER = 40


def _lines(plan: Plan, slot: Coverage, room: int) -> tuple[str, ...]:
    name = term(plan, "sub_dimension", slot.sub_dimension.id)
    return letters.wrapped(name, room - 16 - _NUMBER, SMALL, 4)


def _height(plan: Plan, slot: Coverage, room: int) -> int:
    wins = any(program.quick_win for program in slot.programs)
    return max(36, 14 + 15 * (len(_lines(plan, slot, room)) + wins))


def _box(
    plan: Plan, slot: Coverage, most: int, place: tuple[int, int, int, int]
) -> Iterator[Shape]:
    left, top, room, height = place
    served = len(slot.programs)
    yield Box(left, top, room, height, tone_of(served, most), round=3)
    lines = _lines(plan, slot, room)
    for number, line in enumerate(lines):
        yield Label(left + 8, top + 18 + 15 * number, line, "small-on")
    wins = sum(1 for program in slot.programs if program.quick_win)
    if wins:
        text = either(plan, f"{wins} quick win", f"{wins} quick win{'s' * (wins > 1)}")
        yield Label(left + 8, top + 18 + 15 * len(lines), text, "small-strong")
    y = top + height // 2 + 7
    yield Label(left + room - 10, y, count(plan, served).text, "count", "end")


def tone_of(found: int, most: int) -> str:
    """One of four tones, the fullest the darkest; what is empty has an outline only."""
    if found == 0:
        return "empty"
    return f"tone-{1 + 3 * (found - 1) // max(1, most - 1)}" if most > 1 else "tone-2"

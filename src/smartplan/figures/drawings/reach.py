"""Whom telling and teaching reached: sectors by kinds of activity."""

from collections import Counter
from collections.abc import Iterator

from smartplan.figures.cells import count, either, heading, said, term
from smartplan.figures.drawings.coverage import tone_of
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    WIDE,
    Box,
    Key,
    Label,
    Picture,
    Shape,
    legend,
    moved,
    paragraph,
    swatch,
)
from smartplan.figures.outreach import unreached_sectors
from smartplan.figures.table import Cell, Table
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label
from smartplan.plan import Plan

_KINDS = ("socialisation", "literacy", "publication", "training")
_GAP = 4
_HEIGHT = 44

Tally = Counter[tuple[str, str]]


def reach_figure(plan: Plan) -> Drawing:
    """Every sector of the method with the activities that spoke to it."""
    missed = len(unreached_sectors(plan))
    sectors = len(plan.framework.sectors)
    left = Text(f"Seluruh {sectors} unsur telah dijangkau.", f"All {sectors} have been reached.")
    if missed:
        left = Text(
            f"Dari {sectors} unsur, {missed} belum dijangkau.",
            f"Of {sectors} sectors, {missed} {'has' if missed == 1 else 'have'} not been reached.",
        )
    return Drawing(
        id="jangkauan-unsur",
        caption=Text(
            "Unsur ekosistem yang dijangkau menurut jenis kegiatan",
            "Sectors reached, by kind of activity",
        ),
        says=Text(
            f"Setiap kotak memuat jumlah kegiatan yang telah terlaksana bagi satu unsur; tanda "
            f"tambah menyebut yang masih direncanakan. {left.indonesian}",
            f"Each box holds the number of activities held for a sector; a plus sign tells those "
            f"still planned. {left.english}",
        ),
        data=reach_table(plan),
        layout=lambda width: _picture(plan, width),
    )


def reach_table(plan: Plan) -> Table:
    """Activities held and planned, by sector and kind."""
    held, planned = _tallies(plan)
    kinds = [label("outreach_kind", kind) for kind in _KINDS]
    return Table(
        id="unsur-menurut-kegiatan",
        caption=Text(
            "Kegiatan menurut unsur dan jenis, terlaksana (direncanakan)",
            "Activities by sector and kind, held (planned)",
        ),
        columns=(
            heading("Unsur", "Sector"),
            *(heading(capitalised(k.indonesian), capitalised(k.english), "right") for k in kinds),
        ),
        rows=tuple(
            (
                Cell(term(plan, "sector", sector.id)),
                *(_cell(plan, held, planned, (sector.id, kind)) for kind in _KINDS),
            )
            for sector in plan.framework.sectors
        )
        if held or planned
        else (),
        empty=Text(
            "Unsur yang dijangkau kegiatan belum dicatat.",
            "The sectors the activities reach have not been recorded yet.",
        ),
    )


def _tallies(plan: Plan) -> tuple[Tally, Tally]:
    held: Tally = Counter()
    planned: Tally = Counter()
    for activity in plan.outreach.activities:
        tally = held if activity.state == "held" else planned
        tally.update((sector, activity.kind_) for sector in dict.fromkeys(activity.audience))
    return held, planned


def _cell(plan: Plan, held: Tally, planned: Tally, key: tuple[str, str]) -> Cell:
    told = count(plan, held[key]).text
    return Cell(f"{told} ({count(plan, planned[key]).text})" if planned[key] else told)


def _picture(plan: Plan, width: int) -> Picture:
    held, planned = _tallies(plan)
    names = 170 if width >= WIDE else 84
    side = (width - names - _GAP * len(_KINDS)) // len(_KINDS)
    most = max(held.values(), default=0)
    shapes: list[Shape] = []
    for place, kind in enumerate(_KINDS):
        x = names + _GAP + place * (side + _GAP) + side // 2
        word = said(plan, "outreach_kind", kind)
        shapes.extend(paragraph(word, x, 14, side, 1, "small-strong", "middle"))
    top = 24
    for sector in plan.framework.sectors:
        shapes.extend(paragraph(term(plan, "sector", sector.id), 0, top + 18, names, 2))
        for place, kind in enumerate(_KINDS):
            x = names + _GAP + place * (side + _GAP)
            key = (sector.id, kind)
            shapes.extend(_box(held[key], planned[key], most, (x, top, side)))
        top += _HEIGHT + _GAP
    keys = legend(_keys(plan, planned), width)
    shapes.extend(moved(keys.shapes, 0, top + 4))
    return Picture(width, top + 4 + keys.height, tuple(shapes))


def _box(held: int, planned: int, most: int, place: tuple[int, int, int]) -> Iterator[Shape]:
    x, top, side = place
    yield Box(x, top, side, _HEIGHT, tone_of(held, most), round=3)
    text = f"{held} + {planned}" if planned else str(held)
    role = "count" if held or planned else "small"
    yield Label(x + side // 2, top + _HEIGHT // 2 + 6, text, role, "middle")


def _keys(plan: Plan, planned: Tally) -> Iterator[Key]:
    yield Key(either(plan, "telah terlaksana", "held"), swatch("tone-3"))
    yield Key(either(plan, "belum ada yang terlaksana", "none held yet"), swatch("empty"))
    if planned:
        text = either(plan, "angka sesudah tanda tambah: direncanakan", "after the plus: planned")
        yield Key(text, Label(8, 13, "+", "small-strong", "middle"))

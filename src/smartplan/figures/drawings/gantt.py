"""The programs over the years of the plan, with phases, milestones and the reporting date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from smartplan.figures.cells import NONE, either, heading, said, term, terms, when, years_text
from smartplan.figures.drawings import letters
from smartplan.figures.drawings.diagram import Calendar, Task
from smartplan.figures.drawings.drawing import Drawing, part_name, parts
from smartplan.figures.drawings.picture import (
    LEADING,
    SMALL,
    TEXT,
    WIDE,
    Band,
    Box,
    Key,
    Label,
    Line,
    Mark,
    MarkShape,
    Picture,
    Shape,
    legend,
    moved,
    sign,
    swatch,
)
from smartplan.figures.programs import programs_of
from smartplan.figures.schedule import (
    Span,
    Standing,
    milestones_of,
    phases,
    span,
    standing,
)
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Milestone, Phase

ROWS = 15
"""Programs of one figure: as many as fit a page."""

_BAR = 12
_SIGNS: dict[Standing, MarkShape] = {
    "done": "diamond",
    "running": "open-diamond",
    "planned": "open-diamond",
    "late": "triangle",
    "cancelled": "cross",
}
_MEANINGS: dict[MarkShape, tuple[Text, set[Standing]]] = {
    "diamond": (Text("tonggak selesai", "milestone done"), {"done"}),
    "open-diamond": (Text("tonggak direncanakan", "milestone to come"), {"planned", "running"}),
    "triangle": (Text("tonggak terlambat", "milestone late"), {"late"}),
    "cross": (Text("tonggak dibatalkan", "milestone cancelled"), {"cancelled"}),
}


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A program that has years, under its number in the figure."""

    number: int
    program: Program
    years: Span
    milestones: tuple[Milestone, ...]


def gantt_figures(plan: Plan, dimension: str) -> tuple[Drawing, ...]:
    """The programs of a dimension over the years, fifteen a figure at most."""
    name = terms(plan, "dimension", dimension)
    groups = parts(_scheduled(plan, dimension), ROWS)
    return tuple(
        _figure(plan, dimension, group, name, part_name(place, len(groups)), place)
        for place, group in enumerate(groups, 1)
    )


def _scheduled(plan: Plan, dimension: str) -> tuple[Scheduled, ...]:
    found = [(p, span(plan, p)) for p in programs_of(plan, dimension=dimension)]
    known = [(program, years) for program, years in found if years is not None]
    return tuple(
        Scheduled(number, program, years, milestones_of(plan, program=program.id))
        for number, (program, years) in enumerate(known, 1)
    )


def _figure(
    plan: Plan, dimension: str, rows: tuple[Scheduled, ...], name: Text, part: Text, place: int
) -> Drawing:
    caption = Text(
        f"Jadwal program {name.indonesian}{part.indonesian}",
        f"Schedule of the {name.english} programs{part.english}",
    )
    return Drawing(
        id=f"jadwal-{dimension}-{place}",
        caption=caption,
        says=_says(plan, rows),
        data=_table(plan, rows, f"data-jadwal-{dimension}-{place}", caption),
        layout=lambda width: _picture(plan, rows, width),
        diagram=_calendar(plan, rows, term(plan, "dimension", dimension)),
    )


def _says(plan: Plan, rows: tuple[Scheduled, ...]) -> Text:
    period = plan.manifest.period
    found = [milestone for row in rows for milestone in row.milestones]
    late = sum(1 for milestone in found if standing(plan, milestone) == "late")
    return Text(
        f"Bagan waktu {len(rows)} program dari {period.start} sampai {period.end}, dengan "
        f"{len(found)} tonggak capaian, {late} di antaranya terlambat.",
        f"A chart of {counted(len(rows), 'program', 'programs')} from {period.start} to "
        f"{period.end}, with {counted(len(found), 'milestone', 'milestones')}, "
        f"{late} of them late.",
    )


def _table(plan: Plan, rows: Iterable[Scheduled], id_: str, caption: Text) -> Table:
    return Table(
        id=id_,
        caption=caption,
        columns=(
            heading("Program", "Program"),
            heading("Tahun", "Years"),
            heading("Tonggak capaian", "Milestones"),
        ),
        rows=tuple(
            (
                stated(f"{row.number}. {row.program.name}", row.program),
                Cell(_years(plan, row.years)),
                Cell("; ".join(_due(plan, m) for m in row.milestones) or NONE.text),
            )
            for row in rows
        ),
        empty=Text("Belum ada program yang dijadwalkan.", "No program has been scheduled yet."),
    )


def _years(plan: Plan, years: Span) -> str:
    return years_text(plan, years.first, None if years.open_end else years.last)


def _due(plan: Plan, milestone: Milestone) -> str:
    state = said(plan, "state", standing(plan, milestone))
    return f"{when(plan, milestone.due)}: {milestone.text} ({state})"


def _calendar(plan: Plan, rows: tuple[Scheduled, ...], name: str) -> Calendar:
    return Calendar(((name, tuple(_tasks(plan, rows))),))


def _tasks(plan: Plan, rows: Iterable[Scheduled]) -> Iterator[Task]:
    for row in rows:
        first, last = date(row.years.first, 1, 1), date(row.years.last, 12, 31)
        yield Task(f"p{row.number}", f"{row.number} {row.program.name}", first, last)
        for place, milestone in enumerate(row.milestones, 1):
            stands = standing(plan, milestone)
            if stands == "cancelled":
                continue
            yield Task(
                f"p{row.number}m{place}",
                f"{row.number} {milestone.text}",
                milestone.due.last,
                milestone.due.last,
                done=stands == "done",
                late=stands == "late",
                milestone=True,
            )


# On paper


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where a day lies between the first and the last of the plan."""

    first: date
    last: date
    left: int
    room: int

    def x(self, day: date) -> int:
        inside = min(max(day, self.first), self.last)
        return self.left + (inside - self.first).days * self.room // (self.last - self.first).days

    def edges(self, first: int, last: int) -> tuple[int, int]:
        """From the first day of one year to the last day of another."""
        return self.x(date(first, 1, 1)), self.x(date(last, 12, 31))


def _axis(plan: Plan, width: int) -> _Axis:
    period = plan.manifest.period
    left = 236 if width >= WIDE else 0
    return _Axis(date(period.start, 1, 1), date(period.end, 12, 31), left, width - left - 8)


def _picture(plan: Plan, rows: tuple[Scheduled, ...], width: int) -> Picture:
    axis = _axis(plan, width)
    head = _head(plan, axis)
    bands = [_row(plan, row, axis, width) for row in rows]
    shapes: list[Shape] = []
    top = head.height
    bottom = top + sum(band.height for band in bands)
    shapes.extend(_grid(plan, axis, top, bottom))
    shapes.extend(head.shapes)
    for band in bands:
        shapes.extend(moved(band.shapes, 0, top))
        top += band.height
    keys = legend(_keys(plan, rows), width)
    shapes.extend(moved(keys.shapes, 0, top + 10))
    return Picture(width, top + 10 + keys.height, tuple(shapes))


def _head(plan: Plan, axis: _Axis) -> Band:
    """The phases over the years they take, then the years themselves."""
    shapes: list[Shape] = []
    top = 0
    for number, phase in enumerate(_phases(plan), 1):
        start, end = axis.edges(phase.start, phase.end)
        shapes.append(Box(start, 0, max(end - start - 2, 2), 18, f"tone-{number % 2 + 1}", round=2))
        shapes.append(Label((start + end) // 2, 13, f"T{number}", "small-strong", "middle"))
        top = 22
    for year in _shown_years(plan, axis):
        start, end = axis.edges(year, year)
        shapes.append(Label((start + end) // 2, top + 12, str(year), "axis", "middle"))
    return Band(tuple(shapes), top + 18)


def _phases(plan: Plan) -> tuple[Phase, ...]:
    """The phases with a year inside the plan."""
    period = plan.manifest.period
    return tuple(p for p in phases(plan) if p.start <= period.end and p.end >= period.start)


def _shown_years(plan: Plan, axis: _Axis) -> range:
    """Every year, or as many as can stand side by side."""
    period = plan.manifest.period
    count = period.end - period.start + 1
    step = -(-count * (letters.width("0000", SMALL) + 4) // axis.room)
    return range(period.start, period.end + 1, max(1, step))


def _grid(plan: Plan, axis: _Axis, top: int, bottom: int) -> Iterator[Shape]:
    period = plan.manifest.period
    for year in range(period.start, period.end + 1):
        x = axis.x(date(year, 1, 1))
        yield Line(x, top, x, bottom, "grid")
    end = axis.left + axis.room
    yield Line(end, top, end, bottom, "grid")
    if axis.first <= plan.as_of <= axis.last:
        x = axis.x(plan.as_of)
        yield Line(x, top, x, bottom, "today")


def _row(plan: Plan, row: Scheduled, axis: _Axis, width: int) -> Band:
    """The name before the bar on a wide page, above it on a narrow one."""
    beside = axis.left > 0
    room = axis.left - 12 if beside else width
    lines = letters.wrapped(f"{row.number}. {_name(row)}", room, TEXT, 3 if beside else 2)
    shapes: list[Shape] = [
        Label(0, 15 + LEADING * n, line, "label" if beside else "over")
        for n, line in enumerate(lines)
    ]
    top = 5 if beside else 4 + LEADING * len(lines) + 2
    height = max(top + _BAR + 6, 8 + LEADING * len(lines))
    shapes.append(Line(0, height, width, height, "grid"))
    shapes.extend(_bar(plan, row, axis, top))
    return Band(tuple(shapes), height)


def _name(row: Scheduled) -> str:
    return f"{row.program.name} (QW)" if row.program.quick_win else row.program.name


def _bar(plan: Plan, row: Scheduled, axis: _Axis, top: int) -> Iterator[Shape]:
    """Solid where the years are set; a dashed outline where the end is not."""
    firm = row.years.first if row.years.open_end else row.years.last
    period = plan.manifest.period
    if row.years.last < period.start or row.years.first > period.end:
        return
    start, end = axis.edges(row.years.first, max(row.years.first, min(firm, period.end)))
    if firm >= period.start:
        yield Box(start, top, max(end - start, 3), _BAR, "tone-4", round=2)
    if row.years.open_end and period.end > firm:
        _, last = axis.edges(row.years.first, row.years.last)
        open_from = max(end, axis.left)
        yield Box(open_from, top, max(last - open_from, 2), _BAR, "open", round=2)
    for milestone in row.milestones:
        x = axis.x(milestone.due.last)
        yield Mark(x, top + _BAR // 2, _SIGNS[standing(plan, milestone)], "mark-on")


def _keys(plan: Plan, rows: Iterable[Scheduled]) -> Iterator[Key]:
    found = tuple(rows)
    yield Key(either(plan, "tahun pelaksanaan", "years set"), swatch("tone-4"))
    if any(row.years.open_end for row in found):
        text = either(plan, "tahun selesai belum ditetapkan", "end not set")
        yield Key(text, swatch("open"))
    stands = {standing(plan, m) for row in found for m in row.milestones}
    yield from (
        Key(either(plan, text.indonesian, text.english), sign(shape))
        for shape, (text, ones) in _MEANINGS.items()
        if stands & ones
    )
    if any(row.program.quick_win for row in found):
        yield Key("quick win", Label(8, 12, "QW", "small-strong", "middle"))
    yield from _time_keys(plan)


def _time_keys(plan: Plan) -> Iterator[Key]:
    period = plan.manifest.period
    if period.start <= plan.as_of.year <= period.end:
        yield Key(either(plan, "tanggal pelaporan", "reporting date"), Line(8, 0, 8, 16, "today"))
    for number, phase in enumerate(_phases(plan), 1):
        text = f"{phase.name} ({years_text(plan, phase.start, phase.end)})"
        yield Key(text, Label(8, 12, f"T{number}", "small-strong", "middle"))

"""The region in small pictures: every figure of the profile that is known at several moments."""

from collections.abc import Iterable

from smartplan.figures.cells import measured, when
from smartplan.figures.drawings import letters, series
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    LEADING,
    TEXT,
    WIDE,
    Anchor,
    Band,
    Label,
    Picture,
    Shape,
    moved,
    paragraph,
)
from smartplan.figures.drawings.series import Point, Series
from smartplan.figures.readiness import changes_in, profile_table, profile_topics, value_text
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.readiness import Statistic, Value

_GAP = 24
_CHART = 48


def profile_figure(plan: Plan, topic: str) -> Drawing:
    """The figures of a topic that changed, each on a scale of its own."""
    found = tuple(change.statistic for change in changes_in(plan, topic))
    names = "; ".join(_told(plan, statistic) for statistic in found)
    data = profile_table(plan, topic)
    return Drawing(
        id=f"perkembangan-{profile_topics(plan).index(topic) + 1}",
        caption=Text(f"Perkembangan data: {topic}", f"How the figures moved: {topic}"),
        says=Text(
            f"Garis kecil bagi tiap data, masing-masing dengan skalanya sendiri. {names}.",
            f"A small line for each figure, each on its own scale. {names}.",
        ),
        data=data,
        layout=lambda width: _picture(plan, found, width),
        shown=bool(found),
    )


def _numbers(statistic: Statistic) -> list[tuple[Value, Point]]:
    known = sorted(statistic.values, key=lambda value: value.year)
    return [(v, Point(v.year.last, v.value)) for v in known if v.value is not None]


def _told(plan: Plan, statistic: Statistic) -> str:
    values = (
        f"{when(plan, value.year)} {measured(plan, point.value, value.qualifier)}"
        for value, point in _numbers(statistic)
    )
    return f"{statistic.name}: {', '.join(values)}"


def _picture(plan: Plan, found: Iterable[Statistic], width: int) -> Picture:
    columns = 3 if width >= WIDE else 1
    room = (width - _GAP * (columns - 1)) // columns
    panels = [_panel(plan, statistic, room) for statistic in found]
    shapes: list[Shape] = []
    top = 0
    for start in range(0, len(panels), columns):
        row = panels[start : start + columns]
        height = max(one.height for one in row)
        for place, one in enumerate(row):
            # The charts of a row stand on one line, however long the names above them are.
            shapes.extend(moved(one.shapes, place * (room + _GAP), top + height - one.height))
        top += height + 18
    return Picture(width, top - 18, tuple(shapes))


def _panel(plan: Plan, statistic: Statistic, room: int) -> Band:
    name = paragraph(statistic.name, 0, 12, room, 3, "strong")
    top = 12 + LEADING * len(name)
    shapes: list[Shape] = [*name]
    if statistic.unit:
        shapes.extend(paragraph(statistic.unit, 0, top, room, 1, "small"))
        top += LEADING
    numbers = _numbers(statistic)
    line = Series(tuple(point for _, point in numbers), "dot", joined=True)
    shapes.extend(moved(series.drawn([line], room, _CHART), 0, top - 6))
    ends = _ends(plan, [numbers[0][0], numbers[-1][0]], room)
    shapes.extend(moved(ends.shapes, 0, top - 6 + _CHART))
    return Band(tuple(shapes), top - 6 + _CHART + ends.height)


def _ends(plan: Plan, values: list[Value], room: int) -> Band:
    """The first and the last value side by side; one below the other where they are too long."""
    told = [(value_text(plan, value), when(plan, value.year)) for value in values]
    taken = sum(letters.width(text, TEXT) * 11 // 10 for text, _ in told)
    if taken + 12 > room:
        lines = [Label(0, 16 + LEADING * n, f"{y}: {v}", "strong") for n, (v, y) in enumerate(told)]
        return Band(tuple(lines), 16 + LEADING + 4)
    shapes: list[Shape] = []
    for (value, year), x, anchor in zip(told, (0, room), _ANCHORS, strict=True):
        shapes.append(Label(x, 16, value, "strong", anchor))
        shapes.append(Label(x, 16 + LEADING, year, "small", anchor))
    return Band(tuple(shapes), 16 + LEADING + 4)


_ANCHORS: tuple[Anchor, Anchor] = ("start", "end")

"""Indicators over the years: where each began, what was aimed at, what was reached."""

from collections.abc import Iterable
from datetime import date

from smartplan.figures.cells import NONE, either, heading, measured, share_text, terms, tongue, when
from smartplan.figures.drawings import letters, series
from smartplan.figures.drawings.drawing import Drawing, part_name, parts
from smartplan.figures.drawings.picture import (
    LEADING,
    SMALL,
    WIDE,
    Band,
    Key,
    Label,
    Line,
    Picture,
    Shape,
    legend,
    moved,
    paragraph,
    sign,
    stacked,
)
from smartplan.figures.drawings.series import Point, Series
from smartplan.figures.progress import achievement, indicators_in, realisations_of
from smartplan.figures.table import Cell, Table, stated
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.monev import Indicator

_MOST = 12
"""Indicators of one figure: as many as fit a page."""
_CHART = 56


def indicator_figures(plan: Plan, dimension: str | None) -> tuple[Drawing, ...]:
    """The indicators of a dimension that have a number to show, a dozen a figure."""
    found = [i for i in indicators_in(plan, dimension) if _is_drawn(plan, i)]
    name = terms(plan, "dimension", dimension) if dimension else _ACROSS
    groups = parts(found, _MOST)
    return tuple(
        _figure(
            plan,
            group,
            f"grafik-indikator-{dimension or 'lain'}-{place}",
            Text(
                f"Perkembangan indikator {name.indonesian}"
                f"{part_name(place, len(groups)).indonesian}",
                f"Indicators over the years: {name.english}{part_name(place, len(groups)).english}",
            ),
        )
        for place, group in enumerate(groups, 1)
    )


def indicator_figure(plan: Plan, indicators: Iterable[Indicator], id_: str) -> Drawing:
    """Some indicators, for the card of a program or the page of an indicator."""
    name = plan.name("program|objective|indicator", id_)
    return _figure(
        plan,
        tuple(i for i in indicators if _is_drawn(plan, i)),
        f"grafik-indikator-{id_}",
        Text(f"Perkembangan indikator {name}", f"Indicators over the years: {name}"),
    )


_ACROSS = Text("lintas dimensi", "across dimensions")


def _figure(plan: Plan, found: tuple[Indicator, ...], id_: str, caption: Text) -> Drawing:
    told = "; ".join(f"{i.name}: {'; '.join(_lines(plan, i))}" for i in found)
    return Drawing(
        id=id_,
        caption=caption,
        says=Text(
            f"Grafik kecil bagi tiap indikator, masing-masing dengan skalanya sendiri. {told}.",
            f"A small chart for each indicator, each on its own scale. {told}.",
        ),
        data=_table(plan, found, f"data-{id_}", caption),
        layout=lambda width: _picture(plan, found, width),
    )


def _table(plan: Plan, found: tuple[Indicator, ...], id_: str, caption: Text) -> Table:
    return Table(
        id=id_,
        caption=caption,
        columns=(
            heading("Indikator", "Indicator"),
            heading("Data dasar", "Baseline"),
            heading("Target", "Targets"),
            heading("Realisasi", "Realisations"),
        ),
        rows=tuple(
            (
                stated(f"{i.name} ({i.unit})", i),
                Cell(_baseline(plan, i) or NONE.text),
                Cell("; ".join(_targets(plan, i)) or NONE.text),
                Cell("; ".join(_realised(plan, i)) or NONE.text),
            )
            for i in found
        ),
        empty=Text("Belum ada angka yang dapat digambarkan.", "There are no numbers to draw yet."),
    )


def _baseline(plan: Plan, indicator: Indicator) -> str:
    base = indicator.baseline
    if base is None or base.value is None:
        return ""
    told = measured(plan, base.value, base.qualifier)
    return f"{told} ({when(plan, base.year)})" if base.year else told


def _targets(plan: Plan, indicator: Indicator) -> list[str]:
    targets = sorted(indicator.targets.items())
    return [f"{number(value, tongue(plan))} ({year})" for year, value in targets]


def _realised(plan: Plan, indicator: Indicator) -> list[str]:
    return [
        f"{measured(plan, one.value, one.qualifier)} ({when(plan, one.period)})"
        for one in realisations_of(plan, indicator)
        if one.value is not None
    ]


def _series(plan: Plan, indicator: Indicator) -> tuple[Series, ...]:
    base = indicator.baseline
    known = base is not None and base.value is not None and base.year is not None
    start = (Point(base.year.last, base.value),) if known else ()  # type: ignore[union-attr, arg-type]
    reached = (
        Point(one.period.last, one.value)
        for one in realisations_of(plan, indicator)
        if one.value is not None
    )
    targets = (Point(date(y, 12, 31), v) for y, v in sorted(indicator.targets.items()))
    return (
        Series(tuple(targets), "open-diamond"),
        Series(start, "square"),
        Series(tuple(reached), "dot", joined=True),
    )


def _is_drawn(plan: Plan, indicator: Indicator) -> bool:
    return any(one.points for one in _series(plan, indicator))


def _lines(plan: Plan, indicator: Indicator) -> list[str]:
    """What the chart says, in words: the start, the last value, the next target, the verdict."""
    lines = []
    if base := _baseline(plan, indicator):
        lines.append(either(plan, f"data dasar {base}", f"baseline {base}"))
    if reached := _realised(plan, indicator):
        lines.append(either(plan, f"realisasi {reached[-1]}", f"reached {reached[-1]}"))
    found = achievement(plan, indicator)
    year = found.realisation.period.year if found.realisation else plan.as_of.year
    ahead = [y for y in sorted(indicator.targets) if y >= year] or sorted(indicator.targets)[-1:]
    if ahead:
        told = f"{number(indicator.targets[ahead[0]], tongue(plan))} ({ahead[0]})"
        lines.append(either(plan, f"target {told}", f"target {told}"))
    state = found.state.words.say(tongue(plan))
    lines.append(f"{share_text(plan, found.percent)}, {state}" if found.percent else state)
    return lines


def _picture(plan: Plan, found: tuple[Indicator, ...], width: int) -> Picture:
    draw = _row if width >= WIDE else _column
    bands = [draw(plan, indicator, width) for indicator in found]
    return stacked(width, [*bands, legend(_keys(plan), width)])


def _row(plan: Plan, indicator: Indicator, width: int) -> Band:
    """Name, chart and words side by side."""
    names, words = 204, 190
    chart = width - names - words - 28
    name = _named(indicator, names)
    lines = _worded(plan, indicator, words)
    height = max(_CHART + 20, 10 + LEADING * len(name), 10 + LEADING * len(lines))
    shapes: list[Shape] = [*name]
    shapes.extend(moved(_chart(plan, indicator, chart), names + 14, 2))
    shapes.extend(moved(lines, width - words, 0))
    shapes.append(Line(0, height + 4, width, height + 4, "grid"))
    return Band(tuple(shapes), height + 12)


def _column(plan: Plan, indicator: Indicator, width: int) -> Band:
    """Name above, then chart and words."""
    words = 150
    name = _named(indicator, width)
    lines = _worded(plan, indicator, words)
    top = LEADING * len(name) + 4
    height = top + max(_CHART + 20, 8 + LEADING * len(lines))
    shapes: list[Shape] = [*name]
    shapes.extend(moved(_chart(plan, indicator, width - words - 12), 0, top))
    shapes.extend(moved(lines, width - words, top))
    shapes.append(Line(0, height + 4, width, height + 4, "grid"))
    return Band(tuple(shapes), height + 12)


def _named(indicator: Indicator, room: int) -> tuple[Label, ...]:
    name = paragraph(indicator.name, 0, 14, room, 4, "strong")
    unit = paragraph(indicator.unit, 0, 14 + LEADING * len(name), room, 2, "small")
    return (*name, *unit)


def _worded(plan: Plan, indicator: Indicator, room: int) -> tuple[Label, ...]:
    wrapped = [
        line for text in _lines(plan, indicator) for line in letters.wrapped(text, room, SMALL, 3)
    ]
    return tuple(Label(0, 14 + LEADING * n, line, "small-on") for n, line in enumerate(wrapped))


def _chart(plan: Plan, indicator: Indicator, room: int) -> tuple[Shape, ...]:
    found = _series(plan, indicator)
    years = sorted({point.day.year for one in found for point in one.points})
    shapes: list[Shape] = [*series.drawn(found, room, _CHART)]
    if len(years) == 1:
        shapes.append(Label(room // 2, _CHART + 14, str(years[0]), "axis", "middle"))
    else:
        shapes.append(Label(0, _CHART + 14, str(years[0]), "axis"))
        shapes.append(Label(room, _CHART + 14, str(years[-1]), "axis", "end"))
    return tuple(shapes)


def _keys(plan: Plan) -> tuple[Key, ...]:
    return (
        Key(either(plan, "data dasar", "baseline"), sign("square")),
        Key(either(plan, "target", "target"), sign("open-diamond")),
        Key(either(plan, "realisasi", "realisation"), sign("dot")),
    )

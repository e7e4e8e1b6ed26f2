"""Where the region stands: profile, readiness, inventory, issues and SWOT."""

from dataclasses import dataclass
from itertools import chain
from typing import Literal, get_args

from smartplan.figures.cells import (
    NONE,
    count,
    either,
    heading,
    measured,
    said,
    term,
    term_cell,
    terms,
    tongue,
    when,
)
from smartplan.figures.table import Cell, Column, Table, prose_remark, remark, stated
from smartplan.figures.wording import capitalised
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.framework import Dimension, Element
from smartplan.stages.readiness import (
    InventoryItem,
    Issue,
    ReadinessElement,
    Statistic,
    Swot,
    SwotEntry,
    SwotStrategy,
    Value,
)
from smartplan.stages.scalars import Moment

Quadrant = Literal["strengths", "weaknesses", "opportunities", "threats"]
QUADRANTS: tuple[Quadrant, ...] = get_args(Quadrant)

_MOST_PERIODS = 6
"""More columns of years than this do not fit a page."""

_DIMENSION = heading("Dimensi", "Dimension")
_DATA = heading("Data", "Figure")
_UNIT = heading("Satuan", "Unit")
_NO_PROFILE = Text("Data profil daerah belum dicatat.", "No profile has been recorded yet.")


def profile_topics(plan: Plan) -> tuple[str, ...]:
    """The topics of the profile in the order of the plan."""
    return tuple(dict.fromkeys(statistic.topic for statistic in plan.readiness.profile))


def profile_table(plan: Plan, topic: str) -> Table:
    """The figures of one topic: years as columns where most cells have a value, else as rows."""
    statistics = [one for one in plan.readiness.profile if one.topic == topic]
    periods = sorted({value.year for one in statistics for value in one.values})
    across = _fits_across(statistics, periods)
    return Table(
        id=f"profil-{profile_topics(plan).index(topic) + 1}",
        caption=Text(f"Profil daerah: {topic}", f"Profile of the region: {topic}"),
        columns=_across_columns(plan, periods) if across else _down_columns(),
        rows=tuple(
            chain.from_iterable(
                [_across(plan, one, periods)] if across else _down(plan, one) for one in statistics
            )
        ),
        empty=_NO_PROFILE,
        wide=across and len(periods) > _MOST_PERIODS // 2,
    )


def _fits_across(statistics: list[Statistic], periods: list[Moment]) -> bool:
    filled = sum(len({value.year for value in one.values}) for one in statistics)
    doubled = filled != sum(len(one.values) for one in statistics)
    return (
        not doubled
        and len(periods) <= _MOST_PERIODS
        and filled * 3 >= len(statistics) * len(periods) * 2
    )


def _across_columns(plan: Plan, periods: list[Moment]) -> tuple[Column, ...]:
    years = (Text(text, text) for text in (when(plan, period) for period in periods))
    return (_DATA, _UNIT, *(Column(year, "right") for year in years))


def _down_columns() -> tuple[Column, ...]:
    return (
        _DATA,
        _UNIT,
        heading("Waktu", "Time"),
        heading("Nilai", "Value", "right"),
    )


def _across(plan: Plan, statistic: Statistic, periods: list[Moment]) -> tuple[Cell, ...]:
    at = {value.year: value for value in statistic.values}
    values = (_value(plan, at[period]) if period in at else NONE for period in periods)
    return (stated(statistic.name, statistic), Cell(statistic.unit or NONE.text), *values)


def _down(plan: Plan, statistic: Statistic) -> list[tuple[Cell, ...]]:
    return [
        (
            stated(statistic.name, statistic),
            Cell(statistic.unit or NONE.text),
            Cell(when(plan, value.year)),
            _value(plan, value),
        )
        for value in sorted(statistic.values, key=lambda one: one.year)
    ]


def _value(plan: Plan, value: Value) -> Cell:
    return stated(value_text(plan, value), value)


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure of the profile moved between its first and its last value."""

    statistic: Statistic
    first: Value
    last: Value
    direction: Literal["up", "down", "same", "unlike"]
    """`unlike` where the two were not measured alike: then they stand side by side."""
    turn: Value | None = None
    """The value farthest outside the two: without it `rose` or `fell` would mislead."""


def changes_in(plan: Plan, topic: str) -> tuple[Change, ...]:
    """The figures of a topic that are numbers at more than one moment."""
    statistics = (one for one in plan.readiness.profile if one.topic == topic)
    return tuple(change for one in statistics if (change := _change(one)))


def _change(statistic: Statistic) -> Change | None:
    known = sorted(
        ((one.value, one) for one in statistic.values if one.value is not None),
        key=lambda pair: pair[1].year,
    )
    if not known or _contested([one for _, one in known]):
        return None
    (before, first), (after, last) = known[0], known[-1]
    if not _alike(first, last):
        return Change(statistic, first, last, "unlike")
    direction: Literal["up", "down", "same"] = "same"
    if after != before:
        direction = "up" if after > before else "down"
    low, high = min(before, after), max(before, after)
    farthest, turn = max(known, key=lambda pair: max(pair[0] - high, low - pair[0]))
    return Change(statistic, first, last, direction, None if low <= farthest <= high else turn)


def _alike(first: Value, last: Value) -> bool:
    """Whether two values of a series tell of a change, as far as the plan says how they came up.

    A month is no year and a bound no number; a note may tell of another method.
    """
    return all(
        getattr(first, name) == getattr(last, name) for name in ("qualifier", "rests_on", "note")
    ) and (first.year.precision == last.year.precision and first.qualifier in (None, "about"))


def _contested(values: list[Value]) -> bool:
    """Whether there is only one moment, or two sources disagree about the first or the last."""
    first, last = values[0].year, values[-1].year
    years = [value.year for value in values]
    return first == last or years.count(first) > 1 or years.count(last) > 1


def value_text(plan: Plan, value: Value) -> str:
    """A value with the caution of its source, or in its words."""
    if value.value is None:
        return value.text or NONE.text
    return measured(plan, value.value, value.qualifier)


def element_analysis(plan: Plan, element: str) -> ReadinessElement | None:
    """What the plan found on an element of readiness."""
    return next((one for one in plan.readiness.elements if one.element == element), None)


def follow_ups(plan: Plan, analysis: ReadinessElement) -> tuple[str, ...]:
    """The names of the programs that close a gap."""
    return tuple(plan.name("program", id_) for id_ in analysis.follow_up)


def elements_in(plan: Plan, group: str) -> tuple[Element, ...]:
    """The elements of a group of the method."""
    return tuple(one for one in plan.framework.elements if one.group == group)


def elements_assessed(plan: Plan) -> tuple[Element, ...]:
    """The elements of the method that the plan speaks of."""
    return tuple(one for one in plan.framework.elements if element_analysis(plan, one.id))


def elements_unassessed(plan: Plan) -> tuple[Element, ...]:
    """The elements of the method that the plan says nothing of."""
    return tuple(one for one in plan.framework.elements if not element_analysis(plan, one.id))


def elements_with_gap(plan: Plan) -> tuple[Element, ...]:
    """The elements for which the plan names a gap."""
    gaps = {one.element for one in plan.readiness.elements if one.gap}
    return tuple(one for one in plan.framework.elements if one.id in gaps)


def gaps_without_follow_up(plan: Plan) -> tuple[Element, ...]:
    """The elements with a gap that no program takes up."""
    left = {one.element for one in plan.readiness.elements if one.gap and not one.follow_up}
    return tuple(one for one in plan.framework.elements if one.id in left)


def _group(plan: Plan, element: Element) -> str:
    found = next((one for one in plan.framework.groups if one.id == element.group), None)
    return either(plan, found.name, found.english) if found else element.group


def element_table(plan: Plan) -> Table:
    """All elements of the method with score, strengths and follow-up."""
    elements = plan.framework.elements if plan.readiness.elements else ()
    scored = any(one.score is not None for one in plan.readiness.elements)
    score = (heading("Nilai", "Score", "right"),) if scored else ()
    return Table(
        id="kesiapan",
        caption=Text("Ringkasan analisis kesiapan", "Readiness at a glance"),
        columns=(
            heading("Kelompok", "Group"),
            heading("Unsur", "Element"),
            *score,
            heading("Kekuatan", "Strengths", "right"),
            heading("Kesenjangan", "Gap"),
            heading("Program tindak lanjut", "Follow-up", "right"),
        ),
        rows=tuple(
            (
                Cell(_group(plan, one)),
                Cell(term(plan, "element", one.id)),
                *_element_cells(plan, element_analysis(plan, one.id))[not scored :],
            )
            for one in elements
        ),
        empty=Text(
            "Unsur kesiapan belum dianalisis.", "No element of readiness has been analysed yet."
        ),
    )


def _element_cells(plan: Plan, analysis: ReadinessElement | None) -> tuple[Cell, ...]:
    if analysis is None:
        return (NONE, NONE, Cell(either(plan, "belum dianalisis", "not analysed yet")), NONE)
    named, unnamed = either(plan, "ada", "named"), either(plan, "tidak dicatat", "not named")
    return (
        _score(plan, analysis),
        count(plan, len(analysis.strengths)),
        Cell(named if analysis.gap else unnamed),
        count(plan, len(analysis.follow_up)),
    )


def _score(plan: Plan, analysis: ReadinessElement) -> Cell:
    if analysis.score is None:
        return NONE
    score = number(analysis.score, tongue(plan))
    if analysis.scale is None:
        return stated(score, analysis)
    bottom, top = (number(end, tongue(plan)) for end in (analysis.scale.min, analysis.scale.max))
    if bottom == "0":
        return stated(either(plan, f"{score} dari {top}", f"{score} of {top}"), analysis)
    ends = either(plan, f"{score} (skala {bottom}–{top})", f"{score} (scale {bottom}–{top})")
    return stated(ends, analysis)


def score_scales(plan: Plan) -> tuple[str, ...]:
    """What the scores of the readiness analysis mean, each scale once."""
    scales = (one.scale for one in plan.readiness.elements if one.scale and one.score is not None)
    return tuple(dict.fromkeys(scale.meaning for scale in scales))


def inventory_table(plan: Plan) -> Table:
    """The applications, facilities and data that are already there."""
    return Table(
        id="inventaris",
        caption=Text(
            "Aplikasi, prasarana, layanan, dan data yang sudah ada",
            "Applications, facilities, services and data already there",
        ),
        columns=(
            heading("Nama", "Name"),
            heading("Jenis", "Kind"),
            _DIMENSION,
            heading("Pemilik", "Owner"),
            heading("Sejak", "Since"),
            heading("Pemakai", "Users"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                stated(item.name, item, *prose_remark("Uraian", "About it", item.description)),
                Cell(said(plan, "inventory_kind", item.kind_)),
                Cell(term(plan, "dimension", item.dimension) if item.dimension else NONE.text),
                Cell(plan.name("agency", item.agency) if item.agency else NONE.text),
                Cell(when(plan, item.since) if item.since else NONE.text),
                Cell(item.users or NONE.text),
                Cell(said(plan, "inventory_status", item.status) if item.status else NONE.text),
            )
            for item in plan.readiness.inventory
        ),
        empty=Text(
            "Aplikasi dan prasarana yang sudah ada belum didata.",
            "Existing applications and facilities have not been listed yet.",
        ),
        wide=True,
    )


def inventory_of(plan: Plan, kind: str) -> tuple[InventoryItem, ...]:
    """The items of one kind: application, infrastructure, service, data."""
    return tuple(item for item in plan.readiness.inventory if item.kind_ == kind)


def inventory_kinds(plan: Plan) -> tuple[str, ...]:
    """How many items there are of each kind, in words: `4 aplikasi`."""
    kinds = dict.fromkeys(item.kind_ for item in plan.readiness.inventory)
    return tuple(
        _counted(plan, len(inventory_of(plan, kind)), "inventory_kind", "inventory_kinds", kind)
        for kind in kinds
    )


def inventory_active(plan: Plan) -> tuple[InventoryItem, ...]:
    """The items known to be in use."""
    return tuple(item for item in plan.readiness.inventory if item.status == "active")


def issue_table(plan: Plan) -> Table:
    """The strategic issues by dimension, with their evidence and the programs that answer."""
    return Table(
        id="isu-strategis",
        caption=Text("Isu strategis per dimensi", "Strategic issues by dimension"),
        columns=(
            _DIMENSION,
            heading("Isu strategis", "Strategic issue"),
            heading("Bobot", "Weight", "right"),
            heading("Data pendukung", "Evidence"),
            heading("Program yang menjawab", "Programs that answer", "right"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", issue.dimension),
                stated(issue.text, issue),
                Cell(str(issue.severity) if issue.severity else NONE.text),
                Cell("; ".join(plan.name("statistic", id_) for id_ in issue.evidence) or NONE.text),
                count(plan, _answers(plan, issue)),
            )
            for dimension in _dimensions_with_text(plan)
            for issue in issues_of(plan, dimension)
        ),
        empty=Text("Isu strategis belum dirumuskan.", "No strategic issues have been named yet."),
    )


def _dimensions_with_text(plan: Plan) -> tuple[str, ...]:
    """The dimensions of the edition, then any other name the issues use."""
    known = [one.id for one in plan.framework.dimensions]
    return tuple(dict.fromkeys(known + [issue.dimension for issue in plan.readiness.issues]))


def _answers(plan: Plan, issue: Issue) -> int:
    users = plan.index.users_of("issue", issue.id)
    return len({id(user.holder) for user in users if user.holder.kind == "program"})


def issues_of(plan: Plan, dimension: str) -> tuple[Issue, ...]:
    """The issues of a dimension, the weightiest first."""
    issues = [issue for issue in plan.readiness.issues if issue.dimension == dimension]
    return tuple(sorted(issues, key=lambda issue: -(issue.severity or 0)))


def issues_unanswered(plan: Plan) -> tuple[Issue, ...]:
    """The issues that no program takes up."""
    return tuple(issue for issue in plan.readiness.issues if not _answers(plan, issue))


def issues_with_evidence(plan: Plan) -> tuple[Issue, ...]:
    """The issues that point to figures of the profile."""
    return tuple(issue for issue in plan.readiness.issues if issue.evidence)


def dimensions_without_issue(plan: Plan) -> tuple[Dimension, ...]:
    """The dimensions for which the plan names no issue."""
    return tuple(one for one in plan.framework.dimensions if not issues_of(plan, one.id))


def swot_of(plan: Plan, dimension: str) -> Swot | None:
    """The SWOT matrix of a dimension."""
    return next((one for one in plan.readiness.swot if one.dimension == dimension), None)


def dimensions_without_swot(plan: Plan) -> tuple[Dimension, ...]:
    """The dimensions without a SWOT matrix."""
    return tuple(one for one in plan.framework.dimensions if not swot_of(plan, one.id))


def swot_table(plan: Plan, swot: Swot) -> Table:
    """The entries of one matrix under the codes that its strategies name."""
    name = terms(plan, "dimension", swot.dimension)
    return Table(
        id=f"swot-{swot.dimension}",
        caption=Text(f"Matriks SWOT {name.indonesian}", f"SWOT matrix of {name.english}"),
        columns=(
            heading("Kuadran", "Quadrant"),
            heading("Kode", "Code"),
            heading("Butir", "Entry"),
        ),
        rows=tuple(
            (
                Cell(capitalised(said(plan, "swot_kind", quadrant))),
                Cell(_code(quadrant, position)),
                stated(entry.text, entry, *_from_issue(plan, entry)),
            )
            for quadrant in QUADRANTS
            for position, entry in enumerate(swot_entries(swot, quadrant), 1)
        ),
        empty=Text(
            f"Matriks SWOT {name.indonesian} belum berisi butir.",
            f"The SWOT matrix of {name.english} has no entries yet.",
        ),
    )


def _from_issue(plan: Plan, entry: SwotEntry) -> tuple[Text, ...]:
    issue = plan.name("issue", entry.issue) if entry.issue else None
    return remark("Dari isu", "From the issue", issue)


def swot_entries(swot: Swot, quadrant: Quadrant) -> tuple[SwotEntry, ...]:
    entries: tuple[SwotEntry, ...] = getattr(swot, quadrant)
    return entries


def _code(quadrant: Quadrant, position: int) -> str:
    return f"{quadrant[0].upper()}{position}"


def swot_strategy_table(plan: Plan, swot: Swot) -> Table:
    """The strategies drawn from one matrix, with the entries they put together."""
    name = terms(plan, "dimension", swot.dimension)
    taken = any(plan.index.is_used("swot_strategy", one.id) for one in swot.strategies)
    codes = {
        entry.id: _code(quadrant, position)
        for quadrant in QUADRANTS
        for position, entry in enumerate(swot_entries(swot, quadrant), 1)
    }
    return Table(
        id=f"strategi-swot-{swot.dimension}",
        caption=Text(f"Strategi SWOT {name.indonesian}", f"SWOT strategies of {name.english}"),
        columns=(
            heading("Jenis", "Kind"),
            heading("Strategi", "Strategy"),
            heading("Dipadukan dari", "Combines"),
            *((heading("Diambil menjadi", "Taken up as"),) if taken else ()),
        ),
        rows=tuple(
            (
                Cell(said(plan, "strategy_kind", strategy.kind_)),
                stated(strategy.text, strategy),
                Cell(", ".join(codes.get(id_, id_) for id_ in strategy.combines) or NONE.text),
                *((_taken_up(plan, strategy),) if taken else ()),
            )
            for strategy in swot.strategies
        ),
        empty=Text(
            f"Strategi SO, WO, ST, dan WT {name.indonesian} belum dirumuskan.",
            f"No SO, WO, ST and WT strategies of {name.english} have been drawn up yet.",
        ),
    )


def _taken_up(plan: Plan, strategy: SwotStrategy) -> Cell:
    """The strategies of the vision that take up one of a matrix."""
    users = plan.index.users_of("swot_strategy", strategy.id)
    names = dict.fromkeys(user.holder.title_text for user in users)
    return Cell("; ".join(names) or NONE.text)


def swot_counts(plan: Plan, swot: Swot) -> tuple[str, ...]:
    """How many entries each quadrant of a matrix has, in words: `3 kekuatan`."""
    return tuple(
        _counted(plan, len(swot_entries(swot, quadrant)), "swot_one", "swot_kind", quadrant)
        for quadrant in QUADRANTS
        if swot_entries(swot, quadrant)
    )


def _counted(plan: Plan, found: int, one: str, many: str, key: str) -> str:
    """A number with the form of the word that goes with it."""
    return f"{count(plan, found).text} {said(plan, one if found == 1 else many, key)}"


def swot_strategies_total(plan: Plan) -> int:
    """How many SO, WO, ST and WT strategies the plan draws up."""
    return sum(len(swot.strategies) for swot in plan.readiness.swot)


def swot_strategies_untaken(plan: Plan) -> int:
    """How many of them no strategy of the vision takes up."""
    return sum(
        not plan.index.is_used("swot_strategy", strategy.id)
        for swot in plan.readiness.swot
        for strategy in swot.strategies
    )

"""What an indicator reached: the six formulas, their edge cases, and what sums them up.

Every figure is judged against the target of its own year and of no other year; nothing is drawn
between a baseline and a target, and nothing is carried over. In words for planners, with worked
examples: `docs/capaian.md`.

| formula | numerator | denominator |
| --- | --- | --- |
| `rising` | the last realisation of the year | the year's target |
| `falling` | the year's target | the last realisation of the year |
| `rising_total` | the sum of the year's realisations | the year's target |
| `falling_total` | the year's target | the sum of the year's realisations |
| `percentage` | the last realisation of the year, which may not be below the one before | target |
| `final_value` | the last realisation of the year, which may fall | the year's target |

- The formula alone says whether a year is added up; no unit is looked at.
- Of two periods that overlap the wider one is added: `2024` replaces `2024-Q1`.
- A word is never added and never judged; a period without data is skipped and its reason kept.
- A target of zero can be reached from above (`falling`), never from below: it is not judged there.
- A realisation of zero under `falling` reached its target without a percentage, for nothing
  divides by zero; in means it counts for 100.
- A negative number on either side is not judged: the quotient would say the opposite.
- A missing baseline changes nothing: no formula looks at it.
- A result over the target is shown as it is. `cap` of the plan's scale limits what it counts for
  in its class and in means; in means nothing counts for more than 100 where no cap is set.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from smartplan.figures.cells import either, rounded, short_agency, term
from smartplan.figures.period import period_meant
from smartplan.figures.spans import months_passed, year_moment
from smartplan.language import Text, label
from smartplan.plan import Plan, once
from smartplan.stages.monev import Indicator, Realisation
from smartplan.stages.programs import Program
from smartplan.stages.scalars import Moment
from smartplan.stages.vision import Goal, Objective

MONTHS = {"monthly": 1, "quarterly": 3, "semester": 6, "yearly": 12}
"""The months between two realisations."""

Verdict = Literal["reached", "short", "unknown"]


class State(StrEnum):
    """What can be said of an indicator; the words are in the label catalog."""

    REACHED = "reached"
    SHORT = "short"
    SO_FAR = "so_far"
    """Below the target of a year that is not over."""
    WORD = "word"
    NO_DATA = "no_data"
    UNMEASURED = "unmeasured"
    NO_TARGET = "no_target"
    ZERO_TARGET = "zero_target"
    NEGATIVE = "negative"
    FELL = "fell"
    """A percentage below the one before: one of the two is wrong."""

    @property
    def words(self) -> Text:
        return label("progress_state", self)


@dataclass(frozen=True, slots=True)
class Achievement:
    """What an indicator reached of its target; without a percentage, the reason why."""

    indicator: Indicator
    state: State
    realisation: Realisation | None = None
    """The last one: the number judged, or what stands in its place."""
    target: Decimal | None = None
    percent: Decimal | None = None
    reason: Text | None = None
    parts: tuple[Realisation, ...] = ()
    """The realisations in the calculation, in the order of time."""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    counted: Decimal | None = None
    """The percentage as the scale counts it: the cap where it is over."""

    @property
    def verdict(self) -> Verdict:
        if self.state is State.REACHED:
            return "reached"
        return "short" if self.state in (State.SHORT, State.SO_FAR) else "unknown"

    @property
    def value(self) -> Decimal | None:
        """The realisation as it is judged: the sum, or the last value."""
        told = [part.value for part in self.parts if part.value is not None]
        return sum(told, Decimal(0)) if told else None

    @property
    def without_baseline(self) -> bool:
        baseline = self.indicator.baseline
        return baseline is None or baseline.value is None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the realisations in the calculation, each once."""
        shown = self.parts or ((self.realisation,) if self.realisation else ())
        return tuple(dict.fromkeys(id_ for part in shown for id_ in part.sources))


# What an indicator measures


def indicators_of(plan: Plan, kind: str, id_: str) -> tuple[Indicator, ...]:
    """The indicators that measure a program or an objective."""
    users = plan.index.users_of(kind, id_)
    return tuple(u.holder for u in users if isinstance(u.holder, Indicator))


def indicator_dimension(plan: Plan, indicator: Indicator) -> str | None:
    """The dimension of the first thing an indicator measures."""
    for id_ in indicator.measures:
        item = plan.find("program|objective", id_)
        if isinstance(item, Program | Objective):
            return item.dimension
    return None


def indicators_in(plan: Plan, dimension: str | None) -> tuple[Indicator, ...]:
    """The indicators of a dimension; with None those that belong to no dimension."""
    return tuple(i for i in plan.monev.indicators if indicator_dimension(plan, i) == dimension)


# What was measured


def realisations_of(plan: Plan, indicator: Indicator) -> tuple[Realisation, ...]:
    """What was measured by the plan's own date, in the order of the periods.

    Of several indicators with one id it is the first that was measured.
    """
    if plan.find("indicator", indicator.id) is not indicator:
        return ()
    return _by_indicator(plan).get(indicator.id, ())


@once
def _by_indicator(plan: Plan) -> Mapping[str, tuple[Realisation, ...]]:
    found: dict[str, list[Realisation]] = {}
    for realisation in plan.monev.realisations:
        if realisation.period.first <= plan.as_of:
            found.setdefault(realisation.indicator, []).append(realisation)
    return {
        id_: tuple(sorted(measured, key=lambda realisation: realisation.period))
        for id_, measured in found.items()
    }


def latest_realisation(
    plan: Plan, indicator: Indicator, period: Moment | None = None
) -> Realisation | None:
    """The last one that has a number or a word; else the last that tells why there is none.

    What was measured before the baseline is history, not progress. With a period: the last of
    its year that ends with it or before.
    """
    return _last(_of_period(_progress(plan, indicator), period))


def _last(found: Iterable[Realisation]) -> Realisation | None:
    by_time = list(found)
    told = [one for one in by_time if _told(one)]
    return next(iter(reversed(told or by_time)), None)


def _told(realisation: Realisation) -> bool:
    return realisation.value is not None or realisation.text is not None


def _progress(plan: Plan, indicator: Indicator) -> list[Realisation]:
    start = indicator.baseline.year if indicator.baseline else None
    found = realisations_of(plan, indicator)
    return [one for one in found if start is None or one.period.last >= start.first]


def _of_period(found: Iterable[Realisation], period: Moment | None) -> list[Realisation]:
    if period is None:
        return list(found)
    return [
        one for one in found if one.period.year == period.year and one.period.last <= period.last
    ]


def _added(found: Iterable[Realisation]) -> tuple[Realisation, ...]:
    """Periods that do not overlap; the wider one goes first."""
    chosen: list[Realisation] = []
    for one in sorted(found, key=lambda r: (r.period.first - r.period.last, r.period)):
        if not any(_overlap(one.period, other.period) for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda one: one.period))


def _overlap(one: Moment, other: Moment) -> bool:
    return one.first <= other.last and other.first <= one.last


# Against the target


def achievement(plan: Plan, indicator: Indicator, period: Moment | None = None) -> Achievement:
    """The realisation of a period's year, or of the latest one, against that year's target."""
    progress = _progress(plan, indicator)
    within = _of_period(progress, period)
    latest = _last(within)
    if latest is None:
        target = indicator.targets.get(period.year) if period else None
        reason = _nothing_in(period.year) if period else _NOTHING_MEASURED
        return Achievement(indicator, State.UNMEASURED, target=target, reason=reason)
    target = indicator.targets.get(latest.period.year)
    if latest.value is None:
        return _unspoken(indicator, latest, target)
    measured = _Measured(indicator, progress, latest, within)
    if target is None:
        reason = _no_target(latest.period.year)
        parts = measured.parts
        return Achievement(indicator, State.NO_TARGET, latest, reason=reason, parts=parts)
    until = min(plan.as_of, period.last) if period else plan.as_of
    return _judged(measured, target, until, plan.monev.cap)


_ALMOST = Decimal("99.99")
"""What falls short by less than rounding shows is not shown as 100."""
_NOTHING_MEASURED = Text("belum ada realisasi", "nothing measured yet")
_WORDS = Text("realisasi berupa kata", "the realisation is a word")
_ZERO_TARGET = Text("target nol", "the target is zero")
_ZERO_REACHED = Text("realisasi nol", "the realisation is zero")
_NEGATIVE = Text("ada nilai negatif", "there is a negative value")


def _nothing_in(year: int) -> Text:
    return Text(f"belum ada realisasi {year}", f"nothing measured in {year}")


def _no_target(year: int) -> Text:
    return Text(f"tidak ada target {year}", f"no target for {year}")


def _unspoken(indicator: Indicator, latest: Realisation, target: Decimal | None) -> Achievement:
    if latest.text is not None:
        return Achievement(indicator, State.WORD, latest, target, reason=_WORDS)
    why = latest.no_data
    reason = Text(why, why) if why else _NOTHING_MEASURED
    return Achievement(indicator, State.NO_DATA, latest, target, reason=reason)


@dataclass(frozen=True, slots=True)
class _Measured:
    """An indicator with what was measured of it."""

    indicator: Indicator
    progress: list[Realisation]
    latest: Realisation
    within: list[Realisation]

    @property
    def parts(self) -> tuple[Realisation, ...]:
        return _added(self._of_year) if self.indicator.is_total else (self.latest,)

    @property
    def _of_year(self) -> list[Realisation]:
        """The numbers of the year that is judged."""
        year = self.latest.period.year
        return [one for one in self.within if one.period.year == year and one.value is not None]

    @property
    def before(self) -> Realisation | None:
        """The last number of an earlier period."""
        first = self.latest.period.first
        told = [one for one in self.progress if one.value is not None and one.period.last < first]
        return told[-1] if told else None


def _judged(measured: _Measured, target: Decimal, until: date, cap: Decimal | None) -> Achievement:
    """Numerator over denominator, or the state that says why there is no quotient."""
    indicator, parts = measured.indicator, measured.parts
    reached = sum((part.value for part in parts if part.value is not None), Decimal(0))
    falling = indicator.direction == "down"
    part, whole = (target, reached) if falling else (reached, target)

    def state(state: State, percent: Decimal | None, reason: Text | None) -> Achievement:
        counted = percent if cap is None or percent is None else min(percent, cap)
        return Achievement(
            indicator, state, measured.latest, target, percent, reason, parts, part, whole, counted
        )

    if reached < 0 or target < 0:
        return state(State.NEGATIVE, None, _NEGATIVE)
    if fall := _fall(measured):
        return state(State.FELL, None, fall)
    if whole == 0:
        if falling:
            return state(State.REACHED, None, _ZERO_REACHED)
        return state(State.ZERO_TARGET, None, _ZERO_TARGET)
    percent = rounded(part * 100 / whole)
    if part >= whole:
        return state(State.REACHED, percent, None)
    over = until >= date(measured.latest.period.year, 12, 31)
    return state(State.SHORT if over else State.SO_FAR, min(percent, _ALMOST), None)


def _fall(measured: _Measured) -> Text | None:
    if measured.indicator.formula != "percentage":
        return None
    before, now = measured.before, measured.latest.value
    if before is None or before.value is None or now is None or now >= before.value:
        return None
    return Text(
        f"persentase turun dari periode {before.period}",
        f"the percentage fell since {before.period}",
    )


def achievements(plan: Plan, period: Moment | None = None) -> tuple[Achievement, ...]:
    return tuple(achievement(plan, indicator, period) for indicator in plan.monev.indicators)


@once
def yearly_achievements(plan: Plan) -> tuple[Achievement, ...]:
    """Every indicator in every year in which it was measured, each year at its end."""
    return tuple(
        achievement(plan, indicator, year_moment(year))
        for indicator in plan.monev.indicators
        for year in {one.period.year: None for one in realisations_of(plan, indicator)}
    )


def verdicts(plan: Plan) -> dict[Verdict, int]:
    """How many indicators reached their target, fell short, or cannot be judged."""
    tally = Counter(one.verdict for one in achievements(plan))
    return {"reached": tally["reached"], "short": tally["short"], "unknown": tally["unknown"]}


def achievement_class(plan: Plan, percent: Decimal) -> str | None:
    """What the plan's scale, or that of the method, calls this percentage."""
    reached = [name for lowest, name in achievement_scale(plan) if lowest <= percent]
    return reached[0] if reached else None


def achievement_scale(plan: Plan) -> tuple[tuple[Decimal, str], ...]:
    """The plan's classes, else those of the method, the best first."""
    own = [(level.from_, level.label) for level in plan.monev.scale]
    common = [
        (level.from_, either(plan, level.label, level.english))
        for level in plan.framework.achievement
    ]
    return tuple(sorted(own or common, reverse=True))


# Roll-ups

Kind = Literal["program", "objective", "mission", "dimension", "agency"]
KINDS: tuple[Kind, ...] = ("program", "objective", "mission", "dimension", "agency")

FULL = Decimal(100)
"""What one indicator counts for at most in a mean, where the plan's scale sets no cap."""


@dataclass(frozen=True, slots=True)
class Rollup:
    """The indicators under one item: how many could be judged, and their plain mean."""

    kind: Kind
    id: str
    name: str
    indicators: int
    judged: int
    reached: int
    mean: Decimal | None

    @property
    def unjudged(self) -> int:
        return self.indicators - self.judged


MEAN_RULE = Text(
    "Rata-rata sederhana capaian indikator yang dapat dinilai, masing-masing paling tinggi {cap}; "
    "indikator yang belum dapat dinilai tidak dihitung nol, tetapi disebut jumlahnya. "
    "Satuan tidak pernah dijumlahkan antarindikator.",
    "The plain mean of the indicators that can be judged, each for {cap} at most; those that "
    "cannot do not count as zero, but their number is told. Units are never added up.",
)

MEMBERS: dict[Kind, Text] = {
    "program": Text("indikator yang mengukur program itu", "indicators that measure the program"),
    "objective": Text(
        "indikator yang mengukur sasaran itu atau program yang melayaninya, masing-masing sekali",
        "indicators that measure the objective or a program that serves it, each once",
    ),
    "mission": Text(
        "indikator semua sasaran di bawah misi itu, masing-masing sekali",
        "indicators of all objectives below the mission, each once",
    ),
    "dimension": Text(
        "indikator menurut dimensi hal pertama yang diukurnya",
        "indicators by the dimension of the first thing they measure",
    ),
    "agency": Text(
        "indikator yang datanya menjadi tanggung jawab perangkat daerah itu",
        "indicators whose data the agency answers for",
    ),
}
"""Which indicators each kind of roll-up takes in."""


def mean_cap(plan: Plan) -> Decimal:
    """What one indicator counts for at most in a mean."""
    return FULL if plan.monev.cap is None else plan.monev.cap


def rollups(plan: Plan, kind: Kind, period: Moment | None = None) -> tuple[Rollup, ...]:
    """The roll-up of every item of a kind that has an indicator."""
    return rolled_up(plan, kind, achievements(plan, period))


def rolled_up(plan: Plan, kind: Kind, found: Iterable[Achievement]) -> tuple[Rollup, ...]:
    """The roll-ups of a kind over some achievements."""
    by_id = {one.indicator.id: one for one in found}
    rows = (
        (id_, name, [by_id[i] for i in dict.fromkeys(members) if i in by_id])
        for id_, name, members in _MEMBERS[kind](plan)
    )
    return tuple(_rollup(plan, kind, id_, name, below) for id_, name, below in rows if below)


def _rollup(plan: Plan, kind: Kind, id_: str, name: str, below: list[Achievement]) -> Rollup:
    judged = [one for one in below if one.verdict != "unknown"]
    cap = mean_cap(plan)
    counted = [FULL if one.percent is None else min(one.percent, cap) for one in judged]
    mean = rounded(sum(counted, Decimal(0)) / len(counted)) if counted else None
    reached = sum(one.verdict == "reached" for one in judged)
    return Rollup(kind, id_, name, len(below), len(judged), reached, mean)


Members = Iterable[tuple[str, str, list[str]]]
"""Id, name and the ids of the indicators below."""


def _below_programs(plan: Plan) -> Members:
    return ((p.id, p.name, _measuring(plan, "program", p.id)) for p in plan.programs.programs)


def _below_objectives(plan: Plan) -> Members:
    return ((o.id, o.text, _below_objective(plan, o.id)) for o in plan.vision.objectives)


def _below_objective(plan: Plan, id_: str) -> list[str]:
    programs = [
        user.holder
        for user in plan.index.users_of("objective", id_)
        if isinstance(user.holder, Program)
    ]
    served = [i for program in programs for i in _measuring(plan, "program", program.id)]
    return [*_measuring(plan, "objective", id_), *served]


def _below_missions(plan: Plan) -> Members:
    for mission in plan.vision.missions:
        goals = (u.holder for u in plan.index.users_of("mission", mission.id))
        below: list[str] = []
        for goal in goals:
            if isinstance(goal, Goal):
                served = plan.index.users_of("goal", goal.id)
                objectives = [u.holder for u in served if isinstance(u.holder, Objective)]
                below.extend(i for o in objectives for i in _below_objective(plan, o.id))
        yield mission.id, mission.text, below


def _below_dimensions(plan: Plan) -> Members:
    for dimension in plan.framework.dimensions:
        name = term(plan, "dimension", dimension.id)
        yield dimension.id, name, [i.id for i in indicators_in(plan, dimension.id)]


def _below_agencies(plan: Plan) -> Members:
    owned: dict[str, list[str]] = {}
    for indicator in plan.monev.indicators:
        if indicator.owner is not None:
            owned.setdefault(indicator.owner, []).append(indicator.id)
    return ((id_, short_agency(plan, id_), below) for id_, below in sorted(owned.items()))


def _measuring(plan: Plan, kind: str, id_: str) -> list[str]:
    return [indicator.id for indicator in indicators_of(plan, kind, id_)]


_MEMBERS: dict[Kind, Callable[[Plan], Members]] = {
    "program": _below_programs,
    "objective": _below_objectives,
    "mission": _below_missions,
    "dimension": _below_dimensions,
    "agency": _below_agencies,
}

# Staleness


def value_until(plan: Plan, indicator: Indicator) -> date | None:
    """The last day that a value tells of, the baseline's among them; None if there is none."""
    found = [one.period.last for one in realisations_of(plan, indicator) if _told(one)]
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None and baseline.year is not None:
        found.append(baseline.year.last)
    return max(found, default=None)


def is_stale(plan: Plan, indicator: Indicator) -> bool:
    """Whether twice the time between two realisations has passed without a value.

    A reason why there is none is not a value. The time counts from the start of the plan where
    the last value is older, or there is none.
    """
    start = date(period_meant(plan).start, 1, 1)
    until = max(value_until(plan, indicator) or start, start)
    return months_passed(until, plan.as_of) >= 2 * MONTHS[indicator.frequency]


def stale_indicators(plan: Plan) -> tuple[Indicator, ...]:
    return tuple(i for i in plan.monev.indicators if is_stale(plan, i))

"""The years of the plan, and whether what it says agrees with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from smartplan.plan import Plan, once
from smartplan.stages.base import Item
from smartplan.stages.manifest import Period
from smartplan.stages.programs import Program

Side = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A year that a part of the plan gives, which must lie in the period."""

    item: Item
    """What gives it, as a reader counts: an indicator, a program, a phase, a milestone."""
    year: int
    holder: Item
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A side of the period that the plan itself contradicts."""

    side: Side
    year: int
    """What the plan says instead."""
    stated: tuple[Stated, ...]
    """Who says so: one place of each item."""
    beyond: bool
    """Whether they lie outside the period; else nobody reaches its edge."""


SEVERAL = 5
"""Items that outweigh one year of the manifest: if they contradict it, it is the one to mend."""


@once
def disputes(plan: Plan) -> tuple[Dispute, ...]:
    """The sides of the period that are more likely wrong than all that contradicts them."""
    period = plan.manifest.period
    every = list(_stated(plan))
    found = (_dispute(plan, "start", period.start, every), _dispute(plan, "end", period.end, every))
    return tuple(one for one in found if one is not None)


@once
def period_meant(plan: Plan) -> Period:
    """The period, with the plan's own years for a side that is disputed: PLN013 tells that."""
    meant: dict[str, int] = {one.side: one.year for one in disputes(plan)}
    period = plan.manifest.period
    return period.model_copy(update=meant) if meant else period


def program_years(program: Program, first: int) -> Iterator[Stated]:
    """The years that must lie in the period; money on record from before it is history."""
    if program.start is not None:
        yield Stated(program, program.start, program, ("start",))
    if program.end is not None:
        yield Stated(program, program.end, program, ("end",))
    for activity in program.activities:
        for position, year in enumerate(activity.years):
            yield Stated(program, year, activity, ("years", position))
    for line in program.budget:
        if line.kind_ == "planned" and not (line.year < first and line.rests_on == "sourced"):
            yield Stated(program, line.year, line, ("year",))


def _stated(plan: Plan) -> Iterator[Stated]:
    for phase in plan.roadmap.phases:
        yield Stated(phase, phase.start, phase, ("start",))
        yield Stated(phase, phase.end, phase, ("end",))
    for milestone in plan.roadmap.milestones:
        if milestone.state != "done":
            yield Stated(milestone, milestone.due.year, milestone, ("due",))
    begun = max([plan.manifest.period.start, *_first_phase(plan)])
    for program in plan.programs.programs:
        yield from program_years(program, begun)
    for indicator in plan.monev.indicators:
        for year in indicator.targets:
            yield Stated(indicator, year, indicator, ("targets", year))


def _first_phase(plan: Plan) -> list[int]:
    """When the first phase starts, if there is one."""
    return sorted(phase.start for phase in plan.roadmap.phases)[:1]


def _dispute(plan: Plan, side: Side, edge: int, every: list[Stated]) -> Dispute | None:
    sign = 1 if side == "end" else -1
    beyond = _of_each(one for one in every if sign * (one.year - edge) > 0)
    phases = [getattr(phase, side) * sign for phase in plan.roadmap.phases]
    reached = sign * max(phases) if phases else None
    if len(beyond) >= SEVERAL:
        by_phase = reached if reached is not None and sign * (reached - edge) > 0 else None
        furthest = sign * max(sign * one.year for one in beyond)
        return Dispute(side, by_phase or furthest, beyond, beyond=True)
    if reached is None or sign * (edge - reached) <= 0:
        return None
    if any(sign * (one.year - reached) > 0 for one in every):
        return None
    agreed = _of_each(one for one in every if one.year == reached)
    return Dispute(side, reached, agreed, beyond=False) if len(agreed) >= SEVERAL else None


def _of_each(stated: Iterator[Stated]) -> tuple[Stated, ...]:
    """The first that each item states."""
    first: dict[int, Stated] = {}
    for one in stated:
        first.setdefault(id(one.item), one)
    return tuple(first.values())

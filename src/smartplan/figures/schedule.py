"""What happens when: phases, milestones, the years of the programs and what waits for what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from smartplan.figures.cells import (
    count,
    either,
    heading,
    lower,
    said,
    term,
    when,
    years_text,
)
from smartplan.figures.period import period_meant
from smartplan.figures.programs import programs_of
from smartplan.figures.table import Cell, Column, Table, named, remark, stated
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label
from smartplan.plan import Plan, once
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Milestone, Phase, Track

Standing = Literal["done", "late", "running", "planned", "cancelled"]
STANDINGS: tuple[Standing, ...] = ("done", "running", "planned", "late", "cancelled")


@dataclass(frozen=True, slots=True)
class Span:
    """The years a program runs; an open end reaches to the end of the plan."""

    first: int
    last: int
    open_end: bool

    def covers(self, year: int) -> bool:
        return self.first <= year <= self.last


@once
def phases(plan: Plan) -> tuple[Phase, ...]:
    """The phases in the order of their years."""
    return tuple(sorted(plan.roadmap.phases, key=lambda phase: (phase.start, phase.end)))


def plan_years(plan: Plan) -> tuple[int, ...]:
    period = plan.manifest.period
    return tuple(range(period.start, period.end + 1))


def horizon_words(plan: Plan) -> tuple[str, ...]:
    """The horizons with their reach: `jangka pendek (1 tahun)`."""
    return tuple(
        f"{lower(either(plan, h.name, h.english))} ({_years(plan, h.years)})"
        for h in plan.framework.horizons
    )


def _years(plan: Plan, count: int) -> str:
    return either(plan, f"{count} tahun", "1 year" if count == 1 else f"{count} years")


def phases_in(plan: Plan, year: int) -> tuple[Phase, ...]:
    """The phases that hold a year: one in a sound plan."""
    years = _phases_by_year(plan)
    if year not in years:
        years[year] = tuple(phase for phase in phases(plan) if phase.start <= year <= phase.end)
    return years[year]


@once
def _phases_by_year(_: Plan) -> dict[int, tuple[Phase, ...]]:
    """The phases of the years that were asked for."""
    return {}


@once
def unsettled_phases(plan: Plan) -> frozenset[str]:
    """Ids of phases that do not join: their years prove nothing about what stands in them."""
    period = period_meant(plan)
    found: set[str] = set()
    reached, before = period.start - 1, ""
    for phase in sorted(plan.roadmap.phases, key=lambda one: sorted((one.start, one.end))):
        first, last = sorted((phase.start, phase.end))
        if phase.end < phase.start or first < period.start or last > period.end:
            found.add(phase.id)
        elif first != reached + 1:
            found |= {phase.id, before}
        if last > reached:
            reached, before = last, phase.id
    return frozenset(found if reached >= period.end else found | {before})


def years_without_phase(plan: Plan) -> tuple[int, ...]:
    return tuple(year for year in plan_years(plan) if not phases_in(plan, year))


def years_in_two_phases(plan: Plan) -> tuple[int, ...]:
    return tuple(year for year in plan_years(plan) if len(phases_in(plan, year)) > 1)


def track_of(plan: Plan, family: str) -> Track | None:
    """What the road map says of a family of actions."""
    return next((track for track in plan.roadmap.tracks if track.family == family), None)


def standing(plan: Plan, milestone: Milestone) -> Standing:
    """Where a milestone stands at the plan's own date."""
    if milestone.state in ("done", "cancelled"):
        return milestone.state
    if milestone.state == "late" or milestone.due.last < plan.as_of:
        return "late"
    return milestone.state


def phase_of(plan: Plan, milestone: Milestone) -> Phase | None:
    """The phase a milestone names, else the one its due date falls in."""
    if milestone.phase is not None:
        named = plan.find("phase", milestone.phase)
        return named if isinstance(named, Phase) else None
    return next(iter(phases_in(plan, milestone.due.last.year)), None)


def milestones_of(
    plan: Plan, *, phase: str | None = None, program: str | None = None
) -> tuple[Milestone, ...]:
    """Milestones by due date: all, or those of a phase or a program."""
    return tuple(_milestones(plan).get((phase, program), ()))


@once
def _milestones(plan: Plan) -> Mapping[tuple[str | None, str | None], Sequence[Milestone]]:
    """Milestones by due date: those of each phase, of each program, and of the two together."""
    found: dict[tuple[str | None, str | None], list[Milestone]] = {}
    for milestone in sorted(plan.roadmap.milestones, key=lambda milestone: milestone.due):
        phase = phase_of(plan, milestone)
        for own in {None, phase.id if phase else None}:
            for program in {None, milestone.program}:
                found.setdefault((own, program), []).append(milestone)
    return found


def milestones_outside_phases(plan: Plan) -> tuple[Milestone, ...]:
    return tuple(m for m in milestones_of(plan) if phase_of(plan, m) is None)


def milestones_by_standing(plan: Plan) -> dict[Standing, int]:
    """How many milestones stand where; what no milestone is, is left out."""
    tally = Counter(standing(plan, milestone) for milestone in plan.roadmap.milestones)
    return {key: tally[key] for key in STANDINGS if tally[key]}


def late_milestones(plan: Plan) -> tuple[Milestone, ...]:
    return tuple(m for m in milestones_of(plan) if standing(plan, m) == "late")


def is_reversed(program: Program) -> bool:
    """Whether a program ends before it starts: PRG007 tells that, and its years prove nothing."""
    return None not in (program.start, program.end) and (program.end or 0) < (program.start or 0)


def span(plan: Plan, program: Program) -> Span | None:
    """The years of a program: as stated, else those of its activities; None if unknown."""
    years = [year for activity in program.activities for year in activity.years]
    first = program.start if program.start is not None else min(years, default=program.end)
    if first is None:
        return None
    last = program.end if program.end is not None else max(years, default=None)
    if last is None:
        return Span(first, max(first, plan.manifest.period.end), open_end=True)
    return Span(first, max(first, last), open_end=False)


def programs_running_in(plan: Plan, first: int, last: int) -> tuple[Program, ...]:
    """The programs with a year between these two."""
    return tuple(
        program
        for program in programs_of(plan)
        if (found := span(plan, program)) and found.first <= last and found.last >= first
    )


def programs_starting_in(plan: Plan, first: int, last: int) -> tuple[Program, ...]:
    return tuple(
        program
        for program in programs_of(plan)
        if (found := span(plan, program)) and first <= found.first <= last
    )


def programs_without_years(plan: Plan) -> tuple[Program, ...]:
    return tuple(program for program in programs_of(plan) if span(plan, program) is None)


def cycles(plan: Plan) -> tuple[tuple[Program, ...], ...]:
    """Groups of programs that wait for one another, each in the order in which they wait.

    Every program is in at most one group. The walk keeps its own stack: a chain of
    dependencies may be longer than Python's.
    """
    programs = {program.id: program for program in plan.programs.programs}
    done: set[str] = set()
    found: list[tuple[Program, ...]] = []
    for root in programs:
        if root not in done:
            found.extend(_cycles_from(root, programs, done))
    return tuple(found)


def _cycles_from(
    root: str, programs: dict[str, Program], done: set[str]
) -> list[tuple[Program, ...]]:
    found: list[tuple[Program, ...]] = []
    grouped: set[str] = set()
    path = [root]
    place = {root: 0}
    todo = [iter(programs[root].depends_on)]
    while path:
        next_id = next(todo[-1], None)
        if next_id is None:
            todo.pop()
            last = path.pop()
            del place[last]
            done.add(last)
        elif next_id in place:
            ring = path[place[next_id] :]
            if grouped.isdisjoint(ring):
                grouped.update(ring)
                found.append(tuple(programs[id_] for id_ in ring))
        elif next_id in programs and next_id not in done:
            place[next_id] = len(path)
            path.append(next_id)
            todo.append(iter(programs[next_id].depends_on))
    return found


def cycle(plan: Plan) -> tuple[Program, ...]:
    """The first group of programs that wait for one another; empty in a sound plan."""
    return next(iter(cycles(plan)), ())


def dependencies_of(plan: Plan, program: Program) -> tuple[Program, ...]:
    """The programs that must be done before this one."""
    found = (plan.find("program", id_) for id_ in program.depends_on)
    return tuple(item for item in found if isinstance(item, Program))


def dependent_programs(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in programs_of(plan) if dependencies_of(plan, p))


def phase_table(plan: Plan) -> Table:
    """The phases with the programs that start and the milestones that fall due in each."""
    return Table(
        id="tahapan",
        caption=Text("Tahapan peta jalan", "Phases of the road map"),
        columns=(
            heading("Tahap", "Phase"),
            heading("Tahun", "Years"),
            heading("Jangka", "Horizon"),
            heading("Program masuk rencana", "Programs entering the plan", "right"),
            heading("Program berlangsung", "Programs running", "right"),
            heading("Tonggak capaian", "Milestones", "right"),
        ),
        rows=tuple(
            (
                stated(phase.name, phase),
                Cell(years_text(plan, phase.start, phase.end)),
                Cell(term(plan, "horizon", phase.horizon)),
                count(plan, len(programs_starting_in(plan, phase.start, phase.end))),
                count(plan, len(programs_running_in(plan, phase.start, phase.end))),
                count(plan, len(milestones_of(plan, phase=phase.id))),
            )
            for phase in phases(plan)
        ),
        empty=Text("Belum ada tahapan yang ditetapkan.", "No phases have been set yet."),
    )


def milestone_table(plan: Plan, phase: str) -> Table:
    """The milestones of a phase with where each stands."""
    name = plan.name("phase", phase)
    return Table(
        id=f"tonggak-{phase}",
        caption=Text(f"Tonggak capaian {name}", f"Milestones of {name}"),
        columns=_MILESTONE_COLUMNS,
        rows=tuple(_milestone_row(plan, m) for m in milestones_of(plan, phase=phase)),
        empty=Text(f"Belum ada tonggak capaian pada {name}.", f"{name} has no milestones yet."),
    )


def late_milestone_table(plan: Plan) -> Table:
    """The milestones past due and not done."""
    return Table(
        id="tonggak-terlambat",
        caption=Text("Tonggak capaian yang terlambat", "Late milestones"),
        columns=_MILESTONE_COLUMNS,
        rows=tuple(_milestone_row(plan, m) for m in late_milestones(plan)),
        empty=Text("Tidak ada tonggak capaian yang terlambat.", "No milestone is late."),
    )


_MILESTONE_COLUMNS = (
    heading("Jatuh tempo", "Due"),
    heading("Tonggak capaian", "Milestone"),
    heading("Program", "Program"),
    heading("Keadaan", "State"),
)


def _milestone_row(plan: Plan, milestone: Milestone) -> tuple[Cell, ...]:
    program = either(plan, "lintas program", "across programs")
    if milestone.program is not None:
        program = plan.name("program", milestone.program)
    return (
        Cell(when(plan, milestone.due)),
        stated(milestone.text, milestone),
        Cell(program),
        standing_cell(plan, milestone),
    )


def standing_cell(plan: Plan, milestone: Milestone) -> Cell:
    """How a milestone stands, with what proves it."""
    told = said(plan, "state", standing(plan, milestone))
    return Cell(told, remarks=remark("Bukti", "Evidence", milestone.evidence))


def milestone_count_table(plan: Plan) -> Table:
    """Milestones by phase and standing."""
    present = tuple(milestones_by_standing(plan))
    outside = milestones_outside_phases(plan)
    groups = [(p.name, milestones_of(plan, phase=p.id)) for p in phases(plan)]
    if outside:
        groups.append((either(plan, "Di luar tahapan", "Outside the phases"), outside))
    return Table(
        id="jumlah-tonggak",
        caption=Text(
            "Keadaan tonggak capaian pada tanggal pelaporan",
            "State of the milestones at the reporting date",
        ),
        columns=(
            heading("Tahap", "Phase"),
            *(_standing_column(key) for key in present),
            heading("Jumlah", "Total", "right"),
        ),
        rows=tuple((Cell(name), *_standing_counts(plan, found, present)) for name, found in groups)
        if present
        else (),
        empty=Text("Belum ada tonggak capaian.", "There are no milestones yet."),
        total=(
            Cell(either(plan, "Jumlah", "Total")),
            *_standing_counts(plan, plan.roadmap.milestones, present),
        ),
    )


def _standing_column(key: Standing) -> Column:
    name = label("state", key)
    return heading(capitalised(name.indonesian), capitalised(name.english), "right")


def _standing_counts(
    plan: Plan, milestones: tuple[Milestone, ...], present: tuple[Standing, ...]
) -> tuple[Cell, ...]:
    tally = Counter(standing(plan, milestone) for milestone in milestones)
    return (*(count(plan, tally[key]) for key in present), count(plan, len(milestones)))


def dependency_table(plan: Plan) -> Table:
    """Which program waits for which."""
    return Table(
        id="ketergantungan",
        caption=Text("Ketergantungan antarprogram", "Dependencies between programs"),
        columns=(heading("Program", "Program"), heading("Menunggu selesainya", "Waits for")),
        rows=tuple(
            (
                Cell(program.name, item=named(program)),
                Cell("; ".join(p.name for p in dependencies_of(plan, program))),
            )
            for program in dependent_programs(plan)
        ),
        empty=Text(
            "Tidak ada program yang mensyaratkan program lain selesai lebih dahulu.",
            "No program has to wait for another.",
        ),
    )

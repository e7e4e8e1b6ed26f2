"""ROA008: a program whose horizon is not that of the phase it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.diagnostics import Related, Severity
from smartplan.figures.schedule import is_reversed, phase_of, phases_in, unsettled_phases
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names, titled
from smartplan.stages.base import Item
from smartplan.stages.programs import Program, Programs
from smartplan.stages.roadmap import Milestone, Phase, Roadmap


@rule(
    "ROA008",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) ditempatkan pada {horizon}, tetapi {part}, {year}, berada "
        "dalam tahap {phase}, {other}",
        "program `{program}` ({name}) is placed in the {horizon}, but {part}, {year}, lies in the "
        "phase {phase}, {other}",
    ),
    hint=Text(
        "tulis `horizon: {right}`, atau perbaiki tahun program dan tonggaknya",
        "write `horizon: {right}`, or mend the years of the program and its milestones",
    ),
    why=Text(
        "Buku mengelompokkan program menurut jangka, dan peta jalan menurut tahap. Bila "
        "keduanya berbeda, satu program tercetak pada dua masa.",
        "The book groups programs by horizon, the road map by phase. Where the two differ, one "
        "program is printed under two times.",
    ),
    about=Text(
        "jangka program `…` tidak sesuai dengan tahap peta jalan",
        "the horizon of program `…` disagrees with the phase of the road map",
    ),
    basis=Text(
        "tiga jangka waktu dalam metode, sebagaimana disampaikan di Purbalingga 2024 "
        "(https://purbalinggakab.go.id/?p=29497); bahwa ketiganya sesuai dengan tahap adalah "
        "pertimbangan penyusun smartplan",
        "the three horizons of the method, as given in Purbalingga 2024 "
        "(https://purbalinggakab.go.id/?p=29497); that they agree with the phases is our "
        "judgement",
    ),
    absence=True,
)
def horizon_against_phase(plan: Plan, programs: Programs, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            horizon: short  # ROA008
            start: 2024
            end: 2033
          - id: loket
            name: Loket terpadu
            dimension: governance
            horizon: short  # ROA008
            start: 2026
          - id: menara
            name: Menara siaran
            dimension: living
            horizon: long  # ROA008

        # roadmap.yaml
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Tengah, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Akhir, horizon: long, start: 2029, end: 2033, basis: proposal}
        milestones:
          - {id: n-1, program: menara, phase: f-2, due: 2026, text: Menara, basis: proposal}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            horizon: long
            start: 2024
            end: 2033
          - id: loket
            name: Loket terpadu
            dimension: governance
            horizon: short
            start: 2024
          - {id: antrean, name: Antrean, dimension: living, start: 2025, end: 2026}

        # roadmap.yaml
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Tengah, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Akhir, horizon: long, start: 2029, end: 2033, basis: proposal}
        milestones:
          - {id: n-1, program: loket, phase: f-1, due: 2024-11, text: Loket, basis: proposal}
          - {id: n-2, program: loket, phase: f-2, due: 2026, text: Mutu loket, basis: proposal}
    """
    rank = {horizon.id: place for place, horizon in enumerate(plan.framework.horizons)}
    due: dict[str | None, list[Milestone]] = {}
    for milestone in roadmap.milestones:
        due.setdefault(milestone.program, []).append(milestone)
    for program in programs.programs:
        stand = _elsewhere(plan, program, due.get(program.id, []), rank)
        if stand is not None:
            yield _told(plan, program, stand)


@dataclass(frozen=True, slots=True)
class _Stand:
    """A part of a program in a phase of another horizon."""

    part: Text
    item: Item
    key: str
    year: int
    phase: Phase


def _elsewhere(
    plan: Plan, program: Program, due: list[Milestone], rank: dict[str, int]
) -> _Stand | None:
    """Where a program leaves its horizon: it starts past it, ends before or past it.

    Where no end is told the milestones speak: one of them in the phases of its horizon is enough.
    """
    own = rank.get(program.horizon or "")
    if own is None or is_reversed(program) or _is_open(plan, program, due):
        return None
    for phase in phases_in(plan, program.start or 0):
        if rank.get(phase.horizon, own) > own:
            return _Stand(_START, program, "start", program.start or 0, phase)
    for phase in phases_in(plan, program.end or 0):
        if rank.get(phase.horizon, own) != own:
            return _Stand(_END, program, "end", program.end or 0, phase)
    stands = [] if program.end is not None else _milestones(plan, due)
    if not stands or any(rank.get(stand.phase.horizon, own) == own for stand in stands):
        return None
    return stands[-1]


def _milestones(plan: Plan, due: list[Milestone]) -> list[_Stand]:
    return [
        _Stand(_MILESTONE, milestone, "due", milestone.due.year, phase)
        for milestone in sorted(due, key=lambda milestone: milestone.due)
        if (phase := phase_of(plan, milestone)) is not None
    ]


def _is_open(plan: Plan, program: Program, due: list[Milestone]) -> bool:
    """Whether a phase that the program may stand in has wrong years: ROA002 tells that."""
    unsettled = unsettled_phases(plan)
    if not unsettled:
        return False
    years = [year for year in (program.start, program.end) if year is not None]
    stands = [phases_in(plan, year) for year in years]
    stands += [tuple(filter(None, [phase_of(plan, milestone)])) for milestone in due]
    return any(not phases or any(one.id in unsettled for one in phases) for phases in stands)


def _told(plan: Plan, program: Program, stand: _Stand) -> Finding:
    also = (
        Related(stand.item.at(stand.key), stand.part),
        Related(stand.phase.at("horizon"), Text("jangka tahap itu", "the horizon of the phase")),
    )
    return found(
        program.at("horizon"),
        also=also,
        program=program.id,
        name=titled(program),
        horizon=_name(plan, program.horizon),
        part=stand.part,
        year=str(stand.year),
        phase=called(stand.phase),
        other=_name(plan, stand.phase.horizon),
        right=stand.phase.horizon,
    )


def _name(plan: Plan, id_: str | None) -> Text:
    return names(term for term in plan.framework.horizons if term.id == id_)


_START = Text("tahun mulainya", "its first year")
_END = Text("tahun selesainya", "its last year")
_MILESTONE = Text("tonggak terakhirnya", "its last milestone")

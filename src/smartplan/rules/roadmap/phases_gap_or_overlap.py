"""ROA002: phases that leave a year out or share one."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Related, Severity
from smartplan.figures.period import period_meant
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled, years
from smartplan.stages.manifest import Period
from smartplan.stages.roadmap import Phase, Roadmap


@rule(
    "ROA002",
    Severity.ERROR,
    message=Text(
        "tahapan tidak bersambung: {problem}",
        "the phases do not join: {problem}",
    ),
    hint=Text(
        "sambungkan `start` dan `end` tahap satu sama lain, dari {first} sampai {last}",
        "join the `start` and `end` of the phases, from {first} to {last}",
    ),
    why=Text(
        "Setiap tahun rencana masuk tepat satu tahap. Bila tidak, tonggak dan program tahun "
        "itu tercetak dua kali atau tidak sama sekali.",
        "Each year of the plan belongs to exactly one phase. Otherwise what falls in that "
        "year is printed twice or not at all.",
    ),
    basis="our judgement",
    absence=True,
)
def phases_gap_or_overlap(plan: Plan, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Tahap awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - id: f-2
            name: Tahap pengembangan
            horizon: medium
            start: 2026  # ROA002
            end: 2029
            basis: proposal
          - id: f-3
            name: Tahap pemantapan
            horizon: long
            start: 2029  # ROA002
            end: 2032  # ROA002
            basis: proposal

    Right:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Tahap awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Perluasan, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Pemantapan, horizon: long, start: 2029, end: 2033, basis: proposal}
    """
    period = period_meant(plan)
    reached, last = period.start - 1, None
    for phase in sorted(roadmap.phases, key=lambda one: sorted((one.start, one.end))):
        for key, problem in _problems(phase, last, period):
            also = (Related(last.at("end"), _BEFORE),) if last else ()
            yield _finding(phase.at(key), problem, period, also)
        if _last_year(phase) > reached:
            reached, last = _last_year(phase), phase
    if last is not None and reached < period.end:
        yield _finding(last.at("end"), _gap(reached + 1, period.end, last, None), period, ())


def _last_year(phase: Phase) -> int:
    """Also of a phase whose years were swapped: it is told of once, and its neighbours not."""
    return max(phase.start, phase.end)


_BEFORE = Text("tahap sebelumnya", "the phase before")


def _finding(place: Location, problem: Text, period: Period, also: tuple[Related, ...]) -> Finding:
    first, last = str(period.start), str(period.end)
    return found(place, also=also, problem=problem, first=first, last=last)


def _problems(phase: Phase, last: Phase | None, period: Period) -> Iterator[tuple[str, Text]]:
    """What is wrong with a phase after the one that reaches furthest so far, and at which key."""
    reached = _last_year(last) if last else period.start - 1
    if phase.end < phase.start:
        yield "end", _reversed(phase)
    elif phase.start < period.start or phase.end > period.end:
        yield "start" if phase.start < period.start else "end", _beyond(phase, period)
    elif phase.start > reached + 1:
        yield "start", _gap(reached + 1, phase.start - 1, last, phase)
    elif last is not None and phase.start <= reached:
        yield "start", _shared(years(phase.start, min(reached, phase.end)), last, phase)


def _reversed(phase: Phase) -> Text:
    name = called(phase)
    return Text(
        f"tahap {name.indonesian} selesai {phase.end}, sebelum mulai {phase.start}",
        f"the phase {name.english} ends {phase.end}, before it starts {phase.start}",
    )


def _beyond(phase: Phase, period: Period) -> Text:
    name, span = _dated(phase), years(period.start, period.end)
    return Text(
        f"tahap {name} melampaui jangka waktu rencana, {span}",
        f"the phase {name} reaches beyond the plan's period, {span}",
    )


def _shared(told: str, one: Phase, other: Phase) -> Text:
    return Text(
        f"tahun {told} masuk dua tahap, {_dated(one)} dan {_dated(other)}",
        f"{told} belongs to two phases, {_dated(one)} and {_dated(other)}",
    )


def _gap(first: int, last: int, before: Phase | None, after: Phase | None) -> Text:
    told = years(first, last)
    where = Text("", "")
    if before and after:
        one, other = _dated(before), _dated(after)
        where = Text(f", di antara {one} dan {other}", f", between {one} and {other}")
    elif before:
        where = Text(f", sesudah {_dated(before)}", f", after {_dated(before)}")
    elif after:
        where = Text(f", sebelum {_dated(after)}", f", before {_dated(after)}")
    return Text(
        f"tahun {told} tidak masuk tahap mana pun{where.indonesian}",
        f"{told} belongs to no phase{where.english}",
    )


def _dated(phase: Phase) -> str:
    """A phase with its title and its years."""
    return f"`{phase.id}` ({titled(phase)}, {years(phase.start, phase.end)})"

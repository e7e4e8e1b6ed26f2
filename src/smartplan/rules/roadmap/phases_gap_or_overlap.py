"""ROA002: phases that leave a year out or share one."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.manifest import Period
from smartplan.stages.roadmap import Phase, Roadmap


@rule(
    "ROA002",
    Severity.ERROR,
    message=Text(
        "tahapan tidak bersambung: `{phase}` ({years}) {problem}",
        "the phases do not join: `{phase}` ({years}) {problem}",
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
    period = plan.manifest.period
    reached, last = period.start - 1, None
    for phase in sorted(roadmap.phases, key=lambda one: (one.start, one.end)):
        for place, problem in _problems(phase, reached, period):
            also = (Related(last.at("end"), _BEFORE),) if last else ()
            yield _finding(phase, place, problem, period, also)
        if phase.end > reached:
            reached, last = phase.end, phase
    if last is not None and reached < period.end:
        problem = _gap(reached + 1, period.end, Text("sesudah", "after"))
        yield _finding(last, last.at("end"), problem, period, ())


_BEFORE = Text("tahap sebelumnya", "the phase before")


def _finding(
    phase: Phase, place: Location, problem: Text, period: Period, also: tuple[Related, ...]
) -> Finding:
    return found(
        place,
        also=also,
        phase=phase.id,
        years=_years(phase.start, phase.end),
        problem=problem,
        first=str(period.start),
        last=str(period.end),
    )


def _problems(phase: Phase, reached: int, period: Period) -> Iterator[tuple[Location, Text]]:
    """What is wrong with a phase after all years up to `reached` were covered."""
    if phase.end < phase.start:
        yield phase.at("end"), Text("selesai sebelum mulai", "ends before it starts")
    elif phase.start < period.start or phase.end > period.end:
        key = "start" if phase.start < period.start else "end"
        outside = Text("melampaui jangka waktu rencana", "reaches beyond the plan's period")
        yield phase.at(key), outside
    elif phase.start > reached + 1:
        yield phase.at("start"), _gap(reached + 1, phase.start - 1, Text("sebelum", "before"))
    elif phase.start <= reached:
        years = _years(phase.start, min(reached, phase.end))
        shared = Text(
            f"bertumpang tindih pada {years} dengan tahap lain",
            f"overlaps with another phase in {years}",
        )
        yield phase.at("start"), shared


def _gap(first: int, last: int, where: Text) -> Text:
    years = _years(first, last)
    return Text(
        f"meninggalkan {years} tanpa tahap {where.indonesian}nya",
        f"leaves {years} without a phase {where.english} it",
    )


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"

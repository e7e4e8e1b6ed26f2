"""ROA003: a milestone that lies outside its phase, its program or the plan."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.period import period_meant
from smartplan.figures.schedule import is_reversed, unsettled_phases
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled, years
from smartplan.stages.manifest import Period
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Milestone, Phase, Roadmap

Frame = Period | Phase | Program


@rule(
    "ROA003",
    Severity.ERROR,
    message=Text(
        "tonggak `{milestone}` ({text}) jatuh tempo {due}, di luar {frame}",
        "the milestone `{milestone}` ({text}) is due {due}, outside {frame}",
    ),
    hint=Text(
        "perbaiki `due`, `phase`, atau tahun programnya",
        "mend `due`, `phase` or the years of its program",
    ),
    why=Text(
        "Tonggak yang tidak berada dalam tahapnya tercetak pada tahun yang salah.",
        "A milestone that lies outside its phase is printed under the wrong years.",
    ),
    basis="our judgement",
)
def milestone_outside(plan: Plan, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Tahap awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Perluasan, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Pemantapan, horizon: long, start: 2029, end: 2033, basis: proposal}
        milestones:
          - id: n-1
            phase: f-1
            due: 2026-03  # ROA003
            text: Portal terbuka
            basis: proposal
          - id: n-2
            due: 2034  # ROA003
            text: Sasaran tercapai
            basis: proposal
          - id: n-3
            program: p-public-policy
            due: 2030  # ROA003
            text: Masukan terjawab
            basis: proposal

    Right:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Tahap awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Perluasan, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Pemantapan, horizon: long, start: 2029, end: 2033, basis: proposal}
        milestones:
          - {id: n-0, due: 2023-07, text: Bimtek selesai, state: done, sources: [S1]}
          - {id: n-1, phase: f-1, due: 2024-12, text: Portal terbuka, state: done, sources: [S1]}
          - {id: n-3, program: p-public-policy, due: 2028, text: Masukan terjawab, basis: proposal}
    """
    for milestone in roadmap.milestones:
        year = milestone.due.year
        for frame, key, first, last in _frames(plan, milestone):
            if not first <= year <= last:
                yield found(
                    milestone.at("due"),
                    also=(Related(frame.at(key), Text("tahunnya", "its years")),),
                    milestone=milestone.id,
                    text=titled(milestone),
                    due=spoken(milestone.due),
                    frame=_named(frame, years(frame.start, last)),
                )
                break


def _frames(plan: Plan, milestone: Milestone) -> Iterator[tuple[Frame, str, int, int]]:
    """What a milestone must lie in; what is done and named before the period is history."""
    period, done = period_meant(plan), milestone.state == "done"
    yield period, "start", 0 if done else period.start, period.end
    phase = plan.find("phase", milestone.phase or "")
    if isinstance(phase, Phase) and phase.id not in unsettled_phases(plan):
        yield phase, "start", phase.start, phase.end
    program = plan.find("program", milestone.program or "")
    if isinstance(program, Program) and not done and not is_reversed(program):
        key = "end" if program.end is not None else "start"
        yield program, key, program.start or 0, program.end or period.end


def _named(frame: Frame, told: str) -> Text:
    if isinstance(frame, Phase):
        phase = called(frame)
        return Text(f"tahap {phase.indonesian}, {told}", f"the phase {phase.english}, {told}")
    if isinstance(frame, Program):
        program = called(frame)
        return Text(
            f"tahun program {program.indonesian}, {told}",
            f"the years of program {program.english}, {told}",
        )
    return Text(f"jangka waktu rencana, {told}", f"the plan's period, {told}")

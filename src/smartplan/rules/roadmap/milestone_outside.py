"""ROA003: a milestone that lies outside its phase, its program or the plan."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Milestone, Phase, Roadmap


@rule(
    "ROA003",
    Severity.ERROR,
    message=Text(
        "tonggak `{milestone}` jatuh tempo {due}, di luar {frame}",
        "the milestone `{milestone}` is due {due}, outside {frame}",
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
        milestones:
          - {id: n-0, due: 2023-07, text: Bimtek selesai, state: done, sources: [S1]}
          - {id: n-1, phase: f-1, due: 2024-12, text: Portal terbuka, state: done, sources: [S1]}
          - {id: n-3, program: p-public-policy, due: 2028, text: Masukan terjawab, basis: proposal}
    """
    for milestone in roadmap.milestones:
        year = milestone.due.year
        for frame, first, last, place in _frames(plan, milestone):
            if not first <= year <= last:
                yield found(
                    milestone.at("due"),
                    also=(Related(place, Text("tahunnya", "its years")),),
                    milestone=milestone.id,
                    due=spoken(milestone.due),
                    frame=frame,
                )
                break


def _frames(plan: Plan, milestone: Milestone) -> Iterator[tuple[Text, int, int, Location]]:
    """What a milestone must lie in; what is done and named before the period is history."""
    period = plan.manifest.period
    first = 0 if milestone.state == "done" else period.start
    yield (
        Text("jangka waktu rencana", "the plan's period"),
        first,
        period.end,
        plan.manifest.period.at("start"),
    )
    phase = plan.find("phase", milestone.phase or "")
    if isinstance(phase, Phase):
        frame = Text(f"tahap `{phase.id}`", f"the phase `{phase.id}`")
        yield frame, phase.start, phase.end, phase.at("start")
    program = plan.find("program", milestone.program or "")
    if isinstance(program, Program) and milestone.state != "done":
        frame = Text(f"tahun program `{program.id}`", f"the years of program `{program.id}`")
        key = "end" if program.end is not None else "start"
        yield frame, program.start or 0, program.end or period.end, program.at(key)

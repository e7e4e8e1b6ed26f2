"""ROA007: a milestone still ahead for a program that was stopped."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import state_of
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, titled
from smartplan.stages.programs import Programs
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA007",
    Severity.WARNING,
    message=Text(
        "tonggak `{milestone}` ({text}) masih ditandai {state}, padahal program {program} {fate}",
        "the milestone `{milestone}` ({text}) is still marked as {state}, though program "
        "{program} was {fate}",
    ),
    hint=Text(
        "tulis `state: cancelled`, atau pindahkan tonggak ke program yang meneruskannya",
        "write `state: cancelled`, or move the milestone to the program that goes on",
    ),
    why=Text(
        "Peta jalan yang masih memuat program yang dihentikan menjanjikan hal yang tidak akan"
        " terjadi.",
        "A road map that still holds a stopped program promises what will not happen.",
    ),
    about=Text(
        "tonggak `…` masih direncanakan, padahal programnya dihentikan",
        "the milestone `…` is still planned though its program was stopped",
    ),
    basis="our judgement",
)
def stopped_program_on_road_map(
    plan: Plan, roadmap: Roadmap, programs: Programs
) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: siaran
            name: Siaran desa
            dimension: governance
            progress: [{year: 2024, state: stopped, sources: [S1]}]

        # roadmap.yaml
        milestones:
          - id: n-1  # ROA007
            program: siaran
            due: 2026
            text: Siaran menjangkau semua desa
            basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: siaran
            name: Siaran desa
            dimension: governance
            progress: [{year: 2024, state: stopped, sources: [S1]}]

        # roadmap.yaml
        milestones:
          - {id: n-1, program: siaran, due: 2026, text: Siaran, state: cancelled, basis: proposal}
    """
    states = {program.id: state_of(plan, program) for program in programs.programs}
    for milestone in roadmap.milestones:
        fate = states.get(milestone.program or "")
        if fate in ("stopped", "merged") and milestone.state in ("planned", "running"):
            yield found(
                milestone.at(),
                milestone=milestone.id,
                text=titled(milestone),
                state=label("state", milestone.state),
                program=named(plan, "program", milestone.program),
                fate=label("state", fate),
            )

"""VIS003: a goal that no objective leads to."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.vision import Vision


@rule(
    "VIS003",
    Severity.WARNING,
    message=Text(
        "tujuan `{goal}` ({text}) belum memiliki sasaran",
        "the goal `{goal}` ({text}) has no objective",
    ),
    hint=Text(
        "tambahkan sasaran dengan `goal: {goal}`",
        "add an objective with `goal: {goal}`",
    ),
    why=Text(
        "Tujuan dicapai melalui sasaran yang terukur. Tujuan tanpa sasaran tidak memiliki "
        "program dan tidak dapat dinilai.",
        "A goal is reached through objectives that can be measured. Without one it has no "
        "program and cannot be judged.",
    ),
    basis=Text(
        "susunan RPJMD nyata dari misi, tujuan, dan sasaran sampai program, masing-masing "
        "dengan indikator, target, dan perangkat daerahnya (Aceh Barat 2025–2029)",
        "the order of a real RPJMD from mission, goal and objective to program, with "
        "indicators, targets and agencies (Aceh Barat 2025–2029)",
    ),
    absence=True,
)
def goal_without_objective(vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        missions: [{id: m-1, text: Memajukan enam dimensi, basis: proposal}]
        goals:
          - id: t-1  # VIS003
            mission: m-1
            text: Pelayanan yang merata
            basis: proposal

    Right:

        # vision.yaml
        missions: [{id: m-1, text: Memajukan enam dimensi, basis: proposal}]
        goals: [{id: t-1, mission: m-1, text: Pelayanan yang merata, basis: proposal}]
        objectives:
          - {id: s-1, goal: t-1, dimension: governance, text: Layanan cepat, basis: proposal}
    """
    reached = {objective.goal for objective in vision.objectives}
    for goal in vision.goals:
        if goal.id not in reached:
            yield found(goal.at(), goal=goal.id, text=titled(goal))

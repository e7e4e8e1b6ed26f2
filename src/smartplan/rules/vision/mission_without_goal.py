"""VIS010: a mission that no goal spells out."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.vision import Vision


@rule(
    "VIS010",
    Severity.WARNING,
    message=Text(
        "misi `{mission}` ({text}) belum memiliki tujuan",
        "the mission `{mission}` ({text}) has no goal",
    ),
    hint=Text(
        "tambahkan tujuan dengan `mission: {mission}`",
        "add a goal with `mission: {mission}`",
    ),
    why=Text(
        "Misi dijabarkan menjadi tujuan, lalu sasaran, lalu program. Misi tanpa tujuan "
        "berhenti sebagai kalimat.",
        "A mission is spelled out in goals, then objectives, then programs. Without a goal it"
        " stays a sentence.",
    ),
    basis=Text(
        "susunan RPJMD nyata dari misi, tujuan, dan sasaran sampai program, masing-masing "
        "dengan indikator, target, dan perangkat daerahnya (Aceh Barat 2025–2029)",
        "the order of a real RPJMD from mission, goal and objective to program, with "
        "indicators, targets and agencies (Aceh Barat 2025–2029)",
    ),
    absence=True,
)
def mission_without_goal(vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        missions:
          - id: m-1  # VIS010
            text: Memajukan enam dimensi kota cerdas
            basis: proposal

    Right:

        # vision.yaml
        missions: [{id: m-1, text: Memajukan enam dimensi, basis: proposal}]
        goals: [{id: t-1, mission: m-1, text: Pelayanan yang merata, basis: proposal}]
    """
    spelled = {goal.mission for goal in vision.goals}
    for mission in vision.missions:
        if mission.id not in spelled:
            yield found(mission.at(), mission=mission.id, text=titled(mission))

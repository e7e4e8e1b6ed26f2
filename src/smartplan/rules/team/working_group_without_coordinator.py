"""TEA015: a working group that no agency coordinates."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named
from smartplan.stages.team import Team


@rule(
    "TEA015",
    Severity.WARNING,
    message=Text(
        "kelompok kerja {dimension} belum memiliki koordinator",
        "the working group of {dimension} has no coordinator",
    ),
    hint=Text(
        "tulis id perangkat daerah yang mengoordinasi di `coordinator`",
        "write the id of the agency that coordinates in `coordinator`",
    ),
    why=Text(
        "Analisis dan quick win tiap dimensi ditagih kepada koordinatornya. Kelompok tanpa "
        "koordinator tidak memiliki penanggung jawab di antara bimbingan teknis.",
        "The coordinator answers for the analysis and the quick wins of a dimension. Between the "
        "workshops nobody answers for a group without one.",
    ),
    basis="our judgement",
)
def working_group_without_coordinator(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
        working_groups:
          - dimension: governance  # TEA015
            members: [kominfo]
            sources: [S1]

    Right:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
        working_groups:
          - {dimension: governance, coordinator: kominfo, sources: [S1]}
    """
    for group in team.working_groups:
        if group.coordinator is None:
            dimension = named(plan, "dimension", group.dimension)
            yield found(group.at("dimension"), dimension=dimension)

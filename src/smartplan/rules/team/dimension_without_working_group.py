"""TEA003: dimensions that no working group thinks through."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.team import dimensions_without_group
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.team import Team


@rule(
    "TEA003",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki kelompok kerja: {dimensions}",
        "dimensions without a working group ({count}): {dimensions}",
    ),
    hint=Text(
        "tambahkan kelompok di `working_groups` dengan dimensi, koordinator, dan anggotanya",
        "add a group to `working_groups` with its dimension, coordinator and members",
    ),
    why=Text(
        "Analisis dan pilihan quick win disusun oleh kelompok per dimensi sejak bimbingan "
        "teknis tahap I.",
        "Analysis and quick wins are worked out by groups, one for each dimension, from the "
        "first workshop on.",
    ),
    basis=Text(
        "agenda bimtek I di Wonosobo 2019 "
        "(https://diskominfo.wonosobokab.go.id/detail/Penyusunan-Masterplan-Kota-Cerdas-Mengerucut-Pada-6-Smart)",
        "agenda of workshop I in Wonosobo 2019 "
        "(https://diskominfo.wonosobokab.go.id/detail/Penyusunan-Masterplan-Kota-Cerdas-Mengerucut-Pada-6-Smart)",
    ),
    absence=True,
)
def dimension_without_working_group(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        working_groups:  # TEA003
          - {dimension: governance, sources: [S1]}

    Right:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
        working_groups:
          - {dimension: governance, coordinator: kominfo, sources: [S1]}
          - {dimension: branding, coordinator: kominfo, sources: [S1]}
          - {dimension: economy, coordinator: kominfo, sources: [S1]}
          - {dimension: living, coordinator: kominfo, sources: [S1]}
          - {dimension: society, coordinator: kominfo, sources: [S1]}
          - {dimension: environment, coordinator: kominfo, sources: [S1]}
    """
    without = dimensions_without_group(plan)
    if without:
        place = team.at_key("working_groups")
        yield found(place, count=len(without), dimensions=names(without))

"""REA012: a statistic whose newest value is more than five years old."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.spans import months_passed
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, spoken, titled
from smartplan.stages.readiness import Readiness


@rule(
    "REA012",
    Severity.WARNING,
    message=Text(
        "nilai terbaru data `{statistic}` ({name}) berasal dari {year}, lebih dari lima tahun lalu",
        "the newest value of `{statistic}` ({name}) is of {year}, more than five years ago",
    ),
    hint=or_waived(
        Text("tambahkan nilai yang lebih baru", "add a newer value"), "REA012", "statistic"
    ),
    why=Text(
        "Profil daerah menggambarkan keadaan sekarang. Data yang lebih tua daripada satu masa"
        " RPJMD tidak lagi menggambarkannya.",
        "The profile shows the present. Data older than one RPJMD period no longer does.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; lima tahun adalah lamanya satu RPJMD",
        "our judgement; five years is the length of an RPJMD",
    ),
    dated=True,
)
def old_statistic(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        profile:
          - id: kemiskinan
            topic: kesejahteraan
            name: Penduduk miskin
            unit: persen
            values:
              - {year: 2017, value: 5.2, sources: [S1]}
              - {year: 2018, value: 5.3, sources: [S1]}  # REA012

    Right:

        # readiness.yaml
        profile:
          - id: kemiskinan
            topic: kesejahteraan
            name: Penduduk miskin
            unit: persen
            values:
              - {year: 2018, value: 5.3, sources: [S1]}
              - {year: 2023, value: 5.1, sources: [S1]}
          - id: luas
            topic: wilayah
            name: Luas wilayah
            unit: km2
            values: [{year: 2015, value: 1365.88, sources: [S1]}]
    """
    for statistic in readiness.profile:
        newest = max(statistic.values, key=lambda value: value.year, default=None)
        if newest is None or fold(statistic.unit or "") in _LASTING:
            continue
        if months_passed(newest.year.last, plan.as_of) >= _MONTHS:
            told = spoken(newest.year)
            yield found(
                newest.at("year"), statistic=statistic.id, name=titled(statistic), year=told
            )


_MONTHS = 60
_LASTING = {"km2", "km", "ha", "hektare", "hektar", "m", "mdpl"}
"""Units of areas, lengths and heights, which hardly change."""

"""ROA009: a ceiling for a year that the plan does not reach."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import years
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA009",
    Severity.ERROR,
    message=Text(
        "pagu {year} di luar jangka waktu rencana {period}",
        "the ceiling of {year} lies outside the plan's period {period}",
    ),
    hint=Text(
        "perbaiki tahunnya, atau hapus pagu ini",
        "mend the year, or delete this ceiling",
    ),
    why=Text(
        "Pagu membatasi uang yang direncanakan. Di luar jangka waktu rencana tidak ada yang "
        "dibatasinya, sedangkan tahun yang dimaksud tidak diperiksa.",
        "A ceiling limits planned money. Outside the period there is nothing to limit, and the "
        "year that was meant goes unchecked.",
    ),
    basis="our judgement",
)
def ceiling_outside_period(plan: Plan, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - year: 2055  # ROA009
            amount: 1000000000
            basis: proposal

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 1000000000, basis: proposal}
    """
    period = period_meant(plan)
    for ceiling in roadmap.ceilings:
        if not period.start <= ceiling.year <= period.end:
            yield found(
                ceiling.at("year"),
                year=str(ceiling.year),
                period=years(period.start, period.end),
            )

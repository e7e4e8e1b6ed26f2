"""MON011: an indicator nobody has measured for long."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.progress import MONTHS, is_stale, realisations_of
from smartplan.figures.spans import months_passed
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON011",
    Severity.WARNING,
    message=Text(
        "indikator `{indicator}` ({name}) belum memiliki realisasi dalam {months} bulan "
        "sebelum {as_of}",
        "indicator `{indicator}` ({name}) has no realisation in the {months} months before {as_of}",
    ),
    hint=Text(
        "tambahkan realisasi, atau catat alasannya dengan `no_data`",
        "add a realisation, or record the reason with `no_data`",
    ),
    why=Text(
        "Indikator yang dua kali melewatkan waktu lapornya tidak lagi dipantau. Alasan yang "
        "tercatat lebih berguna daripada kolom kosong.",
        "An indicator that missed its report twice is no longer monitored. A recorded reason "
        "is worth more than an empty cell.",
    ),
    basis="our judgement",
    absence=True,
    dated=True,
)
def stale_indicator(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan  # MON011
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            frequency: quarterly
        realisations:
          - {indicator: layanan, period: 2024-Q3, value: 45, sources: [S1]}

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            frequency: quarterly
        realisations:
          - {indicator: layanan, period: 2025-Q1, no_data: Sistem dipindahkan}
    """
    for indicator in monev.indicators:
        limit = 2 * MONTHS[indicator.frequency]
        reports = realisations_of(plan, indicator)
        told = reports and months_passed(reports[-1].period.last, plan.as_of) < limit
        if is_stale(plan, indicator) and not told:
            yield found(
                indicator.at(),
                indicator=indicator.id,
                name=titled(indicator),
                months=limit,
                as_of=plan.as_of,
            )

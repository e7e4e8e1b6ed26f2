"""MON003: a target for a year the plan does not reach."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON003",
    Severity.ERROR,
    message=Text(
        "target {year} indikator `{indicator}` ({name}) di luar jangka waktu rencana {start}–{end}",
        "the {year} target of indicator `{indicator}` ({name}) lies outside the plan's period "
        "{start}–{end}",
    ),
    hint=Text(
        "perbaiki tahunnya; nilai sebelum masa rencana ditulis sebagai `baseline` atau realisasi",
        "mend the year; a value from before the period is a `baseline` or a realisation",
    ),
    why=Text(
        "Target di luar masa rencana tidak dapat ditagih dan tidak tercetak dalam tabel target.",
        "Nobody can be held to a target outside the period, and the table of targets does not"
        " print it.",
    ),
    about=Text(
        "target indikator `…` di luar jangka waktu rencana",
        "a target of indicator `…` lies outside the plan's period",
    ),
    basis="our judgement",
)
def target_outside_period(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets:
              2025: 50
              2035: 90  # MON003
            basis: proposal

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2025: 50, 2033: 90}
            basis: proposal
    """
    period = period_meant(plan)
    for indicator in monev.indicators:
        for year in indicator.targets:
            if not period.start <= year <= period.end:
                yield found(
                    indicator.at("targets", year),
                    year=str(year),
                    indicator=indicator.id,
                    name=titled(indicator),
                    start=str(period.start),
                    end=str(period.end),
                )

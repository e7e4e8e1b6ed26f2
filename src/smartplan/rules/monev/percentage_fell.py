"""MON020: a cumulative percentage below the one before."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from smartplan.diagnostics import Related, Severity
from smartplan.figures.progress import realisations_of
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, spoken, titled
from smartplan.stages.monev import Monev, Realisation


@rule(
    "MON020",
    Severity.WARNING,
    message=Text(
        "persentase indikator `{indicator}` ({name}) turun dari {before} ({earlier}) menjadi "
        "{value} ({period})",
        "the percentage of indicator `{indicator}` ({name}) fell from {before} ({earlier}) to "
        "{value} ({period})",
    ),
    hint=or_waived(
        Text(
            "periksa kedua angka, atau pakai `formula: final_value` bila ukurannya dapat turun",
            "check both figures, or use `formula: final_value` if the measure can fall",
        ),
        "MON020",
        "indicator",
    ),
    why=Text(
        "Persentase kumulatif tidak turun. Bila turun, salah satu angkanya keliru atau "
        "pembaginya berganti.",
        "A cumulative percentage does not fall. If it does, one figure is wrong or what it is"
        " a part of has changed.",
    ),
    basis="our judgement",
)
def percentage_fell(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: percentage
            baseline: {year: 2022, value: 40, sources: [S1]}
        realisations:
          - {indicator: layanan, period: 2023, value: 52, sources: [S1]}
          - {indicator: layanan, period: 2024, value: 45, sources: [S1]}  # MON020

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: final_value
            baseline: {year: 2022, value: 40, sources: [S1]}
        realisations:
          - {indicator: layanan, period: 2023, value: 52, sources: [S1]}
          - {indicator: layanan, period: 2024, value: 45, sources: [S1]}
    """
    for indicator in monev.indicators:
        if indicator.formula != "percentage":
            continue
        told = [one for one in realisations_of(plan, indicator) if one.value is not None]
        for before, now in pairwise(told):
            if _fell(before, now):
                there = Related(before.at("value"), Text("nilai sebelumnya", "the value before"))
                yield found(
                    now.at("value"),
                    also=(there,),
                    indicator=indicator.id,
                    name=titled(indicator),
                    before=before.value or Decimal(0),
                    earlier=spoken(before.period),
                    value=now.value or Decimal(0),
                    period=spoken(now.period),
                )


def _fell(before: Realisation, now: Realisation) -> bool:
    fell = before.value is not None and now.value is not None and now.value < before.value
    return fell and before.period.last < now.period.first

"""MON006: a realisation from the future."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.monev import Monev


@rule(
    "MON006",
    Severity.ERROR,
    message=Text(
        "realisasi `{indicator}` untuk {period} sesudah tanggal keadaan rencana, {as_of}",
        "the realisation of `{indicator}` for {period} comes after the plan's own date, {as_of}",
    ),
    hint=Text(
        "perbaiki `period`, atau majukan `as_of` dalam smartplan.yaml",
        "mend `period`, or move `as_of` in smartplan.yaml forward",
    ),
    why=Text(
        "Yang belum terjadi bukan realisasi. Angka perkiraan ditulis sebagai target.",
        "What has not happened is no realisation. An expectation is a target.",
    ),
    basis="our judgement",
)
def realisation_after_as_of(plan: Plan, monev: Monev) -> Iterator[Finding]:
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
        realisations:
          - indicator: layanan
            period: 2026  # MON006
            value: 55
            sources: [S1]

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
        realisations:
          - {indicator: layanan, period: 2025, value: 48, sources: [S1]}
    """
    for realisation in monev.realisations:
        if realisation.period.first > plan.as_of:
            yield found(
                realisation.at("period"),
                indicator=realisation.indicator,
                period=spoken(realisation.period),
                as_of=plan.as_of,
            )

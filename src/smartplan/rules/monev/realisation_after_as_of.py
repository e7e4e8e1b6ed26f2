"""MON006: a realisation from the future."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.dates import is_dated_too_early
from smartplan.figures.monev import realised_later
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, spoken
from smartplan.stages.monev import Realisation


@rule(
    "MON006",
    Severity.ERROR,
    message=Text(
        "{what} sesudah tanggal keadaan rencana, {as_of}",
        "{what} comes after the plan's own date, {as_of}",
    ),
    hint=Text(
        "perbaiki `period`, atau majukan `as_of` dalam smartplan.yaml",
        "mend `period`, or move `as_of` in smartplan.yaml forward",
    ),
    why=Text(
        "Yang belum terjadi bukan realisasi. Angka perkiraan ditulis sebagai target.",
        "What has not happened is no realisation. An expected figure is written as a target.",
    ),
    about=Text(
        "realisasi sesudah tanggal keadaan rencana",
        "a realisation after the plan's own date",
    ),
    basis="our judgement",
)
def realisation_after_as_of(plan: Plan) -> Iterator[Finding]:
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
    for realisation in () if is_dated_too_early(plan) else realised_later(plan):
        yield found(realisation.at("period"), what=_one(plan, realisation), as_of=plan.as_of)


def _one(plan: Plan, realisation: Realisation) -> Text:
    indicator, period = named(plan, "indicator", realisation.indicator), spoken(realisation.period)
    return Text(
        f"realisasi indikator {indicator.indonesian} untuk {period.indonesian}",
        f"the realisation of indicator {indicator.english} for {period.english}",
    )

"""MON006: a realisation from the future."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.monev import SEVERAL, is_dated_too_early, realised_later
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, spoken
from smartplan.stages.monev import Monev, Realisation


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
    later = realised_later(plan)
    if is_dated_too_early(plan):
        yield found(
            plan.manifest.at("as_of"),
            also=tuple(Related(one.at("period"), _LATER) for one in later[:SEVERAL]),
            hint=_MOVE,
            what=_most(len(later), len(monev.realisations)),
            as_of=plan.as_of,
        )
        return
    for realisation in later:
        yield found(realisation.at("period"), what=_one(plan, realisation), as_of=plan.as_of)


_LATER = Text("realisasi sesudahnya", "a realisation after it")
_MOVE = Text(
    "majukan `as_of` ke tanggal data terakhir, atau perbaiki tahunnya",
    "move `as_of` forward to the date of the latest data, or mend its year",
)


def _one(plan: Plan, realisation: Realisation) -> Text:
    indicator, period = named(plan, "indicator", realisation.indicator), spoken(realisation.period)
    return Text(
        f"realisasi indikator {indicator.indonesian} untuk {period.indonesian}",
        f"the realisation of indicator {indicator.english} for {period.english}",
    )


def _most(count: int, every: int) -> Text:
    return Text(f"{count} dari {every} realisasi", f"{count} of {every} realisations: their period")

"""MON004: an indicator that does not say where it ends."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled, years
from smartplan.stages.monev import Indicator, Monev


@rule(
    "MON004",
    Severity.WARNING,
    message=Text(
        "indikator `{indicator}` ({name}) belum memiliki {lacks}",
        "indicator `{indicator}` ({name}) has no {lacks}",
    ),
    hint=Text(
        "tambahkan target {year} di `targets`",
        "add a target for {year} to `targets`",
    ),
    why=Text(
        "Target tahun terakhir menyatakan hasil yang dijanjikan seluruh rencana. Tanpa itu "
        "masa rencana tidak memiliki ujung.",
        "The last year's target says what the whole plan promises. Without it the plan has no"
        " end to reach.",
    ),
    about=Text(
        "indikator `…` belum memiliki target tahun terakhir",
        "indicator `…` has no target for the last year",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; susunan RPJMD nyata dari misi, tujuan, dan sasaran "
        "sampai program, masing-masing dengan indikator, target, dan perangkat daerahnya "
        "(Aceh Barat 2025–2029)",
        "our judgement; the order of a real RPJMD from mission, goal and objective to "
        "program, with indicators, targets and agencies (Aceh Barat 2025–2029)",
    ),
)
def last_year_without_target(plan: Plan, monev: Monev) -> Iterator[Finding]:
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
            targets: {2025: 50}  # MON004
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
    last = period_meant(plan).end
    for indicator in monev.indicators:
        if last not in indicator.targets:
            place = indicator.at_key("targets")
            yield found(
                place,
                indicator=indicator.id,
                name=titled(indicator),
                lacks=_lacks(indicator, last),
                year=str(last),
                hint=None if indicator.targets else _FROM_THE_START,
            )


_FROM_THE_START = Text(
    "tulis target tiap tahun di `targets`, paling akhir {year}, tahun terakhir rencana: "
    "`targets: {{year}: …}`",
    "write the target of each year in `targets`, up to {year}, the last year of the plan: "
    "`targets: {{year}: …}`",
)


def _lacks(indicator: Indicator, last: int) -> Text:
    if not indicator.targets:
        return Text("target sama sekali", "target at all")
    told = years(min(indicator.targets), max(indicator.targets))
    return Text(
        f"target {last}, tahun terakhir rencana; targetnya baru untuk {told}",
        f"target for {last}, the last year of the plan; its targets are for {told}",
    )

"""MON007: two realisations of one indicator for one period."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, spoken
from smartplan.stages.monev import Monev, Realisation
from smartplan.stages.scalars import Moment


@rule(
    "MON007",
    Severity.ERROR,
    message=Text(
        "indikator {indicator} memiliki dua realisasi untuk {period}",
        "indicator {indicator} has two realisations for {period}",
    ),
    hint=Text(
        "hapus salah satu; bila sumber berbeda, sebutkan yang lain dalam `note`",
        "remove one; where sources differ, tell of the other in `note`",
    ),
    why=Text(
        "Capaian dihitung dari satu angka. Dengan dua angka, buku mencetak yang satu dan "
        "pembaca menemukan yang lain.",
        "An achievement is computed from one figure. With two, the book prints one and "
        "readers find the other.",
    ),
    basis="our judgement",
)
def duplicate_realisation(plan: Plan, monev: Monev) -> Iterator[Finding]:
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
          - {indicator: layanan, period: 2024, value: 48, sources: [S1]}
          - indicator: layanan
            period: 2024  # MON007
            value: 51
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
          - {indicator: layanan, period: 2024-S1, value: 45, sources: [S1]}
          - {indicator: layanan, period: 2024-S2, value: 48, sources: [S1]}
    """
    seen: dict[tuple[str, Moment], Realisation] = {}
    for realisation in monev.realisations:
        earlier = seen.setdefault((realisation.indicator, realisation.period), realisation)
        if earlier is not realisation:
            there = Related(earlier.at("period"), Text("yang pertama di sini", "the first is here"))
            period = spoken(realisation.period)
            place = realisation.at("period")
            indicator = named(plan, "indicator", realisation.indicator)
            yield found(place, also=(there,), indicator=indicator, period=period)

"""MON010: a realisation more than twice its target."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.progress import yearly_achievements
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, titled
from smartplan.stages.monev import Monev


@rule(
    "MON010",
    Severity.WARNING,
    message=Text(
        "realisasi {year} indikator `{indicator}` ({name}) mencapai {percent} % dari target "
        "({value} dari {target})",
        "the {year} realisation of indicator `{indicator}` ({name}) is {percent} % of its target "
        "({value} of {target})",
    ),
    hint=or_waived(
        Text(
            "samakan satuan realisasi dan target, atau perbaiki target yang terlalu rendah",
            "give both the same unit, or mend a target that is too low",
        ),
        "MON010",
        "indicator",
    ),
    why=Text(
        "Capaian di atas dua ratus persen hampir selalu berarti satuannya berbeda atau "
        "targetnya terlalu rendah.",
        "More than two hundred percent nearly always means different units or a target too low.",
    ),
    about=Text(
        "realisasi indikator `…` jauh di atas target",
        "a realisation of indicator `…` lies far over its target",
    ),
    basis="our judgement",
)
def far_over_target(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: transaksi
            name: Nilai transaksi nontunai
            level: outcome
            unit: miliar rupiah
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2024: 50, 2033: 90}
            basis: proposal
        realisations:
          - {indicator: transaksi, period: 2024, value: 51000, sources: [S1]}  # MON010

    Right:

        # monev.yaml
        indicators:
          - id: transaksi
            name: Nilai transaksi nontunai
            level: outcome
            unit: miliar rupiah
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2024: 50, 2033: 90}
            basis: proposal
        realisations:
          - {indicator: transaksi, period: 2024, value: 51, sources: [S1]}
    """
    for reached in yearly_achievements(plan) if monev.realisations else ():
        last, value, target = reached.realisation, reached.value, reached.target
        if reached.percent is None or last is None or value is None or target is None:
            continue
        if reached.percent > _FAR:
            yield found(
                last.at("value"),
                indicator=reached.indicator.id,
                name=titled(reached.indicator),
                year=str(last.period.year),
                percent=reached.percent,
                value=value,
                target=target,
            )


_FAR = 200

"""MON009: a target missed without a word on why."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.progress import State, yearly_achievements
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON009",
    Severity.WARNING,
    message=Text(
        "realisasi {year} indikator `{indicator}` ({name}) belum mencapai target ({value} dari "
        "{target}) tanpa faktor penghambat",
        "the {year} realisation of indicator `{indicator}` ({name}) falls short ({value} of "
        "{target}) and names no obstacle",
    ),
    hint=Text(
        "tulis sebabnya di `obstacles`",
        "write the reason in `obstacles`",
    ),
    why=Text(
        "Monitoring berguna bila sebab tidak tercapainya target diketahui dan "
        "ditindaklanjuti. Tanpa faktor penghambat, pembaca hanya melihat angka yang kurang.",
        "Monitoring helps only where it is known why a target was missed, and something is "
        "done about it. Without the obstacle a reader sees no more than a figure that falls "
        "short.",
    ),
    about=Text(
        "realisasi indikator `…` di bawah target tanpa faktor penghambat",
        "a realisation of indicator `…` falls short of its target and names no obstacle",
    ),
    basis="our judgement",
)
def under_target_without_obstacle(plan: Plan, monev: Monev) -> Iterator[Finding]:
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
            targets: {2024: 50, 2033: 90}
            basis: proposal
        realisations:
          - {indicator: layanan, period: 2024, value: 45, sources: [S1]}  # MON009

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2024: 50, 2025: 55, 2033: 90}
            basis: proposal
        realisations:
          - {indicator: layanan, period: 2024, value: 45, obstacles: Petugas kurang, sources: [S1]}
          - {indicator: layanan, period: 2025-Q1, value: 46, sources: [S1]}
    """
    for reached in yearly_achievements(plan) if monev.realisations else ():
        last, target = reached.realisation, reached.target
        if reached.state is not State.SHORT or last is None or target is None:
            continue
        value = reached.value
        if value is not None and not any(one.obstacles for one in reached.parts):
            yield found(
                last.at("value"),
                indicator=reached.indicator.id,
                name=titled(reached.indicator),
                year=str(last.period.year),
                value=value,
                target=target,
            )

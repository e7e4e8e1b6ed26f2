"""MON021: an indicator that says nothing of the end of a phase."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.period import period_meant
from smartplan.figures.schedule import unsettled_phases
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import several, titled
from smartplan.stages.monev import Indicator, Monev
from smartplan.stages.roadmap import Phase, Roadmap


@rule(
    "MON021",
    Severity.WARNING,
    message=Text(
        "indikator `{indicator}` ({name}) belum memiliki target {years}, akhir tahap {phases}",
        "indicator `{indicator}` ({name}) has no target for {years}, the end of phase {phases}",
    ),
    hint=Text(
        "tambahkan target {years} di `targets`",
        "add a target for {years} to `targets`",
    ),
    why=Text(
        "Tahun terakhir setiap tahap peta jalan adalah saat hasil tahap itu dinilai. Tanpa "
        "target pada tahun itu tidak ada yang dapat disebut tercapai.",
        "The last year of each phase of the road map is when the phase is judged. Without a "
        "target for that year there is nothing it can be said to have reached.",
    ),
    basis=Text(
        "jangka satu, lima, dan sepuluh tahun (Purbalingga 2024, "
        "https://purbalinggakab.go.id/?p=29497); bahwa target ada pada akhir setiap tahap "
        "adalah pertimbangan penyusun smartplan",
        "the horizons of one, five and ten years (Purbalingga 2024, "
        "https://purbalinggakab.go.id/?p=29497); that a target stands at the end of each "
        "phase is our judgement",
    ),
    absence=True,
    dated=True,
)
def phase_end_without_target(plan: Plan, monev: Monev, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Tengah, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Akhir, horizon: long, start: 2029, end: 2033, basis: proposal}

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2024: 45, 2025: 50, 2033: 90}  # MON021
            basis: proposal

    Right:

        # roadmap.yaml
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Tengah, horizon: medium, start: 2025, end: 2028, basis: proposal}
          - {id: f-3, name: Akhir, horizon: long, start: 2029, end: 2033, basis: proposal}

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2026: 55, 2028: 65, 2033: 90}
            basis: proposal
          - id: aduan
            name: Aduan yang dijawab
            level: outcome
            unit: persen
            formula: rising
            baseline: {missing: Aduan baru dicatat mulai 2025}
            basis: proposal
    """
    last = period_meant(plan).end
    unsettled = unsettled_phases(plan)
    ends = {
        phase.end: phase
        for phase in roadmap.phases
        if phase.end < last and phase.id not in unsettled
    }
    for indicator in monev.indicators:
        missing = [ends[year] for year in sorted(_missing(plan, indicator, ends))]
        if missing:
            label = Text("akhir tahap", "the end of the phase")
            yield found(
                indicator.at_key("targets"),
                also=tuple(Related(phase.at("end"), label) for phase in missing),
                indicator=indicator.id,
                name=titled(indicator),
                years=", ".join(str(phase.end) for phase in missing),
                phases=several(missing),
            )


def _missing(plan: Plan, indicator: Indicator, ends: dict[int, Phase]) -> Iterator[int]:
    """Ends of phases that the targets leap over, or that they could still name.

    Targets that stop early lack the last year too, and MON004 says so.
    """
    if not indicator.targets:
        return
    first, last = min(indicator.targets), max(indicator.targets)
    since = indicator.baseline.year if indicator.baseline else None
    for year in ends:
        open_ = year >= min(first, plan.as_of.year) and year < last
        if open_ and year not in indicator.targets and (since is None or year > since.year):
            yield year

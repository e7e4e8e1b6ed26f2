"""MON005: a target that never moves."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Indicator, Monev


@rule(
    "MON005",
    Severity.WARNING,
    message=Text(
        "target indikator `{indicator}` ({name}) sama setiap tahun: {value}",
        "the target of indicator `{indicator}` ({name}) is the same every year: {value}",
    ),
    hint=Text(
        "naikkan bertahap, atau pakai `formula: final_value` bila memang hanya dipertahankan",
        "let it move step by step, or use `formula: final_value` if it is only to be kept up",
    ),
    why=Text(
        "Target yang tidak bergerak menunjukkan bahwa tidak ada perubahan yang direncanakan.",
        "A target that does not move says that no change is planned.",
    ),
    basis="our judgement",
)
def same_target_every_year(monev: Monev) -> Iterator[Finding]:
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
            targets: {2025: 70, 2026: 70, 2033: 70}  # MON005
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
            targets: {2025: 100, 2026: 100, 2033: 100}
            basis: proposal
    """
    for indicator in monev.indicators:
        values = set(indicator.targets.values())
        moving = indicator.direction is not None
        if moving and len(indicator.targets) > 1 and len(values) == 1 and not _at_limit(indicator):
            place = indicator.at_key("targets")
            value = next(iter(values))
            yield found(place, indicator=indicator.id, name=titled(indicator), value=value)


def _at_limit(indicator: Indicator) -> bool:
    """Whether the target cannot move further: all of a percentage, or nothing left."""
    limit = Decimal(0) if indicator.direction == "down" else Decimal(100)
    percent = limit == 0 or fold(indicator.unit) in ("persen", "percent", "")
    return percent and set(indicator.targets.values()) == {limit}

"""MON008: a share below nothing or above everything."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Location, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.base import Item
from smartplan.stages.monev import Indicator, Monev


@rule(
    "MON008",
    Severity.WARNING,
    message=Text(
        "nilai persentase indikator `{indicator}` ({name}) di luar 0 sampai 100: {value}",
        "the percentage of indicator `{indicator}` ({name}) lies outside 0 to 100: {value}",
    ),
    hint=Text(
        "periksa angkanya, atau pakai `formula: rising` bila ukurannya memang dapat melewati 100",
        "check the figure, or use `formula: rising` if the measure can indeed pass 100",
    ),
    why=Text(
        "Persentase ialah bagian dari keseluruhan. Angka di luar 0 sampai 100 biasanya salah "
        "satuan atau koma.",
        "A percentage is a part of a whole. A figure outside 0 to 100 is usually a wrong unit"
        " or decimal point.",
    ),
    basis="our judgement",
)
def percentage_out_of_range(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: percentage
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets:
              2025: 50
              2033: 900  # MON008
            basis: proposal
        realisations:
          - {indicator: layanan, period: 2024, value: 120, sources: [S1]}  # MON008

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: percentage
            baseline: {year: 2023, value: 40, sources: [S1]}
            targets: {2025: 50, 2033: 90}
            basis: proposal
        realisations:
          - {indicator: layanan, period: 2024, value: 52, sources: [S1]}
    """
    shares = {one.id: one for one in monev.indicators if one.formula == "percentage"}
    for indicator in monev.indicators:
        if indicator.id in shares:
            for value, item, path in _stated(indicator):
                if not 0 <= value <= _WHOLE:
                    yield _finding(item.at(*path), indicator, value)
    for realisation in monev.realisations:
        value_ = realisation.value
        if realisation.indicator in shares and value_ is not None and not 0 <= value_ <= _WHOLE:
            yield _finding(realisation.at("value"), shares[realisation.indicator], value_)


def _finding(place: Location, indicator: Indicator, value: Decimal) -> Finding:
    return found(place, indicator=indicator.id, name=titled(indicator), value=value)


_WHOLE = 100


def _stated(indicator: Indicator) -> Iterator[tuple[Decimal, Item, tuple[str | int, ...]]]:
    """The figures of an indicator itself, each with the item and the path where it stands."""
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        yield baseline.value, baseline, ("value",)
    for year, target in indicator.targets.items():
        yield target, indicator, ("targets", year)

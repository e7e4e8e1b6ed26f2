"""MON002: a target that moves the wrong way."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from operator import gt, lt

from smartplan.diagnostics import Location, Related, Severity
from smartplan.language import Text, label
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import quantity, titled
from smartplan.stages.monev import Indicator, Monev


@rule(
    "MON002",
    Severity.WARNING,
    message=Text(
        "target {year} indikator `{indicator}` ({name}), {target}, lebih buruk daripada "
        "{earlier}, padahal rumusnya {formula}",
        "the {year} target of indicator `{indicator}` ({name}), {target}, is worse than {earlier}, "
        "though its formula is {formula}",
    ),
    hint=Text(
        "perbaiki target, atau `formula` bila arah ukurannya lain",
        "mend the target, or `formula` if the measure points the other way",
    ),
    why=Text(
        "Target yang bergerak berlawanan dengan rumusnya biasanya salah ketik atau rumusnya "
        "terbalik, dan capaiannya akan terhitung keliru.",
        "A target that moves against its formula is usually a slip of the pen or a formula "
        "upside down, and the achievement will be computed wrongly.",
    ),
    about=Text(
        "target indikator `…` bergerak berlawanan dengan rumusnya",
        "the target of indicator `…` moves against its formula",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan, berdasarkan RPJMD nyata yang targetnya di bawah "
        "data dasarnya",
        "our judgement, after a real RPJMD whose target lies below its baseline",
    ),
)
def target_against_formula(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: kemiskinan
            name: Penduduk miskin
            level: impact
            unit: persen
            formula: falling
            baseline: {year: 2023, value: 6, sources: [S1]}
            targets:
              2025: 5
              2026: 5.5  # MON002
              2033: 4
            basis: proposal

    Right:

        # monev.yaml
        indicators:
          - id: kemiskinan
            name: Penduduk miskin
            level: impact
            unit: persen
            formula: falling
            baseline: {year: 2023, value: 6, sources: [S1]}
            targets: {2025: 5, 2026: 5, 2033: 4}
            basis: proposal
    """
    for indicator in monev.indicators:
        if indicator.direction is None:
            continue
        worse = _WORSE[indicator.direction]
        for (earlier, before), (year, value) in pairwise(_steps(indicator)):
            if worse(value, before):
                label_ = Text("nilai sebelumnya di sini", "the earlier value is here")
                yield found(
                    _place(indicator, year),
                    also=(Related(_place(indicator, earlier), label_),),
                    indicator=indicator.id,
                    name=titled(indicator),
                    year=year,
                    target=value,
                    earlier=_value(earlier, before),
                    formula=label("formula", indicator.formula),
                )


_WORSE = {"up": lt, "down": gt}


def _value(year: str, value: Decimal) -> Text:
    told = quantity(value)
    if year:
        return Text(f"target {year} ({told.indonesian})", f"that of {year} ({told.english})")
    return Text(f"data dasar ({told.indonesian})", f"the baseline ({told.english})")


def _steps(indicator: Indicator) -> list[tuple[str, Decimal]]:
    """The baseline, under an empty year, then the targets in the order of the years."""
    steps = [(str(year), value) for year, value in sorted(indicator.targets.items())]
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        steps.insert(0, ("", baseline.value))
    return steps


def _place(indicator: Indicator, year: str) -> Location:
    if year or indicator.baseline is None:
        return indicator.at("targets", year)
    return indicator.baseline.at("value")

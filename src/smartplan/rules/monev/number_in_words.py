"""MON025: a number that stands where only words belong."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named
from smartplan.stages.base import Item
from smartplan.stages.scalars import indonesian_number, plain


@rule(
    "MON025",
    Severity.ERROR,
    message=Text(
        "{what} ditulis sebagai kata, padahal isinya angka: `{text}`",
        "{what} is written as words but is a number: `{text}`",
    ),
    hint=Text(
        "tulis `value: {value}` sebagai ganti `text`; satuannya sudah disebut di `unit`",
        "write `value: {value}` in place of `text`; `unit` says the unit already",
    ),
    why=Text(
        "Isi `text` dicetak tetapi tidak dihitung: capaiannya tidak muncul, dan target yang "
        "tidak tercapai tidak terlihat.",
        "What stands in `text` is printed and not computed with: there is no achievement, and a "
        "target that is missed goes unseen.",
    ),
    about=Text(
        "angka ditulis sebagai kata",
        "a number is written as words",
    ),
    basis="our judgement",
)
def number_in_words(plan: Plan) -> Iterator[Finding]:
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
            period: 2024
            text: 80 persen  # MON025
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
          - {indicator: layanan, period: 2024, value: 80, sources: [S1]}
          - {indicator: layanan, period: 2023, text: Zona kuning, sources: [S1]}
    """
    for item, text, unit, what in _in_words(plan):
        number = _number(text, unit)
        if number:
            yield found(item.at("text"), what=what, text=text, value=number)


_Words = tuple[Item, str, str, Text]
"""What holds a text, the text, the unit of its values, and what it is."""


def _in_words(plan: Plan) -> Iterator[_Words]:
    units = {one.id: one.unit for one in plan.monev.indicators}
    for one in plan.monev.realisations:
        if one.text is not None:
            what = _of(_REALISATION, named(plan, "indicator", one.indicator))
            yield one, one.text, units.get(one.indicator, ""), what
    for statistic in plan.readiness.profile:
        for value in statistic.values:
            if value.text is not None:
                yield value, value.text, statistic.unit or "", _of(_VALUE, called(statistic))


_REALISATION = Text("realisasi indikator", "the realisation of indicator")
_VALUE = Text("nilai data", "the value of")


def _of(what: Text, whose: Text) -> Text:
    return Text(f"{what.indonesian} {whose.indonesian}", f"{what.english} {whose.english}")


def _number(text: str, unit: str) -> str:
    """The number that is all a text says, but for its unit; empty where there is more."""
    said = text.strip()
    if unit and fold(said).endswith(fold(unit)) and said.casefold().endswith(unit.casefold()):
        said = said[: -len(unit)].strip()
    value = indonesian_number(said) if len(said) <= _LONGEST else None
    return "" if value is None else plain(value)


_LONGEST = 60

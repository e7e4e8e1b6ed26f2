"""PLN008: one fact that two parts of the plan tell differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from smartplan.diagnostics import Related, Severity, show
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.values import allows, tells
from smartplan.rules.wording import quantity, spoken, titled
from smartplan.stages.base import Figure, Sourced
from smartplan.stages.monev import Baseline, Indicator, Realisation
from smartplan.stages.readiness import Value
from smartplan.stages.scalars import Moment


@rule(
    "PLN008",
    Severity.WARNING,
    message=Text(
        "{what} untuk {year} bernilai {here} di sini, tetapi {other} pada {where}",
        "{what} for {year} is {here} here, but {other} in {where}",
    ),
    hint=Text(
        "samakan keduanya menurut sumber yang lebih kuat, atau jelaskan bedanya dalam `note` di "
        "sini, dengan menyebut nilai yang lain, {other}",
        "make the two agree after the stronger source, or tell in a `note` here why they differ, "
        "naming the other value, {other}",
    ),
    why=Text(
        "Satu data yang berbeda antara profil daerah dan pengukuran membuat pembaca meragukan "
        "keduanya, dan capaian dihitung dari titik awal yang tidak pasti.",
        "One fact that differs between the profile of the region and its measurement makes a "
        "reader doubt both, and progress is reckoned from an uncertain start.",
    ),
    about=Text(
        "satu data bernilai dua: berbeda antara dua tahap",
        "one fact has two values in two stages",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; Satu Data Indonesia (Perpres 39/2019) disebut "
        "sebagai tujuan dalam laporan evaluasi kementerian 2022 "
        "(https://github.com/Maisho20/Smart-City-2)",
        "our judgement; Satu Data Indonesia (Perpres 39/2019) is named as a goal in the "
        "ministry's evaluation report of 2022 (https://github.com/Maisho20/Smart-City-2)",
    ),
)
def fact_with_two_values(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        profile:
          - id: spbe
            topic: pemerintahan
            name: Indeks SPBE
            unit: indeks
            values: [{year: 2023, value: 3.45, sources: [S1]}]
          - id: pad
            topic: keuangan
            name: Pendapatan asli daerah
            unit: rupiah
            values: [{year: 2023, value: 223500000000, sources: [S1]}]

        # monev.yaml
        indicators:
          - id: indeks-spbe
            name: Indeks SPBE
            level: outcome
            unit: indeks
            formula: rising
            baseline:
              year: 2023
              value: 2.99  # PLN008
              sources: [S1]
            basis: proposal
          - id: pendapatan
            name: Pendapatan asli daerah
            level: outcome
            unit: miliar rupiah
            formula: rising
            baseline: {year: 2024, value: 240, sources: [S1]}
            basis: proposal
        realisations:
          - indicator: pendapatan
            period: 2023
            value: 198.4  # PLN008
            sources: [S1]
          - indicator: pendapatan
            period: 2024
            value: 251  # PLN008
            sources: [S1]

    Right:

        # readiness.yaml
        profile:
          - id: pad
            topic: keuangan
            name: Pendapatan asli daerah
            unit: rupiah
            values: [{year: 2023, value: 223500000000, sources: [S1]}]

        # monev.yaml
        indicators:
          - id: pendapatan
            name: Pendapatan asli daerah
            level: outcome
            unit: miliar rupiah
            formula: rising
            baseline: {year: 2023, value: 223.5, sources: [S1]}
            basis: proposal
        realisations:
          - indicator: pendapatan
            period: 2023
            value: 225.1
            note: Sesudah audit; laporan sebelumnya menulis 223,5 miliar.
            sources: [S1]
    """
    profile: dict[_Key, list[_Told]] = {}
    for statistic in plan.readiness.profile:
        unit = statistic.unit or ""
        for value in statistic.values:
            one = _told(value, value.year, unit, _PROFILE, statistic)
            profile.setdefault((fold(statistic.name), _base(unit)[0], value.year), []).extend(one)
    realised: dict[str, list[Realisation]] = {}
    for realisation in plan.monev.realisations:
        realised.setdefault(realisation.indicator, []).append(realisation)
    for indicator in plan.monev.indicators:
        unit, start = indicator.unit, indicator.baseline
        name = fold(indicator.name), _base(unit)[0]
        begun: list[_Told] = []
        if start is not None and start.year is not None:
            begun = _told(start, start.year, unit, _BASELINE, indicator)
            yield from _against(indicator, begun, profile.get((*name, start.year), []))
        for realisation in realised.pop(indicator.id, ()):
            own = _told(realisation, realisation.period, unit, _REALISED, indicator)
            others = profile.get((*name, realisation.period), [])
            same = [one for one in begun if one.moment == realisation.period]
            yield from _against(indicator, own, [*others[:_FEW], *same] if same else others)


_Key = tuple[str, str, Moment]
"""What makes two figures one fact: the name and the unit, folded, and the time."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure, where it stands, and what the plan says of it."""

    figure: Figure
    moment: Moment
    value: Decimal
    unit: str
    where: Text
    notes: tuple[str | None, ...]

    def agrees(self, other: "_Told") -> bool:
        """Whether the two are one value, as finely as the coarser of them is written."""
        (mine, step), (its, its_step) = self.exact(), other.exact()
        return abs(mine - its) <= max(step, its_step) / 2

    def may_differ(self, other: "_Told") -> bool:
        """Whether a source leaves room for the other, or a note of the one names the other."""
        (mine, _), (its, _) = self.exact(), other.exact()
        if allows(self.figure, mine, its) or allows(other.figure, its, mine):
            return True
        return tells(self.notes, other.value) or tells(other.notes, self.value)

    def exact(self) -> tuple[Decimal, Decimal]:
        """The value in the base unit, and what its last digit is worth."""
        scale = _base(self.unit)[1]
        return self.value * scale, scale.scaleb(min(int(self.value.as_tuple().exponent), 0))

    @property
    def amount(self) -> Text:
        value, unit = quantity(self.value), show(self.unit, 60)
        return Text(f"{value.indonesian} {unit}", f"{value.english} {unit}")


def _told(
    figure: Baseline | Realisation | Value,
    moment: Moment,
    unit: str,
    where: Text,
    holder: Sourced,
) -> list[_Told]:
    """The figure if it is a number in a unit; at most one."""
    if figure.value is None or not unit:
        return []
    return [_Told(figure, moment, figure.value, unit, where, (figure.note, holder.note))]


def _against(indicator: Indicator, own: list[_Told], rivals: list[_Told]) -> Iterator[Finding]:
    for mine in own:
        few = rivals[:_FEW]
        if any(one.agrees(mine) or mine.may_differ(one) for one in few):
            continue
        for rival in few[:1]:
            there = Text("nilai yang lain", "the other value")
            yield found(
                mine.figure.at("value"),
                also=(Related(rival.figure.at("value"), there),),
                what=titled(indicator),
                year=spoken(mine.moment),
                here=mine.amount,
                other=rival.amount,
                where=rival.where,
            )


_FEW = 20
"""Values of one fact that one is held against: more of them are contradictions of their own."""


def _base(unit: str) -> tuple[str, Decimal]:
    """A unit without its thousands, and how many there are: `miliar rupiah` is 10⁹ rupiah."""
    first, _, rest = unit.strip().partition(" ")
    power = _POWERS.get(first.casefold()) if rest else None
    if power is not None:
        return fold(rest), Decimal(10) ** power
    return ("persen" if unit.strip() == "%" else fold(unit)), Decimal(1)


_POWERS = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_PROFILE = Text("profil daerah", "the profile of the region")
_BASELINE = Text("data dasar indikator itu", "the baseline of the indicator")
_REALISED = Text("realisasi indikator itu", "a realisation of the indicator")

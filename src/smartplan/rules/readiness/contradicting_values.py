"""REA004: two values for one year."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.values import allows, tells
from smartplan.rules.wording import spoken, titled
from smartplan.stages.readiness import Readiness, Statistic, Value
from smartplan.stages.scalars import Moment


@rule(
    "REA004",
    Severity.WARNING,
    message=Text(
        "data `{statistic}` ({name}) memiliki dua nilai untuk {year}: {first} dan {second}",
        "`{statistic}` ({name}) has two values for {year}: {first} and {second}",
    ),
    hint=Text(
        "pilih salah satu, atau jelaskan perbedaannya dalam `note` salah satunya, dengan menyebut "
        "nilai yang lain ({first} atau {second})",
        "choose one, or explain the difference in the `note` of either, naming the other value "
        "({first} or {second})",
    ),
    why=Text(
        "Dua sumber kerap memberi angka yang berbeda. Pembaca harus tahu bahwa keduanya "
        "dilihat dan mengapa keduanya disebut.",
        "Two sources often give different figures. A reader must see that both were noticed "
        "and why both are told.",
    ),
    about=Text(
        "data `…` memiliki dua nilai untuk satu tahun",
        "the statistic `…` has two values for one year",
    ),
    basis="our judgement",
)
def contradicting_values(readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        profile:
          - id: penduduk
            topic: penduduk
            name: Jumlah penduduk
            unit: jiwa
            values:
              - {year: 2023, value: 791000, sources: [S1]}
              - {year: 2023, value: 825000, sources: [S1]}  # REA004

    Right:

        # readiness.yaml
        profile:
          - id: penduduk
            topic: penduduk
            name: Jumlah penduduk
            unit: jiwa
            values:
              - {year: 2023, value: 791000, sources: [S1]}
              - year: 2023
                value: 825000
                sources: [S1]
                note: Menurut pencatatan sipil; menurut BPS 791.000.
    """
    for statistic in readiness.profile:
        seen: dict[Moment, Value] = {}
        for value in statistic.values:
            earlier = seen.setdefault(value.year, value)
            (key, told), (before, first) = _told(value), _told(earlier)
            if told != first and not _is_explained(statistic, (value, told), (earlier, first)):
                there = Related(earlier.at(before), Text("nilai yang lain", "the other value"))
                yield found(
                    value.at(key),
                    also=(there,),
                    statistic=statistic.id,
                    name=titled(statistic),
                    year=spoken(value.year),
                    first=first,
                    second=told,
                )


Told = tuple[Value, Decimal | str]
"""A value and what it says."""


def _is_explained(statistic: Statistic, one: Told, other: Told) -> bool:
    """Whether a source leaves room for both, a note of either names the other, or one all."""
    if one[0].value is not None and other[0].value is not None:
        first, second = one[0].value, other[0].value
        if allows(one[0], first, second) or allows(other[0], second, first):
            return True
    if tells((one[0].note,), other[1]) or tells((other[0].note,), one[1]):
        return True
    return all(tells((statistic.note,), told) for _, told in (one, other))


def _told(value: Value) -> tuple[str, Decimal | str]:
    """The key of a value and what it says."""
    return ("text", value.text or "") if value.value is None else ("value", value.value)

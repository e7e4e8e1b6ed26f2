"""REA004: two values for one year."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.readiness import Readiness, Value
from smartplan.stages.scalars import Moment


@rule(
    "REA004",
    Severity.WARNING,
    message=Text(
        "data `{statistic}` ({name}) memiliki dua nilai untuk {year}: {first} dan {second}",
        "`{statistic}` ({name}) has two values for {year}: {first} and {second}",
    ),
    hint=Text(
        "pilih salah satu, atau jelaskan perbedaannya dalam `note`",
        "choose one, or explain the difference in `note`",
    ),
    why=Text(
        "Dua sumber kerap memberi angka yang berbeda. Pembaca harus tahu bahwa keduanya "
        "dilihat dan mengapa keduanya disebut.",
        "Two sources often give different figures. A reader must see that both were noticed "
        "and why both are told.",
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
              - {year: 2023, value: 825000, sources: [S1], note: Menurut pencatatan sipil.}
    """
    for statistic in readiness.profile:
        seen: dict[Moment, Value] = {}
        for value in statistic.values:
            earlier = seen.setdefault(value.year, value)
            (key, told), (before, first) = _told(value), _told(earlier)
            if told != first and not (statistic.note or value.note or earlier.note):
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


def _told(value: Value) -> tuple[str, Decimal | str]:
    """The key of a value and what it says."""
    return ("text", value.text or "") if value.value is None else ("value", value.value)

"""MON018: an indicator that does not say where its figures come from."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON018",
    Severity.WARNING,
    message=Text(
        "indikator `{indicator}` ({name}) belum menyebut asal datanya",
        "indicator `{indicator}` ({name}) does not say where its data come from",
    ),
    hint=Text(
        "tulis laporan atau sistem asalnya di `data_source`",
        "write the report or system in `data_source`",
    ),
    why=Text(
        "Angka tahun berikutnya hanya dapat dibandingkan bila diambil dari tempat yang sama.",
        "Next year's figure can be compared only if it comes from the same place.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; Satu Data Indonesia (Perpres 39/2019) disebut "
        "sebagai tujuan dalam laporan evaluasi kementerian 2022 "
        "(https://github.com/Maisho20/Smart-City-2)",
        "our judgement; Satu Data Indonesia (Perpres 39/2019) is named as a goal in the "
        "ministry's evaluation report of 2022 (https://github.com/Maisho20/Smart-City-2)",
    ),
)
def indicator_without_data_source(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan  # MON018
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}

    Right:

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
            data_source: Laporan tahunan
    """
    for indicator in monev.indicators:
        if indicator.data_source is None:
            yield found(indicator.at(), indicator=indicator.id, name=titled(indicator))

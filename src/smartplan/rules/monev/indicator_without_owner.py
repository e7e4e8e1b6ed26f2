"""MON012: an indicator whose figures nobody keeps."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev


@rule(
    "MON012",
    Severity.WARNING,
    message=Text(
        "indikator `{indicator}` ({name}) belum memiliki penanggung jawab data",
        "indicator `{indicator}` ({name}) has no owner",
    ),
    hint=Text(
        "tulis perangkat daerah pemilik data di `owner`",
        "write the agency that keeps the data in `owner`",
    ),
    why=Text(
        "Data dikumpulkan oleh seseorang. Indikator tanpa pemilik data berhenti diisi setelah"
        " tahun pertama.",
        "Somebody collects the data. An indicator without an owner stops being filled in "
        "after a year.",
    ),
    basis=Text(
        "susunan RPJMD nyata dari misi, tujuan, dan sasaran sampai program, masing-masing "
        "dengan indikator, target, dan perangkat daerahnya (Aceh Barat 2025–2029); "
        "pertimbangan penyusun smartplan bagi masterplan",
        "the order of a real RPJMD from mission, goal and objective to program, with "
        "indicators, targets and agencies (Aceh Barat 2025–2029); our judgement for the "
        "masterplan",
    ),
)
def indicator_without_owner(monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        indicators:
          - id: layanan  # MON012
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
            owner: kominfo
    """
    for indicator in monev.indicators:
        if indicator.owner is None:
            yield found(indicator.at(), indicator=indicator.id, name=titled(indicator))

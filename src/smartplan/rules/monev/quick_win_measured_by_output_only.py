"""MON019: a quick win of which nobody measures the effect."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import measured_by_output_only
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev
from smartplan.stages.programs import Programs


@rule(
    "MON019",
    Severity.WARNING,
    message=Text(
        "quick win `{program}` ({name}) hanya diukur dengan indikator keluaran",
        "the quick win `{program}` ({name}) is measured by output alone",
    ),
    hint=Text(
        "tambahkan indikator `level: outcome` atau `impact` dengan `measures: [{program}]`",
        "add an indicator of `level: outcome` or `impact` with `measures: [{program}]`",
    ),
    why=Text(
        "Salah satu dari dua belas butir penilaian quick win ialah manfaat yang dirasakan "
        "masyarakat, dan barang yang diadakan belum menunjukkannya.",
        "One of the twelve items on quick wins is the benefit people feel, and what was "
        "bought does not show it.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian quick win, butir manfaat; bagian "
        "dampak",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); quick win section, item on "
        "benefit; impact section",
    ),
    absence=True,
)
def quick_win_measured_by_output_only(
    plan: Plan, programs: Programs, monev: Monev
) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # MON019
            name: Portal layanan
            dimension: governance
            quick_win: {end: 2025, basis: proposal}

        # monev.yaml
        indicators:
          - id: aplikasi
            name: Aplikasi yang dibuat
            level: output
            measures: [portal]
            unit: aplikasi
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win: {end: 2025, basis: proposal}

        # monev.yaml
        indicators:
          - id: puas
            name: Pemohon yang puas
            level: outcome
            measures: [portal]
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
    """
    for program in measured_by_output_only(programs, monev, plan):
        if program.quick_win is not None:
            yield found(program.at(), program=program.id, name=titled(program))

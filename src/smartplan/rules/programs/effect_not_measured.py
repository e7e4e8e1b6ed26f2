"""PRG028: a program of which only the output is measured."""

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
    "PRG028",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) hanya diukur dengan indikator keluaran",
        "program `{program}` ({name}) is measured by output alone",
    ),
    hint=Text(
        "tambahkan indikator `level: outcome` atau `impact`, yaitu apa yang berubah bagi warga, "
        "dengan `measures: [{program}]`",
        "add an indicator of `level: outcome` or `impact`, what changes for people, with "
        "`measures: [{program}]`",
    ),
    why=Text(
        "Barang yang diadakan dan aplikasi yang jadi belum mengubah apa pun bila tidak "
        "dipakai. Penilai meminta agar kota cerdas tidak disamakan dengan aplikasi. "
        "Kajian-kajian mencatat pula keberhasilan yang diukur dari serapan anggaran.",
        "What was bought and an application that was made change nothing unless used. "
        "Assessors ask not to equate a smart city with applications. Studies also note "
        "success that is claimed for money spent.",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); kajian-kajian proyek smart city "
        "(https://frontiersin.org/journals/sustainable-cities/articles/10.3389/frsc.2023.1288714/full"
        "; https://ouci.dntb.gov.ua/en/works/4Lyp3Zjl; "
        "http://ftp.nowpublishers.com/jstpm/article/16/10/98/1267501/)",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); studies of smart city projects "
        "(https://frontiersin.org/journals/sustainable-cities/articles/10.3389/frsc.2023.1288714/full"
        "; https://ouci.dntb.gov.ua/en/works/4Lyp3Zjl; "
        "http://ftp.nowpublishers.com/jstpm/article/16/10/98/1267501/)",
    ),
    absence=True,
)
def effect_not_measured(plan: Plan, programs: Programs, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG028
            name: Portal layanan
            dimension: governance
            family: application
          - id: jaringan  # PRG028
            name: Jaringan perdesaan
            dimension: living
            family: infrastructure

        # monev.yaml
        indicators:
          - id: aplikasi
            name: Aplikasi yang dibuat
            level: output
            measures: [portal]
            unit: aplikasi
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}
          - id: menara
            name: Menara yang berdiri
            level: output
            measures: [jaringan]
            unit: menara
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            family: application

        # monev.yaml
        indicators:
          - id: aplikasi
            name: Aplikasi yang dibuat
            level: output
            measures: [portal]
            unit: aplikasi
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}
          - id: pemakai
            name: Pemakai aktif
            level: outcome
            measures: [portal]
            unit: orang
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}
    """
    for program in measured_by_output_only(programs, monev, plan):
        if program.quick_win is None:
            hint = _OF_APPLICATIONS if program.family == "application" else None
            yield found(program.at(), hint=hint, program=program.id, name=titled(program))


_OF_APPLICATIONS = Text(
    "tambahkan indikator hasil, misalnya pemakai aktif atau waktu layanan, dengan "
    "`measures: [{program}]`",
    "add an outcome, such as active users or time of service, with `measures: [{program}]`",
)

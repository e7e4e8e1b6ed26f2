"""PRG011: a program without money."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import state_of
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG011",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum memiliki anggaran",
        "program `{program}` ({name}) has no money",
    ),
    hint=Text(
        "tambahkan `budget` dengan tahun, jumlah, sumber dana, dan jenisnya",
        "add `budget` with year, amount, fund and kind",
    ),
    why=Text(
        "Anggaran dari APBD dan dari luar APBD dinilai setiap tahun; pada daerah yang "
        "laporannya dapat dibaca kedua butirnya bernilai terendah. Program tanpa angka tidak "
        "dapat dimasukkan ke rencana kerja tahunan.",
        "Money from the regional budget and from elsewhere is scored every year; where a "
        "report could be read, both items had the lowest score. A program without a figure "
        "cannot enter a yearly work plan.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); kedua butir anggaran bernilai 1,00 dari 4 "
        "dalam dua tahun",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); both budget items scored 1.00 of "
        "4 in two years",
    ),
)
def program_without_budget(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG011
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
    """
    for program in programs.programs:
        if not program.budget and state_of(plan, program) not in ("stopped", "merged"):
            yield found(program.at(), program=program.id, name=titled(program))

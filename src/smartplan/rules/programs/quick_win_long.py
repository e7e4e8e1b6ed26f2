"""PRG004: a quick win that takes more than a year."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import quick_win_months
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG004",
    Severity.WARNING,
    message=Text(
        "quick win `{program}` ({name}) berlangsung sampai bulan ke-{months}, lebih lama "
        "dari {limit} bulan",
        "quick win `{program}` ({name}) runs into month {months}, longer than {limit} months",
    ),
    hint=Text(
        "pilih hasil yang selesai dalam {limit} bulan dan jadikan sisanya tahap lanjutan program",
        "choose a result that is done in {limit} months and make the rest a later step of the"
        " program",
    ),
    why=Text(
        "Pembimbing menyebut quick win selesai dalam waktu kurang dari dua belas bulan atau "
        "satu tahun; satu daerah memakai satu sampai dua tahun. Makin lama, makin jauh "
        "hasilnya dari yang segera dirasakan warga.",
        "Guides speak of less than twelve months or of one year; one region was told one to "
        "two years. The longer it takes, the further the result is from one that people feel "
        "soon.",
    ),
    basis=Text(
        "bimbingan yang diberikan di Ponorogo 2022 (di bawah 12 bulan), Purbalingga 2024 "
        "(satu tahun), dan Lumajang 2023 (satu sampai dua tahun), dengan alamatnya dalam "
        "kerangka; bahwa lebih dari setahun menjadi peringatan adalah pertimbangan penyusun "
        "smartplan",
        "guidance given in Ponorogo 2022 (under 12 months), Purbalingga 2024 (one year) and "
        "Lumajang 2023 (one to two years), with their addresses in the framework; that more "
        "than a year is a warning is our judgement",
    ),
)
def quick_win_long(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win:
              start: 2024-01
              end: 2025-03  # PRG004
              basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win:
              start: 2024-03-15
              end: 2025-03-14
              basis: proposal
    """
    limits = plan.framework.quick_win
    for program in programs.programs:
        block, months = program.quick_win, quick_win_months(program)
        if block is None or months is None:
            continue
        if limits.warning_months < months <= limits.error_months:
            limit = limits.warning_months
            yield found(
                block.at("end"),
                program=program.id,
                name=titled(program),
                months=months,
                limit=limit,
            )

"""PRG003: a quick win that takes years."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import quick_win_months
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG003",
    Severity.ERROR,
    message=Text(
        "quick win `{program}` ({name}) berlangsung sampai bulan ke-{months}; batasnya "
        "{limit} bulan",
        "quick win `{program}` ({name}) runs into month {months}; the limit is {limit} months",
    ),
    hint=Text(
        "persingkat quick win, atau hapus `quick_win` dan biarkan sebagai program biasa",
        "shorten the quick win, or remove `quick_win` and leave it an ordinary program",
    ),
    why=Text(
        "Quick win dimaksudkan memberi hasil yang segera dirasakan warga. Kegiatan yang "
        "melewati dua tahun bukan lagi program percepatan.",
        "A quick win is meant to give people a result soon. What takes more than two years is"
        " no longer one.",
    ),
    basis=Text(
        "bimbingan yang diberikan di Ponorogo 2022 (di bawah 12 bulan), Purbalingga 2024 "
        "(satu tahun), dan Lumajang 2023 (satu sampai dua tahun), dengan alamatnya dalam "
        "kerangka; bahwa lebih dari dua tahun menjadi kesalahan adalah pertimbangan penyusun "
        "smartplan",
        "guidance given in Ponorogo 2022 (under 12 months), Purbalingga 2024 (one year) and "
        "Lumajang 2023 (one to two years), with their addresses in the framework; that more "
        "than two years is an error is our judgement",
    ),
)
def quick_win_too_long(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win:
              start: 2024-01
              end: 2026-02  # PRG003
              basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            quick_win:
              start: 2024-01
              end: 2024-12
              basis: proposal
    """
    limit = plan.framework.quick_win.error_months
    for program in programs.programs:
        months = quick_win_months(program)
        if program.quick_win is not None and months is not None and months > limit:
            place = program.quick_win.at("end")
            name = titled(program)
            yield found(place, program=program.id, name=name, months=months, limit=limit)

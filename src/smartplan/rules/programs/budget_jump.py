"""PRG027: planned money that leaps from one year to the next."""

from collections.abc import Iterator
from itertools import pairwise

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import money, or_waived, titled
from smartplan.stages.programs import BudgetLine, Program, Programs


@rule(
    "PRG027",
    Severity.WARNING,
    message=Text(
        "anggaran rencana program `{program}` ({name}) melompat dari {before} ({earlier}) "
        "menjadi {amount} ({year})",
        "the planned money of program `{program}` ({name}) leaps from {before} ({earlier}) to "
        "{amount} ({year})",
    ),
    hint=or_waived(
        Text("periksa satuannya dan jumlah nolnya", "check the unit and the number of noughts"),
        "PRG027",
        "program",
    ),
    why=Text(
        "Lompatan lebih dari lima kali antartahun biasanya angka dalam ribuan di samping "
        "angka penuh, atau nol yang tertinggal.",
        "A leap of more than five times between years is usually thousands beside full "
        "rupiah, or a zero too few.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan, berdasarkan tabel program nyata yang mencampur "
        "ribuan dan rupiah penuh (Lampung Timur 2025-2029)",
        "our judgement, after a real table of programs that mixes thousands and full rupiah "
        "(Lampung Timur 2025-2029)",
    ),
)
def budget_jump(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000, fund: apbd, kind: planned, basis: proposal}
              - {year: 2026, amount: 90000000, fund: apbd, kind: planned, basis: proposal}  # PRG027

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
              - {year: 2026, amount: 600000000, fund: apbd, kind: planned, basis: proposal}
    """
    for program in programs.programs:
        years = _planned(program)
        for earlier, year in pairwise(sorted(years)):
            (before, first), (amount, line) = years[earlier], years[year]
            low, high = sorted((before, amount))
            if year == earlier + 1 and 0 < low * _TIMES < high:
                there = Related(first.at("amount"), Text("tahun sebelumnya", "the year before"))
                yield found(
                    line.at("amount"),
                    also=(there,),
                    program=program.id,
                    name=titled(program),
                    before=money(before),
                    earlier=str(earlier),
                    amount=money(amount),
                    year=str(year),
                )


_TIMES = 5


def _planned(program: Program) -> dict[int, tuple[int, BudgetLine]]:
    """Planned rupiah by year, with the first line of each."""
    years: dict[int, tuple[int, BudgetLine]] = {}
    for line in program.budget:
        if line.kind_ == "planned":
            before, first = years.get(line.year, (0, line))
            years[line.year] = (before + line.amount, first)
    return years

"""PRG013: more money spent than was planned."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import money, or_waived, titled
from smartplan.stages.programs import Program, Programs


@rule(
    "PRG013",
    Severity.WARNING,
    message=Text(
        "realisasi {year} program `{program}` ({name}) sebesar {realised} melebihi rencana "
        "{planned}",
        "the {year} realisation of program `{program}` ({name}), {realised}, exceeds the plan of "
        "{planned}",
    ),
    hint=or_waived(
        Text(
            "periksa satuannya; bila anggarannya berubah, tulis anggaran perubahan sebagai "
            "`kind: planned`",
            "check the unit; if the budget was amended, write the amended one as `kind: planned`",
        ),
        "PRG013",
        "program",
    ),
    why=Text(
        "Belanja tidak dapat melebihi anggarannya, sehingga selisih ini biasanya salah satuan"
        " atau anggaran perubahan yang belum dicatat.",
        "Spending cannot exceed its budget, so the difference is usually a wrong unit or an "
        "amendment not recorded.",
    ),
    about=Text(
        "realisasi anggaran program `…` melebihi rencananya",
        "money spent by program `…` exceeds what was planned",
    ),
    basis="our judgement",
)
def realised_over_planned(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2024, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
              - {year: 2024, amount: 990000000, fund: apbd, kind: realised, sources: [S1]}  # PRG013

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2024, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
              - {year: 2024, amount: 140000000, fund: apbd, kind: realised, sources: [S1]}
              - {year: 2025, amount: 200000000, fund: csr, kind: realised, sources: [S1]}
    """
    for program in programs.programs:
        planned = _sums(program, "planned")
        realised = _sums(program, "realised")
        for year, amount in realised.items():
            if amount > planned.get(year, amount):
                lines = [line for line in program.budget if line.year == year]
                first = next(line for line in lines if line.kind_ == "realised")
                before = next(line for line in lines if line.kind_ == "planned")
                there = Related(before.at("amount"), Text("rencananya", "the plan"))
                yield found(
                    first.at("amount"),
                    also=(there,),
                    year=str(year),
                    program=program.id,
                    name=titled(program),
                    realised=money(amount),
                    planned=money(planned[year]),
                )


def _sums(program: Program, kind: str) -> dict[int, int]:
    """Rupiah of one kind by year."""
    sums: dict[int, int] = {}
    for line in program.budget:
        if line.kind_ == kind:
            sums[line.year] = sums.get(line.year, 0) + line.amount
    return sums

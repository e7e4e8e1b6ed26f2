"""PRG006: a year of a program that the plan does not reach."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant, program_years
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG006",
    Severity.ERROR,
    message=Text(
        "{what} program `{program}` ({name}) di luar jangka waktu rencana {start}–{end}: {year}",
        "the {what} of program `{program}` ({name}) lies outside the plan's period "
        "{start}–{end}: {year}",
    ),
    hint=Text(
        "perbaiki tahun; yang terjadi sebelum masa rencana dicatat dalam `progress` atau "
        "sebagai uang yang bersumber",
        "mend the year; what happened before the period belongs in `progress` or is money "
        "with a source",
    ),
    why=Text(
        "Peta jalan hanya memuat tahun rencana. Tahun di luarnya hilang dari gambar, tetapi "
        "uangnya ikut dalam jumlah.",
        "The road map shows the plan's years only. A year outside drops out of the picture, "
        "but its money stays in the sums.",
    ),
    about=Text(
        "tahun program `…` di luar jangka waktu rencana",
        "a year of program `…` lies outside the plan's period",
    ),
    basis="our judgement",
)
def year_outside_period(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            end: 2035  # PRG006
            budget:
              - year: 2036  # PRG006
                amount: 150000000
                fund: apbd
                kind: planned
                basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            end: 2033
            budget:
              - {year: 2022, amount: 150000000, fund: apbd, kind: planned, sources: [S1]}
              - {year: 2023, amount: 150000000, fund: apbd, kind: estimate, basis: proposal}
            progress:
              - {year: 2023, state: running, sources: [S1]}
    """
    period = period_meant(plan)
    for program in programs.programs:
        for stated in program_years(program, period.start):
            if not period.start <= stated.year <= period.end:
                yield found(
                    stated.holder.at(*stated.path),
                    hint=_TOO_LATE if stated.year > period.end else None,
                    what=_WHAT[stated.path[0]],
                    program=program.id,
                    name=titled(program),
                    start=str(period.start),
                    end=str(period.end),
                    year=str(stated.year),
                )


_TOO_LATE = Text("perbaiki tahunnya", "mend the year")
_WHAT: dict[str | int, Text] = {
    "start": Text("tahun mulai", "first year"),
    "end": Text("tahun selesai", "last year"),
    "years": Text("tahun kegiatan", "year of an activity"),
    "year": Text("tahun anggaran rencana", "planned money"),
}
"""What a year is, by the key it stands under."""

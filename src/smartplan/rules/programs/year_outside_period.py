"""PRG006: a year of a program that the plan does not reach."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.base import Item
from smartplan.stages.programs import Program, Programs


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
    period = plan.manifest.period
    for program in programs.programs:
        for what, year, item, path in _years(program, period.start):
            if not period.start <= year <= period.end:
                yield found(
                    item.at(*path),
                    what=what,
                    program=program.id,
                    name=titled(program),
                    start=str(period.start),
                    end=str(period.end),
                    year=str(year),
                )


_START, _END = Text("tahun mulai", "first year"), Text("tahun selesai", "last year")
_ACTIVITY = Text("tahun kegiatan", "year of an activity")
_MONEY = Text("tahun anggaran rencana", "planned money")

Stated = tuple[Text, int, Item, tuple[str | int, ...]]
"""What a year is, the year, and where it stands: an item and the path in it."""


def _years(program: Program, first: int) -> Iterator[Stated]:
    """The years that must lie in the period; money on record from before it is history."""
    if program.start is not None:
        yield _START, program.start, program, ("start",)
    if program.end is not None:
        yield _END, program.end, program, ("end",)
    for activity in program.activities:
        for position, year in enumerate(activity.years):
            yield _ACTIVITY, year, activity, ("years", position)
    for line in program.budget:
        if line.kind_ == "planned" and not (line.year < first and line.rests_on == "sourced"):
            yield _MONEY, line.year, line, ("year",)

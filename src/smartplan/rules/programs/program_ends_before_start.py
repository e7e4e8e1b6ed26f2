"""PRG007: a program or quick win that ends before it begins."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.base import Item
from smartplan.stages.programs import Program, Programs


@rule(
    "PRG007",
    Severity.ERROR,
    message=Text(
        "program `{program}` ({name}) selesai {end}, sebelum mulai {start}",
        "program `{program}` ({name}) ends {end}, before it starts {start}",
    ),
    hint=Text(
        "tukar atau perbaiki `start` dan `end`",
        "swap or mend `start` and `end`",
    ),
    why=Text(
        "Waktu yang terbalik tidak dapat digambar dalam peta jalan.",
        "Time that runs backwards cannot be drawn on a road map.",
    ),
    about=Text(
        "program `…` selesai sebelum mulai",
        "program `…` ends before it starts",
    ),
    basis="our judgement",
)
def program_ends_before_start(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2027
            end: 2025  # PRG007
            quick_win:
              start: 2025-06
              end: 2025-03  # PRG007
              basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            end: 2025
            quick_win: {start: 2025-06, end: 2025, basis: proposal}
    """
    for program in programs.programs:
        if program.start is not None and program.end is not None and program.end < program.start:
            years = (
                Text(str(program.start), str(program.start)),
                Text(str(program.end), str(program.end)),
            )
            yield _finding(program, program, *years)
        block = program.quick_win
        if block is not None and block.start and block.end and block.end.last < block.start.first:
            yield _finding(program, block, spoken(block.start), spoken(block.end))


def _finding(program: Program, holder: Item, start: Text, end: Text) -> Finding:
    there = Related(holder.at("start"), Text("mulainya", "its start"))
    return found(
        holder.at("end"),
        also=(there,),
        program=program.id,
        name=titled(program),
        start=start,
        end=end,
    )

"""PRG022: a quick win that lies outside its program's years."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.schedule import is_reversed
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled, years
from smartplan.stages.programs import Programs


@rule(
    "PRG022",
    Severity.WARNING,
    message=Text(
        "quick win `{program}` ({name}), {start} sampai {end}, di luar tahun programnya, {years}",
        "the quick win `{program}` ({name}), {start} to {end}, lies outside its program's years, "
        "{years}",
    ),
    hint=Text(
        "sesuaikan waktu quick win dengan `start` dan `end` program",
        "fit the quick win into the program's `start` and `end`",
    ),
    why=Text(
        "Quick win adalah bagian dari programnya. Waktu yang berbeda membuat peta jalan dan "
        "buku quick win saling bertentangan.",
        "A quick win is part of its program. Different years make the road map and the "
        "quick-win book contradict each other.",
    ),
    about=Text(
        "quick win `…` di luar tahun programnya",
        "quick win `…` lies outside its program's years",
    ),
    basis="our judgement",
)
def quick_win_outside_program(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            end: 2027
            quick_win:
              start: 2024-06  # PRG022
              end: 2025-03
              basis: proposal

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            end: 2027
            quick_win: {start: 2025-01, end: 2025-11, basis: proposal}
    """
    for program in programs.programs:
        block = program.quick_win
        if block is None or block.start is None or block.end is None or is_reversed(program):
            continue
        early = program.start is not None and block.start.year < program.start
        late = program.end is not None and block.end.year > program.end
        if early or late:
            key = "start" if early else "end"
            there = Related(program.at(key), Text("tahun programnya", "the program's years"))
            yield found(
                block.at(key),
                also=(there,),
                program=program.id,
                name=titled(program),
                start=spoken(block.start),
                end=spoken(block.end),
                years=years(program.start, program.end),
            )

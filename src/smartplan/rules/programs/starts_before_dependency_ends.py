"""PRG008: a program that does not wait for what it depends on."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.schedule import is_reversed
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG008",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) mulai {start}, sebelum {awaited} yang ditunggunya selesai "
        "{end}",
        "program `{program}` ({name}) starts {start}, before {awaited}, which it waits for, ends "
        "{end}",
    ),
    hint=Text(
        "geser `start` program ini, percepat `{other}`, atau hapus `depends_on` bila tidak "
        "perlu menunggu",
        "move the `start`, speed up `{other}`, or remove `depends_on` if there is no need to wait",
    ),
    why=Text(
        "Ketergantungan yang tidak tampak dalam waktunya membuat peta jalan tidak dapat "
        "dijalankan.",
        "A dependency that the years do not honour makes a road map nobody can follow.",
    ),
    about=Text(
        "program `…` mulai sebelum program yang ditunggunya selesai",
        "program `…` starts before a program it waits for ends",
    ),
    basis="our judgement",
)
def starts_before_dependency_ends(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: jaringan
            name: Jaringan antarkantor
            dimension: governance
            start: 2024
            end: 2027
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            depends_on: [jaringan]  # PRG008

    Right:

        # programs.yaml
        programs:
          - id: jaringan
            name: Jaringan antarkantor
            dimension: governance
            start: 2024
            end: 2025
          - id: portal
            name: Portal layanan
            dimension: governance
            start: 2025
            depends_on: [jaringan]
    """
    known = {program.id: program for program in programs.programs}
    for program in programs.programs:
        for position, id_ in enumerate(program.depends_on):
            other = known.get(id_)
            if other is None or program.start is None:
                continue
            if is_reversed(program) or is_reversed(other) or program.id in other.depends_on:
                continue
            key = "start" if other.end is None else "end"
            end = other.start if other.end is None else other.end
            if end is not None and program.start < end:
                there = Related(other.at(key), Text("waktu yang ditunggu", "what it waits for"))
                yield found(
                    program.at("depends_on", position),
                    also=(there,),
                    program=program.id,
                    name=titled(program),
                    start=str(program.start),
                    other=id_,
                    awaited=called(other),
                    end=str(end),
                )

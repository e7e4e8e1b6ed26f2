"""PRG009: a program nobody answers for."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG009",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum memiliki perangkat daerah penanggung jawab",
        "program `{program}` ({name}) has no lead agency",
    ),
    hint=Text(
        "tulis id perangkat daerah di `lead`",
        "write the id of an agency in `lead`",
    ),
    why=Text(
        "Tanpa penanggung jawab tidak ada yang menganggarkan, melaksanakan, dan melaporkan "
        "program.",
        "Without a lead nobody budgets for the program, carries it out or reports on it.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); keterlibatan perangkat daerah dinilai",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the involvement of agencies is "
        "scored",
    ),
)
def program_without_lead(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG009
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            lead: kominfo
    """
    for program in programs.programs:
        if program.lead is None:
            yield found(program.at(), program=program.id, name=titled(program))

"""TEA009: an agency that leads a program but sits nowhere."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs
from smartplan.stages.team import Team


@rule(
    "TEA009",
    Severity.WARNING,
    message=Text(
        "`{agency}` ({name}) memimpin program {program} tetapi tidak duduk dalam badan atau "
        "kelompok kerja mana pun",
        "`{agency}` ({name}) leads the program {program} but sits in no body and no working group",
    ),
    hint=Text(
        "tambahkan perangkat daerah itu pada `members` sebuah badan atau kelompok kerja",
        "add the agency to the `members` of a body or a working group",
    ),
    why=Text(
        "Perangkat daerah yang menanggung program tetapi tidak ikut rapat tidak akan "
        "memasukkannya ke rencana kerjanya.",
        "An agency that answers for a program but is not at the table will not put it into "
        "its own work plan.",
    ),
    about=Text(
        "perangkat daerah `…` memimpin program tanpa duduk dalam badan atau kelompok kerja",
        "agency `…` leads a program but sits in no body and no working group",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); keterlibatan perangkat daerah dinilai "
        "dalam bagian output",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the involvement of agencies is "
        "scored in the output section",
    ),
    absence=True,
)
def lead_in_no_body(team: Team, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
          - id: bappeda  # TEA009
            name: Bappeda
            sources: [S1]
        working_groups:
          - {dimension: governance, coordinator: kominfo, sources: [S1]}

    Right:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
          - {id: bappeda, name: Bappeda, sources: [S1]}
        working_groups:
          - {dimension: governance, coordinator: kominfo, members: [bappeda], sources: [S1]}
    """
    seated = _seated(team)
    leads = {program.lead: program for program in reversed(programs.programs)}
    for agency in team.agencies if seated else ():
        program = leads.get(agency.id)
        if program is not None and agency.id not in seated:
            there = Related(program.at("lead"), Text("program yang dipimpinnya", "what it leads"))
            yield found(
                agency.at(),
                also=(there,),
                agency=agency.id,
                name=titled(agency),
                program=called(program),
            )


def _seated(team: Team) -> set[str]:
    """The agencies with a seat; empty where the plan records no agency's seat at all."""
    seats = {member.agency for body in team.bodies for member in body.members if member.agency}
    for group in team.working_groups:
        seats.update(group.members, (group.coordinator,) if group.coordinator else ())
    return seats

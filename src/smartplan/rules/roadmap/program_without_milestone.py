"""ROA004: a program with no dated result."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import state_of
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA004",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum memiliki tonggak dalam peta jalan",
        "program `{program}` ({name}) has no milestone on the road map",
    ),
    hint=Text(
        "tambahkan tonggak dengan `program: {program}` di `milestones`",
        "add a milestone with `program: {program}` to `milestones`",
    ),
    why=Text(
        "Jumlah program yang berjalan sesuai peta jalan dihitung setiap tahun. Tanpa tonggak "
        "tidak ada yang dapat dicocokkan.",
        "How many programs run as the road map says is counted every year. Without a "
        "milestone there is nothing to compare.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian outcome, program yang berjalan "
        "sesuai rencana",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); outcome section, programs running "
        "as planned",
    ),
    absence=True,
)
def program_without_milestone(
    plan: Plan, roadmap: Roadmap, programs: Programs
) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # ROA004
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - {id: portal, name: Portal layanan, dimension: governance}

        # roadmap.yaml
        milestones:
          - {id: n-1, program: portal, due: 2026, text: Portal terbuka, basis: proposal}
    """
    dated = {milestone.program for milestone in roadmap.milestones}
    for program in programs.programs:
        if program.id not in dated and state_of(plan, program) not in ("stopped", "merged"):
            yield found(program.at(), program=program.id, name=titled(program))

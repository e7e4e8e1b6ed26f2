"""PRG002: a program that serves no objective, and so no mission."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.trace import objectives_served
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import such_as, titled
from smartplan.stages.programs import Program, Programs
from smartplan.stages.vision import Vision


@rule(
    "PRG002",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum bermuara pada misi: tidak ada sasaran yang dilayaninya",
        "program `{program}` ({name}) does not lead up to a mission: it serves no objective",
    ),
    hint=Text(
        "tulis id sasaran yang dilayani di `objectives`{choices}",
        "write the id of the objective it serves in `objectives`{choices}",
    ),
    why=Text(
        "Jejak program, sasaran, tujuan, misi, dan visi adalah bukti bahwa uang dipakai untuk"
        " hal yang dijanjikan. Program tanpa jejak terlihat sebagai kebiasaan perangkat "
        "daerah.",
        "The trail from program to objective, goal, mission and vision proves that money buys"
        " what was promised. A program without it looks like an agency's habit.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); keselarasan peta jalan dan rencana aksi "
        "dengan RPJMD ditelaah, dan bagian baseline dijelaskan sebagai sinkronisasi dengan "
        "RPJMD",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); how road map and action plan "
        "agree with the RPJMD is reviewed, and the baseline section is described as "
        "synchronisation with the RPJMD",
    ),
    absence=True,
)
def program_reaches_no_root(plan: Plan, programs: Programs, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG002
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            objectives: [s-governance]
          - id: loket
            name: Loket daring
            dimension: governance
            strategies: [st-public-service]
    """
    for program in programs.programs:
        if not objectives_served(plan, program) and not _names_unknown(plan, program):
            own = [o for o in vision.objectives if o.dimension == program.dimension]
            choices = such_as(own)
            yield found(program.at(), program=program.id, name=titled(program), choices=choices)


def _names_unknown(plan: Plan, program: Program) -> bool:
    """Whether a broken reference is the cause, of which REF001 speaks."""
    named = (
        *(("objective", id_) for id_ in program.objectives),
        *(("strategy", id_) for id_ in program.strategies),
        *(("policy", id_) for id_ in program.policies),
    )
    return any(plan.find(kind, id_) is None for kind, id_ in named)

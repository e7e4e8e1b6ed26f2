"""VIS005: an objective that no program serves."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.trace import objectives_served
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs
from smartplan.stages.vision import Vision


@rule(
    "VIS005",
    Severity.WARNING,
    message=Text(
        "sasaran `{objective}` ({text}) belum dilayani program mana pun",
        "no program serves the objective `{objective}` ({text})",
    ),
    hint=Text(
        "tambahkan `{objective}` pada `objectives` sebuah program",
        "add `{objective}` to the `objectives` of a program",
    ),
    why=Text(
        "Sasaran tanpa program tidak akan tercapai, dan jejak dari visi terputus di situ.",
        "An objective without a program will not be reached, and the trail from the vision "
        "ends there.",
    ),
    basis=Text(
        "susunan RPJMD nyata dari misi, tujuan, dan sasaran sampai program, masing-masing "
        "dengan indikator, target, dan perangkat daerahnya (Aceh Barat 2025–2029), yang juga "
        "memiliki sasaran tanpa program",
        "the order of a real RPJMD from mission, goal and objective to program, with "
        "indicators, targets and agencies (Aceh Barat 2025–2029), which also has an "
        "objective without a program",
    ),
    absence=True,
)
def objective_without_program(plan: Plan, vision: Vision, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        objectives:
          - id: s-baru  # VIS005
            goal: t-1
            dimension: governance
            text: Layanan cepat
            basis: proposal

    Right:

        # vision.yaml
        objectives:
          - {id: s-governance, goal: t-1, dimension: governance, text: Layanan, basis: proposal}
    """
    served = {o.id for program in programs.programs for o in objectives_served(plan, program)}
    for objective in vision.objectives:
        if objective.id not in served:
            yield found(objective.at(), objective=objective.id, text=titled(objective))

"""VIS004: an objective nobody can measure."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev
from smartplan.stages.vision import Vision


@rule(
    "VIS004",
    Severity.WARNING,
    message=Text(
        "sasaran `{objective}` ({text}) belum memiliki indikator",
        "the objective `{objective}` ({text}) has no indicator",
    ),
    hint=Text(
        "tambahkan `{objective}` pada `measures` sebuah indikator di tahap monev",
        "add `{objective}` to the `measures` of an indicator in the monev stage",
    ),
    why=Text(
        "Sasaran adalah janji yang terukur. Evaluasi kementerian juga menilai hasil dan "
        "dampak, bukan hanya keluaran program.",
        "An objective is a promise one can measure. The ministry's evaluation also scores "
        "outcome and impact, not only what programs put out.",
    ),
    basis=Text(
        "susunan RPJMD nyata dari misi, tujuan, dan sasaran sampai program, masing-masing "
        "dengan indikator, target, dan perangkat daerahnya (Aceh Barat 2025–2029); bagian "
        "outcome dan dampak instrumen evaluasi kementerian "
        "(https://github.com/Maisho20/Smart-City-2)",
        "the order of a real RPJMD from mission, goal and objective to program, with "
        "indicators, targets and agencies (Aceh Barat 2025–2029); outcome and impact "
        "sections of the ministry's evaluation instrument "
        "(https://github.com/Maisho20/Smart-City-2)",
    ),
    absence=True,
)
def objective_without_indicator(vision: Vision, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        objectives:
          - id: s-baru  # VIS004
            goal: t-1
            dimension: governance
            text: Layanan cepat
            basis: proposal

    Right:

        # vision.yaml
        objectives:
          - {id: s-governance, goal: t-1, dimension: governance, text: Layanan, basis: proposal}
    """
    measured = {id_ for indicator in monev.indicators for id_ in indicator.measures}
    for objective in vision.objectives:
        if objective.id not in measured:
            yield found(objective.at(), objective=objective.id, text=titled(objective))

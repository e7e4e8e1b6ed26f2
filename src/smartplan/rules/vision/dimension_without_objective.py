"""VIS007: dimensions without an objective."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.vision import dimensions_without_objective
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.vision import Vision


@rule(
    "VIS007",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki sasaran: {dimensions}",
        "dimensions without an objective ({count}): {dimensions}",
    ),
    hint=Text(
        "tambahkan sasaran tiap dimensi di `objectives`",
        "add an objective for each dimension to `objectives`",
    ),
    why=Text(
        "Setiap dimensi dinilai. Dimensi tanpa sasaran tidak memiliki arah, dan programnya "
        "tidak bermuara.",
        "Every dimension is scored. One without an objective has no direction and its "
        "programs lead nowhere.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian outcome menelaah dimensi satu per "
        "satu",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the outcome section goes through "
        "the dimensions one by one",
    ),
    absence=True,
)
def dimension_without_objective(plan: Plan, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        objectives:  # VIS007
          - {id: s-1, goal: t-1, dimension: governance, text: Layanan cepat, basis: proposal}

    Right:

        # vision.yaml
        objectives:
          - {id: s-1, goal: t-1, dimension: governance, text: Layanan cepat, basis: proposal}
          - {id: s-2, goal: t-1, dimension: branding, text: Wisata ramai, basis: proposal}
          - {id: s-3, goal: t-1, dimension: economy, text: Usaha maju, basis: proposal}
          - {id: s-4, goal: t-1, dimension: living, text: Warga sehat, basis: proposal}
          - {id: s-5, goal: t-1, dimension: society, text: Warga cakap, basis: proposal}
          - {id: s-6, goal: t-1, dimension: environment, text: Sungai bersih, basis: proposal}
    """
    without = dimensions_without_objective(plan)
    if without:
        place = vision.at_key("objectives")
        yield found(place, count=len(without), dimensions=names(without))

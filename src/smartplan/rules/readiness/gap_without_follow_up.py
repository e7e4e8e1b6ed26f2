"""REA003: a gap that no program takes up."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named
from smartplan.stages.readiness import Readiness


@rule(
    "REA003",
    Severity.WARNING,
    message=Text(
        "kesenjangan pada unsur {element} belum ditindaklanjuti program mana pun",
        "no program takes up the gap in {element}",
    ),
    hint=Text(
        "tulis id program di `follow_up`",
        "write the id of a program in `follow_up`",
    ),
    why=Text(
        "Analisis kesiapan dibuat agar kesenjangannya ditutup. Kesenjangan tanpa program "
        "memutus jejak dari analisis ke rencana aksi.",
        "Readiness is analysed so that gaps are closed. A gap without a program breaks the "
        "trail from analysis to action.",
    ),
    basis="our judgement",
)
def gap_without_follow_up(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        elements:
          - element: people
            finding: Aparatur terlatih masih sedikit.
            gap: Kemampuan belum merata.  # REA003
            sources: [S1]

    Right:

        # readiness.yaml
        elements:
          - element: people
            finding: Aparatur terlatih masih sedikit.
            gap: Kemampuan belum merata.
            follow_up: [p-industry]
            sources: [S1]
    """
    for element in readiness.elements:
        if element.gap is not None and not element.follow_up:
            told = named(plan, "element", element.element)
            yield found(element.at_key("gap"), element=told)

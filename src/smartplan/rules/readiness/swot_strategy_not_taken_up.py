"""REA009: a SWOT strategy that the vision forgets."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.readiness import Readiness
from smartplan.stages.vision import Vision


@rule(
    "REA009",
    Severity.WARNING,
    message=Text(
        "strategi SWOT `{strategy}` ({text}) belum diangkat strategi mana pun dalam visi",
        "no strategy of the vision takes up the SWOT strategy `{strategy}` ({text})",
    ),
    hint=Text(
        "tulis `{strategy}` pada `takes_up` sebuah strategi",
        "write `{strategy}` in the `takes_up` of a strategy",
    ),
    why=Text(
        "Analisis kesenjangan dimaksudkan menjadi strategi. Yang tidak diangkat berarti "
        "analisisnya terhenti di Buku I.",
        "The analysis of gaps is meant to become strategy. What is not taken up has stopped "
        "in Book I.",
    ),
    basis="our judgement",
    absence=True,
)
def swot_strategy_not_taken_up(
    plan: Plan, readiness: Readiness, vision: Vision
) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        swot:
          - dimension: governance
            strategies:
              - id: so-lain  # REA009
                kind: SO
                text: Mengajak warga

    Right:

        # readiness.yaml
        swot:
          - dimension: governance
            strategies:
              - {id: so-governance, kind: SO, text: Mengajak warga}
    """
    if not vision.strategies:
        return  # the strategies are still to be written
    for strategy in (one for swot in readiness.swot for one in swot.strategies):
        if not plan.index.is_used("swot_strategy", strategy.id):
            yield found(strategy.at(), strategy=strategy.id, text=titled(strategy))

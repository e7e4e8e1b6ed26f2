"""PLN004: a target or an amount that rests on doubtful sources only."""

from collections.abc import Collection, Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.statements import statements
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, several
from smartplan.stages.base import Sourced
from smartplan.stages.monev import Indicator
from smartplan.stages.programs import BudgetLine
from smartplan.stages.roadmap import Ceiling
from smartplan.stages.sources import Sources


@rule(
    "PLN004",
    Severity.WARNING,
    message=Text(
        "{what} hanya bersandar pada sumber berkeyakinan C: {cited}",
        "{what} rests on sources of confidence C alone: {cited}",
    ),
    hint=or_waived(
        Text("cari sumber kedua yang lebih kuat", "find a second, stronger source"),
        "PLN004",
        "item",
    ),
    why=Text(
        "Target dan anggaran mengikat pekerjaan bertahun-tahun. Salinan atau kabar yang "
        "diragukan belum cukup sebagai satu-satunya sandaran.",
        "Targets and money bind the work of years. A copy or a doubtful report is not enough "
        "to carry them alone.",
    ),
    about=Text(
        "target atau anggaran hanya bersandar pada sumber berkeyakinan C",
        "a target or money rests on sources of confidence C alone",
    ),
    basis="our judgement",
)
def weak_source_alone(plan: Plan, sources: Sources) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - year: 2025
                amount: 150000000
                fund: apbd
                kind: planned
                sources: [S2]  # PLN004

        # sources.yaml
        sources:
          - {id: S1, title: Laporan, date: 2025, where: Arsip, kind: government, confidence: A}
          - {id: S2, title: Salinan naskah, date: 2025, where: Arsip, kind: other, confidence: C}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - year: 2025
                amount: 150000000
                fund: apbd
                kind: planned
                sources: [S1, S2]

        # sources.yaml
        sources:
          - {id: S1, title: Laporan, date: 2025, where: Arsip, kind: government, confidence: A}
          - {id: S2, title: Salinan naskah, date: 2025, where: Arsip, kind: other, confidence: C}
    """
    weak = {source.id: source for source in sources.sources if source.confidence == "C"}
    for statement in statements(plan) if weak else ():
        item = statement.item
        if isinstance(item, _WEIGHTY) and _rests_on_only(item, weak):
            yield found(
                item.at("sources"),
                what=statement.what,
                item=getattr(statement.of or item, "id", "") or str(getattr(item, "year", "")),
                cited=several(weak[id_] for id_ in item.sources),
            )


_WEIGHTY = (BudgetLine, Ceiling, Indicator)


def _rests_on_only(item: Sourced, weak: Collection[str]) -> bool:
    told = item.basis != "proposal" and bool(item.sources)
    return told and all(id_ in weak for id_ in item.sources)

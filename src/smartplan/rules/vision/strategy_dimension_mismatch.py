"""VIS011: a strategy whose sub-dimension belongs elsewhere."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, names, several
from smartplan.stages.vision import Vision


@rule(
    "VIS011",
    Severity.ERROR,
    message=Text(
        "subdimensi `{sub}` ({name}) pada strategi {strategy} bukan bagian dimensi {dimension}",
        "the sub-dimension `{sub}` ({name}) of the strategy {strategy} is no part of {dimension}",
    ),
    hint=Text(
        "pilih satu dari {choices}, atau perbaiki `dimension`",
        "choose one of {choices}, or mend `dimension`",
    ),
    why=Text(
        "Strategi disusun menurut dimensi dan subdimensi dalam Buku II. Bila keduanya tidak "
        "cocok, strategi tercetak di bab yang salah.",
        "Book II sets strategies out by dimension and sub-dimension. Where the two disagree, "
        "one is printed in the wrong chapter.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; Buku II disusun menurut strategi tiap dimensi, "
        "masing-masing dengan subdimensinya",
        "our judgement; Book II is laid out by the strategies of each dimension with its "
        "sub-dimensions",
    ),
)
def strategy_dimension_mismatch(plan: Plan, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        strategies:
          - id: st-1
            dimension: governance
            sub_dimension: waste  # VIS011
            text: Menjalankan loket daring
            basis: proposal

    Right:

        # vision.yaml
        strategies:
          - id: st-1
            dimension: governance
            sub_dimension: public_service
            text: Menjalankan loket daring
            basis: proposal
    """
    own = {d.id: {s.id: s for s in d.sub_dimensions} for d in plan.framework.dimensions}
    every = {id_: sub for subs in own.values() for id_, sub in subs.items()}
    for strategy in vision.strategies:
        sub = every.get(strategy.sub_dimension or "")
        if sub is None or strategy.dimension not in own or sub.id in own[strategy.dimension]:
            continue
        there = Related(strategy.at("dimension"), Text("dimensinya", "its dimension"))
        yield found(
            strategy.at("sub_dimension"),
            also=(there,),
            sub=sub.id,
            name=names([sub]),
            strategy=called(strategy),
            dimension=named(plan, "dimension", strategy.dimension),
            choices=several(own[strategy.dimension].values()),
        )

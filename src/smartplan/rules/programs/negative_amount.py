"""PRG012: money below zero."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import money
from smartplan.stages.programs import BudgetLine
from smartplan.stages.roadmap import Ceiling


@rule(
    "PRG012",
    Severity.ERROR,
    message=Text(
        "jumlah uang negatif: {amount}",
        "a negative amount of money: {amount}",
    ),
    hint=Text(
        "hapus tanda minus; pengurangan ditulis sebagai jumlah baru",
        "remove the minus; write a cut as the new amount",
    ),
    why=Text(
        "Rencana memuat uang yang tersedia, bukan mutasi. Angka negatif mengurangi jumlah "
        "seluruh tabel tanpa terlihat.",
        "A plan holds money that is there, not bookings. A negative figure lowers every total"
        " unseen.",
    ),
    basis="our judgement",
)
def negative_amount(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: -9000000, fund: apbd, kind: planned, basis: proposal}  # PRG012

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
    """
    lines = [line for program in plan.programs.programs for line in program.budget]
    amounts: tuple[BudgetLine | Ceiling, ...] = (*lines, *plan.roadmap.ceilings)
    for item in amounts:
        if item.amount < 0:
            yield found(item.at("amount"), amount=money(item.amount))

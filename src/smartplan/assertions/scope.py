"""Where an expression is evaluated: the plan, the item at hand, and the steps that are left."""

from dataclasses import dataclass

from smartplan.assertions.fault import Undecided
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.base import Item

MAX_STEPS = 200_000
"""Steps of one assertion."""
MAX_ASSERTIONS = 500
"""Assertions of a plan that are read: to say what is wrong with one is dear."""
MAX_STEPS_OF_PLAN = 500_000
"""Steps of all assertions of a plan."""


@dataclass
class Meter:
    """Counts steps, so that no assertion takes longer than it may."""

    left: int = MAX_STEPS

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise Undecided(
                Text("terlalu banyak yang harus dihitung", "there is too much to go through"),
                Text(
                    "persempit dengan `where`, atau bagi menjadi beberapa pernyataan",
                    "narrow it with `where`, or make several assertions of it",
                ),
            )


@dataclass(frozen=True, slots=True)
class Scope:
    """An item with the items it was reached through; the outermost scope has none."""

    plan: Plan
    meter: Meter
    item: Item | None = None
    outer: "Scope | None" = None

    def inner(self, item: Item) -> "Scope":
        self.meter.spend()
        return Scope(self.plan, self.meter, item, self)

    def up(self, hops: int) -> "Scope":
        scope = self
        for _ in range(hops):
            scope = scope.outer or scope
        return scope

    def nothing(self, reason: Text) -> None:
        """No value: for one item among many that is one answer, for the whole plan it is none."""
        if self.item is None:
            raise Undecided(reason)

"""One value from many items: count, sum, average, min, max, share, all, any, none."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from smartplan.assertions.expression import Aggregate, Step
from smartplan.assertions.fault import Undecided, misuse
from smartplan.assertions.names import Bound, Element, Names, Source
from smartplan.assertions.scope import Scope
from smartplan.assertions.values import DIGITS, is_there, total
from smartplan.assertions.vocabulary import FORMS, NUMBER, PERCENT, TRUTH, Type, keys
from smartplan.diagnostics import show
from smartplan.language import Text
from smartplan.nearest import listing
from smartplan.stages.programs import BudgetLine
from smartplan.stages.scalars import Moment

TESTING = ("share", "all")
"""Those that ask something of every item; the others only count or add what passes."""

_ADDED = ("number", "money", "percent")
_RANKED = (*_ADDED, "year", "moment")


@dataclass(frozen=True, slots=True)
class Test:
    """A clause on items, ready to run."""

    condition: Bound
    wanted: bool

    def passes(self, scope: Scope) -> bool:
        scope.meter.spend()
        return is_there(self.condition.run(scope)) == self.wanted


@dataclass(frozen=True, slots=True)
class BoundAggregate(Bound):
    """One value from many items."""

    name: str
    source: Source
    filters: tuple[Test, ...]
    test: Test | None
    """What `all` and `share` ask of the items that pass the filters."""

    def kept(self, scope: Scope) -> Iterator[Element]:
        for element in self.source.run(scope):
            if all(one.passes(element[0]) for one in self.filters):
                yield element


def with_amount(source: Source, node: Aggregate, names: Names) -> Source:
    """`sum(programs.budget)` adds up the amounts of the lines."""
    model = source.type.model
    if node.name not in ("sum", "average", "min", "max") or source.type.form != "item":
        return source
    if model is not None and "amount" in keys(model):
        return names.spread(source, (Step("amount", node.path.span),))
    return source


def result_type(node: Aggregate, source: Source) -> Type:
    """What an aggregate yields; a fault where it has nothing to add or rank."""
    if node.name == "count":
        return NUMBER
    if node.name == "share":
        return PERCENT
    if node.name in ("all", "any", "none"):
        return TRUTH
    wanted = _ADDED if node.name in ("sum", "average") else _RANKED
    if source.type.form not in wanted:
        raise misuse(node.path.span, *_no_numbers(node.name, source.type))
    return source.type


def _no_numbers(name: str, type_: Type) -> tuple[Text, Text | None]:
    form = FORMS[type_.form]
    problem = Text(
        f"`{name}` memerlukan angka, bukan {form.indonesian}",
        f"`{name}` needs numbers, not {form.english}",
    )
    numbers = (
        [key.name for key in keys(type_.model).values() if key.type.form in _RANKED]
        if (type_.model)
        else []
    )
    if not numbers:
        return problem, None
    return problem, Text(
        f"tambahkan nama angkanya, misalnya {listing([f'.{one}' for one in numbers], 5)}",
        f"add the name of the number, such as {listing([f'.{one}' for one in numbers], 5)}",
    )


def compute(bound: BoundAggregate, scope: Scope) -> object:
    """The value of an aggregate; None where there is nothing to take it from."""
    if bound.name in ("count", "any", "none"):
        counted = sum(1 for _ in bound.kept(scope))
        return Decimal(counted) if bound.name == "count" else (counted > 0) == (bound.name == "any")
    if bound.test is not None:
        return _tested(bound, bound.test, scope)
    _one_kind_of_money(bound, scope)
    values = [value for _, value in bound.kept(scope)]
    if bound.name == "sum":
        return total(value for value in values if isinstance(value, Decimal))
    if not values:
        scope.nothing(_EMPTY)
        return None
    return _ranked(bound.name, values)


_EMPTY = Text("tidak ada butir yang dapat dinilai", "there is no item to judge")


def _ranked(name: str, values: list[object]) -> object:
    numbers = [value for value in values if isinstance(value, Decimal)]
    if name == "average":
        return DIGITS.divide(total(numbers), Decimal(len(numbers)))
    best = min if name == "min" else max
    moments = [value for value in values if isinstance(value, Moment)]
    return best(numbers) if numbers else best(moments)


def _tested(bound: BoundAggregate, test: Test, scope: Scope) -> object:
    passed = [test.passes(inner) for inner, _ in bound.kept(scope)]
    if not passed:
        scope.nothing(_EMPTY)
        return True if bound.name == "all" else None
    if bound.name == "all":
        return all(passed)
    return DIGITS.divide(Decimal(sum(passed)), Decimal(len(passed)))


def _one_kind_of_money(bound: BoundAggregate, scope: Scope) -> None:
    """Planned, estimated and realised money are never added to one another."""
    if bound.name not in ("sum", "average"):
        return
    found = {
        inner.item.kind_ for inner, _ in bound.kept(scope) if isinstance(inner.item, BudgetLine)
    }
    if len(found) > 1:
        said = show(", ".join(sorted(found)), 80)
        raise Undecided(
            Text(
                f"anggaran bercampur jenis ({said})",
                f"money of several kinds is mixed ({said})",
            ),
            Text(
                "tambahkan `kind = planned` sesudah `where` pada pernyataan ini",
                "add `kind = planned` after `where` in this assertion",
            ),
        )

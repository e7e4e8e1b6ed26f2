"""Why an assertion does not hold: both sides with their values, and the items that weigh most."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.assertions.aggregates import BoundAggregate
from smartplan.assertions.binding import BoundComparison, BoundJunction, BoundNot
from smartplan.assertions.expression import Membership, Number, Quoted, When
from smartplan.assertions.names import Bound, BoundMoney, Names
from smartplan.assertions.scope import Scope
from smartplan.assertions.values import is_there, shown
from smartplan.assertions.vocabulary import MONEY, PERCENT, YEAR, Type
from smartplan.diagnostics import Related, show
from smartplan.figures.wording import called
from smartplan.language import Language, Text
from smartplan.stages.base import Item

MOST = 3
"""Items that are shown beside a finding."""

_SIGNS = {
    "=": Text("seharusnya", "should be"),
    "!=": Text("seharusnya bukan", "should not be"),
    "<": Text("seharusnya kurang dari", "should be less than"),
    "<=": Text("seharusnya paling banyak", "should be at most"),
    ">": Text("seharusnya lebih dari", "should be more than"),
    ">=": Text("seharusnya paling sedikit", "should be at least"),
}

_DATES = {
    "<": Text("seharusnya sebelum", "should be before"),
    "<=": Text("seharusnya paling lambat", "should be no later than"),
    ">": Text("seharusnya sesudah", "should be after"),
    ">=": Text("seharusnya paling awal", "should be no earlier than"),
}
"""The words for dates where they are others than for numbers."""

Weight = tuple[Decimal, Item, Text]


class Reasons:
    """Tells about one assertion that is false."""

    def __init__(self, names: Names, scope: Scope):
        self.names = names
        self.scope = scope

    def why(self, bound: Bound) -> Text:
        """What is false, in words."""
        match bound:
            case BoundComparison():
                return self._sides(bound)
            case BoundJunction():
                return self._members(bound)
            case BoundNot():
                said = self._source(bound.condition)
                return Text(f"{said} terpenuhi", f"{said} holds")
            case BoundAggregate():
                return self._aggregate(bound)
            case _:
                said = self._source(bound)
                return Text(f"{said} tidak terpenuhi", f"{said} does not hold")

    def _aggregate(self, bound: BoundAggregate) -> Text:
        if bound.name == "all":
            return self._failing(bound)
        if bound.name == "any":
            return Text("tidak satu pun memenuhi", "not one item does")
        count = sum(1 for _ in bound.kept(self.scope))
        return Text(f"{count} butir memenuhi", f"{count} of the items do")

    def _source(self, bound: Bound) -> str:
        return f"`{show(self.names.source(bound.node), 120)}`"

    def _sides(self, bound: BoundComparison) -> Text:
        left, right = bound.left, bound.right
        dates = "moment" in (left.type.form, right.type.form)
        sign = (dates and _DATES.get(bound.sign)) or _SIGNS[bound.sign]
        one, other = self._value(left, right), self._value(right, left)
        said, limit = self._source(left), other
        if not isinstance(right.node, Number | Quoted | When):
            beside = self._source(right)
            if beside.strip("`") != other.indonesian.strip("`"):
                limit = Text(f"{other.indonesian} ({beside})", f"{other.english} ({beside})")
        return Text(
            f"{said} adalah {one.indonesian}, {sign.indonesian} {limit.indonesian}",
            f"{said} is {one.english}, {sign.english} {limit.english}",
        )

    def _value(self, bound: Bound, beside: Bound) -> Text:
        """A side's value; a plain number is shown as what it is compared with."""
        type_: Type = bound.type
        if type_.form == "number" and beside.type.form == "percent":
            type_ = PERCENT
        if type_.form == "number" and beside.type.form == "money":
            type_ = MONEY
        if type_.form == "number" and beside.type.form in ("year", "moment"):
            type_ = YEAR
        return shown(bound.run(self.scope), type_)

    def _members(self, bound: BoundJunction) -> Text:
        false = [one for one in bound.members if not is_there(one.run(self.scope))]
        if isinstance(bound.node, Membership):
            return self._choices([one for one in false if isinstance(one, BoundComparison)])
        told = [self.why(one) for one in (false[:1] if bound.word == "and" else false[:MOST])]
        return Text("; ".join(t.indonesian for t in told), "; ".join(t.english for t in told))

    def _choices(self, members: list[BoundComparison]) -> Text:
        first = self._sides(members[0])
        others = [self._value(one.right, one.left) for one in members[1:]]
        return Text(
            " atau ".join([first.indonesian, *(one.indonesian for one in others)]),
            " or ".join([first.english, *(one.english for one in others)]),
        )

    def _failing(self, bound: BoundAggregate) -> Text:
        failing = [item for _, item in self._tested(bound)]
        total = sum(1 for _ in bound.kept(self.scope))
        indonesian, english = (
            ", ".join(self._name(item, language) for item in failing[:MOST])
            for language in (Language.INDONESIAN, Language.ENGLISH)
        )
        more = ", …" if len(failing) > MOST else ""
        return Text(
            f"{len(failing)} dari {total} belum memenuhi: {indonesian}{more}",
            f"{len(failing)} of {total} do not: {english}{more}",
        )

    def _name(self, item: object, language: Language) -> str:
        if not isinstance(item, Item):
            return f"`{show(str(item), 60)}`"
        if getattr(item, "id", ""):
            return called(item).say(language)
        return f"`{show(item.title_text, 60)}`"

    def _tested(self, bound: BoundAggregate) -> Iterator[tuple[Scope, object]]:
        """The items that do not pass what is asked of them."""
        if bound.test is not None:
            for element in bound.kept(self.scope):
                if not bound.test.passes(element[0]):
                    yield element

    # Items to look at

    def heaviest(self, bound: Bound) -> tuple[Related, ...]:
        """The items that weigh most in what is false."""
        ours = {file.name for files in self.scope.plan.files.values() for file in files}
        found = [one for one in self._weights(bound) if one[1].at().file.name in ours]
        found.sort(key=lambda one: -one[0])
        return tuple(Related(item.at(), words) for _, item, words in found[:MOST])

    def _weights(self, bound: Bound) -> Iterator[Weight]:
        match bound:
            case BoundComparison():
                yield from self._weights(bound.left)
                if bound.sign in ("<", "<="):
                    yield from self._counted(bound.left)
            case BoundJunction():
                for member in bound.members:
                    if not is_there(member.run(self.scope)):
                        yield from self._weights(member)
            case BoundMoney():
                yield from self._programs(bound)
            case BoundAggregate():
                yield from self._items(bound)

    def _counted(self, bound: Bound) -> Iterator[Weight]:
        """The items of a count that is too high."""
        if isinstance(bound, BoundAggregate) and bound.name == "count":
            for scope, _ in bound.kept(self.scope):
                if scope.item is not None:
                    yield Decimal(0), scope.item, _COUNTED

    def _programs(self, bound: BoundMoney) -> Iterator[Weight]:
        sums: dict[str, Decimal] = {}
        programs = {}
        for entry in bound.entries(self.scope.plan):
            programs[entry.program.id] = entry.program
            sums[entry.program.id] = sums.get(entry.program.id, Decimal(0)) + entry.line.amount
        for id_, amount in sums.items():
            yield amount, programs[id_], shown(amount, MONEY)

    def _items(self, bound: BoundAggregate) -> Iterator[Weight]:
        if bound.test is not None:
            for scope, _ in self._tested(bound):
                if scope.item is not None:
                    yield Decimal(0), scope.item, _NOT_MET
        elif bound.name == "sum":
            for scope, value in bound.kept(self.scope):
                if scope.item is not None and isinstance(value, Decimal):
                    yield value, scope.item, shown(value, bound.type)


_NOT_MET = Text("belum memenuhi", "does not meet it")
_COUNTED = Text("ikut terhitung", "counted here")

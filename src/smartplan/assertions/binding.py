"""An expression tied to what its names mean: every name known, every comparison meaningful."""

from dataclasses import dataclass
from decimal import Decimal

from smartplan.assertions.aggregates import (
    TESTING,
    BoundAggregate,
    Test,
    compute,
    result_type,
    with_amount,
)
from smartplan.assertions.expression import (
    Aggregate,
    Binary,
    Comparison,
    Junction,
    Membership,
    Negative,
    Node,
    Not,
    Number,
    Path,
    Quoted,
    When,
)
from smartplan.assertions.fault import Fault, Undecided, misuse
from smartplan.assertions.names import Bound, Models, Names
from smartplan.assertions.scope import Scope
from smartplan.assertions.values import DIGITS, HUGE, NUMERIC, WORDED, holds, is_there, year_moment
from smartplan.assertions.vocabulary import (
    FORMS,
    MOMENT,
    MONEY,
    NUMBER,
    PERCENT,
    TEXT,
    TRUTH,
    YEAR,
    Type,
    keys,
)
from smartplan.diagnostics import show
from smartplan.language import Text
from smartplan.nearest import listing
from smartplan.plan import Plan
from smartplan.stages.scalars import Moment


@dataclass(frozen=True, slots=True)
class BoundComparison(Bound):
    """Two sides that may be shown with their values."""

    sign: str
    left: Bound
    right: Bound


@dataclass(frozen=True, slots=True)
class BoundJunction(Bound):
    """Conditions joined by `and` or `or`."""

    word: str
    members: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class BoundNot(Bound):
    """A condition that must not hold."""

    condition: Bound


class Binder:
    """Ties an expression to a plan's vocabulary."""

    def __init__(self, plan: Plan, text: str):
        self.names = Names(plan, text)

    def assertion(self, node: Node) -> Bound:
        """The whole: it must be true or false."""
        bound = self.bind(node, ())
        if bound.type is not TRUTH:
            raise misuse(
                node.span,
                Text(
                    f"ini {FORMS[bound.type.form].indonesian}, bukan sesuatu yang benar atau salah",
                    f"this is {FORMS[bound.type.form].english}, not something true or false",
                ),
                Text(
                    "bandingkan dengan sesuatu, misalnya `>= 3`",
                    "compare it with something, such as `>= 3`",
                ),
            )
        return bound

    def bind(self, node: Node, models: Models) -> Bound:
        """Any node; `models` are the classes of the items around it, the innermost first."""
        match node:
            case Number():
                return Bound(node, PERCENT if node.percent else NUMBER, lambda _: node.value)
            case When():
                return Bound(node, MOMENT, lambda _: node.value)
            case Quoted():
                return Bound(node, TEXT, lambda _: node.text)
            case Path():
                return self.names.path(node, models)
            case Aggregate():
                return self._aggregate(node, models)
            case _:
                return self._joined(node, models)

    def _joined(self, node: Node, models: Models) -> Bound:
        match node:
            case Binary():
                return self._arithmetic(node, models)
            case Negative():
                return self._negative(node, models)
            case Comparison():
                return self._comparison(node, node.sign, (node.left, node.right), models)
            case Membership():
                return self._membership(node, models)
            case Junction():
                members = tuple(self.bind(one, models) for one in node.members)
                return self._junction(node, node.word, members, models)
            case Not():
                return self._not(node, models)
        raise TypeError(type(node).__name__)

    # Conditions

    def _condition(self, bound: Bound, models: Models) -> Bound:
        """Outside a list, a bare value is no condition."""
        if bound.type is not TRUTH and not models:
            raise misuse(bound.node.span, _NO_CONDITION)
        return bound

    def _junction(self, node: Node, word: str, members: tuple[Bound, ...], models: Models) -> Bound:
        for member in members:
            self._condition(member, models)
        every = all if word == "and" else any

        def run(scope: Scope) -> bool:
            return every(is_there(member.run(scope)) for member in members)

        return BoundJunction(node, TRUTH, run, word, members)

    def _not(self, node: Not, models: Models) -> Bound:
        condition = self._condition(self.bind(node.condition, models), models)
        return BoundNot(node, TRUTH, lambda scope: not is_there(condition.run(scope)), condition)

    def _membership(self, node: Membership, models: Models) -> Bound:
        members = tuple(
            self._comparison(node, "=", (node.left, choice), models) for choice in node.choices
        )
        if not members:
            raise misuse(node.span, Text("`in` tanpa pilihan", "`in` without choices"))
        return self._junction(node, "or", members, models)

    def _comparison(self, node: Node, sign: str, sides: tuple[Node, Node], models: Models) -> Bound:
        left, right = self._sides(*sides, models)
        self._comparable(node, sign, left, right)
        dates = "moment" in (left.type.form, right.type.form)

        def run(scope: Scope) -> bool:
            scope.meter.spend()
            one, other = left.run(scope), right.run(scope)
            if one is None or other is None:
                scope.nothing(self._no_value(left if one is None else right))
                return sign == "!="
            if dates:
                one, other = year_moment(one), year_moment(other)
            return holds(sign, one, other)

        return BoundComparison(node, TRUTH, run, sign, left, right)

    def _no_value(self, bound: Bound) -> Text:
        said = f"`{show(self.names.source(bound.node), 80)}`"
        return Text(f"{said} belum memiliki nilai", f"{said} has no value yet")

    def _sides(self, one: Node, other: Node, models: Models) -> tuple[Bound, Bound]:
        """Both sides; a bare word or number beside a key is a value of that key."""
        left = self._known(one, models)
        if left is not None and left.type.form in WORDED:
            value = self.names.literal(other, left.type, models)
            return left, value or self.bind(other, models)
        right = self._known(other, models)
        if right is not None and right.type.form in WORDED:
            value = self.names.literal(one, right.type, models)
            return value or self.bind(one, models), right
        return left or self.bind(one, models), right or self.bind(other, models)

    def _known(self, node: Node, models: Models) -> Bound | None:
        """The node, unless it is a bare word that names nothing."""
        if (
            isinstance(node, Path)
            and node.word is not None
            and not self.names.names(node.word, models)
        ):
            return None
        return self.bind(node, models)

    def _comparable(self, node: Node, sign: str, left: Bound, right: Bound) -> None:
        one, other = left.type.form, right.type.form
        for bound in (left, right):
            if bound.type.form in ("item", "items", "table"):
                raise self._needs_more(bound)
        if one in WORDED and other in WORDED:
            if sign not in ("=", "!="):
                raise misuse(node.span, _NO_ORDER)
            return
        if "moment" in (one, other):
            if {one, other} <= {"moment", "year"} or self._is_year(left) or self._is_year(right):
                return
        elif {one, other} <= NUMERIC and self._same_unit(left, right):
            return
        raise misuse(
            node.span,
            Text(
                f"{FORMS[one].indonesian} dibandingkan dengan {FORMS[other].indonesian}",
                f"{FORMS[one].english} compared with {FORMS[other].english}",
            ),
            _percent_hint(left, right),
        )

    def _is_year(self, bound: Bound) -> bool:
        node = bound.node
        return isinstance(node, Number) and isinstance(year_moment(node.value), Moment)

    def _same_unit(self, left: Bound, right: Bound) -> bool:
        one, other = left.type.form, right.type.form
        if one == other:
            return True
        if "number" not in (one, other):
            return False
        if {"money", "year"} & {one, other}:  # a plain number is an amount only as it is written
            return _is_constant((left if one == "number" else right).node)
        if "percent" in (one, other):
            plain = left if one == "number" else right
            if isinstance(plain.node, Number):
                return plain.node.value <= 1
            return isinstance(plain.node, Binary)
        return True

    def _needs_more(self, bound: Bound) -> Fault:
        form, said = bound.type.form, show(self.names.source(bound.node), 60)
        problem = Text(
            f"`{said}` adalah {FORMS[form].indonesian}", f"`{said}` is {FORMS[form].english}"
        )
        if form == "table":
            return misuse(
                bound.node.span,
                problem,
                Text(f"tulis `{said}.year(2025)`", f"write `{said}.year(2025)`"),
            )
        if form == "item" and bound.type.model is not None:
            known = listing(list(keys(bound.type.model)), 8)
            return misuse(
                bound.node.span,
                problem,
                Text(f"sebut kuncinya: {known}", f"name one of its keys: {known}"),
            )
        return misuse(
            bound.node.span, problem, Text(f"tulis `count({said})`", f"write `count({said})`")
        )

    # Arithmetic

    def _arithmetic(self, node: Binary, models: Models) -> Bound:
        left, right = self.bind(node.left, models), self.bind(node.right, models)
        type_ = self._unit(node, left, right)

        def run(scope: Scope) -> object:
            scope.meter.spend()
            one, other = left.run(scope), right.run(scope)
            if not isinstance(one, Decimal) or not isinstance(other, Decimal):
                scope.nothing(self._no_value(right if isinstance(one, Decimal) else left))
                return None
            if node.sign == "/" and other == 0:
                if _is_constant(right.node):
                    raise misuse(right.node.span, self._zero(right), _DIVIDE_BY_MORE)
                scope.nothing(self._zero(right))
                return None
            return _computed(node.sign, one, other)

        return Bound(node, type_, run)

    def _zero(self, bound: Bound) -> Text:
        said = f"`{show(self.names.source(bound.node), 80)}`"
        return Text(f"pembagi {said} bernilai nol", f"the divisor {said} is zero")

    def _unit(self, node: Binary, left: Bound, right: Bound) -> Type:
        for bound in (left, right):
            if bound.type.form not in NUMERIC:
                raise misuse(
                    bound.node.span,
                    Text(
                        f"{FORMS[bound.type.form].indonesian} tidak dapat dihitung dengan "
                        f"`{node.sign}`",
                        f"`{node.sign}` cannot be applied to {FORMS[bound.type.form].english}",
                    ),
                )
        table = _PRODUCTS if node.sign == "*" else _QUOTIENTS if node.sign == "/" else _SUMS
        found = table.get((left.type.form, right.type.form))
        if found is None or (
            table is _SUMS and found is MONEY and not self._same_unit(left, right)
        ):
            one, other = FORMS[left.type.form], FORMS[right.type.form]
            raise misuse(
                node.span,
                Text(
                    f"{one.indonesian} `{node.sign}` {other.indonesian}",
                    f"{one.english} `{node.sign}` {other.english}",
                ),
            )
        if node.sign == "-" and left.type is YEAR and right.type is YEAR:
            return NUMBER
        return found

    def _negative(self, node: Negative, models: Models) -> Bound:
        value = self.bind(node.value, models)
        if value.type.form not in NUMERIC:
            raise misuse(node.span, Text("minus di depan bukan angka", "a minus before no number"))

        def run(scope: Scope) -> object:
            found = value.run(scope)
            return -found if isinstance(found, Decimal) else None

        return Bound(node, value.type, run)

    # Aggregates

    def _aggregate(self, node: Aggregate, models: Models) -> Bound:
        source = self.names.elements(node.path, models)
        source = with_amount(source, node, self.names)
        type_ = result_type(node, source)
        tests = [
            Test(self.bind(clause.condition, source.models), clause.wanted)
            for clause in node.clauses
        ]
        test = tests.pop() if node.name in TESTING and tests else None
        if node.name in TESTING and test is None:
            said = show(self.names.source(node.path), 60)
            raise misuse(
                node.span,
                Text(f"`{node.name}` tanpa syarat", f"`{node.name}` without a condition"),
                Text(f"tulis `{node.name}({said} have …)`", f"write `{node.name}({said} have …)`"),
            )

        def run(scope: Scope) -> object:
            return compute(bound, scope)

        bound = BoundAggregate(node, type_, run, node.name, source, tuple(tests), test)
        return bound


def _is_constant(node: Node) -> bool:
    """Whether a number is written in the assertion, as it stands or as a sum of such."""
    match node:
        case Number():
            return not node.percent
        case Negative():
            return _is_constant(node.value)
        case Binary():
            return _is_constant(node.left) and _is_constant(node.right)
        case _:
            return False


_DIVIDE_BY_MORE = Text("ganti pembaginya", "divide by something else")
_NO_CONDITION = Text(
    "ini bukan sesuatu yang benar atau salah", "this is not something true or false"
)
_NO_ORDER = Text("teks dan id tidak memiliki urutan", "texts and ids have no order")


def _percent_hint(left: Bound, right: Bound) -> Text | None:
    for one, other in ((left, right), (right, left)):
        if one.type.form == "percent" and isinstance(other.node, Number):
            written = f"{other.node.written}%"
            return Text(f"tulis `{written}`", f"write `{written}`")
        if isinstance(one.node, Number) and one.node.percent and other.type.form == "number":
            written = one.node.written.removesuffix("%")
            return Text(f"tulis `{written}`", f"write `{written}`")
    return None


_SUMS: dict[tuple[str, str], Type] = {
    ("number", "number"): NUMBER,
    ("money", "money"): MONEY,
    ("percent", "percent"): PERCENT,
    ("money", "number"): MONEY,
    ("number", "money"): MONEY,
    ("year", "number"): YEAR,
    ("number", "year"): YEAR,
    ("year", "year"): YEAR,
    ("number", "percent"): NUMBER,
    ("percent", "number"): NUMBER,
}
_PRODUCTS: dict[tuple[str, str], Type] = {
    ("number", "number"): NUMBER,
    ("money", "number"): MONEY,
    ("number", "money"): MONEY,
    ("money", "percent"): MONEY,
    ("percent", "money"): MONEY,
    ("percent", "percent"): PERCENT,
    ("number", "percent"): NUMBER,
    ("percent", "number"): NUMBER,
}
_QUOTIENTS: dict[tuple[str, str], Type] = {
    ("number", "number"): NUMBER,
    ("money", "money"): NUMBER,
    ("money", "number"): MONEY,
    ("money", "percent"): MONEY,
    ("percent", "percent"): NUMBER,
    ("percent", "number"): PERCENT,
    ("number", "percent"): NUMBER,
}


def _computed(sign: str, one: Decimal, other: Decimal) -> Decimal:
    compute = {
        "+": DIGITS.add, "-": DIGITS.subtract, "*": DIGITS.multiply, "/": DIGITS.divide,
    }[sign]  # fmt: skip
    found = compute(one, other)
    if abs(found) > HUGE:
        raise Undecided(
            Text("angkanya terlalu besar", "the number is too large"),
            Text(
                "perkecil angka dalam pernyataan ini", "make the numbers of this assertion smaller"
            ),
        )
    return found

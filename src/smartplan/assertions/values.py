"""Values: what they become when read, how they compare, how a message shows them."""

from collections.abc import Iterable
from datetime import date
from decimal import Context, Decimal

from smartplan.assertions.vocabulary import Type
from smartplan.diagnostics import show
from smartplan.figures.wording import spoken
from smartplan.language import Language, Text, number, percent, rupiah
from smartplan.stages.scalars import Moment

DIGITS = Context(prec=34)
"""Arithmetic on decimals, with more digits than a comparison looks at."""

_SHOWN = Context(prec=60)
_COMPARED = Context(prec=26)
"""A third taken three times is one."""

HUGE = Decimal(10) ** 30
NUMERIC = frozenset({"number", "money", "percent", "year"})
WORDED = frozenset({"text", "choice", "id", "texts", "ids", "truth"})


def read(value: object, type_: Type) -> object:
    """What a model holds as a value of the language; None stands for nothing."""
    if type_.form == "percent" and isinstance(value, Decimal):
        return value / 100
    if type_.form == "truth" or value is None:
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, date):
        return Moment(value, value, "day")
    return value


def year_moment(value: object) -> object:
    """A year as the span of its days, to compare it with dates."""
    if isinstance(value, Decimal) and 1000 <= value <= 2999 and value == int(value):
        return Moment(date(int(value), 1, 1), date(int(value), 12, 31), "year")
    return value


def is_there(value: object) -> bool:
    """Whether a value alone, as a condition, holds: something is written, or it is yes."""
    if isinstance(value, bool):
        return value
    return value is not None and value not in ((), [], {}, "")


def holds(sign: str, left: object, right: object) -> bool:
    """Whether two values compare as the sign says; both are of one family."""
    if sign == "!=":
        return not holds("=", left, right)
    if isinstance(left, Moment) and isinstance(right, Moment):
        return _moments(sign, left, right)
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _ordered(sign, _COMPARED.plus(left), _COMPARED.plus(right))
    if isinstance(left, tuple | list):
        return _word(right) in {_word(one) for one in left}
    if isinstance(right, tuple | list):
        return holds("=", right, left)
    return _word(left) == _word(right)


def _ordered(sign: str, left: Decimal, right: Decimal) -> bool:
    if sign == "=":
        return left == right
    if sign in ("<", "<="):
        return left < right or (sign == "<=" and left == right)
    return left > right or (sign == ">=" and left == right)


def _moments(sign: str, left: Moment, right: Moment) -> bool:
    """A month is equal to its year; `<` and `>` leave no day in common."""
    if sign == "=":
        return _within(left, right) or _within(right, left)
    if sign == "<":
        return left.last < right.first
    if sign == ">":
        return left.first > right.last
    return left.last <= right.last if sign == "<=" else left.first >= right.first


def _within(inner: Moment, outer: Moment) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).casefold()


def shown(value: object, type_: Type) -> Text:
    """A value as a message shows it: money as rupiah, shares in percent."""
    return Text(_say(value, type_, Language.INDONESIAN), _say(value, type_, Language.ENGLISH))


def _say(value: object, type_: Type, language: Language) -> str:
    if isinstance(value, Decimal):
        return _number(value, type_, language)
    if isinstance(value, Moment):
        return spoken(value, language)
    if isinstance(value, tuple | list):
        return ", ".join(f"`{show(str(one), 40)}`" for one in value[:5])
    return f"`{show(_word(value), 60)}`"


def _number(value: Decimal, type_: Type, language: Language) -> str:
    if type_.form == "year":
        return f"{value:f}"
    if type_.form == "money":
        whole = value == value.to_integral_value()
        return rupiah(int(value), language) if whole else f"Rp{number(_short(value, 2), language)}"
    if type_.form == "percent":
        return percent(_short(DIGITS.multiply(value, Decimal(100)), 2), language)
    return number(_short(value, 4), language)


def _short(value: Decimal, places: int) -> Decimal:
    """Rounded, without trailing zeros."""
    rounded = value.quantize(Decimal(1).scaleb(-places), context=_SHOWN)
    if rounded == rounded.to_integral_value():
        return rounded.to_integral_value()
    return rounded.normalize(_SHOWN)


def total(values: Iterable[Decimal]) -> Decimal:
    found = Decimal(0)
    for value in values:
        found = DIGITS.add(found, value)
    return found

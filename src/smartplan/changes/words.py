"""Values and changes in words."""

from decimal import Decimal

from smartplan.changes.change import Change, Money, Named, Value, Whole, Word
from smartplan.diagnostics import show
from smartplan.figures.wording import DASH, spoken
from smartplan.language import Language, Text, label, number, percent, rupiah
from smartplan.stages.scalars import Moment, plain

LONG = 2_000


def say(value: Value, language: Language, limit: int = LONG) -> str:  # noqa: PLR0911 - one a type
    """A value as a reader knows it; plan text is made harmless, but not escaped for a format."""
    if value is None or value == ():
        return DASH
    if isinstance(value, Money):
        return rupiah(value.rupiah, language)
    if isinstance(value, Decimal):
        return number(Decimal(plain(value)), language)
    if isinstance(value, Moment):
        return spoken(value, language)
    if isinstance(value, Word):
        return label(value.group, value.key).say(language)
    if isinstance(value, Named):
        return show(value.title.say(language), limit)
    return show(_joined(value, language), limit)


def _joined(value: str | Whole | tuple[Value, ...], language: Language) -> str:
    if isinstance(value, str):
        return value.replace("\n", " ")
    if isinstance(value, tuple):
        return "; ".join(say(one, language) for one in value)
    return "; ".join(f"{name.say(language)} {say(one, language)}" for name, one in value.fields)


def by_how_much(change: Change, language: Language) -> str:
    """`naik Rp10.000.000; 10 %`, `mundur 3 bulan`; empty where nothing can be counted."""
    months = change.months
    if months:
        words = _LATER if months > 0 else _EARLIER
        return words.say(language).format(months=number(abs(months), language))
    difference = change.difference
    if not difference:
        return ""
    words = _UP if difference > 0 else _DOWN
    is_money = isinstance(change.before, Money) or isinstance(change.after, Money)
    told = amount(abs(difference), language, money=is_money)
    said = words.say(language).format(amount=told)
    share = change.percent
    return f"{said}; {percent(abs(share), language)}" if share is not None else said


def amount(value: Decimal, language: Language, *, money: bool) -> str:
    if money:
        return rupiah(int(value), language)
    return number(Decimal(plain(value)), language)


_UP = Text("naik {amount}", "up {amount}")
_DOWN = Text("turun {amount}", "down {amount}")
_LATER = Text("mundur {months} bulan", "{months} months later")
_EARLIER = Text("maju {months} bulan", "{months} months earlier")


def lists(change: Change, language: Language) -> str:
    """What a list gained and lost; empty where the change is none of a list."""
    before = change.before if isinstance(change.before, tuple) else None
    after = change.after if isinstance(change.after, tuple) else None
    if before is None or after is None:
        return ""
    told_before = [say(one, language) for one in before]
    told_after = [say(one, language) for one in after]
    gained = [one for one in told_after if one not in told_before]
    lost = [one for one in told_before if one not in told_after]
    if not gained and not lost:
        return _ORDER.say(language)
    parts = [(_GAINED, gained), (_LOST, lost)]
    return "; ".join(f"{words.say(language)} {', '.join(some)}" for words, some in parts if some)


_GAINED = Text("ditambah", "added")
_LOST = Text("dihapus", "removed")
_ORDER = Text("urutan berubah", "in another order")

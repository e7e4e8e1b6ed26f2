"""The filters of chapter templates: numbers, dates, names, lists in the book's language."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from jinja2.runtime import Undefined

from smartplan import language as spelling
from smartplan.book import words
from smartplan.book.markup import Written, prose
from smartplan.figures.wording import spoken
from smartplan.language import Language, has_label, label
from smartplan.plan import Plan
from smartplan.stages.framework import Named
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Agency

Filter = Callable[..., object]


def filters(plan: Plan, language: Language) -> dict[str, Filter]:
    """Every filter by its name in templates; a missing value stays missing."""
    made: dict[str, Filter] = {
        "rupiah": lambda value: spelling.rupiah(value, language),
        "number": lambda value: _number(value, language),
        "percent": lambda value: spelling.percent(value, language),
        "day": lambda value: _day(value, language),
        "moment": lambda value: spoken(value, language),
        "name": lambda value, kind: name_of(plan, language, value, kind),
        "abbr": lambda value: _abbreviation(plan, value),
        "label": lambda value, group: label(group, str(value)).say(language),
        "agree": agree,
        "words": lambda value: in_words(value, language),
        "count_of": lambda value, kind: count_of(value, kind, language),
        "prose": prose,
    }
    return {**{name: _given(made[name]) for name in made}, "listed": _listing(language)}


def _given(filter_: Filter) -> Filter:
    def passed(value: object, *arguments: object) -> object:
        if isinstance(value, Undefined):
            return str(value)
        return None if value is None else filter_(value, *arguments)

    return passed


def _number(value: int | Decimal, language: Language) -> str:
    return spelling.number(value, language)


def _day(value: date | Moment, language: Language) -> str:
    return spoken(value, language) if isinstance(value, Moment) else spelling.day(value, language)


def name_of(plan: Plan, language: Language, id_: str, kind: str) -> str:
    """What a reader calls an item; terms of the method in the book's language."""
    found = plan.find(kind, id_)
    if isinstance(found, Named) and language is Language.ENGLISH:
        return found.english
    return found.title_text if found else id_


def _abbreviation(plan: Plan, id_: str) -> str:
    found = plan.find("agency", id_)
    if isinstance(found, Agency):
        return found.abbreviation or found.name
    return id_


def in_words(value: int, language: Language) -> str:
    """The numbers to twelve in words, larger ones in figures."""
    spelled = words.COUNTING.say(language).split(", ")
    return spelled[value] if 0 <= value < len(spelled) else spelling.number(value, language)


def agree(value: int, one: str, many: str) -> str:
    """The form of a word that goes with a number: `1 | agree("is", "are")` is `is`."""
    return one if value == 1 else many


def count_of(value: int, kind: str, language: Language) -> str:
    """`48 program`, `1 agency`, `48 agencies`, or `belum ada program` of none."""
    group = "kind" if value == 1 else "kinds"
    what = label(group, kind).say(language) if has_label(group, kind) else kind
    if value == 0:
        return words.NONE_YET.say(language).format(what=what)
    return f"{spelling.number(value, language)} {what}"


def _listing(language: Language) -> Filter:
    def listed(values: Iterable[object]) -> Written:
        return enumeration([Written.escape(value) for value in values], language)

    return listed


def enumeration(items: list[Written], language: Language) -> Written:
    """`a, b, dan c`; two need no comma."""
    link = f" {words.AND.say(language)} "
    if len(items) < 3:
        return Written(link).join(items)
    return Written(", ").join(items[:-1]) + "," + link + items[-1]

"""A moment, a first letter, a gap, an id: how tables, prose and messages word them alike."""

from smartplan.diagnostics import entitled
from smartplan.language import Language, Text, day, label, month
from smartplan.stages.base import Item
from smartplan.stages.framework import Named
from smartplan.stages.scalars import Moment

DASH = "–"
"""Stands in a cell of which the plan says nothing."""

_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def spoken(when: Moment, language: Language) -> str:
    """A moment as precise as the plan gives it: `5 Juli 2023`, `triwulan II 2024`, `2024`."""
    if when.precision == "day":
        return day(when.first, language)
    if when.precision == "month":
        return f"{month(when.first.month, language)} {when.year}"
    if when.precision == "year":
        return str(when.year)
    count = (when.last.month + 2) // 3 if when.precision == "quarter" else when.last.month // 6
    return f"{label('precision', when.precision).say(language)} {_ROMAN[count]} {when.year}"


def called(item: Item) -> Text:
    """An item as a message names it, by id and title: `` `portal` (Portal layanan) ``."""
    id_ = str(vars(item).get("id", ""))
    if isinstance(item, Named):
        return Text(entitled(id_, item.name), entitled(id_, item.english))
    told = entitled(id_, item.title_text)
    return Text(told, told)


def capitalised(text: str) -> str:
    """The first letter large, the others as they are (`str.capitalize` would lower them)."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str) -> str:
    """A number with the form of an English noun that goes with it; Indonesian has but one."""
    return f"{number} {one if number == 1 else many}"

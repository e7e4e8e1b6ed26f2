"""The items of the ministry's evaluation instrument, by section and year."""

import csv
from dataclasses import dataclass
from functools import cache

from smartplan.language import Text
from smartplan.shipped import PACKAGE


@dataclass(frozen=True, slots=True)
class InstrumentItem:
    """One question of the instrument, in our own words."""

    id: str
    section: str
    part: str
    years: tuple[int, ...]
    """The editions that ask it."""
    name: Text


@cache
def instrument() -> tuple[InstrumentItem, ...]:
    """Every item of every edition, in the order of the instrument."""
    text = (PACKAGE / "frameworks" / "instrument-kominfo.csv").read_text("utf-8")
    return tuple(
        InstrumentItem(
            row["id"],
            row["section"],
            row["part"],
            tuple(int(year) for year in row["years"].split()),
            Text(row["item"], row["english"]),
        )
        for row in csv.DictReader(text.splitlines())
    )


def edition(year: int) -> int:
    """The edition a year is judged by: the latest that is known by then, else the first."""
    known = sorted({each for item in instrument() for each in item.years})
    return max((each for each in known if each <= year), default=known[0])


def items_in(year: int, section: str | None = None) -> tuple[InstrumentItem, ...]:
    """What the edition of a year asks, in one section or in all."""
    asked = edition(year)
    return tuple(
        item for item in instrument() if asked in item.years and section in (None, item.section)
    )

"""Words and numbers as Indonesian and English readers expect them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"
"""By its path: `importlib.resources` takes as long to import as all of smartplan's own words."""


class Language(StrEnum):
    """A language that smartplan speaks."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in every language smartplan speaks."""

    indonesian: str
    english: str

    def say(self, language: Language) -> str:
        return self.indonesian if language is Language.INDONESIAN else self.english


@cache
def _catalog(language: Language) -> dict[str, dict[str, str]]:
    return tomllib.loads((LOCALES / f"{language}.toml").read_text("utf-8"))


@cache
def label(group: str, key: str) -> Text:
    """The name a reader knows a key, a kind or a value by, e.g. `label("kind", "agency")`."""
    return Text(
        indonesian=_catalog(Language.INDONESIAN)[group][key],
        english=_catalog(Language.ENGLISH)[group][key],
    )


def has_label(group: str, key: str) -> bool:
    return key in _catalog(Language.INDONESIAN).get(group, {})


@cache
def labels(keys: tuple[str, ...]) -> dict[str, Text]:
    """The names of the values of one closed list; empty where some have none."""
    for group, words in _catalog(Language.INDONESIAN).items():
        if words.keys() >= set(keys):
            return {key: label(group, key) for key in keys}
    return {}


def number(value: int | Decimal, language: Language = Language.INDONESIAN) -> str:
    """Thousands grouped and decimals kept as written: 1.234,50 or 1,234.50."""
    text = f"{value:,}"
    if language is Language.ENGLISH:
        return text
    return text.translate(_SWAPPED)


_SWAPPED = str.maketrans(",.", ".,")


def rupiah(amount: int, language: Language = Language.INDONESIAN) -> str:
    """Rupiah as the spelling rules write it: no space, no decimals."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{number(abs(amount), language)}"


def percent(value: int | Decimal, language: Language = Language.INDONESIAN) -> str:
    """A percentage with its sign: `12,5 %` in Indonesian law, `12.5%` in English."""
    text = number(value, language)
    return f"{text} %" if language is Language.INDONESIAN else f"{text}%"


def month(value: int, language: Language = Language.INDONESIAN) -> str:
    return _catalog(language)["month"][str(value)]


def day(value: date, language: Language = Language.INDONESIAN) -> str:
    """A date in words: `5 Juli 2023`, `5 July 2023`."""
    return f"{value.day} {month(value.month, language)} {value.year}"

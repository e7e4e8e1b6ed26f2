"""Text to typed values, strictly: nothing is guessed, nothing changed in silence."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache, total_ordering
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from smartplan.bounds import FIRST_YEAR, LAST_YEAR, MAX_ID, MAX_PLAIN, MAX_PROSE, MAX_TITLE

_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
"""File names Windows keeps for itself; an id becomes a file name."""


def refuse(code: str, **values: str) -> PydanticCustomError:
    """The error that `schema` turns into the kind with this code."""
    return PydanticCustomError(code, code, values)


SEEN = r"[^\s\p{C}\u{2800}\u{3164}]"
"""In any text stands something that can be seen: blanks of whatever width name nothing."""
_TEXT = {"type": ["string", "number"], "pattern": r"\S"}
"""YAML readers other than ours see numbers where a planner wrote bare words."""


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _identifier(value: str) -> str:
    if value in _DEVICES:
        raise refuse("SCH008", value=value)
    return value


Id = Annotated[
    str,
    StringConstraints(max_length=MAX_ID, pattern=ID_PATTERN),
    AfterValidator(_identifier),
    Field(description="Tanda pengenal tetap: huruf kecil, angka, tanda hubung."),
    WithJsonSchema({"type": ["string", "number"], "pattern": ID_PATTERN, "maxLength": MAX_ID}),
]
SourceId = Annotated[
    str,
    StringConstraints(max_length=MAX_ID, pattern=r"^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"}),
]
Title = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_TITLE, pattern=SEEN),
    WithJsonSchema({**_TEXT, "maxLength": MAX_TITLE}),
]
Plain = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_PLAIN, pattern=SEEN),
    WithJsonSchema({**_TEXT, "maxLength": MAX_PLAIN}),
]
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_PROSE, pattern=SEEN),
    WithJsonSchema({**_TEXT, "maxLength": MAX_PROSE}),
]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_GROUPED_BY_UNDERSCORE = re.compile(r"-?[1-9][0-9]{0,2}(_[0-9]{3}){1,4}")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,6})?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_INDONESIAN = re.compile(
    r"(?i)-?(rp\.?\s*)?-?[0-9][0-9.,\s]{0,30}(ribu|rb|juta|jt|miliar|milyar|m|triliun|t|%|persen)?"
    r"(,-+|\s*rupiah)?"
)
_SCALE = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12,
}  # fmt: skip
_LETTER_SCALE = {"M": 9, "T": 12}
"""Letters for money only in capitals: `12 m` are metres, `5 t` are tonnes."""


_REMEMBERED = 10_000
"""Texts whose value is kept: years, shares and sums of money stand in a plan again and again."""


def _integer(value: object) -> int:
    if isinstance(value, str):
        return _whole(value)
    raise refuse("SCH010") if value is None else refuse("SCH003", wanted="number")


@lru_cache(_REMEMBERED)
def _whole(value: str) -> int:
    if len(value) <= 24:
        if _INTEGER.fullmatch(value):
            return int(value)
        if _GROUPED_BY_UNDERSCORE.fullmatch(value):
            return int(value.replace("_", ""))
    raise _not_a_number(value, whole=True)


def _decimal(value: object) -> Decimal:
    if isinstance(value, str):
        return _fraction(value)
    raise refuse("SCH010") if value is None else refuse("SCH003", wanted="number")


@lru_cache(_REMEMBERED)
def _fraction(value: str) -> Decimal:
    if len(value) <= 24:
        if _AMBIGUOUS.fullmatch(value.replace(",", ".")):
            raise _two_readings(value)
        if _DECIMAL.fullmatch(value):
            return Decimal(value)
        if _GROUPED_BY_UNDERSCORE.fullmatch(value):
            return Decimal(value.replace("_", ""))
    raise _not_a_number(value, whole=False)


def both_readings(value: str) -> tuple[str, str]:
    """`5.000` is `5000` or `5`; `2.487` is `2487` or, made plain by a fourth decimal, `2.4870`."""
    small = plain(Decimal(value))
    if _AMBIGUOUS.fullmatch(small):
        small = f"{value}0"
    return value.replace(".", ""), small


def _two_readings(value: str) -> PydanticCustomError:
    large, small = both_readings(value.replace(",", "."))
    meant = f"`{large}` / `{small}`"
    return refuse("YML016", value=value, meant=meant, thousands=large, decimal=small)


_TOO_LARGE = re.compile(r"-?[1-9][0-9]{16,59}(\.[0-9]+)?")


def _not_a_number(value: str, *, whole: bool) -> PydanticCustomError:
    if len(value) <= 60 and _TOO_LARGE.fullmatch(value):
        return refuse("SCH005", value=value, digits="16")
    if len(value) <= 60 and _INDONESIAN.fullmatch(value.strip()):
        meant = indonesian_number(value)
        if meant is not None and (not whole or meant == meant.to_integral_value()):
            surely = _sure(value, plain(meant), whole=whole)
            return refuse("YML016", value=value, meant=f"`{plain(meant)}`", **surely)
    return refuse("SCH006" if whole else "SCH007", value=value)


_ONE_GROUP = re.compile(r"[^0-9]*[0-9]{1,3}[.,][0-9]{3}([^0-9.,].*)?(,-+)?")
_DIGITS = (
    r"([1-9][0-9]{0,2}(\.[0-9]{3}){2,}(,[0-9]{1,4})?|[1-9][0-9]{0,2}(,[0-9]{3}){2,}"
    r"|[1-9][0-9]{0,2}( [0-9]{3}){2,}|(0|[1-9][0-9]{0,15})([.,]([0-9]{1,2}|[0-9]{4}))?)"
)
_ONLY_DIGITS = re.compile(f"-?{_DIGITS}")
_MONEY = re.compile(
    rf"(?i)-?(rp\.?\s*)?{_DIGITS}\s*(ribu|rb|juta|jt|miliar|milyar|triliun)?(,-+|\s*rupiah)?"
)


def _sure(value: str, meant: str, *, whole: bool) -> dict[str, str]:
    """The fix of a number: `safe` where it has one meaning, `likely` where it may have another.

    `5.000` is five or five thousand and has none; `45 %` and `Rp 2 juta` say a unit, which a
    number of any unit may not share, and `12 M` is twelve million in English.
    """
    written = value.strip()
    if _AMBIGUOUS.fullmatch(written.replace(",", ".")) or _AMBIGUOUS.fullmatch(meant):
        return {}
    one_meaning = _MONEY if whole else _ONLY_DIGITS
    sure = one_meaning.fullmatch(written) and not _ONE_GROUP.fullmatch(written)
    return {"safe" if sure else "likely": meant}


def plain(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def indonesian_number(text: str) -> Decimal | None:
    """What `Rp 1,5 miliar`, `1.500.000` or `2,5` most likely means; None if it cannot be told."""
    words = re.sub(r"(?i)^(-?)rp\.?\s*", r"\1", text.strip())
    words = re.sub(r",-+$", "", words)
    words = re.sub(r"(?i)(%|persen|rupiah)$", "", words).strip()
    words, scale = _without_scale(words)
    digits = re.sub(r"\s", "", words)
    if re.fullmatch(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]{1,4})?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?[1-9][0-9]{0,2}(,[0-9]{3}){2,}", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"-?[0-9]{1,13},[0-9]{1,4}", digits):
        digits = digits.replace(",", ".")
    elif not re.fullmatch(r"-?[0-9]{1,16}(\.[0-9]{1,4})?", digits):
        return None
    meant = Decimal(digits).scaleb(scale)
    return meant if abs(meant) < 10**16 else None


def _without_scale(words: str) -> tuple[str, int]:
    """`1,5 miliar` without its word, and the power of ten that the word stands for."""
    for word, power in (*_SCALE.items(), *_LETTER_SCALE.items()):
        written = words if word in _LETTER_SCALE else words.lower()
        if written.endswith(word) and words[: -len(word)].strip()[-1:].isdigit():
            return words[: -len(word)].strip(), power
    return words, 0


_NUMBER_SCHEMA = {"type": ["number", "string"], "pattern": r"^-?[0-9][0-9_]*(\.[0-9]+)?$"}
_INTEGER_SCHEMA = {"type": ["integer", "string"], "pattern": r"^-?[0-9][0-9_]*$"}

Integer = Annotated[int, BeforeValidator(_integer), WithJsonSchema(_INTEGER_SCHEMA)]
Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema(_NUMBER_SCHEMA)]
Count = Annotated[
    int, BeforeValidator(_integer), Field(ge=0), WithJsonSchema({**_INTEGER_SCHEMA, "minimum": 0})
]
Rupiah = Annotated[
    int,
    BeforeValidator(_integer),
    Field(description="Rupiah penuh tanpa titik, misalnya 1500000."),
    WithJsonSchema(_INTEGER_SCHEMA),
]
Year = Annotated[
    int,
    BeforeValidator(_integer),
    Field(ge=FIRST_YEAR, le=LAST_YEAR),
    WithJsonSchema({**_INTEGER_SCHEMA, "minimum": FIRST_YEAR, "maximum": LAST_YEAR}),
]
OneToFive = Annotated[
    int,
    BeforeValidator(_integer),
    Field(ge=1, le=5),
    WithJsonSchema({**_INTEGER_SCHEMA, "minimum": 1, "maximum": 5}),
]
Percent = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    Field(ge=0, le=100),
    WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0, "maximum": 100}),
]

Precision = Literal["year", "semester", "quarter", "month", "day"]


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class Moment:
    """A span of time as written: a year, a semester, a quarter, a month or a day."""

    first: date
    last: date
    precision: Precision

    def __lt__(self, other: "Moment") -> bool:
        return (self.last, self.first) < (other.last, other.first)

    @property
    def year(self) -> int:
        return self.first.year

    def __str__(self) -> str:
        year, month = self.first.year, self.first.month
        if self.precision == "year":
            return f"{year}"
        if self.precision == "semester":
            return f"{year}-S{(month + 5) // 6}"
        if self.precision == "quarter":
            return f"{year}-Q{(month + 2) // 3}"
        return f"{year}-{month:02}" if self.precision == "month" else self.first.isoformat()


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb pebruari february", "maret mar march",
            "april apr", "mei may", "juni jun june", "juli jul july",
            "agustus agu ags agt aug august", "september sep sept", "oktober okt oct october",
            "november nov nop nopember", "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(-((?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?|S(?P<half>[12])|Q(?P<quarter>[1-4])))?"
)
_IN_WORDS = re.compile(
    r"(?i)(?:[a-z']{4,6},\s*|(?P<weekday>senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s+)?"
    r"(?:(?P<day>[0-9]{1,2})[\s.-]+)?(?P<month>[a-z]{3,9})[\s.,-]+(?P<year>[0-9]{4})"
)
_IN_DIGITS = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})")


def _moment(value: object) -> Moment:
    return _read(value, to_the_day=False)


def _read(value: object, *, to_the_day: bool) -> Moment:
    if not isinstance(value, str):
        raise refuse("SCH010") if value is None else refuse("SCH003", wanted="date")
    return _dated(value, to_the_day=to_the_day)


@lru_cache(_REMEMBERED)
def _dated(value: str, *, to_the_day: bool) -> Moment:
    match = _MOMENT.fullmatch(value) if len(value) <= 10 else None
    if match is None:
        raise _not_a_date(value, to_the_day=to_the_day)
    try:
        return _span(match)
    except ValueError:
        raise _not_in_calendar(value, match) from None


def _not_in_calendar(value: str, match: re.Match[str]) -> PydanticCustomError:
    year, month = int(match["year"]), int(match["month"] or 1)
    if not _EARLIEST <= year <= _LATEST:
        return refuse("SCH005", value=value, first=str(_EARLIEST), last=str(_LATEST))
    if 1 <= month <= 12 and match["day"]:
        return _no_such_day(value, year, month)
    return refuse("SCH009", value=value, why="month")


def _no_such_day(value: str, year: int, month: int) -> PydanticCustomError:
    last = str(monthrange(year, month)[1])
    return refuse("SCH009", value=value, why="day", year=str(year), month=str(month), last=last)


_EARLIEST, _LATEST = 1000, 2999


def _span(match: re.Match[str]) -> Moment:
    year = int(match["year"])
    if not _EARLIEST <= year <= _LATEST:
        raise ValueError(year)
    if match["day"]:
        only = date(year, int(match["month"]), int(match["day"]))
        return Moment(only, only, "day")
    if match["month"]:
        return _months(year, int(match["month"]), 1, "month")
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6, "semester")
    if match["quarter"]:
        return _months(year, int(match["quarter"]) * 3 - 2, 3, "quarter")
    return Moment(date(year, 1, 1), date(year, 12, 31), "year")


def _months(year: int, month: int, count: int, precision: Precision) -> Moment:
    last = month + count - 1
    return Moment(
        date(year, month, 1), date(year, last, monthrange(year, min(last, 12))[1]), precision
    )


_PART = r"(?P<part>triwulan|tw|kuartal|q|semester|smt|sem|s|caturwulan|cawu)"
_PART_NUMBER = r"(?:ke-?)?(?P<number>[1-9]|iv|vi|v|i{1,3})"
_YEAR_OF = r"(?:tahun\s+)?(?P<year>[0-9]{4})"
_PARTS_OF_YEARS = (
    re.compile(rf"(?i){_PART}[\s.-]*{_PART_NUMBER}[\s,./-]+{_YEAR_OF}"),
    re.compile(rf"(?i){_YEAR_OF}[\s,./-]*{_PART}[\s.-]*{_PART_NUMBER}"),
)
"""A quarter, a half or a third of a year, before its year and after it."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_LETTER = {"t": "Q", "k": "Q", "q": "Q", "s": "S", "c": ""}
"""How a plan marks a part of a year, by the first letter of its name."""


def _part_of_year(written: str) -> re.Match[str] | None:
    found = (form.fullmatch(written) for form in _PARTS_OF_YEARS)
    return next((match for match in found if match), None)


def _not_a_period(value: str, match: re.Match[str]) -> PydanticCustomError:
    """`TW II 2024` is `2024-Q2`; `2024-Q5` is nothing, and a third of a year has no form."""
    letter = _LETTER[match["part"][0].lower()]
    number = _ROMAN.get(match["number"].lower()) or int(match["number"])
    most = {"Q": 4, "S": 2, "": 3}[letter]
    if number > most or not letter:
        last = f"{match['year']}-{min(number, most) * 4:02}"
        return refuse("SCH009", value=value, why=letter or "third", year=match["year"], last=last)
    meant = f"{match['year']}-{letter}{number}"
    return refuse("YML017", value=value, meant=meant, safe=meant)


def _not_a_date(value: str, *, to_the_day: bool) -> PydanticCustomError:
    written = value.strip() if len(value) <= 40 else ""
    part = _part_of_year(written)
    if part is not None and not to_the_day:
        return _not_a_period(value, part)
    meant = _date_meant(written)
    if meant is None:
        return _no_day_in_words(value, written) or _no_date(value, to_the_day=to_the_day)
    if to_the_day and len(meant) < len("2023-07-05"):
        return _no_date(value, to_the_day=True)
    sure = "safe" if _has_one_meaning(value.strip()) else "likely"
    return refuse("YML017", value=value, meant=meant, **{sure: meant})


def _no_date(value: str, *, to_the_day: bool) -> PydanticCustomError:
    return refuse("SCH009", value=value, why="whole" if to_the_day else "form")


def _has_one_meaning(written: str) -> bool:
    """Not `05/07/2023`, which is May in America, and not a date with a day of the week."""
    in_words = _IN_WORDS.fullmatch(written)
    if _YEAR_FIRST.fullmatch(written) or (
        in_words and "," not in written and not in_words["weekday"]
    ):
        return True
    digits = _IN_DIGITS.fullmatch(written)
    if digits is None:
        return False
    day, month = int(digits["day"]), int(digits["month"])
    return day > 12 or day == month


def _told(written: str) -> tuple[re.Match[str], int] | None:
    """A date as people write it, and the number of its month, which no year may have."""
    in_words = _IN_WORDS.fullmatch(written)
    match = in_words or _IN_DIGITS.fullmatch(written) or _YEAR_FIRST.fullmatch(written)
    if match is None:
        return None
    month = _MONTHS.get(match["month"].lower(), 0) if in_words else int(match["month"])
    return match, month


def _no_day_in_words(value: str, written: str) -> PydanticCustomError | None:
    """The fault of `30 Februari 2023`: the month has fewer days."""
    found = _told(written)
    if found is None or not 1 <= found[1] <= 12 or not int(found[0]["year"]):
        return None
    return _no_such_day(value, int(found[0]["year"]), found[1])


def _date_meant(written: str) -> str | None:
    """`2023-07-05` for `5 Juli 2023` or `05/07/2023`; None where the calendar has no such day."""
    found = _told(written)
    if found is None:
        return None
    match, month = found
    try:
        day = date(int(match["year"]), month, int(match["day"] or 1))
    except ValueError:
        return None
    return day.isoformat() if match["day"] else f"{day:%Y-%m}"


def _day(value: object) -> date:
    moment = _read(value, to_the_day=True)
    if moment.precision != "day":
        raise _no_date(str(value), to_the_day=True)
    return moment.first


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
When = Annotated[
    Moment,
    BeforeValidator(_moment),
    Field(description="Tanggal 2023-07-05, bulan 2023-07, triwulan 2023-Q3, atau tahun 2023."),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-([0-9]{2}(-[0-9]{2})?|S[12]|Q[1-4]))?$",
        }
    ),
]

Url = Annotated[
    str,
    StringConstraints(max_length=MAX_PLAIN, pattern=r"^https?://[^\s<>\"'`\\\\]+$"),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
RegionCode = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20),
    WithJsonSchema({"type": ["string", "number"]}),
]
Nomenclature = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_ID), WithJsonSchema(_TEXT)
]


def _yes(value: object) -> bool:
    if value in ("true", "ya"):
        return True
    if value in ("false", "tidak"):
        return False
    raise refuse("SCH010") if value is None else refuse("SCH003", wanted="yes_no")


YesNo = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"type": ["boolean", "string"]})]

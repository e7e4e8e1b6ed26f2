"""What a finding is: its kind, its place, its words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from smartplan.language import Language, Text, day, number

ECHO = 120
"""Characters of a plan's own text that a message repeats at most."""


class Severity(StrEnum):
    """How much a finding matters; see `docs/decisions/0006-codes-severities-exit-codes.md`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def at_least(self, other: "Severity") -> bool:
        return _RANK[self] >= _RANK[other]


_RANK = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class File:
    """A file as it was read: the name to show and the decoded text."""

    __slots__ = ("_lines", "name", "text")

    def __init__(self, name: str, text: str):
        self.name = name
        self.text = text
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def line(self, number: int) -> str:
        """The text of one line, counted from 1; empty past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Location:
    """A range in a file; lines and columns count from 1, the end is exclusive."""

    file: File
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def start_of(cls, file: File) -> "Location":
        return cls(file, 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a finding, with a word on why."""

    location: Location
    label: Text


@dataclass(frozen=True, slots=True)
class Fix:
    """A stretch of a file and the text that would mend a finding in its place."""

    location: Location
    text: str
    """Lines end in LF, whatever the file's own line ends are."""
    safe: bool
    """Whether the text has just one meaning; else it is only the likely one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of findings: everything about it but the place."""

    code: str
    name: str
    severity: Severity
    message: Text
    hint: Text
    why: Text
    examples: str = field(repr=False, default="")
    basis: str | Text = ""
    """Where the demand comes from: a regulation, a study, the ministry's instrument.

    A name that is the same in all languages is a `str`."""
    about: Text | None = None
    """What it is, for a page's heading, where the message alone leaves too much open."""
    at_times: Severity | None = None
    """What some of its findings weigh from the start, for what they are about."""

    def at(
        self,
        location: Location,
        *,
        also: tuple["Related", ...] = (),
        hint: Text | None = None,
        fix: Fix | None = None,
        **values: "Value",
    ) -> "Diagnostic":
        """A finding of this kind; `hint` replaces the kind's own where more is known."""
        advice = hint or self.hint
        return Diagnostic(self, self.severity, location, values, also, advice, fix=fix)

    def with_values(self, location: Location, values: Mapping[str, "Value"]) -> "Diagnostic":
        """A finding whose values are at hand as a mapping."""
        return Diagnostic(self, self.severity, location, values, (), self.hint)


_REST = Text(
    "mulai di sini {count} temuan `{code}` lagi dalam berkas ini, yang tidak disebut satu per satu",
    "from here on {count} more findings `{code}` in this file, which are not told one by one",
)
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Value = str | int | Decimal | date | Text
"""What a message may speak of. Plain `str` comes from a plan and is escaped."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding; its severity is the kind's unless a plan's state or choice changed it."""

    kind: Kind
    severity: Severity
    location: Location
    values: Mapping[str, Value]
    related: tuple[Related, ...]
    advice: Text
    subject: str = ""
    """What it is about, without lines: `programs/bule-kepo/budget/0`; set by `rules.check`."""
    fix: Fix | None = None
    count: int = 1
    """How many it stands for; more than one only at the end of a flood, see `flood`."""
    own: Severity | None = None
    """What it weighs before a plan's choices, where that is not what its kind weighs."""

    def as_at_times(self) -> "Diagnostic":
        """The same finding, as heavy as its kind is only at times."""
        assert self.kind.at_times is not None
        return replace(self, severity=self.kind.at_times, own=self.kind.at_times)

    def about(self, subject: str) -> "Diagnostic":
        """The same finding with its subject."""
        return Diagnostic(
            self.kind,
            self.severity,
            self.location,
            self.values,
            self.related,
            self.advice,
            subject,
            self.fix,
            self.count,
            self.own,
        )

    def message(self, language: Language) -> str:
        if self.count > 1:
            count = number(self.count, language)
            return _REST.say(language).format(count=count, code=self.kind.code)
        return self._fill(self.kind.message, language)

    def hint(self, language: Language) -> str:
        if self.advice is self.kind.hint:
            return self._fill(self.advice, language)
        said = self._said(language)  # advice of its own may quote a plan, braces and all
        return _PLACEHOLDER.sub(lambda m: said.get(m[1], m[0]), self.advice.say(language))

    def _fill(self, text: Text, language: Language) -> str:
        said = text.say(language)
        return said.format_map(self._said(language)) if "{" in said else said

    def _said(self, language: Language) -> dict[str, str]:
        return {name: say(value, language) for name, value in self.values.items()}

    @property
    def order(self) -> tuple[str, int, int, str]:
        return (self.location.file.name, self.location.line, self.location.column, self.kind.code)


def counted(diagnostics: Iterable[Diagnostic]) -> int:
    """How many findings these are, with all that one of them stands for."""
    return sum(diagnostic.count for diagnostic in diagnostics)


def say(value: Value, language: Language) -> str:
    """A value as a message shows it."""
    if isinstance(value, Text):
        return value.say(language)
    if isinstance(value, int | Decimal):
        return number(value, language)
    if isinstance(value, date):
        return day(value, language)
    return show(value)


_UNSAFE = re.compile(
    "[\\x00-\\x1f\\x7f-\\xa0\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ud800-\\udfff\\ue000-\\uf8ff\\ufeff\\ufff0-\\uffff\\U000e0000-\\U0010ffff]"
)
"""Control, bidirectional, invisible, private and unassigned characters."""


@lru_cache(maxsize=1_000)  # the findings of one item speak of the same texts
def show(text: str, limit: int = ECHO) -> str:
    """Untrusted text made harmless for a terminal, a log and a message.

    What cannot be printed is spelled `\\xNN` or `\\uNNNN`; past `limit` stands an ellipsis.
    """
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    if text.isascii() and text.isprintable():  # nearly every text
        return text.replace("##[", "##\\x5b")
    if not text.isprintable():
        text = "".join(c if c.isprintable() else spelled(c) for c in text)
    text = _UNSAFE.sub(lambda match: spelled(match[0]), text)
    return text.replace("##[", "##\\x5b")


def entitled(id_: str, title: str) -> str:
    """An id with its title behind it, where it has one."""
    return f"`{show(id_, 60)}` ({show(title, 60)})" if title else f"`{show(id_, 60)}`"


def spelled(character: str) -> str:
    """A character by its number: `\\x1b`, `\\u202e`."""
    point = ord(character)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"

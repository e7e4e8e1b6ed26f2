"""Too many findings to read: of each code a file is told so many, the rest are told as one.

See `docs/decisions/0027-floods.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from smartplan.diagnostics import Diagnostic, File, Severity
from smartplan.language import Text

EACH = 10_000
"""Findings of one code in one file that are told one by one."""

_HINT = Text(
    "perbaiki dahulu temuan `{code}` yang disebut di atas, lalu periksa lagi",
    "first mend the findings `{code}` that are told above, then check again",
)

Key = tuple[str, str]
"""Code and file."""


class Flood:
    """Findings as they are made; once there are enough of a code, the others are only counted."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._told: list[Diagnostic] = []
        self._room: dict[Key, int] = {}
        self._first: dict[Key, Diagnostic] = {}
        """The first of each code that is not told."""
        self._more: dict[Key, int] = {}
        self._heaviest: dict[Key, Severity] = {}
        self.extend(found)

    def only_counts(self, code: str, file: File) -> bool:
        """Whether one more of this code need not be made: it is counted here."""
        key = code, file.name
        if key not in self._more:
            return False
        self._more[key] += 1
        return True

    def append(self, diagnostic: Diagnostic) -> None:
        """Tell one more, or count it."""
        key = diagnostic.kind.code, diagnostic.location.file.name
        room = self._room.get(key, EACH)
        if room and diagnostic.count == 1:
            self._room[key] = room - 1
            self._told.append(diagnostic)
            return
        self._first.setdefault(key, diagnostic)
        self._more[key] = self._more.get(key, 0) + diagnostic.count
        heaviest = self._heaviest.setdefault(key, diagnostic.severity)
        if not heaviest.at_least(diagnostic.severity):
            self._heaviest[key] = diagnostic.severity

    def extend(self, found: Iterable[Diagnostic]) -> None:
        for diagnostic in found:
            self.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """All that is told, and for each code with more a finding that stands for the rest."""
        yield from self._told
        for key, first in self._first.items():
            yield _rest(first, self._more[key], self._heaviest[key])


def _rest(first: Diagnostic, count: int, severity: Severity) -> Diagnostic:
    if count == 1:
        return first
    code = first.kind.code
    hint = Text(_HINT.indonesian.format(code=code), _HINT.english.format(code=code))
    return replace(
        first,
        severity=severity,
        values={},
        related=(),
        advice=hint,
        subject="",
        fix=None,
        count=count,
    )

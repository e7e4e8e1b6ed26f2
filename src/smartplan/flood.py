"""Too many findings to read: of a plan so many are told, of each code so many, the rest counted.

See `docs/decisions/0027-floods.md`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from smartplan.diagnostics import Diagnostic, File, Severity
from smartplan.language import Text

EACH = 10_000
"""Findings of one code that are told one by one."""
ALL = 20_000
"""Findings of all codes that are told one by one."""

_HINT = Text(
    "perbaiki dahulu temuan yang disebut satu per satu, lalu periksa lagi",
    "first mend the findings that are told one by one, then check again",
)

Key = tuple[str, str]
"""Code and file."""


class Room:
    """How many more findings of a plan may be told one by one; its floods share it."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()
        self._all = 0

    def take(self, code: str) -> bool:
        """Take a place for one more, if there is one."""
        if self._told[code] >= EACH or self._all >= ALL:
            return False
        self._told[code] += 1
        self._all += 1
        return True


class Flood:
    """Findings as they are made; once there are enough of a code, the others are only counted."""

    def __init__(self, found: Iterable[Diagnostic] = (), room: Room | None = None) -> None:
        self._told: list[Diagnostic] = []
        self._room = room or Room()
        self._first: dict[Key, Diagnostic] = {}
        """The first of each code and file that is not told."""
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
        code = diagnostic.kind.code
        key = code, diagnostic.location.file.name
        if diagnostic.count == 1 and self._room.take(code):
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
        """All that is told, and for each code and file with more one that stands for the rest."""
        yield from self._told
        for key, first in self._first.items():
            yield _rest(first, self._more[key], self._heaviest[key])


def _rest(first: Diagnostic, count: int, severity: Severity) -> Diagnostic:
    if count == 1:
        return first
    return replace(
        first,
        severity=severity,
        own=severity,  # the heaviest decides what may be set aside
        values={},
        related=(),
        advice=_HINT,
        subject="",
        fix=None,
        count=count,
    )

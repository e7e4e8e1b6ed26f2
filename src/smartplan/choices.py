"""Which findings are told, and how they weigh: the manifest's choices and the command line's."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from smartplan.diagnostics import Diagnostic, Kind, Location, Severity
from smartplan.kinds import sch
from smartplan.language import Text
from smartplan.nearest import listing, nearest
from smartplan.source import Mapping as Table
from smartplan.source import location

if TYPE_CHECKING:  # the command line names codes without reading a plan
    from smartplan.stages.manifest import Manifest, RuleChoices

SUGGESTED = 20
"""Unknown codes that get a suggestion: finding the nearest is dear."""
_READING = ("YML", "SCH", "REF")
_FEW = 8
"""Codes that a hint lists at most."""


def is_error_of_reading(found: Diagnostic) -> bool:
    """Whether it says that something could not be read: no choice sets that aside.

    What reading only warns of (`YML020`) is read all the same, and may be set aside. What the
    finding weighs of itself decides, so that no choice moves it across the line.
    """
    return (found.own or found.kind.severity) is Severity.ERROR and _of_reading(found.kind.code)


def only_errors_of_reading(kind: Kind) -> bool:
    """Whether all findings of the kind are such errors."""
    weights = {kind.severity, kind.at_times or kind.severity}
    return weights == {Severity.ERROR} and _of_reading(kind.code)


def _of_reading(code: str) -> bool:
    return code.startswith(_READING)


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes, or beginnings of codes: what is told at all, and what of it is not."""

    select: tuple[str, ...] = ()
    """Empty for everything."""
    ignore: tuple[str, ...] = ()

    def allows(self, code: str) -> bool:
        return (not self.select or code.startswith(self.select)) and not (
            self.ignore and code.startswith(self.ignore)
        )

    def keeps(self, diagnostic: Diagnostic) -> bool:
        return self.allows(diagnostic.kind.code) or is_error_of_reading(diagnostic)


def left_by(
    manifest: "Manifest", found: list[Diagnostic], codes: Collection[str]
) -> list[Diagnostic]:
    """What the plan's own `ignore` leaves of its findings.

    A word that no code begins with leaves out nothing. A beginning such as `SCH` does not set
    aside what is said of that very choice.
    """
    if manifest.rules is None or not manifest.rules.ignore:
        return found
    words = _beginnings(codes).intersection(manifest.rules.ignore)
    choice = Choice(ignore=tuple(words))
    of_itself = sch.CHOICE_WITHOUT_EFFECT
    return [
        one
        for one in found
        if choice.keeps(one) or (one.kind is of_itself and of_itself.code not in words)
    ]


def _beginnings(codes: Collection[str]) -> set[str]:
    """Every code, and all that a code may begin with."""
    return {code[:length] for code in codes for length in range(1, len(code) + 1)}


def weighed(found: list[Diagnostic], manifest: "Manifest") -> list[Diagnostic]:
    """The findings with the severities the plan gives them."""
    levels = manifest.rules.severity if manifest.rules else {}
    if not levels:
        return found
    return [
        replace(diagnostic, severity=Severity(levels[diagnostic.kind.code]))
        if diagnostic.kind.code in levels and not is_error_of_reading(diagnostic)
        else diagnostic
        for diagnostic in found
    ]


def is_known(word: str, codes: Collection[str]) -> bool:
    """Whether any code is this word or begins with it."""
    return any(code.startswith(word) for code in codes)


def perhaps(word: str, codes: Collection[str]) -> Text | None:
    """The code that was meant, most likely."""
    close = nearest(word, codes, 1)
    return Text(f"mungkin `{close[0]}`?", f"perhaps `{close[0]}`?") if close else None


def unknown_codes(manifest: "Manifest", codes: Collection[str]) -> Iterator[Diagnostic]:
    """Codes in the manifest that no finding has: what they were to choose is not chosen."""
    if manifest.rules is None:
        return
    beginnings = _beginnings(codes)
    ignored = (
        (word, manifest.rules.at("ignore", position))
        for position, word in enumerate(manifest.rules.ignore)
        if word not in beginnings
    )
    weighed = (
        (code, _key(manifest.rules, code)) for code in manifest.rules.severity if code not in codes
    )
    for number, (word, place) in enumerate(chain(ignored, weighed)):
        hint = perhaps(word, codes) if number < SUGGESTED else None
        yield sch.UNKNOWN_CODE.at(place, hint=hint, code=word)


def without_effect(manifest: "Manifest", kinds: Mapping[str, Kind]) -> Iterator[Diagnostic]:
    """Choices of the manifest that errors of reading do not heed."""
    if manifest.rules is None:
        return
    for position, word in enumerate(manifest.rules.ignore):
        if unheeded(word, kinds):
            place = manifest.rules.at("ignore", position)
            advice = _instead(word, kinds)
            yield sch.CHOICE_WITHOUT_EFFECT.at(place, hint=advice, key="ignore", code=word)
    for code in manifest.rules.severity:
        if code in kinds and only_errors_of_reading(kinds[code]):
            place = _key(manifest.rules, code)
            yield sch.CHOICE_WITHOUT_EFFECT.at(place, key="severity", code=code)


def unheeded(word: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether the word names errors of reading, or begins their codes and no other family's."""
    return _of_reading(word) and any(
        code.startswith(word) and only_errors_of_reading(kind) for code, kind in kinds.items()
    )


def _instead(word: str, kinds: Mapping[str, Kind]) -> Text | None:
    """What of a family may be set aside; None where it is nothing."""
    rest = sorted(
        code
        for code, kind in kinds.items()
        if code.startswith(word) and not only_errors_of_reading(kind)
    )
    if not rest:
        return None
    codes = listing(rest, _FEW)
    return Text(
        f"yang dapat disisihkan hanya peringatan dan catatan; tulis kodenya: {codes}",
        f"only warnings and notes can be set aside; write their codes: {codes}",
    )


def _key(rules: "RuleChoices", code: str) -> Location:
    table = rules.node_at("severity")
    assert isinstance(table, Table)
    return location(table.entries[code][0])

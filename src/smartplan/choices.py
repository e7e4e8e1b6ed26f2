"""Which findings are told, and how they weigh: the manifest's choices and the command line's."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartplan.diagnostics import Diagnostic, Location, Severity
from smartplan.kinds import sch
from smartplan.language import Text
from smartplan.nearest import nearest
from smartplan.source import Mapping, location

if TYPE_CHECKING:  # the command line names codes without reading a plan
    from smartplan.stages.manifest import Manifest

_READING = ("YML", "SCH", "REF")


def is_error_of_reading(diagnostic: Diagnostic) -> bool:
    """Whether it says that something could not be read: no choice sets that aside."""
    return diagnostic.severity is Severity.ERROR and diagnostic.kind.code.startswith(_READING)


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


def of_manifest(manifest: "Manifest") -> Choice:
    """What the plan itself leaves out."""
    return Choice(ignore=manifest.rules.ignore) if manifest.rules else Choice()


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
    for position, word in enumerate(manifest.rules.ignore):
        if not is_known(word, codes):
            yield _unknown(word, manifest.rules.at("ignore", position), codes)
    for code in manifest.rules.severity:
        if code not in codes:
            yield _unknown(code, _key(manifest, code), codes)


def _key(manifest: "Manifest", code: str) -> Location:
    assert manifest.rules is not None
    table = manifest.rules.mark.entries["severity"][1]
    assert isinstance(table, Mapping)
    return location(table.entries[code][0])


def _unknown(word: str, place: Location, codes: Collection[str]) -> Diagnostic:
    return sch.UNKNOWN_CODE.at(place, hint=perhaps(word, codes), code=word)

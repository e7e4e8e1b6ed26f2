"""Which findings a plan's waivers set aside, and what is to be said of the waivers themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase

from smartplan.choices import is_error_of_reading, perhaps
from smartplan.diagnostics import Diagnostic, Kind
from smartplan.kinds import wai
from smartplan.record import path_in_plan
from smartplan.stages.waivers import Waiver, Waivers

FEWEST_WORDS = 3
"""A reason in fewer words is a label: `sudah tahu`."""


@dataclass
class Waived:
    """Findings parted by the waivers."""

    kept: list[Diagnostic] = field(default_factory=list)
    aside: list[Diagnostic] = field(default_factory=list)
    said: list[Diagnostic] = field(default_factory=list)
    """Findings about the waivers themselves."""


@dataclass(frozen=True)
class Terms:
    """What the waivers of a plan are read against."""

    codes: Mapping[str, Kind]
    """Every kind of finding there is, by code."""
    as_of: date
    prefix: str
    """What findings put before a file's path in the plan."""
    whole: bool
    """Whether every stage could be read: only then is a waiver without a finding left over."""


def part(found: list[Diagnostic], waivers: Waivers, terms: Terms) -> Waived:
    """Set aside what a waiver in force matches."""
    parted = Waived()
    in_force: dict[str, list[Waiver]] = {}
    for waiver in waivers.waivers:
        if _may_waive(waiver, terms) and waiver.until >= terms.as_of:
            in_force.setdefault(waiver.code, []).append(waiver)
    used: set[int] = set()
    for diagnostic in found:
        matching = [
            id(waiver)
            for waiver in in_force.get(diagnostic.kind.code, ())
            if matches(waiver, diagnostic, terms.prefix)
        ]
        used.update(matching)
        (parted.aside if matching else parted.kept).append(diagnostic)
    for waiver in waivers.waivers:
        parted.said.extend(_of_itself(waiver, terms))
        unused = waiver in in_force.get(waiver.code, ()) and id(waiver) not in used
        if unused and terms.whole:
            parted.said.append(wai.UNUSED.at(waiver.at("code"), code=waiver.code))
    return parted


def _may_waive(waiver: Waiver, terms: Terms) -> bool:
    """Whether there are findings of its code, and of a kind that may be set aside."""
    kind = terms.codes.get(waiver.code)
    return kind is not None and not is_error_of_reading(kind)


def matches(waiver: Waiver, diagnostic: Diagnostic, prefix: str) -> bool:
    """Whether a finding of the waiver's code stands where the waiver says."""
    subject = diagnostic.subject
    if waiver.item is not None and waiver.item not in subject.split("/"):
        return False
    if waiver.subject is not None and not f"{subject}/".startswith(f"{waiver.subject}/"):
        return False
    return waiver.path is None or fnmatchcase(
        path_in_plan(diagnostic.location.file.name, prefix), waiver.path
    )


def _of_itself(waiver: Waiver, terms: Terms) -> Iterator[Diagnostic]:
    code = waiver.code
    if code not in terms.codes:
        hint = perhaps(code, terms.codes)
        yield wai.UNKNOWN_CODE.at(waiver.at("code"), hint=hint, code=code)
    elif not _may_waive(waiver, terms):
        yield wai.ERROR_OF_READING.at(waiver.at("code"), code=code)
    elif waiver.until < terms.as_of:
        place = waiver.at("until")
        yield wai.EXPIRED.at(place, code=code, until=waiver.until, as_of=terms.as_of)
    if len(waiver.reason.split()) < FEWEST_WORDS:
        yield wai.WITHOUT_REASON.at(waiver.at("reason"), code=code, reason=waiver.reason)

"""Which findings a plan's waivers set aside, and what is to be said of the waivers themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from itertools import accumulate, islice

from smartplan.choices import SUGGESTED, is_error_of_reading, only_errors_of_reading, perhaps
from smartplan.diagnostics import Diagnostic, Kind
from smartplan.kinds import wai
from smartplan.language import Text
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
    in_force = _InForce(one for one in waivers.waivers if _is_in_force(one, terms))
    for diagnostic in found:
        firm = is_error_of_reading(diagnostic)
        matched = in_force.match(diagnostic, terms.prefix, firm=firm)
        (parted.aside if matched and not firm else parted.kept).append(diagnostic)
    hints = _hints(waivers, terms)
    for waiver in waivers.waivers:
        parted.said.extend(_of_itself(waiver, terms, hints))
        if not _is_in_force(waiver, terms) or in_force.has_used(waiver, firm=False):
            continue
        if in_force.has_used(waiver, firm=True):
            parted.said.append(wai.ERROR_OF_READING.at(waiver.at("code"), code=waiver.code))
        elif terms.whole:
            parted.said.append(wai.UNUSED.at(waiver.at("code"), code=waiver.code))
    return parted


def _may_waive(waiver: Waiver, terms: Terms) -> bool:
    """Whether there are findings of its code, and of a kind that may be set aside."""
    kind = terms.codes.get(waiver.code)
    return kind is not None and not only_errors_of_reading(kind)


def _is_in_force(waiver: Waiver, terms: Terms) -> bool:
    return _may_waive(waiver, terms) and waiver.until >= terms.as_of


_Asked = tuple[str, str | None, str | None]
"""What waivers ask of a finding itself: its code, an item, a subject it lies in."""


class _InForce:
    """The waivers in force; those that ask for the same are looked at once for a file."""

    def __init__(self, waivers: Iterable[Waiver]):
        self._paths: dict[_Asked, set[str | None]] = {}
        self._items: dict[str, set[str | None]] = {}
        """The items asked for, by code."""
        self._subjects: dict[str, set[str | None]] = {}
        for waiver in waivers:
            self._paths.setdefault(_asked(waiver), set()).add(waiver.path)
            self._items.setdefault(waiver.code, set()).add(waiver.item)
            self._subjects.setdefault(waiver.code, set()).add(waiver.subject)
        self._known: dict[tuple[_Asked, str, bool], bool] = {}
        self._used: set[tuple[_Asked, str | None, bool]] = set()

    def match(self, diagnostic: Diagnostic, prefix: str, *, firm: bool) -> bool:
        """Whether a finding is of the code, and stands where, any of the waivers says."""
        code, subject = diagnostic.kind.code, diagnostic.subject
        if code not in self._items:
            return False
        items = self._items[code] & {None, *_named_in(subject)}
        subjects = self._subjects[code] & {None, *accumulate(subject.split("/"), "{}/{}".format)}
        name = path_in_plan(diagnostic.location.file.name, prefix)
        found = [
            self._stands_in(name, (code, item, place), firm=firm)
            for item in items
            for place in subjects
        ]
        return any(found)

    def _stands_in(self, name: str, asked: _Asked, *, firm: bool) -> bool:
        """Whether a waiver that asks this is for the file; each that is has then been used."""
        key = asked, name, firm
        if key not in self._known:
            paths = self._paths.get(asked, ())
            meant = [path for path in paths if path is None or fnmatchcase(name, path)]
            self._used.update((asked, path, firm) for path in meant)
            self._known[key] = bool(meant)
        return self._known[key]

    def has_used(self, waiver: Waiver, *, firm: bool) -> bool:
        """Whether it has matched a finding, of those that cannot be set aside or of the others."""
        return (_asked(waiver), waiver.path, firm) in self._used


def _asked(waiver: Waiver) -> _Asked:
    return waiver.code, waiver.item, waiver.subject


def _named_in(subject: str) -> set[str]:
    """The ids on the way to a place: `indeks-spbe+2024`, a realisation, is of `indeks-spbe` too."""
    steps = subject.split("/")
    return {*steps, *(part for step in steps for part in step.split("+"))}


def _hints(waivers: Waivers, terms: Terms) -> dict[str, Text | None]:
    """Which code the first unknown ones may be meant for."""
    unknown = dict.fromkeys(one.code for one in waivers.waivers if one.code not in terms.codes)
    return {code: perhaps(code, terms.codes) for code in islice(unknown, SUGGESTED)}


def _of_itself(
    waiver: Waiver, terms: Terms, hints: Mapping[str, Text | None]
) -> Iterator[Diagnostic]:
    code = waiver.code
    if code not in terms.codes:
        yield wai.UNKNOWN_CODE.at(waiver.at("code"), hint=hints.get(code), code=code)
    elif not _may_waive(waiver, terms):
        yield wai.ERROR_OF_READING.at(waiver.at("code"), code=code)
    elif waiver.until < terms.as_of:
        place = waiver.at("until")
        yield wai.EXPIRED.at(place, code=code, until=waiver.until, as_of=terms.as_of)
    if len(waiver.reason.split()) < FEWEST_WORDS:
        yield wai.WITHOUT_REASON.at(waiver.at("reason"), code=code, reason=waiver.reason)

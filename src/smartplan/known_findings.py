"""Findings that were there when a plan took the tool up: counted in a file, told no more.

A finding is known by its code, its stage and its subject, never by a line or a folder, so that
the file holds on every machine and while the plan is edited around it.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from smartplan.choices import Choice
from smartplan.diagnostics import Diagnostic
from smartplan.record import Record, path_in_plan

VERSION = 1
MARK = "smartplan_baseline"
"""The key that tells such a file from any other JSON."""

Key = tuple[str, str, str]
"""Code, stage, subject."""
Counts = Counter[Key]
Whose = tuple[str, str]
"""The code of a plan's region; its folder as the file sees it, where the code is not enough."""
Known = dict[Whose, Counts]
"""What is known of each plan."""


class Foreign(ValueError):  # noqa: N818 - a file from outside, not a fault of the program
    """A text that `written` has not made."""


class Shared(ValueError):  # noqa: N818 - as above
    """Several plans that a file knows as one."""

    def __init__(self, region: str, folders: Sequence[str]):
        super().__init__(region)
        self.region = region
        self.folders = folders


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings held against what is known."""

    fresh: tuple[Diagnostic, ...]
    known: int
    gone: int
    """Findings that are known but no longer there."""


def counted(records: Sequence[Record], choice: Choice, folders: Sequence[str]) -> Known:
    """What would be known if everything found now were accepted; `folders` are the records'."""
    known: Known = {}
    regions = Counter(record.region for record in records)
    for record, folder in zip(records, folders, strict=True):
        whose = record.region, folder if regions[record.region] > 1 else ""
        counts = known.setdefault(whose, Counter())
        for diagnostic in record.diagnostics:
            if choice.keeps(diagnostic):
                counts[_key(diagnostic, record.prefix)] += diagnostic.count
    return known


def compared(
    records: Sequence[Record], choice: Choice, known: Known, folders: Sequence[str] = ()
) -> Compared:
    """The findings beyond the counted ones, in the order they were found.

    One plan is held against a file of one plan whatever their regions are called; among several,
    the region's code tells which is which, or the folder where several have that code.
    """
    owners = _owners(records, folders, known) if known else [None] * len(records)
    left = {whose: Counter(known[whose]) for whose in owners if whose}
    fresh: list[Diagnostic] = []
    old = 0
    for record, whose in zip(records, owners, strict=True):
        counts = left[whose] if whose else Counter()
        for diagnostic in record.diagnostics:
            if not choice.keeps(diagnostic):
                continue
            key = _key(diagnostic, record.prefix)
            there = min(counts[key], diagnostic.count)
            counts[key] -= there
            if there == diagnostic.count:
                old += there
            else:  # the rest of a flood that has grown: nobody can tell which of it are new
                fresh.append(diagnostic)
    gone = sum(
        count
        for counts in left.values()
        for (code, _, _), count in counts.items()
        if choice.allows(code)
    )
    return Compared(tuple(fresh), old, gone)


def _owners(records: Sequence[Record], folders: Sequence[str], known: Known) -> list[Whose | None]:
    """What each plan is held against; `Shared` where a file told plans apart that it cannot."""
    if len(records) == len(known) == 1:
        return list(known)
    by_folder = {folder: (region, folder) for region, folder in known if folder}
    owners: list[Whose | None] = []
    for record, folder in zip(records, folders, strict=True):
        whose = by_folder.get(folder, (record.region, ""))
        owners.append(whose if whose in known else None)
    for owner, times in Counter(owners).items():
        if owner and owner[0] and times > 1:
            raise Shared(owner[0], [folders[at] for at, one in enumerate(owners) if one == owner])
    unread = "", ""  # of several manifests that cannot be read nobody knows which is which
    several = owners.count(unread) > 1
    return [None if several and one == unread else one for one in owners]


def _key(diagnostic: Diagnostic, prefix: str) -> Key:
    path = path_in_plan(diagnostic.location.file.name, prefix)
    stage = path.partition("/")[0].removesuffix(".yaml")
    return diagnostic.kind.code, stage, diagnostic.subject


def written(known: Known) -> str:
    """What is known as a text: the same for the same findings, a line each."""
    plans = ",\n".join(
        f'  {{"region": {_said(region)}, {_folder(folder)}"findings": [{_rows(counts)}]}}'
        for (region, folder), counts in sorted(known.items())
    )
    return f'{{\n "{MARK}": {VERSION},\n "plans": [\n{plans}\n ]\n}}\n'


def _folder(folder: str) -> str:
    return f'"folder": {_said(folder)}, ' if folder else ""


def _rows(counts: Counts) -> str:
    rows = [
        f'   {{"code": {_said(code)}, "stage": {_said(stage)}, "subject": {_said(subject)}, '
        f'"count": {count}}}'
        for (code, stage, subject), count in sorted(counts.items())
    ]
    return "\n" + ",\n".join(rows) + "\n  " if rows else ""


def _said(text: str) -> str:
    """As JSON; half a surrogate, from a file name that is no text, is spelled out."""
    plain = json.dumps(text, ensure_ascii=False)
    return plain if plain.isprintable() else json.dumps(text)


def read(text: str) -> Known:
    """What `written` has written; `Foreign` for any other text."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise Foreign("no JSON") from None
    if not _is_written(document):
        raise Foreign("no known version")
    known: Known = {}
    try:
        for plan in document["plans"]:
            whose = plan["region"], plan.get("folder", "")
            if not all(isinstance(part, str) for part in whose):
                raise Foreign("not as written")
            counts = known.setdefault(whose, Counter())
            for row in plan["findings"]:
                key = (row["code"], row["stage"], row["subject"])
                counts[key] += _count(key, row["count"])
    except (KeyError, TypeError, AttributeError):
        raise Foreign("not as written") from None
    return known


def _is_written(document: object) -> TypeGuard[dict[str, list[dict[str, Any]]]]:
    return (
        isinstance(document, dict)
        and _is_number(document.get(MARK))
        and document[MARK] == VERSION
        and isinstance(document.get("plans"), list)
    )


def _count(key: Key, count: object) -> int:
    if not _is_number(count) or count < 0 or not all(isinstance(part, str) for part in key):
        raise Foreign("not as written")
    return count


def _is_number(value: object) -> TypeGuard[int]:
    """Whether it is a whole number; to Python `true` is one as well."""
    return isinstance(value, int) and not isinstance(value, bool)

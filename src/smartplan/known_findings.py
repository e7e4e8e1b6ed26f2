"""Findings that were there when a plan took the tool up: counted in a file, told no more.

A finding is known by its code, its stage and its subject, never by a line or a folder, so that
the file holds on every machine and while the plan is edited around it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smartplan.choices import Choice
from smartplan.diagnostics import Diagnostic
from smartplan.record import Record, path_in_plan

VERSION = 1
MARK = "smartplan_baseline"
"""The key that tells such a file from any other JSON."""

Key = tuple[str, str, str]
"""Code, stage, subject."""
Counts = Counter[Key]
Known = dict[str, Counts]
"""What is known of each plan, by the code of its region."""


class Foreign(ValueError):  # noqa: N818 - a file from outside, not a fault of the program
    """A text that `written` has not made."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings held against what is known."""

    fresh: tuple[Diagnostic, ...]
    known: int
    gone: int
    """Findings that are known but no longer there."""


def counted(records: Iterable[Record], choice: Choice) -> Known:
    """What would be known if everything found now were accepted."""
    known: Known = {}
    for record in records:
        counts = known.setdefault(record.region, Counter())
        counts.update(_key(d, record.prefix) for d in record.diagnostics if choice.keeps(d))
    return known


def compared(records: Sequence[Record], choice: Choice, known: Known) -> Compared:
    """The findings beyond the counted ones, in the order they were found.

    One plan is held against a file of one plan whatever their regions are called; among several,
    the region's code tells which is which.
    """
    left = {region: Counter(counts) for region, counts in known.items()}
    only = next(iter(left.values())) if len(records) == len(left) == 1 else None
    fresh: list[Diagnostic] = []
    old = 0
    for record in records:
        counts = only if only is not None else left.get(record.region, Counter())
        for diagnostic in record.diagnostics:
            if not choice.keeps(diagnostic):
                continue
            if counts and counts[key := _key(diagnostic, record.prefix)] > 0:
                counts[key] -= 1
                old += diagnostic.count
            else:
                fresh.append(diagnostic)
    here = {record.region for record in records}
    gone = sum(
        count
        for region, counts in left.items()
        if counts is only or region in here
        for (code, _, _), count in counts.items()
        if choice.allows(code)
    )
    return Compared(tuple(fresh), old, gone)


def _key(diagnostic: Diagnostic, prefix: str) -> Key:
    path = path_in_plan(diagnostic.location.file.name, prefix)
    stage = path.partition("/")[0].removesuffix(".yaml")
    return diagnostic.kind.code, stage, diagnostic.subject


def written(known: Known) -> str:
    """What is known as a text: the same for the same findings, a line each."""
    plans = ",\n".join(
        f'  {{"region": {_said(region)}, "findings": [{_rows(counts)}]}}'
        for region, counts in sorted(known.items())
    )
    return f'{{\n "{MARK}": {VERSION},\n "plans": [\n{plans}\n ]\n}}\n'


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
    if not isinstance(document, dict) or document.get(MARK) != VERSION:
        raise Foreign("no known version")
    known: Known = {}
    try:
        for plan in document["plans"]:
            counts = known.setdefault(plan["region"], Counter())
            for row in plan["findings"]:
                key = (row["code"], row["stage"], row["subject"])
                counts[key] += _count(key, row["count"])
    except (KeyError, TypeError, AttributeError):
        raise Foreign("not as written") from None
    return known


def _count(key: Key, count: object) -> int:
    if not isinstance(count, int) or count < 0 or not all(isinstance(part, str) for part in key):
        raise Foreign("not as written")
    return count

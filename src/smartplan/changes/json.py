"""Changes as JSON for other programs; the shape is versioned, see `docs/json.md`."""

from decimal import Decimal

from smartplan.changes.change import (
    Category,
    Change,
    Changes,
    Money,
    Named,
    Subject,
    Value,
    Whole,
    Word,
)
from smartplan.changes.lines import Ends
from smartplan.diagnostics import Diagnostic, show
from smartplan.escapes import json_text
from smartplan.language import Language
from smartplan.stages.scalars import Moment

VERSION = 1
LONGEST = 20_000


def json(changes: Changes, ends: Ends, language: Language) -> str:
    """One object with every change and every finding that came or went."""
    document = {
        "version": VERSION,
        "language": str(language),
        "before": {"name": show(ends.before, 500), "commit": ends.commits[0]},
        "after": {"name": show(ends.after, 500), "commit": ends.commits[1]},
        "counts": {category: len(changes.of(category)) for category in Category},
        "changes": [_change(change, language) for change in changes.changes],
        "money": [
            {
                "kind": one.kind,
                "before": one.before,
                "after": one.after,
                "difference": one.difference,
                "percent": _number(one.percent),
            }
            for one in changes.totals
        ],
        "findings": {
            "introduced": [_finding(one, language) for one in changes.introduced],
            "resolved": [_finding(one, language) for one in changes.resolved],
        },
    }
    return json_text(document)


def _change(change: Change, language: Language) -> dict[str, object]:
    told: dict[str, object] = {
        "category": str(change.category),
        **_subject(change.subject),
        "field": change.field,
        "label": change.label.say(language),
        "before": raw(change.before, language),
        "after": raw(change.after, language),
    }
    if change.old and change.new and change.old != change.new:
        told["was"] = _subject(change.old)
    if change.difference is not None:
        told |= {"difference": _number(change.difference), "percent": _number(change.percent)}
    if change.months is not None:
        told["months"] = change.months
    return {**told, "guess": True} if change.guess else told


def _subject(subject: Subject) -> dict[str, object]:
    return {"kind": subject.kind, "id": subject.id, "title": show(subject.title, LONGEST)}


def raw(value: Value, language: Language) -> object:  # noqa: PLR0911 - one a type
    """A value as a plan writes it."""
    if isinstance(value, Money):
        return value.rupiah
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Moment):
        return str(value)
    if isinstance(value, Word):
        return value.key
    if isinstance(value, Named):
        return value.id or value.kind
    if isinstance(value, Whole):
        return {name.english: raw(one, language) for name, one in value.fields}
    if isinstance(value, tuple):
        return [raw(one, language) for one in value]
    return value


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    return {
        "code": diagnostic.kind.code,
        "severity": str(diagnostic.severity),
        "subject": show(diagnostic.subject, 4_000),
        "message": diagnostic.message(language),
    }

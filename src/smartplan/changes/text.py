"""Changes for a terminal."""

from collections.abc import Iterator

from smartplan.changes.change import Change, Changes
from smartplan.changes.lines import (
    INTRODUCED,
    MONEY,
    NOTHING,
    RESOLVED,
    Ends,
    counts,
    finding,
    line,
    sections,
    total,
)
from smartplan.diagnostics import counted, show
from smartplan.language import Language, number


def text(changes: Changes, ends: Ends, language: Language) -> str:
    """A block for each kind of change."""
    return "\n".join(_lines(changes, ends, language)) + "\n"


def _lines(changes: Changes, ends: Ends, language: Language) -> Iterator[str]:
    yield f"{show(ends.before)} → {show(ends.after)}"
    if changes.is_empty:
        yield NOTHING.say(language)
        return
    yield counts(changes, language)
    for title, found in sections(changes):
        yield ""
        yield f"{title.say(language)} ({number(len(found), language)})"
        yield from (_line(change, language) for change in found)
    if any(one.difference for one in changes.totals):
        yield ""
        yield MONEY.say(language)
        yield from (f"  {total(one, language)}" for one in changes.totals)
    for title, findings in ((INTRODUCED, changes.introduced), (RESOLVED, changes.resolved)):
        if findings:
            yield ""
            yield f"{title.say(language)} ({number(counted(findings), language)})"
            yield from (f"  {finding(one, language)}" for one in findings)


def _line(change: Change, language: Language) -> str:
    told = line(change, language)
    name = f"{told.kind} {told.id}".rstrip()
    if told.title:
        name = f"{name} ({told.title})"
    if told.before is None:
        return f"  {name}"
    said = f"  {name}: {told.what}: {told.before} → {told.after}"
    return f"{said} ({told.remark})" if told.remark else said

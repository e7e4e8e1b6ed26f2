"""Changes as Markdown: a comment on a pull request, and the matrix of an official revision."""

from collections.abc import Iterator

from smartplan.changes.change import Change, Changes
from smartplan.changes.lines import (
    INTRODUCED,
    MONEY,
    NOTHING,
    RESOLVED,
    TITLES,
    Ends,
    counts,
    finding,
    line,
    sections,
    total,
)
from smartplan.changes.words import LONG
from smartplan.diagnostics import show
from smartplan.escapes import markdown as escaped
from smartplan.figures.cells import heading
from smartplan.figures.table import Cell, Table
from smartplan.figures.wording import DASH, capitalised
from smartplan.language import Language, Text, number

LIMIT = 60_000
"""Bytes of a comment; GitHub refuses one with more than 65,536 characters."""

_TITLE = Text("Perubahan rencana", "Changes of the plan")
_COLUMNS = Text("Butir | Semula | Menjadi | Keterangan", "Item | Before | After | Remark")
_CUT = Text(
    "Daftar dipotong di sini; bentuk `json` dan `matrix` memuat semuanya.",
    "The list is cut here; the formats `json` and `matrix` have it all.",
)


def markdown(changes: Changes, ends: Ends, language: Language) -> str:
    """A heading, the counts and a table for each kind of change; cut where GitHub would."""
    lines, size = [], 0
    for one in _comment(changes, ends, language):
        size += len(one.encode("utf-8", "backslashreplace")) + 1
        if size > LIMIT:
            lines += ["", _CUT.say(language)]
            break
        lines.append(one)
    return "\n".join(lines) + "\n"


def _comment(changes: Changes, ends: Ends, language: Language) -> Iterator[str]:
    yield f"## {_TITLE.say(language)}"
    yield ""
    yield f"{escaped(show(ends.before))} → {escaped(show(ends.after))}"
    yield ""
    if changes.is_empty:
        yield NOTHING.say(language)
        return
    yield f"{capitalised(counts(changes, language))}."
    for title, found in sections(changes):
        yield ""
        yield f"### {title.say(language)} ({number(len(found), language)})"
        yield ""
        yield from _table(found, language)
    if any(one.difference for one in changes.totals):
        yield from _listed(MONEY, [total(one, language) for one in changes.totals], language)
    for words, findings in ((INTRODUCED, changes.introduced), (RESOLVED, changes.resolved)):
        if findings:
            yield from _listed(words, [finding(one, language) for one in findings], language)


def _listed(title: Text, lines: list[str], language: Language) -> Iterator[str]:
    yield ""
    yield f"### {title.say(language)}"
    yield ""
    yield from (f"- {escaped(one)}" for one in lines)


def _table(found: tuple[Change, ...], language: Language) -> Iterator[str]:
    yield f"| {_COLUMNS.say(language)} |"
    yield "| --- | --- | --- | --- |"
    for change in found:
        told = line(change, language)
        name = escaped(f"{told.kind} {told.id}".strip())
        title = f" {escaped(told.title)}" if told.title else ""
        what = f"<br>{escaped(told.what)}" if told.what else ""
        ends = [escaped(end) if end is not None else "" for end in (told.before, told.after)]
        yield f"| **{name}**{title}{what} | {ends[0]} | {ends[1]} | {escaped(told.remark)} |"


# The matrix


_MATRIX = Text("Matriks Perubahan", "Matrix of Changes")
_MATRIX_COLUMNS = Text("No. | Semula | Menjadi | Keterangan", "No. | Before | After | Remark")
_INTRODUCTION = Text(
    "Matriks ini memuat semua perubahan isi rencana dari {before} menjadi {after}.",
    "This matrix has every change of the plan's content from {before} to {after}.",
)


def matrix(changes: Changes, ends: Ends, language: Language) -> str:
    """The matrix of changes that an official revision has: semula, menjadi, keterangan.

    Findings are no part of it: they say what smartplan thinks of a plan, not what the plan says.
    """
    return "\n".join(_matrix(changes, ends, language)) + "\n"


def _matrix(changes: Changes, ends: Ends, language: Language) -> Iterator[str]:
    yield f"# {_MATRIX.say(language)}"
    yield ""
    yield escaped(introduction(ends, language))
    yield ""
    if not changes.changes:
        yield NOTHING.say(language)
        return
    yield f"| {_MATRIX_COLUMNS.say(language)} |"
    yield "| --: | :-- | :-- | :-- |"
    for place, row in enumerate(matrix_rows(changes, language), start=1):
        cells = " | ".join(escaped(cell) for cell in row)
        yield f"| {number(place, language)} | {cells} |"


def introduction(ends: Ends, language: Language) -> str:
    """From what to what, as a sentence."""
    before, after = show(ends.before), show(ends.after)
    return _INTRODUCTION.say(language).format(before=before, after=after)


def matrix_table(changes: Changes, language: Language) -> Table:
    """The matrix as a table of a book."""
    return Table(
        id="matriks-perubahan",
        caption=_MATRIX,
        columns=(
            heading("No.", "No.", "right"),
            heading("Semula", "Before"),
            heading("Menjadi", "After"),
            heading("Keterangan", "Remark"),
        ),
        rows=tuple(
            (Cell(number(place, language)), *(Cell(cell) for cell in row))
            for place, row in enumerate(matrix_rows(changes, language), start=1)
        ),
        empty=NOTHING,
        wide=True,
    )


def matrix_rows(changes: Changes, language: Language) -> Iterator[tuple[str, str, str]]:
    """Semula, menjadi, keterangan of every change, as plain text."""
    for change in changes.changes:
        told = line(change, language, LONG)
        category = TITLES[change.category].say(language)
        name = f"{capitalised(told.kind)} {told.title or told.id}".rstrip()
        if told.before is None:
            ends = (name if change.old else DASH, name if change.new else DASH)
            yield (*ends, f"{category}.")
            continue
        remark = f"{category}: {told.remark}" if told.remark else category
        yield (
            f"{_old_name(change, name, told.kind)}, {told.what}: {told.before}",
            f"{name}, {told.what}: {told.after}",
            f"{remark}.",
        )


def _old_name(change: Change, name: str, kind: str) -> str:
    if change.old is None or change.new is None or change.old == change.new:
        return name
    return f"{capitalised(kind)} {show(change.old.title or change.old.id, LONG)}"

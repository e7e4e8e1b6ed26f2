"""The whole traceability matrix as text, CSV, JSON and Markdown: the rows of the book."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from smartplan.diagnostics import show
from smartplan.escapes import json_text
from smartplan.escapes import markdown as escaped
from smartplan.exchange.sheet import guarded
from smartplan.figures.cells import term
from smartplan.figures.table import Table
from smartplan.figures.trace import MatrixRow, marked_items, matrix_rows, trace_table
from smartplan.language import Language, Text, label
from smartplan.plan import Plan

VERSION = 1
_EMPTY = Text("Belum ada program yang dapat dilacak.", "There is no program to trace yet.")
_WHOLE = Text("tanpa celah", "no gap")
_MARKS = Text("Tanda", "Marks")


def _tables(plan: Plan) -> Iterator[tuple[str, Table, tuple[MatrixRow, ...]]]:
    """The matrix of each dimension that has programs: as the book prints it, and what it shows."""
    for dimension in plan.framework.dimensions:
        table = trace_table(plan, dimension.id)
        if table.rows:
            name = term(plan, "dimension", dimension.id)
            yield name, table, matrix_rows(plan, dimension.id)


def text(plan: Plan, language: Language) -> str:
    """A block for each program, which a terminal shows better than seven columns."""
    return "\n".join(_text(plan, language)) + "\n"


def _text(plan: Plan, language: Language) -> Iterator[str]:
    first = True
    for name, table, rows in _tables(plan):
        if not first:
            yield ""
        first = False
        yield show(name)
        heads = [column.heading.say(language).lower() for column in table.columns]
        for row, shown in zip(table.rows, rows, strict=True):
            said = [show(cell.text, 300) for cell in row]
            yield f"  {said[0]}"
            told = [f"{head} {cell}" for head, cell in zip(heads, said, strict=True)][1:]
            if not shown.gaps:
                told[-1] = _WHOLE.say(language)
            yield "    " + "; ".join(told)
    if first:
        yield _EMPTY.say(language)
        return
    yield ""
    yield _MARKS.say(language)
    for mark, item in marked_items(plan):
        yield f"  {mark}: {label('kind', item.kind).say(language)}, {show(item.title_text, 300)}"


def comma_separated(plan: Plan, language: Language) -> str:
    """One row a program, the dimension in front; no cell is a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    started = False
    for name, table, _ in _tables(plan):
        if not started:
            heads = [column.heading.say(language) for column in table.columns]
            writer.writerow([label("kind", "dimension").say(language), *heads])
            started = True
        for row in table.rows:
            writer.writerow([guarded(cell) for cell in (name, *(cell.text for cell in row))])
    return stream.getvalue()


def markdown(plan: Plan, language: Language) -> str:
    """A table for each dimension."""
    return "\n".join(_markdown(plan, language)).strip("\n") + "\n"


def _markdown(plan: Plan, language: Language) -> Iterator[str]:
    empty = True
    for name, table, _ in _tables(plan):
        empty = False
        yield f"\n## {escaped(show(name))}\n"
        yield _row(column.heading.say(language) for column in table.columns)
        yield _row("---" for _ in table.columns)
        for row in table.rows:
            yield _row(escaped(show(cell.text, 2_000)) for cell in row)
    if empty:
        yield _EMPTY.say(language)


def _row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def as_json(plan: Plan, language: Language) -> str:
    """The same rows by id, one entry a way up."""
    document = {
        "version": VERSION,
        "language": str(language),
        "rows": [
            _object(dimension.id, row, language)
            for dimension in plan.framework.dimensions
            for row in matrix_rows(plan, dimension.id)
        ],
    }
    return json_text(document)


def _object(dimension: str, row: MatrixRow, language: Language) -> dict[str, object]:
    return {
        "dimension": dimension,
        "program": row.program.id,
        "name": row.program.name,
        "ways": [
            {
                "objective": link.objective.id if link.objective else None,
                "goal": link.goal.id if link.goal else None,
                "mission": link.mission.id if link.mission else None,
                "above": [aligned.id for aligned in link.above],
            }
            for link in row.links
        ],
        "indicators": [indicator.id for indicator in row.indicators],
        "gaps": [gap.say(language) for gap in row.gaps],
    }


FORMATS: Mapping[str, Callable[[Plan, Language], str]] = {
    "text": text,
    "csv": comma_separated,
    "json": as_json,
    "markdown": markdown,
}

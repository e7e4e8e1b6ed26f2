"""The plan as open data: every table as CSV, the whole plan as JSON, and what describes them."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count

import smartplan
from smartplan.book import words
from smartplan.book.blocks import Box, Chapter, Publication, TableBlock
from smartplan.book.dossiers import Listing
from smartplan.figures.wording import DASH
from smartplan.language import Language
from smartplan.plan import Plan
from smartplan.stages import STAGES
from smartplan.stages.base import Item
from smartplan.stages.scalars import Moment

PLAN, PACKAGE = "data/plan.json", "data/datapackage.json"
PLAN_VERSION = 1
"""Rises when something in `plan.json` is renamed or goes away; see `docs/situs.md`."""

_FOLDER = "data/tables"
_SAFE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 80
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings that a spreadsheet takes for a formula."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data table."""

    name: str
    type: str
    """`string`, `integer` or `number`."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as a file of data."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def path(self) -> str:
        return f"{_FOLDER}/{self.name}.csv"

    def written(self) -> str:
        """CSV as RFC 4180 has it; the mark in front tells Excel that it is UTF-8."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([_harmless(column.name) for column in self.columns])
        writer.writerows(self.rows)
        return f"\ufeff{text.getvalue()}"


Place = tuple[str, str, str]
"""A table by its book, its chapter and its anchor; for a list, its kind twice."""


def tables(publication: Publication, listings: Iterable[Listing]) -> dict[Place, DataTable]:
    """Every table of the books and of the lists, by its place."""
    found: dict[Place, DataTable] = {}
    taken: set[str] = set()
    for listing in listings:
        for table in listing.chapter.tables:
            name = _name(table.id, table.anchor, taken)
            place = (listing.kind, listing.kind, table.anchor)
            found[place] = _table(name, table.caption, table, listing.chapter, publication.language)
    for book in publication.books:
        for chapter in book.chapters:
            for table in chapter.tables:
                name = _name(f"{book.id}-{table.id}", f"{book.id}-{table.anchor}", taken)
                title = f"{book.short}, {words.TABLE.say(publication.language)} {table.number}"
                title = f"{title} {table.caption}"
                place = (book.id, chapter.slug, table.anchor)
                found[place] = _table(name, title, table, chapter, publication.language)
    return found


def _name(wanted: str, otherwise: str, taken: set[str]) -> str:
    """The table's own name, which stays when numbers move; its number where two share a name."""
    fits = _SAFE_ID.fullmatch(wanted) and len(wanted) <= _LONGEST_ID
    name = wanted if fits and wanted not in taken else otherwise
    taken.add(name)
    return name


def _table(
    name: str, title: str, table: TableBlock, chapter: Chapter, language: Language
) -> DataTable:
    sources = {note.number: note.source for note in chapter.footnotes if note.source}
    numeric = [_type(row[place] for row in table.rows) for place in range(len(table.headings))]
    columns = [*_columns(table.headings, numeric)]
    rows = [
        tuple(_told(box, type_) for box, type_ in zip(row, numeric, strict=True))
        for row in table.rows
    ]
    cited = ["; ".join(_cited(row, sources)) for row in table.rows]
    if any(cited):
        columns.append(Column(_unlike(words.SOURCES.say(language), columns), "string"))
        rows = [(*row, ids) for row, ids in zip(rows, cited, strict=True)]
    return DataTable(name, title, tuple(columns), tuple(rows))


def _cited(row: Iterable[Box], sources: Mapping[int, str]) -> list[str]:
    numbers = (number for box in row for number in box.cited.footnotes)
    return list(dict.fromkeys(sources[number] for number in numbers if number in sources))


def _columns(headings: Iterable[str], types: Iterable[str]) -> Iterator[Column]:
    given: list[Column] = []
    for heading, type_ in zip(headings, types, strict=True):
        given.append(Column(_unlike(heading, given), type_))
    yield from given


def _unlike(name: str, given: Iterable[Column]) -> str:
    """A name that no column before it has."""
    there = {column.name for column in given}
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    return next(one for one in names if one not in there)


def _type(column: Iterable[Box]) -> str:
    """Numbers only where every cell that says anything says a number."""
    values = [box.value for box in column if not _is_empty(box)]
    if not values or any(value is None for value in values):
        return "string"
    whole = all(value == int(value) for value in values if value is not None)
    return "integer" if whole else "number"


def _is_empty(box: Box) -> bool:
    return box.value is None and box.text in ("", DASH)


def _told(box: Box, type_: str) -> str:
    if type_ == "string":
        return "" if _is_empty(box) else _harmless(" ".join(box.text.split()))
    if box.value is None:
        return ""
    return str(int(box.value)) if type_ == "integer" else f"{Decimal(box.value):f}"


def _harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not calculate."""
    return f"'{text}" if text.startswith(_FORMULA) else text


# The whole plan


def plan_json(plan: Plan, *, draft: bool) -> str:
    """Every stage as the plan's files say it, with the keys of the files."""
    stages = {name: _plain(getattr(plan, name)) for name in STAGES if plan.has(name)}
    return _json(
        {
            "format": "smartplan",
            "format_version": PLAN_VERSION,
            **({"draft": True} if draft else {}),
            "smartplan": _plain(plan.manifest),
            "framework": plan.framework.id,
            **stages,
        }
    )


def _plain(value: object) -> object:
    """Items as mappings without what was not given; dates and moments as they are written."""
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Item):
        told = {
            key: _plain(said)
            for name, key in _keys(type(value))
            if (said := getattr(value, name)) is not None
        }
        return {key: said for key, said in told.items() if said not in ([], {})}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return str(value) if isinstance(value, date | Moment) else value


_AS_THEY_ARE = (str, int, bool, float, type(None))
"""Nearly all of a plan's values: JSON has the same."""


@cache
def _keys(model: type[Item]) -> tuple[tuple[str, str], ...]:
    """The fields of a model with the keys of the files."""
    fields = model.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if name != "mark")


def _json(value: Mapping[str, object]) -> str:
    """An item a line: as small as data are, and what changed shows in a comparison."""
    return f"{_lines(value, 3)}\n"


def _lines(value: object, depth: int) -> str:
    """JSON with mappings and lists broken into lines down to a depth."""
    if depth == 0 or not isinstance(value, dict | list) or not value:
        return _JSON.encode(value)
    if isinstance(value, list):
        return "[\n" + ",\n".join([_JSON.encode(one) for one in value]) + "\n]"
    told = [f"{_JSON.encode(key)}: {_lines(one, depth - 1)}" for key, one in value.items()]
    return "{\n" + ",\n".join(told) + "\n}"


_JSON = json.JSONEncoder(ensure_ascii=False)


# What describes them


def data_package(plan: Plan, publication: Publication, found: Iterable[DataTable]) -> str:
    """A descriptor as Frictionless Data Package has it."""
    manifest = plan.manifest
    code = re.sub(r"[^a-z0-9]+", "-", manifest.region.code.lower()).strip("-")
    package: dict[str, object] = {
        "profile": "data-package",
        "name": f"smartplan-{code or 'rencana'}",
        "title": manifest.title,
        "description": manifest.summary or "",
        "created": f"{manifest.as_of.isoformat()}T00:00:00Z",
        "smartplan": smartplan.__version__,
        "resources": [
            {
                "name": "plan",
                "title": manifest.title,
                "path": PLAN.removeprefix("data/"),
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "profile": "data-resource",
            },
            *(_resource(table) for table in found),
        ],
    }
    if publication.draft:
        package["draft"] = True
    return _json({key: value for key, value in package.items() if value != ""})


def _resource(table: DataTable) -> dict[str, object]:
    return {
        "name": table.name,
        "title": table.title,
        "path": table.path.removeprefix("data/"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "profile": "tabular-data-resource",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [
                {"name": _harmless(column.name), "type": column.type} for column in table.columns
            ],
            "missingValues": [""],
        },
    }

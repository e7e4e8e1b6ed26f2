"""What the check of one plan came to, and the same as plain data for a file or another process.

A finding restored from plain data prints as the one it was made from in every report: of each file
it keeps the lines that findings begin and end on, which are all that a report shows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from decimal import Decimal

from smartplan.diagnostics import (
    Diagnostic,
    File,
    Fix,
    Kind,
    Location,
    Related,
    Severity,
    Value,
    show,
)
from smartplan.language import Text


@dataclass(frozen=True, slots=True)
class Record:
    """The findings of one plan and what is told beside them."""

    diagnostics: tuple[Diagnostic, ...]
    waived: int
    files: int
    """How many YAML files were read."""
    language: str | None
    region: str
    """The code of the plan's region; empty where the manifest cannot be read."""
    prefix: str
    """What findings put before the path of a file in the plan."""


def path_in_plan(name: str, prefix: str) -> str:
    """A file's path below the plan's folder, from the name findings give the file."""
    return name.removeprefix(prefix).removeprefix(show(prefix, 500))


class Malformed(ValueError):  # noqa: N818 - data from outside, not a fault of the program
    """Plain data that no record was made into."""


def plain(record: Record) -> dict[str, object]:
    """A record as lists, mappings, texts and numbers."""
    packing = _Packing()
    findings = [packing.finding(diagnostic) for diagnostic in record.diagnostics]
    return {
        "waived": record.waived,
        "files": record.files,
        "language": record.language,
        "region": record.region,
        "prefix": record.prefix,
        "kinds": [_kind(kind) for kind in packing.kinds],
        "texts": [[file.name, _lines(packing.lines[id(file)])] for file in packing.files],
        "findings": findings,
    }


def restored(data: object) -> Record:
    """The record that plain data were made from."""
    try:
        table = _table(data)
        unpacking = _Unpacking(
            [_kind_of(row) for row in _list(table["kinds"])],
            [_file_of(row) for row in _list(table["texts"])],
        )
        language = table["language"]
        return Record(
            tuple(unpacking.finding(row) for row in _list(table["findings"])),
            _int(table["waived"]),
            _int(table["files"]),
            None if language is None else _str(language),
            _str(table["region"]),
            _str(table["prefix"]),
        )
    except (KeyError, IndexError, ArithmeticError, TypeError, ValueError) as error:
        raise Malformed(type(error).__name__) from error


class _Packing:
    """Findings to rows; kinds and files are told once and named by their position."""

    def __init__(self) -> None:
        self.kinds: list[Kind] = []
        self.files: list[File] = []
        self.lines: dict[int, dict[int, str]] = {}
        self._kinds: dict[int, int] = {}
        self._files: dict[int, int] = {}

    def finding(self, found: Diagnostic) -> list[object]:
        return [
            self._kind(found.kind),
            str(found.severity),
            self._place(found.location),
            {name: _value(value) for name, value in found.values.items()},
            [[self._place(related.location), *_text(related.label)] for related in found.related],
            None if found.advice is found.kind.hint else _text(found.advice),
            found.subject,
            self._fix(found.fix),
            found.count,
            None if found.own is None else str(found.own),
        ]

    def _fix(self, fix: Fix | None) -> list[object] | None:
        return None if fix is None else [self._place(fix.location), fix.text, fix.safe]

    def _kind(self, kind: Kind) -> int:
        if id(kind) not in self._kinds:
            self._kinds[id(kind)] = len(self.kinds)
            self.kinds.append(kind)
        return self._kinds[id(kind)]

    def _place(self, place: Location) -> list[int]:
        file = place.file
        if id(file) not in self._files:
            self._files[id(file)] = len(self.files)
            self.files.append(file)
            self.lines[id(file)] = {}
        kept = self.lines[id(file)]
        for number in (place.line, place.end_line):
            kept.setdefault(number, file.line(number))
        return [self._files[id(file)], place.line, place.column, place.end_line, place.end_column]


def _lines(kept: dict[int, str]) -> list[list[object]]:
    return [[number, text] for number, text in sorted(kept.items()) if text]


def _text(text: Text) -> list[str]:
    return [text.indonesian, text.english]


def _kind(kind: Kind) -> list[object]:
    message, hint, why = _text(kind.message), _text(kind.hint), _text(kind.why)
    basis = _text(kind.basis) if isinstance(kind.basis, Text) else kind.basis
    about = None if kind.about is None else _text(kind.about)
    at_times = None if kind.at_times is None else str(kind.at_times)
    head = [kind.code, kind.name, str(kind.severity)]
    return [*head, message, hint, why, kind.examples, basis, about, at_times]


def _value(value: Value) -> object:
    """Texts and numbers stand for themselves, everything else tells its type."""
    if isinstance(value, Text):
        return ["text", *astuple(value)]
    if isinstance(value, Decimal):
        return ["decimal", str(value)]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return str(value) if isinstance(value, str) else int(value)


@dataclass(frozen=True, slots=True)
class _Unpacking:
    kinds: Sequence[Kind]
    files: Sequence[File]

    def finding(self, row: object) -> Diagnostic:
        kind, severity, place, values, related, advice, subject, fix, count, own = _list(row)
        of_kind = self.kinds[_int(kind)]
        return Diagnostic(
            of_kind,
            Severity(_str(severity)),
            self._place(place),
            {name: _value_of(value) for name, value in _table(values).items()},
            tuple(self._related(one) for one in _list(related)),
            of_kind.hint if advice is None else _text_of(advice),
            _str(subject),
            None if fix is None else self._fix(fix),
            _int(count),
            None if own is None else Severity(_str(own)),
        )

    def _fix(self, row: object) -> Fix:
        place, text, safe = _list(row)
        return Fix(self._place(place), _str(text), bool(safe))

    def _related(self, row: object) -> Related:
        place, indonesian, english = _list(row)
        return Related(self._place(place), Text(_str(indonesian), _str(english)))

    def _place(self, row: object) -> Location:
        file, line, column, end_line, end_column = (_int(number) for number in _list(row))
        return Location(self.files[file], line, column, end_line, end_column)


def _file_of(row: object) -> File:
    name, kept = _list(row)
    lines: list[str] = []
    for pair in _list(kept):
        number, text = _list(pair)
        lines.extend([""] * (_int(number) - 1 - len(lines)))
        lines.append(_str(text))
    return File(_str(name), "\n".join(lines))


def _kind_of(row: object) -> Kind:
    code, name, severity, message, hint, why, examples, basis, about, at_times = _list(row)
    return Kind(
        _str(code),
        _str(name),
        Severity(_str(severity)),
        _text_of(message),
        _text_of(hint),
        _text_of(why),
        _str(examples),
        _str(basis) if isinstance(basis, str) else _text_of(basis),
        None if about is None else _text_of(about),
        None if at_times is None else Severity(_str(at_times)),
    )


def _text_of(row: object) -> Text:
    indonesian, english = _list(row)
    return Text(_str(indonesian), _str(english))


def _value_of(value: object) -> Value:
    if isinstance(value, str | int):
        return value
    sort, *rest = _list(value)
    if sort == "text":
        return _text_of(rest)
    (only,) = rest
    if sort == "decimal":
        return Decimal(_str(only))
    if sort == "date":
        return date.fromisoformat(_str(only))
    raise Malformed(str(sort))


def _list(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    raise Malformed("list")


def _table(value: object) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise Malformed("mapping")


def _str(value: object) -> str:
    if isinstance(value, str):
        return value
    raise Malformed("text")


def _int(value: object) -> int:
    if isinstance(value, int):
        return value
    raise Malformed("number")

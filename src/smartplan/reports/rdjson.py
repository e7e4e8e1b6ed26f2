"""Findings in reviewdog's diagnostic format, which becomes comments on a change."""

from collections.abc import Sequence

from smartplan.diagnostics import Diagnostic, File, Location, Severity
from smartplan.escapes import inert, json_text
from smartplan.explain import page_address
from smartplan.language import Language
from smartplan.reports.identity import file_name
from smartplan.reports.text import told

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def rdjson(diagnostics: Sequence[Diagnostic], language: Language, pages: str = "") -> str:
    """One result; columns count bytes of UTF-8, as the format demands."""
    document = {
        "source": {"name": "smartplan"},
        "diagnostics": [_diagnostic(diagnostic, language, pages) for diagnostic in diagnostics],
    }
    return json_text(document)


def _diagnostic(diagnostic: Diagnostic, language: Language, pages: str) -> dict[str, object]:
    place, address = diagnostic.location, page_address(diagnostic.kind, pages)
    told_so: dict[str, object] = {
        "message": inert(told(diagnostic, language)),
        "location": {"path": file_name(place.file), "range": _range(place)},
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.kind.code, **({"url": address} if address else {})},
    }
    if diagnostic.fix is not None:
        range_ = _range(diagnostic.fix.location)
        told_so["suggestions"] = [{"range": range_, "text": diagnostic.fix.text}]
    return told_so


def _range(place: Location) -> dict[str, object]:
    return {
        "start": _position(place.file, place.line, place.column),
        "end": _position(place.file, place.end_line, place.end_column),
    }


def _position(file: File, line: int, column: int) -> dict[str, int]:
    before = file.line(line)[: column - 1]
    wide = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column + wide}

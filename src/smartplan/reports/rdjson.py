"""Findings in reviewdog's diagnostic format, which becomes comments on a change."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from smartplan.diagnostics import Diagnostic, File, Location, Severity
from smartplan.escapes import inert, json_items, json_text
from smartplan.explain import page_address
from smartplan.language import Language
from smartplan.reports.identity import file_name
from smartplan.reports.text import told

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def rdjson(diagnostics: Sequence[Diagnostic], language: Language, pages: str = "") -> str:
    """One result; columns count bytes of UTF-8, as the format demands."""
    if not diagnostics:
        return json_text({"source": {"name": "smartplan"}, "diagnostics": []})
    told_so = (_diagnostic(diagnostic, language, pages) for diagnostic in diagnostics)
    head = '{\n  "source": {\n    "name": "smartplan"\n  },\n  "diagnostics": [\n'
    return f"{head}{json_items(told_so, 4)}\n  ]\n}}\n"


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
    more = _more_bytes(file.line(line))
    before = bisect_left(more, column - 1, key=itemgetter(0))
    return {"line": line, "column": column + (more[before - 1][1] if before else 0)}


@lru_cache(maxsize=10)  # a line may have thousands of findings, and be a file long
def _more_bytes(line: str) -> list[tuple[int, int]]:
    """The characters of a line beyond ASCII, each with the bytes that all up to it are more."""
    found: list[tuple[int, int]] = []
    total = 0
    for match in _WIDE.finditer(line):
        total += len(match[0].encode("utf-8", "surrogatepass")) - 1
        found.append((match.start(), total))
    return found


_WIDE = re.compile(r"[^\x00-\x7f]")

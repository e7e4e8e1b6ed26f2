"""Findings as JSON for other programs; the shape is versioned, see `docs/json.md`."""

import json as encoder
from collections.abc import Sequence

from smartplan.diagnostics import Diagnostic, Location, show
from smartplan.language import Language

VERSION = 1


def json(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One object with every finding."""
    document = {
        "version": VERSION,
        "language": str(language),
        "findings": [_finding(diagnostic, language) for diagnostic in diagnostics],
    }
    return encoder.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    return {
        "code": diagnostic.kind.code,
        "name": diagnostic.kind.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message(language),
        "hint": diagnostic.hint(language),
        **_location(diagnostic.location),
        "related": [
            {"label": related.label.say(language), **_location(related.location)}
            for related in diagnostic.related
        ],
    }


def _location(location: Location) -> dict[str, object]:
    return {
        "file": show(location.file.name, 500),
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }

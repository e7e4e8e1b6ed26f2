"""Findings as a code quality report, which GitLab shows in merge requests."""

from collections.abc import Sequence

from smartplan.diagnostics import Diagnostic, Location, Severity
from smartplan.escapes import json_items
from smartplan.language import Language
from smartplan.reports.identity import file_name, fingerprints

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """A list of issues; GitLab tells new from old by their fingerprints."""
    prints = fingerprints(diagnostics)
    issues = (
        _issue(diagnostic, fingerprint, language)
        for diagnostic, fingerprint in zip(diagnostics, prints, strict=True)
    )
    return f"[\n{json_items(issues, 2)}\n]\n" if diagnostics else "[]\n"


def _issue(diagnostic: Diagnostic, fingerprint: str, language: Language) -> dict[str, object]:
    place = diagnostic.location
    return {
        "type": "issue",
        "check_name": diagnostic.kind.code,
        "description": f"{diagnostic.kind.code}: {diagnostic.message(language)}",
        "severity": _SEVERITIES[diagnostic.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": file_name(place.file),
            "lines": {"begin": place.line, "end": place.end_line},
            "positions": _positions(place),
        },
    }


def _positions(place: Location) -> dict[str, object]:
    return {
        "begin": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }

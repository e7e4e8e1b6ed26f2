"""Findings as JSON for other programs; the shape is versioned, see `docs/json.md`."""

from collections.abc import Sequence
from json import JSONEncoder

from smartplan.diagnostics import Diagnostic, Fix, Location, show
from smartplan.escapes import harmless_json, json_items, json_text
from smartplan.language import Language
from smartplan.reports.identity import file_name

VERSION = 1
_flat = JSONEncoder(ensure_ascii=False, separators=(",\n      ", ": ")).encode


def json(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One object with every finding."""
    if not diagnostics:
        return json_text({"version": VERSION, "language": str(language), "findings": []})
    findings = ",\n".join(_written(_finding(diagnostic, language)) for diagnostic in diagnostics)
    head = f'{{\n  "version": {VERSION},\n  "language": "{language}",\n  "findings": [\n'
    return f"{head}{findings}\n  ]\n}}\n"


def _written(finding: dict[str, object]) -> str:
    """An item of the list of findings, as `json_text` indents it.

    Nearly all hold no other object: those the quick encoder can write, which does not indent.
    """
    if finding["related"] or finding["fix"]:
        return json_items([finding], 4)
    return harmless_json(f"    {{\n      {_flat(finding)[1:-1]}\n    }}")


def json_lines(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One object a line and finding: for streams, `grep` and `jq`."""
    head = {"version": VERSION, "language": str(language)}
    return "".join(
        json_text({**head, **_finding(diagnostic, language)}, indent=None)
        for diagnostic in diagnostics
    )


def _finding(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    return {
        "code": diagnostic.kind.code,
        "name": diagnostic.kind.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message(language),
        "hint": diagnostic.hint(language),
        "subject": show(diagnostic.subject, 4_000),
        **_location(diagnostic.location),
        "related": [
            {"label": related.label.say(language), **_location(related.location)}
            for related in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix),
    }


def _fix(fix: Fix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    return {"text": fix.text, "safe": fix.safe, **_location(fix.location)}


def _location(location: Location) -> dict[str, object]:
    return {
        "file": file_name(location.file),
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }

"""Findings as SARIF 2.1.0, the exchange format of code scanning services and editors."""

import re
from collections.abc import Sequence
from urllib.parse import quote

import smartplan
from smartplan.diagnostics import Diagnostic, File, Fix, Kind, Location, Severity
from smartplan.escapes import json_items, json_text
from smartplan.explain import page, page_address, title
from smartplan.explain import text as page_text
from smartplan.language import Language
from smartplan.reports.identity import file_name, fingerprints
from smartplan.reports.text import fix, hint, message

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_DRIVE = re.compile(r"[A-Za-z]:/")

Object = dict[str, object]


def sarif(diagnostics: Sequence[Diagnostic], language: Language, pages: str = "") -> str:
    """One run with its findings and the rules that they name.

    A rule carries its whole page; `helpUri`, which must be absolute, is there if `pages` is.
    """
    kinds = sorted({d.kind.code: d.kind for d in diagnostics}.items())
    driver = {
        "name": "smartplan",
        "version": smartplan.__version__,
        "rules": [_rule(kind, language, pages) for _, kind in kinds],
    }
    indices = {code: index for index, (code, _) in enumerate(kinds)}
    run = {
        "tool": {"driver": driver},
        "language": str(language),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": _ROOT}}},
        "results": [],
    }
    document = json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    if not diagnostics:
        return document
    results = (
        _result(diagnostic, indices[diagnostic.kind.code], fingerprint, language)
        for diagnostic, fingerprint in zip(diagnostics, fingerprints(diagnostics), strict=True)
    )
    head, end = document.removesuffix(_END), _END.removeprefix("]")
    return f"{head}\n{json_items(results, 8)}\n      ]{end}"


_END = "]\n    }\n  ]\n}\n"
"""How the document ends: the last list in it is that of the results."""


_ROOT = "The folder that smartplan was started in."


def _rule(kind: Kind, language: Language, pages: str) -> Object:
    address = page_address(kind, pages)
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": title(kind, language)},
        "fullDescription": {"text": kind.why.say(language)},
        "help": {"text": page_text(kind, language), "markdown": page(kind, language)},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(diagnostic: Diagnostic, rule: int, fingerprint: str, language: Language) -> Object:
    said = f"{message(diagnostic, language)}\n{hint(diagnostic, language)}"
    result: Object = {
        "ruleId": diagnostic.kind.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _plain(said)},
        "locations": [_location(diagnostic.location)],
        "partialFingerprints": {"smartplan/v1": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(related.location),
                "message": {"text": _plain(related.label.say(language))},
            }
            for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.fix, language)]
    return result


def _fix(found: Fix, language: Language) -> Object:
    place = found.location
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": found.text}}
    return {
        "description": {"text": _plain(fix(found, language))},
        "artifactChanges": [
            {"artifactLocation": _artifact(place.file), "replacements": [replacement]}
        ],
    }


def _plain(text: str) -> str:
    """Text that no viewer takes for a link: `[label](target)` is one even in plain messages."""
    return re.sub(r"[\[\]]", r"\\\g<0>", text) if "](" in text else text


def _location(place: Location) -> Object:
    region = _region(place)
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _region(place: Location) -> Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(file: File) -> Object:
    name = file_name(file)
    if _DRIVE.match(name):
        return {"uri": f"file:///{name[:2]}{quote(name[2:])}"}
    if name.startswith("/"):
        return {"uri": f"file://{quote(name)}"}
    return {"uri": quote(name), "uriBaseId": "SRCROOT"}

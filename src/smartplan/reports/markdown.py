"""Findings as Markdown tables for a comment or a step summary."""

from collections.abc import Iterator, Sequence

from smartplan.diagnostics import Diagnostic, Severity, counted
from smartplan.escapes import markdown as escape
from smartplan.language import Language, Text, number
from smartplan.reports.tally import NAMES, of_severity, tally
from smartplan.reports.text import hint, message, where

_TITLE = Text("Temuan smartplan", "Findings of smartplan")
_HEAD = Text("| Tempat | Kode | Temuan |", "| Place | Code | Finding |")
_RULE = "| --- | --- | --- |"


def markdown(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """The counts, then a table for each severity."""
    parts = [f"## {_TITLE.say(language)}: {tally(diagnostics, language)}"]
    for severity in Severity:
        found = of_severity(diagnostics, severity)
        if found:
            heading = NAMES[severity].say(language).capitalize()
            parts.append(f"### {heading} ({number(counted(found), language)})")
            parts.append("\n".join(_table(found, language)))
    return "\n\n".join(parts) + "\n"


def _table(found: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    yield _HEAD.say(language)
    yield _RULE
    for diagnostic in found:
        place = escape(where(diagnostic.location))
        said = escape(message(diagnostic, language))
        advice = escape(hint(diagnostic, language))
        yield f"| {place} | {diagnostic.kind.code} | {said}<br>{advice} |"

"""Findings as Markdown tables for a comment or a step summary."""

import re
from collections.abc import Iterator, Sequence

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language, Text
from smartplan.reports.tally import NAMES, of_severity, tally
from smartplan.reports.text import hint, message, where

_TITLE = Text("Temuan smartplan", "Findings of smartplan")
_HEAD = Text("| Tempat | Kode | Temuan |", "| Place | Code | Finding |")
_RULE = "| --- | --- | --- |"

_LIVE = re.compile(r"[@<]|#(?=\d)|\](?=[(\[:])|:(?=//)|\bwww(?=\.)")
"""Where text would notify someone, become a link, an image or HTML."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&$]")


def markdown(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """The counts, then a table for each severity."""
    parts = [f"## {_TITLE.say(language)}: {tally(diagnostics, language)}"]
    for severity in Severity:
        found = of_severity(diagnostics, severity)
        if found:
            heading = NAMES[severity].say(language).capitalize()
            parts.append(f"### {heading} ({len(found)})")
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


def escape(text: str) -> str:
    """Text that shows as it is and does nothing, in a cell of a table."""
    return _MARKUP.sub(r"\\\g<0>", inert(text))


def inert(text: str) -> str:
    """Text that a Markdown page may show without escapes: a zero-width space breaks what acts."""
    return _LIVE.sub("\\g<0>\u200b", text)

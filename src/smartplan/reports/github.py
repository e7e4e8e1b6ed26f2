"""Findings as workflow commands, which GitHub shows as annotations of a pull request."""

from collections import Counter
from collections.abc import Sequence

from smartplan.diagnostics import Diagnostic, Location, Severity
from smartplan.language import Language, Text, number
from smartplan.reports.identity import file_name
from smartplan.reports.text import told

SHOWN = 10
"""Annotations of each severity that GitHub shows for a step; it drops the rest unsaid."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MORE = Text(
    "dan {count} temuan lagi: GitHub menampilkan paling banyak {shown} anotasi per bobot",
    "and {count} more findings: GitHub shows at most {shown} annotations of each severity",
)
_IN_SUMMARY = Text(
    "temuan yang lain ada di ringkasan langkah", "the step summary has the other findings"
)


def github(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """The first ten of each severity as commands, the rest as a number."""
    taken: Counter[Severity] = Counter()
    lines = []
    hidden = 0
    for diagnostic in diagnostics:
        taken[diagnostic.severity] += 1
        if taken[diagnostic.severity] <= SHOWN:
            lines.append(_command(diagnostic, language))
        else:
            hidden += diagnostic.count
    if hidden:
        count = number(hidden, language)
        lines.append(_MORE.say(language).format(count=count, shown=SHOWN) + "\n")
    return "".join(lines)


def elsewhere(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """A line on where the findings are that are no annotations, once they are written there."""
    each = Counter(diagnostic.severity for diagnostic in diagnostics)
    return f"{_IN_SUMMARY.say(language)}\n" if max(each.values(), default=0) > SHOWN else ""


def _command(diagnostic: Diagnostic, language: Language) -> str:
    properties = {
        "file": file_name(diagnostic.location.file),
        **_range(diagnostic.location),
        "title": f"{diagnostic.kind.code} {diagnostic.kind.name}",
    }
    said = ",".join(f"{key}={escape_property(str(value))}" for key, value in properties.items())
    command = _COMMANDS[diagnostic.severity]
    return f"::{command} {said}::{escape_data(told(diagnostic, language))}\n"


def _range(place: Location) -> dict[str, int]:
    """The runner refuses columns of a range that goes over several lines."""
    lines = {"line": place.line, "endLine": place.end_line}
    if place.end_line != place.line:
        return lines
    return {**lines, "col": place.column, "endColumn": place.end_column}


def escape_data(text: str) -> str:
    """The runner's escapes; its older command `##[…]`, found anywhere, is broken up."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace("##[", "##\\x5b")


def escape_property(text: str) -> str:
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings under the name of their file, with a count for each rule at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language, Text, number
from smartplan.reports.identity import file_name
from smartplan.reports.tally import of_severity, tally
from smartplan.reports.text import SHOWN, excerpt, hint, more, others, verdict

_RULES = Text(
    "Temuan per aturan (`smartplan explain KODE` menjelaskan masing-masing):",
    "Findings by rule (`smartplan explain CODE` tells about each):",
)


def grouped(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One header a file; the hint of a rule stands once in each file."""
    if not diagnostics:
        return ""
    files = groupby(diagnostics[:SHOWN], key=lambda diagnostic: file_name(diagnostic.location.file))
    blocks = ["\n".join(_file(name, list(found), language)) + "\n" for name, found in files]
    return "\n".join([*blocks, more(diagnostics, language) + _counts(diagnostics, language)])


def _file(name: str, found: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    yield f"--> {name}: {tally(found, language)}"
    said: set[str] = set()
    for diagnostic in found:
        yield ""
        yield from _finding(diagnostic, language, said)


def _finding(diagnostic: Diagnostic, language: Language, said: set[str]) -> Iterator[str]:
    place = diagnostic.location
    yield f" {place.line}:{place.column}: {verdict(diagnostic, language)}"
    yield from excerpt(place)
    for related, there in zip(diagnostic.related, others(diagnostic, language), strict=True):
        yield f"   {there}"
        yield from excerpt(related.location)
    advice = hint(diagnostic, language)
    if advice not in said:
        said.add(advice)
        yield f"   {advice}"


def _counts(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """All findings by rule, the heaviest and the most frequent first."""
    lines = [_RULES.say(language)]
    for severity in Severity:
        kinds: Counter[tuple[str, str]] = Counter()
        for found in of_severity(diagnostics, severity):
            kinds[found.kind.code, found.kind.name] += found.count
        for (code, name), count in sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0])):
            lines.append(f"{number(count, language):>7} {severity:<8}{code}  {name}")
    return "\n".join(lines) + "\n"

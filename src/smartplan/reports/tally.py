"""How many findings of which severity, in words."""

from collections.abc import Sequence

from smartplan.diagnostics import Diagnostic, Severity, counted
from smartplan.language import Language, Text, number

NAMES = {
    Severity.ERROR: Text("kesalahan", "errors"),
    Severity.WARNING: Text("peringatan", "warnings"),
    Severity.NOTE: Text("catatan", "notes"),
}
_ONE = {
    Severity.ERROR: Text("kesalahan", "error"),
    Severity.WARNING: Text("peringatan", "warning"),
    Severity.NOTE: Text("catatan", "note"),
}
_NONE = Text("bersih", "clean")


def of_severity(diagnostics: Sequence[Diagnostic], severity: Severity) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]


def left_open(diagnostics: Sequence[Diagnostic]) -> Text:
    """The tally in both languages, for a page that may be read in either."""
    return Text(*(tally(diagnostics, language) for language in Language))


def tally(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """`2 errors, 1 note`; what there is none of is not named."""
    counts = {severity: counted(of_severity(diagnostics, severity)) for severity in NAMES}
    said = [
        f"{number(count, language)} {(_ONE if count == 1 else NAMES)[severity].say(language)}"
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(said) or _NONE.say(language)

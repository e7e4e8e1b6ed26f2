"""Findings as lines for a terminal or a log: plain, escaped, one place each."""

from collections.abc import Iterator, Sequence

from smartplan.diagnostics import Diagnostic, Location, show
from smartplan.language import Language, Text

SHOWN = 200
"""Findings printed at most; the rest are counted."""
WIDTH = 120
"""Characters of a source line that an excerpt shows."""

_HINT = Text("saran", "help")
_SEE = Text("lihat", "see")
_MORE = Text("dan {count} temuan lagi tidak ditampilkan", "and {count} more findings are not shown")


def full(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Each finding with an excerpt, a hint and where to read more."""
    blocks = ["\n".join(_block(diagnostic, language)) for diagnostic in diagnostics[:SHOWN]]
    return "\n\n".join(blocks) + ("\n" if blocks else "") + _more(diagnostics, language)


def concise(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One line a finding."""
    lines = [_headline(diagnostic, language) + "\n" for diagnostic in diagnostics[:SHOWN]]
    return "".join(lines) + _more(diagnostics, language)


def _more(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    hidden = len(diagnostics) - SHOWN
    return _MORE.say(language).format(count=hidden) + "\n" if hidden > 0 else ""


def _headline(diagnostic: Diagnostic, language: Language) -> str:
    where = _where(diagnostic.location)
    return f"{where}: {diagnostic.severity} {diagnostic.kind.code}: {diagnostic.message(language)}"


def _where(location: Location) -> str:
    return f"{show(location.file.name, 500)}:{location.line}:{location.column}"


def _block(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    yield _headline(diagnostic, language)
    yield from _excerpt(diagnostic.location)
    for related in diagnostic.related:
        yield f"   {_where(related.location)}: {related.label.say(language)}"
        yield from _excerpt(related.location)
    yield f"   {_HINT.say(language)}: {diagnostic.hint(language)}"
    yield f"   {_SEE.say(language)}: smartplan explain {diagnostic.kind.code}"


def _excerpt(location: Location) -> Iterator[str]:
    """The line with the range underlined; nothing where the file could not be read."""
    line = location.file.line(location.line)
    if not line.strip():
        return
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    offset = 0 if end <= WIDTH else max(0, min(start - 20, len(line) - WIDTH))
    before = show(line[offset:start].replace("\t", " "), WIDTH)
    marked = show(line[start : max(end, start + 1)].replace("\t", " "), WIDTH - len(before) % WIDTH)
    after = show(line[max(end, start + 1) :].replace("\t", " "), WIDTH)
    shown = (before + marked + after)[:WIDTH].rstrip()
    yield f"{location.line:>5} | {'…' if offset else ''}{shown}"
    indent = " " * (len(before) + (1 if offset else 0))
    yield f"{'':>5} | {indent}{'^' * max(len(marked.rstrip()), 1)}"

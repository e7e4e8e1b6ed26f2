"""Findings as lines for a terminal or a log: plain, escaped, one place each."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import combining, east_asian_width

from smartplan.diagnostics import Diagnostic, Fix, Location, counted, show
from smartplan.language import Language, Text, number
from smartplan.reports.identity import file_name

SHOWN = 200
"""Findings printed at most; the rest are counted."""
WIDTH = 120
"""Columns of a source line that an excerpt shows."""
LEAD = 20
"""Columns shown before the place, where a line is too long to be shown from its start."""
_SENTENCE = 4_000
"""Characters of a message at most: a list of choices may be long, a flood is not."""

_HINT = Text("saran", "help")
_FIX = Text("perbaikan", "fix")
_CAN = {
    True: Text("dapat diperbaiki dengan `--fix`", "can be fixed with `--fix`"),
    False: Text(
        "mungkin; dapat diperbaiki dengan `--fix --unsafe-fixes`",
        "likely; can be fixed with `--fix --unsafe-fixes`",
    ),
}
_SEE = Text("lihat", "see")
_MORE = Text("dan {count} temuan lagi tidak ditampilkan", "and {count} more findings are not shown")


def full(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Each finding with an excerpt, a hint and where to read more."""
    blocks = ["\n".join(_block(diagnostic, language)) for diagnostic in diagnostics[:SHOWN]]
    return "\n\n".join(blocks) + ("\n" if blocks else "") + more(diagnostics, language)


def concise(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One line a finding."""
    lines = [
        f"{where(diagnostic.location)}: {verdict(diagnostic, language)}\n"
        for diagnostic in diagnostics[:SHOWN]
    ]
    return "".join(lines) + more(diagnostics, language)


def more(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """How many findings come after the last one shown."""
    hidden = counted(diagnostics[SHOWN:])
    return _MORE.say(language).format(count=number(hidden, language)) + "\n" if hidden > 0 else ""


def verdict(diagnostic: Diagnostic, language: Language) -> str:
    """What is found, without the place."""
    return f"{diagnostic.severity} {diagnostic.kind.code}: {message(diagnostic, language)}"


def message(diagnostic: Diagnostic, language: Language) -> str:
    """The message on one line, whatever was put into it."""
    return show(diagnostic.message(language), _SENTENCE)


def hint(diagnostic: Diagnostic, language: Language) -> str:
    """What to do now, marked as advice."""
    return f"{_HINT.say(language)}: {show(diagnostic.hint(language), _SENTENCE)}"


def fix(found: Fix, language: Language) -> str:
    """What would be written, and how to have it written."""
    text = show(found.text.rstrip("\n"), _SENTENCE)
    return f"{_FIX.say(language)}: `{text}` ({_CAN[found.safe].say(language)})"


def where(location: Location) -> str:
    return f"{line_start(location)}:{location.line}:{location.column}"


def line_start(location: Location) -> str:
    """The name of the file as it may begin a line: a CI log takes `::` there for a command."""
    name = file_name(location.file)
    return f"./{name}" if name.lstrip().startswith("::") else name


def told(diagnostic: Diagnostic, language: Language) -> str:
    """Message, hint and related places as lines of an annotation or a comment."""
    lines = [
        message(diagnostic, language),
        hint(diagnostic, language),
        *others(diagnostic, language),
    ]
    return "\n".join(lines)


def others(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    """A line for each related place."""
    for related in diagnostic.related:
        yield f"{where(related.location)}: {show(related.label.say(language), _SENTENCE)}"


def _block(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    yield f"{where(diagnostic.location)}: {verdict(diagnostic, language)}"
    yield from excerpt(diagnostic.location)
    for related, said in zip(diagnostic.related, others(diagnostic, language), strict=True):
        yield f"   {said}"
        yield from excerpt(related.location)
    yield f"   {hint(diagnostic, language)}"
    if diagnostic.fix is not None:
        yield f"   {fix(diagnostic.fix, language)}"
    yield f"   {page_of(diagnostic, language)}"


def page_of(diagnostic: Diagnostic, language: Language) -> str:
    """Where to read more."""
    return f"{_SEE.say(language)}: smartplan explain {diagnostic.kind.code}"


def excerpt(location: Location) -> Iterator[str]:
    """The line with the range underlined; nothing where the file could not be read."""
    line = location.file.line(location.line)
    if not line or line.isspace():
        return
    start = min(location.column - 1, len(line))
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    skipped = max(start - 2 * WIDTH, 0)
    shown = range(skipped, min(len(line), location.column + 2 * WIDTH))
    cells = _cells(line, shown)
    start, end = start - skipped, end - skipped
    first = _first(cells, start, max(end, start + 1))
    last = _last(cells, first)
    lead = "…" if first + skipped else ""
    rest = "…" if last + skipped < _end_of_text(line) else ""
    yield f"{location.line:>5} | {lead}{''.join(cells[first:last]).rstrip()}{rest}"
    marked = "".join(cells[start : min(max(end, start + 1), last)]).rstrip()
    indent = " " * (_width("".join(cells[first:start])) + len(lead))
    yield f"{'':>5} | {indent}{'^' * max(_width(marked), 1)}"


@lru_cache(maxsize=100)  # a line may have thousands of findings, and be a file long
def _end_of_text(line: str) -> int:
    """The column after the last character that is no blank, counted from 0."""
    return len(line.rstrip())


def _cells(line: str, shown: range) -> list[str]:
    """The characters of a stretch of a line as they are shown."""
    stretch = line[max(shown.start - 2, 0) : shown.stop]
    if stretch.isascii() and stretch.isprintable() and "##[" not in stretch:  # nearly always
        return list(line[shown.start : shown.stop])
    return [_cell(line, index) for index in shown]


def _cell(line: str, index: int) -> str:
    """One character as it is shown; `##[` is broken up, which starts a command in a build log."""
    character = line[index]
    if character == "\t":
        return " "
    if character == "[" and line[max(index - 2, 0) : index] == "##":
        return "\\x5b"
    return show(character)


def _first(cells: Sequence[str], start: int, end: int) -> int:
    """Where the excerpt starts: with the line, or a little before the place."""
    if _width("".join(cells[:end])) <= WIDTH:
        return 0
    first, used = start, 0
    while first > 0 and used + _width(cells[first - 1]) <= LEAD:
        first -= 1
        used += _width(cells[first])
    return first


def _last(cells: Sequence[str], first: int) -> int:
    """The cell after the last that an excerpt of `WIDTH` columns has room for."""
    used = 0
    if _width("".join(cells[first:])) <= WIDTH:
        return len(cells)
    for index in range(first, len(cells)):
        used += _width(cells[index])
        if used > WIDTH:
            return index
    return len(cells)


def _width(text: str) -> int:
    """Columns a terminal gives a text."""
    if text.isascii():
        return len(text)
    return sum(
        2 if east_asian_width(character) in "WF" else 1
        for character in text
        if not combining(character)
    )

"""The short way to read: YAML as most plans are written, straight to the data that models validate.

One regular expression says what is read here, a line at a time: block lists and mappings, values in
one line, lists and mappings in brackets, block texts, comments. Whatever it does not say, and all
that could be a finding, is left to libyaml; see `docs/decisions/0016-two-readers.md`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from smartplan.diagnostics import File
from smartplan.source import MARK, MAX_DEPTH, MAX_EVENTS, Mapping, Mark, Node, Scalar, Sequence

Data = dict[str, object]
"""A mapping as models validate it: text, tuples and mappings by key, and a mark under `MARK`."""

_NULL = "(?:null|Null|NULL)"
_KEY = rf"(?!{_NULL}:)[A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}+"
_FIRST = r"""-?[^ \n\-?:,\[\]{}#&*!|>'"%@`~]"""
_QUOTED = r""""[^"\\\n]*+"|'[^'\n]*+(?:''[^'\n]*+)*+'"""
_BLANK = r"(?:[ \n]|\Z)"
_BARE = rf"(?!{_NULL}{_BLANK}){_FIRST}[^\n:#]*(?:(?::(?!{_BLANK})|(?<![ ])\#)[^\n:#]*)*(?<![ ])"
_IN_BRACKETS = r"""[^\n:#,?\[\]{}"']*"""
_WORD = (
    rf"(?!{_NULL}[ ,\]}}]){_FIRST}{_IN_BRACKETS}(?::(?=[/A-Za-z0-9]){_IN_BRACKETS})*(?<![ ])"
    rf"|{_QUOTED}"
)
_COMMA = r",(?:[ ]++(?!\n)|[ ]*+\n[ ]++)"
_LIST = rf"\[[ ]*+(?:(?:{_WORD})(?:{_COMMA}|(?=[ ]*+\])))*[ ]*+\]"
_PAIR = rf"{_KEY}:[ ]++(?:{_WORD}|{_LIST})"
_TABLE = rf"\{{[ ]*+(?:{_PAIR}(?:{_COMMA}|(?=[ ]*+\}})))*[ ]*+\}}"
_TABLES = rf"\[[ ]*+(?:{_TABLE}(?:{_COMMA}|(?=[ ]*+\])))+[ ]*+\]"
_VALUE = f"{_BARE}|{_QUOTED}|{_LIST}|{_TABLE}|{_TABLES}"
_NOTHING = r"(?:[ ]*+(?:\#[^\n]*+)?\n)*+"
_END = r"(?:\n|[ ]*+(?:(?<=[ ])\#(?:[ ][^\n]*)?)?(?:\n|\Z))"

_LINE = re.compile(
    rf"""{_NOTHING}(?:
    ([ ]*+) (-[ ]++)?+ (?:({_KEY}):(?:[ ]++|(?=\n)))?       # indent, dash, key
    (?:
        ({_VALUE})?{_END}                                    # a value in one line, or none yet
        | ([|>]-?){_END} (([ ]++)[^\n]++\n(?:[ ]*+\n|\7[^\n]*+\n)*+)  # style of a text, lines
    )
    | \Z | ((?s:.+))                                         # the end, or what is not read here
    )""",
    re.VERBOSE,
)
_START = re.compile(rf"{_NOTHING}---[ ]*+\n")
# These take apart what `_LINE` has let through, and need not say again what that may be.
_WORDS = re.compile(_WORD)
_PAIRS = re.compile(rf"([A-Za-z0-9_-]++):[ ]++({_LIST}|{_QUOTED}|[^,}}\n]*(?<![ ]))")
_TOKENS = re.compile(
    rf"[\[\]{{}}]|{_QUOTED}|[A-Za-z0-9_-]++(?=:[ ])|[^ \n,:\[\]{{}}][^\n,\[\]{{}}]*(?<![ ])"
)
_BREAKS = re.compile(r"\n(\n*)")
_ONLY_SPACES = re.compile(r"\n[ ]++\n")
_OPENING = frozenset("'\"[{")
_BELOW = 5
"""How deep the last block may go on: a list, its item, and there a list of mappings of lists."""

_Line = tuple[str, str, str, str, str, str, str, str]
"""Indent, dash, key, value, style, block, its margin, and what is not read here.

The end of the file is a line of nothing; so is, but for the last, what is not read here: no block
goes on there, and `root` finds that it is not the end.
"""


class _Unusual(Exception):  # noqa: N818 - no fault: the text is read the long way
    """Something that is not read here."""


def read(text: str, marks: Iterator[object]) -> Data | None:
    """What a file says, exactly as its tree would; None if that is not sure.

    `marks` gives each mapping its mark, in the order in which mappings open in the file.
    """
    if not text.replace("\n", "").isprintable() or "\uff1a" in text:
        return None  # among what cannot be printed is all that the gate refuses or warns of
    try:
        data = _Reader(iter(_LINE.findall(text, _start(text))), marks).root()
    except _Unusual:
        return None
    is_long = len(text) > MAX_EVENTS and _events(data) > MAX_EVENTS  # each event takes a character
    return None if is_long else data


def _events(data: object) -> int:
    """How many events libyaml makes of these data."""
    if isinstance(data, dict):
        return sum(1 + _events(value) for value in data.values())  # the mark's: start and end
    return 2 + sum(map(_events, data)) if isinstance(data, tuple) else 1


def _start(text: str) -> int:
    """Where a file begins: after `---`, if it stands there."""
    match = _START.match(text)
    return match.end() if match else 0


class _Reader:
    """Lines to data, a block calling for the blocks inside it."""

    def __init__(self, lines: Iterator[_Line], marks: Iterator[object]):
        self.lines = lines
        self.marks = marks
        self.lists: dict[str, tuple[str, ...]] = {}
        """Lists of words by their text: few are written once."""

    def root(self) -> Data:
        line = next(self.lines)
        indent, dash, key, *_ = line
        if indent or dash or not key:
            raise _Unusual
        data, line = self._mapping(line, 0, 1)
        if any(line):  # not the end
            raise _Unusual
        return data

    def _mapping(self, line: _Line, column: int, depth: int) -> tuple[Data, _Line]:
        """The mapping whose first key stands in this line, and the line after it."""
        data: Data = {MARK: next(self.marks)}
        indent, dash, key, value, style, block, margin, _ = line
        while key:
            if key in data:
                raise _Unusual
            if value:
                data[key] = self._flow(value) if value[0] in _OPENING else value
                line = next(self.lines)
            elif style:
                data[key] = _text(style, block, margin, column)
                line = next(self.lines)
            else:
                data[key], line = self._nested(next(self.lines), column, depth)
            indent, dash, key, value, style, block, margin, _ = line
            if dash or len(indent) != column:
                break
        return data, line

    def _nested(self, line: _Line, column: int, depth: int) -> tuple[object, _Line]:
        """The block below a key; a list may stand in the key's own column."""
        inner = len(line[0])
        if depth > MAX_DEPTH - _BELOW:
            raise _Unusual
        if line[1] and inner >= column:
            return self._list(line, inner, depth + 1)
        if line[1] or inner <= column or not line[2]:
            raise _Unusual
        return self._mapping(line, inner, depth + 1)

    def _list(self, line: _Line, column: int, depth: int) -> tuple[object, _Line]:
        """The list whose first item stands in this line, and the line after it."""
        items: list[object] = []
        indent, dash, key, value, style, block, margin, _ = line
        while dash and len(indent) == column:
            item: object
            if key:
                item, line = self._mapping(line, column + len(dash), depth + 1)
            else:
                if value:
                    item = self._flow(value) if value[0] in _OPENING else value
                elif style:
                    item = _text(style, block, margin, column)
                else:
                    raise _Unusual
                line = next(self.lines)
            items.append(item)
            indent, dash, key, value, style, block, margin, _ = line
        return tuple(items), line

    def _flow(self, value: str) -> object:
        """A value in quotes or brackets."""
        if value[0] == "{":
            return self._table(value)
        if value[0] != "[":
            return _word(value)
        if value.lstrip("[ ").startswith("{"):
            return tuple([self._table(table) for table in re.findall(_TABLE, value)])
        known = self.lists.get(value)
        if known is None:
            known = self.lists[value] = tuple([_word(word) for word in _WORDS.findall(value)])
        return known

    def _table(self, value: str) -> Data:
        data: Data = {MARK: next(self.marks)}
        for key, inner in _PAIRS.findall(value):
            if key in data:
                raise _Unusual
            data[key] = self._flow(inner) if inner[0] in _OPENING else inner
        return data


def _word(written: str) -> str:
    if written[0] == '"':
        return written[1:-1]
    return written[1:-1].replace("''", "'") if written[0] == "'" else written


def _text(style: str, block: str, margin: str, column: int) -> str:
    """A block text whose lines start at `margin`, below something in `column`."""
    if len(margin) <= column:
        raise _Unusual
    if _ONLY_SPACES.search(block):
        raise _Unusual
    text = block.removeprefix(margin).replace(f"\n{margin}", "\n").rstrip("\n")
    if style[0] == ">":
        if "\n " in text:  # an indented line keeps its break
            raise _Unusual
        text = _BREAKS.sub(_folded, text)
    return text if style.endswith("-") else f"{text}\n"


def _folded(breaks: re.Match[str]) -> str:
    return breaks[1] or " "


def grow(file: File, data: Data) -> Node:
    """The tree of a file that has these data: the same, and where everything stands."""
    return _Grower(file).node(data)


class _Grower:
    """Data to nodes, by the spans of all that is written, in the order in which it is written."""

    def __init__(self, file: File):
        self.file = file
        self.text = file.text
        self.lines = [0, *accumulate(len(line) + 1 for line in file.lines)]
        self.spans = iter(_spans(file.text))

    def node(self, data: object) -> Node:
        start, end = next(self.spans)
        if isinstance(data, str):
            return self._scalar(data, start, end)
        if isinstance(data, dict):
            return self._mapping(data, start, end)
        assert isinstance(data, tuple)
        return self._sequence(data, start)

    def _scalar(self, data: str, start: int, end: int) -> Scalar:
        plain = self.text[start] not in "'\"|>"
        return Scalar(self.file, data, _Point(start, self.lines), _Point(end, self.lines), plain)

    def _mapping(self, data: Data, start: int, end: int) -> Mapping:
        grown = Mapping(self.file, _Point(start, self.lines))
        in_brackets = self.text[start] == "{"
        for key, value in data.items():
            if key == MARK:
                continue
            if in_brackets or grown.entries:  # else the span is the first key's
                start, end = next(self.spans)
            grown.entries[key] = (self._scalar(key, start, end), self.node(value))
        grown.end = self._closed() if in_brackets else _last(grown.entries)
        return grown

    def _sequence(self, data: tuple[object, ...], start: int) -> Sequence:
        grown = Sequence(self.file, _Point(start, self.lines))
        in_brackets = self.text[start] == "["
        for item in data:
            if grown.items and not in_brackets:
                next(self.spans)  # its dash
            grown.items.append(self.node(item))
        grown.end = self._closed() if in_brackets else grown.items[-1].end
        return grown

    def _closed(self) -> Mark:
        """Where the bracket ends that comes next."""
        return _Point(next(self.spans)[1], self.lines)


def _last(entries: dict[str, tuple[Scalar, Node]]) -> Mark:
    return next(reversed(entries.values()))[1].end


class _Point:
    """A mark that counts its line and column when it is first asked for one of them."""

    __slots__ = ("_lines", "column", "index", "line")

    line: int
    column: int

    def __init__(self, index: int, lines: list[int]):
        self.index = index
        self._lines = lines
        """Where each line starts."""

    def __getattr__(self, name: str) -> int:
        if name not in ("line", "column"):  # those two are called for while they are not counted
            raise AttributeError(name)
        self.line = bisect_right(self._lines, self.index) - 1
        self.column = self.index - self._lines[self.line]
        return self.line if name == "line" else self.column


def _spans(text: str) -> list[tuple[int, int]]:
    """Dashes, keys, values and brackets."""
    spans: list[tuple[int, int]] = []
    tell = spans.append
    for line in _LINE.finditer(text, _start(text)):
        _, dash, key, value, style, *_ = line.groups()
        if dash:
            tell(line.span(2))
        if key:
            tell(line.span(3))
        if value and value[0] in "[{":
            spans += [token.span() for token in _TOKENS.finditer(text, *line.span(4))]
        elif value:
            tell(line.span(4))
        elif style:
            tell((line.start(5), line.end(6)))
    return spans

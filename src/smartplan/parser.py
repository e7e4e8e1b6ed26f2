"""YAML text to a tree that remembers where everything stood, and what libyaml says of it.

One parse over libyaml's events, with caps. See `docs/decisions/0008-one-gate-for-reading.md`.
"""

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from smartplan.diagnostics import Diagnostic, File, Location, Related
from smartplan.flood import Flood
from smartplan.kinds import yml
from smartplan.language import Text
from smartplan.source import (
    MAX_DEPTH,
    MAX_EVENTS,
    Mapping,
    Mark,
    Node,
    Scalar,
    Sequence,
    Unreadable,
    end_of,
    extent,
    location,
)

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_CONFLICT = re.compile(r"^(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)( |$)|^=======$", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_NON_ASCII_INDENT = re.compile("^[ ]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]", re.MULTILINE)
_WIDE_COLON = re.compile("^ *(?:- +)?[A-Za-z_]+(?:\uff1a|:[\u00a0\u2000-\u200b])", re.MULTILINE)
_COLON = re.compile(r"[ \n]*+:")
_CUT = re.compile(r"[ \t]+(#)[^ \t\n]")


def parse(file: File) -> tuple[Node | None, list[Diagnostic]]:
    """A file's tree and what is wrong with its text; no tree if it cannot be trusted."""
    found = Flood()
    _hidden(file, found)
    builder = _Builder(file, found)
    try:
        _refuse(file)
        root = builder.build()
    except Unreadable as unreadable:
        return None, [*found, unreadable.diagnostic]
    except yaml.MarkedYAMLError as error:
        return None, [*found, builder.never_closed(error) or _syntax(file, error)]
    if any(diagnostic.kind is yml.COMMA for diagnostic in found):
        return None, [*found]
    if root is None:
        found.append(yml.EMPTY_FILE.at(Location.start_of(file)))
    return root, [*found]


def _at(file: File, index: int, length: int = 1) -> Location:
    line, column = end_of(file.text[:index])
    return Location(file, line, column, line, column + length)


def _hidden(file: File, found: Flood) -> None:
    """The first hidden character of each line."""
    if not _HIDDEN.search(file.text):
        return
    for number, line in enumerate(file.lines, 1):
        match = _HIDDEN.search(line)
        if match and not found.only_counts(yml.HIDDEN.code, file):
            place = Location(file, number, match.start() + 1, number, match.end() + 1)
            found.append(yml.HIDDEN.at(place, character=f"U+{ord(match[0]):04X}"))


def _refuse(file: File) -> None:
    text = file.text
    if match := _FORBIDDEN.search(text):
        place = _at(file, match.start())
        raise Unreadable(yml.CONTROL.at(place, character=f"U+{ord(match[0]):04X}"))
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)):
        raise Unreadable(yml.CONFLICT.at(_at(file, match.start(), len(match[0]))))
    if "%" in text and (match := _DIRECTIVE.search(text)):
        raise Unreadable(yml.DIRECTIVE.at(_at(file, match.start())))
    if match := _NON_ASCII_INDENT.search(text) or _WIDE_COLON.search(text):
        last = match.end() - 1
        character = f"U+{ord(text[last]):04X}"
        raise Unreadable(yml.WORD_CHARACTER.at(_at(file, last), character=character))


_NODES = (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)


class _Builder:
    """Grows the tree from libyaml's events on a stack of its own, so that depth is ours to cap."""

    def __init__(self, file: File, found: Flood):
        self.file = file
        self.found = found
        self.has_hash = "#" in file.text
        self.parser = CParser(file.text)
        self.stack: list[Sequence | Mapping] = []
        self.quoted: Any = None
        """The last text in quotes that went on to another line."""

    def build(self) -> Node | None:
        root: Node | None = None
        documents = 0
        event = self.parser.get_event()
        while event is not None:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(yml.DOCUMENTS.at(self._place(event)))
            elif isinstance(event, _NODES):
                root = self._node(event)
                if isinstance(root, Scalar) and root.is_empty:
                    root = None
            event = self.parser.get_event()
        return root

    def _place(self, event: Any) -> Location:
        return extent(self.file, event.start_mark, event.end_mark)

    def _node(self, event: Any) -> Node:  # noqa: C901, PLR0912, PLR0915 - one hot loop
        file, get_event = self.file, self.parser.get_event
        stack = self.stack
        keys: list[Scalar | None] = []
        events = 0
        while True:
            events += 1
            if events > MAX_EVENTS:
                raise Unreadable(yml.TOO_MANY.at(self._place(event), limit=MAX_EVENTS))
            kind = type(event)
            node: Node
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_property(event)
                node = self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_property(event)
                if len(stack) == MAX_DEPTH:
                    raise Unreadable(yml.TOO_DEEP.at(self._place(event), limit=MAX_DEPTH))
                if stack and type(stack[-1]) is Mapping and keys[-1] is None:
                    raise Unreadable(yml.KEY.at(self._place(event)))
                opened = (Mapping if kind is MappingStartEvent else Sequence)(
                    file, event.start_mark
                )
                stack.append(opened)
                keys.append(None)
                event = get_event()
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                closed = stack.pop()
                keys.pop()
                closed.end = _end(closed, event)
                node = closed
            elif kind is AliasEvent:
                raise Unreadable(yml.ANCHOR.at(self._place(event), name=f"*{event.anchor}"))
            else:
                raise Unreadable(yml.SYNTAX.at(self._place(event), problem=Text("", "")))
            if not stack:
                return node
            top = stack[-1]
            if isinstance(top, Sequence):
                top.items.append(node)
            else:
                key = keys[-1]
                if key is None:
                    keys[-1] = self._key(node)
                else:
                    keys[-1] = None
                    self._put(top, key, node)
            event = get_event()

    def _scalar(self, event: Any) -> Scalar:
        style, value, end = event.style, event.value, event.end_mark
        if not style:
            if self.has_hash and (match := _CUT.match(self.file.text, end.index)):
                self._cut(value, end, match)
            return Scalar(self.file, value, event.start_mark, end, plain=True)
        if style == '"' and (match := _FORBIDDEN.search(value) or _HIDDEN.search(value)):
            character = f"U+{ord(match[0]):04X}"
            raise Unreadable(yml.CONTROL.at(self._place(event), character=character))
        if style in ("'", '"') and end.line > event.start_mark.line:
            self.quoted = event
        return Scalar(self.file, value, event.start_mark, end, plain=False)

    def _cut(self, value: str, end: Mark, match: re.Match[str]) -> None:
        """A text that ends where a `#` begins."""
        if not self.found.only_counts(yml.CUT.code, self.file):
            column = end.column + 1 + match.start(1) - end.index
            at = Location(self.file, end.line + 1, column, end.line + 1, column + 1)
            self.found.append(yml.CUT.at(at, value=value))

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar) or node.is_empty:
            raise Unreadable(yml.KEY.at(location(node)))
        if node.plain and node.value == "<<":
            raise Unreadable(yml.ANCHOR.at(location(node), name="<<"))
        return node

    def _put(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        earlier = mapping.entries.get(key.value)
        if isinstance(value, Scalar) and value.plain and not value.value and self._no_colon(key):
            self.found.append(yml.COMMA.at(location(key), value=key.value))
        elif earlier is None:
            mapping.entries[key.value] = (key, value)
        else:
            self._duplicate(key, earlier)

    def _no_colon(self, key: Scalar) -> bool:
        """Whether a key without value is really the rest of a text that a comma cut in two."""
        return _COLON.match(self.file.text, key.end.index) is None

    def _duplicate(self, key: Scalar, earlier: tuple[Scalar, Node]) -> None:
        first = Related(location(earlier[0]), Text("yang pertama di sini", "the first one is here"))
        self.found.append(yml.DUPLICATE_KEY.at(location(key), also=(first,), key=key.value))

    def never_closed(self, error: yaml.MarkedYAMLError) -> Diagnostic | None:
        """The quote or bracket that was left open; libyaml names only where it noticed."""
        mark: Mark | None = error.problem_mark
        if mark is None:
            return None
        if self.quoted is not None and mark.line == self.quoted.end_mark.line:
            return yml.SYNTAX.at(
                _point(self.file, self.quoted.start_mark), problem=yml.CAUSES["quote"]
            )
        if not self.stack or self.file.text[mark.index :].strip():
            return None
        opened = self.stack[-1].start
        if self.file.text[opened.index : opened.index + 1] not in ("[", "{"):
            return None
        return yml.SYNTAX.at(_point(self.file, opened), problem=yml.CAUSES["bracket"])

    def _refuse_property(self, event: Any) -> None:
        place = self._place(event)
        if event.anchor is not None:
            raise Unreadable(yml.ANCHOR.at(place, name=f"&{event.anchor}"))
        raise Unreadable(yml.TAG.at(place, tag=event.tag.replace("tag:yaml.org,2002:", "!!")))


class _Start:
    """Where a complaint without a place is put."""

    index = line = column = 0


_START = _Start()


def _end(closed: Sequence | Mapping, event: Any) -> Mark:
    """Where a list or mapping ends: at its bracket, or with the last thing in it."""
    end: Mark = event.end_mark
    if event.start_mark.index != end.index:
        return end
    if isinstance(closed, Sequence):
        return closed.items[-1].end if closed.items else end
    return next(reversed(closed.entries.values()))[1].end if closed.entries else end


def _syntax(file: File, error: yaml.MarkedYAMLError) -> Diagnostic:
    """A complaint of libyaml, moved to the line that caused it and put into a planner's words."""
    mark: Mark = error.problem_mark or error.context_mark or _START
    problem, context = error.problem or "", error.context or ""
    line = file.line(mark.line + 1)
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column :].startswith("\t"):
        column = line.index("\t") + 1
        return yml.TAB.at(Location(file, mark.line + 1, column, mark.line + 1, column + 1))
    if "tag" in problem:
        return yml.TAG.at(_point(file, mark), tag=line[mark.column :])
    if "alphabetic or numeric" in problem:
        return yml.ANCHOR.at(_point(file, mark), name=line[mark.column :])
    if "simple key" in context and error.context_mark is not None:
        start = _line_before(file, error.context_mark.line + 1)
        return yml.SYNTAX.at(start, problem=yml.CAUSES["no_colon"])
    cause, place = _cause(file, mark, problem, context)
    if cause == "open" and error.context_mark is not None:
        cause = "quote" if "quoted scalar" in context else "bracket"
        place = _point(file, error.context_mark)
    return yml.SYNTAX.at(place, problem=yml.CAUSES[cause])


_CAUSES = (
    ("escape", "escape"),
    ("hexdecimal", "escape"),
    ("Unicode character code", "escape"),
    ("cannot start any token", "character"),
    ("mapping values are not allowed", "colon"),
    ("sequence entries are not allowed", "dash"),
    ("did not find expected", "indent"),
)


_KEY_AND_VALUE = re.compile(r"[^:]*:+(?: |$)|[^:]*https?:")


def _cause(file: File, mark: Mark, problem: str, context: str) -> tuple[str, Location]:
    cause = next((cause for words, cause in _CAUSES if words in problem), "other")
    line = file.line(mark.line + 1)
    before = line[: mark.column].rstrip()
    if any(quote in line for quote in "“”‘’„«»") and cause in ("colon", "indent"):
        return "smart_quote", _point(file, mark)
    if cause != "escape" and ("quoted scalar" in context or "flow" in context):
        return "open", _point(file, mark)
    if cause == "indent":
        return _instead_of_indent(line, mark), _point(file, mark)
    if cause == "colon" and ":" not in before:
        above = _line_before(file, mark.line)
        while above.column > len(line) - len(line.lstrip()) + 1 and above.line > 1:
            above = _line_before(file, above.line - 1)  # past the lines of a long text
        if not _KEY_AND_VALUE.match(file.line(above.line)):
            return "no_colon", above
        return "indent", _line_before(file, mark.line + 1)
    return cause, _point(file, mark)


def _instead_of_indent(line: str, mark: Mark) -> str:
    """What libyaml takes for wrong indentation, by what stands before and after the mark."""
    if line[: mark.column].rstrip().endswith(("'", '"')):
        return "after_quote"
    after = line[mark.column : mark.column + 1]
    if after and after in "]},":
        return "character"
    return "no_colon" if after == ":" else "indent"


def _line_before(file: File, number: int) -> Location:
    """The last line with text at or before a line: a missing colon is noticed a line too late."""
    number = max(1, min(number, len(file.lines)))
    while number > 1 and not file.line(number).strip():
        number -= 1
    text = file.line(number)
    indent = len(text) - len(text.lstrip())
    return Location(file, number, indent + 1, number, max(len(text.rstrip()), indent + 1) + 1)


def _point(file: File, mark: Mark) -> Location:
    number = min(mark.line + 1, max(len(file.lines), 1))
    text = file.line(number)
    if number <= mark.line:
        return Location(file, number, max(len(text), 1), number, max(len(text), 1) + 1)
    return Location(file, number, mark.column + 1, number, mark.column + 2)

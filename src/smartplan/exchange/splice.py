"""Changes to the realisations of one YAML file, made in its text: every other byte stays.

Positions come from the tree's own marks. Whatever is made is read again, and refused unless it
says exactly what the old text said with the change applied.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence as Row
from dataclasses import dataclass

from smartplan.diagnostics import File
from smartplan.exchange.page import BREAK, Edit, Page
from smartplan.kinds.yml import EMPTY_FILE
from smartplan.language import Text
from smartplan.parser import parse
from smartplan.source import EMPTY, Mapping, Mark, Node, Scalar, Sequence

KEY = "realisations"
ONE_OF = ("value", "text", "no_data")
"""The keys of which a realisation has just one."""
LONG = 100
"""Characters from which a text is folded over lines."""

Value = str | tuple[str, ...]
Fields = Table[str, Value]
Data = str | None | list["Data"] | dict[str, "Data"]


class Refused(Exception):  # noqa: N818 - an answer to the user, not a fault of the program
    """Why nothing is written."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


@dataclass(frozen=True, slots=True)
class Change:
    """New values for keys of a realisation that is there; None takes a key away."""

    start: tuple[int, int]
    """Line and column of the realisation, from 0."""
    fields: Table[str, Value | None]


class _Page(Page):
    """A page beside its tree."""

    def __init__(self, name: str, raw: bytes):
        super().__init__(raw)
        self.root = tree(name, self.text)

    def at(self, mark: Mark) -> int:
        return self.offset(mark.line, mark.column)

    def line(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    def last_line(self, node: Node, *, tight: bool) -> int:
        """The last line of a node; `tight` leaves out blank lines at its end."""
        end = node.end.line
        if node.end.column == 0 and end > node.start.line:
            end -= 1
        while tight and end > node.start.line and not self.line(end).strip():
            end -= 1
        return end

    def end_of(self, node: Node) -> int:
        """Where a node's text ends, without the line end after it."""
        if node.end.column == 0 and node.end.line > node.start.line:
            return self.ends[self.last_line(node, tight=True)]
        return self.at(node.end)

    def after(self, line: int) -> tuple[int, str]:
        """Where a new line goes that follows `line`, and what must come before it."""
        if line + 1 < len(self.starts):
            return self.starts[line + 1], ""
        return len(self.text), self.newline

    def is_flow(self, node: Node) -> bool:
        return not isinstance(node, Scalar) and self.text[self.at(node.start)] in "[{"


def tree(name: str, text: str) -> Node | None:
    """The tree of a text, or the refusal that it cannot be read."""
    root, found = parse(File(name, BREAK.sub("\n", text)))
    if root is None and not any(diagnostic.kind is EMPTY_FILE for diagnostic in found):
        raise Refused(
            Text(
                f"`{name}` belum dapat dibaca: perbaiki dahulu berkas itu",
                f"`{name}` cannot be read: mend the file first",
            )
        )
    return root


def spliced(name: str, raw: bytes, new: Row[Fields] = (), changes: Row[Change] = ()) -> bytes:
    """The file with new realisations at the end of its list and changes to those it has."""
    page = _Page(name, raw)
    wanted = _expected(page.root, new, changes)
    for tight in (True, False):
        try:
            made = page.edited([*_added(page, new, tight=tight), *_changed(page, changes)])
            if data(tree(name, Page(made).text)) == wanted:
                return made
        except Refused:
            continue
    raise Refused(
        Text(
            f"`{name}` tersusun dengan cara yang belum dapat ditambahi tanpa mengubah bagian lain: "
            "tambahkan dengan tangan",
            f"`{name}` is laid out so that nothing can be added without touching the rest: "
            "add it by hand",
        )
    )


def data(node: Node | None) -> Data:
    """What a tree says, without places."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.data()
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {key: data(value) for key, (_, value) in node.entries.items()}


# What the text must say afterwards


def _expected(root: Node | None, new: Row[Fields], changes: Row[Change]) -> Data:
    said = data(root)
    if said is None:
        said = {}
    if not isinstance(said, dict):
        raise Refused(Text("berkas tidak berisi kunci-kunci", "the file does not hold keys"))
    items = said.get(KEY)
    listed = list(items) if isinstance(items, list) else []
    for change in changes:
        position, _ = _find(root, change)
        item = listed[position]
        if isinstance(item, dict):
            listed[position] = _with(item, change.fields)
    listed.extend({key: _plain(value) for key, value in fields.items()} for fields in new)
    return {**said, KEY: listed} if listed or KEY in said else said


def _with(item: dict[str, Data], fields: Table[str, Value | None]) -> dict[str, Data]:
    kept = {key: value for key, value in item.items() if key not in fields}
    return {**kept, **{k: _plain(value) for k, value in fields.items() if value is not None}}


def _plain(value: Value) -> Data:
    return list(value) if isinstance(value, tuple) else value


def _find(root: Node | None, change: Change) -> tuple[int, Mapping]:
    listed = _list(root)
    for position, item in enumerate(listed.items if listed else ()):
        if isinstance(item, Mapping) and (item.start.line, item.start.column) == change.start:
            return position, item
    raise Refused(Text("berkas berubah selagi dibaca", "the file changed while it was read"))


def _list(root: Node | None) -> Sequence | None:
    entry = root.entries.get(KEY) if isinstance(root, Mapping) else None
    return entry[1] if entry and isinstance(entry[1], Sequence) else None


# New realisations


def _added(page: _Page, new: Row[Fields], *, tight: bool) -> Iterator[Edit]:
    if not new:
        return
    listed = _list(page.root)
    if listed is not None and page.is_flow(listed):
        yield from _into_flow(page, listed, new)
    elif listed is not None and listed.items:
        yield _below(page, listed, new, tight=tight)
    else:
        yield _first(page, new)


def _below(page: _Page, listed: Sequence, new: Row[Fields], *, tight: bool) -> Edit:
    """After the last item of a block list and the comments that belong to it."""
    last, column = listed.items[-1], listed.start.column
    line = page.last_line(last, tight=tight)
    while line + 1 < len(page.starts) and _is_comment(page.line(line + 1), column):
        line += 1
    at, before = page.after(line)
    if page.is_flow(last):
        lines = [f"{' ' * column}- {_flow(fields)}" for fields in new]
    else:
        lines = [line for fields in new for line in _block(fields, column)]
    return Edit(at, at, _joined(page, lines, before))


def _is_comment(line: str, column: int) -> bool:
    indent = len(line) - len(line.lstrip(" "))
    return line.lstrip(" ").startswith("#") and indent > column


def _joined(page: _Page, lines: list[str], before: str) -> str:
    """The lines; each ends as the file's own do, and the file's missing last end stays missing."""
    text = page.newline.join(lines)
    return before + text if before else text + page.newline


def _first(page: _Page, new: Row[Fields]) -> Edit:
    """Below a key without items, or at the end of a file that has no such key."""
    entry = page.root.entries.get(KEY) if isinstance(page.root, Mapping) else None
    if entry is not None:
        key = entry[0]
        at, before = page.after(key.start.line)
        lines = [line for fields in new for line in _block(fields, key.start.column + 2)]
        return Edit(at, at, _joined(page, lines, before))
    column = page.root.start.column if page.root is not None else 0
    lines = [f"{' ' * column}{KEY}:"]
    lines.extend(line for fields in new for line in _block(fields, column + 2))
    end = len(page.text)
    ended = not page.text or page.text.endswith(("\n", "\r"))
    gap = page.newline if page.text.strip() else ""
    before = gap if ended else page.newline + gap
    return Edit(end, end, before + page.newline.join(lines) + page.newline)


def _into_flow(page: _Page, listed: Sequence, new: Row[Fields]) -> Iterator[Edit]:
    """Inside `[…]`: on lines of their own where the items stand so, else on the same line."""
    told = [_flow(fields) for fields in new]
    if not listed.items:
        at = page.at(listed.start) + 1
        yield Edit(at, at, ", ".join(told))
        return
    last = listed.items[-1]
    end, close = page.at(last.end), page.at(listed.end) - 1
    comma = _comma(page.text[end:close])
    before = page.line(last.start.line)[: last.start.column]
    if before.strip() or last.end.line == listed.end.line:
        at = end + (comma + 1 if comma is not None else 0)
        lead = " " if comma is not None else ", "
        yield Edit(at, at, lead + ", ".join(told) + ("," if comma is not None else ""))
        return
    if comma is None:
        yield Edit(end, end, ",")
    at, _ = page.after(last.end.line)
    lines = [f"{before}{one}," for one in told]
    lines[-1] = lines[-1] if comma is not None else lines[-1][:-1]
    yield Edit(at, at, _joined(page, lines, ""))


def _comma(rest: str) -> int | None:
    """Where the comma stands that ends the last item, outside of comments."""
    bare = re.sub(r"#[^\r\n]*", lambda match: " " * len(match[0]), rest)
    return bare.index(",") if "," in bare else None


# Changes to those that are there


def _changed(page: _Page, changes: Row[Change]) -> Iterator[Edit]:
    for change in changes:
        _, item = _find(page.root, change)
        yield from _within(page, item, change.fields)


def _within(page: _Page, item: Mapping, fields: Table[str, Value | None]) -> Iterator[Edit]:
    flow = page.is_flow(item)
    written = {key: value for key, value in fields.items() if value is not None}
    gone = [key for key, value in fields.items() if value is None and key in item.entries]
    for key, value in written.items():
        if key in item.entries:
            node = item.entries[key][1]
            yield Edit(page.at(node.start), page.end_of(node), _inline(value, flow=flow))
            continue
        swapped = next((k for k in gone if key in ONE_OF and k in ONE_OF), None)
        if swapped is not None:
            gone.remove(swapped)
            name, node = item.entries[swapped]
            told = f"{key}: {_inline(value, flow=flow)}"
            yield Edit(page.at(name.start), page.end_of(node), told)
            continue
        yield _more(page, item, key, value)
    for key in gone:
        yield _less(page, item, key)


def _more(page: _Page, item: Mapping, key: str, value: Value) -> Edit:
    """One more key at the end of a mapping."""
    name, last = list(item.entries.values())[-1]
    if page.is_flow(item):
        at = page.end_of(last)
        return Edit(at, at, f", {key}: {_inline(value, flow=True)}")
    at, before = page.after(page.last_line(last, tight=True))
    lines = _pair(key, value, name.start.column)
    return Edit(at, at, _joined(page, lines, before))


def _less(page: _Page, item: Mapping, key: str) -> Edit:
    """One key fewer, with its line where it has one of its own."""
    keys = list(item.entries)
    position = keys.index(key)
    name, node = item.entries[key]
    if position == 0:
        following = item.entries[keys[1]][0]
        return Edit(page.at(name.start), page.at(following.start), "")
    if page.is_flow(item):
        before = item.entries[keys[position - 1]][1]
        return Edit(page.end_of(before), page.end_of(node), "")
    line = page.last_line(node, tight=True)
    at, end = page.after(line)
    if not end:
        return Edit(page.starts[name.start.line], at, "")
    return Edit(page.ends[name.start.line - 1], page.ends[line], "")


# How values are written


def _block(fields: Fields, column: int) -> list[str]:
    lines = [line for key, value in fields.items() for line in _pair(key, value, column + 2)]
    return [f"{' ' * column}- {lines[0].lstrip(' ')}", *lines[1:]]


def _pair(key: str, value: Value, column: int) -> list[str]:
    indent = " " * column
    if isinstance(value, str) and len(value) > LONG - column and _folds(value):
        rows = _rows(value, LONG - column - 2)
        return [f"{indent}{key}: >-", *(f"{indent}  {row}" for row in rows)]
    return [f"{indent}{key}: {_inline(value, flow=False)}"]


def _folds(text: str) -> bool:
    """Whether folding over lines gives back the same text."""
    return text == " ".join(text.split()) and text.isprintable()


def _rows(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split(" "):
        if rows[-1] and len(rows[-1]) + len(word) >= width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}" if rows[-1] else word
    return rows


def _flow(fields: Fields) -> str:
    told = (f"{key}: {_inline(value, flow=True)}" for key, value in fields.items())
    return "{" + ", ".join(told) + "}"


def _inline(value: Value, *, flow: bool) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_scalar(one, flow=True) for one in value) + "]"
    return _scalar(value, flow=flow)


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_STARTS = frozenset("!&*-?:,[]{}#|>@`\"'%= \t~<")
_FLOW = re.compile(r"[,\[\]{}]")


def _scalar(text: str, *, flow: bool) -> str:
    """A text without quotes where YAML reads it back as it is, else between double quotes."""
    number = re.fullmatch(r"-[0-9.]+", text)
    bare = (
        text not in EMPTY
        and (text[0] not in _STARTS or number)
        and text == text.strip()
        and text.isprintable()
        and not re.search(r":(\s|$)| #", text)
        and not (flow and (_FLOW.search(text) or ":" in text))
    )
    if bare:
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'

"""YAML text to a tree that remembers where everything stood, and what libyaml says of it.

One parse over libyaml's events, with caps. See `docs/decisions/0008-one-gate-for-reading.md`.
"""

import re
import unicodedata
from dataclasses import replace
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

from smartplan.broken import BULLETS, CURLY, glued_item, seen, sign_of_item
from smartplan.diagnostics import Diagnostic, File, Fix, Location, Related, show
from smartplan.flood import Flood, Room
from smartplan.kinds import yml
from smartplan.language import Text
from smartplan.signatures import other_text
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
_ITEM_IN_TEXT = re.compile("\n[ \t]*([-*\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023]) ")
"""A hyphen or bullet where a text goes on; a dash may well stand there."""
_CUT = re.compile(r"[ \t]+(#)[^ \t\n]")


def parse(file: File, room: Room | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """A file's tree and what is wrong with its text; no tree if it cannot be trusted."""
    found = Flood(room=room)
    _hidden(file, found)
    builder = _Builder(file, found)
    try:
        _refuse(file)
        root = builder.build()
    except Unreadable as unreadable:
        builder.tell_doubled()
        return None, [*found, unreadable.diagnostic]
    except yaml.MarkedYAMLError as error:
        if format_ := other_text(file.text):
            return None, [yml.OTHER_FORMAT.at(Location.start_of(file), format=format_)]
        builder.tell_doubled()
        broken = builder.never_closed(error) or _syntax(file, error)
        line = broken.location.line
        beside = (d for d in found if d.location.line != line and d.kind is not yml.RUNS_ON)
        return None, [*beside, broken]
    builder.tell_doubled()
    if builder.torn:
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
            found.append(yml.HIDDEN.at(place, character=_sort_of(match[0])))


def _refuse(file: File) -> None:
    text = file.text
    if match := _FORBIDDEN.search(text):
        place = _at(file, match.start())
        raise Unreadable(yml.CONTROL.at(place, character=_sort_of(match[0])))
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)):
        raise Unreadable(yml.CONFLICT.at(_at(file, match.start(), len(match[0]))))
    if "%" in text and (match := _DIRECTIVE.search(text)):
        raise Unreadable(yml.DIRECTIVE.at(_at(file, match.start())))
    if match := _NON_ASCII_INDENT.search(text) or _WIDE_COLON.search(text):
        last = match.end() - 1
        character = _sort_of(text[last])
        raise Unreadable(yml.WORD_CHARACTER.at(_at(file, last), character=character))


def _sort_of(character: str) -> Text:
    """A character that cannot be seen: its number, and what sort of sign it is."""
    number = f"U+{ord(character):04X}"
    indonesian = _SORTS.get(character) or (_TAG if character >= "\U000e0000" else "")
    english = unicodedata.name(character, "").lower()
    return Text(
        f"{number} ({indonesian})" if indonesian else number,
        f"{number} ({english})" if english else number,
    )


_TAG = "tanda tag"
_SORTS = {
    "\u061c": "penanda huruf Arab",
    "\u200e": "penanda tulisan kiri ke kanan",
    "\u200f": "penanda tulisan kanan ke kiri",
    "\u202a": "pembuka tulisan kiri ke kanan",
    "\u202b": "pembuka tulisan kanan ke kiri",
    "\u202c": "penutup arah tulisan",
    "\u202d": "pemaksa tulisan kiri ke kanan",
    "\u202e": "pemaksa tulisan kanan ke kiri",
    "\u2066": "pembuka bagian kiri ke kanan",
    "\u2067": "pembuka bagian kanan ke kiri",
    "\u2068": "pembuka bagian berarah sendiri",
    "\u2069": "penutup bagian berarah sendiri",
    "\u00a0": "spasi tak terpenggal",
    "\u200b": "spasi tanpa lebar",
    "\u202f": "spasi sempit tak terpenggal",
    "\u3000": "spasi lebar",
    "\uff1a": "titik dua lebar",
    "\u2028": "pemisah baris",
    "\u2029": "pemisah paragraf",
    "\ufeff": "penanda awal berkas",
}
"""Signs that come with texts copied from elsewhere; others are told by their number alone."""


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
        self.torn = False
        """Whether something stands there as a key that is none, and belongs to nothing."""
        self.doubled: dict[int, tuple[Mapping, list[Scalar]]] = {}
        """The keys that a mapping has twice, by the mapping."""

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
                raise Unreadable(_anchor(self._place(event), f"*{event.anchor}"))
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
            if end.line > event.start_mark.line:
                self._runs_on(event)
            return Scalar(self.file, value, event.start_mark, end, plain=True)
        if style == '"' and (match := _FORBIDDEN.search(value) or _HIDDEN.search(value)):
            character = _sort_of(match[0])
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

    def _runs_on(self, event: Any) -> None:
        """Tell of an item of a list that is read as more of the text above it.

        A text that begins with such a sign itself is no list where one is wanted, which is told.
        """
        if event.value[0] in BULLETS or event.value[0] == "-":
            return
        text, start = self.file.text, event.start_mark
        match = _ITEM_IN_TEXT.search(text, start.index, event.end_mark.index)
        if match and not self.found.only_counts(yml.RUNS_ON.code, self.file):
            first = event.value.split(f" {match[1]}", 1)[0]
            line = start.line + 1 + text.count("\n", start.index, match.start(1))
            column = match.start(1) - text.rfind("\n", 0, match.start(1))
            place = Location(self.file, line, column, line, column + 1)
            self.found.append(yml.RUNS_ON.at(place, sign=match[1], value=first))

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar) or node.is_empty:
            raise Unreadable(yml.KEY.at(location(node)))
        if node.plain and node.value == "<<":
            raise Unreadable(yml.ANCHOR.at(location(node), name="<<"))
        return node

    def _put(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        earlier = mapping.entries.get(key.value)
        if isinstance(value, Scalar) and value.plain and not value.value and self._no_colon(key):
            cut = self._cut_short(key)
            self.found.append(cut)
            self.torn |= cut.kind is not yml.COMMA or not self._taken_together(mapping, key)
        elif earlier is None:
            mapping.entries[key.value] = (key, value)
        else:
            self.doubled.setdefault(id(mapping), (mapping, []))[1].append(key)

    def _cut_short(self, key: Scalar) -> Diagnostic:
        """What is wrong where a key has no colon: mostly a comma in the text before it."""
        line = self.file.line(key.start.line + 1)
        if glued := _GLUED_COLON.match(key.value):
            return _told(location(key), "space_after_colon", glued[1])
        if any(quote in line for quote in CURLY):
            return _told(location(key), "smart_quote")
        return yml.COMMA.at(location(key), value=key.value)

    def _taken_together(self, mapping: Mapping, rest: Scalar) -> bool:
        """Whether the pieces of a text that a comma cut could be put together again.

        So what else is wrong with the file can be told, and the number that was meant.
        """
        if not mapping.entries or not rest.plain:
            return False
        name, (key, value) = next(reversed(mapping.entries.items()))
        if not isinstance(value, Scalar) or not value.plain or value.start.line != rest.end.line:
            return False
        text = self.file.text
        if text[value.end.index : rest.start.index].strip() != ",":
            return False
        whole = text[value.start.index : rest.end.index]
        mapping.entries[name] = key, Scalar(self.file, whole, value.start, rest.end, plain=True)
        return True

    def _no_colon(self, key: Scalar) -> bool:
        """Whether a key without value is really the rest of a text that a comma cut in two."""
        return _COLON.match(self.file.text, key.end.index) is None

    def tell_doubled(self) -> None:
        """Tell the keys that stand twice: an item without its dash by its first key alone."""
        for mapping, keys in self.doubled.values():
            lead = _lead_of_second(mapping, keys)
            for key in keys:
                if lead is None or key.value == lead:
                    self._duplicate(mapping, key, is_item=lead is not None)

    def _duplicate(self, mapping: Mapping, key: Scalar, *, is_item: bool) -> None:
        if self.found.only_counts(yml.DUPLICATE_KEY.code, self.file):
            return
        earlier = mapping.entries[key.value][0]
        first = Related(location(earlier), Text("yang pertama di sini", "the first one is here"))
        hint, fix = _with_dash(mapping, key) if is_item else (None, None)
        self.found.append(
            yml.DUPLICATE_KEY.at(location(key), also=(first,), hint=hint, fix=fix, key=key.value)
        )

    def never_closed(self, error: yaml.MarkedYAMLError) -> Diagnostic | None:
        """The quote or bracket that was left open; libyaml names only where it noticed."""
        mark: Mark | None = error.problem_mark
        if mark is None:
            return None
        if self.quoted is not None and mark.line == self.quoted.end_mark.line:
            return _told(_point(self.file, self.quoted.start_mark), "quote")
        if not self.stack or self.file.text[mark.index :].strip():
            return None
        opened = self.stack[-1].start
        if self.file.text[opened.index : opened.index + 1] not in ("[", "{"):
            return None
        return _told(_point(self.file, opened), "bracket")

    def _refuse_property(self, event: Any) -> None:
        place = self._place(event)
        if event.anchor is not None:
            raise Unreadable(yml.ANCHOR.at(place, name=f"&{event.anchor}"))
        raise Unreadable(yml.TAG.at(place, tag=event.tag.replace("tag:yaml.org,2002:", "!!")))


def _lead_of_second(mapping: Mapping, keys: list[Scalar]) -> str | None:
    """The key that begins the items which follow in a mapping for want of their dash, if any do.

    One key twice is a slip; the first key and another one after it are an item.
    """
    lead = keys[0].value
    is_block = mapping.file.text[mapping.start.index] != "{"
    if len(keys) == 1 or not is_block or keys[0].start.column < len(_DASH):
        return None
    is_first = lead == next(iter(mapping.entries)) and _dash_before(mapping) is not None
    return lead if is_first or lead == "id" else None


_DASH = "- "


def _dash_before(mapping: Mapping) -> int | None:
    """The column, from 0, of the dash that begins a mapping."""
    line = mapping.file.line(mapping.start.line + 1)[: mapping.start.column]
    return line.index("-") if line.strip() == "-" else None


def _with_dash(mapping: Mapping, key: Scalar) -> tuple[Text, Fix]:
    """What to write for the first key of an item whose dash is missing."""
    file, number = key.file, key.start.line + 1
    dash = _dash_before(mapping)
    column = key.start.column - len(_DASH) if dash is None else dash
    item = show(file.line(number)[key.start.column :].rstrip(), 60)
    hint = Text(
        f"butir baru belum diawali tanda hubung: tulis `- {item}`, dengan `-` di kolom "
        f"{column + 1}",
        f"a new item lacks its hyphen: write `- {item}`, with the `-` in column {column + 1}",
    )
    place = Location(file, number, column + 1, number, key.start.column + 1)
    return hint, Fix(place, "-".ljust(key.start.column - column), safe=False)


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
    if other_sign := _other_sign(file, error, mark):
        return other_sign
    if dots := _dots(file, mark, problem):
        return dots
    if "simple key" in context and error.context_mark is not None:
        if mark.line == error.context_mark.line and mark.column > _LONGEST_KEY:
            return _told(_line_before(file, mark.line + 1), "long_key")
        return _not_key_and_value(_line_before(file, error.context_mark.line + 1))
    return (
        _forbidden(file, mark, problem) or _seen(file, error, mark) or _guessed(file, error, mark)
    )


def _other_sign(file: File, error: yaml.MarkedYAMLError, mark: Mark) -> Diagnostic | None:
    """An item of a list that begins with another sign than `- `, or the line above that does."""
    context = error.context or ""
    if "quoted" in context or "flow" in context:
        return None
    started = error.context_mark if "simple key" in context else None
    here = _line_before(file, (started or mark).line + 1)
    above = _line_before(file, here.line - 1)
    for place in (here, above) if here.line > 1 else (here,):
        text = file.line(place.line)
        sign = sign_of_item(text)
        if sign and (place is here or _KEY_AND_VALUE.match(text)):
            at = replace(place, end_line=place.line, end_column=place.column + len(sign[0]))
            return _told(at, "bullet" if sign[0] in BULLETS else "lettered", sign[0])
    return None


_LONGEST_KEY = 1024
"""Characters before a colon, as libyaml allows them."""


def _dots(file: File, mark: Mark, problem: str) -> Diagnostic | None:
    """A line `...`, which ends a document, where more follows."""
    number = mark.line + 1
    if "<document start>" in problem:
        while number > 1 and file.line(number).rstrip() != "...":
            number -= 1
    if file.line(number).rstrip() != "...":
        return None
    return _told(Location(file, number, 1, number, 4), "dots")


def _forbidden(file: File, mark: Mark, problem: str) -> Diagnostic | None:
    """Something that YAML knows and a plan does not."""
    line = file.line(mark.line + 1)
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column :].startswith("\t"):
        column = line.index("\t") + 1
        return yml.TAB.at(Location(file, mark.line + 1, column, mark.line + 1, column + 1))
    if "tag" in problem:
        return yml.TAG.at(_point(file, mark), tag=line[mark.column :])
    if "alphabetic or numeric" in problem:
        return _anchor(_point(file, mark), line[max(mark.column - 1, 0) :])
    return None


def _anchor(place: Location, name: str) -> Diagnostic:
    """A sign that points at another part of the file; a star is mostly meant to make text bold."""
    return yml.ANCHOR.at(place, hint=yml.STAR if name.startswith("*") else None, name=name)


def _seen(file: File, error: yaml.MarkedYAMLError, mark: Mark) -> Diagnostic | None:
    """A mistake that what is written on both sides of the place shows."""
    slip = seen(file.line(mark.line + 1), mark.column, error.problem or "", error.context or "")
    if slip is None:
        return None
    if slip.cause == "dash_indent" and (first := _first_without_dash(file, mark)):
        return _told(first, "no_dash", file.line(first.line).strip())
    opened: Mark | None = error.context_mark if slip.cause in ("comma", "wrong_close") else None
    return _told(_point(file, opened or mark), slip.cause, slip.word)


def _guessed(file: File, error: yaml.MarkedYAMLError, mark: Mark) -> Diagnostic:
    """The most likely mistake, by what libyaml complains of."""
    problem, context = error.problem or "", error.context or ""
    started = _line_before(file, mark.line + 1)
    if "mapping values" in problem and mark.column - started.column >= _LONGEST_KEY:
        return _told(started, "long_key")
    cause, place = _cause(file, mark, problem, context)
    if cause == "open" and error.context_mark is not None:
        cause = "quote" if "quoted scalar" in context else "bracket"
        place = _point(file, error.context_mark)
    if cause == "indent" and _begins_item(file, error, mark):
        text = file.line(mark.line + 1).strip()
        return _told(_line_before(file, mark.line + 1), "no_dash", text)
    if cause in ("no_colon", "indent", "colon") and (glued := _glued_dash(file, place.line)):
        return _told(glued, "space_after_dash")
    if cause == "indent" and _line_before(file, place.line - 1).line == place.line:
        cause = "other"  # the first line of the file
    return _not_key_and_value(place) if cause == "no_colon" else _told(place, cause)


def _begins_item(file: File, error: yaml.MarkedYAMLError, mark: Mark) -> bool:
    """Whether a line begins as the items of the list around it do, but for their dash."""
    line = file.line(mark.line + 1)
    if line[: mark.column].strip() or error.context_mark is None:
        return False
    first = file.line(error.context_mark.line + 1)[error.context_mark.column :]
    if line.lstrip().startswith("{"):
        return first.startswith("- {")
    key, item = _KEY_HERE.match(line), _ITEM_KEY.match(first)
    return bool(key and item and key[1] == item[1])


def _first_without_dash(file: File, mark: Mark) -> Location | None:
    """The first item of a list where it lacks the dash that the one after it has."""
    number = mark.line
    while number and _is_inside(file.line(number), mark.column):
        number -= 1
    number += 1
    while not file.line(number).strip():
        number += 1
    first = _line_before(file, number)
    key = _KEY_HERE.match(file.line(first.line))
    item = _ITEM_KEY.match(file.line(mark.line + 1)[mark.column :])
    return first if key and item and key[1] == item[1] else None


def _is_inside(line: str, column: int) -> bool:
    """Whether a line stands deeper than a column, or is empty."""
    return not line[: column + 1].strip()


_KEY_HERE = re.compile(r"\s*([A-Za-z_]+):(?: |$)")
_ITEM_KEY = re.compile(r"-\s+([A-Za-z_]+):(?: |$)")


def _told(place: Location, cause: str, word: str = "") -> Diagnostic:
    """A finding that says what was done, and what to do about it."""
    words = {"word": show(word, 60), "doubled": show(word.replace("'", "''"), 60)}
    problem, cure = yml.CAUSES[cause], yml.CURES.get(cause)
    said = Text(problem.indonesian.format(**words), problem.english.format(**words))
    hint = cure and Text(cure.indonesian.format(**words), cure.english.format(**words))
    return yml.SYNTAX.at(place, problem=said, hint=hint)


def _not_key_and_value(place: Location) -> Diagnostic:
    """A line that is no `key: value`, perhaps for want of a space."""
    if _GLUED_DASH.match(place.file.line(place.line)):
        return _told(place, "space_after_dash")
    if item := glued_item(place.file.line(place.line)):
        return _told(place, "glued_item", item)
    glued = _GLUED_COLON.match(place.file.line(place.line))
    return _told(place, "space_after_colon", glued[1]) if glued else _told(place, "no_colon")


_GLUED_COLON = re.compile(r"\s*(?:- +)?([A-Za-z_]+):(?=[^\s/:])")
_GLUED_DASH = re.compile(r"\s*-[A-Za-z_]+:(?: |$)")


def _glued_dash(file: File, number: int) -> Location | None:
    """The line, or the one above, that begins with `-` and a key without a space between them."""
    place = _line_before(file, number)
    for _ in range(2):
        if _GLUED_DASH.match(file.line(place.line)):
            return place
        place = _line_before(file, place.line - 1)
    return None


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
    if any(quote in line for quote in CURLY) and cause in ("colon", "indent"):
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

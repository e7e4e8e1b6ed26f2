"""Slips of the pen: a plan's files with one mistake each, and the place where it must be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args, get_origin

from smartplan.load import load
from smartplan.source import Scalar, Sequence
from smartplan.stages import STAGES
from smartplan.stages.base import Item, references, walk
from smartplan.stages.scalars import Moment

TYPED = {"YML016", "SCH006", "YML025"}
"""What a number can become: misread, none at all, or a decimal comma inside brackets."""


@dataclass(frozen=True)
class Slip:
    """A file with one mistake, where the mistake is, and which codes may tell it."""

    what: str
    file: str
    text: str
    line: int
    codes: frozenset[str]
    told_in: str = ""
    """The file where the mistake shows, if it is another."""

    @property
    def place(self) -> tuple[str, int]:
        return self.told_in or self.file, self.line


class Bench:
    """The good plan's texts and models, and the slips that can be made in them."""

    def __init__(self, folder: Path) -> None:
        loaded = load(folder)
        assert loaded.plan is not None
        self.plan = loaded.plan
        self.texts = {
            path.relative_to(folder).as_posix(): path.read_text("utf-8")
            for path in sorted(folder.rglob("*.yaml"))
        }
        self.roots = [loaded.plan.manifest, *(getattr(loaded.plan, name) for name in STAGES)]
        self.seen: set[tuple[object, ...]] = set()

    def new(self, *sort: object) -> bool:
        """Whether a slip of this sort has not been made yet: one of each will do."""
        fresh = sort not in self.seen
        self.seen.add(sort)
        return fresh

    def items(self) -> Iterator[Item]:
        for root in self.roots:
            for item in walk(root):
                if item.node.entries:
                    yield item

    def edit(self, what: str, node: Scalar, written: str, *codes: str) -> Slip:
        name = node.file.name
        return self.cut(what, name, (node.start.index, node.end.index), written, node, *codes)

    def cut(  # the place is where the node stood
        self, what: str, name: str, span: tuple[int, int], written: str, node: Scalar, *codes: str
    ) -> Slip:
        text = self.texts[name]
        changed = text[: span[0]] + written + text[span[1] :]
        return Slip(f"{what} {name}", name, changed, node.start.line + 1, frozenset(codes))

    def without(self, item: Item, key: str, node: Scalar, *codes: str) -> Slip:
        """A key gone with all that belongs to it."""
        entries = list(item.node.entries.values())
        position = list(item.node.entries).index(key)
        name, value = entries[position]
        if position + 1 < len(entries):
            span = (name.start.index, entries[position + 1][0].start.index)
        else:
            span = (entries[position - 1][1].end.index, value.end.index)
        return self.cut(f"without {key}", name.file.name, span, "", node, *codes)


def misspelt_keys(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, (name, _) in item.node.entries.items():
            if bench.new("key", type(item), key):
                wrong = key[:-1] + key[-1] * 2
                yield bench.edit(f"key {wrong}", name, wrong, "SCH001")


def _field_keys(item: Item) -> Iterator[tuple[str, str, object]]:
    """Each field as a plan writes it, its name in the model, and its value."""
    for name, info in type(item).model_fields.items():
        if name != "mark":
            yield info.alias or name, name, getattr(item, name)


def removed_keys(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        required = {
            info.alias or name
            for name, info in type(item).model_fields.items()
            if info.is_required() and name != "mark"
        }
        entries = item.node.entries
        for key in entries:
            if key not in required or len(entries) == 1 or not bench.new("gone", type(item), key):
                continue
            first = next(iter(entries.values()))[0]  # what is left begins where the first key stood
            yield bench.without(item, key, first, "SCH002")


def broken_references(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for reference in references(item):
            if not bench.new("reference", type(item), reference.field):
                continue
            node = item.node.entries[reference.field][1]
            if isinstance(node, Sequence):
                node = node.items[reference.position or 0]
            assert isinstance(node, Scalar)
            yield bench.edit(f"id {reference.id}", node, f"{node.value}x", "REF001", "SCH019")


def _scalar(item: Item, key: str) -> Scalar | None:
    entry = item.node.entries.get(key)
    return entry[1] if entry and isinstance(entry[1], Scalar) else None


def clumsy_values(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, name, value in _field_keys(item):
            node = _scalar(item, key)
            if node is None or not bench.new("value", type(item), key):
                continue
            annotation = type(item).model_fields[name].annotation
            literal = [annotation, *get_args(annotation)]
            if isinstance(value, int):
                grouped = f"{value:,}".replace(",", ".")
                written = grouped if "." in grouped else f"{value} buah"
                yield bench.edit(f"number {written}", node, written, *TYPED)
                yield bench.edit("number in words", node, "belum ada", "SCH006")
            elif isinstance(value, Decimal):
                yield bench.edit("decimal comma", node, f"{value},5", "YML016", "YML025")
                yield bench.edit("percent", node, f"{value} %", "YML016")
                yield bench.edit("number in words", node, "belum ada", "SCH007")
            elif isinstance(value, Moment | date):
                yield bench.edit("date in words", node, "5 Juli 2024", "YML017")
                yield bench.edit("date reversed", node, "05/07/2024", "YML017")
                yield bench.edit("no such date", node, "2024-02-31", "SCH009")
            elif any(get_origin(part) is Literal for part in literal):
                yield bench.edit(f"choice {value}x", node, f"{value}x", "SCH004")
                yield bench.edit("choice empty", node, "", "SCH010")


def open_quotes(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key in item.node.entries:
            node = _scalar(item, key)
            if node is not None and not node.plain and bench.new("quote", type(item), key):
                text = bench.texts[node.file.name]
                quoted = text[node.start.index : node.end.index]
                if quoted[-1] not in "'\"":
                    continue
                yield bench.edit("open quote", node, quoted[:-1], "YML001")


def open_brackets(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        text = bench.texts[item.node.file.name]
        closing = item.node.end.index - 1
        flow = text[closing : closing + 1] == "}" and text[item.node.start.index] == "{"
        if flow and bench.new("bracket", type(item)):
            first = next(iter(item.node.entries.values()))[0]
            span = (closing, closing + 1)
            yield bench.cut("open brace", first.file.name, span, "", first, "YML001")


def shifted_lines(bench: Bench) -> Iterator[Slip]:
    for name, text in bench.texts.items():
        lines = text.split("\n")
        for number, line in enumerate(lines):
            key = re.match(r"( +)([a-z_]+): ", line)
            if not key or line.endswith("}") or _inside_brackets(lines[:number]):
                continue
            if not bench.new("shift", name, key[2]):
                continue
            told = _where_shifted(lines, number)
            for way, shifted in (("right", f" {line}"), ("left", line[1:])) if told else ():
                changed = "\n".join([*lines[:number], shifted, *lines[number + 1 :]])
                yield Slip(f"shifted {way} {key[2]} {name}", name, changed, told, _SYNTAX)
            tabbed = "\n".join([*lines[:number], "\t" + line.lstrip(), *lines[number + 1 :]])
            yield Slip(f"tab {key[2]} {name}", name, tabbed, number + 1, frozenset({"YML003"}))
            unspaced = line.replace(": ", ":", 1)
            changed = "\n".join([*lines[:number], unspaced, *lines[number + 1 :]])
            codes = _SYNTAX | {"SCH003"}  # what was a group is a text
            yield Slip(f"no space {key[2]} {name}", name, changed, number + 1, codes)


_SYNTAX = frozenset({"YML001"})


def _where_shifted(lines: list[str], number: int) -> int:
    """The line that stands out when one is shifted; 0 if none does.

    The first of a group sets the measure: then it is the second that stands out.
    """
    above = [line for line in lines[:number] if line.strip() and line.lstrip()[0] != "#"]
    indent = _indent(lines[number])
    if above and _indent(above[-1]) >= indent:
        return number + 1
    for later, line in enumerate(lines[number + 1 :], number + 2):
        if line.strip() and _indent(line) <= indent:
            return later if _indent(line) == indent else 0
    return 0


def _indent(line: str) -> int:
    """The column of a line's first key, also after a dash."""
    return len(line) - len(line.lstrip(" -"))


def _inside_brackets(lines: list[str]) -> bool:
    text = "\n".join(lines)
    return text.count("{") > text.count("}") or text.count("[") > text.count("]")


def leftovers(bench: Bench) -> Iterator[Slip]:
    for name, text in bench.texts.items():
        lines = text.split("\n")
        for number in {1, len(lines) // 2, len(lines) - 1}:
            for marker in ("<<<<<<< HEAD", ">>>>>>> cabang"):
                changed = "\n".join([*lines[:number], marker, *lines[number:]])
                yield Slip(f"{marker} {name}", name, changed, number + 1, frozenset({"YML012"}))


def truncations(bench: Bench) -> Iterator[Slip]:
    """Files cut off inside braces: the brace that stayed open is the place."""
    for item in bench.items():
        text = bench.texts[item.node.file.name]
        start, end = item.node.start.index, item.node.end.index
        if text[start] != "{" or not bench.new("cut", type(item)):
            continue
        comma = text.find(",", start, end)
        if comma > 0 and not {"[", "{"} & set(text[start + 1 : comma]):
            cut = Slip(
                f"cut off {item.node.file.name}",
                item.node.file.name,
                text[: comma + 1],
                item.node.start.line + 1,
                _SYNTAX,
            )
            yield cut


def _is_plain_line(bench: Bench, item: Item, node: Scalar) -> bool:
    """Whether a value is the rest of its line, outside all brackets and quotes."""
    text = bench.texts[node.file.name]
    rest = text[node.end.index : text.find("\n", node.end.index)]
    outside = text[item.node.start.index] != "{" and item.node.file is node.file
    return outside and node.plain and node.start.line == node.end.line and not rest.strip()


def clumsy_texts(bench: Bench) -> Iterator[Slip]:
    """Characters in a sentence that YAML reads otherwise, or that nobody sees."""
    for item in bench.items():
        for key, _, value in _field_keys(item):
            node = _scalar(item, key)
            if node is None or not isinstance(value, str) or " " not in value:
                continue
            if not _is_plain_line(bench, item, node) or not bench.new("text", type(item), key):
                continue
            said = node.value
            yield bench.edit("text with a colon", node, f"{said}: lagi", "YML001")
            yield bench.edit("text with a hash", node, f"{said} #1", "YML020")
            yield bench.edit("text with an ampersand", node, f"&{said}", "YML005")
            yield bench.edit("text with a star", node, f"*{said}", "YML005")
            yield bench.edit("text with an exclamation", node, f"!{said}", "YML006")
            yield bench.edit("text with an at sign", node, f"@{said}", "YML001")
            yield bench.edit("text half quoted", node, f'"{said}', "YML001")
            yield bench.edit("text after quotes", node, f'"Smart" {said}', "YML001")
            yield bench.edit("text in curly quotes", node, f"“{said}: lagi”", "YML001")
            yield bench.edit("text with a bell", node, f"{said}\a", "YML010")
            yield bench.edit("text turned round", node, f"{said}\u202e", "YML011")
            yield bench.edit("text in a list", node, "[satu, dua]", "SCH003")
            yield bench.edit("text as a group", node, "{satu: dua}", "SCH003")
            yield bench.edit("text gone", node, "", "SCH010")
            if key == "name":
                yield bench.edit("text far too long", node, "kata " * 80, "SCH011")


def clumsy_spaces(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, (name, value) in item.node.entries.items():
            if not isinstance(value, Scalar) or not _is_plain_line(bench, item, value):
                continue
            if bench.new("space", type(item), key):
                file, span = name.file.name, (name.end.index, value.start.index)
                yield bench.cut("no-break space", file, span, ":\u00a0", name, "YML022")
                yield bench.cut("colon of a wide kind", file, span, "\uff1a", name, "YML022")


def lists_as_texts(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, (name, value) in item.node.entries.items():
            if not isinstance(value, Sequence) or not bench.new("list", type(item), key):
                continue
            file, span = name.file.name, (value.start.index, value.end.index)
            if bench.texts[file][span[0]] == "[" and value.start.line == name.start.line:
                yield bench.cut("list as a text", file, span, "satu kata", name, "SCH003")


_TOO_MUCH = {
    "percent": "150", "likelihood": "9", "impact": "0", "severity": "7", "year": "20255",
    "start": "202", "end": "20333",
}  # fmt: skip


def numbers_out_of_range(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, name, value in _field_keys(item):
            node = _scalar(item, key)
            number = isinstance(getattr(item, name), int | Decimal)
            if node is None or not number or key not in _TOO_MUCH or value is None:
                continue
            if bench.new("range", type(item), key):
                yield bench.edit(f"number {_TOO_MUCH[key]}", node, _TOO_MUCH[key], "SCH005")


def doubled_keys(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, (name, value) in item.node.entries.items():
            if not isinstance(value, Scalar) or not _is_plain_line(bench, item, value):
                continue
            if not bench.new("double", type(item), key):
                continue
            indent = "\n" + " " * name.start.column
            twice = bench.edit("key twice", value, f"{value.value}{indent}{key}: x", "YML002")
            yield replace(twice, line=value.end.line + 2)


def _unused(bench: Bench, item: Item) -> Scalar | None:
    """The id of an item that nothing refers to."""
    node = _scalar(item, "id")
    if node is None or not item.kind or bench.plan.index.users_of(item.kind, node.value):
        return None
    return node


def clumsy_ids(bench: Bench) -> Iterator[Slip]:
    """Ids that are no ids, and ids given twice."""
    earlier: dict[str, str] = {}
    for item in bench.items():
        node = _unused(bench, item)
        if node is not None and item.kind != "source" and bench.new("id", type(item)):
            yield bench.edit("id in words", node, "Kata Baru", "SCH008")
        elif node is not None and item.kind in earlier and bench.new("same id", type(item)):
            yield bench.edit("id twice", node, earlier[item.kind], "REF003")
        if item.kind and (own := _scalar(item, "id")):
            earlier.setdefault(item.kind, own.value)


def removed_items(bench: Bench) -> Iterator[Slip]:
    """Items of a list, gone while another file still names them once."""
    for item in bench.items():
        id_ = _scalar(item, "id")
        if id_ is None or not item.kind or not bench.new("item", type(item), id_.value):
            continue
        users = bench.plan.index.users_of(item.kind, id_.value)
        text, start = bench.texts[id_.file.name], item.node.start.index
        if len(users) != 1 or users[0].location.file is id_.file or text[start] == "{":
            continue
        within = [one for one in walk(item) if one is not item and one.kind]
        within.extend(one for one in references(item) if one.kind != "source")
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", item.node.end.index) + 1 or len(text)
        if within or not text[last:].lstrip("\n").startswith(text[first:start]):
            continue
        place = users[0].location
        gone = bench.cut("item gone", id_.file.name, (first, last), "", id_, "REF001", "REF002")
        yield replace(gone, line=place.line, told_in=place.file.name)


SORTS = (
    misspelt_keys, removed_keys, broken_references, clumsy_values, open_quotes, open_brackets,
    shifted_lines, leftovers, truncations, clumsy_texts, clumsy_spaces, lists_as_texts,
    numbers_out_of_range, doubled_keys, clumsy_ids, removed_items,
)  # fmt: skip
"""Every sort of slip, each a function from a bench to the slips that can be made there."""

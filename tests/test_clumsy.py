"""Hundreds of slips of the pen in a good plan, one at a time, each found where it was made."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
from conftest import MINIMAL

from smartplan.language import Language
from smartplan.load import load
from smartplan.source import Mapping, Scalar, Sequence
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


class Bench:
    """The good plan's texts and models, and the slips that can be made in them."""

    def __init__(self) -> None:
        loaded = load(MINIMAL)
        assert loaded.plan is not None
        self.texts = {path.name: path.read_text("utf-8") for path in sorted(MINIMAL.glob("*.yaml"))}
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
                if isinstance(item.mark, Mapping) and item.mark.entries:
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


def misspelt_keys(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for key, (name, _) in item.mark.entries.items():
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
        entries = list(item.mark.entries.items())
        required = {
            info.alias or name
            for name, info in type(item).model_fields.items()
            if info.is_required() and name != "mark"
        }
        for position, (key, (name, value)) in enumerate(entries):
            if key not in required or len(entries) == 1 or not bench.new("gone", type(item), key):
                continue
            following = entries[position + 1][1][0] if position + 1 < len(entries) else None
            if following is not None:
                span = (name.start.index, following.start.index)
            else:
                span = (entries[position - 1][1][1].end.index, value.end.index)
            first = entries[0][1][0]  # what is left begins where the first key stood
            yield bench.cut(f"without {key}", name.file.name, span, "", first, "SCH002")


def broken_references(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        for reference in references(item):
            if not bench.new("reference", type(item), reference.field):
                continue
            node = item.mark.entries[reference.field][1]
            if isinstance(node, Sequence):
                node = node.items[reference.position or 0]
            assert isinstance(node, Scalar)
            yield bench.edit(f"id {reference.id}", node, f"{node.value}x", "REF001", "SCH019")


def _scalar(item: Item, key: str) -> Scalar | None:
    entry = item.mark.entries.get(key)
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
        for key in item.mark.entries:
            node = _scalar(item, key)
            if node is not None and not node.plain and bench.new("quote", type(item), key):
                text = bench.texts[node.file.name]
                quoted = text[node.start.index : node.end.index]
                yield bench.edit("open quote", node, quoted[:-1], "YML001")


def open_brackets(bench: Bench) -> Iterator[Slip]:
    for item in bench.items():
        text = bench.texts[item.mark.file.name]
        closing = item.mark.end.index - 1
        flow = text[closing : closing + 1] == "}" and text[item.mark.start.index] == "{"
        if flow and bench.new("bracket", type(item)):
            first = next(iter(item.mark.entries.values()))[0]
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
            for what, shifted in (("shifted right", f" {line}"), ("shifted left", line[1:])):
                changed = "\n".join([*lines[:number], shifted, *lines[number + 1 :]])
                yield Slip(f"{what} {key[2]} {name}", name, changed, number + 1, _SYNTAX)
            tabbed = "\n".join([*lines[:number], "\t" + line.lstrip(), *lines[number + 1 :]])
            yield Slip(f"tab {key[2]} {name}", name, tabbed, number + 1, frozenset({"YML003"}))
            unspaced = line.replace(": ", ":", 1)
            changed = "\n".join([*lines[:number], unspaced, *lines[number + 1 :]])
            yield Slip(f"no space {key[2]} {name}", name, changed, number + 1, _SYNTAX)


_SYNTAX = frozenset({"YML001"})


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
        text = bench.texts[item.mark.file.name]
        start, end = item.mark.start.index, item.mark.end.index
        if text[start] != "{" or not bench.new("cut", type(item)):
            continue
        comma = text.find(",", start, end)
        if comma > 0 and not {"[", "{"} & set(text[start + 1 : comma]):
            cut = Slip(
                f"cut off {item.mark.file.name}",
                item.mark.file.name,
                text[: comma + 1],
                item.mark.start.line + 1,
                _SYNTAX,
            )
            yield cut


def slips() -> list[Slip]:
    bench = Bench()
    kinds = (
        misspelt_keys, removed_keys, broken_references, clumsy_values, open_quotes, open_brackets,
        shifted_lines, leftovers, truncations,
    )  # fmt: skip
    return [slip for kind in kinds for slip in kind(bench)][::5]  # all of them take minutes


SLIPS = slips()


def test_there_are_hundreds_of_slips_of_every_sort() -> None:
    sorts = Counter(slip.what.split()[0] for slip in SLIPS)
    assert len(SLIPS) > 250
    assert len({slip.file for slip in SLIPS}) == 11
    assert {"key", "without", "id", "number", "decimal", "date", "choice", "open", "tab"} <= set(
        sorts
    )


@pytest.mark.parametrize("part", range(4))
def test_a_slip_is_told_where_it_was_made_and_hardly_anything_else(
    part: int, minimal_plan: Path
) -> None:
    missed = []
    for slip in SLIPS[part::4]:
        path = minimal_plan / slip.file
        good = path.read_text("utf-8")
        path.write_text(slip.text, encoding="utf-8")
        found = load(minimal_plan).diagnostics
        path.write_text(good, encoding="utf-8")
        here = [
            d
            for d in found
            if (d.location.file.name, d.location.line) == (slip.file, slip.line)
            and d.kind.code in slip.codes
        ]
        for diagnostic in found:
            for language in Language:
                assert diagnostic.message(language).isprintable()
                assert diagnostic.hint(language).isprintable()
        if not here or len(found) > 2:
            told = [(d.location.file.name, d.location.line, d.kind.code) for d in found]
            missed.append((slip.what, slip.line, told[:5]))
    # The first line of a group, shifted, is told at its second: nobody can know which is wrong.
    assert [slip for slip in missed if not slip[0].startswith("shifted")] == []
    assert len(missed) <= 1

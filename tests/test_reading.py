"""The two readers: what is read the short way says what libyaml says of it, and where it stands."""

import json
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from conftest import EXAMPLES, HERE, SMALL_MANIFEST, findings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartplan import parser, shortcut
from smartplan.diagnostics import File, Location
from smartplan.kinds import yml
from smartplan.load import load
from smartplan.parser import parse
from smartplan.source import MARK, MAX_DEPTH, MAX_EVENTS, Mapping, Node, Scalar, Sequence

ROOT = HERE.parent
SHIPPED = [
    path
    for folder in (EXAMPLES, ROOT / "templates", ROOT / "src" / "smartplan" / "frameworks")
    for path in sorted(folder.rglob("*.yaml"))
]
BENCH: dict[str, str] = runpy.run_path(str(ROOT / "bench" / "generate.py"))["files"](1)


def is_short(text: str) -> bool:
    """Whether a text is read the short way; if it is, both ways agree in everything."""
    data = shortcut.read(text, count())
    if data is None:
        return False
    file = File("x.yaml", text)
    root, found = parse(file)
    assert found == []
    assert isinstance(root, Mapping)
    assert data == said(root, count())
    assert shape(shortcut.grow(file, data)) == shape(root)
    return True


def said(node: Node, marks: Iterator[int]) -> object:
    """What a tree says, each mapping marked with its number in the file."""
    if isinstance(node, Scalar):
        assert not node.is_empty
        return node.value
    if isinstance(node, Sequence):
        return tuple([said(item, marks) for item in node.items])
    numbered = {MARK: next(marks)}
    return numbered | {key: said(value, marks) for key, (_, value) in node.entries.items()}


def shape(node: Node) -> object:
    """All that a tree tells: order, kinds, values and places."""
    marks = (node.start, node.end)
    places = [(mark.index, mark.line, mark.column) for mark in marks]
    if isinstance(node, Scalar):
        return places, node.value, node.plain
    if isinstance(node, Sequence):
        return places, [shape(item) for item in node.items]
    return places, [(key, shape(name), shape(value)) for key, (name, value) in node.entries.items()]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_ships_is_read_the_short_way(path: Path) -> None:
    assert is_short(path.read_text("utf-8"))


@pytest.mark.parametrize("name", BENCH)
def test_what_the_bench_measures_is_read_the_short_way(name: str) -> None:
    assert is_short(BENCH[name])


def test_of_the_yaml_test_suite_few_documents_are_read_the_short_way() -> None:
    lines = (HERE / "data" / "yaml-test-suite" / "documents.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    short = [document["id"] for document in documents if is_short(document["yaml"])]
    assert short == [
        "5BVJ", "8QBE", "9FMG", "9J7A", "9SHH", "AZ63", "D88J", "D9TU", "H3Z8", "HMK4", "J5UC",
        "J7VC", "J9HZ", "KMK3", "PBJ2", "RLU9", "SYW4", "UDR7",
    ]  # fmt: skip


def test_every_style_says_what_it_says() -> None:
    text = """\
# komentar
---
a: satu # komentar
2025: -2,5
b:
  - x: 'it''s'
    y: "a: b # c"
      # komentar
  - http://x/y#z
c:
- {p: q, r: [s, "t, u"],
   v: 10:30}
- [{w: x}, {w: []}]
d: >-
    satu
    dua

    tiga
e: |
  - satu
     dua: |

f: { }
g:
  h:

    i: a'b "c" [d], {e}
"""
    assert shortcut.read(text, count()) == {
        MARK: 0,
        "a": "satu",
        "2025": "-2,5",
        "b": ({MARK: 1, "x": "it's", "y": "a: b # c"}, "http://x/y#z"),
        "c": (
            {MARK: 2, "p": "q", "r": ("s", "t, u"), "v": "10:30"},
            ({MARK: 3, "w": "x"}, {MARK: 4, "w": ()}),
        ),
        "d": "satu dua\ntiga",
        "e": "- satu\n   dua: |\n",
        "f": {MARK: 5},
        "g": {MARK: 6, "h": {MARK: 7, "i": 'a\'b "c" [d], {e}'}},
    }
    assert is_short(text)
    assert is_short(text.rstrip("\n"))


LONG = {
    "empty file": "",
    "only a comment": "# a\n",
    "only a text": "a\n",
    "a list": "- a\n",
    "an indented root": "  a: b\n",
    "an empty value": "a:\nb: c\n",
    "an empty value at the end": "a: b\nc:",
    "null": "a: null\nb: c\n",
    "null in a list": "a:\n  - Null\n  - b\n",
    "null in brackets": "a: [NULL]\n",
    "null in braces": "a: {b: null}\n",
    "a tilde": "a: ~\n",
    "null as a key": "null: a\n",
    "an empty item": "a:\n  -\n  - b\n",
    "a key twice": "a: b\na: c\n",
    "a key twice in braces": "a: {b: c, b: d}\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: *b\n",
    "a tag": "a: !b c\n",
    "a merge": "<<: {a: b}\n",
    "a question mark": "? a\n: b\n",
    "a second document": "a: b\n---\nc: d\n",
    "an end of document": "a: b\n...\n",
    "a directive": "%YAML 1.1\n---\na: b\n",
    "a tab": "a:\tb\n",
    "a tab in a text": "a: b\tc\n",
    "a cut comment": "a: b #c\n",
    "a text on two lines": "a: b\n  c\n",
    "quotes on two lines": 'a: "b\n  c"\n',
    "escapes": 'a: "b\\tc"\n',
    "text after quotes": 'a: "b" c\n',
    "a quoted key": '"a": b\n',
    "a blank before the colon": "a : b\n",
    "a colon in a text": "a: b: c\n",
    "a colon at the end": "a: b:",
    "an indicator": "a: @b\n",
    "a list in a list": "- - a\n",
    "brackets in brackets": "a: [[b]]\n",
    "braces in braces": "a: {b: {c: d}}\n",
    "words and mappings": "a: [b, {c: d}]\n",
    "a word without value": "a: {b, c: d}\n",
    "a missing comma": "a: [b c: d]\n",
    "an open bracket": "a: [b\n",
    "a comment in brackets": "a: [b, # c\n  d]\n",
    "brackets that go on at the margin": "a: [b,\nc]\n",
    "a text that keeps its breaks": "a: |+\n  b\n\n",
    "a text that names its indent": "a: |2\n  b\n",
    "an empty text": "a: |\nb: c\n",
    "a blank line first": "a: |\n\n  b\n",
    "a folded list": "a: >\n  b\n   - c\n  d\n",
    "a line of blanks": "a: |\n  b\n   \n  c\n",
    "a deeper first line": "a: |\n   b\n  c\n",
    "a step too deep": "a: b\n  c: d\n",
    "a step back too short": "a:\n    b: c\n  d: e\n",
    "a list beside keys": "a: b\n- c\n",
    "a no-break space": "a: b\u00a0c\n",
    "a direction": "a: b\u202ec\n",
    "a wide colon": "a：b\nc: d\n",
    "a wide colon in a text": "a: |\n  b：c\n",
    "a mark of order": "a: b\ufeff\n",
    "a conflict": "<<<<<<< HEAD\na: b\n",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_may_be_a_finding_or_is_seldom_written_goes_the_long_way(text: str) -> None:
    assert shortcut.read(text, count()) is None


def test_nothing_printable_is_refused_or_hidden() -> None:
    """The short way looks at printing only: whatever the long way minds cannot be printed."""
    printed = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert len(printed) > 100_000
    for minded in (parser._FORBIDDEN, parser._HIDDEN):
        assert minded.search(printed) is None
    assert not re.search(r"[^\S ]", printed)


@pytest.mark.parametrize(("step", "deepest"), [("k:", 27), ("- k:", 14)])
def test_depth_is_capped_no_later_than_libyaml_caps_it(step: str, deepest: int) -> None:
    def nested(depth: int) -> str:
        indents = ["    " * (level + 1) for level in range(depth + 1)]
        blocks = "".join(f"{indent}{step}\n" for indent in indents[:-1])
        return f"k:\n{blocks}{indents[-1]}{step} [{{a: [b]}}]\n"

    short = [depth for depth in range(MAX_DEPTH) if is_short(nested(depth))]
    assert short == list(range(deepest))


@pytest.mark.parametrize("text", ["a: [b{}]\n", "a:\n- b{}\n"])
def test_events_are_capped_where_libyaml_caps_them(text: str) -> None:
    items = MAX_EVENTS - 5  # a mapping and a list begin and end, and there is a key
    more = "\n- b" if text.count("\n") == 2 else ", b"
    at_limit, past = text.format(more * (items - 1)), text.format(more * items)
    assert shortcut.read(at_limit, count()) is not None
    assert parse(File("x.yaml", at_limit))[1] == []
    assert shortcut.read(past, count()) is None
    assert [found.kind for found in parse(File("x.yaml", past))[1]] == [yml.TOO_MANY]


STYLES = """\
# komentar
a: satu dua # tiga
2025: -2,5
b:
  - x: 'it''s'
    y: "a: b # c"
  - http://x/y#z
  - >-
    lipat
    dua
c:
- {p: q, r: [s, "t, u"],
   v: 10:30}
- [{w: x}, {w: []}]
d: >
    satu
    dua

    tiga
e: |
  - satu
     dua: |

f: { }
g:
  h:

    i: a'b [d]
"""


def sections(text: str) -> list[str]:
    """The top-level keys of a file, each with its first lines."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return ["\n".join(part.split("\n")[:24]).rstrip("\n") + "\n" for part in parts[1:]]


TEXTS = [STYLES, *(part for path in SHIPPED for part in sections(path.read_text("utf-8")))]
TOKENS = [
    ": ", ":", "- ", "-", "#", " #", " # x", "? ", "&a ", "*", "!", "|\n", ">", "|+", ">2", "\t",
    "\r\n", "\u00a0", "é", "\u2028", "\ufeff", "\n", "\n\n", " ", "  ", "\n  ", "\n---\n", "'",
    '"', "''", '""', "\\", "[", "]", "{", "}", ",", ", ", ",\n ", "null", "~", "<<: ", "%", "@",
    "`", "\n  # c\n", "\n- x\n", "\n  key: v\n", "x:\n", "=", "\uff1a", "\0", "\n   \n", "🙂",
]  # fmt: skip
VALUES = [
    "", "null", "NULL", "nullable", "~", "-", "-1", "--1", "- a", "...", "---", "<<", "*a", "a*b",
    "&a b", "!a b", "%a", "@a", "`a`", "a'b", "'a'b", "'a' b", "'a''b'", "''''", "''", '""',
    '"a\\n"', '"a\\"', "[a]b", "[ a , b ]", "[a,b]", "[a, b,]", "[a, b, ]", "[,]", "[a,,b]",
    "[a, ~]", "[null]", "[a: b]", '["]", "a: b"]', "[a] # c", "[a] #c", "{a: b}", "{ a: b, }",
    "{a:b}", "{a: }", "{a}", "{a: b, a: c}", "{a: [ ']' , b]}", "{a: {b: c}}", "[{a: b}, {c: d}]",
    "[{a: b}, c]", "[{}]", "[[]]", "[]", "{ }", "{a: x:y}", "{a: x:}", "{a: http://x/y?z}",
    "http://x/y?z#a", "a:", "a :b", "a #", "a # b", "a\n  b", "a\n          b", "a\n# c\n      b",
    ">- # c\n          x", "|\n          x\n\n          y", ">\n          x\n           y",
    ">-\n          x \n          y", "|-\n          x\n   \n", "|\n          x\n\n\n",
    ">-\n\n          x", "|\n          # x\n          - y: z", "|-x", "|\n\n", ">2\n  x",
    "[a,\nb]", "[a,\n b]", "[a\n , b]", "{a: b,\n c: d}", "{a:\n b}", "{a: b\n }", "'a\n  b'", "]",
]  # fmt: skip
SHARE = st.floats(0, 1, exclude_max=True)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("value"), SHARE, st.sampled_from(VALUES)),
        st.tuples(st.just("insert"), SHARE, st.sampled_from(TOKENS)),
        st.tuples(st.just("cut"), SHARE, st.integers(1, 12)),
        st.tuples(st.just("indent"), SHARE, st.integers(-4, 4)),
        st.tuples(st.just("copy"), SHARE, SHARE),
    ),
    max_size=3,
)


def value(text: str, where: float, written: str) -> str:
    """A text with another value after a colon or dash."""
    spots = [match.span(1) for match in re.finditer(r"(?:: |- )(.*)", text)] or [(0, 0)]
    start, end = spots[int(len(spots) * where)]
    return f"{text[:start]}{written}{text[end:]}"


def insert(text: str, where: float, written: str) -> str:
    at = int(len(text) * where)
    return f"{text[:at]}{written}{text[at:]}"


def cut(text: str, where: float, length: int) -> str:
    at = int(len(text) * where)
    return text[:at] + text[at + length :]


def indent(text: str, where: float, by: int) -> str:
    lines = text.split("\n")
    number = int(len(lines) * where)
    lines[number] = " " * by + lines[number] if by > 0 else lines[number][-by:]
    return "\n".join(lines)


def copy(text: str, where: float, line: float) -> str:
    """A text with one of its lines a second time, elsewhere."""
    lines = text.split("\n")
    lines.insert(int(len(lines) * where), lines[int(len(lines) * line)])
    return "\n".join(lines)


EDIT: dict[str, Callable[..., str]] = {
    "value": value, "insert": insert, "cut": cut, "indent": indent, "copy": copy,
}  # fmt: skip


def test_both_ways_agree_wherever_the_short_one_is_taken() -> None:
    taken: list[bool] = []

    @settings(
        max_examples=1_000,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
    )
    @given(st.sampled_from(TEXTS), EDITS)
    def agree(text: str, edits: list[tuple[str, float, object]]) -> None:
        for name, *how in edits:
            text = EDIT[name](text, *how)
        taken.append(is_short(text.replace("\r\n", "\n")))

    agree()
    assert sum(taken) > 200
    assert taken.count(False) > 200


def told(plan: Path) -> list[tuple[object, ...]]:
    """Every finding with all it says."""
    return [
        (
            place(one.location),
            one.kind.code,
            one.severity,
            one.subject,
            one.values,
            one.advice,
            [(place(also.location), also.label) for also in one.related],
            one.fix and (place(one.fix.location), one.fix.text, one.fix.safe),
        )
        for one in findings(plan)
    ]


def place(location: Location) -> tuple[object, ...]:
    end = (location.end_line, location.end_column)
    return location.file.name, location.line, location.column, *end


SLIPS = {
    "nothing": ("programs.yaml", "start: 2026", "start: 2026"),
    "a key": ("programs.yaml", "    lead: ", "    led: "),
    "a value": ("programs.yaml", "start: 2026", "start: dua ribu"),
    "a reference": ("programs.yaml", "lead: ", "lead: tiada-"),
    "a date": ("smartplan.yaml", "as_of: ", "as_of: 5 Juli 2023 #"),
    "an id": ("team.yaml", "- id: ", "- id: Dinas "),
    "a region": ("smartplan.yaml", "name: ", "name: Sleman # "),
}


@pytest.mark.parametrize(("name", "old", "new"), SLIPS.values(), ids=SLIPS)
def test_a_plan_has_the_same_findings_either_way(
    name: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(ROOT / "templates" / "example", plan)
    text = (plan / name).read_text("utf-8")
    assert old in text
    (plan / name).write_text(text.replace(old, new), encoding="utf-8")
    short = told(plan)
    monkeypatch.setattr(shortcut, "read", lambda _text, _marks: None)
    assert short == told(plan)


@pytest.mark.parametrize("name", ["buleleng", "bangli"])
def test_an_example_has_the_same_findings_either_way(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = told(EXAMPLES / name)
    assert len(short) > 50
    monkeypatch.setattr(shortcut, "read", lambda _text, _marks: None)
    assert short == told(EXAMPLES / name)


def test_a_stage_in_two_files_knows_which_file(tmp_path: Path) -> None:
    texts = {"smartplan.yaml": SMALL_MANIFEST.lstrip()}
    for name, id_ in (("a", "p-1"), ("b", "p-2")):
        texts[f"programs/{name}.yaml"] = (
            f"programs:\n  - id: {id_}\n    name: Layanan\n    dimension: governance\n"
        )
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert len(loaded.trees) == 3
    plan = loaded.plan
    assert plan is not None
    stage = plan.programs
    assert [place(program.at("name"))[:3] for program in stage.programs] == [
        ("programs/a.yaml", 3, 11),
        ("programs/b.yaml", 3, 11),
    ]
    assert place(stage.at_key("programs")) == ("programs/a.yaml", 1, 1, 1, 9)
    assert place(stage.at_key("funds")) == ("programs/a.yaml", 1, 1, 1, 9)
    assert place(stage.at("programs", 1, "dimension"))[:3] == ("programs/b.yaml", 4, 16)
    assert stage.mark.file.name == "programs/a.yaml"


def test_a_plan_written_as_most_are_needs_no_libyaml() -> None:
    code = (
        "import sys; from pathlib import Path; from smartplan.load import load; "
        "from smartplan.rules import check; found = check(load(Path(sys.argv[1]))); "
        "print(len(found) > 50, 'yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(EXAMPLES / "bangli")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "False"]

"""The gate: any bytes at all become a tree or a finding with its place, and soon."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import places
from pace import within

from smartplan import bounds, source
from smartplan.diagnostics import Diagnostic, File
from smartplan.language import Language
from smartplan.load import load
from smartplan.parser import parse
from smartplan.source import Mapping, Scalar, Sequence

Found = set[tuple[int, int, str]]


def theory(plan: Path, raw: bytes) -> list[Diagnostic]:
    """What is found in `theory.yaml` when it holds these bytes."""
    (plan / "theory.yaml").write_bytes(raw)
    with within(2):
        loaded = load(plan)
    return [d for d in loaded.diagnostics if d.location.file.name == "theory.yaml"]


def spots(diagnostics: list[Diagnostic]) -> Found:
    return {(d.location.line, d.location.column, d.kind.code) for d in diagnostics}


TEXTS: dict[str, tuple[str, Found]] = {
    # broken syntax: the place is the cause, not where the reader gave up
    "quote-never-closed": (
        'terms:\n  - term: "belum tutup\n    meaning: x\n  - term: y\n',
        {(2, 11, "YML001")},
    ),
    "single-quote-never-closed": ("terms:\n  - term: 'a\n    meaning: b\n", {(2, 11, "YML001")}),
    "apostrophes": (
        "terms:\n  - term: 'anak''s\n    meaning: x\n",
        {(2, 11, "YML001")},
    ),
    "bracket-never-closed": ("terms: [a, b\nprinciples: []\n", {(1, 8, "YML001")}),
    "brace-never-closed": (
        "terms:\n  - {term: a, meaning: b\n  - {term: c, meaning: d}\n",
        {(2, 5, "YML001")},
    ),
    "bracket-closed-twice": ("terms: []]\n", {(1, 10, "YML001")}),
    "bracket-closed-by-brace": ("terms: [{a: b]}\n", {(1, 9, "YML001")}),
    "comma-missing": ("terms:\n  - {term: a meaning: b}\n", {(2, 5, "YML001")}),
    "colon-in-text": ("terms:\n  - term: Tahap: satu\n    meaning: x\n", {(2, 16, "YML001")}),
    "colon-missing": ("principles:\n  - id: a\n    name b\n    text: c\n", {(3, 5, "YML001")}),
    "colon-missing-at-the-root": ("terms\n  - term: a\n", {(1, 1, "YML001")}),
    "space-after-colon-missing": ("terms:\n  - term:a\n    meaning: b\n", {(2, 3, "YML001")}),
    "space-after-dash-missing": ("terms:\n  - term: a\n  -term: b\n", {(3, 3, "YML001")}),
    "indented-too-little": ("terms:\n  - term: a\n   meaning: b\n", {(3, 4, "YML001")}),
    "indented-too-much": ("terms:\n  - term: a\n      meaning: b\n", {(3, 7, "YML001")}),
    "block-text-falls-out": (
        "terms:\n  - term: |\n   a\n  b\n    meaning: b\n",
        {(3, 4, "YML001")},
    ),
    "key-beside-dash": ("terms:\n  - term: a\n  meaning: b\n", {(3, 3, "YML001")}),
    "list-on-the-line-of-its-key": ("terms: - term: a\n", {(1, 8, "YML001")}),
    "text-after-quote": ("terms:\n  - term: 'a' b\n    meaning: c\n", {(2, 15, "YML001")}),
    "curly-quotes": ("terms:\n  - term: “a: b”\n    meaning: c\n", {(2, 13, "YML001")}),
    "backslash": ('terms:\n  - term: "C:\\data"\n    meaning: b\n', {(2, 14, "YML001")}),
    "surrogate-escape": ('terms:\n  - term: "\\ud800"\n', {(2, 14, "YML001")}),
    "escape-too-large": ('terms:\n  - term: "\\UFFFFFFFF"\n', {(2, 14, "YML001")}),
    "at-sign": ("terms:\n  - term: @kominfo\n    meaning: b\n", {(2, 11, "YML001")}),
    "backtick": ("terms:\n  - term: `x`\n    meaning: b\n", {(2, 11, "YML001")}),
    "percent-in-text": ("terms:\n  - term: %50\n    meaning: b\n", {(2, 11, "YML001")}),
    "comma-first": ("terms:\n  - term: , b\n", {(2, 11, "YML001")}),
    "colon-first": (": b\n", {(1, 1, "YML001")}),
    "cut-off-in-a-key": ("terms:\n  - term: a\n    meaning", {(3, 5, "YML001")}),
    "cut-off-in-a-quote": ("terms:\n  - term: a\n    meaning: 'ab", {(3, 14, "YML001")}),
    # keys
    "duplicate-key": ("terms: []\nterms: []\n", {(2, 1, "YML002")}),
    "duplicate-key-in-braces": (
        "terms: [{term: a, term: b, meaning: c}]\n",
        {(1, 19, "YML002")},
    ),
    "list-as-key": ("? [a]\n: b\n", {(1, 3, "YML021")}),
    "braces-as-key": ("{{ nama }}: b\n", {(1, 1, "YML021")}),
    "nothing-as-key": ("~: b\n", {(1, 1, "YML021")}),
    # tabs
    "tab": ("terms:\n\t- term: a\n", {(2, 1, "YML003")}),
    "tab-deep": ("terms:\n  - term: a\n\t  meaning: b\n", {(3, 1, "YML003")}),
    "tab-after-spaces": ("terms:\n  - term: a\n  \tmeaning: b\n", {(3, 3, "YML003")}),
    "tab-after-dash": ("terms:\n  -\tterm: a\n", {(2, 4, "YML003")}),
    # what YAML can do and a plan does not need
    "two-documents": ("terms: []\n---\nterms: []\n", {(2, 1, "YML004")}),
    "anchors-that-explode": (
        "a: &a [x,x]\nb: &b [*a,*a]\n",
        {(1, 1, "SCH025"), (1, 4, "YML005")},
    ),
    "anchor-in-itself": ("a: &a [*a]\n", {(1, 4, "YML005")}),
    "alias": ("terms: *a\n", {(1, 8, "YML005")}),
    "merge-key": ("terms:\n  - <<: {term: a}\n", {(2, 5, "YML005")}),
    "ampersand-in-text": ("terms:\n  - term: &Informatika dan\n", {(2, 11, "YML005")}),
    "star-in-text": ("terms:\n  - term: *bintang*\n", {(2, 19, "YML005")}),
    "python-tag": (
        "terms: !!python/object/apply:os.system ['ls']\n",
        {(1, 8, "YML006")},
    ),
    "exclamation-in-text": ("terms:\n  - term: !penting x\n", {(2, 11, "YML006")}),
    "bare-exclamation": ("terms: ! []\n", {(1, 8, "YML006")}),
    "standard-tag": ("terms: !!int 5\n", {(1, 8, "YML006")}),
    "undeclared-tag": ("terms: !x!y 5\n", {(1, 8, "YML006")}),
    "yaml-version": ("%YAML 1.1\n---\nterms: []\n", {(1, 1, "YML007")}),
    "tag-flood": ("%TAG ! a\n" * 20_000, {(1, 1, "YML007")}),
    # characters
    "nul": ("terms: a\x00b\n", {(1, 9, "YML010")}),
    "escape": ("terms:\n  - term: a\x1b[2J\n", {(2, 12, "YML010")}),
    "escape-by-escape": ('terms:\n  - term: "a\\e[2J"\n', {(2, 11, "YML010")}),
    "nul-by-escape": ('"\\0": b\n', {(1, 1, "YML010")}),
    "bidi-by-escape": ('terms:\n  - term: "a\\u202e"\n', {(2, 11, "YML010")}),
    "delete": ("terms: a\x7f\n", {(1, 9, "YML010")}),
    "next-line": ("terms:\n  - term: a\x85b\n", {(2, 12, "YML010")}),
    "line-separator": ("terms:\n  - term: a\u2028b\n", {(2, 12, "YML010")}),
    "paragraph-separator": ("# a\u2029b\nterms: []\n", {(1, 4, "YML010")}),
    "second-byte-order-mark": ("terms: []\n\ufeff\n", {(2, 1, "YML010")}),
    "non-character": ("terms: \uffff\n", {(1, 8, "YML010")}),
    "right-to-left": (
        "terms:\n  - term: a\u202eb\n    meaning: b\n",
        {(2, 12, "YML011")},
    ),
    "hidden-in-a-comment": ("terms: [] # \u2067\n", {(1, 13, "YML011")}),
    "hidden-twice-on-a-line": ("terms: [] # \u2067\u2067\n", {(1, 13, "YML011")}),
    "hidden-on-two-lines": (
        "# \u2067\nterms: [] # \U000e0041\n",
        {(1, 3, "YML011"), (2, 13, "YML011")},
    ),
    "special-space-as-indent": ("terms:\n\u00a0 - term: a\n", {(2, 1, "YML022")}),
    "special-space-after-colon": (
        "terms:\n  - term: a\n    meaning:\u00a0b\n",
        {(3, 13, "YML022")},
    ),
    "wide-colon": ("terms\uff1a\n  - term\uff1a a\n", {(1, 6, "YML022")}),
    "item-in-a-text": ("terms:\n  - a\n    - b\n    - c\n", {(2, 5, "SCH003"), (3, 5, "YML027")}),
    "item-in-a-text-of-a-broken-file": (
        "terms:\n  - a\n    - b\n  - term: c: d\n",
        {(4, 12, "YML001")},
    ),
    "dash-in-a-text": ("terms:\n  - term: a\n      -b\n      – c - d\n    meaning: e\n", set()),
    # leftovers and losses
    "merge-conflict": (
        "terms:\n<<<<<<< HEAD\n  - term: a\n=======\n>>>>>>> x\n",
        {(2, 1, "YML012")},
    ),
    "end-of-a-merge-conflict": ("terms: []\n>>>>>>> cabang\n", {(2, 1, "YML012")}),
    "line-of-equals-signs": ("terms: []\n# x\n#=======\n", set()),
    "hash-in-text": (
        "terms:\n  - term: Program #1 unggulan\n    meaning: b\n",
        {(2, 19, "YML020")},
    ),
    "hash-after-two-spaces": (
        "terms:\n  - term: Program  #1\n    meaning: b\n",
        {(2, 20, "YML020")},
    ),
    "hash-as-comment": ("terms:\n  - term: Program # satu\n    meaning: b\n", set()),
    "hash-in-a-word": ("terms:\n  - term: C#1\n    meaning: b\n", set()),
    # no tree, or not the tree of a stage
    "empty": ("", {(1, 1, "YML023")}),
    "comment": ("# x\n", {(1, 1, "YML023")}),
    "null": ("~\n", {(1, 1, "YML023")}),
    "marker": ("---\n", {(1, 1, "YML023")}),
    "text": ("hello world\n", {(1, 1, "SCH003")}),
    "list": ("- a\n- b\n", {(1, 3, "SCH003")}),
    # nothing wrong
    "document-markers": ("---\nterms: []\n...\n", set()),
    "byte-order-mark": ("\ufeffterms: []\n", set()),
    "windows-lines": ("terms:\r\n  - term: a\r\n    meaning: b\r\n", set()),
    "old-mac-lines": ("terms:\r  - term: a\r    meaning: b\r", set()),
    "no-final-newline": ("terms: []", set()),
    "tab-in-text": ('terms:\n  - term: "a\tb"\n    meaning: c\td\n', set()),
    "emoji": ("terms:\n  - term: 🙂 café\n    meaning: ᬩᬮᬶ\n", set()),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_found_to_have(text: str, expected: Found, minimal_plan: Path) -> None:
    assert spots(theory(minimal_plan, text.encode())) == expected


BYTES: dict[str, tuple[bytes, Found]] = {
    "latin-1": ("terms:\n  - term: café\n".encode("latin-1"), {(2, 14, "YML008")}),
    "windows-1252": ("terms:\r\n  - term: “a”\r\n".encode("cp1252"), {(2, 11, "YML008")}),
    "cut-in-a-character": ("terms:\n# é".encode()[:-1], {(2, 3, "YML008")}),
    "overlong": (b"a: \xc0\xaf\n", {(1, 4, "YML008")}),
    "encoded-surrogate": (b"a: \xed\xa0\x80\n", {(1, 4, "YML008")}),
    "picture": (b"\x89PNG\r\n\x1a\n", {(1, 1, "YML026")}),
    "workbook": (b"PK\x03\x04\x14\x00", {(1, 1, "YML026")}),
    "utf-16": ("terms: []\n".encode("utf-16"), {(1, 1, "YML009")}),
    "utf-16-without-mark": ("terms: []\n".encode("utf-16-le"), {(1, 1, "YML009")}),
    "utf-16-big-endian": ("terms: []\n".encode("utf-16-be"), {(1, 1, "YML009")}),
    "utf-32": ("terms: []\n".encode("utf-32"), {(1, 1, "YML009")}),
    "one-byte": (b"\xff", {(1, 1, "YML008")}),
    "all-bytes": (bytes(range(256)), {(1, 1, "YML009")}),
}


@pytest.mark.parametrize(("raw", "expected"), BYTES.values(), ids=BYTES)
def test_bytes_are_found_to_be(raw: bytes, expected: Found, minimal_plan: Path) -> None:
    assert spots(theory(minimal_plan, raw)) == expected


def test_windows_lines_have_the_places_of_ordinary_ones(minimal_plan: Path) -> None:
    text = "terms:\n  - term: a\n    mening: b\n"
    for ending in ("\n", "\r\n", "\r"):
        raw = text.replace("\n", ending).encode()
        assert spots(theory(minimal_plan, raw)) == {(3, 5, "SCH001")}


def test_columns_count_characters_as_an_editor_does(minimal_plan: Path) -> None:
    raw = "terms:\n  - {term: 🙂é, mening: b}\n".encode()
    assert spots(theory(minimal_plan, raw)) == {(2, 16, "SCH001")}


# What looks like another type stays what was written


@pytest.mark.parametrize(
    "written",
    [
        "51.10", "2.10", "07", "0271634521", "no", "NO", "on", "On", "yes", "y", "true", "12:30",
        "1:59:59", "1e3", "1E400", "0o14", "0x1F", "0b11", "1_000", ".5", ".nan", ".inf", "-.inf",
        "2025-01-01", "2023-02-30", "2025-01-01T00:00:00Z", "=", "1.500.000", "1,5", "+62",
        "NaN", "Nil", "none", "nULL", "9" * 400,
    ],
)  # fmt: skip
def test_a_scalar_stays_what_it_looks_like(written: str) -> None:
    root, found = parse(File("x.yaml", f"a: {written}\n"))
    assert not found
    assert isinstance(root, Mapping)
    value = root.entries["a"][1]
    assert isinstance(value, Scalar)
    assert value.value == written
    assert not value.is_empty


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# komentar"])
def test_a_scalar_that_says_nothing_is_empty(written: str) -> None:
    root, _ = parse(File("x.yaml", f"a: {written}\n"))
    assert isinstance(root, Mapping)
    value = root.entries["a"][1]
    assert isinstance(value, Scalar)
    assert value.is_empty


@pytest.mark.parametrize("written", ["'~'", '"null"', "''"])
def test_a_quoted_scalar_is_text_whatever_it_says(written: str) -> None:
    root, _ = parse(File("x.yaml", f"a: {written}\n"))
    assert isinstance(root, Mapping)
    value = root.entries["a"][1]
    assert isinstance(value, Scalar)
    assert not value.is_empty


def test_keys_that_look_like_other_types_stay_text() -> None:
    root, found = parse(File("x.yaml", "on: a\n2025: b\nno: c\n1.10: d\n0x1: e\n"))
    assert not found
    assert isinstance(root, Mapping)
    assert list(root.entries) == ["on", "2025", "no", "1.10", "0x1"]


def test_a_block_ends_with_the_last_thing_in_it() -> None:
    text = "a:\n  - id: x\n    note: >-\n      satu\n      dua\n\n  # lain\n  - id: y\nb: c\n"
    root, _ = parse(File("x.yaml", text))
    assert isinstance(root, Mapping)
    items = root.entries["a"][1]
    assert isinstance(items, Sequence)
    first, second = (source.location(item) for item in items.items)
    assert (first.line, first.end_line) == (2, 6)
    assert (second.line, second.end_line, second.end_column) == (8, 8, 10)
    whole = source.location(items)
    assert (whole.line, whole.end_line) == (2, 8)


# Limits: accepted at the limit, refused one past it


def test_a_file_may_have_a_mebibyte(minimal_plan: Path) -> None:
    start = b"terms: []\n#"
    raw = start + b"x" * (source.MAX_BYTES - len(start))
    assert spots(theory(minimal_plan, raw)) == set()
    (found,) = theory(minimal_plan, raw + b"x")
    assert spots([found]) == {(1, 1, "YML013")}
    assert "1 MiB" in found.message(Language.INDONESIAN)


@pytest.mark.parametrize(
    "nested",
    [
        lambda levels: "[" * levels + "]" * levels,
        lambda levels: "{a: " * levels + "b" + "}" * levels,
        lambda levels: "\n".join(" " * level + "a:" for level in range(levels)) + " b\n",
        lambda levels: "- " * levels + "a\n",
    ],
    ids=["brackets", "braces", "indents", "dashes"],
)
def test_nesting_may_have_thirty_two_levels(nested: "Nest") -> None:
    at_limit, found = parse(File("x.yaml", nested(source.MAX_DEPTH)))
    assert at_limit is not None
    assert not found
    past, found = parse(File("x.yaml", nested(source.MAX_DEPTH + 1)))
    assert past is None
    assert [d.kind.code for d in found] == ["YML014"]
    assert "32" in found[0].message(Language.ENGLISH)


class Nest:
    """A text nested so many levels deep."""

    def __call__(self, levels: int) -> str: ...


def test_a_file_may_have_a_hundred_thousand_parts() -> None:
    items = source.MAX_EVENTS - 2  # the list itself begins and ends
    at_limit, found = parse(File("x.yaml", "[" + "a," * items + "]"))
    assert at_limit is not None
    assert not found
    past, found = parse(File("x.yaml", "[" + "a," * (items + 1) + "]"))
    assert past is None
    assert [d.kind.code for d in found] == ["YML015"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("terms:\n  - term: {}\n    meaning: b\n", bounds.MAX_TITLE),
        ("terms:\n  - meaning: {}\n    term: b\n", bounds.MAX_PLAIN),
        ("principles:\n  - text: {}\n    id: b\n    name: c\n", bounds.MAX_PROSE),
    ],
    ids=["title", "plain", "prose"],
)
def test_a_text_may_be_as_long_as_its_kind(text: str, limit: int, minimal_plan: Path) -> None:
    assert theory(minimal_plan, text.format("x" * limit).encode()) == []
    (found,) = theory(minimal_plan, text.format("x" * (limit + 1)).encode())
    assert found.kind.code == "SCH011"
    assert found.location.line == 2
    assert found.location.column == text.split("\n")[1].index("{}") + 1
    for number in (limit, limit + 1):
        assert f"{number:,}" in found.message(Language.ENGLISH)


FLOODS = {
    "deep": "terms: " + "[" * 60_000,
    "unknown-keys": "terms: []\n"
    + "".join(f"kunci-yang-tidak-ada-{n}: 1\n" for n in range(33_000)),
    "same-key": "terms: []\n" * 33_000,
    "wrong-items": "terms:\n" + "- x\n" * 90_000,
    "empty-items": "terms:\n" + "- ~\n" * 90_000,
    "misspelt-items": "terms:\n" + "- {trm: a, menaing: b}\n" * 16_000,
    "wrong-numbers": "concepts:\n" + "- {id: a, name: b, summary: c, year: x}\n" * 9_000,
    "same-id": "principles:\n" + "- {id: a, name: b, text: c}\n" * 12_000,
    "unknown-sources": "terms:\n- {term: a, meaning: b, sources: [" + "S9," * 90_000 + "]}\n",
    "hidden-on-every-line": "#\u202e\n" * 200_000,
    "cut-on-every-line": "terms:\n" + "- x #y\n" * 90_000,
    "colons": "a:" * 400_000,
    "quotes": "a: " + "'" * 900_000,
    "spaces": " " * 1_000_000 + "a",
    "dashes": "-" * 1_000_000,
    "newlines": "\n" * 1_000_000,
    "one-word": "x" * 1_000_000,
    "long-key": "x" * 500_000 + ": 1\n",
    "indents": "terms:\n" + "".join(" " * (n % 30) + "a\n" for n in range(40_000)),
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_mistakes_is_told_in_seconds(text: str, minimal_plan: Path) -> None:
    assert len(text.encode()) <= source.MAX_BYTES
    (minimal_plan / "theory.yaml").write_text(text, encoding="utf-8")
    gc.disable()  # as the command line does
    with within(4):  # twice the promise: the first to come here also builds the models
        loaded = load(minimal_plan)
    gc.enable()
    assert loaded.diagnostics or text.startswith("-")


# What is no ordinary file


def _link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def test_a_link_is_not_followed(minimal_plan: Path, tmp_path: Path) -> None:
    (tmp_path / "lain.yaml").write_text("terms: []\n", encoding="utf-8")
    for target in ("../lain.yaml", "/dev/zero", "/etc/passwd", "theory.yaml", "tidak-ada"):
        _link(minimal_plan / "theory.yaml", target)
        assert _theory_as_it_is(minimal_plan) == {(1, 1, "YML018")}


def test_a_pipe_is_not_waited_for(minimal_plan: Path) -> None:
    (minimal_plan / "theory.yaml").unlink()
    os.mkfifo(minimal_plan / "theory.yaml")
    assert _theory_as_it_is(minimal_plan) == {(1, 1, "YML018")}


def test_the_manifest_may_be_a_pipe_or_a_link_too(minimal_plan: Path) -> None:
    (minimal_plan / "lain.yaml").write_text("", encoding="utf-8")
    manifest = minimal_plan / "smartplan.yaml"
    manifest.unlink()
    os.mkfifo(manifest)
    for _ in range(2):
        with within(2):
            found = places(load(minimal_plan).diagnostics)
        assert ("smartplan.yaml", 1, "YML018") in found
        _link(manifest, "/dev/zero")


def test_a_folder_is_no_file(minimal_plan: Path) -> None:
    (minimal_plan / "theory.yaml").unlink()
    (minimal_plan / "theory.yaml").mkdir()
    assert _theory_as_it_is(minimal_plan) == {(1, 1, "YML018")}


@pytest.mark.parametrize(
    ("make", "said", "cure"),
    [
        (
            Path.mkdir,
            "ini folder",
            "ubah namanya menjadi `theory/`: berkas `.yaml` di dalamnya dibaca sebagai tahap",
        ),
        (lambda path: path.symlink_to("tidak-ada"), "ini tautan, dan tujuannya tidak ada", "hapus"),
        (lambda path: path.symlink_to("team.yaml"), "ini tautan ke tempat lain", "ganti dengan"),
        (os.mkfifo, "ini pipa atau perangkat", "ganti dengan salinan berkasnya"),
        (lambda path: path.write_bytes(bytes(4_000)), "seluruhnya byte nol", "ambil kembali"),
    ],
)
def test_what_stands_in_the_place_of_a_file_is_called_by_its_name(
    make: Callable[[Path], object], said: str, cure: str, minimal_plan: Path
) -> None:
    path = minimal_plan / "theory.yaml"
    path.unlink()
    make(path)
    (found,) = load(minimal_plan).diagnostics
    assert said in found.message(Language.INDONESIAN)
    assert found.hint(Language.INDONESIAN).startswith(cure)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"RIFF\x10\0\0\0WEBPVP8 ", "ini gambar"),
        (b"Rar!\x1a\x07\x01\0", "ini arsip RAR"),
        (b"7z\xbc\xaf\x27\x1c\0", "ini arsip 7z"),
        (b"\x7fELF\x02\x01", "ini program Linux"),
        (b'id,nama\na,"Satu, dua"\nb,Tiga\n', "ini tabel CSV"),
        (b'{"a": 1}\n{"a": 2}\n', "ini berkas JSON Lines"),
        (b"# x\n[server]\nport = 1\n", "ini berkas INI atau TOML"),
        (b'judul = "Rencana"\ntahun = 2024\n', "ini berkas INI atau TOML"),
        (b"terms:\n- {term: \x93a\x94}\n", "mungkin `\u201c`"),
        (b"terms:\n- {term: a \x96 b}\n", "mungkin `\u2013`"),
    ],
)
def test_what_is_no_plan_is_called_by_its_name(raw: bytes, said: str, minimal_plan: Path) -> None:
    (found,) = theory(minimal_plan, raw)
    assert said in found.message(Language.INDONESIAN)


@pytest.mark.parametrize("text", ["k: [ a,\n  , b]\n", "k: {a: b,\n  c: d]\n"])
def test_broken_brackets_are_no_table(text: str) -> None:
    (found,) = parse(File("x.yaml", text))[1]
    assert found.kind.code == "YML001"


def test_a_link_to_a_folder_is_not_followed(minimal_plan: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (minimal_plan / "theory.yaml").rename(elsewhere / "theory.yaml")
    (minimal_plan / "theory").symlink_to(elsewhere)
    found = places(load(minimal_plan).diagnostics)
    assert ("theory", 1, "YML018") in found


@pytest.fixture
def _ordinary_user(minimal_plan: Path) -> Iterator[None]:
    """Root may read everything, so a test about permissions steps down."""
    if os.geteuid() != 0:
        yield
        return
    folder = minimal_plan
    while folder != folder.parent:
        if not folder.stat().st_mode & 0o005:
            folder.chmod(folder.stat().st_mode | 0o755)
        folder = folder.parent
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("_ordinary_user")
def test_an_unreadable_file_says_why(minimal_plan: Path) -> None:
    euid = os.geteuid()
    if euid == 65534:
        os.seteuid(0)
    (minimal_plan / "theory.yaml").chmod(0)
    os.seteuid(euid)
    assert _theory_as_it_is(minimal_plan) == {(1, 1, "YML019")}


@pytest.mark.usefixtures("_ordinary_user")
def test_an_unreadable_folder_says_why(minimal_plan: Path) -> None:
    euid = os.geteuid()
    if euid == 65534:
        os.seteuid(0)
    (minimal_plan / "programs.yaml").unlink()
    (minimal_plan / "programs").mkdir()
    (minimal_plan / "programs").chmod(0)
    os.seteuid(euid)
    assert ("programs", 1, "YML019") in places(load(minimal_plan).diagnostics)


def _theory_as_it_is(plan: Path) -> Found:
    with within(2):
        loaded = load(plan)
    return spots([d for d in loaded.diagnostics if d.location.file.name == "theory.yaml"])


def test_a_broken_file_says_nothing_of_the_others(minimal_plan: Path) -> None:
    (minimal_plan / "team.yaml").write_text("agencies: [\n", encoding="utf-8")
    assert places(load(minimal_plan).diagnostics) == [("team.yaml", 1, "YML001")]

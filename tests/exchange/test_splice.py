"""Splices: the new lines and no other byte, on every layout a plan may have."""

import difflib

import pytest

from smartplan.exchange.splice import Change, Refused, spliced

NEW = {"indicator": "x", "period": "2024", "value": "3.5", "sources": ("S1",)}
BLOCK = ["- indicator: x", "  period: 2024", "  value: 3.5", "  sources: [S1]"]
FLOW = "{indicator: x, period: 2024, value: 3.5, sources: [S1]}"

TEXT = """# Realisasi 2024.

realisations:
  - indicator: a   # jarak ganjil
    period:   2024
    value: 1
    obstacles: >-
      Bantuan turun
      sehingga dicabut.
    sources: [ S1,S2 ]  # dua sumber
    # catatan tentang a

# catatan penutup
method: Cara
"""


def _lines(before: bytes, after: bytes):
    """The lines that are gone and the lines that are new."""
    rows = difflib.ndiff(before.decode().split("\n"), after.decode().split("\n"))
    told = [row for row in rows if row[:2] in ("- ", "+ ")]
    return [r[2:] for r in told if r[0] == "-"], [r[2:] for r in told if r[0] == "+"]


def _indented(lines, indent, end=""):
    return [f"{indent}{line}{end}" for line in lines]


def test_comments_spacing_and_folded_text_stay():
    gone, new = _lines(TEXT.encode(), spliced("f", TEXT.encode(), [NEW]))

    assert gone == []
    assert new == _indented(BLOCK, "  ")


def test_a_comment_of_the_last_item_stays_with_it():
    after = spliced("f", TEXT.encode(), [NEW]).decode()

    assert after.index("# catatan tentang a") < after.index("- indicator: x")
    assert after.index("- indicator: x") < after.index("# catatan penutup")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(newline, bom):
    before = bom + TEXT.replace("\n", newline).encode()

    after = spliced("f", before, [NEW])

    added = "".join(f"  {line}{newline}" for line in BLOCK).encode()
    assert after.replace(added, b"", 1) == before


def test_no_final_newline_stays_none():
    before = TEXT.split("\n    # catatan", maxsplit=1)[0].encode()

    after = spliced("f", before, [NEW])

    assert after.startswith(before)
    assert after[len(before) :].decode() == "\n" + "\n".join(_indented(BLOCK, "  "))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("realisations: []\n", f"realisations: [{FLOW}]\n"),
        ("realisations: [ {a: 1} ] # x\n", f"realisations: [ {{a: 1}}, {FLOW} ] # x\n"),
        ("realisations: [{a: 1},]\n", f"realisations: [{{a: 1}}, {FLOW},]\n"),
        (
            "realisations: [\n  {a: 1}, # c\n  {b: 2} # d\n]\n",
            f"realisations: [\n  {{a: 1}}, # c\n  {{b: 2}}, # d\n  {FLOW}\n]\n",
        ),
        (
            "realisations: [\n  {a: 1}, # c, d\n]\n",
            f"realisations: [\n  {{a: 1}}, # c, d\n  {FLOW},\n]\n",
        ),
        ("realisations:\n- {a: 1}\n", f"realisations:\n- {{a: 1}}\n- {FLOW}\n"),
        (
            "realisations:\n-   a: |+\n      teks\n\n\nmethod: b\n",
            "realisations:\n-   a: |+\n      teks\n\n\n" + "\n".join(BLOCK) + "\nmethod: b\n",
        ),
        (
            "realisations: # kosong\n",
            "realisations: # kosong\n" + "\n".join(_indented(BLOCK, "  ")),
        ),
        ("", "realisations:\n" + "\n".join(_indented(BLOCK, "  ")) + "\n"),
        (
            "method: a\n",
            "method: a\n\nrealisations:\n" + "\n".join(_indented(BLOCK, "  ")) + "\n",
        ),
        (
            "# komentar",
            "# komentar\n\nrealisations:\n" + "\n".join(_indented(BLOCK, "  ")) + "\n",
        ),
    ],
)
def test_every_layout_of_the_list(before, after):
    assert spliced("f", before.encode(), [NEW]).decode().rstrip("\n") == after.rstrip("\n")


@pytest.mark.parametrize(
    "before",
    [
        "realisations: ~\n",
        "{method: a}\n",
        "- a\n",
        "a: [\n",
        "method: a\n...\n",
        "realisations: x\n",
    ],
)
def test_what_cannot_be_added_to_is_refused(before):
    with pytest.raises(Refused):
        spliced("f", before.encode(), [NEW])


@pytest.mark.parametrize(
    "text",
    [
        "Baru: dua", "# pagar", "akhir #3", "ya", "null", "~", "- daftar", "[a]", "{a}", "a, b",
        "'kutip'", '"kutip" \\ miring', "baris\nbaru", "tab\tulasi", " tepi ", "100%", "%100", "@a",
        "!tag", "&jangkar", "*alias", "?", ": ", "é 日本 🌏", "=1+1", "kata " * 60, "a:b", "x: ",
        "https://contoh.id/a?b=c#d",
    ],
)  # fmt: skip
@pytest.mark.parametrize("raw", [b"realisations: []\n", b"realisations:\n  - {a: b}\n", b""])
def test_any_text_is_read_back_as_it_is(text, raw):
    """`spliced` compares what it made with what was wanted, and refuses otherwise."""
    assert spliced("f", raw, [{**NEW, "note": text}]) != raw


def test_long_text_is_folded():
    long = "Bantuan provinsi turun sehingga titik yang jarang dipakai dicabut. " * 4
    lines = spliced("f", b"", [{**NEW, "note": long.strip()}]).decode().splitlines()

    assert max(map(len, lines)) <= 100
    assert "    note: >-" in lines


CHANGED = """realisations:
- indicator: a  # komentar
  period: 2024
  no_data: >-
    alat
    rusak
  note: lama   # tetap

- {indicator: b, period: 2024, value: 1, note: x}
"""


@pytest.mark.parametrize(
    ("start", "fields", "gone", "new"),
    [
        (
            (1, 2),
            {"no_data": None, "value": "4"},
            ["  no_data: >-", "    alat", "    rusak"],
            ["  value: 4"],
        ),
        ((1, 2), {"no_data": "banjir"}, ["  no_data: >-", "    alat", "    rusak"],
         ["  no_data: banjir"]),
        ((1, 2), {"note": None}, ["  note: lama   # tetap"], []),
        ((1, 2), {"note": "baru"}, ["  note: lama   # tetap"], ["  note: baru   # tetap"]),
        ((1, 2), {"sources": ("S1", "S2")}, [], ["  sources: [S1, S2]"]),
        (
            (8, 2),
            {"value": "5", "note": None, "obstacles": "a, b"},
            ["- {indicator: b, period: 2024, value: 1, note: x}"],
            ['- {indicator: b, period: 2024, value: 5, obstacles: "a, b"}'],
        ),
    ],
)  # fmt: skip
def test_a_change_touches_its_own_span(start, fields, gone, new):
    raw = CHANGED.encode()

    assert _lines(raw, spliced("f", raw, (), [Change(start, fields)])) == (gone, new)


def test_a_change_of_something_that_moved_is_refused():
    with pytest.raises(Refused):
        spliced("f", CHANGED.encode(), (), [Change((2, 2), {"note": "x"})])

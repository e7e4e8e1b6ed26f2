"""The report for people: where, what and what now, and no text of a plan that acts."""

from pathlib import Path

import pytest

from smartplan.diagnostics import Diagnostic, File, Location, Related
from smartplan.kinds import ref, sch, yml
from smartplan.language import Language, Text, label
from smartplan.reports import text as text_report
from smartplan.reports.text import SHOWN, WIDTH, concise, excerpt, full

ID, EN = Language.INDONESIAN, Language.ENGLISH

THEORY = File(
    "theory.yaml",
    "terms:\n"
    "  - term: SPBE\n"
    "    mening: Sistem\n"
    "\tprinciples: []\n"
    "  - {term: 東京, arti: x}\n"
    "  - {term: a, note: " + "n" * 200 + ", arti: x, lain: y}\n"
    "  - term: '##[error]x'\n",
)


def at(line: int, column: int, end: int, file: File = THEORY) -> Location:
    return Location(file, line, column, line, end)


def findings() -> list[Diagnostic]:
    """One finding of each shape a report has to show."""
    known = Text("`term`, `meaning`", "`term`, `meaning`")
    first = Related(at(2, 5, 9), Text("yang pertama di sini", "the first one is here"))
    perhaps = Text("mungkin `meaning`?", "perhaps `meaning`?")
    return [
        sch.UNKNOWN_KEY.at(at(3, 5, 11), hint=perhaps, key="mening", known=known),
        yml.TAB.at(at(4, 1, 2)),
        sch.UNKNOWN_KEY.at(at(5, 16, 20), key="arti", known=known),
        sch.UNKNOWN_KEY.at(at(6, 223, 227), key="arti", known=known),
        yml.DUPLICATE_KEY.at(at(7, 5, 9), also=(first,), key="term"),
        ref.UNUSED_ID.at(
            Location.start_of(File("tidak-terbaca.yaml", "")),
            kind=label("kind", "agency"),
            id="x",
            title=Text(" (Dinas X)", " (Dinas X)"),
        ),
    ]


FULL = """\
theory.yaml:3:5: error SCH001: kunci `mening` tidak dikenal di sini
    3 |     mening: Sistem
      |     ^^^^^^
   saran: mungkin `meaning`?
   lihat: smartplan explain SCH001

theory.yaml:4:1: error YML003: indentasi memakai tab
    4 |  principles: []
      | ^
   saran: ganti tab dengan dua spasi
   lihat: smartplan explain YML003

theory.yaml:5:16: error SCH001: kunci `arti` tidak dikenal di sini
    5 |   - {term: 東京, arti: x}
      |                  ^^^^
   saran: kunci yang dikenal: `term`, `meaning`
   lihat: smartplan explain SCH001

theory.yaml:6:223: error SCH001: kunci `arti` tidak dikenal di sini
    6 | …nnnnnnnnnnnnnnnnnn, arti: x, lain: y}
      |                      ^^^^
   saran: kunci yang dikenal: `term`, `meaning`
   lihat: smartplan explain SCH001

theory.yaml:7:5: error YML002: kunci `term` ditulis dua kali
    7 |   - term: '##\\x5berror]x'
      |     ^^^^
   theory.yaml:2:5: yang pertama di sini
    2 |   - term: SPBE
      |     ^^^^
   saran: gabungkan keduanya atau hapus salah satu
   lihat: smartplan explain YML002

tidak-terbaca.yaml:1:1: note REF004: perangkat daerah `x` (Dinas X) tidak dirujuk butir mana pun
   saran: rujuk dari butir yang memakainya, atau hapus
   lihat: smartplan explain REF004
"""

CONCISE = """\
theory.yaml:3:5: error SCH001: the key `mening` is not known here
theory.yaml:4:1: error YML003: the indentation uses a tab
theory.yaml:5:16: error SCH001: the key `arti` is not known here
theory.yaml:6:223: error SCH001: the key `arti` is not known here
theory.yaml:7:5: error YML002: the key `term` stands twice
tidak-terbaca.yaml:1:1: note REF004: no item refers to the {agency} `x` (Dinas X)
"""


def test_the_full_report_shows_the_place_the_fact_and_the_advice() -> None:
    assert full(findings(), ID) == FULL


def test_the_concise_report_is_one_line_a_finding() -> None:
    agency = label("kind", "agency").english
    assert concise(findings(), EN) == CONCISE.format(agency=agency)


@pytest.mark.parametrize("report", [full, concise])
def test_nothing_found_is_nothing_said(report: "Report") -> None:
    assert report([], ID) == ""


class Report:
    """A report of findings in a language."""

    def __call__(self, diagnostics: list[Diagnostic], language: Language) -> str: ...


@pytest.mark.parametrize("report", [full, concise])
def test_two_hundred_findings_are_shown_and_the_rest_counted(report: Report) -> None:
    found = [yml.TAB.at(at(4, 1, 2))] * (SHOWN + 1234)
    text = report(found, ID)
    assert text.count("YML003: ") == SHOWN
    assert text.endswith("dan 1.234 temuan lagi tidak ditampilkan\n")
    assert "tidak ditampilkan" not in report(found[:SHOWN], ID)


HOSTILE = [
    "##[error]gagal",
    "::error file=a,line=1::gagal",
    "::stop-commands::x",
    "a\n::error::b",
    "a\r::error::b",
    "\x1b[2J\x1b]0;x\x07",
    "\x9b2J",
    "a\u202eb\u2066",
    "\u2028::error::",
    "\u200b::error::",
    "  ::error::",
    "{0.__class__}{kind}",
    "[/red][bold]",
    "\udcff",
    "\ue000\U000e0041\u0378",
    "x" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_plan_begins_a_line_or_acts(text: str) -> None:
    flat = text.replace("\n", " ")
    file = File(f"{text}.yaml", f"{flat}: 1\n##{flat}[x\n")
    places = [at(1, 1, len(flat) + 1, file), at(2, 3, 4, file), at(2, len(flat) + 3, 99, file)]
    related = tuple(Related(place, Text("di sini", "here")) for place in places)
    found = [
        sch.UNKNOWN_KEY.at(place, also=related, key=text, known=Text("a", "a")) for place in places
    ]
    for language in Language:
        for report in (full, concise):
            for line in report(found, language).split("\n"):
                assert line.isprintable()
                assert "##[" not in line
                assert not line.lstrip().startswith("::")
                assert len(line) < 8000


def lines(location: Location) -> tuple[str, str]:
    shown, carets = excerpt(location)
    return shown, carets


@pytest.mark.parametrize(
    ("line", "column", "end", "marked"),
    [
        ("name: a", 1, 5, "name"),
        ("\tname: a", 2, 6, "name"),
        ("é: {name: a}", 5, 9, "name"),
        ("##[x]: name", 8, 12, "name"),
        ("a\x1bb: name", 6, 10, "name"),
        ("n" * 500 + " name: a", 502, 506, "name"),
        ("name: " + "n" * 500, 1, 5, "name"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, end: int, marked: str) -> None:
    shown, carets = lines(at(1, column, end, File("x.yaml", line)))
    start = carets.index("^")
    assert shown[start : start + carets.count("^")] == marked


def test_wide_characters_take_two_columns_and_marks_above_a_letter_none() -> None:
    _, wide = lines(at(1, 3, 5, File("x.yaml", "東京ab")))
    assert wide == "      |     ^^"
    _, combined = lines(at(1, 3, 4, File("x.yaml", "e\u0301x")))
    assert combined == "      |  ^"


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown, _ = lines(at(1, 301, 305, File("x.yaml", "n" * 300 + "name" + "m" * 300)))
    body = shown.partition("| ")[2]
    assert body.startswith("…")
    assert body.endswith("…")
    assert "name" in body
    assert len(body) == WIDTH + 2


def test_a_range_of_several_lines_is_marked_on_its_first() -> None:
    file = File("x.yaml", "name: a\n  b\n")
    _, carets = lines(Location(file, 1, 7, 2, 4))
    assert carets == "      |       ^"


@pytest.mark.parametrize("text", ["", "\n", "   \n"])
def test_what_is_not_there_has_no_excerpt(text: str) -> None:
    assert list(excerpt(Location.start_of(File("x.yaml", text)))) == []


def test_a_place_past_the_end_of_its_line_is_shown_all_the_same() -> None:
    shown, carets = lines(at(1, 40, 41, File("x.yaml", "a: b")))
    assert shown == "    1 | a: b"
    assert carets.endswith("^")


def test_a_plan_in_a_folder_is_named_by_its_path(tmp_path: Path) -> None:
    text = concise([yml.TAB.at(at(1, 1, 2, File("../rencana/theory.yaml", "\tx")))], EN)
    assert text.startswith("../rencana/theory.yaml:1:1: ")


def test_an_excerpt_looks_only_at_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(text_report, "_cell", lambda line, at: looked.append(at) or line[at])
    line = "é" * 1_000_000
    place = Location(File("a.yaml", line), 1, 900_000, 1, 900_003)
    shown = [*excerpt(place)]
    assert shown[0] == f"    1 | …{'é' * 120}…"
    assert shown[1] == f"      | {' ' * 21}^^^"
    assert len(looked) < 10 * WIDTH

"""Every report of one list of findings: as it was, readable, and in agreement with the others."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Golden
from readers import READERS, Place, cells, commands
from sample_findings import DIAGNOSTICS, HARM, LONG, NO_INDICATOR, PROGRAMS, UNCLEAR

from smartplan.diagnostics import File, Location
from smartplan.escapes import json_text
from smartplan.language import Language
from smartplan.reports import FORMATS, report
from smartplan.reports.identity import fingerprints

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {
    "full": "txt",
    "concise": "txt",
    "grouped": "txt",
    "github": "txt",
    "json-lines": "jsonl",
    "sarif": "sarif",
    "junit": "xml",
    "markdown": "md",
}
ID, EN = Language.INDONESIAN, Language.ENGLISH


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_as_it_was(name: str, golden: Golden) -> None:
    text = report(name)(DIAGNOSTICS, ID)
    if name == "sarif":
        text = re.sub(r'"version": "\d+\.\d+\.\d+[^"]*"(?=,\s+"rules")', '"version": "0.0.0"', text)
    path = GOLDEN / f"{name}.{ENDINGS.get(name, 'json')}"
    assert text == golden(path, text)


EXPECTED = {
    Place(d.location.file.name, d.location.line, d.location.column, d.kind.code, str(d.severity))
    for d in DIAGNOSTICS
}
SEVERAL_LINES = {
    (d.location.file.name, d.location.line)
    for d in DIAGNOSTICS
    if d.location.end_line != d.location.line
}


def _without_column(place: Place) -> Place:
    return replace(place, column=None) if (place.file, place.line) in SEVERAL_LINES else place


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", FORMATS)
def test_all_reports_tell_of_the_same_findings_at_the_same_places(
    name: str, language: Language
) -> None:
    found = READERS[name](report(name)(DIAGNOSTICS, language))
    # GitHub takes no columns for a range over several lines
    wanted = {_without_column(place) for place in EXPECTED} if name == "github" else EXPECTED
    assert len(wanted) == len(DIAGNOSTICS)
    assert found == wanted


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_is_sound(name: str) -> None:
    text = report(name)([], ID)
    if name == "junit":
        cases = [*ElementTree.fromstring(text).iter("testcase")]
        assert [len(case) for case in cases] == [0]
    else:
        assert READERS[name](text) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_holds_nothing_that_a_terminal_or_a_log_obeys(name: str) -> None:
    text = report(name)(DIAGNOSTICS, ID)
    broken_up = "\u200b" if name == "markdown" else ""
    assert {c for c in text if not c.isprintable()} <= {"\n", broken_up}
    ours = 0 if name != "github" else len(DIAGNOSTICS)
    assert len(commands(text, ("error", "warning", "notice", "add-mask"))) == ours


@pytest.mark.parametrize("name", FORMATS)
def test_two_runs_are_equal(name: str) -> None:
    assert report(name)(DIAGNOSTICS, ID) == report(name)(list(DIAGNOSTICS), ID)


def _many(count: int) -> list:
    return [
        NO_INDICATOR.at(Location(LONG, line, 3, line, 4), program=f"p{line}")
        for line in range(1, count + 1)
    ]


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_a_flood_is_cut_and_counted(name: str) -> None:
    text = report(name)(_many(1_500), EN)
    assert len(READERS[name](text)) == 200
    assert "and 1,300 more findings are not shown" in text


def test_grouped_counts_all_findings_by_rule() -> None:
    text = report("grouped")(_many(300), ID)
    assert text.splitlines()[-1] == "    300 error   PRG903  program-without-indicator"
    assert text.count("saran: ") == 1


MACHINES = ("json", "json-lines", "gitlab", "sarif", "junit", "rdjson", "markdown")


@pytest.mark.parametrize("name", MACHINES)
def test_reports_for_machines_have_all_of_a_flood(name: str) -> None:
    assert len(READERS[name](report(name)(_many(500), ID))) == 500


# Fingerprints


def test_fingerprints_are_unique() -> None:
    found = [*DIAGNOSTICS, *DIAGNOSTICS]
    assert len(set(fingerprints(found))) == len(found)


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = [
        replace(d, location=replace(d.location, line=d.location.line + 7)) for d in DIAGNOSTICS
    ]
    assert fingerprints(moved) == fingerprints(DIAGNOSTICS)


def test_a_fingerprint_stays_when_another_subject_is_added() -> None:
    place = Location(PROGRAMS, 4, 5, 4, 15)
    kept = replace(UNCLEAR.at(place, name="a"), subject="programs/a/name")
    new = replace(UNCLEAR.at(place, name="b"), subject="programs/b/name")
    assert fingerprints([new, kept])[1] == fingerprints([kept])[0]


@pytest.mark.parametrize(
    "change",
    [{"subject": "programs/b"}, {"kind": UNCLEAR}, {"location": Location.start_of(File("b", ""))}],
)
def test_a_fingerprint_names_code_file_and_subject(change: dict) -> None:
    one = replace(NO_INDICATOR.at(Location.start_of(File("a", "")), program="p"), subject="a")
    assert fingerprints([one]) != fingerprints([replace(one, **change)])


# Text of others in each format


def test_json_keeps_a_message_to_the_letter() -> None:
    findings = json.loads(report("json")(DIAGNOSTICS, ID))["findings"]
    assert findings[1]["message"] == f"program `{HARM}` belum memiliki indikator"


def test_a_markdown_table_stays_a_table_and_text_stays_text() -> None:
    text = report("markdown")(DIAGNOSTICS, ID)
    rows = cells(text)
    assert {len(row) for row in rows} == {4}
    (said,) = [row[3] for row in rows if "tipu" in row[3] and row[2] == "PRG903"]
    for live in ("@semua", "#12", "](", "://", "<script"):
        assert live not in said
        assert live in HARM
    shown = said.replace("\u200b", "")
    assert "| `kode` <script>alert(1)</script> @semua #12 [klik](https://contoh.invalid)" in shown


def test_a_comment_of_reviewdog_notifies_nobody() -> None:
    messages = [d["message"] for d in json.loads(report("rdjson")(DIAGNOSTICS, ID))["diagnostics"]]
    (said,) = [m for m in messages if "tipu" in m and m.startswith("program")]
    for live in ("@semua", "#12", "](", "://", "<script"):
        assert live not in said


def test_junit_names_are_unique_and_free_of_lines() -> None:
    twice = [*_many(3), *_many(3)]
    suite = ElementTree.fromstring(report("junit")(twice, ID))
    names = [case.get("name") for case in suite.iter("testcase")]
    assert len(set(names)) == len(names) == 6
    assert names[0] == "PRG903 program `p1` belum memiliki indikator"
    assert names[3] == "PRG903 program `p1` belum memiliki indikator (2)"


def test_junit_counts_what_it_holds() -> None:
    root = ElementTree.fromstring(report("junit")(DIAGNOSTICS, ID))
    for element in (root, *root.iter("testsuite")):
        for counter, tag in (
            ("tests", "testcase"),
            ("failures", "failure"),
            ("skipped", "skipped"),
        ):
            assert element.get(counter) == str(len([*element.iter(tag)]))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("9", "8", "1")


def test_rdjson_counts_bytes() -> None:
    diagnostics = json.loads(report("rdjson")(DIAGNOSTICS, ID))["diagnostics"]
    ranges = [d["location"]["range"] for d in diagnostics if d["code"]["value"] == "THE901"]
    # `    name: Retribusi ` is 20 bytes, four digits of four bytes, a blank and `é` follow
    assert ranges[1]["start"] == {"line": 3, "column": 21}
    assert ranges[1]["end"] == {"line": 3, "column": 21 + 4 * 4 + 1 + 2}


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "json"])
def test_quick_json_is_the_json_that_python_writes(name: str) -> None:
    for found in (DIAGNOSTICS, DIAGNOSTICS[:1], ()):
        text = report(name)(found, ID)
        assert text == json_text(json.loads(text))

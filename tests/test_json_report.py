"""The report for programs: one object, every finding, the same keys each time."""

import json

import pytest

from smartplan.diagnostics import File, Location, Related
from smartplan.kinds import sch, yml
from smartplan.language import Language, Text
from smartplan.reports import report
from smartplan.reports.text import SHOWN

FILE = File("theory.yaml", "terms: []\nterms: []\n")
PLACE = Location(FILE, 2, 1, 2, 6)
FIRST = Related(Location(FILE, 1, 1, 1, 6), Text("yang pertama di sini", "the first one is here"))


def test_a_finding_has_its_code_its_place_and_its_words() -> None:
    found = [yml.DUPLICATE_KEY.at(PLACE, also=(FIRST,), key="terms")]
    document = json.loads(report("json")(found, Language.ENGLISH))
    (finding,) = document.pop("findings")
    assert document == {"version": 1, "language": "en"}
    assert {key: value for key, value in finding.items() if key != "subject"} == {
        "code": "YML002",
        "name": "duplicate-key",
        "severity": "error",
        "message": "the key `terms` stands twice",
        "hint": "join the two or delete one",
        "fix": None,
        "file": "theory.yaml",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 6,
        "related": [
            {
                "label": "the first one is here",
                "file": "theory.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 6,
            }
        ],
    }


def test_the_words_are_in_the_language_asked_for() -> None:
    found = [yml.DUPLICATE_KEY.at(PLACE, also=(FIRST,), key="terms")]
    document = json.loads(report("json")(found, Language.INDONESIAN))
    assert document["language"] == "id"
    assert document["findings"][0]["message"] == "kunci `terms` ditulis dua kali"
    assert document["findings"][0]["related"][0]["label"] == "yang pertama di sini"


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(report("json")([], Language.ENGLISH))["findings"] == []


def test_every_finding_is_told_however_many() -> None:
    found = [yml.TAB.at(PLACE)] * (SHOWN * 3)
    assert len(json.loads(report("json")(found, Language.ENGLISH))["findings"]) == SHOWN * 3


@pytest.mark.parametrize(
    "text", ["##[error]x", "\x1b[2J", "\x9b", "a\u202eb", "\u2028", "\udcff", '"\\', "{kind}", "é"]
)
def test_no_text_of_a_plan_acts_in_a_log(text: str) -> None:
    place = Location(File(f"{text}.yaml", ""), 1, 1, 1, 1)
    found = [sch.UNKNOWN_KEY.at(place, key=text, known=Text("a", "a"))]
    encoded = report("json")(found, Language.ENGLISH)
    assert all(line.isprintable() for line in encoded.split("\n"))
    assert "##[" not in encoded
    encoded.encode("utf-8")
    (finding,) = json.loads(encoded)["findings"]
    assert finding["code"] == "SCH001"


def test_letters_beyond_ascii_are_written_as_they_are() -> None:
    found = [sch.UNKNOWN_KEY.at(PLACE, key="ᬩᬮᬶ é", known=Text("a", "a"))]
    assert "ᬩᬮᬶ é" in report("json")(found, Language.ENGLISH)

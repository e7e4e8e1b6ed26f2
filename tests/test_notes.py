"""A note is a footnote and excuses nothing; what is true and accepted stands in `waivers.yaml`."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import EXAMPLES, change, findings, overlay, places

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.rules.values import tells

ID = Language.INDONESIAN

MONEY = "    budget: [{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}]"
REALISED = "{indicator: k-public-service, period: 2024, value: 45, drivers: Kerja bersama,"
TARGETS = "targets: {2024: 45, 2025: 50, 2028: 65, 2033: 90}"


def plan_with_statistic(plan: Path, values: str, more: str = "") -> int:
    """Put a statistic into the profile; the line of its first value."""
    text = (plan / "readiness.yaml").read_text("utf-8")
    at = text.index("profile:\n") + len("profile:\n")
    told = (
        "  - id: uji\n    topic: uji\n    name: Data uji\n    unit: orang\n"
        f"{more}    values:\n{values}"
    )
    (plan / "readiness.yaml").write_text(text[:at] + told + text[at:], encoding="utf-8")
    return text[:at].count("\n") + 6 + more.count("\n")


def only(plan: Path, code: str) -> Diagnostic:
    (found,) = [one for one in findings(plan) if one.kind.code == code]
    return found


NOTE = "note: Sudah diperiksa."
_LINE = "fund: apbd, kind: planned, basis: proposal"
_SPENT = f"fund: apbd, kind: realised, sources: [S1], {NOTE}"
_MISSION = "pelayanan, sources: [S1]}]"
_LATER = REALISED.replace("period: 2024, value: 45", "period: 2025-Q1, value: 41")
_OLD = "topic: uji, name: Data uji, values: [{year: 2015, value: 7, sources: [S1]"

WRONG = {
    "PRG013": (
        "programs.yaml",
        MONEY,
        (
            f"    budget: [{{year: 2024, amount: 1000, {_LINE}, {NOTE}}}, "
            f"{{year: 2024, amount: 9000, {_SPENT}}}]"
        ),
    ),
    "PRG027": (
        "programs.yaml",
        MONEY,
        (
            f"    budget: [{{year: 2024, amount: 1000, {_LINE}, {NOTE}}}, "
            f"{{year: 2025, amount: 9000, {_LINE}, {NOTE}}}]"
        ),
    ),
    "REA012": (
        "readiness.yaml",
        "profile:\n",
        f"profile:\n  - {{id: uji, {_OLD}, {NOTE}}}], {NOTE}}}\n",
    ),
    "PLN005": ("monev.yaml", "basis: proposal", f"basis: derived\n    {NOTE}"),
    "MON009": ("monev.yaml", REALISED, REALISED.replace("45", "44") + f" {NOTE},"),
    "MON010": ("monev.yaml", REALISED, REALISED.replace("45", "91") + f" {NOTE},"),
    "MON016": ("monev.yaml", "respondents: 50", f"respondents: 12\n    {NOTE}"),
    "MON017": ("monev.yaml", "panel: Kelompok 2", f"panel: Kelompok 1\n    {NOTE}"),
    "MON020": (
        "monev.yaml",
        f"{REALISED} sources: [S1]}}",
        f"{REALISED} sources: [S1]}}\n  - {_LATER} {NOTE}, sources: [S1]}}",
    ),
    "VIS002": (
        "vision.yaml",
        _MISSION,
        f"{_MISSION[:-1]}, {{id: rpjmd-9, text: Menjaga adat, sources: [S1], {NOTE}}}]",
    ),
}


def noted(plan: Path, code: str) -> None:
    """Make a plan that a rule objects to, with a note wherever one may stand."""
    change(plan, *WRONG[code])
    if code == "MON020":
        change(plan, "monev.yaml", "formula: rising", "formula: percentage")


CODES = ("PRG013", "PRG027", "REA012", "MON010", "MON016", "MON017", "MON020", "VIS002")


@pytest.mark.parametrize("code", WRONG)
def test_a_note_does_not_silence_a_rule(code: str, minimal_plan: Path) -> None:
    noted(minimal_plan, code)
    assert {one.kind.code for one in findings(minimal_plan)} == {code}


def test_a_note_does_not_make_a_doubtful_source_better(minimal_plan: Path) -> None:
    text = (minimal_plan / "roadmap.yaml").read_text("utf-8")
    before = "  - {year: 2024, amount: 1000000000, basis: proposal}"
    assert before in text
    change(minimal_plan, "roadmap.yaml", before, before.replace(
        "basis: proposal", "sources: [S9], note: Salinan."))  # fmt: skip
    with (minimal_plan / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - {id: S9, title: Salinan, date: 2023, where: Arsip, kind: other, confidence: C}\n"
        )
    line = text[: text.index(before)].count("\n") + 1
    assert places(findings(minimal_plan)) == [("roadmap.yaml", line, "PLN004")]
    hint = only(minimal_plan, "PLN004").hint(ID)
    assert "`code: PLN004`, `item: 2024`, `reason`, `owner`, dan `until`" in hint


@pytest.mark.parametrize("code", CODES)
def test_what_the_hint_says_to_write_sets_it_aside(code: str, minimal_plan: Path) -> None:
    noted(minimal_plan, code)
    hint = only(minimal_plan, code).hint(ID)
    match = re.search(r"`code: (?P<code>\w+)`, `item: (?P<item>[^`]+)`, `reason`", hint)
    assert match is not None
    assert match["code"] == code
    waiver = (
        f"waivers:\n  - code: {code}\n    item: {match['item']}\n"
        "    reason: Sudah diperiksa dinas.\n    owner: bappeda\n    until: 2025-12-31\n"
    )
    overlay(minimal_plan, {"waivers.yaml": waiver})
    assert findings(minimal_plan) == []


# Two values of one fact


@pytest.mark.parametrize(
    ("note", "value", "is_told"),
    [
        ("Sumber lain menulis 9.6.", "9.6", True),
        ("Sumber lain menulis 9,6 persen", "9.6", True),
        ("Sumber lain menulis 9,60", "9.6", True),
        ("pandangan DPRD menyebut Rp358,37 miliar.", "358370000000", True),
        ("menurut BPS 791.000 jiwa", "791000", True),
        ("menurut BPS 1.234,5", "1234.5", True),
        ("1,234.5 in English", "1234.5", True),
        ("223,5 miliar", "223.5", True),
        ("turun 3,5", "-3.5", True),
        ("Peringkat 120 nasional", "9.6", False),
        ("19,6 persen", "9.6", False),
        ("9,65 persen", "9.6", False),
        ("", "9.6", False),
    ],
)
def test_a_note_names_a_value_as_plans_and_books_write_it(
    note: str, value: str, is_told: bool
) -> None:
    assert tells([None, note], Decimal(value)) is is_told


def test_a_note_names_a_value_in_words() -> None:
    assert tells(["Media menulis Zona Kuning."], "zona kuning")
    assert not tells(["Media menulis zona merah."], "zona kuning")


PAIR = (
    "      - {{year: 2023, value: 7, sources: [S1]{}}}\n"
    "      - {{year: 2023, value: {}, sources: [S1]{}}}\n"
)


@pytest.mark.parametrize(
    ("first", "value", "second", "whole"),
    [
        ("", "9", "", ""),
        (", note: Menurut dinas", "9", ", note: Menurut BPS", "    note: Dicatat terpisah.\n"),
        ("", "9", "", "    note: Sumber lain menulis 9.\n"),
        ("", "9", ", qualifier: at_least", ""),
        ("", "9", ", qualifier: about", ""),
    ],
)
def test_two_values_of_a_year_are_told_whatever_their_notes(
    first: str, value: str, second: str, whole: str, minimal_plan: Path
) -> None:
    line = plan_with_statistic(minimal_plan, PAIR.format(first, value, second), whole)
    assert places(findings(minimal_plan)) == [("readiness.yaml", line + 1, "REA004")]
    assert only(minimal_plan, "REA004").hint(ID) == (
        "pilih salah satu, atau jelaskan perbedaannya dalam `note` salah satunya, dengan menyebut "
        "nilai yang lain (7 atau 9)"
    )


@pytest.mark.parametrize(
    ("first", "value", "second", "whole"),
    [
        ("", "9", ", note: Dinas mencatat 7.", ""),
        (", note: BPS mencatat 9.", "9", "", ""),
        ("", "9", "", "    note: Dinas mencatat 7, BPS 9.\n"),
        ("", "9", ", qualifier: at_most", ""),
        ("", "7.3", ", qualifier: about", ""),
    ],
)
def test_a_value_that_names_or_leaves_room_for_the_other_may_stand_beside_it(
    first: str, value: str, second: str, whole: str, minimal_plan: Path
) -> None:
    plan_with_statistic(minimal_plan, PAIR.format(first, value, second), whole)
    assert findings(minimal_plan) == []


@pytest.mark.parametrize(
    ("plan", "name", "before", "after"),
    [
        ("bangli", "monev/hingga-2024.yaml", "value: 9.6,", "value: 6.9,"),
        ("bangli", "monev/hingga-2024.yaml", "value: 49.96,", "value: 94.96,"),
        ("bangli", "monev/hingga-2024.yaml", "value: 25.7,", "value: 27.5,"),
        ("buleleng", "monev/2023.yaml", "value: 3.45", "value: 3.54"),
        ("buleleng", "monev/indicators.yaml", "value: 2.99", "value: 2.89"),
    ],
)
def test_digits_changed_round_in_a_real_plan_contradict_its_profile(
    plan: str, name: str, before: str, after: str, tmp_path: Path
) -> None:
    shutil.copytree(EXAMPLES / plan, tmp_path / "plan")
    assert not [one for one in findings(tmp_path / "plan") if one.kind.code == "PLN008"]
    line = change(tmp_path / "plan", name, before, after)
    found = only(tmp_path / "plan", "PLN008")
    assert places([found]) == [(name, line, "PLN008")]
    assert found.related[0].location.file.name == "readiness.yaml"


@pytest.mark.parametrize(
    ("value", "unit", "is_told"),
    [
        ("3.4", "indeks 1-5", False),  # cut
        ("3.5", "Indeks (1-5)", False),  # rounded
        ("3", "indeks 1-5", False),
        ("3.3", "indeks 1-5", True),
        ("3.46", "indeks 1–5", True),
        ("3.46", "skala 1-5", False),  # another unit
    ],
)
def test_values_agree_as_finely_as_the_coarser_is_written(
    value: str, unit: str, is_told: bool, minimal_plan: Path
) -> None:
    text = (minimal_plan / "monev.yaml").read_text("utf-8")
    begun = text.replace("unit: persen", f"unit: {unit}", 1)
    begun = begun.replace(
        "{year: 2023, value: 40, sources", f"{{year: 2023, value: {value}, sources", 1
    )
    (minimal_plan / "monev.yaml").write_text(begun, encoding="utf-8")
    plan_with_statistic(minimal_plan, "      - {year: 2023, value: 3.45, sources: [S1]}\n")
    change(minimal_plan, "readiness.yaml", "unit: orang", "unit: indeks (1-5)")
    change(
        minimal_plan, "readiness.yaml", "name: Data uji", "name: Layanan yang dapat diurus daring."
    )
    assert (("PLN008") in [one.kind.code for one in findings(minimal_plan)]) is is_told

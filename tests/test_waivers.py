"""Waivers: what they set aside, what they cannot, and what is said of the waivers themselves."""

from pathlib import Path

import pytest
from conftest import Run, findings, overlay, places

from smartplan.language import Language
from smartplan.load import load
from smartplan.rules import judge

SOURCES = """\
sources:
  - id: S1
    title: Laporan kabupaten
    date: 2025-06-20
    where: Arsip Dinas Komunikasi dan Informatika
    kind: government
    confidence: A
  - {id: S8, title: Lama, date: 2025, where: Arsip, kind: government, confidence: A}
  - {id: S9, title: Baru, date: 2025, where: Arsip, kind: government, confidence: A}
"""
S8, S9 = ("sources.yaml", 8, "PLN002"), ("sources.yaml", 9, "PLN002")
REASON = "Dipakai pada edisi berikut."


def waiver(code: str = "PLN002", until: str = "2025-06-30", **more: str) -> str:
    """One waiver, on lines of its own: code, reason, owner, until, then the rest."""
    keys = {"code": code, "reason": REASON, "owner": "bappeda", "until": until, **more}
    lines = [f"    {key}: {value}" for key, value in keys.items()]
    return "\n".join(lines).replace("    ", "  - ", 1) + "\n"


def waive(plan: Path, *waivers: str) -> None:
    overlay(plan, {"sources.yaml": SOURCES, "waivers.yaml": "waivers:\n" + "".join(waivers)})


def test_without_waivers_both_are_told(minimal_plan: Path) -> None:
    overlay(minimal_plan, {"sources.yaml": SOURCES})
    assert places(findings(minimal_plan)) == [S8, S9]


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ({}, []),
        ({"item": "S8"}, [S9]),
        ({"subject": "sources/S9"}, [S8]),
        ({"subject": "sources/S9/id"}, [S8]),
        ({"subject": "sources"}, []),
        ({"path": "sources.yaml"}, []),
        ({"path": '"*.yaml"'}, []),
        ({"item": "S8", "path": "sources.yaml"}, [S9]),
    ],
)
def test_a_waiver_sets_aside_what_it_names(
    minimal_plan: Path, narrowed: dict[str, str], left: list[tuple[str, int, str]]
) -> None:
    waive(minimal_plan, waiver(**narrowed))
    judged = judge(load(minimal_plan))
    assert places(judged.findings) == left
    assert places(judged.waived) == [place for place in (S8, S9) if place not in left]


@pytest.mark.parametrize(
    "narrowed",
    [
        {"item": "S1"},
        {"subject": "sources/S"},
        {"path": "theory.yaml"},
        {"path": '"programs/*"'},
        {"item": "S8", "subject": "sources/S9"},
    ],
)
def test_a_waiver_that_names_something_else_is_left_over(
    minimal_plan: Path, narrowed: dict[str, str]
) -> None:
    waive(minimal_plan, waiver(**narrowed))
    assert places(findings(minimal_plan)) == [S8, S9, ("waivers.yaml", 2, "WAI002")]


def test_the_path_is_that_in_the_plan_whatever_the_folder_is_called(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(path="sources.yaml"))
    assert judge(load(minimal_plan, "rencana/51.08")).findings == []


def test_an_expired_waiver_sets_nothing_aside_and_is_told(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(until="2025-06-29"), waiver(item="S9"))
    assert places(findings(minimal_plan)) == [S8, ("waivers.yaml", 5, "WAI001")]


def test_a_short_reason_is_told_but_waives(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(reason="sudah tahu"))
    found = findings(minimal_plan)
    assert [(*place, d.severity.value) for place, d in zip(places(found), found, strict=True)] == [
        ("waivers.yaml", 3, "WAI003", "warning")
    ]


def test_three_words_are_a_reason(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(reason="menunggu sensus desa"))
    assert findings(minimal_plan) == []


def test_a_missing_reason_is_an_error_of_the_shape(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver().replace(f"    reason: {REASON}\n", ""))
    assert places(findings(minimal_plan)) == [S8, S9, ("waivers.yaml", 2, "SCH002")]


def test_an_unknown_code_is_an_error_with_the_nearest(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver("PLN02"), waiver())
    (found,) = findings(minimal_plan)
    assert places([found]) == [("waivers.yaml", 2, "WAI004")]
    assert (found.severity.value, found.advice.indonesian) == ("error", "mungkin `PLN002`?")


def test_an_error_of_reading_cannot_be_waived(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(), waiver("REF001"))
    text = (minimal_plan / "theory.yaml").read_text("utf-8").replace("[S1]", "[S1, S77]", 1)
    (minimal_plan / "theory.yaml").write_text(text, encoding="utf-8")
    found = findings(minimal_plan)
    assert places(found) == [("theory.yaml", 7, "REF001"), ("waivers.yaml", 6, "WAI005")]
    assert found[1].message(Language.INDONESIAN) == (
        "`REF001` adalah kesalahan membaca, yang tidak dapat dikecualikan"
    )


def test_an_error_of_a_kind_that_mostly_warns_cannot_be_waived_either(minimal_plan: Path) -> None:
    text = (minimal_plan / "programs.yaml").read_text("utf-8")
    named = text.replace("name: Loket daring terpadu", "name:", 1)
    waive(minimal_plan, waiver(), waiver("SCH010", path="programs.yaml"))
    (minimal_plan / "programs.yaml").write_text(named, encoding="utf-8")
    told = places(findings(minimal_plan))
    assert ("programs.yaml", 4, "SCH010") in told
    assert ("waivers.yaml", 6, "WAI005") in told
    waive(minimal_plan, waiver(), waiver("SCH010", path="theory.yaml"))
    assert not {"WAI002", "WAI005"} & {code for _, _, code in places(findings(minimal_plan))}


def test_a_waiver_sets_the_warnings_of_such_a_kind_aside_and_leaves_the_errors(
    minimal_plan: Path,
) -> None:
    text = (minimal_plan / "programs.yaml").read_text("utf-8")
    empties = text.replace("name: Loket daring terpadu", "name:\n    note:", 1)
    waive(minimal_plan, waiver(), waiver("SCH010"))
    (minimal_plan / "programs.yaml").write_text(empties, encoding="utf-8")
    found = [d for d in findings(minimal_plan) if d.kind.code in ("SCH010", "WAI005")]
    assert [(*place, d.severity.value) for place, d in zip(places(found), found, strict=True)] == [
        ("programs.yaml", 4, "SCH010", "error")
    ]


def test_what_may_be_meant_twice_can_be_waived(minimal_plan: Path) -> None:
    line = "{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}"
    text = (minimal_plan / "programs.yaml").read_text("utf-8")
    other = f"[{line}, {line.replace('100000000', '50000000')}]"
    waive(minimal_plan, waiver(), waiver("REF007"))
    (minimal_plan / "programs.yaml").write_text(text.replace(f"[{line}]", other, 1), "utf-8")
    assert findings(minimal_plan) == []
    other = f"[{line}, {line}]"
    (minimal_plan / "programs.yaml").write_text(text.replace(f"[{line}]", other, 1), "utf-8")
    assert places(findings(minimal_plan)) == [
        ("programs.yaml", 23, "REF007"),
        ("waivers.yaml", 6, "WAI005"),
    ]


@pytest.mark.parametrize("code", ["YML001", "SCH008", "REF001"])
@pytest.mark.parametrize("until", ["2025-06-30", "2025-06-29"])
def test_a_waiver_of_an_error_of_reading_is_told_where_there_is_none(
    minimal_plan: Path, code: str, until: str
) -> None:
    waive(minimal_plan, waiver(), waiver(code, until))
    found = findings(minimal_plan)
    assert [(*place, d.severity.value) for place, d in zip(places(found), found, strict=True)] == [
        ("waivers.yaml", 6, "WAI005", "warning")
    ]


def test_a_waiver_of_an_error_of_reading_is_told_in_a_plan_that_cannot_be_read_whole(
    minimal_plan: Path,
) -> None:
    waive(minimal_plan, waiver(), waiver("YML001"))
    (minimal_plan / "programs.yaml").write_text("programs: [\n", encoding="utf-8")
    told = places(findings(minimal_plan))
    assert ("waivers.yaml", 6, "WAI005") in told
    assert ("programs.yaml", 1, "YML001") in told


def test_a_warning_of_reading_can_be_waived(minimal_plan: Path) -> None:
    cut = (minimal_plan / "theory.yaml").read_text("utf-8")
    cut = cut.replace("summary: ", "summary: Nomor #7 dan ", 1)
    waive(minimal_plan, waiver())
    (minimal_plan / "theory.yaml").write_text(cut, encoding="utf-8")
    (found,) = findings(minimal_plan)
    assert found.kind.code == "YML020"
    waive(minimal_plan, waiver(), waiver("YML020"))
    (minimal_plan / "theory.yaml").write_text(cut, encoding="utf-8")
    assert findings(minimal_plan) == []


def test_a_plan_that_cannot_be_read_whole_has_no_left_over_waivers(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver(), waiver("PRG007"))
    (minimal_plan / "programs.yaml").write_text("programs: [\n", encoding="utf-8")
    codes = {d.kind.code for d in findings(minimal_plan)}
    assert "WAI002" not in codes
    assert "PLN002" not in codes


def test_the_manifest_weighs_before_the_waivers_and_ignores_after(minimal_plan: Path) -> None:
    manifest = (minimal_plan / "smartplan.yaml").read_text("utf-8")
    waive(minimal_plan, waiver(item="S8"), waiver("PRG007"))
    rules = "rules: {ignore: [WAI002], severity: {PLN002: error, PLN001: note}}\n"
    overlay(minimal_plan, {"smartplan.yaml": manifest + rules})
    found = findings(minimal_plan)
    assert [(d.kind.code, d.severity.value) for d in found] == [("PLN002", "error")]


def test_waived_findings_are_counted_at_the_end_and_do_not_fail(
    run: Run, minimal_plan: Path
) -> None:
    waive(minimal_plan, waiver())
    done = run("validate", "plan", "--fail-on", "note")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("bersih dalam 12 berkas; 2 dikecualikan; ")


def test_the_name_is_known(minimal_plan: Path) -> None:
    waive(minimal_plan, waiver())
    (minimal_plan / "waivers.yaml").rename(minimal_plan / "waiver.yaml")
    found = findings(minimal_plan)
    assert places(found) == [S8, S9, ("waiver.yaml", 1, "SCH012")]
    assert found[2].advice.indonesian == "mungkin `waivers.yaml`?"

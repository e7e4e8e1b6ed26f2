"""Which findings are told: `--select`, `--ignore`, the manifest's `rules`, and their order."""

import json
import re
from pathlib import Path

import pytest
from conftest import Run, findings, overlay, places

from smartplan.language import Language

MANIFEST = """\
smartplan: 1
title: Rencana uji
region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
period: {start: 2024, end: 2033}
as_of: 2025-06-30
summary: Rencana uji.
disclaimer: Rencana ini rekaan.
"""
SOURCES = """\
sources:
  - id: S1
    title: Laporan kabupaten
    date: 2025-06-20
    where: Arsip Dinas Komunikasi dan Informatika
    kind: government
    confidence: A
  - {id: S8, title: Lama, date: 2025, where: Arsip, kind: government, confidence: A}
"""
CONCEPTS = """\
concepts:
  - {id: kota-cerdas, name: Kota cerdas, summary: Enam dimensi., sources: [S1, S77]}
legal_basis:
  - {id: uu-pemda, kind: uu, number: "23", year: 2014, title: Pemda, obliges: Rencana.,
     sources: [S1]}
"""
UNUSED, UNCITED, UNKNOWN = (
    ("theory.yaml", 2, "THE003"),
    ("sources.yaml", 8, "PLN002"),
    ("theory.yaml", 2, "REF001"),
)


@pytest.fixture
def faulty(minimal_plan: Path) -> Path:
    """A plan with a note, a warning and an error of reading."""
    overlay(minimal_plan, {"sources.yaml": SOURCES, "theory.yaml": CONCEPTS})
    return minimal_plan


def codes(run: Run, *words: str) -> list[str]:
    done = run("validate", *words, "--output-format", "json")
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_the_plan_has_what_the_choices_choose_from(faulty: Path) -> None:
    assert places(findings(faulty)) == [UNCITED, UNUSED, UNKNOWN]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--select", "THE"), ["THE003", "REF001"]),
        (("--select", "THE,PLN002"), ["PLN002", "THE003", "REF001"]),
        (("--select", "PLN", "--select", "THE003"), ["PLN002", "THE003", "REF001"]),
        (("--select", "REF"), ["REF001"]),
        (("--ignore", "THE003"), ["PLN002", "REF001"]),
        (("--ignore", "PLN, THE"), ["REF001"]),
        (("--select", "PLN,THE", "--ignore", "PLN002"), ["THE003", "REF001"]),
        (("--ignore", "REF001"), ["PLN002", "THE003", "REF001"]),
    ],
)
def test_select_narrows_and_ignore_drops(
    run: Run, faulty: Path, words: tuple[str, ...], told: list[str]
) -> None:
    assert codes(run, str(faulty), *words) == told


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(("word", "meant"), [("THE0O3", "THE003"), ("PLN02", "PLN002")])
def test_an_unknown_code_is_a_wrong_call(
    run: Run, faulty: Path, option: str, word: str, meant: str
) -> None:
    done = run("validate", str(faulty), option, f"PRG,{word}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"smartplan: nilai keliru untuk {option}: tidak ada temuan dengan kode `{word}`; "
        f"mungkin `{meant}`? (lihat `smartplan --help`)\n"
    )


def test_the_manifest_ignores_codes_and_beginnings(faulty: Path) -> None:
    rules = "rules: {ignore: [THE, PLN002]}\n"
    overlay(faulty, {"smartplan.yaml": MANIFEST + rules})
    assert places(findings(faulty)) == [UNKNOWN]


def test_an_error_of_reading_is_neither_ignored_nor_weighed(faulty: Path) -> None:
    rules = "rules: {ignore: [REF], severity: {REF001: note, PLN002: error}}\n"
    overlay(faulty, {"smartplan.yaml": MANIFEST + rules})
    found = findings(faulty)
    told = {d.kind.code: d.severity.value for d in found if d.kind.code != "SCH026"}
    assert told == {"PLN002": "error", "THE003": "note", "REF001": "error"}
    assert [d.location.column for d in found if d.kind.code == "SCH026"] == [18, 35]


def test_a_finding_of_reading_that_is_no_error_can_be_ignored(minimal_plan: Path) -> None:
    empty = CONCEPTS.replace(", S77", "") + "principles:\n"
    overlay(minimal_plan, {"theory.yaml": empty})
    assert [d.kind.code for d in findings(minimal_plan)] == ["THE003", "SCH010"]
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + "rules: {ignore: [SCH, THE]}\n"})
    assert findings(minimal_plan) == []


def test_a_choice_that_can_do_nothing_is_told_with_what_can(minimal_plan: Path) -> None:
    rules = (
        "rules:\n  ignore: [YML, SCH001, THE, YML020]\n  severity: {SCH008: note, SCH010: note}\n"
    )
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + rules})
    found = findings(minimal_plan)
    assert [(*place, d.location.column, d.severity.value)
            for place, d in zip(places(found), found, strict=True)] == [
        ("smartplan.yaml", 9, "SCH026", 12, "warning"),
        ("smartplan.yaml", 9, "SCH026", 17, "warning"),
        ("smartplan.yaml", 10, "SCH026", 14, "warning"),
    ]  # fmt: skip
    assert [(d.message(Language.INDONESIAN), d.hint(Language.INDONESIAN)) for d in found] == [
        (
            "`ignore` tidak berlaku bagi kesalahan membaca (`YML`), yang selalu dilaporkan",
            (
                "yang dapat disisihkan hanya peringatan dan catatan; tulis kodenya: "
                "`YML011`, `YML020`, `YML023`"
            ),
        ),
        (
            "`ignore` tidak berlaku bagi kesalahan membaca (`SCH001`), yang selalu dilaporkan",
            "hapus `SCH001` dari `ignore`; bila temuannya ada, perbaiki berkasnya",
        ),
        (
            "`severity` tidak berlaku bagi kesalahan membaca (`SCH008`), yang selalu dilaporkan",
            "hapus `SCH008` dari `severity`; bila temuannya ada, perbaiki berkasnya",
        ),
    ]


def test_weighing_a_warning_of_reading_makes_it_no_error_of_reading(minimal_plan: Path) -> None:
    """The kind's own severity decides, so that two choices do not undo each other."""
    empty = CONCEPTS.replace(", S77", "") + "principles:\n"
    rules = "rules: {ignore: [SCH010, THE003], severity: {SCH010: error}}\n"
    overlay(minimal_plan, {"theory.yaml": empty, "smartplan.yaml": MANIFEST + rules})
    assert findings(minimal_plan) == []


@pytest.mark.parametrize(
    ("ignored", "said"),
    [
        ("REF001,PLN", "`REF001`"),
        ("YML,SCH008", "`YML`, `SCH008`"),
        ("THE,PLN,YML020,REF004", ""),
        ("R", ""),
    ],
)
def test_ignore_says_what_it_does_not_hold_for(
    run: Run, faulty: Path, ignored: str, said: str
) -> None:
    line = (
        "smartplan: --ignore tidak berlaku bagi kesalahan membaca, yang selalu dilaporkan: "
        f"{said}\n"
    )
    done = run("validate", str(faulty), "--ignore", ignored)
    assert (done.returncode, "REF001" in done.stdout) == (1, True)
    assert done.stderr.startswith(line) is bool(said)
    assert ("--ignore" in done.stderr) is bool(said)
    assert run("validate", str(faulty), "--ignore", ignored, "-q").stderr == ""


def test_unknown_codes_in_the_manifest_are_told_with_the_nearest(minimal_plan: Path) -> None:
    rules = "rules:\n  ignore: [THE, THE0O3]\n  severity:\n    PLN02: note\n    PLN: note\n"
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + rules})
    found = findings(minimal_plan)
    assert places(found) == [
        ("smartplan.yaml", 9, "SCH024"),
        ("smartplan.yaml", 11, "SCH024"),
        ("smartplan.yaml", 12, "SCH024"),
    ]
    assert [(d.location.column, d.advice.indonesian) for d in found[:2]] == [
        (17, "mungkin `THE003`?"),
        (5, "mungkin `PLN002`?"),
    ]


@pytest.mark.parametrize(
    ("state", "rules", "severity"),
    [
        ("approved", "", "error"),
        ("draft", "", "warning"),
        ("draft", "rules: {severity: {PRG007: error}}\n", "error"),
        ("draft", "rules: {severity: {PRG007: note}}\n", "note"),
        ("approved", "rules: {severity: {PRG007: note}}\n", "note"),
    ],
)
def test_the_state_of_a_stage_softens_before_the_manifest_weighs(
    minimal_plan: Path, state: str, rules: str, severity: str
) -> None:
    programs = (minimal_plan / "programs.yaml").read_text("utf-8")
    backwards = programs.replace("start: 2025\n    end: 2028", "start: 2028\n    end: 2025", 1)
    document = (minimal_plan / "document.yaml").read_text("utf-8")
    states = re.sub(r"(stage: programs, state: )\w+", rf"\g<1>{state}", document)
    overlay(minimal_plan, {"programs.yaml": backwards, "document.yaml": states})
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + rules})
    found = {d.kind.code: d.severity.value for d in findings(minimal_plan)}
    assert found["PRG007"] == severity


def test_what_is_ignored_does_not_fail(run: Run, faulty: Path) -> None:
    overlay(faulty, {"theory.yaml": CONCEPTS.replace(", S77", "")})
    assert run("validate", str(faulty), "--fail-on", "note").returncode == 1
    done = run("validate", str(faulty), "--fail-on", "note", "--ignore", "THE003,PLN")
    assert (done.returncode, done.stdout) == (0, "")

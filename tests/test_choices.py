"""Which findings are told: `--select`, `--ignore`, the manifest's `rules`, and their order."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run, findings, overlay, places

from smartplan import explain
from smartplan.choices import Choice
from smartplan.diagnostics import File, Location
from smartplan.flood import EACH, Flood
from smartplan.kinds import sch
from smartplan.language import Language
from smartplan.rules import kinds

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
        (("--select", "THE0"), ["THE003", "REF001"]),
        (("--ignore", "THE0"), ["PLN002", "REF001"]),
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
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + "rules: {ignore: [SCH010, THE]}\n"})
    assert findings(minimal_plan) == []


@pytest.mark.parametrize(
    ("ignored", "told"),
    [
        ("SCH, THE", ["SCH026"]),
        ("SCH026, THE", ["SCH010"]),
        ("YML, SCH026, THE, SCH010", []),
        ("YML, SCH, THE", ["SCH026", "SCH026"]),
        ("SCH, SCH026, THE", []),
    ],
)
def test_a_beginning_does_not_set_aside_what_is_said_of_it(
    minimal_plan: Path, ignored: str, told: list[str]
) -> None:
    overlay(minimal_plan, {"theory.yaml": CONCEPTS.replace(", S77", "") + "principles:\n"})
    overlay(minimal_plan, {"smartplan.yaml": f"{MANIFEST}rules: {{ignore: [{ignored}]}}\n"})
    assert [d.kind.code for d in findings(minimal_plan)] == told


# Findings of reading that weigh other than their kinds

NO_NAME = ("programs.yaml", 4, "SCH010")
TWICE = ("programs.yaml", 25, "REF007")


def emptied(plan: Path) -> None:
    """A key that must be there has no value."""
    text = (plan / "programs.yaml").read_text("utf-8")
    named = re.search(r"(?m)^    name: .+$", text)
    assert named
    assert text[: named.start()].count("\n") == NO_NAME[1] - 1
    (plan / "programs.yaml").write_text(text.replace(named[0], "    name:", 1), encoding="utf-8")


def repeated(plan: Path) -> None:
    """Two lines of money have the same name and other amounts, which may be meant."""
    line = "{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}"
    other = line.replace("100000000", "50000000")
    text = (plan / "programs.yaml").read_text("utf-8")
    assert f"    budget: [{line}]" in text
    twice = f"    budget:\n      - {line}\n      - {other}"
    overlay(plan, {"programs.yaml": text.replace(f"    budget: [{line}]", twice, 1)})


@pytest.mark.parametrize("rules", ["", "rules: {ignore: [SCH010]}", "rules: {ignore: [SCH]}",
                                   "rules: {severity: {SCH010: note}}"])  # fmt: skip
@pytest.mark.parametrize(
    "words", [(), ("--ignore", "SCH010"), ("--ignore", "SCH,YML,REF"), ("--select", "AST")]
)
def test_an_error_of_a_kind_that_mostly_warns_is_always_told(
    run: Run, minimal_plan: Path, rules: str, words: tuple[str, ...]
) -> None:
    emptied(minimal_plan)
    overlay(minimal_plan, {"smartplan.yaml": f"{MANIFEST}{rules}\n"})
    done = run("validate", "plan", *words, "--output-format", "json")
    told = [
        (finding["file"].partition("/")[2], finding["line"], finding["code"])
        for finding in json.loads(done.stdout)["findings"]
        if finding["severity"] == "error"
    ]
    assert (done.returncode, told) == (1, [NO_NAME])


def test_the_kinds_that_weigh_otherwise_at_times_say_so() -> None:
    """Whoever lets another kind's findings weigh otherwise asks here what may be set aside."""
    weights = {
        code: (kind.severity.value, kind.at_times.value)
        for code, kind in kinds().items()
        if kind.at_times
    }
    assert weights == {
        "YML023": ("warning", "error"),
        "SCH010": ("warning", "error"),
        "REF007": ("error", "warning"),
    }
    page = explain.text(kinds()["REF007"], Language.INDONESIAN)
    assert page.startswith("REF007 told-twice (kesalahan, kadang peringatan)\n")


@pytest.mark.parametrize("words", [("--ignore", "YML023"), ("--select", "PRG"), ("--ignore", "Y")])
def test_an_empty_manifest_is_always_told(
    run: Run, minimal_plan: Path, words: tuple[str, ...]
) -> None:
    overlay(minimal_plan, {"smartplan.yaml": ""})
    assert codes(run, "plan", *words) == ["YML023"]
    assert run("validate", "plan", *words).returncode == 1


def test_a_text_of_an_assertion_that_says_nothing_is_always_told(
    run: Run, minimal_plan: Path
) -> None:
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + 'assertions: [{name: A, that: ""}]\n'})
    for words in (("--select", "AST"), ("--ignore", "SCH010"), ("--ignore", "SCH")):
        assert codes(run, "plan", *words) == ["SCH010"]


def test_a_warning_of_a_kind_that_mostly_is_an_error_can_be_set_aside(
    run: Run, minimal_plan: Path
) -> None:
    repeated(minimal_plan)
    [found] = [d for d in findings(minimal_plan) if d.kind.code == "REF007"]
    assert (found.severity.value, found.location.line) == ("warning", TWICE[1])
    done = run("validate", "plan", "--ignore", "REF007")
    assert (done.returncode, done.stdout, "--ignore" in done.stderr) == (0, "", False)
    assert codes(run, "plan", "--select", "SCH") == []
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + "rules: {ignore: [REF007]}\n"})
    assert findings(minimal_plan) == []
    for weight in ("note", "error"):
        rules = f"rules: {{severity: {{REF007: {weight}}}}}\n"
        overlay(minimal_plan, {"smartplan.yaml": MANIFEST + rules})
        assert [(d.kind.code, d.severity.value) for d in findings(minimal_plan)] == [
            ("REF007", weight)
        ]
        assert codes(run, "plan", "--ignore", "REF007") == []


def test_an_error_of_that_kind_cannot(run: Run, minimal_plan: Path) -> None:
    roadmap = (minimal_plan / "roadmap.yaml").read_text("utf-8")
    line = "  - {year: 2033, amount: 1000000000, basis: proposal}\n"
    assert roadmap.endswith(line)
    overlay(minimal_plan, {"roadmap.yaml": roadmap + line})
    rules = "rules: {ignore: [REF007], severity: {REF007: note}}\n"
    overlay(minimal_plan, {"smartplan.yaml": MANIFEST + rules})
    told = [(d.kind.code, d.severity.value) for d in findings(minimal_plan)]
    assert ("REF007", "error") in told
    assert "REF007" in codes(run, "plan", "--ignore", "REF007")


@pytest.mark.parametrize(
    ("damage", "place"), [(emptied, (*NO_NAME, "error")), (repeated, (*TWICE, "warning"))]
)
@pytest.mark.parametrize("words", [(), ("--ignore", "SCH010,REF007")])
def test_what_was_found_before_is_set_aside_as_what_is_found_now(
    run: Run, minimal_plan: Path, tmp_path: Path, damage: Callable[[Path], None],
    place: tuple[str, int, str, str], words: tuple[str, ...],
) -> None:  # fmt: skip
    damage(minimal_plan)
    cached = {"SMARTPLAN_NO_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    said = [
        run("validate", "plan", *words, "--output-format", "json", **cached).stdout
        for _ in range(2)
    ]
    assert said[0] == said[1]
    assert (place[2] in said[0]) is (place[3] == "error" or not words)


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
                "`YML011`, `YML020`, `YML023`, `YML027`"
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
        ("not_started", "", "warning"),
        ("review", "", "error"),
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


def test_a_floods_last_line_weighs_what_the_heaviest_of_it_does() -> None:
    place = Location.start_of(File("programs.yaml", ""))
    warning = sch.EMPTY_VALUE.at(place, what="a")
    rest = [*Flood([warning] * (EACH + 2))][-1]
    assert (rest.count, Choice(ignore=("SCH010",)).keeps(rest)) == (2, False)
    rest = [*Flood([*[warning] * (EACH + 1), warning.as_at_times()])][-1]
    assert (rest.count, Choice(ignore=("SCH010",)).keeps(rest)) == (2, True)

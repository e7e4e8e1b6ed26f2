"""`smartplan score`: published, reckoned, supposed, and what the plan answers."""

import json
from pathlib import Path

import pytest
from conftest import EXAMPLES, MINIMAL, Run, overlay

BULELENG = EXAMPLES / "buleleng"
SCORED = """
evaluations:
  - {year: 2023, final: 2.50, sources: [S1]}
  - year: 2024
    profile: regular-2023
    sections: {baseline: 3.5, output: 2, outcome: 3, impact: 2.5, quick_win: 3}
    final: 2.75
    rank: 4
    sources: [S1]
"""


@pytest.fixture
def scored(minimal_plan: Path) -> Path:
    monev = (minimal_plan / "monev.yaml").read_text("utf-8")
    overlay(minimal_plan, {"monev.yaml": monev + SCORED})
    return minimal_plan


def test_a_round_is_taken_apart(run: Run, scored: Path) -> None:
    """0.35 + 0.4 + 0.9 + 0.5 + 0.6 = 2.75; 2.75 − 2.50 = 0.25."""
    done = run("score", str(scored))

    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.split("\n")]
    assert ["evaluasi", "2024:", "nilai", "akhir", "2,75;", "peringkat", "4", "[S1]"] in lines
    assert ["indeks", "peningkatan", "+0,25"] in lines
    assert ["Output", "20", "2", "0,4", "0,4"] in lines
    assert ["Nilai", "akhir", "100", "2,75", "1,25"] in lines
    assert [
        "1.",
        "Output:",
        "sisa",
        "0,4",
        "(nilai",
        "2",
        "dari",
        "4,",
        "bobot",
        "20",
        "%)",
    ] in lines
    assert "bukan janji nilai" in done.stdout


def test_supposing_a_section(run: Run, scored: Path) -> None:
    """Output 3.2 in place of 2: 2.75 + 20 × 1.2 / 100 = 2.99; the plan stays as it is."""
    before = (scored / "monev.yaml").read_bytes()

    words = ("--what-if", "output=3,2", "--output-format", "json")
    document = json.loads(run("score", str(scored), *words).stdout)

    assert document["final"] == 2.99
    assert document["evaluation"]["final"] == 2.75
    supposed = [one["section"] for one in document["sections"] if one["what_if"]]
    assert supposed == ["output"]
    assert document["cheapest"][0] == "outcome"  # 30 × 1 = 30; impact 20 × 1.5 = 30; output 16
    assert (scored / "monev.yaml").read_bytes() == before


def test_another_profile(run: Run, scored: Path) -> None:
    """KPPN and IKN 2022: 0.35 + 0.4 + 0.9 + 0.25 + 0.9 = 2.8."""
    words = ("--profile", "kppn-ikn-2022", "--output-format", "json")

    document = json.loads(run("score", str(scored), *words).stdout)

    assert (document["profile"], document["final"]) == ("kppn-ikn-2022", 2.8)


def test_what_was_published_of_buleleng(run: Run) -> None:
    document = json.loads(run("score", str(BULELENG), "--output-format", "json").stdout)

    assert document["evaluation"]["final"] == 3.06
    assert document["evaluation"]["rank"] == 6
    assert (document["final"], document["between"], document["cheapest"]) == (None, None, [])
    assert document["profile_stands_in"] is True


def test_a_plan_without_evaluation_has_items_and_supposing(run: Run) -> None:
    words = ("--what-if", "baseline=4", "--what-if", "output=2")

    done = run("score", str(MINIMAL), *words, "--lang", "en")

    assert "no result of an evaluation yet" in done.stdout
    assert "leave the final score between 0.8 and 3.6" in done.stdout
    assert "promises no score" in done.stdout


def test_a_year_without_a_round(run: Run, scored: Path) -> None:
    done = run("score", str(scored), "--year", "2022", "--output-format", "json")

    document = json.loads(done.stdout)
    assert (document["evaluation"], document["instrument"]) == (None, 2022)
    items = [one["item"] for one in document["items"]]
    assert {"impact-continued", "impact-new"} <= set(items)


def test_items_are_worth_their_part_of_the_section(run: Run, scored: Path) -> None:
    """Output weighs 20 and has seven items: 20 × 4 / 100 / 7 = 0.114286."""
    document = json.loads(run("score", str(scored), "--output-format", "json").stdout)

    worth = {one["item"]: one["worth"] for one in document["items"]}
    assert worth["output-other-funds"] == 0.114286
    assert worth["baseline-legal"] == 0.08  # 10 × 4 / 100 / 5
    assert not [item for item in worth if item.startswith("collaboration")]


def test_markdown_escapes_and_ends_with_the_caution(run: Run, scored: Path) -> None:
    done = run("score", str(scored), "--output-format", "markdown")

    assert "| Output | 20 | 2 | 0,4 | 0,4 |" in done.stdout
    assert "\\`budget\\`" in done.stdout
    assert done.stdout.split("\n")[-2].startswith("Perhitungan ini bukan janji nilai")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--profile", "regular-2024"), "regular-2023"),
        (("--what-if", "outptu=3"), "`output`"),
        (("--what-if", "output=4.1"), "0 sampai 4"),
        (("--what-if", "output=-1"), "0 sampai 4"),
        (("--what-if", "output=nan"), "0 sampai 4"),
        (("--what-if", "output"), "output=3.2"),
        (("--what-if", "collaboration=3", "--profile", "regular-2023"), "`baseline`"),
        (("--year", "3000"), "--year"),
    ],
)
def test_a_wrong_call_names_what_was_meant(run: Run, words: tuple[str, ...], hint: str) -> None:
    done = run("score", str(MINIMAL), *words)

    assert done.returncode == 2
    assert hint in done.stderr
    assert done.stdout == ""

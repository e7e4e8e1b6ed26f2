"""The findings of the example plans: each expected, each with a word why it is true.

`pytest tests/test_examples.py --golden` rewrites the lists and keeps the words; a line that is new
takes the word of its code's other lines, or asks for one, and the test fails until it is written.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import EXAMPLES, Golden, findings

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.figures import budget
from smartplan.load import load

NAMES = ("bangli", "buleleng")
WANTING = "ALASAN BELUM DITULIS"
HEAD = """\
# Temuan yang diharapkan pada rencana contoh ini: bobot, kode, letak, dan mengapa temuan itu benar.
# Tidak satu pun dikecualikan. Daftar ini dibandingkan persis oleh tests/test_examples.py.
"""
LINE = re.compile(r"(?P<finding>(?:error|warning|note) +[A-Z]{3}[0-9]{3} \S+) +# (?P<why>.+)")


def listed(name: str) -> Path:
    return EXAMPLES / name / "expected-findings.txt"


def told(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity.value:7} {diagnostic.kind.code} {diagnostic.subject}"


def reasons(path: Path) -> dict[str, str]:
    """The word that stands behind each listed finding."""
    text = path.read_text("utf-8") if path.exists() else ""
    return {
        match["finding"]: match["why"] for match in map(LINE.fullmatch, text.split("\n")) if match
    }


def written(found: list[str], known: dict[str, str]) -> str:
    """The list as it should stand, by code, with the words already known."""
    usual: dict[str, Counter[str]] = {}
    for line, why in known.items():
        usual.setdefault(line.split()[1], Counter())[why] += 1
    wide = max(map(len, found), default=0)
    lines = []
    for line in sorted(found, key=lambda line: (line.split()[1:], line)):
        words = usual.get(line.split()[1], Counter()).most_common(1)
        why = known.get(line) or (words[0][0] if words else WANTING)
        lines.append(f"{line:{wide}}  # {why}")
    return HEAD + "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_those_expected(name: str, golden: Golden) -> None:
    found = sorted(told(diagnostic) for diagnostic in findings(EXAMPLES / name))

    text = written(found, reasons(listed(name)))
    assert text == golden(listed(name), text)


@pytest.mark.parametrize("name", NAMES)
def test_every_expected_finding_says_why_it_is_true(name: str) -> None:
    lines = listed(name).read_text("utf-8").removeprefix(HEAD).splitlines()

    assert [line for line in lines if not LINE.fullmatch(line) or WANTING in line] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_no_error_and_silences_nothing(name: str) -> None:
    folder = EXAMPLES / name
    plan = load(folder).plan
    assert plan is not None
    rules = plan.manifest.rules

    assert [told(d) for d in findings(folder) if d.severity is Severity.ERROR] == []
    assert rules is None or not (rules.ignore or rules.severity)
    assert not (folder / "waivers.yaml").exists()


def test_an_unexpected_finding_and_one_that_is_gone_are_seen(tmp_path: Path) -> None:
    known = {"warning PRG011 programs/portal/id": "anggarannya tidak diumumkan"}

    grown = written(["warning PRG011 programs/loket/id", "note    REA011 inventory/x/id"], known)

    assert "programs/portal" not in grown
    assert "programs/loket/id  # anggarannya tidak diumumkan" in grown
    assert re.search(rf"REA011 inventory/x/id +# {WANTING}", grown)


@pytest.mark.parametrize(("name", "programs"), [("bangli", 44), ("buleleng", 48)])
def test_an_example_holds_all_programs_and_all_stages(name: str, programs: int) -> None:
    plan = load(EXAMPLES / name).plan
    assert plan is not None

    assert len(plan.programs.programs) == programs
    assert len(plan.files) == 11


def test_bangli_adds_up_no_money_from_before_its_years() -> None:
    """Its sources tell what was meant from 2018 to 2024; for 2025 to 2034 none tells an amount."""
    plan = load(EXAMPLES / "bangli").plan
    assert plan is not None

    assert [budget.total_money(plan, kind) for kind in budget.KINDS] == [0, 0, 0]
    assert [budget.money_of_quick_wins(plan, kind) for kind in budget.KINDS] == [0, 0, 0]
    assert budget.years_outside_period(plan) == (2018, 2019, 2020, 2022, 2023, 2024)
    lines = [entry.line for entry in budget.background_entries(plan)]
    assert sum(line.amount for line in lines if line.fund == "unstated") == 23_970_000_000
    assert sum(line.amount for line in lines if line.fund != "unstated") == 15_968_978_000


def test_what_ended_in_bangli_is_no_milestone_reached() -> None:
    plan = load(EXAMPLES / "bangli").plan
    assert plan is not None
    wifi = next(program for program in plan.programs.programs if program.id == "wifi-publik")
    reached = [one for one in plan.roadmap.milestones if one.state == "done"]

    assert wifi.progress[-1].state == "stopped"
    assert "wifi-publik" not in {milestone.program for milestone in reached}
    assert all(milestone.sources and milestone.evidence for milestone in reached)

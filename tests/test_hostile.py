"""Plans made to wear the program out: told, in little time and little memory, by a process."""

import os
import subprocess
import sys
from itertools import islice, permutations
from pathlib import Path

import pytest
from conftest import MINIMAL
from pace import PER_SECOND, piece_of_work

from smartplan.source import MAX_BYTES

SECONDS, MEBIBYTES = 2, 300
"""What is promised, with all that starts the program."""
TRIES = 3
"""How often a case may be too slow: another process may be in the way of one run."""

MANIFEST = (MINIMAL / "smartplan.yaml").read_text("utf-8")


def _tangle() -> str:
    """Programs that all wait for all: more circles than anyone could tell."""
    waits = ",".join(f"p{number}" for number in range(300))
    item = "- {{id: p{0}, name: N{0}, dimension: governance, depends_on: [{1}]}}\n"
    return "programs:\n" + "".join(item.format(number, waits) for number in range(300))


def _ring() -> str:
    """One circle of thousands."""
    item = "- {{id: p{0}, name: N{0}, dimension: governance, depends_on: [p{1}]}}\n"
    return "programs:\n" + "".join(item.format(n, (n + 1) % 7000) for n in range(7000))


_BUDGET = "programs:\n- id: p\n  name: n\n  dimension: governance\n  budget:\n"
_MONEY = "  - {{year: 2025, amount: {}, fund: apbd, kind: planned, note: {}}}\n"


_SYLLABLES = ("ba", "di", "ko", "lu", "me", "na", "pi", "ra", "si", "to")


def _word(number: int) -> str:
    """A word of Latin letters for a number of three digits."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number % 1000:03}")


def _alike() -> str:
    """Programs whose names begin with one word, as those of applications do."""
    item = "- {{id: a{0}, name: Aplikasi {1} {2} {3}, dimension: governance}}\n"
    return "programs:\n" + "".join(
        item.format(n, _word(n), _word(n * 37), _word(n * n * 11)) for n in range(8_000)
    )


def _anagrams() -> str:
    """Programs with names of the same eight words, each in an order of its own."""
    item = "- {{id: a{0}, name: {1}, dimension: governance}}\n"
    orders = islice(permutations(map(_word, range(123, 923, 100))), 6_000)
    return "programs:\n" + "".join(item.format(*pair) for pair in enumerate(map(" ".join, orders)))


def _many(head: str, item: str, count: int) -> str:
    return f"{head}\n" + "".join(item.format(number) for number in range(count))


_WAIVER = "- {{code: PLN001, item: p{0}, reason: a b c, owner: x, until: 2030-01-01}}\n"
_PROGRAM = "- {{id: p{0}, name: n, dimension: governance}}\n"
_PHASE = "- {{id: f{0}, name: n, horizon: medium, start: 2024, end: 2033}}\n"
_MILESTONE = "- {{id: m{0}, program: p{0}, phase: f{0}, due: 2026, text: t}}\n"
_BODY = "- {{id: b{0}, kind: council, name: n}}\n"
_MEETING = "- {{date: 2024-03-10, body: b{0}, topic: t}}\n"
_INDICATOR = "{{id: k, name: Nama, level: outcome, unit: jiwa, formula: rising}}\n"
_TWICE = (
    "profile:\n- id: a\n  name: Nama\n  topic: t\n  unit: jiwa\n  values:",
    "  - {{year: 2024, value: {0}}}\n",
)


_SHORT = "count(programs where dimension = economy) >= {0}"
_LONG = (
    "sum(programs.budget where year = 2025 and fund = apbd) < {0} and any(programs with risks)"
    " and all(indicators have owner) or count(milestones where due < plan.as_of) > 5"
)


def _assertions(count: int, that: str) -> str:
    item = f'- {{{{name: a{{0}}, that: "{that}"}}}}\n'
    return f"{MANIFEST}assertions:\n" + "".join(item.format(number) for number in range(count))


HOSTILE = {
    "tangle": ("programs.yaml", _tangle(), "PRG001"),
    "ring": ("programs.yaml", _ring(), "PRG001"),
    "one line of money": ("programs.yaml", _BUDGET + _MONEY.format(5, "a") * 7_500, "REF007"),
    "lines of money": (
        "programs.yaml",
        _BUDGET + "".join(_MONEY.format(number, number) for number in range(7_500)),
        "PLN001",
    ),
    "ignored": ("smartplan.yaml", f"{MANIFEST}rules: {{ignore: [{'XX1,' * 90_000}]}}\n", "SCH024"),
    "alike": ("programs.yaml", _alike(), "PRG011"),
    "anagrams": ("programs.yaml", _anagrams(), "PRG011"),
    "commas": ("monev.yaml", "indicators:\n" + "- {a: I,5}\n" * 5_000, "YML025"),
    "apostrophe": ("monev.yaml", f"indicators:\n- id: '{'a' * 60_000}' b\n", "YML001"),
    "word before a colon": ("monev.yaml", f"indicators: {{{'a' * 60_000} @ b: c}}\n", None),
    "capitals": (
        "theory.yaml",
        "terms:\n- {term: a, meaning: b}\nconcepts:\n"
        + f"- {{id: a, name: a, summary: {'A' * 19_000}a}}\n" * 50,
        "REF003",
    ),
    "scores": (
        "monev.yaml",
        _many("evaluations:\n- year: 2023\n  sections:", "    k{0}: 3\n", 40_000),
        "MON014",
    ),
    "waivers": ("waivers.yaml", _many("waivers:", _WAIVER, 4_000), None),
    "waivers of nothing": (
        "waivers.yaml",
        _many("waivers:", _WAIVER.replace("PLN001", "PLX{0}"), 4_000),
        "WAI004",
    ),
    "ceilings": (
        "roadmap.yaml",
        _many("ceilings:", "- {{year: 2025, amount: {0}}}\n", 4_000),
        None,
    ),
    "phases": (
        "roadmap.yaml",
        _many("phases:", _PHASE, 3_000) + _many("milestones:", _MILESTONE, 3_000),
        "REF001",
    ),
    "meetings": (
        "team.yaml",
        _many("bodies:", _BODY, 4_000) + _many("meetings:", _MEETING, 4_000),
        "TEA003",
    ),
    "one fact": ("readiness.yaml", _many(*_TWICE, 4_000), None),
    "indicators of one id": (
        "monev.yaml",
        _many("indicators:", f"- {_INDICATOR}", 3_000)
        + _many("realisations:", "- {{indicator: k, period: 2024, value: {0}}}\n", 4_000),
        "REF003",
    ),
    "assertions": ("smartplan.yaml", _assertions(5_000, _SHORT), "AST001"),
    "long assertions": ("smartplan.yaml", _assertions(3_000, _LONG), "AST007"),
    "amounts": (
        "roadmap.yaml",
        "ceilings:\n" + "- {year: 2025, amount: 999999999999999999999}\n" * 15_000,
        "SCH005",
    ),
    "digits": ("roadmap.yaml", f"ceilings:\n- {{year: 2025, amount: {'9' * 1_000_000}}}\n", None),
    "wrong items": ("theory.yaml", "terms:\n" + "- x\n" * 90_000, "SCH003"),
    "cut texts": ("theory.yaml", "terms:\n" + "- x #y\n" * 90_000, "YML020"),
    "one text": ("theory.yaml", f"terms:\n- term: {'x ' * 500_000}", "SCH011"),
    "tabs": ("theory.yaml", "\t" * MAX_BYTES, None),
    "strange keys of an item": (
        "programs.yaml",
        "programs:\n- id: a\n" + "".join(f"  k{number}: 1\n" for number in range(40_000)),
        "SCH001",
    ),
    "keys without value": (
        "theory.yaml",
        "# \N{SMILING FACE WITH SUNGLASSES}\n" + "".join(f"k{n}:     \n" for n in range(49_000)),
        "SCH025",
    ),
    "strange keys": ("theory.yaml", "".join(f"k{n}: 1\n" for n in range(49_000)), "SCH025"),
}


BESIDE = {
    "waivers": {"programs.yaml": _many("programs:", _PROGRAM, 4_000)},
    "ceilings": {
        "programs.yaml": _BUDGET + "".join(_MONEY.format(number, number) for number in range(4_000))
    },
    "phases": {"programs.yaml": _many("programs:", _PROGRAM, 3_000)},
    "one fact": {
        "monev.yaml": f"indicators:\n- {_INDICATOR.format()}"
        + _many("realisations:", "- {{indicator: k, period: 2024, value: -{0}}}\n", 4_000)
    },
}
"""What stands in other files of the plan, where two of them have to meet."""


def _run(plan: Path, *more: str) -> tuple[int, str, float]:
    """How `validate` ends within its memory, what it says, and the CPU seconds it takes."""
    limited = ["/bin/sh", "-c", 'ulimit -d "$0" && exec "$@"', str(MEBIBYTES * 1024)]
    words = [sys.executable, "-I", "-m", "smartplan", "validate", str(plan), "--no-cache", *more]
    with (plan.parent / "said").open("wb") as said:
        process = subprocess.Popen([*limited, *words], stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    output = (plan.parent / "said").read_text("utf-8")
    return process.returncode, output, used.ru_utime + used.ru_stime


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited otherwise elsewhere")
@pytest.mark.parametrize("words", [(), ("--output-format", "json")], ids=["full", "json"])
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_costs_little(case: str, words: tuple[str, ...], minimal_plan: Path) -> None:
    name, text, code = HOSTILE[case]
    for file, content in {**BESIDE.get(case, {}), name: text}.items():
        assert len(content.encode()) <= MAX_BYTES
        (minimal_plan / file).write_text(content, encoding="utf-8")
    pieces = []
    for _ in range(TRIES):
        around = [piece_of_work() for _ in range(5)]
        ended, output, seconds = _run(minimal_plan, *words)
        assert ended in (0, 1), output[-2000:]
        assert "Traceback" not in output
        assert code is None or code in output
        pieces.append(seconds / max(*around, *(piece_of_work() for _ in range(5))))
        if seconds <= SECONDS or pieces[-1] <= SECONDS * PER_SECOND:
            return
    pytest.fail(f"{min(pieces):.0f} pieces of work")

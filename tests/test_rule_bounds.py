"""Where rules begin to object: the last value that is fine and the first that is not."""

from pathlib import Path

import pytest
from conftest import change, findings

PROGRAM = "budget: [{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}]"
RISK = """likelihood: 2, impact: 3,
         mitigation: Sosialisasi berkala., owner: kominfo"""
LINE = "{{year: {}, amount: {}, fund: apbd, kind: planned, basis: proposal}}"


def money(first: int, second: int) -> str:
    return f"budget: [{LINE.format(2024, first)}, {LINE.format(2025, second)}]"


@pytest.mark.parametrize(
    ("code", "file", "before", "fine", "wrong"),
    [
        ("PRG012", "programs.yaml", PROGRAM,
         PROGRAM.replace("100000000", "0"), PROGRAM.replace("100000000", "-1")),
        ("PRG027", "programs.yaml", PROGRAM,
         money(100_000_000, 500_000_000), money(100_000_000, 500_000_001)),
        ("PRG004", "programs.yaml", "start: 2024-01-02\n      end: 2024-12-20",
         "start: 2024-01-02\n      end: 2025-01-01", "start: 2024-01-02\n      end: 2025-01-02"),
        ("PRG022", "programs.yaml", "start: 2024-01-02\n      end: 2024-12-20",
         "start: 2024-01-02\n      end: 2024-12-31", "start: 2023-12-31\n      end: 2024-12-20"),
        ("PRG017", "programs.yaml", RISK, "likelihood: 3, impact: 4", "likelihood: 3, impact: 5"),
        ("TEA006", "team.yaml", "start: 2023-06-05\n    end: 2023-06-06",
         "start: 2023-06-05\n    end: 2023-06-05", "start: 2023-06-05\n    end: 2023-06-04"),
        ("TEA011", "team.yaml", "date: 2025-03-10", "date: 2024-07-01", "date: 2024-06-30"),
        ("ROA009", "roadmap.yaml", "ceilings:\n  - {year: 2024",
         "ceilings:\n  - {year: 2024", "ceilings:\n  - {year: 2023"),
    ],
)  # fmt: skip
def test_a_rule_objects_just_past_its_bound(
    code: str, file: str, before: str, fine: str, wrong: str, minimal_plan: Path
) -> None:
    change(minimal_plan, file, before, fine)
    assert code not in {d.kind.code for d in findings(minimal_plan)}
    change(minimal_plan, file, fine, wrong)
    assert code in {d.kind.code for d in findings(minimal_plan)}

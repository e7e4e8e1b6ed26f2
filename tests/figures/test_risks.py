"""Risks: order, height, matrix."""

import pytest

from smartplan.figures import risks
from smartplan.plan import Plan

PROGRAMS = """
programs:
  - id: loket
    name: Loket
    dimension: governance
    quick_win: {end: 2024}
    risks:
      - {id: a, text: Kecil, likelihood: 2, impact: 3, mitigation: Dijaga., owner: kominfo}
      - {id: b, text: Besar, likelihood: 3, impact: 5}
  - id: pasar
    name: Pasar
    dimension: economy
    quick_win: {end: 2024}
    risks: []
  - id: taman
    name: Taman
    dimension: branding
    risks:
      - {id: c, text: Hampir, likelihood: 2, impact: 3, mitigation: Dijaga.}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(programs=PROGRAMS)


def test_the_gravest_come_first(plan):
    assert [(one.risk.id, one.score) for one in risks.risks(plan)] == [
        ("b", 15),
        ("a", 6),
        ("c", 6),
    ]


def test_fifteen_is_high(plan):
    assert [one.risk.id for one in risks.high_risks(plan)] == ["b"]


def test_what_is_missing(plan):
    assert [one.risk.id for one in risks.risks_without_mitigation(plan)] == ["b"]
    assert [one.risk.id for one in risks.risks_without_owner(plan)] == ["b", "c"]
    assert [program.id for program in risks.quick_wins_without_risk(plan)] == ["pasar"]


def test_matrix_counts_each_field_with_the_likeliest_on_top(plan):
    rows = [[cell.text for cell in row] for row in risks.risk_matrix_table(plan).rows]

    assert rows == [
        ["5", "0", "0", "0", "0", "0"],
        ["4", "0", "0", "0", "0", "0"],
        ["3", "0", "0", "0", "0", "1"],
        ["2", "0", "0", "2", "0", "0"],
        ["1", "0", "0", "0", "0", "0"],
    ]


def test_no_risks_no_matrix(written):
    assert not risks.risk_matrix_table(written()).rows

"""What hangs on an item, worked out by hand."""

import pytest

from smartplan.figures.budget import money_by_agency
from smartplan.figures.impact import YearOfMoney, impact
from smartplan.plan import Plan

TEAM = """
agencies: [{id: dinas, name: Dinas}, {id: badan, name: Badan}]
bodies:
  - id: dewan
    kind: council
    name: Dewan
    members: [{office: Kepala, agency: dinas, sector: government, role: chair}]
working_groups: [{dimension: living, coordinator: dinas}]
"""
VISION = """
missions: [{id: m, text: Misi}]
goals: [{id: t, mission: m, text: Tujuan}]
objectives: [{id: s, goal: t, dimension: living, text: Sasaran}]
"""
PROGRAMS = """
programs:
  - id: a
    name: A
    dimension: living
    objectives: [s]
    lead: dinas
    budget:
      - {year: 2025, amount: 10, fund: apbd, kind: planned}
      - {year: 2025, amount: 3, fund: csr, kind: planned}
      - {year: 2024, amount: 4, fund: apbd, kind: realised}
    risks: [{id: r, text: Risiko, likelihood: 1, impact: 1}]
  - id: b
    name: B
    dimension: living
    lead: badan
    support: [dinas]
    depends_on: [a, c]
    budget: [{year: 2025, amount: 100, fund: apbd, kind: planned}]
  - {id: c, name: C, dimension: living, depends_on: [b]}
"""
ROADMAP = "milestones: [{id: n, program: b, due: 2025, text: Tonggak}]"
MONEV = """
indicators:
  - {id: i, name: I, level: output, measures: [a], unit: titik, formula: rising, owner: badan}
realisations: [{indicator: i, period: 2024, value: 1}]
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(team=TEAM, vision=VISION, programs=PROGRAMS, roadmap=ROADMAP, monev=MONEV)


def ways(plan, kind, id_):
    found = impact(plan, plan.find(kind, id_))
    return {use.end.key: [hop.key for hop in use.path[:-1]] + [use.end.field] for use in found.uses}


def test_a_mission_carries_all_below_it(plan):
    assert ways(plan, "mission", "m") == {
        "goal:t": ["mission"],
        "objective:s": ["goal:t", "goal"],
        "program:a": ["goal:t", "objective:s", "objectives"],
        "risk:r": ["goal:t", "objective:s", "program:a", "risks"],
        "program:b": ["goal:t", "objective:s", "program:a", "depends_on"],
        "indicator:i": ["goal:t", "objective:s", "program:a", "measures"],
        "program:c": ["goal:t", "objective:s", "program:a", "program:b", "depends_on"],
        "milestone:n": ["goal:t", "objective:s", "program:a", "program:b", "program"],
        "monev:realisations/i+2024": [
            "goal:t", "objective:s", "program:a", "indicator:i", "indicator",
        ],
    }  # fmt: skip


def test_circles_end(plan):
    assert set(ways(plan, "program", "c")) == {"program:b", "milestone:n"}


def test_money_by_year_with_the_kinds_apart(plan):
    found = impact(plan, plan.find("program", "a"))

    assert found.money == (
        YearOfMoney(2024, "realised", 4, 0),
        YearOfMoney(2025, "planned", 13, 100),
    )


def test_an_agency_has_directly_what_it_leads(plan):
    found = impact(plan, plan.find("agency", "dinas"))

    direct = sum(one.direct for one in found.money if one.kind == "planned")
    assert direct == money_by_agency(plan, "planned")["dinas"] == 13
    assert YearOfMoney(2025, "planned", 13, 100) in found.money
    assert "body:dewan" in ways(plan, "agency", "dinas")
    assert "team:working_groups/living" in ways(plan, "agency", "dinas")


def test_a_fund_has_its_own_lines(plan):
    found = impact(plan, plan.find("fund", "csr"))

    assert found.money == (YearOfMoney(2025, "planned", 3, 0),)
    assert ways(plan, "fund", "csr")["program:a"] == ["budget: fund"]


def test_what_nothing_names(plan):
    found = impact(plan, plan.find("milestone", "n"))
    assert (found.uses, found.money) == ((), ())

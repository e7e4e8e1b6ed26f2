"""Money: kinds, years, funds, ceilings."""

from decimal import Decimal

import pytest

from smartplan.figures import budget
from smartplan.plan import Plan

PROGRAMS = """
programs:
  - id: pasar
    name: Retribusi pasar
    dimension: economy
    lead: pasar-jaya
    budget:
      - {year: 2024, amount: 160000000, fund: apbd, kind: planned}
      - {year: 2025, amount: 40000000, fund: csr, kind: planned, qualifier: about}
      - {year: 2024, amount: 150000000, fund: apbd, kind: realised}
  - id: loket
    name: Loket daring
    dimension: governance
    quick_win: {end: 2024-12}
    budget:
      - {year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}
      - {year: 2026, amount: 9000000000, fund: unstated, kind: estimate}
      - {year: 2023, amount: 500000000, fund: bkk, kind: planned, qualifier: about}
      - {year: 2019, amount: 70000000, fund: apbd, kind: realised}
  - id: taman
    name: Taman kota
    dimension: branding
"""
ROADMAP = """
ceilings:
  - {year: 2024, amount: 250000000}
  - {year: 2024, fund: apbd, amount: 260000000}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(programs=PROGRAMS, roadmap=ROADMAP)


def test_kinds_of_money_are_never_mixed(plan):
    assert budget.total_planned(plan) == 300_000_000
    assert budget.total_realised(plan) == 150_000_000
    assert budget.total_estimated(plan) == 9_000_000_000


def test_money_from_outside_the_plans_years_is_background_and_never_in_a_sum(plan):
    counter = plan.programs.programs[1]

    assert [e.line.amount for e in budget.background_entries(plan)] == [70_000_000, 500_000_000]
    assert budget.years_outside_period(plan) == (2019, 2023)
    assert budget.money_of(plan, counter, "realised") is None
    assert budget.background_money_text(plan, counter) == (
        "Rp70.000.000 (realisasi, 2019), sekitar Rp500.000.000 (rencana, 2023)"
    )
    assert budget.background_money_text(plan, plan.programs.programs[0]) == ""
    assert [[cell.text for cell in row] for row in budget.background_money_table(plan).rows] == [
        ["Loket daring", "2019", "APBD", "realisasi", "Rp70.000.000"],
        [
            "Loket daring",
            "2023",
            "Bantuan Keuangan Khusus (BKK) Provinsi",
            "rencana",
            "sekitar Rp500.000.000",
        ],
    ]


def test_a_year_that_is_asked_for_is_told_wherever_it_lies(plan):
    assert budget.total_money(plan, "planned", year=2023) == 500_000_000
    assert budget.total_money(plan, "planned", year=2024) == 260_000_000


def test_of_money_without_a_fund_nobody_says_whose_it_is(plan):
    assert budget.money_by_fund(plan, "estimate") == {"unstated": 9_000_000_000}
    assert "unstated" not in {*budget.regional_funds(plan), *budget.funds_beyond(plan)}
    assert set(budget.regional_funds(plan)) == {"apbd"}
    assert {"apbn", "dak", "bkk", "csr", "grant"} < set(budget.funds_beyond(plan))


def test_programs_without_money_in_the_plans_years(plan, written):
    assert [p.id for p in budget.programs_without_money(plan)] == ["taman"]

    before = written(programs=PROGRAMS.replace("year: 2024", "year: 2022"))

    assert [p.id for p in budget.programs_without_money(before)] == ["taman"]
    assert budget.programs_with_money(before, "planned") == (before.programs.programs[0],)


def test_planned_money_by_year_is_in_order(plan):
    assert list(budget.planned_by_year(plan).items()) == [(2024, 260_000_000), (2025, 40_000_000)]


def test_money_by_fund_dimension_and_agency(plan):
    assert budget.money_by_fund(plan, "planned") == {"apbd": 260_000_000, "csr": 40_000_000}
    assert list(budget.money_by_dimension(plan, "planned").items()) == [
        ("governance", 100_000_000),
        ("economy", 200_000_000),
    ]
    assert list(budget.money_by_agency(plan, "planned").items()) == [
        ("pasar-jaya", 200_000_000),
        (None, 100_000_000),
    ]


def test_share_of_the_regional_budget(plan):
    assert budget.regional_share(plan, "planned") == Decimal("86.7")
    assert budget.regional_share(plan, "estimate") == Decimal(0)


def test_share_of_no_money_is_unknown(written):
    assert budget.regional_share(written(), "planned") is None


def test_a_program_without_a_kind_of_money_has_none_of_it_rather_than_zero(plan):
    market, counter, park = plan.programs.programs

    assert budget.money_of(plan, market, "planned") == 200_000_000
    assert budget.money_of(plan, counter, "realised") is None
    assert budget.money_of(plan, park, "planned") is None


def test_money_of_quick_wins(plan):
    assert budget.money_of_quick_wins(plan, "planned") == 100_000_000


def test_ceilings_hold_all_funds_or_one(plan):
    every, regional = budget.ceiling_uses(plan)

    assert (every.planned, every.remaining, every.exceeded) == (260_000_000, -10_000_000, True)
    assert (regional.planned, regional.remaining) == (260_000_000, 0)
    assert not regional.exceeded
    assert [(p.id, amount) for p, amount in every.programs] == [
        ("pasar", 160_000_000),
        ("loket", 100_000_000),
    ]


def test_planned_years_without_ceiling(plan):
    assert budget.years_without_ceiling(plan) == (2025,)


def test_inexact_amounts(plan):
    assert [entry.line.amount for entry in budget.inexact_entries(plan)] == [40_000_000]


def test_year_table_keeps_kinds_apart_and_marks_sums_with_a_proposal(plan):
    table = budget.money_year_table(plan)

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2024", "Rp260.000.000", "–", "Rp150.000.000"],
        ["2025", "Rp40.000.000", "–", "–"],
        ["2026", "–", "Rp9.000.000.000", "–"],
    ]
    assert table.total is not None
    assert [cell.text for cell in table.total] == [
        "Jumlah",
        "Rp300.000.000",
        "Rp9.000.000.000",
        "Rp150.000.000",
    ]
    assert [row[1].basis for row in table.rows] == ["proposal", None, None]


def test_every_line_carries_its_caution(plan):
    rows = budget.money_line_table(plan, "economy").rows

    assert [(row[1].text, row[4].text) for row in rows] == [
        ("2024", "Rp160.000.000"),
        ("2024", "Rp150.000.000"),
        ("2025", "sekitar Rp40.000.000"),
    ]


def test_money_in_words(plan):
    market, _, park = plan.programs.programs

    assert budget.money_text(plan, market) == "Rp200.000.000 (rencana), Rp150.000.000 (realisasi)"
    assert budget.money_text(plan, park) == ""


def test_tables_of_a_plan_without_money_are_empty(written):
    plan = written()

    assert not budget.money_year_table(plan).rows
    assert not budget.money_fund_table(plan).rows
    assert not budget.money_dimension_table(plan).rows
    assert not budget.money_agency_table(plan).rows
    assert not budget.ceiling_table(plan).rows

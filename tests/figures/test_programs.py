"""Programs: states, coverage, what is missing."""

import pytest

from smartplan.figures import programs
from smartplan.plan import Plan

PROGRAMS = """
programs:
  - id: pasar
    name: Pasar
    dimension: economy
    sub_dimension: transaction
    horizon: medium
    family: application
    lead: bpkpd
    start: 2024
    end: 2026
    progress:
      - {year: 2025-08, state: done}
      - {year: 2024, state: running, percent: 40}
      - {year: 2023-12-01, state: planned}
  - id: loket
    name: Loket
    dimension: governance
    sub_dimension: public_service
    horizon: short
    lead: bpkpd
    quick_win: {start: 2024-02, end: 2024-12, percent: 70}
  - id: taman
    name: Taman
    dimension: branding
    sub_dimension: energy
    start: 2025
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(programs=PROGRAMS)


def test_programs_come_in_the_order_of_the_dimensions(plan):
    assert [p.id for p in programs.programs_of(plan)] == ["loket", "taman", "pasar"]
    assert [p.id for p in programs.programs_of(plan, lead="bpkpd", horizon="short")] == ["loket"]


def test_the_state_is_the_last_reported_by_the_reporting_date(plan):
    """The plan reports as of 30 June 2025, so August is still to come."""
    market, counter, _ = plan.programs.programs

    assert programs.state_of(plan, market) == "running"
    assert programs.state_of(plan, counter) == programs.UNREPORTED
    assert programs.programs_by_state(plan) == {"running": 1, "unreported": 2}


def test_coverage_counts_only_sub_dimensions_of_the_same_dimension(plan):
    served = [slot.sub_dimension.id for slot in programs.coverage(plan) if slot.programs]

    assert served == ["public_service", "transaction"]
    assert len(programs.coverage(plan)) == 18
    assert len(programs.uncovered_sub_dimensions(plan)) == 16
    assert [p.id for p in programs.programs_outside_sub_dimensions(plan, "branding")] == ["taman"]


def test_what_is_missing(plan):
    assert [p.id for p in programs.programs_without_lead(plan)] == ["taman"]
    assert [p.id for p in programs.programs_without_horizon(plan)] == ["taman"]
    assert [p.id for p in programs.programs_without_family(plan)] == ["loket", "taman"]
    assert [d.id for d in programs.dimensions_without_program(plan)] == [
        "living",
        "society",
        "environment",
    ]
    assert len(programs.dimensions_without_quick_win(plan)) == 5


def test_counts_by_dimension_and_horizon(plan):
    table = programs.program_count_table(plan)

    assert [[cell.text for cell in row] for row in table.rows][:3] == [
        ["Smart Governance", "1", "0", "0", "0", "1"],
        ["Smart Branding", "0", "0", "0", "1", "1"],
        ["Smart Economy", "0", "1", "0", "0", "1"],
    ]
    assert table.total is not None
    assert [cell.text for cell in table.total] == ["Jumlah", "1", "1", "0", "1", "3"]


def test_years_in_a_sentence(plan):
    market, counter, park = plan.programs.programs

    assert programs.program_years_text(plan, market) == "berlangsung pada 2024–2026"
    assert programs.program_years_text(plan, counter) == ""
    assert programs.program_years_text(plan, park) == "dimulai pada 2025"


def test_a_program_that_ran_before_the_plan_is_said_to_be_continued(written):
    plan = written(
        programs="""
programs:
  - id: old
    name: A
    dimension: governance
    start: 2024
    progress: [{year: 2019-10, state: running, sources: [S1]}]
  - id: undated
    name: B
    dimension: governance
    progress: [{year: 2023, state: done, sources: [S1]}, {year: 2024, state: stopped}]
  - id: drawn
    name: C
    dimension: governance
    start: 2024
    progress: [{year: 2023, state: planned}, {year: 2024, state: running}]
"""
    )

    assert [programs.program_time(plan, program) for program in plan.programs.programs] == [
        "lanjutan, dalam rencana mulai 2024",
        "sebelum masa rencana",
        "mulai 2024",
    ]
    assert [programs.program_years_text(plan, program) for program in plan.programs.programs] == [
        "dilanjutkan mulai 2024",
        "",
        "dimulai pada 2024",
    ]


def test_card_of_a_quick_win_leaves_out_what_nobody_said(plan):
    card = programs.quick_win_card(plan, plan.programs.programs[1])

    assert [[cell.text for cell in row] for row in card.rows] == [
        ["Quick win", "Loket"],
        ["Dimensi", "Smart Governance"],
        ["Subdimensi", "Layanan Publik"],
        ["Penanggung jawab", "bpkpd"],
        ["Waktu", "Februari 2024 sampai Desember 2024"],
        ["Kemajuan", "70 %"],
    ]


def test_leads_the_busiest_first(plan):
    assert programs.lead_agencies(plan) == ("bpkpd",)


def test_no_programs_no_rows(written):
    plan = written()

    assert not programs.program_count_table(plan).rows
    assert not programs.state_table(plan).rows
    assert not programs.coverage_table(plan).rows
    assert not programs.lead_table(plan).rows

"""Documents above, objectives and policies, against answers worked out by hand."""

from pathlib import Path

import pytest
from conftest import overlay

from smartplan.figures import vision
from smartplan.figures.table import Table
from smartplan.load import load
from smartplan.plan import Plan

VISION = """\
alignment:
  - id: rpjmd
    kind: rpjmd
    title: RPJMD 2025-2029
    period: {start: 2025, end: 2029}
    legal: Perda 1/2025
    missions: [{id: a-1, text: Pelayanan}, {id: a-2, text: Lingkungan}]
  - {id: sdg, kind: sdg, title: TPB}
missions:
  - {id: m-1, text: Melayani, supports: [a-1]}
  - {id: m-2, text: Berdaya saing}
goals: [{id: t-1, mission: m-1, text: Layanan merata}]
objectives:
  - {id: s-1, goal: t-1, dimension: governance, text: Layanan daring dipakai}
  - {id: s-2, goal: t-1, dimension: economy, text: Usaha naik kelas}
policies:
  - {id: k-2, objective: s-2, text: Mendahulukan UMKM}
  - {id: k-1, objective: s-1, horizon: short, text: Mendahulukan desa}
"""
MONEV = """\
indicators:
  - id: i-1
    name: Layanan daring
    level: outcome
    measures: [s-1]
    unit: persen
    formula: rising
    baseline: {year: 2023-12, value: 40, qualifier: about, sources: [S1]}
    targets: {2025: 50, 2024: 45}
  - {id: i-2, name: Pengaduan, level: outcome, measures: [s-1], unit: hari, formula: falling,
     baseline: {missing: belum diukur}}
realisations:
  - {indicator: i-1, period: 2024, value: 45}
"""


@pytest.fixture
def plan(minimal_plan: Path) -> Plan:
    overlay(minimal_plan, {"vision.yaml": VISION, "monev.yaml": MONEV})
    made = load(minimal_plan).plan
    assert made is not None
    return made


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in table.rows]


def test_the_documents_above(plan):
    assert texts(vision.alignment_table(plan)) == [
        ("RPJMD 2025-2029", "RPJMD", "2025–2029", "Perda 1/2025", "2"),
        ("TPB", "Tujuan Pembangunan Berkelanjutan", "–", "–", "–"),
    ]


def test_what_is_not_supported_and_what_supports_nothing(plan):
    assert [one.id for one in vision.aligned_missions(plan)] == ["a-1", "a-2"]
    assert [one.id for one in vision.aligned_missions_unsupported(plan)] == ["a-2"]
    assert [one.id for one in vision.missions_unaligned(plan)] == ["m-2"]
    assert [one.id for one in vision.dimensions_without_objective(plan)] == [
        "branding",
        "living",
        "society",
        "environment",
    ]


def test_objectives_stand_with_their_indicators_and_without(plan):
    table = vision.objective_indicator_table(plan)

    assert texts(table) == [
        ("S1", "Layanan daring", "persen", "sekitar 40 (Desember 2023)", "50 (2025)"),
        ("S1", "Pengaduan", "hari", "belum ada", "belum ada"),
        ("S2", "belum ada", "–", "–", "–"),
    ]
    assert table.rows[0][3].sources == ("S1",)


def test_progress_is_counted_by_dimension(plan):
    rows = texts(vision.dimension_progress_table(plan))

    assert rows[0] == ("Smart Governance", "1", "2", "1", "0", "1")
    assert rows[2] == ("Smart Economy", "1", "0", "0", "0", "0")
    assert len(rows) == 6


def test_policies_stand_in_the_order_of_the_objectives(plan):
    assert texts(vision.policy_table(plan)) == [
        ("Smart Governance", "S1", "Mendahulukan desa", "Jangka Pendek"),
        ("Smart Economy", "S2", "Mendahulukan UMKM", "–"),
    ]

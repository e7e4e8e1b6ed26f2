"""The chain from the plans above to the indicators, whole and broken."""

import pytest

from smartplan.figures import trace
from smartplan.plan import Plan

VISION = """
alignment:
  - id: rpjmd
    kind: rpjmd
    title: RPJMD
    missions: [{id: r-satu, text: Satu}, {id: r-dua, text: Dua}]
missions:
  - {id: m-satu, text: Misi satu, supports: [r-dua]}
  - {id: m-dua, text: Misi dua}
goals:
  - {id: t-satu, mission: m-satu, text: Tujuan satu}
  - {id: t-dua, mission: m-dua, text: Tujuan dua}
  - {id: t-tiga, mission: m-hilang, text: Tujuan tiga}
  - {id: t-empat, mission: m-dua, text: Tujuan empat}
objectives:
  - {id: s-satu, goal: t-satu, dimension: governance, text: Sasaran satu}
  - {id: s-dua, goal: t-dua, dimension: economy, text: Sasaran dua}
  - {id: s-tiga, goal: t-hilang, dimension: economy, text: Sasaran tiga}
  - {id: s-empat, goal: t-tiga, dimension: economy, text: Sasaran empat}
strategies:
  - {id: st-satu, dimension: governance, text: Strategi, objectives: [s-satu]}
policies:
  - {id: a-dua, objective: s-dua, text: Kebijakan}
"""
PROGRAMS = """
programs:
  - id: utuh
    name: Utuh
    dimension: governance
    objectives: [s-satu]
    budget: [{year: 2024, amount: 5_000, fund: apbd, kind: planned, basis: proposal}]
  - {id: dua, name: Dua, dimension: governance, objectives: [s-satu, s-dua]}
  - {id: strategi, name: Strategi, dimension: governance, strategies: [st-satu], policies: [a-dua]}
  - {id: yatim, name: Yatim, dimension: economy}
  - {id: putus, name: Putus, dimension: economy, objectives: [s-tiga]}
  - {id: hampir, name: Hampir, dimension: economy, objectives: [s-empat]}
  - {id: asing, name: Asing, dimension: economy, objectives: [s-hilang]}
"""
MONEV = """
indicators:
  - {id: i, name: Ukuran, level: output, measures: [utuh, dua], unit: titik, formula: rising}
  - {id: j, name: Ukuran sasaran, level: impact, measures: [s-satu], unit: titik, formula: rising}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(vision=VISION, programs=PROGRAMS, monev=MONEV)


def _program(plan, id_):
    return next(program for program in plan.programs.programs if program.id == id_)


@pytest.mark.parametrize(
    ("program", "missions"),
    [
        ("utuh", ["m-satu"]),
        ("dua", ["m-satu", "m-dua"]),
        ("strategi", ["m-satu", "m-dua"]),
        ("yatim", []),
        ("putus", []),
        ("hampir", []),
        ("asing", []),
    ],
)
def test_roots(plan, program, missions):
    found = _program(plan, program)

    assert [mission.id for mission in trace.roots(plan, found)] == missions
    assert trace.reaches_root(plan, found) == bool(missions)


def test_rootless_programs(plan):
    assert [p.id for p in trace.rootless_programs(plan)] == ["yatim", "putus", "hampir", "asing"]


def test_the_plans_above_are_reached_through_the_missions(plan):
    found = trace.aligned_roots(plan, _program(plan, "dua"))

    assert [aligned.id for aligned in found] == ["r-dua"]


@pytest.mark.parametrize(
    ("program", "gaps"),
    [
        ("utuh", [[]]),
        ("dua", [[], ["misi tanpa rujukan"]]),
        ("strategi", [["tanpa indikator"], ["misi tanpa rujukan", "tanpa indikator"]]),
        ("yatim", [["tanpa sasaran", "tanpa indikator"]]),
        ("putus", [["sasaran tanpa tujuan", "tanpa indikator"]]),
        ("hampir", [["tujuan tanpa misi", "tanpa indikator"]]),
    ],
)
def test_gaps_of_a_program(plan, program, gaps):
    links = trace.links(plan, _program(plan, program))

    assert [[gap.indonesian for gap in link.gaps] for link in links] == gaps


def test_unbroken_programs_have_one_whole_chain(plan):
    assert [p.id for p in trace.unbroken_programs(plan)] == ["utuh", "dua"]


def test_gaps_of_the_plan_from_the_top_down(plan):
    found = [(gap.kind, getattr(gap.item, "id", ""), gap.lacks.indonesian)
             for gap in trace.trace_gaps(plan)]  # fmt: skip

    assert found == [
        ("aligned_mission", "r-satu", "belum didukung misi mana pun"),
        ("mission", "m-dua", "misi tanpa rujukan"),
        ("goal", "t-empat", "tanpa sasaran"),
        ("objective", "s-dua", "tanpa indikator"),
        ("objective", "s-tiga", "tanpa indikator"),
        ("objective", "s-empat", "tanpa indikator"),
        ("program", "yatim", "tidak bermuara pada misi"),
        ("program", "putus", "tidak bermuara pada misi"),
        ("program", "hampir", "tidak bermuara pada misi"),
        ("program", "asing", "tidak bermuara pada misi"),
        ("program", "strategi", "tanpa indikator"),
        ("program", "yatim", "tanpa indikator"),
        ("program", "putus", "tanpa indikator"),
        ("program", "hampir", "tanpa indikator"),
        ("program", "asing", "tanpa indikator"),
    ]


def test_matrix_has_one_row_for_each_program(plan):
    rows = trace.trace_table(plan, "governance").rows

    assert [[cell.text for cell in row] for row in rows] == [
        ["Utuh", "S1", "T1", "M1", "R2", "Ukuran", "utuh"],
        [
            "Dua",
            "S1, S2",
            "T1, T2",
            "M1, M2",
            "R2",
            "Ukuran",
            "misi tanpa rujukan, tanpa angka dana",
        ],
        [
            "Strategi",
            "S1, S2",
            "T1, T2",
            "M1, M2",
            "R2",
            "–",
            "tanpa indikator, misi tanpa rujukan, tanpa angka dana",
        ],
    ]
    (orphan, *_) = trace.trace_table(plan, "economy").rows
    assert orphan[-1].text == "tanpa sasaran, tanpa indikator, tanpa angka dana"


def test_an_empty_plan_has_neither_chain_nor_gap(written):
    plan = written()

    assert trace.trace_gaps(plan) == ()
    assert not trace.trace_table(plan, "governance").rows
    assert not trace.direction_table(plan).rows

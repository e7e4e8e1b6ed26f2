"""Phases, milestones, spans and what waits for what."""

import pytest

from smartplan.figures import schedule

ROADMAP = """
phases:
  - {id: dua, name: Tahap dua, horizon: medium, start: 2025, end: 2028}
  - {id: satu, name: Tahap satu, horizon: short, start: 2024, end: 2025}
  - {id: tiga, name: Tahap tiga, horizon: long, start: 2030, end: 2033}
milestones:
  - {id: n-a, phase: satu, due: 2025-06-30, text: Tepat pada tanggalnya}
  - {id: n-b, due: 2025-06-29, text: Sehari lewat, state: running}
  - {id: n-c, due: 2024, text: Selesai, state: done}
  - {id: n-d, due: 2024, text: Batal, state: cancelled}
  - {id: n-e, due: 2033, text: Jauh}
  - {id: n-f, due: 2026, text: Diakui terlambat, state: late}
  - {id: n-g, due: 2029, text: Di luar tahap}
"""


@pytest.fixture
def roadmap(written):
    return written(roadmap=ROADMAP)


def test_phases_are_in_the_order_of_their_years(roadmap):
    assert [phase.id for phase in schedule.phases(roadmap)] == ["satu", "dua", "tiga"]


def test_years_without_or_in_two_phases(roadmap):
    assert schedule.years_without_phase(roadmap) == (2029,)
    assert schedule.years_in_two_phases(roadmap) == (2025,)


def test_standing_is_judged_at_the_reporting_date(roadmap):
    """The plan reports as of 30 June 2025."""
    found = {m.id: schedule.standing(roadmap, m) for m in roadmap.roadmap.milestones}

    assert found == {
        "n-a": "planned",
        "n-b": "late",
        "n-c": "done",
        "n-d": "cancelled",
        "n-e": "planned",
        "n-f": "late",
        "n-g": "planned",
    }
    assert [m.id for m in schedule.late_milestones(roadmap)] == ["n-b", "n-f"]
    assert schedule.milestones_by_standing(roadmap) == {
        "done": 1,
        "planned": 3,
        "late": 2,
        "cancelled": 1,
    }


def test_a_milestone_without_phase_belongs_where_it_falls_due(roadmap):
    assert [m.id for m in schedule.milestones_of(roadmap, phase="tiga")] == ["n-e"]
    assert [m.id for m in schedule.milestones_outside_phases(roadmap)] == ["n-g"]


@pytest.mark.parametrize(
    ("fields", "span"),
    [
        ("start: 2025, end: 2026", (2025, 2026, False)),
        ("start: 2025", (2025, 2033, True)),
        ("end: 2026", (2026, 2026, False)),
        ("activities: [{id: l, name: L, years: [2027, 2025]}]", (2025, 2027, False)),
        ("start: 2024, activities: [{id: l, name: L, years: [2025]}]", (2024, 2025, False)),
        ("location: Singaraja", None),
    ],
)
def test_span_of_a_program(written, fields, span):
    plan = written(
        programs=f"programs: [{{id: loket, name: Loket, dimension: governance, {fields}}}]"
    )

    found = schedule.span(plan, plan.programs.programs[0])

    assert ((found.first, found.last, found.open_end) if found else None) == span


def test_programs_running_and_starting(written):
    plan = written(
        programs="""
programs:
  - {id: a, name: A, dimension: governance, start: 2024, end: 2026}
  - {id: b, name: B, dimension: governance, start: 2026}
  - {id: c, name: C, dimension: governance}
"""
    )

    assert [p.id for p in schedule.programs_running_in(plan, 2024, 2025)] == ["a"]
    assert [p.id for p in schedule.programs_running_in(plan, 2026, 2028)] == ["a", "b"]
    assert [p.id for p in schedule.programs_starting_in(plan, 2025, 2028)] == ["b"]
    assert [p.id for p in schedule.programs_without_years(plan)] == ["c"]


def _programs(waits: dict[str, str]) -> str:
    lines = [
        f"  - {{id: {id_}, name: Program, dimension: governance, depends_on: [{others}]}}"
        for id_, others in waits.items()
    ]
    return "programs:\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("waits", "cycles"),
    [
        ({"a": "", "b": "a", "c": "a, b"}, []),
        ({"a": "a"}, [["a"]]),
        ({"a": "b", "b": "c", "c": "a"}, [["a", "b", "c"]]),
        ({"z": "a", "a": "b", "b": "a"}, [["a", "b"]]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [["a", "b"], ["c", "d"]]),
        ({"a": "hilang"}, []),
    ],
)
def test_cycles(written, waits, cycles):
    plan = written(programs=_programs(waits))

    found = [[program.id for program in group] for group in schedule.cycles(plan)]

    assert found == cycles
    assert [p.id for p in schedule.cycle(plan)] == (cycles[0] if cycles else [])


def test_a_long_chain_ends(written):
    """Longer than Python's own stack is deep."""
    waits = {f"p{n}": f"p{n + 1}" for n in range(1500)} | {"p1500": "p0"}

    assert len(schedule.cycle(written(programs=_programs(waits)))) == 1501

"""Figures as values: where their shapes lie, and that they say what their tables say."""

import re
from datetime import date
from decimal import Decimal

import pytest
from conftest import EXAMPLES, MINIMAL

from smartplan.figures.drawings import letters
from smartplan.figures.drawings.chain import chain_figure, chain_links, mission_figures
from smartplan.figures.drawings.coverage import coverage_figure, tone_of
from smartplan.figures.drawings.diagram import Calendar, Flow
from smartplan.figures.drawings.drawing import parts
from smartplan.figures.drawings.evaluation import evaluation_figure
from smartplan.figures.drawings.gantt import ROWS, gantt_figures
from smartplan.figures.drawings.indicators import indicator_figures
from smartplan.figures.drawings.money import ceiling_figure, money_figure, short_rupiah
from smartplan.figures.drawings.picture import (
    NARROW,
    SMALL,
    TEXT,
    WIDE,
    Box,
    Label,
    Line,
    Mark,
    Path,
    scaled,
)
from smartplan.figures.drawings.profile import profile_figure
from smartplan.figures.drawings.reach import reach_figure
from smartplan.figures.drawings.readiness import readiness_figure
from smartplan.figures.drawings.risks import risk_figure
from smartplan.figures.drawings.series import Point, Series, drawn
from smartplan.figures.drawings.swot import swot_figure
from smartplan.figures.drawings.team import team_figure
from smartplan.language import Language
from smartplan.load import load


@pytest.fixture(scope="module")
def plan():
    return load(MINIMAL).plan


@pytest.fixture(
    scope="module",
    params=[MINIMAL, EXAMPLES / "buleleng", EXAMPLES / "bangli"],
    ids=lambda folder: folder.name,
)
def any_plan(request):
    return load(request.param).plan


def drawings(plan):
    """Every figure of a plan that is not empty."""
    dimensions = [dimension.id for dimension in plan.framework.dimensions]
    topics = dict.fromkeys(statistic.topic for statistic in plan.readiness.profile)
    found = [
        team_figure(plan),
        readiness_figure(plan),
        chain_figure(plan),
        coverage_figure(plan),
        money_figure(plan),
        ceiling_figure(plan),
        risk_figure(plan),
        evaluation_figure(plan),
        reach_figure(plan),
        *(profile_figure(plan, topic) for topic in topics),
        *(swot_figure(plan, swot) for swot in plan.readiness.swot),
        *(tree for mission in plan.vision.missions for tree in mission_figures(plan, mission)),
        *(chart for id_ in dimensions for chart in gantt_figures(plan, id_)),
        *(chart for id_ in dimensions for chart in indicator_figures(plan, id_)),
    ]
    return [one for one in found if not one.is_empty]


def texts(picture):
    return [shape.text for shape in picture.shapes if isinstance(shape, Label)]


def boxes(picture, role):
    return [shape for shape in picture.shapes if isinstance(shape, Box) and shape.role == role]


def extent(shape):
    """The outermost pixels of a shape, left and right."""
    if isinstance(shape, Box):
        return shape.x, shape.x + shape.width
    if isinstance(shape, Line):
        return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
    if isinstance(shape, Path):
        return min(x for x, _ in shape.points), max(x for x, _ in shape.points)
    if isinstance(shape, Mark):
        return shape.x, shape.x
    size = SMALL if shape.role.startswith(("small", "axis")) else TEXT
    taken = letters.width(shape.text, size)
    left = shape.x - {"start": 0, "middle": taken // 2, "end": taken}[shape.anchor]
    return left, left + taken


@pytest.fixture
def rich(written):
    """A few programs with all that a figure shows."""
    return written(
        programs="""
programs:
  - id: a
    name: Layanan satu pintu
    dimension: governance
    sub_dimension: public_service
    start: 2024
    end: 2025
    budget:
      - {year: 2024, amount: 1500000000, fund: apbd, kind: planned, sources: [S1]}
      - {year: 2024, amount: 500000000, fund: csr, kind: planned, sources: [S1]}
      - {year: 2026, amount: 1000000000, fund: apbd, kind: planned, sources: [S1]}
      - {year: 2025, amount: 750000000, fund: apbd, kind: realised, sources: [S1]}
    risks:
      - {id: r-besar, text: Gagal, likelihood: 4, impact: 4}
      - {id: r-kecil, text: Lambat, likelihood: 2, impact: 3}
    quick_win: {leverage: Besar}
  - id: b
    name: Layanan keliling
    dimension: governance
    sub_dimension: public_service
    start: 2026
""",
        roadmap="""
milestones:
  - {id: m-a, program: a, due: 2024-12-31, text: Gedung dibuka, state: done}
  - {id: m-b, program: b, due: 2024-06-30, text: Mobil dibeli}
ceilings:
  - {year: 2024, amount: 1600000000, basis: proposal}
  - {year: 2026, amount: 4000000000, basis: proposal}
""",
    )


# Letters


def test_a_text_is_as_wide_as_its_letters():
    """At size 10: `il` takes 2 × 2,8 and `mm` 2 × 9,3, each sum rounded up."""
    assert letters.width("il", 10) == 6
    assert letters.width("mm", 10) == 19
    assert letters.width("\u4e00", 12) == 12
    assert letters.width("", 12) == 0


def test_a_text_breaks_between_words_and_is_cut_with_a_mark():
    """`aaa` at size 10 takes 3 × 5,8 = 18 pixels, `aaa aaa` 39."""
    assert letters.wrapped("aaa aaa aaa", 39, 10, 3) == ("aaa aaa", "aaa")
    assert letters.wrapped("aaa aaa aaa", 38, 10, 3) == ("aaa", "aaa", "aaa")
    assert letters.wrapped("aaa aaa aaa", 38, 10, 2) == ("aaa", "aaa…")
    assert letters.wrapped("", 38, 10, 2) == ()


def test_a_word_wider_than_the_room_is_broken():
    lines = letters.wrapped("a" * 20, 30, 10, 9)
    assert "".join(lines) == "a" * 20
    assert all(letters.width(line, 10) <= 30 for line in lines)


# Scales


def test_a_scale_shows_what_is_not_nothing():
    assert scaled(50, 200, 400) == 100
    assert scaled(1, 10**12, 400) == 1
    assert scaled(0, 200, 400) == 0
    assert scaled(-5, 200, 400) == 0
    assert scaled(Decimal("0.5"), Decimal("2"), 400) == 100


def test_rows_are_cut_into_parts_of_nearly_the_same_size():
    assert parts(range(5), 15) == ((0, 1, 2, 3, 4),)
    assert [len(part) for part in parts(range(16), 15)] == [8, 8]
    assert [len(part) for part in parts(range(31), 15)] == [11, 10, 10]
    assert parts((), 15) == ()


def test_points_lie_between_the_first_and_the_last_day():
    """A field of 112 × 52 with 6 pixels around: x from 6 to 106, y from 46 up to 6."""
    days = (date(2020, 1, 1), date(2020, 1, 3), date(2020, 1, 5))
    points = tuple(map(Point, days, map(Decimal, (10, 20, 15))))
    marks = [s for s in drawn([Series(points, "dot")], 112, 52) if isinstance(s, Mark)]
    assert [(mark.x, mark.y) for mark in marks] == [(6, 46), (56, 6), (106, 26)]


def test_the_fuller_the_darker_and_nothing_has_an_outline():
    assert [tone_of(n, 7) for n in (0, 1, 3, 5, 7)] == [
        "empty", "tone-1", "tone-2", "tone-3", "tone-4",
    ]  # fmt: skip
    assert tone_of(1, 1) == "tone-2"


def test_an_amount_is_short_in_a_drawing():
    assert short_rupiah(1_250_000_000, Language.INDONESIAN) == "Rp1,25 miliar"
    assert short_rupiah(2_500_000, Language.ENGLISH) == "Rp2.5 million"
    assert short_rupiah(90_000_000, Language.INDONESIAN) == "Rp90 juta"
    assert short_rupiah(999, Language.INDONESIAN) == "Rp999"


# Single figures


def test_bars_of_money_have_the_length_of_their_sums(rich):
    """Wide: 470 pixels for 2 miliar, so 352 of APBD, the other 118 of CSR, 235 for 1 miliar."""
    picture = money_figure(rich).layout(WIDE)
    bars = [shape for shape in picture.shapes if isinstance(shape, Box) and shape.height == 18]
    assert [(bar.x, bar.width) for bar in bars] == [(44, 352), (396, 118), (44, 235), (44, 176)]
    assert "Rp2 miliar" in texts(picture)
    assert "Rencana: Rp3 miliar" in texts(picture)
    assert "Realisasi: Rp750 juta" in texts(picture)
    assert "2025" in texts(picture)


def test_planned_and_realised_money_never_share_a_bar(rich):
    rows = [[cell.text for cell in row] for row in money_figure(rich).data.rows]
    assert rows == [
        ["Rencana", "2024", "Rp1.500.000.000", "Rp500.000.000", "Rp2.000.000.000"],
        ["Rencana", "2026", "Rp1.000.000.000", "–", "Rp1.000.000.000"],
        ["Realisasi", "2025", "Rp750.000.000", "–", "Rp750.000.000"],
    ]


def test_a_plan_over_its_ceiling_is_marked_in_words_and_texture(rich):
    picture = ceiling_figure(rich).layout(WIDE)
    (over,) = [box for box in boxes(picture, "tone-4") if box.x == 44]
    assert (over.width, over.texture) == (286, 1)
    assert "Rp2 miliar dari pagu Rp1,6 miliar, melampaui pagu" in texts(picture)
    limits = [s.x1 for s in picture.shapes if isinstance(s, Line) and s.role == "limit"]
    assert limits[:2] == [44 + 228, 44 + 572]


def test_risks_stand_in_their_field_under_their_codes(rich):
    picture = risk_figure(rich).layout(WIDE)
    codes = {s.text: s for s in picture.shapes if isinstance(s, Label) and s.text[:1] == "R"}
    side = (WIDE - 22 - 12) // 5
    assert codes["R1"].x == 22 + 3 * (side + 3) + side // 2
    assert codes["R1"].y == 24 + 1 * 65 + 20
    assert codes["R2"].x == 22 + 2 * (side + 3) + side // 2
    assert codes["R2"].y == 24 + 3 * 65 + 20


def test_a_schedule_has_its_bars_where_the_years_are(rich):
    """Wide: ten years from 2024 on 380 pixels after 236; the second program has no end."""
    (figure,) = gantt_figures(rich, "governance")
    picture = figure.layout(WIDE)
    (firm, started) = [box for box in boxes(picture, "tone-4") if box.y < picture.height - 40]
    assert (firm.x, firm.width) == (236, 75)
    assert (started.x, started.width) == (312, 37)
    (open_end,) = [box for box in boxes(picture, "open") if box.y < picture.height - 40]
    assert (open_end.x, open_end.x + open_end.width) == (349, 616)
    signs = [s.shape for s in picture.shapes if isinstance(s, Mark) and s.role == "mark-on"]
    assert signs == ["diamond", "triangle"]
    assert isinstance(figure.diagram, Calendar)
    ((_, tasks),) = figure.diagram.sections
    assert [(task.key, task.milestone, task.late, task.done) for task in tasks] == [
        ("p1", False, False, False),
        ("p1m1", True, False, True),
        ("p2", False, False, False),
        ("p2m1", True, True, False),
    ]


def test_the_schedule_of_eighty_programs_breaks_over_several_figures(written):
    lines = ["programs:"]
    lines += [
        f"  - {{id: p-{n}, name: Program {n}, dimension: governance, start: 2024, end: 2026}}"
        for n in range(80)
    ]
    plan = written(programs="\n".join(lines) + "\n")
    found = gantt_figures(plan, "governance")
    assert [len(figure.data.rows) for figure in found] == [14, 14, 13, 13, 13, 13]
    assert max(len(figure.data.rows) for figure in found) <= ROWS
    named = [row[0].text for figure in found for row in figure.data.rows]
    assert named == [f"{n + 1}. Program {n}" for n in range(80)]
    assert len({figure.id for figure in found}) == 6
    assert found[1].caption.indonesian.endswith("(2 dari 6)")
    assert all(figure.layout(WIDE).height < 900 for figure in found)


def test_the_chain_counts_what_is_tied(plan):
    links = {link.kind: link for link in chain_links(plan)}
    assert (links["mission"].total, links["mission"].above, links["mission"].below) == (1, 1, 1)
    assert links["program"].total == len(plan.programs.programs)
    assert links["indicator"].below is None


def test_a_tree_hangs_every_line_on_the_one_above(plan):
    (tree, *_) = mission_figures(plan, plan.vision.missions[0])
    assert isinstance(tree.diagram, Flow)
    keys = {node.key for node in tree.diagram.nodes}
    assert all(start in keys and end in keys for start, end in tree.diagram.arrows)
    assert len(tree.diagram.arrows) == len(tree.diagram.nodes) - 1


def test_without_data_there_is_nothing_to_draw(written):
    empty = written(team="", readiness="", programs="", roadmap="", monev="", outreach="")
    for figure in (team_figure, readiness_figure, coverage_figure, money_figure, risk_figure):
        assert figure(empty).is_empty, figure
    assert gantt_figures(empty, "governance") == ()
    assert indicator_figures(empty, None) == ()


# All figures


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_reaches_over_the_edges(any_plan, width):
    """By the widest letters of the common faces, so that no reader's font cuts a word."""
    for figure in drawings(any_plan):
        picture = figure.layout(width)
        assert picture.width == width
        wrong = [s for s in picture.shapes if extent(s)[0] < -1 or extent(s)[1] > width + 1]
        assert not wrong, figure.id


def test_every_figure_has_words_of_its_own(any_plan):
    found = drawings(any_plan)
    assert len(found) > 10
    assert len({figure.id for figure in found}) == len(found)
    for figure in found:
        for text in (figure.caption, figure.says):
            assert text.indonesian.strip()
            assert text.english.strip()
            assert not re.search(r"None|  | ,|\(\)", text.indonesian), figure.id


def test_the_same_plan_gives_the_same_shapes(any_plan):
    for one, other in zip(drawings(any_plan), drawings(any_plan), strict=True):
        assert one.layout(WIDE) == other.layout(WIDE)
        assert one.diagram == other.diagram


def test_what_a_figure_counts_stands_in_its_table(plan):
    """Every number in a field of a map is a number of the table beside it."""
    coverage = coverage_figure(plan)
    shown = [s.text for s in coverage.layout(WIDE).shapes if getattr(s, "role", "") == "count"]
    assert shown == [row[2].text for row in coverage.data.rows]
    chain = chain_figure(plan)
    shown = [s.text for s in chain.layout(NARROW).shapes if getattr(s, "role", "") == "count"]
    assert shown == [row[1].text for row in chain.data.rows]
    swot = swot_figure(plan, plan.readiness.swot[0])
    told = " ".join(texts(swot.layout(NARROW)))
    assert all(row[2].text in told for row in swot.data.rows)
    risks = risk_figure(plan)
    told = " ".join(texts(risks.layout(WIDE)))
    assert all(row[0].text in told for row in risks.data.rows)
    for chart in gantt_figures(plan, "governance"):
        told = " ".join(texts(chart.layout(NARROW)))
        assert all(row[0].text in told for row in chart.data.rows)

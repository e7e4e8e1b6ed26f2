"""Achievement: every formula with its edge cases, caps, roll-ups, staleness, real series."""

import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from smartplan.exchange.rehearsal import moment
from smartplan.figures import progress, reckoning
from smartplan.language import Language
from smartplan.load import load
from smartplan.stages.monev import Indicator

ROOT = Path(__file__).parent.parent.parent

INDICATOR = """
indicators:
  - id: ukuran
    name: Ukuran
    level: outcome
    unit: {unit}
    formula: {formula}
    baseline: {{year: 2023, value: 1}}
    targets: {{{targets}}}
realisations: [{realisations}]
"""


def _one(written, formula="rising", unit="orang", targets="2024: 300", **told):
    """`_one(written, q1="value: 70")`: an indicator with the realisations of 2024."""
    periods = {"tahun": "2024", **{k: f"2024-{k.upper()}" for k in ("q1", "q2", "q3", "s1", "s2")}}
    rows = (f"{{indicator: ukuran, period: {periods[k]}, {v}}}" for k, v in told.items())
    text = INDICATOR.format(
        unit=unit, formula=formula, targets=targets, realisations=", ".join(rows)
    )
    plan = written(monev=text)
    return plan, plan.monev.indicators[0]


def _worked():
    """The rows of the worked examples in `docs/capaian.md`."""
    text = (ROOT / "docs" / "capaian.md").read_text(encoding="utf-8")
    rows = text.split("## Contoh")[1].split("## Kelas")[0].splitlines()
    table = [row for row in rows if row.startswith("|")][2:]
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in table]


def _told(cell):
    """`Q1 70; Q2 tanpa data` as the arguments of `_one`."""
    words = {"tanpa data": "no_data: alat rusak", "kata": "text: zona kuning"}
    told = {}
    for part in cell.split("; "):
        name, _, value = part.partition(" ")
        told[name.lower()] = words.get(value, f"value: {value.replace(',', '.')}")
    return {} if cell == "–" else told


@pytest.mark.parametrize(
    ("formula", "unit", "target", "realisations", "calculation", "state"), _worked()
)
def test_worked_examples(written, formula, unit, target, realisations, calculation, state):
    targets = "" if target == "–" else f"2024: {target.replace(',', '.')}"
    plan, indicator = _one(written, formula, unit, targets, **_told(realisations))

    found = progress.achievement(plan, indicator)

    assert reckoning.calculation(found, Language.INDONESIAN) == calculation
    assert found.state == state


def test_there_are_worked_examples_of_every_formula_and_state():
    rows = _worked()

    assert {row[0] for row in rows} == set(get_args(Indicator.model_fields["formula"].annotation))
    assert {row[5] for row in rows} == set(progress.State) - {"so_far"}


def test_every_state_has_words_in_both_languages():
    for state in progress.State:
        assert state.words.indonesian
        assert state.words.english != state.words.indonesian


def test_a_year_that_is_not_over_is_below_target_so_far(written):
    plan, indicator = _one(written, q1="value: 70")

    assert progress.achievement(plan, indicator).state == "short"
    so_far = progress.achievement(plan, indicator, moment("2024-Q2"))
    assert (so_far.state, so_far.verdict) == ("so_far", "short")


@pytest.mark.parametrize(
    ("period", "numerator", "state"),
    [
        ("2024-Q1", "70", "so_far"),
        ("2024-Q2", "145", "so_far"),
        ("2024-S1", "145", "so_far"),
        ("2024", "225", "short"),
        ("2025", None, "unmeasured"),
        ("2023", None, "unmeasured"),
    ],
)
def test_a_period_counts_what_ended_within_it(written, period, numerator, state):
    plan, indicator = _one(written, "rising_total", q1="value: 70", q2="value: 75", q3="value: 80")

    found = progress.achievement(plan, indicator, moment(period))

    assert found.numerator == (None if numerator is None else Decimal(numerator))
    assert found.state == state


def test_sources_of_every_part_are_told(written):
    told = {"q1": "value: 70, sources: [S1]", "q2": "value: 75, sources: [S2, S1]"}
    plan, indicator = _one(written, "rising_total", **told)

    assert progress.achievement(plan, indicator).sources == ("S1", "S2")


def test_a_percentage_may_fall_below_one_of_the_same_time(written):
    """The year and its last half end together: neither is before the other."""
    plan, indicator = _one(
        written, "percentage", "persen", "2024: 50", tahun="value: 45", s2="value: 40"
    )

    assert progress.achievement(plan, indicator).state == "short"


def test_almost_is_not_shown_as_full(written):
    plan, indicator = _one(written, targets="2024: 100000", tahun="value: 99999")

    found = progress.achievement(plan, indicator)

    assert (found.percent, found.state) == (Decimal("99.99"), "short")


def test_a_cap_counts_but_is_not_shown(written):
    text = INDICATOR.format(
        unit="orang",
        formula="rising",
        targets="2024: 100",
        realisations="{indicator: ukuran, period: 2024, value: 300}",
    )
    plan = written(monev=f"cap: 120\n{text}")

    found = progress.achievement(plan, plan.monev.indicators[0])

    assert (found.percent, found.counted) == (Decimal(300), Decimal(120))
    assert "dihitung 120 %" in reckoning.why(found, Language.INDONESIAN)
    assert progress.mean_cap(plan) == 120


def test_a_missing_baseline_changes_no_figure(written):
    text = INDICATOR.format(
        unit="orang",
        formula="rising",
        targets="2024: 100",
        realisations="{indicator: ukuran, period: 2024, value: 50}",
    ).replace("{year: 2023, value: 1}", "{missing: belum dicatat}")
    plan = written(monev=text)

    found = progress.achievement(plan, plan.monev.indicators[0])

    assert found.percent == 50
    assert reckoning.why(found, Language.INDONESIAN) == "tanpa data dasar"


@pytest.mark.parametrize(
    "unit", ["orang", "titik", "miliar rupiah", "persen", "nilai 0-4", "m3/hari"]
)
@pytest.mark.parametrize(
    ("formula", "numerator", "denominator"),
    [
        # target 100; realisations 40 and 70
        ("rising", 70, 100),
        ("final_value", 70, 100),
        ("percentage", 70, 100),
        ("rising_total", 110, 100),
        ("falling", 100, 70),
        ("falling_total", 100, 110),
    ],
)
def test_the_formula_alone_says_whether_a_year_is_added_up(
    written, unit, formula, numerator, denominator
):
    plan, indicator = _one(
        written, formula, f'"{unit}"', "2024: 100", q1="value: 40", q2="value: 70"
    )

    found = progress.achievement(plan, indicator)

    assert (found.numerator, found.denominator) == (numerator, denominator)


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("rising", "nilai terakhir tahun itu, tidak dijumlahkan"),
        ("rising_total", "realisasi dalam tahun itu dijumlahkan"),
        ("final_value", ""),
    ],
)
def test_a_reader_is_told_what_a_year_of_quarters_comes_to(written, formula, told):
    text = INDICATOR.format(
        unit="orang",
        formula=formula,
        targets="2024: 100",
        realisations="{indicator: ukuran, period: 2024-Q1, value: 40},"
        " {indicator: ukuran, period: 2024-Q2, value: 70}",
    ).replace("formula:", "frequency: quarterly\n    formula:")
    plan = written(monev=text)

    found = progress.achievement(plan, plan.monev.indicators[0])

    assert reckoning.why(found, Language.INDONESIAN) == told


VISION = """
missions: [{id: misi, text: Misi}]
goals: [{id: tujuan, mission: misi, text: Tujuan}]
objectives: [{id: sasaran, goal: tujuan, dimension: governance, text: Sasaran}]
"""
PROGRAMS = """
programs: [{id: loket, name: Loket, dimension: governance, objectives: [sasaran]}]
"""
TEAM = "agencies: [{id: kominfo, name: Dinas Kominfo, abbreviation: Kominfo}]"


def _rolled(written):
    row = (
        "  - {{id: {id}, name: {id}, level: output, unit: {unit}, formula: {formula},"
        " measures: [{of}], targets: {{2024: {target}}}, owner: kominfo}}\n"
    )
    rows = [
        row.format(id="a", unit="orang", formula="rising", of="loket", target=100),
        row.format(id="b", unit="persen", formula="rising", of="sasaran, loket", target=50),
        row.format(id="c", unit="titik", formula="falling", of="sasaran", target=5),
        row.format(id="d", unit="titik", formula="falling", of="sasaran", target=5),
    ]
    measured = (
        "realisations: [{indicator: a, period: 2024, value: 250},"
        " {indicator: b, period: 2024, value: 30}, {indicator: c, period: 2024, value: 0}]"
    )
    monev = f"indicators:\n{''.join(rows)}{measured}\n"
    return written(monev=monev, vision=VISION, programs=PROGRAMS, team=TEAM)


@pytest.mark.parametrize(
    ("kind", "indicators", "judged", "reached", "mean"),
    [
        # a: 250 % counts 100; b: 60 %; c: reached without a percentage counts 100; d: unmeasured
        ("program", 2, 2, 1, "80"),
        ("objective", 4, 3, 2, "86.67"),
        ("mission", 4, 3, 2, "86.67"),
        ("dimension", 4, 3, 2, "86.67"),
        ("agency", 4, 3, 2, "86.67"),
    ],
)
def test_rollups(written, kind, indicators, judged, reached, mean):
    (found,) = progress.rollups(_rolled(written), kind)

    assert (found.indicators, found.judged, found.reached) == (indicators, judged, reached)
    assert found.mean == Decimal(mean)


def test_what_cannot_be_judged_is_counted_apart(written):
    plan = _rolled(written)
    (found,) = progress.rollups(plan, "agency", moment("2023"))

    assert (found.unjudged, found.mean) == (4, None)


def test_a_reason_is_not_a_value(written):
    plan, indicator = _one(written, tahun="no_data: alat rusak")

    assert progress.value_until(plan, indicator).isoformat() == "2023-12-31"


BULELENG = [
    # by hand from the realisations and targets in examples/buleleng/monev
    ("nilai-evaluasi-smart-city", "2024", "109.29", "reached"),  # 3.06 / 2.8
    ("indeks-inovasi-daerah", "2024", "106.98", "reached"),  # 60.98 / 57
    ("penduduk-miskin", "2024", "98.33", "short"),  # 5.3 / 5.39
    ("kunjungan-wisatawan", "2024", None, "no_target"),  # eleven months, no target for the year
    ("efektivitas-penagihan-air", "2024", "100.11", "reached"),  # 90.5 / 90.4
    ("setoran-pad-tirta-hita", "2024", "106.25", "reached"),  # 8.5 / 8 billion
    ("titik-wifi", "2024", "90", "short"),  # 297 / 330
    ("retribusi-dtw", "2025", "90", "short"),  # 4.5 / 5 billion
    ("jangkauan-turyapada", "2025", "112.5", "reached"),  # 90 / 80
    ("kamera-cctv", "2025", "50", "short"),  # 6 / 12
    ("indeks-spbe", "2023", None, "no_target"),  # the first target is that of 2024
    ("titik-wifi", "2025", None, "word"),  # 64 points of another kind: not to be compared
    ("kepatuhan-ombudsman", "2025", None, "no_data"),
    ("timbulan-sampah", "2025", None, "unmeasured"),
]


@pytest.mark.parametrize(("id_", "period", "percent", "state"), BULELENG)
def test_real_series_of_buleleng(buleleng, id_, period, percent, state):
    found = progress.achievement(buleleng, buleleng.find("indicator", id_), moment(period))

    assert found.percent == (None if percent is None else Decimal(percent))
    assert found.state == state


def test_real_rollup_of_buleleng(buleleng):
    """The second mission: 98.33 (poverty) and 90 (retribution), the others without data."""
    found = {one.id: one for one in progress.rollups(buleleng, "mission")}
    second = found["misi-daya-saing"]

    assert second.mean == Decimal("94.17")
    assert (second.judged, second.unjudged) == (2, 11)


def test_the_chapter_shows_the_same_numbers(buleleng):
    table = reckoning.calculation_table(buleleng, "society")
    told = {row[0].text: row[3].text for row in table.rows}

    assert told["Kamera atau titik CCTV publik yang aktif"] == "6 / 12 × 100 = 50 %"
    assert not any(re.search(r"None|Decimal", cell) for cell in told.values())


@pytest.fixture(scope="module")
def buleleng():
    plan = load(ROOT / "examples" / "buleleng").plan
    assert plan is not None
    return plan

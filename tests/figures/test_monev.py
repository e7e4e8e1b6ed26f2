"""Indicators: achievement by formula, staleness, evaluations."""

from decimal import Decimal

import pytest

from smartplan.figures import monev, progress

INDICATOR = """
indicators:
  - id: ukuran
    name: Ukuran
    level: outcome
    unit: persen
    formula: {formula}
    baseline: {{year: 2023, value: 40}}
    targets: {{2024: {target}, 2033: 90}}
    frequency: yearly
realisations:
  - {{indicator: ukuran, period: 2024, value: {value}}}
"""


def _plan(written, formula="rising", target="80", value="60"):
    return written(monev=INDICATOR.format(formula=formula, target=target, value=value))


def _achievement(plan):
    return progress.achievement(plan, plan.monev.indicators[0])


@pytest.mark.parametrize(
    ("formula", "target", "value", "percent"),
    [
        ("rising", "80", "60", "75"),
        ("rising", "80", "90", "112.5"),
        ("rising", "3", "2", "66.67"),
        ("rising", "8", "0", "0"),
        ("falling", "6", "8", "75"),
        ("falling", "6", "5", "120"),
        ("falling", "0", "5", "0"),
        ("percentage", "50", "45", "90"),
        ("final_value", "120", "30", "25"),
    ],
)
def test_achievement_by_formula(written, formula, target, value, percent):
    found = _achievement(_plan(written, formula, target, value))

    assert found.percent == Decimal(percent)
    assert found.reason is None


@pytest.mark.parametrize(
    ("formula", "target", "value", "reason"),
    [
        ("rising", "0", "5", "target nol"),
        ("falling", "5", "0", "realisasi nol"),
        ("rising", "-5", "5", "ada nilai negatif"),
        ("rising", "5", "-5", "ada nilai negatif"),
    ],
)
def test_what_cannot_be_computed_says_why(written, formula, target, value, reason):
    found = _achievement(_plan(written, formula, target, value))

    assert found.percent is None
    assert found.reason is not None
    assert found.reason.indonesian == reason


def test_rising_over_a_target_of_zero_says_so(written):
    assert _achievement(_plan(written, "falling", "0", "0")).percent is None


def test_verdict_follows_the_percentage(written):
    assert _achievement(_plan(written, value="80")).verdict == "reached"
    assert _achievement(_plan(written, value="79")).verdict == "short"
    assert _achievement(_plan(written, target="0")).verdict == "unknown"


def test_a_year_without_target_is_not_judged_by_another(written):
    plan = written(
        monev=INDICATOR.format(formula="rising", target="80", value="60").replace(
            "period: 2024", "period: 2025-Q1"
        )
    )

    found = _achievement(plan)

    assert found.percent is None
    assert found.reason is not None
    assert found.reason.indonesian == "tidak ada target 2025"


REALISATIONS = """
indicators:
  - id: ukuran
    name: Ukuran
    level: output
    unit: titik
    formula: rising
    frequency: quarterly
    baseline: {year: 2023, value: 6}
    targets: {2024: 10}
realisations:
"""


@pytest.mark.parametrize(
    ("realisations", "period"),
    [
        ("[{indicator: ukuran, period: 2024-Q2, value: 7}]", "2024-Q2"),
        (
            (
                "[{indicator: ukuran, period: 2024-Q3, value: 8},"
                " {indicator: ukuran, period: 2024-Q2, value: 7}]"
            ),
            "2024-Q3",
        ),
        # a reason for silence does not hide the last number
        (
            (
                "[{indicator: ukuran, period: 2024-Q2, value: 7},"
                " {indicator: ukuran, period: 2024-Q3, no_data: rusak}]"
            ),
            "2024-Q2",
        ),
        # after the reporting date of 30 June 2025
        (
            (
                "[{indicator: ukuran, period: 2024-Q2, value: 7},"
                " {indicator: ukuran, period: 2025-Q3, value: 9}]"
            ),
            "2024-Q2",
        ),
        # before the baseline
        ("[{indicator: ukuran, period: 2022, value: 9}]", None),
        ("[{indicator: ukuran, period: 2024, no_data: rusak}]", "2024"),
        ("[]", None),
    ],
)
def test_latest_realisation(written, realisations, period):
    plan = written(monev=REALISATIONS.rstrip() + f" {realisations}\n")

    latest = progress.latest_realisation(plan, plan.monev.indicators[0])

    assert (str(latest.period) if latest else None) == period


@pytest.mark.parametrize(
    ("realisation", "reason"),
    [
        ("[{indicator: ukuran, period: 2024, no_data: alat rusak}]", "alat rusak"),
        ("[{indicator: ukuran, period: 2024, text: zona kuning}]", "realisasi berupa kata"),
        ("[]", "belum ada realisasi"),
    ],
)
def test_silence_has_a_reason(written, realisation, reason):
    plan = written(monev=REALISATIONS.rstrip() + f" {realisation}\n")

    found = _achievement(plan)

    assert found.percent is None
    assert found.reason is not None
    assert found.reason.indonesian == reason


@pytest.mark.parametrize(
    ("period", "stale"),
    [
        # quarterly: stale six full months after the end of the period; as of 30 June 2025
        ("2025-Q1", False),
        ("2024-12-31", False),
        ("2024-12-30", True),
        ("2024-Q3", True),
    ],
)
def test_stale_after_twice_the_frequency(written, period, stale):
    realisation = f" [{{indicator: ukuran, period: {period}, value: 7}}]\n"
    plan = written(monev=REALISATIONS.rstrip() + realisation)

    assert progress.is_stale(plan, plan.monev.indicators[0]) is stale


def test_never_measured_goes_stale_from_the_start_of_the_plan(written):
    plan = written(monev=REALISATIONS.rstrip() + " []\n")

    assert progress.is_stale(plan, plan.monev.indicators[0])


def test_counts_of_verdicts(written):
    assert progress.verdicts(_plan(written)) == {"reached": 0, "short": 1, "unknown": 0}
    assert progress.verdicts(written(monev="indicators: []")) == {
        "reached": 0,
        "short": 0,
        "unknown": 0,
    }


@pytest.mark.parametrize(
    ("percent", "called"),
    [
        ("112.5", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.99", "Tinggi"),
        ("0", "Sangat Rendah"),
    ],
)
def test_class_of_the_method(written, percent, called):
    found = progress.achievement_class(_plan(written), Decimal(percent))

    assert found is not None
    assert found.casefold() == called.casefold()


def test_the_plans_own_scale_comes_first(written):
    plan = written(monev="scale: [{from: 50, label: lulus}, {from: 80, label: baik}]")

    assert progress.achievement_class(plan, Decimal(79)) == "lulus"
    assert progress.achievement_class(plan, Decimal(80)) == "baik"
    assert progress.achievement_class(plan, Decimal(49)) is None


def test_indicators_follow_what_they_measure(written):
    plan = written(
        programs="programs: [{id: loket, name: Loket, dimension: governance}]",
        monev="""
indicators:
  - {id: a, name: A, level: output, measures: [loket], unit: titik, formula: rising}
  - {id: b, name: B, level: output, unit: titik, formula: rising}
""",
    )

    assert [i.id for i in progress.indicators_of(plan, "program", "loket")] == ["a"]
    assert [i.id for i in progress.indicators_in(plan, "governance")] == ["a"]
    assert [i.id for i in progress.indicators_in(plan, None)] == ["b"]


def test_indicator_table_says_value_date_and_achievement(written):
    (row,) = monev.indicator_table(_plan(written), None).rows

    assert [cell.text for cell in row] == [
        "Ukuran (persen)",
        "hasil",
        "40 (2023)",
        "90 (2033)",
        "60 (2024)",
        "75 % (Sedang)",
    ]

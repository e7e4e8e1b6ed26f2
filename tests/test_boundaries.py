"""Where rules begin and where they end: the last value that is accepted, the first that is not."""

from pathlib import Path

import pytest
from conftest import change, findings, places

REALISED = "{indicator: k-public-service, period: 2024, value: 45,"
TARGETS = "targets: {2024: 45, 2025: 50, 2028: 65, 2033: 90}"
CODED = tuple[str, int, str]


def told(plan: Path, code: str) -> list[CODED]:
    return [one for one in places(findings(plan)) if one[2] == code]


@pytest.mark.parametrize(("value", "is_far"), [("90", False), ("90.01", True), ("91", True)])
def test_twice_the_target_is_not_more_than_twice(
    value: str, is_far: bool, minimal_plan: Path
) -> None:
    after = REALISED.replace("value: 45", f"value: {value}")
    line = change(minimal_plan, "monev.yaml", REALISED, after)
    expected = [("monev.yaml", line, "MON010")] if is_far else []
    assert places(findings(minimal_plan)) == expected


@pytest.mark.parametrize(
    ("frequency", "period", "is_stale"),
    [
        ("semester", "2024-06-30", True),
        ("semester", "2024-06", True),
        ("semester", "2024-07-01", False),
        ("quarterly", "2024-12-30", True),
        ("quarterly", "2025-01-01", False),
        ("monthly", "2025-04-30", True),
        ("monthly", "2025-05-01", False),
        ("yearly", "2024-01-01", False),
    ],
)
def test_a_figure_is_stale_after_twice_its_frequency(
    frequency: str, period: str, is_stale: bool, minimal_plan: Path
) -> None:
    """On 30 June 2025 a whole year has passed since 30 June 2024, and not since the day after."""
    line = change(minimal_plan, "monev.yaml", "k-public-service\n", "k-public-service\n")
    change(minimal_plan, "monev.yaml", "frequency: yearly", f"frequency: {frequency}")
    change(
        minimal_plan, "monev.yaml", REALISED, REALISED.replace("period: 2024", f"period: {period}")
    )
    assert told(minimal_plan, "MON011") == ([("monev.yaml", line, "MON011")] if is_stale else [])


@pytest.mark.parametrize(
    ("respondents", "is_told"),
    [("44", True), ("45", False), ("50", False), ("55", False), ("56", True)],
)
def test_five_respondents_more_or_less_are_about_fifty(
    respondents: str, is_told: bool, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "monev.yaml", "respondents: 50", f"respondents: {respondents}")
    expected = [("monev.yaml", line, "MON016")] if is_told else []
    assert places(findings(minimal_plan)) == expected


@pytest.mark.parametrize(("value", "is_told"), [("46", False), ("45", False), ("44.9", True)])
def test_a_percentage_may_stay_and_not_fall(value: str, is_told: bool, minimal_plan: Path) -> None:
    later = REALISED.replace("2024, value: 45", f"2025-Q1, value: {value}")
    before = f"{REALISED} drivers: Kerja bersama, sources: [S1]}}\n"
    line = change(minimal_plan, "monev.yaml", before, f"{before}  - {later} sources: [S1]}}\n") + 1
    change(minimal_plan, "monev.yaml", "formula: rising", "formula: percentage")
    expected = [("monev.yaml", line, "MON020")] if is_told else []
    assert told(minimal_plan, "MON020") == expected


def test_the_end_of_the_plan_is_not_the_end_of_a_phase(minimal_plan: Path) -> None:
    """MON004 asks for a target of the last year; nobody asks for it twice."""
    later = TARGETS.replace("2033: 90", "2034: 90")
    line = change(minimal_plan, "monev.yaml", TARGETS, later)
    assert {one[1:] for one in places(findings(minimal_plan))} == {
        (line, "MON003"),
        (line, "MON004"),
    }


def test_a_target_of_a_later_phase_is_asked_for_at_its_end(minimal_plan: Path) -> None:
    line = change(minimal_plan, "monev.yaml", TARGETS, TARGETS.replace("2028: 65, ", ""))
    assert places(findings(minimal_plan)) == [("monev.yaml", line, "MON021")]


def test_targets_are_compared_in_the_order_of_their_years(minimal_plan: Path) -> None:
    change(minimal_plan, "monev.yaml", TARGETS, "targets: {2033: 90, 2025: 50, 2024: 45, 2028: 65}")
    assert findings(minimal_plan) == []


def test_a_target_that_falls_is_told_whatever_the_order(minimal_plan: Path) -> None:
    mixed = "targets:\n      2033: 90\n      2028: 44\n      2024: 45\n      2025: 50"
    line = change(minimal_plan, "monev.yaml", TARGETS, mixed)
    assert places(findings(minimal_plan)) == [("monev.yaml", line + 2, "MON002")]


def _in_review(plan: Path, *stages: str) -> list[int]:
    return [
        change(
            plan,
            "document.yaml",
            f"{{stage: {stage}, state: approved",
            f"{{stage: {stage}, state: review",
        )
        for stage in stages
    ]


def test_one_book_that_waits_for_one_stage_is_told_at_the_book(minimal_plan: Path) -> None:
    """As many stages as books: it is the book that may not be final."""
    _in_review(minimal_plan, "theory")
    change(
        minimal_plan, "document.yaml", "{book: buku-3, state: final", "{book: buku-3, state: review"
    )
    assert places(findings(minimal_plan)) == [("document.yaml", 3, "DOC001")]


def test_two_books_that_wait_for_one_stage_are_told_at_the_stage(minimal_plan: Path) -> None:
    (line,) = _in_review(minimal_plan, "theory")
    assert places(findings(minimal_plan)) == [("document.yaml", line, "DOC001")]


@pytest.mark.parametrize(
    ("date", "is_told"), [("2023-12-19", True), ("2023-12-20", False), ("2023-12-21", False)]
)
def test_a_law_may_be_of_the_day_of_the_last_approval(
    date: str, is_told: bool, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "document.yaml", "date: 2023-12-28", f"date: {date}")
    expected = [("document.yaml", line, "DOC003")] if is_told else []
    assert places(findings(minimal_plan)) == expected


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("1.0", "1", False),
        ("1.0", "v1", False),
        ("1.1", "1.1.0", False),
        ("1.1", "1.0.9", True),
        ("1.9", "1.10", False),
        ("terbitan", "1", False),
    ],
)
def test_a_version_may_equal_the_one_above_it_but_not_go_back(
    first: str, second: str, is_told: bool, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "document.yaml", '- {version: "1.1"', f'- {{version: "{second}"')
    change(minimal_plan, "document.yaml", '- {version: "1.0"', f'- {{version: "{first}"')
    expected = [("document.yaml", line, "DOC004")] if is_told else []
    assert places(findings(minimal_plan)) == expected

"""Outreach: what was held, whom it reached."""

import pytest

from smartplan.figures import outreach
from smartplan.plan import Plan

OUTREACH = """
activities:
  - {id: b, date: 2025-02, kind: literacy, title: B, audience: [community, media], reach: 40}
  - {id: a, date: 2024-05-01, kind: socialisation, title: A, audience: [community]}
  - {id: c, date: 2025-05, kind: training, title: C, state: planned, audience: [academia], reach: 9}
  - {id: d, date: 2025, kind: training, title: D, state: planned}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(outreach=OUTREACH)


def test_activities_in_the_order_of_time(plan):
    assert [a.id for a in outreach.outreach_activities(plan)] == ["a", "b", "c", "d"]
    assert [a.id for a in outreach.outreach_activities(plan, "held")] == ["a", "b"]


def test_planned_and_past_is_overdue(plan):
    """The plan reports as of 30 June 2025: the year 2025 is not over."""
    assert [a.id for a in outreach.overdue_outreach(plan)] == ["c"]


def test_only_what_was_held_has_reached_anyone(plan):
    assert outreach.total_reach(plan) == 40
    assert [a.id for a in outreach.outreach_without_reach(plan)] == ["a"]
    assert [s.id for s in outreach.reached_sectors(plan)] == ["community", "media"]
    assert [s.id for s in outreach.unreached_sectors(plan)] == [
        "government",
        "industry",
        "academia",
    ]

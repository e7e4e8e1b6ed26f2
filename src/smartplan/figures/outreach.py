"""Telling and teaching: what was held, what is to come, whom it reached."""

from collections import Counter

from smartplan.figures.cells import (
    NONE,
    agency_cell,
    count,
    heading,
    said,
    term,
    when,
)
from smartplan.figures.table import Cell, Table, remark, stated
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.framework import Sector
from smartplan.stages.outreach import OutreachActivity


def outreach_activities(plan: Plan, state: str | None = None) -> tuple[OutreachActivity, ...]:
    """The activities in the order of time: all, those held, or those planned."""
    found = sorted(plan.outreach.activities, key=lambda activity: activity.date)
    return tuple(activity for activity in found if state in (None, activity.state))


def overdue_outreach(plan: Plan) -> tuple[OutreachActivity, ...]:
    """Activities still called planned though their date is past."""
    return tuple(a for a in outreach_activities(plan, "planned") if a.date.last < plan.as_of)


def total_reach(plan: Plan) -> int:
    """The people reached, where an activity tells; one person may be counted twice."""
    return sum(a.reach for a in outreach_activities(plan, "held") if a.reach is not None)


def outreach_without_reach(plan: Plan) -> tuple[OutreachActivity, ...]:
    return tuple(a for a in outreach_activities(plan, "held") if a.reach is None)


def reached_sectors(plan: Plan) -> tuple[Sector, ...]:
    """The sectors that an activity already held has spoken to."""
    reached = {id_ for a in outreach_activities(plan, "held") for id_ in a.audience}
    return tuple(sector for sector in plan.framework.sectors if sector.id in reached)


def unreached_sectors(plan: Plan) -> tuple[Sector, ...]:
    reached = {sector.id for sector in reached_sectors(plan)}
    return tuple(sector for sector in plan.framework.sectors if sector.id not in reached)


def outreach_table(plan: Plan) -> Table:
    """The activities in the order of time, with their channels where any is recorded."""
    channels = any(activity.channel for activity in plan.outreach.activities)
    return Table(
        id="sosialisasi",
        caption=Text("Kegiatan sosialisasi dan literasi", "Outreach and literacy activities"),
        columns=(
            heading("Waktu", "Time"),
            heading("Kegiatan", "Activity"),
            heading("Jenis", "Kind"),
            *((heading("Saluran", "Channel"),) if channels else ()),
            heading("Penanggung jawab", "Lead"),
            heading("Jangkauan", "Reach", "right"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                Cell(when(plan, activity.date)),
                stated(
                    activity.title,
                    activity,
                    *remark("Bahan", "Materials", "; ".join(activity.materials)),
                ),
                Cell(said(plan, "outreach_kind", activity.kind_)),
                *((Cell(activity.channel or NONE.text),) if channels else ()),
                agency_cell(plan, activity.lead),
                NONE if activity.reach is None else count(plan, activity.reach),
                Cell(said(plan, "state", activity.state)),
            )
            for activity in outreach_activities(plan)
        ),
        empty=Text(
            "Belum ada kegiatan sosialisasi dan literasi.",
            "There are no outreach and literacy activities yet.",
        ),
    )


def sector_reach_table(plan: Plan) -> Table:
    """The sectors and how many activities spoke to each."""
    held, planned = Counter[str](), Counter[str]()
    for activity in plan.outreach.activities:
        (held if activity.state == "held" else planned).update(activity.audience)
    return Table(
        id="unsur-terjangkau",
        caption=Text(
            "Kegiatan menurut unsur yang dijangkau", "Activities by the sector they reach"
        ),
        columns=(
            heading("Unsur", "Sector"),
            heading("Terlaksana", "Held", "right"),
            heading("Direncanakan", "Planned", "right"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "sector", sector.id)),
                count(plan, held[sector.id]),
                count(plan, planned[sector.id]),
            )
            for sector in plan.framework.sectors
        )
        if held or planned
        else (),
        empty=Text(
            "Unsur yang dijangkau kegiatan belum dicatat.",
            "The sectors the activities reach have not been recorded yet.",
        ),
    )

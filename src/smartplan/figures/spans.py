"""Lengths of time in whole months, as a calendar counts them."""

from datetime import date, timedelta

from smartplan.stages.scalars import Moment


def months_passed(earlier: date, later: date) -> int:
    """The full months between two days; negative where `later` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def months_begun(start: Moment, end: Moment) -> int:
    """The months that a stretch of time begins, from its first day through its last."""
    after = end.last + timedelta(days=1)
    months = (after.year - start.first.year) * 12 + after.month - start.first.month
    return months + (after.day > start.first.day)


def year_moment(year: int) -> Moment:
    """A calendar year as a span of time."""
    return Moment(date(year, 1, 1), date(year, 12, 31), "year")

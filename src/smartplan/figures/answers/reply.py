"""What the plan says on an item of the instrument, and how its parts say it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from smartplan.diagnostics import Location
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.stages.programs import Program

LISTED = 8
"""Ids that a sentence names before it says that there are more."""


class Answered(StrEnum):
    """How far the plan answers an item."""

    THERE = "there"
    PARTLY = "partly"
    MISSING = "missing"

    @property
    def words(self) -> Text:
        return label("answered", self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the plan that speaks for an item."""

    place: Location
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the plan says on an item."""

    answered: Answered
    says: Text
    evidence: tuple[Evidence, ...] = ()
    write: Text | None = None
    """What is missing and where to write it."""


Look = Callable[[Plan, int], Reply]


def how_far(good: int, short: int) -> Answered:
    """All, some or none of what an item asks for."""
    if not good:
        return Answered.MISSING
    return Answered.PARTLY if short else Answered.THERE


def of_programs(programs: Iterable[Program]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.at(), one.id, one.name) for one in programs)

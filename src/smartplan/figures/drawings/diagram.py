"""A figure as text formats can draw it: a flow or a calendar, without any place on paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a flow; the key is our own, never of the plan."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Boxes and the arrows between them."""

    nodes: tuple[Node, ...]
    arrows: tuple[tuple[str, str], ...]
    down: bool = False
    """From top to bottom instead of from left to right."""


@dataclass(frozen=True, slots=True)
class Task:
    """A bar of a calendar; one day alone is a milestone."""

    key: str
    text: str
    first: date
    last: date
    done: bool = False
    late: bool = False
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tasks under the headings of their sections."""

    sections: tuple[tuple[str, tuple[Task, ...]], ...]


Diagram = Flow | Calendar

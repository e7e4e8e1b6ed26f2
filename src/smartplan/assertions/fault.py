"""What stops an assertion: a fault of its text, or a plan that does not let it be decided."""

from dataclasses import dataclass

from smartplan.diagnostics import Kind, Value
from smartplan.kinds.ast import UNREADABLE, WRONG_USE
from smartplan.language import Text


@dataclass(frozen=True, slots=True)
class Span:
    """Part of an assertion's text; the end is exclusive."""

    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        return Span(self.start, other.end)


class Fault(Exception):  # noqa: N818 - a finding, not a fault of the program
    """What makes an assertion unusable: the kind of the finding, its place and its words."""

    def __init__(self, kind: Kind, span: Span, hint: Text | None = None, **values: Value):
        self.kind = kind
        self.span = span
        self.hint = hint
        self.values = values
        super().__init__(kind.code)


def slip(span: Span, problem: Text, hint: Text | None = None) -> Fault:
    """Text that is no token, or a token that stands where it cannot."""
    return Fault(UNREADABLE, span, hint, problem=problem)


def misuse(span: Span, problem: Text, hint: Text | None = None) -> Fault:
    """Parts that can each be read but mean nothing together."""
    return Fault(WRONG_USE, span, hint, problem=problem)


class Undecided(Exception):  # noqa: N818 - a finding, not a fault of the program
    """A plan in which an assertion is neither true nor false, with the reason."""

    def __init__(self, reason: Text, hint: Text | None = None):
        self.reason = reason
        self.hint = hint
        """What to do, where it is not the plan that lacks something."""
        super().__init__(reason.english)

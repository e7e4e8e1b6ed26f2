"""One change, and all changes between two plans, as values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from smartplan.diagnostics import Diagnostic
from smartplan.figures.budget import Money as MoneyKind
from smartplan.figures.cells import rounded
from smartplan.language import Text
from smartplan.stages.scalars import Moment


class Category(StrEnum):
    """What kind of change it is, in the order it is told."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    TARGET = "target"
    BUDGET = "budget"
    SCHEDULE = "schedule"
    OWNER = "owner"
    STATE = "state"
    REALISATION = "realisation"
    FIELD = "field"


_RANK = {category: place for place, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a change is about: an item, or with an empty id a stage or the manifest."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in rupiah."""

    rupiah: int


@dataclass(frozen=True, slots=True)
class Word:
    """A key of a short list, with its group in the label catalog."""

    group: str
    key: str


@dataclass(frozen=True, slots=True)
class Named:
    """An item that another one names."""

    kind: str
    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Whole:
    """A part without an id: all that it says."""

    fields: tuple[tuple[Text, "Value"], ...]


Value = None | str | Decimal | Moment | Money | Word | Named | Whole | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was."""

    category: Category
    old: Subject | None
    new: Subject | None
    field: str
    """The keys down to it, `budget/2024+apbd+planned/amount`; empty for the whole item."""
    label: Text
    before: Value
    after: Value
    guess: bool = False
    """Whether it is only likely: an item under another id."""

    @property
    def subject(self) -> Subject:
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def difference(self) -> Decimal | None:
        """By how much a number changed; money that was not there before counts from zero."""
        before, after = _quantity(self.before), _quantity(self.after)
        if self.category is Category.BUDGET and (before is None) != (after is None):
            return (after or Decimal(0)) - (before or Decimal(0))
        if before is None or after is None:
            return None
        return after - before

    @property
    def percent(self) -> Decimal | None:
        """The difference as a share of what was there."""
        return share_of(self.difference, _quantity(self.before))

    @property
    def months(self) -> int | None:
        """By how many months a date moved; its last month counts, as that is when it is due."""
        if not isinstance(self.before, Moment) or not isinstance(self.after, Moment):
            return None
        before, after = self.before.last, self.after.last
        return (after.year - before.year) * 12 + after.month - before.month

    def mirrored(self) -> "Change":
        """The same change seen from the other side."""
        category = _MIRRORED.get(self.category, self.category)
        return replace(
            self,
            category=category,
            old=self.new,
            new=self.old,
            before=self.after,
            after=self.before,
        )

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        ends = f"{self.before!r} {self.after!r}"
        return (_RANK[self.category], self.subject.kind, self.subject.id, self.field, ends)


_MIRRORED = {Category.ADDED: Category.REMOVED, Category.REMOVED: Category.ADDED}


def share_of(difference: Decimal | None, before: Decimal | None) -> Decimal | None:
    """A difference in percent of what was there; None of nothing."""
    if difference is None or not before:
        return None
    return rounded(difference * 100 / abs(before))


def _quantity(value: Value) -> Decimal | None:
    if isinstance(value, Money):
        return Decimal(value.rupiah)
    return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Total:
    """All money of one kind in the plan, before and after."""

    kind: MoneyKind
    before: int
    after: int

    @property
    def difference(self) -> int:
        return self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        return share_of(Decimal(self.difference), Decimal(self.before))


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is not as it was."""

    changes: tuple[Change, ...]
    totals: tuple[Total, ...] = ()
    """The kinds of money of which either plan has any."""
    introduced: tuple[Diagnostic, ...] = ()
    resolved: tuple[Diagnostic, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.introduced or self.resolved)

    def of(self, category: Category) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.category is category)

    def mirrored(self) -> "Changes":
        """The changes back: from the newer plan to the older one."""
        return Changes(
            ordered(change.mirrored() for change in self.changes),
            tuple(Total(one.kind, one.after, one.before) for one in self.totals),
            self.resolved,
            self.introduced,
        )


def ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    """By category, then by kind and id."""
    return tuple(sorted(changes, key=lambda change: change.order))

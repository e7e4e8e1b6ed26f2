"""Two plans, item by item and field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from smartplan.changes.change import (
    Category,
    Change,
    Changes,
    Named,
    Subject,
    Total,
    Value,
    ordered,
)
from smartplan.changes.entities import Entities, Entity, Key, entities, guesses, roots
from smartplan.changes.values import field_label, meaning, named, valued, whole
from smartplan.changes.words import say
from smartplan.diagnostics import Diagnostic
from smartplan.figures.budget import KINDS, total_money
from smartplan.language import Language, Text, label
from smartplan.plan import Plan
from smartplan.shapes import kinds_in
from smartplan.stages.base import Item
from smartplan.stages.manifest import Assertion, BookChoice
from smartplan.stages.monev import (
    AchievementClass,
    Evaluation,
    ItemScore,
    Realisation,
    ScheduleEntry,
)
from smartplan.stages.parts import Part, parts
from smartplan.stages.programs import BudgetLine, Progress
from smartplan.stages.roadmap import Ceiling
from smartplan.stages.team import Meeting, Member, Person


@dataclass(frozen=True)
class Side:
    """A plan with what was found in it."""

    plan: Plan
    findings: tuple[Diagnostic, ...] = ()
    others: Mapping[str, Item] = field(default_factory=dict)
    """Files beside the stages, by name: the waivers, a framework of the plan's own."""


def compare(old: Side, new: Side) -> Changes:
    """What changed from one plan to the other.

    Order in lists of items, places in files and spelling in YAML are no changes.
    """
    found = ordered(_Comparison(old, new).changes())
    introduced, resolved = _findings(old.findings, new.findings)
    return Changes(found, tuple(_totals(old.plan, new.plan)), introduced, resolved)


def _totals(old: Plan, new: Plan) -> Iterator[Total]:
    for kind in KINDS:
        total = Total(kind, total_money(old, kind), total_money(new, kind))
        if total.before or total.after:
            yield total


def _findings(
    old: Iterable[Diagnostic], new: Iterable[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings of one side only, by code and subject: lines may move."""
    before, after = _by_subject(old), _by_subject(new)
    return _beyond(after, before), _beyond(before, after)


Subjects = dict[tuple[str, str], list[Diagnostic]]


def _by_subject(findings: Iterable[Diagnostic]) -> Subjects:
    found: Subjects = defaultdict(list)
    for one in findings:
        found[one.kind.code, one.subject].append(one)
    return found


def _beyond(these: Subjects, those: Subjects) -> tuple[Diagnostic, ...]:
    return tuple(one for key in sorted(these) for one in these[key][len(those.get(key, ())) :])


_IDENTITY: Mapping[type[Item], tuple[str, ...]] = {
    BudgetLine: ("year", "fund", "kind_"),
    Ceiling: ("year", "fund"),
    Realisation: ("indicator", "period"),
    Evaluation: ("year", "round"),
    ItemScore: ("section", "item"),
    ScheduleEntry: ("what",),
    AchievementClass: ("from_",),
    Person: ("office",),
    Member: ("office", "agency"),
    Meeting: ("date", "body"),
    BookChoice: ("template",),
    Assertion: ("name",),
}
"""What tells parts without an id from each other, where the usual fields do not."""

_USUAL = (
    "year", "dimension", "element", "stage", "book", "term", "version", "family", "section",
    "code", "item", "subject", "path", "office", "what", "kind_", "text",
)  # fmt: skip

_MOVES = frozenset({
    "dimension", "sub_dimension", "horizon", "family", "phase", "goal", "mission", "program",
})  # fmt: skip
"""Kinds that give an item its place in the plan."""
_DATES = frozenset({"due", "start", "end"})
_STATES = frozenset({"state", "status", "percent"})


def _identity(model: type[Item]) -> tuple[str, ...]:
    if model in _IDENTITY:
        return _IDENTITY[model]
    names = {part.name for part in parts(model)}
    return tuple(name for name in _USUAL if name in names)[:2]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the comparison is: the item on both sides, and the way down from it."""

    old: Subject | None
    new: Subject | None
    path: str = ""
    label: Text | None = None

    def into(self, key: str, label: Text) -> "_Place":
        if self.label is not None:
            label = Text(
                f"{self.label.indonesian}: {label.indonesian}",
                f"{self.label.english}: {label.english}",
            )
        return _Place(self.old, self.new, f"{self.path}{key}/", label)


class _Comparison:
    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old.plan, new.plan
        self.before: Entities = entities(old.plan, old.others)
        self.after: Entities = entities(new.plan, new.others)
        self.roots = (
            {**roots(old.plan), **old.others},
            {**roots(new.plan), **new.others},
        )
        gone = [one for key, one in self.before.items() if key not in self.after]
        come = [one for key, one in self.after.items() if key not in self.before]
        self.same = guesses(gone, come)
        self.guessed = set(self.same.values())
        self.ids = _names_of_both(self.same)

    def changes(self) -> Iterator[Change]:
        for key, old in self.before.items():
            new = self.after.get(self.same.get(key, key))
            if new is not None:
                yield from self._item(old, new)
            elif old.holder not in self.before or self._stays(old.holder):
                yield _whole_item(Category.REMOVED, _subject(old), None)
        for key, new in self.after.items():
            if key in self.before or key in self.guessed:
                continue
            if new.holder not in self.after or self._was_there(new.holder):
                yield _whole_item(Category.ADDED, None, _subject(new))
        yield from self._stages()

    def _stays(self, key: Key) -> bool:
        return self.same.get(key, key) in self.after

    def _was_there(self, key: Key) -> bool:
        return key in self.before or key in self.guessed

    def _stages(self) -> Iterator[Change]:
        """What the manifest and the stages say outside of items."""
        before, after = self.roots
        for name in {**before, **after}:
            old, new = before.get(name), after.get(name)
            subject = Subject(name, "", "")
            if old is not None and new is not None:
                yield from self._fields(old, new, _Place(subject, subject))

    def _item(self, old: Entity, new: Entity) -> Iterator[Change]:
        place = _Place(_subject(old), _subject(new))
        if old.key != new.key:
            yield self._change(
                Category.RENAMED, place, "id", _ID, (old.key[1], new.key[1]), guess=True
            )
        holder = self.same.get(old.holder, old.holder)
        if holder != new.holder:
            ends = self._holder(self.old, old.holder), self._holder(self.new, new.holder)
            yield self._change(Category.MOVED, place, "", _HOLDER, ends)
        elif old.list != new.list:
            yield self._change(Category.MOVED, place, "", _LIST, (old.list, new.list))
        yield from self._fields(old.item, new.item, place)

    def _holder(self, plan: Plan, key: Key) -> Value:
        kind, id_ = key
        return named(plan, (kind,), id_) if id_ else Named(kind, "", label("stage", kind))

    def _change(
        self,
        category: Category,
        place: _Place,
        key: str,
        label: Text,
        ends: tuple[Value, Value],
        *,
        guess: bool = False,
    ) -> Change:
        whole_label = place.into(key, label).label or label
        return Change(
            category, place.old, place.new, f"{place.path}{key}", whole_label, *ends, guess
        )

    # Fields

    def _fields(self, old: Item, new: Item, place: _Place) -> Iterator[Change]:
        model = type(new)
        for part in parts(model):
            if part.name == "id" and model.kind:
                continue
            before, after = getattr(old, part.name), getattr(new, part.name)
            if part.model is not None:
                if not part.model.kind and (before or after):
                    yield from self._parts(part, before, after, place)
            elif part.shape == "table":
                yield from self._table(part, before, after, place)
            elif before != after and not (model is Realisation and part.name in _READING):
                yield from self._value(model, part, (before, after), place)
        if isinstance(old, Realisation) and isinstance(new, Realisation):
            yield from self._reading(old, new, place)

    def _value(
        self, model: type[Item], part: Part, ends: tuple[object, object], place: _Place
    ) -> Iterator[Change]:
        if self._plain(part, ends[0], self.ids[0]) == self._plain(part, ends[1], self.ids[1]):
            return
        told = valued(self.old, model, part, ends[0]), valued(self.new, model, part, ends[1])
        category = _category(model, part, place)
        yield self._change(category, place, part.key, field_label(part), told)

    def _plain(self, part: Part, value: object, ids: Mapping[Key, str]) -> object:
        """A value as it is compared: texts by their meaning, ids by whom they name."""
        if isinstance(value, tuple):
            several = [self._plain(part, one, ids) for one in value]
            return sorted(several, key=str) if part.key == "sources" else several
        if not isinstance(value, str):
            return value
        if not part.refs:
            return meaning(value)
        return next((ids[kind, value] for kind in part.refs if (kind, value) in ids), value)

    def _table(
        self,
        part: Part,
        before: Mapping[object, Decimal | str],
        after: Mapping[object, Decimal | str],
        place: _Place,
    ) -> Iterator[Change]:
        if before == after:
            return
        category = Category.TARGET if part.name == "targets" else Category.FIELD
        name = field_label(part)
        for key in sorted({*before, *after}, key=str):
            ends = before.get(key), after.get(key)
            if ends[0] != ends[1]:
                words = Text(f"{name.indonesian} {key}", f"{name.english} {key}")
                yield self._change(category, place, f"{part.key}/{key}", words, ends)

    def _reading(self, old: Realisation, new: Realisation, place: _Place) -> Iterator[Change]:
        """A number, a word or a reason: one of the three, so one change."""
        ends = _read(old), _read(new)
        if ends[0] != ends[1]:
            yield self._change(Category.REALISATION, place, "value", _VALUE, ends)

    # Parts without an id

    def _parts(self, part: Part, before: object, after: object, place: _Place) -> Iterator[Change]:
        if part.shape == "item":
            inner = place.into(part.key, field_label(part))
            yield from self._pair(_item_or_none(before), _item_or_none(after), inner)
            return
        assert isinstance(before, tuple)
        assert isinstance(after, tuple)
        assert part.model is not None
        names = _identity(part.model)
        left = self._grouped(part.model, names, before, self.ids[0])
        right = self._grouped(part.model, names, after, self.ids[1])
        for key in {**left, **right}:
            for old, new in self._matched(left.get(key, []), right.get(key, [])):
                inner = self._named_part(part, (old, new), key, place)
                yield from self._pair(old, new, inner)

    def _grouped(
        self,
        model: type[Item],
        names: tuple[str, ...],
        items: tuple[Item, ...],
        ids: Mapping[Key, str],
    ) -> dict[str, list[Item]]:
        by_name = {part.name: part for part in parts(model)}
        found: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            values = (self._plain(by_name[name], getattr(item, name), ids) for name in names)
            told = "+".join(str(value) for value in values if value is not None)
            found[told or str(getattr(item, "name", ""))].append(item)
        return found

    def _matched(
        self, old: list[Item], new: list[Item]
    ) -> Iterator[tuple[Item | None, Item | None]]:
        """Equal ones first, the others in their order, then what is left on one side."""
        if len(old) == len(new) == 1:
            yield old[0], new[0]
            return
        left, right = list(old), list(new)
        for one in old if len(old) + len(new) <= _FEW else ():
            twin = next((other for other in right if self._equal(one, other)), None)
            if twin is not None:
                left = [item for item in left if item is not one]
                right = [item for item in right if item is not twin]
        count = max(len(left), len(right))
        for place in range(count):
            yield (
                left[place] if place < len(left) else None,
                right[place] if place < len(right) else None,
            )

    def _equal(self, old: Item, new: Item) -> bool:
        nowhere = _Place(None, None)
        return next(self._fields(old, new, nowhere), None) is None

    def _named_part(
        self, part: Part, ends: tuple[Item | None, Item | None], key: str, place: _Place
    ) -> _Place:
        """The way into a part: a realisation is told of its indicator, the rest of the holder."""
        old, new = ends
        item, plan = (new, self.new) if new is not None else (old, self.old)
        assert item is not None
        name = _with_values(plan, part, item)
        if isinstance(item, Realisation):
            found = self._indicator(self.old, old), self._indicator(self.new, new)
            start = _Place(*found)
            return start.into(f"{part.key}/{item.period}", name)
        return place.into(f"{part.key}/{key}" if key else part.key, name)

    def _indicator(self, plan: Plan, item: Item | None) -> Subject | None:
        if not isinstance(item, Realisation):
            return None
        return Subject("indicator", item.indicator, plan.name("indicator", item.indicator))

    def _pair(self, old: Item | None, new: Item | None, place: _Place) -> Iterator[Change]:
        if old is not None and new is not None:
            yield from self._fields(old, new, place)
            return
        one = old or new
        if one is None or kinds_in(type(one)):
            return  # what has ids inside is told item by item
        category, before = _of_part(self.old, old)
        other, after = _of_part(self.new, new)
        category = category or other or Category.FIELD
        assert place.label is not None
        yield Change(
            category, place.old, place.new, place.path.rstrip("/"), place.label, before, after
        )


def _names_of_both(same: Mapping[Key, Key]) -> tuple[dict[Key, str], dict[Key, str]]:
    """One name for an item that has another id on each side, the same from either side."""
    names = {old: "=".join(sorted((old[1], new[1]))) for old, new in same.items()}
    return names, {same[old]: name for old, name in names.items()}


_FEW = 100
"""Parts that nothing tells apart, up to which the equal ones are looked for."""

_ID = Text("id", "id")
_HOLDER = Text("tempat", "place")
_LIST = Text("bagian", "part")
_VALUE = Text("nilai", "value")
_READING = frozenset({"value", "text", "no_data"})


def _subject(one: Entity) -> Subject:
    return Subject(one.key[0], one.key[1], one.title)


def _whole_item(category: Category, old: Subject | None, new: Subject | None) -> Change:
    kind = (new or old or Subject("program", "", "")).kind
    ends = old.title if old else None, new.title if new else None
    return Change(category, old, new, "", label("kind", kind), *ends)


def _item_or_none(value: object) -> Item | None:
    return value if isinstance(value, Item) else None


def _read(item: Realisation) -> Value:
    if item.value is not None:
        return item.value
    return meaning(item.text or item.no_data or "")


def _of_part(plan: Plan, item: Item | None) -> tuple[Category | None, Value]:
    """What a part that stands on one side alone is told as."""
    if item is None:
        return None, None
    if isinstance(item, BudgetLine | Ceiling):
        return Category.BUDGET, valued(plan, type(item), _part(type(item), "amount"), item.amount)
    if isinstance(item, Realisation):
        return Category.REALISATION, _read(item)
    if isinstance(item, Progress):
        return Category.STATE, valued(plan, Progress, _part(Progress, "state"), item.state)
    return Category.FIELD, whole(plan, item)


def _part(model: type[Item], name: str) -> Part:
    return next(part for part in parts(model) if part.name == name)


def _with_values(plan: Plan, part: Part, item: Item) -> Text:
    """`anggaran 2024, APBD, rencana`: a list with what tells the part from its neighbours."""
    name = field_label(part)
    model = type(item)
    told = [
        valued(plan, model, _part(model, field), getattr(item, field))
        for field in _identity(model)
        if field != "indicator"
    ]
    values = {
        language: ", ".join(say(value, language, 80) for value in told if value is not None)
        for language in Language
    }
    return Text(
        f"{name.indonesian} {values[Language.INDONESIAN]}".strip(),
        f"{name.english} {values[Language.ENGLISH]}".strip(),
    )


def _category(model: type[Item], part: Part, place: _Place) -> Category:
    if part.name == "amount":
        return Category.BUDGET
    if model.kind and part.name == model.title_field:
        return Category.RENAMED
    if "agency" in part.refs or "/head/" in f"/{place.path}":
        return Category.OWNER
    if part.shape == "value" and _MOVES.intersection(part.refs):
        return Category.MOVED
    if part.key in _STATES:
        return Category.STATE
    return Category.SCHEDULE if part.key in _DATES else Category.FIELD

"""What hangs on an item: everything that names it, directly or by way of others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smartplan.figures.budget import KINDS, Money
from smartplan.figures.wording import spoken
from smartplan.language import Language, Text, label
from smartplan.plan import Plan
from smartplan.stages import STAGES
from smartplan.stages.base import Item, leading
from smartplan.stages.framework import Named
from smartplan.stages.monev import Realisation, ScheduleEntry
from smartplan.stages.parts import Held, held
from smartplan.stages.programs import BudgetLine, Program
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Person


@dataclass(frozen=True, slots=True)
class Hop:
    """One step away from the item: who names it, under which key."""

    kind: str
    """A kind, or the stage of a part that has no id of its own."""
    id: str
    title: str
    field: str
    words: Text | None = None
    """What a reader calls a part without an id: `rapat Dewan Smart City, 5 Mei 2026`."""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Use:
    """Something that hangs on the item, with the shortest way there."""

    path: tuple[Hop, ...]

    @property
    def end(self) -> Hop:
        return self.path[-1]

    @property
    def is_direct(self) -> bool:
        return len(self.path) == 1


@dataclass(frozen=True, slots=True)
class YearOfMoney:
    """One kind of money of a year, in the programs that hang on the item."""

    year: int
    kind: Money
    direct: int
    indirect: int


@dataclass(frozen=True, slots=True)
class Impact:
    """What hangs on an item."""

    kind: str
    id: str
    title: str
    uses: tuple[Use, ...]
    """By the length of the way, then in the order of the plan."""
    money: tuple[YearOfMoney, ...]

    def of_kind(self, kind: str) -> tuple[Use, ...]:
        return tuple(use for use in self.uses if use.end.kind == kind)


def part_word(kind: str, count: int = 1) -> Text:
    """What a reader calls so many of a kind, or the stage of a part without an id."""
    return label("stage" if kind in STAGES else "kind" if count == 1 else "kinds", kind)


def impact(plan: Plan, item: Item) -> Impact:
    """Everything that names an item or is part of it, and what in turn hangs on that.

    Each is reached once, by the shortest way; plans that point in circles end like others.
    """
    start = f"{item.kind}:{_id(item)}"
    graph = _Graph(plan)
    found: dict[str, Use] = {}
    waiting: list[tuple[str, tuple[Hop, ...]]] = [(start, ())]
    for key, path in waiting:
        for hop in graph.beyond(key):
            if hop.key != start and hop.key not in found:
                found[hop.key] = Use((*path, hop))
                waiting.append((hop.key, (*path, hop)))
    uses = tuple(found.values())
    return Impact(item.kind, _id(item), item.title_text, uses, _money(plan, item, uses))


def _id(item: Item) -> str:
    return str(getattr(item, "id", ""))


class _Graph:
    """Who hangs on whom."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.where: dict[int, tuple[str, Held]] = {}
        self.inside: dict[str, list[Hop]] = defaultdict(list)
        for stage in STAGES:
            for one in held(getattr(plan, stage)):
                self.where[id(one.item)] = stage, one
                if one.owner is not None and one.item.kind:
                    hop = Hop(one.item.kind, _id(one.item), one.item.title_text, one.path)
                    owner = f"{one.owner.kind}:{_id(one.owner)}"
                    self.inside[owner].append(_without_name(hop))

    def beyond(self, key: str) -> Iterator[Hop]:
        """The parts of an item, and those that name it."""
        kind, _, id_ = key.partition(":")
        yield from self.inside.get(key, ())
        for reference in self.plan.index.users_of(kind, id_):
            place = self.where.get(id(reference.holder))
            if place is not None:
                yield _hop(self.plan, *place, reference.field)


def _hop(plan: Plan, stage: str, place: Held, field: str) -> Hop:
    item = place.item
    if item.kind:
        return Hop(item.kind, _id(item), item.title_text, field)
    if place.owner is not None:
        within = f"{place.path.partition('/')[0]}: {field}"
        return Hop(place.owner.kind, _id(place.owner), place.owner.title_text, within)
    return Hop(stage, place.path, item.title_text, field, _words(plan, item))


_PARTS: dict[type[Item], tuple[Text, tuple[str, ...]]] = {
    Realisation: (Text("realisasi", "realisation"), ("indicator", "period")),
    ScheduleEntry: (Text("jadwal", "schedule entry"), ("what",)),
    Person: (Text("pejabat", "official"), ("office",)),
}
"""Parts that may stand there twice: what they are, and what mostly tells them apart."""


def _words(plan: Plan, item: Item) -> Text | None:
    """A part by what it is and what tells it apart; None where nothing does."""
    name = item.named_by
    own = (label("item", name.word), name.fields) if name else _PARTS.get(type(item))
    if own is None:
        return None
    word, fields = own
    told = [_value(plan, item, one) for one in fields if vars(item)[one] is not None]
    return Text(
        f"{word.indonesian} {', '.join(one.indonesian for one in told)}",
        f"{word.english} {', '.join(one.english for one in told)}",
    )


def _value(plan: Plan, item: Item, field: str) -> Text:
    """A value as a reader knows it: a moment in words, an id by its title."""
    value = vars(item)[field]
    if isinstance(value, Moment):
        return Text(spoken(value, Language.INDONESIAN), spoken(value, Language.ENGLISH))
    kind = next((one.kind for one in leading(type(item)).names if one.field == field), "")
    known = plan.find(kind, str(value)) if kind else None
    if isinstance(known, Named):
        return Text(known.name, known.english)
    said = known.title_text if known is not None else str(value)
    return Text(said, said)


def _without_name(hop: Hop) -> Hop:
    """A part goes by the list it stands in."""
    return Hop(hop.kind, hop.id, hop.title, hop.field.rpartition("/")[0] or hop.field)


def _money(plan: Plan, item: Item, uses: Iterable[Use]) -> tuple[YearOfMoney, ...]:
    """The money of the item itself and of the programs that hang on it, year by year.

    A fund has the lines that name it, an agency directly the programs it leads, a program directly
    its own money; all else has the whole money of a program. The kinds are never added up.
    """
    sums: dict[tuple[int, Money], list[int]] = defaultdict(lambda: [0, 0])
    for program, is_direct in _programs(plan, item, uses):
        for line in _lines(program, item):
            sums[line.year, line.kind_][0 if is_direct else 1] += line.amount
    order = {kind: place for place, kind in enumerate(KINDS)}
    ordered = sorted(sums.items(), key=lambda entry: (entry[0][0], order[entry[0][1]]))
    return tuple(YearOfMoney(year, kind, *pair) for (year, kind), pair in ordered)


def _programs(plan: Plan, item: Item, uses: Iterable[Use]) -> Iterator[tuple[Program, bool]]:
    if isinstance(item, Program):
        yield item, True
    for use in uses:
        program = plan.find("program", use.end.id) if use.end.kind == "program" else None
        if isinstance(program, Program):
            yield program, use.is_direct and _is_own(item, program)


def _is_own(item: Item, program: Program) -> bool:
    """Not what merely waits for another program or supports it."""
    if isinstance(item, Program):
        return False
    return item.kind != "agency" or program.lead == _id(item)


def _lines(program: Program, item: Item) -> Iterator[BudgetLine]:
    return (line for line in program.budget if item.kind != "fund" or line.fund == _id(item))

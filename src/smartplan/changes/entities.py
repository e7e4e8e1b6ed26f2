"""The items of a plan that have an id, each with who holds it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from smartplan.changes.values import meaning
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.stages import MANIFEST, STAGES
from smartplan.stages.base import Item
from smartplan.stages.parts import held, parts

Key = tuple[str, str]
"""Kind and id; the id of a stage or of the manifest is empty."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An item with an id."""

    key: Key
    item: Item
    holder: Key
    """The item or the stage it stands in."""
    list: str
    """Which of the holder's lists, `swot/governance/strengths`."""

    @property
    def title(self) -> str:
        return self.item.title_text


Entities = Mapping[Key, Entity]


def roots(plan: Plan) -> dict[str, Item]:
    """The manifest and the stages, by name."""
    return {MANIFEST: plan.manifest, **{stage: getattr(plan, stage) for stage in STAGES}}


def entities(plan: Plan, others: Mapping[str, Item]) -> dict[Key, Entity]:
    """Every item with an id; of two that share kind and id, the first."""
    found: dict[Key, Entity] = {}
    for name, root in {**roots(plan), **others}.items():
        for one in held(root):
            if one.item.kind:
                key = key_of(one.item)
                holder = key_of(one.owner) if one.owner else (name, "")
                place = one.path.rpartition("/")[0]
                found.setdefault(key, Entity(key, one.item, holder, place))
    return found


def key_of(item: Item) -> Key:
    return item.kind, str(getattr(item, "id", ""))


# Nearly the same under another id

ALIKE = 0.75
"""Shared trigrams of two titles (Dice) from which they may be the same item."""
MOST = 40_000
"""Pairs of titles that are compared letter by letter; beyond, only equal ones are found."""
_GIVEN = 4
"""Fields that must be the same where the title is not."""


def guesses(gone: Iterable[Entity], come: Iterable[Entity]) -> dict[Key, Key]:
    """Items that are gone, each with the one that most likely is the same under a new id.

    By the same title, by all other fields the same, by a title nearly the same; what could be
    two is none. An item inside another must stand in the same one. Seen from the other side,
    the pairs are the same.
    """
    found: dict[Key, Key] = {}
    left, right = sorted(gone, key=_depth), sorted(come, key=_depth)
    for kind in dict.fromkeys(one.key[0] for one in left):
        before = [one for one in left if one.key[0] == kind]
        after = [one for one in right if one.key[0] == kind]
        for mark in (_by_title, _by_content):
            found.update((old.key, new.key) for old, new in _only(before, after, mark, found))
            taken = set(found.values())
            before = [one for one in before if one.key not in found]
            after = [one for one in after if one.key not in taken]
        if len(before) * len(after) <= MOST:
            near = list(_nearest(before, after, found))
            found.update((old.key, new.key) for old, new in near)
    return found


Mark = Callable[[Entity], Hashable]


def _depth(one: Entity) -> tuple[bool, Key]:
    """What a stage holds goes before what an item holds."""
    return bool(one.holder[1]), one.key


def _by_title(one: Entity) -> Hashable:
    return fold(one.title) or None


def _by_content(one: Entity) -> Hashable:
    given = tuple(fingerprint(one.item))
    return given if len(given) >= _GIVEN else None


def fingerprint(item: Item) -> Iterator[tuple[str, object]]:
    """All that an item says but its id and its title."""
    for part in parts(type(item)):
        value = getattr(item, part.name)
        if part.name in ("id", item.title_field) or value in (None, (), {}):
            continue
        if isinstance(value, Item):
            yield part.name, tuple(fingerprint(value))
        elif part.shape == "items":
            yield part.name, tuple(tuple(fingerprint(one)) for one in value)
        elif isinstance(value, dict):
            yield part.name, tuple(sorted(value.items()))
        else:
            yield part.name, meaning(value) if isinstance(value, str) else value


def _only(
    before: list[Entity], after: list[Entity], mark: Mark, found: Mapping[Key, Key]
) -> list[tuple[Entity, Entity]]:
    """The pairs whose mark nobody else has on either side."""
    left, right = _marked(before, mark), _marked(after, mark)
    return [
        (left[value][0], right[value][0])
        for value in left
        if len(left[value]) == 1
        and len(right.get(value, ())) == 1
        and _same_holder(left[value][0], right[value][0], found)
    ]


def _marked(items: list[Entity], mark: Mark) -> dict[Hashable, list[Entity]]:
    found: dict[Hashable, list[Entity]] = {}
    for one in items:
        value = mark(one)
        if value is not None:
            found.setdefault(value, []).append(one)
    return found


def _nearest(
    before: list[Entity], after: list[Entity], found: Mapping[Key, Key]
) -> Iterator[tuple[Entity, Entity]]:
    left = [(one, _trigrams(one.title)) for one in before]
    right = [(one, _trigrams(one.title)) for one in after]
    scored = sorted(
        (-_alike(mine, theirs), sorted((old.key, new.key)), old.key, old, new)
        for old, mine in left
        for new, theirs in right
        if _alike(mine, theirs) >= ALIKE and _same_holder(old, new, found)
    )
    taken: set[Key] = set()
    for *_, old, new in scored:
        if old.key not in taken and new.key not in taken:
            taken |= {old.key, new.key}
            yield old, new


def _same_holder(old: Entity, new: Entity, found: Mapping[Key, Key]) -> bool:
    return found.get(old.holder, old.holder) == new.holder


@cache
def _trigrams(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(folded[place : place + 3] for place in range(max(len(folded) - 2, 1)))


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))

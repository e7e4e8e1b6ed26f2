"""Ids, and who names them: one index over all items of a plan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from smartplan.stages.base import Item, Reference, references, walk


@dataclass(frozen=True)
class Index:
    """Every item that has an id, by kind, and every reference to it."""

    items: Mapping[str, Mapping[str, Item]]
    references: tuple[Reference, ...]
    duplicates: tuple[tuple[Item, Item], ...]
    """An item and the earlier one that has its kind and id."""
    users: Mapping[tuple[str, str], tuple[Reference, ...]] = field(repr=False)

    def find(self, kind: str, id_: str) -> Item | None:
        """The item of one of the kinds in `kind` (`program|objective`), None if there is none."""
        for one in kind.split("|"):
            found = self.items.get(one, {}).get(id_)
            if found is not None:
                return found
        return None

    def users_of(self, kind: str, id_: str) -> tuple[Reference, ...]:
        return self.users.get((kind, id_), ())


def index(roots: Iterable[Item]) -> Index:
    """Index every item below these roots."""
    items: dict[str, dict[str, Item]] = defaultdict(dict)
    named: list[Reference] = []
    duplicates: list[tuple[Item, Item]] = []
    for root in roots:
        for item in walk(root):
            named.extend(references(item))
            if not item.kind:
                continue
            earlier = items[item.kind].setdefault(item.id, item)  # type: ignore[attr-defined]
            if earlier is not item:
                duplicates.append((item, earlier))
    return Index(items, tuple(named), tuple(duplicates), _users(named, items))


def _users(
    named: Iterable[Reference], items: Mapping[str, Mapping[str, Item]]
) -> dict[tuple[str, str], tuple[Reference, ...]]:
    users: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in named:
        for kind in _kinds(reference):
            if reference.id in items.get(kind, {}):
                users[(kind, reference.id)].append(reference)
    return {key: tuple(value) for key, value in users.items()}


def _kinds(reference: Reference) -> Iterator[str]:
    yield from reference.kind.split("|")

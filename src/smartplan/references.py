"""Ids, and who names them: one index over all items of a plan."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from smartplan.stages.base import Item, Name, Reference, leading, references, walk

Items = Mapping[str, Mapping[str, Item]]
"""Items by kind and id."""
Use = tuple[Item, str, int | None]
"""The holder of a reference, its key, its position: most of a plan's are never looked at closer."""
Uses = Mapping[str, Mapping[str, list[Use]]]
"""Where items are named, by kind and id."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item that has the name of an earlier one beside it, and no id to tell them apart."""

    item: Item
    earlier: Item
    name: Name
    surely: bool
    """Whether it cannot be meant."""


@dataclass(frozen=True)
class Index:
    """Every item that has an id, by kind, and every reference to it."""

    items: Items
    duplicates: tuple[tuple[Item, Item], ...]
    """An item and the earlier one that has its kind and id."""
    repeats: tuple[Repeat, ...]
    """Items named by their fields that stand beside one of the same name."""
    unknown: tuple[Reference, ...]
    """References to what is not there, in the order of the files."""
    uses: Uses = field(repr=False)

    def find(self, kind: str, id_: str) -> Item | None:
        """The item of one of the kinds in `kind` (`program|objective`), None if there is none."""
        return _find(self.items, kind, id_)

    def users_of(self, kind: str, id_: str) -> tuple[Reference, ...]:
        if id_ not in self.items.get(kind, ()):
            return ()
        return tuple(Reference(*use, kind, id_) for use in self.uses.get(kind, {}).get(id_, ()))

    def is_used(self, kind: str, id_: str) -> bool:
        """Whether any reference names this item."""
        return id_ in self.items.get(kind, ()) and id_ in self.uses.get(kind, ())


@cache
def kinds_of(kind: str) -> tuple[str, ...]:
    """The kinds that a reference may name: `program` and `objective` of `program|objective`."""
    return tuple(kind.split("|"))


def _find(items: Items, kind: str, id_: str) -> Item | None:
    for one in kinds_of(kind):
        found = items.get(one, {}).get(id_)
        if found is not None:
            return found
    return None


def index(roots: Iterable[Item]) -> Index:
    """Index every item below these roots."""
    everything = [item for root in roots for item in walk(root)]
    items: dict[str, dict[str, Item]] = defaultdict(dict)
    duplicates: list[tuple[Item, Item]] = []
    for item in everything:
        if item.kind:
            earlier = items[item.kind].setdefault(item.id, item)  # type: ignore[attr-defined]
            if earlier is not item:
                duplicates.append((item, earlier))
    uses, named = _uses(everything)
    unknown: tuple[Reference, ...] = ()
    if any(_find(items, kind, id_) is None for kind, ids in named.items() for id_ in ids):
        told = (reference for item in everything for reference in references(item))
        unknown = tuple(one for one in told if _find(items, one.kind, one.id) is None)
    repeats = tuple(_repeats(everything))
    return Index(items, tuple(duplicates), repeats, unknown, uses)


def without_copies(roots: Sequence[Item], known: Index) -> list[Item]:
    """The roots without the items of their lists that repeat id and title of an earlier one.

    Such a copy would count twice what it holds; one with a title of its own is another item.
    """
    copied = {
        id(item) for item, earlier in known.duplicates if item.title_text == earlier.title_text
    }
    return [_without(root, copied) for root in roots] if copied else list(roots)


def _without(root: Item, left_out: set[int]) -> Item:
    kept: dict[str, tuple[Item, ...]] = {}
    for name in leading(type(root)).holds:
        value = getattr(root, name)
        if isinstance(value, tuple) and any(id(item) in left_out for item in value):
            kept[name] = tuple(item for item in value if id(item) not in left_out)
    return root.model_copy(update=kept) if kept else root


def _repeats(everything: Iterable[Item]) -> Iterator[Repeat]:
    for holder in everything:
        if lists := leading(type(holder)).named:
            values = vars(holder)
            for field_ in lists:
                beside = values[field_]
                if isinstance(beside, tuple) and len(beside) > 1:
                    yield from _among(beside, beside[0].named_by)


def _among(beside: Iterable[Item], name: Name) -> Iterator[Repeat]:
    """The items of a list that have the name of an earlier one in it."""
    seen: dict[Hashable, Item] = {}
    shelves: dict[Hashable, _Shelf] = {}
    for item in beside:
        values = vars(item)
        own = tuple([_folded_word(values[one]) for one in name.fields])
        earlier = seen.setdefault(own, item)
        if earlier is item or all(values[one] is None for one in name.fields):
            continue
        if own not in shelves:
            shelves[own] = _Shelf(name)
            shelves[own].put(earlier)
        if repeat := shelves[own].put(item):
            yield repeat


class _Shelf:
    """The items of one name: each is meant if it says what sets it apart, and no other does so."""

    def __init__(self, name: Name) -> None:
        self.name = name
        self.first: Item | None = None
        self.by_mark: dict[Hashable, Item] = {}
        """The first item of each mark: what it says in the fields that may set it apart."""
        self.by_words: dict[Hashable, Item] = {}
        """The first item that says all the same, but for a mark; then with it."""

    def put(self, item: Item) -> Repeat | None:
        """The repeat that an item is of one put here before, if it is."""
        values = vars(item)
        mark = tuple([_folded_word(values[one]) for one in self.name.unless])
        unmarked = not any(mark)
        blank = tuple([None for _ in mark])
        if unmarked:
            mark = blank
        earlier = self.by_mark.get(mark) or self.by_mark.get(blank)
        if earlier is None and unmarked:
            earlier = self.first
        self.first = self.first or item
        self.by_mark.setdefault(mark, item)
        same = self._said_before(item, mark, blank) if self.name.unless else earlier
        if earlier is None:
            return None
        return Repeat(item, same or earlier, self.name, surely=same is not None)

    def _said_before(self, item: Item, mark: Hashable, blank: Hashable) -> Item | None:
        """The item that says all this one says, and is not set apart from it by a mark."""
        words = self._words(item)
        places = [(words, mark), (words, blank), *([words] if mark == blank else [])]
        found = next((self.by_words[one] for one in places if one in self.by_words), None)
        self.by_words.setdefault((words, mark), item)
        self.by_words.setdefault(words, item)
        return found

    def _words(self, item: Item) -> Hashable:
        """All that an item says beside its mark."""
        apart = ("mark", *self.name.unless)
        return tuple([_folded(value) for one, value in vars(item).items() if one not in apart])


def _folded(value: object) -> object:
    """Text without what no reader takes for a difference."""
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


_folded_word = lru_cache(maxsize=10_000)(_folded)
"""For what names an item: the same few words name most."""


def _uses(everything: Iterable[Item]) -> tuple[Uses, Mapping[str, set[str]]]:
    """Where each id is named, and the ids named of each kind, or of several (`program|objective`).

    Nothing is made of a reference here that only few of them need: a plan has tens of thousands.
    """
    uses: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    named: dict[str, set[str]] = defaultdict(set)
    for item in everything:
        values = vars(item)
        for name, key, kind, many in leading(type(item)).names:
            value = values[name]
            if value is None:
                continue
            named[kind].update(value if many else (value,))
            for one in kinds_of(kind):
                if many:
                    for position, id_ in enumerate(value):
                        uses[one][id_].append((item, key, position))
                else:
                    uses[one][value].append((item, key, None))
    return uses, named

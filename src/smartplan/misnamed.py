"""Items whose id is wrong where it is given: misspelt, renamed, or that of another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smartplan.diagnostics import Diagnostic, Related, entitled, show
from smartplan.kinds import ref
from smartplan.language import Text, label
from smartplan.nearest import fold, nearest, only_slip
from smartplan.references import Index, kinds_of
from smartplan.replacement import instead
from smartplan.shapes import stage_of
from smartplan.stages.base import Item, Reference, walk

SUGGESTED = 200
"""Unknown ids that get a suggestion: finding the nearest of many ids is dear."""
COMPARED = 100_000
"""Ids that all suggestions together look at: those of a plan may be thousands."""
AGREED = 2
"""References that outweigh one id: where there is but one, either may be the slip."""
_SHOWN = 5
"""References that are shown beside the id they should name."""


@dataclass(slots=True)
class Missing:
    """An id that is named and is not there, with every reference to it."""

    kinds: tuple[str, ...]
    """What it may be: the kinds that all references to it allow."""
    references: list[Reference]

    @property
    def id(self) -> str:
        return self.references[0].id

    def items(self, known: Index) -> dict[str, Item]:
        """The items that it may mean, by id."""
        return {id_: item for kind in self.kinds for id_, item in known.items.get(kind, {}).items()}


def missing(unknown: Iterable[Reference]) -> list[Missing]:
    """The ids that are named and are not there, in the order of the first references."""
    found: list[Missing] = []
    by_id: dict[str, list[Missing]] = defaultdict(list)
    for reference in unknown:
        kinds = kinds_of(reference.kind)
        for one in by_id[reference.id]:
            if shared := tuple(kind for kind in one.kinds if kind in kinds):
                one.kinds = shared
                one.references.append(reference)
                break
        else:
            fresh = Missing(kinds, [reference])
            by_id[reference.id].append(fresh)
            found.append(fresh)
    return found


def bracketed(item: Item) -> Text:
    """The title of an item, to be put behind its id; nothing where it has none."""
    said = f" ({show(item.title_text, 60)})" if item.title_text else ""
    return Text(said, said)


def _id_of(item: Item) -> str:
    return str(getattr(item, "id", ""))


# Misspelt or renamed


@dataclass(frozen=True, slots=True)
class Misnamed:
    """An item that no one refers to, and the references that all spell its id in one other way."""

    item: Item
    written: str
    named: str
    references: tuple[Reference, ...]
    surely: bool
    """Whether one slip makes the one id of the other."""

    @property
    def items(self) -> tuple[Item, ...]:
        return (self.item,)

    def told(self) -> Diagnostic:
        """One finding, where the id is given."""
        here = Text(f"`{self.named}` di sini", f"`{self.named}` here")
        fix = instead(self.item.node_at("id"), self.named, safe=False) if self.surely else None
        return ref.NAMED_OTHERWISE.at(
            self.item.at("id"),
            also=tuple(Related(one.location, here) for one in self.references[:_SHOWN]),
            hint=None if self.surely else _PERHAPS_RENAMED,
            fix=fix,
            kind=label("kind", self.item.kind),
            id=self.written,
            title=bracketed(self.item),
            named=self.named,
            count=len(self.references),
        )


_PERHAPS_RENAMED = Text(
    "bila butir ini yang dimaksud, tulis `id: {named}` di sini atau `{id}` di semua rujukan itu; "
    "bila bukan, tambahkan {kind} dengan id `{named}`",
    "if this is what they mean, write `id: {named}` here or `{id}` in all those references; if "
    "not, add the {kind} with the id `{named}`",
)


def misnamed(unknown: Sequence[Reference], known: Index) -> list[Misnamed]:
    """Ids that were misspelt or changed where they are given: the references to them are right."""
    found = []
    idle: dict[str, dict[str, Item]] = {}
    ids = {
        id_ for kind, items in known.items.items() if unknown and stage_of(kind) for id_ in items
    }
    for one in missing(unknown)[:SUGGESTED]:
        if len(one.references) < AGREED or one.id in ids:
            continue
        slip = only_slip(one.id, items := one.items(known))
        meant = slip if slip is not None else _renamed(one, known, idle)
        if meant is None or known.is_used(items[meant].kind, meant):
            continue
        references = tuple(one.references)
        found.append(Misnamed(items[meant], meant, one.id, references, surely=slip is not None))
    return found


def _renamed(one: Missing, known: Index, idle: dict[str, dict[str, Item]]) -> str | None:
    """The one item that nothing refers to and that may have had this id."""
    for kind in one.kinds:
        if kind not in idle:
            items = known.items.get(kind, {})
            idle[kind] = {id_: item for id_, item in items.items() if not known.is_used(kind, id_)}
    unused = {id_: item for kind in one.kinds for id_, item in idle[kind].items()}
    if len(unused) > COMPARED // SUGGESTED:
        return None
    alike = {*nearest(one.id, unused), *(id_ for id_ in unused if _contains(id_, one.id))}
    if not alike:
        words = _words(one.id)
        alike = {id_ for id_, item in unused.items() if words & _words(f"{id_} {item.title_text}")}
    return alike.pop() if len(alike) == 1 else None


def _contains(one: str, other: str) -> bool:
    """Whether either id is a part of the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short) >= _WORD and short in long


def _words(text: str) -> set[str]:
    return set(re.findall(rf"[a-z]{{{_WORD},}}", text[:200].casefold()))


_WORD = 3
"""Letters that a word has at least to tell one thing from another."""


# Given twice


@dataclass(frozen=True, slots=True)
class Copy:
    """An item whose id an earlier one has, and the references to the id it should perhaps have."""

    item: Item
    earlier: Item
    written: str
    references: tuple[Reference, ...]
    holders: tuple[Item, Item] | None = None
    """What holds the two, where it was copied with all it holds and given a new id."""
    others: tuple[Item, ...] = ()
    """The other items of that copy whose ids stand twice."""

    @property
    def items(self) -> tuple[Item, ...]:
        """What no rule should speak of: a copy that is not yet made into something else."""
        copied = self.holders[:1] if self.holders is not None else ()
        return (self.item, *self.others, *copied)

    @property
    def named(self) -> str:
        """The id that is named and not there; empty if there is no such one."""
        return self.references[0].id if self.references else ""

    def told(self) -> Diagnostic:
        """One finding, where the id is given a second time."""
        there = Related(self.earlier.at("id"), _FIRST)
        here = Text(f"`{show(self.named)}` di sini", f"`{show(self.named)}` here")
        named = tuple(Related(one.location, here) for one in self.references[:_SHOWN])
        others = tuple(Related(one.at("id"), _ALSO) for one in self.others[:_OTHERS])
        kind = label("kind", self.item.kind)
        return ref.DUPLICATE_ID.at(
            self.item.at("id"),
            also=(there, *others, *named),
            hint=self._hint(),
            kind=kind,
            id=self.written,
            title=bracketed(self.earlier),
        )

    def _hint(self) -> Text | None:
        if self.holders is not None:
            return self._of_copied(*self.holders)
        if not self.references:
            return None
        named, count = show(self.named), len(self.references)
        return Text(
            f"beri id lain pada salah satunya; mungkin `{named}`, yang dirujuk {count} kali tetapi "
            "tidak ada",
            f"give one of them another id; perhaps `{named}`, which is named {count} times but is "
            "not there",
        )

    def _of_copied(self, copied: Item, earlier: Item) -> Text:
        """What to do about a copy under a new id that kept the ids of all it holds."""
        one = entitled(_id_of(copied), copied.title_text)
        other = entitled(_id_of(earlier), earlier.title_text)
        inside = (self.item, *self.others)
        ids = ", ".join(f"`{show(_id_of(item), 60)}`" for item in inside[:_OTHERS])
        more = ", …" if len(inside) > _OTHERS else ""
        return Text(
            f"{one} tampaknya disalin dari {other}: beri id baru pada tiap butir di dalamnya, "
            f"{ids}{more}",
            f"{one} seems to be copied from {other}: give each item in it a new id, {ids}{more}",
        )


_FIRST = Text("yang pertama di sini", "the first is here")
_ALSO = Text("id ini juga sudah ada", "this id is there already too")
_OTHERS = 20
"""Items of a copy that are shown beside the first."""


def copies(unknown: Sequence[Reference], known: Index) -> list[Copy]:
    """Items with the id of an earlier one; what they hold is copied with them, and not told."""
    inside: set[int] = set()
    found: list[tuple[Item, Item]] = []
    for item, earlier in known.duplicates:
        if id(item) not in inside:
            inside.update(id(one) for one in walk(item))
            found.append((item, earlier))
    kinds = Counter(item.kind for item, _ in found)
    missing_ = _missing_by_kind(unknown, known) if found else {}
    holders = _holders(known) if found else {}
    told: list[Copy] = []
    groups: dict[tuple[int, int], list[Item]] = {}
    for item, earlier in found:
        named = missing_.get(item.kind, ()) if kinds[item.kind] == 1 else ()
        pair = _pair(item, earlier, holders)
        key = (id(pair[0]), id(pair[1])) if pair else (id(item), id(earlier))
        if pair is not None and key in groups:
            groups[key].append(item)
            continue
        groups[key] = []
        told.append(Copy(item, earlier, _id_of(item), tuple(named), pair))
    return [_with_others(one, groups) for one in told]


def _with_others(one: Copy, groups: Mapping[tuple[int, int], list[Item]]) -> Copy:
    """A copy with the others of its group; one id alone may be wrong by itself."""
    if one.holders is None:
        return one
    copied, earlier = one.holders
    others = groups[id(copied), id(earlier)]
    holders = one.holders if copied.title_text == earlier.title_text else None
    return Copy(one.item, one.earlier, one.written, one.references, holders, tuple(others))


def _pair(item: Item, earlier: Item, holders: Mapping[int, Item]) -> tuple[Item, Item] | None:
    """What holds two items of one id, where it is two items of one kind."""
    one, other = holders.get(id(item)), holders.get(id(earlier))
    if one is None or other is None or one is other or one.kind != other.kind:
        return None
    return one, other


def _holders(known: Index) -> dict[int, Item]:
    """The item with an id that holds each item."""
    return {
        id(inner): item
        for items in known.items.values()
        for item in items.values()
        for inner in walk(item)[1:]
    }


def _missing_by_kind(
    unknown: Sequence[Reference], known: Index
) -> dict[str, tuple[Reference, ...]]:
    """The references to the one id of each kind that is named, is not there, and is no slip."""
    by_kind: dict[str, dict[str, list[Reference]]] = defaultdict(lambda: defaultdict(list))
    for reference in unknown:
        for kind in kinds_of(reference.kind):
            by_kind[kind][reference.id].append(reference)
    found: dict[str, tuple[Reference, ...]] = {}
    for kind, by_id in by_kind.items():
        if len(by_id) == 1:
            ((id_, references),) = by_id.items()
            if only_slip(id_, known.items.get(kind, {})) is None:
                found[kind] = tuple(references)
    return found

"""References that lead nowhere: told once each, with what was most likely meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass

from smartplan.diagnostics import Diagnostic, Related, show
from smartplan.flood import Flood
from smartplan.kinds import ref, sch
from smartplan.language import Text, label
from smartplan.nearest import disguised, fold, listing, nearest, only_slip
from smartplan.references import Index, kinds_of
from smartplan.replacement import instead
from smartplan.shapes import stage_of
from smartplan.stages.base import Item, Reference, walk
from smartplan.stages.framework import Framework

SUGGESTED = 200
"""Unknown ids that get a suggestion: finding the nearest of many ids is dear."""
COMPARED = 100_000
"""Ids that all suggestions together look at: those of a plan may be thousands."""


# Ids of the plan


@dataclass(frozen=True, slots=True)
class Misnamed:
    """An item that no one refers to, and the references that all spell its id in one other way."""

    item: Item
    written: str
    named: str
    references: tuple[Reference, ...]

    def told(self) -> Diagnostic:
        """One finding, where the id is given."""
        here = Text(f"`{self.named}` di sini", f"`{self.named}` here")
        return ref.NAMED_OTHERWISE.at(
            self.item.at("id"),
            also=tuple(Related(one.location, here) for one in self.references[:_SHOWN]),
            fix=instead(self.item.node_at("id"), self.named, safe=False),
            kind=label("kind", self.item.kind),
            id=self.written,
            title=bracketed(self.item),
            named=self.named,
            count=len(self.references),
        )


_SHOWN = 5
"""References that are shown beside the id they should name."""
_AGREED = 2
"""References that outweigh one id: where there is but one, either may be the slip."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An item whose id an earlier one has, and the references to the id it should perhaps have."""

    item: Item
    earlier: Item
    written: str
    references: tuple[Reference, ...]

    @property
    def named(self) -> str:
        """The id that is named and not there; empty if there is no such one."""
        return self.references[0].id if self.references else ""

    def told(self) -> Diagnostic:
        """One finding, where the id is given a second time."""
        there = Related(self.earlier.at("id"), _FIRST)
        here = Text(f"`{show(self.named)}` di sini", f"`{show(self.named)}` here")
        named = tuple(Related(one.location, here) for one in self.references[:_SHOWN])
        kind = label("kind", self.item.kind)
        return ref.DUPLICATE_ID.at(
            self.item.at("id"),
            also=(there, *named),
            hint=self._hint() if named else None,
            kind=kind,
            id=self.written,
            title=bracketed(self.earlier),
        )

    def _hint(self) -> Text:
        named, count = show(self.named), len(self.references)
        return Text(
            f"beri id lain pada salah satunya; mungkin `{named}`, yang dirujuk {count} kali tetapi "
            "tidak ada",
            f"give one of them another id; perhaps `{named}`, which is named {count} times but is "
            "not there",
        )


_FIRST = Text("yang pertama di sini", "the first is here")


def copies(unknown: Sequence[Reference], known: Index) -> list[Copy]:
    """Items with the id of an earlier one; what they hold is copied with them, and not told."""
    inside: set[int] = set()
    found: list[tuple[Item, Item]] = []
    for item, earlier in known.duplicates:
        if id(item) not in inside:
            inside.update(id(one) for one in walk(item))
            found.append((item, earlier))
    kinds = Counter(item.kind for item, _ in found)
    missing = _missing_by_kind(unknown, known) if found else {}
    told = []
    for item, earlier in found:
        named = missing.get(item.kind, ()) if kinds[item.kind] == 1 else ()
        told.append(Copy(item, earlier, str(getattr(item, "id", "")), tuple(named)))
    return told


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


def misnamed(unknown: Sequence[Reference], known: Index) -> list[Misnamed]:
    """Ids that were misspelt where they are given: the references to them are right."""
    by_id: dict[str, list[Reference]] = defaultdict(list)
    for reference in unknown:
        by_id[reference.id].append(reference)
    found = []
    for id_, references in list(by_id.items())[:SUGGESTED]:
        by_kind = {reference.kind: reference for reference in references}
        meant = {_meant(reference, known) for reference in by_kind.values()}
        item_key = meant.pop() if len(meant) == 1 else None
        if item_key is None or len(references) < _AGREED or known.is_used(*item_key):
            continue
        item = known.items[item_key[0]][item_key[1]]
        found.append(Misnamed(item, item_key[1], id_, tuple(references)))
    return found


def _meant(reference: Reference, known: Index) -> tuple[str, str] | None:
    """Kind and id of the one item whose id is a slip away."""
    if _of_another_kind(reference, known) is not None:
        return None
    near = [
        (kind, slip)
        for kind in kinds_of(reference.kind)
        if (slip := only_slip(reference.id, known.items.get(kind, {}))) is not None
    ]
    return near[0] if len(near) == 1 else None


GUESSED = 5
"""Unknown ids of a kind whose item is guessed at: where there are more, they are no slips."""


def awaited(unknown: Sequence[Reference], known: Index) -> list[Item]:
    """Items that misspelt references may mean: it may not be said that nothing names them.

    An id that is named again and again is no slip: what it names is missing.
    """
    found: list[Item] = []
    counted = Counter((reference.id, reference.kind) for reference in unknown)
    of_kind = Counter(kind for _, kind in counted)
    for reference in unknown:
        id_, kind = reference.id, reference.kind
        if counted[id_, kind] >= _AGREED or of_kind[kind] > GUESSED:
            continue
        items = _of_kinds(kind, known)
        near: Sequence[str] = ()
        if len(items) < COMPARED // SUGGESTED:
            near = _by_name(items).get(fold(id_)) or nearest(id_, items)
        if not near and of_kind[kind] == 1 and len(unused := _unused(reference, known)) == 1:
            near = unused
        found.extend(items[one] for one in near)
    return found


def _of_kinds(kind: str, known: Index) -> dict[str, Item]:
    return {id_: item for one in kinds_of(kind) for id_, item in known.items.get(one, {}).items()}


def _unused(reference: Reference, known: Index) -> list[str]:
    """The ids that no item of the same sort names under the same key."""
    sort, field = type(reference.holder), reference.field
    return [
        id_
        for kind in kinds_of(reference.kind)
        for id_ in known.items.get(kind, {})
        if not any(
            type(holder) is sort and key == field
            for holder, key, _ in known.uses.get(kind, {}).get(id_, ())
        )
    ]


def unknown_ids(unknown: Iterable[Reference], known: Index) -> Iterator[Diagnostic]:
    """A finding for each reference to an id that is not there."""
    found, compared = Flood(), 0
    by_name: dict[str, Names] = {}
    for number, reference in enumerate(unknown):
        other = _of_another_kind(reference, known)
        kind = ref.UNKNOWN_ID if other is None else ref.WRONG_KIND
        if found.only_counts(kind.code, reference.node.file):
            continue
        if other is None:
            suggest = number < SUGGESTED and compared < COMPARED
            if suggest and reference.kind not in by_name:
                by_name[reference.kind] = _by_name(_of_kinds(reference.kind, known))
            names = by_name[reference.kind] if suggest else None
            found.append(_unknown_id(reference, known, names))
            compared += sum(len(known.items.get(kind, ())) for kind in kinds_of(reference.kind))
        else:
            found.append(_wrong_kind(reference, known.items[other][reference.id]))
    return iter(found)


def bracketed(item: Item) -> Text:
    """The title of an item, to be put behind its id; nothing where it has none."""
    said = f" ({show(item.title_text, 60)})" if item.title_text else ""
    return Text(said, said)


def _wrong_kind(reference: Reference, other: Item) -> Diagnostic:
    return ref.WRONG_KIND.at(
        reference.location,
        id=reference.id,
        title=bracketed(other),
        actual=label("kind", other.kind),
        kind=label("kind", kinds_of(reference.kind)[0]),
    )


Names = Table[str, Sequence[str]]
"""The ids of the items that go by a name, which is folded."""


def _by_name(items: Table[str, Item]) -> Names:
    """Items by what they are called in full, in short, and were called before."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, item in items.items():
        names = (item.title_text, getattr(item, "abbreviation", None), *getattr(item, "names", ()))
        for name in {fold(name) for name in names if name} - {""}:
            found[name].append(id_)
    return found


def _unknown_id(reference: Reference, known: Index, names: Names | None) -> Diagnostic:
    """A finding for an id that is not there; without names, no one looks for what is meant."""
    kinds = kinds_of(reference.kind)
    name = label("kind", kinds[0])
    hint = fix = None
    if names is not None:
        items = _of_kinds(reference.kind, known)
        called = names.get(fold(reference.id), ())
        hint = _named_so(called, items) or _nearest_ids(reference, items)
        meant = called[0] if len(called) == 1 else only_slip(reference.id, items)
        fix = instead(reference.node, meant, safe=False) if meant else None
    return ref.UNKNOWN_ID.at(reference.location, hint=hint, fix=fix, kind=name, id=reference.id)


def _of_another_kind(reference: Reference, known: Index) -> str | None:
    """The kind of the item that has this id, where the plan has one."""
    for kind, items in known.items.items():
        if reference.id in items and stage_of(kind) is not None:
            return kind
    return None


def _named_so(called: Sequence[str], items: Table[str, Item]) -> Text | None:
    """What to write for the name of an item, which stands where its id belongs."""
    if not called:
        return None
    said = [f"`{id_}` ({show(items[id_].title_text, 80)})" for id_ in called[:_SHOWN]]
    return Text(f"tulis id-nya: {' atau '.join(said)}", f"write its id: {' or '.join(said)}")


def _nearest_ids(reference: Reference, items: Table[str, Item]) -> Text | None:
    close = nearest(reference.id, items)
    if not close:
        return None
    said = [f"`{id_}` ({show(items[id_].title_text, 80)})" for id_ in close]
    alien = disguised(reference.id)
    return Text(
        f"mungkin {' atau '.join(said)}?{alien.indonesian}",
        f"perhaps {' or '.join(said)}?{alien.english}",
    )


def perhaps(what: str, title: str | None) -> Text:
    """What was most likely meant, with its title where it has one."""
    said = f"{what} ({show(title, 80)})" if title else what
    return Text(f"mungkin {said}?", f"perhaps {said}?")


# Terms of the framework


def not_in_framework(reference: Reference, known: Index, edition: Framework) -> Diagnostic:
    """A finding for a term that the edition of the method does not have."""
    kind = reference.kind
    terms = known.items.get(kind, {})
    hint = fix = None
    if (meant := _alias(reference.id, terms.values())) is not None:
        hint = perhaps(f"`{meant}`", terms[meant].title_text)
        fix = instead(reference.node, meant, safe=True)
    elif moved := _moved(reference, edition):
        hint = moved
    elif close := nearest(reference.id, terms, 1):
        hint = perhaps(f"`{close[0]}`", terms[close[0]].title_text)
        slip = only_slip(reference.id, terms)
        fix = instead(reference.node, slip, safe=False) if slip else None
    elif not terms:
        hint = _LEAVE_OUT
    return sch.NOT_IN_FRAMEWORK.at(
        reference.location,
        hint=hint,
        fix=fix,
        id=reference.id,
        kind=label("kind", kind),
        framework=edition.id,
        choices=_listed(terms),
    )


def _listed(terms: Table[str, Item]) -> Text:
    """The ids of terms, with their titles where there are few."""
    if len(terms) > _FEW:
        told = listing(list(terms))
    else:
        titles = (f"`{id_}` ({show(term.title_text, 80)})" for id_, term in terms.items())
        told = ", ".join(titles)
    return Text(told, told)


_FEW = 8

_LEAVE_OUT = Text(
    "kerangka ini belum menetapkan pilihannya: kosongkan dengan menghapus kunci ini",
    "this framework does not set any: leave the key out",
)


def _alias(word: str, terms: Iterable[Item]) -> str | None:
    """The id of the one term that goes by this name in the wild."""
    wanted = fold(word)
    found: list[str] = []
    for term in terms:
        names = [getattr(term, name, "") for name in ("id", "name", "english")]
        names.extend(getattr(term, "aliases", ()))
        if wanted and wanted in {fold(name) for name in names}:
            found.append(str(getattr(term, "id", "")))
    return found[0] if len(found) == 1 else None


def _moved(reference: Reference, edition: Framework) -> Text | None:
    """Where the edition has put a term that was, or is elsewhere, of another rank."""
    if reference.kind == "sub_dimension":
        return _now_a_dimension(reference.id, edition)
    if reference.kind == "dimension":
        return _retired(reference.id, edition) or _now_below_one(reference.id, edition)
    return None


def _retired(word: str, edition: Framework) -> Text | None:
    wanted = fold(word)
    for dimension in edition.retired_dimensions:
        if wanted in {fold(name) for name in (dimension.id, dimension.name, *dimension.aliases)}:
            return Text(dimension.moved, dimension.moved)
    return None


def _now_a_dimension(word: str, edition: Framework) -> Text | None:
    id_ = _alias(word, edition.dimensions)
    if id_ is None:
        return None
    return Text(
        f"`{id_}` adalah dimensi dalam kerangka ini: tulis `dimension: {id_}` dan hapus kunci ini",
        f"`{id_}` is a dimension of this framework: write `dimension: {id_}` and leave the key out",
    )


def _now_below_one(word: str, edition: Framework) -> Text | None:
    for dimension in edition.dimensions:
        id_ = _alias(word, dimension.sub_dimensions)
        if id_ is not None:
            keys = f"`dimension: {dimension.id}` dan `sub_dimension: {id_}`"
            return Text(
                f"`{id_}` adalah subdimensi dari `{dimension.id}`: tulis {keys}",
                f"`{id_}` is a sub-dimension of `{dimension.id}`: write "
                f"{keys.replace(' dan ', ' and ')}",
            )
    return None

"""References that lead nowhere: told once each, with what was most likely meant."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import replace
from functools import cache

from smartplan.diagnostics import Diagnostic, Related, entitled, show
from smartplan.flood import Flood, Room
from smartplan.kinds import ref, sch
from smartplan.language import Text, label
from smartplan.misnamed import AGREED, COMPARED, SUGGESTED, Missing, bracketed, missing
from smartplan.nearest import disguised, fold, listing, nearest, only_slip
from smartplan.references import Index, kinds_of
from smartplan.replacement import instead
from smartplan.rewrites import one_id
from smartplan.shapes import stage_of
from smartplan.stages.base import Item, Reference, leading, start_of
from smartplan.stages.document import BookState
from smartplan.stages.framework import Framework

# Ids of the plan

_SHOWN = 5
"""Items that a hint names."""
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
        if counted[id_, kind] >= AGREED or of_kind[kind] > GUESSED:
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


def unknown_ids(
    unknown: Iterable[Reference], known: Index, room: Room | None = None
) -> Iterator[Diagnostic]:
    """A finding for each id that is not there; one for each reference where a fix is near."""
    found, compared = Flood(room=room), 0
    suggestions = _Suggestions(known)
    for number, one in enumerate(missing(unknown)):
        other = _of_another_kind(one.references[0], known)
        if other is not None:
            for reference in one.references:
                if not found.only_counts(ref.WRONG_KIND.code, reference.node.file):
                    found.append(_wrong_kind(reference, known.items[other][one.id]))
            continue
        suggest = number < SUGGESTED and compared < COMPARED
        compared += sum(len(known.items.get(kind, ())) for kind in one.kinds)
        meant = suggestions.surely_meant(one) if suggest else None
        for reference in one.references if meant else one.references[:1]:
            if not found.only_counts(ref.UNKNOWN_ID.code, reference.node.file):
                hint = suggestions.hint(one, reference) if suggest else None
                alone = meant is not None or len(one.references) == 1
                told = _unknown_id(one, reference, hint, alone=alone)
                if meant is not None and meant not in suggestions.beside(reference):
                    told = replace(told, fix=instead(reference.node, meant, safe=False))
                found.append(told)
    return iter(found)


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


class _Suggestions:
    """What may be meant by ids that are not there; what was looked up for one serves the next."""

    def __init__(self, known: Index) -> None:
        self._known = known
        self._items: dict[tuple[str, ...], dict[str, Item]] = {}
        self._names: dict[tuple[str, ...], Names] = {}
        self._beside: dict[tuple[int, str], frozenset[str]] = {}
        self._hints: dict[tuple[object, ...], Text | None] = {}

    def surely_meant(self, one: Missing) -> str | None:
        """The one item that goes by what is written, or whose id is a slip away."""
        items, names = self._of(one)
        called = names.get(fold(one.id), ())
        return called[0] if len(called) == 1 else only_slip(one.id, items)

    def hint(self, one: Missing, reference: Reference) -> Text | None:
        """What to write instead, and not what stands beside it already."""
        what = one.id, one.kinds, type(reference.holder), reference.field
        key: tuple[object, ...] = (*what, self.beside(reference))
        if key not in self._hints and len(self._hints) > 2 * SUGGESTED:
            key = what  # past so many each sort of place gets one hint, whatever stands beside
        if key not in self._hints:
            self._hints[key] = self._looked_for(one, reference)
        return self._hints[key]

    def _looked_for(self, one: Missing, reference: Reference) -> Text | None:
        items, names = self._of(one)
        beside = self.beside(reference)
        called = [id_ for id_ in names.get(fold(one.id), ()) if id_ not in beside]
        in_one = len(one.references) > 1 and self.surely_meant(one) is None
        others = {id_: item for id_, item in items.items() if id_ not in beside}
        return (
            _named_so(called, items)
            or _several(reference, items, names)
            or _nearest_ids(reference, others, several=in_one)
            or _there_are(others)
        )

    def beside(self, reference: Reference) -> frozenset[str]:
        """The ids that stand in one list with a reference."""
        key = id(reference.holder), reference.field
        if key not in self._beside:
            ids = (
                getattr(reference.holder, naming.field)
                for naming in leading(type(reference.holder)).names
                if naming.key == reference.field and naming.many
            )
            self._beside[key] = frozenset(id_ for many in ids for id_ in many)
        return self._beside[key]

    def _of(self, one: Missing) -> tuple[dict[str, Item], Names]:
        if one.kinds not in self._items:
            self._items[one.kinds] = one.items(self._known)
            self._names[one.kinds] = _by_name(self._items[one.kinds])
        return self._items[one.kinds], self._names[one.kinds]


def _unknown_id(
    one: Missing, reference: Reference, hint: Text | None, *, alone: bool
) -> Diagnostic:
    """A finding for an id that is not there, with the other places that name it."""
    others = () if alone else one.references[1 : _PLACES + 1]
    kinds = [label("kind", kind) for kind in one.kinds]
    count = len(one.references)
    return ref.UNKNOWN_ID.at(
        reference.location,
        also=tuple(Related(other.location, _NAMED_TOO) for other in others),
        hint=hint,
        kind=Text(
            " atau ".join(kind.indonesian for kind in kinds),
            " or ".join(kind.english for kind in kinds),
        ),
        id=one.id,
        places=Text("", "")
        if alone
        else Text(f", yang disebut di {count} tempat", f", which is named in {count} places"),
    )


_PLACES = 20
"""Places that name an id, shown beside the first."""
_NAMED_TOO = Text("disebut juga di sini", "named here too")


def _there_are(items: Table[str, Item]) -> Text | None:
    """All there is to choose from, where it is little."""
    if not 0 < len(items) <= _PLACES:
        return None
    said = ", ".join(entitled(id_, show(item.title_text, 40)) for id_, item in items.items())
    return Text(
        f"yang ada: {said}; tulis salah satunya, atau tambahkan {{kind}} dengan id `{{id}}`",
        f"there are: {said}; write one of them, or add the {{kind}} with the id `{{id}}`",
    )


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


_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\bdan\b)\s*")


def _several(reference: Reference, items: Table[str, Item], names: Names) -> Text | None:
    """What to write where several ids or names stand in the place of one."""
    written = [part for part in _BETWEEN.split(reference.id[:200]) if part]
    found = [part if part in items else "".join(names.get(fold(part), ())[:1]) for part in written]
    if len(found) < 2 or not all(found):
        return None
    alone = one_id(type(reference.holder), reference.field, found[0])
    said = ", ".join(f"`{id_}`" for id_ in found[:_SHOWN])
    return alone or Text(
        f"tulis tiap id sebagai butir sendiri: {said}", f"write each id as an item: {said}"
    )


def _nearest_ids(
    reference: Reference, items: Table[str, Item], *, several: bool = False
) -> Text | None:
    close = nearest(reference.id, items)
    if not close:
        return None
    said = [f"`{id_}` ({show(items[id_].title_text, 80)})" for id_ in close]
    alien = disguised(reference.id)
    added = _OR_ADD if several else Text("", "")
    return Text(
        f"mungkin {' atau '.join(said)}?{alien.indonesian}{added.indonesian}",
        f"perhaps {' or '.join(said)}?{alien.english}{added.english}",
    )


_OR_ADD = Text(
    " bila bukan, tambahkan {kind} dengan id `{id}`", " if not, add the {kind} with the id `{id}`"
)


def perhaps(what: str, title: str | None) -> Text:
    """What was most likely meant, with its title where it has one."""
    said = f"{what} ({show(title, 80)})" if title else what
    return Text(f"mungkin {said}?", f"perhaps {said}?")


# Books


def no_book(state: BookState, known: Table[str, Text]) -> Diagnostic:
    """A finding for the state of a book that there is not; `known` gives the titles of those."""
    same = next((one for one in known if fold(one) == fold(state.book)), None)
    close = same or only_slip(state.book, known)
    said = [(id_, Text(f"`{id_}`", f"`{id_}`"), title) for id_, title in known.items()]
    listed = Text(
        ", ".join(f"{id_.indonesian} ({title.indonesian})" for _, id_, title in said),
        ", ".join(f"{id_.english} ({title.english})" for _, id_, title in said),
    )
    hint = None
    if close:
        hint = Text(
            f"mungkin `{close}`? pilihannya: {listed.indonesian}",
            f"perhaps `{close}`? the choices are: {listed.english}",
        )
    node = state.node_at("book")
    return sch.NOT_IN_LIST.at(
        start_of(node),
        hint=hint,
        fix=instead(node, close, safe=same is not None) if close else None,
        value=state.book,
        key="book",
        choices=listed,
    )


# Terms of the framework


def not_in_edition(
    references: Iterable[Reference], known: Index, edition: Framework, room: Room
) -> Iterator[Diagnostic]:
    """A finding for each term that the edition of the method does not have."""
    found = Flood(room=room)
    for reference in references:
        if not found.only_counts(sch.NOT_IN_FRAMEWORK.code, reference.node.file):
            found.append(not_in_framework(reference, known, edition))
    return iter(found)


def not_in_framework(reference: Reference, known: Index, edition: Framework) -> Diagnostic:
    """A finding for a term that the edition of the method does not have."""
    kind = reference.kind
    terms = known.items.get(kind, {})
    hint = fix = None
    if (meant := _alias(reference.id, terms.values())) is not None:
        hint = _perhaps_term(terms[meant])
        fix = instead(reference.node, meant, safe=True)
    elif moved := _moved(reference, edition):
        hint = moved
    elif (said := _by_part(reference.id, terms.values())) is not None:
        hint = _perhaps_term(said)
    elif close := nearest(reference.id, terms, 1):
        hint = _perhaps_term(terms[close[0]])
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
        choices=_listed(_choices(reference, terms, edition)),
    )


def _listed(terms: Table[str, Item]) -> Text:
    """The ids of terms, with their titles where there are few."""
    if len(terms) > _FEW:
        told = listing(list(terms))
        return Text(told, told)
    named = [_named(term) for term in terms.values()]
    return Text(
        ", ".join(name.indonesian for name in named), ", ".join(name.english for name in named)
    )


_FEW = 12


def _choices(reference: Reference, terms: Table[str, Item], edition: Framework) -> Table[str, Item]:
    """The terms to choose from: of sub-dimensions those of the dimension that is named beside."""
    beside = getattr(reference.holder, "dimension", None)
    for dimension in edition.dimensions if reference.kind == "sub_dimension" else ():
        if dimension.id == beside and dimension.sub_dimensions:
            return {term.id: term for term in dimension.sub_dimensions}
    return terms


def _named(term: Item) -> Text:
    """The id of a term with its name, in both languages."""
    id_, english = show(str(getattr(term, "id", "")), 60), getattr(term, "english", "")
    return Text(
        f"`{id_}` ({show(term.title_text, 80)})",
        f"`{id_}` ({show(english or term.title_text, 80)})",
    )


def _perhaps_term(term: Item) -> Text:
    named = _named(term)
    return Text(f"mungkin {named.indonesian}?", f"perhaps {named.english}?")


_WORDS = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\s*\(.*\)")
_INITIALS = 2
"""Letters that initials have at least."""


def _by_part(written: str, terms: Iterable[Item]) -> Item | None:
    """The one term whose id is among the words, or whose name or initials these are.

    `APBD Kabupaten` is `apbd`, `SDM` is Sumber Daya Manusia: a guess, and no other name.
    """
    words = {fold(word) for word in _WORDS.findall(written[:100])} - {""}
    wanted = fold(written[:100])
    found = []
    for term in terms:
        name, initials = _short_of(term.title_text)
        is_short = len(wanted) >= _INITIALS and initials.endswith(wanted)
        if fold(str(getattr(term, "id", ""))) in words or name == wanted or is_short:
            found.append(term)
    return found[0] if len(found) == 1 else None


@cache
def _short_of(title: str) -> tuple[str, str]:
    """The title of a term without what is in brackets, and its initials, both folded."""
    name = _IN_BRACKETS.sub("", title)
    return fold(name), fold("".join(word[0] for word in _WORDS.findall(name)))


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

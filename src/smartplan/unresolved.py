"""References that lead nowhere: told once each, with what was most likely meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass

from smartplan.diagnostics import Diagnostic, Related, show
from smartplan.flood import Flood
from smartplan.kinds import ref, sch
from smartplan.language import Text, label
from smartplan.nearest import fold, listing, nearest, only_slip
from smartplan.references import Index, kinds_of
from smartplan.replacement import instead
from smartplan.schema import stage_of
from smartplan.stages.base import Item, Reference
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
            named=self.named,
            count=len(self.references),
        )


_SHOWN = 5
"""References that are shown beside the id they should name."""
_AGREED = 2
"""References that outweigh one id: where there is but one, either may be the slip."""


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


def unknown_ids(unknown: Iterable[Reference], known: Index) -> Iterator[Diagnostic]:
    """A finding for each reference to an id that is not there."""
    found, compared = Flood(), 0
    for number, reference in enumerate(unknown):
        other = _of_another_kind(reference, known)
        kind = ref.UNKNOWN_ID if other is None else ref.WRONG_KIND
        if found.only_counts(kind.code, reference.node.file):
            continue
        if other is None:
            suggest = number < SUGGESTED and compared < COMPARED
            found.append(_unknown_id(reference, known, suggest=suggest))
            compared += sum(len(known.items.get(kind, ())) for kind in kinds_of(reference.kind))
        else:
            found.append(_wrong_kind(reference, other))
    return iter(found)


def _wrong_kind(reference: Reference, other: str) -> Diagnostic:
    return ref.WRONG_KIND.at(
        reference.location,
        id=reference.id,
        actual=label("kind", other),
        kind=label("kind", kinds_of(reference.kind)[0]),
    )


def _unknown_id(reference: Reference, known: Index, *, suggest: bool) -> Diagnostic:
    kinds = kinds_of(reference.kind)
    name = label("kind", kinds[0])
    hint = fix = None
    if suggest:
        items = {id_: item for kind in kinds for id_, item in known.items.get(kind, {}).items()}
        hint = _nearest_ids(reference, items)
        meant = only_slip(reference.id, items)
        fix = instead(reference.node, meant, safe=False) if meant else None
    return ref.UNKNOWN_ID.at(reference.location, hint=hint, fix=fix, kind=name, id=reference.id)


def _of_another_kind(reference: Reference, known: Index) -> str | None:
    """The kind of the item that has this id, where the plan has one."""
    for kind, items in known.items.items():
        if reference.id in items and stage_of(kind) is not None:
            return kind
    return None


def _nearest_ids(reference: Reference, items: Table[str, Item]) -> Text | None:
    close = nearest(reference.id, items)
    if not close:
        return None
    said = [f"`{id_}` ({show(items[id_].title_text, 80)})" for id_ in close]
    return Text(f"mungkin {' atau '.join(said)}?", f"perhaps {' or '.join(said)}?")


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

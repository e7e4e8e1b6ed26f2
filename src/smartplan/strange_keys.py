"""A key that nobody knows: where it belongs, or which one it was meant to be."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from smartplan.diagnostics import Diagnostic, Fix
from smartplan.kinds import sch
from smartplan.language import Text, label
from smartplan.nearest import disguised, fold, listed, nearest, only_slip
from smartplan.references import kinds_of
from smartplan.replacement import instead
from smartplan.shapes import fields, inner_models, known_keys
from smartplan.source import Mapping, Node, Scalar, location
from smartplan.spots import Spot
from smartplan.stages import STAGES
from smartplan.stages.base import Item, leading

Meant = dict[tuple[int, str], str]
"""The key that a misspelt one (by its mapping and its spelling) stands for."""


def unknown_key(spot: Spot, meant: Meant, *, suggest: bool) -> Diagnostic:
    """What is told of it; to `suggest` is dear."""
    parent = spot.steps[-2]
    key = str(spot.steps[-1].key)
    model = parent.model or spot.model
    known = known_keys(model)
    hint = None
    if wanted := meant.get((id(parent.node), key)):
        hint = _key_perhaps(key, wanted)
    elif suggest:
        hint = _key_hint(key, model, None if len(spot.steps) == 2 else parent.model)
    name = replace(spot, of_key=True).node
    fix = _key_fix(name, parent.node, known) if suggest else None
    return sch.UNKNOWN_KEY.at(location(name), hint=hint, fix=fix, key=key, known=listed(known))


def _key_fix(name: Node, owner: Node, known: Sequence[str]) -> Fix | None:
    if not isinstance(name, Scalar) or not isinstance(owner, Mapping):
        return None
    meant = only_slip(name.value, known)
    if meant is None or meant in owner.entries:
        return None
    return instead(name, meant, safe=False)


def _key_hint(key: str, model: type[Item], owner: type[Item] | None) -> Text | None:
    """Where a key belongs, or which one it may be; `owner` is the item it stands in, if any."""
    home = _homes().get(key, ())
    if len(home) == 1:
        return _belongs(home[0], owner)
    described = [known for known, words in _descriptions(model).items() if fold(key) in words]
    if len(described) == 1:
        told = (fields(model)[described[0]].description or "").rstrip(".")
        return Text(f"mungkin `{described[0]}` ({told})?", f"perhaps `{described[0]}`?")
    close = nearest(key, known_keys(model), 1)
    return _key_perhaps(key, close[0]) if close else None


@lru_cache(maxsize=1_000)  # a slip is often made again
def meant_among(key: str, missing: tuple[str, ...], model: type[Item]) -> list[str]:
    """The one of the missing keys that a key stands for, by its description or its spelling."""
    described = [one for one in missing if fold(key) in _descriptions(model)[one]]
    return described if len(described) == 1 else nearest(key, missing, 1)


@cache
def _descriptions(model: type[Item]) -> dict[str, frozenset[str]]:
    """The Indonesian words that begin to tell what each key is for, singly and by two."""
    found = {}
    for key, info in fields(model).items():
        told = re.split(r"[:;,(.]", info.description or "", maxsplit=1)[0].split()
        words = [word for word in map(fold, told) if word]
        found[key] = frozenset((*words, *(a + b for a, b in pairwise(words)), *_NAMED.get(key, ())))
    return found


_NAMED = {"kind": ("jenis",)}
"""Words for keys whose description lists what to write in the place of saying what it is."""


@dataclass(frozen=True, slots=True)
class _Home:
    """A place where a key may stand."""

    stage: str
    path: tuple[str, ...]
    """The keys that lead to the items that have it; empty for a key of the file itself."""
    model: type[Item] | None
    """The items that have it, or that it holds where it is a key of the file itself."""


@cache
def _homes() -> dict[str, list[_Home]]:
    """Every key that the stages know, with its places; a key of a file has no other."""
    found: dict[str, list[_Home]] = defaultdict(list)
    for stage, model in STAGES.items():
        for key, inner in inner_models(model).items():
            found[key] = [_Home(stage, (), inner)]
    files = set(found)
    for stage, model in STAGES.items():
        for path, inner in _inside(model, ()):
            for key in fields(inner).keys() - files:
                found[key].append(_Home(stage, path, inner))
    return found


def _inside(
    model: type[Item], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], type[Item]]]:
    for key, inner in inner_models(model).items():
        if inner is not None:
            yield (*path, key), inner
            yield from _inside(inner, (*path, key))


def _belongs(home: _Home, owner: type[Item] | None) -> Text:
    there, file = label("stage", home.stage), f"`{home.stage}.yaml`"
    told = Text("", "") if owner is None else _told_by(home, owner)
    if not home.path and owner is None:
        return Text(
            f"kunci ini milik tahap {there.indonesian}: tulis di {file}",
            f"this key belongs to the stage {there.english}: write it in {file}",
        )
    if not home.path:
        return Text(
            f"kunci ini milik tahap {there.indonesian}: tulis di awal baris dalam "
            f"{file}{told.indonesian}",
            f"this key belongs to the stage {there.english}: write it at the start of a line in "
            f"{file}{told.english}",
        )
    way = " → ".join(f"`{key}`" for key in home.path)
    return Text(
        f"kunci ini milik butir {way} dalam {file}: tulis di sana{told.indonesian}",
        f"this key belongs to the items of {way} in {file}: write it there{told.english}",
    )


def _told_by(home: _Home, owner: type[Item]) -> Text:
    """The key by which the items at home name the item in which the key stands, if there is one."""
    namings = leading(home.model).names if home.model is not None else ()
    key = next((one.key for one in namings if owner.kind and owner.kind in kinds_of(one.kind)), "")
    if not key:
        return Text("", "")
    name = label("kind", owner.kind)
    return Text(
        f", dan sebut {name.indonesian} ini di `{key}`",
        f", and name this {name.english} in `{key}`",
    )


def _key_perhaps(key: str, wanted: str) -> Text:
    alien = disguised(key)
    return Text(f"mungkin `{wanted}`?{alien.indonesian}", f"perhaps `{wanted}`?{alien.english}")

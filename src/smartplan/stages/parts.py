"""What an item is made of: its fields by shape, and a walk that knows who holds whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from smartplan.stages.base import Item, Ref, parts_of
from smartplan.subject import item_name

Shape = Literal["value", "values", "table", "item", "items"]


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a model."""

    name: str
    key: str
    """The key a plan writes."""
    shape: Shape
    refs: tuple[str, ...]
    """The kinds that its text, or each of its texts, may name."""
    model: type[Item] | None
    """The class of the item or items it holds."""
    description: str


@cache
def parts(model: type[Item]) -> tuple[Part, ...]:
    """The fields of a model in the order it declares them."""
    found = []
    for name, field in model.model_fields.items():
        if name == "mark":
            continue
        inner = (field.annotation, *field.metadata, *parts_of(field.annotation))
        named = [part.kind for part in inner if isinstance(part, Ref)]
        items = [part for part in inner if isinstance(part, type) and issubclass(part, Item)]
        holds = items[0] if items else None
        refs = tuple(kind for one in named for kind in one.split("|"))
        shape = _shape(field.annotation, holds)
        description = field.description or ""
        found.append(Part(name, field.alias or name, shape, refs, holds, description))
    return tuple(found)


def _shape(annotation: object, holds: type[Item] | None) -> Shape:
    origin = get_origin(annotation)
    if origin is tuple:
        return "items" if holds else "values"
    if origin is dict:
        return "table"
    if origin in (Union, UnionType):
        told = [part for part in get_args(annotation) if part is not type(None)]
        return _shape(told[0], holds) if len(told) == 1 else "value"
    return "item" if holds else "value"


@dataclass(frozen=True, slots=True)
class Held:
    """An item with the way to it from the nearest item above that has an id."""

    item: Item
    owner: Item | None
    path: str
    """`budget/2024+apbd+planned`, below the owner or below the stage."""


def held(root: Item) -> Iterator[Held]:
    """Every item inside a stage, in the order of the files, the stage itself left out."""
    yield from _held(root, None, "")


def owned(root: Item, owner: Item | None = None) -> Iterator[tuple[Item, Item | None]]:
    """Every item inside a stage with the nearest one above that has an id; asks for no place."""
    for part in parts(type(root)):
        value = getattr(root, part.name) if part.model is not None else None
        for child in (value,) if isinstance(value, Item) else value or ():
            yield child, owner
            yield from owned(child, child if child.kind else owner)


def _held(item: Item, owner: Item | None, path: str) -> Iterator[Held]:
    for part in parts(type(item)):
        if part.model is None:
            continue
        value = getattr(item, part.name)
        if isinstance(value, Item):
            below = f"{path}{part.key}"
            yield Held(value, owner, below)
            yield from _held(value, *_from(value, owner, below))
            continue
        for position, child in enumerate(value or ()):
            below = f"{path}{part.key}/{item_name(child.node, position)}"
            yield Held(child, owner, below)
            yield from _held(child, *_from(child, owner, below))


def _from(item: Item, owner: Item | None, path: str) -> tuple[Item | None, str]:
    return (item, "") if item.kind else (owner, f"{path}/")

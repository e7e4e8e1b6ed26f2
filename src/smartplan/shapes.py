"""What the classes of the stages say of a plan: its keys, and what is written below them."""

from functools import cache

from pydantic.fields import FieldInfo

from smartplan.stages import STAGES
from smartplan.stages.base import Item, leading, parts_of


@cache
def fields(model: type[Item]) -> dict[str, FieldInfo]:
    """A model's fields by the key a plan writes."""
    return {info.alias or name: info for name, info in model.model_fields.items() if name != "mark"}


@cache
def inner_models(model: type[Item]) -> dict[str, type[Item] | None]:
    """The class of the items below each key; None where values stand."""
    return {key: inner_model(info) for key, info in fields(model).items()}


def inner_model(info: FieldInfo | None) -> type[Item] | None:
    """The item class a field holds, by itself or in a list."""
    if info is None:
        return None
    for part in (info.annotation, *parts_of(info.annotation)):
        if isinstance(part, type) and issubclass(part, Item):
            return part
    return None


@cache
def known_keys(model: type[Item]) -> tuple[str, ...]:
    """The keys of a model, its own before those that many items share."""
    shared = {key for base in model.__bases__ if issubclass(base, Item) for key in fields(base)}
    return tuple(sorted(fields(model), key=lambda key: key in shared))


@cache
def kinds_in(model: type[Item]) -> frozenset[str]:
    """The kinds of a model and of everything it holds."""
    inner = (inner_model(info) for info in fields(model).values())
    found = (kinds_in(part) for part in inner if part is not None)
    return frozenset({model.kind} - {""}).union(*found)


@cache
def stage_of(kind: str) -> str | None:
    """The stage whose file declares items of a kind; None for the framework's kinds."""
    for stage, model in STAGES.items():
        if kind in kinds_in(model):
            return stage
    return None


@cache
def stages_naming(kind: str) -> frozenset[str]:
    """The stages in which items of a kind may be named."""
    return frozenset(stage for stage, model in STAGES.items() if kind in _kinds_named(model))


@cache
def _kinds_named(model: type[Item]) -> frozenset[str]:
    """The kinds that a model and everything it holds may name."""
    own = {one for naming in leading(model).names for one in naming.kind.split("|")}
    inner = (part for part in inner_models(model).values() if part is not None)
    return frozenset(own).union(*(_kinds_named(part) for part in inner))

"""What every item of a plan has in common: a place, an id, where its facts come from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from smartplan.diagnostics import Location
from smartplan.source import MARK, Mapping, Node, Scalar, Sequence, location
from smartplan.stages.scalars import Prose, refuse


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text as the id of an item of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """What names an item among those beside it, where no `id` does: two of one name are one too
    many."""

    word: str
    """What a reader calls such an item, by its key in the locales."""
    fields: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """A second one is meant where it differs in one of these; else it may be, if it differs."""
    labels: tuple[tuple[str, str], ...] = ()
    """Fields whose values have words of their own, with the group of those in the locales."""


class Item(BaseModel):
    """A mapping of the plan that knows where it stood."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        defer_build=True,
        protected_namespaces=(),
    )

    kind: ClassVar[str] = ""
    """Items of a kind are found by `id`; empty for items that nothing points to."""
    title_field: ClassVar[str] = "name"
    """The field that tells a reader what an id stands for."""
    named_by: ClassVar[Name | None] = None
    """What stands for an id in items without one that must not be there twice."""

    mark: SkipJsonSchema[Any] = Field(alias="\0", exclude=True, repr=False)
    """What knows its place: its `node` in the tree, which may have to be looked for."""

    @property
    def node(self) -> Mapping:
        """The item as it stands in its file."""
        found: Mapping = self.mark.node
        return found

    def at(self, *path: str | int) -> Location:
        """Where a value stands; without a path, where the item is named."""
        return start_of(self.node_at(*path)) if path else self._named()

    def node_at(self, *path: str | int) -> Node:
        """What stands at a value's place, or the innermost part of its path that is there."""
        node: Node = self.node
        for step in path:
            if isinstance(node, Mapping) and str(step) in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
        return node

    def at_key(self, key: str) -> Location:
        """Where a key stands; where the item is named if it has no such key."""
        name: Scalar | None = self.mark.name_of(key)
        return location(name) if name else self._named()

    def _named(self) -> Location:
        entries = self.node.entries
        for key in ("id", self.title_field):
            if key in entries:
                return location(entries[key][1])
        return start_of(self.node)

    @property
    def title_text(self) -> str:
        """The text that names the item to a reader."""
        return str(vars(self).get(self.title_field) or "")


def start_of(node: Mapping | Sequence | Scalar) -> Location:
    """The smallest range that shows a node: its first key, its first item, or all of a scalar."""
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping) and node.entries:
            return location(next(iter(node.entries.values()))[0])
        if isinstance(node, Sequence) and node.items:
            node = node.items[0]
        else:
            break
    return location(node)


def without_mark(value: object) -> object:
    """A table of values (year to number) is data, not an item: it sheds the mark."""
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != MARK}
    return value


Table = BeforeValidator(without_mark)
"""Annotates a field whose mapping has free keys, such as years."""

SourceRef = Annotated[str, Ref("source")]
Basis = Literal["sourced", "derived", "proposal"]


class Sourced(Item):
    """An item that states something: every figure says what it rests on."""

    is_choice: ClassVar[bool] = False
    """Whether a proposal is that the item is there, while what is told of it may be sourced."""

    sources: tuple[SourceRef, ...] = Field(
        default=(), description="Sumber yang mendasari, dari sources.yaml, misalnya [S12, S13]."
    )
    basis: Basis | None = Field(
        default=None,
        description="Dasar angka: sourced (bersumber), derived (turunan), proposal (usulan).",
    )
    derivation: Prose | None = Field(
        default=None, description="Untuk angka turunan: dihitung dari angka mana, dengan cara apa."
    )
    note: Prose | None = Field(default=None, description="Catatan, dicetak sebagai catatan kaki.")

    @property
    def rests_on(self) -> Basis | None:
        """The basis, `sourced` where sources stand without one; None if nothing is said."""
        return self.basis or ("sourced" if self.sources else None)

    @property
    def told_on(self) -> Basis | None:
        """What the sentences about it rest on, where they rest on more than the choice of it."""
        sourced_choice = self.is_choice and self.sources and self.basis == "proposal"
        return "sourced" if sourced_choice else self.rests_on


Qualifier = Literal["about", "at_least", "at_most", "more_than", "less_than"]


class Figure(Sourced):
    """A number as its source gives it, with the source's own caution."""

    qualifier: Qualifier | None = Field(
        default=None,
        description="Bila sumber tidak memberi angka pasti: about, at_least, at_most, more_than, "
        "less_than.",
    )


def exactly_one(item: Item, *names: str) -> None:
    """Refuse an item that gives none, or more than one, of these fields."""
    if sum(getattr(item, name) is not None for name in names) != 1:
        raise refuse("SCH020", choices=", ".join(f"`{name}`" for name in names))


class Reference(NamedTuple):
    """A text that names another item, where it stands, and the kind it must name."""

    holder: Item
    field: str
    position: int | None
    kind: str
    """What it may name: a kind, or several (`program|objective`)."""
    id: str

    @property
    def location(self) -> Location:
        return start_of(self.node)

    @property
    def node(self) -> Node:
        path = () if self.position is None else (self.position,)
        return self.holder.node_at(self.field, *path)


class Naming(NamedTuple):
    """A field of a model whose value names other items."""

    field: str
    key: str
    """The field as a plan writes it."""
    kind: str
    many: bool
    """Whether it is a list of ids."""


class Leading(NamedTuple):
    """The fields of a model that lead on to other items."""

    names: tuple[Naming, ...]
    holds: tuple[str, ...]
    """The fields that hold items."""
    named: tuple[str, ...]
    """Those of them whose items are named by their fields."""


@cache
def leading(model: type[Item]) -> Leading:
    """The fields of a model that lead on to other items."""
    names: list[Naming] = []
    holds: list[str] = []
    named: list[str] = []
    for name, field in model.model_fields.items():
        if name == "mark":
            continue
        parts = (field.annotation, *field.metadata, *parts_of(field.annotation))
        for part in parts:
            if isinstance(part, Ref):
                many = "tuple" in repr(field.annotation)
                names.append(Naming(name, field.alias or name, part.kind, many))
        held = [part for part in parts if isinstance(part, type) and issubclass(part, Item)]
        if held:
            holds.append(name)
        if any(part.named_by for part in held):
            named.append(name)
    return Leading(tuple(names), tuple(holds), tuple(named))


def parts_of(annotation: Any) -> tuple[object, ...]:
    """Every part of a type, in depth: `str` and `Ref` of `tuple[Annotated[str, Ref], ...]`."""
    return _parts_of(annotation)


@cache
def _parts_of(annotation: Any) -> tuple[object, ...]:
    found: list[object] = []
    for part in get_args(annotation):
        found.append(part)
        if not isinstance(part, type | str):
            found.extend(_parts_of(part))
    return tuple(found)


def walk(item: Item) -> list[Item]:
    """The item and every item inside it, in the order of the file."""
    found = [item]
    _gather(item, leading(type(item)).holds, found)
    return found


def _gather(item: Item, holds: tuple[str, ...], found: list[Item]) -> None:
    values = vars(item)
    for name in holds:
        value = values[name]
        child: Item
        for child in value if isinstance(value, tuple) else () if value is None else (value,):
            found.append(child)
            if inside := leading(type(child)).holds:
                _gather(child, inside, found)


def references(item: Item) -> Iterator[Reference]:
    """The references an item itself makes, not those of the items inside it."""
    for name, key, kind, many in leading(type(item)).names:
        value = getattr(item, name)
        if many:
            for position, id_ in enumerate(value):
                yield Reference(item, key, position, kind, id_)
        elif value is not None:
            yield Reference(item, key, None, kind, value)

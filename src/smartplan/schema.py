"""A tree to a stage model; what does not fit is told and left out, the rest goes on."""

from collections import defaultdict
from collections.abc import Container, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from smartplan.diagnostics import Diagnostic, Location, Severity
from smartplan.faults import AN_ITEM, key_named, told
from smartplan.flood import Flood, Room
from smartplan.kinds import sch
from smartplan.shapes import fields, inner_models, kinds_in
from smartplan.shortcut import Data
from smartplan.source import MARK, Mapping, Node, Scalar, Sequence, location
from smartplan.spots import Spot, Step, spot_at
from smartplan.stages.base import Item, Reference, leading
from smartplan.stages.validators import item_of
from smartplan.strange_keys import Meant, meant_among, unknown_key

ROUNDS = 8
"""Times a stage is validated again after what did not fit was left out."""
GUESSED = 2_000
"""Different unknown keys of a stage that are held against those missing beside them."""
SUGGESTED = 200
"""Unknown keys of a stage that get a suggestion: finding the nearest is dear."""


@dataclass
class Checked:
    """What a stage's tree became."""

    model: Item | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Ids of items that had to be left out: a reference to one is no second mistake."""
    lost_kinds: set[str] = field(default_factory=set)
    """Kinds of items left out whose ids cannot be told."""
    named: list[Reference] = field(default_factory=list)
    """What items that had to be left out refer to: their other mistakes are told with the rest."""
    wounded: list[Location] = field(default_factory=list)
    """The whole ranges of items that lost a part."""
    emptied: bool = False
    """Whether a key that holds items stands there without any."""

    @property
    def sound(self) -> bool:
        return not (self.model is None or self.emptied) and not any(
            diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics
        )


def accepted(model: type[Item], data: Data) -> Checked | None:
    """Data without a fault as a model; None if they have any: a tree tells where."""
    try:
        return Checked(item_of(model, data))
    except ValidationError:
        return None


def check(model: type[Item], root: Mapping, room: Room | None = None) -> Checked:
    """Validate a tree against a model.

    Every fault is a finding. The smallest part that can be left out is dropped from the tree: an
    optional key, an item of a list; the model holds what remains, and is None if nothing can.
    """
    return _Check(model, root, room).run()


def plain(root: Node) -> object:
    """A tree as the data a model validates: mappings carry themselves under `MARK`."""
    if isinstance(root, Scalar):
        return root.value
    if isinstance(root, Sequence):
        return tuple([plain(item) for item in root.items])
    data: dict[str, object] = {key: plain(value) for key, (_, value) in root.entries.items()}
    data[MARK] = root
    return data


class _Check:
    def __init__(self, model: type[Item], root: Mapping, room: Room | None):
        self.model = model
        self.root = root
        self.checked = Checked()
        self.empties: dict[tuple[int, str], Scalar] = {}
        """Keys and items without a value, by what they stand in and their key or position."""
        self.hurt: set[int] = set()
        self.wounded: set[int] = set()
        self.unknown = 0
        self.told = Flood(room=room)
        self.codes: dict[tuple[object, ...], str] = {}
        """The code of each sort of error so far."""

    def run(self) -> Checked:
        self._empty_values(self.root, self.model)
        for _ in range(ROUNDS):
            try:
                self.checked.model = item_of(self.model, plain(self.root))
                break
            except ValidationError as error:
                errors = error.errors(include_url=False, include_context=True)
            if not self._learn(errors):
                break
        for empty in self.empties.values():
            if not self.told.only_counts(sch.EMPTY_VALUE.code, empty.file):
                self.told.append(_empty(empty))
        self.checked.diagnostics = [*self.told]
        return self.checked

    def _empty_values(self, node: Node, model: type[Item] | None) -> None:
        """Take known keys and list items without a value out of the tree."""
        if isinstance(node, Sequence):
            self._empty_items(node, model)
        elif isinstance(node, Mapping):
            inner = inner_models(model) if model else None
            for key, (name, value) in list(node.entries.items()):
                if inner is not None and key not in inner:
                    continue  # told as unknown, with all that is in it
                if not isinstance(value, Scalar):
                    self._empty_values(value, inner.get(key) if inner else None)
                elif value.is_empty:
                    self.empties[id(node), key] = name
                    self._emptied(inner.get(key) if inner else None)
                    del node.entries[key]

    def _emptied(self, model: type[Item] | None) -> None:
        """Remember the kinds that stood, or were to stand, under a key without a value."""
        if model is not None:
            self.checked.lost_kinds |= kinds_in(model)
            self.checked.emptied = True

    def _empty_items(self, node: Sequence, model: type[Item] | None) -> None:
        filled: list[Node] = []
        for position, item in enumerate(node.items):
            if isinstance(item, Scalar) and item.is_empty:
                self.empties[id(node), str(position)] = item
            else:
                filled.append(item)
                self._empty_values(item, model)
        node.items = filled

    def _learn(self, errors: list[ErrorDetails]) -> bool:
        """Tell each error and drop what causes it; False if the stage cannot be saved."""
        of_keys = {
            position: spot_at(self.model, self.root, error["loc"])
            for position, error in enumerate(errors)
            if error["type"] in ("missing", "extra_forbidden")
        }
        meant, unguessed = _misspelt(errors, of_keys)
        excused = {(mapping, wanted) for (mapping, _), wanted in meant.items()}
        earlier = frozenset(self.hurt)
        drops = _Drops()
        wrong: set[int] = set()
        saved = True
        for position, error in enumerate(errors):
            spot = of_keys.get(position) or spot_at(self.model, self.root, error["loc"])
            wrong.add(id(spot.node))
            items = spot.items
            follows = bool(items) and id(items[0].node) in earlier
            is_excused = (id(spot.node), spot.missing) in excused or (
                error["type"] == "missing" and id(spot.node) in unguessed
            )
            if not follows and not is_excused:
                self._tell(error, spot, meant)
            if is_excused or self._puts_right(error, spot, meant):
                continue
            dropped = drops.add(spot, only_this=error["type"] == "extra_forbidden")
            saved &= dropped is not None
            if items:
                self._lament(spot, items)
            if dropped is not None:
                self._wound(spot.around(dropped))
        for step in drops.make():
            self.checked.lost.update(ids_in(step.node))
            self.checked.lost_kinds.update(_nameless(step))
            named = _references_in(step.node, step.model)
            self.checked.named += [one for one in named if id(one.node) not in wrong]
        return saved

    def _puts_right(self, error: ErrorDetails, spot: Spot, meant: Meant) -> bool:
        """Read a misspelt key as the one it stands for, and tell what is empty below it."""
        wanted = _put_right(error, spot, meant)
        if wanted is None:
            return False
        inner = inner_models(spot.steps[-2].model or spot.model)
        self._empty_values(spot.node, inner.get(wanted))
        return True

    def _lament(self, spot: Spot, items: list[Step]) -> None:
        """Remember the items that lost a part, and the kind of one that lost its id."""
        self.hurt.update(id(item.node) for item in items)
        self._wound(items)
        inner = items[0].model
        if inner and inner.kind and "id" in (spot.key, spot.missing):
            self.checked.lost_kinds.add(inner.kind)

    def _wound(self, items: list[Step]) -> None:
        for item in items:
            if id(item.node) not in self.wounded:
                self.wounded.add(id(item.node))
                self.checked.wounded.append(location(item.node))

    def _tell(self, error: ErrorDetails, spot: Spot, meant: Meant) -> None:
        if error["type"] == "missing" and isinstance(spot.node, Mapping):
            key = str(error["loc"][-1])
            empty = self.empties.pop((id(spot.node), key), None)
            if empty is not None:
                needed = replace(_empty(empty), advice=sch.FILL_IN)
                self.told.append(needed.as_at_times())
                return
        sort = (error["type"], type(spot.node), error.get("ctx", {}).get("pattern"))
        if self.told.only_counts(self.codes.get(sort, ""), spot.node.file):
            return
        if error["type"] == "extra_forbidden":
            self.unknown += 1
            found = unknown_key(spot, meant, suggest=self.unknown <= SUGGESTED)
        else:
            found = told(error, spot)
        self.codes[sort] = found.kind.code
        self.told.append(replace(found, subject=spot.subject))


def _empty(where: Scalar) -> Diagnostic:
    """The finding of a key, or of an item of a list, that has no value."""
    what = AN_ITEM if where.is_empty else key_named(where.value)
    return sch.EMPTY_VALUE.at(location(where), what=what)


def _misspelt(errors: list[ErrorDetails], spots: Table[int, Spot]) -> tuple[Meant, set[int]]:
    """Keys that are missing only because they were misspelt: one mistake, one finding.

    Beside them the mappings whose unknown keys are too many to guess what they stand for.
    """
    missing: dict[int, list[str]] = defaultdict(list)
    for position, spot in spots.items():
        if errors[position]["type"] == "missing":
            missing[id(spot.node)].append(spot.missing)
    meant: Meant = {}
    unguessed: set[int] = set()
    guesses: dict[tuple[object, ...], list[str]] = {}
    unknown = (spot for at, spot in spots.items() if errors[at]["type"] == "extra_forbidden")
    for spot in unknown:
        mapping, key = id(spot.steps[-2].node), str(spot.steps[-1].key)
        if mapping not in missing:
            continue
        model, absent = spot.steps[-2].model or spot.model, tuple(missing[mapping])
        guess = guesses.get((key, absent, model))
        if guess is None:
            if len(guesses) == GUESSED:
                unguessed.add(mapping)
                continue
            guess = guesses[key, absent, model] = meant_among(key, absent, model)
        for close in guess:
            meant[mapping, key] = close
            missing[mapping].remove(close)
    return meant, unguessed


def _put_right(error: ErrorDetails, spot: Spot, meant: Meant) -> str | None:
    """Read a misspelt key as the one it stands for, so that what is below it is checked too.

    What it stands for is returned; None where it stands for nothing.
    """
    if error["type"] != "extra_forbidden":
        return None
    mapping, key = spot.steps[-2].node, str(spot.steps[-1].key)
    wanted = meant.get((id(mapping), key))
    if wanted is None or not isinstance(mapping, Mapping):
        return None
    mapping.entries = {
        wanted if name == key else name: entry for name, entry in mapping.entries.items()
    }
    return wanted


class _Drops:
    """What a round leaves out, gathered by parent so that a long list is gone through once."""

    def __init__(self) -> None:
        self.parents: dict[int, tuple[Node, dict[int, Step]]] = {}

    def add(self, spot: Spot, *, only_this: bool) -> Step | None:
        """What is left out for this spot; None if nothing can be."""
        found = _to_drop(spot, only_this=only_this)
        if found is None:
            return None
        parent, child = found
        self.parents.setdefault(id(parent), (parent, {}))[1][id(child.node)] = child
        return child

    def make(self) -> Iterator[Step]:
        """Take everything out of the tree, and tell what it was."""
        for parent, children in self.parents.values():
            _drop(parent, children)
            yield from children.values()


def _to_drop(spot: Spot, *, only_this: bool) -> tuple[Node, Step] | None:
    """The innermost parent and child that the stage can do without; None if there is none."""
    steps = list(spot.steps)
    while len(steps) > 1:
        parent, child = steps[-2], steps[-1]
        if isinstance(parent.node, Sequence) or only_this:
            return parent.node, child
        info = fields(parent.model).get(str(child.key)) if parent.model else None
        if info is None or not info.is_required():
            return parent.node, child
        steps.pop()
    return None


def _drop(parent: Node, children: Container[int]) -> None:
    if isinstance(parent, Sequence):
        parent.items = [item for item in parent.items if id(item) not in children]
    elif isinstance(parent, Mapping):
        parent.entries = {
            key: entry for key, entry in parent.entries.items() if id(entry[1]) not in children
        }


def ids_in(node: Node) -> set[str]:
    """Every id declared in a tree."""
    if isinstance(node, Sequence):
        return {id_ for item in node.items for id_ in ids_in(item)}
    if isinstance(node, Mapping):
        own = node.entries.get("id")
        found = {id_ for _, value in node.entries.values() for id_ in ids_in(value)}
        return found | {own[1].value} if own and isinstance(own[1], Scalar) else found
    return set()


def _references_in(node: Node, model: type[Item] | None) -> Iterator[Reference]:
    """The references that a tree of items makes, whatever else is wrong with it."""
    for mapping, known in _items_in(node, model):
        holder = known.model_construct(None, **{MARK: mapping})
        for _, key, kind, many in leading(known).names:
            value = holder.node_at(key)
            if isinstance(value, Scalar) and not many:
                yield Reference(holder, key, None, kind, value.value)
            elif isinstance(value, Sequence) and many:
                yield from (
                    Reference(holder, key, position, kind, one.value)
                    for position, one in enumerate(value.items)
                    if isinstance(one, Scalar)
                )


def _items_in(node: Node, model: type[Item] | None) -> Iterator[tuple[Mapping, type[Item]]]:
    """Every item of a tree with its class, from the outside in."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _items_in(item, model)
    elif isinstance(node, Mapping) and model is not None:
        yield node, model
        for key, inner in inner_models(model).items():
            if key in node.entries:
                yield from _items_in(node.entries[key][1], inner)


def _nameless(step: Step) -> frozenset[str]:
    """The kinds that a node left out declares without a readable id."""
    if step.model is None or isinstance(step.node, Sequence):
        return frozenset()
    if isinstance(step.node, Mapping) and "id" in step.node.entries:
        return frozenset()
    return kinds_in(step.model)

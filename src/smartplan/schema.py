"""A tree to a stage model; what does not fit is told and left out, the rest goes on."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence as PythonSequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import islice, takewhile

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from smartplan.diagnostics import Diagnostic, Fix, Location, Severity, Value, show
from smartplan.flood import Flood
from smartplan.kinds import KINDS, sch
from smartplan.language import Text, label, labels
from smartplan.nearest import disguised, fold, latin, listing, nearest, only_slip
from smartplan.references import kinds_of
from smartplan.replacement import instead
from smartplan.shortcut import Data
from smartplan.source import MARK, Mapping, Node, Scalar, Sequence, location
from smartplan.stages import STAGES
from smartplan.stages.base import Item, Ref, Reference, leading, parts_of, start_of
from smartplan.stages.scalars import ID_PATTERN, SEEN
from smartplan.stages.validators import item_of
from smartplan.subject import item_name

ROUNDS = 8
"""Times a stage is validated again after what did not fit was left out."""
GUESSED = 10_000
"""Unknown keys of a stage that may be held against those missing beside them."""
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


def check(model: type[Item], root: Mapping) -> Checked:
    """Validate a tree against a model.

    Every fault is a finding. The smallest part that can be left out is dropped from the tree: an
    optional key, an item of a list; the model holds what remains, and is None if nothing can.
    """
    return _Check(model, root).run()


def plain(root: Node) -> object:
    """A tree as the data a model validates: mappings carry themselves under `MARK`."""
    if isinstance(root, Scalar):
        return root.value
    if isinstance(root, Sequence):
        return tuple([plain(item) for item in root.items])
    data: dict[str, object] = {key: plain(value) for key, (_, value) in root.entries.items()}
    data[MARK] = root
    return data


@dataclass(frozen=True, slots=True)
class _Step:
    """A node on the way to an error: how it was reached and what it should be."""

    node: Node
    key: str | int
    field: FieldInfo | None
    """The field whose value the node is, or is an item of."""
    model: type[Item] | None
    """The class that describes the node if it is a mapping of known keys."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error of pydantic's stands: every step from the root down to it."""

    steps: tuple[_Step, ...]
    missing: str
    """The last key of the path if the file does not have it."""
    of_key: bool = False
    """Whether the fault is in the last key itself, such as a year that is none."""

    @property
    def node(self) -> Node:
        if self.of_key:
            return self._name
        return self.steps[-1].node

    @property
    def _name(self) -> Node:
        """The last key as it stands in the file."""
        parent, last = self.steps[-2], self.steps[-1]
        return (
            parent.node.entries[str(last.key)][0] if isinstance(parent.node, Mapping) else last.node
        )

    @property
    def key(self) -> str:
        """The key a planner would call the faulty value by."""
        steps = self.steps[:-1] if self.of_key else self.steps
        return next((str(s.key) for s in reversed(steps) if isinstance(s.key, str)), "")

    @property
    def subject(self) -> str:
        """The way here in ids and keys, told before anything is dropped."""
        words = [
            item_name(step.node, step.key) if isinstance(step.key, int) else step.key
            for step in self.steps[1:]
        ]
        return "/".join([*words, self.missing] if self.missing else words)

    @property
    def model(self) -> type[Item]:
        """The class of the innermost item."""
        return next(step.model for step in reversed(self.steps) if step.model is not None)

    @property
    def item(self) -> _Step | None:
        """The innermost item below the root."""
        return next(iter(self.items), None)

    @property
    def items(self) -> list[_Step]:
        """The innermost items, out to the first that has a name: a budget line, its program."""
        found: list[_Step] = []
        for step in reversed(self.steps[1:]):
            if step.model is not None and isinstance(step.node, Mapping):
                found.append(step)
                if step.model.kind:
                    break
        return found

    def around(self, dropped: _Step) -> list[_Step]:
        """The items that lose a part with what is left out: a risk, its program."""
        before = takewhile(lambda step: step is not dropped, self.steps[1:])
        return [one for one in before if one.model and isinstance(one.node, Mapping)]


Meant = dict[tuple[int, str], str]
"""The key that a misspelt one (by its mapping and its spelling) stands for."""


class _Check:
    def __init__(self, model: type[Item], root: Mapping):
        self.model = model
        self.root = root
        self.checked = Checked()
        self.empties: dict[tuple[int, str], Diagnostic] = {}
        self.hurt: set[int] = set()
        self.wounded: set[int] = set()
        self.unknown = 0
        self.told = Flood()
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
        self.checked.diagnostics = [*self.told, *self.empties.values()]
        return self.checked

    def _empty_values(self, node: Node, model: type[Item] | None) -> None:
        """Take known keys and list items without a value out of the tree."""
        if isinstance(node, Sequence):
            self._empty_items(node, model)
        elif isinstance(node, Mapping):
            inner = _inner_models(model) if model else None
            for key, (name, value) in list(node.entries.items()):
                if not isinstance(value, Scalar):
                    self._empty_values(value, inner.get(key) if inner else None)
                elif value.is_empty and (inner is None or key in inner):
                    place = location(name)
                    self.empties[id(node), key] = sch.EMPTY_VALUE.at(place, what=_key_named(key))
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
                place = location(item)
                self.empties[id(node), str(position)] = sch.EMPTY_VALUE.at(place, what=_AN_ITEM)
            else:
                filled.append(item)
                self._empty_values(item, model)
        node.items = filled

    def _learn(self, errors: list[ErrorDetails]) -> bool:
        """Tell each error and drop what causes it; False if the stage cannot be saved."""
        of_keys = {
            position: _spot(self.model, self.root, error["loc"])
            for position, error in enumerate(errors)
            if error["type"] in ("missing", "extra_forbidden")
        }
        meant = _misspelt(errors, of_keys)
        excused = {(mapping, wanted) for (mapping, _), wanted in meant.items()}
        earlier = frozenset(self.hurt)
        drops = _Drops()
        wrong: set[int] = set()
        saved = True
        for position, error in enumerate(errors):
            spot = of_keys.get(position) or _spot(self.model, self.root, error["loc"])
            wrong.add(id(spot.node))
            items = spot.items
            follows = bool(items) and id(items[0].node) in earlier
            is_excused = (id(spot.node), spot.missing) in excused
            if not follows and not is_excused:
                self._tell(error, spot, meant)
            if is_excused or _put_right(error, spot, meant):
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

    def _lament(self, spot: _Spot, items: list[_Step]) -> None:
        """Remember the items that lost a part, and the kind of one that lost its id."""
        self.hurt.update(id(item.node) for item in items)
        self._wound(items)
        inner = items[0].model
        if inner and inner.kind and "id" in (spot.key, spot.missing):
            self.checked.lost_kinds.add(inner.kind)

    def _wound(self, items: list[_Step]) -> None:
        for item in items:
            if id(item.node) not in self.wounded:
                self.wounded.add(id(item.node))
                self.checked.wounded.append(location(item.node))

    def _tell(self, error: ErrorDetails, spot: _Spot, meant: Meant) -> None:
        if error["type"] == "missing" and isinstance(spot.node, Mapping):
            key = str(error["loc"][-1])
            empty = self.empties.pop((id(spot.node), key), None)
            if empty is not None:
                self.told.append(replace(empty, severity=Severity.ERROR))
                return
        sort = (error["type"], type(spot.node), error.get("ctx", {}).get("pattern"))
        if self.told.only_counts(self.codes.get(sort, ""), spot.node.file):
            return
        if error["type"] == "extra_forbidden":
            self.unknown += 1
            found = _unknown_key(spot, meant, suggest=self.unknown <= SUGGESTED)
        else:
            found = _TRANSLATIONS.get(error["type"], _custom)(error, spot)
        self.codes[sort] = found.kind.code
        self.told.append(replace(found, subject=spot.subject))


def _misspelt(errors: list[ErrorDetails], spots: Table[int, _Spot]) -> Meant:
    """Keys that are missing only because they were misspelt: one mistake, one finding."""
    missing: dict[int, list[str]] = defaultdict(list)
    for position, spot in spots.items():
        if errors[position]["type"] == "missing":
            missing[id(spot.node)].append(spot.missing)
    meant: Meant = {}
    unknown = (spot for at, spot in spots.items() if errors[at]["type"] == "extra_forbidden")
    for spot in islice(unknown, GUESSED):
        mapping, key = id(spot.steps[-2].node), str(spot.steps[-1].key)
        if mapping in missing:
            for close in _nearest(key, tuple(missing[mapping])):
                meant[mapping, key] = close
                missing[mapping].remove(close)
    return meant


def _put_right(error: ErrorDetails, spot: _Spot, meant: Meant) -> bool:
    """Read a misspelt key as the one it stands for, so that what is below it is checked too."""
    if error["type"] != "extra_forbidden":
        return False
    mapping, key = spot.steps[-2].node, str(spot.steps[-1].key)
    wanted = meant.get((id(mapping), key))
    if wanted is None or not isinstance(mapping, Mapping):
        return False
    mapping.entries = {
        wanted if name == key else name: entry for name, entry in mapping.entries.items()
    }
    return True


@lru_cache(maxsize=1_000)  # a slip is often made again
def _nearest(key: str, missing: tuple[str, ...]) -> list[str]:
    return nearest(key, missing, 1)


class _Drops:
    """What a round leaves out, gathered by parent so that a long list is gone through once."""

    def __init__(self) -> None:
        self.parents: dict[int, tuple[Node, dict[int, _Step]]] = {}

    def add(self, spot: _Spot, *, only_this: bool) -> _Step | None:
        """What is left out for this spot; None if nothing can be."""
        found = _to_drop(spot, only_this=only_this)
        if found is None:
            return None
        parent, child = found
        self.parents.setdefault(id(parent), (parent, {}))[1][id(child.node)] = child
        return child

    def make(self) -> Iterator[_Step]:
        """Take everything out of the tree, and tell what it was."""
        for parent, children in self.parents.values():
            _drop(parent, children)
            yield from children.values()


def _spot(model: type[Item], root: Node, path: tuple[str | int, ...]) -> _Spot:
    steps = [_Step(root, "", None, model)]
    missing = ""
    for key in path:
        last = steps[-1]
        if isinstance(last.node, Mapping) and isinstance(key, str):
            info = _fields(last.model).get(key) if last.model else last.field
            if key not in last.node.entries:
                missing = key
                continue
            child = last.node.entries[key][1]
            inner = _inner_models(last.model).get(key) if last.model else _inner(info)
            steps.append(_Step(child, key, info, inner))
        elif isinstance(last.node, Sequence) and isinstance(key, int):
            steps.append(_Step(last.node.items[key], key, last.field, last.model))
    return _Spot(tuple(steps), missing, of_key=bool(path) and path[-1] == "[key]")


@cache
def _fields(model: type[Item]) -> dict[str, FieldInfo]:
    """A model's fields by the key a plan writes."""
    return {info.alias or name: info for name, info in model.model_fields.items() if name != "mark"}


@cache
def _inner_models(model: type[Item]) -> dict[str, type[Item] | None]:
    return {key: _inner(info) for key, info in _fields(model).items()}


def _inner(info: FieldInfo | None) -> type[Item] | None:
    """The item class a field holds, by itself or in a list."""
    if info is None:
        return None
    for part in (info.annotation, *parts_of(info.annotation)):
        if isinstance(part, type) and issubclass(part, Item):
            return part
    return None


def _to_drop(spot: _Spot, *, only_this: bool) -> tuple[Node, _Step] | None:
    """The innermost parent and child that the stage can do without; None if there is none."""
    steps = list(spot.steps)
    while len(steps) > 1:
        parent, child = steps[-2], steps[-1]
        if isinstance(parent.node, Sequence) or only_this:
            return parent.node, child
        info = _fields(parent.model).get(str(child.key)) if parent.model else None
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
        for key, inner in _inner_models(model).items():
            if key in node.entries:
                yield from _items_in(node.entries[key][1], inner)


def _nameless(step: _Step) -> frozenset[str]:
    """The kinds that a node left out declares without a readable id."""
    if step.model is None or isinstance(step.node, Sequence):
        return frozenset()
    if isinstance(step.node, Mapping) and "id" in step.node.entries:
        return frozenset()
    return kinds_in(step.model)


@cache
def kinds_in(model: type[Item]) -> frozenset[str]:
    """The kinds of a model and of everything it holds."""
    inner = (_inner(info) for info in _fields(model).values())
    found = (kinds_in(part) for part in inner if part is not None)
    return frozenset({model.kind} - {""}).union(*found)


@cache
def stage_of(kind: str) -> str | None:
    """The stage whose file declares items of a kind; None for the framework's kinds."""
    for stage, model in STAGES.items():
        if kind in kinds_in(model):
            return stage
    return None


Translate = Callable[[ErrorDetails, _Spot], Diagnostic]


def _value(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else "…"


def _key_named(key: str) -> Text:
    shown = show(key)
    return Text(f"kunci `{shown}`", f"the key `{shown}`")


_AN_ITEM = Text("satu butir daftar", "an item of the list")


def _unknown_key(spot: _Spot, meant: Meant, *, suggest: bool) -> Diagnostic:
    parent = spot.steps[-2]
    key = str(spot.steps[-1].key)
    known = _known(parent.model or spot.model)
    hint = None
    if wanted := meant.get((id(parent.node), key)):
        hint = _key_perhaps(key, wanted)
    elif suggest:
        hint = _key_hint(key, known, None if len(spot.steps) == 2 else spot.steps[-2].model)
    name = replace(spot, of_key=True).node
    fix = _key_fix(name, parent.node, known) if suggest else None
    return sch.UNKNOWN_KEY.at(location(name), hint=hint, fix=fix, key=key, known=_words(known))


def _key_fix(name: Node, owner: Node, known: PythonSequence[str]) -> Fix | None:
    if not isinstance(name, Scalar) or not isinstance(owner, Mapping):
        return None
    meant = only_slip(name.value, known)
    if meant is None or meant in owner.entries:
        return None
    return instead(name, meant, safe=False)


@cache
def _known(model: type[Item]) -> tuple[str, ...]:
    """The keys of a model, its own before those that many items share."""
    shared = {key for base in model.__bases__ if issubclass(base, Item) for key in _fields(base)}
    return tuple(sorted(_fields(model), key=lambda key: key in shared))


def _words(words: PythonSequence[str]) -> Text:
    """Words of the format itself, which are shown whole."""
    said = listing(words)
    return Text(said, said)


def _key_hint(key: str, known: PythonSequence[str], owner: type[Item] | None) -> Text | None:
    """Where a key belongs, or which one it may be; `owner` is the item it stands in, if any."""
    home = _homes().get(key, ())
    if len(home) == 1:
        return _belongs(home[0], owner)
    close = nearest(key, known, 1)
    return _key_perhaps(key, close[0]) if close else None


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
        for key, inner in _inner_models(model).items():
            found[key] = [_Home(stage, (), inner)]
    files = set(found)
    for stage, model in STAGES.items():
        for path, inner in _inside(model, ()):
            for key in _fields(inner).keys() - files:
                found[key].append(_Home(stage, path, inner))
    return found


def _inside(
    model: type[Item], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], type[Item]]]:
    for key, inner in _inner_models(model).items():
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


def _missing(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    told = (_fields(spot.model)[spot.missing].description or "").rstrip(".")
    return sch.MISSING_KEY.at(
        start_of(spot.node),
        key=spot.missing,
        owner=_owner(spot),
        description=Text(f" ({told})" if told else "", ""),
    )


def _owner(spot: _Spot) -> Text:
    """The item a message is about, as a phrase to append: ` pada program `p-1``."""
    step = spot.item
    if step is None or step.model is None or not isinstance(step.node, Mapping):
        return Text("", "")
    own = step.node.entries.get("id")
    if not own or not isinstance(own[1], Scalar) or not step.model.kind:
        return Text("", "")
    kind = label("kind", step.model.kind)
    id_ = show(own[1].value)
    return Text(f" pada {kind.indonesian} `{id_}`", f" in the {kind.english} `{id_}`")


_GOT = {Scalar: "text", Sequence: "list", Mapping: "mapping"}
_EXAMPLE = {
    "list": Text("butirnya satu per baris, diawali `- `", "its items one a line, after `- `"),
    "text": Text(
        "satu nilai sesudah titik dua, dalam kutip bila diawali `{` atau `[`",
        "one value after the colon, in quotes if it starts with `{` or `[`",
    ),
    "mapping": Text(
        "kunci-kuncinya, satu per baris, menjorok dua spasi", "its keys, one a line, indented"
    ),
    "number": Text("satu angka", "one number"),
    "date": Text("satu tanggal, misalnya 2023-07-05", "one date, such as 2023-07-05"),
    "yes_no": Text("`true` atau `false`", "`true` or `false`"),
}
_WANTED = {
    "string_type": "text",
    "tuple_type": "list",
    "literal_error": "text",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}
_SIMPLE_WORDS = re.compile(r"[A-Za-z0-9._-]{1,40}(, ?[A-Za-z0-9._-]{1,40}){0,4}")


def _wrong_type(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    wanted = error.get("ctx", {}).get("wanted") or _WANTED[error["type"]]
    in_list = wanted == "mapping" and isinstance(spot.steps[-1].key, int)
    key = f"`{show(spot.key)}`"
    return sch.WRONG_TYPE.at(
        start_of(spot.node),
        what=Text(f"butir {key}", f"an item of {key}") if in_list else Text(key, key),
        wanted=label("wanted", wanted),
        got=label("wanted", _GOT[type(spot.node)]),
        example=_example(wanted, spot),
    )


def _example(wanted: str, spot: _Spot) -> Text:
    """What to write instead, with the planner's own words where they are simple."""
    model = spot.steps[-1].model
    if wanted in ("list", "mapping") and model is not None and isinstance(spot.node, Scalar):
        return _item_example(model, wanted, in_list=isinstance(spot.steps[-1].key, int))
    value = _value(spot.node)
    if wanted == "list" and _names_sources(spot) and not _SOURCES.fullmatch(value):
        return _SOURCE_IDS
    if wanted == "list" and _SIMPLE_WORDS.fullmatch(value):
        said = f"`{spot.key}: [{value}]`"
        return Text(said, said)
    return _EXAMPLE[wanted]


_SOURCES = re.compile(r"S[0-9]+(, ?S[0-9]+)*")
_SOURCE_IDS = Text(
    "id sumber dari `sources.yaml` dalam kurung siku, misalnya `sources: [S1]`",
    "ids of `sources.yaml` in square brackets, such as `sources: [S1]`",
)


def _names_sources(spot: _Spot) -> bool:
    """Whether a value should name sources."""
    info = spot.steps[-1].field
    parts = parts_of(info.annotation) if info else ()
    return any(isinstance(part, Ref) and part.kind == "source" for part in parts)


@cache
def _item_example(model: type[Item], wanted: str, *, in_list: bool) -> Text:
    needed = [key for key, info in _fields(model).items() if info.is_required()]
    keys = ", ".join(f"{key}: …" for key in needed or _known(model)[:2])
    item = f"`- {{{keys}}}`" if in_list or wanted == "list" else f"`{{{keys}}}`"
    if wanted == "list":
        return Text(
            f"butirnya satu per baris, misalnya {item}", f"its items one a line, such as {item}"
        )
    return Text(f"kunci-kuncinya, misalnya {item}", f"its keys, such as {item}")


def _not_in_list(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    if not isinstance(spot.node, Scalar):
        return _wrong_type(error, spot)
    choices = _choices(spot.steps[-1].field)
    said = _said_in_words(spot.node.value, choices)
    close = nearest(spot.node.value, choices, 1)
    listed = _named_choices(choices)
    hint = None
    if said:
        told = _named_choices([said], choices)
        hint = Text(f"tulis {told.indonesian}", f"write {told.english}")
    elif close:
        alien = disguised(spot.node.value)
        hint = Text(
            f"mungkin `{close[0]}`?{alien.indonesian} pilihannya: {listed.indonesian}",
            f"perhaps `{close[0]}`?{alien.english} the choices are: {listed.english}",
        )
    meant = said or only_slip(spot.node.value, choices)
    fix = instead(spot.node, meant, safe=False) if meant else None
    place = location(spot.node)
    return sch.NOT_IN_LIST.at(
        place, hint=hint, fix=fix, value=spot.node.value, key=spot.key, choices=listed
    )


def _said_in_words(value: str, choices: PythonSequence[str]) -> str | None:
    """The one choice whose name is written in its place: `disetujui` for `approved`."""
    wanted = fold(value)
    named = labels(tuple(choices))
    found = [
        choice
        for choice, name in named.items()
        if wanted and wanted in (fold(choice), fold(name.indonesian), fold(name.english))
    ]
    return found[0] if len(found) == 1 else None


def _named_choices(shown: PythonSequence[str], among: PythonSequence[str] = ()) -> Text:
    """Choices with the names that readers know them by."""
    names = labels(tuple(among or shown))
    told = [(choice, names.get(choice)) for choice in shown]
    return Text(
        ", ".join(_with_name(choice, name.indonesian if name else "") for choice, name in told),
        ", ".join(_with_name(choice, name.english if name else "") for choice, name in told),
    )


def _with_name(choice: str, name: str) -> str:
    return f"`{choice}` ({name})" if name and fold(name) != fold(choice) else f"`{choice}`"


def _choices(info: FieldInfo | None) -> list[str]:
    if info is None:
        return []
    return [part for part in parts_of(info.annotation) if isinstance(part, str)]


def _out_of_range(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    """A number outside its bounds, or so large that no plan can mean it."""
    context, value = error.get("ctx", {}), _value(spot.node)
    hint = None
    if "digits" in context:
        limit = Text(f"paling banyak {context['digits']} angka", f"{context['digits']} digits")
    elif "first" in context:
        first, last = context["first"], context["last"]
        limit = Text(f"tahun {first} sampai {last}", f"a year from {first} to {last}")
        hint = _YEAR_ADVICE
    else:
        limit = _limits(spot.steps[-1].field, context)
        hint = None if len(value) >= _MANY_DIGITS else _within(limit, value, context)
    return sch.OUT_OF_RANGE.at(
        location(spot.node), hint=hint, key=spot.key, value=value, limit=limit
    )


_MANY_DIGITS = 5
"""Digits of a number that may have a nought too many."""
_YEAR_ADVICE = Text("perbaiki tahunnya", "mend the year")


def _limits(info: FieldInfo | None, context: Table[str, object]) -> Text:
    """Both bounds of a field, where it has both."""
    low, high = context.get("ge"), context.get("le")
    for least, most in _bounds(info):
        if least is not None and most is not None and (least == low or most == high):
            return Text(f"{least} sampai {most}", f"{least} to {most}")
    if low is not None:
        return Text(f"{low} atau lebih", f"{low} or more")
    return Text(f"{high} atau kurang", f"{high} or less")


def _bounds(info: FieldInfo | None) -> Iterator[tuple[object, object]]:
    """The least and the most of a field, then those of what it holds."""
    if info is not None:
        inner = (part for part in parts_of(info.annotation) if isinstance(part, FieldInfo))
        for one in (info, *inner):
            least = next((mark.ge for mark in one.metadata if hasattr(mark, "ge")), None)
            most = next((mark.le for mark in one.metadata if hasattr(mark, "le")), None)
            yield least, most


def _within(limit: Text, value: str, context: Table[str, object]) -> Text:
    if value.startswith("-") and context.get("ge") == 0:
        return Text("tulis tanpa tanda minus", "write it without the minus sign")
    return Text(f"tulis angka {limit.indonesian}", f"write a number of {limit.english}")


_FORMS = {
    "url": "https://contoh.go.id/halaman",
    "also": "https://contoh.go.id/halaman",
    "code": '"51.08"',
    "id": "S12",
    "colour": '"#0b4f5c"',
    "logo": "logo.svg",
}


def _bad_form(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    value = _value(spot.node)
    if error.get("ctx", {}).get("pattern") == ID_PATTERN:
        return _bad_id(value, spot)
    if error.get("ctx", {}).get("pattern") == SEEN:
        return _too_short(error, spot)
    return sch.BAD_FORM.at(
        location(spot.node), key=spot.key, value=value, example=f"`{_FORMS.get(spot.key, '…')}`"
    )


def _bad_id(value: str, spot: _Spot) -> Diagnostic:
    suggestion = re.sub(r"[^a-z0-9]+", "-", latin(value[:200]).lower()).strip("-")[:60].strip("-")
    if not suggestion:
        suggestion = "nama-singkat"
    elif suggestion == value:  # a device name of Windows
        suggestion = f"{value}-1"
    return sch.BAD_ID.at(location(spot.node), value=value, suggestion=suggestion)


def _too_long(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    limit = error.get("ctx", {})["max_length"]
    value = _value(spot.node)
    return sch.TOO_LONG.at(location(spot.node), key=spot.key, length=len(value), limit=limit)


def _too_short(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    empty = sch.EMPTY_VALUE.at(location(spot.node), what=_key_named(spot.key))
    return replace(empty, severity=Severity.ERROR)


def _custom(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    """An error that a type of ours raised with the code of its kind."""
    kind = KINDS[error["type"]]
    if kind is sch.WRONG_TYPE:
        return _wrong_type(error, spot)
    if kind is sch.BAD_ID:
        return _bad_id(_value(spot.node), spot)
    if kind is sch.OUT_OF_RANGE:
        return _out_of_range(error, spot)
    context = dict(error.get("ctx", {}))
    fix = _fix(spot, context.pop("safe", None), context.pop("likely", None))
    values: dict[str, Value] = {"key": spot.key, "owner": _owner(spot), **context}
    told = replace(kind.with_values(start_of(spot.node), values), fix=fix)
    advice = _advice(context)
    return replace(told, advice=advice) if advice else told


def _advice(context: Table[str, str]) -> Text | None:
    """What to write instead, where more is known than the kind itself says."""
    if "thousands" in context:
        return _TWO_READINGS
    if context.get("why") == "day":
        month = label("month", context["month"])
        year, last = context["year"], context["last"]
        return Text(
            f"{month.indonesian} {year} hanya sampai tanggal {last}",
            f"{month.english} {year} has only {last} days",
        )
    return _DATE_ADVICE.get(context.get("why", ""))


_TWO_READINGS = Text(
    "tulis `{thousands}` bila yang dimaksud ribuan, atau `{decimal}` bila yang dimaksud desimal",
    "write `{thousands}` if it means thousands, or `{decimal}` if it is a decimal",
)


def _fix(spot: _Spot, safe: str | None, likely: str | None) -> Fix | None:
    """The fix of a value that its type knows the meaning of; a key is left to its planner."""
    meant = safe or likely
    if meant is None or spot.of_key:
        return None
    return instead(spot.node, meant, safe=safe is not None)


_DATE_ADVICE = {
    "whole": Text(
        "tulis tanggal lengkap tahun-bulan-hari, misalnya 2023-07-05",
        "write a whole date, year-month-day, such as 2023-07-05",
    ),
    "month": Text(
        "bulan hanya 01 sampai 12, dan ditulis di tengah: tahun-bulan-hari",
        "months are 01 to 12, and stand in the middle: year-month-day",
    ),
    "Q": Text(
        "triwulan hanya empat: `{year}-Q1` sampai `{year}-Q4`",
        "there are four quarters, `{year}-Q1` to `{year}-Q4`",
    ),
    "S": Text(
        "semester hanya dua: `{year}-S1` dan `{year}-S2`",
        "there are two halves, `{year}-S1` and `{year}-S2`",
    ),
    "third": Text(
        "caturwulan tidak punya bentuk sendiri: tulis bulan terakhirnya, `{last}`",
        "a third of a year has no form of its own: write its last month, `{last}`",
    ),
}
"""What to write for a date, by what is wrong with it."""


_TRANSLATIONS: dict[str, Translate] = {
    "missing": _missing,
    **dict.fromkeys(_WANTED, _wrong_type),
    "literal_error": _not_in_list,  # after _WANTED, which has it for what is no text
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_pattern_mismatch": _bad_form,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
}

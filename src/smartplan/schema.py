"""A tree to a stage model; what does not fit is told and left out, the rest goes on."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from smartplan.diagnostics import Diagnostic, Location, Severity, Value, show
from smartplan.kinds import KINDS, sch
from smartplan.language import Text, label
from smartplan.nearest import listing, nearest
from smartplan.source import Mapping, Node, Scalar, Sequence, location
from smartplan.stages import STAGES
from smartplan.stages.base import MARK, Item, parts_of, start_of
from smartplan.stages.scalars import ID_PATTERN
from smartplan.subject import item_name

ROUNDS = 8
"""Times a stage is validated again after what did not fit was left out."""


@dataclass
class Checked:
    """What a stage's tree became."""

    model: Item | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Ids of items that had to be left out: a reference to one is no second mistake."""
    wounded: list[Location] = field(default_factory=list)
    """The whole ranges of items that lost a part."""

    @property
    def sound(self) -> bool:
        return self.model is not None and not any(
            diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics
        )


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

    @property
    def node(self) -> Node:
        return self.steps[-1].node

    @property
    def key(self) -> str:
        """The key a planner would call the faulty value by."""
        return next((str(s.key) for s in reversed(self.steps) if isinstance(s.key, str)), "")

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
        inner = (s for s in reversed(self.steps[1:]) if s.model and isinstance(s.node, Mapping))
        return next(inner, None)


class _Check:
    def __init__(self, model: type[Item], root: Mapping):
        self.model = model
        self.root = root
        self.checked = Checked()
        self.empties: dict[tuple[int, str], Diagnostic] = {}

    def run(self) -> Checked:
        self._empty_values(self.root)
        for _ in range(ROUNDS):
            try:
                self.checked.model = self.model.model_validate(plain(self.root))
                break
            except ValidationError as error:
                errors = error.errors(include_url=False, include_context=True)
            if not self._learn(errors):
                break
        self.checked.diagnostics.extend(self.empties.values())
        return self.checked

    def _empty_values(self, node: Node) -> None:
        """Take keys and list items without a value out of the tree."""
        if isinstance(node, Mapping):
            for key, (name, value) in list(node.entries.items()):
                if isinstance(value, Scalar) and value.is_empty:
                    place = location(name)
                    self.empties[id(node), key] = sch.EMPTY_VALUE.at(place, key=key)
                    del node.entries[key]
                else:
                    self._empty_values(value)
        elif isinstance(node, Sequence):
            self._empty_items(node)

    def _empty_items(self, node: Sequence) -> None:
        for item in list(node.items):
            if isinstance(item, Scalar) and item.is_empty:
                place = location(item)
                self.empties[id(item), "-"] = sch.EMPTY_VALUE.at(place, key="-")
                node.items.remove(item)
            else:
                self._empty_values(item)

    def _learn(self, errors: list[ErrorDetails]) -> bool:
        """Tell each error and drop what causes it; False if the stage cannot be saved."""
        drops: dict[int, tuple[Node, Node]] = {}
        misspelt = self._misspelt(errors)
        saved = True
        for error in errors:
            spot = _spot(self.model, self.root, error["loc"])
            if (id(spot.node), spot.missing) not in misspelt:
                self._tell(error, spot)
            dropped = _to_drop(spot, only_this=error["type"] == "extra_forbidden")
            if dropped is None:
                saved = False
            else:
                drops[id(dropped[1])] = dropped
            if spot.item is not None:
                self.checked.wounded.append(location(spot.item.node))
        for parent, child in drops.values():
            self.checked.lost.update(_ids(child))
            _drop(parent, child)
        return saved

    def _misspelt(self, errors: list[ErrorDetails]) -> set[tuple[int, str]]:
        """Keys that are missing only because they were misspelt: one mistake, one finding."""
        found: set[tuple[int, str]] = set()
        for error in errors:
            if error["type"] == "extra_forbidden":
                spot = _spot(self.model, self.root, error["loc"])
                parent = spot.steps[-2]
                close = nearest(str(spot.steps[-1].key), _fields(parent.model or spot.model), 1)
                found.update((id(parent.node), key) for key in close)
        return found

    def _tell(self, error: ErrorDetails, spot: _Spot) -> None:
        if error["type"] == "missing" and isinstance(spot.node, Mapping):
            key = str(error["loc"][-1])
            empty = self.empties.pop((id(spot.node), key), None)
            if empty is not None:
                self.checked.diagnostics.append(replace(empty, severity=Severity.ERROR))
                return
        translate = _TRANSLATIONS.get(error["type"], _custom)
        told = replace(translate(error, spot), subject=spot.subject)
        self.checked.diagnostics.append(told)


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
            steps.append(_Step(child, key, info, _inner(info)))
        elif isinstance(last.node, Sequence) and isinstance(key, int):
            steps.append(_Step(last.node.items[key], key, last.field, last.model))
    return _Spot(tuple(steps), missing)


@cache
def _fields(model: type[Item]) -> dict[str, FieldInfo]:
    """A model's fields by the key a plan writes."""
    return {info.alias or name: info for name, info in model.model_fields.items() if name != "mark"}


def _inner(info: FieldInfo | None) -> type[Item] | None:
    """The item class a field holds, by itself or in a list."""
    if info is None:
        return None
    for part in (info.annotation, *parts_of(info.annotation)):
        if isinstance(part, type) and issubclass(part, Item):
            return part
    return None


def _to_drop(spot: _Spot, *, only_this: bool) -> tuple[Node, Node] | None:
    """The innermost parent and child that the stage can do without; None if there is none."""
    steps = list(spot.steps)
    while len(steps) > 1:
        parent, child = steps[-2], steps[-1]
        if isinstance(parent.node, Sequence) or only_this:
            return parent.node, child.node
        info = _fields(parent.model).get(str(child.key)) if parent.model else None
        if info is None or not info.is_required():
            return parent.node, child.node
        steps.pop()
    return None


def _drop(parent: Node, child: Node) -> None:
    if isinstance(parent, Sequence):
        parent.items = [item for item in parent.items if item is not child]
    elif isinstance(parent, Mapping):
        for key, (_, value) in list(parent.entries.items()):
            if value is child:
                del parent.entries[key]


def _ids(node: Node) -> set[str]:
    """Every id declared in a tree."""
    if isinstance(node, Sequence):
        return {id_ for item in node.items for id_ in _ids(item)}
    if isinstance(node, Mapping):
        own = node.entries.get("id")
        found = {id_ for _, value in node.entries.values() for id_ in _ids(value)}
        return found | {own[1].value} if own and isinstance(own[1], Scalar) else found
    return set()


Translate = Callable[[ErrorDetails, _Spot], Diagnostic]


def _value(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else "…"


def _unknown_key(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    parent = spot.steps[-2]
    key = str(spot.steps[-1].key)
    model = parent.model or spot.model
    known = list(_fields(model))
    name = parent.node.entries[key][0] if isinstance(parent.node, Mapping) else parent.node
    return sch.UNKNOWN_KEY.at(
        location(name), hint=_key_hint(key, known), key=key, known=listing(known)
    )


def _key_hint(key: str, known: list[str]) -> Text | None:
    close = nearest(key, known, 1)
    if close:
        return Text(f"mungkin `{close[0]}`?", f"perhaps `{close[0]}`?")
    stages = [name for name, model in STAGES.items() if key in _fields(model)]
    if stages:
        there = label("stage", stages[0])
        return Text(
            f"kunci ini milik tahap {there.indonesian}: tulis di `{stages[0]}.yaml`",
            f"this key belongs to the stage {there.english}: write it in `{stages[0]}.yaml`",
        )
    return None


def _missing(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    info = _fields(spot.model)[spot.missing]
    return sch.MISSING_KEY.at(
        start_of(spot.node),
        key=spot.missing,
        owner=_owner(spot),
        description=info.description or spot.missing,
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
    "text": Text("satu nilai sesudah titik dua", "one value after the colon"),
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
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}


def _wrong_type(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    wanted = error.get("ctx", {}).get("wanted") or _WANTED[error["type"]]
    return sch.WRONG_TYPE.at(
        start_of(spot.node),
        key=spot.key,
        wanted=label("wanted", wanted),
        got=label("wanted", _GOT[type(spot.node)]),
        example=_EXAMPLE[wanted],
    )


def _not_in_list(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    info = spot.steps[-1].field
    choices = _choices(info)
    value = _value(spot.node)
    close = nearest(value, choices, 1)
    choices_text = listing(choices)
    hint = None
    if close:
        hint = Text(
            f"mungkin `{close[0]}`? pilihannya: {choices_text}",
            f"perhaps `{close[0]}`? the choices are: {choices_text}",
        )
    return sch.NOT_IN_LIST.at(
        location(spot.node), hint=hint, value=value, key=spot.key, choices=choices_text
    )


def _choices(info: FieldInfo | None) -> list[str]:
    if info is None:
        return []
    return [part for part in parts_of(info.annotation) if isinstance(part, str)]


def _out_of_range(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    context = error.get("ctx", {})
    limit = f"≥ {context['ge']}" if "ge" in context else f"≤ {context['le']}"
    return sch.OUT_OF_RANGE.at(
        location(spot.node), key=spot.key, value=_value(spot.node), limit=limit
    )


_FORMS = {
    "url": "https://contoh.go.id/halaman",
    "also": "https://contoh.go.id/halaman",
    "code": '"51.08"',
    "id": "S12",
}


def _bad_form(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    value = _value(spot.node)
    if error.get("ctx", {}).get("pattern") == ID_PATTERN:
        return _bad_id(value, spot)
    return sch.BAD_FORM.at(
        location(spot.node), key=spot.key, value=value, example=f"`{_FORMS.get(spot.key, '…')}`"
    )


def _bad_id(value: str, spot: _Spot) -> Diagnostic:
    suggestion = re.sub(r"[^a-z0-9]+", "-", value[:200].lower()).strip("-")[:60].strip("-")
    return sch.BAD_ID.at(location(spot.node), value=value, suggestion=suggestion or "nama-singkat")


def _too_long(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    limit = error.get("ctx", {})["max_length"]
    value = _value(spot.node)
    return sch.TOO_LONG.at(location(spot.node), key=spot.key, length=len(value), limit=limit)


def _too_short(_error: ErrorDetails, spot: _Spot) -> Diagnostic:
    empty = sch.EMPTY_VALUE.at(location(spot.node), key=spot.key)
    return replace(empty, severity=Severity.ERROR)


def _custom(error: ErrorDetails, spot: _Spot) -> Diagnostic:
    """An error that a type of ours raised with the code of its kind."""
    kind = KINDS[error["type"]]
    if kind is sch.WRONG_TYPE:
        return _wrong_type(error, spot)
    if kind is sch.BAD_ID:
        return _bad_id(_value(spot.node), spot)
    values: dict[str, Value] = {"key": spot.key, "owner": _owner(spot), **error.get("ctx", {})}
    return kind.with_values(start_of(spot.node), values)


_TRANSLATIONS: dict[str, Translate] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    **dict.fromkeys(_WANTED, _wrong_type),
    "literal_error": _not_in_list,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_pattern_mismatch": _bad_form,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
}

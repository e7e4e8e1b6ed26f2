"""What the names of an expression mean: lists, keys, figures, and the values keys can hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from smartplan.assertions.expression import Node, Number, Path, Quoted, Step, When
from smartplan.assertions.fault import Fault, Span, misuse
from smartplan.assertions.scope import Scope
from smartplan.assertions.values import read
from smartplan.assertions.vocabulary import (
    FIGURES,
    FORMS,
    MONEY,
    NARROWED_BY_KIND,
    NARROWINGS,
    NUMBER,
    YEAR,
    Figure,
    Key,
    Narrowing,
    Type,
    collections,
    keys,
)
from smartplan.diagnostics import show
from smartplan.figures.budget import Entry
from smartplan.figures.period import period_meant
from smartplan.kinds.ast import UNKNOWN_NAME, YEAR_WITHOUT_MONEY
from smartplan.language import Text, label
from smartplan.nearest import fold, listing, nearest
from smartplan.plan import Plan
from smartplan.shapes import stage_of
from smartplan.stages.base import Item
from smartplan.stages.framework import Named
from smartplan.stages.scalars import Moment

Run = Callable[[Scope], object]
Models = tuple[type[Item], ...]
"""The classes of the items around a node, the innermost first."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A node that can be evaluated."""

    node: Node
    type: Type
    run: Run


@dataclass(frozen=True, slots=True)
class BoundMoney(Bound):
    """A figure that adds up lines of money."""

    entries: Callable[[Plan], tuple[Entry, ...]]


Element = tuple[Scope, object]


@dataclass(frozen=True, slots=True)
class Source:
    """What an aggregate goes through: each element with the scope its clauses see."""

    type: Type
    """Of one element."""
    models: Models
    run: Callable[[Scope], Iterator[Element]]


_Follow = Callable[[Scope, object], object]
"""One step of a path, from what is held so far."""


class Names:
    """The vocabulary as it stands in one plan; collects the stages that are read."""

    def __init__(self, plan: Plan, text: str):
        self.plan = plan
        self.text = text
        self.stages: set[str] = set()

    def source(self, node: Node) -> str:
        """A node as it was written."""
        return " ".join(self.text[node.span.start : node.span.end].split())

    # Values of keys

    def names(self, word: str, models: Models) -> bool:
        return word in collections() or any(word in keys(model) for model in models)

    def literal(self, node: Node, type_: Type, models: Models) -> Bound | None:
        """A value of a key, checked against what the key can hold; None if it is no such value."""
        match node:
            case Quoted():
                word = node.text
            case Number() | When():
                word = self.source(node)
            case Path() if node.word is not None:
                word = node.word
            case _:
                return None
        valid = self._values(type_)
        if valid is not None and word not in valid:
            if isinstance(node, Path) and self.names(word, models):
                return None
            raise self._unknown_value(node.span, word, type_, valid)
        return Bound(node, type_, lambda _: word)

    def _values(self, type_: Type) -> list[str] | None:
        """What a key can hold; None where it can hold anything."""
        if type_.choices:
            return list(type_.choices)
        if type_.form == "truth":
            return ["true", "false"]
        if type_.form not in ("id", "ids"):
            return None
        kinds = type_.kind.split("|")
        stages = {stage for kind in kinds if (stage := stage_of(kind))}
        if any(not self.plan.has(stage) or stage in self.plan.unsound for stage in stages):
            return None
        return [id_ for kind in kinds for id_ in self.plan.index.items.get(kind, {})]

    def _unknown_value(self, span: Span, word: str, type_: Type, valid: list[str]) -> Fault:
        what = Text("pilihan", "the choice")
        close = self._meant(word, type_) or nearest(word, valid, 1)
        if type_.kind:
            what = label("kind", type_.kind.split("|")[0])
            meant = self.plan.find(type_.kind, close[0]) if close else None
            close += [f"({show(meant.title_text, 80)})"] if meant else []
        return unknown(span, word, what, valid, close)

    def _meant(self, word: str, type_: Type) -> list[str]:
        """The term of the method that goes by this name."""
        wanted = fold(word)
        for kind in type_.kind.split("|"):
            for id_, item in self.plan.index.items.get(kind, {}).items():
                if isinstance(item, Named):
                    names = (item.name, item.english, *getattr(item, "aliases", ()))
                    if wanted in {fold(name) for name in names}:
                        return [id_]
        return []

    # Paths

    def path(self, path: Path, models: Models) -> Bound:
        """A single value: a key of an item at hand, or a figure of the plan."""
        head = path.steps[0]
        for hops, model in enumerate(models):
            if head.name in keys(model):
                return self._value(path, model, hops)
        found = self._figure(path, models)
        if found is not None:
            return found
        if head.name in collections():
            self.elements(path, models)  # a misspelt key is the nearer mistake
            raise misuse(
                path.span,
                Text(f"`{head.name}` adalah daftar", f"`{head.name}` is a list"),
                _count_hint(show(self.source(path), 60)),
            )
        raise self._unknown_head(head, models)

    def _value(self, path: Path, model: type[Item], hops: int) -> Bound:
        steps: list[_Follow] = []
        type_ = Type("item", model)
        for step in path.steps:
            if type_.form in ("items", "ids", "texts"):
                said = show(path.steps[0].name, 60)
                problem = Text(f"`{said}` adalah daftar", f"`{said}` is a list")
                raise misuse(path.span, problem, _count_hint(said))
            type_, follow = self._follow(type_, step)
            steps.append(follow)

        def run(scope: Scope) -> object:
            here: object = scope.up(hops).item
            for follow in steps:
                here = None if here is None else follow(scope, here)
            return here

        return Bound(path, type_, run)

    def _follow(self, type_: Type, step: Step) -> tuple[Type, _Follow]:
        """The next value of a path: a key of an item, an entry of a table, a part of a date."""
        if type_.form == "table":
            return self._entry(step)
        if type_.form == "moment" and step.name == "year" and step.arguments is None:
            return YEAR, lambda _, here: Decimal(here.year) if isinstance(here, Moment) else None
        if type_.form == "id":
            return self._through_id(type_, step)
        if type_.form != "item" or type_.model is None:
            said = FORMS[type_.form]
            raise misuse(
                step.span,
                Text(
                    f"{said.indonesian} tidak memiliki `{step.name}`",
                    f"{said.english} has no `{step.name}`",
                ),
            )
        key = self._key(type_.model, step)
        return key.type, _reader(key)

    def _key(self, model: type[Item], step: Step) -> Key:
        known = keys(model)
        if step.name not in known:
            where = _of(model)
            what = Text("kunci", "the key")
            raise unknown(
                step.span, step.name, what, list(known), nearest(step.name, known, 1), where
            )
        if step.arguments is not None:
            raise misuse(step.span, _NO_BRACKETS)
        key = known[step.name]
        if key.stage:
            self.stages.add(key.stage)
        return key

    def _entry(self, step: Step) -> tuple[Type, _Follow]:
        """`targets.year(2025)`, `sections.section(output)`."""
        only = step.arguments[0] if step.arguments and len(step.arguments) == 1 else None
        of_year = step.name == "year"
        if only is None or not (of_year or step.name == "section"):
            raise misuse(step.span, self._not_meant(step, _OF_TABLE), _A_YEAR)
        if of_year and not _is_year(only):
            raise misuse(step.span, self._not_meant(step, FORMS["year"]), _A_YEAR)
        wanted = self.source(only).strip("\"'")

        def follow(_scope: Scope, here: object) -> object:
            table = (
                {str(key): value for key, value in here.items()} if isinstance(here, dict) else {}
            )
            return table.get(wanted)

        return NUMBER, follow

    def _through_id(self, type_: Type, step: Step) -> tuple[Type, _Follow]:
        """A key of the item that an id names."""
        kind = type_.kind
        model = next((one for one in _models_of_kinds() if one.kind == kind), None)
        if model is None:
            raise misuse(
                step.span,
                Text(
                    f"yang ditunjuk id ini tidak memiliki `{step.name}`",
                    f"what this id names has no `{step.name}`",
                ),
            )
        stage = stage_of(kind)
        if stage:
            self.stages.add(stage)
        key = self._key(model, step)
        reader = _reader(key)

        def follow(scope: Scope, here: object) -> object:
            item = scope.plan.find(kind, str(here))
            return None if item is None else reader(scope, item)

        return key.type, follow

    # Lists

    def elements(self, path: Path, models: Models) -> Source:
        """What an aggregate goes through."""
        head = path.steps[0]
        for hops, model in enumerate(models):
            if head.name in keys(model):
                start = Source(Type("item", model), models, _at_hand(hops))
                return self.spread(start, path.steps)
        collection = collections().get(head.name)
        if collection is None:
            raise self._unknown_list(path, models)
        if head.arguments is not None:
            raise misuse(head.span, _NO_BRACKETS)
        if collection.stage:
            self.stages.add(collection.stage)
        read_all = collection.read

        def run(scope: Scope) -> Iterator[Element]:
            for item in read_all(scope.plan):
                yield scope.inner(item), item

        start = Source(Type("item", collection.model), (collection.model, *models), run)
        return self.spread(start, path.steps[1:])

    def spread(self, source: Source, steps: tuple[Step, ...]) -> Source:
        """The elements found by following names from each element."""
        for step in steps:
            source = self._spread_one(source, step)
        return source

    def _spread_one(self, source: Source, step: Step) -> Source:
        type_, follow = self._follow(source.type, step)
        if type_.form == "items" and type_.model is not None:
            return Source(
                Type("item", type_.model), (type_.model, *source.models), _each(source, follow)
            )
        if type_.form in ("ids", "texts"):
            one = Type("id" if type_.kind else "text", kind=type_.kind, choices=type_.choices)
            return Source(one, source.models, _each(source, follow))
        return Source(type_, source.models, _one(source, follow))

    def _unknown_list(self, path: Path, models: Models) -> Fault:
        head = path.steps[0]
        if self._figure(path, models) is not None:
            return misuse(
                path.span,
                Text("ini satu angka, bukan daftar", "this is one number, not a list"),
                Text(
                    "pakai langsung, tanpa `count(…)` atau `sum(…)`",
                    "use it as it is, without `count(…)` or `sum(…)`",
                ),
            )
        known = [*(key for model in models for key in keys(model)), *collections()]
        what = Text("daftar", "the list")
        close = nearest(head.name, known, 1)
        return unknown(head.span, head.name, what, list(collections()), close)

    def _unknown_head(self, head: Step, models: Models) -> Fault:
        inner = list(keys(models[0])) if models else []
        spaces = sorted({name.partition(".")[0] for name in FIGURES})
        known = [*inner, *spaces, *collections()]
        what = Text("kunci", "the key") if models else Text("nama", "the name")
        close = nearest(head.name, [*known, *FIGURES], 1)
        return unknown(head.span, head.name, what, inner or [*FIGURES, *collections()], close)

    # Figures

    def _figure(self, path: Path, models: Models) -> Bound | None:
        """`budget.total.year(2025)`; None where the first name is no group of figures."""
        first = path.steps[0].name
        group = [name for name in FIGURES if name.startswith(f"{first}.")]
        if not group or first in {name for model in models for name in keys(model)}:
            return None
        if len(path.steps) < 2:
            raise misuse(
                path.span,
                Text(f"`{first}` adalah kumpulan angka", f"`{first}` is a group of figures"),
                Text(f"sebut salah satu: {listing(group)}", f"name one: {listing(group)}"),
            )
        name = f"{first}.{path.steps[1].name}"
        if name not in FIGURES:
            span = path.steps[0].span.to(path.steps[1].span)
            what = Text("angka", "the figure")
            raise unknown(span, name, what, group, nearest(name, group, 1))
        return self._narrowed(FIGURES[name], path)

    def _narrowed(self, figure: Figure, path: Path) -> Bound:
        if path.steps[1].arguments is not None:
            raise misuse(path.steps[1].span, _NO_BRACKETS)
        narrowing: Narrowing = {}
        for step in path.steps[2:]:
            narrowing[step.name] = self._narrowing(figure, step)
        lines = figure.entries
        if lines is None:
            return Bound(path, figure.type, lambda s: read(figure.read(s.plan, {}), figure.type))
        self.stages.add("programs")

        def run(scope: Scope) -> object:
            scope.meter.spend(1 + len(scope.plan.programs.programs))
            return read(figure.read(scope.plan, narrowing), MONEY)

        return BoundMoney(path, MONEY, run, lambda plan: lines(plan, narrowing))

    def _narrowing(self, figure: Figure, step: Step) -> int | str:
        if figure.entries is None or step.name not in NARROWINGS:
            known = list(NARROWINGS) if figure.entries else []
            what = Text("penyempit", "the narrowing")
            raise unknown(step.span, step.name, what, known, nearest(step.name, known, 1))
        only = step.arguments[0] if step.arguments and len(step.arguments) == 1 else None
        kind = NARROWED_BY_KIND.get(step.name)
        if only is not None and kind is not None:
            value = self.literal(only, Type("id", kind=kind), ())
            if value is not None:
                return self.source(only).strip("\"'")
        if isinstance(only, Number) and kind is None and _is_year(only):
            self._has_money(figure, int(only.value), step)
            return int(only.value)
        example = "year(2025)" if kind is None else f"{step.name}(…)"
        raise misuse(
            step.span,
            self._not_meant(step, NARROWINGS[step.name]),
            Text(f"tulis `{example}`", f"write `{example}`"),
        )

    def _not_meant(self, step: Step, wanted: Text) -> Text:
        """That what stands in the brackets is not what is wanted there."""
        said = show(" ".join(self.text[step.span.start : step.span.end].split()), 60)
        return Text(
            f"`{said}` tidak menyebut {wanted.indonesian}",
            f"`{said}` does not name {wanted.english}",
        )

    def _has_money(self, figure: Figure, year: int, step: Step) -> None:
        """Refuse a year of which there is no money and can be none."""
        plan, period = self.plan, period_meant(self.plan)
        within = period.start <= year <= period.end
        if within or figure.entries is None or figure.entries(plan, {"year": year}):
            return
        if plan.has("programs") and "programs" not in plan.unsound:
            raise Fault(
                YEAR_WITHOUT_MONEY,
                step.span,
                figure=f"{figure.name}.year({year})",
                year=str(year),
                period=f"{period.start}–{period.end}",
            )


def _is_year(node: Node) -> bool:
    if not isinstance(node, Number) or node.percent:
        return False
    return node.value == int(node.value) and 1000 <= node.value <= 2999


_A_YEAR = Text("tulis `.year(2025)`", "write `.year(2025)`")
_OF_TABLE = Text("tahun atau bagian yang dimaksud", "the year or the section that is meant")
_NO_BRACKETS = Text("kurung di sini tidak bermakna", "brackets mean nothing here")


def _models_of_kinds() -> Iterator[type[Item]]:
    return (collection.model for collection in collections().values())


def _reader(key: Key) -> _Follow:
    type_, raw = key.type, key.read

    def follow(scope: Scope, here: object) -> object:
        scope.meter.spend()
        return read(raw(scope.plan, here), type_)

    return follow


def _at_hand(hops: int) -> Callable[[Scope], Iterator[Element]]:
    def run(scope: Scope) -> Iterator[Element]:
        yield scope, scope.up(hops).item

    return run


def _each(source: Source, follow: _Follow) -> Callable[[Scope], Iterator[Element]]:
    def run(scope: Scope) -> Iterator[Element]:
        for inner, value in source.run(scope):
            found = follow(inner, value)
            for one in found if isinstance(found, tuple | list) else ():
                yield (inner.inner(one) if isinstance(one, Item) else inner), one

    return run


def _one(source: Source, follow: _Follow) -> Callable[[Scope], Iterator[Element]]:
    def run(scope: Scope) -> Iterator[Element]:
        for inner, value in source.run(scope):
            found = follow(inner, value)
            if found is not None:
                yield inner, found

    return run


def _count_hint(said: str) -> Text:
    return Text(
        f"tulis `count({said})` atau `any({said} where …)`",
        f"write `count({said})` or `any({said} where …)`",
    )


def _of(model: type[Item]) -> Text:
    if not model.kind:
        return Text("", "")
    kind = label("kind", model.kind)
    return Text(f" pada {kind.indonesian}", f" in {kind.english}")


_NOWHERE = Text("", "")


def unknown(
    span: Span, name: str, what: Text, known: list[str], close: list[str], where: Text = _NOWHERE
) -> Fault:
    """A name nobody knows; `close` is the one that was most likely meant, and its title."""
    hint = None
    if close:
        said = " ".join([f"`{close[0]}`", *close[1:]])
        hint = Text(f"mungkin {said}?", f"perhaps {said}?")
    return Fault(
        UNKNOWN_NAME,
        span,
        hint,
        what=what,
        name=show(name, 60),
        known=listing(known) or "–",
        where=where,
    )

"""Our validators against pydantic's own: the same values, the same faults, for every field."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
from conftest import EXAMPLES, MINIMAL
from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from smartplan.diagnostics import File
from smartplan.parser import parse
from smartplan.schema import plain
from smartplan.source import MARK
from smartplan.stages import MANIFEST, STAGES, WAIVERS
from smartplan.stages.base import Item, parts_of
from smartplan.stages.framework import Framework
from smartplan.stages.manifest import Manifest
from smartplan.stages.validators import item_of
from smartplan.stages.waivers import Waivers

ROOTS: dict[str, type[Item]] = {MANIFEST: Manifest, **STAGES, WAIVERS: Waivers}
VALUES: tuple[object, ...] = (
    "", " ", "x", "X1", "a-b", "con", "-1", "0", "1", "5", "6", "101", "1944", "1945", "2100",
    "2101", "1_000", "2.5", "1.500", "Rp 5 juta", "2024-02-30", "2024-02-29", "2024-Q3", "5 Juli",
    "true", "ya", "sourced", "kabupaten", "x" * 61, "x" * 301, "x" * 2001, "x" * 20_001,
    "https://contoh.go.id/", "#0b4f5c", "logo.svg", None, (), ("x",), ("", None), {}, {"x": "1"},
    {"2025": "7"}, {"1900": "x"},
)  # fmt: skip
"""What may stand where something else belongs, and what stands just inside and outside a limit."""


def told(read: Callable[[object], object], data: object) -> Any:
    """The item, or every fault with its place and its limits."""
    try:
        return read(data)
    except ValidationError as error:
        return [
            (one["type"], one["loc"], one.get("ctx")) for one in error.errors(include_url=False)
        ]


def models(model: type[Item]) -> Iterator[type[Item]]:
    yield model
    for info in model.model_fields.values():
        for part in (info.annotation, *parts_of(info.annotation)):
            if isinstance(part, type) and issubclass(part, Item):
                yield from models(part)


ALL = sorted(
    {one for root in (*ROOTS.values(), Framework) for one in models(root)},
    key=lambda model: model.__qualname__,
)


def simplest(model: type[Item]) -> dict[str, object]:
    """Data that each required field takes."""
    data: dict[str, object] = {MARK: 0}
    for name, info in model.model_fields.items():
        if name != "mark" and info.is_required():
            key = info.alias or name
            parts = (info.annotation, *parts_of(info.annotation))
            items = [simplest(part) for part in parts if part in ALL]
            words = [part for part in parts if isinstance(part, str)]
            choices = (*items, *((item,) for item in items), *words, *VALUES)
            data[key] = next(one for one in choices if takes(model, key, {**data, key: one}))
    return data


def takes(model: type[Item], key: str, data: object) -> bool:
    found = told(model.model_validate, data)
    return isinstance(found, Item) or all(place[:1] != (key,) for _, place, _ in found)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__qualname__)
def test_every_field_takes_and_refuses_what_it_does_with_pydantic(model: type[Item]) -> None:
    base = simplest(model)
    keys = [info.alias or name for name, info in model.model_fields.items() if name != "mark"]
    taken = refused = 0
    for key in [*keys, "unknown"]:
        for value in VALUES:
            data = {**base, key: value}
            ours = told(lambda one: item_of(model, one), data)
            assert ours == told(model.model_validate, data), (key, value)
            taken += isinstance(ours, Item)
            refused += isinstance(ours, list)
    assert taken
    assert refused


@pytest.mark.parametrize("plan", [MINIMAL, *sorted(EXAMPLES.iterdir())], ids=lambda plan: plan.name)
def test_every_file_becomes_the_item_it_is_with_pydantic(plan: Path) -> None:
    read = 0
    for path in sorted(plan.rglob("*.yaml")):
        model = ROOTS.get(path.relative_to(plan).parts[0].removesuffix(".yaml"))
        root, _ = parse(File(path.name, path.read_text("utf-8")))
        if model is not None and root is not None:
            ours = told(lambda one, model=model: item_of(model, one), plain(root))
            assert isinstance(ours, Item)
            assert ours == model.model_validate(plain(root))
            read += 1
    assert read >= 10


def test_a_kind_of_field_that_is_not_known_is_refused() -> None:
    class Odd(Item):
        field: float | int

    class Marked(Item):
        field: Annotated[str, Field(multiple_of=2)]

    class Early(Item):
        @model_validator(mode="before")
        @classmethod
        def _early(cls, data: object) -> object:
            return data

    class Overlooked(Item):  # pydantic-core takes no limit beside `None`
        field: int | None = Field(default=None, ge=0)

    class Upper(Item):
        field: Annotated[str, StringConstraints(to_upper=True)]

    class Afterwards(Item):
        field: Annotated[str, AfterValidator(str.strip), StringConstraints(max_length=3)]

    class Made(Item):
        field: tuple[str, ...] = Field(default_factory=tuple)

    class Held(Item):
        field: str = Field(default="", validate_default=True)

    class Renamed(Item):
        field: str = Field(validation_alias="other")

    class Watched(Item):
        field: str = ""

        @field_validator("field")
        @classmethod
        def _watched(cls, value: str) -> str:
            return value

    class Stripped(Item):
        model_config = ConfigDict(str_strip_whitespace=True)

    class Private(Item):
        _own: int = PrivateAttr(default=3)

    for model in (
        Odd, Marked, Early, Overlooked, Upper, Afterwards, Made, Held, Renamed, Watched, Stripped,
        Private,
    ):  # fmt: skip
        with pytest.raises(TypeError):
            item_of(model, {})


def test_functions_run_around_the_type_in_the_order_they_are_written() -> None:
    class Twice(Item):
        field: Annotated[
            str, AfterValidator(lambda text: text + "1"), AfterValidator(lambda text: text + "2")
        ]
        day: date | None = None

    data = {MARK: 0, "field": "0"}
    assert item_of(Twice, data).field == "012"
    assert item_of(Twice, data) == TypeAdapter(Twice).validate_python(data)

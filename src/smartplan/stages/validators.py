"""From data to stage models: pydantic-core's validators, made from the fields in one short pass.

Pydantic makes the same ones, for every kind of annotation there is, in six times the time: half of
what a small plan takes. Here only what stages use is known, and anything else is refused.
`tests/test_validators.py` holds both against each other; `docs/decisions/0018-start-up.md`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from smartplan.stages.base import Item, Ref

Model = TypeVar("Model", bound=Item)


def item_of(model: type[Model], data: object) -> Model:
    """The item that data describe; a `ValidationError` where they do not fit."""
    found: Model = _validator(model).validate_python(data)
    return found


@cache
def _validator(model: type[Item]) -> SchemaValidator:
    return SchemaValidator(_model(model))


@cache
def _model(model: type[Item]) -> CoreSchema:
    known = model.__pydantic_decorators__
    own = known.field_validators or model.__private_attributes__
    if own or model.model_config != Item.model_config:
        raise TypeError(f"{model.__name__}: what is said of a whole class is said in `Item`")
    fields = {name: _field(info) for name, info in model.model_fields.items()}
    schema: CoreSchema = core_schema.model_schema(
        model,
        core_schema.model_fields_schema(fields, model_name=model.__name__),
        config=core_schema.CoreConfig(
            title=model.__name__, strict=True, extra_fields_behavior="forbid"
        ),
    )
    for decorator in known.model_validators.values():
        if decorator.info.mode != "after":
            raise TypeError(f"{model.__name__}: a validator that runs {decorator.info.mode}")
        schema = core_schema.no_info_after_validator_function(decorator.func, schema)
    return schema


def _field(info: FieldInfo) -> core_schema.ModelField:
    if info.default_factory or info.validate_default or info.validation_alias != info.alias:
        raise _never_seen(info)
    schema = _annotated(_type(info.annotation), info.metadata)
    if not info.is_required():
        schema = core_schema.with_default_schema(schema, default=info.default)
    return core_schema.model_field(schema, validation_alias=info.alias)


_SIMPLE: dict[object, Callable[[], CoreSchema]] = {
    Any: core_schema.any_schema,
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    bool: core_schema.bool_schema,
    date: core_schema.date_schema,
    Decimal: core_schema.decimal_schema,
}


def _type(annotation: Any) -> CoreSchema:
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]()
    make = _COMPOSED.get(get_origin(annotation))
    return make(annotation) if make else _class(annotation)


def _class(annotation: Any) -> CoreSchema:
    if not isinstance(annotation, type):
        raise _never_seen(annotation)
    if issubclass(annotation, Item):
        return _model(annotation)
    return core_schema.is_instance_schema(annotation)


def _list(annotation: Any) -> CoreSchema:
    part, *rest = get_args(annotation)
    if rest != [...]:
        raise _never_seen(annotation)
    return core_schema.tuple_schema([_type(part)], variadic_item_index=0)


def _table(annotation: Any) -> CoreSchema:
    keys, values = get_args(annotation)
    return core_schema.dict_schema(_type(keys), _type(values))


def _optional(annotation: Any) -> CoreSchema:
    part, *rest = get_args(annotation)
    if rest != [NoneType]:
        raise _never_seen(annotation)
    return core_schema.nullable_schema(_type(part))


@cache
def _word(annotation: Any) -> CoreSchema:
    """The schema of a type of `scalars` or of a reference, which many fields share."""
    inner, *marks = get_args(annotation)
    return _annotated(_type(inner), marks)


def _choice(annotation: Any) -> CoreSchema:
    return core_schema.literal_schema(list(get_args(annotation)))


_COMPOSED: dict[object, Callable[[Any], CoreSchema]] = {
    Annotated: _word,
    Literal: _choice,
    Union: _optional,
    UnionType: _optional,
    dict: _table,
    tuple: _list,
}


def _never_seen(what: object) -> TypeError:
    return TypeError(f"no stage has had a field with {what} so far")


_LIMITED = ("str", "int", "decimal", "date")
"""Types that limits can stand beside: on any other pydantic-core overlooks them."""
_MUTE = (Ref, WithJsonSchema, SkipJsonSchema)
"""Marks that say nothing of what may stand in a plan."""


def _annotated(schema: CoreSchema, marks: Iterable[object]) -> CoreSchema:
    """A schema with what stands beside its type: limits go to the type, functions around it."""
    limits: dict[str, Any] = {}
    around: list[BeforeValidator | AfterValidator] = []
    for mark in (one for one in marks if not isinstance(one, _MUTE) and one is not SkipJsonSchema):
        if isinstance(mark, BeforeValidator | AfterValidator):
            around.append(mark)
        elif found := _limits(mark):
            if any(isinstance(earlier, AfterValidator) for earlier in around):
                raise _never_seen(mark)  # a limit of what a function has made
            limits |= found
    if limits and schema["type"] not in _LIMITED:
        raise _never_seen(limits)
    schema = cast("CoreSchema", {**schema, **limits})
    for mark in around:
        function = cast("Callable[[Any], Any]", mark.func)
        if isinstance(mark, BeforeValidator):
            schema = core_schema.no_info_before_validator_function(function, schema)
        else:
            schema = core_schema.no_info_after_validator_function(function, schema)
    return schema


def _limits(mark: object) -> dict[str, Any]:
    if isinstance(mark, FieldInfo):
        return {key: value for one in mark.metadata for key, value in _limits(one).items()}
    if isinstance(mark, Ge):
        return {"ge": mark.ge}
    if isinstance(mark, Le):
        return {"le": mark.le}
    if isinstance(mark, StringConstraints):
        found = {key: value for key, value in vars(mark).items() if value is not None}
        if found.keys() <= {"min_length", "max_length", "pattern"}:
            return found
    raise _never_seen(mark)

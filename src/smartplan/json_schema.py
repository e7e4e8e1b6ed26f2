"""The format as JSON Schema, for editors: draft 7, the newest that YAML editors know well.

An editor's schema sees one file and no meaning: it completes keys and catches slips while
typing. `smartplan validate` decides.
"""

from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from smartplan.language import Language, has_label, label
from smartplan.stages import MANIFEST, STAGES, WAIVERS
from smartplan.stages.base import Figure, Item, Ref, parts_of, walk
from smartplan.stages.framework import Framework, Named
from smartplan.stages.manifest import Manifest
from smartplan.stages.waivers import Waivers

DIALECT = "http://json-schema.org/draft-07/schema#"
_MODELS: dict[str, type[Item]] = {MANIFEST: Manifest, **STAGES, WAIVERS: Waivers}
FILES = tuple(_MODELS)
"""The names of the files a plan can hold, without `.yaml`."""

Schema = dict[str, Any]
"""JSON has no closed type: a keyword's value is whatever the dialect says."""

_SHARED = frozenset(Figure.model_fields)
"""What many items have in common; their own keys come first."""

_GROUPS = (
    "stage", "state", "book_state", "stage_state", "basis", "qualifier", "level", "formula",
    "frequency", "budget_kind", "role", "group_input", "legal_kind", "legal_status",
    "alignment_kind", "inventory_kind", "inventory_status", "strategy_kind", "outreach_kind",
    "source_kind", "confidence", "region_kind", "severity", "language",
)  # fmt: skip
"""The groups of the label catalog that name the values of closed lists."""


def json_schema(name: str, edition: Framework) -> Schema:
    """The schema of one file of a plan; the terms of a framework are closed lists in it."""
    model = _MODELS[name]
    raw = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = raw.get("$defs", {})
    terms = _terms(edition)
    inner = {part.__name__: part for part in _models(model) if part is not model}
    schema: Schema = {
        "$schema": DIALECT,
        "title": f"{name}.yaml: {label('stage', name).say(Language.INDONESIAN)}",
        **_object(raw, model, terms),
    }
    if inner:
        schema["definitions"] = {
            key: _titled(_object(definitions[key], part, terms), part)
            for key, part in sorted(inner.items())
        }
    return schema


def bundle(edition: Framework) -> Schema:
    """The schemas of all files in one document, each under its file's name."""
    schemas = {f"{name}.json": json_schema(name, edition) for name in FILES}
    return {
        "$schema": DIALECT,
        "title": f"Rencana smartplan, kerangka {edition.id}",
        "definitions": {
            key: {"$id": key, **{word: part for word, part in schema.items() if word != "$schema"}}
            for key, schema in schemas.items()
        },
    }


@cache
def _models(model: type[Item]) -> tuple[type[Item], ...]:
    """A model and all models inside it."""
    found = [model]
    for info in model.model_fields.values():
        for part in (info.annotation, *parts_of(info.annotation)):
            if isinstance(part, type) and issubclass(part, Item):
                found.extend(inner for inner in _models(part) if inner not in found)
    return tuple(found)


def _terms(edition: Framework) -> dict[str, dict[str, str]]:
    """The terms of a framework by kind: id to name."""
    terms: dict[str, dict[str, str]] = {}
    for item in walk(edition):
        if isinstance(item, Named) and item.kind:
            terms.setdefault(item.kind, {})[item.id] = item.name
    return terms


def _object(raw: Schema, model: type[Item], terms: dict[str, dict[str, str]]) -> Schema:
    """An item's schema with the planner's words in place of pydantic's."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    own_first = sorted(raw["properties"], key=lambda key: key in _SHARED)
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: _property(raw["properties"][key], fields[key], terms) for key in own_first
        },
    }
    if "required" in raw:
        schema["required"] = raw["required"]
    return schema


def _titled(schema: Schema, model: type[Item]) -> Schema:
    if not model.kind:
        return schema
    return {"title": label("kind", model.kind).say(Language.INDONESIAN), **schema}


def _property(raw: Schema, info: FieldInfo, terms: dict[str, dict[str, str]]) -> Schema:
    schema = _value(raw, info, terms)
    if "$ref" in schema:
        schema = {"allOf": [schema]}
    if info.description:
        schema["description"] = info.description
    if isinstance(info.default, str):
        schema["default"] = info.default
    return schema


_KEPT = ("$ref", "type", "enum", "pattern", "maxLength", "minimum", "maximum", "allOf")


def _value(raw: Schema, info: FieldInfo, terms: dict[str, dict[str, str]]) -> Schema:
    """A value's schema: a key without a value is a finding, so nothing may be null."""
    if "anyOf" in raw:
        return _value(raw["anyOf"][0], info, terms)
    if "items" in raw:
        return {"type": "array", "items": _value(raw["items"], info, terms)}
    if raw.get("type") == "object":
        return _table(raw)
    reference = _reference(info)
    if reference is not None:
        return _id(terms.get(reference))
    return _scalar(raw)


def _scalar(raw: Schema) -> Schema:
    schema = {key: raw[key] for key in _KEPT if key in raw}
    if "enum" in schema:
        schema |= _described(schema["enum"])
    return schema


def _table(raw: Schema) -> Schema:
    """A mapping with free keys of one form, such as years."""
    patterns = raw.get("patternProperties")
    if patterns:
        return {"type": "object", "patternProperties": patterns, "additionalProperties": False}
    return {"type": "object", "additionalProperties": _scalar(raw["additionalProperties"])}


def _reference(info: FieldInfo) -> str | None:
    """The kind a field's ids must name."""
    parts = (*info.metadata, *parts_of(info.annotation))
    return next((part.kind for part in parts if isinstance(part, Ref)), None)


def _id(choices: dict[str, str] | None) -> Schema:
    """An id: one of the framework's terms, or any id of the plan's own items."""
    if choices is None:
        return {"type": ["string", "number"]}
    ids: list[str | int] = [*choices, *(int(id_) for id_ in choices if id_.isdecimal())]
    return {"enum": ids, "enumDescriptions": [choices[str(id_)] for id_ in ids]}


def _described(values: list[str]) -> Schema:
    """The catalog's names for the values of a closed list, where it knows them all."""
    for group in _GROUPS:
        if all(has_label(group, value) for value in values):
            names = [label(group, value).say(Language.INDONESIAN) for value in values]
            return {"enumDescriptions": names}
    return {}

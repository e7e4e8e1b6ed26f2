"""What each fault that pydantic finds is told as, in the planner's words."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from collections.abc import Sequence as PythonSequence
from dataclasses import replace
from functools import cache

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from smartplan.diagnostics import Diagnostic, Fix, Value, entitled, show
from smartplan.kinds import KINDS, sch
from smartplan.language import Text, label, labels
from smartplan.nearest import disguised, fold, latin, nearest, only_slip
from smartplan.replacement import instead
from smartplan.rewrites import bounds_of, is_number, of_another_kind, of_number
from smartplan.shapes import fields, known_keys
from smartplan.source import Mapping, Node, Scalar, Sequence, location
from smartplan.spots import Spot
from smartplan.stages.base import Item, Ref, parts_of, start_of
from smartplan.stages.scalars import ID_PATTERN, SEEN
from smartplan.subject import text_at


def told(error: ErrorDetails, spot: Spot) -> Diagnostic:
    """The finding that a fault is; not for a key that nobody knows."""
    return _TRANSLATIONS.get(error["type"], _custom)(error, spot)


Translate = Callable[[ErrorDetails, Spot], Diagnostic]


def _value(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else "…"


def key_named(key: str) -> Text:
    shown = show(key)
    return Text(f"kunci `{shown}`", f"the key `{shown}`")


AN_ITEM = Text("satu butir daftar", "an item of the list")


def _missing(_error: ErrorDetails, spot: Spot) -> Diagnostic:
    told = (fields(spot.model)[spot.missing].description or "").rstrip(".")
    return sch.MISSING_KEY.at(
        start_of(spot.node),
        key=spot.missing,
        owner=_owner(spot),
        description=Text(f" ({told})" if told else "", ""),
    )


def _owner(spot: Spot) -> Text:
    """The item a message is about, as a phrase to append: ` pada program `p-1` (Portal)`."""
    step = spot.item
    if step is None or step.model is None or not isinstance(step.node, Mapping):
        return Text("", "")
    id_, title = (text_at(step.node, key) for key in ("id", step.model.title_field))
    if not id_ or not step.model.kind:
        return Text("", "")
    kind = label("kind", step.model.kind)
    named = entitled(id_, title)
    return Text(f" pada {kind.indonesian} {named}", f" in the {kind.english} {named}")


_GOT = {Scalar: "text", Sequence: "list", Mapping: "mapping"}


def _got(node: Node) -> str:
    if isinstance(node, Scalar) and node.plain and is_number(node.value):
        return "number"
    return _GOT[type(node)]


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


def _wrong_type(error: ErrorDetails, spot: Spot) -> Diagnostic:
    wanted = error.get("ctx", {}).get("wanted") or _WANTED[error["type"]]
    in_list = wanted in ("mapping", "text") and isinstance(spot.steps[-1].key, int)
    key = f"`{show(spot.key)}`"
    better = of_another_kind(wanted, spot)
    return sch.WRONG_TYPE.at(
        start_of(spot.node),
        hint=better and better.hint,
        fix=better and better.fix,
        what=Text(f"butir {key}", f"an item of {key}") if in_list else Text(key, key),
        wanted=label("wanted", wanted),
        got=label("wanted", _got(spot.node)),
        example=_example(wanted, spot),
    )


def _example(wanted: str, spot: Spot) -> Text:
    """What to write instead, with the planner's own words where they are simple."""
    model = spot.steps[-1].model
    if wanted in ("list", "mapping") and model is not None and isinstance(spot.node, Scalar):
        return _item_example(model, wanted, in_list=isinstance(spot.steps[-1].key, int))
    value = _value(spot.node)
    if wanted == "list" and _names_sources(spot) and not _SOURCES.fullmatch(value):
        return _SOURCE_IDS
    if wanted == "list" and _SIMPLE_WORDS.fullmatch(value):
        written = _DOTTED.sub(r'"\g<0>"', value)
        said = f"`{spot.key}: [{written}]`"
        return Text(said, said)
    return _EXAMPLE[wanted]


_DOTTED = re.compile(r"[0-9X]+(?:\.[0-9X]+)+", re.IGNORECASE)
"""A code that looks like a number."""
_SOURCES = re.compile(r"S[0-9]+(, ?S[0-9]+)*")
_SOURCE_IDS = Text(
    "id sumber dari `sources.yaml` dalam kurung siku, misalnya `sources: [S1]`",
    "ids of `sources.yaml` in square brackets, such as `sources: [S1]`",
)


def _names_sources(spot: Spot) -> bool:
    """Whether a value should name sources."""
    info = spot.steps[-1].field
    parts = parts_of(info.annotation) if info else ()
    return any(isinstance(part, Ref) and part.kind == "source" for part in parts)


@cache
def _item_example(model: type[Item], wanted: str, *, in_list: bool) -> Text:
    needed = [key for key, info in fields(model).items() if info.is_required()]
    keys = ", ".join(f"{key}: …" for key in needed or known_keys(model)[:2])
    item = f"`- {{{keys}}}`" if in_list or wanted == "list" else f"`{{{keys}}}`"
    if wanted == "list":
        return Text(
            f"butirnya satu per baris, misalnya {item}", f"its items one a line, such as {item}"
        )
    return Text(f"kunci-kuncinya, misalnya {item}", f"its keys, such as {item}")


def _not_in_list(error: ErrorDetails, spot: Spot) -> Diagnostic:
    if not isinstance(spot.node, Scalar):
        return _wrong_type(error, spot)
    choices = _choices(spot.steps[-1].field)
    said = _said_inlisted(spot.node.value, choices)
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


def _said_inlisted(value: str, choices: PythonSequence[str]) -> str | None:
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


def _out_of_range(error: ErrorDetails, spot: Spot) -> Diagnostic:
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
    for least, most in bounds_of(info):
        if least is not None and most is not None and (least == low or most == high):
            return Text(f"{least} sampai {most}", f"{least} to {most}")
    if low is not None:
        return Text(f"{low} atau lebih", f"{low} or more")
    return Text(f"{high} atau kurang", f"{high} or less")


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


def _bad_form(error: ErrorDetails, spot: Spot) -> Diagnostic:
    value = _value(spot.node)
    if error.get("ctx", {}).get("pattern") == ID_PATTERN:
        return _bad_id(value, spot)
    if error.get("ctx", {}).get("pattern") == SEEN:
        return _too_short(error, spot)
    return sch.BAD_FORM.at(
        location(spot.node), key=spot.key, value=value, example=f"`{_FORMS.get(spot.key, '…')}`"
    )


def _bad_id(value: str, spot: Spot) -> Diagnostic:
    suggestion = re.sub(r"[^a-z0-9]+", "-", latin(value[:200]).lower()).strip("-")[:60].strip("-")
    if not suggestion:
        suggestion = "nama-singkat"
    elif suggestion == value:  # a device name of Windows
        suggestion = f"{value}-1"
    return sch.BAD_ID.at(location(spot.node), value=value, suggestion=suggestion)


def _too_long(error: ErrorDetails, spot: Spot) -> Diagnostic:
    limit = error.get("ctx", {})["max_length"]
    value = _value(spot.node)
    other = [key for key in _ROOMY if key in fields(spot.model) and key != spot.key]
    hint = (
        Text(
            f"ringkas, atau pindahkan rincian ke `{other[0]}`",
            f"shorten it, or move details to `{other[0]}`",
        )
        if other
        else None
    )
    return sch.TOO_LONG.at(
        location(spot.node), hint=hint, key=spot.key, length=len(value), limit=limit
    )


_ROOMY = ("description", "note")
"""Keys for long texts."""


def _too_short(_error: ErrorDetails, spot: Spot) -> Diagnostic:
    info = spot.steps[-1].field
    hint = sch.FILL_IN if info is not None and info.is_required() else None
    empty = sch.EMPTY_VALUE.at(location(spot.node), hint=hint, what=key_named(spot.key))
    return empty.as_at_times()


def _custom(error: ErrorDetails, spot: Spot) -> Diagnostic:
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
    node = _wrong_end(spot) if kind is sch.PERIOD_REVERSED else spot.node
    told = replace(kind.with_values(start_of(node), values), fix=fix)
    advice = _advice(context)
    if kind in (sch.NOT_AN_INTEGER, sch.NOT_A_NUMBER):
        whole = kind is sch.NOT_AN_INTEGER
        advice = of_number(spot, _value(spot.node), whole=whole)
    return replace(told, advice=advice) if advice else told


def _wrong_end(spot: Spot) -> Node:
    """The year of a reversed period that is out of line: a start after the plan's own date."""
    period, around = spot.node, spot.steps[-2].node if len(spot.steps) > 1 else spot.node
    if not isinstance(period, Mapping) or not isinstance(around, Mapping):
        return period
    now = text_at(around, "as_of")[:4]
    key = "start" if now and now < text_at(period, "start") else "end"
    return period.entries[key][1]


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


def _fix(spot: Spot, safe: str | None, likely: str | None) -> Fix | None:
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

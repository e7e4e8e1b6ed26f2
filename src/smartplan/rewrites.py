"""What to write for a value of the wrong shape, told from what stands there in its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from smartplan.bounds import FIRST_YEAR
from smartplan.broken import BULLETS, glued_item, sign_of_item
from smartplan.diagnostics import Fix, show
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.shapes import fields
from smartplan.source import Mapping, Scalar, Sequence, location
from smartplan.spots import Spot
from smartplan.stages.base import Item, Ref, leading, parts_of
from smartplan.stages.scalars import Year, indonesian_number, plain


class Rewrite(NamedTuple):
    """What to write instead, and the fix that writes it where that is certain."""

    hint: Text
    fix: Fix | None = None


_NOTHING = frozenset(
    ("", "na", "tbd", "tba", "dst", "dll", "nihil", "kosong", "belumada", "tidakada", "belum")
)
"""Words, folded, that people write where they have nothing to say; signs alone fold to nothing."""


def is_placeholder(value: str) -> bool:
    """Whether a text stands only where something is still to come: `-`, `n/a`, `TBD`."""
    return len(value) <= 30 and fold(value) in _NOTHING


def bounds_of(info: FieldInfo | None) -> Iterator[tuple[object, object]]:
    """The least and the most of a field, then those of what it holds."""
    if info is not None:
        inner = (part for part in parts_of(info.annotation) if isinstance(part, FieldInfo))
        for one in (info, *inner):
            least = next((mark.ge for mark in one.metadata if hasattr(mark, "ge")), None)
            most = next((mark.le for mark in one.metadata if hasattr(mark, "le")), None)
            yield least, most


# A value of another kind


def of_another_kind(wanted: str, spot: Spot) -> Rewrite | None:
    """What to write where a value is, say, a text in the place of a list."""
    node = spot.node
    if wanted == "list" and isinstance(node, Scalar):
        return _for_list(spot, node)
    if wanted == "text" and isinstance(node, Sequence):
        return _one_value(spot, node)
    if wanted == "text" and isinstance(node, Mapping) and isinstance(spot.steps[-1].key, int):
        return _with_colon(spot, node)
    return _for_mapping(spot) if wanted == "mapping" else None


def _for_list(spot: Spot, node: Scalar) -> Rewrite | None:
    if is_placeholder(node.value):
        return Rewrite(_leave_out(spot.key))
    if marked := _with_other_signs(spot, node):
        return marked
    info = spot.steps[-1].field
    if _is_year(info) and (years := years_between(node.value)):
        said = f"`{spot.key}: [{', '.join(years)}]`"
        return Rewrite(Text(f"tulis {said}", f"write {said}"))
    return None


def _leave_out(key: str) -> Text:
    return Text(
        f"hapus baris `{key}` ini bila belum ada",
        f"delete this line with `{key}` if there is nothing yet",
    )


_SIGN_AND_TEXT = re.compile(rf"(?m)^([ \t]*)(?:-|[{BULLETS}][ \t]+)(?=[A-Za-z0-9])")


def _with_other_signs(spot: Spot, node: Scalar) -> Rewrite | None:
    """Items with a bullet, a letter, or a hyphen without its blank."""
    raw = node.file.text[node.start.index : node.end.index]
    lines = raw.split("\n")
    if glued := glued_item(lines[0]):
        hint = Text(
            f"beri spasi sesudah tanda hubung: `- {show(glued, 60)}`",
            f"put a space after the hyphen: `- {show(glued, 60)}`",
        )
    elif sign := sign_of_item(lines[0]):
        hint = Text(
            f"tulis `- ` di awal tiap butir, bukan `{sign[0]}`",
            f"write `- ` before each item in the place of `{sign[0]}`",
        )
    else:
        return None
    if node.file.line(node.start.line + 1)[: node.start.column].strip():
        return Rewrite(_EACH_LINE)  # beside its key, where no item can begin
    mended, count = _SIGN_AND_TEXT.subn(r"\1- ", raw)
    sure = node.plain and spot.steps[-1].model is None and count == len(lines)
    return Rewrite(hint, Fix(location(node), mended, safe=True) if sure else None)


_EACH_LINE = Text(
    "tulis butirnya satu per baris di bawah kuncinya, masing-masing diawali `- `",
    "write its items one a line below the key, each after `- `",
)
_RANGE = re.compile(r"([0-9]{4})\s*(?:-|\u2013|\u2014|s\.?/?d\.?|sampai|hingga)\s*([0-9]{4})")
_MOST_YEARS = 20


def years_between(value: str) -> list[str]:
    """Every year of `2027-2029`; none where that is no span of years."""
    match = _RANGE.fullmatch(value.strip()) if len(value) <= 40 else None
    if match is None:
        return []
    first, last = int(match[1]), int(match[2])
    return [str(year) for year in range(first, last + 1)] if last - first < _MOST_YEARS else []


def _is_year(info: FieldInfo | None) -> bool:
    return any(least == FIRST_YEAR for least, _ in bounds_of(info))


def _one_value(spot: Spot, node: Sequence) -> Rewrite | None:
    """A list where one value belongs."""
    info = spot.steps[-1].field
    words = [item.value for item in node.items if isinstance(item, Scalar)]
    if info is None or not words or len(words) < len(node.items):
        return None
    if others := one_id(spot.model, spot.key, words[0]):
        return Rewrite(others)
    if any(isinstance(part, str | Ref) for part in parts_of(info.annotation)):
        return Rewrite(_ONE_CHOICE)
    joined = show(", ".join(words), 80)
    if '"' in joined or "\\" in joined:
        return None
    return Rewrite(
        Text(
            f'tulis satu teks: `{spot.key}: "{joined}"`',
            f'write one text: `{spot.key}: "{joined}"`',
        )
    )


_ONE_CHOICE = Text("pilih satu saja, tanpa kurung siku", "choose just one, without square brackets")


def one_id(model: type[Item], key: str, first: str) -> Text | None:
    """What to write where several ids stand under a key that takes one."""
    names = leading(model).names
    kind = next((one.kind for one in names if one.key == key and not one.many), None)
    if kind is None:
        return None
    also = next((one.key for one in names if one.kind == kind and one.many), None)
    said = f"`{key}: {show(first, 60)}`"
    return Text(
        f"satu id saja, misalnya {said}" + (f"; yang lain di `{also}`" if also else ""),
        f"just one id, such as {said}" + (f"; the others belong in `{also}`" if also else ""),
    )


def _with_colon(spot: Spot, node: Mapping) -> Rewrite:
    """An item of texts whose colon makes it a key with its value."""
    raw = node.file.text[node.start.index : node.end.index]
    is_one_line = node.start.line == node.end.line
    if raw.startswith("{") or len(node.entries) > 1 or not is_one_line or not _QUOTABLE.search(raw):
        return Rewrite(_TEXTS_WITH_COLON)
    said = f'`"{show(raw, 80)}"`'
    hint = Text(
        f"titik dua membuat butir ini terbaca sebagai kunci dan nilai: beri kutip, {said}",
        f"the colon makes this item a key with its value: put it in quotes, {said}",
    )
    info = spot.steps[-1].field
    names_others = info and any(isinstance(part, Ref) for part in parts_of(info.annotation))
    fix = None if names_others else Fix(location(node), f'"{raw}"', safe=True)
    return Rewrite(hint, fix)


_QUOTABLE = re.compile(r"""^[^"\\'\[\]{}]+$""")
_TEXTS_WITH_COLON = Text(
    "tulis satu teks per butir; teks yang memuat titik dua diberi kutip",
    "write one text an item; put a text with a colon in quotes",
)


def _for_mapping(spot: Spot) -> Rewrite | None:
    info, model = spot.steps[-1].field, spot.steps[-1].model
    if info is not None and get_origin(info.annotation) is dict:
        return Rewrite(_BY_YEAR) if get_args(info.annotation)[0] == Year else None
    if model is None or not isinstance(spot.node, Scalar):
        return None
    value = spot.node.value
    if "missing" not in fields(model) or not _QUOTABLE.search(value):
        return None
    if is_number(value):
        said = f"`{spot.key}: {{year: …, value: {show(value, 40)}}}`"
    else:
        said = f'`{spot.key}: {{missing: "{show(value, 80)}"}}`'
    return Rewrite(Text(f"tulis {said}", f"write {said}"))


_BY_YEAR = Text(
    "tulis target per tahun, misalnya `{2026: 20}`; target hanya angka",
    "write a target for each year, such as `{2026: 20}`; targets are numbers only",
)
_NUMBER = re.compile(r"-?[0-9][0-9.,_]{0,30}")


def is_number(value: str) -> bool:
    """Whether a text is a number as people write it; a code such as `2.16.03` is none."""
    return _NUMBER.fullmatch(value) is not None and indonesian_number(value) is not None


# Words where a number belongs


_CAUTION = {
    "about": ("±", "+/-", "~", "≈", "sekitar", "kurang lebih", "kira-kira", "hampir"),
    "at_least": ("≥", ">=", "minimal", "min.", "sedikitnya", "paling sedikit", "setidaknya"),
    "at_most": ("≤", "<=", "maksimal", "maks.", "paling banyak", "sebanyak-banyaknya"),
    "more_than": (">", "lebih dari", "di atas"),
    "less_than": ("<", "kurang dari", "di bawah"),
}
"""How people say that a number is not exact, by the word a plan has for it; the longest first."""
_DIGIT = re.compile("[0-9]")
_REMARK = re.compile(r"[\s*)¹²³]+$")
_SPAN = re.compile(r"[0-9][0-9.,]*\s*(?:-|–|—|s\.?/?d\.?|sampai|hingga)\s*[0-9]")


def of_number(spot: Spot, value: str, *, whole: bool) -> Text:
    """What to write where something else stands in the place of a number."""
    if is_placeholder(value):
        return _without_number(spot)
    info = spot.steps[-1].field
    in_table = info is not None and get_origin(info.annotation) is dict and not spot.of_key
    if not in_table and _is_year(info):
        return _a_year(value, in_list=isinstance(spot.steps[-1].key, int))
    caution, rest = _cautious(value)
    said = _example(info, rest, whole=whole)
    return _joined([said, *_beside(spot, value, caution, in_table=in_table)])


def _a_year(value: str, *, in_list: bool) -> Text:
    if in_list and (years := years_between(value)):
        said = ", ".join(years)
        return Text(
            f"tulis tiap tahun sebagai butir sendiri: `{said}`",
            f"write each year as an item of its own: `{said}`",
        )
    found = _OF_THE_CENTURY.search(value[:60])
    year = found[0] if found else "2025"
    return Text(f"tulis tahunnya saja, misalnya {year}", f"write the year alone, such as {year}")


_OF_THE_CENTURY = re.compile(r"\b20[0-9]{2}\b")


def _cautious(value: str) -> tuple[str, str]:
    """The word for how sure a number is, if any, and the rest of the text."""
    words = value.strip()
    for qualifier, signs in _CAUTION.items():
        for sign in signs:
            if words.casefold().startswith(sign):
                return qualifier, words[len(sign) :].strip()
    return "", words


def _example(info: FieldInfo | None, words: str, *, whole: bool) -> Text:
    """The number that is meant, or one such as the key takes."""
    meant = indonesian_number(_REMARK.sub("", words)) if len(words) <= 60 else None
    is_money = info is not None and (info.description or "").startswith("Rupiah")
    if meant is not None and (not whole or meant == meant.to_integral_value()):
        return Text(f"tulis `{plain(meant)}`", f"write `{plain(meant)}`")
    for least, most in bounds_of(info):
        if least not in (None, FIRST_YEAR) and most is not None:
            return Text(
                f"tulis angka {least} sampai {most}", f"write a number of {least} to {most}"
            )
    if is_money:
        return Text(
            "tulis rupiah penuh, misalnya `150000000`", "write whole rupiah, such as `150000000`"
        )
    if whole:
        return Text("tulis angka saja, misalnya 30", "write digits only, such as 30")
    return Text(
        "tulis angka dengan titik untuk desimal, misalnya 2.48",
        "write a number with a point for decimals, such as 2.48",
    )


def _beside(spot: Spot, value: str, caution: str, *, in_table: bool) -> Iterator[Text]:
    """Where what is no number may stand instead, of the keys that there are."""
    known = fields(spot.model)
    if _SPAN.match(value) and "note" in known:
        yield Text("rentangnya di `note`", "its span belongs in `note`")
    elif caution and "qualifier" in known:
        yield Text(f"tambahkan `qualifier: {caution}`", f"add `qualifier: {caution}`")
    if spot.key == "value" and not _DIGIT.search(value):
        yield from (word for key, word in _INSTEAD.items() if key in known)
    elif in_table:
        yield Text("di sini hanya angka", "only numbers stand here")
    elif not caution and "note" in known and not _SPAN.match(value):
        yield Text("keterangan ditulis di `note`", "remarks belong in `note`")


_INSTEAD = {
    "text": Text(
        "bila berupa kata, tulis `text` sebagai ganti `value`",
        "a result in words stands under `text` in the place of `value`",
    ),
    "no_data": Text(
        "bila belum ada, tulis alasannya di `no_data` sebagai ganti `value`",
        "where there is none, give the reason as `no_data` in the place of `value`",
    ),
    "missing": Text(
        "bila belum ada, tulis alasannya di `missing` sebagai ganti `value`",
        "where there is none, give the reason as `missing` in the place of `value`",
    ),
}


def _joined(parts: list[Text]) -> Text:
    return Text(
        "; ".join(part.indonesian for part in parts), "; ".join(part.english for part in parts)
    )


def _without_number(spot: Spot) -> Text:
    """What to do where there is no number yet."""
    known, info = fields(spot.model), spot.steps[-1].field
    if spot.key == "value" and (instead := [_INSTEAD[key] for key in _REASONS if key in known]):
        return _joined(instead)
    if isinstance(spot.steps[-1].key, int):
        return Text("hapus butir ini bila belum ada", "delete this item if there is none yet")
    if info is not None and get_origin(info.annotation) is dict:
        return Text(
            "isi angkanya, atau hapus tahun ini bila belum ada",
            "fill in the number, or delete this year if there is none yet",
        )
    key = spot.key
    if info is None or not info.is_required():
        return Text(
            f"isi angkanya, atau hapus `{key}` bila belum ada",
            f"fill in the number, or delete `{key}` if there is none yet",
        )
    return Text(
        "isi angkanya, atau hapus seluruh butir ini bila belum ada",
        "fill in the number, or delete the whole item if there is none yet",
    )


_REASONS = ("no_data", "missing")

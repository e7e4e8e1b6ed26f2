"""Fields of a plan as values that can be compared and told: their names, their kinds."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from smartplan.changes.change import Money, Named, Value, Whole, Word
from smartplan.figures.cells import terms
from smartplan.figures.spans import year_moment
from smartplan.language import Text, has_label
from smartplan.plan import Plan
from smartplan.stages.base import Item
from smartplan.stages.parts import Part, parts
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Agency

_SHORT = {
    "activities": "kegiatan", "alignment": "dokumen rujukan", "amount": "jumlah", "basis": "dasar",
    "bodies": "badan", "books": "buku", "budget": "anggaran", "by": "penilai",
    "cap": "batas capaian", "ceilings": "pagu", "confidence": "tingkat kepercayaan",
    "derivation": "cara menghitung", "disclaimer": "kedudukan dokumen",
    "elements": "unsur kesiapan", "formula": "rumus", "framework": "edisi metode",
    "frequency": "frekuensi",
    "head": "kepala perangkat daerah", "horizon": "horizon waktu", "kind": "jenis",
    "level": "tingkat", "missing": "alasan tanpa data dasar", "name": "nama",
    "no_data": "alasan belum ada data", "officials": "pejabat", "programs": "program",
    "progress": "kemajuan", "publisher": "penerbit", "qualifier": "ketepatan angka",
    "quick_win": "quick win", "scale": "skala", "severity": "bobot", "sources": "sumber",
    "stages": "keadaan tahap", "state": "keadaan", "status": "status", "summary": "ringkasan",
    "targets": "target", "terms": "istilah", "tracks": "arah rumpun",
    "undated": "alasan tanpa tanggal", "values": "nilai", "where": "tempat dokumen", "who": "siapa",
    "as_of": "keadaan per",
    "why": "alasan", "that": "pernyataan", "ignore": "kode yang tidak diperiksa",
}  # fmt: skip
"""Where the description of a field does not begin with its name."""

_FIRST = re.compile(r"[^.:;,(]+")


def field_label(part: Part) -> Text:
    """What a reader calls a field: in Indonesian by its description, in English by its key."""
    english = part.key.replace("_", " ")
    if part.key in _SHORT:
        return Text(_SHORT[part.key], english)
    match = _FIRST.match(part.description)
    said = match[0].strip() if match else english
    first = said.split(" ", 1)[0]
    return Text(said if first.isupper() else said[:1].lower() + said[1:], english)


_WORDS = {
    "Milestone.state": "state", "Workshop.state": "state", "OutreachActivity.state": "state",
    "Progress.state": "state", "StageState.state": "stage_state", "BookState.state": "book_state",
    "StageState.stage": "stage", "BudgetLine.kind": "budget_kind", "Indicator.formula": "formula",
    "Indicator.level": "level", "Indicator.frequency": "frequency", "Member.role": "role",
    "InventoryItem.status": "inventory_status", "InventoryItem.kind": "inventory_kind",
    "LegalBasis.status": "legal_status", "LegalBasis.kind": "legal_kind",
    "Legal.kind": "legal_kind", "Alignment.kind": "alignment_kind", "Source.kind": "source_kind",
    "Source.confidence": "confidence", "OutreachActivity.kind": "outreach_kind",
    "SwotStrategy.kind": "strategy_kind", "Region.kind": "region_kind",
    "GroupInput.kind": "group_input", "Manifest.language": "language",
    "Assertion.severity": "severity", "Concept.used_for": "stage",
}  # fmt: skip
"""The group of labels for fields that hold a key of a short list."""
_EVERYWHERE = {"basis": "basis", "qualifier": "qualifier"}
_YEARS = frozenset({"year", "start", "end", "years"})


def valued(plan: Plan, model: type[Item], part: Part, raw: object) -> Value:
    """A field's content as it is told: names for ids, money, dates, words for keys."""
    if isinstance(raw, tuple):
        return tuple(valued(plan, model, part, one) for one in raw)
    if isinstance(raw, Item):
        return whole(plan, raw)
    if isinstance(raw, str):
        return _text(plan, model, part, raw)
    return _number(part, raw)


def _text(plan: Plan, model: type[Item], part: Part, raw: str) -> Value:
    if part.refs:
        return named(plan, part.refs, raw)
    group = _EVERYWHERE.get(part.key) or _WORDS.get(f"{model.__name__}.{part.key}")
    if group and has_label(group, raw):
        return Word(group, raw)
    return meaning(raw)


def _number(part: Part, raw: object) -> Value:
    if isinstance(raw, Moment | Decimal):
        return raw
    if isinstance(raw, date):
        return Moment(raw, raw, "day")
    if isinstance(raw, int):
        if part.key == "amount":
            return Money(raw)
        return year_moment(raw) if part.key in _YEARS else Decimal(raw)
    return None if raw is None else str(raw)


def named(plan: Plan, kinds: tuple[str, ...], id_: str) -> Named:
    """An item by its id, with the name that its own plan gives it."""
    for kind in kinds:
        found = plan.find(kind, id_)
        if isinstance(found, Agency):
            title = found.abbreviation or found.name
            return Named(kind, id_, Text(title, title))
        if found is not None and found.title_text:
            told = terms(plan, kind, id_)
            if told.indonesian == id_:
                told = Text(found.title_text, found.title_text)
            return Named(kind, id_, told)
    return Named(kinds[0], id_, Text(id_, id_))


def whole(plan: Plan, item: Item) -> Whole:
    """All that a part without an id says; what it leaves out is left out here."""
    told = (
        (field_label(part), valued(plan, type(item), part, getattr(item, part.name)))
        for part in parts(type(item))
        if part.shape != "table"
    )
    return Whole(tuple((name, value) for name, value in told if value not in (None, ())))


_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LIST = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]", re.MULTILINE)


def meaning(text: str) -> str:
    """A text without what only its form in the file gives it: line breaks, spaces, encoding.

    Paragraphs and lists stay, as they do in the books.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        return _folded(text)
    return "\n\n".join(_paragraph(one) for one in _BLANK.split(text.strip()))


def _paragraph(text: str) -> str:
    if _LIST.search(text):
        return "\n".join(_folded(line) for line in text.split("\n"))
    return _folded(text)


def _folded(text: str) -> str:
    return " ".join(part for part in re.split(r"[ \t\r\n]+", text) if part)

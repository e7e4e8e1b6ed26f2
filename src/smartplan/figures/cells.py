"""How table cells say names, dates, years and amounts."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from smartplan.figures.table import Align, Cell, Column
from smartplan.figures.wording import DASH, spoken
from smartplan.language import Language, Text, label, number, percent, rupiah
from smartplan.plan import Plan
from smartplan.stages.base import Basis, Qualifier, Sourced
from smartplan.stages.framework import Named
from smartplan.stages.scalars import Moment, plain
from smartplan.stages.team import Agency

NONE = Cell(DASH)
"""What stands where nothing can stand, such as the money of a year without any."""


def heading(indonesian: str, english: str, align: Align = "left") -> Column:
    return Column(Text(indonesian, english), align)


def tongue(plan: Plan) -> Language:
    """The language of our words around those of the plan."""
    return plan.language


def said(plan: Plan, group: str, key: str) -> str:
    """The word for a key, in the language of the plan."""
    return label(group, key).say(tongue(plan))


def either(plan: Plan, indonesian: str, english: str) -> str:
    return Text(indonesian, english).say(tongue(plan))


def term(plan: Plan, kind: str, id_: str | None) -> str:
    """The name of a term of the method, in the language of the plan."""
    if id_ is None:
        return NONE.text
    found = plan.find(kind, id_)
    if isinstance(found, Named) and tongue(plan) is Language.ENGLISH:
        return found.english
    return found.title_text if found else id_


def terms(plan: Plan, kind: str, id_: str) -> Text:
    """The name of a term of the method, in both languages."""
    found = plan.find(kind, id_)
    if isinstance(found, Named):
        return Text(found.name, found.english)
    return Text(id_, id_)


def lower(text: str) -> str:
    """A term inside a sentence: small letters, but abbreviations stay as they are."""
    words = text.split(" ")
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)


def short_agency(plan: Plan, id_: str | None) -> str:
    """An agency as it is called every day."""
    if id_ is None:
        return either(plan, "belum ditetapkan", "not assigned")
    found = plan.find("agency", id_)
    if isinstance(found, Agency):
        return found.abbreviation or found.name
    return id_


def agencies(plan: Plan, ids: Iterable[str]) -> str:
    return ", ".join(short_agency(plan, id_) for id_ in ids) or NONE.text


def amount(plan: Plan, value: int | None, basis: Basis | None = None) -> Cell:
    """Money, or a dash where there is none to speak of."""
    if value is None:
        return NONE
    return Cell(rupiah(value, tongue(plan)), basis=basis, value=value)


def count(plan: Plan, value: int) -> Cell:
    return Cell(number(value, tongue(plan)), value=value)


def agency_cell(plan: Plan, id_: str | None) -> Cell:
    """An agency as it is called every day, as a cell that leads to it."""
    return Cell(short_agency(plan, id_), item=("agency", id_) if id_ else None)


def term_cell(plan: Plan, kind: str, id_: str | None) -> Cell:
    """A term of the method, as a cell that leads to it."""
    return Cell(term(plan, kind, id_), item=(kind, id_) if id_ else None)


def item_cell(plan: Plan, kind: str, id_: str) -> Cell:
    """An item by its name, as a cell that leads to it."""
    return Cell(plan.name(kind, id_), item=(kind, id_))


def list_cell(cells: Iterable[Cell]) -> Cell:
    """Several names in one cell."""
    parts = tuple(cells)
    return Cell("; ".join(part.text for part in parts), parts=parts) if parts else NONE


def measured(plan: Plan, value: Decimal, qualifier: Qualifier | None = None) -> str:
    """A number with the caution of its source."""
    text = number(value, tongue(plan))
    return f"{said(plan, 'qualifier', qualifier)} {text}" if qualifier else text


def share_text(plan: Plan, value: Decimal | None) -> str:
    return NONE.text if value is None else percent(value, tongue(plan))


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Rounded as people do, without trailing zeros."""
    return Decimal(plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)))


def share(part: int, whole: int, places: int = 1) -> Decimal | None:
    """A part of a whole in percent; None of nothing."""
    return rounded(Decimal(part * 100) / whole, places) if whole else None


def when(plan: Plan, moment: Moment | None) -> str:
    return spoken(moment, tongue(plan)) if moment else NONE.text


def years_text(plan: Plan, first: int | None, last: int | None) -> str:
    """A run of years; an open end is said, not guessed."""
    if first is None and last is None:
        return NONE.text
    if first is None:
        return either(plan, f"sampai {last}", f"until {last}")
    if last is None:
        return either(plan, f"mulai {first}", f"from {first}")
    return str(first) if first == last else f"{first}–{last}"


def weakest(items: Iterable[Sourced]) -> Basis | None:
    """What a sum rests on: one proposal among its parts makes it a proposal."""
    return "proposal" if any(item.rests_on == "proposal" for item in items) else None

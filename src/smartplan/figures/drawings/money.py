"""The money by year and fund, each kind apart, and against its ceilings."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from smartplan.figures.budget import (
    CeilingUse,
    Money,
    ceiling_table,
    ceiling_uses,
    entries,
    exceeded_ceilings,
    kinds_of_money,
    money_by_fund,
    money_by_year,
    total_money,
)
from smartplan.figures.cells import NONE, amount, either, heading, said, term, tongue, weakest
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    WIDE,
    Band,
    Box,
    Key,
    Label,
    Line,
    Picture,
    Shape,
    legend,
    paragraph,
    scaled,
    stacked,
    swatch,
    tone,
)
from smartplan.figures.table import Cell, Table
from smartplan.figures.wording import capitalised
from smartplan.language import Language, Text, label, number, rupiah
from smartplan.plan import Plan

_BAR = 18
_ROW = 26
_SCALES = (
    (10**12, Text("triliun", "trillion")),
    (10**9, Text("miliar", "billion")),
    (10**6, Text("juta", "million")),
)


def short_rupiah(value: int, language: Language) -> str:
    """An amount for a drawing: `Rp1,25 miliar`; the table beside has every digit."""
    for unit, name in _SCALES:
        if abs(value) >= unit:
            told = (Decimal(value) / unit).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
            plain = told.quantize(Decimal(1)) if told == told.to_integral_value() else told
            sign = "-" if plain < 0 else ""
            return f"{sign}Rp{number(abs(plain), language)} {name.say(language)}"
    return rupiah(value, language)


def money_figure(plan: Plan) -> Drawing:
    """Bars of each year, cut by fund; what is planned never stands on what is estimated."""
    kinds = kinds_of_money(plan)
    totals = [
        (label("budget_kind", kind), short_rupiah(total_money(plan, kind), tongue(plan)))
        for kind in kinds
    ]
    return Drawing(
        id="dana-tahun-sumber",
        caption=Text("Pembiayaan menurut tahun dan sumber dana", "Money by year and fund"),
        says=Text(
            "Batang tiap tahun dibagi menurut sumber dana; "
            + "; ".join(f"{name.indonesian} berjumlah {total}" for name, total in totals)
            + ". Ketiga jenis angka digambar terpisah.",
            "A bar for each year, cut by fund; "
            + "; ".join(f"{name.english} amounts to {total}" for name, total in totals)
            + ". The kinds of money are drawn apart.",
        ),
        data=money_year_fund_table(plan),
        layout=lambda width: _picture(plan, kinds, width),
    )


def money_year_fund_table(plan: Plan) -> Table:
    """The money of each kind and year, fund by fund."""
    funds = _funds(plan)
    return Table(
        id="pembiayaan-tahun-sumber",
        caption=Text("Pembiayaan menurut tahun dan sumber dana", "Money by year and fund"),
        columns=(
            heading("Jenis", "Kind"),
            heading("Tahun", "Year"),
            *(heading(term(plan, "fund", f), term(plan, "fund", f), "right") for f in funds),
            heading("Jumlah", "Total", "right"),
        ),
        rows=tuple(
            (
                Cell(capitalised(said(plan, "budget_kind", kind))),
                Cell(str(year)),
                *(_sum(plan, kind, year, fund) for fund in funds),
                _sum(plan, kind, year, None),
            )
            for kind in kinds_of_money(plan)
            for year in money_by_year(plan, kind)
        ),
        empty=Text(
            "Belum ada angka anggaran pada program mana pun.",
            "No program has a figure of money yet.",
        ),
        wide=len(funds) > 3,
    )


def _funds(plan: Plan) -> tuple[str, ...]:
    """The funds in use, in the order of the method."""
    used = [fund for kind in kinds_of_money(plan) for fund in money_by_fund(plan, kind)]
    known = [fund.id for fund in plan.framework.funds]
    return tuple(sorted(dict.fromkeys(used), key=lambda f: known.index(f) if f in known else 99))


def _sum(plan: Plan, kind: Money, year: int, fund: str | None) -> Cell:
    found = entries(plan, kind, year=year, fund=fund)
    if not found:
        return NONE
    return amount(plan, sum(e.line.amount for e in found), weakest(e.line for e in found))


def _picture(plan: Plan, kinds: Iterable[Money], width: int) -> Picture:
    funds = _funds(plan)
    looks = {fund: tone(place) for place, fund in enumerate(funds)}
    sums = [money_by_year(plan, kind) for kind in kinds]
    whole = max(max(by_year.values()) for by_year in sums)
    bands = [
        _panel(plan, kind, by_year, whole, looks, width)
        for kind, by_year in zip(kinds, sums, strict=True)
    ]
    keys = [Key(term(plan, "fund", fund), swatch(*looks[fund])) for fund in funds]
    return stacked(width, [*bands, legend(keys, width)], 10)


def _panel(
    plan: Plan,
    kind: Money,
    by_year: dict[int, int],
    whole: int,
    looks: dict[str, tuple[str, int]],
    width: int,
) -> Band:
    """The years of one kind of money, gaps included."""
    name = capitalised(said(plan, "budget_kind", kind))
    total = short_rupiah(sum(by_year.values()), tongue(plan))
    shapes: list[Shape] = [
        Label(0, 14, f"{name}: {total}", "strong"),
        Line(0, 21, width, 21, "grid"),
    ]
    top = 28
    for year in range(min(by_year), max(by_year) + 1):
        shapes.append(Label(36, top + 13, str(year), "axis", "end"))
        shapes.extend(_bar(plan, kind, year, (44, top, _room(width), whole), looks))
        top += _ROW
    return Band(tuple(shapes), top)


def _room(width: int) -> int:
    """What the years and the amounts leave for the bars."""
    return width - 44 - (110 if width >= WIDE else 100)


def _bar(
    plan: Plan,
    kind: Money,
    year: int,
    place: tuple[int, int, int, int],
    looks: dict[str, tuple[str, int]],
) -> Iterator[Shape]:
    left, top, room, whole = place
    x, sofar = left, 0
    for fund, (role, texture) in looks.items():
        value = total_money(plan, kind, year=year, fund=fund)
        if value <= 0:
            continue
        # Each edge is scaled, not each part: the parts of a bar add up to its length.
        sofar += value
        end = left + max(scaled(sofar, whole, room), x - left + 1)
        yield Box(x, top, end - x, _BAR, role, texture)
        x = end
    text = short_rupiah(sofar, tongue(plan)) if sofar else NONE.text
    yield Label(x + 6, top + 13, text, "small")


def ceiling_figure(plan: Plan) -> Drawing:
    """What is planned under each ceiling, and where it goes over."""
    uses, over = ceiling_uses(plan), exceeded_ceilings(plan)
    return Drawing(
        id="rencana-pagu",
        caption=Text("Rencana anggaran terhadap pagu", "Planned money against the ceilings"),
        says=Text(
            f"Batang menunjukkan rencana anggaran, garis tegak menunjukkan pagu. "
            f"Dari {len(uses)} pagu, {len(over)} dilampaui.",
            f"Bars show the planned money, upright lines the ceilings. "
            f"Of {len(uses)} ceilings, {len(over)} are exceeded.",
        ),
        data=ceiling_table(plan),
        layout=lambda width: _ceilings(plan, uses, width),
    )


def _ceilings(plan: Plan, uses: Iterable[CeilingUse], width: int) -> Picture:
    found = tuple(uses)
    whole = max(1, *(max(use.ceiling.amount, use.planned) for use in found))
    bands = [_ceiling(plan, use, whole, width) for use in found]
    keys = [
        Key(either(plan, "rencana", "planned"), swatch("tone-3")),
        Key(either(plan, "pagu", "ceiling"), Line(8, 0, 8, 16, "limit")),
    ]
    if any(use.exceeded for use in found):
        over = either(plan, "rencana melampaui pagu", "planned over the ceiling")
        keys.append(Key(over, swatch("tone-4", 1)))
    return stacked(width, [*bands, legend(keys, width)])


def _ceiling(plan: Plan, use: CeilingUse, whole: int, width: int) -> Band:
    fund = term(plan, "fund", use.ceiling.fund) if use.ceiling.fund else ""
    room = width - 44 - 8
    shapes: list[Shape] = [Label(36, 31, str(use.ceiling.year), "axis", "end")]
    planned = short_rupiah(use.planned, tongue(plan))
    limit = short_rupiah(use.ceiling.amount, tongue(plan))
    said_ = either(plan, f"{planned} dari pagu {limit}", f"{planned} of {limit}")
    if not use.planned:
        said_ = either(plan, f"belum ada rencana; pagu {limit}", f"nothing planned; {limit}")
    if use.exceeded:
        said_ += either(plan, ", melampaui pagu", ", over the ceiling")
    shapes.extend(paragraph(f"{fund}: {said_}" if fund else said_, 44, 14, room, 1, "small"))
    length = scaled(use.planned, whole, room)
    mark = 44 + scaled(use.ceiling.amount, whole, room)
    if length:
        look = ("tone-4", 1) if use.exceeded else ("tone-3", 0)
        shapes.append(Box(44, 19, length, 16, *look))
    shapes.append(Line(44, 35, 44 + room, 35, "grid"))
    shapes.append(Line(mark, 16, mark, 38, "limit"))
    return Band(tuple(shapes), 44)

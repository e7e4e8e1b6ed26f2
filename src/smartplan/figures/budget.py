"""The money: what is planned, what was realised, what is only estimated, never mixed.

A sum is of the plan's own years: money spent or meant before them, or after, is background, told
line by line and never added to what the plan costs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from smartplan.figures.cells import (
    NONE,
    agency_cell,
    amount,
    count,
    either,
    heading,
    said,
    share,
    share_text,
    term,
    term_cell,
    terms,
    tongue,
    weakest,
)
from smartplan.figures.programs import programs_of
from smartplan.figures.table import Cell, Column, Table, named, stated
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label, rupiah
from smartplan.plan import Plan, once
from smartplan.stages.base import Basis
from smartplan.stages.framework import Dimension
from smartplan.stages.programs import BudgetLine, Program
from smartplan.stages.roadmap import Ceiling

Key = TypeVar("Key")
Money = Literal["planned", "realised", "estimate"]
KINDS: tuple[Money, ...] = ("planned", "estimate", "realised")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of money with the program it belongs to."""

    program: Program
    line: BudgetLine


@dataclass(frozen=True, slots=True)
class CeilingUse:
    """A ceiling, and what is planned under it."""

    ceiling: Ceiling
    planned: int
    programs: tuple[tuple[Program, int], ...]
    """The programs of that year and fund with what they plan, the heaviest first."""
    basis: Basis | None = None

    @property
    def remaining(self) -> int:
        return self.ceiling.amount - self.planned

    @property
    def exceeded(self) -> bool:
        return self.remaining < 0


def entries(
    plan: Plan,
    kind: Money | None = None,
    *,
    year: int | None = None,
    fund: str | None = None,
    dimension: str | None = None,
    lead: str | None = None,
) -> tuple[Entry, ...]:
    """The lines of money that have all of what is asked; of the plan's years if none is named."""
    asked = {"kind": kind, "year": year, "fund": fund, "dimension": dimension, "lead": lead}
    wanted = {(name, value) for name, value in asked.items() if value is not None}
    if year is None:
        wanted.add(("own", True))
    shelves = _shelves(plan)
    fewest = min((shelves.get(one, ()) for one in wanted), key=len)
    return tuple(entry for entry, keys in fewest if wanted <= keys)


Asked = tuple[str, object]
"""Something that money may be asked for, such as its year."""


@once
def _shelves(plan: Plan) -> Mapping[Asked, Sequence[tuple[Entry, frozenset[Asked]]]]:
    """The lines of money under all that each says: a sum looks only at those it may be of."""
    shelves: dict[Asked, list[tuple[Entry, frozenset[Asked]]]] = {}
    for program in programs_of(plan):
        for line in program.budget:
            keys = frozenset(_keys(plan, program, line))
            entry = Entry(program, line)
            for key in keys:
                shelves.setdefault(key, []).append((entry, keys))
    return shelves


def _keys(plan: Plan, program: Program, line: BudgetLine) -> Iterator[Asked]:
    yield "kind", line.kind_
    yield "year", line.year
    yield "fund", line.fund
    yield "dimension", program.dimension
    yield "lead", program.lead
    yield "own", _is_own(plan, line)


def _is_own(plan: Plan, line: BudgetLine) -> bool:
    return plan.manifest.period.start <= line.year <= plan.manifest.period.end


@once
def background_entries(plan: Plan) -> tuple[Entry, ...]:
    """The lines of money from before or after the plan, in the order of the years."""
    found = [
        Entry(program, line)
        for program in programs_of(plan)
        for line in program.budget
        if not _is_own(plan, line)
    ]
    return tuple(sorted(found, key=lambda entry: entry.line.year))


def total_money(
    plan: Plan,
    kind: Money,
    *,
    year: int | None = None,
    fund: str | None = None,
    dimension: str | None = None,
    lead: str | None = None,
) -> int:
    """The sum of one kind of money in rupiah."""
    found = entries(plan, kind, year=year, fund=fund, dimension=dimension, lead=lead)
    return sum(entry.line.amount for entry in found)


def total_planned(plan: Plan) -> int:
    return total_money(plan, "planned")


def total_realised(plan: Plan) -> int:
    return total_money(plan, "realised")


def total_estimated(plan: Plan) -> int:
    return total_money(plan, "estimate")


def money_by_year(plan: Plan, kind: Money) -> dict[int, int]:
    """Rupiah by year, the years in order."""
    return dict(sorted(_sums(entries(plan, kind), lambda entry: entry.line.year).items()))


def planned_by_year(plan: Plan) -> dict[int, int]:
    return money_by_year(plan, "planned")


def money_by_fund(plan: Plan, kind: Money) -> dict[str, int]:
    """Rupiah by fund, in the order of the method's funds."""
    sums = _sums(entries(plan, kind), lambda entry: entry.line.fund)
    known = [fund.id for fund in plan.framework.funds]
    return {id_: sums[id_] for id_ in (*known, *sorted(set(sums) - set(known))) if id_ in sums}


def money_by_dimension(plan: Plan, kind: Money) -> dict[str, int]:
    """Rupiah by dimension, in the order of the method."""
    sums = _sums(entries(plan, kind), lambda entry: entry.program.dimension)
    return {d.id: sums[d.id] for d in plan.framework.dimensions if d.id in sums}


def money_by_agency(plan: Plan, kind: Money) -> dict[str | None, int]:
    """Rupiah by lead agency, the largest sum first; None holds programs without a lead."""
    sums = _sums(entries(plan, kind), lambda entry: entry.program.lead)
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0] or "")))


def _sums(found: Iterable[Entry], key: Callable[[Entry], Key]) -> dict[Key, int]:
    sums: dict[Key, int] = {}
    for entry in found:
        sums[key(entry)] = sums.get(key(entry), 0) + entry.line.amount
    return sums


@once
def kinds_of_money(plan: Plan) -> tuple[Money, ...]:
    """The kinds of money the plan has figures for."""
    present = {entry.line.kind_ for entry in entries(plan)}
    return tuple(kind for kind in KINDS if kind in present)


def money_of(plan: Plan, program: Program, kind: Money) -> int | None:
    """What a program has of one kind of money; None where it says nothing."""
    lines = [line for line in program.budget if line.kind_ == kind and _is_own(plan, line)]
    return sum(line.amount for line in lines) if lines else None


def programs_with_money(plan: Plan, kind: Money) -> tuple[Program, ...]:
    return tuple(p for p in programs_of(plan) if money_of(plan, p, kind) is not None)


def programs_without_money(plan: Plan) -> tuple[Program, ...]:
    """The programs without any money in the plan's years."""
    return tuple(p for p in programs_of(plan) if not is_funded(plan, p))


def is_funded(plan: Plan, program: Program) -> bool:
    """Whether any money of the plan's years is told of a program."""
    return any(_is_own(plan, line) for line in program.budget)


def money_of_quick_wins(plan: Plan, kind: Money) -> int:
    return sum(e.line.amount for e in entries(plan, kind) if e.program.quick_win)


def regional_funds(plan: Plan) -> tuple[str, ...]:
    """The funds that are the region's own budget."""
    return tuple(fund.id for fund in plan.framework.funds if fund.regional == "true")


def funds_beyond(plan: Plan) -> tuple[str, ...]:
    """The funds that are known not to be the region's own budget."""
    return tuple(fund.id for fund in plan.framework.funds if fund.regional == "false")


def regional_share(plan: Plan, kind: Money) -> Decimal | None:
    """The share of the region's own budget in percent; None where there is no money."""
    own = sum(total_money(plan, kind, fund=fund) for fund in regional_funds(plan))
    return share(own, total_money(plan, kind))


def ceiling_uses(plan: Plan) -> tuple[CeilingUse, ...]:
    """Every ceiling with the money planned under it, in the order of the years."""
    ordered = sorted(plan.roadmap.ceilings, key=lambda c: (c.year, c.fund is not None))
    limited = {(ceiling.year, ceiling.fund) for ceiling in ordered}
    under = {one: _planned_under(plan, *one) for one in limited}
    return tuple(CeilingUse(c, *under[c.year, c.fund]) for c in ordered)


def _planned_under(
    plan: Plan, year: int, fund: str | None
) -> tuple[int, tuple[tuple[Program, int], ...], Basis | None]:
    """What is planned of a year and fund: the sum, the programs, and what it rests on."""
    found = entries(plan, "planned", year=year, fund=fund)
    sums: dict[str, int] = _sums(found, lambda entry: entry.program.id)
    programs = {entry.program.id: entry.program for entry in found}
    heaviest = sorted(sums, key=lambda id_: -sums[id_])
    return (
        sum(sums.values()),
        tuple((programs[id_], sums[id_]) for id_ in heaviest),
        weakest(entry.line for entry in found),
    )


def exceeded_ceilings(plan: Plan) -> tuple[CeilingUse, ...]:
    return tuple(use for use in ceiling_uses(plan) if use.exceeded)


def years_without_ceiling(plan: Plan) -> tuple[int, ...]:
    """Years with planned money and no ceiling to hold it against."""
    limited = {ceiling.year for ceiling in plan.roadmap.ceilings}
    return tuple(year for year in planned_by_year(plan) if year not in limited)


def money_text(plan: Plan, program: Program) -> str:
    """The money of a program in words, one kind after the other; empty where there is none."""
    parts = []
    for kind in KINDS:
        value = money_of(plan, program, kind)
        if value is not None:
            parts.append(f"{rupiah(value, tongue(plan))} ({said(plan, 'budget_kind', kind)})")
    return ", ".join(parts)


def background_money_text(plan: Plan, program: Program) -> str:
    """The money of a program from outside the plan's years in words, each line with its year."""
    return ", ".join(
        f"{_amount_text(plan, entry.line)} ({said(plan, 'budget_kind', entry.line.kind_)}, "
        f"{entry.line.year})"
        for entry in background_entries(plan)
        if entry.program is program
    )


def _money_columns(plan: Plan) -> tuple[Column, ...]:
    names = [label("budget_kind", kind) for kind in kinds_of_money(plan)]
    return tuple(heading(capitalised(n.indonesian), capitalised(n.english), "right") for n in names)


def _money_cells(plan: Plan, found: Iterable[Entry]) -> tuple[Cell, ...]:
    lines = [entry.line for entry in found]
    return tuple(
        _sum_cell(plan, [line for line in lines if line.kind_ == kind])
        for kind in kinds_of_money(plan)
    )


def _sum_cell(plan: Plan, lines: list[BudgetLine]) -> Cell:
    if not lines:
        return NONE
    return amount(plan, sum(line.amount for line in lines), weakest(lines))


def _total(plan: Plan) -> tuple[Cell, ...]:
    return (Cell(either(plan, "Jumlah", "Total")), *_money_cells(plan, entries(plan)))


_NO_MONEY = Text(
    "Belum ada angka anggaran dalam jangka waktu rencana.",
    "No program has a figure of money in the plan's years yet.",
)


def money_year_table(plan: Plan) -> Table:
    """Planned, estimated and realised money of each year."""
    years = sorted({entry.line.year for entry in entries(plan)})
    return Table(
        id="pembiayaan-tahun",
        caption=Text("Pembiayaan menurut tahun", "Money by year"),
        columns=(heading("Tahun", "Year"), *_money_columns(plan)),
        rows=tuple(
            (Cell(str(year)), *_money_cells(plan, entries(plan, year=year))) for year in years
        ),
        empty=_NO_MONEY,
        total=_total(plan),
    )


def money_fund_table(plan: Plan) -> Table:
    """Planned, estimated and realised money of each fund."""
    used = {entry.line.fund for entry in entries(plan)}
    known = [fund.id for fund in plan.framework.funds]
    return Table(
        id="pembiayaan-sumber",
        caption=Text("Pembiayaan menurut sumber dana", "Money by fund"),
        columns=(heading("Sumber dana", "Fund"), *_money_columns(plan)),
        rows=tuple(
            (Cell(term(plan, "fund", fund)), *_money_cells(plan, entries(plan, fund=fund)))
            for fund in (*known, *sorted(used - set(known)))
            if fund in used
        ),
        empty=_NO_MONEY,
        total=_total(plan),
    )


def money_dimension_table(plan: Plan) -> Table:
    """Planned, estimated and realised money of each dimension."""
    return Table(
        id="pembiayaan-dimensi",
        caption=Text("Pembiayaan menurut dimensi", "Money by dimension"),
        columns=(
            heading("Dimensi", "Dimension"),
            heading("Program beranggaran", "Programs with money", "right"),
            *_money_columns(plan),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", d.id),
                count(plan, sum(is_funded(plan, p) for p in programs_of(plan, dimension=d.id))),
                *_money_cells(plan, entries(plan, dimension=d.id)),
            )
            for d in plan.framework.dimensions
        )
        if entries(plan)
        else (),
        empty=_NO_MONEY,
        total=(
            Cell(either(plan, "Jumlah", "Total")),
            count(plan, sum(is_funded(plan, p) for p in plan.programs.programs)),
            *_money_cells(plan, entries(plan)),
        ),
    )


def money_agency_table(plan: Plan) -> Table:
    """Planned, estimated and realised money of each lead agency."""
    leads: list[str | None] = []
    for kind in KINDS:
        leads += [lead for lead in money_by_agency(plan, kind) if lead not in leads]
    return Table(
        id="pembiayaan-perangkat-daerah",
        caption=Text(
            "Pembiayaan menurut perangkat daerah penanggung jawab", "Money by lead agency"
        ),
        columns=(heading("Perangkat daerah", "Agency"), *_money_columns(plan)),
        rows=tuple(
            (
                agency_cell(plan, lead),
                *_money_cells(plan, [e for e in entries(plan) if e.program.lead == lead]),
            )
            for lead in leads
        ),
        empty=_NO_MONEY,
        total=_total(plan),
    )


def ceiling_table(plan: Plan) -> Table:
    """The ceilings against the money planned under them."""
    return Table(
        id="pagu",
        caption=Text("Rencana anggaran terhadap pagu", "Planned money against the ceilings"),
        columns=(
            heading("Tahun", "Year"),
            heading("Sumber dana", "Fund"),
            heading("Pagu", "Ceiling", "right"),
            heading("Rencana", "Planned", "right"),
            heading("Sisa", "Left", "right"),
        ),
        rows=tuple(
            (
                Cell(str(use.ceiling.year)),
                Cell(_fund(plan, use.ceiling.fund)),
                stated(rupiah(use.ceiling.amount, tongue(plan)), use.ceiling),
                amount(plan, use.planned, use.basis),
                amount(plan, use.remaining, use.basis),
            )
            for use in ceiling_uses(plan)
        ),
        empty=Text("Belum ada pagu yang ditetapkan.", "No ceiling has been set yet."),
    )


def _fund(plan: Plan, fund: str | None) -> str:
    return term(plan, "fund", fund) if fund else either(plan, "semua sumber dana", "all funds")


def money_line_table(plan: Plan, dimension: str) -> Table:
    """Every line of money of a dimension, each with what it rests on."""
    name = terms(plan, "dimension", dimension)
    return Table(
        id=f"rincian-biaya-{dimension}",
        caption=Text(f"Rincian pembiayaan {name.indonesian}", f"Lines of money: {name.english}"),
        columns=_LINE_COLUMNS,
        rows=_line_rows(plan, entries(plan, dimension=dimension)),
        empty=Text(
            f"Belum ada angka anggaran pada dimensi {name}.",
            f"{name} has no figure of money yet.",
        ),
    )


def background_money_table(plan: Plan) -> Table:
    """Every line of money from outside the plan's years; they add up to nothing of the plan's."""
    return Table(
        id="pembiayaan-latar",
        caption=Text(
            "Angka anggaran di luar jangka waktu rencana", "Money from outside the plan's years"
        ),
        columns=_LINE_COLUMNS,
        rows=_line_rows(plan, background_entries(plan)),
        empty=Text(
            "Tidak ada angka anggaran di luar jangka waktu rencana.",
            "There is no figure of money from outside the plan's years.",
        ),
    )


_LINE_COLUMNS = (
    heading("Program", "Program"),
    heading("Tahun", "Year"),
    heading("Sumber dana", "Fund"),
    heading("Jenis", "Kind"),
    heading("Jumlah", "Amount", "right"),
)


def _line_rows(plan: Plan, found: Iterable[Entry]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            Cell(entry.program.name, item=named(entry.program)),
            Cell(str(entry.line.year)),
            Cell(term(plan, "fund", entry.line.fund)),
            Cell(said(plan, "budget_kind", entry.line.kind_)),
            stated(_amount_text(plan, entry.line), entry.line),
        )
        for entry in sorted(found, key=lambda e: (e.program.name, e.line.year))
    )


def _amount_text(plan: Plan, line: BudgetLine) -> str:
    text = rupiah(line.amount, tongue(plan))
    return f"{said(plan, 'qualifier', line.qualifier)} {text}" if line.qualifier else text


def share_of_regional_budget(plan: Plan, kind: Money) -> str:
    """The share of the region's own budget as a reader says it."""
    return share_text(plan, regional_share(plan, kind))


def dimensions_without_money(plan: Plan) -> tuple[Dimension, ...]:
    return tuple(d for d in plan.framework.dimensions if not entries(plan, dimension=d.id))


def inexact_entries(plan: Plan) -> tuple[Entry, ...]:
    """The lines whose source gives no exact amount."""
    return tuple(entry for entry in entries(plan) if entry.line.qualifier)


def years_outside_period(plan: Plan) -> tuple[int, ...]:
    """Years with money that lie before or after the plan."""
    return tuple(sorted({entry.line.year for entry in background_entries(plan)}))

"""Whole lists of one kind, a line for each item: programs, indicators, agencies, sources."""

from collections import Counter
from collections.abc import Iterable

from smartplan.figures.budget import money_of
from smartplan.figures.cells import (
    NONE,
    agency_cell,
    amount,
    count,
    heading,
    item_cell,
    measured,
    said,
    share_text,
    term_cell,
    tongue,
    when,
)
from smartplan.figures.monev import measured_table, realisation_remarks
from smartplan.figures.programs import program_time, state_of
from smartplan.figures.progress import achievement, indicator_dimension, realisations_of
from smartplan.figures.schedule import standing_cell
from smartplan.figures.spans import year_moment
from smartplan.figures.table import Cell, Table, named, stated
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.base import Sourced
from smartplan.stages.monev import Indicator, Realisation
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Milestone


def program_list_table(plan: Plan, programs: Iterable[Program], id_: str) -> Table:
    """Programs with all by which a reader looks for one."""
    return Table(
        id=id_,
        caption=Text("Daftar program", "Programs"),
        columns=(
            heading("Program", "Program"),
            heading("Dimensi", "Dimension"),
            heading("Penanggung jawab", "Lead"),
            heading("Jangka", "Horizon"),
            heading("Tahun", "Years"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                _named(program, program.name),
                term_cell(plan, "dimension", program.dimension),
                agency_cell(plan, program.lead),
                term_cell(plan, "horizon", program.horizon),
                Cell(program_time(plan, program)),
                Cell(said(plan, "state", state_of(plan, program))),
            )
            for program in programs
        ),
        empty=Text("Belum ada program dalam rencana ini.", "The plan has no programs yet."),
    )


def _named(item: Sourced, name: str) -> Cell:
    """A name that leads to the item's page, where its sources are."""
    return Cell(name, item=named(item), basis=item.rests_on)


def all_programs_table(plan: Plan) -> Table:
    """Every program by name; what it rests on stands on its own page."""
    programs = sorted(plan.programs.programs, key=lambda one: (one.name.casefold(), one.id))
    return Table(
        id="semua-program",
        caption=Text("Semua program", "All programs"),
        columns=(
            heading("Program", "Program"),
            heading("Dimensi", "Dimension"),
            heading("Penanggung jawab", "Lead"),
            heading("Jangka", "Horizon"),
            heading("Keadaan", "State"),
            heading("Dana direncanakan", "Money planned", "right"),
        ),
        rows=tuple(
            (
                _named(program, program.name),
                term_cell(plan, "dimension", program.dimension),
                agency_cell(plan, program.lead),
                term_cell(plan, "horizon", program.horizon),
                Cell(said(plan, "state", state_of(plan, program))),
                amount(plan, money_of(plan, program, "planned")),
            )
            for program in programs
        ),
        empty=Text("Belum ada program dalam rencana ini.", "The plan has no programs yet."),
    )


def all_indicators_table(plan: Plan) -> Table:
    """Every indicator with its last value and what it came to."""
    return Table(
        id="semua-indikator",
        caption=Text("Semua indikator", "All indicators"),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Dimensi", "Dimension"),
            heading("Tingkat", "Level"),
            heading("Penanggung jawab", "Owner"),
            heading("Realisasi terakhir", "Latest"),
            heading("Capaian", "Achievement", "right"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                _named(indicator, f"{indicator.name} ({indicator.unit})"),
                term_cell(plan, "dimension", indicator_dimension(plan, indicator)),
                Cell(said(plan, "level", indicator.level)),
                agency_cell(plan, indicator.owner),
                *_reached(plan, indicator),
            )
            for indicator in plan.monev.indicators
        ),
        empty=Text("Belum ada indikator dalam rencana ini.", "The plan has no indicators yet."),
    )


def _reached(plan: Plan, indicator: Indicator) -> tuple[Cell, Cell, Cell]:
    found = achievement(plan, indicator)
    told = found.realisation
    value = NONE
    if told is not None and (told.value is not None or told.text is not None):
        value = Cell(f"{_value_text(plan, told)} ({when(plan, told.period)})", value=told.value)
    percent = Cell(share_text(plan, found.percent), value=found.percent)
    return value, percent, Cell(found.state.words.say(tongue(plan)))


def _value_text(plan: Plan, told: Realisation) -> str:
    if told.value is not None:
        return measured(plan, told.value, told.qualifier)
    return told.text or NONE.text


def indicator_group_table(plan: Plan, indicators: Iterable[Indicator], id_: str) -> Table:
    """Some indicators: where they began, where they go, where they are."""
    found = measured_table(plan, indicators, id_)
    return Table(
        id=id_,
        caption=Text("Indikator dan capaiannya", "Indicators and what they came to"),
        columns=found.columns,
        rows=found.rows,
        empty=found.empty,
    )


def series_table(plan: Plan, indicator: Indicator) -> Table:
    """An indicator through the years: data, target, what it came to."""
    measured_in: dict[int, list[Realisation]] = {}
    for one in realisations_of(plan, indicator):
        measured_in.setdefault(one.period.year, []).append(one)
    baseline = indicator.baseline
    first = (
        [
            (
                Cell(_baseline_time(plan, indicator)),
                NONE,
                stated(measured(plan, baseline.value, baseline.qualifier), baseline),
                NONE,
            )
        ]
        if baseline is not None and baseline.value is not None
        else []
    )
    years = sorted({*indicator.targets, *measured_in})
    return Table(
        id="deret",
        caption=Text("Target dan realisasi menurut tahun", "Targets and realisations by year"),
        columns=(
            heading("Waktu", "Time"),
            heading("Target", "Target", "right"),
            heading("Realisasi", "Realisation", "right"),
            heading("Capaian", "Achievement", "right"),
        ),
        rows=(
            *first,
            *(_year_row(plan, indicator, year, measured_in.get(year, [])) for year in years),
        ),
        empty=Text("Belum ada target dan realisasi.", "No target and no realisation yet."),
    )


def _baseline_time(plan: Plan, indicator: Indicator) -> str:
    baseline = indicator.baseline
    name = Text("Data dasar", "Baseline").say(tongue(plan))
    if baseline is None or baseline.year is None:
        return name
    return f"{name}, {when(plan, baseline.year)}"


def _year_row(
    plan: Plan, indicator: Indicator, year: int, found: list[Realisation]
) -> tuple[Cell, ...]:
    target = indicator.targets.get(year)
    said_target = NONE
    if target is not None:
        said_target = Cell(number(target, tongue(plan)), basis=indicator.rests_on, value=target)
    reached = achievement(plan, indicator, year_moment(year)) if found else None
    percent = reached.percent if reached else None
    return (
        Cell(str(year), value=year),
        said_target,
        _realised(plan, found),
        Cell(share_text(plan, percent), value=percent),
    )


def _realised(plan: Plan, found: list[Realisation]) -> Cell:
    """The values of a year, each with its period where that is shorter than the year."""
    if not found:
        return NONE
    texts = []
    for one in found:
        text = _value_text(plan, one)
        if one.value is None and one.text is None:
            text = Text("belum ada data", "no data yet").say(tongue(plan))
        texts.append(
            text if one.period.precision == "year" else f"{text} ({when(plan, one.period)})"
        )
    sources = tuple(dict.fromkeys(id_ for one in found for id_ in one.sources))
    basis = next((one.rests_on for one in found if one.rests_on != "sourced"), None)
    told = tuple(dict.fromkeys(text for one in found for text in realisation_remarks(one)))
    value = found[0].value if len(found) == 1 else None
    return Cell("; ".join(texts), sources, basis, told, value=value)


def all_agencies_table(plan: Plan) -> Table:
    """Every agency with how much it answers for."""
    leads = Counter(program.lead for program in plan.programs.programs)
    supports = Counter(id_ for program in plan.programs.programs for id_ in program.support)
    owns = Counter(indicator.owner for indicator in plan.monev.indicators)
    return Table(
        id="semua-perangkat-daerah",
        caption=Text("Semua perangkat daerah", "All agencies"),
        columns=(
            heading("Perangkat daerah", "Agency"),
            heading("Singkatan", "Abbreviation"),
            heading("Memimpin program", "Programs led", "right"),
            heading("Mendukung program", "Programs supported", "right"),
            heading("Mengampu indikator", "Indicators", "right"),
        ),
        rows=tuple(
            (
                Cell(agency.name, item=named(agency)),
                Cell(agency.abbreviation or NONE.text),
                count(plan, leads[agency.id]),
                count(plan, supports[agency.id]),
                count(plan, owns[agency.id]),
            )
            for agency in sorted(plan.team.agencies, key=lambda one: (one.name.casefold(), one.id))
        ),
        empty=Text("Belum ada perangkat daerah.", "The plan has no agencies yet."),
    )


def all_objectives_table(plan: Plan) -> Table:
    """Every objective with what serves and measures it."""
    serving = Counter(id_ for program in plan.programs.programs for id_ in program.objectives)
    measuring = Counter(id_ for one in plan.monev.indicators for id_ in one.measures)
    return Table(
        id="semua-sasaran",
        caption=Text("Semua sasaran", "All objectives"),
        columns=(
            heading("Sasaran", "Objective"),
            heading("Dimensi", "Dimension"),
            heading("Program", "Programs", "right"),
            heading("Indikator", "Indicators", "right"),
        ),
        rows=tuple(
            (
                _named(objective, objective.text),
                term_cell(plan, "dimension", objective.dimension),
                count(plan, serving[objective.id]),
                count(plan, measuring[objective.id]),
            )
            for objective in plan.vision.objectives
        ),
        empty=Text("Belum ada sasaran dalam rencana ini.", "The plan has no objectives yet."),
    )


def all_sources_table(plan: Plan) -> Table:
    """Every source with how much of the plan rests on it."""
    return Table(
        id="semua-sumber",
        caption=Text("Semua sumber", "All sources"),
        columns=(
            heading("Nomor", "Number"),
            heading("Sumber", "Source"),
            heading("Penerbit", "Publisher"),
            heading("Tanggal", "Date"),
            heading("Jenis", "Kind"),
            heading("Keandalan", "Confidence", "center"),
            heading("Dirujuk", "Cited", "right"),
        ),
        rows=tuple(
            (
                Cell(source.id, item=named(source)),
                Cell(source.title, item=named(source)),
                Cell(source.publisher or NONE.text),
                Cell(when(plan, source.date)),
                Cell(said(plan, "source_kind", source.kind_)),
                Cell(source.confidence),
                count(plan, len(plan.index.users_of("source", source.id))),
            )
            for source in plan.sources.sources
        ),
        empty=Text("Belum ada sumber dalam rencana ini.", "The plan has no sources yet."),
    )


def milestone_list_table(
    plan: Plan, id_: str, caption: Text, milestones: Iterable[Milestone], empty: Text
) -> Table:
    """These milestones in the order given, each with its program and how it stands."""
    return Table(
        id=id_,
        caption=caption,
        columns=(
            heading("Jatuh tempo", "Due"),
            heading("Tonggak", "Milestone"),
            heading("Program", "Program"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                Cell(when(plan, milestone.due)),
                stated(milestone.text, milestone),
                item_cell(plan, "program", milestone.program) if milestone.program else NONE,
                standing_cell(plan, milestone),
            )
            for milestone in milestones
        ),
        empty=empty,
    )

"""The programs, counted and listed by every reading a chapter needs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smartplan.figures.cells import (
    NONE,
    agency_cell,
    count,
    either,
    heading,
    item_cell,
    list_cell,
    lower,
    said,
    share_text,
    term,
    term_cell,
    terms,
    when,
    years_text,
)
from smartplan.figures.spans import months_begun
from smartplan.figures.table import Cell, Column, Table, named, stated, told
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label
from smartplan.plan import Plan, once
from smartplan.stages.framework import Dimension, Family, SubDimension
from smartplan.stages.monev import Monev
from smartplan.stages.programs import Program, Programs, Progress, QuickWin

UNREPORTED = "unreported"
"""The state of a program whose progress nobody has reported."""

STATES = ("planned", "running", "done", "stopped", "merged", UNREPORTED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many programs serve a sub-dimension."""

    dimension: Dimension
    sub_dimension: SubDimension
    programs: tuple[Program, ...]


def programs_of(
    plan: Plan,
    *,
    dimension: str | None = None,
    sub_dimension: str | None = None,
    family: str | None = None,
    horizon: str | None = None,
    lead: str | None = None,
) -> tuple[Program, ...]:
    """The programs that have all of what is asked, in the order of the method's dimensions."""
    wanted = {
        "dimension": dimension,
        "sub_dimension": sub_dimension,
        "family": family,
        "horizon": horizon,
        "lead": lead,
    }
    asked = {field: value for field, value in wanted.items() if value is not None}
    found = _ordered(plan)
    for field, value in asked.items():
        found = tuple(program for program in found if getattr(program, field) == value)
    return found


@once
def _ordered(plan: Plan) -> tuple[Program, ...]:
    rank = {dimension.id: place for place, dimension in enumerate(plan.framework.dimensions)}
    programs = plan.programs.programs
    return tuple(sorted(programs, key=lambda program: rank.get(program.dimension, len(rank))))


def quick_wins(plan: Plan, dimension: str | None = None) -> tuple[Program, ...]:
    return tuple(p for p in programs_of(plan, dimension=dimension) if p.quick_win)


def dimensions_without_quick_win(plan: Plan) -> tuple[Dimension, ...]:
    return tuple(d for d in plan.framework.dimensions if not quick_wins(plan, d.id))


def dimensions_without_program(plan: Plan) -> tuple[Dimension, ...]:
    return tuple(d for d in plan.framework.dimensions if not programs_of(plan, dimension=d.id))


def families_without_program(plan: Plan) -> tuple[Family, ...]:
    return tuple(f for f in plan.framework.families if not programs_of(plan, family=f.id))


def programs_outside_sub_dimensions(plan: Plan, dimension: str) -> tuple[Program, ...]:
    """Programs of a dimension that name none of its sub-dimensions."""
    found = plan.find("dimension", dimension)
    own = {sub.id for sub in found.sub_dimensions} if isinstance(found, Dimension) else set()
    return tuple(p for p in programs_of(plan, dimension=dimension) if p.sub_dimension not in own)


def latest_progress(plan: Plan, program: Program) -> Progress | None:
    """The last progress reported by the plan's own date."""
    past = [entry for entry in program.progress if entry.year.first <= plan.as_of]
    return max(past, key=lambda entry: entry.year, default=None)


def state_of(plan: Plan, program: Program) -> str:
    latest = latest_progress(plan, program)
    return latest.state if latest else UNREPORTED


def quick_win_months(program: Program) -> int | None:
    """The months that a quick win takes, where it says when it starts and ends."""
    block = program.quick_win
    if block is None or block.start is None or block.end is None:
        return None
    return months_begun(block.start, block.end)


def measured_by_output_only(programs: Programs, monev: Monev, plan: Plan) -> tuple[Program, ...]:
    """Programs not given up of which indicators tell the output and nothing more."""
    levels: dict[str, set[str]] = {}
    for indicator in monev.indicators:
        for id_ in indicator.measures:
            levels.setdefault(id_, set()).add(indicator.level)
    return tuple(
        program
        for program in programs.programs
        if levels.get(program.id) == {"output"}
        and state_of(plan, program) not in ("stopped", "merged")
    )


def programs_by_state(plan: Plan, dimension: str | None = None) -> dict[str, int]:
    """How many programs are in each state; states nobody is in are left out."""
    tally = Counter(state_of(plan, p) for p in programs_of(plan, dimension=dimension))
    return {state: tally[state] for state in STATES if tally[state]}


def coverage(plan: Plan) -> tuple[Coverage, ...]:
    """Every sub-dimension of the method with the programs that serve it."""
    serving: dict[tuple[str, str | None], list[Program]] = {}
    for program in _ordered(plan):
        serving.setdefault((program.dimension, program.sub_dimension), []).append(program)
    return tuple(
        Coverage(dimension, sub, tuple(serving.get((dimension.id, sub.id), ())))
        for dimension in plan.framework.dimensions
        for sub in dimension.sub_dimensions
    )


def uncovered_sub_dimensions(plan: Plan) -> tuple[SubDimension, ...]:
    return tuple(slot.sub_dimension for slot in coverage(plan) if not slot.programs)


def programs_without_lead(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in _ordered(plan) if p.lead is None)


def programs_without_indicator(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in _ordered(plan) if not _used(plan, p, "measures"))


def programs_without_milestone(plan: Plan) -> tuple[Program, ...]:
    named = {milestone.program for milestone in plan.roadmap.milestones}
    return tuple(p for p in _ordered(plan) if p.id not in named)


def programs_without_risk(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in _ordered(plan) if not p.risks)


def programs_without_horizon(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in _ordered(plan) if p.horizon is None)


def programs_without_family(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in _ordered(plan) if p.family is None)


def _used(plan: Plan, program: Program, field: str) -> bool:
    return any(user.field == field for user in plan.index.users_of("program", program.id))


def lead_agencies(plan: Plan) -> tuple[str, ...]:
    """The agencies that lead programs, the busiest first."""
    tally = Counter(p.lead for p in plan.programs.programs if p.lead is not None)
    return tuple(sorted(tally, key=lambda id_: (-tally[id_], id_)))


def program_table(plan: Plan, dimension: str) -> Table:
    """The programs of a dimension, one short line each."""
    name = terms(plan, "dimension", dimension)
    return Table(
        id=f"program-{dimension}",
        caption=Text(f"Program {name.indonesian}", f"{name.english} programs"),
        columns=(
            heading("Program", "Program"),
            heading("Penanggung jawab", "Lead"),
            heading("Jangka", "Horizon"),
            heading("Tahun", "Years"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                stated(program.name, program),
                agency_cell(plan, program.lead),
                Cell(term(plan, "horizon", program.horizon)),
                Cell(program_time(plan, program)),
                _state(plan, program),
            )
            for program in programs_of(plan, dimension=dimension)
        ),
        empty=Text(
            f"Belum ada program pada dimensi {name.indonesian}.",
            f"There are no {name.english} programs yet.",
        ),
    )


def _state(plan: Plan, program: Program) -> Cell:
    latest = latest_progress(plan, program)
    if latest is None:
        return Cell(said(plan, "state", UNREPORTED))
    return stated(_dated_state(plan, latest), latest)


def _dated_state(plan: Plan, progress: Progress) -> str:
    """A state with its time: what ran years ago is not thereby running today."""
    return f"{said(plan, 'state', progress.state)} ({when(plan, progress.year)})"


def horizon_table(plan: Plan, horizon: str) -> Table:
    """The programs of a horizon in the order of the dimensions."""
    name = terms(plan, "horizon", horizon)
    return Table(
        id=f"program-jangka-{horizon}",
        caption=Text(f"Program {lower(name.indonesian)}", f"{name.english} programs"),
        columns=(
            heading("Dimensi", "Dimension"),
            heading("Program", "Program"),
            heading("Penanggung jawab", "Lead"),
            heading("Tahun", "Years"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", program.dimension),
                stated(program.name, program),
                agency_cell(plan, program.lead),
                Cell(program_time(plan, program)),
            )
            for program in programs_of(plan, horizon=horizon)
        ),
        empty=Text(
            f"Belum ada program {lower(name.indonesian)} yang direncanakan.",
            f"No {lower(name.english)} programs are planned yet.",
        ),
    )


def family_table(plan: Plan, family: str) -> Table:
    """What one family of actions does, program by program."""
    name = terms(plan, "family", family)
    return Table(
        id=f"rencana-aksi-{family}",
        caption=Text(
            f"Rencana aksi {lower(name.indonesian)}", f"Action plan: {lower(name.english)}"
        ),
        columns=(
            heading("Program", "Program"),
            heading("Dimensi", "Dimension"),
            heading("Penanggung jawab", "Lead"),
            heading("Jangka", "Horizon"),
            heading("Tahun", "Years"),
        ),
        rows=tuple(
            (
                stated(program.name, program),
                term_cell(plan, "dimension", program.dimension),
                agency_cell(plan, program.lead),
                Cell(term(plan, "horizon", program.horizon)),
                Cell(program_time(plan, program)),
            )
            for program in programs_of(plan, family=family)
        ),
        empty=Text(
            f"Belum ada program pada rumpun {lower(name.indonesian)}.",
            f"There are no programs in the family {lower(name.english)} yet.",
        ),
    )


def program_count_table(plan: Plan) -> Table:
    """Programs by dimension and horizon."""
    horizons = tuple(h.id for h in plan.framework.horizons)
    unset = bool(programs_without_horizon(plan))
    columns = [heading("Dimensi", "Dimension")]
    columns += [heading(h.name, h.english, "right") for h in plan.framework.horizons]
    if unset:
        columns.append(heading("Belum ditetapkan", "Not set", "right"))
    columns.append(heading("Jumlah", "Total", "right"))
    groups = [
        (term(plan, "dimension", d.id), programs_of(plan, dimension=d.id))
        for d in plan.framework.dimensions
    ]
    return Table(
        id="jumlah-program",
        caption=Text(
            "Jumlah program menurut dimensi dan jangka waktu",
            "Number of programs by dimension and horizon",
        ),
        columns=tuple(columns),
        rows=tuple(
            (Cell(name), *_horizon_counts(plan, found, horizons, unset)) for name, found in groups
        )
        if plan.programs.programs
        else (),
        empty=Text("Belum ada program dalam rencana ini.", "The plan has no programs yet."),
        total=(
            Cell(either(plan, "Jumlah", "Total")),
            *_horizon_counts(plan, plan.programs.programs, horizons, unset),
        ),
    )


def _horizon_counts(
    plan: Plan, programs: Iterable[Program], horizons: tuple[str, ...], unset: bool
) -> tuple[Cell, ...]:
    tally = Counter(program.horizon for program in programs)
    keys: list[str | None] = [*horizons]
    if unset:
        keys.append(None)
    return (*(count(plan, tally[key]) for key in keys), count(plan, tally.total()))


def state_table(plan: Plan) -> Table:
    """Programs by dimension and the last state on record at the plan's own date."""
    present = tuple(programs_by_state(plan))
    return Table(
        id="keadaan-program",
        caption=Text(
            "Keadaan terakhir program yang tercatat menurut dimensi",
            "Last state of the programs on record by dimension",
        ),
        columns=(
            heading("Dimensi", "Dimension"),
            *(_state_heading(state) for state in present),
            heading("Jumlah", "Total", "right"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", d.id),
                *_state_counts(plan, present, programs_by_state(plan, d.id)),
            )
            for d in plan.framework.dimensions
        )
        if present
        else (),
        empty=Text(
            "Belum ada program yang keadaannya dapat dilaporkan.",
            "There is no program whose state could be reported yet.",
        ),
        total=(
            Cell(either(plan, "Jumlah", "Total")),
            *_state_counts(plan, present, programs_by_state(plan)),
        ),
    )


def _state_heading(state: str) -> Column:
    name = label("state", state)
    return heading(capitalised(name.indonesian), capitalised(name.english), "right")


def _state_counts(plan: Plan, states: tuple[str, ...], tally: dict[str, int]) -> tuple[Cell, ...]:
    return (
        *(count(plan, tally.get(state, 0)) for state in states),
        count(plan, sum(tally.values())),
    )


def coverage_table(plan: Plan) -> Table:
    """The sub-dimensions and how many programs serve each."""
    return Table(
        id="cakupan-subdimensi",
        caption=Text("Jumlah program menurut subdimensi", "Number of programs by sub-dimension"),
        columns=(
            heading("Dimensi", "Dimension"),
            heading("Subdimensi", "Sub-dimension"),
            heading("Program", "Programs", "right"),
            heading("Quick win", "Quick wins", "right"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", slot.dimension.id),
                Cell(term(plan, "sub_dimension", slot.sub_dimension.id)),
                count(plan, len(slot.programs)),
                count(plan, sum(1 for program in slot.programs if program.quick_win)),
            )
            for slot in coverage(plan)
        )
        if plan.programs.programs
        else (),
        empty=Text(
            "Belum ada program, sehingga seluruh subdimensi masih kosong.",
            "There are no programs yet, so every sub-dimension is empty.",
        ),
    )


def lead_table(plan: Plan) -> Table:
    """Which agency leads and supports how many programs."""
    supports = Counter(id_ for p in plan.programs.programs for id_ in p.support)
    return Table(
        id="penanggung-jawab",
        caption=Text(
            "Jumlah program menurut perangkat daerah penanggung jawab",
            "Number of programs by lead agency",
        ),
        columns=(
            heading("Perangkat daerah", "Agency"),
            heading("Penanggung jawab", "Leads", "right"),
            heading("Pendukung", "Supports", "right"),
            heading("Quick win", "Quick wins", "right"),
        ),
        rows=tuple(
            (
                item_cell(plan, "agency", id_),
                count(plan, len(programs_of(plan, lead=id_))),
                count(plan, supports[id_]),
                count(plan, sum(1 for p in programs_of(plan, lead=id_) if p.quick_win)),
            )
            for id_ in lead_agencies(plan)
        ),
        empty=Text(
            "Belum ada program yang perangkat daerah penanggung jawabnya ditetapkan.",
            "No program has a lead agency yet.",
        ),
    )


def quick_win_table(plan: Plan) -> Table:
    """The quick wins at a glance."""
    return Table(
        id="quick-win",
        caption=Text("Quick win menurut dimensi", "Quick wins by dimension"),
        columns=(
            heading("Dimensi", "Dimension"),
            heading("Quick win", "Quick win"),
            heading("Penanggung jawab", "Lead"),
            heading("Waktu", "Time"),
            heading("Kemajuan", "Progress", "right"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", program.dimension),
                _chosen(program),
                agency_cell(plan, program.lead),
                Cell(quick_win_time(plan, program)),
                quick_win_progress(plan, program),
            )
            for program in quick_wins(plan)
        ),
        empty=Text("Belum ada quick win yang ditetapkan.", "No quick win has been chosen yet."),
    )


def _chosen(program: Program) -> Cell:
    """A quick win by its name; it is a proposal where either the program or its choice is."""
    cell = stated(program.name, program)
    proposed = program.quick_win is not None and program.quick_win.rests_on == "proposal"
    return cell._replace(basis="proposal") if proposed else cell


def quick_win_time(plan: Plan, program: Program) -> str:
    """When a quick win runs, as far as the plan says."""
    block = program.quick_win
    if block is None or (block.start is None and block.end is None):
        return program_time(plan, program)
    if block.end is None:
        return either(plan, f"mulai {when(plan, block.start)}", f"from {when(plan, block.start)}")
    if block.start is None:
        return either(plan, f"sampai {when(plan, block.end)}", f"until {when(plan, block.end)}")
    return either(
        plan,
        f"{when(plan, block.start)} sampai {when(plan, block.end)}",
        f"{when(plan, block.start)} to {when(plan, block.end)}",
    )


def quick_win_progress(plan: Plan, program: Program) -> Cell:
    """How far a quick win is: its own percentage, else that of its last progress report."""
    block = program.quick_win
    if block is not None and block.percent is not None:
        return told(share_text(plan, block.percent), block)
    latest = latest_progress(plan, program)
    if latest is not None and latest.percent is not None:
        return stated(share_text(plan, latest.percent), latest)
    return _state(plan, program)


def program_time(plan: Plan, program: Program) -> str:
    """The years of a program in the plan; one that ran before the plan does not begin with it."""
    years = years_text(plan, program.start, program.end)
    if not ran_before(plan, program):
        return years
    if years == NONE.text:
        return either(plan, "sebelum masa rencana", "before the plan")
    return either(plan, f"lanjutan, dalam rencana {years}", f"continued, in the plan {years}")


def ran_before(plan: Plan, program: Program) -> bool:
    """Whether a report from before the plan's first year says that a program ran."""
    return any(
        entry.state in ("running", "done") and entry.year.first.year < plan.manifest.period.start
        for entry in program.progress
    )


def program_years_text(plan: Plan, program: Program) -> str:
    """The years of a program as a sentence says them; empty if nothing is set."""
    first, last = program.start, program.end
    if first is None and last is None:
        return ""
    if first is None:
        return either(plan, f"berlangsung sampai {last}", f"runs until {last}")
    before = ran_before(plan, program)
    if last is None:
        return (
            either(plan, f"dilanjutkan mulai {first}", f"is continued from {first}")
            if before
            else either(plan, f"dimulai pada {first}", f"starts in {first}")
        )
    years = years_text(plan, first, last)
    return (
        either(plan, f"dilanjutkan pada {years}", f"is continued in {years}")
        if before
        else either(plan, f"berlangsung pada {years}", f"runs in {years}")
    )


def quick_win_card(plan: Plan, program: Program) -> Table:
    """The facts of a quick win at a glance, without those nobody has given."""
    facts = (
        (either(plan, "Quick win", "Quick win"), _chosen(program)),
        (either(plan, "Dimensi", "Dimension"), term_cell(plan, "dimension", program.dimension)),
        (
            either(plan, "Subdimensi", "Sub-dimension"),
            Cell(term(plan, "sub_dimension", program.sub_dimension)),
        ),
        (either(plan, "Penanggung jawab", "Lead"), agency_cell(plan, program.lead)),
        (
            either(plan, "Pendukung", "Support"),
            list_cell(agency_cell(plan, id_) for id_ in program.support),
        ),
        (either(plan, "Mitra", "Partners"), Cell(_names(plan, "partner", program.partners))),
        (
            either(plan, "Isu yang dijawab", "Issues answered"),
            Cell(_names(plan, "issue", program.issues)),
        ),
        (either(plan, "Lokasi", "Location"), Cell(program.location or NONE.text)),
        (either(plan, "Waktu", "Time"), Cell(quick_win_time(plan, program))),
        (either(plan, "Kemajuan", "Progress"), quick_win_progress(plan, program)),
    )
    return Table(
        id=f"ringkasan-{program.id}",
        caption=Text(f"Ringkasan {program.name}", f"{program.name} at a glance"),
        columns=(heading("Hal", "What"), heading("Keterangan", "Details")),
        rows=tuple((Cell(what), cell) for what, cell in facts if cell.text != NONE.text),
        empty=Text("Belum ada keterangan.", "Nothing is known yet."),
    )


def _names(plan: Plan, kind: str, ids: tuple[str, ...]) -> str:
    return "; ".join(plan.name(kind, id_) for id_ in ids) or NONE.text


def program_index_table(plan: Plan) -> Table:
    """Every program in the order of the alphabet."""
    return Table(
        id="daftar-program",
        caption=Text("Daftar program menurut abjad", "The programs by name"),
        columns=(
            heading("Program", "Program"),
            heading("Dimensi", "Dimension"),
            heading("Penanggung jawab", "Lead"),
            heading("Jangka", "Horizon"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                Cell(program.name, item=named(program)),
                term_cell(plan, "dimension", program.dimension),
                agency_cell(plan, program.lead),
                Cell(term(plan, "horizon", program.horizon)),
                Cell(_state(plan, program).text),
            )
            for program in sorted(plan.programs.programs, key=lambda p: p.name.casefold())
        ),
        empty=Text("Belum ada program dalam rencana ini.", "The plan has no programs yet."),
    )


def before_after_table(plan: Plan, program: Program) -> Table:
    """What a quick win changes."""
    block = program.quick_win
    before, after = (block.before, block.after) if block else (None, None)
    unsaid = either(plan, "belum dirumuskan", "not drawn up")
    return Table(
        id=f"perubahan-{program.id}",
        caption=Text(
            f"Keadaan sebelum dan sesudah {program.name}", f"Before and after {program.name}"
        ),
        columns=(heading("Sebelum", "Before"), heading("Sesudah", "After")),
        rows=((_told(before or unsaid, block), _told(after or unsaid, block)),)
        if before or after
        else (),
        empty=Text(
            "Keadaan sebelum dan sesudahnya belum dirumuskan.",
            "What it changes has not been drawn up yet.",
        ),
    )


def _told(text: str, block: QuickWin | None) -> Cell:
    return told(text, block) if block else Cell(text)

"""What a page about one item holds: its own facts, and everything in the plan that names it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from smartplan.figures.budget import KINDS, money_of
from smartplan.figures.cells import (
    NONE,
    agencies,
    agency_cell,
    amount,
    either,
    heading,
    item_cell,
    list_cell,
    said,
    term,
    term_cell,
    tongue,
    when,
)
from smartplan.figures.listings import (
    indicator_group_table,
    milestone_list_table,
    program_list_table,
    series_table,
)
from smartplan.figures.programs import (
    before_after_table,
    latest_progress,
    program_time,
    quick_win_time,
)
from smartplan.figures.table import Cell, Table, named, stated, told
from smartplan.figures.trace import mission_of, missions_above
from smartplan.figures.wording import capitalised
from smartplan.language import Text, has_label, label, rupiah
from smartplan.plan import Plan
from smartplan.stages import STAGES
from smartplan.stages.base import Item, Reference, Sourced
from smartplan.stages.framework import Dimension
from smartplan.stages.monev import Indicator, Realisation
from smartplan.stages.parts import owned
from smartplan.stages.programs import Program, Risk
from smartplan.stages.readiness import Swot
from smartplan.stages.roadmap import Milestone
from smartplan.stages.sources import Source
from smartplan.stages.team import Agency, Member, WorkingGroup
from smartplan.stages.vision import Goal, Objective

KINDS_WITH_PAGES = ("dimension", "objective", "program", "indicator", "agency", "source")
"""In the order in which a reader goes from the aim to the evidence."""

Fact = tuple[Text, Cell]
Kind = TypeVar("Kind", bound=Item)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the table below it."""

    heading: Text
    table: Table


_SECTIONS: dict[tuple[str, str], Text] = {
    ("Objective", "dimension"): Text("Sasaran", "Objectives"),
    ("Program", "lead"): Text("Program yang dipimpin", "Programs it leads"),
    ("Program", "support"): Text("Program yang didukung", "Programs it supports"),
    ("Program", "objectives"): Text("Program yang melayaninya", "Programs that serve it"),
    ("Program", "dimension"): Text("Program", "Programs"),
    ("Indicator", "owner"): Text("Indikator yang diampu", "Indicators it answers for"),
    ("Indicator", "measures"): Text("Indikator", "Indicators"),
    ("Milestone", "program"): Text("Tonggak capaian", "Milestones"),
    ("Risk", "owner"): Text("Risiko yang dikelola", "Risks it owns"),
    ("Program", "depends_on"): Text("Program yang menunggunya", "Programs that wait for it"),
    ("Strategy", "dimension"): Text("Strategi", "Strategies"),
    ("Strategy", "objectives"): Text("Strategi", "Strategies"),
    ("Policy", "objective"): Text("Arah kebijakan", "Policy directions"),
    ("Issue", "dimension"): Text("Isu strategis", "Strategic issues"),
    ("ReadinessElement", "follow_up"): Text(
        "Unsur kesiapan yang ditindaklanjuti", "Readiness elements it follows up"
    ),
    ("Member", "agency"): Text("Kursi dalam badan", "Seats in bodies"),
    ("WorkingGroup", "dimension"): Text("Kelompok kerja", "Working groups"),
    ("WorkingGroup", "coordinator"): Text(
        "Kelompok kerja yang dikoordinasikan", "Working groups it coordinates"
    ),
    ("WorkingGroup", "members"): Text("Kelompok kerja yang diikuti", "Working groups it is in"),
    ("Workshop", "hosts"): Text("Bimtek sebagai tuan rumah", "Workshops it hosted"),
    ("Meeting", "agencies"): Text("Rapat yang dihadiri", "Meetings it attended"),
    ("ScheduleEntry", "who"): Text("Evaluasi yang dilaksanakan", "Evaluations it carries out"),
    ("OutreachActivity", "lead"): Text(
        "Sosialisasi dan literasi yang dipimpin", "Outreach it leads"
    ),
    ("OutreachActivity", "dimension"): Text("Sosialisasi dan literasi", "Outreach"),
    ("InventoryItem", "owner"): Text("Aset digital yang dikelola", "Digital assets it runs"),
    ("InventoryItem", "dimension"): Text("Aset digital", "Digital assets"),
    ("Survey", "dimension"): Text("Survei", "Surveys"),
}
"""Headings by the class of what names an item and the field it does so in, in their order."""


class Dossiers:
    """Facts and sections of any item; what takes a walk over the whole plan is done once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._owners: dict[int, Item | None] = {}
        self._stages: dict[int, str] = {}
        for stage in STAGES:
            for item, owner in owned(getattr(plan, stage)):
                self._owners[id(item)] = owner
                self._stages[id(item)] = stage

    def items(self, kind: str) -> tuple[Item, ...]:
        return tuple(self.plan.index.items.get(kind, {}).values())

    # Facts

    def facts(self, item: Item) -> Table:
        """What an item says of itself, without what nobody has given."""
        told = _FACTS[item.kind](self.plan, item)
        rows = [
            (Cell(what.say(tongue(self.plan))), cell)
            for what, cell in told
            if cell.text != NONE.text
        ]
        return Table(
            id="fakta",
            caption=Text(f"Keterangan pokok {item.title_text}", f"{item.title_text} at a glance"),
            columns=(heading("Hal", "What"), heading("Keterangan", "Details")),
            rows=tuple(rows),
            empty=Text("Keterangan lain belum diisi.", "Nothing else has been filled in yet."),
        )

    # Sections

    def sections(self, item: Item) -> Iterator[Section]:
        """The item's own lists, then what names it; empty ones are left out."""
        for section in (*self._own(item), *self._named_by(item)):
            if section.table.rows:
                yield section

    def _own(self, item: Item) -> Iterator[Section]:
        if isinstance(item, Program):
            yield from _of_program(self.plan, item)
        elif isinstance(item, Indicator):
            yield Section(
                Text("Target dan realisasi", "Targets and realisations"),
                series_table(self.plan, item),
            )
        elif isinstance(item, Dimension):
            yield Section(
                Text("Subdimensi", "Sub-dimensions"), _sub_dimension_table(self.plan, item)
            )
        elif isinstance(item, Agency):
            yield Section(
                Text(
                    "Tonggak capaian program yang dipimpin", "Milestones of the programs it leads"
                ),
                self._milestone_table(self._owed(item)),
            )

    def _owed(self, agency: Agency) -> list[Milestone]:
        led = [
            user.holder.id
            for user in self.plan.index.users_of("agency", agency.id)
            if isinstance(user.holder, Program) and user.field == "lead"
        ]
        users = (user for id_ in led for user in self.plan.index.users_of("program", id_))
        return [user.holder for user in users if isinstance(user.holder, Milestone)]

    def _named_by(self, item: Item) -> Iterator[Section]:
        if isinstance(item, Source):
            yield from self._evidence(item)
            return
        name = named(item)
        groups: dict[tuple[str, str], list[Reference]] = defaultdict(list)
        for user in self.plan.index.users_of(*name) if name else ():
            if not isinstance(user.holder, Realisation | Swot):
                groups[type(user.holder).__name__, user.field].append(user)
        order = list(_SECTIONS)
        for key in sorted(groups, key=lambda k: order.index(k) if k in order else len(order)):
            holders = _unique(user.holder for user in groups[key])
            yield Section(self._heading(key, holders[0]), self._table(key, holders))

    def _heading(self, key: tuple[str, str], holder: Item) -> Text:
        found = _SECTIONS.get(key)
        if found is not None:
            return found
        group, word = ("kind", holder.kind) if holder.kind else ("stage", self._stage(holder))
        said_ = label(group, word) if has_label(group, word) else Text(word, word)
        return Text(capitalised(said_.indonesian), capitalised(said_.english))

    def _stage(self, holder: Item) -> str:
        return self._stages.get(id(holder), "smartplan")

    def _table(self, key: tuple[str, str], holders: list[Item]) -> Table:
        id_ = f"{key[0].lower()}-{key[1].replace('_', '-')}"
        if programs := _only(Program, holders):
            return program_list_table(self.plan, programs, id_)
        if indicators := _only(Indicator, holders):
            return indicator_group_table(self.plan, indicators, id_)
        if milestones := _only(Milestone, holders):
            return self._milestone_table(milestones)
        return self._list_table(id_, holders)

    def _list_table(self, id_: str, holders: Iterable[Item]) -> Table:
        rows = [(self._cell(holder), self._within(holder)) for holder in holders]
        within = any(cell.text != NONE.text for _, cell in rows)
        columns = (heading("Butir", "Item"), heading("Bagian dari", "Part of"))
        return Table(
            id=id_,
            caption=Text("Daftar butir", "Items"),
            columns=columns if within else columns[:1],
            rows=tuple(row if within else row[:1] for row in rows),
            empty=Text("Belum ada.", "None yet."),
        )

    def _within(self, holder: Item) -> Cell:
        owner = self._owners.get(id(holder))
        return Cell(owner.title_text, item=named(owner)) if owner else NONE

    def _cell(self, holder: Item) -> Cell:
        text = self._told(holder)
        return (
            stated(text, holder) if isinstance(holder, Sourced) else Cell(text, item=named(holder))
        )

    def _told(self, holder: Item) -> str:
        """What a reader calls an item that may have no name of its own."""
        plan = self.plan
        if isinstance(holder, WorkingGroup):
            name = term(plan, "dimension", holder.dimension)
            return f"{name}: {agencies(plan, holder.members)}" if holder.members else name
        if isinstance(holder, Member):
            return f"{capitalised(said(plan, 'role', holder.role))}: {holder.office}"
        if holder.title_text:
            return holder.title_text
        for field in ("statement", "term", "topic", "what", "dimension", "element", "office"):
            told = getattr(holder, field, None)
            if isinstance(told, str):
                return term(plan, field, told) if field in ("dimension", "element") else told
        return said(plan, "stage", self._stage(holder))

    # Tables of several items

    def _milestone_table(self, milestones: Iterable[Milestone]) -> Table:
        return milestone_list_table(
            self.plan,
            "tonggak",
            Text("Tonggak capaian menurut waktu", "Milestones in the order of time"),
            sorted(milestones, key=lambda one: (one.due, one.id)),
            Text("Belum ada tonggak.", "No milestone yet."),
        )

    def _evidence(self, source: Source) -> Iterator[Section]:
        """What rests on a source, each named thing once."""
        users = self.plan.index.users_of("source", source.id)
        resting = _unique(self._nearest(user.holder) for user in users)
        groups: dict[str, list[Item]] = defaultdict(list)
        for item in resting:
            groups[item.kind or f"stage-{self._stage(item)}"].append(item)
        for kind, items in groups.items():
            yield Section(
                self._heading((kind, "sources"), items[0]),
                self._list_table(f"bersandar-{kind.replace('_', '-')}", items),
            )

    def _nearest(self, holder: Item) -> Item:
        """The holder itself if it has a name, else the item it is part of."""
        if holder.kind:
            return holder
        return self._owners.get(id(holder)) or holder


def _only(model: type[Kind], holders: list[Item]) -> list[Kind]:
    found = [holder for holder in holders if isinstance(holder, model)]
    return found if len(found) == len(holders) else []


def _unique(items: Iterable[Item]) -> list[Item]:
    return list({id(item): item for item in items}.values())


# A program's own lists


def _of_program(plan: Plan, program: Program) -> Iterator[Section]:
    if program.quick_win is not None:
        yield Section(
            Text("Sebelum dan sesudah", "Before and after"), before_after_table(plan, program)
        )
        yield Section(
            Text("Rancangan quick win", "How the quick win works"), _quick_win_table(plan, program)
        )
    yield Section(Text("Kegiatan", "Activities"), _activity_table(program))
    yield Section(Text("Anggaran", "Money"), _budget_table(plan, program))
    yield Section(Text("Kemajuan", "Progress"), _progress_table(plan, program))
    yield Section(Text("Risiko", "Risks"), _risk_table(plan, program.risks))


def _quick_win_table(plan: Plan, program: Program) -> Table:
    block = program.quick_win
    facts = (
        ("leverage", Text("Daya ungkit", "Leverage")),
        ("beneficiaries", Text("Penerima manfaat", "Beneficiaries")),
        ("novelty", Text("Keunikan", "Novelty")),
        ("resources", Text("Sumber daya", "Resources")),
        ("continuity", Text("Keberlanjutan", "Continuity")),
        ("expansion", Text("Pengembangan", "Expansion")),
    )
    found = [(name, getattr(block, field)) for field, name in facts if getattr(block, field)]
    return Table(
        id="rancangan",
        caption=Text("Rancangan quick win", "Design of the quick win"),
        columns=(heading("Hal", "What"), heading("Uraian", "Details")),
        rows=tuple((Cell(name.say(tongue(plan))), told(text, block)) for name, text in found)
        if block
        else (),
        empty=Text("Belum dirumuskan.", "Not drawn up yet."),
    )


def _activity_table(program: Program) -> Table:
    return Table(
        id="kegiatan",
        caption=Text("Kegiatan dan keluarannya", "Activities and their outputs"),
        columns=(
            heading("Kegiatan", "Activity"),
            heading("Tahun", "Years"),
            heading("Keluaran", "Output"),
        ),
        rows=tuple(
            (
                stated(activity.name, activity),
                Cell(", ".join(map(str, activity.years)) or NONE.text),
                Cell(activity.output or NONE.text),
            )
            for activity in program.activities
        ),
        empty=Text("Belum ada kegiatan.", "No activity yet."),
    )


def _budget_table(plan: Plan, program: Program) -> Table:
    return Table(
        id="anggaran",
        caption=Text("Anggaran menurut tahun dan sumber dana", "Money by year and fund"),
        columns=(
            heading("Tahun", "Year"),
            heading("Sumber dana", "Fund"),
            heading("Jenis", "Kind"),
            heading("Jumlah", "Amount", "right"),
        ),
        rows=tuple(
            (
                Cell(str(line.year), value=line.year),
                Cell(term(plan, "fund", line.fund)),
                Cell(said(plan, "budget_kind", line.kind_)),
                _line(stated(_amount(plan, line.amount, line.qualifier), line), line.amount),
            )
            for line in sorted(program.budget, key=lambda line: (line.year, line.kind_, line.fund))
        ),
        empty=Text("Belum ada angka anggaran.", "No figure of money yet."),
    )


def _line(cell: Cell, value: int) -> Cell:
    return Cell(cell.text, cell.sources, cell.basis, cell.remarks, value=value)


def _amount(plan: Plan, value: int, qualifier: str | None) -> str:
    text = rupiah(value, tongue(plan))
    return f"{said(plan, 'qualifier', qualifier)} {text}" if qualifier else text


def _progress_table(plan: Plan, program: Program) -> Table:
    return Table(
        id="kemajuan",
        caption=Text("Kemajuan yang dilaporkan", "Progress reported"),
        columns=(
            heading("Waktu", "Time"),
            heading("Keadaan", "State"),
            heading("Kemajuan", "Progress", "right"),
        ),
        rows=tuple(
            (
                Cell(when(plan, entry.year)),
                stated(said(plan, "state", entry.state), entry),
                Cell(
                    NONE.text if entry.percent is None else f"{entry.percent} %",
                    value=entry.percent,
                ),
            )
            for entry in sorted(program.progress, key=lambda entry: entry.year)
        ),
        empty=Text("Belum ada laporan kemajuan.", "No progress has been reported yet."),
    )


def _risk_table(plan: Plan, risks: Iterable[Risk]) -> Table:
    return Table(
        id="risiko",
        caption=Text("Risiko dan mitigasinya", "Risks and what is done about them"),
        columns=(
            heading("Risiko", "Risk"),
            heading("Nilai", "Score", "right"),
            heading("Mitigasi", "Mitigation"),
            heading("Penanggung jawab", "Owner"),
        ),
        rows=tuple(
            (
                stated(risk.text, risk),
                Cell(
                    f"{risk.likelihood * risk.impact} ({risk.likelihood} × {risk.impact})",
                    value=risk.likelihood * risk.impact,
                ),
                Cell(risk.mitigation or either(plan, "belum dirumuskan", "not drawn up")),
                agency_cell(plan, risk.owner),
            )
            for risk in risks
        ),
        empty=Text("Belum ada risiko.", "No risk yet."),
    )


def _sub_dimension_table(plan: Plan, dimension: Dimension) -> Table:
    serving: dict[str, list[Cell]] = defaultdict(list)
    for user in plan.index.users_of("dimension", dimension.id):
        program = user.holder
        if isinstance(program, Program) and program.sub_dimension:
            serving[program.sub_dimension].append(Cell(program.name, item=named(program)))
    return Table(
        id="subdimensi",
        caption=Text("Program menurut subdimensi", "Programs by sub-dimension"),
        columns=(heading("Subdimensi", "Sub-dimension"), heading("Program", "Programs")),
        rows=tuple(
            (
                Cell(term(plan, "sub_dimension", sub.id)),
                list_cell(serving[sub.id])
                if serving[sub.id]
                else Cell(either(plan, "belum ada program", "no program yet")),
            )
            for sub in dimension.sub_dimensions
        ),
        empty=Text("Dimensi ini tidak memiliki subdimensi.", "It has no sub-dimensions."),
    )


# What an item says of itself


def _text(value: object) -> Cell:
    return Cell(str(value)) if value else NONE


def _each(plan: Plan, kind: str, ids: Iterable[str]) -> Cell:
    return list_cell(item_cell(plan, kind, id_) for id_ in ids)


def _program(plan: Plan, item: Item) -> Iterator[Fact]:
    assert isinstance(item, Program)
    yield Text("Dimensi", "Dimension"), term_cell(plan, "dimension", item.dimension)
    yield Text("Subdimensi", "Sub-dimension"), term_cell(plan, "sub_dimension", item.sub_dimension)
    yield Text("Rencana aksi", "Action plan"), term_cell(plan, "family", item.family)
    yield Text("Jangka", "Horizon"), term_cell(plan, "horizon", item.horizon)
    yield Text("Waktu", "Time"), Cell(_program_time(plan, item))
    yield Text("Keadaan", "State"), _program_state(plan, item)
    yield Text("Penanggung jawab", "Lead"), agency_cell(plan, item.lead)
    yield Text("Pendukung", "Support"), list_cell(agency_cell(plan, id_) for id_ in item.support)
    yield Text("Mitra", "Partners"), _each(plan, "partner", item.partners)
    yield Text("Lokasi", "Location"), _text(item.location)
    yield (
        Text("Sasaran yang dilayani", "Objectives served"),
        _each(plan, "objective", item.objectives),
    )
    yield Text("Strategi", "Strategies"), _each(plan, "strategy", item.strategies)
    yield Text("Arah kebijakan", "Policies"), _each(plan, "policy", item.policies)
    yield Text("Isu yang dijawab", "Issues answered"), _each(plan, "issue", item.issues)
    yield Text("Menunggu program", "Waits for"), _each(plan, "program", item.depends_on)
    for kind in KINDS:
        yield _money_name(kind), amount(plan, money_of(plan, item, kind))
    yield Text("Kode nomenklatur", "Budget codes"), _text(", ".join(item.nomenclature))
    yield Text("Nama terdahulu", "Earlier names"), _text("; ".join(item.names))


def _money_name(kind: str) -> Text:
    name = label("budget_kind", kind)
    return Text(f"Dana ({name.indonesian})", f"Money ({name.english})")


def _program_time(plan: Plan, program: Program) -> str:
    if program.quick_win is None:
        return program_time(plan, program)
    time = quick_win_time(plan, program)
    return f"quick win, {time}" if time != NONE.text else "quick win"


def _program_state(plan: Plan, program: Program) -> Cell:
    latest = latest_progress(plan, program)
    if latest is None:
        return Cell(said(plan, "state", "unreported"))
    return stated(f"{said(plan, 'state', latest.state)} ({when(plan, latest.year)})", latest)


def _indicator(plan: Plan, item: Item) -> Iterator[Fact]:
    assert isinstance(item, Indicator)
    yield Text("Mengukur", "Measures"), list_cell(_measured(plan, id_) for id_ in item.measures)
    yield Text("Tingkat", "Level"), Cell(said(plan, "level", item.level))
    yield Text("Satuan", "Unit"), Cell(item.unit)
    yield Text("Cara menilai", "Judged as"), Cell(said(plan, "formula", item.formula))
    yield Text("Pelaporan", "Reported"), Cell(said(plan, "frequency", item.frequency))
    yield Text("Penanggung jawab data", "Owner"), agency_cell(plan, item.owner)
    yield Text("Asal data", "Data from"), _text(item.data_source)


def _measured(plan: Plan, id_: str) -> Cell:
    found = plan.find("program|objective", id_)
    return Cell(found.title_text, item=named(found)) if found else Cell(id_)


def _agency(_: Plan, item: Item) -> Iterator[Fact]:
    assert isinstance(item, Agency)
    yield Text("Singkatan", "Abbreviation"), _text(item.abbreviation)
    if item.head is not None:
        office = f", {item.head.office}" if item.head.office else ""
        yield Text("Kepala", "Head"), stated(f"{item.head.name}{office}", item.head)
    yield Text("Urusan", "Affairs"), _text(", ".join(item.affairs))


def _dimension(_: Plan, __: Item) -> Iterator[Fact]:
    return iter(())


def _objective(plan: Plan, item: Item) -> Iterator[Fact]:
    assert isinstance(item, Objective)
    yield Text("Dimensi", "Dimension"), term_cell(plan, "dimension", item.dimension)
    goal = plan.find("goal", item.goal)
    if not isinstance(goal, Goal):
        return
    yield Text("Tujuan", "Goal"), stated(goal.text, goal)
    mission = mission_of(plan, goal)
    if mission is None:
        return
    yield Text("Misi", "Mission"), stated(mission.text, mission)
    above = missions_above(plan, mission)
    yield Text("Misi daerah yang didukung", "Supports"), list_cell(Cell(one.text) for one in above)


def _source(plan: Plan, item: Item) -> Iterator[Fact]:
    assert isinstance(item, Source)
    yield Text("Nomor", "Number"), Cell(item.id)
    yield Text("Penerbit", "Publisher"), _text(item.publisher)
    yield Text("Tanggal", "Date"), Cell(when(plan, item.date)) if item.date else _text(item.undated)
    yield Text("Jenis", "Kind"), Cell(said(plan, "source_kind", item.kind_))
    grade = f"{item.confidence} ({said(plan, 'confidence', item.confidence)})"
    yield Text("Keandalan", "Confidence"), Cell(grade)
    yield Text("Alamat", "Address"), _text(item.url)
    yield Text("Alamat lain", "Also at"), _text("; ".join(item.also))
    yield Text("Dapat dilihat di", "To be seen at"), _text(item.where)


_FACTS: dict[str, Callable[[Plan, Item], Iterator[Fact]]] = {
    "program": _program,
    "indicator": _indicator,
    "agency": _agency,
    "dimension": _dimension,
    "objective": _objective,
    "source": _source,
}

"""The items of the ministry's instrument that the plan itself answers, each with its evidence."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smartplan.diagnostics import Location
from smartplan.figures.budget import KINDS, Entry, entries, regional_funds
from smartplan.figures.cells import either, heading, said, share, term, tongue
from smartplan.figures.document import legal_text
from smartplan.figures.instrument import InstrumentItem, edition, items_in
from smartplan.figures.programs import programs_of, quick_wins
from smartplan.figures.schedule import programs_running_in, programs_starting_in
from smartplan.figures.table import Cell, Table
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label, percent, rupiah
from smartplan.nearest import listing
from smartplan.plan import Plan
from smartplan.stages.base import Item
from smartplan.stages.programs import Program, Progress
from smartplan.stages.team import Body, Meeting

ACTIONS = ("people", "infrastructure", "application", "literacy")
"""The families of actions that the instrument asks for by name."""

REGULATIONS = ("perda", "perbup", "perwal", "pergub")
_LISTED = 8
"""Ids that a sentence names before it says that there are more."""


class Answered(StrEnum):
    """How far the plan answers an item."""

    THERE = "there"
    PARTLY = "partly"
    MISSING = "missing"

    @property
    def words(self) -> Text:
        return label("answered", self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the plan that speaks for an item."""

    place: Location
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the plan says on an item."""

    answered: Answered
    says: Text
    evidence: tuple[Evidence, ...] = ()
    write: Text | None = None
    """What is missing and where to write it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An item with what the plan says on it."""

    item: InstrumentItem
    year: int
    reply: Reply


Look = Callable[[Plan, int], Reply]


def answers(plan: Plan, year: int | None = None) -> tuple[Answer, ...]:
    """Every item that the plan can answer for a year, in the order of the instrument."""
    asked = plan.as_of.year if year is None else year
    sections = {section.id for section in plan.framework.evaluation_sections}
    looks = dict(_looks(plan))
    return tuple(
        Answer(item, asked, looks[item.id](plan, asked))
        for item in items_in(asked)
        if item.id in looks and item.section in sections
    )


def _looks(plan: Plan) -> Iterator[tuple[str, Look]]:
    """The items that a plan can answer, each with where to look."""
    yield from _LOOKS.items()
    for dimension in plan.framework.dimensions:
        yield f"outcome-{dimension.id}-programs", _in_year(dimension=dimension.id)
    for family in ACTIONS:
        yield f"outcome-actions-{family}", _in_year(family=family)
    for id_, (test, what) in _QUICK_WINS.items():
        yield f"quick-win-{id_}", _of_quick_wins(test, what)


# The law


def _legal_basis(plan: Plan, _year: int) -> Reply:
    legal = plan.document.legal
    if legal is None:
        return _no_law()
    found = (Evidence(legal.at(), "legal", legal_text(plan)),)
    return Reply(Answered.THERE, _LAW.get(legal.kind_, _DECREE), found)


def _regulation(plan: Plan, year: int) -> Reply:
    legal = plan.document.legal
    if legal is None or legal.kind_ in REGULATIONS:
        return _legal_basis(plan, year)
    found = (Evidence(legal.at(), "legal", legal_text(plan)),)
    write = Text(
        "tetapkan peraturan kepala daerah, lalu tulis pada `legal` dalam document.yaml",
        "adopt a regulation, then write it under `legal` in document.yaml",
    )
    return Reply(Answered.PARTLY, _DECREE, found, write)


_LAW = dict.fromkeys(
    REGULATIONS,
    Text("masterplan ditetapkan dengan peraturan", "a regulation adopts the masterplan"),
)
_DECREE = Text(
    "masterplan ditetapkan dengan keputusan, bukan peraturan",
    "a decision adopts the masterplan, not a regulation",
)


def _no_law() -> Reply:
    return Reply(
        Answered.MISSING,
        Text("peraturan penetapan belum dicatat", "no adopting regulation is recorded"),
        write=Text(
            "tulis jenis, nomor, dan tahun peraturan pada `legal` dalam document.yaml",
            "write kind, number and year of the regulation under `legal` in document.yaml",
        ),
    )


# Bodies that meet


def _bodies(plan: Plan, kinds: Sequence[str]) -> list[Body]:
    """The bodies of the first of these kinds that the method knows."""
    known = {kind.id for kind in plan.framework.body_kinds}
    wanted = next((kind for kind in kinds if kind in known), kinds[0])
    return [body for body in plan.team.bodies if body.kind_ == wanted]


_COUNCIL = ("council", "task_force")
_TEAM = ("executive_team",)
_FORUM = ("forum",)


def _meetings(plan: Plan, bodies: Iterable[Body], year: int) -> list[Meeting]:
    ids = {body.id for body in bodies}
    return [
        meeting
        for meeting in sorted(plan.team.meetings, key=lambda one: one.date)
        if meeting.body in ids and meeting.date.year == year and meeting.date.first <= plan.as_of
    ]


def _met(kinds: Sequence[str], *, agencies: bool) -> Look:
    """Whether a body met in the year, and with the agencies where the item asks for them."""

    def look(plan: Plan, year: int) -> Reply:
        bodies = _bodies(plan, kinds)
        if not bodies:
            return _no_body(kinds[0])
        met = _meetings(plan, bodies, year)
        if not met:
            return Reply(
                Answered.MISSING,
                Text(
                    f"belum ada rapat tahun {year} yang tercatat",
                    f"no meeting of {year} is recorded",
                ),
                write=_write_meeting(bodies[0], year),
            )
        good = [one for one in met if one.agencies or not agencies]
        says = Text(f"{len(met)} rapat tahun {year}", f"met {len(met)} times in {year}")
        if good:
            return Reply(Answered.THERE, says, _of_meetings(good))
        write = Text(
            "tulis perangkat daerah yang hadir pada `agencies` rapat itu",
            "write the agencies that came under `agencies` of that meeting",
        )
        return Reply(Answered.PARTLY, says, _of_meetings(met), write)

    return look


def _works(kinds: Sequence[str]) -> Look:
    """Whether a body does its work: it met in the year and decided something."""

    def look(plan: Plan, year: int) -> Reply:
        bodies = _bodies(plan, kinds)
        if not bodies:
            return _no_body(kinds[0])
        decided = [one for one in _meetings(plan, bodies, year) if one.decisions]
        if decided:
            says = Text(
                f"{len(decided)} rapat tahun {year} menghasilkan keputusan",
                f"decided something in {len(decided)} meetings of {year}",
            )
            return Reply(Answered.THERE, says, _of_meetings(decided))
        return Reply(
            Answered.PARTLY,
            Text(
                f"dibentuk, tetapi belum ada keputusan rapat tahun {year} yang tercatat",
                f"set up, but no decision of a meeting in {year} is recorded",
            ),
            tuple(Evidence(body.at(), body.id, body.name) for body in bodies),
            _write_meeting(bodies[0], year),
        )

    return look


def _no_body(kind: str) -> Reply:
    return Reply(
        Answered.MISSING,
        Text("badan ini belum dicatat", "this body is not recorded"),
        write=Text(
            f"tambahkan badan dengan `kind: {kind}` pada `bodies` dalam team.yaml",
            f"add a body with `kind: {kind}` under `bodies` in team.yaml",
        ),
    )


def _write_meeting(body: Body, year: int) -> Text:
    return Text(
        f"tambahkan rapat tahun {year} dengan `body: {body.id}`, `agencies`, dan `decisions` pada "
        "`meetings` dalam team.yaml",
        f"add a meeting in {year} with `body: {body.id}`, `agencies` and `decisions` under "
        "`meetings` in team.yaml",
    )


def _of_meetings(meetings: Iterable[Meeting]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.at(), str(one.date), one.topic) for one in meetings)


# Programs that run


def ran_in(plan: Plan, program: Program, year: int) -> Progress | None:
    """The last progress of a year, if it says that the program ran or was done."""
    told = [p for p in program.progress if p.year.year == year and p.year.first <= plan.as_of]
    last = max(told, key=lambda progress: progress.year, default=None)
    return last if last and last.state in ("running", "done") else None


def _in_year(*, before: int = 0, dimension: str | None = None, family: str | None = None) -> Look:
    """How many of the programs planned for a year ran."""

    def look(plan: Plan, year: int) -> Reply:
        asked = year - before
        wanted = programs_of(plan, dimension=dimension, family=family)
        return _running(plan, wanted, asked)

    return look


def _running(plan: Plan, wanted: Iterable[Program], year: int) -> Reply:
    planned = {program.id for program in programs_running_in(plan, year, year)}
    ran = [(one, told) for one in wanted if (told := ran_in(plan, one, year))]
    names = {program.id for program, _ in ran}
    silent = [one.id for one in wanted if one.id in planned and one.id not in names]
    says = Text(
        f"{len(ran)} dari {len(ran) + len(silent)} program yang direncanakan berjalan tahun {year}",
        f"{len(ran)} of {len(ran) + len(silent)} programs planned for {year} ran",
    )
    if not ran and not silent:
        return Reply(
            Answered.MISSING,
            Text(f"belum ada program untuk tahun {year}", f"no program is planned for {year}"),
            write=Text(
                "isi `start` dan `end` program, atau tambahkan program pada programs.yaml",
                "fill `start` and `end` of the programs, or add programs in programs.yaml",
            ),
        )
    found = tuple(Evidence(told.at(), one.id, one.name) for one, told in ran)
    return Reply(_how_far(len(ran), len(silent)), says, found, _write_progress(silent, year))


def _how_far(good: int, short: int) -> Answered:
    if not good:
        return Answered.MISSING
    return Answered.PARTLY if short else Answered.THERE


def _write_progress(ids: Sequence[str], year: int) -> Text | None:
    if not ids:
        return None
    named = listing(ids, _LISTED)
    return Text(
        f"catat kemajuan tahun {year} pada `progress` program {named}",
        f"record the progress of {year} under `progress` of {named}",
    )


def _actions_before(plan: Plan, year: int) -> Reply:
    """How many of the four families of actions ran the year before."""
    families = [f for f in plan.framework.families if f.id in ACTIONS]
    ran: dict[str, list[Evidence]] = {}
    for family in families:
        for program in programs_of(plan, family=family.id):
            if told := ran_in(plan, program, year - 1):
                found = Evidence(told.at(), program.id, program.name)
                ran.setdefault(family.id, []).append(found)
    silent = [family.id for family in families if family.id not in ran]
    says = Text(
        f"{len(ran)} dari {len(families)} rumpun rencana aksi berjalan tahun {year - 1}",
        f"{len(ran)} of {len(families)} families of actions ran in {year - 1}",
    )
    named = listing(silent)
    write = Text(
        f"catat kemajuan tahun {year - 1} pada sedikitnya satu program dengan `family` {named}",
        f"record the progress of {year - 1} in at least one program with the `family` {named}",
    )
    evidence = tuple(one for found in ran.values() for one in found)
    return Reply(_how_far(len(ran), len(silent)), says, evidence, write if silent else None)


def _continued(plan: Plan, year: int, wanted: Iterable[Program], what: Text) -> Reply:
    """How many that ran the year before still run."""
    before = [program for program in wanted if ran_in(plan, program, year - 1)]
    still = [(one, told) for one in before if (told := ran_in(plan, one, year))]
    names = {program.id for program, _ in still}
    silent = [program.id for program in before if program.id not in names]
    if not before:
        return Reply(
            Answered.MISSING,
            Text(
                f"belum ada {what.indonesian} yang tercatat berjalan tahun {year - 1}",
                f"no {what.english} are recorded as running in {year - 1}",
            ),
            write=_write_progress([program.id for program in wanted], year - 1),
        )
    says = Text(
        f"{len(still)} dari {len(before)} {what.indonesian} tahun {year - 1} masih berjalan",
        f"{len(still)} of {len(before)} {what.english} of {year - 1} still run",
    )
    found = tuple(Evidence(told.at(), one.id, one.name) for one, told in still)
    return Reply(_how_far(len(still), len(silent)), says, found, _write_progress(silent, year))


_PROGRAMS = Text("program", "programs")
_QUICK_WINS_NAME = Text("quick win", "quick wins")


def _programs_continued(plan: Plan, year: int) -> Reply:
    return _continued(plan, year, programs_of(plan), _PROGRAMS)


def _programs_new(plan: Plan, year: int) -> Reply:
    return _new(programs_starting_in(plan, year, year), year, _PROGRAMS)


def _new(started: Sequence[Program], year: int, what: Text) -> Reply:
    if not started:
        return Reply(
            Answered.MISSING,
            Text(
                f"belum ada {what.indonesian} yang mulai tahun {year}",
                f"no {what.english} begin in {year}",
            ),
            write=Text(
                f"tambahkan {what.indonesian} dengan `start` {year} pada programs.yaml",
                f"add {what.english} with `start` {year} in programs.yaml",
            ),
        )
    says = Text(
        f"{len(started)} {what.indonesian} mulai tahun {year}",
        f"{len(started)} {what.english} begin in {year}",
    )
    return Reply(Answered.THERE, says, _of_programs(started))


def _of_programs(programs: Iterable[Program]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.at(), one.id, one.name) for one in programs)


# Agencies and money


def _agencies(plan: Plan, year: int) -> Reply:
    """Whether the year's programs have a lead, and the code that its strategic plan has them by."""
    programs = programs_running_in(plan, year, year)
    led = [one for one in programs if one.lead]
    shown = [one for one in led if one.nomenclature]
    leads = dict.fromkeys(one.lead for one in led if one.lead)
    says = Text(
        f"{len(leads)} perangkat daerah memimpin {len(led)} dari {len(programs)} program tahun "
        f"{year}; {len(shown)} berkode nomenklatur",
        f"{len(leads)} agencies lead {len(led)} of {len(programs)} programs of {year}; "
        f"{len(shown)} have a code",
    )
    if not programs:
        return _running(plan, (), year)
    found = tuple(
        Evidence(agency.at(), id_, agency.title_text)
        for id_ in leads
        if isinstance(agency := plan.find("agency", id_), Item)
    )
    short = [one.id for one in programs if one not in shown]
    write = Text(
        f"isi `lead` dan `nomenclature` program {listing(short, _LISTED)}",
        f"fill `lead` and `nomenclature` of {listing(short, _LISTED)}",
    )
    answered = _how_far(len(led), len(short))
    return Reply(answered, says, found, write if short else None)


def _regional_money(plan: Plan, year: int) -> Reply:
    """Money of the year from the region's own budget; how much that budget is, no plan says."""
    own = regional_funds(plan)
    for kind in reversed(KINDS):
        lines = entries(plan, kind, year=year)
        found = [entry for entry in lines if entry.line.fund in own]
        if found:
            amount = sum(entry.line.amount for entry in found)
            part = share(amount, sum(entry.line.amount for entry in lines))
            name = label("budget_kind", kind)
            says = Text(
                f"{rupiah(amount)} dari APBD tahun {year} ({name.indonesian}), yaitu "
                f"{percent(part or 0)} dari dana program tahun itu",
                f"Rp{amount:,} from the regional budget of {year} ({name.english}), "
                f"{part}% of that year's money",
            )
            return Reply(Answered.PARTLY, says, _of_money(found), _TOTAL_UNKNOWN)
    return Reply(
        Answered.MISSING,
        Text(
            f"belum ada dana APBD tahun {year} yang tercatat",
            f"no regional money of {year} is recorded",
        ),
        write=_write_budget(year, Text("`fund: apbd`", "`fund: apbd`")),
    )


_TOTAL_UNKNOWN = Text(
    "yang dinilai bagian terhadap seluruh APBD, dan jumlah itu di luar rencana: sertakan dokumen "
    "APBD sebagai bukti",
    "the share of the whole regional budget is judged, which the plan does not hold: add the "
    "budget document as evidence",
)


def _other_money(plan: Plan, year: int) -> Reply:
    own = regional_funds(plan)
    found = [entry for entry in entries(plan, year=year) if entry.line.fund not in own]
    funds = dict.fromkeys(entry.line.fund for entry in found)
    if found:
        firm = [entry for entry in found if entry.line.kind_ != "estimate"]
        says = Text(
            f"{len(found)} baris dana di luar APBD tahun {year}: {', '.join(funds)}",
            f"{len(found)} lines of money from beyond in {year}: {', '.join(funds)}",
        )
        return Reply(
            Answered.THERE if firm else Answered.PARTLY,
            says,
            _of_money(found),
            None if firm else _write_budget(year, _FIRM),
        )
    return Reply(
        Answered.MISSING,
        Text(
            f"belum ada dana di luar APBD tahun {year} yang tercatat",
            f"no money of {year} from beyond the regional budget is recorded",
        ),
        write=_write_budget(year, _BEYOND),
    )


_FIRM = Text("`kind: planned` atau `kind: realised`", "`kind: planned` or `kind: realised`")
_BEYOND = Text("`fund` selain APBD, misalnya `csr`", "a `fund` beyond the APBD, such as `csr`")


def _write_budget(year: int, with_: Text) -> Text:
    return Text(
        f"tambahkan baris tahun {year} dengan {with_.indonesian} pada `budget` program",
        f"add a line of {year} with {with_.english} under `budget` of a program",
    )


def _of_money(found: Iterable[Entry]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.line.at(), one.program.id, one.program.name) for one in found)


# Quick wins


def _of_quick_wins(test: Callable[[Program], bool], what: Text) -> Look:
    """How many of the quick wins pass a test."""

    def look(plan: Plan, _year: int) -> Reply:
        found = quick_wins(plan)
        good = [program for program in found if test(program)]
        short = [program.id for program in found if not test(program)]
        if not found:
            return _no_quick_win()
        says = Text(
            f"{len(good)} dari {len(found)} quick win",
            f"{len(good)} of {len(found)} quick wins",
        )
        named = listing(short, _LISTED)
        write = Text(
            f"isi {what.indonesian} pada quick win {named}", f"fill {what.english} of {named}"
        )
        answered = _how_far(len(good), len(short))
        return Reply(answered, says, _of_programs(good), write if short else None)

    return look


def _no_quick_win() -> Reply:
    return Reply(
        Answered.MISSING,
        Text("belum ada quick win", "there is no quick win"),
        write=Text(
            "tandai program percepatan dengan `quick_win` pada programs.yaml",
            "mark the quick programs with `quick_win` in programs.yaml",
        ),
    )


def _same(words: str) -> Text:
    return Text(words, words)


_QUICK_WINS: dict[str, tuple[Callable[[Program], bool], Text]] = {
    "strategic": (lambda p: bool(p.issues), _same("`issues`")),
    "benefit": (
        lambda p: bool(p.quick_win and p.quick_win.beneficiaries and p.quick_win.after),
        Text("`beneficiaries` dan `after`", "`beneficiaries` and `after`"),
    ),
    "unique": (lambda p: bool(p.quick_win and p.quick_win.novelty), _same("`novelty`")),
    "partners": (lambda p: bool(p.partners), _same("`partners`")),
    "expansion": (lambda p: bool(p.quick_win and p.quick_win.expansion), _same("`expansion`")),
    "continuity": (lambda p: bool(p.quick_win and p.quick_win.continuity), _same("`continuity`")),
    "resources": (lambda p: bool(p.quick_win and p.quick_win.resources), _same("`resources`")),
    "risks": (lambda p: bool(p.risks), _same("`risks`")),
    "mitigation": (
        lambda p: bool(p.risks) and all(risk.mitigation for risk in p.risks),
        Text("`mitigation` setiap risiko", "`mitigation` of every risk"),
    ),
}
"""Items on the quick wins: what a quick win must say, and the keys to fill."""


def _quick_wins_continued(plan: Plan, year: int) -> Reply:
    found = quick_wins(plan)
    return _continued(plan, year, found, _QUICK_WINS_NAME) if found else _no_quick_win()


def _quick_wins_new(plan: Plan, year: int) -> Reply:
    started = [program for program in quick_wins(plan) if _begins(program) == year]
    return _new(started, year, _QUICK_WINS_NAME)


def _begins(program: Program) -> int | None:
    moment = program.quick_win.start if program.quick_win else None
    return moment.year if moment else program.start


_LOOKS: dict[str, Look] = {
    "baseline-legal": _legal_basis,
    "baseline-council-met": _met(_COUNCIL, agencies=False),
    "baseline-team-met": _met(_TEAM, agencies=True),
    "baseline-programs-run": _in_year(before=1),
    "baseline-actions-run": _actions_before,
    "output-regulation": _regulation,
    "output-council": _works(_COUNCIL),
    "output-team": _works(_TEAM),
    "output-agencies": _agencies,
    "output-forum": _works(_FORUM),
    "output-apbd": _regional_money,
    "output-other-funds": _other_money,
    "impact-continued": _programs_continued,
    "impact-new": _programs_new,
    "quick-win-running": _quick_wins_continued,
    "quick-win-new": _quick_wins_new,
}


def answer_table(plan: Plan) -> Table:
    """What the plan answers of the instrument in the year of its own date."""
    year = plan.as_of.year
    return Table(
        id="butir-evaluasi",
        caption=Text(
            f"Butir instrumen evaluasi yang terjawab oleh rencana, tahun {year}, menurut "
            f"instrumen tahun {edition(year)}",
            f"Items of the {edition(year)} instrument that the plan answers for {year}",
        ),
        columns=(
            heading("Bagian", "Section"),
            heading("Butir", "Item"),
            heading("Keadaan", "State"),
            heading("Keterangan", "What the plan says"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "evaluation_section", one.item.section)),
                Cell(one.item.name.say(tongue(plan))),
                Cell(said(plan, "answered", one.reply.answered)),
                Cell(capitalised(one.reply.says.say(tongue(plan)))),
            )
            for one in answers(plan)
        ),
        empty=Text(
            "Tidak ada butir instrumen yang dapat dijawab dari rencana ini.",
            "The plan answers no item of the instrument.",
        ),
    )


def answers_by_state(plan: Plan) -> dict[str, int]:
    """How many items are answered, partly answered and not answered."""
    found = [one.reply.answered for one in answers(plan)]
    return {str(state): found.count(state) for state in Answered}


def answered_text(plan: Plan) -> str:
    """The count of the answered items as a sentence."""
    counts = answers_by_state(plan)
    total = sum(counts.values())
    return either(
        plan,
        f"Dari {total} butir instrumen yang dapat dijawab rencana ini, {counts['there']} terjawab, "
        f"{counts['partly']} terjawab sebagian, dan {counts['missing']} belum terjawab.",
        f"Of {total} items that the plan can answer, {counts['there']} are answered, "
        f"{counts['partly']} in part, and {counts['missing']} not yet.",
    )

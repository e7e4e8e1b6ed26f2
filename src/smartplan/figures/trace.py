"""The chain from the plans above to the indicators, and where it is broken."""

from collections.abc import Iterable
from dataclasses import dataclass

from smartplan.figures.budget import is_funded
from smartplan.figures.cells import (
    NONE,
    count,
    either,
    heading,
    said,
    term_cell,
    terms,
    tongue,
)
from smartplan.figures.programs import programs_of
from smartplan.figures.progress import indicators_of
from smartplan.figures.table import Cell, Table, named, stated
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.base import Item
from smartplan.stages.monev import Indicator
from smartplan.stages.programs import Program
from smartplan.stages.vision import (
    AlignedMission,
    Goal,
    Mission,
    Objective,
    Policy,
    Strategy,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A program with one of the objectives it serves, followed up as far as the chain reaches."""

    program: Program
    objective: Objective | None = None
    goal: Goal | None = None
    mission: Mission | None = None
    above: tuple[AlignedMission, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def gaps(self) -> tuple[Text, ...]:
        """What the chain lacks, from the top down; only the first break upwards is told."""
        missing = [
            text
            for absent, text in (
                (self.objective is None, NO_OBJECTIVE),
                (self.objective is not None and self.goal is None, NO_GOAL),
                (self.goal is not None and self.mission is None, NO_MISSION),
                (self.mission is not None and not self.above, NOTHING_ABOVE),
                (not self.indicators, NO_INDICATOR),
            )
            if absent
        ]
        return tuple(missing)


NO_OBJECTIVE = Text("tanpa sasaran", "no objective")
NO_GOAL = Text("sasaran tanpa tujuan", "objective without goal")
NO_MISSION = Text("tujuan tanpa misi", "goal without mission")
NOTHING_ABOVE = Text("misi tanpa rujukan", "mission supports nothing above")
NO_INDICATOR = Text("tanpa indikator", "no indicator")
NO_MONEY = Text("tanpa angka dana", "no amount of money")


@dataclass(frozen=True, slots=True)
class Gap:
    """An item of the chain that hangs in the air."""

    kind: str
    item: Item
    lacks: Text


def objectives_served(plan: Plan, program: Program) -> tuple[Objective, ...]:
    """The objectives a program names, else those its strategies and policies serve."""
    ids = program.objectives
    if not ids:
        strategies = (plan.find("strategy", id_) for id_ in program.strategies)
        policies = (plan.find("policy", id_) for id_ in program.policies)
        ids = (
            *(id_ for s in strategies if isinstance(s, Strategy) for id_ in s.objectives),
            *(p.objective for p in policies if isinstance(p, Policy)),
        )
    found = (plan.find("objective", id_) for id_ in dict.fromkeys(ids))
    return tuple(objective for objective in found if isinstance(objective, Objective))


def goal_of(plan: Plan, objective: Objective) -> Goal | None:
    found = plan.find("goal", objective.goal)
    return found if isinstance(found, Goal) else None


def mission_of(plan: Plan, goal: Goal) -> Mission | None:
    found = plan.find("mission", goal.mission)
    return found if isinstance(found, Mission) else None


def missions_above(plan: Plan, mission: Mission) -> tuple[AlignedMission, ...]:
    """The missions of the plans above that a mission supports."""
    found = (plan.find("aligned_mission", id_) for id_ in mission.supports)
    return tuple(item for item in found if isinstance(item, AlignedMission))


def links(plan: Plan, program: Program) -> tuple[Link, ...]:
    """A program's ways up, one for each objective; one without objective if it has none."""
    indicators = indicators_of(plan, "program", program.id)
    found = tuple(
        _link(plan, program, objective, indicators)
        for objective in objectives_served(plan, program)
    )
    return found or (Link(program, indicators=indicators),)


def _link(
    plan: Plan, program: Program, objective: Objective, indicators: tuple[Indicator, ...]
) -> Link:
    goal = goal_of(plan, objective)
    mission = mission_of(plan, goal) if goal else None
    above = missions_above(plan, mission) if mission else ()
    return Link(program, objective, goal, mission, above, indicators)


def roots(plan: Plan, program: Program) -> tuple[Mission, ...]:
    """The missions a program serves: program, objective, goal, mission."""
    found = {link.mission.id: link.mission for link in links(plan, program) if link.mission}
    return tuple(found.values())


def reaches_root(plan: Plan, program: Program) -> bool:
    """Whether a path leads from a program up to a mission."""
    return bool(roots(plan, program))


def rootless_programs(plan: Plan) -> tuple[Program, ...]:
    return tuple(p for p in programs_of(plan) if not reaches_root(plan, p))


def aligned_roots(plan: Plan, program: Program) -> tuple[AlignedMission, ...]:
    """The missions of the plans above that a program serves in the end."""
    found = {item.id: item for link in links(plan, program) for item in link.above}
    return tuple(found.values())


def programs_serving(plan: Plan, objective: Objective) -> tuple[Program, ...]:
    return tuple(
        p
        for p in programs_of(plan)
        if any(o.id == objective.id for o in objectives_served(plan, p))
    )


def goals_of(plan: Plan, mission: str) -> tuple[Goal, ...]:
    return tuple(goal for goal in plan.vision.goals if goal.mission == mission)


def objectives_under(plan: Plan, goal: str) -> tuple[Objective, ...]:
    return tuple(objective for objective in plan.vision.objectives if objective.goal == goal)


def objectives_in(plan: Plan, dimension: str) -> tuple[Objective, ...]:
    return tuple(o for o in plan.vision.objectives if o.dimension == dimension)


def strategies_of(
    plan: Plan, dimension: str, sub_dimension: str | None = None
) -> tuple[Strategy, ...]:
    """The strategies of a dimension, or of one of its sub-dimensions."""
    return tuple(
        one
        for one in plan.vision.strategies
        if one.dimension == dimension and sub_dimension in (None, one.sub_dimension)
    )


def strategies_across(plan: Plan, dimension: str) -> tuple[Strategy, ...]:
    """The strategies of a dimension that name none of its sub-dimensions."""
    return tuple(
        one
        for one in plan.vision.strategies
        if one.dimension == dimension and one.sub_dimension is None
    )


def code(plan: Plan, item: Item | None) -> str:
    """The short mark of a mission, goal or objective: M1, T2, S3, by its place in the plan."""
    lists: dict[str, tuple[str, tuple[Item, ...]]] = {
        "mission": ("M", plan.vision.missions),
        "goal": ("T", plan.vision.goals),
        "objective": ("S", plan.vision.objectives),
    }
    if item is None or item.kind not in lists:
        return NONE.text
    letter, items = lists[item.kind]
    place = next((n for n, one in enumerate(items, start=1) if one is item), None)
    return f"{letter}{place}" if place else NONE.text


def marked_items(plan: Plan) -> tuple[tuple[str, Item], ...]:
    """What every mark of the matrix stands for, from the plans above down."""
    below = (*plan.vision.missions, *plan.vision.goals, *plan.vision.objectives)
    return (
        *((aligned_code(plan, one), one) for one in _all_aligned(plan)),
        *((code(plan, one), one) for one in below),
    )


def trace_gaps(plan: Plan) -> tuple[Gap, ...]:
    """Everything in the chain that nothing carries or that carries nothing, from the top down."""
    return (
        *_gaps("aligned_mission", _unsupported(plan), NO_SUPPORT),
        *_gaps(
            "mission",
            (m for m in plan.vision.missions if not missions_above(plan, m)),
            NOTHING_ABOVE,
        ),
        *_gaps(
            "mission", (m for m in plan.vision.missions if not goals_of(plan, m.id)), WITHOUT_GOAL
        ),
        *_gaps(
            "goal",
            (g for g in plan.vision.goals if not objectives_under(plan, g.id)),
            WITHOUT_OBJECTIVE,
        ),
        *_gaps("objective", objectives_without_program(plan), WITHOUT_PROGRAM),
        *_gaps("objective", objectives_without_indicator(plan), NO_INDICATOR),
        *_gaps("program", rootless_programs(plan), _ROOTLESS),
        *_gaps(
            "program",
            (p for p in programs_of(plan) if not indicators_of(plan, "program", p.id)),
            NO_INDICATOR,
        ),
    )


NO_SUPPORT = Text("belum didukung misi mana pun", "no mission supports it")
WITHOUT_GOAL = Text("tanpa tujuan", "no goal")
WITHOUT_OBJECTIVE = Text("tanpa sasaran", "no objective")
WITHOUT_PROGRAM = Text("tanpa program", "no program")
_ROOTLESS = Text("tidak bermuara pada misi", "does not lead up to a mission")


def _gaps(kind: str, items: Iterable[Item], lacks: Text) -> tuple[Gap, ...]:
    return tuple(Gap(kind, item, lacks) for item in items)


def _unsupported(plan: Plan) -> tuple[AlignedMission, ...]:
    supported = {id_ for mission in plan.vision.missions for id_ in mission.supports}
    return tuple(aligned for aligned in _all_aligned(plan) if aligned.id not in supported)


def _all_aligned(plan: Plan) -> tuple[AlignedMission, ...]:
    return tuple(item for document in plan.vision.alignment for item in document.missions)


def objectives_without_program(plan: Plan) -> tuple[Objective, ...]:
    return tuple(o for o in plan.vision.objectives if not programs_serving(plan, o))


def objectives_without_indicator(plan: Plan) -> tuple[Objective, ...]:
    return tuple(o for o in plan.vision.objectives if not indicators_of(plan, "objective", o.id))


def unbroken_programs(plan: Plan) -> tuple[Program, ...]:
    """The programs with at least one way up that lacks nothing."""
    return tuple(p for p in programs_of(plan) if any(not link.gaps for link in links(plan, p)))


def direction_table(plan: Plan) -> Table:
    """Missions, goals and objectives with the marks the matrix uses."""
    return Table(
        id="arah-pembangunan",
        caption=Text("Misi, tujuan, dan sasaran", "Missions, goals and objectives"),
        columns=(
            heading("Misi", "Mission"),
            heading("Tujuan", "Goal"),
            heading("Sasaran", "Objective"),
            heading("Dimensi", "Dimension"),
        ),
        rows=tuple(
            (
                Cell(code(plan, _mission_above(plan, objective))),
                Cell(code(plan, goal_of(plan, objective))),
                stated(f"{code(plan, objective)}. {objective.text}", objective),
                term_cell(plan, "dimension", objective.dimension),
            )
            for objective in plan.vision.objectives
        ),
        empty=Text("Sasaran belum dirumuskan.", "No objectives have been drawn up yet."),
    )


def _mission_above(plan: Plan, objective: Objective) -> Mission | None:
    goal = goal_of(plan, objective)
    return mission_of(plan, goal) if goal else None


def objective_table(plan: Plan, dimension: str) -> Table:
    """The objectives of a dimension and what carries each out."""
    name = terms(plan, "dimension", dimension)
    return Table(
        id=f"sasaran-{dimension}",
        caption=Text(f"Sasaran {name.indonesian}", f"Objectives: {name.english}"),
        columns=(
            heading("Sasaran", "Objective"),
            heading("Program", "Programs", "right"),
            heading("Indikator", "Indicators"),
        ),
        rows=tuple(
            (
                stated(f"{code(plan, objective)}. {objective.text}", objective),
                count(plan, len(programs_serving(plan, objective))),
                Cell(
                    _names(indicators_of(plan, "objective", objective.id))
                    or either(plan, "belum ada", "none yet")
                ),
            )
            for objective in objectives_in(plan, dimension)
        ),
        empty=Text(
            f"Sasaran {name.indonesian} belum dirumuskan.",
            f"No objectives of {name.english} have been drawn up yet.",
        ),
    )


def _names(indicators: Iterable[Indicator]) -> str:
    return "; ".join(indicator.name for indicator in indicators)


def trace_table(plan: Plan, dimension: str) -> Table:
    """The programs of a dimension, up to the plans above and down to the indicators."""
    name = terms(plan, "dimension", dimension)
    return Table(
        id=f"keterlacakan-{dimension}",
        caption=Text(f"Matriks keterlacakan {name.indonesian}", f"Traceability: {name.english}"),
        columns=(
            heading("Program", "Program"),
            heading("Sasaran", "Objective"),
            heading("Tujuan", "Goal"),
            heading("Misi", "Mission"),
            heading("Rujukan", "Above"),
            heading("Indikator", "Indicators"),
            heading("Celah", "Gap"),
        ),
        rows=tuple(_trace_row(plan, row) for row in matrix_rows(plan, dimension)),
        empty=Text(
            f"Belum ada program {name.indonesian} yang dapat dilacak.",
            f"There is no {name.english} program to trace yet.",
        ),
        wide=True,
    )


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A program in the matrix: everything above it, its indicators, what is missing."""

    program: Program
    links: tuple[Link, ...]
    above: tuple[AlignedMission, ...]
    """In the order of the plans above."""
    funded: bool
    """Whether the plan tells of money for it."""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.links[0].indicators

    @property
    def gaps(self) -> tuple[Text, ...]:
        """What the chain lacks, and the money that no link of the chain can show."""
        chain = tuple(dict.fromkeys(gap for link in self.links for gap in link.gaps))
        return chain if self.funded else (*chain, NO_MONEY)


def matrix_rows(plan: Plan, dimension: str) -> tuple[MatrixRow, ...]:
    """The rows of a dimension's matrix: in the book, on the command line, as CSV and JSON."""
    every = _all_aligned(plan)
    return tuple(_matrix_row(plan, p, every) for p in programs_of(plan, dimension=dimension))


def _matrix_row(plan: Plan, program: Program, every: tuple[AlignedMission, ...]) -> MatrixRow:
    found = links(plan, program)
    reached = {aligned.id for link in found for aligned in link.above}
    above = tuple(one for one in every if one.id in reached)
    return MatrixRow(program, found, above, is_funded(plan, program))


def _trace_row(plan: Plan, row: MatrixRow) -> tuple[Cell, ...]:
    gaps = [gap.say(tongue(plan)) for gap in row.gaps]
    return (
        Cell(row.program.name, item=named(row.program)),
        _marks(code(plan, link.objective) for link in row.links),
        _marks(code(plan, link.goal) for link in row.links),
        _marks(code(plan, link.mission) for link in row.links),
        _marks(aligned_code(plan, aligned) for aligned in row.above),
        Cell(_names(row.indicators) or NONE.text),
        Cell(", ".join(gaps) or either(plan, "utuh", "complete")),
    )


def _marks(marks: Iterable[str]) -> Cell:
    return Cell(", ".join(dict.fromkeys(marks)) or NONE.text)


def aligned_code(plan: Plan, aligned: AlignedMission) -> str:
    """The short mark of a mission of a plan above: R1, R2, by its place."""
    every = enumerate(_all_aligned(plan), start=1)
    place = next((n for n, one in every if one is aligned), None)
    return f"R{place}" if place else NONE.text


def aligned_table(plan: Plan) -> Table:
    """The missions of the plans above with their marks and who supports them."""
    return Table(
        id="rujukan",
        caption=Text("Misi dan prioritas yang dirujuk", "Missions and priorities above"),
        columns=(
            heading("Kode", "Mark"),
            heading("Dokumen", "Document"),
            heading("Misi atau prioritas", "Mission or priority"),
            heading("Didukung misi", "Supported by"),
        ),
        rows=tuple(
            (
                Cell(aligned_code(plan, aligned)),
                Cell(document.title),
                stated(aligned.text, aligned),
                Cell(_supporters(plan, aligned)),
            )
            for document in plan.vision.alignment
            for aligned in document.missions
        ),
        empty=Text(
            "Misi dokumen perencanaan di atas masterplan belum dicatat.",
            "The missions of the plans above have not been recorded yet.",
        ),
    )


def _supporters(plan: Plan, aligned: AlignedMission) -> str:
    found = [m for m in plan.vision.missions if aligned.id in m.supports]
    return ", ".join(code(plan, m) for m in found) or either(plan, "belum ada", "none yet")


def gap_table(plan: Plan) -> Table:
    """Where the chain is broken."""
    return Table(
        id="celah",
        caption=Text("Celah dalam rantai keterlacakan", "Gaps in the chain"),
        columns=(
            heading("Jenis", "Kind"),
            heading("Butir", "Item"),
            heading("Celah", "Gap"),
        ),
        rows=tuple(
            (
                Cell(said(plan, "kind", gap.kind)),
                Cell(_marked(plan, gap.item)),
                Cell(gap.lacks.say(tongue(plan))),
            )
            for gap in trace_gaps(plan)
        ),
        empty=Text(
            "Rantai dari misi sampai indikator tidak memiliki celah.",
            "The chain from mission to indicator has no gap.",
        ),
    )


def _marked(plan: Plan, item: Item) -> str:
    mark = code(plan, item)
    return item.title_text if mark == NONE.text else f"{mark}. {item.title_text}"

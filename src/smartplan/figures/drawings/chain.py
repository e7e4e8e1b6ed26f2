"""The chain from the plans above to the indicators: how many stand at each link, and who hangs."""

from collections.abc import Sequence
from dataclasses import dataclass

from smartplan.figures.cells import NONE, count, either, heading
from smartplan.figures.drawings import letters
from smartplan.figures.drawings.diagram import Flow, Node
from smartplan.figures.drawings.drawing import Drawing, part_name, parts
from smartplan.figures.drawings.picture import (
    LEADING,
    TEXT,
    Band,
    Box,
    Key,
    Label,
    Line,
    Mark,
    Picture,
    Shape,
    legend,
    scaled,
    sign,
    stacked,
    swatch,
)
from smartplan.figures.programs import programs_without_indicator
from smartplan.figures.progress import indicators_of
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.trace import (
    code,
    goal_of,
    goals_of,
    mission_of,
    objectives_served,
    objectives_under,
    programs_serving,
)
from smartplan.figures.vision import (
    aligned_missions,
    aligned_missions_unsupported,
    missions_unaligned,
)
from smartplan.figures.wording import capitalised, counted
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.stages.base import Sourced
from smartplan.stages.vision import Mission

_ROWS = 30
"""Lines of one tree: as many as fit a page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain: how many there are, how many are held from above and carried below."""

    kind: str
    total: int
    above: int | None
    below: int | None


def chain_links(plan: Plan) -> tuple[Link, ...]:
    """From the missions of the plans above down to the indicators."""
    vision, programs = plan.vision, plan.programs.programs
    aligned = aligned_missions(plan)
    served = {o.id for program in programs for o in objectives_served(plan, program)}
    return (
        Link(
            "aligned_mission",
            len(aligned),
            None,
            len(aligned) - len(aligned_missions_unsupported(plan)),
        ),
        Link(
            "mission",
            len(vision.missions),
            len(vision.missions) - len(missions_unaligned(plan)),
            sum(1 for mission in vision.missions if goals_of(plan, mission.id)),
        ),
        Link(
            "goal",
            len(vision.goals),
            sum(1 for goal in vision.goals if mission_of(plan, goal)),
            sum(1 for goal in vision.goals if objectives_under(plan, goal.id)),
        ),
        Link(
            "objective",
            len(vision.objectives),
            sum(1 for objective in vision.objectives if goal_of(plan, objective)),
            sum(1 for objective in vision.objectives if objective.id in served),
        ),
        Link(
            "program",
            len(programs),
            sum(1 for program in programs if objectives_served(plan, program)),
            len(programs) - len(programs_without_indicator(plan)),
        ),
        Link(
            "indicator",
            len(plan.monev.indicators),
            sum(1 for one in plan.monev.indicators if one.measures),
            None,
        ),
    )


def chain_figure(plan: Plan) -> Drawing:
    """One card a link, with what is held from above and what is carried below."""
    links = chain_links(plan)
    told = [
        (label("kind" if link.total == 1 else "kinds", link.kind), link.total) for link in links
    ]
    return Drawing(
        id="rantai-perencanaan",
        caption=Text(
            "Rantai dari misi dokumen perencanaan sampai indikator",
            "The chain from the plans above to the indicators",
        ),
        says=Text(
            "Dari atas ke bawah: " + ", ".join(f"{n} {name.indonesian}" for name, n in told) + ".",
            "From the top down: " + ", ".join(f"{n} {name.english}" for name, n in told) + ".",
        ),
        data=chain_table(plan),
        layout=lambda width: _levels(plan, links, width),
    )


def chain_table(plan: Plan) -> Table:
    """How many stand at each link and how many are tied to the next."""
    links = chain_links(plan)
    return Table(
        id="mata-rantai",
        caption=Text("Mata rantai perencanaan", "Links of the chain"),
        columns=(
            heading("Mata rantai", "Link"),
            heading("Jumlah", "Total", "right"),
            heading("Terhubung ke atas", "Tied above", "right"),
            heading("Terhubung ke bawah", "Tied below", "right"),
        ),
        rows=tuple(
            (
                Cell(_name(plan, link.kind)),
                count(plan, link.total),
                NONE if link.above is None else count(plan, link.above),
                NONE if link.below is None else count(plan, link.below),
            )
            for link in links
        )
        if any(link.total for link in links)
        else (),
        empty=Text("Rantai perencanaan belum ada.", "There is no chain yet."),
    )


def _name(plan: Plan, kind: str) -> str:
    name = label("kind", kind)
    return capitalised(either(plan, name.indonesian, name.english))


def _levels(plan: Plan, links: Sequence[Link], width: int) -> Picture:
    bands = []
    for place, link in enumerate(links):
        bands.append(_level(plan, link, width))
        if place + 1 < len(links):
            middle = width // 2
            bands.append(
                Band((Line(middle, 0, middle, 10, "branch"), Mark(middle, 12, "arrow")), 18)
            )
    keys = (
        Key(either(plan, "terhubung", "tied"), swatch("tone-3")),
        Key(either(plan, "belum terhubung", "not tied"), swatch("empty", 1)),
    )
    return stacked(width, [*bands, Band((), 8), legend(keys, width)])


def _level(plan: Plan, link: Link, width: int) -> Band:
    shapes: list[Shape] = [
        Label(12, 21, _name(plan, link.kind), "strong"),
        Label(width - 12, 22, count(plan, link.total).text, "count", "end"),
    ]
    top = 32
    for told, part in (
        (Text("terhubung ke atas", "tied above"), link.above),
        (Text("terhubung ke bawah", "tied below"), link.below),
    ):
        if part is None or not link.total:
            continue
        name = either(plan, told.indonesian, told.english)
        ratio = either(plan, f"{part} dari {link.total}", f"{part} of {link.total}")
        left, room = 140, width - 140 - 84
        shapes += [
            Label(12, top + 10, name, "small"),
            Label(width - 12, top + 10, ratio, "small", "end"),
        ]
        filled = scaled(part, link.total, room)
        if filled:
            shapes.append(Box(left, top, filled, 11, "tone-3"))
        if filled < room:
            shapes.append(Box(left + filled, top, room - filled, 11, "empty", 1))
        top += 20
    return Band((Box(0, 0, width, top + 4, "card", round=3), *shapes), top + 4)


# One mission


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the tree below a mission."""

    depth: int
    """1 for a goal, 2 for an objective, 3 for a program."""
    parent: int
    """The place of the line it hangs on; -1 is the mission."""
    item: Sourced
    mark: str
    indicators: int


def mission_steps(plan: Plan, mission: Mission) -> tuple[Step, ...]:
    """Goals, objectives and programs below a mission, in reading order."""
    steps: list[Step] = []
    for goal in goals_of(plan, mission.id):
        steps.append(Step(1, -1, goal, code(plan, goal), 0))
        above_goal = len(steps) - 1
        for objective in objectives_under(plan, goal.id):
            many = len(indicators_of(plan, "objective", objective.id))
            steps.append(Step(2, above_goal, objective, code(plan, objective), many))
            above = len(steps) - 1
            steps.extend(
                Step(3, above, program, "", len(indicators_of(plan, "program", program.id)))
                for program in programs_serving(plan, objective)
            )
    return tuple(steps)


def mission_figures(plan: Plan, mission: Mission) -> tuple[Drawing, ...]:
    """What carries a mission out, as a tree; a tall tree takes several figures."""
    steps = mission_steps(plan, mission)
    groups = parts(tuple(enumerate(steps)), _ROWS)
    mark = code(plan, mission)
    return tuple(
        Drawing(
            id=f"pohon-{mission.id}-{place}",
            caption=Text(
                f"Penjabaran misi {mark}{part_name(place, len(groups)).indonesian}",
                f"What carries mission {mark} out{part_name(place, len(groups)).english}",
            ),
            says=_says(plan, mission, group),
            data=_table(plan, mission, group, place, len(groups)),
            layout=lambda width, group=group: _tree(plan, mission, group, width),  # type: ignore[misc]
            diagram=_flow(plan, mission, steps, group),
        )
        for place, group in enumerate(groups, 1)
    )


Numbered = tuple[tuple[int, Step], ...]


def _says(plan: Plan, mission: Mission, group: Numbered) -> Text:
    found = [step for _, step in group]
    goals, objectives, programs = (sum(s.depth == depth for s in found) for depth in (1, 2, 3))
    bare = sum(1 for step in found if step.depth == 3 and not step.indicators)
    lacking = Text("semuanya memiliki indikator", "each with an indicator")
    if bare:
        lacking = Text(f"{bare} belum memiliki indikator", f"{bare} of them without an indicator")
    if not programs:
        lacking = Text("belum ada program", "no program yet")
    return Text(
        f"Pohon di bawah misi {code(plan, mission)}: {goals} tujuan, {objectives} sasaran, dan "
        f"{programs} program; {lacking.indonesian}.",
        f"A tree below mission {code(plan, mission)}: {counted(goals, 'goal', 'goals')}, "
        f"{counted(objectives, 'objective', 'objectives')} and "
        f"{counted(programs, 'program', 'programs')}, {lacking.english}.",
    )


def _table(plan: Plan, mission: Mission, group: Numbered, place: int, of: int) -> Table:
    mark, part = code(plan, mission), part_name(place, of)
    kinds = {1: "goal", 2: "objective", 3: "program"}
    return Table(
        id=f"penjabaran-{mission.id}-{place}",
        caption=Text(
            f"Penjabaran misi {mark}{part.indonesian}",
            f"What carries mission {mark} out{part.english}",
        ),
        columns=(
            heading("Tingkat", "Level"),
            heading("Kode", "Code"),
            heading("Isi", "Text"),
            heading("Indikator", "Indicators", "right"),
        ),
        rows=tuple(
            (
                Cell(_name(plan, kinds[step.depth])),
                Cell(step.mark or NONE.text),
                stated(step.item.title_text, step.item),
                count(plan, step.indicators) if step.depth > 1 else NONE,
            )
            for _, step in group
        ),
        empty=Text(f"Misi {mark} belum dijabarkan.", f"Nothing carries mission {mark} out yet."),
    )


_INDENT, _ROOT = 18, 14


def _tree(plan: Plan, mission: Mission, group: Numbered, width: int) -> Picture:
    """Lines of text under a mission, with branches on their left."""
    lines = letters.wrapped(f"{code(plan, mission)}  {mission.text}", width - 24, TEXT, 3)
    height = 14 + LEADING * len(lines)
    shapes: list[Shape] = [Box(0, 0, width, height, "head", round=3)]
    shapes += [Label(12, 19 + LEADING * n, one, "strong-on-head") for n, one in enumerate(lines)]
    tops: dict[int, int] = {-1: height}
    last: dict[int, int] = {}
    top = height + 6
    for place, step in group:
        x = _ROOT + _INDENT * (step.depth - 1)
        shapes.append(Line(x, top + 10, x + 12, top + 10, "branch"))
        last[step.parent] = top + 10
        told, taken = _step(plan, step, x + 18, top, width)
        shapes += told
        top += taken
        tops[place] = top - 4
    for parent, end in last.items():
        depth = next(step.depth for _, step in group if step.parent == parent)
        x = _ROOT + _INDENT * (depth - 1)
        # A branch whose beginning is on an earlier part comes down from the top.
        shapes.append(Line(x, tops.get(parent, height), x, end, "branch"))
    keys = legend(_tree_keys(plan), width)
    return stacked(width, [Band(tuple(shapes), top + 6), keys])


def _step(plan: Plan, step: Step, x: int, top: int, width: int) -> tuple[list[Shape], int]:
    room = width - x - (30 if step.depth == 3 else 0)
    role = "label" if step.depth == 3 else "strong"
    text = f"{step.mark}  {step.item.title_text}" if step.mark else step.item.title_text
    lines = letters.wrapped(text, room - 14, TEXT, 3)
    shapes: list[Shape] = [
        Label(x, top + 14 + LEADING * n, line, role) for n, line in enumerate(lines)
    ]
    if step.depth == 3:
        shapes.append(Mark(width - 32, top + 10, "dot" if step.indicators else "ring"))
        many = count(plan, step.indicators).text
        shapes.append(Label(width, top + 14, many, "small", "end"))
    return shapes, 8 + LEADING * len(lines)


def _tree_keys(plan: Plan) -> tuple[Key, ...]:
    return (
        Key(either(plan, "jumlah indikator program", "indicators of a program"), sign("dot")),
        Key(either(plan, "program tanpa indikator", "program without indicator"), sign("ring")),
    )


def _flow(plan: Plan, mission: Mission, steps: Sequence[Step], group: Numbered) -> Flow:
    """The same tree as a flow, with what its lines hang on in earlier parts."""
    shown = dict(group)
    needed = {step.parent for step in shown.values()} - {-1}
    for place in sorted(needed - shown.keys(), reverse=True):
        shown[place] = steps[place]
        if steps[place].parent >= 0:
            shown.setdefault(steps[place].parent, steps[steps[place].parent])
    nodes = [Node("M", f"{code(plan, mission)} {mission.text}")]
    arrows = []
    for place in sorted(shown):
        step = shown[place]
        nodes.append(Node(f"L{place + 1}", f"{step.mark} {step.item.title_text}".strip()))
        arrows.append(("M" if step.parent < 0 else f"L{step.parent + 1}", f"L{place + 1}"))
    return Flow(tuple(nodes), tuple(arrows))

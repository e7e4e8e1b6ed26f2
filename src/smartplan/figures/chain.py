"""The chain around one item: up to the vision, down to what was measured, and where it breaks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from smartplan.figures.cells import measured, share_text, tongue
from smartplan.figures.progress import achievement, indicators_of, realisations_of
from smartplan.figures.trace import (
    NO_GOAL,
    NO_INDICATOR,
    NO_MISSION,
    NO_OBJECTIVE,
    NO_SUPPORT,
    NOTHING_ABOVE,
    WITHOUT_GOAL,
    WITHOUT_OBJECTIVE,
    WITHOUT_PROGRAM,
    goal_of,
    goals_of,
    mission_of,
    missions_above,
    objectives_served,
    objectives_under,
    programs_serving,
)
from smartplan.figures.wording import spoken
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.stages.base import Item
from smartplan.stages.monev import Indicator, Realisation
from smartplan.stages.programs import Program
from smartplan.stages.vision import (
    AlignedMission,
    Alignment,
    Goal,
    Mission,
    Objective,
    VisionStatement,
)

Direction = Literal["up", "down"]

KINDS = (
    "alignment", "aligned_mission", "mission", "goal", "objective", "strategy", "policy",
    "program", "indicator",
)  # fmt: skip
"""The kinds that stand in the chain, from the top down; vision and realisations have no id."""

_WORDS = {
    "vision": Text("visi", "vision"),
    "realisation": Text("realisasi", "realisation"),
}


def kind_word(kind: str) -> Text:
    """What a reader calls a link of the chain."""
    return _WORDS.get(kind) or label("kind", kind)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the chain."""

    kind: str
    id: str
    title: str
    note: str = ""
    """What an indicator reached."""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Missing:
    """A break: what is not there beside a stop, and where in the plan it would stand."""

    at: str
    direction: Direction
    lacks: Text
    where: Text


@dataclass(frozen=True)
class Chain:
    """Everything above and below an item; each stop once, however many ways lead to it."""

    start: str
    stops: Mapping[str, Stop]
    above: Mapping[str, tuple[str, ...]]
    """By stop, the stops right above it, as far up as was asked."""
    below: Mapping[str, tuple[str, ...]]
    missing: tuple[Missing, ...]

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Every link once, the upper stop first."""
        up = ((upper, key) for key, uppers in self.above.items() for upper in uppers)
        down = ((key, lower) for key, lowers in self.below.items() for lower in lowers)
        return tuple(dict.fromkeys((*up, *down)))


def chain(plan: Plan, item: Item, directions: Iterable[Direction] = ("up", "down")) -> Chain:
    """The chain through an item of one of the `KINDS`.

    Every stop is gone through once: neither a plan that points in circles nor one where all
    points to all makes it longer than the plan.
    """
    wanted = set(directions)
    stops: dict[str, Stop] = {}
    missing: list[Missing] = []
    above = _walk(plan, item, _UP, stops) if "up" in wanted else {}
    below = _walk(plan, item, _DOWN, stops) if "down" in wanted else {}
    for held in above.values():
        missing.extend(_missing(plan, held.item, "up"))
    for held in below.values():
        missing.extend(_missing(plan, held.item, "down"))
    start = _stop(plan, item)
    stops.setdefault(start.key, start)
    return Chain(
        start.key,
        stops,
        {key: held.next for key, held in above.items()},
        {key: held.next for key, held in below.items()},
        tuple(missing),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    item: Item
    next: tuple[str, ...]


Step = Callable[[Plan, Item], Iterable[Item]]


def _walk(
    plan: Plan, start: Item, steps: Mapping[str, Step], stops: dict[str, Stop]
) -> dict[str, _Held]:
    found: dict[str, _Held] = {}
    waiting = [start]
    while waiting:
        item = waiting.pop(0)
        stop = _stop(plan, item)
        if stop.key in found:
            continue
        stops.setdefault(stop.key, stop)
        step = steps.get(stop.kind)
        beyond = list(step(plan, item)) if step else []
        found[stop.key] = _Held(item, tuple(dict.fromkeys(_key(one) for one in beyond)))
        waiting.extend(beyond)
    return found


def _kind(item: Item) -> str:
    if isinstance(item, VisionStatement):
        return "vision"
    return "realisation" if isinstance(item, Realisation) else item.kind


def _key(item: Item) -> str:
    return f"{_kind(item)}:{_id(item)}"


def _id(item: Item) -> str:
    if isinstance(item, Realisation):
        return f"{item.indicator}@{item.period}"
    return str(getattr(item, "id", ""))


def _stop(plan: Plan, item: Item) -> Stop:
    if isinstance(item, VisionStatement):
        return Stop("vision", "", item.statement)
    if isinstance(item, Realisation):
        return Stop("realisation", _id(item), _reading(plan, item))
    note = _reached(plan, item) if isinstance(item, Indicator) else ""
    return Stop(item.kind, _id(item), item.title_text, note)


def _reading(plan: Plan, item: Realisation) -> str:
    period = spoken(item.period, tongue(plan))
    if item.value is not None:
        return f"{period}: {measured(plan, item.value, item.qualifier)}"
    return f"{period}: {item.text or item.no_data}"


def _reached(plan: Plan, indicator: Indicator) -> str:
    found = achievement(plan, indicator)
    state = found.state.words.say(tongue(plan))
    return state if found.percent is None else f"{share_text(plan, found.percent)}, {state}"


# Steps


def _above_mission(plan: Plan, item: Item) -> Iterator[Item]:
    assert isinstance(item, Mission)
    yield from missions_above(plan, item)
    if plan.vision.vision is not None:
        yield plan.vision.vision


def _document_of(plan: Plan, item: Item) -> Iterator[Item]:
    return (one for one in plan.vision.alignment if any(m is item for m in one.missions))


def _goal(plan: Plan, item: Item) -> Iterator[Item]:
    assert isinstance(item, Objective)
    found = goal_of(plan, item)
    return iter((found,) if found else ())


def _mission(plan: Plan, item: Item) -> Iterator[Item]:
    assert isinstance(item, Goal)
    found = mission_of(plan, item)
    return iter((found,) if found else ())


def _named(kind: str, field: str) -> Step:
    """The items that a field of an item names."""

    def step(plan: Plan, item: Item) -> Iterator[Item]:
        value = getattr(item, field)
        ids = value if isinstance(value, tuple) else (value,)
        found = (plan.find(kind, id_) for id_ in ids)
        return (one for one in found if one is not None)

    return step


def _served(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Program)
    return objectives_served(plan, item)


def _supporters(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, AlignedMission)
    return (mission for mission in plan.vision.missions if item.id in mission.supports)


def _missions_in(_: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Alignment)
    return item.missions


def _below_mission(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Mission)
    return goals_of(plan, item.id)


def _below_goal(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Goal)
    return objectives_under(plan, item.id)


def _below_objective(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Objective)
    return (*programs_serving(plan, item), *indicators_of(plan, "objective", item.id))


def _carrying_out(plan: Plan, item: Item) -> Iterator[Item]:
    """The programs that name a strategy or a policy."""
    users = plan.index.users_of(item.kind, _id(item))
    return (user.holder for user in users if isinstance(user.holder, Program))


def _below_program(plan: Plan, item: Item) -> Iterable[Item]:
    return indicators_of(plan, "program", _id(item))


def _below_indicator(plan: Plan, item: Item) -> Iterable[Item]:
    assert isinstance(item, Indicator)
    return realisations_of(plan, item)


_UP: Mapping[str, Step] = {
    "aligned_mission": _document_of,
    "mission": _above_mission,
    "goal": _mission,
    "objective": _goal,
    "strategy": _named("objective", "objectives"),
    "policy": _named("objective", "objective"),
    "program": _served,
    "indicator": _named("program|objective", "measures"),
}
_DOWN: Mapping[str, Step] = {
    "alignment": _missions_in,
    "aligned_mission": _supporters,
    "mission": _below_mission,
    "goal": _below_goal,
    "objective": _below_objective,
    "strategy": _carrying_out,
    "policy": _carrying_out,
    "program": _below_program,
    "indicator": _below_indicator,
}

# Breaks


@dataclass(frozen=True, slots=True)
class _Gap:
    """What a stop lacks where none of these kinds comes next, and the key that would name it."""

    kinds: tuple[str, ...]
    lacks: Text
    stage: str
    key: str
    """The key of the stop itself, or with `{id}` what another item would say of it."""


_NO_STATEMENT = Text("pernyataan visi belum ada", "no vision statement")
_MEASURES_NOTHING = Text("tidak mengukur apa pun", "measures nothing")
_NOT_MEASURED = Text("belum ada realisasi", "no realisation yet")
_WITHOUT_MISSION = Text("tanpa misi", "no mission")

_GAPS_UP: Mapping[str, tuple[_Gap, ...]] = {
    "indicator": (
        _Gap(("program", "objective"), _MEASURES_NOTHING, "monev", "indicators: measures"),
    ),
    "program": (_Gap(("objective",), NO_OBJECTIVE, "programs", "programs: objectives"),),
    "strategy": (_Gap(("objective",), NO_OBJECTIVE, "vision", "strategies: objectives"),),
    "policy": (_Gap(("objective",), NO_OBJECTIVE, "vision", "policies: objective"),),
    "objective": (_Gap(("goal",), NO_GOAL, "vision", "objectives: goal"),),
    "goal": (_Gap(("mission",), NO_MISSION, "vision", "goals: mission"),),
    "mission": (
        _Gap(("aligned_mission",), NOTHING_ABOVE, "vision", "missions: supports"),
        _Gap(("vision",), _NO_STATEMENT, "vision", "vision: statement"),
    ),
}
_GAPS_DOWN: Mapping[str, tuple[_Gap, ...]] = {
    "alignment": (_Gap(("aligned_mission",), _WITHOUT_MISSION, "vision", "alignment: missions"),),
    "aligned_mission": (_Gap(("mission",), NO_SUPPORT, "vision", "missions: supports: [{id}]"),),
    "mission": (_Gap(("goal",), WITHOUT_GOAL, "vision", "goals: mission: {id}"),),
    "goal": (_Gap(("objective",), WITHOUT_OBJECTIVE, "vision", "objectives: goal: {id}"),),
    "objective": (
        _Gap(("program",), WITHOUT_PROGRAM, "programs", "programs: objectives: [{id}]"),
        _Gap(("indicator",), NO_INDICATOR, "monev", "indicators: measures: [{id}]"),
    ),
    "strategy": (_Gap(("program",), WITHOUT_PROGRAM, "programs", "programs: strategies: [{id}]"),),
    "policy": (_Gap(("program",), WITHOUT_PROGRAM, "programs", "programs: policies: [{id}]"),),
    "program": (_Gap(("indicator",), NO_INDICATOR, "monev", "indicators: measures: [{id}]"),),
    "indicator": (_Gap(("realisation",), _NOT_MEASURED, "monev", "realisations: indicator: {id}"),),
}


def _missing(plan: Plan, item: Item, direction: Direction) -> Iterator[Missing]:
    steps, gaps = (_UP, _GAPS_UP) if direction == "up" else (_DOWN, _GAPS_DOWN)
    kind = _kind(item)
    if kind not in gaps:
        return
    there = {_kind(one) for one in steps[kind](plan, item)}
    for gap in gaps[kind]:
        if there.isdisjoint(gap.kinds):
            key = gap.key.format(id=_id(item))
            file = stage_file(plan, gap.stage)
            yield Missing(
                _key(item),
                direction,
                gap.lacks,
                Text(f"`{key}` dalam `{file}`", f"`{key}` in `{file}`"),
            )


def stage_file(plan: Plan, stage: str) -> str:
    """Where an item of a stage is written: its file, or its folder."""
    files = plan.files.get(stage, ())
    if len(files) > 1:
        return f"{stage}/"
    if not files:
        return f"{stage}.yaml"
    path = PurePosixPath(files[0].name)
    return f"{stage}/{path.name}" if path.name != f"{stage}.yaml" else path.name

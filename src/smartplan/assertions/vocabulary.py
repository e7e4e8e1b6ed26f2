"""What assertions can speak of: the plan's own lists and keys, and figures over them.

The lists and keys are read off the stage models, so a new key can be used at once. Added to them
are the ways back (which indicators measure a program) and a few figures of the books.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_type_hints

from smartplan.assertions.expression import RESERVED
from smartplan.figures.budget import Entry, Money, entries, money_of, regional_funds
from smartplan.figures.programs import STATES, state_of
from smartplan.figures.progress import achievement, latest_realisation
from smartplan.figures.schedule import STANDINGS, standing
from smartplan.figures.trace import reaches_root
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages import STAGES
from smartplan.stages.base import Item, Ref, parts_of
from smartplan.stages.framework import Dimension, Family, Framework, Fund, Sector, SubDimension
from smartplan.stages.monev import Indicator, Realisation, Survey
from smartplan.stages.outreach import OutreachActivity
from smartplan.stages.programs import BudgetLine, Program
from smartplan.stages.readiness import Issue, Statistic
from smartplan.stages.roadmap import Milestone, Phase
from smartplan.stages.scalars import Moment, Percent, Rupiah, YesNo
from smartplan.stages.team import Agency, Partner
from smartplan.stages.vision import AlignedMission, Goal, Mission, Objective, Policy, Strategy

Form = Literal[
    "number", "money", "percent", "year", "moment", "text", "choice", "id", "texts", "ids",
    "truth", "item", "items", "table",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Type:
    """What a value is, and what can be done with it."""

    form: Form
    model: type[Item] | None = None
    """The class of an item or of the items of a list."""
    kind: str = ""
    """The kind an id names."""
    choices: tuple[str, ...] = ()


NUMBER, MONEY, PERCENT, YEAR = Type("number"), Type("money"), Type("percent"), Type("year")
MOMENT, TEXT, TRUTH = Type("moment"), Type("text"), Type("truth")

FORMS = {
    "number": Text("angka", "a number"),
    "money": Text("rupiah", "rupiah"),
    "percent": Text("persen", "a percentage"),
    "year": Text("tahun", "a year"),
    "moment": Text("tanggal", "a date"),
    "text": Text("teks", "a text"),
    "choice": Text("pilihan", "a choice"),
    "id": Text("id", "an id"),
    "texts": Text("daftar teks", "a list of texts"),
    "ids": Text("daftar id", "a list of ids"),
    "truth": Text("ya atau tidak", "yes or no"),
    "item": Text("kelompok kunci", "a group of keys"),
    "items": Text("daftar butir", "a list of items"),
    "table": Text("nilai per tahun atau per bagian", "values by year or by section"),
}

Read = Callable[[Plan, Any], object]
"""What a key holds for one item; the item's class is the one the table names."""


@dataclass(frozen=True, slots=True)
class Key:
    """Something an item has."""

    name: str
    type: Type
    read: Read
    about: Text
    stage: str = ""
    """The stage it is read from if it is another than the item's own."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of the plan or of its framework."""

    name: str
    model: type[Item]
    stage: str
    """Empty for lists of the framework."""
    about: Text
    read: Callable[[Plan], Iterable[Item]]


# Lists

_RENAMED = {"profile": "statistics", "elements": "readiness"}
"""Lists that are known by another name than their key in the file."""

_OF_THE_METHOD: dict[str, Text] = {
    "dimensions": Text("Dimensi kerangka.", "Dimensions of the framework."),
    "families": Text("Rumpun rencana aksi.", "Families of actions."),
    "funds": Text("Sumber dana.", "Funds."),
    "sectors": Text("Unsur ekosistem.", "Sectors of the ecosystem."),
    "horizons": Text("Horizon waktu.", "Horizons."),
}


@cache
def collections() -> dict[str, Collection]:
    """Every list that assertions can go through, by name."""
    found = {one.name: one for one in _of_stages()}
    found["quick_wins"] = Collection(
        "quick_wins",
        Program,
        "programs",
        Text("Program yang merupakan quick win.", "Programs that are quick wins."),
        lambda plan: [program for program in plan.programs.programs if program.quick_win],
    )
    for key, about in _OF_THE_METHOD.items():
        model = _items_in(Framework, key)
        found[key] = Collection(key, model, "", about, _reader("framework", key))
    found["sub_dimensions"] = Collection(
        "sub_dimensions",
        SubDimension,
        "",
        Text("Subdimensi kerangka.", "Sub-dimensions of the framework."),
        lambda plan: [sub for one in plan.framework.dimensions for sub in one.sub_dimensions],
    )
    return found


def _of_stages() -> Iterator[Collection]:
    for stage, root in STAGES.items():
        for key, info in root.model_fields.items():
            if key != "mark" and _type(root, key).form == "items":
                about = info.description or key
                yield Collection(
                    _RENAMED.get(key, key),
                    _items_in(root, key),
                    stage,
                    Text(about, about),
                    _reader(stage, key),
                )


def _items_in(root: type[Item], key: str) -> type[Item]:
    model = _type(root, key).model
    if model is None:
        raise TypeError(f"{root.__name__}.{key} is no list of items")
    return model


def _reader(stage: str, key: str) -> Callable[[Plan], Iterable[Item]]:
    def read(plan: Plan) -> Iterable[Item]:
        found: tuple[Item, ...] = getattr(getattr(plan, stage), key)
        return found

    return read


# Figures

Narrowing = dict[str, int | str]
"""What a figure is narrowed to: `year(2025)`, `fund(apbd)`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the whole plan."""

    name: str
    type: Type
    about: Text
    read: Callable[[Plan, Narrowing], object]
    entries: Callable[[Plan, Narrowing], tuple[Entry, ...]] | None = None
    """The lines of money it adds up, where it does; only such a figure can be narrowed."""


NARROWINGS = {
    "year": Text("tahun anggaran", "the year"),
    "fund": Text("sumber dana", "the fund"),
    "dimension": Text("dimensi program", "the program's dimension"),
    "lead": Text("perangkat daerah penanggung jawab", "the lead agency"),
}
NARROWED_BY_KIND = {"fund": "fund", "dimension": "dimension", "lead": "agency"}
"""The kind of id that a narrowing takes; `year` takes a number."""

Chosen = Callable[[Plan, Entry], bool]


def _money(name: str, kind: Money, about: Text, chosen: Chosen | None = None) -> Figure:
    def lines(plan: Plan, narrowing: Narrowing) -> tuple[Entry, ...]:
        found = entries(plan, kind, **narrowing)  # type: ignore[arg-type]  # by NARROWINGS
        return found if chosen is None else tuple(one for one in found if chosen(plan, one))

    def read(plan: Plan, narrowing: Narrowing) -> int:
        return sum(one.line.amount for one in lines(plan, narrowing))

    return Figure(name, MONEY, about, read, lines)


FIGURES: dict[str, Figure] = {
    figure.name: figure
    for figure in (
        _money("budget.total", "planned", Text("Seluruh anggaran rencana.", "All planned money.")),
        _money(
            "budget.quick_wins",
            "planned",
            Text("Anggaran rencana quick win.", "Planned money of the quick wins."),
            lambda _plan, one: one.program.quick_win is not None,
        ),
        _money(
            "budget.regional",
            "planned",
            Text("Anggaran rencana dari APBD.", "Planned money of the region's own budget."),
            lambda plan, one: one.line.fund in regional_funds(plan),
        ),
        _money(
            "budget.realised", "realised", Text("Seluruh realisasi.", "All money that was spent.")
        ),
        _money(
            "budget.estimated",
            "estimate",
            Text("Seluruh perkiraan biaya.", "All money that is only estimated."),
        ),
        Figure(
            "plan.start",
            YEAR,
            Text("Tahun pertama rencana.", "The plan's first year."),
            lambda plan, _: plan.manifest.period.start,
        ),
        Figure(
            "plan.end",
            YEAR,
            Text("Tahun terakhir rencana.", "The plan's last year."),
            lambda plan, _: plan.manifest.period.end,
        ),
        Figure(
            "plan.years",
            NUMBER,
            Text("Banyaknya tahun rencana.", "How many years the plan has."),
            lambda plan, _: plan.manifest.period.end - plan.manifest.period.start + 1,
        ),
        Figure(
            "plan.as_of",
            MOMENT,
            Text("Tanggal keadaan rencana.", "The plan's own date."),
            lambda plan, _: plan.as_of,
        ),
    )
}


# Keys of items


@cache
def keys(model: type[Item]) -> dict[str, Key]:
    """What an item of a class has, by name: its own keys, then what is known about it."""
    own = [
        Key(
            _writable(info.alias or name),
            _type(model, name),
            _attribute(name),
            Text(info.description or "", info.description or ""),
        )
        for name, info in model.model_fields.items()
        if name != "mark"
    ]
    return {key.name: key for key in (*own, *_KNOWN.get(model, ()))}


def _writable(name: str) -> str:
    """A key that is a word of the language is written with `_` after it: `where_`."""
    return f"{name}_" if name in RESERVED else name


def _attribute(name: str) -> Read:
    return lambda _plan, item: getattr(item, name)


@cache
def _hints(model: type[Item]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


_MARKED: tuple[tuple[object, Type], ...] = (
    (Rupiah, MONEY),
    (Percent, PERCENT),
    (YesNo, TRUTH),
)
_PLAIN: tuple[tuple[type, Type], ...] = (
    (Moment, MOMENT),
    (date, MOMENT),
    (bool, TRUTH),
    (Decimal, NUMBER),
)


@cache
def _type(model: type[Item], name: str) -> Type:
    if name == "id" and model.kind:
        return Type("id", kind=model.kind)
    hint = _hints(model)[name]
    parts = (hint, *parts_of(hint))
    classes = [part for part in parts if isinstance(part, type)]
    many = any(getattr(part, "__origin__", None) is tuple for part in parts)
    items = next((part for part in classes if issubclass(part, Item)), None)
    if items is not None:
        return Type("items" if many else "item", items)
    if any(getattr(part, "__origin__", None) is dict for part in parts):
        return Type("table")
    return _scalar(parts, classes, name, many=many)


def _scalar(parts: Iterable[object], classes: list[type], name: str, *, many: bool) -> Type:
    every = list(parts)
    reference = next((part.kind for part in every if isinstance(part, Ref)), None)
    if reference is not None:
        return Type("ids" if many else "id", kind=reference)
    for mark, type_ in _MARKED:
        if any(part == mark for part in every):
            return type_
    for class_, type_ in _PLAIN:
        if class_ in classes:
            return type_
    choices = _choices(every)
    if choices:
        return Type("texts" if many else "choice", choices=choices)
    if int in classes:
        return Type("texts") if many else (YEAR if name in ("year", "start", "end") else NUMBER)
    return Type("texts") if many else TEXT


def _choices(parts: Iterable[object]) -> tuple[str, ...]:
    return next(
        (get_args(part) for part in parts if getattr(part, "__origin__", None) is Literal),
        (),
    )


# What is known about an item without being written in it


def _users(kind: str, field: str, holder: type[Item]) -> Read:
    """The items of a class that name this one in a field."""

    def read(plan: Plan, item: Any) -> object:
        users = plan.index.users_of(kind, item.id)
        return [
            user.holder for user in users if user.field == field and isinstance(user.holder, holder)
        ]

    return read


_STAGE_OF: dict[type[Item], str] = {
    Indicator: "monev",
    Realisation: "monev",
    Survey: "monev",
    Milestone: "roadmap",
    Program: "programs",
    Objective: "vision",
    Goal: "vision",
    Strategy: "vision",
    Policy: "vision",
    Mission: "vision",
    Issue: "readiness",
    OutreachActivity: "outreach",
    Partner: "team",
    BudgetLine: "programs",
}


def _back(model: type[Item], name: str, holder: type[Item], field: str, about: Text) -> Key:
    read = _users(model.kind, field, holder)
    return Key(name, Type("items", holder), read, about, _STAGE_OF[holder])


_INDICATORS = Text("Indikator yang mengukurnya.", "Indicators that measure it.")
_PROGRAMS = Text("Program yang menyebutnya.", "Programs that name it.")


def _quick_wins(plan: Plan, item: Any) -> object:
    programs = _users("dimension", "dimension", Program)(plan, item)
    return [one for one in programs if one.quick_win]  # type: ignore[attr-defined]  # programs


def _achieved(plan: Plan, indicator: Any) -> object:
    return achievement(plan, indicator).percent


def _latest(plan: Plan, indicator: Any) -> object:
    latest = latest_realisation(plan, indicator)
    return latest.value if latest else None


_KNOWN: dict[type[Item], tuple[Key, ...]] = {
    Program: (
        _back(Program, "indicators", Indicator, "measures", _INDICATORS),
        _back(
            Program,
            "milestones",
            Milestone,
            "program",
            Text("Tonggak capaiannya.", "Its milestones."),
        ),
        Key(
            "state",
            Type("choice", choices=STATES),
            state_of,
            Text("Keadaan terakhir pada tanggal rencana.", "The last state at the plan's date."),
        ),
        Key(
            "planned",
            MONEY,
            lambda plan, item: money_of(plan, item, "planned"),
            Text(
                "Jumlah anggaran rencana dalam jangka waktu rencana.",
                "All its planned money in the plan's years.",
            ),
        ),
        Key(
            "realised",
            MONEY,
            lambda plan, item: money_of(plan, item, "realised"),
            Text(
                "Jumlah anggaran terealisasi dalam jangka waktu rencana.",
                "All its realised money in the plan's years.",
            ),
        ),
        Key(
            "reaches_root",
            TRUTH,
            reaches_root,
            Text("Terhubung sampai misi.", "A path leads up to a mission."),
            "vision",
        ),
    ),
    Indicator: (
        _back(
            Indicator,
            "realisations",
            Realisation,
            "indicator",
            Text("Realisasinya.", "What it reached."),
        ),
        Key(
            "achievement",
            PERCENT,
            _achieved,
            Text(
                "Capaian terakhir terhadap target tahunnya.",
                "The last realisation against its year's target.",
            ),
        ),
        Key(
            "latest",
            NUMBER,
            _latest,
            Text("Nilai realisasi terakhir.", "The last realised value."),
        ),
    ),
    Milestone: (
        Key(
            "standing",
            Type("choice", choices=tuple(STANDINGS)),
            standing,
            Text("Keadaan pada tanggal rencana, misalnya late.", "How it stands at the date."),
        ),
    ),
    Phase: (
        _back(Phase, "milestones", Milestone, "phase", Text("Tonggaknya.", "Its milestones.")),
    ),
    Objective: (
        _back(Objective, "indicators", Indicator, "measures", _INDICATORS),
        _back(Objective, "programs", Program, "objectives", _PROGRAMS),
        _back(Objective, "strategies", Strategy, "objectives", Text("Strateginya.", "Strategies.")),
        _back(Objective, "policies", Policy, "objective", Text("Arah kebijakannya.", "Policies.")),
    ),
    Goal: (_back(Goal, "objectives", Objective, "goal", Text("Sasarannya.", "Its objectives.")),),
    Mission: (_back(Mission, "goals", Goal, "mission", Text("Tujuannya.", "Its goals.")),),
    AlignedMission: (
        _back(
            AlignedMission,
            "missions",
            Mission,
            "supports",
            Text("Misi rencana ini yang mendukungnya.", "This plan's missions that support it."),
        ),
    ),
    Strategy: (_back(Strategy, "programs", Program, "strategies", _PROGRAMS),),
    Issue: (_back(Issue, "programs", Program, "issues", _PROGRAMS),),
    Statistic: (
        _back(
            Statistic,
            "issues",
            Issue,
            "evidence",
            Text("Isu yang bersandar padanya.", "Issues that rest on it."),
        ),
    ),
    Agency: (
        _back(Agency, "programs", Program, "lead", Text("Program yang dipimpin.", "It leads.")),
        _back(Agency, "indicators", Indicator, "owner", Text("Indikator yang diampu.", "It owns.")),
    ),
    Partner: (_back(Partner, "programs", Program, "partners", _PROGRAMS),),
    Dimension: (
        _back(Dimension, "programs", Program, "dimension", _PROGRAMS),
        _back(Dimension, "objectives", Objective, "dimension", Text("Sasaran.", "Objectives.")),
        _back(Dimension, "issues", Issue, "dimension", Text("Isu strategis.", "Issues.")),
        _back(Dimension, "surveys", Survey, "dimension", Text("Survei.", "Surveys.")),
        _back(
            Dimension, "activities", OutreachActivity, "dimension", Text("Kegiatan.", "Activities.")
        ),
        Key(
            "quick_wins",
            Type("items", Program),
            _quick_wins,
            Text("Quick win dimensi ini.", "Its quick wins."),
            "programs",
        ),
    ),
    SubDimension: (
        _back(SubDimension, "programs", Program, "sub_dimension", _PROGRAMS),
        _back(
            SubDimension, "strategies", Strategy, "sub_dimension", Text("Strategi.", "Strategies.")
        ),
    ),
    Family: (_back(Family, "programs", Program, "family", _PROGRAMS),),
    Sector: (
        _back(Sector, "partners", Partner, "sector", Text("Mitra.", "Partners.")),
        _back(
            Sector,
            "activities",
            OutreachActivity,
            "audience",
            Text("Kegiatan yang menjangkaunya.", "Activities that reach it."),
        ),
    ),
    Fund: (_back(Fund, "lines", BudgetLine, "fund", Text("Baris anggaran.", "Lines of money.")),),
}

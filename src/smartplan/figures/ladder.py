"""The ladder: what each stage and chapter holds, what it lacks, and the cheapest steps up."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from smartplan.diagnostics import Diagnostic, Severity, counted
from smartplan.figures.wording import capitalised
from smartplan.language import Text, label
from smartplan.plan import Plan


@dataclass(frozen=True)
class Stage:
    """One of the ministry's ten stages, or the sources, and the file that holds it."""

    number: int | None
    file: str
    name: Text
    lists: tuple[tuple[str, Text, str], ...]
    """What it holds: the field, the word for one, the English word for several."""


def _called(file: str) -> Text:
    """What findings call the stage of a file, as a heading."""
    name = label("stage", file)
    return Text(capitalised(name.indonesian), capitalised(name.english))


STAGES_IN_ORDER = (
    Stage(
        1,
        "team",
        _called("team"),
        (
            ("agencies", Text("perangkat daerah", "agency"), "agencies"),
            ("officials", Text("pejabat", "official"), "officials"),
            ("bodies", Text("badan", "body"), "bodies"),
            ("working_groups", Text("kelompok kerja", "working group"), "working groups"),
            ("partners", Text("mitra", "partner"), "partners"),
            ("workshops", Text("bimtek", "workshop"), "workshops"),
            ("meetings", Text("rapat", "meeting"), "meetings"),
            ("agreements", Text("nota kesepakatan", "agreement"), "agreements"),
        ),
    ),
    Stage(
        2,
        "theory",
        _called("theory"),
        (
            ("concepts", Text("konsep", "concept"), "concepts"),
            ("principles", Text("prinsip", "principle"), "principles"),
            ("legal_basis", Text("dasar hukum", "legal basis"), "legal bases"),
            ("terms", Text("istilah", "term"), "terms"),
        ),
    ),
    Stage(
        3,
        "readiness",
        _called("readiness"),
        (
            ("profile", Text("data profil", "profile figure"), "profile figures"),
            ("elements", Text("unsur kesiapan", "readiness element"), "readiness elements"),
            ("inventory", Text("aset digital", "inventory item"), "inventory items"),
            ("issues", Text("isu strategis", "strategic issue"), "strategic issues"),
            ("swot", Text("analisis SWOT", "SWOT matrix"), "SWOT matrices"),
        ),
    ),
    Stage(
        4,
        "vision",
        _called("vision"),
        (
            ("vision", Text("visi", "vision"), "visions"),
            ("alignment", Text("dokumen rujukan", "reference document"), "reference documents"),
            ("missions", Text("misi", "mission"), "missions"),
            ("goals", Text("tujuan", "goal"), "goals"),
            ("objectives", Text("sasaran", "objective"), "objectives"),
            ("strategies", Text("strategi", "strategy"), "strategies"),
            ("policies", Text("arah kebijakan", "policy direction"), "policy directions"),
        ),
    ),
    Stage(
        5,
        "programs",
        _called("programs"),
        (("programs", Text("program", "program"), "programs"),),
    ),
    Stage(
        6,
        "programs",
        Text("Quick win", "Quick wins"),
        (("quick_wins", Text("quick win", "quick win"), "quick wins"),),
    ),
    Stage(
        7,
        "roadmap",
        _called("roadmap"),
        (
            ("phases", Text("tahap", "phase"), "phases"),
            ("tracks", Text("rumpun rencana aksi", "action family"), "action families"),
            ("milestones", Text("tonggak capaian", "milestone"), "milestones"),
            ("ceilings", Text("pagu", "ceiling"), "ceilings"),
        ),
    ),
    Stage(
        8,
        "monev",
        _called("monev"),
        (
            ("indicators", Text("indikator", "indicator"), "indicators"),
            ("realisations", Text("realisasi", "realisation"), "realisations"),
            ("schedule", Text("jadwal", "schedule entry"), "schedule entries"),
            ("scale", Text("kelas capaian", "achievement class"), "achievement classes"),
            ("cap", Text("batas capaian", "cap on achievement"), "caps"),
            ("evaluations", Text("evaluasi", "evaluation"), "evaluations"),
            ("surveys", Text("survei", "survey"), "surveys"),
            ("method", Text("uraian cara", "account of the method"), "accounts"),
        ),
    ),
    Stage(
        9,
        "document",
        _called("document"),
        (
            ("books", Text("buku", "book"), "books"),
            ("legal", Text("peraturan penetapan", "adopting regulation"), "regulations"),
            ("approvals", Text("persetujuan", "approval"), "approvals"),
            ("stages", Text("keadaan tahap", "state of a stage"), "states of stages"),
            ("revisions", Text("perubahan", "revision"), "revisions"),
            ("preface", Text("kata pengantar", "preface"), "prefaces"),
        ),
    ),
    Stage(
        10,
        "outreach",
        _called("outreach"),
        (("activities", Text("kegiatan", "activity"), "activities"),),
    ),
    Stage(
        None,
        "sources",
        _called("sources"),
        (("sources", Text("sumber", "source"), "sources"),),
    ),
)
MANIFEST = Stage(None, "smartplan", _called("smartplan"), ())
"""Shown where something was found in it."""
QUICK_WINS = 6

OPTIONAL = frozenset({"officials", "principles", "cap", "preface"})
"""Lists that a whole plan may do without."""

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_SMALL, _MIDDLE = 3, 10
"""Places to touch up to which a step is small, and up to which it is middling."""

_ORDER = ("absent", "empty", "not_started", "draft", "there", "review", "approved")
"""States from the lowest rung to the highest; `there` where the plan says no state."""


@dataclass(frozen=True)
class Rung:
    """Where a stage stands."""

    stage: Stage
    numbers: Mapping[str, int]
    """How many items each of its lists holds."""
    state: str
    """`absent`, `empty`, `there`, or what the plan says of it."""
    findings: Counter[Severity]

    @property
    def filled(self) -> bool:
        return any(self.numbers.values())

    @property
    def missing(self) -> tuple[str, ...]:
        """The lists that hold nothing yet and that a whole plan has."""
        return tuple(
            id_ for id_, count in self.numbers.items() if not count and id_ not in OPTIONAL
        )


@dataclass(frozen=True)
class Chapter:
    """A chapter of a book and the stages it cannot be written without."""

    book: str
    slug: str
    title: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class ChapterRung:
    """Where a chapter stands: as high as the lowest of the stages it needs."""

    chapter: Chapter
    missing: tuple[str, ...]
    """Stages that are not there; the chapter stays closed."""
    state: str
    findings: Counter[Severity]


@dataclass(frozen=True)
class Step:
    """Findings of one kind in one stage, or a whole stage to write."""

    stage: Stage
    severity: Severity
    places: int
    """How many places of the plan it touches; for a stage to write, how many lists it has."""
    found: Diagnostic | None
    """The first of the findings; None where the stage is not there."""

    @property
    def effort(self) -> str:
        """`small`, `middle` or `large`: by the places, and large for a whole stage."""
        if self.found is None or self.places > _MIDDLE:
            return "large"
        return "small" if self.places <= _SMALL else "middle"

    @property
    def code(self) -> str:
        return self.found.kind.code if self.found else ""


@dataclass(frozen=True)
class Ladder:
    """Everything there is to say of how far a plan has come."""

    rungs: tuple[Rung, ...]
    chapters: tuple[ChapterRung, ...]
    steps: tuple[Step, ...]
    """All of them, the cheapest first."""
    findings: Counter[Severity]

    @property
    def stages(self) -> tuple[Rung, ...]:
        """The ministry's ten, without sources and manifest."""
        return tuple(rung for rung in self.rungs if rung.stage.number is not None)

    @property
    def filled(self) -> int:
        return sum(rung.filled for rung in self.stages)

    @property
    def approved(self) -> int:
        return sum(rung.state == "approved" for rung in self.stages)

    @property
    def open_chapters(self) -> int:
        """Chapters that can be written."""
        return sum(not chapter.missing for chapter in self.chapters)


def ladder(
    plan: Plan, diagnostics: Sequence[Diagnostic], chapters: Iterable[Chapter] = ()
) -> Ladder:
    """How far a plan has come, from what it holds and what was found in it."""
    found = _by_stage(plan, diagnostics)
    rungs = tuple(_rungs(plan, found))
    return Ladder(
        rungs,
        tuple(_chapter(plan, rungs, chapter) for chapter in chapters),
        tuple(sorted(_steps(rungs, found), key=rank)),
        _weights(diagnostics),
    )


def rank(step: Step) -> tuple[int, int, int, int, str]:
    """What makes a step come before another.

    How much it matters, then how little work it is, then the order of the stages: what is wrong
    before what is weak, a few places before many, the team before the road map.
    """
    return (
        _SEVERITIES.index(step.severity),
        ("small", "middle", "large").index(step.effort),
        _place(step.stage),
        step.places,
        step.code,
    )


def _place(stage: Stage) -> int:
    """The manifest first, the ten stages in order, the sources last."""
    if stage is MANIFEST:
        return 0
    return stage.number or len(STAGES_IN_ORDER)


def _rungs(plan: Plan, found: Mapping[str, Sequence[Diagnostic]]) -> Iterator[Rung]:
    said = {str(entry.stage): str(entry.state) for entry in plan.document.stages}
    for stage in (*STAGES_IN_ORDER, MANIFEST) if found["smartplan"] else STAGES_IN_ORDER:
        numbers = _numbers(plan, stage)
        filled = any(numbers.values()) or stage is MANIFEST
        state = said.get(stage.file, "there") if filled else "empty"
        no_quick_win = stage.number == QUICK_WINS and plan.programs.programs
        if not plan.has(stage.file) or (state == "empty" and no_quick_win):
            state = "absent"
        own = () if stage.number == QUICK_WINS else found[stage.file]
        yield Rung(stage, numbers, state, _weights(own))


def _weights(found: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    weights: Counter[Severity] = Counter()
    for diagnostic in found:
        weights[diagnostic.severity] += diagnostic.count
    return weights


def _numbers(plan: Plan, stage: Stage) -> dict[str, int]:
    """How many items each list of a stage holds; a part that stands alone counts as one."""
    if stage.number == QUICK_WINS:
        return {"quick_wins": sum(bool(program.quick_win) for program in plan.programs.programs)}
    values = {field: getattr(getattr(plan, stage.file), field) for field, _, _ in stage.lists}
    return {
        field: len(value) if isinstance(value, tuple) else int(value is not None)
        for field, value in values.items()
    }


def _by_stage(plan: Plan, diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Findings by stage; what stands in no stage's file belongs to the manifest."""
    stage_of = {file.name: stage for stage, files in plan.files.items() for file in files}
    found: dict[str, list[Diagnostic]] = {stage.file: [] for stage in STAGES_IN_ORDER}
    found["smartplan"] = []
    for diagnostic in diagnostics:
        name = diagnostic.location.file.name
        stage = stage_of.get(name) or _named(name, found)
        found[stage if stage in found else "smartplan"].append(diagnostic)
    return found


def _named(name: str, stages: Container[str]) -> str:
    """The stage that a file which holds nothing yet belongs to, by its name or its folder's."""
    path = PurePosixPath(name)
    return next((word for word in (path.stem, path.parent.name) if word in stages), "smartplan")


def _chapter(plan: Plan, rungs: Iterable[Rung], chapter: Chapter) -> ChapterRung:
    needed = [
        rung
        for rung in rungs
        if rung.stage.file in chapter.needs and rung.stage.number != QUICK_WINS
    ]
    missing = tuple(stage for stage in chapter.needs if not plan.has(stage))
    states = ["absent"] if missing else [rung.state for rung in needed]
    findings: Counter[Severity] = Counter()
    for rung in needed:
        findings.update(rung.findings)
    return ChapterRung(chapter, missing, min(states, key=_ORDER.index, default="there"), findings)


def _steps(rungs: Sequence[Rung], found: Mapping[str, Sequence[Diagnostic]]) -> Iterator[Step]:
    """A step for each kind of finding in each stage, and for each stage that is not there.

    What keeps a stage from being read comes before writing it anew.
    """
    for rung in rungs:
        stage = rung.stage
        own = () if stage.number == QUICK_WINS else found[stage.file]
        broken = any(diagnostic.severity is Severity.ERROR for diagnostic in own)
        if rung.filled or broken or stage is MANIFEST:
            yield from _from_findings(stage, own)
        elif stage.number != QUICK_WINS or _has_programs(rungs):
            yield Step(stage, Severity.WARNING, len(stage.lists), None)


def _has_programs(rungs: Iterable[Rung]) -> bool:
    """Quick wins are chosen among programs: without any, there is nothing to choose from."""
    return any(rung.numbers.get("programs") for rung in rungs)


def _from_findings(stage: Stage, found: Iterable[Diagnostic]) -> Iterator[Step]:
    def kind(diagnostic: Diagnostic) -> tuple[str, str]:
        return str(diagnostic.severity), diagnostic.kind.code

    for _, same in groupby(sorted(found, key=kind), key=kind):
        group = list(same)
        yield Step(stage, group[0].severity, counted(group), group[0])

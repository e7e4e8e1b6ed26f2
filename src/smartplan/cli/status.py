"""`smartplan status`: what is there of the ten stages, and what was found in each."""

import json
import sys
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.speech import say
from smartplan.diagnostics import Severity, show
from smartplan.language import Language, Text, day, label, number

if TYPE_CHECKING:
    from rich.table import Table

    from smartplan.cli.findings import Checked
    from smartplan.diagnostics import Diagnostic
    from smartplan.plan import Plan

HELP = say(
    "Tampilkan isi, keadaan, dan temuan kesepuluh tahap.",
    "Show the content, state and findings of the ten stages.",
)


class Form(StrEnum):
    """How the stages are printed."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True)
class Stage:
    """One of the ministry's ten stages, or the sources, and the file that holds it."""

    number: int | None
    file: str
    name: Text
    lists: tuple[tuple[str, Text, str], ...]
    """What it holds: the field, the word for one, the English word for several."""


_STAGES = (
    Stage(
        1,
        "team",
        Text("Penentuan tim", "Team"),
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
        Text("Penentuan teori", "Theory and law"),
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
        Text("Analisis kesiapan", "Readiness"),
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
        Text("Visi, misi, dan arah kebijakan", "Vision, missions, policies"),
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
        Text("Program prioritas", "Priority programs"),
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
        Text("Peta jalan", "Road map"),
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
        Text("Alat monitoring dan evaluasi", "Monitoring and evaluation"),
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
        Text("Penyelesaian dokumen", "Document"),
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
        Text("Sosialisasi dan literasi", "Outreach"),
        (("activities", Text("kegiatan", "activity"), "activities"),),
    ),
    Stage(
        None,
        "sources",
        Text("Daftar sumber", "Sources"),
        (("sources", Text("sumber", "source"), "sources"),),
    ),
)
_MANIFEST = Stage(None, "smartplan", Text("Manifes", "Manifest"), ())
"""Shown where something was found in it."""
_QUICK_WIN = 6
_ABSENT = Text("belum ada", "not there yet")
_EMPTY = Text("belum diisi", "not filled in")
_THERE = Text("ada", "there")
_HEADS = (
    Text("No", "No"),
    Text("Tahap", "Stage"),
    Text("Keadaan", "State"),
    Text("Isi", "Content"),
    Text("Temuan", "Findings"),
)


@dataclass(frozen=True)
class Standing:
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

    def content(self, language: Language) -> str:
        """What it holds, in words."""
        words = {field: (word, several) for field, word, several in self.stage.lists}
        return ", ".join(
            f"{number(count, language)} {_of(count, *words[field]).say(language)}"
            for field, count in self.numbers.items()
            if count
        )

    def state_words(self, language: Language) -> str:
        own = {"absent": _ABSENT, "empty": _EMPTY, "there": _THERE}.get(self.state)
        return (own or label("stage_state", self.state)).say(language)


def _of(count: int, word: Text, several: str) -> Text:
    return word if count == 1 else Text(word.indonesian, several)


def status(
    plan: Annotated[
        Path,
        typer.Argument(
            metavar="[PLAN]",
            help=say("Folder rencana; bawaan: folder ini.", "Folder of the plan; default: this."),
            show_default=False,
        ),
    ] = Path(),
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk laporan.", "How the stages are printed."))
    ] = Form.TEXT,
    lang: Annotated[
        Language | None,
        typer.Option(
            help=say("Bahasa; bawaan: bahasa rencana.", "Language; default: the plan's."),
            show_default=False,
        ),
    ] = None,
) -> None:
    from smartplan.cli.findings import look, tell  # keeps --help quick

    checked = look([plan], lang)
    read = checked.plans[0].plan
    if read is None:
        tell(checked, "full", quiet=False)
        raise typer.Exit(1)
    standings = tuple(_standings(read, checked.diagnostics))
    if output_format is Form.JSON:
        sys.stdout.write(_json(read, standings, checked))
    elif sys.stdout.isatty():
        _show(read, standings, checked)
    else:
        sys.stdout.write(_text(read, standings, checked))


def _standings(plan: "Plan", diagnostics: Sequence["Diagnostic"]) -> Iterator[Standing]:
    found = _found(plan, diagnostics)
    said = {str(entry.stage): str(entry.state) for entry in plan.document.stages}
    for stage in (*_STAGES, _MANIFEST) if found["smartplan"] else _STAGES:
        numbers = _numbers(plan, stage)
        filled = any(numbers.values()) or stage is _MANIFEST
        state = said.get(stage.file, "there") if filled else "empty"
        no_quick_win = stage.number == _QUICK_WIN and plan.programs.programs
        if not plan.has(stage.file) or (state == "empty" and no_quick_win):
            state = "absent"
        findings = Counter() if stage.number == _QUICK_WIN else found[stage.file]
        yield Standing(stage, numbers, state, findings)


def _numbers(plan: "Plan", stage: Stage) -> dict[str, int]:
    """How many items each list of a stage holds; a part that stands alone counts as one."""
    if stage.number == _QUICK_WIN:
        return {"quick_wins": sum(bool(program.quick_win) for program in plan.programs.programs)}
    values = {field: getattr(getattr(plan, stage.file), field) for field, _, _ in stage.lists}
    return {
        field: len(value) if isinstance(value, tuple) else int(value is not None)
        for field, value in values.items()
    }


def _found(plan: "Plan", diagnostics: Sequence["Diagnostic"]) -> dict[str, Counter[Severity]]:
    """Findings by stage; what stands in no stage's file belongs to the manifest."""
    stage_of = {file.name: stage for stage, files in plan.files.items() for file in files}
    found: dict[str, Counter[Severity]] = {stage.file: Counter() for stage in _STAGES}
    found["smartplan"] = Counter()
    for diagnostic in diagnostics:
        name = diagnostic.location.file.name
        found[stage_of.get(name) or _named(name, found)][diagnostic.severity] += 1
    return found


def _named(name: str, stages: Container[str]) -> str:
    """The stage that a file which holds nothing yet belongs to, by its name or its folder's."""
    path = PurePosixPath(name)
    return next((word for word in (path.stem, path.parent.name) if word in stages), "smartplan")


def _findings_words(findings: Counter[Severity], language: Language) -> str:
    return ", ".join(
        _counted(severity, findings[severity], language)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if findings[severity]
    )


def _counted(severity: Severity, count: int, language: Language) -> str:
    several = "s" if language is Language.ENGLISH and count > 1 else ""
    return f"{number(count, language)} {label('severity', severity).say(language)}{several}"


def _title(plan: "Plan", language: Language) -> str:
    as_of = Text("keadaan", "as of").say(language)
    return f"{show(plan.manifest.title, 300)} ({as_of} {day(plan.as_of, language)})"


def _closing(standings: Sequence[Standing], checked: "Checked") -> str:
    """How much is there, how much was found, and which stage comes next."""
    language = checked.language
    stages = [one for one in standings if one.stage.number is not None]
    there = sum(one.filled for one in stages)
    approved = sum(one.state == "approved" for one in stages)
    findings = Counter(diagnostic.severity for diagnostic in checked.diagnostics)
    found = _findings_words(findings, language)
    parts = [
        Text(f"{there} dari {len(stages)} tahap terisi", f"{there} of {len(stages)} stages filled"),
        Text(f"{approved} disetujui", f"{approved} approved"),
        Text(found or "tanpa temuan", found or "no findings"),
    ]
    line = ", ".join(part.say(language) for part in parts) + "."
    following = next((one for one in stages if not one.filled), None)
    if following is not None:
        name, file = following.stage.name, following.stage.file
        step = Text(
            f" Berikutnya: tahap {following.stage.number}, {_small(name.indonesian)} "
            f"(`{file}.yaml`).",
            f" Next: stage {following.stage.number}, {_small(name.english)} (`{file}.yaml`).",
        )
        line += step.say(language)
    if found:
        line += Text(" Rincian: smartplan validate", " Details: smartplan validate").say(language)
    return line


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _rows(standings: Sequence[Standing], language: Language) -> Iterator[tuple[str, ...]]:
    for one in standings:
        yield (
            str(one.stage.number or ""),
            one.stage.name.say(language),
            one.state_words(language),
            one.content(language),
            _findings_words(one.findings, language),
        )


def _text(plan: "Plan", standings: Sequence[Standing], checked: "Checked") -> str:
    """Aligned columns; the content, which is long, comes last."""
    language = checked.language
    order = (0, 1, 2, 4, 3)
    rows = [tuple(head.say(language) for head in _HEADS), *_rows(standings, language)]
    cells = [[row[column] for column in order] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(order))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join([_title(plan, language), "", *lines, "", _closing(standings, checked)]) + "\n"


def _show(plan: "Plan", standings: Sequence[Standing], checked: "Checked") -> None:
    from rich.console import Console  # only for a terminal
    from rich.text import Text as Line

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(Line(_title(plan, checked.language), style="bold"))
    console.print(_table(standings, checked.language))
    console.print(Line(_closing(standings, checked)))


def _table(standings: Sequence[Standing], language: Language) -> "Table":
    from rich.table import Table  # only for a terminal
    from rich.text import Text as Line

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in _HEADS:
        table.add_column(head.say(language), overflow="fold")
    for one, row in zip(standings, _rows(standings, language), strict=True):
        worst = next((s for s in (Severity.ERROR, Severity.WARNING) if one.findings[s]), None)
        style = {Severity.ERROR: "red", Severity.WARNING: "yellow", None: ""}[worst]
        faint = "" if one.filled else "dim"
        table.add_row(*(Line(cell, style=faint) for cell in row[:-1]), Line(row[-1], style=style))
    return table


def _json(plan: "Plan", standings: Sequence[Standing], checked: "Checked") -> str:
    document = {
        "version": 1,
        "title": plan.manifest.title,
        "region": plan.manifest.region.code,
        "as_of": plan.as_of.isoformat(),
        "stages": [
            {
                "number": one.stage.number,
                "file": one.stage.file,
                "name": one.stage.name.say(checked.language),
                "state": one.state,
                "counts": dict(one.numbers),
                "findings": {str(severity): one.findings[severity] for severity in Severity},
            }
            for one in standings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

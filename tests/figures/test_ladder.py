"""The ladder: rungs, chapters and the order of the steps."""

from pathlib import Path

from conftest import MINIMAL, findings, overlay

from smartplan.diagnostics import Severity
from smartplan.figures.ladder import STAGES_IN_ORDER, Chapter, Ladder, Step, ladder, rank
from smartplan.load import load
from smartplan.rules import kinds


def climbed(plan: Path, *chapters: Chapter) -> Ladder:
    read = load(plan).plan
    assert read is not None
    return ladder(read, findings(plan), chapters)


def test_a_whole_plan_has_no_step_left() -> None:
    found = climbed(MINIMAL)

    assert found.steps == ()
    assert (found.filled, found.approved, found.findings.total()) == (10, 10, 0)
    assert {rung.stage.file: rung.missing for rung in found.stages if rung.missing} == {
        "monev": ("evaluations",)
    }


def test_a_chapter_stands_as_high_as_the_lowest_stage_it_needs(minimal_plan: Path) -> None:
    states = (minimal_plan / "document.yaml").read_text("utf-8")
    draft = states.replace("stage: vision, state: approved", "stage: vision, state: draft")
    (minimal_plan / "document.yaml").write_text(draft, encoding="utf-8")
    (minimal_plan / "roadmap.yaml").unlink()

    found = climbed(
        minimal_plan,
        Chapter("b", "1", "Dua tahap", ("vision", "programs")),
        Chapter("b", "2", "Peta jalan", ("roadmap", "vision")),
        Chapter("b", "3", "Tanpa tahap", ()),
    )

    assert [(one.state, one.missing) for one in found.chapters] == [
        ("draft", ()),
        ("absent", ("roadmap",)),
        ("there", ()),
    ]
    assert found.open_chapters == 2


def test_findings_of_one_kind_in_one_stage_are_one_step(minimal_plan: Path) -> None:
    programs = (minimal_plan / "programs.yaml").read_text("utf-8")
    changed = programs.replace("\n    lead: kominfo", "", 2)
    overlay(minimal_plan, {"programs.yaml": changed})

    found = climbed(minimal_plan)

    steps = [(step.code, step.places, step.stage.number) for step in found.steps]
    said = [d for d in findings(minimal_plan) if d.kind.name == "program-without-lead"]
    assert len(said) == 2
    assert (said[0].kind.code, 2, 5) in steps
    assert found.findings.total() == sum(step.places for step in found.steps)


def test_a_missing_stage_is_one_step_and_not_its_findings(minimal_plan: Path) -> None:
    (minimal_plan / "outreach.yaml").unlink()

    found = climbed(minimal_plan)

    (step,) = (step for step in found.steps if step.stage.file == "outreach")
    assert (step.found, step.severity, step.effort) == (None, Severity.WARNING, "large")


def step(code: str, severity: Severity, stage: int, places: int) -> Step:
    kind = next(iter(kinds().values()))
    diagnostic = kind.at(load(MINIMAL).plan.manifest.at())  # type: ignore[union-attr]
    object.__setattr__(diagnostic, "kind", kinds()[code])
    return Step(STAGES_IN_ORDER[stage - 1], severity, places, diagnostic)


def test_severity_then_effort_then_stage_then_places() -> None:
    error, warning, note = Severity.ERROR, Severity.WARNING, Severity.NOTE
    ordered = [
        step("PRG002", error, 5, 2),
        step("TEA001", error, 1, 11),
        step("MON004", warning, 8, 1),
        step("TEA004", warning, 1, 4),
        Step(STAGES_IN_ORDER[1], warning, 4, None),
        step("PRG003", warning, 5, 40),
        step("TEA005", note, 1, 1),
    ]

    assert sorted([*ordered[3:], *ordered[:3]], key=rank) == ordered


def test_quick_wins_are_a_step_once_there_are_programs(minimal_plan: Path) -> None:
    (minimal_plan / "programs.yaml").unlink()
    assert [s.stage.number for s in climbed(minimal_plan).steps if s.found is None] == [5]

    overlay(
        minimal_plan,
        {"programs.yaml": "programs: [{id: a, name: A, dimension: living, basis: proposal}]"},
    )
    assert [s.stage.number for s in climbed(minimal_plan).steps if s.found is None] == [6]

"""The method's next edition is only data: what one changed line says, and what the guide promises.

`pytest tests/test_kota_cerdas.py --golden` writes the outputs of the guide's commands anew.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXAMPLES, Golden, findings

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.stages.base import references, walk

GUIDE = Path(__file__).parent.parent / "docs" / "kota-cerdas-2026.md"
STAGES = ("team", "readiness", "vision", "programs", "monev", "outreach")
BLOCK = re.compile(r"```console\n(.*?)```\n", re.DOTALL)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bangli's plan with the one line changed."""
    plan = tmp_path_factory.mktemp("edition") / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    manifest = plan / "smartplan.yaml"
    text = manifest.read_text("utf-8")
    assert text.count("framework: kominfo-2021\n") == 1
    manifest.write_text(
        text.replace("framework: kominfo-2021\n", "framework: kota-cerdas-2026-draft\n"),
        encoding="utf-8",
    )
    return plan


@pytest.fixture(scope="module")
def told(moved: Path) -> list[Diagnostic]:
    return findings(moved)


def placed(diagnostic: Diagnostic) -> tuple[str, int, int]:
    """The file's path inside the plan, the line and the column."""
    at = diagnostic.location
    return at.file.name.rpartition("bangli/")[2], at.line, at.column


def places_of(plan: Plan, kind: str, *, only: str = "") -> set[tuple[str, int, int]]:
    """Where the plan names a dimension or a sub-dimension of the edition it was written for."""
    return {
        (r.location.file.name.rpartition("bangli/")[2], r.location.line, r.location.column)
        for stage in STAGES
        for item in walk(getattr(plan, stage))
        for r in references(item)
        if r.kind == kind and only in ("", r.id)
    }


def before() -> Plan:
    plan = load(EXAMPLES / "bangli").plan
    assert plan is not None
    return plan


def test_every_use_of_branding_is_named_where_it_stands(told: list[Diagnostic]) -> None:
    named = [d for d in told if d.kind.code == "SCH019" and "branding" in d.values.values()]

    assert {placed(d) for d in named} == places_of(before(), "dimension", only="branding")
    hints = {d.hint(Language.INDONESIAN) for d in named}
    assert len(hints) == 1
    assert "tidak memuat aspek branding" in hints.pop()


def test_all_programs_of_branding_are_among_them(told: list[Diagnostic]) -> None:
    programs = {p.id for p in before().programs.programs if p.dimension == "branding"}
    subjects = {d.subject for d in told if d.severity is Severity.ERROR}

    assert len(programs) == 7
    assert {f"programs/{id_}/dimension" for id_ in programs} <= subjects


def test_sub_dimensions_are_named_and_nothing_else_is_an_error(told: list[Diagnostic]) -> None:
    errors = [d for d in told if d.severity is Severity.ERROR]
    plan = before()

    assert {d.kind.code for d in errors} == {"SCH019"}
    assert {placed(d) for d in errors} == (
        places_of(plan, "dimension", only="branding") | places_of(plan, "sub_dimension")
    )


@pytest.fixture(scope="module")
def settled(moved: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """What is told once no word of the old edition is left."""
    plan = tmp_path_factory.mktemp("settled") / "bangli"
    shutil.copytree(moved, plan)
    for path in plan.rglob("*.yaml"):
        text = path.read_text("utf-8").replace("dimension: branding", "dimension: economy")
        path.write_text(re.sub(r"\n +sub_dimension: \w+|sub_dimension: \w+, ", "", text), "utf-8")
    return findings(plan)


@pytest.mark.parametrize("code", ["TEA003", "REA005", "REA013", "VIS007", "PRG015", "PRG029"])
def test_the_absence_of_mobility_is_seen(settled: list[Diagnostic], code: str) -> None:
    [one] = [d for d in settled if d.kind.code == code]

    assert "Mobilitas" in one.message(Language.INDONESIAN)


def test_what_is_left_of_the_old_edition_are_two_groups_and_two_matrices_of_one_aspect(
    settled: list[Diagnostic],
) -> None:
    errors = [d for d in settled if d.severity is Severity.ERROR]
    assert [(d.kind.code, d.message(Language.INDONESIAN)) for d in errors] == [
        ("REF007", "matriks SWOT `economy` (Ekonomi) ditulis dua kali"),
        ("REF007", "kelompok kerja `economy` (Ekonomi) ditulis dua kali"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="the guide speaks to GNU sed")
def test_the_guide_prints_what_its_commands_print(tmp_path: Path, golden: Golden) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    program = tmp_path / "bin" / "smartplan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -I -m smartplan "$@"\n', "utf-8")
    program.chmod(0o755)

    def run(block: re.Match[str]) -> str:
        commands = [line[2:] for line in block[1].split("\n") if line.startswith("$ ")]
        return f"```console\n{''.join(shown(command, tmp_path) for command in commands)}```\n"

    answered = BLOCK.sub(run, GUIDE.read_text("utf-8"))
    assert answered == golden(GUIDE, answered)
    assert_moved(tmp_path / "bangli-2026")


def assert_moved(folder: Path) -> None:
    """The commands of the guide leave a plan of the new edition without an error."""
    plan = load(folder).plan
    assert plan is not None
    programs = {program.id: program.dimension for program in plan.programs.programs}

    assert [d for d in findings(folder) if d.severity is Severity.ERROR] == []
    assert programs["starlink-pustu"] == "mobility"
    assert "branding" not in programs.values()
    assert len(programs) == 44


def shown(command: str, folder: Path) -> str:
    """A command as a reader types it, and what it prints."""
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "SMARTPLAN_NO_CACHE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    return f"$ {command}\n{done.stdout}"

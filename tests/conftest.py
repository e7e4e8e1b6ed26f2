"""What tests share: the minimal plan, a way to change it, the command line."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smartplan.diagnostics import Diagnostic
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.rules import check

# What starts the tests may ignore signals (nohup; a shell, for its background), and what the
# tests start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("SIGTERM", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)

HERE = Path(__file__).parent
MINIMAL = HERE / "plans" / "minimal"
EXAMPLES = HERE.parent / "examples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files")


Golden = Callable[[Path, str], str]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """What a golden file holds; with `--golden`, the text is written to it first."""

    def held(path: Path, text: str) -> str:
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return path.read_bytes().decode("utf-8")

    return held


@pytest.fixture
def minimal_plan(tmp_path: Path) -> Path:
    """A copy of the minimal plan that a test may change."""
    plan = tmp_path / "plan"
    shutil.copytree(MINIMAL, plan)
    return plan


def change(plan: Path, name: str, before: str, after: str) -> int:
    """Replace one text in a file of a plan; the line it stood on."""
    path = plan / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def overlay(plan: Path, files: dict[str, str]) -> None:
    """Replace whole stages of a plan: `programs.yaml` also replaces the folder `programs/`."""
    for name, text in files.items():
        stage = plan / name.removesuffix(".yaml")
        if stage.is_dir():
            shutil.rmtree(stage)
        path = plan / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def findings(plan: Path) -> list[Diagnostic]:
    """Everything there is to say about a plan."""
    return check(load(plan))


def places(diagnostics: list[Diagnostic]) -> list[tuple[str, int, str]]:
    """(file, line, code) of each finding."""
    return [(d.location.file.name, d.location.line, d.kind.code) for d in diagnostics]


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The program as a process of its own, as a user would start it."""

    def start(*words: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", "-m", "smartplan", *words],
            cwd=cwd or tmp_path,
            env={"PATH": "/usr/bin:/bin", "SYSTEMROOT": "", **env},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return start


SMALL_MANIFEST = """
smartplan: 1
title: Rencana uji
region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
period: {start: 2024, end: 2033}
as_of: 2025-06-30
"""

Written = Callable[..., Plan]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A small plan from the texts of its stages: `written(programs="programs: …")`."""

    def write(**stages: str) -> Plan:
        for stage, text in {"smartplan": SMALL_MANIFEST, **stages}.items():
            (tmp_path / f"{stage}.yaml").write_text(text, encoding="utf-8")
        plan = load(tmp_path).plan
        assert plan is not None
        return plan

    return write

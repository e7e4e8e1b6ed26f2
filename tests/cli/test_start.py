"""What calls of `validate` and `render` import, and the calls understood without typer."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

IMPORTED = """
import json, sys
from smartplan.cli.program import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""
NEVER = {
    "asyncio", "email", "importlib.metadata", "importlib.resources", "jinja2", "markdown_it",
    "multiprocessing", "pydantic.plugin._loader", "rich", "smartplan.assertions", "smartplan.book",
    "smartplan.json_schema", "smartplan.parser", "socket", "subprocess", "typer", "yaml",
}  # fmt: skip
"""What the check of a plan without faults has no use for."""
READING = {"pydantic", "smartplan.load", "smartplan.rules", "smartplan.stages"}
"""What a plan that has not changed since it was checked has no use for either."""


def imported(*words: str, cwd: Path, **env: str) -> tuple[int, set[str]]:
    """The exit code of a call, and the modules it came to need."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", IMPORTED, *words],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cwd.parent / "cache"), **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    return code, set(modules)


@pytest.fixture
def plain_plan(minimal_plan: Path) -> Path:
    """A sound plan without mappings inside brackets inside braces, which only libyaml reads."""
    path = minimal_plan / "readiness.yaml"
    text = path.read_text("utf-8")
    nested = re.compile(
        r"- \{id: (\S+), topic: (.+), name: (\".+\"), unit: persen,\n"
        r" +values: \[(\{.+\})\], sources: \[S1\]\}"
    )
    block = (
        r"- id: \1\n    topic: \2\n    name: \3\n    unit: persen\n    sources: [S1]\n"
        r"    values:\n      - \4"
    )
    path.write_text(nested.sub(block, text), encoding="utf-8")
    return minimal_plan


def test_a_sound_plan_needs_little_and_an_unchanged_one_less(plain_plan: Path) -> None:
    code, modules = imported("validate", cwd=plain_plan)
    assert (code, modules & NEVER, READING - modules) == (0, set(), set())
    code, modules = imported("validate", cwd=plain_plan)
    assert (code, modules & (NEVER | READING)) == (0, set())


def test_only_the_command_that_is_called_is_imported(minimal_plan: Path) -> None:
    _, modules = imported("explain", "PRG001", cwd=minimal_plan)
    assert {name for name in modules if name.startswith("smartplan.cli.")} == {
        f"smartplan.cli.{name}"
        for name in ("editions", "explain", "output", "program", "quick", "speech", "typed")
    }


@pytest.fixture
def plans(minimal_plan: Path) -> Path:
    """A folder with a sound plan and one with an error."""
    other = minimal_plan.parent / "lain"
    shutil.copytree(minimal_plan, other)
    path = other / "programs.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: kominfo", "lead: dinas", 1), "utf-8")
    return minimal_plan.parent


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("plan", 0),
        ("plan lain", 1),
        ("lain plan -q", 1),
        ("--no-cache lain --quiet", 1),
        ("-q -q plan/", 0),
        ("./lain --no-cache", 1),
    ],
)
def test_what_is_understood_without_typer_is_what_typer_makes_of_it(
    words: str, code: int, plans: Path
) -> None:
    def told(*more: str) -> tuple[bool, int, str, str]:
        done = subprocess.run(
            [sys.executable, "-I", "-c", TOLD, "validate", *words.split(), *more],
            cwd=plans,
            env={"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(plans / "cache")},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        *errors, last = done.stderr.splitlines()
        return last == "True", done.returncode, done.stdout, re.sub(SECONDS, "", "".join(errors))

    quick, typed = told(), told("--fail-on", "error")
    assert quick[1] == code
    assert (quick[0], typed[0]) == (False, True)
    assert quick[1:] == typed[1:]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("plan", 0),
        ("plan --out di-sini", 0),
        ("--to markdown plan --out di-sini", 0),
        ("--out di-sini --to html,markdown plan --to html", 0),
        ("lain", 1),
        ("--to pdf plan", 2),
        ("--out plan plan", 2),
    ],
)
def test_books_printed_without_typer_are_those_that_typer_has_printed(
    words: str, code: int, plans: Path
) -> None:
    def printed(*more: str) -> tuple[int, list[str], dict[str, bytes]]:
        done = subprocess.run(
            [sys.executable, "-I", "-c", TOLD, "render", *words.split(), *more],
            cwd=plans,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        said = re.sub(SECONDS, "", done.stdout + done.stderr).splitlines()
        files = {
            path.relative_to(plans).as_posix(): path.read_bytes()
            for folder in ("build", "di-sini")
            for path in (plans / folder).rglob("*")
            if path.is_file()
        }
        for folder in ("build", "di-sini"):
            shutil.rmtree(plans / folder, ignore_errors=True)
        return done.returncode, said, files

    quick, typed = printed(), printed("--lang", "id")
    assert quick[0] == code
    assert bool(quick[2]) is (code == 0)
    if code != 2:  # a wrong call is explained by typer's own words
        assert (quick[1][-1], typed[1][-1]) == ("False", "True")
    assert (quick[0], quick[1][:-1], quick[2]) == (typed[0], typed[1][:-1], typed[2])


@pytest.mark.parametrize(
    "words",
    [
        ["--out"],
        ["plan", "lain"],
        ["nirwana"],
        ["--out", "--draft", "plan"],
        ["--to=markdown", "plan"],
        ["plan", "--draft"],
        ["", "--out", "di-sini"],
    ],
)
def test_what_is_not_understood_is_left_to_typer(words: list[str], plans: Path) -> None:
    assert "typer" in imported("render", *words, cwd=plans)[1]


TOLD = """
import sys
from smartplan.cli.program import run
code = run(sys.argv[1:])
print("typer" in sys.modules, file=sys.stderr)
sys.exit(code)
"""
SECONDS = r"; [0-9]+,[0-9] detik"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SMARTPLAN_OUTPUT_FORMAT", "json"),
        ("SMARTPLAN_RULES_URL", "https://contoh.go.id/"),
        ("_SMARTPLAN_COMPLETE", "bash_complete"),
    ],
)
def test_a_variable_that_asks_for_more_goes_to_typer(
    variable: str, value: str, minimal_plan: Path
) -> None:
    assert "typer" in imported("validate", cwd=minimal_plan, **{variable: value})[1]


def test_what_others_left_for_the_end_is_done_and_the_exit_code_stays(plans: Path) -> None:
    def ended(plan: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-I", "-c", ENDING, "validate", plan, "-q"],
            cwd=plans,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout.splitlines()[-1]

    assert ended("plan") == (0, "done")
    assert ended("lain") == (1, "done")
    assert ended("nirwana") == (2, "done")


ENDING = """
import atexit, sys
from smartplan.__main__ import main
atexit.register(lambda: print("done"))
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize("words", [[], ["--fail-on", "error"], ["--output-format", "json"]])
def test_where_nobody_reads_on_nothing_counts_as_found(words: list[str], plans: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "smartplan", "validate", "lain", *words],
            cwd=plans,
            env={"PATH": os.environ["PATH"], "SMARTPLAN_NO_CACHE": "1"},
            stdout=writes,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writes)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


INTERRUPTED = """
import sys
from smartplan.cli.program import run
import smartplan.cli.plans as plans
def examine(task):
    raise KeyboardInterrupt
plans.examine = examine
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [[], ["--fail-on", "error"]])
def test_an_interrupt_is_told_by_the_exit_code_alone(words: list[str], minimal_plan: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", INTERRUPTED, "validate", *words],
        cwd=minimal_plan,
        env={"PATH": os.environ["PATH"], "SMARTPLAN_NO_CACHE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")

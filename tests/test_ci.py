"""What runs smartplan for others: the action, the templates; no checkout can hijack it."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.metadata import distributions, requires
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import MINIMAL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as canonical

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"
WORKFLOW = ROOT / ".github" / "workflows" / "test.yml"
GITLAB = ROOT / "ci" / "gitlab" / "smartplan.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GUIDE = ROOT / "docs" / "ci.md"


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def schema_says(schema: str, *paths: Path) -> str:
    """The complaints of a schema that ships with check-jsonschema; no network."""
    done = subprocess.run(
        [sys.executable, "-I", "-m", "check_jsonschema", "--builtin-schema", schema, *paths],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", WORKFLOW),
        ("custom.github-workflows-require-timeout", WORKFLOW),
        ("vendor.gitlab-ci", GITLAB),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_file_keeps_its_schema(schema: str, path: Path) -> None:
    assert schema_says(schema, path) == ""


def test_a_schema_refuses_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "action.yml"
    wrong.write_text(ACTION.read_text("utf-8").replace("runs:", "run:"), encoding="utf-8")
    assert "runs" in schema_says("vendor.github-actions", wrong)


def blocks() -> list[str]:
    """The YAML blocks of the guide."""
    return re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", [one for one in blocks() if one.startswith("name:")])
def test_the_workflows_of_the_guide_are_safe(block: str, tmp_path: Path) -> None:
    path = tmp_path / "workflow.yml"
    path.write_text(block, encoding="utf-8")
    document = read(path)

    assert schema_says("vendor.github-workflows", path) == ""
    assert schema_says("custom.github-workflows-require-timeout", path) == ""
    assert document["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in block
    assert "secrets" not in block
    for used in re.findall(r"uses: (\S+)", block):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
    for job in document["jobs"].values():
        assert all("run" not in step for step in job["steps"])
        assert job["steps"][0]["with"] == {"persist-credentials": False}


def test_the_gitlab_example_keeps_its_schema(tmp_path: Path) -> None:
    [block] = [one for one in blocks() if one.startswith("include:")]
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(block, encoding="utf-8")
    assert schema_says("vendor.gitlab-ci", path) == ""


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(ACTION)["runs"]["steps"]
    return found


def test_the_action_takes_its_inputs_through_the_environment() -> None:
    for step in steps():
        assert "${{" not in step["run"]
        assert "uses" not in step
        assert "set -euo pipefail" in step["run"]
    given = " ".join(str(value) for step in steps() for value in step["env"].values())
    asked = set(re.findall(r"inputs\.(\w+)", given))
    assert asked == set(read(ACTION)["inputs"])
    assert "secrets" not in ACTION.read_text("utf-8")


@pytest.mark.parametrize(
    "path",
    [ACTION, GITLAB, HOOKS, GUIDE, ROOT / "README.md", *sorted((ROOT / "templates").rglob("*.j2"))],
    ids=lambda path: path.name,
)
def test_nothing_installs_smartplan_by_its_bare_name(path: Path) -> None:
    """It is on no package index: whoever registers the name there first would be installed."""
    text = path.read_text("utf-8")
    assert not re.search(r"smartplan==|pip\b.* install (?:-\S+ )*smartplan\b", text)


def test_the_gitlab_template_fixes_the_versions_of_everything_it_installs() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8").split()
    fixed = read(GITLAB)["smartplan"]["variables"]["SMARTPLAN_CONSTRAINTS"].split()
    assert set(fixed) <= set(pins)
    names = {canonical(pin.partition("==")[0]) for pin in fixed}
    assert names == needed("smartplan") | needed("hatchling") | {"hatchling"}


def needed(package: str) -> set[str]:
    """What a package needs, and what that needs, without extras."""
    found: set[str] = set()
    for line in requires(package) or ():
        wanted = Requirement(line)
        name = canonical(wanted.name)
        if not (wanted.marker and "extra" in str(wanted.marker)):
            found |= {name}
            found |= needed(name) if distributed(name) else set()
    return found - {"colorama", "tomli"}  # on Windows alone, and for older Pythons


def distributed(name: str) -> bool:
    """Whether it is installed here."""
    return any(canonical(one.metadata["Name"]) == name for one in distributions())


def test_the_hook_checks_whole_plans() -> None:
    [hook] = read(HOOKS)
    assert hook["id"] == "smartplan-validate"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert hook["always_run"] is True
    assert "files" not in hook  # a deleted or renamed file matches no pattern
    assert hook["entry"].split() == ["smartplan", "validate"]


# A checkout that wants to run its own code

HOSTILE = ("yaml.py", "typer.py", "pydantic.py", "smartplan.py", "sitecustomize.py", "json.py")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A plan whose repository holds modules named like smartplan's own libraries."""
    checkout = tmp_path / "checkout"
    shutil.copytree(MINIMAL, checkout / "rencana")
    for name in HOSTILE:
        for folder in (checkout, checkout / "rencana"):
            (folder / name).write_text(
                f"open({str(tmp_path / 'stolen')!r}, 'a').write(__file__)\n", encoding="utf-8"
            )
    return checkout


def clean_environment(tmp_path: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "HOME": str(tmp_path), "SMARTPLAN_NO_CACHE": "1", **more}


def console_script() -> str:
    return str(Path(sysconfig.get_path("scripts")) / "smartplan")


@pytest.mark.parametrize(
    "command",
    [[sys.executable, "-I", "-m", "smartplan"], [console_script()]],
    ids=["isolated", "script"],
)
@pytest.mark.parametrize("where", [".", "rencana"])
def test_a_hostile_checkout_is_not_imported(
    hostile: Path, tmp_path: Path, command: list[str], where: str
) -> None:
    folder = hostile / where
    done = subprocess.run(
        [*command, "validate", "rencana" if where == "." else "."],
        cwd=folder,
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / "stolen").exists()


def test_the_trap_would_have_shut(hostile: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "smartplan", "validate", "rencana"],
        cwd=hostile,
        env=clean_environment(tmp_path),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (tmp_path / "stolen").exists()


# The steps of the action and the job of the template, as runners start them

BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="needs bash")
FAULTY = "programs: [{id: a, name: A, dimension: ekonomi}]\n"
VICTIM = "tetap seperti semula\n"

INSTALLER = f"""\
#!/bin/sh
# Stands for Python: makes an environment whose Python is ours, and keeps what pip is told.
case "$*" in
  "-I -c "*) exit 0 ;;
  "-I -m venv "*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
  *" -m pip "*|"-I -m pip "*)
    printf '%s\\n' "$PWD" "[$PIP_CONSTRAINT] [$PIP_BUILD_CONSTRAINT]" "$@" > "$RECORD" ;;
  *) exec "{sys.executable}" "$@" ;;
esac
"""


@pytest.fixture
def recorder(tmp_path: Path) -> Path:
    """A `python` that installs nothing; `pip.txt` says what pip was asked to do."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "python").write_text(INSTALLER, encoding="utf-8")
    (folder / "python").chmod(0o755)
    return folder / "python"


def asked_of_pip(tmp_path: Path) -> tuple[str, str, list[str]]:
    """The folder pip ran in, the constraints of its environment, and its words after `install`."""
    folder, constraints, *words = (tmp_path / "pip.txt").read_text("utf-8").splitlines()
    return folder, constraints, words[words.index("install") + 1 :]


def started(
    script: str, cwd: Path, environment: dict[str, str], shell: str = "bash"
) -> subprocess.CompletedProcess[str]:
    options = ["--noprofile", "--norc", "-o", "pipefail"] if shell == "bash" else []
    return subprocess.run(
        [str(shutil.which(shell)), *options, "-e", "-c", script],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "words", "built_with"),
    [
        ({}, ["--constraint", "{action}/constraints.txt", "{action}"], "{action}/constraints.txt"),
        (
            {"SMARTPLAN_REQUIREMENTS": "ci/kunci kami.txt"},
            [
                "--require-hashes",
                "--only-binary",
                ":all:",
                "--requirement",
                "{here}/ci/kunci kami.txt",
            ],
            "",
        ),
        (
            {"SMARTPLAN_REQUIREMENTS": "/etc/kunci.txt"},
            ["--require-hashes", "--only-binary", ":all:", "--requirement", "/etc/kunci.txt"],
            "",
        ),
    ],
)
def test_the_action_installs_its_own_commit_or_by_hash(
    tmp_path: Path, recorder: Path, inputs: dict[str, str], words: list[str], built_with: str
) -> None:
    for folder in ("aksi", "kerja", "temp"):
        (tmp_path / folder).mkdir()
    places = {"action": str(tmp_path / "aksi"), "here": str(tmp_path / "kerja")}
    environment = clean_environment(
        tmp_path,
        RECORD=str(tmp_path / "pip.txt"),
        RUNNER_TEMP=str(tmp_path / "temp"),
        GITHUB_WORKSPACE=places["here"],
        SMARTPLAN_ACTION=places["action"],
        SMARTPLAN_PYTHON=str(recorder),
        **{"SMARTPLAN_REQUIREMENTS": "", **inputs},
    )
    done = started(steps()[0]["run"], tmp_path, environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    folder, constraints, asked = asked_of_pip(tmp_path)
    assert folder == str(tmp_path / "temp")
    assert asked == ["--quiet", *(word.format(**places) for word in words)]
    assert constraints == "[{0}] [{0}]".format(built_with.format(**places))


Start = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def check(hostile: Path, tmp_path: Path) -> Start:
    """The action's second step, with inputs."""
    (hostile / "rencana" / "programs.yaml").write_text(FAULTY, encoding="utf-8")
    temp = tmp_path / "temp"
    bin_ = temp / "smartplan-venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (bin_ / "python").chmod(0o755)
    inputs = {
        "SMARTPLAN_ARGS": "--fail-on warning",
        "SMARTPLAN_OUTPUT_FORMAT": "github",
        "SMARTPLAN_PLAN": "rencana\n",
        "SMARTPLAN_SARIF": "out.sarif",
    }

    def start(**more: str) -> subprocess.CompletedProcess[str]:
        environment = clean_environment(
            tmp_path,
            RUNNER_TEMP=str(temp),
            GITHUB_WORKSPACE=str(hostile),
            GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
            **{**inputs, **more},
        )
        return started(steps()[1]["run"], tmp_path, environment)

    return start


@needs_bash
def test_the_action_reports_and_leaves_with_the_code_of_the_findings(
    check: Start, hostile: Path, tmp_path: Path
) -> None:
    wrong = check(SMARTPLAN_PLAN="rencana\n$(touch stolen)\n")
    assert wrong.returncode == 2
    assert not (hostile / "stolen").exists()

    done = check()
    assert done.returncode == 1
    assert "::error file=rencana/programs.yaml,line=1," in done.stdout
    assert "SCH" in (tmp_path / "summary").read_text("utf-8")
    assert '"version": "2.1.0"' in (hostile / "out.sarif").read_text("utf-8")
    assert not (tmp_path / "stolen").exists()


@needs_bash
def test_every_line_of_the_actions_options_counts(check: Start) -> None:
    options = "--quiet\n--write-baseline\n\n  acuan.json --lang en\n"
    done = check(SMARTPLAN_ARGS=options, SMARTPLAN_SARIF="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = check(SMARTPLAN_ARGS="--quiet\n--lang fr", SMARTPLAN_SARIF="")
    assert (done.returncode, "--lang" in done.stderr) == (2, True)
    done = check(SMARTPLAN_ARGS="", SMARTPLAN_SARIF="")
    assert (done.returncode, "kesalahan" in done.stderr) == (1, True)
    done = check(SMARTPLAN_ARGS="*", SMARTPLAN_SARIF="")
    assert (done.returncode, "`*`" in done.stderr) == (2, True)


@needs_bash
def test_inputs_with_the_line_ends_of_windows_mean_the_same(check: Start, hostile: Path) -> None:
    shutil.copytree(MINIMAL, hostile / "rencana dua")
    done = check(
        SMARTPLAN_PLAN="rencana\r\nrencana dua\r\n", SMARTPLAN_ARGS="--quiet\r\n--lang en\r\n"
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "error" in done.stdout


@needs_bash
def test_the_actions_sarif_is_not_written_through_a_link(
    check: Start, hostile: Path, tmp_path: Path
) -> None:
    (tmp_path / "korban.txt").write_text(VICTIM, encoding="utf-8")
    (hostile / "out.sarif").symlink_to("../korban.txt")
    done = check()
    assert done.returncode == 2
    assert "`out.sarif` adalah tautan ke tempat lain" in done.stderr
    assert (tmp_path / "korban.txt").read_text("utf-8") == VICTIM
    (hostile / "keluar").symlink_to("..", target_is_directory=True)
    assert check(SMARTPLAN_SARIF="keluar/hasil.sarif").returncode == 2
    assert not (tmp_path / "hasil.sarif").exists()


# GitLab

SOURCE = "git+https://git.example.go.id/smartplan@0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def job(hostile: Path, tmp_path: Path, recorder: Path) -> Start:
    """The job of the template, with variables; the checkout has two plans."""
    shutil.copytree(MINIMAL, hostile / "rencana dua")
    (hostile / "rencana dua" / "programs.yaml").write_text(FAULTY, encoding="utf-8")
    [script] = read(GITLAB)["smartplan"]["script"]
    usual = read(GITLAB)["smartplan"]["variables"]

    def start(shell: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = clean_environment(
            tmp_path, CI_PROJECT_DIR=str(hostile), RECORD=str(tmp_path / "pip.txt"),
            TMPDIR=str(tmp_path), **{**usual, "SMARTPLAN_SOURCE": SOURCE, **more},
        )  # fmt: skip
        environment["PATH"] = f"{recorder.parent}{os.pathsep}{environment['PATH']}"
        return started(script, hostile, environment, shell)

    return start


SHELLS = [name for name in ("bash", "dash") if shutil.which(name)]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_gitlab_job_checks_several_plans_by_the_names_they_have(
    job: Start, hostile: Path, shell: str
) -> None:
    done = job(shell, SMARTPLAN_PLAN="rencana\n\nrencana dua\n")
    assert (done.returncode, done.stderr) == (1, "")
    report = json.loads((hostile / "gl-code-quality-report.json").read_text("utf-8"))
    assert {entry["location"]["path"].partition("/")[0] for entry in report} == {"rencana dua"}
    for name in ("rencan*", "$(touch stolen)", "rencana;touch stolen", "-q"):
        done = job(shell, SMARTPLAN_PLAN=f"rencana\n{name}")
        assert (done.returncode, f"`{name}`" in done.stderr) == (2, True)
        assert not (hostile / "stolen").exists()
    assert job(shell, SMARTPLAN_PLAN="rencana").returncode == 0
    done = job(
        shell, SMARTPLAN_PLAN="rencana\r\nrencana dua\r\n", SMARTPLAN_ARGS="-q\r\n--lang en\r\n"
    )
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_line_of_the_gitlab_options_counts_and_none_is_a_glob(
    job: Start, hostile: Path, shell: str
) -> None:
    done = job(shell, SMARTPLAN_PLAN="rencana dua", SMARTPLAN_ARGS="--quiet\n--fail-on\nx")
    assert (done.returncode, "--fail-on" in done.stderr) == (2, True)
    done = job(shell, SMARTPLAN_PLAN="rencana", SMARTPLAN_ARGS="renc*")
    assert (done.returncode, "`renc*`" in done.stderr) == (2, True)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_gitlab_job_writes_through_no_link(
    job: Start, hostile: Path, tmp_path: Path, shell: str
) -> None:
    (tmp_path / "korban.txt").write_text(VICTIM, encoding="utf-8")
    for name in ("gl-code-quality-report.json", "smartplan-changes.md"):
        (hostile / name).symlink_to("../korban.txt")
    done = job(shell, SMARTPLAN_PLAN="rencana\nrencana dua", SMARTPLAN_DIFF="HEAD")
    assert done.returncode == 1
    assert (tmp_path / "korban.txt").read_text("utf-8") == VICTIM
    assert (hostile / "gl-code-quality-report.json").read_text("utf-8").startswith("[")
    for name in ("gl-code-quality-report.json", "smartplan-changes.md"):
        assert not (hostile / name).is_symlink()


def test_a_report_that_a_commit_brought_along_is_gone(job: Start, hostile: Path) -> None:
    (hostile / "gl-code-quality-report.json").write_text("[]", encoding="utf-8")
    assert job(SHELLS[0], SMARTPLAN_PLAN="tidak-ada").returncode == 2
    assert not (hostile / "gl-code-quality-report.json").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_gitlab_job_installs_from_a_repository_or_by_hash(
    job: Start, hostile: Path, tmp_path: Path, shell: str
) -> None:
    assert job(shell, SMARTPLAN_PLAN="rencana").returncode == 0
    folder, constraints, asked = asked_of_pip(tmp_path)
    assert not Path(folder).is_relative_to(hostile)
    fixed = f"{folder}/constraints.txt"
    assert asked == ["--quiet", "--constraint", fixed, f"smartplan @ {SOURCE}"]
    assert constraints == f"[{fixed}] [{fixed}]"
    written = Path(fixed).read_text("utf-8").split()
    assert written == read(GITLAB)["smartplan"]["variables"]["SMARTPLAN_CONSTRAINTS"].split()

    job(shell, SMARTPLAN_PLAN="rencana", SMARTPLAN_REQUIREMENTS="/etc/kunci kami.txt")
    asked = asked_of_pip(tmp_path)[2]
    assert asked == [
        "--quiet",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        "/etc/kunci kami.txt",
    ]

    (tmp_path / "pip.txt").unlink()
    done = job(shell, SMARTPLAN_PLAN="rencana", SMARTPLAN_SOURCE="")
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout == (
        "SMARTPLAN_SOURCE must name smartplan's repository and a commit: git+https://…@…\n"
    )
    for inside in ("kunci.txt", str(hostile / "kunci.txt")):
        done = job(shell, SMARTPLAN_PLAN="rencana", SMARTPLAN_REQUIREMENTS=inside)
        assert (done.returncode, "outside the checkout" in done.stdout) == (2, True)
    assert not (tmp_path / "pip.txt").exists()

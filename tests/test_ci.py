"""What runs smartplan for others: the action, the templates; no checkout can hijack it."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import MINIMAL

from smartplan import __version__

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


def test_versions_are_those_of_this_release() -> None:
    assert read(GITLAB)["smartplan"]["variables"]["SMARTPLAN_VERSION"] == __version__


def test_the_hook_checks_whole_plans() -> None:
    [hook] = read(HOOKS)
    assert hook["id"] == "smartplan-validate"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "rencana/programs/economy.yaml")
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


# The action's second step, as the runner starts it

BASH = shutil.which("bash")


@pytest.mark.skipif(BASH is None, reason="needs bash")
def test_the_action_reports_and_leaves_with_the_code_of_the_findings(
    hostile: Path, tmp_path: Path
) -> None:
    assert BASH is not None
    programs = hostile / "rencana" / "programs.yaml"
    programs.write_text("programs: [{id: a, name: A, dimension: ekonomi}]\n", encoding="utf-8")
    summary, temp = tmp_path / "summary", tmp_path / "temp"
    bin_ = temp / "smartplan-venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (bin_ / "python").chmod(0o755)
    inputs = {
        "SMARTPLAN_ARGS": "--fail-on warning",
        "SMARTPLAN_OUTPUT_FORMAT": "github",
        "SMARTPLAN_PLAN": "rencana\n$(touch stolen)\n",
        "SMARTPLAN_SARIF": "out.sarif",
    }

    def start(**more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", steps()[1]["run"]],
            cwd=tmp_path,
            env=clean_environment(
                tmp_path,
                RUNNER_TEMP=str(temp),
                GITHUB_WORKSPACE=str(hostile),
                GITHUB_STEP_SUMMARY=str(summary),
                **{**inputs, **more},
            ),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    wrong = start()
    assert wrong.returncode == 2
    assert not (hostile / "stolen").exists()

    done = start(SMARTPLAN_PLAN="rencana\n")
    assert done.returncode == 1
    assert "::error file=rencana/monev.yaml,line=8," in done.stdout
    assert "SCH" in summary.read_text("utf-8")
    assert '"version": "2.1.0"' in (hostile / "out.sarif").read_text("utf-8")
    assert not (tmp_path / "stolen").exists()

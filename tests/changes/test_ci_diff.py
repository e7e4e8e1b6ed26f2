"""The action's step that tells what changed, as the runner starts it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from changed_plans import git

ACTION = Path(__file__).parents[2] / "action.yml"
BASH = shutil.which("bash")


@pytest.mark.skipif(BASH is None, reason="needs bash")
@pytest.mark.parametrize("base", ["true", "awal", "hilang"])
def test_the_summary_has_the_changes(repository, tmp_path, base):
    path = repository / "rencana" / "monev.yaml"
    path.write_text(path.read_text("utf-8").replace("2025: 50", "2025: 55", 1), encoding="utf-8")
    git(repository, "commit", "--quiet", "-am", "target")
    step = yaml.load(ACTION.read_text("utf-8"), yaml.CSafeLoader)["runs"]["steps"][2]
    bin_ = tmp_path / "temp" / "smartplan-venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (bin_ / "python").chmod(0o755)
    summary = tmp_path / "summary"

    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(tmp_path),
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_WORKSPACE": str(repository),
            "GITHUB_STEP_SUMMARY": str(summary),
            "SMARTPLAN_DIFF": base,
            "SMARTPLAN_PLAN": "rencana\n",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert done.returncode == 0
    if base == "hilang":
        assert "tidak ada revisi `hilang`" in done.stderr
        assert summary.read_text("utf-8") == ""
    else:
        assert "| **indikator k-public-service**" in summary.read_text("utf-8")
        assert done.stderr == ""

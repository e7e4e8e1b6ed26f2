"""The plans that benchmarks measure are plans: what is checked and rendered is no error message."""

import subprocess
import sys
from pathlib import Path

import pytest
from commands import called

GENERATE = Path(__file__).parent.parent / "bench" / "generate.py"


def test_a_generated_plan_has_no_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, GENERATE, tmp_path / "plan"], check=True)
    monkeypatch.chdir(tmp_path)
    out, _ = called(capfd, "validate", "plan", "--no-cache", "--output-format", "concise")
    codes = {line.split(" ")[2] for line in out.splitlines() if ": error " in line}
    assert codes == set()
    assert "plan/" in out  # its warnings

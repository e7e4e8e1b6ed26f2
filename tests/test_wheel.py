"""The wheel stands alone: built, installed into an empty environment, it checks and renders."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import EXAMPLES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_templates_and_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "smartplan/templates/id/buku-2/04-rencana-aksi.md.j2" in names
    assert "smartplan/templates/html/style.css" in names
    assert "smartplan/frameworks/kominfo-2021.yaml" in names
    assert "smartplan/regions/regions.csv" in names
    assert not [name for name in names if "test" in name.split("/")[0]]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"smartplan"}
    assert wheel.stat().st_size < 1_000_000


def test_an_empty_environment_checks_and_renders(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    python = venv / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    installed = subprocess.run(
        [*pip, "-c", str(ROOT / "constraints.txt"), str(wheel)],
        capture_output=True,
        text=True,
        check=False,
    )
    if installed.returncode and "No matching distribution" in installed.stderr:
        pytest.skip("no package registry can be reached")
    assert installed.returncode == 0, installed.stderr

    smartplan = [str(python), "-I", "-m", "smartplan"]
    plan = str(EXAMPLES / "buleleng")
    run = {"cwd": tmp_path, "capture_output": True, "text": True, "encoding": "utf-8"}
    checked = subprocess.run([*smartplan, "validate", plan], check=False, **run)
    rendered = subprocess.run([*smartplan, "render", plan, "--out", "buku"], check=False, **run)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert rendered.returncode == 0, rendered.stdout + rendered.stderr
    assert (tmp_path / "buku").is_dir()
    help_page = subprocess.run([*smartplan, "--help"], check=False, **run)
    assert "validate" in help_page.stdout

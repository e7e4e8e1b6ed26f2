"""The same plan gives the same bytes, whatever machine, clock, locale, place or hash seed."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

MINIMAL = Path(__file__).parents[1] / "plans" / "minimal"


def rendered(plan: Path, out: Path, umask: int = 0o022, **env: str) -> dict[str, tuple[bytes, int]]:
    """Everything in the output: bytes and modes by path."""
    subprocess.run(
        [sys.executable, "-m", "smartplan", "render", str(plan), "--out", out.name],
        cwd=out.parent,
        env={"PATH": os.environ["PATH"], **env},
        umask=umask,
        check=True,
        capture_output=True,
    )
    return {
        path.relative_to(out).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            stat.S_IMODE(path.stat().st_mode),
        )
        for path in sorted(out.rglob("*"))
    }


@pytest.mark.parametrize(
    ("umask", "env"),
    [
        (0o022, {"PYTHONHASHSEED": "1"}),
        (0o077, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"}),
        (0o002, {"LANG": "en_US.UTF-8", "LC_ALL": "C", "TZ": "America/Los_Angeles"}),
        (0o022, {"LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "0", "HOME": "/nonexistent"}),
    ],
    ids=["seed", "umask", "locale", "home"],
)
def test_surroundings_change_nothing(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, umask: int, env: dict[str, str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("lain") / "rencana kota é"
    shutil.copytree(MINIMAL, elsewhere)
    plain = rendered(MINIMAL, tmp_path / "buku", PYTHONHASHSEED="0")
    other = rendered(elsewhere, tmp_path_factory.mktemp("x") / "situs", umask, **env)
    assert other.keys() == plain.keys()
    assert {path for path in plain if plain[path] != other[path]} == set()


ANOTHER_CLOCK = """\
import time
time.time = lambda: 4_102_444_800.0
time.time_ns = lambda: 4_102_444_800_000_000_000
moment = time.gmtime(4_102_444_800)
time.localtime = time.gmtime = lambda *_: moment
"""


def test_another_clock_and_younger_files_change_nothing(tmp_path: Path) -> None:
    plan, clock = tmp_path / "rencana", tmp_path / "jam"
    shutil.copytree(MINIMAL, plan)
    for path in plan.rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(ANOTHER_CLOCK, encoding="utf-8")
    tells = [sys.executable, "-c", "import time; print(time.time())"]
    told = subprocess.run(tells, env={"PYTHONPATH": str(clock)}, capture_output=True, check=True)
    assert told.stdout.split() == [b"4102444800.0"]
    later = rendered(plan, tmp_path / "a", PYTHONPATH=str(clock))
    assert later == rendered(MINIMAL, tmp_path / "b")


def test_templates_compiled_before_or_now_give_the_same(tmp_path: Path) -> None:
    afresh = rendered(
        MINIMAL, tmp_path / "a", PYTHONDONTWRITEBYTECODE="1", PYTHONPYCACHEPREFIX=str(tmp_path)
    )
    filling = rendered(MINIMAL, tmp_path / "b", PYTHONPYCACHEPREFIX=str(tmp_path / "kode"))
    kept = list((tmp_path / "kode").rglob("*.template"))
    assert len(kept) > 30
    filled = rendered(MINIMAL, tmp_path / "c", PYTHONPYCACHEPREFIX=str(tmp_path / "kode"))
    assert afresh == filling == filled
    assert sorted(kept) == sorted((tmp_path / "kode").rglob("*.template"))


def test_line_ends_of_the_plan_do_not_show(tmp_path: Path) -> None:
    windows = tmp_path / "rencana"
    shutil.copytree(MINIMAL, windows)
    for path in windows.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert rendered(windows, tmp_path / "a") == rendered(MINIMAL, tmp_path / "b")


def test_no_path_of_this_machine_is_printed(tmp_path: Path) -> None:
    files = rendered(MINIMAL, tmp_path / "buku")
    for secret in (str(tmp_path), str(MINIMAL), f"{Path.home()}/"):
        assert not [path for path, (content, _) in files.items() if secret.encode() in content]

"""A render that is stopped at any moment leaves the old site whole, or the new one."""

import itertools
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MANIFEST = """\
smartplan: 1
title: Rencana {word}
region: {{code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}}
period: {{start: 2024, end: 2033}}
as_of: 2025-06-30
"""
KILLS = 50
CLEAN = (signal.SIGTERM, signal.SIGINT)
"""Signals that a process may answer, so that it leaves nothing behind."""


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def begun(plan: Path, out: Path) -> subprocess.Popen[bytes]:
    """A render in a process of its own, as a user would start it."""
    words = ["render", str(plan), "--out", str(out), "--book", "buku-3"]
    return subprocess.Popen(
        [sys.executable, "-m", "smartplan", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def rendered(plan: Path, out: Path) -> tuple[dict[str, bytes], float]:
    """The whole output, and the seconds it took."""
    started = time.perf_counter()
    assert begun(plan, out).wait(timeout=120) == 0
    return tree(out), time.perf_counter() - started


def litter(out: Path) -> set[str]:
    return {path.name for path in out.parent.glob(f".{out.name}.*")}


def wait_for_writing(process: subprocess.Popen[bytes], beside: Path) -> None:
    """Until the new output is being written, or the process has ended."""
    while process.poll() is None and not any(beside.glob(".situs.tmp-*")):
        time.sleep(0.001)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "rencana"
    folder.mkdir()
    return folder


def says(plan: Path, word: str) -> None:
    (plan / "smartplan.yaml").write_text(MANIFEST.format(word=word), encoding="utf-8")


def test_stopped_at_fifty_moments_the_site_is_the_old_or_the_new(
    plan: Path, tmp_path: Path
) -> None:
    out, kept = tmp_path / "keluaran" / "situs", tmp_path / "lama"
    says(plan, "lama")
    old, _ = rendered(plan, out)
    shutil.copytree(out, kept)
    says(plan, "baru")
    new, seconds = rendered(plan, tmp_path / "baru")
    assert {path for path in new if new[path] != old.get(path)} > {"html/index.html"}

    chance = random.Random(22)
    signals = itertools.cycle((signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGINT))
    ended: dict[str, int] = {"old": 0, "new": 0}
    for number, stop in zip(range(KILLS), signals, strict=False):
        before = litter(out)
        process = begun(plan, out)
        # Half of them anywhere in its life, half of them while it writes.
        if number % 8 < 4:
            time.sleep(chance.random() * seconds)
        else:
            wait_for_writing(process, out.parent)
            time.sleep(chance.random() * seconds / 8)
        process.send_signal(stop)
        process.wait(timeout=120)
        left = tree(out)
        assert left in (old, new), (number, stop)
        if stop in CLEAN:
            assert litter(out) <= before, (number, stop)
        ended["new" if left == new else "old"] += 1
        if left == new:
            shutil.rmtree(out)
            shutil.copytree(kept, out)
    assert ended["old"] > KILLS / 4, ended

    # Whatever the dead have left stands in nobody's way.
    assert rendered(plan, out)[0] == new
    assert [path.name for path in out.parent.iterdir()] == ["situs"]

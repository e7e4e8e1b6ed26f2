"""Several plans: in the order given, the same with any number of processes, none left behind."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from weakref import WeakSet

import pytest
from conftest import MINIMAL, Run, overlay

from smartplan.cli.plans import Task, examine
from smartplan.reading import Reading

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "SMARTPLAN_NO_CACHE": "1"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def plans(tmp_path: Path) -> list[str]:
    """Seven plans, each with another fault, and the last without a manifest."""
    names = [f"rencana-{number}" for number in range(7)]
    for number, name in enumerate(names):
        shutil.copytree(MINIMAL, tmp_path / name)
        term = f"  - {{term: T{number}, meaning: Kata, sources: [S{number + 70}]}}\n"
        overlay(tmp_path / name, {"theory.yaml": "terms:\n" + term * (number + 1)})
    (tmp_path / names[-1] / "smartplan.yaml").unlink()
    return names


@pytest.mark.parametrize("form", ["full", "json", "gitlab"])
def test_the_number_of_processes_changes_nothing(run: Run, plans: list[str], form: str) -> None:
    one, two, many = (
        run("validate", *plans, "--jobs", jobs, "--output-format", form) for jobs in "129"
    )
    assert one.stdout == two.stdout == many.stdout
    assert [one.returncode, two.returncode, many.returncode] == [1, 1, 1]


def test_plans_are_told_in_the_order_given(run: Run, plans: list[str]) -> None:
    backwards = plans[::-1]
    done = run("validate", *backwards, "--jobs", "3", "--output-format", "concise")
    heads = [line.partition("/")[0] for line in done.stdout.splitlines()]
    assert list(dict.fromkeys(heads)) == backwards


@pytest.mark.parametrize("words", [("-q",), ("-q", "--fail-on", "error"), ("-q", "--diff")])
def test_a_plan_that_is_named_twice_is_checked_once(
    run: Run, plans: list[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Whatever it is called; the first name counts."""
    (tmp_path / "nama-lain").symlink_to(plans[0], target_is_directory=True)
    once = run("validate", plans[0], plans[1], *words)
    again = (plans[0], plans[1], f"./{plans[0]}", str(tmp_path / plans[1]), "nama-lain")
    twice = run("validate", *again, f"{plans[0]}/smartplan.yaml", *words)
    assert (twice.returncode, twice.stdout) == (once.returncode, once.stdout)
    here = run("validate", ".", ".", cwd=tmp_path / plans[0])
    assert " dalam 11 berkas; " in here.stderr
    assert here.stdout.count("REF001: ") == 1


def test_a_folder_that_is_not_there_stops_before_any_work(run: Run, plans: list[str]) -> None:
    done = run("validate", *plans, "tidak-ada")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_jobs_is_a_number_of_processes(run: Run, plans: list[str], jobs: str) -> None:
    assert run("validate", *plans, "--jobs", jobs).returncode == 2


def test_nothing_is_said_of_progress_where_nobody_watches(run: Run, plans: list[str]) -> None:
    done = run("validate", *plans, "--jobs", "2")
    assert "\r" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


SLOW = """
import sys, time
from smartplan.cli.program import run
import smartplan.load as loading
load = loading.load
def slow(folder, name=""):
    time.sleep(30)
    return load(folder, name)
loading.load = slow
sys.exit(run(["validate", *sys.argv[1:], "--jobs", "2"]))
"""
"""The program with plans that take long to read: time to interrupt it."""


def start(folder: Path, plans: list[str], program: str = SLOW) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-I", "-c", program, *plans],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def workers(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a process has started, once there are two."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(600):
        found = [int(word) for word in children.read_text("ascii").split()]
        if len(found) == 2:
            return found
        time.sleep(0.05)
    raise AssertionError("no workers were started")


def gone(pid: int) -> bool:
    for _ in range(200):
        try:
            state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@linux
def test_a_worker_that_dies_is_an_internal_error(tmp_path: Path, plans: list[str]) -> None:
    process = start(tmp_path, plans)
    first, second = workers(process)
    os.kill(first, signal.SIGKILL)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("smartplan: WorkerDied: ")
    assert gone(second)


@linux
@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupt_ends_everything(tmp_path: Path, plans: list[str], whole_group: bool) -> None:
    process = start(tmp_path, plans)
    started = workers(process)
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")
    assert all(gone(pid) for pid in started)


@linux
def test_workers_end_when_nobody_waits_for_them(tmp_path: Path, plans: list[str]) -> None:
    process = start(tmp_path, plans, SLOW.replace("30", "1"))
    started = workers(process)
    process.kill()
    process.communicate(timeout=20)
    assert all(gone(pid) for pid in started)


FAULTY = """
import sys
from smartplan.cli.program import run
import smartplan.load as loading
def broken(folder, name=""):
    raise ValueError("a bug\\nin two lines")
loading.load = broken
sys.exit(run([*sys.argv[1:]]))
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_is_one_line_wherever_it_happens(tmp_path: Path, plans: list[str], jobs: str) -> None:
    words = [sys.executable, "-I", "-c", FAULTY, "validate", *plans, "--jobs", jobs]
    done = subprocess.run(
        words, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) == 1
    assert "ValueError: a bug" in done.stderr
    debug = [*words[:4], "--debug", *words[4:]]
    done = subprocess.run(
        debug, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert "in broken" in done.stderr


@linux
def test_progress_shows_on_a_terminal_and_is_gone_at_the_end(
    tmp_path: Path, plans: list[str]
) -> None:
    import pty

    slow = SLOW.replace("30", "0.7").replace('"2"', '"1"')
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", slow, *plans[:4]],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    process.wait(timeout=20)
    text = shown.decode("utf-8")
    assert "\r3 dari 4 rencana diperiksa …" in text
    last = text.rstrip("\r\n").rpartition("\r")[2]
    assert " detik" in last


def test_a_process_holds_one_plan_at_a_time(plans: list[str], tmp_path: Path) -> None:
    for name in plans[:2]:
        examine(Task(tmp_path / name, name))
    gc.disable()
    try:
        held = WeakSet(one for one in gc.get_objects() if isinstance(one, Reading))
        assert held
        examine(Task(tmp_path / plans[2], plans[2]))
        assert not held
    finally:
        gc.enable()

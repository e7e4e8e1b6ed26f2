"""The output folder appears whole or not at all, and nothing else is ever touched."""

import fcntl
import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from smartplan import __version__
from smartplan.book import publish as publishing
from smartplan.book.lock import Busy, created
from smartplan.book.publish import MARKER, Refused, Unwritable, publish

OLD = {"index.html": b"lama", "buku-1/01-a.html": b"lama"}
NEW = {"index.html": b"baru", "buku-2/01-b.html": b"baru"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "rencana"
    folder.mkdir()
    (folder / "smartplan.yaml").write_text("smartplan: 1\n", encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path, plan: Path) -> Path:
    """An output that is already there."""
    folder = tmp_path / "keluaran" / "situs"
    publish(OLD, folder, plan, "sidik")
    return folder


def test_a_new_output_is_complete_and_marked(out: Path) -> None:
    assert tree(out) == OLD
    assert names(out.parent) == ["situs"]
    marker = json.loads((out / MARKER).read_text("utf-8"))
    assert marker == {
        "smartplan": __version__,
        "input": "sidik",
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in OLD.items()},
    }


def test_an_output_is_replaced_whole(out: Path, plan: Path) -> None:
    publish(NEW, out, plan, "sidik")
    assert tree(out) == NEW
    assert not (out / "buku-1").exists()
    assert names(out.parent) == ["situs"]


def test_modes_do_not_depend_on_the_umask(tmp_path: Path, plan: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(NEW, tmp_path / "situs", plan, "sidik")
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "situs").rglob("*.html")}
    assert modes == {0o644}
    assert stat.S_IMODE((tmp_path / "situs").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "situs" / "buku-2").stat().st_mode) == 0o755


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("rencana", "is the plan's folder"),
        (".", "holds the plan's folder"),
        ("rencana/team", "is inside the plan"),
        ("rencana/.git", "is inside the plan"),
        ("asing", "holds files that smartplan did not write"),
        ("berkas.txt", "is not a folder"),
        ("tautan", "is a symbolic link"),
        ("/", "is the root of the file system"),
    ],
)
def test_what_is_not_ours_is_refused(tmp_path: Path, plan: Path, where: str, said: str) -> None:
    (tmp_path / "asing").mkdir()
    (tmp_path / "asing" / "surat.docx").write_bytes(b"penting")
    (tmp_path / "berkas.txt").write_bytes(b"penting")
    (tmp_path / "tautan").symlink_to(tmp_path / "asing", target_is_directory=True)
    before = tree(tmp_path)
    with pytest.raises(Refused, match=said):
        publish(NEW, tmp_path / where, plan, "sidik")
    assert tree(tmp_path) == before


def test_the_home_folder_and_the_current_folder_are_refused(
    tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rumah", "kerja"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    monkeypatch.chdir(tmp_path / "kerja")
    with pytest.raises(Refused, match="is the home folder"):
        publish(NEW, tmp_path / "rumah", plan, "sidik")
    with pytest.raises(Refused, match="is the current folder"):
        publish(NEW, Path(), plan, "sidik")


@pytest.mark.parametrize("name", ["build", "_site", "out", "public"])
def test_a_build_folder_may_lie_in_the_plan(plan: Path, name: str) -> None:
    publish(NEW, plan / name / "situs", plan, "sidik")
    assert tree(plan / name / "situs") == NEW


@pytest.mark.parametrize("content", ["bukan json", "[]", "{}", '{"files": 5}'])
def test_a_marker_that_lists_nothing_protects_what_is_there(
    out: Path, plan: Path, content: str
) -> None:
    (out / MARKER).write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="which smartplan did not write"):
        publish(NEW, out, plan, "sidik")
    assert tree(out) == OLD


def test_a_file_someone_added_is_not_thrown_away(out: Path, plan: Path) -> None:
    (out / "CNAME").write_text("kota.example", encoding="utf-8")
    with pytest.raises(Refused, match="holds `CNAME`, which smartplan did not write"):
        publish(NEW, out, plan, "sidik")
    assert (out / "CNAME").exists()


def test_an_empty_folder_is_filled(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "situs").mkdir()
    publish(NEW, tmp_path / "situs", plan, "sidik")
    assert tree(tmp_path / "situs") == NEW


def test_where_names_cannot_be_exchanged_the_old_folder_steps_aside(
    out: Path, tmp_path: Path
) -> None:
    staging = out.parent / ".situs.tmp-1-00000000"
    staging.mkdir()
    (staging / "index.html").write_bytes(b"baru")
    publishing.exchange_in_steps(staging, out)
    assert tree(out) == {"index.html": b"baru"}
    assert tree(staging) == OLD


def test_another_render_is_noticed(out: Path, plan: Path) -> None:
    with (out.parent / "situs.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Unwritable, match="another render is running"):
            publish(NEW, out, plan, "sidik")
    assert tree(out) == OLD


def test_a_lock_by_creation_is_noticed_and_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "situs.lock"
    with created(path, wait=False), pytest.raises(Busy), created(path, wait=False):
        pass
    assert not path.exists()


# Runs that die: the third file's content does what is to happen when it is about to be written.

DYING = """
import os, resource, signal, sys
from pathlib import Path
from smartplan.book.publish import Unwritable, publish

def act():
    {act}

sys.addaudithook(
    lambda event, args: act()
    if event == "open" and str(args[0]).endswith("c.html") and ".tmp-" in str(args[0])
    else None
)
{before}
try:
    publish(
        {{name: b"baru" * 1000 for name in ("index.html", "b.html", "c.html")}},
        Path(sys.argv[1]), Path(sys.argv[2]), "sidik",
    )
except Unwritable as error:
    print(error)
    sys.exit(3)
"""


def die(out: Path, plan: Path, act: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Publish in a process of its own that does `act` as the third file is opened."""
    program = DYING.format(act=act, before=before)
    return subprocess.run(
        [sys.executable, "-c", program, str(out), str(plan)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_kill_in_the_middle_leaves_the_old_output_and_the_next_run_cleans_up(
    out: Path, plan: Path
) -> None:
    killed = die(out, plan, "os.kill(os.getpid(), signal.SIGKILL)")
    assert killed.returncode == -signal.SIGKILL
    assert tree(out) == OLD
    assert len(names(out.parent)) == 3  # the output, the lock, the temp folder
    publish(NEW, out, plan, "sidik")
    assert tree(out) == NEW
    assert names(out.parent) == ["situs"]


def test_a_kill_between_two_renames_is_mended_by_the_next_run(out: Path, plan: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    out.rename(out.parent / f".situs.old-{dead.stdout.strip()}-00000000")
    publishing._remove_leftovers(out)
    assert tree(out) == OLD


def test_the_temp_folder_of_a_living_run_and_of_others_is_left_alone(out: Path, plan: Path) -> None:
    living = out.parent / f".situs.tmp-{os.getppid()}-00000000"
    others = [
        out.parent / name for name in (".situs.tmp-1", ".lain.tmp-999999-00000000", "situs.tmp-1-0")
    ]
    for folder in (living, *others):
        folder.mkdir()
    publish(NEW, out, plan, "sidik")
    assert all(folder.is_dir() for folder in (living, *others))


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -2)]
)
def test_a_signal_leaves_the_old_output_and_no_litter(
    out: Path, plan: Path, number: signal.Signals, code: int
) -> None:
    stopped = die(out, plan, f"os.kill(os.getpid(), {int(number)})")
    assert stopped.returncode == code
    assert tree(out) == OLD
    assert names(out.parent) == ["situs"]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -2)]
)
def test_a_signal_while_the_old_output_is_removed_waits_for_that(
    out: Path, plan: Path, number: signal.Signals, code: int
) -> None:
    before = (
        "import shutil\nremove = shutil.rmtree\n"
        "def removing(*words, **named):\n"
        f"    os.kill(os.getpid(), {int(number)})\n    remove(*words, **named)\n"
        "shutil.rmtree = removing"
    )
    stopped = die(out, plan, "pass", before)
    assert stopped.returncode == code
    assert tree(out) == dict.fromkeys(("index.html", "b.html", "c.html"), b"baru" * 1000)
    assert names(out.parent) == ["situs"]


def test_a_signal_that_was_ignored_stays_ignored(out: Path, plan: Path) -> None:
    ignored = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    done = die(out, plan, "os.kill(os.getpid(), signal.SIGHUP)", ignored)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert names(out.parent) == ["situs"]


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ("resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))", "File too large"),
        ("resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))", "Too many open files"),
    ],
)
def test_a_fault_in_writing_leaves_the_old_output_and_no_litter(
    out: Path, plan: Path, before: str, reason: str
) -> None:
    failed = die(out, plan, "pass", before)
    assert (failed.returncode, failed.stderr) == (3, "")
    assert failed.stdout == f"`{out}` cannot be written: {reason}; the old output is as it was\n"
    assert tree(out) == OLD
    assert names(out.parent) == ["situs"]


def test_a_first_output_that_fails_leaves_nothing(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(Unwritable, match="Not a directory"):
        publish(NEW, tmp_path / "berkas" / "a" / "situs", plan, "sidik")
    failed = die(
        tmp_path / "a" / "b" / "situs",
        plan,
        "pass",
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))",
    )
    assert failed.returncode == 3
    assert names(tmp_path) == ["berkas", "rencana"]


def test_a_waiting_run_goes_on_when_the_other_ends(out: Path, plan: Path) -> None:
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from smartplan.book.publish import publish
        print("siap", flush=True)
        publish({"index.html": b"baru"}, Path(sys.argv[1]), Path(sys.argv[2]), "x", wait=True)
        """
    )
    with (out.parent / "situs.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        waiting = subprocess.Popen(
            [sys.executable, "-c", program, str(out), str(plan)], stdout=subprocess.PIPE
        )
        assert waiting.stdout is not None
        waiting.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        assert tree(out) == OLD
    waiting.communicate(timeout=30)
    assert waiting.returncode == 0
    assert tree(out) == {"index.html": b"baru"}
    assert names(out.parent) == ["situs"]

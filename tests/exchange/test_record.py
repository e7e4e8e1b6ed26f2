"""`smartplan record`: one realisation, whole or not at all."""

import difflib
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from smartplan.exchange import rehearsal
from smartplan.exchange.rehearsal import Entry, rehearse, write
from smartplan.exchange.splice import Refused
from smartplan.load import load

BULELENG = Path(__file__).parent.parent.parent / "examples" / "buleleng"


@pytest.fixture
def plan(tmp_path):
    folder = tmp_path / "rencana"
    shutil.copytree(BULELENG, folder)
    return folder


def _bytes(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _new_lines(before, after):
    rows = list(difflib.ndiff(before.decode().split("\n"), after.decode().split("\n")))
    assert not [row for row in rows if row.startswith("- ")]
    return [row[2:] for row in rows if row.startswith("+ ")]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_the_new_lines_alone(plan, run, newline):
    file = plan / "monev" / "2024.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", newline))
    before = _bytes(plan)

    words = ("indeks-spbe", "2024", "3.5", "--source", "S108", "--obstacle", "Aturan: belum")
    done = run("record", str(plan), *words)

    after = _bytes(plan)
    assert done.returncode == 0, done.stderr
    assert {path for path in after if after[path] != before.get(path)} == {Path("monev/2024.yaml")}
    ends = newline.decode().removesuffix("\n")
    assert _new_lines(before[Path("monev/2024.yaml")], file.read_bytes()) == [
        f"  - indicator: indeks-spbe{ends}",
        f"    period: 2024{ends}",
        f"    value: 3.5{ends}",
        f'    obstacles: "Aturan: belum"{ends}',
        f"    sources: [S108]{ends}",
    ]
    assert "3,5 / 3,5 × 100 = 100 %" in done.stdout
    assert "mencapai target" in done.stdout


def test_a_year_without_file_gets_one(plan, run):
    (plan / "monev" / "2024.yaml").unlink()

    done = run("record", str(plan), "indeks-spbe", "2024", "3.5", "--source", "S108")

    assert done.returncode == 0, done.stdout
    made = plan / "monev" / "2024.yaml"
    assert made.read_text() == (
        "realisations:\n  - indicator: indeks-spbe\n    period: 2024\n    value: 3.5\n"
        "    sources: [S108]\n"
    )
    beside = plan / "monev" / "2025.yaml"
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


def test_a_plan_with_one_file_is_added_to_in_its_own_style(minimal_plan, run):
    file = minimal_plan / "monev.yaml"
    before = file.read_bytes()

    done = run("record", str(minimal_plan), "k-health", "2025-Q1", "30", "--source", "S1")

    assert done.returncode == 0, done.stdout
    assert _new_lines(before, file.read_bytes()) == [
        "  - {indicator: k-health, period: 2025-Q1, value: 30, sources: [S1]}"
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("indeks-spb", "2024", "3.5", "--source", "S108"), "mungkin `indeks-spbe` (Indeks SPBE)?"),
        (("indeks-spbe", "2024", "3,5", "--source", "S108"), "tulis `3.5`"),
        (("indeks-spbe", "2024", "banyak", "--source", "S108"), "SCH007"),
        (("indeks-spbe", "Maret 2024", "3.5", "--source", "S108"), "tulis `2024-03`"),
        (("indeks-spbe", "2024", "3.5", "--source", "S999"), "S999"),
        (("indeks-spbe", "2024", "3.5"), "PLN001"),
        (("indeks-spbe", "2023", "3.5", "--source", "S108"), "sudah memiliki realisasi 2023"),
        (("indeks-spbe", "2025", "3.5", "--source", "S108"), "--replace"),
        (("indeks-spbe", "2027", "3.5", "--source", "S108"), "`as_of`"),
        (("indeks-spbe", "2024", "3.5\n  - x", "--source", "S108"), "SCH007"),
    ],
)
def test_what_would_be_an_error_is_refused(plan, run, words, told):
    before = _bytes(plan)

    done = run("record", str(plan), *words)

    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert _bytes(plan) == before


@pytest.mark.parametrize(
    "words", [("indeks-spbe", "2024"), ("indeks-spbe", "2024", "3.5", "--no-data", "hilang")]
)
def test_one_of_value_word_and_reason(plan, run, words):
    assert run("record", str(plan), *words).returncode == 2


def test_replace_puts_a_value_where_a_reason_stood(plan, run):
    file = plan / "monev" / "2025.yaml"
    before = file.read_text()

    words = ("indeks-spbe", "2025", "3.7", "--source", "S108", "--replace")
    done = run("record", str(plan), *words)

    assert done.returncode == 0, done.stdout
    rows = list(difflib.ndiff(before.split("\n"), file.read_text().split("\n")))
    gone = [r[2:].strip() for r in rows if r.startswith("- ")]
    new = [r[2:].strip() for r in rows if r.startswith("+ ")]
    assert [line.partition(":")[0] for line in gone] == ["no_data"]
    assert new == ["value: 3.7", "sources: [S108]"]


ENTRY = Entry("indeks-spbe", "2024", {"value": "3.5", "sources": ("S108",)})


def _fails(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("target", "name"), [(os, "fsync"), (rehearsal.Path, "replace"), (rehearsal.Path, "chmod")]
)
def test_a_failure_in_the_middle_leaves_the_old_file(plan, monkeypatch, target, name):
    loaded = load(plan)
    rehearsed = rehearse(loaded, "", [ENTRY])
    before = _bytes(plan)
    monkeypatch.setattr(target, name, _fails)

    with pytest.raises(OSError, match="No space"):
        write(loaded.plan, rehearsed)

    monkeypatch.undo()
    assert _bytes(plan) == before


def test_a_change_meanwhile_is_not_lost(plan):
    loaded = load(plan)
    rehearsed = rehearse(loaded, "", [ENTRY])
    file = plan / "monev" / "2024.yaml"
    other = file.read_bytes() + b"# orang lain\n"
    file.write_bytes(other)

    with pytest.raises(Refused):
        write(loaded.plan, rehearsed)

    assert file.read_bytes() == other
    assert sorted(p.name for p in file.parent.iterdir()) == sorted(
        p.name for p in (BULELENG / "monev").iterdir()
    )


def test_the_mode_of_the_file_stays(plan):
    file = plan / "monev" / "2024.yaml"
    file.chmod(0o640)
    loaded = load(plan)

    write(loaded.plan, rehearse(loaded, "", [ENTRY]))

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert b"indeks-spbe" in file.read_bytes()


@pytest.mark.parametrize(
    ("before_the_swap", "changed"), [("os.fsync = die", False), ("p.Path.replace = late", True)]
)
def test_killed_in_the_middle_it_is_the_old_file_or_the_new(plan, before_the_swap, changed):
    """A process that dies before the new file has the name, or right after."""
    file = plan / "monev" / "2024.yaml"
    before = file.read_bytes()
    program = f"""
import os, pathlib as p, signal
from smartplan.exchange import rehearsal
from smartplan.load import load
swap = p.Path.replace
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
def late(*words): swap(*words); die()
loaded = load(p.Path({str(plan)!r}))
entry = rehearsal.Entry("indeks-spbe", "2024", {{"value": "3.5", "sources": ("S108",)}})
rehearsed = rehearsal.rehearse(loaded, "", [entry])
{before_the_swap}
rehearsal.write(loaded.plan, rehearsed)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)

    assert done.returncode == -signal.SIGKILL
    after = file.read_bytes()
    assert (after != before) is changed
    assert after.startswith(before)
    assert not [d for d in load(plan).diagnostics if "tmp" in d.location.file.name]


def test_what_is_refused_is_told_without_a_line_that_is_not_there(plan, run):
    before = _bytes(plan)

    done = run("record", str(plan), "indeks-spbe", "2024", "20,5", "--source", "S108")

    assert done.returncode == 1
    assert done.stdout == (
        "error YML016: angka `20,5` dapat dibaca keliru oleh komputer\n"
        "   saran: tulis `20.5`\n"
        "   lihat: smartplan explain YML016\n"
    )
    assert _bytes(plan) == before

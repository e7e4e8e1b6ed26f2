"""What the system or the command line refuses: in the reader's language, with what it was about."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from smartplan.os_errors import reason

HELP = "(lihat `smartplan --help`)\n"
FULL = Path("/dev/full")
full_disk = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("validate", "--jobs", "0"), "'--jobs': harus paling sedikit 1"),
        (("validate", "--jobs", "x"), "'--jobs': harus bilangan bulat"),
        (("score", "--year", "3000"), "'--year': harus paling banyak 2100"),
        (("validate", "--lang", "xx"), "'--lang': 'xx' bukan salah satu dari 'id', 'en'."),
        (("templates", "foo"), "'list|copy': 'foo' bukan salah satu dari 'list', 'copy'."),
        (("render", "--templates", "nope"), "'--templates': tidak ada folder 'nope'."),
        (("render", "--templates", "a.csv"), "'--templates': 'a.csv' adalah berkas, bukan folder."),
        (("sheet", "--in", "nope"), "'--in': tidak ada berkas 'nope'."),
        (("sheet", "--in", "."), "'--in': '.' adalah folder, bukan berkas."),
    ],
)
def test_a_wrong_value_is_told_in_indonesian(
    run: Run, minimal_plan: Path, words: tuple[str, ...], said: str
) -> None:
    (minimal_plan / "a.csv").write_text("", encoding="utf-8")
    done = run(*words, cwd=minimal_plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"smartplan: nilai keliru untuk {said} {HELP}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "PRG003", "PRG004"), "ada argumen lebih: PRG004"),
        (("init", "a", "b", "--region", "51.06"), "ada argumen lebih: b"),
        (("validate", "--quiet=1"), "pilihan '--quiet' tidak memakai nilai."),
        (("--version=1",), "pilihan '--version' tidak memakai nilai."),
        (("validate", "--baseline"), "pilihan '--baseline' memerlukan nilai."),
        (("templates",), "argumen 'list|copy' belum ada. Pilih: list, copy"),
        (("init",), "argumen 'DIR' belum ada."),
        (("help",), "tidak ada perintah 'help'."),
        (("--debug",), "perintah belum ada."),
        (("validate", "-x"), "tidak ada pilihan -x"),
        (("validate", "--jobs", "9" * 5_000), "nilai keliru untuk '--jobs': harus bilangan bulat"),
    ],
)
def test_a_wrong_call_is_told_in_indonesian(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"smartplan: {said} {HELP}")


def test_a_wrong_choice_is_told_without_words_of_the_library(run: Run, minimal_plan: Path) -> None:
    words = ("validate", str(minimal_plan), "--output-format", "xml")
    for language, start in (
        ("id", "'xml' bukan salah satu dari 'full', "),
        ("en", "'xml' is not one of 'full', "),
    ):
        done = run(*words, SMARTPLAN_LANG=language)
        assert done.returncode == 2
        assert start in done.stderr
        assert "Value error" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("sheet", "plan", "--agency", "kominfo", "--out", "tidak-ada/a.csv"),
            "`tidak-ada/a.csv`: berkas atau foldernya tidak ada",
        ),
        (("schema", "--out", "berkas/a"), "`berkas/a`: ada yang bukan folder di jalurnya"),
    ],
)
def test_what_the_system_refuses_is_no_internal_error(
    run: Run, minimal_plan: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"smartplan: {said}\n")


@full_disk
@pytest.mark.parametrize(
    "words",
    [
        ("validate", "plan", "-q", "--output-format", "json"),
        ("status", "plan"),
        ("explain",),
        ("explain", "--help"),
        ("--help",),
        ("--version",),
    ],
)
def test_a_full_disk_is_told_as_one(words: tuple[str, ...], minimal_plan: Path) -> None:
    for language, said in (
        ("id", "keluaran tidak dapat ditulis: tidak ada ruang tersisa di disk"),
        ("en", "the output cannot be written: No space left on device"),
    ):
        with FULL.open("w", encoding="utf-8") as full:
            done = subprocess.run(
                [sys.executable, "-I", "-m", "smartplan", *words],
                cwd=minimal_plan.parent,
                env={"PATH": os.environ["PATH"], "SMARTPLAN_LANG": language},
                stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
        assert (done.returncode, done.stderr) == (3, f"smartplan: {said}\n")


@full_disk
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("validate", "plan"), 3),
        (("validate", "plan", "-q"), 0),
        (("status", "plan"), 0),
        (("status", "tidak-ada"), 2),
    ],
)
def test_an_exit_code_holds_where_nothing_can_be_said(
    words: tuple[str, ...], code: int, minimal_plan: Path
) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "smartplan", *words],
            cwd=minimal_plan.parent, stdout=subprocess.PIPE, stderr=full, check=False,
        )  # fmt: skip
    assert done.returncode == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    ("words", "option"),
    [(("validate", "--baseline", "pipa"), "--baseline"), (("sheet", "--in", "pipa"), "--in")],
)
def test_a_named_pipe_is_not_waited_for(
    run: Run, minimal_plan: Path, words: tuple[str, ...], option: str
) -> None:
    os.mkfifo(minimal_plan / "pipa")
    done = run(*words, cwd=minimal_plan)
    said = "`pipa` adalah pipa bernama; simpan isinya sebagai berkas biasa"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"smartplan: nilai keliru untuk {option}: {said} {HELP}"


@full_disk
def test_debug_shows_where_the_system_refused(minimal_plan: Path) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "smartplan", "--debug", "status", str(minimal_plan)],
            stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    assert "Traceback" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize("words", ["validate plan", "--help", "--version"])
def test_closed_streams_are_no_traceback(words: str, minimal_plan: Path) -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -I -m smartplan {words} {closed}"],
            cwd=minimal_plan.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0
        assert "Traceback" not in done.stderr


def test_what_has_no_words_keeps_those_of_the_system() -> None:
    strange = OSError(errno.ENOTTY, "Inappropriate ioctl for device")
    assert reason(strange).indonesian == "kesalahan sistem: Inappropriate ioctl for device"
    assert reason(strange).english == "Inappropriate ioctl for device"
    assert reason(OSError()).english == "OSError"
    assert reason(PermissionError(errno.EACCES, "x")).indonesian == "izinnya tidak ada"

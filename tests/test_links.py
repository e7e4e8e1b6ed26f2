"""Nothing is written through a link: neither the file that is named nor a folder on the way."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import MINIMAL, Run

from smartplan.links import followed, followed_into, is_stream

VICTIM = "tetap seperti semula\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a plan and the links a stranger may commit; `luar` lies outside it."""
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "korban.txt").write_text(VICTIM, encoding="utf-8")
    shutil.copytree(MINIMAL, tmp_path / "luar" / "rencana-lain")
    checkout = tmp_path / "checkout"
    shutil.copytree(MINIMAL, checkout / "rencana")
    (checkout / "rep.txt").symlink_to("rencana/programs.yaml")
    (checkout / "korban.json").symlink_to("../luar/korban.txt")
    (checkout / "buntu.json").symlink_to("../luar/belum-ada.json")
    (checkout / "keluar").symlink_to("../luar", target_is_directory=True)
    (checkout / "skema").mkdir()
    (checkout / "skema" / "team.json").symlink_to("../../luar/korban.txt")
    return checkout


def bytes_below(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder below, with what it holds; None for a folder or a link."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() and not path.is_symlink() else None
        )
        for path in sorted(folder.rglob("*"))
    }


RECORD = ("record", "keluar/rencana-lain", "layanan-daring", "2025", "40", "--source", "S1")
SHEET = ("sheet", "rencana", "--agency", "kominfo", "--out")


@pytest.mark.parametrize(
    ("words", "option", "link"),
    [
        (("validate", "rencana", "--output-file", "rep.txt"), "--output-file", "rep.txt"),
        (("validate", "rencana", "--output-file", "korban.json"), "--output-file", "korban.json"),
        (("validate", "rencana", "--output-file", "buntu.json"), "--output-file", "buntu.json"),
        (("validate", "rencana", "--output-file", "keluar/a.txt"), "--output-file", "keluar"),
        (("validate", "rencana", "--output-file", "keluar/../a.txt"), "--output-file", "keluar"),
        (("validate", "rencana", "--write-baseline", "rep.txt"), "--write-baseline", "rep.txt"),
        (("validate", "rencana", "--write-baseline", "keluar/a"), "--write-baseline", "keluar"),
        (("validate", "keluar/rencana-lain", "--fix"), "PLAN", "keluar"),
        (("schema", "--out", "keluar"), "--out", "keluar"),
        (("schema", "--out", "keluar/baru"), "--out", "keluar"),
        (("schema", "--out", "skema"), "--out", "skema/team.json"),
        ((*SHEET, "keluar/isian.csv"), "--out", "keluar"),
        ((*SHEET, "korban.json"), "--out", "korban.json"),
        (("init", "keluar/baru", "--region", "51.06"), "DIR", "keluar"),
        (("init", "keluar", "--region", "51.06"), "DIR", "keluar"),
        (("templates", "copy", "html/page.html.j2", "--to", "keluar"), "--to", "keluar"),
        (RECORD, "PLAN", "keluar"),
        (("sheet", "keluar/rencana-lain", "--in", "korban.json"), "PLAN", "keluar"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_link_in_the_checkout_is_a_wrong_call_and_nothing_is_written(
    run: Run, checkout: Path, words: tuple[str, ...], option: str, link: str
) -> None:
    before = bytes_below(checkout.parent)
    done = run(*words, cwd=checkout)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"smartplan: nilai keliru untuk {option}: `{link}` adalah tautan ke tempat lain, dan "
        "smartplan tidak menulis melalui tautan; hapus tautan itu, atau sebut tempat lain "
        "(lihat `smartplan --help`)\n"
    )
    assert bytes_below(checkout.parent) == before


@pytest.mark.parametrize(
    ("out", "link"),
    [("keluar", "keluar"), ("keluar/situs", "keluar"), ("buntu.json", "buntu.json")],
)
def test_books_are_not_written_through_a_link(
    run: Run, checkout: Path, out: str, link: str
) -> None:
    before = bytes_below(checkout.parent)
    done = run("render", "rencana", "--to", "markdown", "--out", out, cwd=checkout)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"smartplan: `{link}` adalah tautan simbolis; pilih folder lain dengan `--out`\n"
    )
    assert bytes_below(checkout.parent) == before


def test_the_refusal_speaks_english_too(run: Run, checkout: Path) -> None:
    done = run("validate", "rencana", "--output-file", "rep.txt", cwd=checkout, SMARTPLAN_LANG="en")
    assert "`rep.txt` is a link to another place" in done.stderr
    assert "delete the link, or name another place" in done.stderr


def test_the_place_itself_may_be_named_and_a_link_above_is_the_systems(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    """As `/tmp` on macOS, and as a home on another disk."""
    (tmp_path / "rumah").symlink_to(checkout, target_is_directory=True)
    for file in (str(tmp_path / "rumah" / "a.json"), "../luar/b.json", "../checkout/c.json"):
        done = run("validate", "rencana", "--output-file", file, "-q", cwd=checkout)
        assert (done.returncode, done.stderr) == (0, "")
    assert [p.name for p in sorted(checkout.glob("?.json"))] == ["a.json", "c.json"]
    assert (tmp_path / "luar" / "b.json").is_file()


def test_a_link_of_the_checkout_is_known_under_every_name_of_the_checkout(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rumah").symlink_to(checkout, target_is_directory=True)
    monkeypatch.chdir(checkout)
    for way in (
        Path("keluar"),
        checkout / "keluar",
        tmp_path / "rumah/keluar",
        Path("../checkout/keluar"),
    ):
        assert followed(way / "a.txt") == way
        assert followed_into(way) == way
    assert followed_into(tmp_path / "rumah" / "rencana") is None
    monkeypatch.chdir("rencana")
    assert followed(Path("../keluar/a.txt")) is None  # above the current folder


def test_at_the_root_folders_are_the_systems(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert followed(checkout / "keluar" / "a.txt") is None
    assert followed(checkout / "rep.txt") == checkout / "rep.txt"


def test_devices_are_no_links(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    monkeypatch.chdir(checkout)
    assert is_stream(Path("/dev/stdout"))
    assert followed(Path("/dev/stdout")) is None
    assert followed(Path(os.path.relpath("/dev/stdout"))) is None
    (checkout / "layar").symlink_to("/dev/stdout")
    assert followed(Path("layar")) == Path("layar")


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc here")
def test_an_open_stream_gets_the_report(
    run: Run, checkout: Path, tmp_path: Path, name: str
) -> None:
    printed = run("validate", "rencana", "--output-format", "json", "-q", cwd=checkout).stdout
    words = ("validate", "rencana", "--output-format", "json", "-q", "--output-file", name)
    assert run(*words, cwd=checkout).stdout == printed
    with (tmp_path / "laporan").open("w", encoding="utf-8") as stream:
        done = subprocess.run(
            [*run("--version").args[:4], *words],
            cwd=checkout, stdout=stream, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "laporan").read_text("utf-8") == printed

"""`smartplan render` from the outside: exit codes, one line out, nothing written when refused."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


def said(done: CompletedProcess[str]) -> tuple[int, str]:
    """The exit code and the one line on stderr."""
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_a_sound_plan_is_rendered(run: Run, minimal_plan: Path, tmp_path: Path) -> None:
    done = run("render", str(minimal_plan), "--out", "buku")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+ berkas ditulis ke `buku`; buka `buku/html/index.html`\n", done.stdout)
    assert (tmp_path / "buku/html/index.html").is_file()
    checked = "- Hasil pemeriksaan: bersih\n"
    assert checked in (tmp_path / "buku/markdown/README.md").read_text("utf-8")


def test_the_default_output_lies_in_the_current_folder(run: Run, minimal_plan: Path) -> None:
    done = run("render", "--to", "html", "--book", "buku-3", cwd=minimal_plan)
    assert done.returncode == 0
    assert (minimal_plan / "build/index.html").is_file()
    assert not (minimal_plan / "build/buku-1").exists()
    assert run("validate", cwd=minimal_plan).returncode == 0


def test_a_plan_with_errors_is_refused_with_its_errors(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    vision = minimal_plan / "vision.yaml"
    vision.write_text(vision.read_text("utf-8") + "\nkunci_asing: 1\n", encoding="utf-8")
    done = run("render", str(minimal_plan), "--out", "buku")
    assert done.returncode == 1
    assert "kunci_asing" in done.stdout
    assert done.stderr.endswith(
        "smartplan: buku belum dicetak; perbaiki kesalahan di atas, "
        "atau cetak draf dengan `--draft`\n"
    )
    assert not (tmp_path / "buku").exists()

    draft = run("render", str(minimal_plan), "--out", "buku", "--draft")
    assert said(draft) == (0, "smartplan: rencana memiliki 1 kesalahan; buku ditandai DRAF\n")
    front = (tmp_path / "buku/html/index.html").read_text("utf-8")
    assert "DRAF" in front
    assert '<p class="checked">Hasil pemeriksaan: 1 kesalahan.</p>' in front


def test_without_a_manifest_there_is_no_draft(run: Run, minimal_plan: Path) -> None:
    (minimal_plan / "smartplan.yaml").unlink()
    done = run("render", str(minimal_plan), "--draft")
    assert done.returncode == 1
    assert "draf pun memerlukan `smartplan.yaml`" in done.stderr


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--book", "buku-9"], "tidak ada buku `buku-9`; yang ada `buku-1`, `buku-2`"),
        (["--lang", "en", "--book", "buku-9"], "there is no book `buku-9`; there is `buku-1`"),
        (["--to", "docx"], "tidak ada bentuk `docx`; pilih `markdown`, `html`"),
        (["--to", ""], "tidak ada bentuk ``"),
        (["--templates", "tidak-ada"], "tidak-ada"),
        (["--out", "/"], "adalah akar sistem berkas"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    run: Run, minimal_plan: Path, tmp_path: Path, words: list[str], reason: str
) -> None:
    done = run("render", str(minimal_plan), "--out", "buku", *words)
    code, line = said(done)
    assert code == 2
    assert reason in line
    assert line.count("\n") == 1
    assert done.stdout == ""
    assert not (tmp_path / "buku").exists()


def test_a_folder_that_is_not_ours_is_left_alone(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "buku").mkdir()
    (tmp_path / "buku/surat.txt").write_text("penting", encoding="utf-8")
    code, line = said(run("render", str(minimal_plan), "--out", "buku"))
    assert code == 2
    assert "`buku` berisi berkas yang tidak ditulis oleh smartplan" in line
    assert (tmp_path / "buku/surat.txt").read_text("utf-8") == "penting"


def test_a_broken_template_of_ones_own_is_told_with_its_place(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    chapter = tmp_path / "templat/id/buku-3/02-visi-dan-misi.md.j2"
    chapter.parent.mkdir(parents=True)
    chapter.write_text('{% set title = "Visi" %}\n\n{{ visi.vision }}\n', encoding="utf-8")
    done = run("render", str(minimal_plan), "--out", "buku", "--templates", "templat")
    code, line = said(done)
    assert code == 2
    assert line.startswith(
        "smartplan: templat/id/buku-3/02-visi-dan-misi.md.j2:3: nama `visi` tidak dikenal; "
        "mungkin maksudnya `vision`"
    )
    assert not (tmp_path / "buku").exists()


def test_an_output_that_cannot_be_written_is_told(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    code, line = said(run("render", str(minimal_plan), "--out", "berkas/buku"))
    assert code == 3
    assert "`berkas/buku` tidak dapat ditulis: ada yang bukan folder di jalurnya" in line


def test_several_runs_at_once_leave_one_whole_output(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    words = ("render", str(minimal_plan), "--out", "buku", "--book", "buku-3", "--wait")
    with ThreadPoolExecutor(3) as pool:
        codes = [done.returncode for done in pool.map(lambda _: run(*words), range(3))]
    assert codes == [0, 0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["buku", "plan"]

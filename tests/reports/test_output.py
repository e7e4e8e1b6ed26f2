"""Reports of the command line: into files, from the environment, into a step summary."""

import json
import os
from pathlib import Path

import pytest
import typer
from conftest import Run, overlay
from readers import READERS, commands

from smartplan.cli.output import SUMMARY_LIMIT, report_file, save, summarize
from smartplan.cli.validate import OutputFormat
from smartplan.diagnostics import File, Location
from smartplan.language import Language
from smartplan.reports import FORMATS

FAULTY = {"outreach.yaml": "activities:\n  - id: temu\n    datum: 2025\n    kind: pesta\n"}


@pytest.fixture
def faulty_plan(minimal_plan: Path) -> Path:
    overlay(minimal_plan, FAULTY)
    return minimal_plan


def test_every_report_can_be_asked_for() -> None:
    assert [str(format) for format in OutputFormat] == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_all_formats_of_a_real_run_agree(name: str, faulty_plan: Path, run: Run) -> None:
    wanted = run("validate", "plan", "--output-format", "json")
    done = run("validate", "plan", "--output-format", name)
    assert done.returncode == wanted.returncode == 1
    found = {(p.file, p.line, p.code, p.severity) for p in READERS["json"](wanted.stdout)}
    assert found
    if name == "rdjson":  # its reader needs the text; the places are compared on the fixed list
        assert len(json.loads(done.stdout)["diagnostics"]) >= len(found)
    else:
        assert {(p.file, p.line, p.code, p.severity) for p in READERS[name](done.stdout)} == found


def test_the_environment_chooses_and_the_option_wins(faulty_plan: Path, run: Run) -> None:
    chosen = {"SMARTPLAN_OUTPUT_FORMAT": "json"}
    assert json.loads(run("validate", "plan", **chosen).stdout)["version"] == 1
    concise = run("validate", "plan", "--output-format", "concise", **chosen)
    assert concise.stdout.startswith("plan/")


def test_an_unknown_format_is_a_wrong_call(minimal_plan: Path, run: Run) -> None:
    done = run("validate", "plan", SMARTPLAN_OUTPUT_FORMAT="xml")
    assert done.returncode == 2
    assert "SMARTPLAN_OUTPUT_FORMAT" in done.stderr
    assert "junit" in done.stderr


def test_with_a_file_stdout_has_the_summary_only(
    faulty_plan: Path, run: Run, tmp_path: Path
) -> None:
    words = ("validate", "plan", "--output-format", "sarif")
    printed = run(*words)
    done = run(*words, "--output-file", "hasil.sarif")
    assert done.returncode == 1
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert "kesalahan" in done.stdout
    assert (tmp_path / "hasil.sarif").read_text("utf-8") == printed.stdout
    assert run(*words, "--output-file", "hasil.sarif", "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("plan", "adalah folder"),
        ("tidak-ada/hasil.json", "tidak ada folder"),
        ("plan/outreach.yaml", "berkas YAML"),
        ("baru.yml", "berkas YAML"),
    ],
)
def test_a_file_that_cannot_hold_a_report_is_a_wrong_call(
    file: str, word: str, faulty_plan: Path, run: Run
) -> None:
    done = run("validate", "plan", "--output-file", file)
    assert done.returncode == 2
    assert word in done.stderr
    assert (faulty_plan / "outreach.yaml").read_text("utf-8") == FAULTY["outreach.yaml"]


@pytest.mark.parametrize("name", [".", "tidak-ada/x.json", "x.yaml", "X.YML"])
def test_a_report_file_is_looked_at_before_the_plan(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(typer.BadParameter):
        report_file(Path(name))
    assert report_file(None) is None
    assert report_file(Path("x.json")) == Path("x.json")


def test_saving_replaces_keeps_the_mode_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "hasil.json"
    path.write_text("lama", encoding="utf-8")
    path.chmod(0o600)
    save(path, "baru\n")
    assert path.read_bytes() == b"baru\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["hasil.json"]


def test_a_new_file_is_readable_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        save(tmp_path / "hasil.json", "")
    finally:
        os.umask(before)
    assert (tmp_path / "hasil.json").stat().st_mode & 0o777 == 0o644


def test_a_link_that_came_after_the_gate_gets_nothing_through(tmp_path: Path) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "asli.json").write_text("asli", encoding="utf-8")
    link = tmp_path / "hasil.json"
    link.symlink_to(tmp_path / "dalam" / "asli.json")
    save(link, "baru\n")
    assert not link.is_symlink()
    assert link.read_text("utf-8") == "baru\n"
    assert (tmp_path / "dalam" / "asli.json").read_text("utf-8") == "asli"


def test_the_old_report_survives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hasil.json"
    path.write_text("lama", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Exception, match="3"):
        save(path, "baru\n")
    assert path.read_text("utf-8") == "lama"
    assert [entry.name for entry in tmp_path.iterdir()] == ["hasil.json"]
    said = capsys.readouterr().err
    assert said.endswith("hasil.json` tidak dapat ditulis: tidak ada ruang tersisa di disk\n")


def test_a_pipe_stays_a_pipe(faulty_plan: Path, run: Run) -> None:
    done = run("validate", "plan", "--output-format", "json", "--output-file", "/dev/stdout", "-q")
    assert json.loads(done.stdout)["findings"]


# Step summary


def test_github_gets_the_whole_table_in_the_step_summary(
    faulty_plan: Path, run: Run, tmp_path: Path
) -> None:
    summary = tmp_path / "ringkasan.md"
    summary.write_text("# Langkah sebelumnya\n", encoding="utf-8")
    done = run("validate", "plan", "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text("utf-8")
    assert text.startswith("# Langkah sebelumnya\n## Temuan smartplan")
    assert len(READERS["markdown"](text)) >= len(commands(done.stdout)) > 0


def test_other_formats_leave_the_step_summary_alone(
    faulty_plan: Path, run: Run, tmp_path: Path
) -> None:
    run("validate", "plan", GITHUB_STEP_SUMMARY=str(tmp_path / "ringkasan.md"))
    assert not (tmp_path / "ringkasan.md").exists()


def test_a_summary_that_cannot_be_written_is_told_and_harms_nothing(
    faulty_plan: Path, run: Run, tmp_path: Path
) -> None:
    done = run("validate", "plan", "--output-format", "github", GITHUB_STEP_SUMMARY=str(tmp_path))
    assert done.returncode == 1
    assert commands(done.stdout)
    assert "ringkasan langkah tidak dapat ditulis" in done.stderr


def test_the_log_names_the_step_summary_only_where_it_was_written(
    minimal_plan: Path, run: Run, tmp_path: Path
) -> None:
    terms = "terms:\n" + "".join(
        f"  - {{term: T{n}, meaning: M, sources: [X{n}]}}\n" for n in range(12)
    )
    (minimal_plan / "theory.yaml").write_text(terms, encoding="utf-8")
    words = ("validate", "plan", "--output-format", "github")
    line = "temuan yang lain ada di ringkasan langkah\n"
    written = run(*words, GITHUB_STEP_SUMMARY=str(tmp_path / "ringkasan.md"))
    assert written.stdout.endswith(f"paling banyak 10 anotasi per bobot\n{line}")
    for summary in ("", str(tmp_path)):
        done = run(*words, GITHUB_STEP_SUMMARY=summary)
        assert done.stdout == written.stdout.removesuffix(line)


@pytest.mark.parametrize(("count", "whole"), [(500, True), (20_000, False)])
def test_a_step_summary_stays_below_what_github_keeps(
    count: int, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sample_findings import LONG, UNCLEAR

    place = Location(File(LONG.name, ""), 7, 1, 7, 2)
    found = [UNCLEAR.at(place, name=f"nama ke-{number}") for number in range(count)]
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "ringkasan.md"))
    summarize(found, Language.INDONESIAN)
    text = (tmp_path / "ringkasan.md").read_text("utf-8")
    assert len(text.encode("utf-8")) < SUMMARY_LIMIT + 200
    assert (text.count("| THE901 |") == count) is whole
    assert ("dari 20.000 temuan" in text) is not whole

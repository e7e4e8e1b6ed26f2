"""`smartplan validate` as a user starts it: exit codes, languages, streams."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run


@pytest.fixture
def faulty_plan(minimal_plan: Path) -> Path:
    """A plan with one error."""
    path = minimal_plan / "programs.yaml"
    text = path.read_text("utf-8").replace("lead: kominfo", "lead: komninfo", 1)
    path.write_text(text, encoding="utf-8")
    return minimal_plan


@pytest.fixture
def warned_plan(minimal_plan: Path) -> Path:
    """A plan with one warning."""
    (minimal_plan / "program.yaml").write_text("", encoding="utf-8")
    return minimal_plan


def test_a_good_plan_exits_zero_and_says_so_on_stderr(run: Run, minimal_plan: Path) -> None:
    done = run("validate", str(minimal_plan))
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"bersih dalam 11 berkas; [0-9]+,[0-9] detik\n", done.stderr)


def test_the_folder_is_this_one_unless_said_otherwise(run: Run, faulty_plan: Path) -> None:
    done = run("validate", "--output-format", "concise", cwd=faulty_plan)
    assert done.returncode == 1
    assert re.match(r"programs\.yaml:\d+:11: error REF001: ", done.stdout)


def test_the_manifest_may_stand_for_its_folder(run: Run, minimal_plan: Path) -> None:
    assert run("validate", str(minimal_plan / "smartplan.yaml")).returncode == 0


def test_an_error_exits_one(run: Run, faulty_plan: Path) -> None:
    done = run("validate", str(faulty_plan))
    assert done.returncode == 1
    assert "error REF001: tidak ada perangkat daerah dengan id `komninfo`\n" in done.stdout
    assert "   saran: mungkin `kominfo` (Dinas Komunikasi dan Informatika)?\n" in done.stdout
    assert done.stderr.startswith("1 kesalahan dalam 11 berkas; ")


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("note", 1)]
)  # fmt: skip
def test_the_exit_code_follows_the_severity_asked_for(
    level: str, code: int, run: Run, warned_plan: Path
) -> None:
    done = run("validate", str(warned_plan), "--fail-on", level)
    assert done.returncode == code
    assert "warning SCH012" in done.stdout


def test_quiet_leaves_out_the_closing_line_only(run: Run, faulty_plan: Path) -> None:
    loud, quiet = run("validate", str(faulty_plan)), run("validate", "-q", str(faulty_plan))
    assert quiet.stderr == ""
    assert (quiet.returncode, quiet.stdout) == (loud.returncode, loud.stdout)


def test_findings_speak_the_language_asked_for(run: Run, faulty_plan: Path) -> None:
    indonesian = "tidak ada perangkat daerah"
    words = ("validate", str(faulty_plan))
    assert indonesian in run(*words).stdout
    assert "there is no" in run(*words, "--lang", "en").stdout
    assert "there is no" in run(*words, SMARTPLAN_LANG="en").stdout
    assert indonesian in run(*words, "--lang", "id", SMARTPLAN_LANG="en").stdout


def test_findings_speak_the_language_of_the_plan_not_of_the_machine(
    run: Run, faulty_plan: Path
) -> None:
    words = ("validate", str(faulty_plan))
    assert "tidak ada perangkat" in run(*words, LANG="en_US.UTF-8", LC_ALL="C").stdout
    manifest = faulty_plan / "smartplan.yaml"
    text = manifest.read_text("utf-8").replace("language: id", "language: en")
    manifest.write_text(text, encoding="utf-8")
    assert "there is no" in run(*words, LANG="id_ID.UTF-8").stdout


def test_several_plans_are_checked_in_the_order_given(
    run: Run, faulty_plan: Path, tmp_path: Path
) -> None:
    shutil.copytree(faulty_plan, tmp_path / "a")
    done = run("validate", "plan", "a", "--output-format", "concise", cwd=tmp_path)
    starts = [line.partition("/")[0] for line in done.stdout.splitlines()]
    assert starts == ["plan", "a"]
    assert done.stderr.startswith("2 kesalahan dalam 22 berkas; ")


def test_json_is_alone_on_stdout(run: Run, faulty_plan: Path) -> None:
    done = run("validate", str(faulty_plan), "--output-format", "json")
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["REF001"]


@pytest.mark.parametrize("words", [("tidak-ada",), ("plan", "tidak-ada")])
def test_what_is_no_folder_is_a_wrong_call(
    words: tuple[str, ...], run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    done = run("validate", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"tidak ada folder `{words[-1]}`" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["validate", "status"])
def test_a_file_in_the_place_of_a_folder_is_called_one(
    command: str, run: Run, minimal_plan: Path
) -> None:
    done = run(command, "plan/programs.yaml", cwd=minimal_plan.parent)
    assert (done.returncode, done.stdout) == (2, "")
    said = "`plan/programs.yaml` adalah berkas; sebut folder rencananya, mungkin `plan`"
    assert done.stderr == f"smartplan: nilai keliru untuk PLAN: {said} (lihat `smartplan --help`)\n"


@pytest.mark.parametrize(
    "words",
    [("validate", ""), ("validate", ".", ""), ("status", ""), ("record", "", "a", "2024"),
     ("trace", "", "a")],
)  # fmt: skip
def test_an_empty_name_is_not_the_current_folder(
    words: tuple[str, ...], run: Run, minimal_plan: Path
) -> None:
    done = run(*words, cwd=minimal_plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nama folder kosong; mungkin sebuah variabel belum diisi" in done.stderr


@pytest.mark.parametrize(
    "words", [("--fail-on", "x"), ("--output-format", "x"), ("--lang", "fr"), ("--tidak-ada",)]
)
def test_an_option_that_is_not_there_is_a_wrong_call(
    words: tuple[str, ...], run: Run, minimal_plan: Path
) -> None:
    done = run("validate", str(minimal_plan), *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "address",
    ["docs/rules/", "javascript:alert(1)", "https://a b/", "https://", "file:///etc", "//a/b"],
)
def test_pages_need_a_whole_web_address(address: str, run: Run, faulty_plan: Path) -> None:
    words = ("validate", str(faulty_plan), "--output-format", "sarif")
    for done in (run(*words, "--rules-url", address), run(*words, SMARTPLAN_RULES_URL=address)):
        assert (done.returncode, done.stdout) == (2, "")
        assert "--rules-url" in done.stderr


def test_sarif_points_at_the_page_where_the_address_is_given(run: Run, faulty_plan: Path) -> None:
    """The page it points at is one of the documentation."""
    pages = "https://git.example.test:8443/tik/smartplan/blob/v1/docs/rules"
    done = run(
        "validate", ".", "--output-format", "sarif", cwd=faulty_plan, SMARTPLAN_RULES_URL=pages
    )
    (rule,) = json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == f"{pages}/REF001.md"
    page = Path(__file__).parents[2] / "docs" / "rules" / rule["helpUri"].rpartition("/")[2]
    assert page.read_text("utf-8").partition("-->\n\n")[2] == rule["help"]["markdown"]


def test_a_folder_without_a_manifest_is_an_error_of_the_plan(run: Run, tmp_path: Path) -> None:
    done = run("validate", str(tmp_path))
    assert done.returncode == 1
    assert "SCH015" in done.stdout


def test_a_reader_that_leaves_early_is_no_traceback(faulty_plan: Path) -> None:
    terms = "".join(f"  - {{term: a{number}}}\n" for number in range(400))
    (faulty_plan / "theory.yaml").write_text(f"terms:\n{terms}", encoding="utf-8")
    program = f"{sys.executable} -I -m smartplan validate {faulty_plan}"
    done = subprocess.run(
        ["bash", "-c", f"{program} | head -n 1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert done.returncode in (1, 3)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line_and_exit_three(faulty_plan: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "smartplan", "validate", str(faulty_plan)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if not line.startswith("1 kesalahan")]
    assert len(lines) == 1


def test_an_ascii_terminal_is_no_obstacle(run: Run, minimal_plan: Path) -> None:
    (minimal_plan / "theory.yaml").write_text("é東: x\n", encoding="utf-8")
    for encoding in ("ascii", "latin-1", "cp1252"):
        done = run("validate", str(minimal_plan), PYTHONIOENCODING=encoding, LC_ALL="C")
        assert done.returncode == 1
        assert "é東" in done.stdout


def test_validate_writes_nothing(run: Run, minimal_plan: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in sorted(minimal_plan.rglob("*"))}
    run("validate", ".", "--no-cache", cwd=minimal_plan)
    assert {path: path.stat().st_mtime_ns for path in sorted(minimal_plan.rglob("*"))} == before


def test_the_same_plan_is_told_the_same_under_any_hash_seed(run: Run, faulty_plan: Path) -> None:
    (faulty_plan / "theory.yaml").write_text("a: 1\nb: 2\nterms: [{x: 1}]\n", encoding="utf-8")
    told = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "smartplan", "validate", "--no-cache", "-q", "."],
            cwd=faulty_plan, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        told.add(done.stdout)
    assert len(told) == 1

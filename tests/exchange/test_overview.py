"""`smartplan progress`: four forms of the same numbers, and what git knows of them."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from smartplan.exchange.blame import NoHistory, blame

BULELENG = Path(__file__).parent.parent.parent / "examples" / "buleleng"


@pytest.fixture
def plan(tmp_path):
    folder = tmp_path / "rencana"
    shutil.copytree(BULELENG, folder)
    return folder


def _json(run, plan, *words):
    done = run("progress", str(plan), "--output-format", "json", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_all_forms_tell_the_same(plan, run):
    words = ("--dimension", "society", "--period", "2024")
    said = {
        form: run("progress", str(plan), *words, "--output-format", form).stdout
        for form in ("text", "json", "csv", "markdown")
    }

    rows = list(csv.DictReader(io.StringIO(said["csv"]), delimiter=";"))
    told = json.loads(said["json"])
    assert [row["id"] for row in rows] == [one["indicator"] for one in told["indicators"]]
    wifi = next(one for one in told["indicators"] if one["indicator"] == "titik-wifi")
    assert (wifi["numerator"], wifi["denominator"], wifi["achievement"]) == (297, 330, 90)
    for form in ("text", "markdown", "csv"):
        assert "297 / 330 × 100 = 90 %" in said[form]


def test_filters(plan, run):
    told = _json(run, plan, "--agency", "dlh")

    assert {one["owner"] for one in told["indicators"]} == {"dlh"}
    assert [row["id"] for row in told["rollups"]["agency"]] == ["dlh"]


def test_stale_ones_have_an_owner(plan, run):
    stale = {one["indicator"]: one for one in _json(run, plan)["stale"]}

    assert stale["kunjungan-wisatawan"] == {
        "indicator": "kunjungan-wisatawan",
        "owner": "dispar",
        "until": "2024-12-31",
    }
    assert "volume-sampah-tpa" not in stale  # measured in April 2026


def test_a_plan_with_errors_is_judged_as_far_as_it_is_sound(plan, run):
    file = plan / "monev" / "2024.yaml"
    file.write_text(file.read_text().replace("value: 297", "value: banyak"))

    done = run("progress", str(plan), "--period", "2024")

    assert done.returncode == 0
    assert "kesalahan" in done.stderr
    assert "60,98 / 57 × 100" in done.stdout


@pytest.mark.parametrize(
    "words",
    [("--period", "kapan"), ("--agency", "dinas-x"), ("--dimension", "goverance")],
)
def test_a_wrong_call_says_so(plan, run, words):
    assert run("progress", str(plan), *words).returncode == 2


def _git(folder, *words):
    identity = ("-c", "user.name=Penguji", "-c", "user.email=uji@contoh.id")
    subprocess.run(["git", *identity, "-C", folder, *words], check=True, capture_output=True)


def test_git_says_when_a_value_last_changed(plan, run):
    _git(plan, "init", "-q")
    _git(plan, "add", ".")
    _git(plan, "commit", "-q", "-m", "Rencana")
    file = plan / "monev" / "2024.yaml"
    file.write_text(file.read_text().replace("value: 297", "value: 298"))
    _git(plan, "commit", "-q", "-a", "-m", "Titik dihitung ulang")
    file.write_text(file.read_text().replace("value: 5.39", "value: 5.38"))

    told = {
        one["indicator"]: one["changed"]
        for one in _json(run, plan, "--git", "--period", "2024")["indicators"]
    }

    assert told["titik-wifi"]["summary"] == "Titik dihitung ulang"
    assert told["indeks-inovasi-daerah"]["summary"] == "Rencana"
    assert told["penduduk-miskin"] == {"commit": None, "date": None, "summary": ""}
    assert told["desa-ppid"] is None


def test_without_a_repository_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(NoHistory, match="inside a git repository"):
        blame(tmp_path, ["a.yaml"])


def test_without_git_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoHistory, match="needs the program git"):
        blame(tmp_path, ["a.yaml"])


def test_too_many_files_are_refused(tmp_path):
    with pytest.raises(NoHistory, match="more than 50"):
        blame(tmp_path, [f"{number}.yaml" for number in range(51)])

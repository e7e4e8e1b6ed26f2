"""A new plan is sound from the first minute, and its examples are worth copying."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from importlib.metadata import Distribution
from pathlib import Path

import pytest
import yaml
from conftest import findings

from smartplan import scaffold
from smartplan.diagnostics import Severity
from smartplan.load import framework, frameworks, load
from smartplan.regions import everything, find
from smartplan.scaffold import Beginning, in_the_way, skeleton, write
from smartplan.stages import MANIFEST, STAGES

PLAN_FILES = [f"{stage}.yaml" for stage in (MANIFEST, *STAGES)]


def beginning(code: str = "51.06", edition: str = "kominfo-2021", title: str = "") -> Beginning:
    region = find(code)
    assert region is not None
    return Beginning(region, framework(edition), 2025, 2034, date(2024, 11, 5), title)


def live(text: str) -> str:
    """A skeleton with its examples switched on, as an editor's Ctrl+/ does it."""
    first, _, rest = text.partition("\n")
    return first + "\n" + re.sub(r"(?m)^# ?(?!#)", "", rest)


@pytest.mark.parametrize("edition", frameworks())
def test_a_new_plan_has_no_error_and_one_next_step_a_stage(edition: str, tmp_path: Path) -> None:
    write(tmp_path / "plan", skeleton(beginning(edition=edition)))

    found = findings(tmp_path / "plan")

    assert all(diagnostic.severity is not Severity.ERROR for diagnostic in found)
    assert sorted(d.location.file.name for d in found) == sorted(
        f"{stage}.yaml" for stage in STAGES
    )


@pytest.mark.parametrize("edition", frameworks())
def test_the_examples_are_a_plan_that_can_be_read(edition: str, tmp_path: Path) -> None:
    files = skeleton(beginning(edition=edition))
    switched_on = {name: live(files[name]) for name in PLAN_FILES}
    write(tmp_path / "plan", switched_on)

    loaded = load(tmp_path / "plan")

    assert loaded.diagnostics == []
    assert loaded.plan is not None


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2024, 1, 2), 2025),
        (date(2024, 11, 5), 2025),
        (date(2026, 6, 30), 2024),
        (date(2025, 3, 3), 2030),
    ],
)
def test_no_example_tells_of_what_has_not_happened(day: date, start: int, tmp_path: Path) -> None:
    begun = replace(beginning(), start=start, end=start + 9, as_of=day)
    files = skeleton(begun)
    write(tmp_path / "plan", files | {name: live(files[name]) for name in PLAN_FILES})

    found = [one.kind.code for one in findings(tmp_path / "plan")]

    assert "VIS012" in found
    assert [code for code in found if code in ("PLN011", "PLN012", "MON006", "DOC003")] == []


@pytest.mark.parametrize("stage", [MANIFEST, *STAGES])
def test_there_is_an_example_for_every_key_of_a_file(stage: str, tmp_path: Path) -> None:
    files = skeleton(beginning())
    write(tmp_path / "plan", {name: live(files[name]) for name in PLAN_FILES})

    plan = load(tmp_path / "plan").plan

    assert plan is not None
    model = plan.manifest if stage == MANIFEST else getattr(plan, stage)
    missing = [name for name in type(model).model_fields if not getattr(model, name)]
    assert missing == []


def test_every_region_gets_a_manifest_that_agrees_with_the_list(tmp_path: Path) -> None:
    disagreeing = []
    for region in everything():
        place = scaffold.Place(region)
        text = (
            "smartplan: 1\ntitle: Rencana\nperiod: {start: 2025, end: 2034}\nas_of: 2024-11-05\n"
            f'region: {{code: "{place.code}", name: "{place.name}", kind: {place.kind},\n'
            f'         province: "{place.province}"}}\n'
        )
        (tmp_path / "smartplan.yaml").write_text(text, encoding="utf-8")
        if load(tmp_path).diagnostics:
            disagreeing.append(region.code)

    assert disagreeing == []


@pytest.mark.parametrize(
    ("code", "full_name", "head", "regulation"),
    [
        ("51.06", "Kabupaten Bangli", "Bupati", "perbup"),
        ("51.71", "Kota Denpasar", "Wali Kota", "perwal"),
        ("51", "Provinsi Bali", "Gubernur", "pergub"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "Wali Kota", "perwal"),
    ],
)
def test_a_region_is_spoken_of_as_its_law_does(
    code: str, full_name: str, head: str, regulation: str
) -> None:
    place = beginning(code).place

    assert (place.full_name, place.head, place.regulation) == (full_name, head, regulation)


def test_the_same_beginning_gives_the_same_files() -> None:
    assert skeleton(beginning()) == skeleton(beginning())


def test_a_title_is_text_whatever_it_holds(tmp_path: Path) -> None:
    title = 'Rencana "A": B # C {{ region }} \\ <b>*d*</b>'
    files = skeleton(beginning(title=title))
    write(tmp_path / "plan", files)

    plan = load(tmp_path / "plan").plan

    assert plan is not None
    assert plan.manifest.title == title
    assert files["README.md"].startswith(
        '# Rencana "A": B \\# C {{ region }} \\\\ \\<b\\>\\*d\\*\\</b\\>\n'
    )


def test_every_file_names_its_own_schema_and_the_schema_is_there() -> None:
    files = skeleton(beginning())

    for stage in (MANIFEST, *STAGES):
        line = f"# yaml-language-server: $schema=.smartplan/schema/{stage}.json"
        assert files[f"{stage}.yaml"].split("\n")[0] == line
        assert json.loads(files[f".smartplan/schema/{stage}.json"])["title"].startswith(stage)


def test_the_editor_knows_every_stage_as_file_and_as_folder() -> None:
    settings = json.loads(skeleton(beginning())[".vscode/settings.json"])

    assert settings["yaml.schemas"] == {
        "./.smartplan/schema/smartplan.json": ["smartplan.yaml"],
        **{
            f"./.smartplan/schema/{stage}.json": [f"{stage}.yaml", f"{stage}/*.yaml"]
            for stage in STAGES
        },
    }
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert settings["[yaml]"]["editor.tabSize"] == 2


def test_the_workflow_only_reads() -> None:
    text = skeleton(beginning())[".github/workflows/smartplan.yml"]
    workflow = yaml.safe_load(text)
    triggers = workflow[True]  # YAML 1.1 reads `on` as true
    job = workflow["jobs"]["periksa"]
    steps = job["steps"]

    assert set(triggers) == {"pull_request", "push"}
    assert workflow["permissions"] == {"contents": "read"}
    assert job["timeout-minutes"] <= 10
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in steps if "uses" in step)
    assert not any("${{" in step.get("run", "") for step in steps)
    assert "secrets" not in text
    said = "\n".join(step["run"] for step in steps if "run" in step)
    assert said.count("python") == said.count("python -I -m ") == 3
    assert steps[0]["with"] == {"path": "rencana", "persist-credentials": False}


def test_the_gitlab_pipeline_runs_outside_the_plan() -> None:
    job = yaml.safe_load(skeleton(beginning())[".gitlab-ci.yml"])["periksa"]

    assert job["script"][0] == "cd /"
    said = "\n".join(job["script"])
    assert said.count("python") == said.count("python -I -m ") == 3
    assert job["timeout"] == "5 minutes"


WORKFLOWS = (".github/workflows/smartplan.yml", ".gitlab-ci.yml")
COMMIT = "0123456789abcdef0123456789abcdef01234567"
SOURCE = f"git+https://git.example.go.id/smart/smartplan.git@{COMMIT}"


def scripts(name: str, text: str) -> tuple[str, str]:
    """What a job runs up to the installation, and where that is from."""
    document = yaml.safe_load(text)
    if name.startswith(".gitlab"):
        job = document["periksa"]
        return "\n".join(job["script"][:-2]), job["variables"]["SMARTPLAN"]
    job = document["jobs"]["periksa"]
    runs = [step["run"] for step in job["steps"] if "run" in step]
    return "\n".join(runs[:-2]), job["env"]["SMARTPLAN"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_job_installs_from_where_this_smartplan_is_from(name: str) -> None:
    files = skeleton(replace(beginning(), source=SOURCE))
    script, source = scripts(name, files[name])
    assert source == SOURCE
    assert script.endswith('install --disable-pip-version-check "smartplan @ $SMARTPLAN"')
    assert "ALAMAT" not in files[name] + files["README.md"]
    assert f'`pip install "smartplan @ {SOURCE}"`' in files["README.md"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_job_that_does_not_know_from_where_says_so_and_installs_nothing(name: str) -> None:
    files = skeleton(beginning())
    script, source = scripts(name, files[name])
    assert source == "git+https://ALAMAT@KOMIT"
    done = subprocess.run(
        ["bash", "-e", "-c", script.replace("python -I", "echo PASANG -I")],
        env={"SMARTPLAN": source, "PATH": os.environ["PATH"]},
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    said = f"Tulis dahulu asal smartplan di {name}, pada baris SMARTPLAN"
    assert (done.returncode, done.stdout.removeprefix("::error::"), done.stderr) == (
        2, f"{said}\n", "",
    )  # fmt: skip
    assert "`SMARTPLAN`" in files["README.md"]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (None, ""),
        ("{", ""),
        ("[]", ""),
        ({"url": "file:///home/x/smartplan", "dir_info": {"editable": True}}, ""),
        ({"url": "https://git.example.go.id/a/b.zip", "archive_info": {}}, ""),
        *[
            ({"url": url, "vcs_info": {"vcs": "git", "commit_id": commit}}, source)
            for url, commit, source in (
                (SOURCE[4 : SOURCE.index("@")], COMMIT, SOURCE),
                ("file:///tmp/smartplan", COMMIT, ""),
                ("ssh://git@git.example.go.id/smartplan", COMMIT, ""),
                ("https://nama:sandi@git.example.go.id/smartplan", COMMIT, ""),
                ("https://git.example.go.id/$(id)", COMMIT, ""),
                ("https://git.example.go.id/a\nb", COMMIT, ""),
                ("https://git.example.go.id/smartplan", "main; id", ""),
                (1, COMMIT, ""),
                ("https://git.example.go.id/smartplan", None, ""),
            )
        ],
    ],
)
def test_only_an_open_address_and_a_commit_say_where_from(
    told: object, source: str, tmp_path: Path
) -> None:
    package = tmp_path / "smartplan-0.1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Name: smartplan\nVersion: 0.1.0\n", encoding="utf-8")
    if told is not None:
        text = told if isinstance(told, str) else json.dumps(told)
        (package / "direct_url.json").write_text(text, encoding="utf-8")
    assert scaffold.source_of(Distribution.at(package)) == source


def test_files_are_plain(tmp_path: Path) -> None:
    for name, text in skeleton(beginning()).items():
        assert text.endswith("\n"), name
        assert not text.endswith("\n\n"), name
        assert "\t" not in text, name
        assert "\r" not in text, name
        assert not re.search(r"(?m) +$", text), name


def test_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / "catatan").mkdir()

    assert in_the_way(tmp_path) == ["catatan", "team.yaml"]
    assert in_the_way(tmp_path / "team.yaml") == ["team.yaml"]
    assert in_the_way(tmp_path / "baru") == []
    assert in_the_way(tmp_path / ".git") == []


def test_an_empty_folder_is_filled_and_stays_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    (folder / ".git").mkdir(parents=True)
    before = folder.stat().st_ino

    write(folder, {"a.yaml": "x: 1\n", ".vscode/b.json": "{}\n"})

    assert folder.stat().st_ino == before
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == [
        ".vscode/b.json",
        "a.yaml",
    ]


@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_left_when_writing_fails(there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    if there:
        folder.mkdir()

    with pytest.raises(OSError, match=r"a\.yaml"):
        write(folder, {"a.yaml": "x: 1\n", "a.yaml/b.json": "{}\n"})

    assert folder.exists() == there
    assert [path.name for path in tmp_path.rglob("*")] == (["plan"] if there else [])


def test_what_appeared_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("milik: orang\n")

    with pytest.raises(FileExistsError):
        write(tmp_path, {"a.yaml": "x: 1\n", "b.yaml": "y: 2\n"})

    assert [path.name for path in tmp_path.iterdir()] == ["b.yaml"]
    assert (tmp_path / "b.yaml").read_text() == "milik: orang\n"

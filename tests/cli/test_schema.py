"""`smartplan schema`: to a folder, or to stdout."""

import json
from pathlib import Path

from conftest import Run

from smartplan.json_schema import FILES, bundle, json_schema
from smartplan.load import framework


def test_a_folder_gets_one_file_a_stage(run: Run, tmp_path: Path) -> None:
    done = run("schema", "--out", "a/b")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(FILES)} skema di `a/b`\n"
    for name in FILES:
        written = json.loads((tmp_path / "a" / "b" / f"{name}.json").read_text("utf-8"))
        assert written == json_schema(name, framework("kominfo-2021"))


def test_init_writes_what_schema_writes(run: Run, tmp_path: Path) -> None:
    run("init", "plan", "--region", "51.06")
    run("schema", "--out", "lain")

    for path in sorted((tmp_path / "lain").iterdir()):
        assert (tmp_path / "plan/.smartplan/schema" / path.name).read_bytes() == path.read_bytes()


def test_one_stage_or_all_go_to_stdout(run: Run) -> None:
    one = run("schema", "--stage", "team", "--framework", "kota-cerdas-2026-draft")
    everything = run("schema")

    assert json.loads(one.stdout) == json_schema("team", framework("kota-cerdas-2026-draft"))
    assert json.loads(everything.stdout) == bundle(framework("kominfo-2021"))


def test_an_unknown_stage_is_a_wrong_call(run: Run) -> None:
    done = run("schema", "--stage", "teams")

    assert done.returncode == 2
    assert done.stderr == (
        "smartplan: nilai keliru untuk --stage: `teams` tidak dikenal; mungkin `team`? "
        "(lihat `smartplan --help`)\n"
    )


def test_a_file_in_the_way_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    (tmp_path / "skema").touch()

    done = run("schema", "--out", "skema")

    assert done.returncode == 2
    assert "`skema` bukan folder" in done.stderr

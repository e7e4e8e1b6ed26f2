"""`smartplan status`: the ten stages at a glance."""

import json
from pathlib import Path

from conftest import MINIMAL, Run

from smartplan.cli.status import _STAGES
from smartplan.rules import kinds
from smartplan.stages import STAGES

BEGUN = """\
Rencana uji (keadaan 30 Juni 2025)

No  Tahap                           Keadaan    Temuan        Isi
1   Penentuan tim                   draf       1 peringatan  1 perangkat daerah
2   Penentuan teori                 belum ada
3   Analisis kesiapan               belum ada
4   Visi, misi, dan arah kebijakan  ada                      1 visi
5   Program prioritas               belum ada
6   Quick win                       belum ada
7   Peta jalan                      belum ada
8   Alat monitoring dan evaluasi    belum ada
9   Penyelesaian dokumen            ada                      1 keadaan tahap
10  Sosialisasi dan literasi        belum ada
    Daftar sumber                   belum ada

3 dari 10 tahap terisi, 0 disetujui, 1 peringatan. \
Berikutnya: tahap 2, penentuan teori (`theory.yaml`). Rincian: smartplan validate
"""


def begin(folder: Path) -> None:
    """A plan of which little is there, with one thing to find."""
    texts = {
        "smartplan": (MINIMAL / "smartplan.yaml").read_text("utf-8"),
        "team": "agencies:\n  - id: kominfo\n    name: Dinas\n    basis: proposal\n    note:\n",
        "vision": "vision: {statement: Kota cerdas, basis: proposal}\n",
        "document": "stages:\n  - {stage: team, state: draft, basis: proposal}\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    families = sorted({code[:3] for code in kinds()} - {"YML", "SCH"})
    choices = f"rules: {{ignore: [{', '.join(families)}]}}\n"
    (folder / "smartplan.yaml").write_text(texts["smartplan"] + choices, encoding="utf-8")


def test_the_stages_of_a_plan_that_has_begun(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    done = run("status")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == BEGUN


def test_the_same_as_data(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    document = json.loads(run("status", "--output-format", "json").stdout)

    assert document["version"] == 1
    assert (document["region"], document["as_of"]) == ("51.08", "2025-06-30")
    states = [(stage["number"], stage["file"], stage["state"]) for stage in document["stages"]]
    assert states[:6] == [
        (1, "team", "draft"),
        (2, "theory", "absent"),
        (3, "readiness", "absent"),
        (4, "vision", "there"),
        (5, "programs", "absent"),
        (6, "programs", "absent"),
    ]
    assert document["stages"][0]["findings"] == {"error": 0, "warning": 1, "note": 0}
    assert document["stages"][0]["counts"]["agencies"] == 1


def test_a_whole_plan_in_english(run: Run) -> None:
    done = run("status", str(MINIMAL), "--lang", "en")

    lines = done.stdout.split("\n")
    assert lines[3].split("  ")[:2] == ["1", " Team"]
    assert "approved" in lines[3]
    assert "2 agencies, 3 bodies, 6 working groups, 1 partner, 4 workshops" in lines[3]
    assert lines[-2] == "10 of 10 stages filled, 10 approved, no findings."


def test_findings_of_the_manifest_have_a_line_of_their_own(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)
    manifest = tmp_path / "smartplan.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "publisher:\n", encoding="utf-8")

    lines = run("status").stdout.split("\n")

    assert lines[14].split() == ["Manifes", "ada", "1", "peringatan"]


def test_a_file_of_comments_is_a_stage_that_is_not_there(run: Run, tmp_path: Path) -> None:
    run("init", "b", "--region", "51.06")

    document = json.loads(run("status", "b", "--output-format", "json").stdout)

    assert {stage["state"] for stage in document["stages"]} == {"absent"}
    assert [sum(stage["findings"].values()) for stage in document["stages"]] == [
        0 if stage["number"] == 6 else 1 for stage in document["stages"]
    ]


def test_an_error_of_the_manifest_is_told(run: Run, tmp_path: Path) -> None:
    done = run("status")

    assert done.returncode == 1
    assert done.stdout.startswith("./smartplan.yaml:1:1: error SCH015: ") or (
        done.stdout.startswith("smartplan.yaml:1:1: error SCH015: ")
    )


def test_a_folder_that_is_not_there_is_a_wrong_call(run: Run) -> None:
    assert run("status", "tiada").returncode == 2


def test_every_part_of_every_stage_is_counted() -> None:
    counted = {
        stage.file: [field for field, _, _ in stage.lists] for stage in _STAGES if stage.number != 6
    }

    assert {name: sorted(fields) for name, fields in counted.items()} == {
        name: sorted(set(model.model_fields) - {"mark"}) for name, model in STAGES.items()
    }

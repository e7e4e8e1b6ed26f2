"""`smartplan status`: the ten stages at a glance."""

import json
from pathlib import Path
from xml.etree import ElementTree

from conftest import MINIMAL, Run

from smartplan.exchange.badge import AMBER, GREEN
from smartplan.figures.ladder import STAGES_IN_ORDER
from smartplan.rules import kinds
from smartplan.stages import STAGES

BEGUN = """\
Rencana uji (keadaan 30 Juni 2025)

No  Tahap                      Keadaan    Temuan        Isi
1   Tim                        draf       1 peringatan  1 perangkat daerah; belum ada: \
badan, kelompok kerja, mitra, bimtek, rapat, nota kesepakatan
2   Landasan teori dan hukum   belum ada
3   Kesiapan daerah            belum ada
4   Visi dan arah pembangunan  ada                      1 visi; belum ada: dokumen rujukan, \
misi, tujuan, sasaran, strategi, arah kebijakan
5   Program dan rencana aksi   belum ada
6   Quick win                  belum ada
7   Peta jalan                 belum ada
8   Monitoring dan evaluasi    belum ada
9   Dokumen dan penetapan      ada                      1 keadaan tahap; belum ada: buku, \
peraturan penetapan, persetujuan, perubahan
10  Sosialisasi dan literasi   belum ada
    Daftar sumber              belum ada

"""
"""What comes before the chapters."""

STEPS = """\
Langkah berikutnya, dari yang paling ringan
  1. tahap 1, peringatan SCH010 (team.yaml:5): kunci `note` belum diisi; \
isi nilainya atau hapus barisnya
  2. tahap 2, Landasan teori dan hukum: tulis konsep, prinsip, dasar hukum, istilah dalam \
`theory.yaml`
  3. tahap 3, Kesiapan daerah: tulis data profil, unsur kesiapan, aset digital, isu strategis, \
analisis SWOT dalam `readiness.yaml`
  4. tahap 5, Program dan rencana aksi: tulis program dalam `programs.yaml`
  5. tahap 7, Peta jalan: tulis tahap, rumpun rencana aksi, tonggak capaian, pagu dalam \
`roadmap.yaml`

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
    families = sorted({code[:3] for code in kinds()} - {"YML", "SCH", "REF"})
    choices = f"rules: {{ignore: [{', '.join((*families, 'REF004'))}]}}\n"
    (folder / "smartplan.yaml").write_text(texts["smartplan"] + choices, encoding="utf-8")


def test_the_stages_of_a_plan_that_has_begun(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    done = run("status")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(BEGUN)
    assert STEPS in done.stdout
    assert done.stdout.split("\n")[-2].startswith("3 dari 10 tahap terisi, 0 disetujui, ")
    assert done.stdout.endswith(" bab terbuka, 1 peringatan. Rincian: smartplan validate\n")


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
    assert lines[-2].startswith("10 of 10 stages filled, 10 approved, ")
    assert lines[-2].endswith(" chapters open, no findings.")


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
        stage.file: [field for field, _, _ in stage.lists]
        for stage in STAGES_IN_ORDER
        if stage.number != 6
    }

    assert {name: sorted(fields) for name, fields in counted.items()} == {
        name: sorted(set(model.model_fields) - {"mark"}) for name, model in STAGES.items()
    }


def test_chapters_wait_for_their_stages(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    document = json.loads(run("status", "--output-format", "json").stdout)

    chapters = {(one["book"], one["slug"]): one for one in document["chapters"]}
    road_map = chapters["buku-2", "07-peta-jalan"]
    assert (road_map["state"], road_map["missing"]) == ("absent", ["roadmap"])
    vision = chapters["buku-1", "06-visi-pembangunan"]
    assert (vision["state"], vision["missing"]) == ("there", [])
    text = run("status").stdout
    assert "Peta Jalan (roadmap.yaml)" in text
    assert "Visi Pembangunan Smart City" not in text


def test_markdown_has_a_row_for_each_chapter(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    done = run("status", "--output-format", "markdown")

    assert "| 1 | Tim | draf | 1 perangkat daerah; belum ada: badan," in done.stdout
    assert "| buku-2: Peta Jalan | belum ada |  |" in done.stdout
    assert "2. tahap 2, Landasan teori dan hukum: tulis konsep" in done.stdout


def test_the_badge_is_the_same_svg_every_time(run: Run, tmp_path: Path) -> None:
    begin(tmp_path)

    first, second = (run("status", "--output-format", "badge").stdout for _ in range(2))

    root = ElementTree.fromstring(first)
    assert first == second
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("aria-label") == "smartplan: 3/10 tahap, 0 kesalahan"
    assert AMBER in first


def test_the_badge_of_a_whole_plan_is_green(run: Run) -> None:
    done = run("status", str(MINIMAL), "--output-format", "badge", "--lang", "en")

    assert "10/10 stages, 0 errors" in done.stdout
    assert GREEN in done.stdout

"""The forms of changes: what they say, and that plan text does nothing in them."""

import json

from changed_plans import side
from conftest import MINIMAL

from smartplan.changes import Changes, compare
from smartplan.changes.formats import FORMATS
from smartplan.changes.lines import Ends
from smartplan.language import Language

ENDS = Ends("main (abc1234)", "folder kerja", ("abc1234", None))
ID, EN = Language.INDONESIAN, Language.ENGLISH


TEXT = """\
main (abc1234) → folder kerja
berganti nama 1, target 1, anggaran 1, jadwal 1, penanggung jawab 1

Berganti nama (1)
  program p-public-service (Loket | <b>daring</b> @semua): nama: \
Loket daring terpadu → Loket | <b>daring</b> @semua

Target (1)
  indikator k-public-service (Layanan yang dapat diurus daring): target 2025: \
50 → 48,75 (turun 1,25; 2,5 %)

Anggaran (1)
  program p-public-service (Loket | <b>daring</b> @semua): anggaran 2024, APBD, rencana: jumlah: \
Rp100.000.000 → Rp125.000.000 (naik Rp25.000.000; 25 %)

Jadwal (1)
  tonggak capaian n-public-service (Layanan berjalan): jatuh tempo: \
Desember 2024 → Oktober 2024 (maju 2 bulan)

Penanggung jawab (1)
  indikator k-public-service (Layanan yang dapat diurus daring): penanggung jawab data: \
Diskominfo → Bappeda

Anggaran seluruh rencana
  rencana: Rp1.800.000.000 → Rp1.825.000.000 (naik Rp25.000.000; 1,39 %)
"""


def edits(edited) -> Changes:
    return edited(
        programs=[
            ("name: Loket daring terpadu", "name: Loket | <b>daring</b> @semua"),
            ("amount: 100000000", "amount: 125000000"),
        ],
        monev=[("2025: 50", "2025: 48.75"), ("owner: kominfo", "owner: bappeda")],
        roadmap=[("due: 2024-12", "due: 2024-10")],
    )


def test_text(edited):
    assert FORMATS["text"](edits(edited), ENDS, ID) == TEXT


def test_nothing(edited):
    same = compare(side(MINIMAL), side(MINIMAL))
    assert FORMATS["text"](same, ENDS, EN).split("\n")[1:] == ["Nothing changed in meaning.", ""]
    assert "Tidak ada perubahan makna." in FORMATS["markdown"](same, ENDS, ID)
    assert "Tidak ada perubahan makna." in FORMATS["matrix"](same, ENDS, ID)
    assert json.loads(FORMATS["json"](same, ENDS, ID))["changes"] == []


def test_json(edited):
    document = json.loads(FORMATS["json"](edits(edited), ENDS, EN))

    assert document["version"] == 1
    assert document["before"] == {"name": "main (abc1234)", "commit": "abc1234"}
    assert {name: count for name, count in document["counts"].items() if count} == {
        "renamed": 1, "target": 1, "budget": 1, "schedule": 1, "owner": 1,
    }  # fmt: skip
    assert document["changes"][1] == {
        "category": "target", "kind": "indicator", "id": "k-public-service",
        "title": "Layanan yang dapat diurus daring", "field": "targets/2025",
        "label": "targets 2025", "before": 50, "after": 48.75, "difference": -1.25,
        "percent": -2.5,
    }  # fmt: skip
    assert document["changes"][3]["months"] == -2
    assert document["money"][0] == {
        "kind": "planned", "before": 1_800_000_000, "after": 1_825_000_000,
        "difference": 25_000_000, "percent": 1.39,
    }  # fmt: skip


def test_markdown_shows_plan_text_and_does_nothing_with_it(edited):
    found = edits(edited)
    for name in ("markdown", "matrix"):
        printed = FORMATS[name](found, ENDS, ID)
        assert "<b>" not in printed
        assert "@semua" not in printed
        rows = [line for line in printed.split("\n") if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in rows} == {5}


def test_matrix_says_before_after_and_remark(edited):
    rows = FORMATS["matrix"](edits(edited), ENDS, ID).split("\n")[4:]

    assert rows[0] == "| No. | Semula | Menjadi | Keterangan |"
    assert rows[3] == (
        "| 2 | Indikator Layanan yang dapat diurus daring, target 2025: 50 "
        "| Indikator Layanan yang dapat diurus daring, target 2025: 48,75 "
        "| Target: turun 1,25; 2,5 %. |"
    )


def test_a_comment_is_no_longer_than_a_pull_request_takes(edited, monkeypatch):
    from smartplan.changes import markdown

    monkeypatch.setattr(markdown, "LIMIT", 400)
    printed = FORMATS["markdown"](edits(edited), ENDS, ID)
    assert len(printed) < 600
    assert "dipotong" in printed

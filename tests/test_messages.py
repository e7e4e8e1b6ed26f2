"""What planners read: the words of findings that say where, what, and what now."""

from pathlib import Path
from textwrap import dedent

import pytest
from conftest import findings, overlay

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language

ID, EN = Language.INDONESIAN, Language.ENGLISH


def told(plan: Path, name: str, text: str, code: str) -> list[Diagnostic]:
    """The findings of one code when a file of the plan holds this text."""
    overlay(plan, {name: dedent(text)})
    return [one for one in findings(plan) if one.kind.code == code]


def test_phases_that_do_not_join_are_named_with_their_years(minimal_plan: Path) -> None:
    gap, shared, after = told(
        minimal_plan,
        "roadmap.yaml",
        """\
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2024, basis: proposal}
          - {id: f-2, name: Tumbuh, horizon: medium, start: 2026, end: 2028, basis: proposal}
          - {id: f-3, name: Mantap, horizon: long, start: 2028, end: 2032, basis: proposal}
        """,
        "ROA002",
    )

    assert gap.message(ID) == (
        "tahapan tidak bersambung: tahun 2025 tidak masuk tahap mana pun, di antara `f-1` (Awal, "
        "2024) dan `f-2` (Tumbuh, 2026–2028)"
    )
    assert shared.message(EN) == (
        "the phases do not join: 2028 belongs to two phases, `f-2` (Tumbuh, 2026–2028) and `f-3` "
        "(Mantap, 2028–2032)"
    )
    assert after.message(ID).endswith("2033 tidak masuk tahap mana pun, sesudah `f-3` (Mantap, "
                                      "2028–2032)")  # fmt: skip


def test_a_phase_that_stands_alone_wrongly_is_told_alone(minimal_plan: Path) -> None:
    early, reversed_, *_ = told(
        minimal_plan,
        "roadmap.yaml",
        """\
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2023, end: 2025, basis: proposal}
          - {id: f-2, name: Tumbuh, horizon: medium, start: 2028, end: 2026, basis: proposal}
        """,
        "ROA002",
    )

    assert early.message(ID) == (
        "tahapan tidak bersambung: tahap `f-1` (Awal, 2023–2025) melampaui jangka waktu rencana, "
        "2024–2033"
    )
    assert reversed_.message(EN) == (
        "the phases do not join: the phase `f-2` (Tumbuh) ends 2026, before it starts 2028"
    )


def test_a_milestone_outside_says_which_years_it_should_meet(minimal_plan: Path) -> None:
    [late] = told(
        minimal_plan,
        "roadmap.yaml",
        """\
        phases:
          - {id: f-1, name: Awal, horizon: short, start: 2024, end: 2026, basis: proposal}
          - {id: f-2, name: Lanjut, horizon: long, start: 2027, end: 2033, basis: proposal}
        milestones:
          - {id: n-1, phase: f-1, due: 2027-03, text: Portal terbuka, basis: proposal}
        """,
        "ROA003",
    )

    assert late.message(ID) == (
        "tonggak `n-1` (Portal terbuka) jatuh tempo Maret 2027, di luar tahap `f-1` (Awal), "
        "2024–2026"
    )


INDICATOR = (
    "indicators:\n"
    "  - {{id: k-1, name: Layanan, level: outcome, unit: layanan, formula: rising, "
    "frequency: yearly, basis: proposal{more}}}\n"
)


def test_an_indicator_without_any_target_is_told_so(minimal_plan: Path) -> None:
    [found] = told(minimal_plan, "monev.yaml", INDICATOR.format(more=""), "MON004")

    assert found.message(ID) == "indikator `k-1` (Layanan) belum memiliki target sama sekali"
    assert "paling akhir 2033" in found.hint(ID)

    [found] = told(
        minimal_plan, "monev.yaml", INDICATOR.format(more=", targets: {2025: 1, 2027: 2}"), "MON004"
    )
    assert found.message(ID) == (
        "indikator `k-1` (Layanan) belum memiliki target 2033, tahun terakhir rencana; targetnya "
        "baru untuk 2025–2027"
    )


def test_a_reason_for_no_baseline_belongs_in_the_baseline(minimal_plan: Path) -> None:
    [found] = told(minimal_plan, "monev.yaml", INDICATOR.format(more=""), "MON001")

    assert "`baseline: {missing: …}`" in found.hint(ID)
    obeyed = INDICATOR.format(more=", baseline: {missing: belum disurvei}")
    assert not told(minimal_plan, "monev.yaml", obeyed, "MON001")
    assert not told(minimal_plan, "monev.yaml", obeyed, "SCH001")


def test_a_superseded_regulation_lacks_its_successor_only(minimal_plan: Path) -> None:
    [found] = told(
        minimal_plan,
        "theory.yaml",
        """\
        legal_basis:
          - {id: perda-8, kind: perda, number: "8", year: 2016, title: RPJMD, sources: [S1],
             status: superseded}
        """,
        "THE002",
    )

    assert found.message(ID) == (
        "dasar hukum `perda-8` (Peraturan Daerah 8/2016) sudah diganti oleh peraturan lain, yang "
        "belum disebut di `superseded_by`"
    )
    assert "`superseded_by`" in found.hint(ID)
    assert "status: superseded" not in found.hint(ID)


PROGRAM = "programs:\n  - {{id: portal, name: Portal, dimension: governance, {more}}}\n"


@pytest.mark.parametrize(
    ("name", "text", "key", "hint"),
    [
        ("level", "hasil", "outcome", "tulis `outcome` (hasil)"),
        ("frequency", "Tahunan", "yearly", "tulis `yearly` (tahunan)"),
        ("formula", "naik", None, "`rising` (makin tinggi makin baik), `falling` (makin rendah"),
    ],
)
def test_choices_are_told_with_what_they_mean(
    minimal_plan: Path, name: str, text: str, key: str | None, hint: str
) -> None:
    right = {"level": "outcome", "frequency": "yearly", "formula": "rising"}[name]
    wrong = INDICATOR.format(more="").replace(f"{name}: {right}", f"{name}: {text}")

    [found] = told(minimal_plan, "monev.yaml", wrong, "SCH004")

    assert hint in found.hint(ID)
    assert (found.fix.text if found.fix else None) == key


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        (
            "targets: {2025: 1}",
            (
                "kunci ini milik butir `indicators` dalam `monev.yaml`: tulis di sana, dan sebut "
                "program ini di `measures`"
            ),
        ),
        (
            "baseline: {year: 2024}",
            (
                "kunci ini milik butir `indicators` dalam `monev.yaml`: tulis di sana, dan sebut "
                "program ini di `measures`"
            ),
        ),
        (
            "milestones: []",
            (
                "kunci ini milik tahap peta jalan: tulis di awal baris dalam `roadmap.yaml`, dan "
                "sebut program ini di `program`"
            ),
        ),
        ("budgte: []", "mungkin `budget`?"),
    ],
)
def test_a_key_of_another_item_is_told_where_it_belongs(
    minimal_plan: Path, more: str, hint: str
) -> None:
    [found] = told(minimal_plan, "programs.yaml", PROGRAM.format(more=more), "SCH001")

    assert found.hint(ID) == hint


def test_text_for_sources_is_answered_with_ids(minimal_plan: Path) -> None:
    text = PROGRAM.format(more="sources: Laporan kabupaten")

    [found] = told(minimal_plan, "programs.yaml", text, "SCH003")

    assert found.hint(ID) == (
        "tulis id sumber dari `sources.yaml` dalam kurung siku, misalnya `sources: [S1]`"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("smartplan.yaml", "tulis kunci di awal baris tanpa `- `, misalnya `title: …`"),
        (
            "waivers.yaml",
            "tulis kunci di baris pertama, misalnya `waivers:`, lalu daftarnya di bawah kunci itu",
        ),
    ],
)
def test_a_file_that_is_a_list_is_told_its_key(minimal_plan: Path, name: str, hint: str) -> None:
    [found] = told(minimal_plan, name, "- code: PRG001\n", "SCH003")

    assert found.hint(ID) == hint


@pytest.mark.parametrize(
    "written", ["Dinas Komunikasi dan Informatika", "DISKOMINFOSANTI", "diskominfo santi"]
)
def test_a_name_in_place_of_an_id_is_recognised(minimal_plan: Path, written: str) -> None:
    overlay(
        minimal_plan,
        {
            "team.yaml": "agencies:\n  - {id: kominfo, name: Dinas Komunikasi dan Informatika, "
            "abbreviation: Diskominfosanti}\n  - {id: disdik, name: Dinas Pendidikan}\n"
        },
    )
    text = PROGRAM.format(more=f"lead: {written}, support: [disdik]")

    every = told(minimal_plan, "programs.yaml", text, "REF001")
    [found] = [one for one in every if one.location.file.name == "programs.yaml"]

    assert found.hint(ID) == "tulis id-nya: `kominfo` (Dinas Komunikasi dan Informatika)"
    assert found.fix
    assert (found.fix.text, found.fix.safe) == ("kominfo", False)
    assert "REF004" not in {one.kind.code for one in findings(minimal_plan)}


def test_marks_of_yaml_and_hidden_signs_are_told_in_plain_words(minimal_plan: Path) -> None:
    [anchor] = told(minimal_plan, "theory.yaml", "terms:\n  - * penting\n", "YML005")
    assert anchor.message(ID).startswith("`* penting` tidak terbaca sebagai teks")

    [hidden] = told(minimal_plan, "theory.yaml", "terms: []  # a\u202eb\n", "YML011")
    assert "U+202E (pemaksa tulisan kanan ke kiri)" in hidden.message(ID)
    assert "U+202E (right-to-left override)" in hidden.message(EN)

    (minimal_plan / "theory.yaml").write_bytes(b"terms: []  # caf\xe9\n")
    [encoding] = [one for one in findings(minimal_plan) if one.kind.code == "YML008"]
    assert encoding.message(ID) == "berkas bukan UTF-8: huruf di sini tidak terbaca, mungkin `é`"


def test_an_assertion_that_lacks_nothing_is_not_told_to_wait(minimal_plan: Path) -> None:
    manifest = (minimal_plan / "smartplan.yaml").read_text("utf-8")

    def judged(that: str) -> Diagnostic:
        text = f"{manifest}\nassertions:\n  - {{name: Janji, that: '{that}'}}\n"
        (minimal_plan / "smartplan.yaml").write_text(text, encoding="utf-8")
        [found] = [one for one in findings(minimal_plan) if one.kind.code.startswith("AST")]
        return found

    nothing = judged("1 / 0 > 2")
    assert (nothing.kind.code, nothing.hint(ID)) == ("AST004", "ganti pembaginya")
    large = judged("10 * " * 40 + "10 > 1")
    assert (large.kind.code, large.hint(ID)) == (
        "AST005",
        "perkecil angka dalam pernyataan ini",
    )
    for mixed in ("count(programs) > budget.total", "count(programs) + budget.total > 5"):
        assert judged(mixed).kind.code == "AST004"

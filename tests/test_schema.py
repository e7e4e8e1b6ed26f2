"""A tree against its model: one mistake, one finding, and what remains is kept."""

from pathlib import Path

import pytest
from conftest import overlay

from smartplan.diagnostics import Diagnostic, File, Severity
from smartplan.language import Language
from smartplan.load import load
from smartplan.parser import parse
from smartplan.schema import Checked, check
from smartplan.shapes import kinds_in
from smartplan.source import Mapping
from smartplan.stages import STAGES
from smartplan.stages.monev import Monev
from smartplan.stages.programs import Program, Programs
from smartplan.stages.theory import Theory

ID, EN = Language.INDONESIAN, Language.ENGLISH


def checked(stage: str, text: str) -> Checked:
    """What a stage's model makes of a text that is sound YAML."""
    root, found = parse(File(f"{stage}.yaml", text))
    assert isinstance(root, Mapping)
    assert not found
    return check(STAGES[stage], root)


def told(result: Checked) -> list[tuple[int, int, str]]:
    return sorted((d.location.line, d.location.column, d.kind.code) for d in result.diagnostics)


def only(stage: str, text: str) -> Diagnostic:
    """The one finding about a text."""
    (found,) = checked(stage, text).diagnostics
    return found


ONE_MISTAKE = {
    # unknown and missing keys
    "unknown-key": ("theory", "terms:\n  - {term: a, meaning: b, arti: c}\n", (2, 27, "SCH001")),
    "unknown-key-at-the-root": ("theory", "istilah: []\n", (1, 1, "SCH001")),
    "misspelt-required-key": ("theory", "terms:\n  - {term: a, mening: b}\n", (2, 15, "SCH001")),
    "misspelt-optional-key": (
        "theory",
        "terms:\n  - {term: a, meaning: b, nota: c}\n",
        (2, 27, "SCH001"),
    ),
    "missing-key": ("theory", "terms:\n  - term: a\n", (2, 5, "SCH002")),
    "missing-id": ("theory", "principles:\n  - name: a\n    text: b\n", (2, 5, "SCH002")),
    "missing-key-in-depth": (
        "programs",
        (
            "programs:\n  - id: p\n    name: a\n    dimension: living\n    budget:\n"
            "      - {year: 2024, amount: 5, kind: planned}\n"
        ),
        (6, 10, "SCH002"),
    ),
    # shapes
    "text-for-list": ("theory", "terms: a\n", (1, 8, "SCH003")),
    "group-for-list": ("theory", "terms:\n  term: a\n  meaning: b\n", (2, 3, "SCH003")),
    "text-for-group": ("vision", "vision: Maju\n", (1, 9, "SCH003")),
    "list-for-group": ("vision", "vision:\n  - statement: Maju\n", (2, 5, "SCH003")),
    "text-for-item": ("theory", "terms:\n  - SPBE\n", (2, 5, "SCH003")),
    "list-for-text": ("theory", "terms:\n  - {term: [a], meaning: b}\n", (2, 13, "SCH003")),
    "group-for-text": ("theory", "terms:\n  - {term: {a: b}, meaning: b}\n", (2, 13, "SCH003")),
    "list-for-number": ("roadmap", "ceilings:\n  - {year: [2025], amount: 5}\n", (2, 13, "SCH003")),
    "group-for-date": (
        "outreach",
        "activities:\n  - {id: a, title: b, kind: literacy, date: {a: b}}\n",
        (2, 46, "SCH003"),
    ),
    "list-for-choice": (
        "theory",
        "legal_basis:\n  - {id: a, kind: [uu], number: b, year: 2020, title: c}\n",
        (2, 20, "SCH003"),
    ),
    "text-for-sources": (
        "theory",
        "terms:\n  - {term: a, meaning: b, sources: S1}\n",
        (2, 36, "SCH003"),
    ),
    # choices, ranges, ids
    "unknown-choice": (
        "theory",
        "legal_basis:\n  - {id: a, kind: peraturan, number: b, year: 2020, title: c}\n",
        (2, 19, "SCH004"),
    ),
    "choice-in-capitals": (
        "theory",
        "legal_basis:\n  - {id: a, kind: UU, number: b, year: 2020, title: c}\n",
        (2, 19, "SCH004"),
    ),
    "too-small": ("roadmap", "ceilings:\n  - {year: 1944, amount: 5}\n", (2, 12, "SCH005")),
    "too-large": ("roadmap", "ceilings:\n  - {year: 20255, amount: 5}\n", (2, 12, "SCH005")),
    "year-of-a-target": (
        "monev",
        (
            "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
            "     targets: {2024: 1, 20255: 2}}\n"
        ),
        (3, 25, "SCH005"),
    ),
    "word-for-a-year-of-a-target": (
        "monev",
        (
            "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
            "     targets: {tahun depan: 1}}\n"
        ),
        (3, 16, "SCH006"),
    ),
    "value-of-a-target": (
        "monev",
        (
            "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
            "     targets: {2024: banyak}}\n"
        ),
        (3, 22, "SCH007"),
    ),
    "text-for-targets": (
        "monev",
        (
            "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
            "     targets: 70}\n"
        ),
        (3, 15, "SCH003"),
    ),
    "id-with-spaces": (
        "theory",
        "principles:\n  - {id: Data Terbuka, name: a, text: b}\n",
        (2, 10, "SCH008"),
    ),
    "id-that-is-a-device": (
        "theory",
        "principles:\n  - {id: aux, name: a, text: b}\n",
        (2, 10, "SCH008"),
    ),
    "source-id": (
        "sources",
        "sources:\n  - {id: s1, title: a, kind: news, confidence: A}\n",
        (2, 10, "SCH022"),
    ),
    "address": (
        "sources",
        "sources:\n  - {id: S1, title: a, url: contoh.id, kind: news, confidence: A}\n",
        (2, 29, "SCH022"),
    ),
    # empty
    "empty-unknown": ("theory", "terms:\n  - {term: a, meaning: b, arti: }\n", (2, 27, "SCH001")),
    "empty-optional": ("theory", "terms:\n  - {term: a, meaning: b, note: }\n", (2, 27, "SCH010")),
    "empty-required": ("theory", "terms:\n  - term:\n    meaning: b\n", (2, 5, "SCH010")),
    "empty-quoted": ("theory", "terms:\n  - {term: '', meaning: b}\n", (2, 12, "SCH010")),
    "empty-item": ("theory", "terms:\n  -\n  - {term: a, meaning: b}\n", (2, 4, "SCH010")),
    "empty-list": ("theory", "terms:\n", (1, 1, "SCH010")),
    "empty-entry-of-sources": (
        "theory",
        "terms:\n  - {term: a, meaning: b, sources: [S1, ~]}\n",
        (2, 41, "SCH010"),
    ),
    # of several keys
    "no-value-at-all": (
        "monev",
        "realisations:\n  - {indicator: a, period: 2024}\n",
        (2, 6, "SCH020"),
    ),
    "two-values": (
        "monev",
        "realisations:\n  - {indicator: a, period: 2024, value: 1, text: b}\n",
        (2, 6, "SCH020"),
    ),
    "the-one-value-unreadable": (
        "monev",
        'realisations:\n  - {indicator: a, period: 2024, value: "3,5"}\n',
        (2, 41, "YML016"),
    ),
    "the-one-value-a-word": (
        "monev",
        "realisations:\n  - {indicator: a, period: 2024, value: baik}\n",
        (2, 41, "SCH007"),
    ),
    "period-reversed": (
        "vision",
        "alignment:\n  - {id: a, kind: rpjmd, title: b, period: {start: 2030, end: 2025}}\n",
        (2, 63, "SCH023"),
    ),
}


def test_a_misspelt_key_is_read_as_what_it_stands_for() -> None:
    """Otherwise its item would be left out, and with it every other mistake in there."""
    result = checked(
        "programs",
        "programs:\n  - {id: p, name: a, dimensi: living}\n"
        "  - {id: q, nama: b, dimension: living}\n",
    )
    assert told(result) == [(2, 22, "SCH001"), (3, 13, "SCH001")]
    assert isinstance(result.model, Programs)
    assert [(one.id, one.name, one.dimension) for one in result.model.programs] == [
        ("p", "a", "living"),
        ("q", "b", "living"),
    ]
    assert (result.lost, result.wounded) == (set(), [])


def test_of_two_keys_like_the_missing_one_the_first_is_meant() -> None:
    result = checked("programs", "programs:\n  - {id: p, nama: a, namo: b, dimension: living}\n")
    assert told(result) == [(2, 13, "SCH001"), (2, 22, "SCH001")]
    assert isinstance(result.model, Programs)
    assert [one.name for one in result.model.programs] == ["a"]


@pytest.mark.parametrize(("stage", "text", "place"), ONE_MISTAKE.values(), ids=ONE_MISTAKE)
def test_one_mistake_is_one_finding_at_its_place(
    stage: str, text: str, place: tuple[int, int, str]
) -> None:
    assert told(checked(stage, text)) == [place]


SHOWN = {
    "text-for-list-of-ids": (
        "theory",
        "terms:\n  - {term: a, meaning: b, sources: S1}\n",
        "`sources` harus berupa daftar, bukan teks",
        "tulis `sources: [S1]`",
    ),
    "several-ids-as-text": (
        "theory",
        "terms:\n  - {term: a, meaning: b, sources: 'S1, S2'}\n",
        "`sources` harus berupa daftar, bukan teks",
        "tulis `sources: [S1, S2]`",
    ),
    "prose-for-list": (
        "vision",
        "alignment:\n  - {id: a, kind: sdg, title: b, indicators: Naik menjadi dua}\n",
        "`indicators` harus berupa daftar, bukan teks",
        "tulis butirnya satu per baris, diawali `- `",
    ),
    "money-for-lines-of-money": (
        "programs",
        "programs:\n  - {id: p, name: a, dimension: living, budget: 5 juta}\n",
        "`budget` harus berupa daftar, bukan teks",
        "tulis butirnya satu per baris, misalnya `- {year: …, amount: …, fund: …, kind: …}`",
    ),
    "item-as-text": (
        "theory",
        "terms:\n  - SPBE\n",
        "butir `terms` harus berupa kelompok kunci, bukan teks",
        "tulis kunci-kuncinya, misalnya `- {term: …, meaning: …}`",
    ),
    "list-item-without-a-dash": (
        "theory",
        "terms:\n  term: SPBE\n",
        "`terms` harus berupa daftar, bukan kelompok kunci",
        "tulis butirnya satu per baris, diawali `- `",
    ),
    "yes-for-a-group": (
        "programs",
        "programs:\n  - {id: p, name: a, dimension: living, quick_win: ya}\n",
        "`quick_win` harus berupa kelompok kunci, bukan teks",
        "tulis kunci-kuncinya, misalnya `{start: …, end: …}`",
    ),
    "missing-key": (
        "programs",
        "programs:\n  - {id: p-1, dimension: living}\n",
        "kunci `name` belum ada pada program `p-1`",
        "tambahkan `name: …` (Nama program)",
    ),
    "missing-key-of-a-named-item": (
        "programs",
        "programs:\n  - {id: p-1, name: Portal}\n",
        "kunci `dimension` belum ada pada program `p-1` (Portal)",
        "tambahkan `dimension: …` (Dimensi)",
    ),
    "key-of-another-stage": (
        "theory",
        "agencies: []\n",
        "kunci `agencies` tidak dikenal di sini",
        "kunci ini milik tahap tim: tulis di `team.yaml`",
    ),
    "misspelt-key": (
        "theory",
        "termz: []\n",
        "kunci `termz` tidak dikenal di sini",
        "mungkin `terms`?",
    ),
    "indonesian-key": (
        "theory",
        "principles:\n  - {id: a, nama: b, text: c}\n",
        "kunci `nama` tidak dikenal di sini",
        "mungkin `name`?",
    ),
    "indonesian-key-like-no-other": (
        "programs",
        "programs:\n  - {id: p, name: a, dimension: living, anggaran: 5}\n",
        "kunci `anggaran` tidak dikenal di sini",
        "mungkin `budget` (Anggaran per tahun)?",
    ),
    "indonesian-key-of-two-words": (
        "programs",
        "programs:\n  - {id: p, name: a, dimension: living, penanggung_jawab: dinkes}\n",
        "kunci `penanggung_jawab` tidak dikenal di sini",
        "mungkin `lead` (Perangkat daerah penanggung jawab)?",
    ),
    "indonesian-word-for-a-missing-key": (
        "monev",
        "indicators:\n  - {id: i, name: a, level: output, satuan: orang, formula: rising}\n",
        "kunci `satuan` tidak dikenal di sini",
        "mungkin `unit`?",
    ),
    "word-beside-a-year": (
        "programs",
        "programs:\n  - {id: p, name: a, dimension: living, start: tahun 2024}\n",
        "`tahun 2024` bukan bilangan bulat",
        "tulis tahunnya saja, misalnya 2024",
    ),
    "word-for-a-number-with-bounds": (
        "readiness",
        "issues:\n  - {id: i, dimension: living, text: a, severity: berat}\n",
        "`berat` bukan bilangan bulat",
        "tulis angka 1 sampai 5; keterangan ditulis di `note`",
    ),
    "own-key-of-the-planner": (
        "theory",
        "terms:\n  - {term: a, meaning: b, warna_latar: c}\n",
        "kunci `warna_latar` tidak dikenal di sini",
        "kunci yang dikenal: `term`, `meaning`, `sources`, `basis`, `derivation`, `note`",
    ),
    "misspelt-choice": (
        "theory",
        "legal_basis:\n  - {id: a, kind: perpress, number: b, year: 2020, title: c}\n",
        "`perpress` bukan pilihan untuk `kind`",
        (
            "mungkin `perpres`? pilihannya: `uu` (Undang-Undang), `pp` (Peraturan Pemerintah), "
            "`perpres` (Peraturan Presiden), `permen` (Peraturan Menteri), `kepmen` (Keputusan "
            "Menteri), "
            "`pergub` (Peraturan Gubernur), `perda` (Peraturan Daerah), `perbup` (Peraturan "
            "Bupati), `perwal` (Peraturan Wali Kota), `sk` (Keputusan)"
        ),
    ),
    "bad-id": (
        "theory",
        "principles:\n  - {id: Data Terbuka!, name: a, text: b}\n",
        "`Data Terbuka!` tidak dapat menjadi tanda pengenal",
        "pakai huruf kecil, angka dan tanda hubung, misalnya `data-terbuka`",
    ),
    "id-without-a-letter": (
        "theory",
        "principles:\n  - {id: '!?', name: a, text: b}\n",
        "`!?` tidak dapat menjadi tanda pengenal",
        "pakai huruf kecil, angka dan tanda hubung, misalnya `nama-singkat`",
    ),
    "id-that-is-a-device": (
        "theory",
        "principles:\n  - {id: aux, name: a, text: b}\n",
        "`aux` tidak dapat menjadi tanda pengenal",
        "pakai huruf kecil, angka dan tanda hubung, misalnya `aux-1`",
    ),
    "too-large": (
        "roadmap",
        "ceilings:\n  - {year: 20255, amount: 5}\n",
        "`year` bernilai 20255, sedangkan yang diterima 1945 sampai 2100",
        "periksa banyaknya angka dan nolnya",
    ),
    "year-of-a-target": (
        "monev",
        (
            "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
            "     targets: {20255: 70}}\n"
        ),
        "`targets` bernilai 20255, sedangkan yang diterima 1945 sampai 2100",
        "periksa banyaknya angka dan nolnya",
    ),
    "empty-item": (
        "theory",
        "terms: [~]\n",
        "satu butir daftar belum diisi",
        "isi nilainya atau hapus barisnya",
    ),
    "braces-in-a-value": (
        "theory",
        "legal_basis:\n  - {id: a, kind: '{kind}{0.x}', number: b, year: 2020, title: c}\n",
        "`{kind}{0.x}` bukan pilihan untuk `kind`",
        (
            "pilihannya: `uu` (Undang-Undang), `pp` (Peraturan Pemerintah), `perpres` "
            "(Peraturan Presiden), `permen` (Peraturan Menteri), `kepmen` (Keputusan Menteri), "
            "`pergub` (Peraturan Gubernur), `perda` (Peraturan Daerah), `perbup` (Peraturan "
            "Bupati), `perwal` (Peraturan Wali Kota), `sk` (Keputusan)"
        ),
    ),
}


@pytest.mark.parametrize(("stage", "text", "message", "hint"), SHOWN.values(), ids=SHOWN)
def test_a_planner_is_told_what_is_wrong_and_what_to_write(
    stage: str, text: str, message: str, hint: str
) -> None:
    found = only(stage, text)
    assert found.message(ID) == message
    assert found.hint(ID) == hint
    assert found.message(EN)
    assert found.hint(EN)


def test_an_english_hint_holds_no_indonesian_description() -> None:
    found = only("programs", "programs:\n  - {id: p-1, dimension: living}\n")
    assert found.message(EN) == "the key `name` is missing in the program `p-1`"
    assert found.hint(EN) == "add `name: …`"


def test_the_reporting_date_needs_a_whole_date(minimal_plan: Path) -> None:
    manifest = minimal_plan / "smartplan.yaml"
    text = manifest.read_text("utf-8").replace("as_of: 2025-06-30", "as_of: 2025-06")
    manifest.write_text(text, encoding="utf-8")
    (found,) = load(minimal_plan).diagnostics
    assert found.kind.code == "SCH009"
    assert found.hint(ID) == "tulis tanggal lengkap tahun-bulan-hari, misalnya 2023-07-05"


def test_a_language_in_words_names_the_one_choice_meant(minimal_plan: Path) -> None:
    manifest = minimal_plan / "smartplan.yaml"
    text = manifest.read_text("utf-8").replace("language: id", "language: indonesia")
    manifest.write_text(text, encoding="utf-8")
    (found,) = load(minimal_plan).diagnostics
    assert found.kind.code == "SCH004"
    assert found.message(ID) == "`indonesia` bukan pilihan untuk `language`"
    assert found.hint(ID) == "tulis `id` (Indonesia)"


# What is dropped, and what remains


def theory(text: str) -> tuple[Theory, Checked]:
    result = checked("theory", text)
    assert isinstance(result.model, Theory)
    return result.model, result


def test_an_item_without_a_required_key_is_dropped_and_its_neighbours_stay() -> None:
    model, _ = theory(
        "terms:\n  - {term: a, meaning: b}\n  - {term: c}\n  - {term: d, meaning: e}\n"
    )
    assert [term.term for term in model.terms] == ["a", "d"]


def test_an_optional_key_is_dropped_and_its_item_stays() -> None:
    model, _ = theory("concepts:\n  - {id: a, name: b, summary: c, year: kemarin}\n")
    assert [(concept.id, concept.year) for concept in model.concepts] == [("a", None)]


def test_an_unknown_key_takes_nothing_with_it() -> None:
    model, _ = theory("terms:\n  - {term: a, meaning: b, arti: {c: [d]}}\n")
    assert [term.term for term in model.terms] == ["a"]


def test_a_bad_item_of_a_bad_item_is_dropped_alone() -> None:
    result = checked(
        "programs",
        "programs:\n  - id: p\n    name: a\n    dimension: living\n    budget:\n"
        "      - {year: 2024, amount: lima, fund: apbd, kind: planned}\n"
        "      - {year: 2025, amount: 5, fund: apbd, kind: planned}\n",
    )
    assert isinstance(result.model, Programs)
    (program,) = result.model.programs
    assert [line.year for line in program.budget] == [2025]


def test_one_target_is_dropped_and_the_others_stay() -> None:
    result = checked(
        "monev",
        "indicators:\n  - {id: a, name: b, level: output, unit: c, formula: rising,\n"
        "     targets: {2024: 1, 20255: 2, 2026: tiga, 2027: 4}}\n",
    )
    assert isinstance(result.model, Monev)
    assert dict(result.model.indicators[0].targets) == {2024: 1, 2027: 4}


def test_a_list_that_is_none_leaves_the_stage_its_other_lists() -> None:
    model, _ = theory("terms: a\nprinciples:\n  - {id: a, name: b, text: c}\n")
    assert model.terms == ()
    assert len(model.principles) == 1


def test_every_mistake_of_a_stage_is_told_in_one_run() -> None:
    _, result = theory(
        "terms:\n  - {term: a}\n  - {meaning: b}\n  - c\n"
        "principles:\n  - {id: A, name: b, text: c}\nlain: 1\n"
    )
    assert told(result) == [
        (2, 6, "SCH002"), (3, 6, "SCH002"), (4, 5, "SCH003"), (6, 10, "SCH008"), (7, 1, "SCH001"),
    ]  # fmt: skip


def test_two_mistakes_in_an_item_are_two_findings() -> None:
    _, result = theory("concepts:\n  - {id: A, name: b, year: x}\n")
    assert told(result) == [(2, 6, "SCH002"), (2, 10, "SCH008"), (2, 28, "SCH006")]


@pytest.mark.parametrize("value", ["x", "2,5", "[1]"])
def test_a_value_that_is_none_is_not_missed_as_well(value: str) -> None:
    text = f"realisations:\n  - {{indicator: a, period: 2024, value: {value}}}\n"
    text = text.replace("2,5", "'2,5'")
    (found,) = checked("monev", text).diagnostics
    assert found.kind.code in ("SCH007", "YML016", "SCH003")


def test_an_empty_required_key_is_an_error_and_an_optional_one_a_warning() -> None:
    assert only("theory", "terms:\n  - {term: , meaning: b}\n").severity is Severity.ERROR
    found = only("theory", "terms:\n  - {term: a, meaning: b, note: }\n")
    assert found.severity is Severity.WARNING


def test_many_empty_items_are_each_told() -> None:
    _, result = theory("terms:\n" + "  -\n" * 50)
    assert [place[0] for place in told(result)] == list(range(2, 52))


def test_ids_in_what_is_dropped_are_remembered() -> None:
    _, result = theory("principles:\n  - {id: terbuka, name: a}\nasas:\n  - {id: lain, name: b}\n")
    assert result.lost == {"terbuka", "lain"}
    assert result.lost_kinds == set()


@pytest.mark.parametrize(
    "text",
    [
        "principles:\n  - {name: a, text: b}\n",
        "principles:\n  - {sandi: x, name: a, text: b}\n",
        "principles:\n  - {id: X Y, name: a, text: b}\n",
        "principles:\n  - {id: [x], name: a, text: b}\n",
        "principles: terbuka\n",
        "principles:\n  - terbuka\n",
        "principles:\n  name: a\n",
    ],
)
def test_a_kind_whose_ids_cannot_be_told_is_remembered(text: str) -> None:
    _, result = theory(text)
    assert "principle" in result.lost_kinds


def test_a_stage_knows_the_kinds_inside_its_items() -> None:
    assert kinds_in(Program) == {"program", "activity", "risk"}
    assert kinds_in(STAGES["readiness"]) >= {"issue", "swot_entry", "swot_strategy", "statistic"}


def test_an_item_that_lost_a_part_is_wounded_from_its_first_to_its_last_line() -> None:
    _, result = theory(
        "concepts:\n  - id: a\n    name: b\n    summary: >-\n      c\n    year: x\n\n"
        "  - {id: d, name: e, summary: f}\n"
    )
    (place,) = result.wounded
    assert (place.line, place.end_line) == (2, 6)


def test_an_item_with_two_mistakes_is_wounded_once() -> None:
    _, result = theory("concepts:\n  - {id: a, name: b, summary: c, year: x, lain: y}\n")
    assert len(result.wounded) == 1


def test_a_stage_without_errors_is_sound_even_with_warnings() -> None:
    _, result = theory("terms:\n  - {term: a, meaning: b, note: }\n")
    assert result.sound
    _, result = theory("terms:\n  - {term: a, meaning: b, lain: c}\n")
    assert not result.sound


def test_a_stage_whose_root_lacks_a_required_key_has_no_model(minimal_plan: Path) -> None:
    overlay(minimal_plan, {"smartplan.yaml": "smartplan: 1\ntitle: a\n"})
    loaded = load(minimal_plan)
    assert loaded.plan is None
    assert [(d.location.line, d.kind.code, d.values["key"]) for d in loaded.diagnostics] == [
        (1, "SCH002", "region"), (1, "SCH002", "period"), (1, "SCH002", "as_of"),
    ]  # fmt: skip


def test_what_is_left_after_each_round_is_looked_at_again() -> None:
    """A value out, then the realisation that says nothing without it; the others stay."""
    text = (
        "realisations:\n"
        "  - {indicator: i, period: 2024, value: [1]}\n"
        "  - {indicator: i, period: 2025, value: 2}\n"
    )
    tree, _ = parse(File("monev.yaml", text))
    assert isinstance(tree, Mapping)
    checked = check(Monev, tree)
    assert [(d.kind.code, d.location.line) for d in checked.diagnostics] == [("SCH003", 2)]
    assert isinstance(checked.model, Monev)
    assert [one.period.year for one in checked.model.realisations] == [2025]

"""One mistake, one finding: what a single slip in a sound plan is told, and nothing beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MINIMAL, findings
from slips import Bench

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.source import Scalar
from smartplan.stages.base import references

ID = Language.INDONESIAN
TEXTS = {path.name: path.read_text("utf-8") for path in MINIMAL.glob("*.yaml")}
PROGRAM = re.search(r"  - id: p-public-service\n.*?(?=  - id: )", TEXTS["programs.yaml"], re.DOTALL)


def after(plan: Path, name: str, old: str, new: str) -> tuple[int, list[Diagnostic]]:
    """The line where a text was changed in one place, and what is said of the plan then."""
    text = TEXTS[name]
    assert old in text
    (plan / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1, findings(plan)


def told(found: list[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(d.location.file.name, d.location.line, d.kind.code) for d in found]


SINGLE = {
    # a part of an item that is lost is not missed
    "risk-out-of-range": ("programs.yaml", "likelihood: 2", "likelihood: 7", "SCH005"),
    "risk-in-words": ("programs.yaml", "likelihood: 2", "likelihood: tinggi", "SCH006"),
    "budget-line": ("programs.yaml", "{year: 2024, amount: 100000000,", "{year: x, amount: 5,",
                    "SCH006"),
    "targets": ("monev.yaml", "targets: {2024: 45, 2025: 50, 2028: 65, 2033: 90}",
                "targets: banyak", "SCH003"),
    "baseline": ("monev.yaml", "baseline: {year: 2023, value: 40,", "baseline: {year: dulu,",
                 "SCH009"),
    # phases
    "phase-swapped": ("roadmap.yaml", "start: 2025, end: 2028", "start: 2028, end: 2025", "ROA002"),
    "phase-early": ("roadmap.yaml", "start: 2025, end: 2028", "start: 2024, end: 2028", "ROA002"),
    # references
    "supports": ("vision.yaml", "[rpjmd-1, sdg-11]", "[rpjmd-2, sdg-11]", "REF001"),
    "mission-of-a-goal": ("vision.yaml", "mission: m-1,", "mission: misi-satu,", "REF001"),
    "agency-in-cyrillic": ("programs.yaml", "lead: kominfo", "lead: k\u043eminfo", "REF001"),
    # codes
    "code-without-its-nought": ("smartplan.yaml", '"51.08"', "51.8", "SCH017"),
    # a comma in braces
    "decimal-comma": ("programs.yaml", "amount: 100000000,", "amount: Rp 1,5 miliar,", "YML016"),
    # an item copied whole, whatever it holds
    "id-of-another": ("programs.yaml", "id: p-public-policy", "id: p-public-service", "REF003"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "code"), SINGLE.values(), ids=SINGLE)
def test_a_slip_is_one_finding_where_it_was_made(
    minimal_plan: Path, name: str, old: str, new: str, code: str
) -> None:
    line, found = after(minimal_plan, name, old, new)
    assert told(found) == [(name, line, code)]


@pytest.mark.parametrize(
    ("name", "later"), [("end: 2024", "end: 2025"), ("start: 2029", "start: 2030")]
)
def test_a_year_of_a_phase_that_is_wrong_is_one_finding(
    minimal_plan: Path, name: str, later: str
) -> None:
    _, found = after(minimal_plan, "roadmap.yaml", name, later)
    assert [d.kind.code for d in found] == ["ROA002"]


def test_a_program_copied_whole_is_one_finding(minimal_plan: Path) -> None:
    assert PROGRAM is not None
    text = TEXTS["programs.yaml"]
    (minimal_plan / "programs.yaml").write_text(text + PROGRAM[0], encoding="utf-8")
    assert told(findings(minimal_plan)) == [("programs.yaml", text.count("\n") + 1, "REF003")]


def test_the_id_that_a_copy_should_have_is_offered(minimal_plan: Path) -> None:
    _, (found,) = after(
        minimal_plan, "programs.yaml", "id: p-public-policy", "id: p-public-service"
    )
    assert "mungkin `p-public-policy`, yang dirujuk 3 kali tetapi tidak ada" in found.hint(ID)


BENCH = Bench(MINIMAL)


def _slips() -> Iterator[tuple[str, str, int]]:
    """Every sort of value as something it cannot be, every sort of reference as a wrong one."""
    for item in BENCH.items():
        for key, (_, value) in item.node.entries.items():
            if isinstance(value, Scalar) and BENCH.new("value", type(item), key):
                yield _written(value, "{x: [y]}")
        for reference in references(item):
            if BENCH.new("reference", type(item), reference.field):
                assert isinstance(reference.node, Scalar)
                yield _written(reference.node, "tidak-ada")
                yield _written(reference.node, f"{reference.id}x")


def _written(node: Scalar, text: str) -> tuple[str, str, int]:
    name = node.file.name
    whole = BENCH.texts[name]
    changed = whole[: node.start.index] + text + whole[node.end.index :]
    return name, changed, node.start.line + 1


@pytest.mark.parametrize("part", range(5))
def test_any_one_value_or_reference_that_is_wrong_is_one_finding(
    minimal_plan: Path, part: int
) -> None:
    slips = list(SLIPS)[part::20]  # all of them take a quarter of a minute
    assert len(slips) > 15
    missed = []
    for name, text, line in slips:
        path = minimal_plan / name
        path.write_text(text, encoding="utf-8")
        found = told(findings(minimal_plan))
        path.write_text(BENCH.texts[name], encoding="utf-8")
        if [one[:2] for one in found] != [(name, line)]:
            missed.append((name, line, found[:4]))
    assert missed == []


SLIPS = tuple(_slips())

STAGES = {
    "team": "agencies",
    "readiness": "issues",
    "vision": "missions",
    "programs": "programs",
    "sources": "sources",
}


@pytest.mark.parametrize(("stage", "key"), STAGES.items())
def test_a_stage_that_holds_one_unreadable_item_is_one_finding(
    minimal_plan: Path, stage: str, key: str
) -> None:
    (minimal_plan / f"{stage}.yaml").write_text(f"{key}:\n  - - id: a\n", encoding="utf-8")
    assert told(findings(minimal_plan)) == [(f"{stage}.yaml", 2, "SCH003")]


@pytest.mark.parametrize(("stage", "key"), STAGES.items())
def test_a_stage_whose_list_was_emptied_is_one_finding(
    minimal_plan: Path, stage: str, key: str
) -> None:
    (minimal_plan / f"{stage}.yaml").write_text(f"{key}:\n", encoding="utf-8")
    assert told(findings(minimal_plan)) == [(f"{stage}.yaml", 1, "SCH010")]


@pytest.mark.parametrize(("stage", "key"), STAGES.items())
def test_a_stage_that_holds_nothing_is_as_absent_as_one_without_a_file(
    minimal_plan: Path, stage: str, key: str
) -> None:
    path = minimal_plan / f"{stage}.yaml"
    path.unlink()
    absent = told(findings(minimal_plan))
    path.write_text(f"{key}: []\n", encoding="utf-8")
    assert told(findings(minimal_plan)) == absent
    assert [code for *_, code in absent].count("REF005") == 1


def test_a_date_before_all_data_is_one_finding(minimal_plan: Path) -> None:
    line, found = after(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", "as_of: 2015-06-30")
    (dated,) = (d for d in found if d.kind.code == "MON006")
    assert (dated.location.file.name, dated.location.line) == ("smartplan.yaml", line)
    assert dated.message(ID).startswith("24 dari 24 realisasi sesudah tanggal keadaan rencana")
    assert "PLN011" not in {d.kind.code for d in found}


@pytest.mark.parametrize(("stage", "books"), [("vision", 3), ("team", 2), ("programs", 3)])
def test_a_stage_back_in_draft_is_one_finding_with_all_its_books(
    minimal_plan: Path, stage: str, books: int
) -> None:
    line, found = after(
        minimal_plan,
        "document.yaml",
        f"stage: {stage}, state: approved",
        f"stage: {stage}, state: draft",
    )
    assert told(found) == [("document.yaml", line, "DOC001")]
    assert len(found[0].related) == books


def test_a_book_that_is_final_too_early_is_told_at_the_book(minimal_plan: Path) -> None:
    text = TEXTS["document.yaml"]
    states = text.replace("state: final", "state: review").replace("approved", "review")
    final = states.replace("book: buku-4, state: review", "book: buku-4, state: final")
    (minimal_plan / "document.yaml").write_text(final, encoding="utf-8")
    found = [d for d in findings(minimal_plan) if d.kind.code == "DOC001"]
    line = final[: final.index("buku-4")].count("\n") + 1
    assert told(found) == [("document.yaml", line, "DOC001")]


def test_what_else_is_wrong_is_told_beside_a_number_cut_by_a_comma(minimal_plan: Path) -> None:
    text = (
        "ceilings:\n"
        "  - {year: 2024, amount: Rp 1,5 miliar, basis: proposal}\n"
        "  - {year: 2025, amount: 5, nota: x}\n"
    )
    (minimal_plan / "roadmap.yaml").write_text(text, encoding="utf-8")
    found = findings(minimal_plan)
    assert told(found) == [("roadmap.yaml", 2, "YML016"), ("roadmap.yaml", 3, "SCH001")]
    fix = found[0].fix
    assert fix is not None
    place = fix.location
    assert (place.column, place.end_column, fix.text, fix.safe) == (26, 39, "1500000000", True)


def test_what_else_is_wrong_is_told_beside_a_text_cut_by_a_comma(minimal_plan: Path) -> None:
    text = "scale:\n  - {from: 2, label: Baik, sekali}\n  - {from: 4, lebel: x}\n"
    (minimal_plan / "monev.yaml").write_text(text, encoding="utf-8")
    assert told(findings(minimal_plan)) == [
        ("monev.yaml", 2, "YML025"),
        ("monev.yaml", 3, "SCH001"),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "message", "hint"),
    [
        ("programs.yaml", "likelihood: 2", "likelihood: 7", "SCH005",
         "`likelihood` bernilai 7, sedangkan yang diterima 1 sampai 5",
         "tulis angka 1 sampai 5"),
        ("roadmap.yaml", "{year: 2024,", "{year: 20244,", "SCH005",
         "`year` bernilai 20244, sedangkan yang diterima 1945 sampai 2100",
         "periksa banyaknya angka dan nolnya"),
        ("roadmap.yaml", "amount: 1000000000", "amount: 99999999999999999999", "SCH005",
         "`amount` bernilai 99999999999999999999, sedangkan yang diterima paling banyak 16 angka",
         "periksa banyaknya angka dan nolnya"),
        ("document.yaml", "date: 2023-12-15", "date: 9999-12-31", "SCH005",
         "`date` bernilai 9999-12-31, sedangkan yang diterima tahun 1000 sampai 2999",
         "perbaiki tahunnya"),
        ("document.yaml", "date: 2023-12-15", "date: 2023-02-30", "SCH009",
         "`2023-02-30` bukan tanggal", "Februari 2023 hanya sampai tanggal 28"),
        ("document.yaml", "date: 2023-12-15", "date: 30 Februari 2024", "SCH009",
         "`30 Februari 2024` bukan tanggal", "Februari 2024 hanya sampai tanggal 29"),
        ("document.yaml", "date: 2023-12-15", "date: 2023-Q5", "SCH009",
         "`2023-Q5` bukan tanggal", "triwulan hanya empat: `2023-Q1` sampai `2023-Q4`"),
        ("document.yaml", "date: 2023-12-15", "date: Caturwulan 2 2023", "SCH009",
         "`Caturwulan 2 2023` bukan tanggal",
         "caturwulan tidak punya bentuk sendiri: tulis bulan terakhirnya, `2023-08`"),
        ("document.yaml", "date: 2023-12-15", "date: TW II 2023", "YML017",
         "waktu `TW II 2023` belum ditulis dengan tahun di depan dan tanda hubung",
         "tulis `2023-Q2`"),
        ("smartplan.yaml", "as_of: 2025-06-30", "as_of: TW II 2025", "SCH009",
         "`TW II 2025` bukan tanggal",
         "tulis tanggal lengkap tahun-bulan-hari, misalnya 2023-07-05"),
        ("monev.yaml", "value: 40,", "value: 40.500,", "YML016",
         "angka `40.500` dapat dibaca keliru oleh komputer",
         "tulis `40500` bila yang dimaksud ribuan, atau `40.5` bila yang dimaksud desimal"),
    ],
)  # fmt: skip
def test_what_is_said_is_true_and_says_what_to_write(
    minimal_plan: Path, name: str, old: str, new: str, code: str, message: str, hint: str
) -> None:
    line, found = after(minimal_plan, name, old, new)
    (one,) = (d for d in found if d.kind.code == code)
    assert (one.location.file.name, one.location.line) == (name, line)
    assert one.message(ID) == message
    assert one.hint(ID) == hint


def test_a_letter_of_another_alphabet_is_named(minimal_plan: Path) -> None:
    _, (found,) = after(minimal_plan, "programs.yaml", "lead: kominfo", "lead: k\u043eminfo")
    assert found.hint(ID).startswith("mungkin `kominfo`")
    assert "huruf ke-2, `\u043e` (U+043E), dari aksara Kiril: ketik ulang" in found.hint(ID)
    assert found.fix is not None
    assert found.fix.text == "kominfo"


@pytest.mark.parametrize(
    ("code", "fix"), [("51.8", '"51.08"'), ("51.1", '"51.08"'), ("5.1", None), ("32.1", None)]
)
def test_a_code_of_no_region_is_mended_only_by_a_real_one(
    minimal_plan: Path, code: str, fix: str | None
) -> None:
    _, found = after(minimal_plan, "smartplan.yaml", '"51.08"', code)
    assert [d.kind.code for d in found] == ["SCH017"]
    assert (found[0].fix and found[0].fix.text) == fix
    assert found[0].fix is None or not found[0].fix.safe

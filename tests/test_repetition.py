"""What no id tells apart is not written twice: told once, with the place of the first."""

from pathlib import Path

import pytest
from conftest import findings, places

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language, has_label
from smartplan.stages.base import Item, leading
from smartplan.stages.document import Document
from smartplan.stages.manifest import Manifest
from smartplan.stages.programs import Program
from smartplan.stages.roadmap import Roadmap

ID, EN = Language.INDONESIAN, Language.ENGLISH


def insert(plan: Path, name: str, after: str, text: str) -> tuple[int, int]:
    """Put text behind the line that holds `after`: the number of that line, and of the text's."""
    path = plan / name
    lines = path.read_text("utf-8").split("\n")
    (at,) = [number for number, line in enumerate(lines, 1) if after in line]
    lines[at:at] = text.split("\n")
    path.write_text("\n".join(lines), encoding="utf-8")
    return at, at + 1


def only(plan: Path) -> Diagnostic:
    (found,) = findings(plan)
    return found


@pytest.mark.parametrize(
    ("name", "after", "text", "message"),
    [
        (
            "document.yaml",
            "{stage: team,",
            "  - {stage: team, state: draft, date: 2024-01-10, sources: [S1]}",
            "keadaan tahap tim ditulis dua kali",
        ),
        (
            "document.yaml",
            "{book: buku-1,",
            "  - {book: buku-1, state: draft, sources: [S1]}",
            "buku Buku I: Analisis Strategis ditulis dua kali",
        ),
        (
            "document.yaml",
            "{office: Bupati, date: 2023-12-20",
            "  - {office: bupati, date: 2023-12-20, what: Seluruh  buku, sources: [S1]}",
            "persetujuan bupati, Seluruh  buku, 2023-12-20 ditulis dua kali",
        ),
        (
            "document.yaml",
            "{office: Bupati, text:",
            "  - {office: Bupati, text: Rencana ini disusun bersama., basis: proposal}",
            "kata pengantar Bupati ditulis dua kali",
        ),
        (
            "roadmap.yaml",
            "{year: 2026, amount",
            "  - {year: 2026, amount: 1200000000, basis: proposal}",
            "pagu 2026 ditulis dua kali",
        ),
        (
            "roadmap.yaml",
            "{family: people,",
            "  - {family: people, text: Aparatur didatangkan., basis: proposal}",
            "arah rumpun rencana aksi `people` (Kapasitas Sumber Daya Manusia) ditulis dua kali",
        ),
    ],
)
def test_what_no_id_tells_apart_is_told_with_the_place_of_the_first(
    name: str, after: str, text: str, message: str, minimal_plan: Path
) -> None:
    first, second = insert(minimal_plan, name, after, text)
    found = next(d for d in findings(minimal_plan) if d.kind.code == "REF007")
    assert found.severity is Severity.ERROR
    assert found.message(ID) == message
    assert places([found]) == [(name, second, "REF007")]
    (related,) = found.related
    assert (related.location.file.name, related.location.line) == (name, first)
    assert related.label.say(ID) == "yang pertama di sini"


def test_a_term_in_other_letters_is_the_same_term(minimal_plan: Path) -> None:
    first, _ = insert(
        minimal_plan,
        "theory.yaml",
        "terms:",
        "  - {term: quick  win, meaning: Yang cepat, sources: [S1]}",
    )
    found = only(minimal_plan)
    assert places([found]) == [("theory.yaml", first + 2, "REF007")]
    assert found.message(ID) == "istilah Quick win ditulis dua kali"
    assert found.related[0].location.line == first + 1


def test_two_states_of_a_program_in_one_period(minimal_plan: Path) -> None:
    path = minimal_plan / "programs.yaml"
    text = path.read_text("utf-8")
    before = "    progress: [{year: 2024, state: done, percent: 100, sources: [S1]}]"
    after = before[:-1] + ",\n      {year: 2024, state: stopped, sources: [S1]}]"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    line = text[: text.index(before)].count("\n") + 1

    found = only(minimal_plan)

    assert places([found]) == [("programs.yaml", line + 1, "REF007")]
    assert found.message(ID) == "kemajuan 2024 ditulis dua kali"
    assert found.message(EN) == "progress 2024 is written twice"
    assert found.hint(ID) == "hapus salah satu, atau gabungkan isi keduanya"


def test_two_groups_of_a_dimension_two_elements_and_two_matrices(minimal_plan: Path) -> None:
    group, twin = insert(
        minimal_plan,
        "team.yaml",
        "working_groups:",
        "  - {dimension: living, coordinator: bappeda, sources: [S1]}",
    )
    element, same = insert(
        minimal_plan,
        "readiness.yaml",
        "elements:",
        "  - {element: digital, finding: Jaringan merata., sources: [S1]}",
    )
    matrix, half = insert(
        minimal_plan,
        "readiness.yaml",
        "swot:",
        "  - dimension: governance\n"
        "    strengths: [{id: s-x, text: Pimpinan mendukung, issue: i-governance, sources: [S1]}]",
    )
    told = {d.message(ID): d for d in findings(minimal_plan) if d.kind.code == "REF007"}
    assert list(told) == [
        "unsur kesiapan `digital` (Infrastruktur Digital) ditulis dua kali",
        "matriks SWOT `governance` (Smart Governance) ditulis dua kali",
        "kelompok kerja `living` (Smart Living) ditulis dua kali",
    ]
    assert [d.related[0].location.line for d in told.values()] == [same, half, twin]
    assert all(d.location.line > d.related[0].location.line for d in told.values())
    assert group < twin
    assert element < matrix


def test_a_matrix_in_two_halves_is_one_mistake(minimal_plan: Path) -> None:
    """Its cells are there, in the other block: no word on empty ones."""
    path = minimal_plan / "readiness.yaml"
    text = path.read_text("utf-8")
    at = text.index("    opportunities: [{id: o-governance-1")
    path.write_text(text[:at] + "  - dimension: governance\n" + text[at:], encoding="utf-8")
    second = text[:at].count("\n") + 1

    assert places(findings(minimal_plan)) == [("readiness.yaml", second, "REF007")]


def budget(plan: Path, *lines: str) -> int:
    """Give the first program these lines of money; the number of the second."""
    path = plan / "programs.yaml"
    text = path.read_text("utf-8")
    before = (
        "    budget: [{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}]"
    )
    at = text.index(before)
    told = "".join(f"      - {{year: 2024, {line}}}\n" for line in lines)
    path.write_text(text[:at] + "    budget:\n" + told.rstrip("\n") + text[at + len(before) :])
    return text[:at].count("\n") + 3


LINE = "amount: 100000000, fund: apbd, kind: planned, basis: proposal"


def test_the_same_money_twice_is_an_error(minimal_plan: Path) -> None:
    line = budget(minimal_plan, LINE, LINE)
    found = only(minimal_plan)
    assert places([found]) == [("programs.yaml", line, "REF007")]
    assert found.severity is Severity.ERROR
    assert found.message(ID) == "baris anggaran 2024, `apbd` (APBD), rencana ditulis dua kali"
    assert found.message(EN) == (
        "budget line 2024, `apbd` (Regional Budget (APBD)), planned is written twice"
    )


@pytest.mark.parametrize(
    "second",
    [
        LINE.replace("100000000", "50000000"),
        LINE.replace("basis: proposal", "sources: [S1]"),
    ],
)
def test_a_second_line_of_money_that_says_not_why_may_be_meant(
    second: str, minimal_plan: Path
) -> None:
    line = budget(minimal_plan, LINE, second)
    found = only(minimal_plan)
    assert places([found]) == [("programs.yaml", line, "REF007")]
    assert found.severity is Severity.WARNING
    assert found.hint(ID) == (
        "hapus salah satu; bila keduanya memang dimaksudkan, tulis `note` yang berbeda pada "
        "keduanya"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LINE}, note: Tahap kesatu", f"{LINE}, note: Tahap kedua"),
        (LINE, LINE.replace("fund: apbd", "fund: dak")),
        (LINE, LINE.replace("kind: planned", "kind: estimate")),
    ],
)
def test_two_lines_of_money_that_both_say_what_they_are_are_meant(
    first: str, second: str, minimal_plan: Path
) -> None:
    budget(minimal_plan, first, second)
    assert [d for d in findings(minimal_plan) if d.kind.code == "REF007"] == []


@pytest.mark.parametrize(
    ("lines", "weights"),
    [
        ([f"{LINE}, note: Menurut DPA", LINE], [Severity.ERROR]),
        ([LINE, f"{LINE}, note: Menurut DPA"], [Severity.ERROR]),
        ([f"{LINE}, note: Menurut DPA", LINE.replace("100000000", "90000000")], [Severity.WARNING]),
        ([LINE.replace("100000000", "90000000"), f"{LINE}, note: Menurut DPA"], [Severity.WARNING]),
        ([f"{LINE}, note: Satu", f"{LINE}, note: Dua", f"{LINE}, note: dua"], [Severity.ERROR]),
        ([f"{LINE}, note: Satu", f"{LINE}, note: Dua", LINE], [Severity.ERROR]),
    ],
)
def test_a_note_on_one_of_two_lines_of_money_does_not_set_them_apart(
    lines: list[str], weights: list[Severity], minimal_plan: Path
) -> None:
    last = budget(minimal_plan, *lines)
    found = [d for d in findings(minimal_plan) if d.kind.code == "REF007"]
    assert [d.severity for d in found] == weights
    assert found[0].location.line == last + len(lines) - 2
    assert found[0].related[0].location.line < found[0].location.line


def test_the_third_is_told_with_the_first(minimal_plan: Path) -> None:
    line = budget(minimal_plan, LINE, LINE, LINE)
    found = findings(minimal_plan)
    assert [d.location.line for d in found] == [line, line + 1]
    assert [d.related[0].location.line for d in found] == [line - 1, line - 1]


def test_two_assertions_of_one_id(minimal_plan: Path) -> None:
    path = minimal_plan / "smartplan.yaml"
    text = path.read_text("utf-8")
    says = '  - {id: cukup, name: Program cukup, that: "count(programs) >= 3"}\n'
    path.write_text(
        f"{text}assertions:\n{says}{says}"
        '  - {name: Satu, that: "count(programs) >= 1"}\n'
        '  - {name: Dua, that: "count(programs) >= 2"}\n',
        encoding="utf-8",
    )
    line = text.count("\n") + 3
    found = only(minimal_plan)
    assert places([found]) == [("smartplan.yaml", line, "REF007")]
    assert found.message(ID) == "pernyataan cukup ditulis dua kali"


def test_two_ceilings_of_two_funds_are_two_ceilings(minimal_plan: Path) -> None:
    insert(
        minimal_plan,
        "roadmap.yaml",
        "{year: 2026, amount",
        "  - {year: 2026, fund: apbd, amount: 900000000, basis: proposal}\n"
        "  - {year: 2026, fund: dak, amount: 100000000, basis: proposal}",
    )
    assert [d for d in findings(minimal_plan) if d.kind.code == "REF007"] == []


def test_seats_without_a_name_are_many_and_a_person_sits_once(minimal_plan: Path) -> None:
    seat = "{name: Ni Luh, office: Ketua komunitas relawan, sector: community, role: member}"
    _, second = insert(
        minimal_plan,
        "team.yaml",
        "{office: Ketua komunitas relawan",
        "      - {office: Ketua komunitas relawan, sector: community, role: member}\n"
        f"      - {seat}\n      - {seat}",
    )
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", second + 2, "REF007")]
    assert found.message(ID) == "anggota Ni Luh ditulis dua kali"


def models(base: type[Item] = Item) -> list[type[Item]]:
    return [base, *(model for sub in base.__subclasses__() for model in models(sub))]


@pytest.mark.parametrize(
    "model", [one for one in models() if one.named_by], ids=lambda m: m.__name__
)
def test_what_names_an_item_are_fields_of_its_own_and_words_a_reader_knows(
    model: type[Item],
) -> None:
    name = model.named_by
    assert name is not None
    assert {*name.fields, *name.unless, *dict(name.labels)} <= set(model.model_fields)
    assert has_label("item", name.word)
    assert not model.kind


def test_the_lists_of_what_is_named_so_are_looked_at() -> None:
    assert [leading(model).named for model in (Manifest, Document, Roadmap, Program)] == [
        ("books", "assertions"),
        ("books", "approvals", "stages", "preface"),
        ("tracks", "ceilings"),
        ("budget", "progress"),
    ]

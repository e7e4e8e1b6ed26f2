"""What a plan may not say in silence: books there are not, years that cannot be, two chairs."""

from pathlib import Path

import pytest
from conftest import SMALL_MANIFEST, change, findings, places

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language, label
from smartplan.shipped import PACKAGE
from smartplan.stages.manifest import BOOKS

ID = Language.INDONESIAN


def only(plan: Path) -> Diagnostic:
    (found,) = findings(plan)
    return found


# Books


def test_a_book_that_there_is_not_is_told_with_those_there_are(minimal_plan: Path) -> None:
    line = change(minimal_plan, "document.yaml", "book: buku-4", "book: buku-5")
    found = only(minimal_plan)
    assert places([found]) == [("document.yaml", line, "SCH004")]
    assert found.severity is Severity.ERROR
    assert found.message(ID) == "`buku-5` bukan pilihan untuk `book`"
    assert found.hint(ID).startswith(
        "pilihannya: `buku-1` (Buku I: Analisis Strategis), `buku-2` ("
    )
    assert found.fix is None


@pytest.mark.parametrize("written", ["buku1", "Buku 1", "BUKU_1"])
def test_a_book_in_other_letters_is_told_once_and_mended(written: str, minimal_plan: Path) -> None:
    line = change(minimal_plan, "document.yaml", "book: buku-1", f"book: {written}")
    found = only(minimal_plan)
    assert places([found]) == [("document.yaml", line, "SCH004")]
    assert found.hint(ID).startswith("mungkin `buku-1`? pilihannya: ")
    assert found.fix is not None
    assert (found.fix.text, found.fix.safe) == ("buku-1", True)


def test_a_book_of_the_plans_own_is_one(minimal_plan: Path) -> None:
    change(minimal_plan, "document.yaml", "book: buku-4", "book: ringkas")
    with (minimal_plan / "smartplan.yaml").open("a", encoding="utf-8") as file:
        file.write("books: [{template: ringkas, title: Buku ringkas}]\n")
    assert findings(minimal_plan) == []


def test_the_books_that_ship_have_names(tmp_path: Path) -> None:
    assert [label("book", one).say(ID)[:4] for one in BOOKS] == ["Buku"] * 4
    shelf = next(one for one in (PACKAGE / "templates", PACKAGE.parent.parent / "templates")
                 if one.is_dir())  # fmt: skip
    assert {one.name for one in (shelf / "id").glob("buku-*")} == set(BOOKS)


# Dates and years


@pytest.mark.parametrize("state", ["review", "approved"])
def test_a_stage_that_is_not_there_is_not_approved(state: str, minimal_plan: Path) -> None:
    (minimal_plan / "outreach.yaml").unlink()
    before = "{stage: outreach, state: approved"
    line = change(minimal_plan, "document.yaml", before, f"{{stage: outreach, state: {state}")
    found = [one for one in findings(minimal_plan) if one.kind.code != "OUT003"]
    assert places(found) == [("document.yaml", line, "DOC006")]
    assert found[0].severity is Severity.ERROR
    assert found[0].hint(ID) == (
        "tulis `state: not_started`, atau tambahkan isi tahap itu di `outreach.yaml`"
    )


@pytest.mark.parametrize("state", ["not_started", "draft"])
def test_a_stage_that_is_not_there_may_be_begun(state: str, minimal_plan: Path) -> None:
    (minimal_plan / "outreach.yaml").unlink()
    before = "{stage: outreach, state: approved"
    change(minimal_plan, "document.yaml", before, f"{{stage: outreach, state: {state}")
    assert "DOC006" not in [one.kind.code for one in findings(minimal_plan)]


@pytest.mark.parametrize("year", ["2023", "2034"])
def test_a_ceiling_lies_in_the_plans_years(year: str, minimal_plan: Path) -> None:
    before = "  - {year: 2026, amount: 1000000000"
    after = f"  - {{year: {year}, amount: 1000000000, basis: proposal}}\n{before}"
    line = change(minimal_plan, "roadmap.yaml", before, after)
    found = only(minimal_plan)
    assert places([found]) == [("roadmap.yaml", line, "ROA009")]
    assert found.severity is Severity.ERROR
    assert found.message(ID) == f"pagu {year} di luar jangka waktu rencana 2024–2033"


STATISTIC = (
    "  - {{id: uji, topic: uji, name: {}, unit: orang, values: [{{year: {}, value: 7, {}}}]}}\n"
)


@pytest.mark.parametrize(
    ("name", "year", "basis", "is_told"),
    [
        ("Jumlah pengunjung", "2032", "sources: [S1]", True),
        ("Jumlah pengunjung", "2025-07", "sources: [S1]", True),
        ("Jumlah pengunjung", "2025-06", "sources: [S1]", False),
        ("Jumlah pengunjung", "2025", "sources: [S1]", False),
        ("Jumlah pengunjung", "2032", "basis: proposal", False),
        ("Jumlah pengunjung", "2032", "basis: derived, derivation: Dua kali 2024", False),
        ("Proyeksi penduduk", "2032", "sources: [S1]", False),
        ("Pendapatan daerah dalam APBD", "2026", "sources: [S1]", False),
    ],
)
def test_a_value_to_come_is_no_fact_unless_it_is_foretold(
    name: str, year: str, basis: str, is_told: bool, minimal_plan: Path
) -> None:
    told = STATISTIC.format(name, year, basis)
    line = change(minimal_plan, "readiness.yaml", "profile:\n", f"profile:\n{told}") + 1
    expected = [("readiness.yaml", line, "PLN011")] if is_told else []
    assert places(findings(minimal_plan)) == expected


def test_what_begins_after_the_plans_own_day_is_told(minimal_plan: Path) -> None:
    text = (minimal_plan / "team.yaml").read_text("utf-8")
    official = "officials:\n  - {name: Ni Luh, office: Sekda, since: 2031-02-26, sources: [S1]}\n"
    kept = text[: text.index("officials:")] if "officials:" in text else text
    rest = text[len(kept) :]
    rest = rest[rest.index("\n\n") :] if rest else ""
    (minimal_plan / "team.yaml").write_text(kept + official + rest, encoding="utf-8")
    line = kept.count("\n") + 2
    found = [one for one in findings(minimal_plan) if one.kind.code == "PLN011"]
    assert places(found) == [("team.yaml", line, "PLN011")]
    assert "awal masa jabatan Ni Luh, 26 Februari 2031, belum terjadi" in found[0].message(ID)


def test_a_law_without_a_date_is_of_its_year(minimal_plan: Path) -> None:
    line = change(
        minimal_plan, "document.yaml", "number: \"5\", year: 2023", "number: \"5\", year: 2042"
    )  # fmt: skip
    change(minimal_plan, "document.yaml", ", date: 2023-12-28", "")
    assert places(findings(minimal_plan)) == [("document.yaml", line, "PLN011")]


def test_a_source_younger_than_the_plan_is_told(minimal_plan: Path) -> None:
    line = change(minimal_plan, "sources.yaml", "date: 2025-06-20", "date: 2025-07-01")
    found = only(minimal_plan)
    assert places([found]) == [("sources.yaml", line, "PLN015")]
    assert found.severity is Severity.WARNING


def test_a_source_may_be_of_the_plans_own_day(minimal_plan: Path) -> None:
    change(minimal_plan, "sources.yaml", "date: 2025-06-20", "date: 2025-06-30")
    assert findings(minimal_plan) == []


def test_a_date_lies_in_the_year_of_its_law(minimal_plan: Path) -> None:
    line = change(minimal_plan, "document.yaml", ", date: 2023-12-28", ", date: 2022-12-28")
    found = only(minimal_plan)
    assert places([found]) == [("document.yaml", line, "PLN016")]
    assert found.message(ID) == (
        "tanggal penetapan 28 Desember 2022 tidak jatuh pada tahun peraturannya, 2023"
    )


def _never_revised(plan: Path) -> str:
    """Take the second version out of a plan; its document as it was."""
    text = (plan / "document.yaml").read_text("utf-8")
    start, end = text.index('  - {version: "1.1"'), text.index("preface:")
    (plan / "document.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    return text


def test_a_stage_is_approved_before_the_law(minimal_plan: Path) -> None:
    text = _never_revised(minimal_plan)
    before = "{stage: vision, state: approved, date: 2023-12-10"
    change(minimal_plan, "document.yaml", before, before.replace("2023-12-10", "2023-12-29"))
    found = [one for one in findings(minimal_plan) if one.kind.code == "DOC003"]
    assert [one.message(ID) for one in found] == [
        (
            "peraturan penetapan bertanggal 28 Desember 2023, sebelum persetujuan tahap visi dan "
            "arah pembangunan pada 29 Desember 2023"
        )
    ]
    assert found[0].related[0].location.line == text[: text.index(before)].count("\n") + 1


@pytest.mark.parametrize("date", ["2023-12-28", "2023-12", "2023"])
def test_what_is_approved_on_the_day_of_the_law_is_not_late(date: str, minimal_plan: Path) -> None:
    change(minimal_plan, "document.yaml", "office: Bupati, date: 2023-12-20", f"office: Bupati, date: {date}")  # fmt: skip  # noqa: E501
    assert findings(minimal_plan) == []


@pytest.mark.parametrize("stage", ["document", "outreach"])
def test_the_last_stages_go_on_after_the_law(stage: str, minimal_plan: Path) -> None:
    before = f"{{stage: {stage}, state: approved, date: 2023-12-10"
    change(minimal_plan, "document.yaml", before, before.replace("2023-12-10", "2024-03-01"))
    _never_revised(minimal_plan)
    assert "DOC003" not in [one.kind.code for one in findings(minimal_plan)]


def test_stages_of_a_revised_plan_are_approved_anew(minimal_plan: Path) -> None:
    before = "{stage: vision, state: approved, date: 2023-12-10"
    change(minimal_plan, "document.yaml", before, before.replace("2023-12-10", "2025-06-01"))
    assert findings(minimal_plan) == []


# Codes, chairs, numbers


def test_an_affair_without_quotes_is_quoted(minimal_plan: Path) -> None:
    line = change(minimal_plan, "team.yaml", "\"2.16\"", "2.16")  # fmt: skip
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", line, "PLN006")]
    assert found.fix is not None
    assert (found.fix.text, found.fix.safe) == ('"2.16"', True)


def test_a_council_has_one_chair(minimal_plan: Path) -> None:
    text = (minimal_plan / "team.yaml").read_text("utf-8")
    at = text.index("role: ", text.index("role: chair") + len("role: chair"))
    word = text[at:].split()[1].rstrip(",}")
    changed = text[:at] + text[at:].replace(f"role: {word}", "role: chair", 1)
    (minimal_plan / "team.yaml").write_text(changed, encoding="utf-8")
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", text[:at].count("\n") + 1, "TEA017")]


LAW = 'number: "23"\n    year: 2014'


@pytest.mark.parametrize(
    ("written", "number", "fixed"),
    [
        ("23 Tahun 2014", "23", True),
        ('"23 tahun 2014"', "23", True),
        ("No. 23 Tahun 2014", "23", True),
        ("Nomor 23", "23", True),
        ("23/2014", "23", True),
        ("23 Tahun 2015", "23", False),
        ("15A Th. 2014", "15A", True),
    ],
)
def test_a_number_that_holds_the_year_is_told_and_mended(
    written: str, number: str, fixed: bool, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "theory.yaml", LAW, LAW.replace('"23"', written))
    found = only(minimal_plan)
    assert places([found]) == [("theory.yaml", line, "PLN014")]
    assert found.severity is Severity.ERROR
    assert f'`number: "{number}"`' in found.hint(ID)
    assert (found.fix is not None) is fixed
    if found.fix is not None:
        assert (found.fix.text, found.fix.safe) == (f'"{number}"', True)


@pytest.mark.parametrize(
    "written", ["23", '"23"', "15A", "23/2015", "188.45/310/HK/2014", "P.32/MENLHK/2014"]
)
def test_a_number_that_is_one_is_left_alone(written: str, minimal_plan: Path) -> None:
    change(minimal_plan, "theory.yaml", LAW, LAW.replace('"23"', written))
    assert findings(minimal_plan) == []


def test_a_decree_may_be_numbered_by_its_year(minimal_plan: Path) -> None:
    change(minimal_plan, "document.yaml", 'kind: perbup, number: "5"', "kind: sk, number: 5/2023")
    assert findings(minimal_plan) == []


REALISED = "period: 2024, value: 45, drivers: Kerja bersama"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80 persen", "80"),
        ("80", "80"),
        ('"80,5 %"', "80.5"),
        ("Rp 1,5 miliar", "1500000000"),
        ("1.234", "1234"),
    ],
)
def test_a_number_in_words_is_told_where_a_number_belongs(
    text: str, value: str, minimal_plan: Path
) -> None:
    after = REALISED.replace("value: 45", f"text: {text}")
    if "," in text and not text.startswith('"'):
        after = REALISED.replace("value: 45", f'text: "{text}"')
    line = change(minimal_plan, "monev.yaml", REALISED, after)
    found = only(minimal_plan)
    assert places([found]) == [("monev.yaml", line, "MON025")]
    assert found.hint(ID).startswith(f"tulis `value: {value}` sebagai ganti `text`")


@pytest.mark.parametrize("text", ["Zona kuning", "64 titik di luar Bali", "lebih dari 80 persen"])
def test_words_are_words(text: str, minimal_plan: Path) -> None:
    change(minimal_plan, "monev.yaml", REALISED, REALISED.replace("value: 45", f"text: {text}"))
    assert "MON025" not in [one.kind.code for one in findings(minimal_plan)]


def test_a_number_with_its_unit_is_a_number(minimal_plan: Path) -> None:
    told = STATISTIC.format("Jumlah", "2024", "sources: [S1]").replace("value: 7", "text: 80 Orang")
    line = change(minimal_plan, "readiness.yaml", "profile:\n", f"profile:\n{told}") + 1
    assert places(findings(minimal_plan)) == [("readiness.yaml", line, "MON025")]


# Assertions


@pytest.mark.parametrize(
    ("that", "code"),
    [
        ("budget.total.year(2050) >= 0", "AST006"),
        ("budget.total.year(2023) <= 100", "AST006"),
        ("budget.total.year(2033) >= 0", ""),
        ("budget.realised.year(2022) > 0", ""),
    ],
)
def test_a_year_that_the_plan_does_not_have_is_told(that: str, code: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    manifest = f"{SMALL_MANIFEST}assertions: [{{name: Uji, that: '{that}'}}]\n"
    (plan / "smartplan.yaml").write_text(manifest, encoding="utf-8")
    (plan / "programs.yaml").write_text(
        "programs:\n  - id: portal\n    name: Portal\n    dimension: governance\n    budget:\n"
        "      - {year: 2022, amount: 5, fund: apbd, kind: realised, basis: proposal}\n",
        encoding="utf-8",
    )
    found = [one for one in findings(plan) if one.kind.code.startswith("AST")]
    assert [one.kind.code for one in found] == ([code] if code else [])
    assert [one.severity for one in found] == [Severity.WARNING] * len(found)

"""What is there in form only counts as missing: names of blanks, links of no one, groups unled."""

import unicodedata
from pathlib import Path

import pytest
from conftest import change, findings, overlay, places

from smartplan.diagnostics import Severity
from smartplan.language import Language
from smartplan.load import load

ID, EN = Language.INDONESIAN, Language.ENGLISH


@pytest.mark.parametrize(
    "blank", ["   ", r"\t", r"\xa0", r"\u3000", r"\u200b", r"\u2060 ", r"\u2800", r"\n"]
)
def test_a_name_of_blanks_is_no_name(blank: str, minimal_plan: Path) -> None:
    name = f'name: "{blank}"'
    line = change(minimal_plan, "programs.yaml", "name: Loket daring terpadu", name)
    found = [d for d in load(minimal_plan).diagnostics if d.kind.code == "SCH010"]
    assert places(found) == [("programs.yaml", line, "SCH010")]
    assert found[0].severity is Severity.ERROR
    assert found[0].message(ID) == "kunci `name` belum diisi"


@pytest.mark.parametrize("text", ["a", " a ", "-", "Ω", "\u2014", "情報"])
def test_a_name_of_one_letter_is_a_name(text: str, minimal_plan: Path) -> None:
    change(minimal_plan, "programs.yaml", "name: Loket daring terpadu", f'name: "{text}"')
    assert load(minimal_plan).diagnostics == []


PROGRAM = "programs:\n  - {{id: {id}, name: Program {id}, dimension: living, basis: proposal}}\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A.yaml", "a.yaml"),
        ("STRASSE.yaml", "stra\u00dfe.yaml"),
        (unicodedata.normalize("NFD", "caf\u00e9.yaml"), "caf\u00e9.yaml"),
    ],
)
def test_two_files_that_other_computers_keep_as_one_are_told(
    first: str, second: str, minimal_plan: Path
) -> None:
    (minimal_plan / "programs.yaml").unlink()
    folder = minimal_plan / "programs"
    folder.mkdir()
    for name, id_ in ((first, "satu"), (second, "dua"), ("lain.yaml", "tiga")):
        (folder / name).write_text(PROGRAM.format(id=id_), encoding="utf-8")
    loaded = load(minimal_plan)
    (found,) = [d for d in loaded.diagnostics if d.kind.code == "SCH027"]
    assert {found.location.file.name, found.related[0].location.file.name} == {
        f"programs/{first}",
        f"programs/{second}",
    }
    assert found.severity is Severity.ERROR
    assert found.message(ID).endswith("bernama sama di komputer yang tidak membedakan huruf besar")
    assert loaded.plan is not None
    assert len(loaded.plan.programs.programs) == 2  # of what differs only elsewhere one is read
    assert "programs" in loaded.plan.unsound


def test_a_group_that_nobody_coordinates_is_told(minimal_plan: Path) -> None:
    line = change(
        minimal_plan,
        "team.yaml",
        "dimension: living\n    coordinator: kominfo\n",
        "dimension: living\n",
    )
    (found,) = findings(minimal_plan)
    assert places([found]) == [("team.yaml", line, "TEA015")]
    assert found.message(ID) == "kelompok kerja `living` (Smart Living) belum memiliki koordinator"
    assert found.message(EN) == "the working group of `living` (Smart Living) has no coordinator"


def test_a_goal_that_no_mission_supports_is_no_link(minimal_plan: Path) -> None:
    change(minimal_plan, "vision.yaml", "supports: [rpjmd-1, sdg-11]", "supports: [rpjmd-1]")
    (found,) = findings(minimal_plan)
    assert places([found]) == [("vision.yaml", 11, "VIS012")]
    assert found.message(ID) == "belum ada kaitan dengan Tujuan Pembangunan Berkelanjutan"
    assert found.hint(ID) == "sebut tujuannya di `supports` pada misi yang mendukungnya"


def test_an_entry_without_goals_is_no_link(minimal_plan: Path) -> None:
    change(minimal_plan, "vision.yaml", "supports: [rpjmd-1, sdg-11]", "supports: [rpjmd-1]")
    goals = "missions: [{id: sdg-11, text: Kota dan permukiman yang berkelanjutan, sources: [S1]}]"
    change(minimal_plan, "vision.yaml", f"    {goals}\n", "")
    (found,) = findings(minimal_plan)
    assert found.kind.code == "VIS012"
    assert found.hint(ID).startswith("tulis tujuannya di `missions` pada butir ini")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("1.0", "0.9", True),
        ("1.10", "1.9", True),
        ("2", "1.9", True),
        ("v2.0", "v1.9", True),
        ("1.9", "1.10", False),
        ("1.0", "1", False),
        ("1", "1.0.1", False),
        ("contoh 2", "contoh 1", False),
        ("2", "rancangan", False),
    ],
)
def test_a_version_does_not_go_back(
    first: str, second: str, told: bool, minimal_plan: Path
) -> None:
    change(
        minimal_plan,
        "document.yaml",
        'version: "1.0", date: 2023-12-15, summary',
        f'version: "{first}", date: 2023-12-15, summary',
    )
    line = change(minimal_plan, "document.yaml", 'version: "1.1"', f'version: "{second}"')
    found = findings(minimal_plan)
    assert places(found) == ([("document.yaml", line, "DOC004")] if told else [])
    if told:
        assert found[0].message(ID) == (
            f"riwayat versi tidak berurutan: {second} bernomor lebih rendah daripada versi di "
            "atasnya"
        )
        assert found[0].related[0].location.line == line - 1


LAW = (
    "legal_basis:\n"
    "  - {{id: dasar, kind: {kind}, number: {number}, year: {year}, {more}title: T, sources: [S1]}}"
)


@pytest.mark.parametrize(
    ("kind", "number", "year", "hint"),
    [
        ("permen", '"90"', 2019, "mungkin `issuer: Dalam Negeri`?"),
        ("permen", '"59"', 2020, "mungkin `issuer: PANRB`?"),
        ("kepmen", "050-3708", 2020, "mungkin `issuer: Dalam Negeri`?"),
        ("permen", '"7"', 2021, "tulis menterinya di `issuer`, misalnya `issuer: Dalam Negeri`"),
    ],
)
def test_a_ministers_regulation_says_of_which_minister(
    kind: str, number: str, year: int, hint: str, minimal_plan: Path
) -> None:
    law = LAW.format(kind=kind, number=number, year=year, more="")
    overlay(minimal_plan, {"theory.yaml": law})
    found = [d for d in findings(minimal_plan) if d.kind.code.startswith("THE")]
    assert places(found) == [("theory.yaml", 2, "THE004")]
    assert found[0].hint(ID) == hint


def test_the_message_cites_the_regulation(minimal_plan: Path) -> None:
    overlay(
        minimal_plan,
        {"theory.yaml": LAW.format(kind="permen", number='"90"', year=2019, more="")},
    )
    (found,) = [d for d in findings(minimal_plan) if d.kind.code == "THE004"]
    assert (
        found.message(ID)
        == "dasar hukum Peraturan Menteri 90/2019 `dasar` tidak menyebut menterinya"
    )


@pytest.mark.parametrize(
    ("kind", "more"), [("permen", "issuer: Kesehatan, "), ("uu", ""), ("perbup", ""), ("sk", "")]
)
def test_other_regulations_need_no_minister(kind: str, more: str, minimal_plan: Path) -> None:
    overlay(
        minimal_plan,
        {"theory.yaml": LAW.format(kind=kind, number='"7"', year=2021, more=more)},
    )
    assert [d for d in findings(minimal_plan) if d.kind.code == "THE004"] == []


def test_what_is_empty_in_an_unknown_key_is_told_with_the_key(minimal_plan: Path) -> None:
    inner = "".join(f"    k{number}:\n" for number in range(40))
    text = PROGRAM.format(id="a").rstrip("\n").replace("}", ", target: {a: , b: }}")
    (minimal_plan / "programs.yaml").write_text(f"{text}\nx-y:\n{inner}", encoding="utf-8")
    found = places(load(minimal_plan).diagnostics)
    assert [one for one in found if one[0] == "programs.yaml"] == [
        ("programs.yaml", 2, "SCH001"),
        ("programs.yaml", 3, "SCH001"),
    ]


def test_what_is_empty_in_a_misspelt_key_is_told(minimal_plan: Path) -> None:
    line = change(minimal_plan, "smartplan.yaml", "region: {", "regon: {kind: , was: {")
    path = minimal_plan / "smartplan.yaml"
    text = path.read_text("utf-8")
    text = text.replace("was: {", "").replace("kind: kabupaten, ", "")
    path.write_text(text, encoding="utf-8")
    assert places(load(minimal_plan).diagnostics) == [
        ("smartplan.yaml", line, "SCH001"),
        ("smartplan.yaml", line, "SCH010"),
    ]

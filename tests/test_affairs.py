"""Codes of government affairs are data with a source, and a wrong one is told by what it is."""

import re
from pathlib import Path

import pytest
from conftest import change, findings, places

from smartplan.language import Language
from smartplan.load import framework, frameworks

ID, EN = Language.INDONESIAN, Language.ENGLISH
EDITIONS = [pytest.param(framework(name), id=name) for name in frameworks()]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_list_is_whole_and_names_its_source(edition) -> None:
    codes = [affair.code for affair in edition.affairs]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[1-9]\.[0-9]{2}", code) for code in codes)
    # Law 23 of 2014: 6 obligatory and basic, 18 obligatory, 8 of choice, counted through
    by_law = [code for code in codes if code[0] in "123"]
    assert [code[2:] for code in by_law] == [f"{number:02}" for number in range(1, 33)]
    assert [sum(code[0] == group for code in by_law) for group in "123"] == [6, 18, 8]
    assert "Permendagri 90 Tahun 2019" in (edition.affairs_source or "")


@pytest.mark.parametrize("edition", EDITIONS)
def test_affairs_bear_their_official_names(edition) -> None:
    names = {affair.code: affair.name for affair in edition.affairs}
    assert names["1.01"] == "Pendidikan"
    assert names["2.16"] == "Komunikasi dan Informatika"
    assert names["3.32"] == "Transmigrasi"
    assert names["5.01"] == "Perencanaan"
    assert len(set(names.values())) == len(names)


def test_both_editions_have_one_list() -> None:
    lists = [[(a.code, a.name) for a in framework(name).affairs] for name in frameworks()]
    assert lists[0] == lists[1]


ADVICE = (
    "tulis kode bidang urusan menurut Permendagri 90/2019, misalnya `2.16` untuk Komunikasi dan "
    "Informatika"
)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2.6", "mungkin `1.06` (Sosial)?"),
        ("216", "mungkin `2.16` (Komunikasi dan Informatika)?"),
        ("1.16", "mungkin `2.16` (Komunikasi dan Informatika)?"),
        ("1.1", "mungkin `1.01` (Pendidikan)?"),
        ("2.16.03", "mungkin `2.16` (Komunikasi dan Informatika)?"),
        ("Komunikasi dan Informatika", "mungkin `2.16` (Komunikasi dan Informatika)?"),
        ("urusan perhubungan", "mungkin `2.15` (Perhubungan)?"),
        ("9.99", ADVICE),
        ("abc", ADVICE),
    ],
)
def test_an_affair_in_no_list_is_told_once_and_blames_no_program(
    written: str, hint: str, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "team.yaml", 'affairs: ["2.16"]', f'affairs: ["{written}"]')
    (found,) = findings(minimal_plan)
    assert places([found]) == [("team.yaml", line, "TEA016")]
    assert found.location.column == len('     affairs: ["')
    assert found.message(ID) == (
        f"`{written}`, urusan yang diampu `kominfo` (Dinas Komunikasi dan Informatika), bukan kode "
        "bidang urusan yang dikenal"
    )
    assert found.hint(ID) == hint


def test_a_code_of_no_affair_is_told_whatever_the_lead_carries(minimal_plan: Path) -> None:
    change(minimal_plan, "team.yaml", 'affairs: ["2.16"], ', "")
    line = change(
        minimal_plan, "programs.yaml", '["2.16.03.2.02.0035"]', '["9.99.03.2.02.0035", "X.XX.01"]'
    )
    (found,) = findings(minimal_plan)
    assert places([found]) == [("programs.yaml", line, "PRG030")]
    assert found.message(ID) == (
        "kode nomenklatur `9.99.03.2.02.0035` diawali `9.99`, yang bukan kode bidang urusan yang "
        "dikenal"
    )


def test_a_code_of_no_affair_is_no_code_of_another_agency(minimal_plan: Path) -> None:
    change(minimal_plan, "programs.yaml", '["2.16.03.2.02.0035"]', '["1.16.03.2.02.0035"]')
    (found,) = findings(minimal_plan)
    assert found.kind.code == "PRG030"
    assert found.hint(ID) == "mungkin `2.16` (Komunikasi dan Informatika)?"


def test_a_code_of_another_agency_is_told_with_the_names_of_the_affairs(minimal_plan: Path) -> None:
    change(minimal_plan, "programs.yaml", '["2.16.03.2.02.0035"]', '["1.02.02"]')
    (found,) = findings(minimal_plan)
    assert found.kind.code == "PRG026"
    assert found.message(ID) == (
        "kode `1.02.02` termasuk urusan `1.02` (Kesehatan), sedangkan `kominfo` (Dinas Komunikasi "
        "dan Informatika) mengampu `2.16` (Komunikasi dan Informatika)"
    )


def test_a_framework_of_the_plans_own_without_a_list_leaves_codes_alone(minimal_plan: Path) -> None:
    own = Path(__file__).parent.parent / "src/smartplan/frameworks/kominfo-2021.yaml"
    text = own.read_text("utf-8")
    start, end = text.index("\naffairs:\n"), text.index("\nsuccessions:\n")
    (minimal_plan / "kerangka.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    change(minimal_plan, "smartplan.yaml", "framework: kominfo-2021", "framework: kerangka.yaml")
    change(minimal_plan, "team.yaml", 'affairs: ["2.16"]', 'affairs: ["9.99"]')
    codes = {found.kind.code for found in findings(minimal_plan)}
    assert codes == {"PRG026"}

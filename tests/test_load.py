"""A folder to a plan: which files are read, how they join, what the manifest must say."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import overlay, places

from smartplan import load as loading
from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import load

ID = Language.INDONESIAN

MANIFEST = """\
smartplan: 1
title: Rencana uji
region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
period: {start: 2024, end: 2033}
framework: kominfo-2021
as_of: 2025-06-30
"""


def write(plan: Path, files: dict[str, str]) -> None:
    """Put files into a plan and leave what is there."""
    for name, text in files.items():
        (plan / name).parent.mkdir(exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8", newline="")


def told(plan: Path) -> list[tuple[str, int, str]]:
    return sorted(places(load(plan).diagnostics))


def only(plan: Path) -> Diagnostic:
    (found,) = load(plan).diagnostics
    return found


@pytest.fixture
def bare_plan(tmp_path: Path) -> Path:
    """A plan with nothing but its manifest."""
    plan = tmp_path / "rencana"
    plan.mkdir()
    write(plan, {"smartplan.yaml": MANIFEST})
    return plan


def test_a_manifest_alone_is_a_plan(bare_plan: Path) -> None:
    loaded = load(bare_plan)
    assert loaded.diagnostics == []
    assert loaded.files == 1
    assert loaded.plan is not None
    assert loaded.plan.manifest.region.name == "Buleleng"
    assert not loaded.plan.has("team")
    assert loaded.plan.team.agencies == ()


# Files and folders


def test_the_lists_of_a_folder_are_joined_in_the_order_of_the_files(bare_plan: Path) -> None:
    write(
        bare_plan,
        {
            "theory/b.yaml": "terms:\n  - {term: dua, meaning: b}\n",
            "theory/a.yaml": "terms:\n  - {term: satu, meaning: a}\n",
            "theory/c.yaml": "principles:\n  - {id: p, name: a, text: b}\n",
        },
    )
    loaded = load(bare_plan)
    assert loaded.diagnostics == []
    assert loaded.files == 4
    assert loaded.plan is not None
    assert [term.term for term in loaded.plan.theory.terms] == ["satu", "dua"]
    assert [principle.id for principle in loaded.plan.theory.principles] == ["p"]
    assert [file.name for file in loaded.plan.files["theory"]] == [
        "theory/a.yaml", "theory/b.yaml", "theory/c.yaml",
    ]  # fmt: skip


def test_a_finding_in_a_folder_names_the_file(bare_plan: Path) -> None:
    write(
        bare_plan,
        {
            "theory/a.yaml": "terms:\n  - {term: satu, meaning: a}\n",
            "theory/b.yaml": "terms:\n  - {term: dua}\n",
        },
    )
    assert told(bare_plan) == [("theory/b.yaml", 2, "SCH002")]


def test_a_key_that_is_no_list_stands_in_one_file_only(bare_plan: Path) -> None:
    write(
        bare_plan,
        {
            "monev/a.yaml": "method: satu\n",
            "monev/b.yaml": "indicators: []\nmethod: dua\n",
        },
    )
    found = only(bare_plan)
    assert places([found]) == [("monev/b.yaml", 2, "SCH014")]
    assert [place.location.file.name for place in found.related] == ["monev/a.yaml"]
    loaded = load(bare_plan)
    assert loaded.plan is not None
    assert loaded.plan.monev.method == "satu"


def test_a_broken_file_of_a_folder_leaves_the_others(bare_plan: Path) -> None:
    write(
        bare_plan,
        {
            "theory/a.yaml": "terms: [\n",
            "theory/b.yaml": "terms:\n  - {term: dua, meaning: b}\n",
        },
    )
    loaded = load(bare_plan)
    assert places(loaded.diagnostics) == [("theory/a.yaml", 1, "YML001")]
    assert loaded.plan is not None
    assert [term.term for term in loaded.plan.theory.terms] == ["dua"]
    assert loaded.plan.unsound == {"theory"}


def test_a_stage_is_a_file_or_a_folder_not_both(minimal_plan: Path) -> None:
    write(minimal_plan, {"team/lain.yaml": "partners:\n  - {id: x, name: a, sector: media}\n"})
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", 1, "SCH013")]
    assert found.hint(ID) == "pindahkan isi berkas ini ke dalam folder `team/`"


def test_an_empty_folder_is_a_stage_that_has_not_begun(bare_plan: Path) -> None:
    (bare_plan / "theory").mkdir()
    loaded = load(bare_plan)
    assert loaded.diagnostics == []
    assert loaded.plan is not None
    assert not loaded.plan.has("theory")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("program.yaml", "mungkin `programs.yaml`?"),
        ("Programs.yaml", "mungkin `programs.yaml`?"),
        ("programs.yml", "mungkin `programs.yaml`?"),
        ("programs.YAML", "mungkin `programs.yaml`?"),
        ("programs.yaml.txt", "mungkin `programs.yaml`?"),
        ("programs (1).yaml", "mungkin `programs.yaml`?"),
        ("visi.yaml", "mungkin `vision.yaml`?"),
        ("programs", "mungkin `programs.yaml`?"),
        ("programs/a.yml", "dalam folder `programs/` hanya berkas berakhiran `.yaml` yang dibaca"),
        ("programs/b/a.yaml",
         "dalam folder `programs/` hanya berkas berakhiran `.yaml` yang dibaca"),
        ("program/a.yaml", "mungkin `programs/`?"),
        ("Programs/a.yaml", "mungkin `programs/`?"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_is_told_with_the_name_meant(
    name: str, hint: str, bare_plan: Path
) -> None:
    (bare_plan / name).parent.mkdir(parents=True, exist_ok=True)
    (bare_plan / name).write_text("programs: []\n", encoding="utf-8")
    found = only(bare_plan)
    assert found.kind.code == "SCH012"
    assert found.hint(ID) == hint


def test_a_name_like_no_other_is_told_with_the_names_there_are(bare_plan: Path) -> None:
    (bare_plan / "xyzzy.yaml").write_text("", encoding="utf-8")
    hint = only(bare_plan).hint(ID)
    assert hint.startswith("nama yang dikenal: `smartplan.yaml`, `team.yaml`, `theory.yaml`, ")
    assert "`sources.yaml`" in hint


@pytest.mark.parametrize(
    "name",
    [
        ".programs.yaml", ".git/config.yaml", "programs.yaml~", "#programs.yaml#",
        "~$programs.yaml", "README.md", "catatan.txt", "foto.png", "docs/x.yaml", "buku/a.md",
        "theory/catatan.md", "theory/.a.yaml", "theory/a.yaml~", "programs~/a.yaml", "#a/b.yaml",
    ],
)  # fmt: skip
def test_hidden_files_backups_and_what_is_no_yaml_are_left_alone(
    name: str, bare_plan: Path
) -> None:
    (bare_plan / name).parent.mkdir(exist_ok=True)
    (bare_plan / name).write_bytes(b"\xff[[[")
    assert load(bare_plan).diagnostics == []


@pytest.mark.parametrize("others", [("E\u0301.yaml", "\u00e9.yaml"), ("A.yaml", "a.yaml")])
def test_names_that_other_computers_take_for_one_are_told(
    others: tuple[str, str], bare_plan: Path
) -> None:
    (bare_plan / "theory").mkdir()
    for name in others:
        (bare_plan / "theory" / name).write_text("terms: []\n", encoding="utf-8")
    if len([*(bare_plan / "theory").iterdir()]) < 2:
        pytest.skip("this system keeps only one of them")
    assert [one.kind.name for one in load(bare_plan).diagnostics] == ["file-names-alike"]


@pytest.mark.parametrize("name", ["a\nb.yaml", "\x1b[2J.yaml", "::error::.yaml", "[red]a[b].yaml"])
def test_any_file_name_can_be_told(name: str, bare_plan: Path) -> None:
    (bare_plan / name).write_text("", encoding="utf-8")
    found = only(bare_plan)
    assert found.kind.code == "SCH012"
    assert found.message(ID).isprintable()


def test_a_file_name_that_is_no_text_can_be_told(bare_plan: Path) -> None:
    (bare_plan / os.fsdecode(b"\xff\xfe.yaml")).write_text("", encoding="utf-8")
    assert only(bare_plan).message(ID) == "berkas `\\udcff\\udcfe.yaml` bukan bagian rencana"


def test_the_name_of_the_plan_stands_before_its_files(bare_plan: Path) -> None:
    write(bare_plan, {"theory.yaml": "termz: []\n"})
    (found,) = load(bare_plan, "rencana").diagnostics
    assert found.location.file.name == "rencana/theory.yaml"
    (found,) = load(bare_plan, ".").diagnostics
    assert found.location.file.name == "theory.yaml"


def test_plans_do_not_know_of_each_other(bare_plan: Path, minimal_plan: Path) -> None:
    shutil.copy(minimal_plan / "programs.yaml", bare_plan / "programs.yaml")
    assert {d.kind.code for d in load(bare_plan, "satu").diagnostics} == {"REF005"}
    assert load(minimal_plan, "dua").diagnostics == []


# Limits


def test_a_plan_may_have_two_thousand_files(bare_plan: Path) -> None:
    (bare_plan / "theory").mkdir()
    for number in range(loading.MAX_FILES - 1):  # and the manifest
        (bare_plan / "theory" / f"{number:04}.yaml").write_text("terms: []\n", encoding="utf-8")
    assert load(bare_plan).diagnostics == []
    for name in ("x.yaml", "y.yaml"):
        (bare_plan / "theory" / name).write_text("terms: []\n", encoding="utf-8")
    assert told(bare_plan) == [("theory/x.yaml", 1, "YML024")]


def test_a_plan_may_have_thirty_two_mebibytes(bare_plan: Path) -> None:
    text = "# " + "x" * (1024 * 1024 - 3) + "\n"
    (bare_plan / "theory").mkdir()
    for number in range(32):
        (bare_plan / "theory" / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    assert {code for _, _, code in told(bare_plan)} == {"YML023"}
    for number in range(32, 34):
        (bare_plan / "theory" / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    assert [place for place in told(bare_plan) if place[2] != "YML023"] == [
        ("theory/32.yaml", 1, "YML024")
    ]


# The manifest


def test_without_a_manifest_the_stages_are_checked_all_the_same(minimal_plan: Path) -> None:
    (minimal_plan / "smartplan.yaml").unlink()
    overlay(minimal_plan, {"outreach.yaml": "activities:\n  - {id: a, lead: komnfo}\n"})
    loaded = load(minimal_plan)
    assert loaded.plan is None
    assert ("smartplan.yaml", 1, "SCH015") in places(loaded.diagnostics)
    assert ("outreach.yaml", 2, "SCH002") in places(loaded.diagnostics)


def test_without_a_manifest_references_are_checked_all_the_same(minimal_plan: Path) -> None:
    (minimal_plan / "smartplan.yaml").unlink()
    text = (minimal_plan / "outreach.yaml").read_text("utf-8").replace("kominfo", "komnfo")
    overlay(minimal_plan, {"outreach.yaml": text})
    assert [code for _, _, code in told(minimal_plan)] == ["REF001", "SCH015"]


def test_a_broken_manifest_is_one_finding(minimal_plan: Path) -> None:
    write(minimal_plan, {"smartplan.yaml": "smartplan: [\n"})
    assert told(minimal_plan) == [("smartplan.yaml", 1, "YML001")]


def test_another_format_version_is_told(bare_plan: Path) -> None:
    write(bare_plan, {"smartplan.yaml": MANIFEST.replace("smartplan: 1", "smartplan: 2")})
    assert told(bare_plan) == [("smartplan.yaml", 1, "SCH016")]


@pytest.mark.parametrize(
    ("before", "after", "code", "column", "hint"),
    [
        ('"51.08"', "51.8", "SCH017", 16, 'mungkin "51.08" (Kabupaten Buleleng)?'),
        ('"51.08"', "5108", "SCH017", 16, 'mungkin "51.08" (Kabupaten Buleleng)?'),
        ('"51.08"', '"51.80"', "SCH017", 16, 'mungkin "51.08" (Kabupaten Buleleng)?'),
        ('"51.08"', '"51.08.01"', "SCH017", 16, 'mungkin "51.08" (Kabupaten Buleleng)?'),
        ('"51.08"', '"xx"', "SCH017", 16,
         'tulis kode Kemendagri dalam kutip, misalnya "51.08"'),
        ("name: Buleleng", "name: Bangli", "SCH018", 16, 'kode kabupaten Bangli adalah "51.06"'),
        ('"51.08"', '"51.07"', "SCH018", 16, 'kode kabupaten Buleleng adalah "51.08"'),
        ('"51.08"', '"51.71"', "SCH018", 16, 'kode kabupaten Buleleng adalah "51.08"'),
        ('"51.08"', '"35.08"', "SCH018", 16, 'kode kabupaten Buleleng adalah "51.08"'),
        ("name: Buleleng", "name: Bulelang", "SCH018", 31, "tulis `name: Buleleng`"),
        ("name: Buleleng, kind: kabupaten", "name: Bulelang, kind: kota", "SCH018", 16,
         "samakan kode, nama, jenis dan provinsi"),
        ("kind: kabupaten", "kind: kota", "SCH018", 47, "tulis `kind: kabupaten`"),
        ("province: Bali", "province: Jawa Timur", "SCH018", 68, "tulis `province: Bali`"),
    ],
)  # fmt: skip
def test_a_region_that_does_not_fit_the_list_is_told(
    before: str, after: str, code: str, column: int, hint: str, bare_plan: Path
) -> None:
    write(bare_plan, {"smartplan.yaml": MANIFEST.replace(before, after)})
    found = only(bare_plan)
    assert (found.kind.code, found.location.line, found.location.column) == (code, 3, column)
    assert found.hint(ID) == hint


def test_a_province_that_is_wrong_is_told_as_where_the_region_lies(bare_plan: Path) -> None:
    write(bare_plan, {"smartplan.yaml": MANIFEST.replace("province: Bali", "province: Jawa Timur")})
    found = only(bare_plan)
    assert found.message(ID) == (
        "Kabupaten Buleleng (51.08) terletak di Provinsi Bali, bukan Jawa Timur"
    )
    assert found.message(Language.ENGLISH) == (
        "Kabupaten Buleleng (51.08) lies in the province Bali, not Jawa Timur"
    )


def test_a_bps_code_is_not_taken_for_another_region(bare_plan: Path) -> None:
    region = '{code: "1101", name: Simeulue, kind: kabupaten, province: Aceh}'
    text = MANIFEST.replace(MANIFEST.split("\n")[2], f"region: {region}")
    write(bare_plan, {"smartplan.yaml": text})
    found = only(bare_plan)
    assert found.message(ID) == "kode wilayah `1101` tidak ada dalam daftar Kemendagri"
    assert found.hint(ID) == 'mungkin "11.09" (Kabupaten Simeulue)?'


@pytest.mark.parametrize(
    "region",
    [
        '{code: "51.08", name: Kabupaten Buleleng, kind: kabupaten, province: Bali}',
        '{code: "51.08", name: BULELENG, kind: kabupaten, province: BALI}',
        '{code: "51.71", name: Denpasar, kind: kota, province: Provinsi Bali}',
        '{code: "51", name: Bali, kind: provinsi, province: Bali}',
        '{code: "31.71", name: Jakarta Pusat, kind: kota, province: DKI Jakarta}',
        '{code: "34.04", name: Sleman, kind: kabupaten, province: DI Yogyakarta}',
    ],
)
def test_a_region_may_be_written_as_people_write_it(region: str, bare_plan: Path) -> None:
    text = MANIFEST.replace(MANIFEST.split("\n")[2], f"region: {region}")
    write(bare_plan, {"smartplan.yaml": text})
    assert load(bare_plan).diagnostics == []


# The framework


def test_an_unknown_framework_is_told_with_the_nearest(bare_plan: Path) -> None:
    write(bare_plan, {"smartplan.yaml": MANIFEST.replace("kominfo-2021", "kominfo-2012")})
    found = only(bare_plan)
    assert places([found]) == [("smartplan.yaml", 5, "SCH021")]
    assert found.hint(ID) == "mungkin `kominfo-2021`?"


@pytest.mark.parametrize(
    "name", ["../kerangka.yaml", "/etc/passwd.yaml", "a\\b.yaml", ".yaml", "tidak-ada.yaml"]
)
def test_a_framework_of_the_plans_own_lies_beside_the_manifest(name: str, bare_plan: Path) -> None:
    write(bare_plan, {"smartplan.yaml": MANIFEST.replace("kominfo-2021", name)})
    assert told(bare_plan) == [("smartplan.yaml", 5, "SCH021")]


@pytest.fixture
def own_framework() -> str:
    folder = Path(loading.__file__).parent / "frameworks"
    return (folder / "kominfo-2021.yaml").read_text("utf-8").replace("id: living", "id: hunian", 1)


def test_a_framework_of_the_plans_own_is_followed(bare_plan: Path, own_framework: str) -> None:
    write(
        bare_plan,
        {
            "smartplan.yaml": MANIFEST.replace("kominfo-2021", "kerangka.yaml"),
            "kerangka.yaml": own_framework,
            "programs.yaml": "programs:\n  - {id: a, name: b, dimension: hunian}\n"
            "  - {id: c, name: d, dimension: living}\n",
        },
    )
    assert told(bare_plan) == [("programs.yaml", 3, "SCH019")]


def test_a_mistake_in_a_framework_of_the_plans_own_is_told_there(
    bare_plan: Path, own_framework: str
) -> None:
    write(
        bare_plan,
        {
            "smartplan.yaml": MANIFEST.replace("kominfo-2021", "kerangka.yaml"),
            "kerangka.yaml": own_framework.replace("\nsectors:", "\nsektor:"),
            "programs.yaml": "programs:\n  - {id: a, name: b, dimension: hunian}\n",
        },
    )
    codes = {(name, code) for name, _, code in told(bare_plan)}
    assert codes == {("kerangka.yaml", "SCH001")} or codes == {
        ("kerangka.yaml", "SCH001"),
        ("kerangka.yaml", "SCH002"),
    }


def test_a_framework_file_that_the_manifest_does_not_name_is_unknown(
    bare_plan: Path, own_framework: str
) -> None:
    write(bare_plan, {"minfo-2021.yaml": own_framework, "n.yaml": ""})
    assert [code for _, _, code in told(bare_plan)] == ["SCH012", "SCH012"]

"""References: resolved, or told once with what was most likely meant."""

from pathlib import Path

import pytest
from conftest import change, overlay, places

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import Loaded, load
from smartplan.rules import check

ID, EN = Language.INDONESIAN, Language.ENGLISH


def only(plan: Path) -> Diagnostic:
    (found,) = load(plan).diagnostics
    return found


def of_references(loaded: Loaded) -> list[str]:
    return [d.kind.code for d in loaded.diagnostics if d.kind.code in ("REF001", "SCH019")]


def test_the_minimal_plan_has_no_finding(minimal_plan: Path) -> None:
    assert load(minimal_plan).diagnostics == []


# Ids of the plan


def test_an_unknown_id_is_told_with_the_nearest_id_and_its_title(minimal_plan: Path) -> None:
    line = change(minimal_plan, "programs.yaml", "lead: kominfo", "lead: komninfo")
    found = only(minimal_plan)
    assert places([found]) == [("programs.yaml", line, "REF001")]
    assert found.message(ID) == "tidak ada perangkat daerah dengan id `komninfo`"
    assert found.hint(ID) == "mungkin `kominfo` (Dinas Komunikasi dan Informatika)?"
    assert found.hint(EN) == "perhaps `kominfo` (Dinas Komunikasi dan Informatika)?"


def test_several_near_ids_are_offered_best_first(minimal_plan: Path) -> None:
    change(minimal_plan, "roadmap.yaml", "program: p-public-service", "program: p-public")
    assert only(minimal_plan).hint(ID) == (
        "mungkin `p-public-policy` (Ruang masukan kebijakan) "
        "atau `p-public-service` (Loket daring terpadu)?"
    )


def test_for_an_id_like_no_other_all_are_named_where_they_are_few(minimal_plan: Path) -> None:
    change(minimal_plan, "programs.yaml", "lead: kominfo", "lead: xyzzy")
    assert only(minimal_plan).hint(ID) == (
        "yang ada: `kominfo` (Dinas Komunikasi dan Informatika), `bappeda` (Badan Perencanaan "
        "Pembangunan Daerah); tulis salah satunya, atau tambahkan perangkat daerah dengan id "
        "`xyzzy`"
    )


def test_an_id_like_no_other_of_many_gets_advice_without_a_guess(minimal_plan: Path) -> None:
    line = change(minimal_plan, "programs.yaml", "lead: kominfo", "lead: xyzzy")
    more = "".join(f"  - {{id: kantor-{n}, name: Kantor {n}, sources: [S1]}}\n" for n in range(19))
    change(minimal_plan, "team.yaml", "agencies:\n", f"agencies:\n{more}")
    (found,) = [d for d in load(minimal_plan).diagnostics if d.kind.code == "REF001"]
    assert found.location.line == line
    assert found.hint(ID) == "tambahkan perangkat daerah itu, atau perbaiki id-nya"


def test_one_of_a_list_is_told_at_its_own_place(minimal_plan: Path) -> None:
    line = change(minimal_plan, "programs.yaml", "support: [bappeda]", "support: [bappeda, bapeda]")
    found = only(minimal_plan)
    assert places([found]) == [("programs.yaml", line, "REF001")]
    assert found.location.column == len("    support: [bappeda, ") + 1
    assert found.location.end_column - found.location.column == len("bapeda")


def test_an_id_of_either_of_two_kinds_is_found(minimal_plan: Path) -> None:
    change(minimal_plan, "monev.yaml", "measures: [p-public-service]", "measures: [s-governance]")
    assert load(minimal_plan).diagnostics == []


def test_an_id_of_another_kind_is_told_as_such(minimal_plan: Path) -> None:
    line = change(minimal_plan, "programs.yaml", "lead: kominfo", "lead: kampus")
    found = next(d for d in load(minimal_plan).diagnostics)
    assert places([found]) == [("programs.yaml", line, "REF002")]
    assert (
        found.message(ID)
        == "`kampus` (Perguruan tinggi setempat) adalah mitra, bukan perangkat daerah"
    )


def test_an_id_given_twice_is_told_with_both_places(minimal_plan: Path) -> None:
    line = change(minimal_plan, "team.yaml", "{id: bappeda,", "{id: kominfo,")
    found = next(d for d in load(minimal_plan).diagnostics if d.kind.code == "REF003")
    assert found.location.line == line
    first, *named = found.related
    assert first.location.line == line - 2
    assert {one.label.indonesian for one in named} == {"`bappeda` di sini"}
    assert "mungkin `bappeda`, yang dirujuk" in found.hint(ID)
    assert first.location.file.name == "team.yaml"
    assert found.message(ID) == (
        "perangkat daerah dengan id `kominfo` sudah ada (Dinas Komunikasi dan Informatika)"
    )


def test_one_id_may_name_items_of_two_kinds(minimal_plan: Path) -> None:
    change(minimal_plan, "theory.yaml", "{id: terbuka,", "{id: kominfo,")
    assert load(minimal_plan).diagnostics == []


def test_an_id_that_nothing_uses_is_noted(minimal_plan: Path) -> None:
    line = change(
        minimal_plan,
        "team.yaml",
        "partners:\n",
        "partners:\n  - {id: tamu, name: Tamu, sector: media, basis: proposal}\n",
    )
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", line + 1, "REF004")]
    assert found.message(ID) == "mitra `tamu` (Tamu) tidak dirujuk butir mana pun"


# An id that was misspelt where it is given


def test_a_slip_in_an_id_itself_is_one_finding_where_it_is_given(minimal_plan: Path) -> None:
    line = change(minimal_plan, "team.yaml", "{id: kominfo,", "{id: kominfoo,")
    found = only(minimal_plan)
    assert places([found]) == [("team.yaml", line, "REF006")]
    named = sum(
        path.read_text("utf-8").count(f"{before}kominfo{after}")
        for path in minimal_plan.glob("*.yaml")
        for before, after in ((": ", "\n"), (": ", ","), ("[", "]"), ("[", ","), (", ", "]"))
    )
    assert found.message(ID) == (
        "tidak ada yang merujuk perangkat daerah `kominfoo` (Dinas Komunikasi dan Informatika), "
        f"sedangkan {named} rujukan menyebut "
        "`kominfo`"
    )
    assert found.hint(EN) == "write `id: kominfo` here, or mend all those references"
    assert [d.location.line for d in found.related] == [
        number
        for number, text in enumerate((minimal_plan / "team.yaml").read_text().split("\n"), 1)
        if "kominfo" in text and "kominfoo" not in text
    ][:5]
    assert found.fix is not None
    assert (found.fix.text, found.fix.safe) == ("kominfo", False)
    assert places(check(load(minimal_plan))) == places([found])


@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        # named just once: the slip may be on either side
        ("vision.yaml", "- id: st-bureaucracy\n", "- id: st-birocracy\n", "REF001"),
        ("vision.yaml", "- id: st-bureaucracy\n", "- id: st-bureaucracyy\n", "REF001"),
        # far from any other id
        ("team.yaml", "{id: kominfo,", "{id: dinas-satu,", "REF001"),
        # a digit is no slip
        ("sources.yaml", "id: S1", "id: S2", "REF001"),
    ],
)
def test_where_it_is_not_sure_the_references_are_told(
    name: str, before: str, after: str, code: str, minimal_plan: Path
) -> None:
    change(minimal_plan, name, before, after)
    assert {d.kind.code for d in load(minimal_plan).diagnostics} - {"REF004"} == {code}


def test_an_id_that_something_names_is_not_the_one_misspelt(minimal_plan: Path) -> None:
    """Some name the one, some the other: which is right cannot be told."""
    change(minimal_plan, "team.yaml", "{id: kominfo,", "{id: kominfoo,")
    line = change(minimal_plan, "team.yaml", "hosts: [kominfo]", "hosts: [kominfoo]")
    found = load(minimal_plan).diagnostics
    assert {d.kind.code for d in found} == {"REF001"}
    assert ("team.yaml", line) not in {(d.location.file.name, d.location.line) for d in found}


def test_a_slip_between_two_ids_is_told_at_the_references(minimal_plan: Path) -> None:
    change(
        minimal_plan,
        "team.yaml",
        "  - {id: kominfo,",
        "  - {id: kominfos, name: Satu, sources: [S1]}\n  - {id: kominfoo,",
    )
    codes = {d.kind.code for d in load(minimal_plan).diagnostics}
    assert codes == {"REF001", "REF004"}


def test_nothing_is_called_unused_while_something_could_not_be_read(minimal_plan: Path) -> None:
    change(
        minimal_plan,
        "team.yaml",
        "partners:\n",
        "partners:\n  - {id: tamu, name: Tamu, sector: media, basis: proposal}\n",
    )
    change(minimal_plan, "programs.yaml", "programs:", "program:")
    assert [d.kind.code for d in load(minimal_plan).diagnostics] == ["SCH001"]


@pytest.mark.parametrize("title", ["{kind}", "{0.__class__}", "a {2023} }{ b", "{", "%s {id!r:>9}"])
def test_a_title_with_braces_is_quoted_in_a_hint_as_it_is(title: str, minimal_plan: Path) -> None:
    change(minimal_plan, "team.yaml", "name: Dinas Komunikasi dan Informatika", f"name: '{title}'")
    change(minimal_plan, "programs.yaml", "lead: kominfo", "lead: komninfo")
    found = only(minimal_plan)
    shown = "perangkat daerah" if title == "{kind}" else title
    assert found.hint(ID) == f"mungkin `kominfo` ({shown})?"


# Stages that are absent, or could not be read


@pytest.mark.parametrize(
    ("absent", "waiting"),
    [
        ("team", "programs.yaml"),
        ("vision", "programs.yaml"),
        ("programs", "readiness.yaml"),
        ("sources", "team.yaml"),
    ],
)
def test_references_to_an_absent_stage_are_one_note(
    absent: str, waiting: str, minimal_plan: Path
) -> None:
    (minimal_plan / f"{absent}.yaml").unlink()
    found = [d for d in load(minimal_plan).diagnostics if d.values.get("file") == absent]
    assert [d.kind.code for d in found] == ["REF005"]
    assert of_references(load(minimal_plan)) == []


def test_an_absent_stage_counts_who_waits_for_it(minimal_plan: Path) -> None:
    overlay(
        minimal_plan,
        {
            "theory.yaml": "terms:\n"
            "  - {term: a, meaning: b, sources: [S1, S2]}\n"
            "  - {term: c, meaning: d, sources: [S3]}\n"
        },
    )
    for name in ("team", "readiness", "vision", "programs", "roadmap", "monev", "outreach"):
        (minimal_plan / f"{name}.yaml").unlink()
    (minimal_plan / "document.yaml").unlink()
    (minimal_plan / "sources.yaml").unlink()
    found = only(minimal_plan)
    assert places([found]) == [("theory.yaml", 2, "REF005")]
    assert found.message(ID) == "3 rujukan menunggu tahap daftar sumber yang belum ada"


def test_an_empty_file_is_a_stage_that_has_not_begun(minimal_plan: Path) -> None:
    for text in ("", "# nanti\n", "---\n"):
        (minimal_plan / "team.yaml").write_text(text, encoding="utf-8")
        codes = [d.kind.code for d in load(minimal_plan).diagnostics]
        assert codes == ["YML023", "REF005"]


def test_an_objective_awaits_its_stage_though_a_program_could_be_meant(minimal_plan: Path) -> None:
    (minimal_plan / "vision.yaml").unlink()
    found = [d for d in load(minimal_plan).diagnostics if d.location.file.name == "monev.yaml"]
    assert [d.kind.code for d in found if d.kind.code != "REF005"] == []


@pytest.mark.parametrize(
    "text",
    [
        "agencies: [\n",  # broken syntax
        "- {id: kominfo}\n",  # not the shape of a stage
        "Tim pelaksana\n",
        "agencies: &a []\n",
        "agencies:\n  - {id: kominfo, name: a}\nagencies: []\n",  # some of it thrown away
    ],
)
def test_a_stage_that_could_not_be_read_silences_who_refers_to_it(
    text: str, minimal_plan: Path
) -> None:
    overlay(minimal_plan, {"team.yaml": text})
    assert len(load(minimal_plan).diagnostics) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{id: kominfo, name: Dinas Komunikasi dan Informatika,", "{id: kominfo,"),
        ("{id: kominfo,", "{idd: kominfo,"),
        ("{id: kominfo,", "{"),
        ("{id: kominfo,", "{id: Kominfo,"),
        ("agencies:", "agencis:"),
        ("agencies:\n  - {", "agencies:\n  {"),
    ],
)
def test_an_item_that_was_left_out_silences_who_refers_to_it(
    before: str, after: str, minimal_plan: Path
) -> None:
    change(minimal_plan, "team.yaml", before, after)
    assert len(load(minimal_plan).diagnostics) == 1


def test_what_an_item_refers_to_is_checked_though_it_was_left_out(minimal_plan: Path) -> None:
    lines = [
        (change(minimal_plan, "programs.yaml", before, after), code)
        for before, after, code in (
            ("- id: p-public-service", "- id: P Layanan", "SCH008"),
            ("dimension: governance", "dimension: governanse", "SCH019"),
            ("objectives: [s-governance]", "objectives: [s-governance, s-lain]", "REF001"),
            ("lead: kominfo", "lead: komninfo", "REF001"),
            ("owner: kominfo", "owner: lain", "REF001"),
        )
    ]
    loaded = load(minimal_plan)
    assert [(d.location.line, d.kind.code) for d in loaded.diagnostics] == lines


def test_what_is_no_id_at_all_is_not_looked_for(minimal_plan: Path) -> None:
    change(minimal_plan, "vision.yaml", "goal: t-1", "goal: [lain]")
    assert [d.kind.code for d in load(minimal_plan).diagnostics] == ["SCH003"]


def test_an_item_that_was_left_out_does_not_silence_another_stage(minimal_plan: Path) -> None:
    change(minimal_plan, "team.yaml", "{id: kominfo,", "{id: Kominfo,")
    line = change(minimal_plan, "programs.yaml", "[st-public-service]", "[st-public-servis]")
    assert ("programs.yaml", line, "REF001") in places(load(minimal_plan).diagnostics)


# Terms of the framework


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Smart People", "society"),
        ("smart people", "society"),
        ("Smart Enviroment", "environment"),
        ("Smart Environment", "environment"),
        ("Smart Goverment", "governance"),
        ("Tata Kelola", "governance"),
        ("ekonomi", "economy"),
        ("Smart Mobility", "living"),
        ("livng", "living"),
    ],
)
def test_a_dimension_by_another_name_is_told_with_its_id(
    written: str, meant: str, minimal_plan: Path
) -> None:
    line = change(minimal_plan, "programs.yaml", "dimension: governance", f"dimension: {written}")
    found = load(minimal_plan).diagnostics[0]
    assert places([found]) == [("programs.yaml", line, "SCH019")]
    assert found.message(ID) == f"`{written}` bukan dimensi dalam kerangka kominfo-2021"
    assert found.hint(ID).startswith(f"mungkin `{meant}` (")


@pytest.mark.parametrize(
    ("name", "before", "after", "meant"),
    [
        ("programs.yaml", "fund: apbd", "fund: APBD", "apbd"),
        ("programs.yaml", "horizon: short", "horizon: shrot", "short"),
        ("programs.yaml", "sub_dimension: public_service", "sub_dimension: layanan",
         "public_service"),
        ("programs.yaml", "family: application", "family: aplication", "application"),
        ("team.yaml", "kind: council", "kind: counsil", "council"),
        ("team.yaml", "sector: media, role", "sector: Media, role", "media"),
        ("readiness.yaml", "element: people", "element: peple", "people"),
    ],
)  # fmt: skip
def test_any_term_of_the_framework_is_told_with_the_nearest(
    name: str, before: str, after: str, meant: str, minimal_plan: Path
) -> None:
    line = change(minimal_plan, name, before, after)
    found = load(minimal_plan).diagnostics[0]
    assert places([found]) == [(name, line, "SCH019")]
    assert found.hint(ID).startswith(f"mungkin `{meant}` (")


def test_a_term_like_no_other_is_told_with_all_there_are(minimal_plan: Path) -> None:
    change(minimal_plan, "team.yaml", "sector: media, role", "sector: wartawan, role")
    found = load(minimal_plan).diagnostics[0]
    assert found.hint(ID) == (
        "pilihannya: `government` (Pemerintah), `community` (Asosiasi dan Komunitas), "
        "`media` (Mitra Media), `industry` (Industri dan Penyedia), `academia` (Akademisi)"
    )


def test_the_draft_of_2026_tells_where_branding_went(minimal_plan: Path) -> None:
    change(minimal_plan, "smartplan.yaml", "kominfo-2021", "kota-cerdas-2026-draft")
    line = change(minimal_plan, "programs.yaml", "dimension: branding", "dimension: branding")
    found = next(
        d for d in load(minimal_plan).diagnostics
        if d.kind.code == "SCH019" and d.location.line == line
    )  # fmt: skip
    assert found.message(ID) == ("`branding` bukan dimensi dalam kerangka kota-cerdas-2026-draft")
    assert found.hint(ID).startswith("Rancangan 2026 tidak memuat aspek branding.")


def test_a_term_that_a_framework_does_not_set_is_to_be_left_out(minimal_plan: Path) -> None:
    change(minimal_plan, "smartplan.yaml", "kominfo-2021", "kota-cerdas-2026-draft")
    found = next(
        d for d in load(minimal_plan).diagnostics if d.values.get("id") == "public_service"
    )
    assert found.hint(ID) == (
        "kerangka ini belum menetapkan pilihannya: kosongkan dengan menghapus kunci ini"
    )


def test_a_sub_dimension_that_became_a_dimension_is_told_so(minimal_plan: Path) -> None:
    change(minimal_plan, "smartplan.yaml", "kominfo-2021", "kota-cerdas-2026-draft")
    found = next(d for d in load(minimal_plan).diagnostics if d.values.get("id") == "mobility")
    assert found.kind.code == "SCH019"
    assert found.hint(ID) == (
        "`mobility` adalah dimensi dalam kerangka ini: tulis `dimension: mobility` dan hapus kunci "
        "ini"
    )
    assert found.hint(EN) == (
        "`mobility` is a dimension of this framework: write `dimension: mobility` and leave the "
        "key out"
    )


def test_a_sub_dimension_in_the_place_of_its_dimension_is_told_where_it_is(
    minimal_plan: Path,
) -> None:
    change(minimal_plan, "programs.yaml", "dimension: branding", "dimension: energi")
    found = next(d for d in load(minimal_plan).diagnostics if d.kind.code == "SCH019")
    assert found.hint(ID) == (
        "`energy` adalah subdimensi dari `environment`: tulis `dimension: environment` dan "
        "`sub_dimension: energy`"
    )


@pytest.mark.parametrize("framework", ["kominfo-2012", "kerangka.yaml", "../x.yaml"])
def test_terms_are_not_checked_against_a_framework_that_is_not_there(
    framework: str, minimal_plan: Path
) -> None:
    change(minimal_plan, "smartplan.yaml", "framework: kominfo-2021", f"framework: {framework}")
    change(minimal_plan, "programs.yaml", "dimension: branding", "dimension: mobility")
    assert [d.kind.code for d in load(minimal_plan).diagnostics] == ["SCH021"]

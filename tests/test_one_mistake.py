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
    # an Indonesian word for a key whose description does not hold it
    "kind-of-body": ("team.yaml", "kind: council", "jenis: council", "SCH001"),
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


# A year of the manifest that all else contradicts


@pytest.mark.parametrize("as_of", ["2015-06-30", "2023-06-30", "2024-06-30"])
def test_a_date_before_much_that_is_told_is_one_finding(as_of: str, minimal_plan: Path) -> None:
    line, found = after(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", f"as_of: {as_of}")
    assert told(found) == [("smartplan.yaml", line, "PLN011")]


def test_what_lies_after_the_date_is_counted_and_shown(minimal_plan: Path) -> None:
    _, (found,) = after(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", "as_of: 2015-06-30")
    assert re.match(
        r"\d+ hal, yang paling akhir revisi 1\.1, 2 Juni 2025, belum terjadi pada tanggal keadaan "
        r"rencana, 30 Juni 2015$",
        found.message(ID),
    )
    assert found.hint(ID).startswith("majukan `as_of` sampai sesudah semuanya")
    assert len(found.related) == 5


def _meetings(dates: list[str]) -> str:
    lines = (f"  - {{date: {date}, body: dewan, topic: x, sources: [S1]}}\n" for date in dates)
    return "meetings:\n" + "".join(lines)


@pytest.mark.parametrize("count", [4, 5])
def test_a_few_dates_are_told_each_where_it_stands(count: int, minimal_plan: Path) -> None:
    dates = [f"2026-0{month}-01" for month in range(1, count + 1)]
    line, found = after(minimal_plan, "team.yaml", "meetings:\n", _meetings(dates))
    each = [("team.yaml", line + at, "PLN011") for at in range(1, count + 1)]
    assert told(found) == (each if count == 4 else [("smartplan.yaml", 8, "PLN011")])


def test_realisations_that_mostly_lie_after_the_date_are_one_finding(minimal_plan: Path) -> None:
    text = TEXTS["monev.yaml"]
    head = text[: text.index("realisations:\n")]
    ids = re.findall(r"^  - id: (\S+)", head, re.MULTILINE)[:3]
    lines = [f"  - {{indicator: {id_}, period: 2026, value: 50, sources: [S1]}}\n" for id_ in ids]
    (minimal_plan / "monev.yaml").write_text(f"{head}realisations:\n{''.join(lines)}", "utf-8")
    assert told(findings(minimal_plan)) == [("smartplan.yaml", 8, "PLN011")]


@pytest.mark.parametrize(
    ("as_of", "codes"), [("2062-06-30", ["PLN012"]), ("2035-01-01", ["PLN012"])]
)
def test_a_date_far_past_the_plan_is_one_finding(
    as_of: str, codes: list[str], minimal_plan: Path
) -> None:
    line, found = after(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", f"as_of: {as_of}")
    assert told(found) == [("smartplan.yaml", line, code) for code in codes]


def test_a_plan_that_is_kept_up_past_its_end_has_no_wrong_date(minimal_plan: Path) -> None:
    meeting = _meetings(["2034-12-01"])
    after(minimal_plan, "team.yaml", "meetings:\n", meeting)
    _, found = after(minimal_plan, "smartplan.yaml", "as_of: 2025-06-30", "as_of: 2035-06-30")
    codes = {d.kind.code for d in found}
    assert "PLN012" not in codes
    assert "MON011" in codes


PERIODS = {
    "end-too-early": ("end: 2033}", "end: 2032}", "tulis `end: 2033`"),
    "end-far-too-early": ("end: 2033}", "end: 2030}", "tulis `end: 2033`"),
    "end-too-late": ("end: 2033}", "end: 2034}", "tulis `end: 2033`"),
    "end-far-too-late": ("end: 2033}", "end: 2043}", "tulis `end: 2033`"),
    "start-too-late": ("start: 2024", "start: 2025", "tulis `start: 2024`"),
    "start-far-too-late": ("start: 2024", "start: 2026", "tulis `start: 2024`"),
    "start-too-early": ("start: 2024", "start: 2023", "tulis `start: 2024`"),
    "start-far-too-early": ("start: 2024", "start: 2014", "tulis `start: 2024`"),
}


@pytest.mark.parametrize(("old", "new", "hint"), PERIODS.values(), ids=PERIODS)
def test_a_year_of_the_period_that_the_plan_contradicts_is_one_finding(
    old: str, new: str, hint: str, minimal_plan: Path
) -> None:
    line, found = after(minimal_plan, "smartplan.yaml", old, new)
    assert told(found) == [("smartplan.yaml", line, "PLN013")]
    assert found[0].hint(ID).startswith(f"{hint}; bila {new[-5:].strip(' }')} memang benar, ")
    assert len(found[0].related) == 5


def test_a_few_years_outside_the_period_are_told_each(minimal_plan: Path) -> None:
    text, count = re.subn("2033: 90", "2034: 90", TEXTS["monev.yaml"], count=4)
    assert count == 4
    (minimal_plan / "monev.yaml").write_text(text, encoding="utf-8")
    assert {d.kind.code for d in findings(minimal_plan)} == {"MON003", "MON004"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("end: 2033}", "end: 2023}", "end"), ("start: 2024", "start: 2042", "start")],
)
def test_of_a_reversed_period_the_year_out_of_line_is_told(
    old: str, new: str, key: str, minimal_plan: Path
) -> None:
    line, found = after(minimal_plan, "smartplan.yaml", old, new)
    assert told(found) == [("smartplan.yaml", line, "SCH023")]
    text = (minimal_plan / "smartplan.yaml").read_text("utf-8").split("\n")[line - 1]
    assert text[: found[0].location.column - 1].endswith(f"{key}: ")


# Ids that were changed where they are given

RENAMED = {
    "agency": ("team.yaml", "{id: kominfo,", "{id: diskominfo,"),
    "issue": ("readiness.yaml", "id: i-governance", "id: i-layanan-governance"),
    "objective": ("vision.yaml", "id: s-governance", "id: s-tata-kelola-governance"),
    "program": ("programs.yaml", "id: p-welfare", "id: p-kesejahteraan-welfare"),
}


@pytest.mark.parametrize(("name", "old", "new"), RENAMED.values(), ids=RENAMED)
def test_an_id_that_was_changed_is_one_finding_where_it_is_given(
    name: str, old: str, new: str, minimal_plan: Path
) -> None:
    line, found = after(minimal_plan, name, old, new)
    assert told(found) == [(name, line, "REF006")]
    assert found[0].fix is None
    assert "; bila bukan, tambahkan " in found[0].hint(ID)


def test_an_id_of_no_likeness_is_known_by_the_words_of_its_item(minimal_plan: Path) -> None:
    text = TEXTS["team.yaml"].replace("{id: kominfo,", "{id: kantor-satu,")
    text = text.replace("name: Dinas Komunikasi", "name: Kominfo dan Komunikasi")
    (minimal_plan / "team.yaml").write_text(text, encoding="utf-8")
    (found,) = findings(minimal_plan)
    assert found.kind.code == "REF006"


def test_an_id_that_is_not_there_is_told_once_with_its_other_places(minimal_plan: Path) -> None:
    text = TEXTS["programs.yaml"]
    (minimal_plan / "programs.yaml").write_text(
        text.replace("lead: kominfo", "lead: xyzzy"), encoding="utf-8"
    )
    (found,) = findings(minimal_plan)
    count = text.count("lead: kominfo")
    assert told([found]) == [
        ("programs.yaml", text[: text.index("lead")].count("\n") + 1, "REF001")
    ]
    assert count > 1
    assert found.message(ID) == (
        f"tidak ada perangkat daerah dengan id `xyzzy`, yang disebut di {count} tempat"
    )
    assert len(found.related) == min(count - 1, 20)
    assert found.subject == "programs/p-public-service/lead"


def test_what_one_slip_makes_keeps_a_fix_at_each_place(minimal_plan: Path) -> None:
    text = TEXTS["programs.yaml"].replace("lead: kominfo", "lead: komnfo", 3)
    (minimal_plan / "programs.yaml").write_text(text, encoding="utf-8")
    found = findings(minimal_plan)
    assert [d.kind.code for d in found] == ["REF001"] * 3
    assert [d.fix and d.fix.text for d in found] == ["kominfo"] * 3


def test_what_stands_beside_it_is_not_offered(minimal_plan: Path) -> None:
    _, (found,) = after(
        minimal_plan,
        "monev.yaml",
        "measures: [p-public-service, s-governance]",
        "measures: [p-public-service, s-governance, s-governance-x]",
    )
    assert found.message(ID) == "tidak ada program atau sasaran dengan id `s-governance-x`"
    assert "`s-governance`" not in found.hint(ID)
    assert found.fix is None


def _with(plan: Path, *pairs: tuple[str, str]) -> list[Diagnostic]:
    """What is told of copies after replacing words in all files."""
    for name, text in TEXTS.items():
        changed = text
        for old, new in pairs:
            changed = changed.replace(old, new)
        (plan / name).write_text(changed, encoding="utf-8")
    return [d for d in findings(plan) if d.kind.code == "REF003"]


def test_of_two_copies_of_a_kind_neither_is_offered_the_id_that_is_missing(
    minimal_plan: Path,
) -> None:
    found = _with(
        minimal_plan,
        ("id: p-public-policy\n", "id: p-public-service\n"),
        ("id: p-bureaucracy\n", "id: p-public-service\n"),
        ("p-bureaucracy", "p-public-policy"),
    )
    assert [d.hint(ID) for d in found] == ["beri id lain pada salah satunya"] * 2


def test_a_slip_is_not_offered_as_the_id_of_a_copy(minimal_plan: Path) -> None:
    (found,) = _with(
        minimal_plan,
        ("id: p-public-policy\n", "id: p-public-service\n"),
        ("p-public-policy", "p-public-servicee"),
    )
    assert found.hint(ID) == "beri id lain pada salah satunya"


@pytest.mark.parametrize(("others", "codes"), [(4, set()), (5, {"REF004"})])
def test_where_many_ids_are_unknown_none_is_taken_for_the_slip_of_another(
    others: int, codes: set[str], minimal_plan: Path
) -> None:
    guest = "partners:\n  - {id: paguyuban, name: Paguyuban, sector: media, basis: proposal}\n"
    team = TEXTS["team.yaml"].replace("partners:\n", guest)
    (minimal_plan / "team.yaml").write_text(team, encoding="utf-8")
    strange = ", ".join(["paguyupan", *(f"zz{'q' * 9}{n}" for n in range(others))])
    _, found = after(
        minimal_plan, "programs.yaml", "partners: [kampus]", f"partners: [kampus, {strange}]"
    )
    assert {d.kind.code for d in found} - {"REF001"} == codes


# Copies


def test_the_money_of_a_copy_is_not_counted(minimal_plan: Path) -> None:
    assert PROGRAM is not None
    text, block = (
        one.replace("year: 2024, amount: 100000000,", "year: 2024, amount: 300000000,", 1)
        for one in (TEXTS["programs.yaml"], PROGRAM[0])
    )
    (minimal_plan / "programs.yaml").write_text(text + block, encoding="utf-8")
    assert told(findings(minimal_plan)) == [("programs.yaml", text.count("\n") + 1, "REF003")]


def test_what_a_copy_under_a_new_id_holds_is_one_finding(minimal_plan: Path) -> None:
    assert PROGRAM is not None
    text = TEXTS["programs.yaml"]
    block = PROGRAM[0].replace("id: p-public-service", "id: p-loket-baru")
    (minimal_plan / "programs.yaml").write_text(text + block, encoding="utf-8")
    (found,) = findings(minimal_plan)
    start = text.count("\n")
    lines = block.split("\n")
    inner = [start + 1 + at for at, line in enumerate(lines) if "{id: " in line]
    assert found.location.line == inner[0]
    assert [d.location.line for d in found.related][1:] == inner[1:]
    assert found.hint(ID) == (
        "`p-loket-baru` (Loket daring terpadu) tampaknya disalin dari `p-public-service` (Loket "
        "daring terpadu): beri id baru pada tiap butir di dalamnya, `l-public-service`, "
        "`r-public-service`"
    )


# Phases, programs, meetings


@pytest.mark.parametrize(
    ("old", "new"),
    [("start: 2024, end: 2024", "start: 2023, end: 2024"), ("end: 2033", "end: 2035"),
     ("end: 2033", "end: 2031")],
)  # fmt: skip
def test_no_horizon_is_judged_by_a_phase_whose_years_are_wrong(
    old: str, new: str, minimal_plan: Path
) -> None:
    """A milestone in the phase of its horizon is what keeps a program without an end in it."""
    programs = TEXTS["programs.yaml"].replace(
        "    start: 2024\n    end: 2024\n", "    start: 2024\n"
    )
    programs = programs.replace("    start: 2029\n    end: 2033\n", "")
    (minimal_plan / "programs.yaml").write_text(programs, encoding="utf-8")
    more = "".join(
        f"  - {{id: lain-{n}, program: {program}, phase: f-2, due: 2027, text: Awal, "
        "basis: proposal}\n"
        for n, program in enumerate(("p-public-service", "p-bureaucracy"))
    )
    text = TEXTS["roadmap.yaml"].replace("milestones:\n", f"milestones:\n{more}")
    (minimal_plan / "roadmap.yaml").write_text(text, encoding="utf-8")
    assert findings(minimal_plan) == []
    line = text[: text.index(old)].count("\n") + 1
    (minimal_plan / "roadmap.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert told(findings(minimal_plan)) == [("roadmap.yaml", line, "ROA002")]


def test_a_program_with_its_years_swapped_is_one_finding(minimal_plan: Path) -> None:
    old, new = "    start: 2025\n    end: 2028\n", "    start: 2029\n    end: 2025\n"
    line, found = after(minimal_plan, "programs.yaml", old, new)
    assert told(found) == [("programs.yaml", line + 1, "PRG007")]


def test_a_program_that_waits_for_itself_is_one_finding(minimal_plan: Path) -> None:
    line, found = after(
        minimal_plan,
        "programs.yaml",
        "    start: 2025\n    end: 2028\n",
        "    start: 2025\n    end: 2028\n    depends_on: [p-public-policy]\n",
    )
    assert told(found) == [("programs.yaml", line + 2, "PRG001")]


def test_a_meeting_to_come_is_one_finding(minimal_plan: Path) -> None:
    line, found = after(minimal_plan, "team.yaml", "date: 2025-03-10", "date: 2027-03-10")
    assert told(found) == [("team.yaml", line, "PLN011")]


# Stages


@pytest.mark.parametrize("stage", ["team", "readiness", "vision", "programs", "monev", "outreach"])
def test_nothing_is_called_unused_while_a_stage_is_absent(stage: str, minimal_plan: Path) -> None:
    guest = "partners:\n  - {id: tamu, name: Tamu, sector: media, basis: proposal}\n"
    source = "  - {id: S9, title: a, date: 2023, where: b, kind: law, confidence: A}\n"
    team = TEXTS["team.yaml"].replace("partners:\n", guest)
    (minimal_plan / "team.yaml").write_text(team, encoding="utf-8")
    with (minimal_plan / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(source)
    both = {"PLN002", "REF004"}
    assert {d.kind.code for d in findings(minimal_plan)} == both
    (minimal_plan / f"{stage}.yaml").unlink()
    left = {"REF004"} if stage in ("readiness", "vision", "monev", "outreach") else set()
    assert {d.kind.code for d in findings(minimal_plan)} & both == left


def test_no_term_is_missed_while_a_stage_could_not_be_read(minimal_plan: Path) -> None:
    terms = "terms:\n  - {term: Quick win, meaning: Percepatan, sources: [S1]}\n"
    concepts = "concepts:\n" + "".join(
        f"  - {{id: k-{n}, name: K {n}, summary: Data SPBX dipakai., used_for: [vision], "
        "sources: [S1]}\n"
        for n in range(3)
    )
    (minimal_plan / "theory.yaml").write_text(concepts + terms, encoding="utf-8")
    assert "PLN009" in {d.kind.code for d in findings(minimal_plan)}
    _, found = after(minimal_plan, "team.yaml", "agencies:\n", "agencies:\n  - - x\n")
    assert "PLN009" not in {d.kind.code for d in found}
    (minimal_plan / "team.yaml").unlink()
    assert "PLN009" not in {d.kind.code for d in findings(minimal_plan)}


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

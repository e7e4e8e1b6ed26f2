"""A flood of findings: the first ten thousand of a code are told, the rest counted."""

from json import loads
from pathlib import Path

import pytest
from conftest import MINIMAL, Run

from smartplan.choices import Choice
from smartplan.diagnostics import Diagnostic, Fix, Location, Severity
from smartplan.diagnostics import File as PlanFile
from smartplan.escapes import json_text
from smartplan.flood import ALL, EACH, Flood, Room
from smartplan.kinds import sch, yml
from smartplan.known_findings import compared, counted
from smartplan.language import Language
from smartplan.load import load
from smartplan.record import Record, plain, restored
from smartplan.reports import report
from smartplan.reports.tally import tally
from smartplan.rules import judge

ONE, OTHER = PlanFile("a.yaml", ""), PlanFile("b.yaml", "")


def cut(line: int, file: PlanFile = ONE) -> Diagnostic:
    place = Location(file, line, 1, line, 2)
    return yml.CUT.at(place, value="x", fix=Fix(place, "y", safe=True))


def seen(found: list[Diagnostic]) -> list[tuple[str, int, str, int]]:
    return [(d.location.file.name, d.location.line, d.kind.code, d.count) for d in found]


@pytest.mark.parametrize(("count", "last"), [(EACH, 1), (EACH + 1, 1), (EACH + 2, 2)])
def test_all_are_told_up_to_the_bound_and_one_past_it(count: int, last: int) -> None:
    found = [*Flood(cut(line) for line in range(1, count + 1))]
    assert [d.count for d in found] == [1] * (len(found) - 1) + [last]
    assert sum(d.count for d in found) == count
    whole = cut(len(found))
    assert (found[-1] == whole) is (last == 1)
    assert (found[-1].fix, found[-1].subject) == ((whole.fix, "") if last == 1 else (None, ""))


def test_a_flood_drowns_no_other_code_and_no_other_file() -> None:
    flood = Flood(cut(line) for line in range(1, EACH + 501))
    flood.append(cut(7, OTHER))
    flood.append(yml.EMPTY_FILE.at(Location.start_of(ONE)))
    assert seen([*flood])[EACH:] == [
        ("a.yaml", 1, "YML023", 1),
        ("a.yaml", EACH + 1, "YML020", 500),
        ("b.yaml", 7, "YML020", 1),
    ]


def test_floods_of_a_plan_share_the_room_of_a_code_and_of_all() -> None:
    room = Room()
    first = [*Flood((cut(line) for line in range(1, EACH)), room)]
    second = [*Flood((cut(line, OTHER) for line in range(1, 9)), room)]
    assert (len(first), seen(second)) == (
        EACH - 1,
        [("b.yaml", 1, "YML020", 1), ("b.yaml", 2, "YML020", 7)],
    )
    for kind in (yml.TAB, yml.TAG):
        place = Location(ONE, 1, 1, 1, 2)
        others = [*Flood([kind.at(place)] * EACH, room)]
    assert ALL == 2 * EACH
    assert [one.count for one in others] == [EACH]


def test_what_need_not_be_made_is_counted() -> None:
    flood = Flood(cut(line) for line in range(1, EACH + 1))
    assert not flood.only_counts("YML020", ONE)
    flood.append(cut(EACH + 1))
    assert flood.only_counts("YML020", ONE)
    assert not flood.only_counts("YML020", OTHER)
    assert not flood.only_counts("YML011", ONE)
    assert seen([*flood])[EACH:] == [("a.yaml", EACH + 1, "YML020", 2)]


def test_the_rest_of_several_floods_is_one() -> None:
    whole = [*Flood(Flood(cut(line) for line in range(1, EACH + 31)))]
    twice = [*Flood([*whole, *(cut(line) for line in range(1, 5))])]
    assert seen(twice)[EACH:] == [("a.yaml", EACH + 1, "YML020", 34)]


def test_the_rest_weighs_as_much_as_its_heaviest() -> None:
    place = Location(ONE, 1, 1, 1, 2)
    note = Diagnostic(yml.CUT, Severity.NOTE, place, {}, (), yml.CUT.hint)
    flood = Flood([note] * (EACH + 1))
    flood.append(Diagnostic(yml.CUT, Severity.ERROR, place, {}, (), yml.CUT.hint))
    assert [d.severity for d in flood][EACH:] == [Severity.ERROR]


# Through a plan


def test_the_bound_holds_for_all_files_and_what_follows_stays_silent(minimal_plan: Path) -> None:
    (minimal_plan / "programs.yaml").unlink()
    (minimal_plan / "programs").mkdir()
    for file in range(3):
        items = (f"- {{id: a{file}-{n}, nam: N, dimension: x}}\n" for n in range(5_000))
        path = minimal_plan / "programs" / f"{file}.yaml"
        path.write_text("programs:\n" + "".join(items), encoding="utf-8")
    found = [one for one in seen(judge(load(minimal_plan)).findings) if "programs/" in one[0]]
    wanted = {code: [one for one in found if one[2] == code] for code in ("SCH001", "SCH019")}
    for code, told in wanted.items():
        assert sum(count for *_, count in told) == 15_000
        assert told[EACH:] == [("programs/2.yaml", 2, code, 5_000)]
    assert not [one for one in found if one[2] == "SCH002"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """A file with 30,000 cut texts that are also items of the wrong type."""
    plan = tmp_path_factory.mktemp("flood")
    for path in MINIMAL.glob("*.yaml"):
        (plan / path.name).write_bytes(path.read_bytes())
    (plan / "theory.yaml").write_text("terms:\n" + "- x #y\n" * 30_000, encoding="utf-8")
    return judge(load(plan)).findings


def test_both_floods_of_a_file_are_told_and_counted_exactly(found: list[Diagnostic]) -> None:
    told = [one for one in seen(found) if one[0] == "theory.yaml"]
    assert told == sorted(
        [("theory.yaml", line, code, 1) for line in range(2, EACH + 2) for code in CODES]
        + [("theory.yaml", EACH + 2, code, 20_000) for code in CODES],
        key=lambda one: (one[1], one[2] == "YML020"),
    )


CODES = ("SCH003", "YML020")


def test_the_closing_finding_says_how_many_in_both_languages(found: list[Diagnostic]) -> None:
    (rest,) = [d for d in found if d.count > 1 and d.kind is yml.CUT]
    assert rest.message(Language.INDONESIAN) == (
        "mulai di sini 20.000 temuan `YML020` lagi dalam berkas ini, "
        "yang tidak disebut satu per satu"
    )
    assert rest.message(Language.ENGLISH) == (
        "from here on 20,000 more findings `YML020` in this file, which are not told one by one"
    )
    assert rest.hint(Language.ENGLISH) == (
        "first mend the findings that are told one by one, then check again"
    )
    assert (rest.severity, rest.subject) == (Severity.WARNING, "")


def test_totals_are_exact(found: list[Diagnostic]) -> None:
    theory = [d for d in found if d.location.file.name == "theory.yaml"]
    assert tally(theory, Language.ENGLISH) == "30,000 errors, 30,000 warnings"
    concise = report("concise")(theory, Language.ENGLISH)
    assert concise.endswith("and 59,800 more findings are not shown\n")
    grouped = report("grouped")(theory, Language.ENGLISH)
    assert " 30,000 error   SCH003  wrong-type\n" in grouped
    assert "### Errors (30,000)" in report("markdown")(theory, Language.ENGLISH)
    assert (
        report("github")(theory, Language.INDONESIAN)
        .splitlines()[-1]
        .startswith("dan 59.980 temuan lagi: ")
    )


def test_choices_and_the_cache_keep_the_count(found: list[Diagnostic]) -> None:
    record = Record(tuple(found), 0, 1, "id", "51.02", "")
    assert [d.count for d in restored(plain(record)).diagnostics] == [d.count for d in found]
    chosen = [d for d in found if Choice(ignore=("YML",)).keeps(d)]
    assert {d.kind for d in chosen if d.count > 1} == {sch.WRONG_TYPE}


def recorded(found: list[Diagnostic]) -> Record:
    return Record(tuple(found), 0, 1, "id", "51.02", "")


def test_what_is_written_down_of_a_flood_is_all_of_it(found: list[Diagnostic]) -> None:
    record, everything = recorded(found), sum(d.count for d in found)
    known = counted([record], Choice(), ["plan"])
    assert sum(counts.total() for counts in known.values()) == everything
    again = compared([record], Choice(), known, ["plan"])
    assert (again.fresh, again.known, again.gone) == ((), everything, 0)


@pytest.mark.parametrize(("now", "fresh", "gone"), [(500, 0, 0), (400, 0, 100), (600, 600, 0)])
def test_the_rest_of_a_flood_is_known_up_to_what_was_written_down(
    now: int, fresh: int, gone: int
) -> None:
    """More than that is told whole: nobody can tell which of it are new."""
    before, after = (
        recorded([*Flood(cut(line) for line in range(1, EACH + count + 1))]) for count in (500, now)
    )
    against = compared([after], Choice(), counted([before], Choice(), ["plan"]), ["plan"])
    assert (sum(d.count for d in against.fresh), against.gone) == (fresh, gone)
    assert against.known == EACH + now - fresh


def test_a_flood_of_unknown_ids_is_counted(minimal_plan: Path) -> None:
    ids = ", ".join(f"S9{number}" for number in range(12_345))
    text = f"terms:\n- {{term: a, meaning: b, sources: [{ids}]}}\n"
    (minimal_plan / "theory.yaml").write_text(text, encoding="utf-8")
    source = "sources: [{id: S1, title: a, date: 2023, where: b, kind: law, confidence: A}]\n"
    (minimal_plan / "sources.yaml").write_text(source, encoding="utf-8")
    found = [
        one
        for one in seen(judge(load(minimal_plan)).findings)
        if one[0] == "theory.yaml" and one[2] == "REF001"
    ]
    assert found == [("theory.yaml", 2, "REF001", 1)] * EACH + [("theory.yaml", 2, "REF001", 2_345)]


def test_the_json_of_a_flood_is_indented_as_any_json(found: list[Diagnostic]) -> None:
    sample = [*found[:50], cut(3), *found[-5:]]
    text = report("json")(sample, Language.ENGLISH)
    assert text == json_text(loads(text))
    assert len(loads(text)["findings"]) == 56
    assert loads(text)["findings"][50]["fix"]["text"] == "y"


def test_every_command_counts_the_same(run: Run, minimal_plan: Path) -> None:
    theory = "terms:\n" + "- x #y\n" * 30_000
    (minimal_plan / "theory.yaml").write_text(theory, encoding="utf-8")
    summary, baseline = minimal_plan / "ringkasan.md", str(minimal_plan / "acuan.json")
    env = {"GITHUB_STEP_SUMMARY": str(summary), "SMARTPLAN_OUTPUT_FORMAT": "github"}
    done = run("validate", "plan", **env)
    assert done.stderr.startswith("30.000 kesalahan, 30.000 peringatan dalam 11 berkas; ")
    assert " dari 60.000 temuan;" in summary.read_text("utf-8")
    done = run("validate", "plan", "--write-baseline", baseline)
    assert done.stderr.startswith("60.000 temuan dicatat sebagai acuan di ")
    done = run("validate", "plan", "--baseline", baseline)
    assert "; 60.000 temuan lama; " in done.stderr
    shown = run("status", "plan").stdout
    assert "30.000 kesalahan, 30.000 peringatan. Rincian" in shown
    assert ", kesalahan SCH003, 30.000 tempat (" in shown
    rendered = run("render", "plan", "--draft", "--to", "markdown", "--out", "buku").stderr
    for told in (run("progress", "plan").stderr, run("impact", "plan", "S1").stderr, rendered):
        assert told.startswith("smartplan: rencana memiliki 30.000 kesalahan; ")

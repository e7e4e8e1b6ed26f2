"""A plan's own assertions: what they yield, what they say, and what they never do."""

import contextlib
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import MINIMAL, SMALL_MANIFEST, findings
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pace import within

from smartplan.assertions import check
from smartplan.assertions.binding import Binder
from smartplan.assertions.expression import MAX_NODES, parse
from smartplan.assertions.fault import Fault, Undecided
from smartplan.assertions.scope import Meter, Scope
from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import load
from smartplan.plan import Plan

PROGRAMS = """
programs:
  - id: pasar
    name: Retribusi pasar
    dimension: economy
    start: 2024
    end: 2026
    lead: dagang
    budget:
      - {year: 2024, amount: 160000000, fund: apbd, kind: planned}
      - {year: 2025, amount: 40000000, fund: csr, kind: planned}
      - {year: 2024, amount: 150000000, fund: apbd, kind: realised}
  - id: loket
    name: Loket daring
    dimension: governance
    start: 2024
    end: 2024
    quick_win: {end: 2024-12}
    budget:
      - {year: 2024, amount: 100000000, fund: apbd, kind: planned}
  - id: taman
    name: Taman kota
    dimension: branding
"""
TEAM = """
agencies:
  - {id: dagang, name: Dinas Perdagangan, abbreviation: Disdag}
  - {id: kominfo, name: Dinas Kominfo}
"""
MONEV = """
indicators:
  - id: nontunai
    name: Pedagang nontunai
    level: outcome
    measures: [pasar]
    unit: persen
    formula: rising
    owner: dagang
    baseline: {year: 2023, value: 20}
    targets: {2024: 40, 2025: 60}
  - {id: antrean, name: Antrean, level: output, measures: [loket], unit: menit, formula: falling}
realisations:
  - {indicator: nontunai, period: 2024, value: 50}
"""
ROADMAP = """
milestones:
  - {id: n-1, program: pasar, due: 2024-06, text: Alat terpasang, state: done}
  - {id: n-2, program: loket, due: 2024, text: Loket dibuka, state: running}
  - {id: n-3, due: 2026-Q3, text: Perluasan}
"""


@pytest.fixture
def plan(written) -> Plan:
    return written(programs=PROGRAMS, team=TEAM, monev=MONEV, roadmap=ROADMAP)


@pytest.fixture(scope="module")
def minimal() -> Plan:
    plan = load(MINIMAL).plan
    assert plan is not None
    return plan


def value(plan: Plan, text: str) -> object:
    """What an expression yields, be it a number or a truth."""
    return Binder(plan, text).bind(parse(text), ()).run(Scope(plan, Meter()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # money: 160 + 40 for the market, 100 for the counter
        ("budget.total", 300_000_000),
        ("budget.total.year(2024)", 260_000_000),
        ("budget.total.year(2024).fund(apbd)", 260_000_000),
        ("budget.total.fund(csr)", 40_000_000),
        ("budget.total.dimension(economy)", 200_000_000),
        ("budget.total.lead(dagang)", 200_000_000),
        ("budget.quick_wins", 100_000_000),
        ("budget.regional", 260_000_000),
        ("budget.realised", 150_000_000),
        ("budget.estimated", 0),
        ("budget.quick_wins / budget.total", Decimal(1) / Decimal(3)),
        ("15% * budget.total", 45_000_000),
        ("budget.total - 1_000_000 * 2", 298_000_000),
        ("sum(programs.budget where kind = planned)", 300_000_000),
        ("sum(programs.budget.amount where kind = realised)", 150_000_000),
        ("sum(programs.budget where dimension = economy and kind = planned)", 200_000_000),
        ("sum(programs.planned)", 300_000_000),
        ("sum(quick_wins.budget)", 100_000_000),
        ("max(programs.planned)", 200_000_000),
        ("average(programs.planned)", 150_000_000),
        ("sum(programs.budget where year = 2031)", 0),
        # counting
        ("count(programs)", 3),
        ("count(quick_wins)", 1),
        ("count(programs where dimension = economy)", 1),
        ("count(programs where dimension != economy)", 2),
        ("count(programs where dimension in (economy, branding))", 2),
        ("count(programs without budget)", 1),
        ("count(programs with budget and quick_win)", 1),
        ("count(programs where lead = dagang or quick_win)", 2),
        ("count(programs where not (lead = dagang or quick_win))", 1),
        ("count(programs where lead != dagang)", 2),  # no lead is another lead
        ("count(programs where count(budget) >= 2)", 1),
        ("count(programs where any(budget where fund = csr))", 1),
        ("count(programs.budget)", 4),
        ("count(programs.lead)", 1),
        ("count(programs where lead.abbreviation = Disdag)", 1),
        ("count(programs where name = 'Taman kota')", 1),
        ("count(programs where end - start >= 2)", 1),
        ("count(agencies with programs)", 1),
        ("count(dimensions without programs)", 3),
        ("count(sub_dimensions)", 18),
        ("count(indicators where measures = pasar)", 1),
        ("share(programs with indicators)", Decimal(2) / Decimal(3)),
        ("share(programs where budget have indicators)", 1),
        ("average(indicators.baseline.value)", 20),
        ("max(indicators.targets.year(2025))", 60),
        ("sum(indicators.latest)", 50),
        ("count(indicators where achievement = 125%)", 1),
        # dates: the plan's own date is 30 June 2025
        ("count(milestones where due <= plan.as_of)", 2),
        ("count(milestones where due < 2024-07)", 1),  # all of 2024 is not before July
        ("count(milestones where due = 2024)", 2),
        ("count(milestones where due.year = 2026)", 1),
        ("count(milestones where due > 2026-06-30)", 1),
        ("count(milestones where standing = late)", 1),
        ("plan.years", 10),
        ("plan.end - plan.start", 9),
        # signs
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("12 / 4 / 3", 1),
        ("-2 + 5", 3),
        ("2.5 * 2", 5),
        ("25 %", Decimal("0.25")),
        # truths
        ("1 / 3 * 3 = 1", True),
        ("2 < 1 or 1 < 2 and 2 < 3", True),
        ("not 1 = 2 and not not 1 = 1", True),
        ("all(indicators have measures)", True),
        ("all(indicators have owner)", False),
        ("any(programs where quick_win)", True),
        ("none(programs where dimension = living)", True),
        ("all(programs where quick_win have milestones)", True),
        ("budget.quick_wins / budget.total <= 0.34", True),
        ("budget.quick_wins / budget.total <= 33%", False),
        ("max(milestones.due) <= 2026", True),
    ],
)
def test_hand_worked_values(plan: Plan, text: str, expected: object) -> None:
    found = value(plan, text)
    if isinstance(expected, bool):
        assert found is expected
    else:
        assert isinstance(found, Decimal)
        assert abs(found - Decimal(expected)) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("budget.total / budget.estimated > 1", "pembagi `budget.estimated` bernilai nol"),
        ("all(programs where dimension = living have lead)", "tidak ada butir"),
        ("share(programs where dimension = living have lead) > 50%", "tidak ada butir"),
        ("average(surveys.respondents) > 50", "tidak ada butir"),
        ("sum(programs.budget) > 1", "bercampur jenis (planned, realised)"),
        ("count(concepts) > 1", "tahap landasan teori dan hukum belum ditulis"),
        ("1" + " * 1000000000000" * 6 + " > 1", "terlalu besar"),
    ],
)
def test_what_cannot_be_decided(plan: Plan, text: str, reason: str) -> None:
    [found] = about(plan, text)
    assert found.kind.code == "AST005"
    assert reason in found.message(Language.INDONESIAN)


def about(plan: Plan, text: str, **more: str) -> list[Diagnostic]:
    """What is found where a plan says this."""
    extra = "".join(f"\n    {key}: {said}" for key, said in more.items())
    quoted = text.replace("'", "''")
    tail = f"assertions:\n  - name: Janji{extra}\n    that: '{quoted}'\n"
    (plan.folder / "smartplan.yaml").write_text(SMALL_MANIFEST + tail, encoding="utf-8")
    again = load(plan.folder)
    assert again.plan is not None
    assert not [d for d in again.diagnostics if d.location.file.name == "smartplan.yaml"]
    return list(check(again.plan))


@pytest.mark.parametrize(
    ("text", "code", "wrong", "said"),
    [
        ("count(programs) >= 1.500.000", "AST002", "1.500.000", "tulis `1500000`"),
        (
            "count(programs) >= 1.500",
            "AST002",
            "1.500",
            "tulis `1500` bila yang dimaksud ribuan, atau `1.5`",
        ),
        ("budget.total <= 5 miliar", "AST002", "5 miliar", "tulis `5000000000`"),
        ("budget.total <= Rp 1,5 juta", "AST002", "Rp 1,5 juta", "tulis `1500000`"),
        ("share(programs with lead) > 80 persen", "AST002", "80 persen", "tulis `80%`"),
        ("count(programs) == 3", "AST002", "==", "tulis `=`"),
        ("count(programs) ≥ 3", "AST002", "≥", "tulis `>=`"),
        ("count(programs where start = 2024 dan end = 2025) > 0", "AST002", "dan", "`and`"),
        ("jumlah(programs) > 3", "AST002", "jumlah", "mungkin `sum`"),
        ("(count(programs) > 3", "AST002", "(", "smartplan explain"),
        ("1 < count(programs) < 5", "AST002", "<", "`and`"),
        ("count(program) > 3", "AST003", "program", "mungkin `programs`?"),
        ("count(programs where lede = x) > 3", "AST003", "lede", "mungkin `lead`?"),
        ("count(programs where dimension = ekonomi) > 0", "AST003", "ekonomi", "`economy`"),
        ("count(programs where lead = dagan) > 0", "AST003", "dagan", "(Dinas Perdagangan)"),
        ("count(indicators where level = outcom) > 0", "AST003", "outcom", "`outcome`"),
        ("budget.totl > 0", "AST003", "budget.totl", "mungkin `budget.total`?"),
        ("budget.total.fund(apdb) > 0", "AST003", "apdb", "mungkin `apbd`"),
        ("budget.total.yeer(2025) > 0", "AST003", "yeer(2025)", "mungkin `year`?"),
        ("share(programs with lead) > 80", "AST004", None, "tulis `80%`"),
        ("average(indicators.targets.year(2024)) > 5%", "AST004", None, "tulis `5`"),
        ("budget.total > plan.as_of", "AST004", None, ""),
        ("count(programs where name > abc) > 0", "AST004", "name > abc", ""),
        ("budget.total", "AST004", "budget.total", "`>= 3`"),
        ("budget > 3", "AST004", "budget", "`budget.total`"),
        ("programs > 3", "AST004", "programs", "count(programs)"),
        ("all(programs)", "AST004", "all(programs)", "have"),
        ("sum(programs) > 3", "AST004", "programs", "`.planned`"),
        ("count(programs where quick_win = 3) > 0", "AST004", "quick_win", "sebut kuncinya"),
        ("count(indicators where targets > 3) > 0", "AST004", "targets", ".year(2025)"),
        ("budget.total.year(20255) > 1", "AST004", "year(20255)", "tulis `year(2025)`"),
        ("budget.total.year(2025.5) > 1", "AST004", "year(2025.5)", "tulis `year(2025)`"),
        ("any(indicators have targets.year(x) > 1)", "AST004", "year(x)", "tulis `.year(2025)`"),
        (
            "count(programs) > 1234567890123456789012",
            "AST002",
            "1234567890123456789012",
            "tulis paling banyak 16 angka, dan 6 angka di belakang titik",
        ),
    ],
)
def test_mistakes_point_at_the_wrong_word(
    plan: Plan, text: str, code: str, wrong: str | None, said: str
) -> None:
    [found] = about(plan, text)
    place = found.location
    line = place.file.line(place.line)
    assert found.kind.code == code
    assert line[place.column - 1 : place.end_column - 1] == (wrong if wrong is not None else text)
    assert said in found.hint(Language.INDONESIAN)


def test_a_false_assertion_shows_both_ends_and_the_heaviest(plan: Plan) -> None:
    text = "budget.total.year(2024) <= 50% * budget.total"
    [found] = about(plan, text, severity="error", why="Kesepakatan TAPD.")

    assert (found.kind.code, found.severity) == ("AST001", "error")
    assert found.message(Language.INDONESIAN) == (
        "pernyataan `Janji` belum terpenuhi: `budget.total.year(2024)` adalah Rp260.000.000, "
        "seharusnya paling banyak Rp150.000.000 (`50% * budget.total`)"
    )
    assert found.hint(Language.INDONESIAN) == "alasan pernyataan ini: Kesepakatan TAPD."
    lines = [(r.location.file.name, r.location.line) for r in found.related]
    assert lines == [("programs.yaml", 3), ("programs.yaml", 13)]
    assert [r.label.indonesian for r in found.related] == ["Rp160.000.000", "Rp100.000.000"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "all(programs have lead)",
            "2 dari 3 belum memenuhi: `loket` (Loket daring), `taman` (Taman",
        ),
        ("share(programs with lead) >= 50%", "adalah 33,33 %, seharusnya paling sedikit 50 %"),
        ("count(programs) in (1, 2)", "`count(programs)` adalah 3, seharusnya 1 atau 2"),
        ("none(programs where lead)", "1 butir memenuhi"),
        ("any(programs where dimension = living)", "tidak satu pun memenuhi"),
        ("max(milestones.due) < 2026", "adalah triwulan III 2026, seharusnya sebelum 2026"),
        ("plan.start = 2025 and 1 = 2", "`plan.start` adalah 2024, seharusnya 2025"),
        ("not count(programs) = 3", "`count(programs) = 3` terpenuhi"),
    ],
)
def test_the_reason_is_in_the_message(plan: Plan, text: str, reason: str) -> None:
    [found] = about(plan, text)
    assert reason in found.message(Language.INDONESIAN)


def test_what_holds_is_silent_in_the_whole_check(minimal_plan: Path) -> None:
    path = minimal_plan / "smartplan.yaml"
    before = path.read_text("utf-8")
    path.write_text(
        before
        + "assertions:\n"
        + "  - {id: bimtek, name: Empat bimtek, that: count(workshops) = 4, severity: error}\n"
        + "  - name: Ekonomi\n    that: >-\n      count(programs\n"
        + "      where dimension = living) > 9\n",
        encoding="utf-8",
    )

    [found] = findings(minimal_plan)

    assert (found.kind.code, found.severity) == ("AST001", "warning")
    assert found.subject == "assertions/Ekonomi/that"


def test_an_unsound_stage_is_not_judged(plan: Plan) -> None:
    broken = PROGRAMS.replace("dimension: branding", "dimensi: branding")
    (plan.folder / "programs.yaml").write_text(broken, encoding="utf-8")
    assert about(plan, "count(programs) > 99") == []


@pytest.mark.parametrize(
    "text",
    ["1" + " + 1" * 110 + " = 1", "(" * 30 + "1" + ")" * 30 + " = 1", "1 = 1 " + "x" * 500],
)
def test_caps(text: str) -> None:
    with pytest.raises(Fault, match="AST002"):
        parse(text)


def test_nodes_are_counted() -> None:
    assert MAX_NODES == 200
    parse("1" + " + 1" * 98 + " = 1")


def test_steps_are_bounded(minimal: Plan) -> None:
    nested = "1 > 2"
    for name in ("programs", "indicators", "programs", "realisations", "programs"):
        nested = f"any({name} where {nested})"

    with within(2), pytest.raises(Undecided, match="too much"):
        value(minimal, nested)


VOCABULARY = """
count sum all share any none average max where with without have and or not in ( ) , . + - * / % =
!= <= >= < > programs indicators budget budget.total .year(2025) plan.as_of lead owner dimension
economy 2025 2024-06 80% 1.500 0 1000000 'a' " quick_win measures milestones due id targets state
done dimensions 1_000 rp5.000 ≥ == dan
"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
@example("count(" * 40)
@example("(" * 500)
@example("a." * 249)
@example("1" * 500)
@example("1-" * 249)
@settings(max_examples=1_000, deadline=None, derandomize=True)
def test_no_text_raises_or_takes_long(minimal: Plan, text: str) -> None:
    with within(0.2):
        fault = outcome(minimal, text)
    if fault is not None:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        found = fault.kind.with_values(minimal.manifest.at("title"), fault.values)
        assert found.message(Language.INDONESIAN).isprintable()
        assert found.message(Language.ENGLISH).isprintable()


def outcome(plan: Plan, text: str) -> Fault | None:
    """The fault of a text; None where it could be read, decided or not."""
    with contextlib.suppress(Undecided):
        try:
            Binder(plan, text).assertion(parse(text)).run(Scope(plan, Meter(20_000)))
        except Fault as fault:
            return fault
    return None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("budget.total.year(20255) > 1", "`year(20255)` tidak menyebut tahun anggaran"),
        ("budget.total.year(x) > 1", "`year(x)` tidak menyebut tahun anggaran"),
        ("any(indicators have targets.year(20255) > 1)", "`year(20255)` tidak menyebut tahun"),
        (
            "any(indicators have targets.tahun(2025) > 1)",
            "`tahun(2025)` tidak menyebut tahun atau bagian yang dimaksud",
        ),
    ],
)
def test_brackets_that_name_no_year_are_told_as_they_stand(
    plan: Plan, text: str, said: str
) -> None:
    [found] = about(plan, text)
    assert found.message(Language.INDONESIAN) == f"pernyataan ini tidak bermakna: {said}"


@pytest.mark.parametrize(("beyond", "told"), [(0, []), (1, ["1"]), (1_200, ["1.200"])])
def test_assertions_beyond_the_limit_are_an_error_and_not_read(
    minimal_plan: Path, beyond: int, told: list[str]
) -> None:
    path = minimal_plan / "smartplan.yaml"
    text = path.read_text("utf-8")
    one = "  - {name: N, that: count(programs) > 0}\n"
    wrong = "  - {name: N, that: cuont(programs) > 0}\n"
    path.write_text(f"{text}assertions:\n{one * 500}{wrong * beyond}", encoding="utf-8")
    found = load(minimal_plan).plan
    assert found is not None
    line = text.count("\n") + 502
    assert [
        (d.kind.code, d.severity.value, d.location.line, d.message(Language.INDONESIAN))
        for d in check(found)
    ] == [
        (
            "AST007",
            "error",
            line,
            f"mulai pernyataan ini {count} pernyataan tidak diperiksa: paling banyak 500",
        )
        for count in told
    ]


def test_all_assertions_of_a_plan_share_a_budget(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(MINIMAL, plan)
    nested = "1 > 2"
    for name in ("programs", "indicators", "programs", "realisations", "programs"):
        nested = f"any({name} where {nested})"
    one = f"  - {{name: N, that: '{nested}'}}\n"
    path = plan / "smartplan.yaml"
    text = path.read_text("utf-8") + "assertions:\n" + one * 300
    path.write_text(text, encoding="utf-8")
    loaded = load(plan).plan
    assert loaded is not None

    with within(4):
        found = list(check(loaded))

    assert {d.kind.code for d in found} == {"AST005"}

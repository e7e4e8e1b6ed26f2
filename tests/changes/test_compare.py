"""What changed, worked out by hand for each kind of edit."""

import random
import re
import shutil
from pathlib import Path

import pytest
from changed_plans import side, told
from conftest import EXAMPLES, MINIMAL
from hypothesis import given, settings
from hypothesis import strategies as st

from smartplan.changes import Category, Side, compare
from smartplan.load import load
from smartplan.parser import parse
from smartplan.source import File, Mapping, Node, Scalar, Sequence
from smartplan.subject import item_name

PROGRAM = "program:p-public-service"


def test_a_plan_has_not_changed_from_itself():
    for folder in (MINIMAL, EXAMPLES / "buleleng"):
        same = side(folder)
        assert compare(same, same).is_empty


@pytest.mark.parametrize(
    ("stage", "before", "after", "expected"),
    [
        (
            "programs", "name: Loket daring terpadu", "name: Loket daring",
            ("renamed", PROGRAM, "name", "Loket daring terpadu", "Loket daring"),
        ),
        (
            "programs", "amount: 100000000", "amount: 125000000",
            ("budget", PROGRAM, "budget/2024+apbd+planned/amount", "100000000", "125000000"),
        ),
        (
            "programs", "sub_dimension: public_service", "sub_dimension: bureaucracy",
            ("moved", PROGRAM, "sub_dimension", "public_service", "bureaucracy"),
        ),
        (
            "programs", "lead: kominfo", "lead: bappeda",
            ("owner", PROGRAM, "lead", "kominfo", "bappeda"),
        ),
        (
            "programs", "support: [bappeda]", "support: [bappeda, kominfo]",
            ("owner", PROGRAM, "support", "['bappeda']", "['bappeda', 'kominfo']"),
        ),
        (
            "programs", "end: 2024", "end: 2026",
            ("schedule", PROGRAM, "end", "2024", "2026"),
        ),
        (
            "programs", "state: done, percent: 100", "state: running, percent: 100",
            ("state", PROGRAM, "progress/2024/state", "done", "running"),
        ),
        (
            "programs", "location: Seluruh kecamatan", "location: Kecamatan Buleleng",
            ("field", PROGRAM, "location", "Seluruh kecamatan", "Kecamatan Buleleng"),
        ),
        (
            "programs", "likelihood: 2", "likelihood: 4",
            ("field", "risk:r-public-service", "likelihood", "2", "4"),
        ),
        (
            "programs", "end: 2024-12-20", "end: 2024-11-20",
            ("schedule", PROGRAM, "quick_win/end", "2024-12-20", "2024-11-20"),
        ),
        (
            "monev", "2025: 50", "2025: 55",
            ("target", "indicator:k-public-service", "targets/2025", "50", "55"),
        ),
        (
            "monev", "targets: {2024: 45, ", "targets: {",
            ("target", "indicator:k-public-service", "targets/2024", "45", "None"),
        ),
        (
            "monev", "owner: kominfo", "owner: bappeda",
            ("owner", "indicator:k-public-service", "owner", "kominfo", "bappeda"),
        ),
        (
            "monev", "baseline: {year: 2023, value: 40,", "baseline: {year: 2023, value: 41.5,",
            ("field", "indicator:k-public-service", "baseline/value", "40", "41.5"),
        ),
        (
            "monev", "method: Perangkat daerah", "method: Semua perangkat daerah",
            ("field", "monev:", "method", "Perangkat daerah melaporkan capaian setiap tahun.",
             "Semua perangkat daerah melaporkan capaian setiap tahun."),
        ),
        (
            "roadmap", "due: 2024-12", "due: 2025-03",
            ("schedule", "milestone:n-public-service", "due", "2024-12", "2025-03"),
        ),
        (
            "roadmap", "phase: f-1", "phase: f-2",
            ("moved", "milestone:n-public-service", "phase", "f-1", "f-2"),
        ),
        (
            "roadmap", "state: done", "state: late",
            ("state", "milestone:n-public-service", "state", "done", "late"),
        ),
        (
            "smartplan", "title: Rencana uji", "title: Rencana",
            ("field", "smartplan:", "title", "Rencana uji", "Rencana"),
        ),
        (
            "smartplan", "period: {start: 2024", "period: {start: 2023",
            ("schedule", "smartplan:", "period/start", "2024", "2023"),
        ),
        (
            "vision", "statement: Kabupaten cerdas untuk semua", "statement: Kabupaten cerdas",
            ("field", "vision:", "vision/statement", "Kabupaten cerdas untuk semua",
             "Kabupaten cerdas"),
        ),
        (
            "vision", "supports: [rpjmd-1, sdg-11]", "supports: [sdg-11, rpjmd-1]",
            ("field", "mission:m-1", "supports", "['rpjmd-1', 'sdg-11']", "['sdg-11', 'rpjmd-1']"),
        ),
    ],
)  # fmt: skip
def test_one_edit_is_one_change(edited, stage, before, after, expected):
    changes = edited(**{stage: [(before, after)]})

    assert told(changes) == [expected]


def test_money_has_its_amount_and_its_share(edited):
    changes = edited(programs=[("amount: 100000000", "amount: 125000000")])

    [change] = changes.changes
    assert (change.difference, change.percent) == (25_000_000, 25)
    [total] = [one for one in changes.totals if one.kind == "planned"]
    assert total.difference == 25_000_000


def test_a_target_has_its_amount_and_its_share(edited):
    [change] = edited(monev=[("2025: 50", "2025: 48.75")]).changes

    assert (str(change.difference), str(change.percent)) == ("-1.25", "-2.5")


@pytest.mark.parametrize(
    ("due", "months"),
    [
        ("2025-03", 3),
        ("2024-11", -1),
        ("2024", 0),
        ("2025-Q1", 3),
        ("2024-12-31", 0),
        ("2034", 120),
    ],
)
def test_a_milestone_shifts_by_months(edited, due, months):
    [change] = edited(roadmap=[("due: 2024-12", f"due: {due}")]).changes

    assert change.months == months


ADDED = """
  - {id: p-baru, name: Peta jalan sepeda, dimension: living, sub_dimension: mobility,
     budget: [{year: 2030, amount: 1, fund: apbd, kind: planned}],
     risks: [{id: r-baru, text: Risiko baru, likelihood: 1, impact: 1}]}
"""


def test_an_added_item_is_told_once_with_all_that_is_in_it(edited):
    changes = edited(programs=[("programs:\n", f"programs:{ADDED}")])

    assert told(changes) == [("added", "program:p-baru", "", "None", "Peta jalan sepeda")]
    assert "PRG" in {one.kind.code[:3] for one in changes.introduced}
    assert changes.resolved == ()


def test_a_budget_line_and_a_risk_come_and_go_on_their_own(edited):
    line = "{year: 2024, amount: 100000000, fund: apbd, kind: planned, basis: proposal}"
    more = "{year: 2024, amount: 7, fund: csr, kind: estimate, basis: proposal}"
    changes = edited(programs=[(line, f"{line}, {more}"), ("id: r-public-service", "id: r-lain")])

    assert told(changes) == [
        ("renamed", "risk:r-lain", "id", "r-public-service", "r-lain"),
        ("budget", PROGRAM, "budget/2024+csr+estimate", "None", "7"),
    ]
    assert changes.changes[0].guess
    assert changes.changes[1].difference == 7


def test_the_same_item_under_another_id_is_a_guess_and_references_follow(edited):
    changes = edited(
        programs=[("id: p-public-service", "id: p-loket")],
        roadmap=[("program: p-public-service", "program: p-loket")],
        monev=[("measures: [p-public-service]", "measures: [p-loket]"),
               ("measures: [p-public-service, s", "measures: [p-loket, s")],
        readiness=[("follow_up: [p-public-service]", "follow_up: [p-loket]")],
    )  # fmt: skip

    assert told(changes) == [("renamed", "program:p-loket", "id", "p-public-service", "p-loket")]
    assert changes.changes[0].guess


def test_a_title_nearly_the_same_is_a_guess(edited):
    changes = edited(
        vision=[("{id: t-1, mission: m-1, text: Pelayanan yang merata",
                 "{id: t-2, mission: m-1, text: Pelayanan yang lebih merata")]
    )  # fmt: skip

    found = [one for one in changes.changes if one.category is Category.RENAMED]
    assert [(one.field, one.guess) for one in found] == [("id", True), ("text", False)]
    assert not changes.of(Category.ADDED)
    assert not changes.of(Category.MOVED)  # the ids in the objectives dangle as they are: t-1


def test_another_item_is_no_guess(edited):
    changes = edited(
        vision=[("{id: t-1, mission: m-1, text: Pelayanan yang merata",
                 "{id: t-2, mission: m-1, text: Sungai yang bersih")]
    )  # fmt: skip

    assert [one[:2] for one in told(changes)[:2]] == [
        ("added", "goal:t-2"),
        ("removed", "goal:t-1"),
    ]


def test_realisations_are_told_of_their_indicator(tmp_path):
    def write(name: str, realisations: str) -> Side:
        folder = tmp_path / name
        shutil.copytree(MINIMAL, folder)
        path = folder / "monev.yaml"
        text = path.read_text("utf-8")
        start = text.index("realisations:")
        end = text.index("\n\n", start)
        kept = text[:start] + "realisations:\n" + realisations + text[end:]
        path.write_text(kept, encoding="utf-8")
        return side(folder)

    one = "  - {indicator: k-public-service, period: 2024, value: 44, sources: [S1]}\n"
    two = (
        "  - {indicator: k-public-service, period: 2025, no_data: Belum dihitung, sources: [S1]}\n"
    )
    other = one.replace("value: 44", "no_data: Hilang")
    first, second, third = write("a", one), write("b", two + one), write("c", other)

    added, worse = compare(first, second), compare(first, third)
    key = "indicator:k-public-service"
    assert told(added) == [("realisation", key, "realisations/2025", "None", "Belum dihitung")]
    assert told(worse) == [("realisation", key, "realisations/2024/value", "44", "Hilang")]
    assert compare(second, first) == added.mirrored()
    assert compare(third, first) == worse.mirrored()


def test_a_risk_moves_to_another_program(edited):
    text = (MINIMAL / "programs.yaml").read_text("utf-8")
    risk = re.search(
        r"    risks:\n      - \{id: r-public-service.*?basis: proposal\}\n", text, re.S
    )
    assert risk is not None
    target = "    description: Ruang masukan kebijakan"
    changes = edited(programs=[(risk[0], ""), (target, risk[0] + target)])

    [move] = changes.changes
    assert (move.category, move.subject.id) == (Category.MOVED, "r-public-service")
    assert (move.before.id, move.after.id) == ("p-public-service", "p-public-policy")


def test_a_swot_entry_moves_to_another_quadrant(edited):
    entry = """{id: s-governance-1, text: Aparatur bersemangat, issue: i-governance,
                 sources: [S1]}"""
    changes = edited(readiness=[(entry, ""), ("weaknesses: [", f"weaknesses: [{entry}, ")])

    [move] = changes.changes
    assert (move.category, move.subject.id) == (Category.MOVED, "s-governance-1")
    assert (move.before, move.after) == ("swot/governance/strengths", "swot/governance/weaknesses")


def test_findings_come_and_go_by_code_and_subject(edited):
    changes = edited(programs=[("    lead: kominfo\n", "")])

    found = [(d.kind.name, d.subject) for d in changes.introduced]
    assert found == [("program-without-lead", "programs/p-public-service/id")]
    assert changes.resolved == ()


# Formattings


def flow(node: Node, shuffle: random.Random) -> str:
    """A tree written on one line: flow style, every text quoted, keys in another order."""
    if isinstance(node, Scalar):
        return '"' + node.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(node, Mapping):
        keys = list(node.entries)
        shuffle.shuffle(keys)
        return "{" + ", ".join(f"{k}: {flow(node.entries[k][1], shuffle)}" for k in keys) + "}"
    return "[" + ", ".join(flow(item, shuffle) for item in node.items) + "]"


def reformatted(source: Path, target: Path, seed: int) -> None:
    """The same plan in other clothes: flow, quotes, comments, items shuffled, folders for files."""
    shuffle = random.Random(seed)
    for path in sorted(source.rglob("*.yaml")):
        root, _ = parse(File(path.name, path.read_text("utf-8")))
        assert isinstance(root, Mapping)
        relative = path.relative_to(source)
        alone = len(relative.parts) > 1 or relative.stem == "smartplan"
        texts = {key: rewritten(key, value, shuffle) for key, (_, value) in root.entries.items()}
        place = target / (relative.parent if alone else relative.stem)
        place.mkdir(parents=True, exist_ok=True)
        if alone:
            (place / relative.name).write_text("".join(texts.values()), encoding="utf-8")
            continue
        for key, text in texts.items():
            (place / f"{key}.yaml").write_text(text, encoding="utf-8", newline="\r\n")


def rewritten(key: str, value: Node, shuffle: random.Random) -> str:
    """A key of a file; a list of items that can be told apart in another order."""
    if not isinstance(value, Sequence) or not isinstance(value.items[0], Mapping):
        return f"{key}: {flow(value, shuffle)}  # catatan\n"
    names = [item_name(item, place) for place, item in enumerate(value.items)]
    items = [flow(item, shuffle) for item in value.items]
    if len(set(names)) == len(names):
        shuffle.shuffle(items)
    return f"# {key}\n{key}:\n" + "".join(f"- {one}\n\n" for one in items)


@pytest.mark.parametrize("source", [MINIMAL, EXAMPLES / "buleleng"], ids=["minimal", "buleleng"])
@pytest.mark.parametrize("seed", [1, 2])
def test_two_formattings_of_a_plan_are_the_same(source, seed, tmp_path):
    target = tmp_path / "lain"
    target.mkdir()
    reformatted(source, target, seed)
    old, new = load(source).plan, load(target).plan
    assert old is not None
    assert new is not None
    assert len(new.programs.programs) == len(old.programs.programs)

    assert told(compare(Side(old), Side(new))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("description: Loket daring terpadu bagi seluruh kecamatan.",
         "description: >-\n      Loket daring\n      terpadu bagi seluruh\n      kecamatan."),
        ("description: Loket daring terpadu bagi seluruh kecamatan.",
         'description: "Loket daring terpadu bagi seluruh kecamatan."  # catatan'),
        ("description: Loket daring terpadu bagi seluruh kecamatan.",
         "description: |\n      Loket daring terpadu\n      bagi seluruh kecamatan.\n"),
        ("amount: 100000000", "amount: 100_000_000"),
        ("percent: 100", "percent: 100.0"),
        ("nomenclature: [\"2.16.03.2.02.0035\"]", "nomenclature:\n      - '2.16.03.2.02.0035'"),
    ],
)  # fmt: skip
def test_spelling_is_no_change(edited, before, after):
    assert told(edited(programs=[(before, after)])) == []


# Properties

EDITS = (
    ("programs", "lead: kominfo", "lead: bappeda"),
    ("programs", "amount: 100000000", "amount: 7"),
    ("programs", "id: p-tourism\n", "id: p-wisata\n"),
    ("programs", "name: Bursa kerja kabupaten", "name: Pasar kerja"),
    ("programs", "likelihood: 2", "likelihood: 5"),
    ("programs", "percent: 20", "percent: 35.5"),
    ("monev", "2028: 65", "2028: 70"),
    ("monev", "owner: kominfo", "owner: bappeda"),
    ("monev", "id: k-bureaucracy", "id: k-birokrasi"),
    ("roadmap", "due: 2028", "due: 2027-06"),
    ("roadmap", "phase: f-3", "phase: f-2"),
    ("vision", "id: s-living", "id: s-hidup"),
    ("vision", "sub_dimension: bureaucracy", "sub_dimension: public_policy"),
    ("smartplan", "as_of: 2025-06-30", "as_of: 2025-07-31"),
)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.sets(st.sampled_from(EDITS), min_size=1), st.sets(st.sampled_from(EDITS)))
def test_the_way_back_is_the_mirror(tmp_path_factory, left, right):
    sides = []
    for edits in (left, right):
        folder = tmp_path_factory.mktemp("rencana") / "rencana"
        shutil.copytree(MINIMAL, folder)
        for stage, old, new in sorted(edits):
            path = folder / f"{stage}.yaml"
            path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
        sides.append(side(folder))
    there, back = compare(*sides), compare(*reversed(sides))

    assert back == there.mirrored()
    assert there.is_empty == (left == right)
    keys = [(c.category, c.subject.kind, c.subject.id) for c in there.changes]
    ranks = [(list(Category).index(category), *rest) for category, *rest in keys]
    assert ranks == sorted(ranks)

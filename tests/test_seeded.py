"""Single mistakes in a real plan, each found where it was made, and next to nothing beside it."""

import gc
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from conftest import EXAMPLES
from slips import SORTS, Bench, Slip

from smartplan.diagnostics import Diagnostic
from smartplan.load import load
from smartplan.rules import check
from smartplan.stages import MANIFEST, STAGES
from smartplan.stages.base import Item

PLAN = EXAMPLES / "buleleng"
OF_EACH_SORT = 10
PARTS = 8

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Wrong:
    """A value of an item that cannot be meant: what is written instead, and what is told."""

    kind: str
    id: str
    path: Path_
    written: str | None
    """None where the whole key goes."""
    code: str
    told_at: Path_ | None = None
    """Where it is told, if not there; the empty path is where the item is named."""
    told_of: tuple[str, str] | None = None
    """The item of which it is told, by kind and id, if it is another."""


WRONG = (
    # the manifest
    Wrong(MANIFEST, "", ("smartplan",), "2", "SCH016"),
    Wrong(MANIFEST, "", ("region", "code"), '"51.80"', "SCH017"),
    Wrong(MANIFEST, "", ("region", "name"), "Bangli", "SCH018", ("region", "code")),
    Wrong(MANIFEST, "", ("region", "kind"), "kota", "SCH018"),
    Wrong(MANIFEST, "", ("region", "province"), "Jawa Barat", "SCH018"),
    Wrong(MANIFEST, "", ("period", "end"), "2020", "SCH023"),
    Wrong(MANIFEST, "", ("period", "end"), "2032", "PLN013"),
    Wrong(MANIFEST, "", ("period", "start"), "2025", "PLN013"),
    Wrong(MANIFEST, "", ("framework",), "kominfo-2020", "SCH021"),
    Wrong(MANIFEST, "", ("as_of",), "1 Mei", "SCH009"),
    # programs
    Wrong("program", "bule-kepo", ("sub_dimension",), "public_service", "PRG005"),
    Wrong("program", "bule-kepo", ("lead",), None, "PRG009", ()),
    Wrong("program", "sentra-ukm", ("name",), "Pusat Layanan Usaha Terpadu (PLUT)", "PRG025"),
    Wrong("program", "plut", ("budget", 0, "amount"), "-7500000000", "PRG012"),
    Wrong("program", "plut", ("budget", 0, "amount"), "7,5 miliar", "YML016"),
    Wrong("program", "cctv-publik", ("budget", 0, "year"), "2040", "PRG006"),
    Wrong("program", "cctv-publik", ("start",), "2040", "PRG006"),
    # monitoring and evaluation
    Wrong("indicator", "indeks-spbe", ("targets", "2033"), "3.1", "MON002"),
    Wrong("indicator", "prevalensi-stunting", ("targets", "2033"), "7", "MON002"),
    Wrong("indicator", "aktivasi-ikd", ("targets", "2033"), "120", "MON008"),
    Wrong("indicator", "layanan-mpp", ("owner",), None, "MON012", ()),
    Wrong("indicator", "layanan-mpp", ("data_source",), None, "MON018", ()),
    Wrong("indicator", "layanan-mpp", ("baseline",), None, "MON001", ()),
    Wrong("indicator", "layanan-mpp", ("basis",), "derived", "PLN005"),
    Wrong("indicator", "layanan-mpp", ("basis",), "perkiraan", "SCH004"),
    # the road map
    Wrong("phase", "tahap-3", ("start",), "2028", "ROA002"),
    Wrong("milestone", "tonggak-lontar-lengkap", ("due",), "2035", "ROA003"),
    Wrong("milestone", "tonggak-ikd-60", ("due",), "2025-12", "ROA005"),
    # readiness
    Wrong("swot_strategy", "gov-so", ("kind",), "WT", "REA008", ("combines",)),
    Wrong("inventory_item", "inv-mpp", ("agency",), None, "REA010", ()),
    # vision
    Wrong("strategy", "strategi-tourism", ("sub_dimension",), "waste", "VIS011"),
    Wrong(
        "goal",
        "tujuan-layanan",
        ("mission",),
        "misi-daya-saing",
        "VIS010",
        (),
        ("mission", "misi-tata-kelola"),
    ),
    Wrong(
        "mission",
        "misi-lingkungan",
        ("supports",),
        "[rpd-sumber-daya-alam]",
        "VIS002",
        (),
        ("aligned_mission", "rpjmd-lingkungan"),
    ),
    # team
    Wrong("workshop", "bimtek-1", ("end",), "2023-07-01", "TEA006"),
    Wrong("body", "dewan-smart-city", ("members", 0, "role"), "member", "TEA010", ()),
    # theory and sources
    Wrong("concept", "quick-win", ("used_for",), None, "THE003", ()),
    Wrong("source", "S71", ("url",), "contoh.id", "SCH022"),
    Wrong("source", "S71", ("date",), None, "PLN003", ()),
)


ADDED = (
    ("program", "plut", "depends_on: [plut]", "PRG001"),
    ("program", "plut", 'nomenclature: ["9.99"]', "PRG018"),
    ("program", "plut", 'nomenclature: ["2.17.03. 2.02"]', "PRG019"),
    ("program", "nekat-kedas", "end: 2024", "PRG007"),
    ("program", "plut", "end: 2040", "PRG006"),
    ("program", "plut", "anggaran: 7500000000", "SCH001"),
    ("program", "plut", "id: plut-2", "YML002"),
    ("program", "plut", "support: dagperinkop-ukm", "SCH003"),
    ("indicator", "layanan-mpp", "lead: dpmptsp", "SCH001"),
    ("milestone", "tonggak-ikd-60", "status: done", "SCH001"),
    ("workshop", "bimtek-1", "waktu: 2023-07-05", "SCH001"),
    ("element", "people", "score: 9", "REA002"),
)
"""Lines that do not belong where they are put: below the first line of an item."""

APPENDED = (
    ("smartplan.yaml", "rules: {ignore: [PRG999]}", "SCH024"),
    ("smartplan.yaml", 'assertions: [{name: Cukup, that: "count(programs"}]', "AST002"),
    ("smartplan.yaml", 'assertions: [{name: Cukup, that: "count(program) > 3"}]', "AST003"),
    ("smartplan.yaml", 'assertions: [{name: Cukup, that: "count(programs) > 900"}]', "AST001"),
    ("roadmap.yaml", "ceilings: [{year: 2025, amount: 1000, basis: proposal}]", "ROA001"),
    ("roadmap.yaml", "ceilings: [{year: 2025, amount: 7.000.000.000.000}]", "YML016"),
    ("theory.yaml", "concepts: []", "YML002"),
    ("theory.yaml", "programs: []", "SCH001"),
    ("team.yaml", "<<: {a: b}", "YML005"),
    ("outreach.yaml", "---", "YML004"),
    ("document.yaml", "%50", "YML007"),
    ("vision.yaml", "visi", "YML001"),
)
"""Lines at the end of a file that cannot be meant."""


def _item(bench: Bench, kind: str, id_: str) -> Item:
    if kind == MANIFEST:
        return bench.plan.manifest
    if kind == "element":
        return next(one for one in bench.plan.readiness.elements if one.element == id_)
    found = bench.plan.index.find(kind, id_)
    assert found is not None, (kind, id_)
    return found


def _wrong(bench: Bench, wrong: Wrong) -> Slip:
    item, key = _item(bench, wrong.kind, wrong.id), str(wrong.path[-1])
    node = item.node_at(*wrong.path)
    if wrong.written is None:
        slip = bench.without(item, key, item.node.entries[key][0], wrong.code)
    else:
        span = (node.start.index, node.end.index)
        slip = bench.cut(
            f"{key} of {wrong.id}", node.file.name, span, wrong.written, node, wrong.code
        )
    if wrong.told_at is None:
        return slip
    told_of = _item(bench, *wrong.told_of) if wrong.told_of else item
    place = told_of.at(*wrong.told_at)
    return replace(slip, line=place.line, told_in=place.file.name)


def _added(bench: Bench, kind: str, id_: str, line: str, code: str) -> Slip:
    first = next(iter(_item(bench, kind, id_).node.entries.values()))
    (name, value), file = first, first[0].file.name
    at = bench.texts[file].index("\n", value.end.index)
    text = "\n" + " " * name.start.column + line
    return replace(
        bench.cut(f"added to {id_}", file, (at, at), text, value, code), line=value.end.line + 2
    )


def _appended(bench: Bench, file: str, line: str, code: str) -> Slip:
    text = bench.texts[file]
    return Slip(
        f"appended to {file}", file, f"{text}{line}\n", text.count("\n") + 1, frozenset({code})
    )


def _in_circle(bench: Bench) -> Slip:
    """Two programs that wait for each other."""
    one, other = (
        _item(bench, "program", id_).node.entries["name"] for id_ in ("plut", "sentra-ukm")
    )
    file = one[0].file.name
    text = bench.texts[file]
    for (name, value), waits in ((other, "plut"), (one, "sentra-ukm")):
        at = text.index("\n", value.end.index)
        text = f"{text[:at]}\n{' ' * name.start.column}depends_on: [{waits}]{text[at:]}"
    return Slip("circle", file, text, one[1].end.line + 2, frozenset({"PRG001"}))


def _seeds(bench: Bench) -> Iterator[Slip]:
    chance = random.Random(2024)
    for sort in SORTS:
        slips = list(sort(bench))
        yield from chance.sample(slips, min(OF_EACH_SORT, len(slips)))
    yield from (_wrong(bench, wrong) for wrong in WRONG)
    yield from (_added(bench, *added) for added in ADDED)
    yield from (_appended(bench, *appended) for appended in APPENDED)
    yield _in_circle(bench)


def _told(plan: Path) -> list[Diagnostic]:
    gc.disable()  # as the command line does; it halves the time
    try:
        return check(load(plan))
    finally:
        gc.enable()


Said = tuple[str, str, str]


def _said(diagnostic: Diagnostic) -> Said:
    """A finding without its line, which moves when lines are added above it."""
    return diagnostic.location.file.name, diagnostic.kind.code, diagnostic.subject


def _new(found: list[Diagnostic], before: Counter[Said]) -> list[tuple[str, int, str]]:
    """The places and codes of what the good plan is not told."""
    left, new = Counter(before), []
    for diagnostic in found:
        said = _said(diagnostic)
        left[said] -= 1
        if left[said] < 0:
            place = diagnostic.location
            new.append((place.file.name, place.line, diagnostic.kind.code))
    return new


SEEDS = list(_seeds(Bench(PLAN)))


def test_the_seeds_are_many_and_in_every_stage() -> None:
    stages = Counter(slip.file.split("/")[0].removesuffix(".yaml") for slip in SEEDS)
    assert len(SEEDS) >= 180
    assert set(stages) == {MANIFEST, *STAGES}
    assert min(stages.values()) >= 4


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = tmp_path_factory.mktemp("seeded") / "plan"
    shutil.copytree(PLAN, plan)
    return plan


@pytest.fixture(scope="module")
def before(copied: Path) -> Counter[Said]:
    return Counter(_said(diagnostic) for diagnostic in _told(copied))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_seed_is_told_where_it_was_sown(part: int, copied: Path, before: Counter[Said]) -> None:
    missed = []
    for slip in SEEDS[part::PARTS]:
        path = copied / slip.file
        good = path.read_text("utf-8")
        path.write_text(slip.text, encoding="utf-8")
        new = _new(_told(copied), before)
        path.write_text(good, encoding="utf-8")
        right = any((*slip.place, code) in new for code in slip.codes)
        if not right or len(new) > 2:
            missed.append((slip.what, slip.place, sorted(slip.codes), new[:4]))
    assert missed == []

"""The shipped books read well for a full plan, for each missing stage, for hardly any plan."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import overlay

from smartplan.book.assembly import available
from smartplan.book.chapters import figures
from smartplan.book.folders import Folders
from smartplan.book.render import render
from smartplan.language import Language
from smartplan.load import load
from smartplan.stages import STAGES

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "plans" / "minimal"

HOLES = re.compile(
    r"\bNone\b|belum diisi|tabel yang belum tersedia|[\ue000-\uf8ff]|\(\)| ,| \.(?=\s)|\.\.(?![./])"
    r"|(?<=\S) {2,}(?=\S)|^ {4,}\S|<[A-Za-z/][^>@:]*>",
    re.M,
)
"""What a sentence or a table with something missing looks like."""

ADDRESS = re.compile(r"<?https?://\S+")


def assert_reads_well(folder: Path) -> dict[str, bytes]:
    plan = load(folder).plan
    assert plan is not None
    files = render(plan, ["markdown"])
    holes = {
        path: found
        for path, content in files.items()
        if (found := [m[0] for m in HOLES.finditer(ADDRESS.sub("", content.decode("utf-8")))])
    }
    assert holes == {}
    return files


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "rencana"
    shutil.copytree(MINIMAL, folder)
    return folder


def remove(plan: Path, stage: str) -> None:
    (plan / f"{stage}.yaml").unlink(missing_ok=True)


def test_the_four_books_are_there() -> None:
    books = available(Folders(), Language.INDONESIAN)
    assert books == ("buku-1", "buku-2", "buku-3", "buku-4")


@pytest.mark.parametrize("folder", [MINIMAL, ROOT / "examples/buleleng", ROOT / "examples/bangli"],
                         ids=lambda folder: folder.name)  # fmt: skip
def test_a_plan_reads_well(folder: Path) -> None:
    files = assert_reads_well(folder)
    assert len(files) > 30


@pytest.mark.parametrize("stage", STAGES)
def test_a_plan_without_a_stage_reads_well(plan: Path, stage: str) -> None:
    remove(plan, stage)
    assert_reads_well(plan)


@pytest.mark.parametrize("stage", STAGES)
def test_a_plan_with_one_stage_reads_well(plan: Path, stage: str) -> None:
    for other in STAGES:
        if other != stage:
            remove(plan, other)
    assert_reads_well(plan)


def test_a_manifest_alone_reads_well(plan: Path) -> None:
    for stage in STAGES:
        remove(plan, stage)
    files = assert_reads_well(plan)
    closed = [path for path, content in files.items() if b"belum dapat disajikan" in content]
    assert closed


def test_templates_call_figures_by_names_of_their_own() -> None:
    names = figures()
    assert "total_planned" in names
    reserved = {"table", "see", "cite", "book", "plan", *STAGES}
    assert not reserved & names.keys()


CHOICES = """
programs:
  - {id: bersumber, name: Bersumber, description: Berjalan sejak 2020, dimension: governance,
     sources: [S1], basis: proposal, quick_win: {leverage: Dipakai warga, before: Lama,
     after: Baru, sources: [S1], basis: proposal}}
  - {id: usulan, name: Usulan saja, description: Akan dibangun, dimension: governance,
     basis: proposal, quick_win: {leverage: Akan dipakai, before: Lama, after: Baru,
     basis: proposal}}
"""


def test_a_proposal_is_marked_at_the_choice_not_at_its_sourced_facts(minimal_plan: Path) -> None:
    overlay(minimal_plan, {"programs.yaml": CHOICES})
    plan = load(minimal_plan).plan
    assert plan is not None
    files = {path: content.decode() for path, content in render(plan, ["markdown"]).items()}
    plans = files["buku-2/04-rencana-aksi.md"]
    assert re.search(r"\*\*Bersumber\.\*\* \*\(usulan\)\* Berjalan sejak 2020\[\^\d+\]\n", plans)
    assert "**Usulan saja.** Akan dibangun *(usulan)*\n" in plans
    wins = files["buku-2/05-quick-win.md"]
    assert "Bersumber *(usulan)*\n\nBerjalan sejak 2020[^1]\n" in wins
    assert "| Bersumber *(usulan)*[^1] |" in wins
    assert "**Daya ungkit.** Dipakai warga[^1]\n" in wins
    assert "**Daya ungkit.** Akan dipakai *(usulan)*\n" in wins
    profile = files["buku-4/02-profil-bersumber.md"]
    assert "| Quick win | Bersumber *(usulan)*[^1] |" in profile
    assert "| Lama[^1] | Baru[^1] |" in profile
    assert "| Lama *(usulan)* | Baru *(usulan)* |" in files["buku-4/02-profil-usulan.md"]

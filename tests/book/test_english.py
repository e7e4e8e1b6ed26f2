"""The English books: the same chapters as the Indonesian ones, in English throughout."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

from smartplan.book.environment import markdown_environment
from smartplan.book.folders import Folders, packaged
from smartplan.book.render import render
from smartplan.language import Language, has_label
from smartplan.load import load
from smartplan.plan import Plan

ROOT = Path(__file__).parents[2]
TEMPLATES = packaged()
INDONESIAN, ENGLISH = TEMPLATES / "id", TEMPLATES / "en"
CHAPTERS = sorted(path.relative_to(INDONESIAN).as_posix() for path in INDONESIAN.rglob("*.j2"))
CALLS = frozenset({"table", "figure", "see", "cite"})
SETTINGS = ("numbered", "needs", "each")

WORDS = frozenset(
    """adalah agar akan anggaran antara atas atau bab bagi bahwa baru belum berdasarkan berikut
    berjumlah bila bukan bulan buku capaian daerah dalam dan dapat dari daftar dasar dengan dicatat
    dimensi disusun ditetapkan dua dukungan empat enam gambar hanya harus hasil hingga indikator ini
    isu itu jangka jumlah juga kabupaten karena keadaan kegiatan kepada kesenjangan ketika lebih
    lihat maka masih melalui memiliki mempunyai menjadi menurut mereka misi mitra oleh pada penanggung
    perangkat peta program-program rencana risiko sampai sasaran satu sebagai sebelum sebesar sedangkan
    sehingga selesai seluruh semua sesudah setiap sudah sumber tabel tahap tahun telah tentang
    terhadap tersebut tetapi tidak tiga triwulan tujuan tonggak turunan untuk unsur usulan
    yaitu yang""".split()
)
"""Words that English prose does not hold, without those that it borrows as names."""


def tree(path: Path) -> nodes.Template:
    environment = markdown_environment(Folders(), Language.ENGLISH)
    return environment.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> list[str]:
    """What a chapter puts into the text beside words, in order."""
    return [
        repr(node)
        for node in tree(path).find_all(nodes.Call)
        if isinstance(node.node, nodes.Name) and node.node.name in CALLS
    ]


def settings(path: Path) -> dict[str, str]:
    return {
        node.target.name: repr(node.node)
        for node in tree(path).find_all(nodes.Assign)
        if isinstance(node.target, nodes.Name) and node.target.name in SETTINGS
    }


def test_both_languages_have_the_same_templates() -> None:
    english = sorted(path.relative_to(ENGLISH).as_posix() for path in ENGLISH.rglob("*.j2"))
    assert english == CHAPTERS
    books = [path.parent.name for path in sorted(INDONESIAN.rglob("_book.toml"))]
    assert [path.parent.name for path in sorted(ENGLISH.rglob("_book.toml"))] == books


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_calls_for_the_same_things_in_the_same_order(name: str) -> None:
    assert settings(ENGLISH / name) == settings(INDONESIAN / name)
    assert calls(ENGLISH / name) == calls(INDONESIAN / name)


def indonesian(text: str) -> set[str]:
    return WORDS & set(re.findall(r"[a-z-]+", text.lower()))


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_template_is_in_english(name: str) -> None:
    written = (ENGLISH / name).read_text(encoding="utf-8")
    prose = re.sub(r"\*[a-z ]+\*", " ", re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", written))
    assert indonesian(prose) == set()


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def level(text: str) -> str:
    """Without escapes, emphasis, line breaks and capitals."""
    return " ".join(re.sub(r"[\\*`]", "", text).lower().split())


def without_the_plan(text: str, plan: Plan) -> str:
    """What is left of a page once the texts of the plan are taken out."""
    stages = (plan.manifest, plan.team, plan.theory, plan.readiness, plan.vision, plan.programs)
    later = (plan.roadmap, plan.monev, plan.document, plan.outreach, plan.sources)
    texts = {level(said) for stage in (*stages, *later) for said in strings(stage.model_dump())}
    left = level(text)
    for said in sorted(texts, key=len, reverse=True):
        if " " in said or said in WORDS:
            left = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ", left)
    return left


def emptied(plan: Plan) -> Plan:
    """The plan as if nothing but its manifest were there."""


@pytest.fixture(scope="module")
def pages(plan: Plan) -> dict[str, str]:
    files = render(plan, language=Language.ENGLISH)
    return {path: content.decode("utf-8") for path, content in files.items()}


def test_every_page_says_that_it_is_english(pages: dict[str, str]) -> None:
    found = {re.findall('<html[^>]* lang="(..)"', pages[path])[0] for path in pages if path.endswith(".html")}
    assert found == {"en"}

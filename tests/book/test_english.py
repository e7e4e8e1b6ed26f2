"""The English books: the same chapters as the Indonesian ones, in English throughout."""

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from html import unescape
from importlib import resources
from pathlib import Path

import pytest
from jinja2 import nodes

from smartplan.book.environment import markdown_environment
from smartplan.book.folders import Folders
from smartplan.book.render import render
from smartplan.language import Language
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.shipped import templates
from smartplan.stages import STAGES

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "plans" / "minimal"
TEMPLATES = templates()
INDONESIAN, ENGLISH = TEMPLATES / "id", TEMPLATES / "en"
CHAPTERS = sorted(path.relative_to(INDONESIAN).as_posix() for path in INDONESIAN.rglob("*.j2"))
CALLS = frozenset({"table", "figure", "see", "cite"})
SETTINGS = ("numbered", "needs", "each")

_LIST = """
    adalah agar akan anggaran antara atas atau bab bagi bahwa baru belum berdasarkan berikut
    berjumlah bila bukan bulan buku capaian daerah dalam dan dapat dari daftar dasar dengan
    dicatat dimensi disusun ditetapkan dua dukungan empat enam gambar hanya harus hasil
    hingga indikator ini isu itu jangka jumlah juga kabupaten karena keadaan kegiatan kepada
    kesenjangan ketika lebih lihat maka masih melalui memiliki mempunyai menjadi menurut
    mereka misi mitra oleh pada penanggung perangkat peta rencana risiko sampai sasaran satu
    sebagai sebelum sebesar sedangkan sehingga selesai seluruh semua sesudah setiap sudah
    sumber tabel tahap tahun telah tentang terhadap tersebut tetapi tidak tiga triwulan
    tujuan tonggak turunan untuk unsur usulan yaitu yang
"""
WORDS = frozenset(_LIST.split())
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
    """Without emphasis, line breaks and capitals."""
    return " ".join(re.sub(r"[*`]", "", unescape(text)).lower().split())


def texts_of(plan: Plan) -> set[str]:
    stages = (getattr(plan, stage) for stage in ("manifest", *STAGES))
    found = {level(said) for stage in stages for said in strings(stage.model_dump())}
    return found | {said.rstrip(".") for said in found}


_MARK = re.compile(r"^[a-z]?[0-9]+\.? | ?…$| \(qw\)$")
"""What a drawing puts before and behind a line of the plan's text."""


def pieces(pages: dict[str, str]) -> set[str]:
    """What a reader of the pages sees or hears, cut wherever a tag stands."""
    found: set[str] = set()
    for text in pages.values():
        page = re.sub(r"<script.*?</script>", " ", text, flags=re.DOTALL)
        found.update(re.findall(r">([^<>]+)<", page))
        found.update(re.findall(r'\b(?:aria-label|alt|title|content|placeholder)="([^"]*)"', page))
    return {_MARK.sub("", level(piece)) for piece in found}


def of_our_own(piece: str, texts: set[str]) -> str:
    """What is left of a piece once the texts of the plan are taken out."""
    for said in sorted((said for said in texts if said in piece), key=len, reverse=True):
        if " " in said or said in WORDS:
            piece = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ", piece)
    return re.sub(r"https?://\S+", " ", piece)


def manifest_only(folder: Path) -> Plan:
    shutil.copy(MINIMAL / "smartplan.yaml", folder)
    loaded = load(folder).plan
    assert loaded is not None
    return loaded


def plan_called(name: str, folder: Path) -> Plan:
    if name == "manifest only":
        return manifest_only(folder)
    loaded = load(MINIMAL if name == "minimal" else ROOT / "examples" / name).plan
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("name", ["manifest only", "minimal", "bangli"])
def test_nothing_but_the_plan_is_indonesian(name: str, tmp_path: Path) -> None:
    plan = plan_called(name, tmp_path)
    files = render(plan, ["html"], language=Language.ENGLISH)
    pages = {path: files[path].decode("utf-8") for path in files if path.endswith(".html")}
    languages = {re.findall(r'<html[^>]* lang="(..)"', page)[0] for page in pages.values()}
    assert languages == {"en"}

    texts = texts_of(plan)
    whole = "\n".join(texts)
    left = {
        piece: indonesian(of_our_own(piece, texts))
        for piece in pieces(pages)
        if indonesian(piece) and piece not in whole
    }
    assert {piece: found for piece, found in left.items() if found} == {}
    assert not [path for path in pages if re.search(r">\s*None\s*<", pages[path])]


@pytest.mark.parametrize("name", ["manifest only", "minimal", "bangli"])
def test_no_table_is_empty_and_no_sentence_has_a_hole(name: str, tmp_path: Path) -> None:
    files = render(plan_called(name, tmp_path), ["markdown"], language=Language.ENGLISH)
    for path, content in files.items():
        text = content.decode("utf-8")
        assert not re.search(r"\|\n\n?\| :?--[^\n]*\n(?!\|)", text), path
        lines = [line for line in text.splitlines() if not line.startswith("|")]
        for line in lines:
            assert not re.search(r"[a-z]  +[a-z]|\bNone\b| [.,;:](?: |$)|\( *\)", line), (
                path,
                line,
            )


@pytest.mark.parametrize("language", Language)
def test_every_kind_has_a_plural(language: Language) -> None:
    path = resources.files("smartplan").joinpath("locales", f"{language}.toml")
    catalog = tomllib.loads(path.read_text("utf-8"))
    assert set(catalog["kinds"]) == set(catalog["kind"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{ 0 | count_of('agency') }}", "no agencies yet"),
        ("{{ 1 | count_of('agency') }}", "1 agency"),
        ("{{ 1200 | count_of('agency') }}", "1,200 agencies"),
        ("{{ 1 | agree('is', 'are') }}, {{ 0 | agree('is', 'are') }}", "is, are"),
        ("{{ as_of | day }}", "30 June 2025"),
        ("{{ 1500000 | rupiah }}, {{ 12 | percent }}", "Rp1,500,000, 12%"),
        ("{{ ['a', 'b', 'c'] | listed }}", "a, b, and c"),
        ("{{ 'industry' | name('sub_dimension') }}", "Industry"),
        ("{{ region_text() }}", "Buleleng Regency"),
        (
            "{{ legal_text() }}",
            "Regent Regulation (Perbup) of Buleleng No. 5 of 2023 on Masterplan",
        ),
    ],
)
def test_a_template_prints_english(
    plan: Plan, templates: Callable[[dict[str, str]], Path], written: str, read: str
) -> None:
    folder = templates({"en/uji/01-a.md.j2": '{% set title = "A" %}\n' + written})
    made = render(plan, ["markdown"], ["uji"], Language.ENGLISH, folder)
    text = made["uji/01-a.md"].decode("utf-8")
    assert text.startswith(f"# Chapter 1 A\n\n{read}")


def test_the_front_says_that_the_plan_is_quoted(plan: Plan) -> None:
    quoted = b"Texts of the plan are quoted in Indonesian"
    english = render(plan, language=Language.ENGLISH)
    assert quoted in english["markdown/README.md"]
    assert quoted in english["html/buku-3/index.html"]
    assert not any(b"dikutip dalam bahasa" in content for content in render(plan).values())

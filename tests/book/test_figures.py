"""Figures in the books: numbered, listed, drawn as SVG and Mermaid, with their data beside."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from smartplan.book import svg
from smartplan.book.blocks import FigureBlock
from smartplan.book.environment import html_environment
from smartplan.book.folders import Folders
from smartplan.book.mermaid import fenced
from smartplan.book.problems import TemplateProblem
from smartplan.book.render import render
from smartplan.figures.drawings.coverage import coverage_figure
from smartplan.figures.drawings.diagram import Calendar, Flow, Node, Task
from smartplan.figures.drawings.picture import Box, Label, Picture
from smartplan.load import load
from smartplan.plan import Plan

Chapters = Callable[..., dict[str, str]]

BULELENG = Path(__file__).parents[2] / "examples" / "buleleng"
SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = """\
</text></svg><script>alert(1)</script> "' onload=alert(1) x="
&#60;b&#62; {{ 7 * 7 }} ]]> <!-- --> javascript:alert(1)"""


def drawings(page: str) -> list[ElementTree.Element]:
    """The figures of a page; each must be well-formed XML."""
    return [ElementTree.fromstring(found) for found in re.findall(r"<svg.*?</svg>", page, re.S)]


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    plan = load(BULELENG).plan
    assert plan is not None
    return {path: text.decode("utf-8") for path, text in render(plan, ["html"]).items()}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    plan = load(BULELENG).plan
    assert plan is not None
    return {path: text.decode("utf-8") for path, text in render(plan, ["markdown"]).items()}


# In a chapter


def test_a_figure_is_numbered_named_and_referred_to(chapters: Chapters) -> None:
    files = chapters(
        '{{ figure(coverage_figure()) }}\n\nLihat {{ see("sebaran-program") }}.\n\n'
        "{{ figure(risk_figure()) }}\n"
    )
    page, text = files["html/uji/01-a.html"], files["markdown/uji/01-a.md"]
    assert re.findall(r"<strong>(Gambar [^<]+)</strong>", page) == ["Gambar 1.1", "Gambar 1.2"]
    assert '<a class="see" href="#gambar-1-1">Gambar 1.1</a>' in page
    assert '<figure class="figure" id="gambar-1-2">' in page
    assert "**Gambar 1.1** Sebaran program menurut dimensi dan subdimensi" in text
    assert "Lihat [Gambar 1.1](01-a.md)." in text


def test_the_data_stand_beside_a_figure(chapters: Chapters) -> None:
    files = chapters("{{ figure(coverage_figure()) }}\n")
    page, text = files["html/uji/01-a.html"], files["markdown/uji/01-a.md"]
    details = page[page.index('<details class="data">') : page.index("</details>")]
    assert "<summary>Data Gambar 1.1</summary>" in details
    assert "Jumlah program menurut subdimensi" in details
    assert "Tabel " not in details
    assert "| Dimensi | Subdimensi |" in text


def test_data_that_stand_in_the_book_are_referred_to(chapters: Chapters) -> None:
    files = chapters("{{ figure(coverage_figure()) }}\n\n{{ table(coverage_table()) }}\n")
    page, text = files["html/uji/01-a.html"], files["markdown/uji/01-a.md"]
    assert "<details" not in page
    assert 'Data: <a class="see" href="#tabel-1-1">Tabel 1.1</a>' in page
    assert text.count("| Dimensi | Subdimensi |") == 1
    assert "Data: [Tabel 1.1](01-a.md)." in text


def test_a_figure_without_data_says_so_once(chapters: Chapters, plan: Plan) -> None:
    from dataclasses import replace

    bare = replace(plan, programs=plan.programs.model_copy(update={"programs": ()}))
    alone = chapters('{{ figure(coverage_figure()) }}\n\n{{ see("sebaran-program") }}', plan=bare)
    text = alone["markdown/uji/01-a.md"]
    assert "Gambar" not in text
    assert text.count("Belum ada program, sehingga seluruh subdimensi masih kosong.") == 1
    assert "\n\nBab 1" in text or "[Bab 1]" in text
    both = chapters("{{ figure(coverage_figure()) }}\n\n{{ table(coverage_table()) }}", plan=bare)
    assert both["markdown/uji/01-a.md"].count("Belum ada program, sehingga") == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Kata {{ figure(coverage_figure()) }} kata", "must stand on a line of its own"),
        ("{{ figure(coverage_table()) }}", "figure() takes a Drawing, not Table"),
    ],
)
def test_a_figure_in_the_wrong_place_is_told(chapters: Chapters, written: str, said: str) -> None:
    with pytest.raises(TemplateProblem, match=re.escape(said)):
        chapters(written)


def test_tables_and_figures_are_listed_in_front(chapters: Chapters) -> None:
    files = chapters(
        **{
            "00_kata": '{% set title = "Kata" %}{% set numbered = false %}\nKata.',
            "01_a": '{% set title = "A" %}\n## Satu\n\n{{ figure(coverage_figure()) }}\n',
            "02_b": '{% set title = "B" %}\n## Dua\n\n{{ table(money_year_table()) }}\n',
        }
    )
    text = files["markdown/uji/00-daftar-tabel-dan-gambar.md"].partition("\n---")[0]
    assert text == (
        "# Daftar Tabel dan Gambar\n\n"
        "## Daftar gambar\n\n"
        "- [Gambar 1.1 Sebaran program menurut dimensi dan subdimensi](01-a.md#11-satu)\n\n"
        "## Daftar tabel\n\n"
        "- [Tabel 2.1 Pembiayaan menurut tahun](02-b.md#21-dua)\n"
    )
    contents = re.findall(r"^- \[(.+)\]", files["markdown/uji/README.md"], re.M)[:4]
    assert contents == ["Kata", "Daftar Tabel dan Gambar", "Bab 1 A", "Bab 2 B"]


def test_a_book_without_tables_has_no_list(chapters: Chapters) -> None:
    assert "markdown/uji/00-daftar-tabel-dan-gambar.md" not in chapters("Kata.")


# A chapter for each item


def test_a_template_may_give_a_chapter_for_each_item(chapters: Chapters, plan: Plan) -> None:
    wins = [program for program in plan.programs.programs if program.quick_win]
    files = chapters(
        **{
            "01_a": '{% set title = "A" %}\nKata.',
            "02_w": '{% set each = "quick_wins" %}{% set title = item.name %}\n{{ item.id }}',
        }
    )
    assert len(wins) == 6
    for place, program in enumerate(wins, 2):
        text = files[f"markdown/uji/02-w-{program.id}.md"]
        assert text.startswith(f"# Bab {place} {program.name}\n\n{program.id}\n")


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ('"quick_win"', "`each` must name a figure, not `quick_win`; did you mean `quick_wins`"),
        ('"total_planned"', "`total_planned` is not a list of items"),
        ("quick_wins()", "`each` must name a figure, not ``"),
    ],
)
def test_a_wrong_list_of_items_is_told(chapters: Chapters, each: str, said: str) -> None:
    with pytest.raises(TemplateProblem, match=re.escape(said)):
        chapters(**{"01_a": f'{{% set each = {each} %}}{{% set title = "A" %}}\nKata.'})


# SVG


def test_every_drawing_is_sound_and_keeps_to_itself(site: dict[str, str]) -> None:
    found = 0
    for path, page in site.items():
        ids = re.findall(r'\bid="([^"]+)"', page) if path.endswith(".html") else []
        assert len(ids) == len(set(ids)), path
        told: list[str | None] = []
        for drawing in drawings(page) if "/buku-" in f"/{path}" else ():
            found += 1
            assert drawing.get("role") == "img"
            title, desc = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
            named = (drawing.get("aria-labelledby") or "").split()
            assert (title is None) == (desc is None) == (drawing.get("class") == "picture narrow")
            if title is not None and desc is not None:
                assert title.text
                assert desc.text
                told = [title.get("id"), desc.get("id")]
            # The drawing for a phone is named by the words of its neighbour, hidden or not.
            assert named == told
            for element in drawing.iter():
                assert element.tag.removeprefix(SVG) in {
                    "svg", "title", "desc", "defs", "pattern", "path", "polyline", "rect", "text",
                }  # fmt: skip
                for name, value in element.attrib.items():
                    assert name not in ("style", "href")
                    assert not name.startswith("on")
                    assert "//" not in value
                    assert "url(" not in value or value[5:-1] in ids, value
    assert found > 80


def test_no_letter_of_a_drawing_is_smaller_than_eleven_pixels() -> None:
    style = Folders().read("html/style.css").decode("utf-8")
    sizes = re.findall(r"\.picture[^{]*\{[^}]*font-size: (\d+)px", style)
    assert sizes
    assert min(map(int, sizes)) >= 11


def test_hostile_text_in_a_drawing_is_text() -> None:
    picture = Picture(100, 100, (Label(0, 10, HOSTILE), Box(0, 0, 5, 5, "card", texture=1)))
    block = FigureBlock(
        id="x", number="1.1", anchor="gambar-1-1", caption=HOSTILE, says=HOSTILE,
        layout=lambda _: picture, diagram=None, data=None, data_id="x",
    )  # fmt: skip
    broad, narrow = svg.drawn(html_environment(Folders()), block, f"Gambar 1.1 {HOSTILE}")
    for text in (broad, narrow):
        root = ElementTree.fromstring(text)
        assert not list(root.iter(f"{SVG}script"))
        (label,) = root.iter(f"{SVG}text")
        assert label.text == HOSTILE
        assert root.findtext(f"{SVG}desc") == (HOSTILE if text is broad else None)
        assert not [key for element in root.iter() for key in element.attrib if key[:2] == "on"]


def test_each_texture_that_is_used_is_defined(plan: Plan) -> None:
    shapes = tuple(Box(0, 0, 5, 5, "card", texture=number) for number in range(7))
    block = FigureBlock(
        id="x", number="1.1", anchor="a", caption="", says="",
        layout=lambda _: Picture(9, 9, shapes), diagram=None, data=None, data_id="x",
    )  # fmt: skip
    (text, _) = svg.drawn(html_environment(Folders()), block, "nama")
    assert set(re.findall(r"url\(#([^)]+)\)", text)) == set(
        re.findall(r'pattern id="([^"]+)"', text)
    )
    assert coverage_figure(plan).layout(624).textures == ()


# Mermaid


def test_a_flow_in_mermaid() -> None:
    flow = Flow((Node("M", "M1 Misi"), Node("L1", '"1" [x] #35; a;b')), (("M", "L1"),))
    assert fenced(flow).split("\n") == [
        "```mermaid",
        "flowchart LR",
        'M["M1 Misi"]',
        'L1["#34;1#34; #91;x#93; #35;35#59; a#59;b"]',
        "M --> L1",
        "```",
    ]


def test_a_calendar_in_mermaid() -> None:
    tasks = (
        Task("p1", "1 Layanan: satu; pintu", date(2024, 1, 1), date(2025, 12, 31)),
        Task("p1m1", "1 Selesai", date(2024, 6, 30), date(2024, 6, 30), done=True, milestone=True),
        Task("p1m2", "1 Lewat", date(2024, 7, 1), date(2024, 7, 1), late=True, milestone=True),
    )
    assert fenced(Calendar((("Bagian: A", tasks),))).split("\n")[6:-1] == [
        "section Bagian#58; A",
        "1 Layanan#58; satu#59; pintu :p1, 2024-01-01, 2025-12-31",
        "1 Selesai :done, milestone, p1m1, 2024-06-30, 0d",
        "1 Lewat :crit, milestone, p1m2, 2024-07-01, 0d",
    ]


def test_hostile_text_in_mermaid_means_nothing() -> None:
    hostile = (
        HOSTILE, "```\n```", "%%{init: {}}%%", "1. satu", "12. dua", "- tiga", "+ empat",
        'click A href "javascript:alert(1)"', "a --> b --- c", "x...y", "\ue000 \u2028 \x85",
    )  # fmt: skip
    for text in hostile:
        lines = fenced(Flow((Node("L1", text),), ())).split("\n")
        assert len(lines) == 4, text
        inside = re.fullmatch(r'L1\["(.*)"\]', lines[2])
        assert inside
        plain = re.sub(r"#\d+;", "", inside[1])
        assert not re.search(r'["#;:<>`{}\[\]|%&\\]|--', plain), text
        assert not re.match(r"[-+]|\d+\. ", inside[1]), text


def test_the_books_have_mermaid_where_it_draws_and_tables_elsewhere(pages: dict[str, str]) -> None:
    assert pages["buku-2/07-peta-jalan.md"].count("```mermaid\ngantt\n") == 6
    assert pages["buku-2/02-arah-pembangunan.md"].count("```mermaid\nflowchart LR\n") == 4
    assert "```mermaid" not in pages["buku-2/08-pembiayaan.md"]
    for text in pages.values():
        for block in re.findall(r"```mermaid\n(.*?)\n```", text, re.S):
            assert len(block) < 50_000
            assert not re.search(r"%%|\bclick\b|\bhref\b", block)

"""What the same chapter looks like as Markdown and as HTML."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from smartplan.book.render import first_page, render
from smartplan.plan import Plan

Chapters = Callable[..., dict[str, str]]

CSP = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
SAMPLE = {
    "01_a": """\
{% set title = "Awal" %}
Satu kalimat{{ cite("S1") }} dan **tebal**, lihat {{ see("money-by-year") }}.

## Bagian & isi

- butir
- [tautan](https://x.example/a) dan [bab](02-b.md)
""",
    "02_b": """\
{% set title = "Uang" %}
## Menurut tahun

{{ table(money_year_table()) }}

Kembali ke {{ see("01-a") }}{{ cite("S1") }}{{ cite("S1") }}.
""",
}


@pytest.fixture
def files(chapters: Chapters, plan: Plan) -> dict[str, str]:
    from smartplan.figures.budget import money_year_table

    sample = SAMPLE["01_a"].replace("money-by-year", money_year_table(plan).id)
    return chapters(**{**SAMPLE, "01_a": sample})


class Page(HTMLParser):
    """A page as a list of its elements, with the text under some of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_markdown_of_a_chapter(files: dict[str, str]) -> None:
    assert (
        files["markdown/uji/01-a.md"]
        == """\
# Bab 1 Awal

Satu kalimat[^1] dan **tebal**, lihat [Tabel 2.1](02-b.md#21-menurut-tahun).

## 1.1 Bagian & isi

- butir
- [tautan](https://x.example/a) dan [bab](02-b.md)

---

[Sebelumnya](00-daftar-tabel-dan-gambar.md) · [Daftar isi](README.md) · [Berikutnya](02-b.md)

[^1]: Dinas Komunikasi dan Informatika, *Laporan kabupaten*, 20 Juni 2025, \
dapat dilihat di Arsip Dinas Komunikasi dan Informatika.
"""
    )


def test_markdown_of_a_table(files: dict[str, str]) -> None:
    lines = files["markdown/uji/02-b.md"].split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("**Tabel 2.1** "))
    assert lines[start + 1] == ""
    heading, rule, *rows = lines[start + 2 : lines.index("", start + 2)]
    assert re.fullmatch(r"\|( (:--|--:|:-:) \|)+", rule)
    widths = {len(re.findall(r"(?<!\\)\|", row)) for row in (heading, rule, *rows)}
    assert len(widths) == 1
    assert rows


def test_every_markdown_link_leads_to_a_file(files: dict[str, str]) -> None:
    pages = {path.removeprefix("markdown/") for path in files if path.startswith("markdown/")}
    for page in pages:
        folder = page.rpartition("/")[0]
        for target in re.findall(r"\]\(([^)#]+)", files[f"markdown/{page}"]):
            if target.startswith("https:"):
                continue
            path = f"{folder}/{target}".lstrip("/") if ".." not in target else target[3:]
            assert path in pages, (page, target)


def test_each_page_declares_itself_and_asks_for_nothing_outside(files: dict[str, str]) -> None:
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        page = Page(text)
        assert page.all("html") == [{"lang": "id"}]
        scripts = [script for script in page.all("script") if "src" in script]
        policy = f"{CSP}; script-src 'self'" if scripts else CSP
        assert {"http-equiv": "Content-Security-Policy", "content": policy} in page.all("meta")
        assert {"name": "referrer", "content": "no-referrer"} in page.all("meta")
        up = "../" if path.count("/") == 2 else ""
        loaded = [link for link in page.all("link") if link["rel"] != "alternate"]
        assert loaded == [
            {"rel": "icon", "type": "image/svg+xml", "href": f"{up}assets/favicon.svg"},
            {"rel": "stylesheet", "href": f"{up}assets/style.css"},
        ]
        assert all(script == {"src": f"{up}assets/table.js", "defer": None} for script in scripts)
        inline = [script for script in page.all("script") if "src" not in script]
        assert all(script == {"type": "application/ld+json"} for script in inline)
        assert not [tag for tag, _ in page.elements if tag in ("style", "img", "iframe")]
        assert not [a for _, a in page.elements if "style" in a or any(k[:2] == "on" for k in a)]
        assert len(page.all("h1")) == 1
        assert page.all("title")
        assert page.open == []


def test_every_html_link_leads_to_a_page_and_an_id(files: dict[str, str]) -> None:
    pages = {
        path.removeprefix("html/"): Page(text)
        for path, text in files.items()
        if path.endswith(".html")
    }
    others = {path.removeprefix("html/") for path in files} - pages.keys()
    ids = {path: [a["id"] for _, a in page.elements if "id" in a] for path, page in pages.items()}
    for path, page in pages.items():
        assert len(ids[path]) == len(set(ids[path])), path
        for link in page.all("a"):
            target = link["href"] or ""
            if target.startswith("https://"):
                assert link["rel"] == "noopener noreferrer"
                continue
            file, _, fragment = target.partition("#")
            folder = path.rpartition("/")[0]
            found = path
            if file:
                found = file.removeprefix("../") if ".." in file else f"{folder}/{file}".lstrip("/")
            assert found in pages or found in others, (path, target)
            assert not fragment or fragment in ids[found], (path, target)


def test_a_table_is_read_out_with_its_name_its_columns_and_its_rows(files: dict[str, str]) -> None:
    page = Page(files["html/uji/02-b.html"])
    (region,) = [a for a in page.all("div") if a.get("role") == "region"]
    (caption,) = page.all("caption")
    assert region["aria-labelledby"] == caption["id"]
    assert region["tabindex"] == "0"
    scopes = [heading["scope"] for heading in page.all("th")]
    assert "col" in scopes
    assert "row" in scopes


def test_a_footnote_leads_back_to_the_first_place_that_cites_it(files: dict[str, str]) -> None:
    text = files["html/uji/02-b.html"]
    assert len(re.findall(r'<a[^>]* href="#catatan-1"', text)) == 2
    assert text.count('<a id="rujuk-1" href="#catatan-1"') == 1
    assert 'href="#rujuk-1"' in text
    assert '<a class="source" href="../source/S1.html">S1</a>' in text


def test_prose_of_the_html_keeps_links_to_chapters(files: dict[str, str]) -> None:
    assert '<a href="02-b.html">bab</a>' in files["html/uji/01-a.html"]
    assert (
        '<a rel="noopener noreferrer" href="https://x.example/a">tautan</a>'
        in files["html/uji/01-a.html"]
    )


def test_a_draft_says_so_on_every_page(plan: Plan) -> None:
    files = render(plan, books=["buku-3"], draft=True)
    final = render(plan, books=["buku-3"])
    assert files.keys() == final.keys()
    for path, content in files.items():
        if path.endswith((".html", ".md")):
            assert b"DRAF" in content, path
            assert b"DRAF" not in final[path], path


def test_one_format_needs_no_folder_of_its_own(plan: Plan) -> None:
    assert "index.html" in render(plan, ["html"], ["buku-3"])
    assert "README.md" in render(plan, ["markdown"], ["buku-3"])
    assert first_page(["html"]) == "index.html"
    assert first_page(["html", "markdown"]) == "html/index.html"
    assert first_page(["markdown"]) == "README.md"


def test_the_front_page_says_what_this_is(plan: Plan) -> None:
    page = render(plan, ["html"])["index.html"].decode("utf-8")
    for said in (
        "Rencana uji",
        "Kabupaten Buleleng",
        "2024–2033",
        "Keadaan per 30 Juni 2025",
        "bukan dokumen daerah mana pun",
        "Buku I: Analisis Strategis",
        "Buku IV: Profil Quick Win",
    ):
        assert said in page


def test_the_books_come_in_the_order_of_the_manifest_with_its_titles(plan: Plan) -> None:
    choice = type(plan.manifest).model_fields["books"].annotation.__args__[0]  # type: ignore[union-attr]
    books = tuple(
        choice.model_construct(template=template, title=title)
        for template, title in (("buku-3", None), ("buku-1", "Buku Pertama"))
    )
    manifest = plan.manifest.model_copy(update={"books": books})
    files = render(replace(plan, manifest=manifest), ["markdown"])
    readme = files["README.md"].decode("utf-8")
    headings = re.findall(r"^### \[(.+?)\]", readme, re.M)
    assert headings == ["Buku III: Ringkasan Eksekutif", "Buku Pertama"]
    assert b"# Buku Pertama\n" in files["buku-1/README.md"]

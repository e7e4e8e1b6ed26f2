"""The pages beside the books: items linked both ways, lists, data, feed, the region's own look."""

import csv
import io
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

import pytest

from smartplan.book.brand import BadLogo, brand
from smartplan.book.colour import contrast, on_dark, on_light, parsed, written
from smartplan.book.commit import commit
from smartplan.book.data import _harmless
from smartplan.book.render import render
from smartplan.book.search import NoSearch
from smartplan.figures.dossiers import KINDS_WITH_PAGES
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.stages.manifest import Brand

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "plans" / "minimal"
PLANS = {
    "minimal": MINIMAL,
    "buleleng": ROOT / "examples" / "buleleng",
    "bangli": ROOT / "examples" / "bangli",
}


@cache
def plan_of(name: str) -> Plan:
    plan = load(PLANS[name]).plan
    assert plan is not None
    return plan


@cache
def site(name: str) -> dict[str, bytes]:
    return render(plan_of(name), ["html"])


class Anchors(HTMLParser):
    """The ids of a page and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")
            elif name in ("aria-labelledby", "for"):
                self.links += [f"#{one}" for one in (value or "").split()]


def resolved(page: str, target: str) -> tuple[str, str]:
    file, _, fragment = target.partition("#")
    folder = page.rpartition("/")[0]
    return (normpath(f"{folder}/{file}".lstrip("/")) if file else page), fragment


@pytest.mark.parametrize("name", PLANS)
def test_every_link_of_the_site_leads_somewhere(name: str) -> None:
    files = site(name)
    pages = {p: Anchors(files[p].decode("utf-8")) for p in files if p.endswith(".html")}
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            if re.match(r"https?:|mailto:", link):
                continue
            found, fragment = resolved(path, link)
            assert found in files, (path, link)
            assert not fragment or fragment in pages[found].ids, (path, link)


FRAGMENT = re.compile(r"[^\w\- ]")


def headings(text: str) -> set[str]:
    """The fragments that GitHub gives a file's headings."""
    found: dict[str, int] = {}
    made = set()
    for title in re.findall(r"(?m)^#{1,6} (.+)$", text):
        plain = re.sub(r"\[\^\d+\]|\[([^\]]*)\]\([^)]*\)|[*`\\]", r"\1", title)
        slug = FRAGMENT.sub("", plain.lower()).strip().replace(" ", "-")
        count = found.get(slug, 0)
        found[slug] = count + 1
        made.add(f"{slug}-{count}" if count else slug)
    return made


@pytest.mark.parametrize("name", PLANS)
def test_every_link_of_the_markdown_leads_somewhere(name: str) -> None:
    files = {p: c.decode("utf-8") for p, c in render(plan_of(name), ["markdown"]).items()}
    for path, text in files.items():
        if not path.endswith(".md"):
            continue
        notes = set(re.findall(r"(?m)^\[\^(\d+)\]: ", text))
        assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == notes, path
        for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text):
            if re.match(r"<?https?:|mailto:", target):
                continue
            found, fragment = resolved(path, target)
            assert found in files, (path, target)
            assert not fragment or fragment in headings(files[found]), (path, target)


@pytest.mark.parametrize("name", PLANS)
def test_each_item_has_a_page_with_its_name(name: str) -> None:
    plan, files = plan_of(name), site(name)
    for kind in KINDS_WITH_PAGES:
        items = plan.index.items.get(kind, {})
        pages = {p for p in files if p.startswith(f"{kind}/") and not p.endswith("/index.html")}
        assert pages == {f"{kind}/{id_}.html" for id_ in items}


def links(path: str, name: str = "buleleng") -> set[str]:
    page = Anchors(site(name)[path].decode("utf-8"))
    return {resolved(path, link)[0] for link in page.links if not link.startswith("http")}


def test_items_are_linked_both_ways() -> None:
    """What the index knows: an item's page leads to what it names, and that back to it."""
    plan = plan_of("buleleng")
    for program in plan.programs.programs:
        page = f"program/{program.id}.html"
        named = {f"dimension/{program.dimension}.html"}
        named |= {f"objective/{id_}.html" for id_ in program.objectives}
        named |= {f"agency/{id_}.html" for id_ in (program.lead, *program.support) if id_}
        named |= {f"source/{id_}.html" for id_ in program.sources}
        assert named <= links(page), page
        assert all(page in links(other) for other in named), page
    for indicator in plan.monev.indicators:
        page = f"indicator/{indicator.id}.html"
        measured = [
            f"{kind}/{id_}.html"
            for id_ in indicator.measures
            for kind in ("program", "objective")
            if plan.find(kind, id_)
        ]
        assert set(measured) <= links(page)
        assert all(page in links(other) for other in measured)


def test_a_claim_in_a_chapter_is_one_click_from_its_source_and_back() -> None:
    cited = {path for path in site("buleleng") if path.startswith("buku-")}
    chapter = next(path for path in sorted(cited) if "source/S04.html" in links(path))
    assert chapter in links("source/S04.html")


def test_no_page_repeats_the_list_of_all_items() -> None:
    """Output stays linear: a page names what it is about, not everything there is."""
    for path in site("buleleng"):
        if path.startswith(("program/", "indicator/")) and not path.endswith("/index.html"):
            others = [link for link in links(path) if link.startswith("program/")]
            assert len(others) < 10, path


# Weight


def without_figures(page: bytes) -> bytes:
    return re.sub(rb"<svg.*?</svg>", b"", page, flags=re.DOTALL)


def test_the_pages_of_items_are_light() -> None:
    for path, content in site("buleleng").items():
        if path.endswith(".html") and not path.startswith("buku-"):
            assert len(without_figures(content)) < 100_000, path


# Data


def rows(path: str, name: str = "buleleng") -> list[list[str]]:
    text = site(name)[path].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", PLANS)
def test_every_table_of_the_books_is_there_as_csv(name: str) -> None:
    files = site(name)
    package = json.loads(files["data/datapackage.json"])
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    listed = {f"data/{resource['path']}" for resource in package["resources"]}
    assert listed == {p for p in files if p.startswith("data/")} - {"data/datapackage.json"}
    linked = {link for path in files if path.endswith(".html") for link in links(path, name)}
    assert {p for p in files if p.endswith(".csv")} <= linked
    for resource in package["resources"]:
        if resource["format"] == "csv":
            heading, *body = rows(f"data/{resource['path']}", name)
            fields = resource["schema"]["fields"]
            assert heading == [field["name"] for field in fields]
            assert {len(row) for row in body} <= {len(heading)}
            for field, column in zip(fields, zip(*body, strict=True), strict=False):
                if field["type"] != "string":
                    assert all(not cell or re.fullmatch(r"-?\d+(\.\d+)?", cell) for cell in column)


def test_money_in_the_data_is_a_number() -> None:
    heading, *body = rows("data/tables/semua-program.csv")
    planned = {row[0]: row[heading.index("Dana direncanakan")] for row in body}
    assert planned["Mal Pelayanan Publik (MPP)"] == "8000000000"
    assert planned["AKU Online (Administrasi Kependudukan Online)"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "\nx"])
def test_no_cell_of_the_data_is_a_formula(text: str) -> None:
    assert _harmless(text) == f"'{text}"


def test_ordinary_text_in_the_data_stays_as_it_is() -> None:
    assert _harmless("a=b - c") == "a=b - c"


def test_the_whole_plan_is_there_as_json() -> None:
    told = json.loads(site("minimal")["data/plan.json"])
    assert told["format_version"] == 1
    assert told["smartplan"]["as_of"] == "2025-06-30"
    assert len(told["programs"]["programs"]) == 18
    line = told["programs"]["programs"][0]
    assert line["id"] == plan_of("minimal").programs.programs[0].id
    assert "kind" in told["team"]["bodies"][0]
    assert "\0" not in json.dumps(told)


def test_linked_data_can_be_read() -> None:
    page = site("buleleng")["program/mal-pelayanan-publik.html"].decode("utf-8")
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(told)["parentOrganization"]["@type"] == "GovernmentOrganization"


# Feed, map, previews


def test_revisions_are_a_feed() -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(site("minimal")["feed.xml"])
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == len(plan_of("minimal").document.revisions)
    ids = [element.text for element in feed.iter(f"{atom}id")]
    assert len(ids) == len(set(ids))
    times = [element.text or "" for element in feed.iter(f"{atom}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", time) for time in times)


def test_the_address_makes_a_map_and_previews(plan: Plan) -> None:
    files = render(plan, ["html"], ["buku-3"], base_url="https://contoh.go.id/rencana/")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [e.text for e in ET.fromstring(files["sitemap.xml"]).iter(f"{space}loc")]
    assert len(places) == sum(path.endswith(".html") for path in files)
    assert "https://contoh.go.id/rencana/" in places
    page = files["program/index.html"].decode("utf-8")
    assert '<link rel="canonical" href="https://contoh.go.id/rencana/program/index.html">' in page
    assert '<meta property="og:title" content="Program · Rencana uji">' in page
    assert "sitemap.xml" not in render(plan, ["html"], ["buku-3"])


def test_search_that_cannot_be_made_says_so(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartplan.book.search.find_spec", lambda _: None)
    with pytest.raises(NoSearch, match="smartplan\\[site\\]"):
        render(plan, ["html"], ["buku-3"], search=True)
    assert b"search.html" not in render(plan, ["html"], ["buku-3"])["index.html"]


# The region's own look


@pytest.mark.parametrize("colour", ["#0b4f5c", "#ffcc00", "#000000", "#ffffff", "#e30613"])
def test_any_colour_can_be_read_on_either_ground(colour: str) -> None:
    assert contrast(on_light(parsed(colour)), (246, 245, 241)) >= 4.5
    assert contrast(on_light(parsed(colour)), (255, 255, 255)) >= 4.5
    assert contrast(on_dark(parsed(colour)), (27, 34, 38)) >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert written(on_light(parsed("#0b4f5c"))) == "#0b4f5c"


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((119, 119, 119), (255, 255, 255)), 2) == 4.48


Branded = Callable[..., Plan]


@pytest.fixture
def branded(plan: Plan, tmp_path: Path) -> Branded:
    """The minimal plan with a logo of these bytes."""

    def make(name: str, content: bytes | None) -> Plan:
        if content is not None:
            (tmp_path / name).write_bytes(content)
        own = Brand.model_construct(colour="#ffcc00", logo=name)
        manifest = plan.manifest.model_copy(update={"brand": own})
        return replace(plan, manifest=manifest, folder=tmp_path)

    return make


PLAIN_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'


def test_colour_and_logo_are_on_every_page(branded: Branded) -> None:
    files = render(branded("logo.svg", PLAIN_SVG), ["html"], ["buku-3"])
    assert files["assets/logo.svg"] == PLAIN_SVG
    assert b"--accent: #" in files["assets/brand.css"]
    for path, content in files.items():
        if path.endswith(".html"):
            up = b"../" if "/" in path else b""
            assert b'href="%sassets/brand.css"' % up in content
            assert b'<img class="logo" src="%sassets/logo.svg" alt="">' % up in content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", b"GIF89a"),
        ("logo.webp", b"RIFF0000AVI "),
        ("logo.svg", b"<html></html>"),
        ("logo.svg", b"<svg"),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b"<script>alert(1)</script><path")),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b'<path onload="alert(1)"')),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b'<a href="https://x.example"/><path')),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b'<use href="https://x.example/a.svg"/><path')),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b'<path style="fill:url(//x.example)"')),
        ("logo.svg", PLAIN_SVG.replace(b"<path", b"<foreignObject/><path")),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + PLAIN_SVG),
        ("logo.svg", b'<?xml-stylesheet href="//x.example"?>' + PLAIN_SVG),
        ("logo.svg", PLAIN_SVG.replace(b"</svg>", b" " * 1_000_001 + b"</svg>")),
        ("logo.svg", None),
    ],
)
def test_a_logo_that_is_no_drawing_is_refused(
    branded: Branded, name: str, content: bytes | None
) -> None:
    with pytest.raises(BadLogo):
        brand(branded(name, content))


def test_a_logo_that_is_a_link_is_refused(branded: Branded, tmp_path: Path) -> None:
    plan = branded("logo.svg", None)
    (tmp_path / "logo.svg").symlink_to("/etc/hostname")
    with pytest.raises(BadLogo):
        brand(plan)


# The commit


def git(folder: Path, *words: str) -> str:
    own = ["-c", "user.name=uji", "-c", "user.email=uji@example.org", "-c", "commit.gpgsign=false"]
    answer = subprocess.run(
        ["git", *own, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return answer.stdout.strip()


def test_the_commit_is_told_where_it_holds_the_plan(tmp_path: Path) -> None:
    for path in MINIMAL.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    plan = load(tmp_path).plan
    assert plan is not None
    assert commit(plan) is None
    git(tmp_path, "init", "--quiet")
    assert commit(plan) is None
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Rencana uji")
    assert commit(plan) == git(tmp_path, "rev-parse", "HEAD")
    with (tmp_path / "team.yaml").open("a", encoding="utf-8") as file:
        file.write("# belum\n")
    assert commit(plan) is None


def test_a_plan_inside_another_repository_has_no_commit_of_its_own(plan: Plan) -> None:
    assert commit(plan) is None


def test_the_favicon_is_no_request_to_anywhere() -> None:
    icon = site("minimal")["assets/favicon.svg"]
    assert b"href" not in icon

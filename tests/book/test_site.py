"""The pages beside the books: items linked both ways, lists, data, feed, the region's own look."""

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

import pytest

from smartplan.book.brand import brand
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
    assert planned["Kamera Pengawas Publik (CCTV)"] == "160000000"
    assert planned["Mal Pelayanan Publik (MPP)"] == ""  # its money is of 2023, before the plan
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


def test_a_draft_goes_without_a_logo_that_cannot_be_shown(branded: Branded) -> None:
    made = brand(branded("logo.svg", None))
    assert (made.logo, made.image) == ("", b"")
    assert "--accent" in made.style


def git(folder: Path, *words: str) -> str:
    own = ["-c", "user.name=uji", "-c", "user.email=uji@example.org", "-c", "commit.gpgsign=false"]
    answer = subprocess.run(
        ["git", *own, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return answer.stdout.strip()


def committed(plan: Path, repository: Path) -> str:
    """The minimal plan in a folder, committed with the repository around it."""
    plan.mkdir(parents=True, exist_ok=True)
    for path in MINIMAL.glob("*.yaml"):
        (plan / path.name).write_bytes(path.read_bytes())
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Rencana uji")
    return git(repository, "rev-parse", "HEAD")


def plan_in(folder: Path) -> Plan:
    plan = load(folder).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize("below", [".", "rencana/2024"])
def test_the_commit_is_told_where_it_holds_the_plan(tmp_path: Path, below: str) -> None:
    folder = tmp_path / below
    head = committed(folder, tmp_path)
    assert commit(plan_in(folder)) == head
    (tmp_path / "README.md").write_text("Bukan rencana.\n", encoding="utf-8")
    assert commit(plan_in(folder)) == head
    pages = render(plan_in(folder), ["html"], ["buku-3"])
    assert f"<dd>{head[:12]}</dd>".encode() in pages["index.html"]
    with (folder / "team.yaml").open("a", encoding="utf-8") as file:
        file.write("# belum\n")
    assert commit(plan_in(folder)) is None


def test_a_commit_that_lacks_or_adds_a_file_is_not_the_plans(tmp_path: Path) -> None:
    folder = tmp_path / "rencana"
    committed(folder, tmp_path)
    (folder / "outreach.yaml").unlink()
    assert commit(plan_in(folder)) is None
    other = tmp_path / "tanpa-git"
    shutil.copytree(MINIMAL, other)
    assert commit(plan_in(other)) is None


def test_the_place_of_a_hook_does_not_mislead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = committed(tmp_path / "satu", tmp_path / "satu")
    (tmp_path / "dua").mkdir()
    git(tmp_path / "dua", "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "dua" / ".git"))
    assert commit(plan_in(tmp_path / "satu")) == head


def test_nothing_that_a_repository_names_is_run(tmp_path: Path) -> None:
    """A repository from elsewhere may name programs: to watch files, to fetch what it lacks."""
    folder, ran = tmp_path / "rencana", tmp_path / "dijalankan"
    head = committed(folder, tmp_path)
    tree = git(tmp_path, "rev-parse", "HEAD:rencana")
    run = f"touch {ran}"
    git(tmp_path, "config", "core.fsmonitor", run)
    git(tmp_path, "config", "core.pager", run)
    assert commit(plan_in(folder)) == head
    git(tmp_path, "config", "core.repositoryformatversion", "1")
    git(tmp_path, "config", "extensions.partialClone", "jauh")
    git(tmp_path, "config", "remote.jauh.promisor", "true")
    git(tmp_path, "config", "remote.jauh.url", f"ext::{run}")
    git(tmp_path, "config", "protocol.ext.allow", "always")
    (tmp_path / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    assert commit(plan_in(folder)) is None
    assert not ran.exists()


def test_the_favicon_is_no_request_to_anywhere() -> None:
    icon = site("minimal")["assets/favicon.svg"]
    assert b"href" not in icon

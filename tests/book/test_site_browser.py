"""Pages in a real browser: readable by all, silent, asking for nothing, cut off nowhere."""

import re
import shutil
from collections.abc import Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from smartplan.book.render import render
from smartplan.load import load
from smartplan.plan import Plan

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
DRIVEN = find_spec("playwright") and find_spec("axe_playwright_python")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here"),
    pytest.mark.skipif(not DRIVEN, reason="playwright and axe are not here"),
]

WIDTHS = (320, 360, 768, 1280)
KINDS = ("dimension", "objective", "program", "indicator", "agency", "source")
BULELENG = Path(__file__).parents[2] / "examples" / "buleleng"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


def written(plan: Plan, folder: Path) -> Path:
    for path, content in render(plan, ["html"]).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def site(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal plan's site, in a subfolder with a name that needs escaping."""
    return written(plan, tmp_path_factory.mktemp("situs") / "sub folder")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = load(BULELENG).plan
    assert plan is not None
    return written(plan, tmp_path_factory.mktemp("buleleng"))


def sample(site: Path) -> list[Path]:
    """One page of each sort, the longest of its sort; every chapter is another sort."""
    longest = [
        max(
            (page for page in (site / kind).glob("*.html") if page.stem != "index"),
            key=lambda page: (page.stat().st_size, page.name),
        )
        for kind in KINDS
    ]
    lists = [site / kind / "index.html" for kind in KINDS[1:]]
    books = [site / "buku-1/index.html", site / "buku-2/07-peta-jalan.html"]
    return [site / "index.html", *books, *lists, *longest]


def axe() -> str:
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


AXE = """
() => axe.run(document, {
  resultTypes: ['violations'],
  preload: false,  // it would ask for the style sheet a second time
  runOnly: {type: 'tag', values:
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
}).then(found => found.violations.map(
  one => `${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(' | ')}`))
"""


@pytest.mark.parametrize(
    ("which", "scheme"), [("site", "light"), ("rich", "light"), ("rich", "dark")]
)
def test_axe_finds_nothing(
    browser: Any, which: str, scheme: str, request: pytest.FixtureRequest
) -> None:
    root: Path = request.getfixturevalue(which)
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    wrong = {}
    for path in sample(root):
        page.goto(path.as_uri())
        page.evaluate(axe())
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(AXE):
                wrong[path.relative_to(root).as_posix(), width] = found
    context.close()
    assert wrong == {}


WIDE = """
() => document.documentElement.scrollWidth > document.documentElement.clientWidth
  || [...document.querySelectorAll('.scroll')]
    .some(region => region.scrollWidth > region.clientWidth && region.tabIndex !== 0)
"""


def test_every_page_is_silent_and_fits(browser: Any, site: Path) -> None:
    """Nothing on the console, nothing refused, nothing from elsewhere, nothing cut off."""
    page = browser.new_page()
    said: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(request.url))
    wrong: dict[str, object] = {}
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        own = {path.as_uri(), *((site / "assets" / name).as_uri() for name in ASSETS)}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(WIDE):
                wrong[path.name] = width
        if said or asked - own:
            wrong[path.name] = ([*said], asked - own)
        said.clear()
        asked.clear()
    page.close()
    assert wrong == {}


ASSETS = ("style.css", "table.js", "favicon.svg")


def test_the_rich_site_fits_on_a_phone(browser: Any, rich: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    wide = []
    for path in sample(rich):
        page.goto(path.as_uri())
        if page.evaluate(WIDE):
            wide.append(path.name)
    page.close()
    assert wide == []


FOCUSED = "() => document.activeElement.outerHTML.slice(0, 80)"
REACHABLE = """
() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(element => element.checkVisibility({visibilityProperty: true})).length
"""


@pytest.mark.parametrize("name", ["index.html", "program/index.html", "agency/diskominfo.html"])
def test_the_keyboard_reaches_everything(browser: Any, site: Path, name: str) -> None:
    if not (site / name).exists():
        name = next(iter(sorted((site / "agency").glob("*.html")))).relative_to(site).as_posix()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((site / name).as_uri())
    page.keyboard.press("Tab")
    assert 'href="#isi"' in page.evaluate(FOCUSED)
    reached = 1
    for _ in range(page.evaluate(REACHABLE) - 1):
        page.keyboard.press("Tab")
        reached += page.evaluate("() => document.activeElement !== document.body")
    assert reached == page.evaluate(REACHABLE)
    page.close()


# Filtering and sorting


@pytest.fixture
def programs(browser: Any, rich: Path) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((rich / "program/index.html").as_uri())
    yield page
    page.close()


def names(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("tbody th").all_inner_texts()]


def test_a_list_is_filtered_by_words_and_by_choice(programs: Any) -> None:
    everything = len(names(programs))
    status = programs.locator("[role=status]")
    assert status.inner_text() == f"Menampilkan {everything} dari {everything} baris."
    programs.get_by_label("Cari dalam daftar").fill("pelayanan publik")
    assert names(programs) == ["Mal Pelayanan Publik (MPP)"]
    assert status.inner_text() == f"Menampilkan 1 dari {everything} baris."
    programs.get_by_label("Dimensi").select_option("Smart Living")
    assert names(programs) == []
    assert programs.get_by_text("Tidak ada baris yang cocok").is_visible()
    programs.get_by_role("button", name="Hapus saringan").click()
    assert len(names(programs)) == everything


def test_a_list_is_sorted_by_its_headings(programs: Any) -> None:
    before = names(programs)
    money = programs.get_by_role("button", name="Dana direncanakan")
    heading = programs.locator("thead th", has=money)
    money.focus()
    programs.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    programs.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    shown = programs.locator("tbody td:last-child").all_inner_texts()
    amounts = [int(re.sub(r"\D", "", text)) for text in shown if text != "–"]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) > 1
    assert shown[len(amounts) :] == ["–"] * (len(shown) - len(amounts))
    assert sorted(names(programs)) == sorted(before)


def test_a_list_is_whole_without_scripts(browser: Any, rich: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((rich / "program/index.html").as_uri())
    assert len(names(page)) == 48
    assert page.locator("button, input, select").count() == 0
    context.close()


FIGURES = [
    "buku-1/01-pendahuluan.html",
    "buku-1/02-gambaran-umum-daerah.html",
    "buku-1/04-analisis-kesiapan.html",
    "buku-1/05-analisis-kesenjangan.html",
    "buku-2/02-arah-pembangunan.html",
    "buku-2/03-strategi-pembangunan.html",
    "buku-2/06-manajemen-risiko.html",
    "buku-2/07-peta-jalan.html",
    "buku-2/08-pembiayaan.html",
    "buku-2/09-monitoring-dan-evaluasi.html",
    "buku-2/10-sosialisasi-dan-literasi.html",
]
"""The chapters of the masterplan that hold figures."""

DRAWN = """
() => [...document.querySelectorAll('figure')].map(figure => {
  const shown = [...figure.querySelectorAll('svg')].filter(one => one.getClientRects().length);
  const [svg] = shown;
  const box = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const scale = box.width / svg.viewBox.baseVal.width;
  const small = Math.min(...texts.map(t => parseFloat(getComputedStyle(t).fontSize) * scale));
  const out = texts.filter(text => {
    const { left, right } = text.getBoundingClientRect();
    return left < box.left - 1 || right > box.right + 1;
  }).map(text => text.textContent);
  const scrolls = svg.parentElement.scrollWidth > svg.parentElement.clientWidth;
  return { shown: shown.length, small, out, scrolls, size: svg.classList[1] };
})
"""
CHOSEN = {320: "narrow", 360: "narrow", 768: "broad", 1280: "broad"}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_figure_is_drawn_for_the_width_of_the_page(browser: Any, rich: Path, width: int) -> None:
    """One drawing, whole, with letters of 11 pixels or more; only below 360 does it scroll."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = 0
    for name in FIGURES:
        page.goto((rich / name).as_uri())
        assert not page.evaluate(WIDE), name
        for figure in page.evaluate(DRAWN):
            found += 1
            assert figure["shown"] == 1, name
            assert figure["size"] == CHOSEN[width]
            assert figure["small"] >= 10.99, name
            assert figure["out"] == [], name
            assert not figure["scrolls"] or width < 360, name
    page.close()
    assert found > 30


def test_paper_shows_the_wide_drawing(browser: Any, rich: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.emulate_media(media="print")
    page.goto((rich / "buku-2/03-strategi-pembangunan.html").as_uri())
    (figure,) = page.evaluate(DRAWN)
    page.close()
    assert (figure["shown"], figure["size"]) == (1, "broad")

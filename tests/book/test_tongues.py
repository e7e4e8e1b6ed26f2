"""Pages in another language than the plan's: every word of the plan says whose tongue it is."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from smartplan.book.render import render
from smartplan.book.tongues import OwnWords, own_words
from smartplan.language import Language
from smartplan.load import load
from smartplan.plan import Plan
from tests.book.test_english import ROOT, indonesian

VOID = frozenset({"meta", "link", "img", "br", "rect", "path", "polyline", "input", "hr"})
MUTE = frozenset({"title", "script", "style", "svg"})


class Spoken(HTMLParser):
    """What each voice reads of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), "an attribute stands twice"
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in MUTE for tag, _ in self._open):
            self.said.setdefault(self._open[-1][1], []).append(" ".join(data.split()))


def spoken(plan: Plan, language: Language) -> dict[str, dict[str, list[str]]]:
    files = render(plan, ["html"], language=language)
    return {
        path: Spoken(files[path].decode("utf-8")).said for path in files if path.endswith(".html")
    }


def test_no_voice_reads_english_the_words_of_the_plan() -> None:
    bangli = load(ROOT / "examples" / "bangli").plan
    assert bangli is not None
    pages = spoken(bangli, Language.ENGLISH)
    assert {language for said in pages.values() for language in said} == {"en", "id"}
    wrong = {
        (path, text)
        for path, said in pages.items()
        for text in said["en"]
        if indonesian(re.sub(r"https?://\S+", "", text))
    }
    assert wrong == set()


@pytest.fixture
def english(minimal_plan: Path) -> Plan:
    """A plan that is written in English."""
    manifest = minimal_plan / "smartplan.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^title: .*$", "title: The test plan of a regency", text)
    text = text.replace("language: id", "language: en")
    manifest.write_text(text, encoding="utf-8")
    loaded = load(minimal_plan).plan
    assert loaded is not None
    return loaded


def test_an_english_plan_is_english_on_indonesian_pages(english: Plan) -> None:
    page = render(english, ["html"], language=Language.INDONESIAN)["index.html"].decode()
    assert '<html lang="id">' in page
    assert '<h1 lang="en">The test plan of a regency</h1>' in page


def test_a_page_in_the_language_of_the_plan_marks_nothing(plan: Plan, english: Plan) -> None:
    for one, language in ((plan, Language.INDONESIAN), (english, Language.ENGLISH)):
        assert own_words(one.speaking(language)).texts == frozenset()
        for page in render(one, ["html"], language=language).values():
            assert page.count(b' lang="') <= 1


@pytest.mark.parametrize(
    ("page", "read"),
    [
        # whole elements carry the mark themselves, others get an element of their own
        ("<td>Dinas Kesehatan</td>", '<td lang="id">Dinas Kesehatan</td>'),
        (
            "<p>Lead: Dinas Kesehatan</p>",
            '<p>Lead: <span lang="id">Dinas Kesehatan</span></p>',
        ),
        (
            "<li>Dinas Kesehatan, and RSUD.</li>",
            '<li><span lang="id">Dinas Kesehatan</span>, and <span lang="id">RSUD</span>.</li>',
        ),
        # the longest text wins, and a long one is known among our words
        (
            "<p>It runs Dinas Kesehatan Kota &amp; Desa well.</p>",
            '<p>It runs <span lang="id">Dinas Kesehatan Kota &amp; Desa</span> well.</p>',
        ),
        # a short one inside our sentence may be English, and part of a word is none
        ("<p>All data here.</p>", "<p>All data here.</p>"),
        ("<td>database</td>", "<td>database</td>"),
        ("<td>data</td>", '<td lang="id">data</td>'),
        # where no mark can stand
        ("<title>Dinas Kesehatan</title>", "<title>Dinas Kesehatan</title>"),
        ("<svg><text>Dinas Kesehatan</text></svg>", "<svg><text>Dinas Kesehatan</text></svg>"),
        ('<a title="Dinas Kesehatan">x</a>', '<a title="Dinas Kesehatan">x</a>'),
    ],
)
def test_words_are_found_where_they_stand(page: str, read: str) -> None:
    texts = ("Dinas Kesehatan", "Dinas Kesehatan Kota & Desa", "RSUD", "data")
    assert OwnWords("id", texts).marked(page) == read


def test_emphasis_does_not_hide_the_words(minimal_plan: Path) -> None:
    manifest = minimal_plan / "smartplan.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^summary: .*$", "summary: Rencana *yang sangat* rapi.", text)
    manifest.write_text(text, encoding="utf-8")
    loaded = load(minimal_plan).plan
    assert loaded is not None
    page = render(loaded, ["html"], language=Language.ENGLISH)["index.html"].decode()
    assert (
        '<p><span lang="id">Rencana</span> <em lang="id">yang sangat</em> '
        '<span lang="id">rapi.</span></p>' in page
    )

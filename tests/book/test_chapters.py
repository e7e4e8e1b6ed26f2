"""Chapter templates: what they say of themselves, what they may use, what is wrong with them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smartplan.book.problems import TemplateProblem
from smartplan.book.render import render
from smartplan.language import Language
from smartplan.plan import Plan

Chapters = Callable[..., dict[str, str]]


def text(files: dict[str, str], slug: str = "01-a") -> str:
    """A chapter's own Markdown, without the way to its neighbours."""
    return files[f"markdown/uji/{slug}.md"].partition("\n\n---\n")[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{ region.name }}", "Buleleng"),
        ("{{ period.start }}", "2024"),
        ("{{ as_of | day }}", "30 Juni 2025"),
        ("{{ 1500000000 | rupiah }}", "Rp1.500.000.000"),
        ("{{ 12500 | number }}", "12.500"),
        ("{{ 12 | percent }}", "12 %"),
        ("{{ 11 | words }}, {{ 12 | words }}, {{ 13 | words }}", "sebelas, dua belas, 13"),
        ("{{ ['a'] | listed }}", "a"),
        ("{{ ['a', 'b'] | listed }}", "a dan b"),
        ("{{ ['a', 'b', '*c*'] | listed }}", r"a, b, dan \*c\*"),
        ("{{ 48 | count_of('program') }}", "48 program"),
        ("{{ 0 | count_of('program') }}", "belum ada program"),
        ("{{ 'running' | label('state') }}", "berjalan"),
        ("{{ 'smart-x' | name('agency') }}", "smart-x"),
        ("{{ 'living' | name('dimension') }}", "Smart Living"),
        ("{{ (sources.sources | first).date | moment }}", "20 Juni 2025"),
        ("{{ manifest.publisher }}|{{ manifest.publisher | prose }}", "belum diisi|belum diisi"),
        ("{{ '**a**' ~ region.name }}", r"\*\*a\*\*Buleleng"),
        ("{{ 'a **b**\n\n- c' | prose }}", "a **b**\n\n- c"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('*') ~ '*' }}", r"**\***\*"),
        ("{% set x = region.name %}{{ x if true else '' }}", "Buleleng"),
    ],
)
def test_a_template_prints(chapters: Chapters, written: str, read: str) -> None:
    assert text(chapters(written)) == f"# Bab 1 Bab Uji\n\n{read}"


def test_macros_of_another_file_see_the_plan(
    plan: Plan, templates: Callable[[dict[str, str]], Path]
) -> None:
    folder = templates(
        {
            "id/macros/uji.md.j2": "{% macro m() %}{{ region.name }}{{ cite('S1') }}{% endmacro %}",
            "id/uji/01-a.md.j2": '{% set title = "A" %}{% from "id/macros/uji.md.j2" import m %}'
            "{{ m() }}",
        }
    )
    files = render(plan, ["markdown"], ["uji"], templates=folder)
    assert b"Buleleng[^1]" in files["uji/01-a.md"]


def test_a_chapter_without_its_stages_says_so_and_is_not_rendered(
    plan: Plan, chapters: Chapters
) -> None:
    files = {stage: read for stage, read in plan.files.items() if stage != "monev"}
    template = '{% set title = "A" %}{% set needs = ["programs", "monev"] %}{{ 1 / 0 }}'
    made = chapters(plan=replace(plan, files=files), **{"01_a": template})
    assert text(made) == (
        "# Bab 1 A\n\n"
        "Bab ini belum dapat disajikan karena tahap monitoring dan evaluasi belum disusun."
    )


def test_an_unnumbered_chapter_leaves_no_gap(chapters: Chapters) -> None:
    files = chapters(
        **{
            "00_kata": '{% set title = "Kata Pengantar" %}{% set numbered = false %}a',
            "01_satu": '{% set title = "Satu" %}a',
            "02_dua": '{% set title = "Dua" %}a',
        }
    )
    titles = [text(files, slug).split("\n")[0] for slug in ("00-kata", "01-satu", "02-dua")]
    assert titles == ["# Kata Pengantar", "# Bab 1 Satu", "# Bab 2 Dua"]


def test_a_title_may_name_the_region(chapters: Chapters) -> None:
    files = chapters(**{"01_a": '{% set title = "Profil " ~ region.name %}a'})
    assert text(files).startswith("# Bab 1 Profil Buleleng\n")


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("{{ programms }}", 2, "nama `programms` tidak dikenal; mungkin maksudnya `programs`"),
        ("\n\n{{ region.nme }}", 4, "`Region` tidak memiliki `nme`; mungkin maksudnya `name`"),
        ("{{ nirwana() }}", 2, "nama `nirwana` tidak dikenal"),
        ("{{ programms | rupiah }}", 2, "nama `programms` tidak dikenal"),
        ("{% if programms %}a{% endif %}", 2, "nama `programms` tidak dikenal"),
        ("{{ 5 | rupia }}", 2, "tidak ada filter `rupia`; mungkin maksudnya `rupiah`"),
        ("{{ 5 | safe }}", 2, "tidak ada filter `safe`"),
        ("{% if %}", 2, "templat tidak dapat dibaca"),
        ("{% include 'id/macros/tidak-ada.md.j2' %}", 2, "tidak ada templat"),
        ("{{ 1 / 0 }}", 2, "ZeroDivisionError"),
        ("{{ 'x' | label('state') }}", 2, "KeyError"),
        ("{{ table('x') }}", 2, "table() takes a Table, not str"),
        ("{{ cite(5) }}", 2, "cite() takes items and source ids, not int"),
        ("{{ total_planned(1, 2, 3) }}", 2, "TypeError"),
        ("{{ see('tidak-ada') }}", None, "`see` menyebut `tidak-ada`"),
        ("# Judul", None, "bab memakai `##`, `###`, dan `####`"),
        ("Lihat {{ table(money_fund_table()) }}", None, "harus berdiri pada baris tersendiri"),
    ],
)
def test_what_is_wrong_with_a_template_is_one_line(
    chapters: Chapters, template: str, line: int | None, said: str
) -> None:
    with pytest.raises(TemplateProblem) as caught:
        chapters(template)
    problem = caught.value
    assert problem.file.endswith("templates/id/uji/01-a.md.j2")
    assert problem.line == line
    assert said in problem.say(Language.INDONESIAN)
    assert "\n" not in problem.say(Language.INDONESIAN)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("id/uji/01-a.md.j2", b"\xff\xfe", "templat bukan UTF-8"),
        ("id/uji/01-a.md.j2", b"tanpa judul", "bab belum memiliki `title`"),
        ("id/uji/01-a.md.j2", b'{% set title = "A" %}{% set needs = ["x"] %}', "tahap `x`"),
        ("id/uji/01-a.md.j2", b'{% set title = "A" %}{% set needs = x %}', "daftar tahap"),
        ("id/uji/_book.toml", b'title = "A"', "belum memiliki `short`"),
        ("id/uji/_book.toml", b"title =", "tidak dapat dibaca"),
        ("html/chapter.html.j2", b"{{ chaptr.title }}", "`chaptr` tidak dikenal"),
        ("html/page.html.j2", b"{% block %}", "templat tidak dapat dibaca"),
    ],
)
def test_a_broken_file_of_the_templates_is_named(
    plan: Plan,
    templates: Callable[[dict[str, str]], Path],
    name: str,
    content: bytes,
    said: str,
) -> None:
    folder = templates({"id/uji/01-a.md.j2": '{% set title = "A" %}a'})
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    with pytest.raises(TemplateProblem) as caught:
        render(plan, books=["uji"], templates=folder)
    assert caught.value.file == (folder / name).as_posix()
    assert said in caught.value.say(Language.INDONESIAN)


def test_a_bug_in_a_figure_is_not_blamed_on_the_template(plan: Plan, chapters: Chapters) -> None:
    with pytest.raises(AttributeError):
        chapters("{{ total_planned() }}", plan=replace(plan, programs=None))  # type: ignore[arg-type]


def test_own_templates_stand_in_for_the_packaged_ones(
    plan: Plan, templates: Callable[[dict[str, str]], Path]
) -> None:
    folder = templates({"html/style.css": "body { color: red }\n"})
    (folder / "id" / "buku-3").mkdir(parents=True)
    (folder / "id" / "buku-3" / "02-visi-dan-misi.md.j2").write_text('{% set title = "V" %}Pendek.')
    own = render(plan, books=["buku-3"], templates=folder)
    packaged = render(plan, books=["buku-3"])
    assert own["html/assets/style.css"] == b"body { color: red }\n"
    assert b"Pendek." in own["markdown/buku-3/02-visi-dan-misi.md"]
    assert own.keys() == packaged.keys()
    same = "markdown/buku-3/01-mengapa-smart-city.md"
    assert own[same] == packaged[same]

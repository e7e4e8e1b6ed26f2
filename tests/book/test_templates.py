"""Templates as an interface: documented, copied, told when outdated, enough for a new book."""

import re
from pathlib import Path

import pytest
from conftest import Run

from smartplan.book import overrides
from smartplan.book.chapters import _SETTINGS, Chapters, figures
from smartplan.book.filters import filters
from smartplan.book.folders import Folders
from smartplan.book.guide import CALLS, CONTEXT, FILTERS, SETTINGS, guide, macros
from smartplan.book.overrides import copy_of, fingerprint, outdated, shipped_names
from smartplan.book.render import render
from smartplan.language import Language
from smartplan.plan import Plan
from smartplan.shipped import templates

QUICK_WINS = "id/buku-2/05-quick-win.md.j2"


def test_every_name_of_a_template_is_documented_and_no_other(plan: Plan) -> None:
    made = Chapters(plan, Folders(), Language.INDONESIAN)
    names = set(made._environment.globals) - set(figures())

    assert set(CONTEXT) | set(CALLS) == names | {"book", "item"}
    assert set(FILTERS) == set(filters(plan, Language.INDONESIAN))
    assert set(SETTINGS) == set(_SETTINGS)


def test_every_figure_and_macro_is_documented_with_a_line() -> None:
    page = guide()

    for name in figures():
        row = re.search(rf"(?m)^\| `{name}\((?!plan).*\)` \| `.+` \| (.+) \|$", page)
        assert row, name
        assert row[1].endswith((".", ":")) or len(row[1]) > 10, name
    assert "smartplan.stages" not in page.split("## Figures")[1]
    for name, call, about in macros(("id/macros/", "en/macros/")):
        assert about, f"{name}: {call}"
        assert f"| `{call}` | `{name}` |" in page


@pytest.mark.parametrize("name", shipped_names())
def test_a_copy_renders_as_the_original(name: str) -> None:
    copied = copy_of(name)
    first, rest = copied.split(b"\n", 1)

    assert rest == (templates() / name).read_bytes()
    assert fingerprint(rest) in first.decode()
    assert name in first.decode()


def test_a_folder_of_copies_changes_nothing_and_is_not_outdated(
    plan: Plan, run: Run, tmp_path: Path
) -> None:
    for folder in ("id", "html", "figures"):
        copied = run("templates", "copy", folder, "--to", "templat")
        assert copied.returncode == 0

    own = tmp_path / "templat"
    assert outdated(own) == ()
    ours, theirs = render(plan, templates=own), render(plan)
    assert sorted(ours) == sorted(theirs)
    differing = [path for path in ours if ours[path] != theirs[path]]
    assert [path for path in differing if not path.endswith((".css", ".js", ".svg"))] == []


def test_one_template_is_copied_and_never_written_over(run: Run, tmp_path: Path) -> None:
    listed = run("templates", "list", "id/buku-2")
    first = run("templates", "copy", QUICK_WINS)
    again = run("templates", "copy", QUICK_WINS)

    assert QUICK_WINS in listed.stdout.splitlines()
    assert all(line.startswith("id/buku-2/") for line in listed.stdout.splitlines())
    assert first.stdout == (
        f"Disalin: `templat/{QUICK_WINS}`.\nPakai: smartplan render PLAN --templates templat\n"
    )
    assert (tmp_path / "templat" / QUICK_WINS).read_bytes() == copy_of(QUICK_WINS)
    assert again.returncode == 2
    assert "sudah ada" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("copy",), "sebut templat yang disalin"),
        (
            ("copy", "id/buku-2/05-quickwin.md.j2"),
            f"tidak ada templat `id/buku-2/05-quickwin.md.j2`; mungkin `{QUICK_WINS}`",
        ),
        (("copy", "05-quick-win"), f"`{QUICK_WINS}`"),
        (("copy", "../../etc/passwd"), "tidak ada templat"),
        (("copy", "plan/team.yaml.j2"), "tidak ada templat"),
        (("list", "xyzzy"), "lihat `smartplan templates list`"),
        (("hapus",), "hapus"),
    ],
)
def test_a_wrong_call_is_told(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run("templates", *words)

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def _age(path: Path) -> None:
    """Make a copy look as if its original had been another."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"sha256 [0-9a-f]{16}", "sha256 " + "0" * 16, text), encoding="utf-8")


def test_a_copy_whose_original_changed_is_told_once_and_still_used(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    run("templates", "copy", QUICK_WINS, "--to", "templat")
    copied = tmp_path / "templat" / QUICK_WINS
    call = ("render", str(minimal_plan), "--templates", "templat", "--to", "markdown")
    fresh = run(*call)
    _age(copied)
    aged = run(*call)
    now = fingerprint((templates() / QUICK_WINS).read_bytes())
    copied.write_text(
        copied.read_text("utf-8").replace("sha256 " + "0" * 16, f"sha256 {now}"), encoding="utf-8"
    )
    adapted = run(*call)

    assert [done.returncode for done in (fresh, aged, adapted)] == [0, 0, 0]
    assert (fresh.stderr, adapted.stderr) == ("", "")
    assert aged.stderr.count("\n") == 1
    assert f"templat `templat/{QUICK_WINS}` disalin dari smartplan" in aged.stderr
    assert f"smartplan templates copy {QUICK_WINS} --to FOLDER-LAIN" in aged.stderr
    assert f"sha256 {now}" in aged.stderr


def test_a_copy_whose_original_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / QUICK_WINS
    path.parent.mkdir(parents=True)
    path.write_bytes(copy_of(QUICK_WINS))
    monkeypatch.setattr(overrides, "shipped_names", tuple)

    (found,) = outdated(tmp_path)

    assert found.now == ""
    assert "sudah tidak ada" in found.message.indonesian
    assert "is there no more" in found.message.english


def test_a_fifth_book_in_another_order_needs_templates_and_one_line(
    run: Run, minimal_plan: Path, tmp_path: Path
) -> None:
    book = tmp_path / "templat" / "id" / "buku-5"
    book.mkdir(parents=True)
    (book / "_book.toml").write_text(
        'title = "Buku V: Program per Dinas"\nshort = "Buku V"\ndescription = "Untuk dinas."\n',
        encoding="utf-8",
    )
    (book / "01-program.md.j2").write_text(
        '{% set title = "Program" %}\n\nAda {{ programs.programs | count | number }} program.\n\n'
        "{{ table(money_fund_table()) }}\n",
        encoding="utf-8",
    )
    manifest = minimal_plan / "smartplan.yaml"
    line = "books: [{template: buku-5}, {template: buku-1}]\n"
    manifest.write_text(manifest.read_text("utf-8") + line, encoding="utf-8")

    done = run("render", str(minimal_plan), "--templates", "templat", "--out", "buku")

    assert (done.returncode, done.stderr) == (0, "")
    front = (tmp_path / "buku" / "markdown" / "README.md").read_text("utf-8")
    assert front.index("Buku V: Program per Dinas") < front.index("Buku I:")
    assert "Buku II:" not in front
    chapter = (tmp_path / "buku" / "markdown" / "buku-5" / "01-program.md").read_text("utf-8")
    assert "Ada 18 program." in chapter
    assert "Tabel 1.1" in chapter
    assert (tmp_path / "buku" / "html" / "buku-5").is_dir()

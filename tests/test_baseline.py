"""`--write-baseline` and `--baseline`: known findings are told no more, new ones fail."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from conftest import Run, overlay

from smartplan.choices import Choice
from smartplan.cli.plans import Task, examine
from smartplan.known_findings import Foreign, compared, counted, read, written

SOURCES = """\
sources:
  - id: S1
    title: Laporan kabupaten
    date: 2025-06-20
    where: Arsip Dinas Komunikasi dan Informatika
    kind: government
    confidence: A
  - {id: S8, title: Lama, date: 2025, where: Arsip, kind: government, confidence: A}
"""
S9 = "  - {id: S9, title: Baru, date: 2025, where: Arsip, kind: government, confidence: A}\n"
KNOWN = """\
{
 "smartplan_baseline": 1,
 "plans": [
  {"region": "51.08", "findings": [
   {"code": "PLN002", "stage": "sources", "subject": "sources/S8/id", "count": 1}
  ]}
 ]
}
"""


@pytest.fixture
def old(minimal_plan: Path) -> Path:
    """A plan that was there before the tool."""
    overlay(minimal_plan, {"sources.yaml": SOURCES})
    return minimal_plan


def told(run: Run, *words: str) -> tuple[int, list[tuple[str, int, str]], str]:
    """Exit code, findings, the last line without its time."""
    done = run("validate", *words, "--fail-on", "note", "--output-format", "json")
    found = json.loads(done.stdout)["findings"]
    lines = [line for line in done.stderr.splitlines() if line]
    return (
        done.returncode,
        [(finding["file"], finding["line"], finding["code"]) for finding in found],
        "\n".join(line.rpartition("; ")[0] or line for line in lines),
    )


def test_what_is_written_is_the_same_for_any_name_of_the_folder(
    run: Run, old: Path, tmp_path: Path
) -> None:
    done = run("validate", "plan", "--write-baseline", "acuan.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 temuan dicatat sebagai acuan di `acuan.json`\n"
    assert (tmp_path / "acuan.json").read_bytes() == KNOWN.encode()
    old.rename(tmp_path / "rencana lain")
    run("validate", str(tmp_path / "rencana lain"), "--write-baseline", "lain.json")
    assert (tmp_path / "lain.json").read_bytes() == KNOWN.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "acuan.json", "lain.json", "rencana lain",
    ]  # fmt: skip


def test_known_findings_stay_known_when_lines_move(run: Run, old: Path, tmp_path: Path) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN, encoding="utf-8")
    overlay(old, {"sources.yaml": "# satu\n# dua\n\n" + SOURCES})
    assert told(run, "plan", "--baseline", "acuan.json") == (
        0, [], "bersih dalam 11 berkas; 1 temuan lama",
    )  # fmt: skip


def test_only_what_is_new_is_told_and_fails(run: Run, old: Path, tmp_path: Path) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN, encoding="utf-8")
    overlay(old, {"sources.yaml": SOURCES + S9})
    assert told(run, "plan", "--baseline", "acuan.json") == (
        1,
        [("plan/sources.yaml", 9, "PLN002")],
        "1 peringatan dalam 11 berkas; 1 temuan lama",
    )


def test_what_is_gone_is_told(run: Run, old: Path, tmp_path: Path) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN, encoding="utf-8")
    overlay(old, {"sources.yaml": SOURCES.rpartition("  - {")[0]})
    code, found, said = told(run, "plan", "--baseline", "acuan.json")
    assert (code, found) == (0, [])
    gone = "1 temuan lama sudah hilang: tulis ulang acuan dengan `--write-baseline`"
    assert said.splitlines() == ["bersih dalam 11 berkas", gone]
    assert "hilang" not in told(run, "plan", "--baseline", "acuan.json", "--ignore", "PLN")[2]


def test_a_file_moves_into_a_folder_of_its_stage(run: Run, old: Path, tmp_path: Path) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN, encoding="utf-8")
    (old / "sources").mkdir()
    (old / "sources.yaml").rename(old / "sources" / "semua.yaml")
    assert told(run, "plan", "--baseline", "acuan.json")[:2] == (0, [])


def test_what_is_not_chosen_or_of_another_plan_is_not_gone(old: Path) -> None:
    record = examine(Task(old, "plan"))
    known = {
        ("51.08", ""): Counter({("PLN002", "sources", "x"): 1, ("PRG001", "programs", "y"): 2})
    }
    other = {("51.02", ""): Counter({("PRG001", "programs", "y"): 4})}
    for choice, gone in ((Choice(), 3), (Choice(select=("PRG",)), 2), (Choice(("THE",)), 0)):
        assert compared([record], choice, known, ["plan"]).gone == gone
        assert compared([record], choice, {**known, **other}, ["plan"]).gone == gone


def test_one_more_of_the_same_is_new(old: Path) -> None:
    line = "  - {term: SPBE, meaning: Sistem, sources: [kominfo]}\n"
    twice = "terms:\n" + line * 2
    overlay(old, {"theory.yaml": twice})
    record = examine(Task(old, "plan"))
    known = counted([record], Choice(select=("REF",)), ["plan"])
    assert sorted(known["51.08", ""].values()) == [1, 2]  # the second line is also a repetition
    overlay(old, {"theory.yaml": twice + line})
    against = compared([examine(Task(old, "plan"))], Choice(select=("REF",)), known, ["plan"])
    assert [d.location.line for d in against.fresh if d.kind.code == "REF002"] == [4]
    assert against.known == 3


def test_several_plans_are_told_apart_by_their_regions(run: Run, old: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    shutil.copytree(old, other)
    manifest = (other / "smartplan.yaml").read_text("utf-8")
    bangli = manifest.replace('"51.08", name: Buleleng', '"51.06", name: Bangli')
    overlay(other, {"smartplan.yaml": bangli})
    run("validate", "plan", "lain", "--write-baseline", "acuan.json")
    overlay(old, {"sources.yaml": SOURCES.replace("S8", "S9")})
    overlay(other, {"sources.yaml": SOURCES.replace("S8", "S1B")})
    code, found, said = told(run, "lain", "plan", "--baseline", "acuan.json")
    assert (code, [place[0] for place in found]) == (1, ["lain/sources.yaml", "plan/sources.yaml"])
    assert said.splitlines()[1].startswith("2 temuan lama sudah hilang")
    assert "1 temuan lama sudah hilang" in told(run, "plan", "--baseline", "acuan.json")[2]


def test_a_single_plan_may_get_the_right_region_later(run: Run, old: Path, tmp_path: Path) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN.replace("51.08", "5108"), encoding="utf-8")
    assert told(run, "plan", "--baseline", "acuan.json")[:2] == (0, [])


def test_plans_of_one_region_are_told_apart_by_their_folders(
    run: Run, old: Path, tmp_path: Path
) -> None:
    shutil.copytree(old, tmp_path / "lain")
    (tmp_path / "ci").mkdir()
    overlay(tmp_path / "lain", {"sources.yaml": SOURCES.rpartition("  - {")[0]})
    run("validate", "plan", "lain", "--write-baseline", "ci/acuan.json")
    assert (tmp_path / "ci" / "acuan.json").read_text("utf-8") == KNOWN.replace(
        '"51.08", "findings": [\n',
        '"51.08", "folder": "../lain", "findings": []},\n'
        '  {"region": "51.08", "folder": "../plan", "findings": [\n',
    )
    against = ("--baseline", "ci/acuan.json")
    assert told(run, "lain", "plan", *against)[:2] == (0, [])
    overlay(tmp_path / "lain", {"sources.yaml": SOURCES})
    overlay(old, {"sources.yaml": SOURCES.rpartition("  - {")[0]})
    moved = [("lain/sources.yaml", 8, "PLN002")]
    assert told(run, "plan", "lain", *against)[:2] == (1, moved)
    assert told(run, "lain", *against)[:2] == (1, moved)
    assert told(run, "plan", *against)[:2] == (0, [])
    done = run(
        "validate", str(tmp_path / "lain"), "--fail-on", "note",
        "--baseline", str(tmp_path / "ci" / "acuan.json"), cwd=tmp_path / "ci",
    )  # fmt: skip
    assert done.returncode == 1


def test_a_file_that_knows_plans_of_one_region_as_one_is_refused(
    run: Run, old: Path, tmp_path: Path
) -> None:
    (tmp_path / "acuan.json").write_text(KNOWN, encoding="utf-8")
    shutil.copytree(old, tmp_path / "lain")
    done = run("validate", "plan", "lain", "--baseline", "acuan.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "smartplan: nilai keliru untuk --baseline: `acuan.json` mencatat rencana wilayah 51.08 "
        "tanpa foldernya, sedangkan ada beberapa: `plan`, `lain`; tulis ulang dengan "
        "`--write-baseline`, atau periksa masing-masing dengan acuannya sendiri "
        "(lihat `smartplan --help`)\n"
    )
    assert told(run, "lain", "--baseline", "acuan.json")[:2] == (0, [])


def test_plans_without_a_region_do_not_hide_each_others_findings(
    run: Run, old: Path, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "smartplan.yaml").write_text("", encoding="utf-8")
    run("validate", "plan", "a", "--write-baseline", "acuan.json")
    assert told(run, "plan", "a", "--baseline", "acuan.json")[:2] == (0, [])
    code, found, _ = told(run, "plan", "b", "a", "--baseline", "acuan.json")
    assert (code, [place[0] for place in found]) == (1, ["b/smartplan.yaml", "a/smartplan.yaml"])
    run("validate", "plan", "a", "b", "--write-baseline", "acuan.json")
    assert told(run, "plan", "b", "a", "--baseline", "acuan.json")[:2] == (0, [])


def test_an_error_that_no_choice_sets_aside_can_be_known(
    run: Run, old: Path, tmp_path: Path
) -> None:
    text = (old / "programs.yaml").read_text("utf-8")
    overlay(old, {"programs.yaml": text.replace("name: Loket daring terpadu", "name:", 1)})
    words = ("plan", "--select", "SCH")
    run("validate", *words, "--write-baseline", "acuan.json")
    assert '"code": "SCH010"' in (tmp_path / "acuan.json").read_text("utf-8")
    assert told(run, *words, "--baseline", "acuan.json")[:2] == (0, [])


def test_a_mark_of_the_byte_order_is_no_part_of_the_file(
    run: Run, old: Path, tmp_path: Path
) -> None:
    (tmp_path / "acuan.json").write_bytes(b"\xef\xbb\xbf" + KNOWN.encode())
    assert told(run, "plan", "--baseline", "acuan.json")[:2] == (0, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        "[" * 100_000,
        '{"version": 1, "findings": []}',
        KNOWN.replace(": 1,", ": 2,", 1),
        KNOWN.replace('"plans": [', '"plans": [1,'),
        KNOWN.replace('"subject"', '"line"'),
        KNOWN.replace('"count": 1', '"count": "1"'),
        KNOWN.replace('"count": 1', '"count": -1'),
        KNOWN.replace('"count": 1', '"count": true'),
        KNOWN.replace('"count": 1', '"count": 1.0'),
        KNOWN.replace(": 1,", ": true,", 1),
        KNOWN.replace('"51.08"', "51"),
        '{"smartplan_baseline": 1, "plans": {}}',
        KNOWN.replace('"51.08"', '"51.08", "folder": ["plan"]'),
        KNOWN.replace('"PLN002"', "7"),
        "programs:\n  - id: p\n",
    ],
)
def test_a_broken_or_foreign_file_is_a_wrong_call(
    run: Run, old: Path, tmp_path: Path, text: str
) -> None:
    with pytest.raises(Foreign):
        read(text)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe{}", "`acuan.json` bukan acuan temuan; tulis dengan `--write-baseline`"),
        (b"{", "`acuan.json` bukan acuan temuan; tulis dengan `--write-baseline`"),
        (None, "`acuan.json` tidak terbaca: berkas atau foldernya tidak ada"),
    ],
)
def test_the_wrong_call_is_one_line(
    run: Run, old: Path, tmp_path: Path, raw: bytes | None, said: str
) -> None:
    if raw is not None:
        (tmp_path / "acuan.json").write_bytes(raw)
    done = run("validate", "plan", "--baseline", "acuan.json")
    assert (done.returncode, done.stdout) == (2, "")
    expected = f"smartplan: nilai keliru untuk --baseline: {said} (lihat `smartplan --help`)\n"
    assert done.stderr == expected


def test_reading_and_writing_in_one_call_is_refused(run: Run, old: Path, tmp_path: Path) -> None:
    done = run("validate", "plan", "--baseline", "a.json", "--write-baseline", "a.json")
    assert done.returncode == 2
    assert not (tmp_path / "a.json").exists()


def test_a_plan_is_not_written_over(run: Run, old: Path) -> None:
    before = (old / "smartplan.yaml").read_bytes()
    done = run("validate", "plan", "--write-baseline", "plan/smartplan.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith("smartplan: nilai keliru untuk --write-baseline: ")
    assert (old / "smartplan.yaml").read_bytes() == before


def test_what_is_written_is_read_back(old: Path) -> None:
    overlay(old, {"theory.yaml": 'terms:\n  - {term: "a\\"b\\\\c", sources: [S77, é]}\n'})
    known = counted([examine(Task(old, "plan"))], Choice(), ["plan"])
    assert read(written(known)) == known

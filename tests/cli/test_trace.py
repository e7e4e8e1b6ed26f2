"""`smartplan trace` and `smartplan impact`: the right item, the right form, the book's rows."""

import csv
import json
import re

import pytest
from conftest import EXAMPLES, MINIMAL

from smartplan.book.render import render
from smartplan.load import load

BULELENG = str(EXAMPLES / "buleleng")


def test_trace_in_the_folder_of_the_plan(run):
    done = run("trace", "t-1", "--up", cwd=MINIMAL)

    assert done.returncode == 0
    assert done.stdout.startswith("tujuan t-1: Pelayanan yang merata\n\nKe atas\n  misi m-1: ")
    assert "Ke bawah" not in done.stdout


@pytest.mark.parametrize("command", ["trace", "impact"])
def test_an_unknown_id_is_a_wrong_call_with_the_nearest(run, command):
    done = run(command, BULELENG, "indeks-spb", SMARTPLAN_LANG="en")

    assert (done.returncode, done.stdout) == (2, "")
    assert "perhaps `indeks-spbe` (Indeks SPBE)" in done.stderr


@pytest.mark.parametrize("command", ["trace", "impact"])
def test_an_id_of_two_kinds_needs_its_kind(run, minimal_plan, command):
    path = minimal_plan / "monev.yaml"
    text = path.read_text("utf-8").replace("id: k-public-service", "id: m-1", 1)
    path.write_text(text, encoding="utf-8")

    wrong = run(command, "m-1", cwd=minimal_plan)
    right = run(command, "indicator:m-1", "--output-format", "json", cwd=minimal_plan)

    assert wrong.returncode == 2
    assert "`mission:m-1` (Memajukan enam dimensi kota cerdas)" in wrong.stderr
    assert "`indicator:m-1` (Layanan yang dapat diurus daring)" in wrong.stderr
    assert right.returncode == 0
    assert json.loads(right.stdout)["version"] == 1


def test_what_is_not_in_the_chain_is_told(run):
    done = run("trace", "kominfo", cwd=MINIMAL)

    assert done.returncode == 2
    assert "`smartplan impact`" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("trace", "t-1", "--output-format", "csv"),
        ("trace", "--matrix", "--output-format", "dot"),
        ("trace", "--matrix", ".", "t-1"),
        ("trace",),
        ("trace", "salah:t-1"),
    ],
)
def test_wrong_calls(run, words):
    assert run(*words, cwd=MINIMAL).returncode == 2


def rows_of_the_book() -> list[list[str]]:
    plan = load(EXAMPLES / "buleleng").plan
    assert plan is not None
    text = render(plan, ["markdown"], ["buku-2"])["buku-2/91-matriks-keterlacakan.md"].decode()
    rows = [line.strip("|").split("|") for line in text.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if len(row) == 7 and row[0] not in ("Program", ":--")]


def test_the_matrix_has_the_rows_of_the_book(run):
    done = run("trace", "--matrix", BULELENG, "--output-format", "csv")

    head, *rows = csv.reader(done.stdout.splitlines())
    assert head == ["dimensi", "Program", "Sasaran", "Tujuan", "Misi", "Rujukan", "Indikator",
                    "Celah"]  # fmt: skip
    book = rows_of_the_book()
    assert len(rows) == len(book) == 48
    assert [row[2:6] for row in rows] == [row[1:5] for row in book]
    assert [row[7] for row in rows] == [row[6] for row in book]


def test_the_matrix_as_json_has_the_same_programs(run):
    rows = json.loads(run("trace", "--matrix", BULELENG, "--output-format", "json").stdout)["rows"]

    assert len(rows) == 48
    assert rows[0]["ways"][0]["mission"] == "misi-tata-kelola"


def test_impact_finds_the_chapters(run):
    done = run("impact", BULELENG, "buleleng-command-center", "--output-format", "json")
    document = json.loads(done.stdout)

    chapters = {(one["book"], one["chapter"]) for one in document["chapters"]}
    assert ("buku-2", "91-matriks-keterlacakan") in chapters
    assert ("buku-2", "04-rencana-aksi") in chapters
    assert ("buku-2", "93-glosarium") not in chapters


def test_impact_in_words(run):
    done = run("impact", "a-governance", cwd=MINIMAL)

    assert done.returncode == 0
    assert "Program (3)\n  p-public-service (Loket daring terpadu): langsung, `policies`" in (
        done.stdout
    )
    assert "  2024 rencana: Rp100.000.000; Rp0" in done.stdout
    assert "melalui program p-public-service, `measures`" in done.stdout


def test_the_matrix_tells_what_its_marks_stand_for(run):
    done = run("trace", "--matrix", str(MINIMAL))

    assert done.returncode == 0
    rows, _, marks = done.stdout.partition("\nTanda\n")
    assert "celah utuh" not in rows
    used = set(re.findall(r"\b[RMTS]\d+\b", rows))
    assert {"R1", "M1", "T1", "S1"} <= used
    assert [mark for mark in used if f"\n  {mark}: " not in f"\n{marks}"] == []
    assert "  M1: misi, " in marks
    assert "  T1: tujuan, " in marks
    assert "  S1: sasaran, " in marks
    assert "  R1: misi dokumen rujukan, " in marks


def test_what_hangs_on_an_agency_is_named_and_not_numbered(run):
    done = run("impact", str(MINIMAL), "kominfo")

    assert done.returncode == 0
    assert not re.search(r"(?m)^  [a-z_]+/", done.stdout)
    assert "  rapat 10 April 2025, " in done.stdout
    assert "`agency` dalam `members`" in done.stdout


def test_several_have_the_form_of_several(run):
    done = run("impact", str(MINIMAL), "kominfo", "--lang", "en")

    heads = re.findall(r"(?m)^([A-Z][a-z ]+) \((\d+)\)$", done.stdout)
    assert heads[:2] == [("Programs", "18"), ("Indicators", "24")]
    assert ("Inventory item", "1") in heads

"""`smartplan sheet`: out, in again, and what does not fit by row and column."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from smartplan.exchange.rehearsal import rehearse
from smartplan.exchange.sheet import COLUMNS, bare, guarded, read, sheet
from smartplan.load import load

ROOT = Path(__file__).parent.parent.parent

MONEV = """
indicators:
  - {id: angka, name: "=HYPERLINK(1)", level: output, unit: "-", formula: rising,
     targets: {2025: 1500.5}, owner: dlh, frequency: monthly}
  - {id: besar, name: Besar, level: output, unit: rupiah, formula: rising,
     targets: {2025: 28000000000}, owner: dlh, frequency: quarterly}
  - {id: lain, name: Lain, level: output, unit: unit, formula: rising, owner: pu}
realisations:
  - {indicator: angka, period: 2025-01, value: 2.4870, qualifier: about, sources: [S1, S2],
     note: "=1+1", obstacles: "'=kutip", drivers: "dua\\nbaris; \\"kutip\\""}
  - {indicator: angka, period: 2025-02, value: -93.80, basis: proposal}
  - {indicator: angka, period: 2025-03, text: "@zona", sources: [S1]}
  - {indicator: angka, period: 2025-04-15, no_data: "+rusak"}
  - {indicator: besar, period: 2025-Q1, value: 28000000000, sources: [S1]}
"""


@pytest.fixture
def plan(written):
    return written(monev=MONEV, team="agencies: [{id: dlh, name: DLH}, {id: pu, name: Dinas PU}]")


def _rows(text):
    delimiter = ";" if text.split("\n")[0].count(";") else ","
    return list(
        csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    )


def _edited(text, changes):
    """The sheet with `{(row, column): cell}`; rows count from 1, the heading's."""
    rows = _rows(text)
    for (row, column), cell in changes.items():
        rows[row - 1][COLUMNS.index(column)] = cell
    stream = io.StringIO(newline="")
    delimiter = ";" if text.split("\n")[0].count(";") else ","
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize("delimiter", [";", ","])
def test_an_untouched_sheet_changes_nothing(plan, delimiter):
    text = sheet(plan, "dlh", 2025, delimiter)

    found = read(plan, text.encode())

    assert found.entries == ()
    assert found.misfits == ()
    assert len(found.rows) == 13 + 4


@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_sheet_goes_out_and_into_an_empty_plan_exactly(plan, written, delimiter):
    text = sheet(plan, "dlh", 2025, delimiter)
    empty = MONEV.split("realisations:", maxsplit=1)[0]
    bare_plan = written(
        monev=empty, team="agencies: [{id: dlh, name: DLH}, {id: pu, name: Dinas PU}]"
    )

    found = read(bare_plan, text.encode())
    again = rehearse(load(bare_plan.folder), "", found.entries)

    assert again.plan is not None
    assert sheet(again.plan, "dlh", 2025, delimiter) == text


def test_numbers_follow_the_delimiter(plan):
    semicolon, comma = (_rows(sheet(plan, "dlh", 2025, d)) for d in (";", ","))
    value, target = COLUMNS.index("nilai"), COLUMNS.index("target")

    assert (semicolon[1][value], comma[1][value]) == ("2,4870", "2.4870")
    assert (semicolon[1][target], comma[1][target]) == ("1500,5", "1500.5")


def test_no_cell_is_a_formula(plan):
    risky = [
        cell
        for row in _rows(sheet(plan, "dlh", 2025))
        for cell in row
        if cell[:1] in tuple("=+-@\t\r") and cell[:1]
    ]

    assert risky == ["-93,80"]


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-a", "@a", "'=1", "''=1", "'a", "a", "\t=", "＝1", "", "'", "a=1"]
)
def test_the_guard_comes_off_exactly(text):
    assert bare(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({(3, "nilai"): "-12,5"}, {"value": "-12.5"}),
        ({(2, "nilai"): "3,125"}, {"value": "3.1250"}),
        ({(2, "nilai"): "60.98"}, {"value": "60.98"}),
        ({(2, "nilai"): "1500000"}, {"value": "1500000"}),
        ({(2, "sumber"): "S3, S4"}, {"sources": ("S3", "S4")}),
        ({(2, "catatan"): ""}, {"note": None}),
        ({(3, "nilai"): "", (3, "belum_ada_data"): "hilang"}, {"value": None, "no_data": "hilang"}),
        ({(6, "nilai"): "7", (6, "sumber"): "S1"}, {"value": "7", "sources": ("S1",)}),
    ],
)
def test_what_changed_is_read(plan, changes, fields):
    found = read(plan, _edited(sheet(plan, "dlh", 2025), changes))

    assert found.misfits == ()
    assert [entry.fields for entry in found.entries] == [fields]


@pytest.mark.parametrize(
    "changes",
    [
        {(2, "nilai"): "2,487"},  # what a spreadsheet makes of 2,4870
        {(3, "nilai"): "-93,8"},
        {(2, "sumber"): "S1,S2"},
        {(2, "target"): "1500,50"},
        {(15, "target"): "2,8E+10"},
    ],
)
def test_what_a_spreadsheet_writes_otherwise_is_no_change(plan, changes):
    found = read(plan, _edited(sheet(plan, "dlh", 2025), changes))

    assert (found.entries, found.misfits) == ((), ())


@pytest.mark.parametrize(
    ("delimiter", "changes", "told"),
    [
        (";", {(2, "nilai"): "1.500.000"}, (2, "nilai", "tulis `1500000`")),
        (";", {(2, "nilai"): "1.500"}, (2, "nilai", "tulis `1500` / `1,5000`")),
        (";", {(2, "nilai"): "2,8E+10"}, (2, "nilai", "dipendekkan")),
        (";", {(2, "nilai"): "banyak"}, (2, "nilai", "bukan angka")),
        (",", {(2, "nilai"): "12,5"}, (2, "nilai", "tulis `12.5`")),
        (",", {(2, "nilai"): "1.500"}, (2, "nilai", "tulis `1500` / `1.5000`")),
        (";", {(2, "indikator"): "angk"}, (2, "indikator", "mungkin `angka`?")),
        (";", {(2, "indikator"): "lain"}, (2, "indikator", "bukan milik `dlh`")),
        (";", {(2, "periode"): "Jan-25"}, (2, "periode", "bukan periode")),
        (";", {(2, "periode"): "2025-02"}, (3, "periode", "baris 2")),
        (";", {(2, "satuan"): "ton"}, (2, "satuan", "hanya untuk dibaca")),
        (";", {(2, "target"): "9"}, (2, "target", "hanya untuk dibaca")),
        (";", {(2, "kata"): "x"}, (2, "kata", "hanya satu")),
        (";", {(3, "nilai"): ""}, (3, "nilai", "dikosongkan")),
        (";", {(6, "catatan"): "x"}, (6, "nilai", "salah satu")),
        (";", {(14, "nilai"): "1"}, (14, "periode", "belum dimulai")),
        (";", {(1, "nilai"): "nila"}, (1, "nila", "mungkin `nilai`")),
    ],
)
def test_what_does_not_fit_is_told_by_row_and_column(plan, delimiter, changes, told):
    found = read(plan, _edited(sheet(plan, "dlh", 2025, delimiter), changes), "dlh")

    row, column, words = told
    assert (row, column) in [(one.row, one.column) for one in found.misfits]
    assert any(words in one.what.indonesian for one in found.misfits)


@pytest.mark.parametrize(
    "raw", [b"\xff\xfeab", b"", b'indikator;"nama\n', b"a,b\n1,2\n", "indikatór".encode("cp1252")]
)
def test_a_file_that_is_no_sheet_is_told(plan, raw):
    found = read(plan, raw)

    assert found.entries == ()
    assert found.misfits


@pytest.mark.parametrize(
    ("raw", "row", "said"),
    [
        (b"a;" * 400_000, 1, "ada 400001 kolom; lembar yang dikeluarkan memuat 15"),
        (b'a;b\nc;d\n"e;f\n' + b"x" * 200_000, 3, "tanda kutip yang dibuka pada baris ini"),
        (b'a;b\n"c" d;e\n', 2, "ada tulisan sesudah tanda kutip penutup"),
        (
            b"PK\x03\x04\0\0",
            1,
            "ini berkas Excel, Word, atau arsip zip: simpan sebagai «CSV UTF-8»",
        ),
        ("a;b\n".encode("utf-16"), 1, "ini bukan CSV, atau tersimpan sebagai UTF-16"),
        (bytes(9), 1, "ini bukan CSV"),
        (b"", 1, "berkas ini kosong"),
        (b"\xef\xbb\xbf\r\n", 1, "berkas ini kosong"),
    ],
)
def test_what_is_no_sheet_is_called_by_its_name(plan, raw, row, said):
    (misfit,) = read(plan, raw).misfits
    assert (misfit.row, misfit.column) == (row, "")
    assert misfit.what.indonesian.startswith(said)


@pytest.fixture
def buleleng(tmp_path):
    folder = tmp_path / "rencana"
    shutil.copytree(ROOT / "examples" / "buleleng", folder)
    return folder


def _bytes(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_round_trip_on_the_command_line(buleleng, run, tmp_path):
    before = _bytes(buleleng)
    csv_file = tmp_path / "lembar.csv"
    words = ("--agency", "kominfosanti", "--year", "2024", "--out", str(csv_file))

    out = run("sheet", str(buleleng), *words)
    back = run("sheet", str(buleleng), "--in", str(csv_file))

    assert (out.returncode, back.returncode) == (0, 0), out.stderr + back.stderr
    assert csv_file.read_bytes().startswith(b"\xef\xbb\xbfindikator;")
    assert _bytes(buleleng) == before
    assert run("sheet", str(buleleng), *words).returncode == 2  # what is filled in is not lost


def test_all_misfits_at_once_and_nothing_written(buleleng, run, tmp_path):
    plan = load(buleleng).plan
    assert plan is not None
    text = sheet(plan, "kominfosanti", 2024)
    changes = {
        (3, "nilai"): "3,5",
        (3, "sumber"): "S999",
        (4, "nilai"): "1.500.000",
        (7, "periode"): "kapan",
        (8, "ketelitian"): "kira-kira",
    }
    file = tmp_path / "lembar.csv"
    file.write_bytes(_edited(text, changes))
    before = _bytes(buleleng)

    done = run("sheet", str(buleleng), "--in", str(file))

    assert done.returncode == 1
    places = [line.split(":")[0] for line in done.stdout.splitlines()]
    assert places == [
        "lembar.csv, baris 3, kolom `sumber`",
        "lembar.csv, baris 4, kolom `nilai`",
        "lembar.csv, baris 7, kolom `periode`",
        "lembar.csv, baris 8, kolom `ketelitian`",
    ]
    assert _bytes(buleleng) == before


def test_a_filled_sheet_goes_into_the_file_of_its_year(buleleng, run, tmp_path):
    plan = load(buleleng).plan
    assert plan is not None
    file = tmp_path / "lembar.csv"
    text = sheet(plan, "kominfosanti", 2024)
    file.write_bytes(_edited(text, {(3, "nilai"): "3,5", (3, "sumber"): "S108"}))
    before = _bytes(buleleng)

    done = run("sheet", str(buleleng), "--in", str(file))

    after = _bytes(buleleng)
    assert done.returncode == 0, done.stdout
    assert [p for p in after if after[p] != before[p]] == [Path("monev/2024.yaml")]
    assert after[Path("monev/2024.yaml")] == before[Path("monev/2024.yaml")] + (
        b"  - indicator: indeks-spbe\n    period: 2024\n    value: 3.5\n    sources: [S108]\n"
    )

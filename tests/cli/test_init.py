"""`smartplan init`, called as a planner calls it."""

import re
from pathlib import Path

import pytest
from conftest import Run

from smartplan.load import load
from smartplan.stages import STAGES
from smartplan.stages.base import Sourced, walk

FILES = 31


def test_a_plan_begins_and_its_first_check_is_clean_of_errors(run: Run, tmp_path: Path) -> None:
    begun = run("init", "bangli", "--region", "51.06", "--as-of", "2024-11-05")
    checked = run("validate", cwd=tmp_path / "bangli")

    assert begun.returncode == 0
    assert begun.stderr == ""
    assert begun.stdout == (
        f"Rencana Kabupaten Bangli dimulai di `bangli`: {FILES} berkas.\n"
        "Mulailah dari `sources.yaml` dan `team.yaml`; `README.md` menjelaskan sisanya.\n"
        "Periksa kapan saja: smartplan validate bangli\n"
    )
    assert len([path for path in (tmp_path / "bangli").rglob("*") if path.is_file()]) == FILES
    assert checked.returncode == 0
    assert "error" not in checked.stdout


def test_the_manifest_holds_what_was_asked_for(run: Run, tmp_path: Path) -> None:
    run(
        "init", "rencana", "--region", "51.71", "--start", "2026", "--end", "2030",
        "--as-of", "2025-06-30", "--title", "Denpasar: cerdas", "--framework",
        "kota-cerdas-2026-draft",
    )  # fmt: skip
    text = (tmp_path / "rencana" / "smartplan.yaml").read_text("utf-8")
    written = [line for line in text.split("\n") if line and not line.startswith("#")]

    assert written == [
        "smartplan: 1",
        'title: "Denpasar: cerdas"',
        "region:",
        '  code: "51.71"',
        '  name: "Denpasar"',
        "  kind: kota",
        '  province: "Bali"',
        "period: {start: 2026, end: 2030}",
        "language: id",
        "framework: kota-cerdas-2026-draft",
        "as_of: 2025-06-30",
    ]


@pytest.mark.parametrize(
    ("options", "period"),
    [
        ((), "{start: 2025, end: 2034}"),
        (("--start", "2027"), "{start: 2027, end: 2036}"),
        (("--end", "2030"), "{start: 2021, end: 2030}"),
    ],
)
def test_a_plan_runs_ten_years_unless_told(
    run: Run, tmp_path: Path, options: tuple[str, ...], period: str
) -> None:
    run("init", "b", "--region", "51.06", "--as-of", "2024-11-05", *options)

    assert f"period: {period}\n" in (tmp_path / "b" / "smartplan.yaml").read_text("utf-8")


def test_without_a_date_the_reporting_date_is_today(run: Run, tmp_path: Path) -> None:
    run("init", "b", "--region", "51.06")

    text = (tmp_path / "b" / "smartplan.yaml").read_text("utf-8")
    assert re.search(r"(?m)^as_of: 20[0-9]{2}-[0-9]{2}-[0-9]{2}$", text)


def test_the_same_call_writes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("init", name, "--region", "51.06", "--as-of", "2024-11-05", PYTHONHASHSEED=name and "1")

    first, second = (
        {
            path.relative_to(tmp_path / name).as_posix(): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("a", "b")
    )
    assert first == second


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("b", "--region", "51.6"),
            (
                "nilai keliru untuk --region: kode wilayah `51.6` tidak ada dalam daftar "
                "Kemendagri; mungkin `51.06 (Kabupaten Bangli)`?"
            ),
        ),
        (
            ("b", "--region", "Bangli"),
            (
                "nilai keliru untuk --region: kode wilayah `Bangli` tidak ada dalam daftar "
                "Kemendagri; mungkin `51.06 (Kabupaten Bangli)`?"
            ),
        ),
        (
            ("b", "--region", "x\x1b[2J"),
            (
                "nilai keliru untuk --region: kode wilayah `x\\x1b[2J` tidak ada dalam daftar "
                "Kemendagri; tulis seperti 51.06"
            ),
        ),
        (
            ("b", "--region", "51.06", "--as-of", "5 Juli 2023"),
            "nilai keliru untuk --as-of: `5 Juli 2023` bukan tanggal; tulis seperti 2025-06-30",
        ),
        (
            ("b", "--region", "51.06", "--as-of", "2023-02-30"),
            "nilai keliru untuk --as-of: `2023-02-30` bukan tanggal; tulis seperti 2025-06-30",
        ),
        (
            ("b", "--region", "51.06", "--start", "2030", "--end", "2025"),
            "nilai keliru untuk --start, --end: 2030-2025 bukan jangka waktu antara 1945 dan 2100",
        ),
        (
            ("b", "--region", "51.06", "--framework", "kominfo-2022"),
            "nilai keliru untuk --framework: `kominfo-2022` tidak dikenal; mungkin `kominfo-2021`?",
        ),
        (
            ("b", "--region", "51.06", "--title", "satu\ndua"),
            "nilai keliru untuk --title: paling banyak 300 karakter dalam satu baris",
        ),
        (
            ("tiada/b", "--region", "51.06"),
            "nilai keliru untuk DIR: tidak ada folder `tiada`",
        ),
    ],
)
def test_a_wrong_call_says_what_to_write_and_writes_nothing(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("init", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"smartplan: {said} (lihat `smartplan --help`)\n"
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_ever_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "team.yaml").write_text("agencies: []\n", encoding="utf-8")

    done = run("init", "b", "--region", "51.06", LANG="en_US.UTF-8")

    assert done.returncode == 2
    assert "`b` is not empty: it holds `team.yaml`" in done.stderr
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["team.yaml"]


def test_a_plan_can_begin_in_the_folder_one_stands_in(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sini"
    folder.mkdir()

    done = run("init", ".", "--region", "51.06", cwd=folder)

    assert done.returncode == 0
    assert run("status", cwd=folder).returncode == 0


def test_the_plan_to_learn_with_is_whole_sound_and_says_that_it_is_invented(
    run: Run, tmp_path: Path
) -> None:
    begun = run("init", "latihan", "--example")
    checked = run("validate", "latihan", "--output-format", "concise")
    rendered = run("render", "latihan", "--to", "markdown", "--out", "buku")
    plan = load(tmp_path / "latihan").plan

    assert begun.stdout.startswith("Rencana latihan ditulis ke `latihan`:")
    assert "Daerahnya rekaan." in begun.stdout
    assert checked.returncode == 0
    assert sorted(re.findall(r" (?:error|warning|note) (\w+):", checked.stdout)) == [
        "PRG014", "PRG015", "PRG023", "REA005", "REA013", "TEA003", "VIS007",
    ]  # fmt: skip
    assert rendered.returncode == 0
    assert plan is not None
    assert [stage for stage in STAGES if not plan.has(stage)] == []
    assert [program.quick_win is not None for program in plan.programs.programs] == [True, False]
    for path in [*(tmp_path / "latihan").glob("*.yaml"), *(tmp_path / "buku").rglob("README.md")]:
        assert re.search("rekaan|bukan rekaan|tidak ada", path.read_text("utf-8")), path.name


def test_everything_in_the_plan_to_learn_with_is_marked_as_proposed(
    run: Run, tmp_path: Path
) -> None:
    run("init", "latihan", "--example")
    plan = load(tmp_path / "latihan").plan

    assert plan is not None
    said = [
        item.rests_on
        for stage in STAGES
        for item in walk(getattr(plan, stage))
        if isinstance(item, Sourced) and item.rests_on
    ]
    assert len(said) > 100
    assert set(said) == {"proposal"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("b",),
            (
                "nilai keliru untuk --region: tulis kode wilayah, seperti 51.06; untuk berlatih, "
                "pakai `--example`"
            ),
        ),
        *[
            (
                ("b", "--example", *other),
                (
                    "nilai keliru untuk --example: rencana latihan sudah memuat daerah, tahun, "
                    "dan judulnya; hilangkan pilihan lain"
                ),
            )
            for other in (
                ("--region", "51.06"),
                ("--title", "Lain"),
                ("--framework", "kota-cerdas-2026-draft"),
            )
        ],
    ],
)
def test_a_plan_is_for_a_region_or_to_learn_with(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("init", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"smartplan: {said} (lihat `smartplan --help`)\n"
    assert list(tmp_path.iterdir()) == []

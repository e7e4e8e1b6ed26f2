"""What planners type in a good plan: one finding, at its line, whose hint leads to a sound plan."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import findings

from smartplan.choices import Choice
from smartplan.diagnostics import Diagnostic, Severity
from smartplan.exchange.fixes import mended
from smartplan.language import Language
from smartplan.load import DEFAULT_FRAMEWORK, framework
from smartplan.scaffold import example, write

ID, EN = Language.INDONESIAN, Language.ENGLISH
P, M, T, R = "programs.yaml", "monev.yaml", "team.yaml", "readiness.yaml"
DUTIES = "    duties: [Menetapkan arah kota cerdas]\n"
SECOND = "  - id: bank-sampah\n"
TARGETS = "targets: {2026: 20, 2027: 25"


@dataclass(frozen=True)
class Slip:
    """A text of a file, what a planner types instead, and what is told of it."""

    file: str
    good: str
    typed: str
    told: tuple[int, int, str]
    """Line and column, counted from the first line of what was typed, and code."""
    hint: str
    obeyed: str | None = None
    """What the hint asks for; the good text where that is nothing else."""


def items(*lines: str) -> str:
    return "    duties:\n" + "".join(f"      {line}\n" for line in lines)


SLIPS = {
    # lists without their hyphen
    "dash-forgotten": Slip(
        P, SECOND, "    id: bank-sampah\n", (1, 5, "YML002"),
        "butir baru belum diawali tanda hubung: tulis `- id: bank-sampah`, dengan `-` di kolom 3",
    ),
    "dash-forgotten-in-monev": Slip(
        M, "  - id: rumah-memilah\n", "    id: rumah-memilah\n", (1, 5, "YML002"),
        "butir baru belum diawali tanda hubung: tulis `- id: rumah-memilah`, dengan `-` di kolom 3",
    ),
    "dash-and-indent-forgotten": Slip(
        P, SECOND, "  id: bank-sampah\n", (1, 3, "YML001"), "tulis `- id: bank-sampah`",
    ),
    "first-dash-forgotten": Slip(
        P, "  - id: pengaduan-daring\n", "    id: pengaduan-daring\n", (1, 5, "YML001"),
        "tulis `- id: pengaduan-daring`",
    ),
    "dash-before-braces-forgotten": Slip(
        T, "  - {date: 2026-05-12, body: pelaksana,", "    {date: 2026-05-12, body: pelaksana,",
        (1, 5, "YML001"), "tulis `- {date: 2026-05-12, body: pelaksana, agencies: [kominfo, lin…`",
    ),
    "en-dash": Slip(
        P, SECOND, "  – id: bank-sampah\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `–`",
    ),
    "first-en-dash": Slip(
        P, "  - id: pengaduan-daring\n", "  – id: pengaduan-daring\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `–`",
    ),
    "em-dash": Slip(
        P, SECOND, "  — id: bank-sampah\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `—`",
    ),
    "minus-sign": Slip(
        P, SECOND, "  − id: bank-sampah\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `−`",
    ),
    "bullet": Slip(
        P, SECOND, "  • id: bank-sampah\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `•`",
    ),
    "star": Slip(
        P, SECOND, "  * id: bank-sampah\n", (1, 3, "YML001"),
        "tulis `- ` di awal butir, bukan `*`",
    ),
    "bullets-of-texts": Slip(
        T, DUTIES, items("• Menetapkan arah", "• Memantau"), (2, 7, "SCH003"),
        "tulis `- ` di awal tiap butir, bukan `•`", items("- Menetapkan arah", "- Memantau"),
    ),
    "numbers-of-texts": Slip(
        T, DUTIES, items("1. Menetapkan arah", "2. Memantau"), (2, 7, "SCH003"),
        "tulis `- ` di awal tiap butir, bukan `1.`", items("- Menetapkan arah", "- Memantau"),
    ),
    "letters-of-texts": Slip(
        T, DUTIES, items("a. Menetapkan arah", "b. Data: memantau"), (3, 7, "YML001"),
        "tulis tiap butir dengan `- ` di awalnya, bukan `b.`; isi yang memuat titik dua diberi "
        "kutip", items("- Menetapkan arah", "- 'Data: memantau'"),
    ),
    "one-bullet-among-dashes": Slip(
        T, DUTIES, items("- Menetapkan arah", "• Memantau"), (3, 7, "YML001"),
        "tulis `- ` di awal butir, bukan `•`", items("- Menetapkan arah", "- Memantau"),
    ),
    "no-blank-after-a-dash": Slip(
        T, DUTIES, items("- Menetapkan arah", "-Memantau"), (3, 7, "YML001"),
        "beri spasi sesudah tanda hubung: `- Memantau`",
        items("- Menetapkan arah", "- Memantau"),
    ),
    "no-blank-after-the-dashes": Slip(
        P, "    support: [kominfo]\n", "    support:\n      -kominfo\n", (2, 7, "SCH003"),
        "beri spasi sesudah tanda hubung: `- kominfo`", "    support:\n      - kominfo\n",
    ),
    "dash-beside-its-key": Slip(
        P, "    support: [kominfo]\n", "    support: -kominfo\n", (1, 14, "SCH003"),
        "tulis butirnya satu per baris di bawah kuncinya, masing-masing diawali `- `",
        "    support:\n      - kominfo\n",
    ),
    "deeper-dash": Slip(
        T, DUTIES, items("- Menetapkan arah", "  - Memantau"), (3, 9, "YML027"),
        "sejajarkan `- ` dengan butir di atasnya; bila memang sambungan teks, beri tanda kutip "
        "pada seluruh teks", items("- Menetapkan arah", "- Memantau"),
    ),
    "bold": Slip(
        P, "name: Bank Sampah Desa", "name: **Bank Sampah Desa**", (1, 8, "YML005"),
        "hapus tanda `*`; bila memang bagian dari teks, beri tanda kutip pada seluruh teks",
    ),
    # texts with a colon
    "colon-in-an-item": Slip(
        T, DUTIES, items("- Hasil: daftar isu"), (2, 9, "SCH003"),
        "titik dua membuat butir ini terbaca sebagai kunci dan nilai: beri kutip, "
        '`"Hasil: daftar isu"`', items('- "Hasil: daftar isu"'),
    ),
    "colon-in-brackets": Slip(
        T, DUTIES, "    duties: [menetapkan, memantau: berkala]\n", (1, 26, "SCH003"),
        "titik dua membuat butir ini terbaca sebagai kunci dan nilai: beri kutip, "
        '`"memantau: berkala"`', '    duties: [menetapkan, "memantau: berkala"]\n',
    ),
    "colons-in-an-item": Slip(
        T, DUTIES, items("- Hasil: daftar", "  Lain: data"), (2, 9, "SCH003"),
        "tulis satu teks per butir; teks yang memuat titik dua diberi kutip",
        items('- "Hasil: daftar"', '- "Lain: data"'),
    ),
    # words for numbers
    "targets-in-words": Slip(
        M, "targets: {2026: 20, 2027: 25, 2030: 50, 2035: 75}", "targets: meningkat",
        (1, 10, "SCH003"), "tulis target per tahun, misalnya `{2026: 20}`; target hanya angka",
    ),
    "target-in-words": Slip(
        M, TARGETS, "targets: {2026: meningkat, 2027: 25", (1, 17, "SCH007"),
        "tulis angka dengan titik untuk desimal, misalnya 2.48; di sini hanya angka",
    ),
    "no-target": Slip(
        M, "2027: 25, 2030", "2027: N/A, 2030", (1, 7, "SCH007"),
        "isi angkanya, atau hapus tahun ini bila belum ada", "2030",
    ),
    "target-at-least": Slip(
        M, TARGETS, "targets: {2026: ≥ 20, 2027: 25", (1, 17, "SCH007"),
        "tulis `20`; di sini hanya angka",
    ),
    "no-baseline": Slip(
        M, "year: 2025, value: 15, sources: [S1], basis", "year: 2025, value: n/a, basis",
        (1, 20, "SCH007"), "bila belum ada, tulis alasannya di `missing` sebagai ganti `value`",
        "missing: belum didata, basis",
    ),
    "baseline-in-words": Slip(
        M, "baseline: {year: 2025, value: 15, sources: [S1], basis: proposal}",
        "baseline: belum ada data", (1, 11, "SCH003"),
        'tulis `baseline: {missing: "belum ada data"}`', 'baseline: {missing: "belum ada data"}',
    ),
    "result-in-words": Slip(
        M, "period: 2025, value: 15, ", "period: 2025, value: belum ada, ", (1, 22, "SCH007"),
        "bila belum ada, tulis alasannya di `no_data` sebagai ganti `value`",
        "period: 2025, no_data: belum ada, ",
    ),
    "about-so-much": Slip(
        P, "amount: 150000000", "amount: ± 150 juta", (1, 9, "SCH006"),
        "tulis `150000000`; tambahkan `qualifier: about`", "amount: 150000000, qualifier: about",
    ),
    "span-of-money": Slip(
        P, "amount: 150000000", "amount: 100-150 juta", (1, 9, "SCH006"),
        "tulis rupiah penuh, misalnya `150000000`; rentangnya di `note`",
        "amount: 150000000, note: 100 sampai 150 juta",
    ),
    "money-in-thousands": Slip(
        P, "amount: 150000000", "amount: 150.000 (ribu)", (1, 9, "SCH006"),
        "tulis rupiah penuh, misalnya `150000000`; keterangan ditulis di `note`",
    ),
    "money-with-a-note": Slip(
        P, "amount: 150000000", "amount: 150.000.000*)", (1, 9, "SCH006"),
        "tulis `150000000`; keterangan ditulis di `note`",
    ),
    "count-about": Slip(
        T, "{count: 30}", "{count: sekitar 30}", (1, 9, "SCH006"), "tulis `30`",
    ),
    "no-number-yet": Slip(
        P, ", percent: 0,", ', percent: "?",', (1, 12, "SCH007"),
        "isi angkanya, atau hapus `percent` bila belum ada", ",",
    ),
    "years-and-so-on": Slip(
        P, "years: [2027, 2028]", "years: [2027, dst.]", (1, 15, "SCH006"),
        "hapus butir ini bila belum ada", "years: [2027]",
    ),
    # lists and single values
    "years-as-a-span": Slip(
        P, "years: [2027, 2028]", "years: 2027-2028", (1, 8, "SCH003"),
        "tulis `years: [2027, 2028]`",
    ),
    "span-among-years": Slip(
        P, "years: [2027, 2028]", "years: [2027-2028]", (1, 9, "SCH006"),
        "tulis tiap tahun sebagai butir sendiri: `2027, 2028`",
    ),
    "one-code": Slip(
        P, "    location: Seluruh desa\n", "    nomenclature: 2.11.05.2.02\n", (1, 19, "SCH003"),
        'tulis `nomenclature: ["2.11.05.2.02"]`', '    nomenclature: ["2.11.05.2.02"]\n',
    ),
    "nothing-for-a-list": Slip(
        P, "    support: [kominfo]\n", "    support: n/a\n", (1, 14, "SCH003"),
        "hapus baris `support` ini bila belum ada", "",
    ),
    "two-leads-in-brackets": Slip(
        P, "    lead: lingkungan\n", "    lead: [lingkungan, kominfo]\n", (1, 12, "SCH003"),
        "satu id saja, misalnya `lead: lingkungan`; yang lain di `support`",
    ),
    "two-leads": Slip(
        P, "    lead: lingkungan\n", "    lead: lingkungan, kominfo\n", (1, 11, "REF001"),
        "satu id saja, misalnya `lead: lingkungan`; yang lain di `support`",
    ),
    "two-leads-by-name": Slip(
        P, "    lead: lingkungan\n", "    lead: DLH dan Diskominfo\n", (1, 11, "REF001"),
        "satu id saja, misalnya `lead: lingkungan`; yang lain di `support`",
    ),
    "two-texts": Slip(
        P, "    location: Seluruh desa\n", "    location: [Desa A, Desa B]\n", (1, 16, "SCH003"),
        'tulis satu teks: `location: "Desa A, Desa B"`', '    location: "Desa A, Desa B"\n',
    ),
    "needed-key-left-empty": Slip(
        P, "    name: Bank Sampah Desa\n", "    name:\n", (1, 5, "SCH010"), "isi nilainya",
    ),
    # terms
    "fund-with-more-words": Slip(
        P, "fund: apbd, kind: planned, basis: proposal}\n    progress",
        "fund: APBD Kabupaten, kind: planned, basis: proposal}\n    progress", (1, 7, "SCH019"),
        "mungkin `apbd` (APBD)?",
    ),
    "element-by-its-initials": Slip(
        R, "element: people", "element: SDM", (1, 10, "SCH019"),
        "mungkin `people` (Sumber Daya Manusia)?",
    ),
    # codes and dates
    "code-with-blanks-for-dots": Slip(
        P, "    location: Seluruh desa\n", '    nomenclature: ["2 11 05 2.02 0001 "]\n',
        (1, 20, "PRG018"),
        "tulis titik di antara bagian kode, bukan spasi, misalnya `2.16.03.2.02.0035`",
        '    nomenclature: ["2.11.05.2.02.0001"]\n',
    ),
    "code-with-spare-blanks": Slip(
        P, "    location: Seluruh desa\n", '    nomenclature: ["2.11. 05.2.02.0001 "]\n',
        (1, 20, "PRG019"), "tulis `2.11.05.2.02.0001`", '    nomenclature: ["2.11.05.2.02.0001"]\n',
    ),
    "date-with-its-day": Slip(
        T, "start: 2025-09-09", "start: Selasa 9 September 2025", (1, 8, "YML017"),
        "tulis `2025-09-09`",
    ),
    "year-after-the-plan": Slip(
        P, "    end: 2030\n", "    end: 2038\n", (1, 10, "PRG006"), "perbaiki tahunnya",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan to learn with, as `init --example` writes it."""
    folder = tmp_path_factory.mktemp("latihan") / "plan"
    write(folder, example(framework(DEFAULT_FRAMEWORK)))
    return folder


@pytest.fixture
def plan(good: Path, tmp_path: Path) -> Path:
    return shutil.copytree(good, tmp_path / "plan")


def typed(plan: Path, file: str, good: str, instead: str) -> int:
    """Put a text in the place of its only fellow; the line it stands in."""
    text = (plan / file).read_text("utf-8")
    assert text.count(good) >= 1
    before, after = text.split(good, 1)
    (plan / file).write_text(f"{before}{instead}{after}", encoding="utf-8")
    return before.count("\n") + 1


def told(plan: Path, accepted: set[str]) -> list[Diagnostic]:
    return [one for one in findings(plan) if one.kind.code not in accepted]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_one_finding_leads_from_what_is_typed_to_a_sound_plan(slip: Slip, plan: Path) -> None:
    accepted = {one.kind.code for one in findings(plan)}
    column = (plan / slip.file).read_text("utf-8").split(slip.good)[0].rpartition("\n")[2]
    line = typed(plan, slip.file, slip.good, slip.typed)

    (found,) = told(plan, accepted)

    at_line, at_column, code = slip.told
    shift = len(column) if at_line == 1 else 0
    place = found.location
    assert (place.file.name, place.line, place.column, found.kind.code) == (
        slip.file, line + at_line - 1, at_column + shift, code,
    )  # fmt: skip
    assert found.hint(ID) == slip.hint
    assert found.hint(EN) != slip.hint

    obeyed = slip.good if slip.obeyed is None else slip.obeyed
    typed(plan, slip.file, slip.typed, obeyed)
    assert [one.kind.code for one in told(plan, accepted)] == []


SURE = (
    "colon-in-an-item", "colon-in-brackets", "no-blank-after-the-dashes", "bullets-of-texts",
    "code-with-spare-blanks",
)  # fmt: skip


@pytest.mark.parametrize("name", SURE)
def test_what_is_certain_is_mended(name: str, plan: Path) -> None:
    slip = SLIPS[name]
    typed(plan, slip.file, slip.good, slip.typed)
    made = mended(plan, "", Choice(), unsafe=False)
    assert made.count == 1
    ((_, after),) = made.files.values()
    assert slip.obeyed is not None
    assert slip.obeyed in after.decode()


LIKELY = {"dash-forgotten": SECOND, "date-with-its-day": "start: 2025-09-09"}


@pytest.mark.parametrize(("name", "wanted"), LIKELY.items())
def test_what_is_likely_is_mended_if_asked(name: str, wanted: str, plan: Path) -> None:
    slip = SLIPS[name]
    typed(plan, slip.file, slip.good, slip.typed)
    assert mended(plan, "", Choice(), unsafe=False).files == {}
    ((_, after),) = mended(plan, "", Choice(), unsafe=True).files.values()
    assert wanted in after.decode()


def test_blanks_inside_a_code_are_never_taken_out(plan: Path) -> None:
    slip = SLIPS["code-with-blanks-for-dots"]
    typed(plan, slip.file, slip.good, slip.typed)
    assert mended(plan, "", Choice(), unsafe=True).files == {}


def test_two_items_without_a_dash_are_two_findings(plan: Path) -> None:
    text = (plan / P).read_text("utf-8")
    _, second = text.split(SECOND)
    third = second.replace("bs-", "bt-")
    without = f"{text.replace(SECOND, '    id: bank-sampah' + chr(10))}    id: tiga\n{third}"
    (plan / P).write_text(without, encoding="utf-8")
    found = [one for one in findings(plan) if one.severity is Severity.ERROR]
    assert [one.kind.code for one in found] == ["YML002", "YML002"]
    assert [one.hint(ID).partition("`")[2].partition("`")[0] for one in found] == [
        "- id: bank-sampah", "- id: tiga",
    ]  # fmt: skip


def test_one_key_twice_is_no_item_without_its_dash(plan: Path) -> None:
    typed(plan, P, SECOND, f"{SECOND}    id: bank-sampah-2\n")
    (found,) = [one for one in findings(plan) if one.kind.code == "YML002"]
    assert found.hint(ID) == "gabungkan keduanya atau hapus salah satu"
    assert found.fix is None


def test_a_dash_in_a_text_that_goes_on_is_not_told(plan: Path) -> None:
    going_on = "location: Seluruh desa\n      – dan kelurahan,\n      -nya juga, a - b\n"
    accepted = {one.kind.code for one in findings(plan)}
    typed(plan, P, "location: Seluruh desa\n", going_on)
    assert told(plan, accepted) == []
    block = "location: >-\n      Seluruh desa\n      - dan kelurahan\n"
    typed(plan, P, going_on, block)
    assert told(plan, accepted) == []


def test_choices_have_names_in_both_languages(plan: Path) -> None:
    typed(plan, P, "fund: apbd", "fund: PAD")
    (found,) = [one for one in findings(plan) if one.kind.code == "SCH019"]
    assert found.hint(ID).startswith("pilihannya: `apbd` (APBD), `apbn` (APBN), `dak` (Dana")
    assert found.hint(EN).startswith("the choices are: `apbd` (Regional Budget (APBD)), `apbn`")
    assert found.message(EN) == "`PAD` is no fund of the framework kominfo-2021"


def test_sub_dimensions_to_choose_from_are_those_of_the_dimension(plan: Path) -> None:
    typed(plan, P, "sub_dimension: waste", "sub_dimension: Xyz")
    (found,) = [one for one in findings(plan) if one.kind.code == "SCH019"]
    assert found.hint(ID).count("`") == 2 * 3
    assert "`waste` (Tata Kelola Sampah dan Limbah)" in found.hint(ID)

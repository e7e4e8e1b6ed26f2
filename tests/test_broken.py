"""Broken YAML: each mistake of a planner is told by its cause, with what to write instead."""

from pathlib import Path

import pytest
from conftest import findings, places

from smartplan.diagnostics import Diagnostic, File
from smartplan.language import Language
from smartplan.parser import parse

ID = Language.INDONESIAN
HEAD = "terms:\n"


def only(text: str) -> Diagnostic:
    """The one thing that is said of a text."""
    _, found = parse(File("theory.yaml", HEAD + text))
    (one,) = found
    return one


MISTAKES = {
    "apostrophe": (
        "  - term: 'Jum'at bersih'\n",
        (2, 16),
        "tanda petik dalam `Jum'at` menutup kutip tunggal",
        "pakai kutip ganda di luar, \"… Jum'at …\", atau gandakan petiknya: '… Jum''at …'",
    ),
    "apostrophe-in-braces": (
        "  - {term: 'Jum'at bersih', meaning: b}\n",
        (2, 17),
        "tanda petik dalam `Jum'at` menutup kutip tunggal",
        "atau gandakan petiknya: '… Jum''at …'",
    ),
    "quote-in-quotes": (
        '  - term: "Program "Loket" baru"\n',
        (2, 21),
        "kutip ganda di tengah teks",
        "pakai kutip tunggal di luar",
    ),
    "no-space-after-dash": (
        "  - term: a\n    meaning: b\n  -term: c\n    meaning: d\n",
        (4, 3),
        "sesudah `-` belum ada spasi",
        "tulis `- `, lalu kuncinya",
    ),
    "no-space-after-the-first-dash": (
        "  -term: c\n   meaning: d\n",
        (2, 3),
        "sesudah `-` belum ada spasi",
        "tulis `- `, lalu kuncinya",
    ),
    "no-space-after-colon": (
        "  - term: a\n    meaning:Loket\n",
        (3, 5),
        "sesudah `meaning:` belum ada spasi",
        "tulis `meaning: …`",
    ),
    "no-space-after-colon-in-braces": (
        "  - {term:a, meaning: b}\n",
        (2, 6),
        "sesudah `term:` belum ada spasi",
        "tulis `term: …`",
    ),
    "an-address-is-no-key": (
        "  - term: a\n    https://contoh.id\n    meaning: b\n",
        (3, 5),
        "baris ini tidak berbentuk `kunci: nilai`",
        "tulis `kunci: nilai`",
    ),
    "quote-never-closed": (
        '  - term: "a\n    meaning: b\n',
        (2, 11),
        "tanda kutip yang dibuka di sini tidak ditutup",
        "tulis tanda kutip yang sama",
    ),
    "bracket-never-closed": (
        "  - {term: a, meaning: b\n",
        (2, 5),
        "kurung yang dibuka di sini tidak ditutup",
        "tutup dengan kurung yang sama",
    ),
    "closed-by-another-bracket": (
        "  - {term: a, meaning: b]\n",
        (2, 5),
        "kurung yang dibuka di sini ditutup dengan `]`",
        "kurung { ditutup }, kurung [ ditutup ]",
    ),
    "closed-twice": (
        "  - {term: a, meaning: b}}\n",
        (2, 26),
        "kurung penutup `}` ini tidak ada pembukanya",
        "hapus kurung ini",
    ),
    "comma-missing": (
        "  - {term: a meaning: b}\n",
        (2, 5),
        "belum ada koma sebelum `meaning:`",
        "tulis koma sebelum `meaning:`",
    ),
    "comma-missing-after-a-quote": (
        '  - {term: "a" meaning: b}\n',
        (2, 5),
        "belum ada koma sebelum `meaning:`",
        "tulis koma sebelum `meaning:`",
    ),
    "comma-twice": (
        "  - {term: a,, meaning: b}\n",
        (2, 14),
        "koma ini berlebih: di depannya tidak ada isi",
        "hapus koma ini",
    ),
    "comma-first": (
        "  - [ , a]\n",
        (2, 7),
        "koma ini berlebih: di depannya tidak ada isi",
        "hapus koma ini",
    ),
    "text-too-long-for-a-key": (
        f"  - {'kata ' * 300}: tambahan\n",
        (2, 3),
        "lebih dari 1.024 karakter, terlalu panjang untuk sebuah kunci",
        "tulis seluruh teksnya 'dalam kutip'",
    ),
    "and-so-on": (
        "  - {term: a, meaning: b}\n...\n  - {term: c, meaning: d}\n",
        (3, 1),
        "baris `...` berarti berkas berakhir di sini",
        "sebagai komentar: `# dan seterusnya`",
    ),
    "text-after-a-bracket": (
        "  - term: [baru] Loket\n",
        (2, 18),
        "teks yang diawali kurung terbaca sebagai daftar",
        "tulis seluruh teksnya 'dalam kutip'",
    ),
    "text-after-a-brace": (
        "  - term: {baru} Loket\n",
        (2, 18),
        "teks yang diawali kurung terbaca sebagai daftar",
        "tulis seluruh teksnya 'dalam kutip'",
    ),
    "colon-in-a-text": (
        "  - term: a: b\n",
        (2, 12),
        "titik dua di tengah teks",
        "tulis seluruh teksnya 'dalam kutip'",
    ),
    "per-cent": ("  - term: %50\n", (2, 11), "tidak boleh dimulai dengan `%`", "'dalam kutip'"),
    "at-sign": ("  - term: @kominfo\n", (2, 11), "tidak boleh dimulai dengan `@`", "'dalam kutip'"),
    "question": ("  - term: ? apa\n", (2, 11), "tidak boleh dimulai dengan `?`", "'dalam kutip'"),
    "more-than": (
        "  - term: > 5 persen\n",
        (2, 13),
        "`>` atau `|` di awal nilai memulai teks berbaris-baris",
        "tulis seluruh teksnya 'dalam kutip'",
    ),
    "stray-dash": (
        "  - term: a\n    meaning: b\n    - x\n",
        (4, 5),
        "tanda `-` ini tidak sejajar",
        "sejajarkan `-` ini",
    ),
    "curly-quotes": (
        "  - term: “a: b”\n",
        (2, 13),
        "tanda kutip lengkung dari Word",
        "ganti kutip lengkung dengan kutip lurus",
    ),
    "curly-quotes-in-braces": (
        "  - {term: “a, b”, meaning: b}\n",
        (2, 16),
        "tanda kutip lengkung dari Word",
        "ganti kutip lengkung dengan kutip lurus",
    ),
    "backslash": (
        '  - term: "C:\\Data"\n',
        (2, 14),
        "garis miring terbalik",
        "pakai kutip tunggal",
    ),
    "indentation": (
        "  - term: a\n     meaning: b\n",
        (3, 6),
        "indentasi baris ini tidak sejajar",
        "sejajarkan dengan kunci lain",
    ),
}


@pytest.mark.parametrize(("text", "place", "cause", "cure"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_by_its_cause_and_its_cure(
    text: str, place: tuple[int, int], cause: str, cure: str
) -> None:
    found = only(text)
    assert found.kind.code == "YML001"
    assert (found.location.line, found.location.column) == place
    assert cause in found.message(ID)
    assert cure in found.hint(ID)


@pytest.mark.parametrize("text", [text for text, *_ in MISTAKES.values()])
def test_it_is_told_in_english_too(text: str) -> None:
    found = only(text)
    assert found.message(Language.ENGLISH).startswith("broken YAML: ")
    assert "{" not in found.message(Language.ENGLISH)
    assert found.hint(Language.ENGLISH) != found.hint(ID)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("...\nterms: []\n", "baris `...` berarti berkas berakhir di sini"),
        (f"{'k' * 1_100}: 1\n", "lebih dari 1.024 karakter"),
    ],
)
def test_the_first_line_is_not_compared_with_one_above(text: str, said: str) -> None:
    (found,) = parse(File("theory.yaml", text))[1]
    assert (found.location.line, found.location.column) == (1, 1)
    assert said in found.message(ID)


def test_a_key_without_its_blank_is_all_that_is_told_of_its_file(minimal_plan: Path) -> None:
    """The text before it is not the longer one that a comma would have cut."""
    text = "terms:\n  - {term: SPBE, meaning:Sistem}\n"
    (minimal_plan / "theory.yaml").write_text(text, encoding="utf-8")
    assert places(findings(minimal_plan)) == [("theory.yaml", 2, "YML001")]

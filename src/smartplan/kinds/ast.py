"""What can be found in a plan's own assertions."""

from smartplan.diagnostics import Kind, Severity
from smartplan.language import Text

_MANIFEST = """\
        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        summary: Rencana uji.
        disclaimer: Rencana ini rekaan.
        assertions:
"""


def _examples(wrong: tuple[str, str], right: tuple[str, str]) -> str:
    """An assertion in the manifest it stands in, by what it states and how: wrong, then right."""
    shown = [
        f"    {verdict}:\n\n{_MANIFEST}          - name: {name}\n            that: {that}\n"
        for verdict, (name, that) in (("Wrong", wrong), ("Right", right))
    ]
    return "\n".join(shown)


FALSE = Kind(
    "AST001",
    "assertion-false",
    Severity.WARNING,
    Text(
        "pernyataan `{name}` belum terpenuhi: {reason}",
        "the assertion `{name}` does not hold: {reason}",
    ),
    Text(
        "ubah rencananya, atau pernyataannya bila kesepakatannya sudah lain",
        "change the plan, or the assertion if what was agreed has changed",
    ),
    Text(
        "Pernyataan ini ditulis oleh penyusun rencana sendiri sebagai batas yang disepakati.",
        "The plan's own authors wrote this assertion as a limit they agreed on.",
    ),
    _examples(
        (
            "Ekonomi memiliki sedikitnya empat program",
            "count(programs where dimension = economy) >= 4  # AST001",
        ),
        (
            "Ekonomi memiliki sedikitnya tiga program",
            "count(programs where dimension = economy) >= 3",
        ),
    ),
    Text(
        "penyusun rencana itu sendiri",
        "the plan's own authors",
    ),
)
UNREADABLE = Kind(
    "AST002",
    "assertion-unreadable",
    Severity.ERROR,
    Text("pernyataan ini tidak terbaca: {problem}", "this assertion cannot be read: {problem}"),
    Text(
        "lihat bentuk yang dikenal: `smartplan explain assertions`",
        "see the known forms: `smartplan explain assertions`",
    ),
    Text(
        "Pernyataan yang tidak terbaca tidak memeriksa apa pun.",
        "An assertion that cannot be read checks nothing.",
    ),
    _examples(
        (
            "Anggaran 2025 paling banyak lima miliar",
            "budget.total.year(2025) <= 5.000.000.000  # AST002",
        ),
        ("Anggaran 2025 paling banyak lima miliar", "budget.total.year(2025) <= 5_000_000_000"),
    ),
    "our judgement",
)
UNKNOWN_NAME = Kind(
    "AST003",
    "assertion-unknown-name",
    Severity.ERROR,
    Text("{what} `{name}` tidak dikenal{where}", "{what} `{name}` is not known{where}"),
    Text("yang dikenal: {known}", "known are: {known}"),
    Text(
        "Nama yang salah eja membuat pernyataan selalu benar atau selalu salah.",
        "A misspelt name makes an assertion always true or always false.",
    ),
    _examples(
        ("Ekonomi memiliki program", "count(programs where dimension = ekonomy) > 0  # AST003"),
        ("Ekonomi memiliki program", "count(programs where dimension = economy) > 0"),
    ),
    "our judgement",
    about=Text(
        "nama dalam pernyataan tidak dikenal",
        "a name in an assertion is not known",
    ),
)
WRONG_USE = Kind(
    "AST004",
    "assertion-wrong-use",
    Severity.ERROR,
    Text("pernyataan ini tidak bermakna: {problem}", "this assertion has no meaning: {problem}"),
    Text(
        "lihat contoh: `smartplan explain assertions`",
        "see the examples: `smartplan explain assertions`",
    ),
    Text(
        "Rupiah, persen, tanggal, dan teks tidak dapat dibandingkan satu dengan yang lain.",
        "Rupiah, percentages, dates and texts cannot be compared with one another.",
    ),
    _examples(
        ("Hampir semua program terukur", "share(programs with indicators) >= 80  # AST004"),
        ("Hampir semua program terukur", "share(programs with indicators) >= 80%"),
    ),
    "our judgement",
)
YEAR_WITHOUT_MONEY = Kind(
    "AST006",
    "assertion-year-without-money",
    Severity.WARNING,
    Text(
        "`{figure}` selalu nol: {year} di luar jangka waktu rencana {period}, dan rencana ini "
        "tidak memuat uang tahun itu",
        "`{figure}` is always zero: {year} lies outside the plan's period {period}, and the plan "
        "has no money of that year",
    ),
    Text(
        "perbaiki tahunnya, atau hapus pernyataan ini",
        "mend the year, or take the assertion out",
    ),
    Text(
        "Pernyataan tentang tahun yang tidak ada dalam rencana selalu benar atau selalu salah, "
        "apa pun isi rencananya.",
        "An assertion about a year that the plan does not have is always true or always false, "
        "whatever the plan says.",
    ),
    _examples(
        ("Anggaran terjaga", "budget.total.year(2055) <= 5_000_000_000  # AST006"),
        ("Anggaran terjaga", "budget.total.year(2025) <= 5_000_000_000"),
    ),
    "our judgement",
    about=Text(
        "tahun dalam pernyataan tidak dimiliki rencana",
        "the plan does not have the year of an assertion",
    ),
)
UNDECIDED = Kind(
    "AST005",
    "assertion-undecided",
    Severity.WARNING,
    Text(
        "pernyataan `{name}` belum dapat diputuskan: {reason}",
        "the assertion `{name}` cannot be decided yet: {reason}",
    ),
    Text(
        "lengkapi rencananya, atau hapus pernyataan ini sampai datanya ada",
        "complete the plan, or take the assertion out until there is something to judge",
    ),
    Text(
        "Pernyataan tentang sesuatu yang kosong tidak benar dan tidak salah.",
        "An assertion about nothing is neither true nor false.",
    ),
    _examples(
        (
            "Program yang dihentikan tetap berindikator",
            "share(programs where state = stopped with indicators) >= 50%  # AST005",
        ),
        (
            "Program yang selesai tetap berindikator",
            "share(programs where state = done with indicators) >= 50%",
        ),
    ),
    "our judgement",
)
TOO_MANY = Kind(
    "AST007",
    "too-many-assertions",
    Severity.ERROR,
    Text(
        "mulai pernyataan ini {count} pernyataan tidak diperiksa: paling banyak {limit}",
        "from here on {count} assertions are not checked: {limit} at most",
    ),
    Text(
        "hapus yang berulang, atau gabungkan dengan `all(… have …)` yang berlaku untuk semua butir",
        "delete those that repeat, or join them as `all(… have …)`, which holds for all items",
    ),
    Text(
        "Pemeriksaan harus selesai dalam hitungan detik, seberapa panjang pun berkasnya. "
        "Pernyataan yang tidak sempat diperiksa tidak boleh tampak terpenuhi.",
        "A check must end within seconds, however long the file is. Assertions that it does not "
        "come to must not seem to hold.",
    ),
    basis="our judgement",
    about=Text("terlalu banyak pernyataan", "too many assertions"),
)

"""What can be wrong with a stage's shape: keys, types, values."""

from smartplan.diagnostics import Kind, Severity
from smartplan.language import Text

UNKNOWN_KEY = Kind(
    "SCH001",
    "unknown-key",
    Severity.ERROR,
    Text("kunci `{key}` tidak dikenal di sini", "the key `{key}` is not known here"),
    Text("kunci yang dikenal: {known}", "known keys: {known}"),
    Text(
        "Kunci yang salah eja membuat isinya hilang tanpa jejak dari buku.",
        "A misspelt key makes its content vanish from the book without a trace.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - term: SPBE
            mening: Sistem Pemerintahan Berbasis Elektronik  # SCH001
            meaning: Sistem Pemerintahan Berbasis Elektronik

    Right:

        # theory.yaml
        terms:
          - term: SPBE
            meaning: Sistem Pemerintahan Berbasis Elektronik
    """,
    "our judgement",
)
MISSING_KEY = Kind(
    "SCH002",
    "missing-key",
    Severity.ERROR,
    Text("kunci `{key}` belum ada{owner}", "the key `{key}` is missing{owner}"),
    Text("tambahkan `{key}: …`{description}", "add `{key}: …`{description}"),
    Text(
        "Tanpa kunci ini butirnya tidak dapat dipakai: buku tidak tahu harus menulis apa.",
        "Without this key the item cannot be used: the book would not know what to write.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - term: SPBE  # SCH002

    Right:

        # theory.yaml
        terms:
          - term: SPBE
            meaning: Sistem Pemerintahan Berbasis Elektronik
    """,
    "our judgement",
)
WRONG_TYPE = Kind(
    "SCH003",
    "wrong-type",
    Severity.ERROR,
    Text("{what} harus berupa {wanted}, bukan {got}", "{what} must be {wanted}, not {got}"),
    Text("tulis {example}", "write {example}"),
    Text(
        "Daftar, teks dan kelompok kunci berbeda bentuknya dalam YAML.",
        "Lists, texts and groups of keys have different forms in YAML.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          term: SPBE  # SCH003
          meaning: Sistem

    Right:

        # theory.yaml
        terms:
          - term: SPBE
            meaning: Sistem
    """,
    "our judgement",
    about=Text(
        "nilai `…` bukan jenis yang diminta",
        "the value of `…` is not of the kind wanted",
    ),
)
NOT_IN_LIST = Kind(
    "SCH004",
    "value-not-in-list",
    Severity.ERROR,
    Text("`{value}` bukan pilihan untuk `{key}`", "`{value}` is not a choice for `{key}`"),
    Text("pilihannya: {choices}", "the choices are: {choices}"),
    Text(
        "Nilai dari daftar tertutup diterjemahkan ke dalam buku dan dihitung; nilai lain tidak "
        "punya arti.",
        "Values of a closed list are translated in the book and counted; any other has no meaning.",
    ),
    """
    Wrong:

        # theory.yaml
        legal_basis:
          - {id: pp-59-2022, kind: peraturan, number: "59", year: 2022, title: Perkotaan}  # SCH004

    Right:

        # theory.yaml
        legal_basis:
          - {id: pp-59-2022, kind: pp, number: "59", year: 2022, title: Perkotaan, basis: proposal}
    """,
    "our judgement",
    about=Text(
        "nilai bukan salah satu pilihan untuk `…`",
        "a value is not a choice for `…`",
    ),
)
OUT_OF_RANGE = Kind(
    "SCH005",
    "number-out-of-range",
    Severity.ERROR,
    Text(
        "`{key}` bernilai {value}, sedangkan yang diterima {limit}",
        "`{key}` is {value}, where {limit} is accepted",
    ),
    Text("periksa banyaknya angka dan nolnya", "check how many digits and noughts it has"),
    Text(
        "Angka di luar batas hampir selalu salah ketik.",
        "A number outside its limits is almost always a slip.",
    ),
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - {year: 20255, amount: 1000000, basis: proposal}  # SCH005

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 900000000000, basis: proposal}
    """,
    "our judgement",
    about=Text(
        "nilai di luar batas yang diterima",
        "a value lies outside what is accepted",
    ),
)
NOT_AN_INTEGER = Kind(
    "SCH006",
    "not-a-whole-number",
    Severity.ERROR,
    Text("`{value}` bukan bilangan bulat", "`{value}` is not a whole number"),
    Text(
        "tulis angka saja, misalnya 2025 atau 1500000", "write digits only, such as 2025 or 1500000"
    ),
    Text(
        "Tahun, jumlah dan rupiah adalah bilangan bulat; satuan dan keterangan ditulis di `note`.",
        "Years, counts and rupiah are whole numbers; units and remarks belong in `note`.",
    ),
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - {year: tahun depan, amount: 1000000, basis: proposal}  # SCH006

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 900000000000, basis: proposal}
    """,
    "our judgement",
    about=Text(
        "nilai bukan bilangan bulat",
        "a value is not a whole number",
    ),
)
NOT_A_NUMBER = Kind(
    "SCH007",
    "not-a-number",
    Severity.ERROR,
    Text("`{value}` bukan angka", "`{value}` is not a number"),
    Text(
        "tulis angka dengan titik untuk desimal, misalnya 2.48",
        "write a number with a point for decimals, such as 2.48",
    ),
    Text(
        "Hanya angka yang dapat dihitung, dibandingkan dan digambar.",
        "Only numbers can be computed with, compared and drawn.",
    ),
    """
    Wrong:

        # monev.yaml
        scale:
          - {from: tinggi sekali, label: Sangat tinggi}  # SCH007

    Right:

        # monev.yaml
        scale:
          - {from: 91, label: Sangat tinggi}
    """,
    "our judgement",
    about=Text(
        "nilai bukan angka",
        "a value is not a number",
    ),
)
BAD_ID = Kind(
    "SCH008",
    "bad-id",
    Severity.ERROR,
    Text("`{value}` tidak dapat menjadi tanda pengenal", "`{value}` cannot be an id"),
    Text(
        "pakai huruf kecil, angka dan tanda hubung, misalnya `{suggestion}`",
        "use lower-case letters, digits and hyphens, such as `{suggestion}`",
    ),
    Text(
        "Tanda pengenal menjadi nama berkas dan alamat halaman, jadi harus aman di mana pun.",
        "An id becomes a file name and a page address, so it must be safe everywhere.",
    ),
    """
    Wrong:

        # theory.yaml
        principles:
          - {id: Data Terbuka, name: Terbuka, text: Data dibuka., basis: proposal}  # SCH008

    Right:

        # theory.yaml
        principles:
          - {id: data-terbuka, name: Terbuka, text: Data dibuka., basis: proposal}
    """,
    "our judgement",
    about=Text(
        "tulisan tidak dapat menjadi tanda pengenal",
        "a text cannot be an id",
    ),
)
NOT_A_DATE = Kind(
    "SCH009",
    "not-a-date",
    Severity.ERROR,
    Text("`{value}` bukan tanggal", "`{value}` is not a date"),
    Text(
        "tulis tahun-bulan-hari, misalnya 2023-07-05; bila hanya bulan 2023-07, triwulan 2023-Q3, "
        "semester 2023-S2, atau tahun 2023",
        "write year-month-day, such as 2023-07-05; 2023-07, 2023-Q3, 2023-S2 or 2023 where no more "
        "is known",
    ),
    Text(
        "Tanggal yang tidak ada di kalender tidak dapat diurutkan.",
        "A date that is not in the calendar cannot be put in order.",
    ),
    """
    Wrong:

        # outreach.yaml
        activities:
          - {id: temu, date: 2023-02-30, kind: literacy, title: Temu, basis: proposal}  # SCH009

    Right:

        # outreach.yaml
        activities:
          - {id: temu, date: 2023-02, kind: literacy, title: Temu, basis: proposal}
    """,
    "ISO 8601",
    about=Text(
        "nilai bukan tanggal",
        "a value is not a date",
    ),
)
EMPTY_VALUE = Kind(
    "SCH010",
    "empty-value",
    Severity.WARNING,
    Text("{what} belum diisi", "{what} has no value"),
    Text("isi nilainya atau hapus barisnya", "fill it in or delete the line"),
    Text(
        "Kunci tanpa nilai dibaca seolah-olah tidak ada.",
        "A key without a value is read as if it were not there.",
    ),
    """
    Wrong:

        # theory.yaml
        principles:
          - id: terbuka
            name: Terbuka
            text: Data dibuka.
            basis: proposal
            note:  # SCH010

    Right:

        # theory.yaml
        principles:
          - id: terbuka
            name: Terbuka
            text: Data dibuka.
            basis: proposal
    """,
    "our judgement",
    about=Text(
        "kunci `…` belum diisi",
        "the key `…` has no value",
    ),
    at_times=Severity.ERROR,  # where the key must be there, or its text must say something
)
FILL_IN = Text("isi nilainya", "fill it in")
"""What to do about an empty value of a key that must be there."""
TOO_LONG = Kind(
    "SCH011",
    "text-too-long",
    Severity.ERROR,
    Text(
        "`{key}` memuat {length} karakter; paling banyak {limit}",
        "`{key}` has {length} characters; at most {limit} are allowed",
    ),
    Text("ringkas teksnya", "shorten the text"),
    Text(
        "Judul dan butir tabel yang terlalu panjang merusak halaman.",
        "Titles and table cells that are too long break the page.",
    ),
    basis="our judgement",
    about=Text(
        "teks terlalu panjang",
        "a text is too long",
    ),
)
UNKNOWN_FILE = Kind(
    "SCH012",
    "unknown-file",
    Severity.WARNING,
    Text("berkas `{name}` bukan bagian rencana", "the file `{name}` is not part of a plan"),
    Text("nama yang dikenal: {known}", "the names known are: {known}"),
    Text(
        "Berkas dengan nama lain tidak dibaca, sehingga isinya tidak pernah diperiksa.",
        "A file with another name is not read, so its content is never checked.",
    ),
    basis="our judgement",
)
FILE_AND_FOLDER = Kind(
    "SCH013",
    "file-and-folder",
    Severity.ERROR,
    Text(
        "tahap {stage} ada sebagai berkas dan sebagai folder",
        "the stage {stage} is there both as a file and as a folder",
    ),
    Text(
        "pindahkan isi berkas ini ke dalam folder `{folder}/`",
        "move this file's content into the folder `{folder}/`",
    ),
    Text(
        "Tidak dapat diketahui mana yang berlaku.", "There is no telling which of the two counts."
    ),
    basis="our judgement",
)
KEY_IN_TWO_FILES = Kind(
    "SCH014",
    "key-in-two-files",
    Severity.ERROR,
    Text(
        "kunci `{key}` sudah ditulis di berkas lain dalam folder ini",
        "the key `{key}` already stands in another file of this folder",
    ),
    Text(
        "daftar boleh tersebar di beberapa berkas; kunci lain hanya di satu berkas",
        "lists may be spread over files; any other key stands in one file only",
    ),
    Text(
        "Dua nilai untuk satu kunci tidak dapat digabung.",
        "Two values for one key cannot be joined.",
    ),
    basis="our judgement",
)
NO_MANIFEST = Kind(
    "SCH015",
    "no-manifest",
    Severity.ERROR,
    Text("tidak ada `smartplan.yaml` di folder ini", "there is no `smartplan.yaml` in this folder"),
    Text(
        "buat rencana baru dengan `smartplan init`, atau tunjuk folder rencana yang benar",
        "start a plan with `smartplan init`, or point at the right folder",
    ),
    Text(
        "Manifes menyebut daerah, jangka waktu dan edisi metode; tanpa itu tidak ada yang dapat "
        "diperiksa.",
        "The manifest names the region, the period and the edition of the method; without it "
        "nothing can be checked.",
    ),
    basis="our judgement",
)
FORMAT_VERSION = Kind(
    "SCH016",
    "unknown-format-version",
    Severity.ERROR,
    Text(
        "versi format {version} tidak dikenal oleh smartplan ini",
        "format version {version} is not known to this smartplan",
    ),
    Text("tulis `smartplan: 1`", "write `smartplan: 1`"),
    Text(
        "Rencana dari versi lain dapat berarti lain.",
        "A plan of another version may mean something else.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 2  # SCH016
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
    """,
    "our judgement",
)
UNKNOWN_REGION = Kind(
    "SCH017",
    "unknown-region",
    Severity.ERROR,
    Text(
        "kode wilayah `{code}` tidak ada dalam daftar Kemendagri",
        "the region code `{code}` is not in the Kemendagri list",
    ),
    Text(
        'tulis kode Kemendagri dalam kutip, misalnya "51.08"',
        'write the Kemendagri code in quotes, such as "51.08"',
    ),
    Text(
        "Kode menghubungkan rencana dengan data pusat; kode BPS adalah daftar lain.",
        "The code links the plan to national data; BPS codes are another list.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.80", name: Buleleng, kind: kabupaten, province: Bali}  # SCH017
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
    """,
    "Kepmendagri 300.2.2-2138/2025",
)
REGION_MISMATCH = Kind(
    "SCH018",
    "region-mismatch",
    Severity.ERROR,
    Text("{fact}, bukan {written}", "{fact}, not {written}"),
    Text("samakan kode, nama, jenis dan provinsi", "make code, name, kind and province agree"),
    Text(
        "Kode dan nama yang berbeda menunjuk dua daerah.",
        "A code and a name that differ point at two regions.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Bangli, kind: kabupaten, province: Bali}  # SCH018
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
    """,
    "Kepmendagri 300.2.2-2138/2025",
    about=Text(
        "kode, nama, jenis, atau provinsi daerah tidak cocok",
        "code, name, kind or province of the region do not agree",
    ),
)
NOT_IN_FRAMEWORK = Kind(
    "SCH019",
    "not-in-framework",
    Severity.ERROR,
    Text(
        "`{id}` bukan {kind} dalam kerangka {framework}",
        "`{id}` is no {kind} of the framework {framework}",
    ),
    Text("pilihannya: {choices}", "the choices are: {choices}"),
    Text(
        "Dimensi, subdimensi, unsur kesiapan dan istilah lain ditetapkan edisi metode yang dipakai "
        "rencana.",
        "Dimensions, sub-dimensions, readiness elements and other terms are set by the edition of "
        "the method that the plan follows.",
    ),
    """
    Wrong:

        # readiness.yaml
        issues:
          - {id: isu, dimension: Smart People, text: Anak putus sekolah, basis: proposal}  # SCH019

    Right:

        # readiness.yaml
        issues:
          - {id: isu, dimension: society, text: Anak putus sekolah, basis: proposal}
    """,
    Text(
        "kerangka yang dipakai rencana, yang menyebut sumbernya; bawaannya memakai nama dimensi "
        "dan subdimensi menurut laporan evaluasi kementerian 2023 "
        "(https://github.com/Maisho20/Smart-City-2)",
        "the framework that the plan follows, which names its source; the one that ships has the "
        "dimensions and sub-dimensions of the ministry's evaluation report of 2023 "
        "(https://github.com/Maisho20/Smart-City-2)",
    ),
    about=Text(
        "istilah `…` tidak ada dalam kerangka",
        "the term `…` is not in the framework",
    ),
)
EXACTLY_ONE = Kind(
    "SCH020",
    "one-value-of-several",
    Severity.ERROR,
    Text("isi tepat satu dari {choices}{owner}", "give exactly one of {choices}{owner}"),
    Text("tulis salah satu saja", "write just one of them"),
    Text(
        "Satu hasil adalah angka, atau kata, atau alasan mengapa belum ada.",
        "A result is a number, or a word, or the reason why there is none.",
    ),
    """
    Wrong:

        # monev.yaml
        realisations:
          - {indicator: k-public-service, period: 2024, basis: proposal}  # SCH020

    Right:

        # monev.yaml
        realisations:
          - {indicator: k-public-service, period: 2024, no_data: survei belum dilakukan}
    """,
    "our judgement",
)
UNKNOWN_FRAMEWORK = Kind(
    "SCH021",
    "unknown-framework",
    Severity.ERROR,
    Text("kerangka `{framework}` tidak dikenal", "the framework `{framework}` is not known"),
    Text("kerangka yang ada: {known}", "the frameworks are: {known}"),
    Text(
        "Kerangka menetapkan dimensi dan istilah; tanpa itu rencana tidak dapat diperiksa.",
        "The framework sets dimensions and terms; without it the plan cannot be checked.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kominfo-2022  # SCH021
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        framework: kominfo-2021
        as_of: 2025-06-30
    """,
    "our judgement",
)
BAD_FORM = Kind(
    "SCH022",
    "bad-form",
    Severity.ERROR,
    Text("`{value}` bukan bentuk yang benar untuk `{key}`", "`{value}` is not a proper `{key}`"),
    Text("tulis seperti {example}", "write it like {example}"),
    Text(
        "Alamat halaman, kode wilayah dan tanda sumber punya bentuk tetap.",
        "Page addresses, region codes and source ids have a fixed form.",
    ),
    """
    Wrong:

        # sources.yaml
        sources:
          - {id: S1, title: Berita, date: 2023, url: contoh.id, kind: law, confidence: B}  # SCH022

    Right:

        # sources.yaml
        sources:
          - {id: S1, title: Berita, date: 2023, url: "https://contoh.id", kind: law, confidence: B}
    """,
    "our judgement",
    about=Text(
        "nilai `…` tidak berbentuk benar",
        "the value of `…` has not the right form",
    ),
)
PERIOD_REVERSED = Kind(
    "SCH023",
    "period-reversed",
    Severity.ERROR,
    Text(
        "jangka waktu berakhir {end}, sebelum mulai {start}",
        "the period ends in {end}, before it starts in {start}",
    ),
    Text(
        "tukar `start` dan `end`, atau perbaiki tahunnya",
        "swap `start` and `end`, or mend the years",
    ),
    Text("Jangka waktu terbalik mengosongkan rencana.", "A reversed period empties the plan."),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2033, end: 2024}  # SCH023
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
    """,
    "our judgement",
)
UNKNOWN_CODE = Kind(
    "SCH024",
    "unknown-code",
    Severity.ERROR,
    Text("tidak ada temuan dengan kode `{code}`", "no finding has the code `{code}`"),
    Text(
        "tulis kode dari laporan, misalnya `PRG003`; dalam `ignore` boleh juga awalannya, `PRG`",
        "write a code from the report, such as `PRG003`; `ignore` also takes a beginning, `PRG`",
    ),
    Text(
        "Pilihan dengan kode yang salah eja tidak memilih apa-apa.",
        "A choice with a misspelt code chooses nothing.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        rules:
          ignore: [PRG, TEA99]  # SCH024
          severity:
            PGR007: note  # SCH024
            PRG007: note

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        rules:
          ignore: [PRG, TEA001]
          severity: {PRG007: note}
    """,
    "our judgement",
    about=Text(
        "kode dalam pilihan rencana `…` tidak ada",
        "a code chosen in the plan does not exist",
    ),
)
FOREIGN = Kind(
    "SCH025",
    "another-file",
    Severity.ERROR,
    Text(
        "berkas ini tampaknya bukan {part}: kunci {keys} tidak dikenal",
        "this file does not look like {part}: the keys {keys} are not known",
    ),
    Text(
        "pindahkan berkas ini dari folder rencana, atau tulis kunci yang dikenal: {known}",
        "move this file out of the plan's folder, or write the known keys: {known}",
    ),
    Text(
        "Berkas milik program lain, atau milik tahap lain, kadang tersimpan dengan nama berkas "
        "rencana. Kuncinya tidak diperiksa satu per satu.",
        "A file of another program, or of another stage, is sometimes saved under the name of a "
        "plan's file. Its keys are not checked one by one.",
    ),
    """
    Wrong:

        # theory.yaml
        services:  # SCH025
          web: {image: nginx}
        volumes: {}

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}
    """,
    "our judgement",
)
CHOICE_WITHOUT_EFFECT = Kind(
    "SCH026",
    "choice-without-effect",
    Severity.WARNING,
    Text(
        "`{key}` tidak berlaku bagi kesalahan membaca (`{code}`), yang selalu dilaporkan",
        "`{key}` does not hold for errors of reading (`{code}`), which are always told",
    ),
    Text(
        "hapus `{code}` dari `{key}`; bila temuannya ada, perbaiki berkasnya",
        "delete `{code}` from `{key}`; where the finding is there, mend the file",
    ),
    Text(
        "Bagian yang tidak terbaca juga tidak diperiksa, sehingga menyisihkannya membuat rencana "
        "tampak lebih bersih daripada keadaannya. Peringatan dan catatan tentang bentuk berkas, "
        "seperti `YML020` dan `SCH012`, boleh disisihkan.",
        "What could not be read is not checked either: to set it aside would make a plan look "
        "cleaner than it is. Warnings and notes about the form of a file, such as `YML020` and "
        "`SCH012`, may be set aside.",
    ),
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        rules:
          ignore: [YML, SCH001]  # SCH026
          severity:
            SCH008: note  # SCH026

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
        rules:
          ignore: [YML020]
          severity: {SCH010: note}
    """,
    "our judgement",
    about=Text(
        "kesalahan membaca `…` tidak dapat dimatikan",
        "an error of reading, `…`, cannot be turned off",
    ),
)
NAMES_ALIKE = Kind(
    "SCH027",
    "file-names-alike",
    Severity.ERROR,
    Text(
        "berkas `{name}` dan `{other}` bernama sama di komputer yang tidak membedakan huruf besar",
        "the files `{name}` and `{other}` have one name where capitals make no difference",
    ),
    Text("beri nama lain pada salah satunya", "give one of them another name"),
    Text(
        "Windows dan macOS hanya dapat menyimpan satu dari keduanya: isi berkas yang lain hilang "
        "begitu rencana disalin atau diambil dari git.",
        "Windows and macOS can keep only one of the two: what the other says is gone as soon as "
        "the plan is copied or checked out of git.",
    ),
    basis="our judgement",
)

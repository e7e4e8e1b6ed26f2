"""What can be wrong with a file before its meaning is looked at."""

from smartplan.diagnostics import Kind, Severity
from smartplan.language import Text

CAUSES = {
    "quote": Text(
        "tanda kutip yang dibuka di sini tidak ditutup", "the quote opened here is never closed"
    ),
    "bracket": Text(
        "kurung yang dibuka di sini tidak ditutup, atau ada koma yang kurang",
        "the bracket opened here is never closed, or a comma is missing",
    ),
    "colon": Text(
        "titik dua di tengah teks: beri tanda kutip pada teksnya, atau luruskan indentasi",
        "a colon inside a text: put the text in quotes, or straighten the indentation",
    ),
    "character": Text(
        "teks tidak boleh dimulai dengan tanda ini: beri tanda kutip",
        "a text cannot start with this character: put it in quotes",
    ),
    "no_colon": Text(
        "baris ini tidak berbentuk `kunci: nilai`", "this line is not of the form `key: value`"
    ),
    "indent": Text(
        "indentasi baris ini tidak sejajar dengan baris di atasnya",
        "the indentation of this line does not match the lines above",
    ),
    "smart_quote": Text(
        "tanda kutip lengkung dari Word tidak melindungi teks: pakai kutip lurus ' atau \"",
        "curly quotes from Word do not protect a text: use straight quotes ' or \"",
    ),
    "after_quote": Text(
        "ada tulisan sesudah tanda kutip penutup: beri tanda kutip pada seluruh teks",
        "something follows the closing quote: put the whole text in quotes",
    ),
    "escape": Text(
        "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal",
        "a backslash inside double quotes; use single quotes",
    ),
    "dash": Text(
        "tanda `-` di tempat yang bukan awal butir daftar",
        "a `-` where no list item can start",
    ),
    "tab": Text("tab tidak boleh dipakai di sini", "a tab cannot be used here"),
    "other": Text("susunan YAML tidak dapat dibaca", "the YAML cannot be read"),
}

SYNTAX = Kind(
    "YML001",
    "syntax-error",
    Severity.ERROR,
    Text("susunan YAML keliru: {problem}", "broken YAML: {problem}"),
    Text(
        "perbaiki baris ini; teks yang memuat titik dua atau tanda khusus ditulis 'dalam kutip'",
        "mend this line; write a text that contains a colon or a special character 'in quotes'",
    ),
    Text(
        "Berkas yang susunannya keliru tidak dapat dibaca sama sekali, sehingga isinya hilang dari "
        "rencana. Tempat yang ditunjuk adalah baris penyebabnya sejauh dapat diketahui.",
        "A file with broken syntax cannot be read at all, so its content is lost to the plan. The "
        "place shown is the line that caused it, as far as can be told.",
    ),
    """
    Wrong:

        # theory.yaml
        principles:
          - id: terbuka
            name: Terbuka: untuk semua  # YML001
            text: Data dibuka.

    Right:

        # theory.yaml
        principles:
          - id: terbuka
            name: "Terbuka: untuk semua"
            text: Data dibuka.
            basis: proposal
    """,
    "YAML 1.2",
)
DUPLICATE_KEY = Kind(
    "YML002",
    "duplicate-key",
    Severity.ERROR,
    Text("kunci `{key}` ditulis dua kali", "the key `{key}` stands twice"),
    Text("gabungkan keduanya atau hapus salah satu", "join the two or delete one"),
    Text(
        "YAML melarang kunci ganda; pembaca lain diam-diam memakai yang terakhir dan membuang yang "
        "pertama.",
        "YAML forbids duplicate keys; other readers silently keep the last and drop the first.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}
        terms:  # YML002
          - {term: RPJMD, meaning: Rencana Pembangunan Jangka Menengah Daerah}

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}
          - {term: RPJMD, meaning: Rencana Pembangunan Jangka Menengah Daerah}
    """,
    "YAML 1.2, section 3.2.1.1",
)
TAB = Kind(
    "YML003",
    "tab-indentation",
    Severity.ERROR,
    Text("indentasi memakai tab", "the indentation uses a tab"),
    Text("ganti tab dengan dua spasi", "replace the tab with two spaces"),
    Text(
        "YAML hanya mengenal spasi untuk indentasi. Di VS Code: «Convert Indentation to Spaces».",
        "YAML knows only spaces for indentation. In VS Code: 'Convert Indentation to Spaces'.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - term: SPBE
        \t    meaning: Sistem Pemerintahan Berbasis Elektronik  # YML003

    Right:

        # theory.yaml
        terms:
          - term: SPBE
            meaning: Sistem Pemerintahan Berbasis Elektronik
    """,
    "YAML 1.2, section 6.1",
)
DOCUMENTS = Kind(
    "YML004",
    "several-documents",
    Severity.ERROR,
    Text("berkas memuat lebih dari satu dokumen YAML", "the file holds more than one document"),
    Text(
        "hapus garis `---` atau pisahkan menjadi dua berkas",
        "delete the `---` line or split the file in two",
    ),
    Text(
        "Bagian sesudah `---` kedua tidak akan terbaca oleh kebanyakan alat.",
        "Most tools would never read what follows the second `---`.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}
        ---  # YML004
        principles: []

    Right:

        # theory.yaml
        ---
        terms:
          - {term: SPBE, meaning: Sistem Pemerintahan Berbasis Elektronik}
        principles: []
    """,
    "our judgement",
)
ANCHOR = Kind(
    "YML005",
    "anchor-or-alias",
    Severity.ERROR,
    Text(
        "jangkar atau rujukan YAML `{name}` tidak dipakai dalam rencana",
        "the YAML anchor or alias `{name}` has no place in a plan",
    ),
    Text(
        "tulis isinya utuh; teks yang dimulai dengan & atau * diberi tanda kutip",
        "write the content out; put a text that starts with & or * in quotes",
    ),
    Text(
        "Jangkar dapat membuat berkas kecil meledak menjadi data raksasa, dan `&` di awal teks "
        "diam-diam menelan satu kata.",
        "Anchors let a small file blow up into huge data, and an `&` at the start of a text "
        "silently swallows a word.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: &arti Sistem Pemerintahan Berbasis Elektronik}  # YML005

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: "&arti Sistem Pemerintahan Berbasis Elektronik"}
    """,
    "our judgement: StrictYAML bans them too",
)
TAG = Kind(
    "YML006",
    "tag",
    Severity.ERROR,
    Text("tanda jenis YAML `{tag}` tidak dipakai", "the YAML tag `{tag}` has no place in a plan"),
    Text(
        "hapus tanda `!`, atau beri tanda kutip bila itu bagian teks",
        "delete the `!` tag, or quote it if it is part of the text",
    ),
    Text(
        "Tanda jenis dapat menyuruh pembaca YAML menjalankan sesuatu; rencana hanya berisi data.",
        "Tags can tell a YAML reader to run something; a plan holds data only.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: !!str Sistem}  # YML006

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: Sistem}
    """,
    "CVE-2020-14343",
)
DIRECTIVE = Kind(
    "YML007",
    "directive",
    Severity.ERROR,
    Text("baris diawali tanda persen", "the line starts with a per cent sign"),
    Text(
        "hapus baris `%…`, atau mulai teksnya dengan tanda kutip",
        "delete the `%…` line, or start the text with a quote",
    ),
    Text(
        "Baris seperti ini adalah perintah bagi pembaca YAML dan tidak pernah diperlukan.",
        "Such a line is an instruction to the YAML reader and is never needed.",
    ),
    """
    Wrong:

        # theory.yaml
        %YAML 1.1  # YML007
        ---
        terms: []

    Right:

        # theory.yaml
        terms: []
    """,
    "our judgement",
)
ENCODING = Kind(
    "YML008",
    "not-utf-8",
    Severity.ERROR,
    Text("berkas bukan UTF-8: byte {byte} di sini", "the file is not UTF-8: byte {byte} here"),
    Text(
        "simpan ulang sebagai UTF-8 (VS Code: «Save with Encoding»; Notepad: Encoding UTF-8)",
        "save it as UTF-8 (VS Code: 'Save with Encoding'; Notepad: Encoding UTF-8)",
    ),
    Text(
        "Huruf di luar ASCII dari Excel atau Notepad lama tersimpan dengan sandi lain dan akan "
        "tampil rusak.",
        "Letters beyond ASCII from Excel or an old Notepad are stored in another encoding and "
        "would come out broken.",
    ),
    basis="YAML 1.2, section 5.2",
)
ENCODING_WIDE = Kind(
    "YML009",
    "utf-16",
    Severity.ERROR,
    Text("berkas tersimpan sebagai UTF-16 atau UTF-32", "the file is stored as UTF-16 or UTF-32"),
    Text(
        "simpan ulang sebagai UTF-8 (Notepad: Save As, Encoding UTF-8)",
        "save it as UTF-8 (Notepad: Save As, Encoding UTF-8)",
    ),
    Text(
        "Pilihan «Unicode» pada Notepad dan Excel berarti UTF-16; git dan editor lain "
        "memperlakukannya sebagai berkas biner.",
        "'Unicode' in Notepad and Excel means UTF-16; git and other editors treat it as binary.",
    ),
    basis="our judgement",
)
CONTROL = Kind(
    "YML010",
    "control-character",
    Severity.ERROR,
    Text("ada karakter kendali {character}", "there is a control character {character}"),
    Text(
        "hapus karakter itu; biasanya terbawa saat menyalin dari Word atau PDF",
        "delete the character; it usually comes along when copying from Word or a PDF",
    ),
    Text(
        "Karakter kendali tidak tampak, menggeser nomor baris dan dapat mengacaukan layar.",
        "Control characters cannot be seen, shift line numbers and can garble a screen.",
    ),
    basis="YAML 1.2, section 5.1",
)
HIDDEN = Kind(
    "YML011",
    "hidden-character",
    Severity.WARNING,
    Text(
        "ada karakter pengatur arah tulisan yang tidak tampak, {character}",
        "there is an invisible direction or tag character, {character}",
    ),
    Text("hapus karakter itu", "delete the character"),
    Text(
        "Karakter ini dapat membuat teks tampil lain dari isinya.",
        "Such a character can make a text look different from what it says.",
    ),
    basis="CVE-2021-42574",
)
CONFLICT = Kind(
    "YML012",
    "merge-conflict",
    Severity.ERROR,
    Text("ada sisa benturan penggabungan git", "there is a leftover of a git merge conflict"),
    Text(
        "pilih isi yang benar, lalu hapus garis <<<<<<<, ======= dan >>>>>>>",
        "choose the right content, then delete the lines <<<<<<<, ======= and >>>>>>>",
    ),
    Text(
        "Dua orang mengubah bagian yang sama dan git menunggu keputusan.",
        "Two people changed the same part and git waits for a decision.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
        <<<<<<< HEAD # YML012
          - {term: SPBE, meaning: satu}
        =======
          - {term: SPBE, meaning: dua}
        >>>>>>> cabang

    Right:

        # theory.yaml
        terms:
          - {term: SPBE, meaning: satu}
    """,
    "git",
)
TOO_BIG = Kind(
    "YML013",
    "file-too-big",
    Severity.ERROR,
    Text("berkas lebih besar dari {limit}", "the file is larger than {limit}"),
    Text(
        "pecah menjadi beberapa berkas dalam folder tahap, misalnya programs/*.yaml",
        "split it into several files in the stage's folder, such as programs/*.yaml",
    ),
    Text(
        "Rencana yang ditulis orang tidak pernah sebesar ini; biasanya berkas lain yang tertukar.",
        "A plan written by people is never this large; usually it is some other file.",
    ),
    basis="our judgement",
)
TOO_DEEP = Kind(
    "YML014",
    "too-deep",
    Severity.ERROR,
    Text("susunan lebih dalam dari {limit} tingkat", "nested deeper than {limit} levels"),
    Text("periksa kurung dan indentasi", "check the brackets and the indentation"),
    Text(
        "Rencana paling dalam sepuluh tingkat; lebih dari itu adalah salah ketik atau serangan.",
        "A plan is ten levels deep at most; more is a slip or an attack.",
    ),
    basis="our judgement",
)
TOO_MANY = Kind(
    "YML015",
    "too-much-content",
    Severity.ERROR,
    Text("berkas memuat lebih dari {limit} bagian", "the file has more than {limit} parts"),
    Text("pecah menjadi beberapa berkas", "split it into several files"),
    Text("Batas ini menjaga pemeriksaan tetap cepat.", "The limit keeps checking fast."),
    basis="our judgement",
)
INDONESIAN_NUMBER = Kind(
    "YML016",
    "number-as-written-in-prose",
    Severity.ERROR,
    Text(
        "angka `{value}` dapat dibaca keliru oleh komputer",
        "a computer may misread the number `{value}`",
    ),
    Text("tulis {meant}", "write {meant}"),
    Text(
        "Titik dan koma berarti lain bagi komputer: `5.000` dapat dibaca lima, `Rp 1,5 miliar` "
        "tidak terbaca. Angka ditulis polos, titik hanya untuk desimal, rupiah penuh tanpa satuan.",
        "Points and commas mean something else to a computer: `5.000` may be read as five, "
        "`Rp 1,5 miliar` not at all. Write plain numbers, a point only for decimals, whole rupiah.",
    ),
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: Rp 1.500.000, basis: proposal}  # YML016
          - {year: 2026, amount: 1.5 miliar, basis: proposal}  # YML016

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 900000000000, basis: proposal}
          - {year: 2026, amount: 900_000_000_000, basis: proposal}
    """,
    "our judgement; Pedoman Umum Ejaan Bahasa Indonesia writes numbers with points",
)
INDONESIAN_DATE = Kind(
    "YML017",
    "date-in-words",
    Severity.ERROR,
    Text(
        "tanggal `{value}` belum ditulis sebagai tahun-bulan-hari",
        "the date `{value}` is not written as year-month-day",
    ),
    Text("tulis `{meant}`", "write `{meant}`"),
    Text(
        "Tanggal ditulis tahun-bulan-hari agar dapat diurutkan dan tidak tertukar.",
        "Dates are written year-month-day so that they sort and cannot be mixed up.",
    ),
    """
    Wrong:

        # outreach.yaml
        activities:
          - id: temu-warga
            date: 5 Juli 2024  # YML017
            kind: socialisation
            title: Temu warga
            basis: proposal

    Right:

        # outreach.yaml
        activities:
          - id: temu-warga
            date: 2024-07-05
            kind: socialisation
            title: Temu warga
            basis: proposal
    """,
    "ISO 8601",
)
NOT_A_FILE = Kind(
    "YML018",
    "not-a-regular-file",
    Severity.ERROR,
    Text("bukan berkas biasa (tautan atau berkas khusus)", "not a regular file (link or device)"),
    Text("ganti dengan salinan berkasnya", "replace it with a copy of the file"),
    Text(
        "Tautan dapat menunjuk ke luar rencana; isi rencana harus ada di dalam foldernya.",
        "A link can point outside the plan; what belongs to the plan must lie in its folder.",
    ),
    basis="our judgement",
)
UNREADABLE = Kind(
    "YML019",
    "unreadable-file",
    Severity.ERROR,
    Text("berkas tidak dapat dibuka: {reason}", "the file cannot be opened: {reason}"),
    Text("periksa izin berkas", "check the file's permissions"),
    Text("Berkas yang tidak terbaca tidak masuk rencana.", "An unread file is not in the plan."),
    basis="our judgement",
)
CUT = Kind(
    "YML020",
    "text-cut-by-hash",
    Severity.WARNING,
    Text(
        "teks setelah `{value}` hilang karena ` #` memulai komentar",
        "the text after `{value}` is lost because ` #` starts a comment",
    ),
    Text(
        "beri tanda kutip pada seluruh teks, atau spasi sesudah # bila memang komentar",
        "put the whole text in quotes, or a space after the # if it is a comment",
    ),
    Text(
        "`Program #1 unggulan` terbaca `Program` saja.",
        "`Program #1 unggulan` is read as `Program`.",
    ),
    """
    Wrong:

        # theory.yaml
        terms:
          - term: Kawasan #1 unggulan  # YML020
            meaning: Kawasan yang didahulukan

    Right:

        # theory.yaml
        terms:
          - term: "Kawasan #1 unggulan"
            meaning: Kawasan yang didahulukan
    """,
    "YAML 1.2, section 6.6",
)
KEY = Kind(
    "YML021",
    "key-not-text",
    Severity.ERROR,
    Text("kunci harus berupa kata", "a key must be a word"),
    Text(
        "tulis `kunci: nilai`; kurung kurawal dan daftar tidak dapat menjadi kunci",
        "write `key: value`; braces and lists cannot be keys",
    ),
    Text(
        "Kunci menamai isi; daftar atau kunci kosong tidak menamai apa pun.",
        "A key names what follows; a list or an empty key names nothing.",
    ),
    """
    Wrong:

        # theory.yaml
        ? [a, b]  # YML021
        : nilai

    Right:

        # theory.yaml
        terms: []
    """,
    "our judgement",
)
WORD_CHARACTER = Kind(
    "YML022",
    "character-from-word",
    Severity.ERROR,
    Text(
        "ada spasi atau titik dua khusus {character} dari Word atau halaman web",
        "there is a special space or colon {character} from Word or a web page",
    ),
    Text("ganti dengan spasi atau titik dua biasa", "replace it with an ordinary space or colon"),
    Text(
        "Karakter ini tampak seperti spasi atau titik dua tetapi bukan itu bagi YAML.",
        "The character looks like a space or a colon but is neither to YAML.",
    ),
    basis="YAML 1.2, section 6.1",
)
EMPTY_FILE = Kind(
    "YML023",
    "empty-file",
    Severity.WARNING,
    Text("berkas kosong", "the file is empty"),
    Text(
        "isi berkas ini atau hapus; tahap yang belum dimulai tidak perlu berkas",
        "fill the file or delete it; a stage that has not begun needs no file",
    ),
    Text(
        "Berkas kosong tampak seperti tahap yang sudah dikerjakan.",
        "An empty file looks like a stage that has been worked on.",
    ),
    basis="our judgement",
)
COMMA = Kind(
    "YML025",
    "cut-by-comma",
    Severity.ERROR,
    Text(
        "koma memotong teks: `{value}` terbaca sebagai kunci baru",
        "a comma cuts the text: `{value}` is read as a new key",
    ),
    Text(
        "di dalam kurung {{ }} beri tanda kutip pada teks yang memuat koma; desimal memakai titik",
        "inside braces {{ }} put a text that contains a comma in quotes; decimals take a point",
    ),
    Text(
        "Di dalam kurung kurawal koma memisahkan kunci: `45,5` terbaca 45 dan sisanya hilang.",
        "Inside braces a comma separates keys: `45,5` is read as 45 and the rest is lost.",
    ),
    """
    Wrong:

        # monev.yaml
        scale:
          - {from: 90,
             label: Sangat tinggi}
          - {label: Rendah, from: 45,5}  # YML025

    Right:

        # monev.yaml
        scale:
          - {from: 90, label: Sangat tinggi}
          - {label: Rendah, from: 45.5}
    """,
    "our judgement",
)
TOO_MANY_FILES = Kind(
    "YML024",
    "plan-too-big",
    Severity.ERROR,
    Text(
        "folder memuat lebih dari {limit} berkas YAML atau 32 MiB",
        "the folder holds more than {limit} YAML files or 32 MiB",
    ),
    Text("periksa apakah ini folder rencana", "check that this is the folder of a plan"),
    Text(
        "Rencana terbesar yang dikenal memuat puluhan berkas.",
        "The largest plan known has dozens of files.",
    ),
    basis="our judgement",
)
OTHER_FORMAT = Kind(
    "YML026",
    "another-format",
    Severity.ERROR,
    Text("ini {format}, bukan YAML", "this is {format}, not YAML"),
    Text(
        "tulis isinya sebagai teks YAML; mengganti akhiran nama tidak mengubah isi berkas",
        "write its content as YAML text; another ending of the name does not change a file",
    ),
    Text(
        "Berkas Excel, Word, PDF, CSV, dan halaman web yang bernama `.yaml` tetap seperti semula.",
        "An Excel, Word, PDF or CSV file and a web page remain what they are when they are called "
        "`.yaml`.",
    ),
    basis="our judgement",
)

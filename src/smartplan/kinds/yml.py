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
    "wrong_close": Text(
        "kurung yang dibuka di sini ditutup dengan `{word}`",
        "the bracket opened here is closed by `{word}`",
    ),
    "extra_close": Text(
        "kurung penutup `{word}` ini tidak ada pembukanya",
        "nothing opens what this `{word}` closes",
    ),
    "comma": Text(
        "di dalam kurung yang dibuka di sini belum ada koma sebelum `{word}:`",
        "inside the bracket opened here a comma is missing before `{word}:`",
    ),
    "extra_comma": Text(
        "koma ini berlebih: di depannya tidak ada isi",
        "this comma is one too many: nothing stands before it",
    ),
    "long_key": Text(
        "di depan titik dua ada lebih dari 1.024 karakter, terlalu panjang untuk sebuah kunci",
        "more than 1,024 characters stand before the colon, too many for a key",
    ),
    "dots": Text(
        "baris `...` berarti berkas berakhir di sini",
        "a line `...` means that the file ends here",
    ),
    "colon": Text(
        "titik dua di tengah teks: beri tanda kutip pada teksnya, atau luruskan indentasi",
        "a colon inside a text: put the text in quotes, or straighten the indentation",
    ),
    "character": Text(
        "teks tidak boleh dimulai dengan `{word}`: beri tanda kutip",
        "a text cannot start with `{word}`: put it in quotes",
    ),
    "question": Text(
        "teks tidak boleh dimulai dengan `?` dan spasi", "a text cannot start with `?` and a space"
    ),
    "block": Text(
        "`>` atau `|` di awal nilai memulai teks berbaris-baris, dan baris ini masih bersambung",
        "`>` or `|` before a value starts a text of several lines, and this line goes on",
    ),
    "bracket_text": Text(
        "ada tulisan sesudah kurung penutup: teks yang diawali kurung terbaca sebagai daftar",
        "something follows the closing bracket: a text that starts with one is read as a list",
    ),
    "space_after_dash": Text("sesudah `-` belum ada spasi", "there is no space after the `-`"),
    "space_after_colon": Text(
        "sesudah `{word}:` belum ada spasi", "there is no space after `{word}:`"
    ),
    "glued_item": Text("sesudah `-` belum ada spasi", "there is no space after the `-`"),
    "no_dash": Text(
        "butir ini belum diawali tanda hubung", "this item does not begin with a hyphen"
    ),
    "bullet": Text(
        "tanda `{word}`, misalnya dari Word, bukan tanda hubung",
        "the sign `{word}`, perhaps from Word, is no hyphen",
    ),
    "lettered": Text(
        "butir daftar tidak diawali huruf atau angka seperti `{word}`",
        "an item of a list does not begin with a letter or number such as `{word}`",
    ),
    "dash_indent": Text(
        "tanda `-` ini tidak sejajar dengan butir lain dalam daftarnya",
        "this `-` is not in line with the other items of its list",
    ),
    "apostrophe": Text(
        "tanda petik dalam `{word}` menutup kutip tunggal yang dibuka sebelumnya",
        "the apostrophe in `{word}` closes the single quote opened before it",
    ),
    "inner_quote": Text(
        "kutip ganda di tengah teks menutup kutip ganda yang dibuka sebelumnya",
        "a double quote inside the text closes the one opened before it",
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
"""What a planner did where YAML cannot go on; `{word}` stands for what is written there."""

_QUOTE_ALL = Text("tulis seluruh teksnya 'dalam kutip'", "write the whole text 'in quotes'")
CURES = {
    "quote": Text(
        "tulis tanda kutip yang sama di akhir teksnya",
        "write the same quote at the end of the text",
    ),
    "bracket": Text(
        "tutup dengan kurung yang sama, dan pisahkan isinya dengan koma",
        "close it with the same bracket, and put commas between what it holds",
    ),
    "wrong_close": Text(
        "kurung {{ ditutup }}, kurung [ ditutup ]", "a {{ is closed by }}, a [ by ]"
    ),
    "extra_close": Text(
        "hapus kurung ini, atau beri tanda kutip bila bagian dari teks",
        "delete it, or put the text in quotes if it is a part of it",
    ),
    "comma": Text("tulis koma sebelum `{word}:`", "write a comma before `{word}:`"),
    "extra_comma": Text("hapus koma ini", "delete this comma"),
    "long_key": _QUOTE_ALL,
    "dots": Text(
        "hapus baris ini; yang belum ditulis dapat dicatat sebagai komentar: `# dan seterusnya`",
        "delete the line; note what is still to come in a comment: `# and so on`",
    ),
    "colon": _QUOTE_ALL,
    "character": _QUOTE_ALL,
    "question": _QUOTE_ALL,
    "block": _QUOTE_ALL,
    "bracket_text": _QUOTE_ALL,
    "no_colon": Text(
        "tulis `kunci: nilai`; sambungan teks di atasnya ditulis lebih menjorok",
        "write `key: value`; indent deeper what goes on from the line above",
    ),
    "indent": Text(
        "sejajarkan dengan kunci lain dalam butir yang sama, dengan spasi",
        "put it in line with the other keys of the same item, with spaces",
    ),
    "space_after_dash": Text("tulis `- `, lalu kuncinya", "write `- `, then the key"),
    "glued_item": Text(
        "beri spasi sesudah tanda hubung: `- {word}`", "put a space after the hyphen: `- {word}`"
    ),
    "no_dash": Text("tulis `- {word}`", "write `- {word}`"),
    "bullet": Text(
        "tulis `- ` di awal butir, bukan `{word}`",
        "write `- ` before the item in the place of `{word}`",
    ),
    "lettered": Text(
        "tulis tiap butir dengan `- ` di awalnya, bukan `{word}`; isi yang memuat titik dua "
        "diberi kutip",
        "write `- ` before each item in the place of `{word}`; put text with a colon in quotes",
    ),
    "space_after_colon": Text("tulis `{word}: …`", "write `{word}: …`"),
    "dash_indent": Text(
        "sejajarkan `-` ini dengan butir di atasnya, atau beri tanda kutip bila bagian dari teks",
        "put it in line with the item above, or put it in quotes if it is a part of a text",
    ),
    "dash": Text(
        "pindahkan `- ` ke baris sendiri, atau beri tanda kutip bila bagian dari teks",
        "move `- ` to a line of its own, or put it in quotes if it is a part of a text",
    ),
    "apostrophe": Text(
        "pakai kutip ganda di luar, \"… {word} …\", atau gandakan petiknya: '… {doubled} …'",
        'use double quotes around it, "… {word} …", or write the apostrophe twice: '
        "'… {doubled} …'",
    ),
    "inner_quote": Text(
        "pakai kutip tunggal di luar, misalnya 'Program \"Loket\" baru'",
        "use single quotes around it, such as 'Program \"Loket\" baru'",
    ),
    "smart_quote": Text(
        "ganti kutip lengkung dengan kutip lurus", "write straight quotes for the curly ones"
    ),
    "after_quote": _QUOTE_ALL,
    "escape": Text(
        "pakai kutip tunggal, misalnya 'C:\\Data'", "use single quotes, such as 'C:\\Data'"
    ),
    "tab": Text("ganti tab dengan spasi", "write spaces for the tab"),
}
"""What to do about each."""

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
    Text(
        "YAML 1.2, bagian 3.2.1.1",
        "YAML 1.2, section 3.2.1.1",
    ),
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
    Text(
        "YAML 1.2, bagian 6.1",
        "YAML 1.2, section 6.1",
    ),
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
        "`{name}` tidak terbaca sebagai teks: `&`, `*`, dan `<<` menunjuk bagian lain dari "
        "berkas, dan itu tidak dipakai dalam rencana",
        "`{name}` is not read as a text: `&`, `*` and `<<` point at another part of the file, "
        "which has no place in a plan",
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
    Text(
        "pertimbangan penyusun smartplan: StrictYAML juga melarangnya",
        "our judgement: StrictYAML bans them too",
    ),
    about=Text(
        "teks diawali `&`, `*`, atau `<<`, yang tidak dipakai dalam rencana",
        "a text starts with `&`, `*` or `<<`, which have no place in a plan",
    ),
)
STAR = Text(
    "hapus tanda `*`; bila memang bagian dari teks, beri tanda kutip pada seluruh teks",
    "delete the `*`; if it is a part of the text, put the whole text in quotes",
)
"""What to do about a star before a text."""
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
    Text(
        "berkas bukan UTF-8: huruf di sini tidak terbaca{perhaps}",
        "the file is not UTF-8: the letter here cannot be read{perhaps}",
    ),
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
    basis=Text(
        "YAML 1.2, bagian 5.2",
        "YAML 1.2, section 5.2",
    ),
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
    basis=Text(
        "YAML 1.2, bagian 5.1",
        "YAML 1.2, section 5.1",
    ),
)
HIDDEN = Kind(
    "YML011",
    "hidden-character",
    Severity.WARNING,
    Text(
        "ada karakter pengatur arah tulisan yang tidak tampak, {character}",
        "there is an invisible character that steers how text is shown, {character}",
    ),
    Text("hapus karakter itu", "delete the character"),
    Text(
        "Karakter ini dapat membuat teks tampil lain dari isinya.",
        "Such a character can make a text look different from what it says.",
    ),
    basis="CVE-2021-42574",
    about=Text(
        "ada karakter pengatur arah tulisan yang tidak tampak",
        "there is an invisible character that steers how text is shown",
    ),
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
    Text(
        "pertimbangan penyusun smartplan; Pedoman Umum Ejaan Bahasa Indonesia menulis angka "
        "dengan titik",
        "our judgement; Pedoman Umum Ejaan Bahasa Indonesia writes numbers with points",
    ),
)
INDONESIAN_DATE = Kind(
    "YML017",
    "date-in-words",
    Severity.ERROR,
    Text(
        "waktu `{value}` belum ditulis dengan tahun di depan dan tanda hubung",
        "the date `{value}` is not written with the year first and hyphens",
    ),
    Text("tulis `{meant}`", "write `{meant}`"),
    Text(
        "Tanggal ditulis tahun-bulan-hari agar dapat diurutkan dan tidak tertukar; triwulan dan "
        "semester ditulis sesudah tahunnya, 2024-Q2 dan 2024-S1.",
        "Dates are written year-month-day so that they sort and cannot be mixed up; quarters and "
        "halves come after the year, 2024-Q2 and 2024-S1.",
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
    Text("bukan berkas biasa: {what}", "not a regular file: {what}"),
    Text("ganti dengan salinan berkasnya", "replace it with a copy of the file"),
    Text(
        "Tautan dapat menunjuk ke luar rencana; isi rencana harus ada di dalam foldernya.",
        "A link can point outside the plan; what belongs to the plan must lie in its folder.",
    ),
    basis="our judgement",
    about=Text(
        "folder, tautan, atau berkas khusus di tempat berkas",
        "a folder, a link or a device where a file belongs",
    ),
)
A_FOLDER = Text("ini folder", "this is a folder")
A_LINK = Text("ini tautan ke tempat lain", "this is a link to another place")
LEADS_NOWHERE = Text(
    "ini tautan, dan tujuannya tidak ada", "this is a link, and what it leads to is not there"
)
A_DEVICE = Text("ini pipa atau perangkat", "this is a pipe or a device")
"""What stands in the place of a file."""
NO_FOLDER = Text(
    "ganti nama folder ini; berkas dengan nama ini berisi teks YAML",
    "give the folder another name; a file of this name holds YAML text",
)
NO_TARGET = Text(
    "hapus tautan ini, dan simpan berkas aslinya di sini",
    "delete the link, and put the file itself here",
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
LOST = Kind(
    "YML028",
    "content-lost",
    Severity.ERROR,
    Text(
        "isi berkas hilang: seluruhnya byte nol", "the content of the file is lost: only zero bytes"
    ),
    Text(
        "ambil kembali berkas ini dari cadangan atau dari riwayat git",
        "take this file from a backup or from the history in git",
    ),
    Text(
        "Berkas menjadi byte nol bila komputer mati atau disk penuh saat menyimpan; isinya tidak "
        "dapat dipulihkan dari berkas itu sendiri.",
        "A file becomes zero bytes where the power goes or the disk is full while it is saved; its "
        "content cannot be brought back from the file itself.",
    ),
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
    Text(
        "YAML 1.2, bagian 6.6",
        "YAML 1.2, section 6.6",
    ),
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
    basis=Text(
        "YAML 1.2, bagian 6.1",
        "YAML 1.2, section 6.1",
    ),
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
    at_times=Severity.ERROR,  # the manifest: without it there is no plan
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
        "di dalam kurung {{ }} beri tanda kutip pada teks yang memuat koma",
        "inside braces {{ }} put a text that contains a comma in quotes",
    ),
    Text(
        "Di dalam kurung kurawal koma memisahkan kunci, dan sisa teksnya hilang bagi program lain. "
        "Angka yang terpotong koma, seperti `45,5`, dilaporkan sebagai YML016.",
        "Inside braces a comma separates keys, and other programs lose the rest of the text. A "
        "number that a comma cuts, such as `45,5`, is told as YML016.",
    ),
    """
    Wrong:

        # monev.yaml
        scale:
          - {from: 90,
             label: Sangat tinggi}
          - {from: 45.5, label: Rendah, perlu perhatian}  # YML025

    Right:

        # monev.yaml
        scale:
          - {from: 90, label: Sangat tinggi}
          - {from: 45.5, label: "Rendah, perlu perhatian"}
    """,
    "our judgement",
    about=Text(
        "koma memotong teks menjadi kunci baru",
        "a comma cuts a text into a new key",
    ),
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
RUNS_ON = Kind(
    "YML027",
    "item-in-a-text",
    Severity.WARNING,
    Text(
        "baris yang diawali `{sign}` ini terbaca sebagai sambungan `{value}`, bukan butir baru",
        "this line with `{sign}` before it is read as more of `{value}`, not as a new item",
    ),
    Text(
        "sejajarkan `- ` dengan butir di atasnya; bila memang sambungan teks, beri tanda kutip "
        "pada seluruh teks",
        "put `- ` in line with the item above; if it is more of that text, put the whole text in "
        "quotes",
    ),
    Text(
        "Baris yang lebih menjorok daripada teks di atasnya menyambung teks itu: dua butir menjadi "
        "satu, dengan tanda hubung di tengahnya.",
        "A line indented deeper than the text above it goes on with that text: two items become "
        "one, with a hyphen between them.",
    ),
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            duties:
              - Menetapkan arah
                - Memantau program  # YML027

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            duties:
              - Menetapkan arah
              - Memantau program
    """,
    Text(
        "YAML 1.2, bagian 7.3.3",
        "YAML 1.2, section 7.3.3",
    ),
    about=Text(
        "butir daftar terbaca sebagai sambungan teks di atasnya",
        "an item of a list is read as more of the text above it",
    ),
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

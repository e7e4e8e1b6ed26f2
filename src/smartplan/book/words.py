"""The books' own words, beside those of the plan and of the label catalog."""

from smartplan.language import Text

MISSING = Text(indonesian="belum diisi", english="not filled in")
"""Stands where a template prints a value the plan does not give."""

DRAFT = Text(indonesian="DRAF", english="DRAFT")
DRAFT_NOTICE = Text(
    indonesian="Naskah ini belum final. Bagian rencana yang masih keliru tidak dimuat, "
    "dan isinya belum boleh dikutip.",
    english="This is not final: parts of the plan that are still wrong are left out, "
    "and nothing here may be quoted.",
)

CHAPTER = Text(indonesian="Bab", english="Chapter")
SECTION = Text(indonesian="Subbab", english="Section")
TABLE = Text(indonesian="Tabel", english="Table")
APPENDIX = Text(indonesian="L", english="A")
"""Stands for the chapter number in front of tables of unnumbered chapters: Tabel L.1."""

CONTENTS = Text(indonesian="Daftar isi", english="Contents")
TABLES = Text(indonesian="Daftar tabel", english="Tables")
FIGURE = Text(indonesian="Gambar", english="Figure")
FIGURES = Text(indonesian="Daftar gambar", english="Figures")
FIGURE_DATA = Text(indonesian="Data Gambar", english="Data of Figure")
DATA = Text(indonesian="Data", english="Data")
LISTS = Text(indonesian="Daftar Tabel dan Gambar", english="Lists of Tables and Figures")
ON_THIS_PAGE = Text(indonesian="Di halaman ini", english="On this page")
BOOKS = Text(indonesian="Buku", english="Books")
NOTES = Text(indonesian="Catatan dan sumber", english="Notes and sources")
COLOPHON = Text(indonesian="Keterangan terbitan", english="About this edition")
HOME = Text(indonesian="Beranda", english="Home")
MENU = Text(indonesian="Menu", english="Menu")
SKIP = Text(indonesian="Langsung ke isi", english="Skip to content")
PREVIOUS = Text(indonesian="Sebelumnya", english="Previous")
NEXT = Text(indonesian="Berikutnya", english="Next")
BACK = Text(indonesian="Kembali ke teks", english="Back to the text")
FOOTNOTE = Text(indonesian="Catatan", english="Note")
STANDS_AT = Text(indonesian="Sampai di mana rencana ini", english="Where the plan stands")
TEN_STAGES = Text(indonesian="Sepuluh tahap penyusunan", english="The ten stages")
DIMENSIONS = Text(indonesian="Dimensi", english="Dimensions")
NEXT_MILESTONES = Text(indonesian="Yang jatuh tempo berikutnya", english="What is due next")
PROMISE = Text(indonesian="Visi", english="Vision")
PARTS = Text(indonesian="Isi rencana", english="In the plan")
WAY = Text(indonesian="Letak halaman", english="You are here")
CHOICE = Text(indonesian="Pemuatan dalam rencana ini", english="Its place in this plan")
BASIS = Text(indonesian="Dasar keterangan ini", english="This rests on")
MENTIONED = Text(indonesian="Disebut dalam buku", english="Named in the books")
OPEN_DATA = Text(indonesian="Data terbuka", english="Open data")
OPEN_DATA_NOTE = Text(
    indonesian="Setiap tabel dapat diunduh sebagai CSV dari bawah tabelnya, dan seluruh rencana "
    "tersedia sebagai JSON.",
    english="Every table can be downloaded as CSV from below it, and the whole plan as JSON.",
)
WHOLE_PLAN = Text(indonesian="Seluruh rencana (JSON)", english="The whole plan (JSON)")
ALL_TABLES = Text(
    indonesian="Daftar semua tabel (Data Package)", english="All tables (Data Package)"
)
FEED = Text(indonesian="Riwayat perubahan (Atom)", english="Revisions (Atom)")
DOWNLOAD = Text(indonesian="Unduh CSV", english="Download CSV")
SOURCES = Text(indonesian="Sumber", english="Sources")
SEARCH = Text(indonesian="Cari", english="Search")
SEARCH_LABEL = Text(
    indonesian="Cari di seluruh buku dan halaman", english="Search all books and pages"
)
SEARCH_COUNT = Text(indonesian="{count} halaman ditemukan.", english="{count} pages found.")
SEARCH_NONE = Text(indonesian="Tidak ada halaman yang cocok.", english="No page fits.")
SEARCH_OFF = Text(
    indonesian="Pencarian memerlukan JavaScript dan situs yang dibuka lewat http atau https, "
    "bukan langsung dari berkas. Daftar program, indikator, perangkat daerah, dan sumber tetap "
    "dapat dipakai.",
    english="Search needs JavaScript and a site opened over http or https, not from a file. "
    "The lists of programs, indicators, agencies and sources work without it.",
)
FILTER = Text(indonesian="Saring daftar", english="Filter the list")
FILTER_TEXT = Text(indonesian="Cari dalam daftar", english="Search in the list")
FILTER_ALL = Text(indonesian="Semua", english="All")
FILTER_RESET = Text(indonesian="Hapus saringan", english="Clear the filter")
FILTER_COUNT = Text(
    indonesian="Menampilkan {shown} dari {all} baris.", english="Showing {shown} of {all} rows."
)
FILTER_NONE = Text(
    indonesian="Tidak ada baris yang cocok dengan saringan ini.",
    english="No row fits this filter.",
)

STANDING = Text(indonesian="Kedudukan dokumen", english="Standing of this document")
QUOTED = Text(
    indonesian="Teks rencana dikutip dalam bahasa {language}, bahasa rencana itu.",
    english="This is the English edition of the books. Texts of the plan are quoted in {language}, "
    "the language in which it is written.",
)
NO_BOOK = Text(indonesian="Belum ada buku.", english="There is no book yet.")

REGION = Text(indonesian="Daerah", english="Region")
PROVINCE = Text(indonesian="Provinsi", english="Province")
PERIOD = Text(indonesian="Jangka waktu", english="Period")
AS_OF = Text(indonesian="Keadaan per", english="As of")
PUBLISHER = Text(indonesian="Penerbit", english="Publisher")
METHOD = Text(indonesian="Edisi metode", english="Edition of the method")
VERSION = Text(indonesian="Versi naskah", english="Version of the text")
CHECKED = Text(indonesian="Hasil pemeriksaan", english="Result of the check")
COMMIT = Text(indonesian="Komit", english="Commit")
FINGERPRINT = Text(indonesian="Sidik masukan", english="Fingerprint of the plan")
MADE_WITH = Text(indonesian="Disusun dengan", english="Made with")

NOT_YET_DRAWN_UP = Text(
    indonesian="Bab ini belum dapat disajikan karena tahap {stages} belum disusun.",
    english="This chapter cannot be shown yet, because the part of the plan on {stages} has not "
    "been drawn up.",
)
NOT_YET_SHOWN = Text(indonesian="tabel yang belum tersedia", english="a table not yet available")
UNKNOWN_SOURCE = Text(
    indonesian="Sumber {id} belum ada dalam daftar sumber.",
    english="Source {id} is not in the list of sources.",
)
UNDATED = Text(indonesian="tanpa tanggal", english="undated")
SEEN_AT = Text(indonesian="dapat dilihat di {where}", english="to be seen at {where}")
AND = Text(indonesian="dan", english="and")
NONE_YET = Text(indonesian="belum ada {what}", english="no {what} yet")

COUNTING = Text(
    indonesian="nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, "
    "sebelas, dua belas",
    english="zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
)
"""The numbers from 0 to 12."""

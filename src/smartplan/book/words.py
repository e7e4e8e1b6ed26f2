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
ON_THIS_PAGE = Text(indonesian="Di halaman ini", english="On this page")
BOOKS = Text(indonesian="Buku", english="Books")
NOTES = Text(indonesian="Catatan dan sumber", english="Notes and sources")
COLOPHON = Text(indonesian="Keterangan terbitan", english="About this edition")
TOTAL = Text(indonesian="Jumlah", english="Total")
HOME = Text(indonesian="Beranda", english="Home")
MENU = Text(indonesian="Menu", english="Menu")
SKIP = Text(indonesian="Langsung ke isi", english="Skip to content")
PREVIOUS = Text(indonesian="Sebelumnya", english="Previous")
NEXT = Text(indonesian="Berikutnya", english="Next")
BACK = Text(indonesian="Kembali ke teks", english="Back to the text")
FOOTNOTE = Text(indonesian="Catatan", english="Note")
READ = Text(indonesian="Buka buku", english="Open the book")
QUICK_WIN = Text(indonesian="quick win", english="quick wins")
IN_NUMBERS = Text(indonesian="Rencana dalam angka", english="The plan in numbers")
STANDING = Text(indonesian="Kedudukan dokumen", english="Standing of this document")
NO_BOOK = Text(indonesian="Belum ada buku.", english="There is no book yet.")

REGION = Text(indonesian="Daerah", english="Region")
PROVINCE = Text(indonesian="Provinsi", english="Province")
PERIOD = Text(indonesian="Jangka waktu", english="Period")
AS_OF = Text(indonesian="Keadaan per", english="As of")
PUBLISHER = Text(indonesian="Penerbit", english="Publisher")
METHOD = Text(indonesian="Edisi metode", english="Edition of the method")
VERSION = Text(indonesian="Versi naskah", english="Version of the text")
FINGERPRINT = Text(indonesian="Sidik masukan", english="Fingerprint of the plan")
MADE_WITH = Text(indonesian="Disusun dengan", english="Made with")

NOT_YET_DRAWN_UP = Text(
    indonesian="Bab ini belum dapat disajikan karena tahap {stages} belum disusun.",
    english="This chapter cannot be shown yet: the stage {stages} has not been drawn up.",
)
NOT_YET_SHOWN = Text(indonesian="tabel yang belum tersedia", english="a table not yet available")
UNKNOWN_SOURCE = Text(
    indonesian="Sumber {id} belum ada dalam daftar sumber.",
    english="Source {id} is not in the list of sources.",
)
UNDATED = Text(indonesian="tanpa tanggal", english="undated")
SEEN_AT = Text(indonesian="dapat dilihat di {where}", english="to be seen at {where}")
NOTE = Text(indonesian="Catatan: {text}", english="Note: {text}")
DERIVED_FROM = Text(indonesian="Turunan: {text}", english="Derived: {text}")
AND = Text(indonesian="dan", english="and")
NONE_YET = Text(indonesian="belum ada {what}", english="no {what} yet")

COUNTING = Text(
    indonesian="nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, "
    "sebelas, dua belas",
    english="zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
)
"""The numbers from 0 to 12."""

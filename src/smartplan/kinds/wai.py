"""What can be wrong with a plan's waivers."""

from smartplan.diagnostics import Kind, Severity
from smartplan.language import Text

EXPIRED = Kind(
    "WAI001",
    "waiver-expired",
    Severity.WARNING,
    Text(
        "pengecualian `{code}` berlaku sampai {until}, sebelum tanggal keadaan rencana, {as_of}",
        "the waiver of `{code}` held until {until}, before the plan's own date, {as_of}",
    ),
    Text(
        "selesaikan temuannya lalu hapus pengecualian ini, atau perpanjang `until` dengan alasan "
        "baru",
        "settle the finding and delete the waiver, or extend `until` with a new reason",
    ),
    Text(
        "Pengecualian adalah janji dengan tenggat; sesudah tenggat temuannya dilaporkan lagi.",
        "A waiver is a promise with a date; after that date its findings are told again.",
    ),
    """
    Wrong:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2024-12-31  # WAI001

    Right:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2099-12-31
    """,
    "our judgement",
    about=Text(
        "tenggat pengecualian `…` sudah lewat",
        "the waiver of `…` is past its date",
    ),
)
UNUSED = Kind(
    "WAI002",
    "waiver-unused",
    Severity.NOTE,
    Text(
        "pengecualian `{code}` tidak mengenai satu temuan pun",
        "the waiver of `{code}` matches no finding",
    ),
    Text(
        "hapus bila temuannya sudah selesai; bila belum, periksa `item`, `subject` dan `path`",
        "delete it if the finding is settled; if not, check `item`, `subject` and `path`",
    ),
    Text(
        "Pengecualian yang tertinggal menutupi temuan baru yang kebetulan serupa.",
        "A waiver left behind hides a new finding that happens to be alike.",
    ),
    """
    Wrong:

        # waivers.yaml
        waivers:
          - code: PLN002  # WAI002
            item: S9
            reason: Sumber ini dipakai pada edisi berikut.
            owner: bappeda
            until: 2099-12-31

    Right:

        # waivers.yaml
        waivers: []
    """,
    "our judgement",
)
WITHOUT_REASON = Kind(
    "WAI003",
    "waiver-without-reason",
    Severity.WARNING,
    Text(
        "alasan pengecualian `{code}` terlalu singkat: `{reason}`",
        "the reason for waiving `{code}` is too short: `{reason}`",
    ),
    Text(
        "tulis mengapa temuan ini diterima untuk sementara, dalam satu kalimat",
        "write in one sentence why the finding is accepted for a while",
    ),
    Text(
        "Yang membaca tahun depan harus dapat menilai apakah alasannya masih berlaku.",
        "Whoever reads it next year must be able to judge whether the reason still holds.",
    ),
    """
    Wrong:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: sudah tahu  # WAI003
            owner: bappeda
            until: 2099-12-31

    Right:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2099-12-31
    """,
    "our judgement",
)
UNKNOWN_CODE = Kind(
    "WAI004",
    "waiver-of-unknown-code",
    Severity.ERROR,
    Text("tidak ada temuan dengan kode `{code}`", "no finding has the code `{code}`"),
    Text(
        "tulis kode lengkap dari laporan, misalnya `PRG003`",
        "write a whole code from the report, such as `PRG003`",
    ),
    Text(
        "Pengecualian dengan kode yang salah eja tidak mengecualikan apa-apa.",
        "A waiver with a misspelt code waives nothing.",
    ),
    """
    Wrong:

        # waivers.yaml
        waivers:
          - code: PRG03  # WAI004
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2099-12-31

    Right:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2099-12-31
    """,
    "our judgement",
    about=Text(
        "pengecualian atas kode `…` yang tidak ada",
        "a waiver of the code `…`, which does not exist",
    ),
)
ERROR_OF_READING = Kind(
    "WAI005",
    "waiver-of-error-of-reading",
    Severity.WARNING,
    Text(
        "`{code}` adalah kesalahan membaca, yang tidak dapat dikecualikan",
        "`{code}` is an error of reading, which cannot be waived",
    ),
    Text(
        "perbaiki berkasnya, lalu hapus pengecualian ini",
        "mend the file, then delete this waiver",
    ),
    Text(
        "Bagian yang tidak terbaca juga tidak diperiksa. Dengan pengecualian, rencana akan tampak "
        "lebih bersih daripada keadaannya.",
        "What could not be read is not checked either. With a waiver a plan would look cleaner "
        "than it is.",
    ),
    """
    Wrong:

        # waivers.yaml
        waivers:
          - code: SCH008  # WAI005
            reason: Tanda pengenal lama masih dipakai dokumen lain.
            owner: bappeda
            until: 2099-12-31

    Right:

        # waivers.yaml
        waivers:
          - code: PRG003
            reason: Indikator disusun bersama BPS pada triwulan ini.
            owner: bappeda
            until: 2099-12-31
    """,
    "our judgement",
    about=Text(
        "pengecualian atas kesalahan membaca",
        "a waiver of an error of reading",
    ),
)

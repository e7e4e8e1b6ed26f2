"""One fixed list of findings for every report: plain ones, and ones that mean harm."""

from smartplan.diagnostics import Diagnostic, File, Fix, Kind, Location, Related, Severity
from smartplan.language import Text

HARM = (
    "%0A::error::tipu\r\n::warning file=x::y\t##[error]z | `kode` <script>alert(1)</script> "
    "@semua #12 [klik](https://contoh.invalid) ![x](y) ]]> \x1b[31m\u202e\x00\ufffe a:b,c; {0}"
)
"""What a plan's own text may try in a log, a page, a comment or an XML file."""

PROGRAMS = File(
    "rencana/programs.yaml",
    "programs:\n"
    "  - id: e-retribusi\n"
    "    name: Retribusi 𝟚𝟘𝟚𝟝 é daerah\n"
    "    depends_on: [portal]\n"
    "  - id: portal\n"
    "    lead:\n"
    "      bagian yang\n"
    "      panjang\n",
)
TEAM = File("rencana/team.yaml", "agencies:\n  - id: dinas\n    name: Dinas\n")
UNREADABLE = File("rencana/vision.yaml", "")
LONG = File("rencana/monev.yaml", "- x\n" * 1_500)
ODD = File("::error file=a::b, 100% |`é` #1 @x.yaml", f"title: {HARM!r}\n")

NO_INDICATOR = Kind(
    "PRG903",
    "program-without-indicator",
    Severity.ERROR,
    Text("program `{program}` belum memiliki indikator", "program `{program}` has no indicator"),
    Text("tambahkan sedikitnya satu butir di `indicators`", "add an item to `indicators`"),
    Text("Tanpa indikator, capaian tidak dapat diukur.", "Nothing can be measured without one."),
    """
    Wrong:

        # programs.yaml
        programs:
          - id: e-retribusi  # PRG903

    Right:

        # programs.yaml
        programs:
          - id: e-retribusi
            indicators: [{id: kepatuhan}]
    """,
    "our judgement",
)
UNCLEAR = Kind(
    "THE901",
    "unclear-name",
    Severity.WARNING,
    Text("nama `{name}` belum jelas", "the name `{name}` is not clear"),
    Text("tulis nama lengkap", "write the whole name"),
    Text("Pembaca tidak mengenal singkatan.", "Readers do not know the abbreviation."),
    basis="our judgement",
)
EMPTY = Kind(
    "VIS902",
    "empty-file",
    Severity.NOTE,
    Text("berkas ini kosong", "this file is empty"),
    Text("hapus, atau isi dengan visi", "remove it, or write the vision"),
    Text("Berkas kosong tidak berguna.", "An empty file is of no use."),
    basis="our judgement",
)


def _at(file: File, line: int, column: int, end_line: int, end_column: int) -> Location:
    return Location(file, line, column, end_line, end_column)


_FIRST = NO_INDICATOR.at(
    _at(PROGRAMS, 2, 9, 2, 20),
    also=(
        Related(_at(TEAM, 2, 9, 2, 14), Text("penanggung jawab di sini", "the lead is here")),
        Related(_at(PROGRAMS, 4, 18, 4, 24), Text("yang menunggu", "which waits")),
    ),
    program="e-retribusi",
)
_DRAFT = NO_INDICATOR.at(_at(PROGRAMS, 5, 9, 5, 15), program="portal")

DIAGNOSTICS: tuple[Diagnostic, ...] = (
    # the name begins like a command of a CI log
    UNCLEAR.at(_at(ODD, 1, 8, 1, 14), name=HARM),
    # a value that nothing has escaped, and a fix that is only likely
    NO_INDICATOR.at(
        _at(ODD, 1, 20, 1, 24),
        program=Text(HARM, HARM),
        fix=Fix(_at(ODD, 1, 8, 1, 9), HARM, safe=False),
    ),
    _FIRST,
    # bytes, code points and UTF-16 units differ before and inside the range
    UNCLEAR.at(
        _at(PROGRAMS, 3, 21, 3, 27),
        name="𝟚𝟘𝟚𝟝 é",
        fix=Fix(_at(PROGRAMS, 3, 21, 3, 27), "2025 é", safe=True),
    ),
    # same code, file and subject
    UNCLEAR.at(_at(PROGRAMS, 4, 5, 4, 15), name="portal"),
    UNCLEAR.at(_at(PROGRAMS, 5, 5, 5, 7), name="portal"),
    # an error of a stage that is still a draft
    Diagnostic(
        _DRAFT.kind,
        Severity.WARNING,
        _DRAFT.location,
        _DRAFT.values,
        (),
        _DRAFT.advice,
        "programs/portal",
    ),
    # a range over several lines
    NO_INDICATOR.at(_at(PROGRAMS, 6, 5, 8, 14), program="portal"),
    EMPTY.at(Location.start_of(UNREADABLE)),
)

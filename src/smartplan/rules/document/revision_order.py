"""DOC004: versions out of order, or one twice."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.document import Document, Revision


@rule(
    "DOC004",
    Severity.WARNING,
    message=Text(
        "riwayat versi tidak berurutan: {version} {problem}",
        "the history is out of order: {version} {problem}",
    ),
    hint=Text(
        "urutkan `revisions` dari yang tertua, tiap versi sekali",
        "put `revisions` in order from the oldest, each version once",
    ),
    why=Text(
        "Riwayat perubahan dibaca dari atas ke bawah. Urutan yang tidak benar membuat versi "
        "terakhir tidak jelas.",
        "The history is read from top to bottom. Out of order, it is unclear which version is"
        " the last.",
    ),
    basis="our judgement",
)
def revision_order(document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # document.yaml
        revisions:
          - {version: "1.0", date: 2024-12-15, summary: Terbitan pertama, sources: [S1]}
          - version: "1.1"
            date: 2023-06-02  # DOC004
            summary: Penyesuaian
            sources: [S1]
          - version: "1.1"  # DOC004
            date: 2025-06-02
            summary: Penyesuaian kedua
            sources: [S1]

    Right:

        # document.yaml
        revisions:
          - {version: "1.0", date: 2023-12-15, summary: Terbitan pertama, sources: [S1]}
          - {version: "1.1", date: 2025-06-02, summary: Penyesuaian, sources: [S1]}
    """
    seen: dict[str, Revision] = {}
    before: Revision | None = None
    for revision in document.revisions:
        twin = seen.setdefault(revision.version, revision)
        if twin is not revision:
            there = Related(twin.at("version"), Text("yang pertama di sini", "the first is here"))
            problem = Text("disebut dua kali", "is listed twice")
            place = revision.at("version")
            yield found(place, also=(there,), version=revision.version, problem=problem)
        elif before is not None and revision.date.last < before.date.first:
            there = Related(before.at("date"), Text("versi sebelumnya", "the version before"))
            yield found(
                revision.at("date"),
                also=(there,),
                version=revision.version,
                problem=Text(
                    "lebih tua daripada versi di atasnya", "is older than the one above it"
                ),
            )
        before = revision

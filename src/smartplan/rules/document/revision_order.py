"""DOC004: versions out of order, or one twice."""

import re
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
    about=Text(
        "riwayat versi tidak berurutan",
        "the history of versions is out of order",
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
          - version: "0.9"  # DOC004
            date: 2025-06-20
            summary: Penyesuaian ketiga
            sources: [S1]

    Right:

        # document.yaml
        revisions:
          - {version: "1.0", date: 2023-12-15, summary: Terbitan pertama, sources: [S1]}
          - {version: "1.9", date: 2025-06-02, summary: Penyesuaian, sources: [S1]}
          - {version: "1.10", date: 2025-06-20, summary: Penyesuaian kedua, sources: [S1]}
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
        elif before is not None and (key := _out_of_order(before, revision)):
            there = Related(before.at(key), Text("versi sebelumnya", "the version before"))
            problem = _PROBLEMS[key]
            yield found(revision.at(key), also=(there,), version=revision.version, problem=problem)
        before = revision


_PROBLEMS = {
    "date": Text("lebih tua daripada versi di atasnya", "is older than the one above it"),
    "version": Text(
        "bernomor lebih rendah daripada versi di atasnya",
        "has a lower number than the one above it",
    ),
}
_NUMBERED = re.compile(r"v?[0-9]{1,9}(\.[0-9]{1,9}){0,5}", re.IGNORECASE)


def _out_of_order(before: Revision, revision: Revision) -> str:
    """The key by which a version belongs above the one it follows; none if it does not."""
    if revision.date.last < before.date.first:
        return "date"
    first, second = _numbers(before.version), _numbers(revision.version)
    return "version" if first and second and second < first else ""


def _numbers(version: str) -> list[int]:
    """`1.10` as 1 and 10; nothing where a version is named otherwise."""
    if not _NUMBERED.fullmatch(version.strip()):
        return []
    found = [int(part) for part in re.findall("[0-9]+", version)]
    while len(found) > 1 and not found[-1]:
        found.pop()
    return found

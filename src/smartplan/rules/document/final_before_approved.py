"""DOC001: a final book whose stages are not approved."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import ids
from smartplan.stages.document import Document


@rule(
    "DOC001",
    Severity.WARNING,
    message=Text(
        "buku `{book}` sudah final, tetapi tahap yang dimuatnya belum disetujui: {stages}",
        "the book `{book}` is final, but stages it holds are not approved: {stages}",
    ),
    hint=Text(
        "setujui tahap itu di `stages`, atau ubah keadaan buku menjadi `review`",
        "approve those stages in `stages`, or set the book to `review`",
    ),
    why=Text(
        "Buku final dipakai sebagai ketetapan. Isi yang belum disetujui dapat berubah sesudah"
        " dicetak.",
        "A final book is used as settled. What is not approved may change after it is printed.",
    ),
    basis="our judgement",
    absence=True,
)
def final_before_approved(document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # document.yaml
        books:
          - book: buku-1
            state: final  # DOC001
            sources: [S1]
        stages:
          - {stage: team, state: approved, sources: [S1]}
          - {stage: theory, state: approved, sources: [S1]}
          - {stage: readiness, state: review, sources: [S1]}

    Right:

        # document.yaml
        books:
          - {book: buku-4, state: final, sources: [S1]}
          - {book: buku-1, state: review, sources: [S1]}
        stages:
          - {stage: programs, state: approved, sources: [S1]}
    """
    approved = {entry.stage for entry in document.stages if entry.state == "approved"}
    for book in document.books:
        if book.state == "final":
            waiting = [stage for stage in _HOLDS.get(book.book, _ALL) if stage not in approved]
            if waiting:
                yield found(book.at("state"), book=book.book, stages=ids(waiting))


_ALL = ("team", "theory", "readiness", "vision", "programs", "roadmap", "monev")
_HOLDS = {
    "buku-1": ("team", "theory", "readiness", "vision"),
    "buku-2": ("vision", "programs", "roadmap", "monev"),
    "buku-4": ("programs",),
}
"""The stages a book is made of; other books draw on all."""

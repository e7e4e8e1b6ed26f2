"""DOC001: a final book whose stages are not approved."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Related, Severity
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import booked, listing
from smartplan.stages.document import BookState, Document


@rule(
    "DOC001",
    Severity.WARNING,
    message=Text(
        "buku {books} sudah final, tetapi tahap yang dimuatnya belum disetujui: {stages}",
        "{books}: state `final`, though these stages are not approved: {stages}",
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
    about=Text(
        "buku … sudah final, tetapi tahap yang dimuatnya belum disetujui",
        "a book is final before the stages it holds are approved",
    ),
    basis="our judgement",
    absence=True,
)
def final_before_approved(plan: Plan, document: Document) -> Iterator[Finding]:
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
    held: dict[str, list[BookState]] = {}
    too_early: list[tuple[BookState, list[str]]] = []
    for book in document.books:
        if book.state == "final":
            waiting = [stage for stage in _HOLDS.get(book.book, _ALL) if stage not in approved]
            too_early += [(book, waiting)] if waiting else []
            for stage in waiting:
                held.setdefault(stage, []).append(book)
    if len(held) >= len(too_early):
        for book, waiting in too_early:
            yield _told(plan, book.at("state"), waiting, [book])
        return
    entries = {entry.stage: entry for entry in document.stages}
    for stage, books in held.items():
        place = entries[stage].at("state") if stage in entries else books[0].at("state")
        yield _told(plan, place, [stage], books)


def _told(plan: Plan, place: Location, stages: list[str], books: list[BookState]) -> Finding:
    """One finding for a stage that several books wait for, or for a book of several such stages."""
    named = [booked(plan, book.book) for book in books]
    also = tuple(Related(one.at("state"), _FINAL) for one in books if one.at("state") != place)
    return found(
        place,
        also=also,
        stages=_stages(stages),
        books=listing(named),
    )


_FINAL = Text("buku yang sudah final", "a book that is final")


def _stages(waiting: list[str]) -> Text:
    """Stages by name; many hold an `and` of their own."""
    told = [label("stage", stage) for stage in waiting]
    return Text(", ".join(t.indonesian for t in told), ", ".join(t.english for t in told))


_ALL = ("team", "theory", "readiness", "vision", "programs", "roadmap", "monev")
_HOLDS = {
    "buku-1": ("team", "theory", "readiness", "vision"),
    "buku-2": ("vision", "programs", "roadmap", "monev"),
    "buku-4": ("programs",),
}
"""The stages a book is made of; other books draw on all."""

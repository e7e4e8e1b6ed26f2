"""TEA012: a final book without all stages of guidance."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import booked, names
from smartplan.stages.document import Document
from smartplan.stages.team import Team


@rule(
    "TEA012",
    Severity.WARNING,
    message=Text(
        "buku {book} sudah final, tetapi bimtek ini belum tercatat terlaksana: {stages}",
        "the book {book} is final, but these workshops are not recorded as held: {stages}",
    ),
    hint=Text(
        "tambahkan bimtek itu di `workshops`, atau ubah keadaan buku",
        "add the workshop to `workshops`, or change the state of the book",
    ),
    why=Text(
        "Masterplan disusun melalui empat bimbingan teknis, dan tahap terakhir menelaah buku "
        "bab demi bab.",
        "A masterplan comes about in four workshops, the last of which reviews the books "
        "chapter by chapter.",
    ),
    basis=Text(
        "keempat bimtek gerakan ini, sebagaimana dilaporkan Bontang 2019, Penajam Paser Utara "
        "2022, dan Tegal 2023",
        "the four workshops of the movement, as reported by Bontang 2019, Penajam Paser Utara "
        "2022 and Tegal 2023",
    ),
    absence=True,
)
def workshop_stage_missing(plan: Plan, team: Team, document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        workshops:  # TEA012
          - {id: bimtek-1, stage: "1", title: Bimtek I, start: 2023-06-05, sources: [S1]}
          - {id: bimtek-2, stage: "2", title: Bimtek II, start: 2023-07-05, sources: [S1]}

    Right:

        # team.yaml
        workshops:
          - {id: bimtek-1, stage: "1", title: Bimtek I, start: 2023-06-05, sources: [S1]}
          - {id: bimtek-2, stage: "2", title: Bimtek II, start: 2023-07-05, sources: [S1]}
          - {id: bimtek-3, stage: "3", title: Bimtek III, start: 2023-08-05, sources: [S1]}
          - {id: bimtek-4, stage: "4", title: Bimtek IV, start: 2023-09-05, sources: [S1]}
    """
    final = next((book for book in document.books if book.state == "final"), None)
    held = {workshop.stage for workshop in team.workshops if workshop.state == "held"}
    missing = [stage for stage in plan.framework.workshop_stages if stage.id not in held]
    if final is not None and missing:
        there = Related(final.at("state"), Text("buku yang final", "the final book"))
        place = team.at_key("workshops")
        yield found(place, also=(there,), book=booked(plan, final.book), stages=names(missing))

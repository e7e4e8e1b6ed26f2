"""OUT003: a final plan nobody was told about."""

from collections.abc import Iterator
from datetime import date

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import booked, spoken
from smartplan.stages.document import BookState, Document
from smartplan.stages.outreach import Outreach


@rule(
    "OUT003",
    Severity.WARNING,
    message=Text(
        "belum ada kegiatan sesudah buku {book} final pada {date}",
        "there is no activity since the book {book} became final ({date})",
    ),
    hint=Text(
        "tambahkan kegiatan sosialisasi yang sudah atau akan dilaksanakan",
        "add an activity held or planned since",
    ),
    why=Text(
        "Rencana yang selesai perlu dikenalkan kepada pelaksana dan warga. Tanpa itu buku "
        "tetap di rak.",
        "A finished plan must be made known to those who carry it out and to the people. "
        "Otherwise it stays on the shelf.",
    ),
    basis=Text(
        "sepuluh tahap metode, dengan sosialisasi dan literasi sebagai tahap terakhir "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)",
        "the ten stages of the method, of which socialisation and literacy is the last "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)",
    ),
    absence=True,
)
def no_outreach_after_final(
    plan: Plan, outreach: Outreach, document: Document
) -> Iterator[Finding]:
    """
    Wrong:

        # outreach.yaml
        activities:  # OUT003
          - id: temu
            date: 2022-02-05
            kind: socialisation
            title: Temu terbuka
            sources: [S1]

    Right:

        # outreach.yaml
        activities:
          - id: temu
            date: 2025-11
            kind: socialisation
            title: Temu terbuka
            state: planned
            sources: [S1]
    """
    final = [book for book in document.books if book.state == "final" and book.date is not None]
    first = min(final, key=_date, default=None)
    if first is not None and first.date is not None:
        since = first.date.first
        if all(activity.date.last < since for activity in outreach.activities):
            there = Related(first.at("date"), Text("buku yang final", "the final book"))
            place = outreach.at_key("activities")
            yield found(
                place, also=(there,), book=booked(plan, first.book), date=spoken(first.date)
            )


def _date(book: BookState) -> date:
    return book.date.first if book.date else date.max

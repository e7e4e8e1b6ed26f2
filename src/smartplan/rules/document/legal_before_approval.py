"""DOC003: an instrument dated before the last approval."""

from collections.abc import Iterator
from datetime import date

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.document import Approval, Document


@rule(
    "DOC003",
    Severity.ERROR,
    message=Text(
        "peraturan penetapan bertanggal {date}, sebelum persetujuan {office} pada {approved}",
        "the instrument is dated {date}, before the approval of {office} on {approved}",
    ),
    hint=Text(
        "periksa kedua tanggal; persetujuan atas perubahan ditulis dalam `revisions`",
        "check both dates; approval of a change belongs in `revisions`",
    ),
    why=Text(
        "Peraturan menetapkan naskah yang sudah disetujui. Urutan yang terbalik membuat salah"
        " satu tanggal tidak benar.",
        "The instrument adopts a text that was approved. In the wrong order one of the dates "
        "is false.",
    ),
    basis="our judgement",
)
def legal_before_approval(document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # document.yaml
        legal:
          kind: perbup
          number: "5"
          year: 2023
          title: Masterplan
          date: 2023-11-28  # DOC003
          sources: [S1]
        approvals:
          - {office: Bupati, date: 2023-12-20, what: Seluruh buku, sources: [S1]}

    Right:

        # document.yaml
        legal: {kind: perbup, number: "5", year: 2023, title: Masterplan, date: 2023-12}
        approvals:
          - {office: Bupati, date: 2023-12-20, what: Seluruh buku, sources: [S1]}
    """
    legal = document.legal
    dated = [approval for approval in document.approvals if approval.date is not None]
    last = max(dated, key=_date, default=None)
    if legal is None or legal.date is None or last is None or last.date is None:
        return
    if legal.date.last < last.date.first:
        there = Related(last.at("date"), Text("persetujuannya", "the approval"))
        yield found(
            legal.at("date"),
            also=(there,),
            date=spoken(legal.date),
            office=last.office,
            approved=spoken(last.date),
        )


def _date(approval: Approval) -> tuple[bool, date]:
    return approval.date is not None, approval.date.first if approval.date else date.min

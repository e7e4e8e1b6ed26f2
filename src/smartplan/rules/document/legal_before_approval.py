"""DOC003: an instrument dated before the last approval."""

from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.diagnostics import Related, Severity, show
from smartplan.language import Text, label
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.document import Approval, Document, StageState
from smartplan.stages.scalars import Moment


@rule(
    "DOC003",
    Severity.ERROR,
    message=Text(
        "peraturan penetapan bertanggal {date}, sebelum persetujuan {what} pada {approved}",
        "the instrument is dated {date}, before the approval of {what} on {approved}",
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
        stages:
          - {stage: theory, state: approved, date: 2023-11-28, sources: [S1]}

    Right:

        # document.yaml
        legal: {kind: perbup, number: "5", year: 2023, title: Masterplan, date: 2023-12}
        approvals:
          - {office: Bupati, date: 2023-12-20, what: Seluruh buku, sources: [S1]}
    """
    legal = document.legal
    last = max(_approved(document), key=lambda one: one.date.first, default=None)
    if legal is None or legal.date is None or last is None or legal.date.year != legal.year:
        return  # PLN016 tells of a date that is not of its year
    if legal.date.last < last.date.first:
        there = Related(last.item.at("date"), Text("persetujuannya", "the approval"))
        yield found(
            legal.at("date"),
            also=(there,),
            date=spoken(legal.date),
            what=last.what,
            approved=spoken(last.date),
        )


@dataclass(frozen=True, slots=True)
class _Approved:
    item: Approval | StageState
    date: Moment
    what: Text


_AFTER_THE_LAW = ("document", "outreach")
"""Stages that go on when the books are adopted."""


def _is_revised(document: Document) -> bool:
    """Whether the plan was revised after it was adopted: its stages may then be approved anew."""
    adopted = document.legal.date if document.legal else None
    later = document.revisions[1:]
    return adopted is not None and any(one.date.last > adopted.first for one in later)


def _approved(document: Document) -> Iterator[_Approved]:
    """What was approved on a day that is told, by an office or as a stage."""
    for approval in document.approvals:
        if approval.date is not None:
            office = show(approval.office, 60)
            yield _Approved(approval, approval.date, Text(office, office))
    for entry in () if _is_revised(document) else document.stages:
        if entry.date is None or entry.state != "approved":
            continue
        if entry.stage not in _AFTER_THE_LAW:
            stage = label("stage", entry.stage)
            told = Text(f"tahap {stage.indonesian}", f"the stage {stage.english}")
            yield _Approved(entry, entry.date, told)

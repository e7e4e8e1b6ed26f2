"""PLN011: what a plan tells as done, dated after the plan's own day."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.monev import is_dated_too_early
from smartplan.figures.spans import year_moment
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.base import Item
from smartplan.stages.document import Document
from smartplan.stages.monev import Monev
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Team


@rule(
    "PLN011",
    Severity.ERROR,
    message=Text(
        "{what} {when} belum terjadi pada tanggal keadaan rencana, {as_of}",
        "{what} of {when} has not happened by the plan's own date, {as_of}",
    ),
    hint=Text(
        "perbaiki tanggalnya, tulis sebagai rencana, atau majukan `as_of` dalam smartplan.yaml",
        "mend the date, write it as planned, or move `as_of` in smartplan.yaml forward",
    ),
    why=Text(
        "Terlambat, lewat, dan sudah terjadi dihitung dari tanggal keadaan rencana. Rapat, "
        "kemajuan, realisasi anggaran, dan hasil evaluasi sesudahnya tidak dihitung, dan buku "
        "yang menyebutnya menceritakan yang belum ada.",
        "Late, over and done are judged by the plan's own date. Meetings, progress, money spent "
        "and results of evaluations after it do not count, and a book that tells of them tells "
        "of what is not there.",
    ),
    basis="our judgement",
)
def not_yet_happened(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - {id: dewan, kind: council, name: Dewan Smart City, sources: [S1]}
        meetings:
          - date: 2027-03-05  # PLN011
            body: dewan
            topic: Arah tahun 2027
            sources: [S1]
        # monev.yaml
        evaluations:
          - year: 2029  # PLN011
            final: 3.1
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - {id: dewan, kind: council, name: Dewan Smart City, sources: [S1]}
        meetings:
          - {date: 2025-03-05, body: dewan, topic: Arah tahun 2025, sources: [S1]}
        # monev.yaml
        evaluations:
          - {year: 2024, final: 3.1, sources: [S1]}
    """
    for item, key, moment, what in () if is_dated_too_early(plan) else _events(plan):
        if moment is not None and moment.first > plan.as_of:
            yield found(item.at(key), what=what, when=spoken(moment), as_of=plan.as_of)


Event = tuple[Item, str, Moment | None, Text]
"""What is told as having happened: the item, the key of its date, the date, what it is."""


def _events(plan: Plan) -> Iterator[Event]:
    yield from _of_team(plan.team)
    yield from _of_programs(plan)
    yield from _of_monev(plan.monev)
    yield from _of_document(plan.document)
    for law in plan.theory.legal_basis:
        if law.status != "draft":
            yield law, "date" if law.date else "year", law.date or year_moment(law.year), _LAW
    for activity in plan.outreach.activities:
        if activity.state == "held":
            yield activity, "date", activity.date, label("kind", "outreach_activity")


def _of_team(team: Team) -> Iterator[Event]:
    for body in team.bodies:
        if body.decree:
            yield body.decree, "date", body.decree.date, label("item", "decree")
    for meeting in team.meetings:
        yield meeting, "date", meeting.date, label("item", "meeting")
    for agreement in team.agreements:
        yield agreement, "date", agreement.date, label("kind", "agreement")
    for workshop in team.workshops:
        if workshop.state == "held":
            yield workshop, "start", workshop.start, label("kind", "workshop")


def _of_programs(plan: Plan) -> Iterator[Event]:
    for program in plan.programs.programs:
        for entry in program.progress:
            if entry.state != "planned":
                yield entry, "year", entry.year, label("item", "progress")
        for line in program.budget:
            if line.kind_ == "realised" and line.year > plan.as_of.year:
                yield line, "year", year_moment(line.year), label("item", "money_spent")


def _of_monev(monev: Monev) -> Iterator[Event]:
    for evaluation in monev.evaluations:
        key = next((one for one in ("date", "published") if getattr(evaluation, one)), "year")
        moment = evaluation.date or evaluation.published or year_moment(evaluation.year)
        yield evaluation, key, moment, label("item", "evaluation")
    for survey in monev.surveys:
        yield survey, "date", survey.date, label("kind", "survey")
    for indicator in monev.indicators:
        if indicator.baseline and indicator.baseline.value is not None:
            yield indicator.baseline, "year", indicator.baseline.year, label("item", "baseline")


def _of_document(document: Document) -> Iterator[Event]:
    if document.legal:
        yield document.legal, "date", document.legal.date, label("item", "legal")
    for approval in document.approvals:
        yield approval, "date", approval.date, label("item", "approval")
    for revision in document.revisions:
        yield revision, "date", revision.date, label("item", "revision")
    for book in document.books:
        yield book, "date", book.date, label("item", "book")
    for stage in document.stages:
        yield stage, "date", stage.date, label("item", "stage")


_LAW = label("kind", "legal_basis")

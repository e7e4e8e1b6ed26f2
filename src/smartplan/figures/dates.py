"""What a plan tells as done, and whether the plan's own date agrees with it."""

from collections.abc import Iterator
from datetime import date

from smartplan.diagnostics import show
from smartplan.figures.monev import realised_later
from smartplan.figures.spans import months_passed, year_moment
from smartplan.figures.wording import called
from smartplan.language import Text, label
from smartplan.plan import Plan, once
from smartplan.stages.base import Item
from smartplan.stages.document import Document
from smartplan.stages.monev import Monev
from smartplan.stages.readiness import Readiness
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Team

Event = tuple[Item, str, Moment, Text]
"""What is told as having happened: the item, the key of its date, the date, what it is."""

SEVERAL = 5
"""Things that outweigh one date of the manifest: if they contradict it, it is the one to mend."""
_FEW = 3
"""Realisations that do so where they are most of all there are."""
_RECENT = 24
"""Months before the plan's own date in which something is told of in a plan that is kept up."""


@once
def events_later(plan: Plan) -> tuple[Event, ...]:
    """What is told as done and lies after the plan's own date, but for realisations."""
    return tuple(event for event in _events(plan) if event[2].first > plan.as_of)


@once
def all_later(plan: Plan) -> tuple[Event, ...]:
    """What is told as done or measured and lies after the plan's own date."""
    measured = ((one, "period", one.period, _MEASURED) for one in realised_later(plan))
    return (*events_later(plan), *measured)


@once
def is_dated_too_early(plan: Plan) -> bool:
    """Whether the plan's own date, and not what it tells, must be wrong: PLN011 tells it once."""
    measured = len(realised_later(plan))
    most = measured >= _FEW and 2 * measured > len(plan.monev.realisations)
    return most or len(all_later(plan)) >= SEVERAL


@once
def is_dated_too_late(plan: Plan) -> bool:
    """Whether the plan's own date lies past its period, and past all it tells of: PLN012."""
    if plan.as_of.year <= plan.manifest.period.end + 1:
        return False
    return all(months_passed(day, plan.as_of) > _RECENT for day in _told(plan))


def is_date_doubtful(plan: Plan) -> bool:
    """Whether nothing may be called late or overdue by the plan's own date."""
    return is_dated_too_early(plan) or is_dated_too_late(plan)


def _told(plan: Plan) -> Iterator[date]:
    yield from (event[2].last for event in _events(plan))
    yield from (one.period.last for one in plan.monev.realisations)


_Event = tuple[Item, str, Moment | None, Text]
"""An event whose date may be left open."""


def _events(plan: Plan) -> Iterator[Event]:
    for item, key, moment, what in _every(plan):
        if moment is not None:
            yield item, key, moment, what


def _every(plan: Plan) -> Iterator[_Event]:
    yield from _of_team(plan)
    yield from _of_offices(plan.team)
    yield from _of_readiness(plan.readiness)
    yield from _of_programs(plan)
    yield from _of_monev(plan.monev)
    yield from _of_document(plan.document)
    for law in plan.theory.legal_basis:
        if law.status != "draft":
            key, moment = "date" if law.date else "year", law.date or year_moment(law.year)
            yield law, key, moment, _of(label("kind", "legal_basis"), called(law))
    for activity in plan.outreach.activities:
        if activity.state == "held":
            what = _of(label("kind", "outreach_activity"), called(activity))
            yield activity, "date", activity.date, what


def _of_team(plan: Plan) -> Iterator[_Event]:
    for body in plan.team.bodies:
        if body.decree:
            what = _of(label("item", "decree"), called(body))
            yield body.decree, "date", body.decree.date, what
    for meeting in plan.team.meetings:
        who = plan.find("body", meeting.body or "")
        what = label("item", "meeting")
        yield meeting, "date", meeting.date, _of(what, called(who)) if who else what
    for agreement in plan.team.agreements:
        what = _of(label("kind", "agreement"), called(agreement))
        yield agreement, "date", agreement.date, what
    for workshop in plan.team.workshops:
        if workshop.state == "held":
            what = _of(label("kind", "workshop"), called(workshop))
            yield workshop, "start", workshop.start, what


def _of_offices(team: Team) -> Iterator[_Event]:
    for person in (*team.officials, *(agency.head for agency in team.agencies if agency.head)):
        yield person, "since", person.since, _of(_TERM, _plain(person.name))


def _of_readiness(readiness: Readiness) -> Iterator[_Event]:
    for statistic in readiness.profile:
        what = _of(label("kind", "statistic"), called(statistic))
        foretold = any(word in statistic.name.casefold() for word in _FORETELLING)
        for value in () if foretold else statistic.values:
            if value.rests_on not in ("derived", "proposal"):
                yield value, "year", value.year, what
    for asset in readiness.inventory:
        if asset.status != "in_development":
            what = _of(label("kind", "inventory_item"), called(asset))
            yield asset, "since", asset.since, what


_TERM = Text("awal masa jabatan", "the beginning of the term of")
_FORETELLING = (
    "proyeksi", "prakiraan", "perkiraan", "target", "rencana", "anggaran", "apbd", "pagu",
)  # fmt: skip
"""Words in the name of a statistic that may well have values of years to come."""


def _of_programs(plan: Plan) -> Iterator[_Event]:
    for program in plan.programs.programs:
        whose = _of(label("kind", "program"), called(program))
        for entry in program.progress:
            if entry.state != "planned":
                yield entry, "year", entry.year, _of(label("item", "progress"), whose)
        for line in program.budget:
            if line.kind_ == "realised" and line.year > plan.as_of.year:
                what = _of(label("item", "money_spent"), whose)
                yield line, "year", year_moment(line.year), what


def _of_monev(monev: Monev) -> Iterator[_Event]:
    for evaluation in monev.evaluations:
        key = next((one for one in ("date", "published") if getattr(evaluation, one)), "year")
        moment = evaluation.date or evaluation.published or year_moment(evaluation.year)
        what = label("item", "evaluation")
        year = _plain(str(evaluation.year))
        yield evaluation, key, moment, what if key == "year" else _of(what, year)
    for survey in monev.surveys:
        yield survey, "date", survey.date, _of(label("kind", "survey"), called(survey))
    for indicator in monev.indicators:
        if indicator.baseline and indicator.baseline.value is not None:
            whose = _of(label("kind", "indicator"), called(indicator))
            what = _of(label("item", "baseline"), whose)
            yield indicator.baseline, "year", indicator.baseline.year, what


def _of_document(document: Document) -> Iterator[_Event]:
    if document.legal:
        law = document.legal
        key, moment = "date" if law.date else "year", law.date or year_moment(law.year)
        yield law, key, moment, label("item", "legal")
    for approval in document.approvals:
        what = _of(label("item", "approval"), _plain(approval.office))
        yield approval, "date", approval.date, what
    for revision in document.revisions:
        what = _of(label("item", "revision"), _plain(revision.version))
        yield revision, "date", revision.date, what
    for book in document.books:
        yield book, "date", book.date, _of(label("item", "book"), _plain(book.book))
    for stage in document.stages:
        what = _of(label("item", "stage"), label("stage", stage.stage))
        yield stage, "date", stage.date, what


def _of(what: Text, whose: Text) -> Text:
    """`rapat `dewan` (Dewan Smart City)`: what it is, and whose."""
    return Text(f"{what.indonesian} {whose.indonesian}", f"{what.english} {whose.english}")


def _plain(text: str) -> Text:
    """A text of the plan's own, quoted in a message."""
    return Text(show(text, 60), show(text, 60))


_MEASURED = Text("realisasi", "realisation")

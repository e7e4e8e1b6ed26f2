"""What a plan states as fact: figures, persons, dates and decrees, and what each rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.base import Item, Sourced
from smartplan.stages.document import Document
from smartplan.stages.monev import Monev
from smartplan.stages.outreach import Outreach
from smartplan.stages.programs import Programs
from smartplan.stages.readiness import Readiness
from smartplan.stages.roadmap import Roadmap
from smartplan.stages.team import Body, Team
from smartplan.stages.vision import Vision


class Statement(NamedTuple):
    """A fact with the item that states it; a holder's sources count for what it holds."""

    phrase: Text
    """What it is, with `{when}` where a time belongs."""
    item: Sourced
    key: str
    holder: Sourced | None = None
    of: Item | None = None
    """What it is about."""
    when: object = ""

    @property
    def what(self) -> Text:
        """The fact in words: ``the 2024 value of `penduduk` (Jumlah penduduk)``."""
        of = called(self.of) if self.of else Text("", "")
        return Text(
            f"{self.phrase.indonesian.format(when=self.when)} {of.indonesian}".rstrip(),
            f"{self.phrase.english.format(when=self.when)} {of.english}".rstrip(),
        )

    @property
    def is_based(self) -> bool:
        """Whether a source or a basis is named."""
        held = self.holder is not None and self.holder.rests_on is not None
        return held or self.item.rests_on is not None


def statements(plan: Plan) -> Iterator[Statement]:
    """Every statement of the plan, stage by stage.

    Regulations and sources are left out: their number is where they can be looked up. A line of
    money and a baseline answer for themselves, since what tells of a program or names an indicator
    seldom gives its figures.
    """
    yield from _team(plan.team)
    yield from _readiness(plan, plan.readiness)
    yield from _vision(plan.vision)
    yield from _programs(plan.programs)
    yield from _roadmap(plan.roadmap)
    yield from _monev(plan, plan.monev)
    yield from _document(plan.document)
    yield from _outreach(plan.outreach)


_HEAD = Text("kepala perangkat daerah", "head of the agency")
_OFFICIAL = Text("nama pejabat", "name of the official")
_MEETING = Text("rapat", "meeting")
_AGREEMENT = Text("nota kesepakatan", "agreement")
_WORKSHOP = Text("bimtek", "workshop")
_FACILITATOR = Text("narasumber bimtek", "facilitator of workshop")
_DECREE = Text("keputusan pembentukan", "decree of")
_MEMBER = Text("anggota", "member of")


def _team(team: Team) -> Iterator[Statement]:
    for agency in team.agencies:
        if agency.head is not None:
            yield Statement(_HEAD, agency.head, "name", agency, agency)
    for person in team.officials:
        yield Statement(_OFFICIAL, person, "name")
    for body in team.bodies:
        yield from _body(body)
    yield from _workshops(team)
    for meeting in team.meetings:
        yield Statement(_MEETING, meeting, "date")
    for agreement in team.agreements:
        yield Statement(_AGREEMENT, agreement, "title", of=agreement)


def _workshops(team: Team) -> Iterator[Statement]:
    for workshop in team.workshops:
        yield Statement(_WORKSHOP, workshop, "start", of=workshop)
        for person in workshop.facilitators:
            yield Statement(_FACILITATOR, person, "name", workshop, workshop)


def _body(body: Body) -> Iterator[Statement]:
    if body.decree is not None:
        yield Statement(_DECREE, body.decree, "number", body, body)
    for member in body.members:
        if member.name is not None:
            yield Statement(_MEMBER, member, "name", body, body)


_VALUE = Text("nilai {when} data", "{when} value of")
_SCORE = Text("nilai unsur kesiapan", "score of the element")
_USERS = Text("jumlah pemakai", "users of")


def _readiness(plan: Plan, readiness: Readiness) -> Iterator[Statement]:
    for statistic in readiness.profile:
        for value in statistic.values:
            key = _value_key(value.value)
            yield Statement(_VALUE, value, key, statistic, statistic, value.year)
    for element in readiness.elements:
        if element.score is not None:
            yield Statement(_SCORE, element, "score", of=plan.find("element", element.element))
    for item in readiness.inventory:
        if item.users is not None:
            yield Statement(_USERS, item, "users", of=item)


def _value_key(value: object) -> str:
    return "text" if value is None else "value"


_ALIGNMENT = Text("dokumen rujukan", "alignment")


def _vision(vision: Vision) -> Iterator[Statement]:
    for above in vision.alignment:
        if above.period is not None or above.legal is not None:
            yield Statement(_ALIGNMENT, above, "title", of=above)


_MONEY = Text("anggaran {when} program", "{when} money of")
_PROGRESS = Text("kemajuan {when} program", "{when} progress of")
_QUICK_WIN = Text("quick win", "quick win")


def _programs(programs: Programs) -> Iterator[Statement]:
    for program in programs.programs:
        for line in program.budget:
            yield Statement(_MONEY, line, "amount", None, program, line.year)
        for entry in program.progress:
            yield Statement(_PROGRESS, entry, "state", program, program, entry.year)
        block = program.quick_win
        if block is not None and (block.start or block.end or block.percent is not None):
            yield Statement(_QUICK_WIN, block, "start", program, program)


_MILESTONE = Text("tonggak capaian", "milestone")
_CEILING = Text("pagu {when}", "ceiling of {when}")


def _roadmap(roadmap: Roadmap) -> Iterator[Statement]:
    for milestone in roadmap.milestones:
        yield Statement(_MILESTONE, milestone, "due", None, milestone)
    for ceiling in roadmap.ceilings:
        yield Statement(_CEILING, ceiling, "amount", when=ceiling.year)


_REALISATION = Text("realisasi {when}", "{when} realisation of")
_EVALUATION = Text("hasil evaluasi {when}", "evaluation of {when}")
_SURVEY = Text("survei", "survey")
_RESULT = Text("hasil survei", "result of survey")
_BASELINE = Text("data dasar", "baseline of")
_TARGETS = Text("target", "targets of")


def _monev(plan: Plan, monev: Monev) -> Iterator[Statement]:
    for indicator in monev.indicators:
        baseline = indicator.baseline
        if baseline is not None and baseline.value is not None:
            yield Statement(_BASELINE, baseline, "value", None, indicator)
        if indicator.targets:
            yield Statement(_TARGETS, indicator, "targets", None, indicator)
    for one in monev.realisations:
        if one.no_data is None:
            key = _value_key(one.value)
            of = plan.find("indicator", one.indicator)
            yield Statement(_REALISATION, one, key, None, of, one.period)
    yield from _judgements(monev)


def _judgements(monev: Monev) -> Iterator[Statement]:
    for evaluation in monev.evaluations:
        yield Statement(_EVALUATION, evaluation, "final", when=evaluation.year)
    for survey in monev.surveys:
        yield Statement(_SURVEY, survey, "respondents", of=survey)
        for value in survey.results:
            yield Statement(_RESULT, value, _value_key(value.value), survey, survey)


_INSTRUMENT = Text("peraturan penetapan masterplan", "instrument that adopts the plan")
_APPROVAL = Text("persetujuan", "approval")
_ACTIVITY = Text("kegiatan", "activity")


def _document(document: Document) -> Iterator[Statement]:
    if document.legal is not None:
        yield Statement(_INSTRUMENT, document.legal, "number")
    for approval in document.approvals:
        yield Statement(_APPROVAL, approval, "what")


def _outreach(outreach: Outreach) -> Iterator[Statement]:
    for activity in outreach.activities:
        yield Statement(_ACTIVITY, activity, "date", of=activity)

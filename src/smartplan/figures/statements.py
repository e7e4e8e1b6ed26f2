"""What a plan states as fact: figures, persons, dates and decrees, and what each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.diagnostics import show
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.base import Sourced
from smartplan.stages.document import Document
from smartplan.stages.monev import Indicator, Monev
from smartplan.stages.outreach import Outreach
from smartplan.stages.programs import Program, Programs
from smartplan.stages.readiness import Readiness
from smartplan.stages.roadmap import Roadmap
from smartplan.stages.team import Body, Team
from smartplan.stages.vision import Vision


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact with the item that states it; a holder's sources count for what it holds."""

    what: Text
    item: Sourced
    key: str
    holder: Sourced | None = None

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
    yield from _readiness(plan.readiness)
    yield from _vision(plan.vision)
    yield from _programs(plan.programs)
    yield from _roadmap(plan.roadmap)
    yield from _monev(plan.monev)
    yield from _document(plan.document)
    yield from _outreach(plan.outreach)


def _team(team: Team) -> Iterator[Statement]:
    for agency in team.agencies:
        if agency.head is not None:
            what = _of("kepala perangkat daerah", "head of the agency", agency.id)
            yield Statement(what, agency.head, "name", agency)
    for person in team.officials:
        yield Statement(Text("nama pejabat", "name of the official"), person, "name")
    for body in team.bodies:
        yield from _body(body)
    yield from _workshops(team)
    for meeting in team.meetings:
        yield Statement(Text("rapat", "meeting"), meeting, "date")
    for agreement in team.agreements:
        yield Statement(_of("nota kesepakatan", "agreement", agreement.id), agreement, "title")


def _workshops(team: Team) -> Iterator[Statement]:
    for workshop in team.workshops:
        yield Statement(_of("bimtek", "workshop", workshop.id), workshop, "start")
        for person in workshop.facilitators:
            what = _of("narasumber bimtek", "facilitator of workshop", workshop.id)
            yield Statement(what, person, "name", workshop)


def _body(body: Body) -> Iterator[Statement]:
    if body.decree is not None:
        what = _of("keputusan pembentukan", "decree of", body.id)
        yield Statement(what, body.decree, "number", body)
    for member in body.members:
        if member.name is not None:
            yield Statement(_of("anggota", "member of", body.id), member, "name", body)


def _readiness(readiness: Readiness) -> Iterator[Statement]:
    for statistic in readiness.profile:
        for value in statistic.values:
            what = _of(f"nilai {value.year} data", f"{value.year} value of", statistic.id)
            yield Statement(what, value, _value_key(value.value), statistic)
    for element in readiness.elements:
        if element.score is not None:
            what = _of("nilai unsur kesiapan", "score of the element", element.element)
            yield Statement(what, element, "score")
    for item in readiness.inventory:
        if item.users is not None:
            yield Statement(_of("jumlah pemakai", "users of", item.id), item, "users")


def _value_key(value: object) -> str:
    return "text" if value is None else "value"


def _vision(vision: Vision) -> Iterator[Statement]:
    for above in vision.alignment:
        if above.period is not None or above.legal is not None:
            yield Statement(_of("dokumen rujukan", "alignment", above.id), above, "title")


def _programs(programs: Programs) -> Iterator[Statement]:
    for program in programs.programs:
        for line in program.budget:
            what = _of(f"anggaran {line.year} program", f"{line.year} money of", program.id)
            yield Statement(what, line, "amount")
        yield from _progress(program)


def _progress(program: Program) -> Iterator[Statement]:
    for entry in program.progress:
        what = _of(f"kemajuan {entry.year} program", f"{entry.year} progress of", program.id)
        yield Statement(what, entry, "state", program)
    block = program.quick_win
    if block is not None and (block.start or block.end or block.percent is not None):
        yield Statement(_of("quick win", "quick win", program.id), block, "start", program)


def _roadmap(roadmap: Roadmap) -> Iterator[Statement]:
    for milestone in roadmap.milestones:
        yield Statement(_of("tonggak capaian", "milestone", milestone.id), milestone, "due")
    for ceiling in roadmap.ceilings:
        what = Text(f"pagu {ceiling.year}", f"ceiling of {ceiling.year}")
        yield Statement(what, ceiling, "amount")


def _monev(monev: Monev) -> Iterator[Statement]:
    for indicator in monev.indicators:
        yield from _indicator(indicator)
    for realisation in monev.realisations:
        if realisation.no_data is None:
            period = realisation.period
            what = _of(f"realisasi {period}", f"{period} realisation of", realisation.indicator)
            yield Statement(what, realisation, _value_key(realisation.value))
    for evaluation in monev.evaluations:
        what = Text(f"hasil evaluasi {evaluation.year}", f"evaluation of {evaluation.year}")
        yield Statement(what, evaluation, "final")
    for survey in monev.surveys:
        yield Statement(_of("survei", "survey", survey.id), survey, "respondents")
        for value in survey.results:
            what = _of("hasil survei", "result of survey", survey.id)
            yield Statement(what, value, _value_key(value.value), survey)


def _indicator(indicator: Indicator) -> Iterator[Statement]:
    baseline = indicator.baseline
    if baseline is not None and baseline.value is not None:
        yield Statement(_of("data dasar", "baseline of", indicator.id), baseline, "value")
    if indicator.targets:
        yield Statement(_of("target", "targets of", indicator.id), indicator, "targets")


def _document(document: Document) -> Iterator[Statement]:
    if document.legal is not None:
        what = Text("peraturan penetapan masterplan", "instrument that adopts the plan")
        yield Statement(what, document.legal, "number")
    for approval in document.approvals:
        yield Statement(Text("persetujuan", "approval"), approval, "what")


def _outreach(outreach: Outreach) -> Iterator[Statement]:
    for activity in outreach.activities:
        yield Statement(_of("kegiatan", "activity", activity.id), activity, "date")


def _of(indonesian: str, english: str, id_: str) -> Text:
    name = show(id_, 60)
    return Text(f"{indonesian} `{name}`", f"{english} `{name}`")

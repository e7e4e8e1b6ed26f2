"""Who makes the plan: agencies, officials, bodies, working groups, workshops, agreements."""

from collections.abc import Iterable

from smartplan.figures.cells import (
    NONE,
    count,
    either,
    heading,
    said,
    term,
    term_cell,
    tongue,
    when,
)
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.wording import capitalised
from smartplan.language import Text, month
from smartplan.plan import Plan
from smartplan.stages.framework import BodyKind, Dimension, Sector, WorkshopStage
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Body, Decree, Person, Workshop

_AGENCY = heading("Perangkat daerah", "Agency")
_DIMENSION = heading("Dimensi", "Dimension")
_SECTOR = heading("Unsur ekosistem", "Sector")
_NAME = heading("Nama", "Name")
_OFFICE = heading("Jabatan", "Office")


def agency_table(plan: Plan) -> Table:
    """The agencies with their heads."""
    return Table(
        id="perangkat-daerah",
        caption=Text("Perangkat daerah dalam masterplan", "Agencies in the masterplan"),
        columns=(
            _AGENCY,
            heading("Singkatan", "Abbreviation"),
            heading("Kepala", "Head"),
            heading("Urusan", "Affairs"),
        ),
        rows=tuple(
            (
                stated(agency.name, agency),
                Cell(agency.abbreviation or NONE.text),
                stated(agency.head.name, agency.head) if agency.head else NONE,
                Cell(", ".join(agency.affairs) or NONE.text),
            )
            for agency in plan.team.agencies
        ),
        empty=Text(
            "Perangkat daerah yang menjalankan masterplan belum dicatat.",
            "The agencies that carry the masterplan have not been recorded yet.",
        ),
    )


def official_table(plan: Plan) -> Table:
    """The officials with their terms, those before and after the drawing up included."""
    return Table(
        id="pejabat",
        caption=Text("Pejabat dan masa jabatannya", "Officials and their terms"),
        columns=(_NAME, _OFFICE, heading("Masa jabatan", "Term")),
        rows=tuple(
            (
                stated(official.name, official),
                Cell(official.office or NONE.text),
                Cell(_tenure(plan, official)),
            )
            for official in plan.team.officials
        ),
        empty=Text(
            "Pejabat dan masa jabatannya belum dicatat.",
            "The officials of the time have not been recorded yet.",
        ),
    )


def body_table(plan: Plan) -> Table:
    """The bodies with the decision that set them up and the seats known."""
    return Table(
        id="badan",
        caption=Text("Badan penyelenggara smart city", "Bodies that run the smart city"),
        columns=(
            heading("Badan", "Body"),
            heading("Jenis", "Kind"),
            heading("Keputusan pembentukan", "Decision"),
            heading("Anggota tercatat", "Recorded members", "right"),
        ),
        rows=tuple(
            (
                stated(body.name, body),
                Cell(term(plan, "body_kind", body.kind_)),
                stated(_decided(plan, body.decree), body.decree) if body.decree else NONE,
                count(plan, len(body.members)) if body.members else NONE,
            )
            for body in plan.team.bodies
        ),
        empty=Text(
            "Dewan, tim pelaksana, dan forum smart city belum dicatat.",
            "The council, the executive team and the forum have not been recorded yet.",
        ),
    )


def member_table(plan: Plan, body: Body) -> Table:
    """The seats of one body."""
    return Table(
        id=f"anggota-{body.id}",
        caption=Text(f"Susunan {body.name}", f"Members of {body.name}"),
        columns=(
            heading("Kedudukan", "Role"),
            heading("Jabatan atau unsur", "Office or group"),
            _NAME,
            _SECTOR,
        ),
        rows=tuple(
            (
                Cell(capitalised(said(plan, "role", member.role))),
                stated(member.office, member),
                Cell(member.name or NONE.text),
                Cell(term(plan, "sector", member.sector)),
            )
            for member in body.members
        ),
        empty=Text(
            f"Susunan {body.name} belum dicatat.",
            f"The members of {body.name} have not been recorded yet.",
        ),
    )


def body_kinds_without_body(plan: Plan) -> tuple[BodyKind, ...]:
    """The kinds of body of the method of which the plan names none."""
    there = {body.kind_ for body in plan.team.bodies}
    return tuple(kind for kind in plan.framework.body_kinds if kind.id not in there)


def undecided_bodies(plan: Plan) -> tuple[Body, ...]:
    """The bodies whose decision is not known by number or date."""
    return tuple(
        body
        for body in plan.team.bodies
        if body.decree is None or not (body.decree.number or body.decree.date)
    )


def working_group_table(plan: Plan) -> Table:
    """Which agencies think which dimension through."""
    return Table(
        id="kelompok-kerja",
        caption=Text("Kelompok kerja per dimensi", "Working groups by dimension"),
        columns=(
            _DIMENSION,
            heading("Koordinator", "Coordinator"),
            heading("Anggota", "Members"),
        ),
        rows=tuple(
            (
                stated(term(plan, "dimension", group.dimension), group),
                Cell(plan.name("agency", group.coordinator) if group.coordinator else NONE.text),
                Cell("; ".join(plan.name("agency", id_) for id_ in group.members) or NONE.text),
            )
            for group in plan.team.working_groups
        ),
        empty=Text(
            "Kelompok kerja per dimensi belum dibentuk atau belum dicatat.",
            "No working groups have been formed or recorded yet.",
        ),
    )


def group_input_table(plan: Plan) -> Table:
    """What the working groups put forward."""
    return Table(
        id="masukan-kelompok",
        caption=Text("Masukan kelompok kerja", "What the working groups put forward"),
        columns=(
            _DIMENSION,
            heading("Jenis", "Kind"),
            heading("Masukan", "Input"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", group.dimension),
                Cell(capitalised(said(plan, "group_input", given.kind_))),
                stated(given.text, given),
            )
            for group in plan.team.working_groups
            for given in group.inputs
        ),
        empty=Text(
            "Masukan kelompok kerja belum dicatat.",
            "What the working groups put forward has not been recorded yet.",
        ),
    )


def dimensions_without_group(plan: Plan) -> tuple[Dimension, ...]:
    """The dimensions no working group thinks through."""
    covered = {group.dimension for group in plan.team.working_groups}
    return tuple(one for one in plan.framework.dimensions if one.id not in covered)


def partner_table(plan: Plan) -> Table:
    """The partners outside the regional government."""
    return Table(
        id="mitra",
        caption=Text("Mitra di luar pemerintah daerah", "Partners outside the government"),
        columns=(heading("Mitra", "Partner"), _SECTOR),
        rows=tuple(
            (stated(partner.name, partner), Cell(term(plan, "sector", partner.sector)))
            for partner in plan.team.partners
        ),
        empty=Text(
            "Mitra di luar pemerintah daerah belum dicatat.",
            "No partners outside the government have been recorded yet.",
        ),
    )


def sector_table(plan: Plan) -> Table:
    """How many seats and partners each sector has."""
    seats = [member.sector for body in plan.team.bodies for member in body.members]
    partners = [partner.sector for partner in plan.team.partners]
    sectors = plan.framework.sectors if seats or partners else ()
    return Table(
        id="unsur-ekosistem",
        caption=Text("Unsur ekosistem smart city", "The sectors of the smart city"),
        columns=(
            _SECTOR,
            heading("Kedudukan dalam badan", "Seats in bodies", "right"),
            heading("Mitra", "Partners", "right"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "sector", sector.id)),
                count(plan, seats.count(sector.id)),
                count(plan, partners.count(sector.id)),
            )
            for sector in sectors
        ),
        empty=Text(
            "Keterlibatan unsur ekosistem belum dicatat.",
            "How the sectors take part has not been recorded yet.",
        ),
    )


def sectors_absent(plan: Plan) -> tuple[Sector, ...]:
    """The sectors with neither a seat nor a partner; an agency stands for the government."""
    there = {member.sector for body in plan.team.bodies for member in body.members}
    there |= {partner.sector for partner in plan.team.partners}
    if plan.team.agencies:
        there |= {one.id for one in plan.framework.sectors if one.inside_government == "true"}
    return tuple(sector for sector in plan.framework.sectors if sector.id not in there)


def workshop_table(plan: Plan) -> Table:
    """The workshops in the order of their stages and dates."""
    return Table(
        id="bimtek",
        caption=Text("Bimbingan teknis", "Workshops"),
        columns=(
            heading("Tahap", "Stage"),
            heading("Kegiatan", "Workshop"),
            heading("Waktu", "Time"),
            heading("Tempat", "Venue"),
            heading("Peserta", "Participants", "right"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "workshop_stage", workshop.stage)),
                stated(workshop.title, workshop),
                Cell(workshop_time(plan, workshop)),
                Cell(workshop.venue or NONE.text),
                _attendance(plan, workshop),
                Cell(said(plan, "state", workshop.state)),
            )
            for workshop in sorted(plan.team.workshops, key=lambda one: (one.start, one.stage))
        ),
        empty=Text(
            "Bimbingan teknis penyusunan masterplan belum dicatat.",
            "No workshops have been recorded yet.",
        ),
        wide=True,
    )


def _attendance(plan: Plan, workshop: Workshop) -> Cell:
    participants = workshop.participants
    if participants is None or participants.count is None:
        return NONE
    return count(plan, participants.count)


def workshops_held(plan: Plan) -> tuple[Workshop, ...]:
    """The workshops that took place, in the order of time."""
    held = [one for one in plan.team.workshops if one.state == "held"]
    return tuple(sorted(held, key=lambda one: (one.start, one.stage)))


def workshops_planned(plan: Plan) -> tuple[Workshop, ...]:
    """The workshops still to come, in the order of time."""
    planned = [one for one in plan.team.workshops if one.state == "planned"]
    return tuple(sorted(planned, key=lambda one: (one.start, one.stage)))


def workshop_stages_unrecorded(plan: Plan) -> tuple[WorkshopStage, ...]:
    """The stages of guidance of which the plan records no workshop."""
    there = {workshop.stage for workshop in plan.team.workshops}
    return tuple(stage for stage in plan.framework.workshop_stages if stage.id not in there)


def workshop_time(plan: Plan, workshop: Workshop) -> str:
    """When a workshop takes place, in words."""
    return _stretch(plan, workshop.start, workshop.end)


def _stretch(plan: Plan, start: Moment, end: Moment | None) -> str:
    """A stretch of time that does not say month and year twice: `5–6 Juli 2023`."""
    last = when(plan, end or start)
    if end is None or end == start:
        return last
    if start.precision == end.precision == "day" and start.year == end.year:
        if start.first.month == end.first.month:
            return f"{start.first.day}–{last}"
        return f"{start.first.day} {month(start.first.month, tongue(plan))}–{last}"
    return either(plan, f"{when(plan, start)} sampai {last}", f"{when(plan, start)} to {last}")


def _tenure(plan: Plan, person: Person) -> str:
    since, until = person.since, person.until
    if since and until:
        return _stretch(plan, since, until)
    if since:
        return either(plan, f"sejak {when(plan, since)}", f"since {when(plan, since)}")
    if until:
        return either(plan, f"sampai {when(plan, until)}", f"until {when(plan, until)}")
    return NONE.text


def _decided(plan: Plan, decree: Decree) -> str:
    numbered = either(plan, f"Nomor {decree.number}", f"No. {decree.number}")
    known = [numbered] if decree.number else []
    known += [when(plan, decree.date)] if decree.date else []
    if not known:
        return decree.about or NONE.text
    if decree.about:
        known.append(either(plan, f"tentang {decree.about}", f"on {decree.about}"))
    return ", ".join(known)


def facilitator_table(plan: Plan) -> Table:
    """Who guided the workshops; one row a person, however many workshops."""
    people = _distinct(person for one in plan.team.workshops for person in one.facilitators)
    return Table(
        id="narasumber",
        caption=Text("Narasumber bimbingan teknis", "Workshop facilitators"),
        columns=(_NAME, _OFFICE),
        rows=tuple((stated(one.name, one), Cell(one.office or NONE.text)) for one in people),
        empty=Text(
            "Narasumber bimbingan teknis belum dicatat.",
            "No facilitators have been recorded yet.",
        ),
    )


def _distinct(people: Iterable[Person]) -> Iterable[Person]:
    found: dict[str, Person] = {}
    for person in people:
        found.setdefault(person.name, person)
    return found.values()


def meeting_table(plan: Plan) -> Table:
    """The meetings in the order of time, with their decisions where any is recorded."""
    decided = any(meeting.decisions for meeting in plan.team.meetings)
    return Table(
        id="rapat",
        caption=Text("Rapat penyusunan dan pelaksanaan", "Meetings"),
        columns=(
            heading("Waktu", "Time"),
            heading("Badan", "Body"),
            heading("Pokok bahasan", "Topic"),
            *((heading("Keputusan", "Decisions"),) if decided else ()),
        ),
        rows=tuple(
            (
                Cell(when(plan, meeting.date)),
                Cell(plan.name("body", meeting.body) if meeting.body else NONE.text),
                stated(meeting.topic, meeting),
                *((Cell("; ".join(meeting.decisions) or NONE.text),) if decided else ()),
            )
            for meeting in sorted(plan.team.meetings, key=lambda one: one.date)
        ),
        empty=Text("Rapat belum dicatat.", "No meetings have been recorded yet."),
    )


def agreement_table(plan: Plan) -> Table:
    """The memoranda and commitments."""
    return Table(
        id="nota-kesepakatan",
        caption=Text("Nota kesepakatan dan komitmen", "Agreements and commitments"),
        columns=(
            heading("Judul", "Title"),
            heading("Nomor", "Number"),
            heading("Tanggal", "Date"),
            heading("Para pihak", "Parties"),
            heading("Penanda tangan", "Signed by"),
        ),
        rows=tuple(
            (
                stated(agreement.title, agreement),
                Cell(agreement.number or NONE.text),
                Cell(when(plan, agreement.date) if agreement.date else NONE.text),
                Cell("; ".join(agreement.parties) or NONE.text),
                Cell("; ".join(agreement.signed_by) or NONE.text),
            )
            for agreement in plan.team.agreements
        ),
        empty=Text(
            "Nota kesepakatan dan komitmen belum dicatat.",
            "No agreements or commitments have been recorded yet.",
        ),
    )

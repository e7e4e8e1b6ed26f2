"""Who runs the smart city: the bodies with their seats, and those who take part."""

from collections import Counter
from collections.abc import Iterator

from smartplan.figures.cells import NONE, count, either, heading, said, term
from smartplan.figures.document import region_text
from smartplan.figures.drawings.diagram import Flow, Node
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    LEADING,
    Band,
    Box,
    Key,
    Label,
    Line,
    Picture,
    Shape,
    legend,
    moved,
    paragraph,
    swatch,
    tone,
)
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.wording import capitalised, counted
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.framework import Sector
from smartplan.stages.team import Body

_TRUNK, _CARD = 10, 28
_SEAT = 20


def team_figure(plan: Plan) -> Drawing:
    """The bodies under the region, each with its seats by sector."""
    bodies = plan.team.bodies
    names = ", ".join(body.name for body in bodies)
    return Drawing(
        id="susunan-penyelenggara",
        caption=Text(
            "Badan penyelenggara smart city dan kedudukan di dalamnya",
            "The bodies that run the smart city and their seats",
        ),
        says=Text(
            f"Bagan badan penyelenggara: {names}. Tiap badan disertai ketuanya dan jumlah "
            f"kedudukan menurut unsur. Perangkat daerah yang terkait berjumlah "
            f"{len(plan.team.agencies)} dan mitra {len(plan.team.partners)}.",
            f"A chart of the bodies: {names}. Each with its chair and its seats by sector. "
            f"{len(plan.team.agencies)} agencies and {len(plan.team.partners)} partners take part.",
        ),
        data=seat_table(plan),
        layout=lambda width: _picture(plan, width),
        diagram=_flow(plan),
    )


def seat_table(plan: Plan) -> Table:
    """The seats of each body by sector."""
    sectors = _sectors(plan)
    return Table(
        id="kedudukan-badan",
        caption=Text("Kedudukan dalam badan menurut unsur", "Seats in the bodies by sector"),
        columns=(
            heading("Badan", "Body"),
            heading("Ketua", "Chair"),
            *(heading(s.name, s.english, "right") for s in sectors),
            heading("Jumlah", "Total", "right"),
        ),
        rows=tuple(
            (
                stated(body.name, body),
                Cell(_chair(body) or NONE.text),
                *(count(plan, _seats(body)[sector.id]) for sector in sectors),
                count(plan, len(body.members)),
            )
            for body in plan.team.bodies
        ),
        empty=Text(
            "Dewan, tim pelaksana, dan forum smart city belum dicatat.",
            "The council, the executive team and the forum have not been recorded yet.",
        ),
        wide=len(sectors) > 3,
    )


def _sectors(plan: Plan) -> tuple[Sector, ...]:
    seated = {member.sector for body in plan.team.bodies for member in body.members}
    return tuple(sector for sector in plan.framework.sectors if sector.id in seated)


def _seats(body: Body) -> Counter[str]:
    return Counter(member.sector for member in body.members)


def _chair(body: Body) -> str:
    return ", ".join(member.office for member in body.members if member.role == "chair")


def _region(plan: Plan) -> str:
    return capitalised(region_text(plan))


def _flow(plan: Plan) -> Flow:
    nodes = [Node("W", _region(plan))]
    for number, body in enumerate(plan.team.bodies, 1):
        nodes.append(Node(f"B{number}", f"{body.name} ({_seat_count(plan, body)})"))
    return Flow(tuple(nodes), tuple(("W", node.key) for node in nodes[1:]))


def _picture(plan: Plan, width: int) -> Picture:
    looks = {sector.id: tone(place) for place, sector in enumerate(_sectors(plan))}
    shapes: list[Shape] = [
        Box(0, 0, width, 30, "head", round=3),
        *paragraph(_region(plan), 12, 20, width - 24, 1, "strong-on-head"),
    ]
    top, last = 42, 30
    cards = [_card(plan, body, looks, width - _CARD) for body in plan.team.bodies]
    for card in (*cards, *_others(plan, width - _CARD)):
        shapes.extend(moved(card.shapes, _CARD, top))
        last = top + min(24, card.height // 2)
        shapes.append(Line(_TRUNK, last, _CARD, last, "branch"))
        top += card.height + 10
    shapes.insert(0, Line(_TRUNK, 30, _TRUNK, last, "branch"))
    keys = legend(
        [Key(term(plan, "sector", s.id), swatch(*looks[s.id])) for s in _sectors(plan)], width
    )
    if looks:
        shapes.extend(moved(keys.shapes, 0, top + 2))
        top += keys.height + 2
    return Picture(width, top, tuple(shapes))


def _card(plan: Plan, body: Body, looks: dict[str, tuple[str, int]], width: int) -> Band:
    inner = width - 24
    name = paragraph(body.name, 12, 36, inner, 2, "strong")
    shapes: list[Shape] = [
        *paragraph(term(plan, "body_kind", body.kind_), 12, 18, inner, 1, "small")
    ]
    shapes += name
    top = 36 + LEADING * len(name)
    shapes += paragraph(_carried(plan, body), 12, top + 3, inner, 2, "label")
    top += LEADING * len(paragraph(_carried(plan, body), 12, top, inner, 2))
    if body.members:
        shapes.extend(_seat_row(body, looks, top, inner))
        top += 24
    return Band((Box(0, 0, width, top, "card", round=3), *shapes), top)


def _seat_count(plan: Plan, body: Body) -> str:
    held = len(body.members)
    return either(plan, f"{held} kedudukan", counted(held, "seat", "seats"))


def _carried(plan: Plan, body: Body) -> str:
    chair = _chair(body)
    if not body.members:
        return either(plan, "susunan belum dicatat", "members not recorded")
    seats = _seat_count(plan, body)
    told = either(plan, f"{seats} tercatat", f"{seats} recorded")
    if not chair:
        return told
    return f"{capitalised(said(plan, 'role', 'chair'))}: {chair}; {told}"


def _seat_row(
    body: Body, looks: dict[str, tuple[str, int]], top: int, room: int
) -> Iterator[Shape]:
    """One box a seat, those of a sector side by side."""
    seats = [id_ for id_ in looks for _ in range(_seats(body)[id_])]
    side = min(_SEAT, room // len(seats))
    for place, sector in enumerate(seats):
        yield Box(12 + place * side, top, max(side - 3, 1), 14, *looks[sector])


def _others(plan: Plan, width: int) -> Iterator[Band]:
    """Those outside the bodies, as one line each."""
    told = (
        (len(plan.team.agencies), Text("perangkat daerah dan lembaga", "agencies")),
        (len(plan.team.partners), Text("mitra di luar pemerintah daerah", "partners outside")),
    )
    for many, name in told:
        if many:
            text = f"{count(plan, many).text} {either(plan, name.indonesian, name.english)}"
            label = Label(12, 19, text, "label")
            yield Band((Box(0, 0, width, 28, "card", round=3), label), 28)

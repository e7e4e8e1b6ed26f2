"""The elements of readiness: how each stands, and what is done about its gap."""

from collections.abc import Iterator

from smartplan.figures.cells import either, measured, term
from smartplan.figures.drawings import letters
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    LEADING,
    SMALL,
    TEXT,
    WIDE,
    Band,
    Box,
    Key,
    Label,
    Mark,
    MarkShape,
    Picture,
    Shape,
    legend,
    moved,
    paragraph,
    scaled,
    sign,
)
from smartplan.figures.readiness import (
    element_analysis,
    element_table,
    elements_assessed,
    elements_in,
    elements_with_gap,
    gaps_without_follow_up,
)
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.framework import Element
from smartplan.stages.readiness import ReadinessElement

_GAP = 10


def readiness_figure(plan: Plan) -> Drawing:
    """A card for each element, under its group; a bar where there is a score."""
    every, told = len(plan.framework.elements), len(elements_assessed(plan))
    gaps, left = len(elements_with_gap(plan)), len(gaps_without_follow_up(plan))
    followed = Text("", "")
    if left:
        followed = Text(
            f"; {left} di antaranya belum ditindaklanjuti program",
            f", {left} of them without a program that follows it up",
        )
    elif gaps:
        followed = Text(
            ", yang seluruhnya ditindaklanjuti program", ", each followed up by a program"
        )
    return Drawing(
        id="peta-kesiapan",
        caption=Text("Kesiapan menurut kelompok dan unsur", "Readiness by group and element"),
        says=Text(
            f"Dari {every} unsur kesiapan, {told} telah dianalisis dan {gaps} memiliki kesenjangan"
            f"{followed.indonesian}.",
            f"Of {every} elements, analysed: {told}; with a gap: {gaps}{followed.english}.",
        ),
        data=element_table(plan),
        layout=lambda width: _picture(plan, width),
    )


def _picture(plan: Plan, width: int) -> Picture:
    groups = [(g, elements_in(plan, g.id)) for g in plan.framework.groups]
    columns = len(groups) if width >= WIDE else 1
    room = (width - _GAP * (columns - 1)) // columns
    heights = [0] * columns
    shapes: list[Shape] = []
    for place, (group, elements) in enumerate(groups):
        column = place % columns
        left = column * (room + _GAP)
        name = either(plan, group.name, group.english)
        shapes.append(Label(left, heights[column] + 16, name, "strong"))
        heights[column] += 26
        for element in elements:
            card = _card(plan, element, room)
            shapes.extend(moved(card.shapes, left, heights[column]))
            heights[column] += card.height + 6
        heights[column] += 6
    keys = legend(_keys(plan), width)
    shapes.extend(moved(keys.shapes, 0, max(heights) + 2))
    return Picture(width, max(heights) + 2 + keys.height, tuple(shapes))


def _card(plan: Plan, element: Element, room: int) -> Band:
    analysis = element_analysis(plan, element.id)
    shape, said = _standing(plan, analysis)
    name = paragraph(term(plan, "element", element.id), 32, 20, room - 40, 2, "strong")
    top = 20 + LEADING * len(name)
    lines = letters.wrapped(said, room - 40, SMALL, 3)
    shapes: list[Shape] = [Mark(17, 16, shape), *name]
    shapes += [Label(32, top + LEADING * n, line, "small") for n, line in enumerate(lines)]
    top += LEADING * len(lines)
    if analysis is not None and analysis.score is not None:
        shapes.extend(_score(plan, analysis, top, room))
        top += 26
    role = "card" if analysis else "empty"
    return Band((Box(0, 0, room, top, role, round=3), *shapes), top)


def _standing(plan: Plan, analysis: ReadinessElement | None) -> tuple[MarkShape, str]:
    if analysis is None:
        return "ring", either(plan, "belum dianalisis", "not analysed yet")
    if not analysis.gap:
        return "dot", either(plan, "kesenjangan tidak dicatat", "no gap named")
    many = len(analysis.follow_up)
    if not many:
        return "triangle", either(
            plan, "ada kesenjangan, belum ditindaklanjuti", "a gap, not followed up"
        )
    return "diamond", either(
        plan,
        f"ada kesenjangan, {many} program tindak lanjut",
        f"a gap, followed up by {counted(many, 'program', 'programs')}",
    )


def _score(plan: Plan, analysis: ReadinessElement, top: int, room: int) -> Iterator[Shape]:
    """The score in figures; a bar where its scale is known."""
    assert analysis.score is not None
    text = measured(plan, analysis.score)
    if analysis.scale is not None:
        best = measured(plan, analysis.scale.max)
        text = either(plan, f"{text} dari {best}", f"{text} of {best}")
    taken = letters.width(text, TEXT) + 8
    length = room - 40 - taken
    if analysis.scale is not None:
        lowest, highest = analysis.scale.min, analysis.scale.max
        filled = scaled(analysis.score - lowest, highest - lowest, length)
        yield Box(32, top - 6, length, 12, "tone-1")
        if filled:
            yield Box(32, top - 6, min(filled, length), 12, "tone-4", 1)
    yield Label(room - 10, top + 5, text, "strong", "end")


def _keys(plan: Plan) -> tuple[Key, ...]:
    return (
        Key(either(plan, "kesenjangan, ada tindak lanjut", "gap, followed up"), sign("diamond")),
        Key(either(plan, "kesenjangan, tanpa tindak lanjut", "gap, left"), sign("triangle")),
        Key(either(plan, "kesenjangan tidak dicatat", "no gap named"), sign("dot")),
        Key(either(plan, "belum dianalisis", "not analysed yet"), sign("ring")),
    )

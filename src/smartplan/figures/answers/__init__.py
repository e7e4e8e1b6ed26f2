"""The items of the ministry's instrument that the plan itself answers, each with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from smartplan.figures.answers import bodies, law, money, quick_wins, running
from smartplan.figures.answers.reply import Answered, Look, Reply
from smartplan.figures.cells import either, heading, said, term, tongue
from smartplan.figures.instrument import InstrumentItem, edition, items_in
from smartplan.figures.table import Cell, Table
from smartplan.figures.wording import capitalised
from smartplan.language import Text
from smartplan.plan import Plan

__all__ = ["Answer", "Answered", "answer_table", "answered_text", "answers", "answers_by_state"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An item with what the plan says on it."""

    item: InstrumentItem
    year: int
    reply: Reply


def answers(plan: Plan, year: int | None = None) -> tuple[Answer, ...]:
    """Every item that the plan can answer for a year, in the order of the instrument."""
    asked = plan.as_of.year if year is None else year
    sections = {section.id for section in plan.framework.evaluation_sections}
    looks = dict(_looks(plan))
    return tuple(
        Answer(item, asked, looks[item.id](plan, asked))
        for item in items_in(asked)
        if item.id in looks and item.section in sections
    )


def _looks(plan: Plan) -> Iterator[tuple[str, Look]]:
    """The items that a plan can answer, each with where to look."""
    for part in (law, bodies, money, quick_wins):
        yield from part.LOOKS.items()
    yield from running.looks(plan.framework)


def answer_table(plan: Plan) -> Table:
    """What the plan answers of the instrument in the year of its own date."""
    year = plan.as_of.year
    return Table(
        id="butir-evaluasi",
        caption=Text(
            f"Butir instrumen evaluasi yang terjawab oleh rencana, tahun {year}, menurut "
            f"instrumen tahun {edition(year)}",
            f"Items of the {edition(year)} instrument that the plan answers for {year}",
        ),
        columns=(
            heading("Bagian", "Section"),
            heading("Butir", "Item"),
            heading("Keadaan", "State"),
            heading("Keterangan", "What the plan says"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "evaluation_section", one.item.section)),
                Cell(one.item.name.say(tongue(plan))),
                Cell(said(plan, "answered", one.reply.answered)),
                Cell(capitalised(one.reply.says.say(tongue(plan)))),
            )
            for one in answers(plan)
        ),
        empty=Text(
            "Tidak ada butir instrumen yang dapat dijawab dari rencana ini.",
            "The plan answers no item of the instrument.",
        ),
    )


def answers_by_state(plan: Plan) -> dict[str, int]:
    """How many items are answered, partly answered and not answered."""
    found = [one.reply.answered for one in answers(plan)]
    return {str(state): found.count(state) for state in Answered}


def answered_text(plan: Plan) -> str:
    """The count of the answered items as a sentence."""
    counts = answers_by_state(plan)
    total = sum(counts.values())
    return either(
        plan,
        f"Dari {total} butir instrumen yang dapat dijawab rencana ini, {counts['there']} terjawab, "
        f"{counts['partly']} terjawab sebagian, dan {counts['missing']} belum terjawab.",
        f"Of {total} items that the plan can answer, {counts['there']} are answered, "
        f"{counts['partly']} in part, and {counts['missing']} not yet.",
    )

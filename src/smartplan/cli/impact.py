"""`smartplan impact`: what hangs on an item."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import PLAN_AND_ID, OutputLanguage
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.language import Language

if TYPE_CHECKING:
    from smartplan.exchange.impact import Chapters
    from smartplan.plan import Plan
    from smartplan.stages.base import Item

HELP = say(
    "Tampilkan apa yang bergantung pada satu butir rencana.",
    "Show what hangs on an item of the plan.",
)


class Form(StrEnum):
    """How it is printed."""

    TEXT = "text"
    JSON = "json"


def impact(
    words: Annotated[list[str], PLAN_AND_ID],
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk keluaran.", "How it is printed."))
    ] = Form.TEXT,
    lang: OutputLanguage = None,
) -> None:
    from smartplan.cli.items import named, plan_and_id  # keeps --help quick
    from smartplan.cli.sound import sound_plan
    from smartplan.exchange.impact import FORMATS
    from smartplan.figures import impact as figures

    folder, id_ = plan_and_id(words)
    plan, language = sound_plan(folder, lang)
    item = named(plan, id_)
    write = FORMATS[output_format]
    found = figures.impact(plan, item)
    put(write(found, _chapters(plan, item, language), language))


def _chapters(plan: "Plan", item: "Item", language: Language) -> "Chapters":
    from smartplan.book.assembly import UnknownBook  # jinja2, which little else needs
    from smartplan.book.mentions import mentions
    from smartplan.exchange.impact import ChapterName
    from smartplan.stages.team import Agency

    names = [item.title_text]
    if isinstance(item, Agency) and item.abbreviation:
        names.append(item.abbreviation)
    try:
        found = mentions(plan, tuple(names), language)
    except UnknownBook:
        return None
    return tuple(ChapterName(one.book, one.slug, one.title) for one in found)

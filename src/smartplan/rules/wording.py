"""How rules name several things in one message."""

from collections.abc import Iterable
from decimal import Decimal

from smartplan.diagnostics import show
from smartplan.figures.wording import spoken as spoken_in
from smartplan.language import Language, Text, number, rupiah
from smartplan.stages.base import Item
from smartplan.stages.framework import Named
from smartplan.stages.scalars import Moment

MOST = 12
"""Things a message names at most; a longer list helps nobody."""


def ids(found: Iterable[str]) -> str:
    """Ids as a message lists them."""
    words = [f"`{show(one, 60)}`" for one in found]
    return ", ".join(words[:MOST]) + (", …" if len(words) > MOST else "")


def names(terms: Iterable[Named]) -> Text:
    """Terms of the method, each in the reader's language."""
    return listing(Text(show(term.name, 80), show(term.english, 80)) for term in terms)


def listing(parts: Iterable[Text]) -> Text:
    """Several texts as one, with commas between them."""
    every = list(parts)
    return Text(
        ", ".join(part.indonesian for part in every), ", ".join(part.english for part in every)
    )


def titled(item: Item, limit: int = 60) -> str:
    """The title of an item, short enough for a message."""
    return show(item.title_text, limit)


def money(amount: int) -> Text:
    """Rupiah in the reader's language."""
    return Text(rupiah(amount, Language.INDONESIAN), rupiah(amount, Language.ENGLISH))


def quantity(value: Decimal) -> Text:
    """A number inside a label, which no message formats."""
    return Text(number(value, Language.INDONESIAN), number(value, Language.ENGLISH))


def spoken(moment: Moment) -> Text:
    """A moment in the reader's language."""
    return Text(spoken_in(moment, Language.INDONESIAN), spoken_in(moment, Language.ENGLISH))

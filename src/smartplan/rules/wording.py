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
    """Terms of the method, each in the reader's language; many hold an `and` of their own."""
    every = list(terms)
    return Text(
        ", ".join(show(term.name, 80) for term in every),
        ", ".join(show(term.english, 80) for term in every),
    )


def listing(parts: Iterable[Text]) -> Text:
    """Several texts as one: `tanggal dan alamat`, `end, risks and continuity`."""
    every = list(parts)
    return Text(
        _joined([part.indonesian for part in every], ", dan ", " dan "),
        _joined([part.english for part in every], " and ", " and "),
    )


def _joined(words: list[str], last: str, only: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + (last if len(words) > 2 else only) + words[-1]


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

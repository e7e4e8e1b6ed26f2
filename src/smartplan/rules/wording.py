"""How rules name several things in one message."""

from collections.abc import Iterable
from decimal import Decimal

from smartplan.diagnostics import entitled, show
from smartplan.figures.wording import called
from smartplan.figures.wording import spoken as spoken_in
from smartplan.language import Language, Text, has_label, label, number, rupiah
from smartplan.plan import Plan
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


def named(plan: Plan, kind: str, id_: str | None) -> Text:
    """What an id stands for, by id and title; the id alone where nothing has it."""
    item = plan.find(kind, id_ or "")
    if item is not None:
        return called(item)
    told = entitled(id_ or "", "")
    return Text(told, told)


def several(items: Iterable[Item]) -> Text:
    """Items as a message lists them, each by id and title."""
    every = [called(item) for item in items]
    more = ", …" if len(every) > MOST else ""
    return Text(
        ", ".join(one.indonesian for one in every[:MOST]) + more,
        ", ".join(one.english for one in every[:MOST]) + more,
    )


def such_as(items: Iterable[Item]) -> Text:
    """Items to choose from, to be put behind a piece of advice; nothing where there is none."""
    told = several(items)
    if not told.indonesian:
        return told
    return Text(f", misalnya {told.indonesian}", f", for example {told.english}")


def booked(plan: Plan, book: str) -> Text:
    """A book by its name in a plan and its title, the plan's own where it gives one."""
    own = next((one.title for one in plan.manifest.books if one.template == book), None)
    title = Text(own, own) if own else label("book", book) if has_label("book", book) else _UNTITLED
    return Text(entitled(book, title.indonesian), entitled(book, title.english))


_UNTITLED = Text("", "")


def or_waived(advice: Text, code: str, item: str) -> Text:
    """Advice, and what to write where a finding is true and its owners can live with it."""
    entry = f"`code: {code}`, `item: {{{item}}}`, `reason`, `owner`"
    return Text(
        f"{advice.indonesian}; bila memang benar dan diterima, catat dalam `waivers.yaml`: "
        f"{entry}, dan `until`",
        f"{advice.english}; if it is true and accepted, enter it in `waivers.yaml`: {entry} and "
        "`until`",
    )


def money(amount: int) -> Text:
    """Rupiah in the reader's language."""
    return Text(rupiah(amount, Language.INDONESIAN), rupiah(amount, Language.ENGLISH))


def quantity(value: Decimal) -> Text:
    """A number inside a label, which no message formats."""
    return Text(number(value, Language.INDONESIAN), number(value, Language.ENGLISH))


def years(first: int | None, last: int | None) -> str:
    """A run of years; an end that is left open is a dot."""
    return str(first) if first == last else f"{first or '…'}–{last or '…'}"


def spoken(moment: Moment) -> Text:
    """A moment in the reader's language."""
    return Text(spoken_in(moment, Language.INDONESIAN), spoken_in(moment, Language.ENGLISH))

"""What a footnote says: a source as officials cite it, or a note on a figure."""

from collections.abc import Iterable, Iterator

from smartplan.book import words
from smartplan.book.markup import Written, escaped, sentence, without_marks
from smartplan.figures.table import remarks
from smartplan.figures.wording import spoken
from smartplan.language import Language, Text
from smartplan.plan import Plan
from smartplan.stages.base import Sourced
from smartplan.stages.sources import Source


def reference(plan: Plan, id_: str, language: Language) -> Written:
    """`Penerbit, *Judul*, 5 Juli 2023, alamat.`"""
    source = plan.find("source", id_)
    if not isinstance(source, Source):
        return Written(words.UNKNOWN_SOURCE.say(language).format(id=escaped(id_)))
    said = ", ".join(_parts(source, language))
    return Written(said if said.endswith(".") else f"{said}.")


def _parts(source: Source, language: Language) -> Iterator[str]:
    if source.publisher:
        yield escaped(source.publisher)
    yield f"*{escaped(source.title)}*"
    if source.date:
        yield spoken(source.date, language)
    else:
        yield words.UNDATED.say(language)
    if source.url:
        yield f"<{without_marks(source.url)}>"
    elif source.where:
        yield words.SEEN_AT.say(language).format(where=escaped(source.where))


def notes(item: Sourced, language: Language) -> Iterator[Written]:
    """What an item says of its own figure: how it was derived, what to bear in mind."""
    return worded(remarks(item), language)


def worded(said: Iterable[Text], language: Language) -> Iterator[Written]:
    """Remarks as footnotes."""
    return (sentence(text.say(language)) for text in said)

"""A chapter that no template writes: one table with the sentence before it."""

from smartplan.book import marks
from smartplan.book.chapters import Draft
from smartplan.book.markup import Written
from smartplan.figures.table import Table
from smartplan.language import Language


def appendix(slug: str, table: Table, introduction: str, language: Language) -> Draft:
    """The chapter, titled as its table; the introduction is plain text."""
    title = Written.escape(table.caption.say(language))
    text = Written("{}\n\n{}\n").format(introduction, marks.token(0))
    return Draft(
        slug=slug,
        template=slug,
        title=str(title),
        numbered=False,
        closed=False,
        text=str(text),
        marks=(marks.Placed(table),),
    )

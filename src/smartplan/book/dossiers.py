"""The pages beside the books: the outset, the lists, and one page for each item asked after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smartplan.book import footnotes, words
from smartplan.book.blocks import Chapter, TableBlock
from smartplan.book.chapters import Draft
from smartplan.book.filters import name_of
from smartplan.book.marks import Citation, Mark, Placed, choice, citation, token
from smartplan.book.markup import escaped, plain, prose, shortened
from smartplan.book.numbering import Numbering
from smartplan.figures.dossiers import KINDS_WITH_PAGES, Dossiers
from smartplan.figures.listings import (
    all_agencies_table,
    all_indicators_table,
    all_objectives_table,
    all_programs_table,
    all_sources_table,
)
from smartplan.figures.outset import (
    DimensionCard,
    Gauge,
    StageMark,
    dimension_cards,
    gauges,
    next_milestone_table,
    stage_marks,
)
from smartplan.figures.table import Table
from smartplan.language import Language
from smartplan.plan import Plan
from smartplan.stages.base import Item, Sourced

FACTS = "fakta"
"""The id of the table that opens an item's page."""

_LISTS = {
    "objective": all_objectives_table,
    "program": all_programs_table,
    "indicator": all_indicators_table,
    "agency": all_agencies_table,
    "source": all_sources_table,
}
"""Without the dimensions, which are few and stand on the first page."""

LISTED = tuple(_LISTS)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A page about one item, drawn as a chapter is; its texts are plain."""

    kind: str
    id: str
    title: str
    summary: str
    chapter: Chapter

    @property
    def path(self) -> str:
        return f"{self.kind}/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Listing:
    """A page with all items of one kind."""

    kind: str
    chapter: Chapter

    @property
    def path(self) -> str:
        return list_path(self.kind)

    @property
    def table(self) -> TableBlock | None:
        return next(iter(self.chapter.tables), None)


@dataclass(frozen=True, slots=True)
class Outset:
    """What the first page tells of the plan."""

    vision: str
    """Plain text; empty where there is none."""
    gauges: tuple[Gauge, ...]
    stages: tuple[StageMark, ...]
    dimensions: tuple[DimensionCard, ...]
    milestones: Chapter


@dataclass(frozen=True, slots=True)
class Beside:
    """All that the site shows beside the books."""

    outset: Outset
    listings: tuple[Listing, ...]
    dossiers: tuple[Dossier, ...]


def list_path(kind: str) -> str:
    return f"{kind}/index.html"


def beside(plan: Plan, language: Language) -> Beside:
    """Everything beside the books, in one language."""
    making = _Making(plan, language)
    return Beside(making.outset(), tuple(making.listings()), tuple(making.dossiers()))


class _Making:
    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self._numbering = Numbering(plan, language, counting=False)

    def outset(self) -> Outset:
        vision = self.plan.vision.vision
        return Outset(
            vision.statement if vision else "",
            gauges(self.plan),
            stage_marks(self.plan),
            tuple(dimension_cards(self.plan)),
            self._chapter(_Page().table(next_milestone_table(self.plan))),
        )

    def listings(self) -> Iterator[Listing]:
        for kind, table in _LISTS.items():
            yield Listing(kind, self._chapter(_Page().table(table(self.plan))))

    def dossiers(self) -> Iterator[Dossier]:
        found = Dossiers(self.plan)
        for kind in KINDS_WITH_PAGES:
            for item in found.items(kind):
                yield self._dossier(found, kind, item)

    def _tells(self) -> tuple[str, ...]:
        english = self.language is Language.ENGLISH
        return ("english_definition", *_TELLS) if english else _TELLS

    def _dossier(self, found: Dossiers, kind: str, item: Item) -> Dossier:
        id_ = str(getattr(item, "id", ""))
        told = next((said for name in self._tells() if (said := getattr(item, name, None))), "")
        page = _Page()
        if told:
            page.prose(told)
        facts = found.facts(item)
        if facts.rows:
            page.table(facts)
        if isinstance(item, Sourced):
            page.cite(item, self.language)
        for section in found.sections(item):
            page.heading(section.heading.say(self.language))
            page.table(replace(section.table, caption=section.heading))
        title = name_of(self.plan, self.language, id_, kind)
        summary = shortened(plain(prose(told))) if told else ""
        return Dossier(kind, id_, title, summary, self._chapter(page))

    def _chapter(self, page: "_Page") -> Chapter:
        draft = Draft(
            "", "", "", numbered=False, closed=False, text=page.text, marks=tuple(page.marks)
        )
        (chapter,) = self._numbering.chapters([draft])
        return chapter


_TELLS = ("description", "definition", "note")
"""The fields in which an item speaks for itself at length."""


class _Page:
    """A draft in the making."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.marks: list[Mark] = []

    @property
    def text(self) -> str:
        return "\n\n".join(self._lines)

    def heading(self, text: str) -> None:
        self._lines.append(f"## {escaped(text)}")

    def prose(self, text: str) -> None:
        self._lines.append(prose(text))

    def table(self, table: Table) -> "_Page":
        self._lines.append(token(len(self.marks)))
        self.marks.append(Placed(table))
        return self

    def cite(self, item: Sourced, language: Language) -> None:
        """What the whole item rests on, and the choice of it where that rests on less."""
        found = citation([item], lambda one: footnotes.notes(one, language))
        lines = ((words.CHOICE, choice(item)), (words.BASIS, found))
        said = [(name, mark) for name, mark in lines if mark != Citation()]
        for name, mark in said:
            self._lines.append(f"{name.say(language)}: {token(len(self.marks))}")
            self.marks.append(mark)

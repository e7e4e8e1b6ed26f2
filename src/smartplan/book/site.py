"""The books as a static site: a page a chapter and a page an item, no request to anywhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from smartplan.book import svg, words
from smartplan.book.blocks import Book, Chapter, Publication
from smartplan.book.brand import STYLE as BRAND_STYLE
from smartplan.book.brand import brand
from smartplan.book.data import PACKAGE, PLAN, data_package, plan_json, tables
from smartplan.book.dossiers import FACTS, LISTED, Dossier, Listing, beside, list_path
from smartplan.book.environment import html_environment
from smartplan.book.feed import FEED, SITEMAP, feed, sitemap
from smartplan.book.folders import Folders
from smartplan.book.html import Drawing, Setting, as_html
from smartplan.book.linked_data import of_item, of_plan
from smartplan.book.markup import without_marks
from smartplan.book.mentioned import mentioned
from smartplan.book.problems import explained
from smartplan.book.search import PAGE as SEARCH_PAGE
from smartplan.book.search import SCRIPT as SEARCH_SCRIPT
from smartplan.book.search import index
from smartplan.book.tongues import own_words
from smartplan.figures.wording import capitalised
from smartplan.language import Language, Text, label, number
from smartplan.plan import Plan

STYLE, SCRIPT, ICON = "assets/style.css", "assets/table.js", "assets/favicon.svg"
ICON_COLOUR = "#0b4f5c"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as the navigation knows it."""

    path: str
    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A book as the navigation knows it."""

    id: str
    title: str
    short: str
    description: str
    front: _Page
    pages: tuple[_Page, ...]


def write(
    plan: Plan,
    publication: Publication,
    folders: Folders,
    base_url: str = "",
    *,
    search: bool = False,
) -> dict[str, bytes]:
    """All files, by path; `base_url` is where they will be published, if anybody has said."""
    made = _Site(plan, publication, folders, base_url, search=search)
    files = {path: text.encode("utf-8") for path, text in made.files().items()}
    if made.brand.logo:
        files[made.brand.logo] = made.brand.image
    if search:
        pages = {path: files[path].decode("utf-8") for path in files if path.endswith(".html")}
        files.update(index(pages, publication.language))
    return files


class _Site:
    """Draws every page with one environment."""

    def __init__(
        self,
        plan: Plan,
        publication: Publication,
        folders: Folders,
        base_url: str,
        *,
        search: bool,
    ) -> None:
        self.plan = plan
        self.brand = brand(plan)
        self.search = search
        self.publication = publication
        self.folders = folders
        self.base_url = base_url
        self.language: Language = publication.language
        self.shelves = tuple(_shelf(book) for book in publication.books)
        self.beside = beside(plan, self.language)
        self.tables = tables(publication, self.beside.listings)
        self._items = {(one.kind, one.id): one.path for one in self.beside.dossiers}
        self._mentioned = mentioned(publication)
        self._ways = {
            "index.html",
            SEARCH_PAGE,
            *(one.path for one in self.beside.listings),
            *(page.path for shelf in self.shelves for page in (shelf.front, *shelf.pages)),
        }
        self._frames: dict[tuple[str, str, str], Markup] = {}
        self._own = own_words(plan)
        self._feed = without_marks(feed(plan, publication, base_url))
        self._environment: Environment = html_environment(folders)
        self._environment.globals = {
            "range": range,
            "say": self._say,
            "say_basis": lambda basis: label("basis", basis).say(self.language),
            "say_kind": lambda kind: capitalised(label("kind", kind).say(self.language)),
            "say_kinds": lambda kind: capitalised(label("kinds", kind).say(self.language)),
            "say_count": lambda kind, count: label("kind" if count == 1 else "kinds", kind).say(
                self.language
            ),
            "said": lambda text: text.say(self.language),
            "counted": lambda value: number(value, self.language),
            "publication": publication,
            "shelves": self.shelves,
            "lists": [(one.kind, one.path) for one in self.beside.listings],
            "lang": str(self.language),
            "base_url": base_url,
            "feed": FEED if self._feed else "",
            "icon": ICON,
            "brand": self.brand,
            "brand_style": BRAND_STYLE,
            "search_page": SEARCH_PAGE if search else "",
            "facts": FACTS,
        }

    def _say(self, name: str) -> str:
        text = getattr(words, name)
        assert isinstance(text, Text)
        return text.say(self.language)

    def files(self) -> dict[str, str]:
        pages = dict(self._pages())
        files = {**dict(self._assets()), **pages, **dict(self._data())}
        if self._feed:
            files[FEED] = self._feed
        if self.base_url:
            files[SITEMAP] = sitemap(self.plan, sorted(pages), self.base_url)
        return files

    def _assets(self) -> Iterator[tuple[str, str]]:
        """What all pages share, as it lies in the template folder."""
        for path in (STYLE, SCRIPT, ICON, *([SEARCH_SCRIPT] if self.search else [])):
            name = path.replace("assets/", "html/")
            with explained(name, self.folders):
                text = self.folders.read(name).decode("utf-8")
            # The icon takes on the region's colour; everything else is as it lies there.
            own = self.brand.colour if path == ICON else ""
            yield path, text.replace(ICON_COLOUR, own) if own else text
        if self.brand.style:
            yield BRAND_STYLE, self.brand.style

    def _data(self) -> Iterator[tuple[str, str]]:
        found = self.tables.values()
        for table in found:
            yield table.path, without_marks(table.written())
        yield PLAN, without_marks(plan_json(self.plan, draft=self.publication.draft))
        yield PACKAGE, without_marks(data_package(self.plan, self.publication, found))

    def _pages(self) -> Iterator[tuple[str, str]]:
        yield "index.html", self._index()
        if self.search:
            yield SEARCH_PAGE, self._page(SEARCH_PAGE, "search", search_script=SEARCH_SCRIPT)
        for book, shelf in zip(self.publication.books, self.shelves, strict=True):
            yield shelf.front.path, self._front(shelf)
            for place, chapter in enumerate(book.chapters):
                yield shelf.pages[place].path, self._chapter(shelf, place, chapter)
        for listing in self.beside.listings:
            yield listing.path, self._listing(listing)
        for dossier in self.beside.dossiers:
            yield dossier.path, self._dossier(dossier)

    def _page(self, path: str, template: str, **values: object) -> str:
        name = f"html/{template}.html.j2"
        folder = path.rpartition("/")[0]

        def to(target: str) -> str:
            """The way from this page; no page lies deeper than one folder."""
            if folder and target.startswith(f"{folder}/"):
                return target.removeprefix(f"{folder}/")
            return f"../{target}" if folder else target

        values = {
            "about": self.publication.about,
            "linked_data": None,
            "top": self._frame("top", path, to, None),
            "menu": self._frame("menu", path, to, values.get("shelf")),
            **values,
        }
        with explained(name, self.folders):
            page = self._environment.get_template(name)
            text = page.render(path=path, to=to, style=to(STYLE), script=to(SCRIPT), **values)
        # All marks are drawn by now: what is left of their characters stood in the plan.
        return self._own.marked(without_marks(text))

    def _frame(self, part: str, path: str, to: Callable[[str], str], shelf: object) -> Markup:
        """What stands around a page: the same for all pages of a folder that it does not name."""
        named = path if path in self._ways else ""
        key = (part, path.rpartition("/")[0], named)
        if key not in self._frames:
            name = f"html/{part}.html.j2"
            with explained(name, self.folders):
                template = self._environment.get_template(name)
                self._frames[key] = Markup(template.render(path=path, to=to, shelf=shelf))
        return self._frames[key]

    # The books

    def _index(self) -> str:
        outset = self.beside.outset
        milestones = self._drawing(outset.milestones, up="")
        return self._page(
            "index.html",
            "index",
            summary=as_html(self.publication.summary),
            disclaimer=as_html(self.publication.disclaimer),
            outset=outset,
            list_path=list_path,
            blocks=[milestones.block(block) for block in outset.milestones.blocks],
            notes=list(milestones.notes()),
            whole=PLAN,
            package=PACKAGE,
            linked_data=of_plan(self.plan, self.publication, self.base_url),
        )

    def _front(self, shelf: _Shelf) -> str:
        disclaimer = as_html(self.publication.disclaimer)
        about = shelf.description
        return self._page(shelf.front.path, "book", shelf=shelf, disclaimer=disclaimer, about=about)

    def _chapter(self, shelf: _Shelf, place: int, chapter: Chapter) -> str:
        downloads = {
            table.anchor: self.tables[shelf.id, chapter.slug, table.anchor].path
            for table in chapter.tables
        }
        drawing = self._drawing(chapter, downloads=downloads)
        with explained(svg.TEMPLATE, self.folders):
            blocks = [drawing.block(block) for block in chapter.blocks]
        return self._page(
            shelf.pages[place].path,
            "chapter",
            shelf=shelf,
            chapter=chapter,
            blocks=blocks,
            sections=[drawing.section(one) for one in chapter.headings if one.level < 4],
            notes=list(drawing.notes()),
            previous=shelf.pages[place - 1] if place else None,
            following=shelf.pages[place + 1] if place + 1 < len(shelf.pages) else None,
        )

    # What is beside them

    def _listing(self, listing: Listing) -> str:
        table = listing.table
        downloads = {}
        if table is not None:
            place = (listing.kind, listing.kind, table.anchor)
            downloads[table.anchor] = self.tables[place].path
        drawing = self._drawing(listing.chapter, downloads=downloads, sortable=True)
        return self._page(
            listing.path,
            "list",
            kind=listing.kind,
            blocks=[drawing.block(block) for block in listing.chapter.blocks],
            notes=list(drawing.notes()),
        )

    def _dossier(self, dossier: Dossier) -> str:
        chapter = dossier.chapter
        drawing = self._drawing(chapter)
        return self._page(
            dossier.path,
            "item",
            dossier=dossier,
            blocks=[drawing.block(block) for block in chapter.blocks],
            sections=[drawing.section(heading) for heading in chapter.headings],
            notes=list(drawing.notes()),
            mentions=self._mentioned.get((dossier.kind, dossier.id), ()),
            above=list_path(dossier.kind) if dossier.kind in LISTED else "",
            about=dossier.summary or self.publication.about,
            linked_data=of_item(self.plan, dossier, self.base_url),
        )

    def _drawing(
        self,
        chapter: Chapter,
        *,
        up: str = "../",
        downloads: dict[str, str] | None = None,
        sortable: bool = False,
    ) -> Drawing:
        setting = Setting(self.language, self._items, up, downloads or {}, sortable)
        return Drawing(chapter, self._environment, setting)


def _shelf(book: Book) -> _Shelf:
    pages = tuple(
        _Page(f"{book.id}/{chapter.slug}.html", chapter.title, chapter.number)
        for chapter in book.chapters
    )
    front = _Page(f"{book.id}/index.html", book.title)
    return _Shelf(book.id, book.title, book.short, book.description, front, pages)

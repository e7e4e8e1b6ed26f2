"""A book's chapter templates rendered to drafts: text with marks, not yet numbered."""

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from types import CodeType, FunctionType
from typing import Any

from jinja2 import Template, nodes
from jinja2.utils import Namespace
from markupsafe import Markup

import smartplan.figures
from smartplan.book import footnotes, marks, words
from smartplan.book.compiled import Compiled
from smartplan.book.environment import markdown_environment
from smartplan.book.filters import enumeration, filters
from smartplan.book.folders import Folders
from smartplan.book.marks import Mark
from smartplan.book.markup import Written, escaped
from smartplan.book.problems import TemplateProblem, explained
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.ladder import Chapter
from smartplan.figures.table import Table
from smartplan.figures.wording import capitalised
from smartplan.language import Language, Text, label
from smartplan.nearest import listing, nearest
from smartplan.plan import Plan
from smartplan.stages import STAGES

_CHAPTER = re.compile(r"[0-9]{2}[a-z]?-[a-z0-9-]+\.md\.j2")
_SETTINGS = ("title", "numbered", "needs", "each")
"""What a chapter says of itself, at the top level of its template."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One rendered chapter; `marks` are counted by the tokens in `text`."""

    slug: str
    template: str
    title: str
    numbered: bool
    closed: bool
    """Whether a stage that the chapter is about is not there."""
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """A chapter's template, ready to be rendered."""

    name: str
    code: CodeType
    missing: list[str]
    """The stages it needs and the plan does not have."""
    each: str | None
    """The figure that names the items that get a chapter each."""


@dataclass
class _Register:
    """Collects what a chapter calls for while it is rendered."""

    language: Language
    marks: list[Mark] = field(default_factory=list)

    def table(self, table: object) -> Written:
        if not isinstance(table, Table):
            message = f"table() takes a Table, not {type(table).__name__}"
            raise TypeError(message)
        return self._mark(marks.Placed(table))

    def figure(self, drawing: object) -> Written:
        if not isinstance(drawing, Drawing):
            message = f"figure() takes a Drawing, not {type(drawing).__name__}"
            raise TypeError(message)
        return self._mark(marks.Shown(drawing))

    def see(self, target: str) -> Written:
        return self._mark(marks.CrossReference(target))

    def cite(self, *said: object) -> Written:
        found = marks.citation(said, lambda item: footnotes.notes(item, self.language))
        return self._mark(found) if found.sources or found.notes or found.bases else Written("")

    def choice(self, *items: object) -> Written:
        found = marks.choice(*items)
        return self._mark(found) if found.bases else Written("")

    def _mark(self, mark: Mark) -> Written:
        self.marks.append(mark)
        return marks.token(len(self.marks) - 1)


@cache
def figures() -> dict[str, Callable[..., object]]:
    """Every public function of `smartplan.figures` whose first parameter is `plan`, by name."""
    found: dict[str, Callable[..., object]] = {}
    for module_info in pkgutil.walk_packages(smartplan.figures.__path__, "smartplan.figures."):
        module = import_module(module_info.name)
        for name, function in sorted(vars(module).items()):
            if not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            if not name.startswith("_") and _takes_a_plan(function):
                if name in found:
                    message = f"two figures are called {name}"
                    raise ValueError(message)
                found[name] = function
    return found


def _takes_a_plan(function: FunctionType) -> bool:
    """Whether its first parameter is `plan`; a whole signature takes long to make."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount][:1] == ("plan",)


class Chapters:
    """Renders the chapters of a plan's books in one language."""

    def __init__(self, plan: Plan, folders: Folders, language: Language) -> None:
        self.plan = plan
        self.folders = folders
        self.language = language
        self._register = _Register(language)
        self._compiled = Compiled(f"chapter-{language}")
        self._environment = markdown_environment(folders, language)
        self._environment.filters.update(filters(plan, language))
        self._environment.globals = {
            **self._names(),
            "range": range,
            "namespace": Namespace,
        }

    def _names(self) -> dict[str, object]:
        """Globals, not a context: macros of an imported template see nothing else."""
        plan, register = self.plan, self._register
        bound = {name: partial(figure, plan) for name, figure in figures().items()}
        stages = {stage: getattr(plan, stage) for stage in STAGES}
        return {
            **bound,
            **stages,
            "plan": plan,
            "manifest": plan.manifest,
            "region": plan.manifest.region,
            "period": plan.manifest.period,
            "as_of": plan.as_of,
            "framework": plan.framework,
            "table": register.table,
            "figure": register.figure,
            "see": register.see,
            "cite": register.cite,
            "choice": register.choice,
        }

    def of(self, book: str, title: str) -> Iterator[Draft]:
        """The chapters of a book in the order of their file names."""
        self._environment.globals["book"] = {"id": book, "title": title}
        for name, slug in self._templates(book):
            yield from self._chapters(name, slug)

    def outline(self, book: str) -> Iterator[Chapter]:
        """The chapters of a book as they are announced; nothing is rendered."""
        for name, slug in self._templates(book):
            with explained(name, self.folders, self._environment.filters):
                chapter, _ = self._parsed(name)
                needs = self._needs(name, chapter)
            said = _settings(chapter).get("title")
            node = said.node if said else None
            title = (_named(node) if node else "") or _spelled(slug)
            yield Chapter(book, slug, title, needs)

    def _templates(self, book: str) -> Iterator[tuple[str, str]]:
        """The templates of a book's chapters, each with its slug."""
        folder = f"{self.language}/{book}/"
        for name in self.folders.names:
            if name.startswith(folder) and _CHAPTER.fullmatch(name.removeprefix(folder)):
                yield name, name.removeprefix(folder).removesuffix(".md.j2")

    def _chapters(self, name: str, slug: str) -> Iterator[Draft]:
        """The chapter of a template; with `each`, one for every item of a figure's answer."""
        source = self._source(name)
        if source.each is None:
            yield self._chapter(source, slug)
            return
        for item in self._items(name, source.each):
            self._environment.globals["item"] = item
            yield self._chapter(source, f"{slug}-{item.id}")
        self._environment.globals.pop("item", None)

    def _source(self, name: str) -> _Source:
        """A template ready for all chapters it gives; its title alone if a stage is missing."""
        with explained(name, self.folders, self._environment.filters):
            code, needs, each = self._known(name)
            missing = [stage for stage in needs if not self.plan.has(stage)]
            if missing:
                # Its title may still be asked for; its body counts on what is not there.
                chapter, filename = self._parsed(name)
                chapter.body = [*_settings(chapter).values()]
                code = self._environment.compile(chapter, name, filename)
        return _Source(name, code, missing, each)

    def _known(self, name: str) -> tuple[CodeType, tuple[str, ...], str | None]:
        """A template's code, the stages it needs, and the name of the figure it goes through."""
        source, filename = self._text(name)
        known = self._compiled.recall(filename, source)
        if known is None:
            chapter = self._environment.parse(source, name, filename)
            needs, each = self._needs(name, chapter), _settings(chapter).get("each")
            code = self._environment.compile(chapter, name, filename)
            known = code, needs, _named(each.node) if each else None
            self._compiled.keep(filename, source, known)
        return known  # type: ignore[no-any-return]  # kept as it was made

    def _items(self, name: str, figure: str) -> tuple[Any, ...]:
        """What the figure named by `{% set each = "quick_wins" %}` answers."""
        if figure not in figures():
            close = nearest(figure, figures())
            raise TemplateProblem(
                self.folders.shown(name),
                None,
                Text(
                    f"`each` harus menyebut sebuah figur, bukan `{figure}`",
                    f"`each` must name a figure, not `{figure}`",
                ),
                Text(f"mungkin maksudnya {listing(close)}", f"did you mean {listing(close)}")
                if close
                else None,
            )
        found: Any = figures()[figure](self.plan)
        if not isinstance(found, tuple) or not all(hasattr(item, "id") for item in found):
            raise self._problem(
                name, f"`{figure}` bukan daftar butir", f"`{figure}` is not a list of items"
            )
        return found

    def _chapter(self, source: _Source, slug: str) -> Draft:
        self._register.marks = []
        name, missing = source.name, source.missing
        with explained(name, self.folders, self._environment.filters):
            names = self._environment.make_globals(None)
            module = Template.from_code(self._environment, source.code, names).make_module()
        title = getattr(module, "title", None)
        if not title:
            raise self._problem(name, "bab belum memiliki `title`", "the chapter has no `title`")
        return Draft(
            slug,
            self.folders.shown(name),
            str(title if isinstance(title, Markup) else escaped(str(title))),
            bool(getattr(module, "numbered", True)),
            bool(missing),
            self._not_yet(missing) if missing else str(module),
            tuple(self._register.marks),
        )

    def _parsed(self, name: str) -> tuple[nodes.Template, str | None]:
        source, filename = self._text(name)
        return self._environment.parse(source, name, filename), filename

    def _text(self, name: str) -> tuple[str, str | None]:
        loader = self._environment.loader
        assert loader is not None
        source, filename, _ = loader.get_source(self._environment, name)
        return source, filename

    def _needs(self, name: str, chapter: nodes.Template) -> tuple[str, ...]:
        """The stages of `{% set needs = […] %}`, read without rendering anything."""
        said = _settings(chapter).get("needs")
        if said is None:
            return ()
        try:
            stages = said.node.as_const() if isinstance(said.node, nodes.Expr) else None
        except nodes.Impossible:
            stages = None
        if not isinstance(stages, list):
            raise self._problem(
                name, "`needs` harus berupa daftar tahap", "`needs` must be a list of stages"
            )
        for stage in stages:
            if stage not in STAGES:
                raise self._problem(
                    name, f"`needs` menyebut tahap `{stage}`", f"`needs` names the stage `{stage}`"
                )
        return tuple(stages)

    def _problem(self, name: str, indonesian: str, english: str) -> TemplateProblem:
        return TemplateProblem(self.folders.shown(name), None, Text(indonesian, english))

    def _not_yet(self, missing: list[str]) -> str:
        names = [Written.escape(label("stage", stage).say(self.language)) for stage in missing]
        stages = enumeration(names, self.language)
        return words.NOT_YET_DRAWN_UP.say(self.language).format(stages=stages)


def _named(node: nodes.Node) -> str:
    """The name that a setting gives; nothing where it gives none."""
    return str(node.value) if isinstance(node, nodes.Const) else ""


def _spelled(slug: str) -> str:
    """A chapter by its slug, where its title is that of each item it is written for."""
    return capitalised(re.sub(r"^\d+-", "", slug).replace("-", " "))


def _settings(chapter: nodes.Template) -> dict[str, nodes.Assign]:
    """What the chapter says of itself, as it is written."""
    return {
        node.target.name: node
        for node in chapter.body
        if isinstance(node, nodes.Assign)
        and isinstance(node.target, nodes.Name)
        and node.target.name in _SETTINGS
    }

"""The only place that makes Jinja environments: one for Markdown, one for HTML."""

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.utils import missing
from markupsafe import Markup

from smartplan.book import words
from smartplan.book.compiled import Compiled
from smartplan.book.folders import Folders
from smartplan.book.markup import Written
from smartplan.book.problems import UnknownName
from smartplan.language import Language

KEPT_FILTERS = frozenset({
    "batch", "capitalize", "count", "default", "first", "groupby", "last", "length", "list",
    "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr",
    "slice", "sort", "title", "trim", "unique", "upper",
})  # fmt: skip
"""Jinja's filters without those that join, format or replace: they escape for HTML alone."""


def _unknown_to(environment: Environment) -> type[StrictUndefined]:
    """A name nobody gave: fails with the names that were there."""

    class Unknown(StrictUndefined):
        __slots__ = ()

        def __init__(
            self,
            hint: str | None = None,
            obj: Any = missing,
            name: str | None = None,
            exc: type[TemplateRuntimeError] = UndefinedError,
        ) -> None:
            super().__init__(hint, obj, name, exc)
            if name is not None and hint is None:
                at_large = obj is missing
                error = UnknownName(
                    str(name),
                    tuple(environment.globals) if at_large else _attributes(obj),
                    None if at_large else type(obj).__name__,
                )
                self._undefined_exception = lambda _: error  # type: ignore[assignment]  # only ever called

    return Unknown


def _attributes(obj: object) -> tuple[str, ...]:
    if isinstance(obj, dict):
        return tuple(str(key) for key in obj)
    return tuple(name for name in dir(obj) if not name.startswith(("_", "model_")))


class _Writer(CodeGenerator):
    """Jinja's `~` escapes for HTML alone; ours hands its parts to the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """Nothing is worked out ahead: what a template becomes depends on no plan."""
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class MarkdownEnvironment(Environment):
    """Plan text is escaped for Markdown and HTML wherever it is printed or joined."""

    code_generator_class = _Writer

    @staticmethod
    def joined(parts: Iterable[object]) -> str:
        said = [part if isinstance(part, str) else str(part) for part in parts]
        if any(isinstance(part, Markup) for part in said):
            return Written("").join(said)
        return "".join(said)


def markdown_environment(folders: Folders, language: Language) -> Environment:
    """For chapters: a value that is missing says so, a name that is unknown fails."""
    environment = MarkdownEnvironment(
        loader=folders.loader(),
        autoescape=True,
        finalize=_finalizer(language),
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,
        auto_reload=False,  # an environment is made anew for each rendering
        bytecode_cache=Compiled(f"markdown-{language}"),
    )
    environment.undefined = _unknown_to(environment)
    for name in set(environment.filters) - KEPT_FILTERS:
        del environment.filters[name]
    return environment


def _finalizer(language: Language) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        if isinstance(value, StrictUndefined):
            return str(value)
        return Written.escape(words.MISSING.say(language) if value is None else value)

    return finalize


class PageEnvironment(Environment):
    """What is known to all pages is given before the first of them and stays as it is."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A copy: Jinja's mapping over a mapping is asked for every name on every page."""
        return {**self.globals, **(d or {})}


def html_environment(folders: Folders) -> Environment:
    """For the pages around the chapters."""
    environment = PageEnvironment(
        loader=folders.loader(),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled("html"),
    )
    environment.undefined = _unknown_to(environment)
    return environment

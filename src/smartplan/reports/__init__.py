"""Findings as text for people and machines; a report neither filters nor varies."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language

Report = Callable[[Sequence[Diagnostic], Language], str]

_MODULES = {
    "full": "text",
    "concise": "text",
    "grouped": "grouped",
    "json": "json",
    "json-lines": "json",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "junit": "junit",
    "rdjson": "rdjson",
    "markdown": "markdown",
}
FORMATS = tuple(_MODULES)


_LINKED = ("sarif", "rdjson")
"""Reports that point at the page of a finding on the web."""


def report(name: str, pages: str = "") -> Report:
    """The report of this name, imported when it is asked for.

    `pages` is the address of the folder with the pages of the findings, empty where none is known.
    """
    module = import_module(f"smartplan.reports.{_MODULES[name]}")
    function: Callable[..., str] = getattr(module, name.replace("-", "_"))
    return partial(function, pages=pages) if name in _LINKED else function

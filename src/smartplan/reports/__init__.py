"""Findings as text for people and machines; a report neither filters nor varies."""

from collections.abc import Callable, Sequence
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


def report(name: str) -> Report:
    """The report of this name, imported when it is asked for."""
    module = import_module(f"smartplan.reports.{_MODULES[name]}")
    function: Report = getattr(module, name.replace("-", "_"))
    return function

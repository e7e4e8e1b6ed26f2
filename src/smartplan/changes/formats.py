"""The ways changes are printed, by name."""

from collections.abc import Mapping

from smartplan.changes.json import json
from smartplan.changes.lines import Format
from smartplan.changes.markdown import markdown, matrix
from smartplan.changes.text import text

FORMATS: Mapping[str, Format] = {
    "text": text,
    "markdown": markdown,
    "json": json,
    "matrix": matrix,
}

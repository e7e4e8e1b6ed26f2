"""Fixes that put one value or key in the place of another, in the quotes that stood there."""

import re

from smartplan.diagnostics import Fix
from smartplan.source import EMPTY, Node, Scalar, location

_QUOTES = ("'", '"')
_BARE = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9_./-]*")
"""Texts that YAML reads as they are, in any place where a scalar may stand."""


def instead(node: Node, text: str, *, safe: bool, quoted: bool = False) -> Fix | None:
    """A fix that writes `text` for a scalar; None where the scalar is no text on one line.

    A bare text gets double quotes where it would not be read back as it is, or if `quoted`.
    """
    if not isinstance(node, Scalar) or node.start.line != node.end.line:
        return None
    place = location(node)
    if node.plain:
        return Fix(place, _written(text, quoted=quoted), safe) if _is_simple(text) else None
    quote = node.file.text[node.start.index : node.start.index + 1]
    if quote not in _QUOTES or not _is_simple(text):
        return None
    return Fix(place, f"{quote}{text}{quote}", safe)


def _is_simple(text: str) -> bool:
    """Whether a text stands between quotes as it is: no escapes, no quotes in it."""
    return text.isprintable() and not {"'", '"', "\\"} & set(text)


def _written(text: str, *, quoted: bool) -> str:
    bare = _BARE.fullmatch(text) and text not in EMPTY and not quoted
    return text if bare else f'"{text}"'

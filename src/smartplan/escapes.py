"""Plan text that shows as it is and does nothing: in Markdown, in Mermaid and in DOT."""

import re

from smartplan.diagnostics import show

_LIVE = re.compile(r"[@<]|#(?=\d)|\](?=[(\[:])|:(?=//)|\bwww(?=\.)")
"""Where text would notify someone, become a link, an image or HTML."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&$]")
_NOT_PLAIN = re.compile(r"[^\w .,()/–-]")


def markdown(text: str) -> str:
    """Text for a cell of a table or for a line of Markdown that begins with other words."""
    return _MARKUP.sub(r"\\\g<0>", inert(text))


def inert(text: str) -> str:
    """Text that a Markdown page may show without escapes: a zero-width space breaks what acts."""
    return _LIVE.sub("\\g<0>\u200b", text)


def mermaid(text: str, limit: int = 120) -> str:
    """Text for a quoted label: all but letters, digits and plain marks as character codes."""
    return _NOT_PLAIN.sub(lambda match: f"#{ord(match[0])};", show(text, limit))


def dot(text: str, limit: int = 120) -> str:
    """Text for a quoted string of Graphviz, which also reads escapes and HTML entities in it."""
    shown = show(text, limit).replace("\\", "\\\\").replace('"', '\\"')
    return shown.replace("&", "&amp;")

"""Plan text that shows as it is and does nothing: in a log, in JSON, Markdown, Mermaid and DOT."""

import json
import re
from collections.abc import Iterable

from smartplan.diagnostics import show, spelled

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


# Logs of CI: GitHub's runner ends a line at CR or LF, drops the blanks before it, and takes what
# then begins with `::` for a command; its older command `##[` is found anywhere in a line.

_COMMAND = re.compile(r"((?:^|(?<=\r))(?:[^\S\r\n]|\ufeff)*:):", re.MULTILINE)
_ACTIVE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e"
    "\\u2060-\\u206f\\ud800-\\udfff\\ufff0-\\ufffb\\U000e0000-\\U000e007f]|\\r(?!\\n)"
)
"""What a terminal obeys or does not show; blanks, CRLF and the mark at a file's start are left."""


def quiet(text: str) -> str:
    """Lines of which a log of CI takes none for a command."""
    return _COMMAND.sub(r"\1\\x3a", text.replace("##[", "##\\x5b"))


def as_written(line: str) -> str:
    """A line of a file with its end: as it is there, but for what would act where it is shown."""
    return quiet(_ACTIVE.sub(lambda match: spelled(match[0]), line))


_FOREIGN = re.compile(r"[^\x00-\x7e]")


def json_text(document: object, *, indent: int | None = 2) -> str:
    """JSON with a line end; invisible characters and `##[` as escapes, the data are the same."""
    return f"{harmless_json(json.dumps(document, ensure_ascii=False, indent=indent))}\n"


def json_items(items: Iterable[object], margin: int) -> str:
    """Items of a list as `json_text` writes them there, so far from the margin; one at a time.

    They hold texts, whole numbers, lists and mappings: those a quick encoder writes the same way.
    """
    from pydantic_core import to_json  # a quarter of the start-up of what is told from the cache

    blanks = " " * margin
    written = []
    for item in items:
        try:
            text = to_json(item, indent=2).decode("utf-8")
        except ValueError:  # half a surrogate, from a file name that is no text
            text = json.dumps(item, ensure_ascii=False, indent=2)
        written.append(blanks + harmless_json(text).replace("\n", f"\n{blanks}"))
    return ",\n".join(written)


def harmless_json(text: str) -> str:
    """The same data, with invisible characters and `##[` as escapes."""
    if not text.isascii() or "\x7f" in text:
        text = _FOREIGN.sub(_visible, text)
    return text.replace("##[", "##\\u005b")


def _visible(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]

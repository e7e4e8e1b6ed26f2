"""Plan text made safe for Markdown."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Self

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

_PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Characters the marks are made of; see `marks`."""

_SPECIAL = re.compile(r"[\\`*_\[\]|~#]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LINE_START = re.compile(r"^( ?)(?:([-+=])|(\d{1,9})([.)])(?=\s|$))")
_UNUSUAL = re.compile("[\\\\`*_\\[\\]|~#&<>!\\t\\r\\n\\f\\v\ue000-\uf8ff]|  |^[-+= ]|^\\d{1,9}[.)]")
"""What `escaped` may have to change; most names and numbers hold none of it."""
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
"""Without the no-break space, which is there for a reason."""

LINKS = ("https://", "http://", "mailto:")
"""What a link in a plan's prose may begin with."""


class Written(Markup):
    """Markdown that is safe as it stands; what is joined to it is escaped."""

    @classmethod
    def escape(cls, s: Any, /) -> Self:
        if hasattr(s, "__html__"):
            return cls(s.__html__())
        return cls(escaped(str(s)))


def is_bare(text: str) -> bool:
    """Whether Markdown makes a text of one paragraph of nothing but these letters."""
    return not _UNUSUAL.search(text) and text == text.strip() != ""


def without_marks(text: str) -> str:
    return _PRIVATE.sub("", text)


def escaped(text: str) -> str:
    """Plain text as Markdown that shows just this text, on one line."""
    if not _UNUSUAL.search(text):
        return text
    text = _SPACE.sub(" ", without_marks(text))
    text = _SPECIAL.sub(r"\\\g<0>", text)
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    if text.endswith("!"):
        # What follows may be a link or a footnote, and would become an image.
        text = f"{text[:-1]}\\!"
    return _LINE_START.sub(_defused, text)


def _defused(match: re.Match[str]) -> str:
    space, sign, digits, dot = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{digits}\\{dot}"


@cache
def _light() -> MarkdownIt:
    """Paragraphs, lists, emphasis and links: all that a plan's prose may use."""
    parser = MarkdownIt("zero").enable(["list", "emphasis", "link", "escape", "entity"])
    parser.validateLink = lambda url: url.lower().startswith(LINKS)  # type: ignore[method-assign]
    return parser


def prose(text: str) -> Written:
    """A plan's prose as Markdown of our own: written again from what was understood of it."""
    if is_bare(text):
        return Written(text)
    root = SyntaxTreeNode(_light().parse(without_marks(text)))
    return Written("\n\n".join(_blocks(root)))


def runs(text: str) -> Iterator[str]:
    """A plan's prose as a page shows it, cut wherever emphasis or a link begins or ends."""
    for block in _light().parse(without_marks(text)):
        run = ""
        for token in block.children or ():
            if token.type in ("softbreak", "hardbreak"):
                run += " "
            elif token.type.endswith(("_open", "_close")):
                yield run
                run = ""
            else:
                run += token.content
        yield run


def sentence(text: str) -> Written:
    """A plan's prose on one line, for a footnote."""
    return Written(_SPACE.sub(" ", prose(text)))


def _blocks(node: SyntaxTreeNode) -> Iterator[str]:
    for child in node.children:
        if child.type == "paragraph":
            yield _inline(child.children[0])
        elif child.type in ("bullet_list", "ordered_list"):
            yield "\n".join(_items(child))


def _items(node: SyntaxTreeNode) -> Iterator[str]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, first):
        bullet = f"{number}. " if node.type == "ordered_list" else "- "
        body = "\n\n".join(_blocks(item)).replace("\n", "\n" + " " * len(bullet))
        yield bullet + re.sub(r"(?m)^ +$", "", body)


def _inline(node: SyntaxTreeNode) -> str:
    return "".join(_spans(node))


def _spans(node: SyntaxTreeNode) -> Iterator[str]:
    for child in node.children:
        if child.type == "strong":
            yield f"**{_inline(child)}**"
        elif child.type == "em":
            yield f"*{_inline(child)}*"
        elif child.type == "link":
            yield f"[{_inline(child)}]({_target(str(child.attrs['href']))})"
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield escaped(child.content)


def _target(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")


@cache
def _words() -> MarkdownIt:
    return MarkdownIt("js-default", {"html": False})


def plain(text: str) -> str:
    """What a reader sees of a line of Markdown, without its form."""
    if is_bare(text):
        return text
    (inline,) = _words().parseInline(text)
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in inline.children or ()
    )


_PREVIEW = 160
"""Characters that a link preview shows."""


def shortened(text: str) -> str:
    """The beginning of a plain text, cut between words."""
    text = " ".join(text.split())
    if len(text) <= _PREVIEW:
        return text
    return text[:_PREVIEW].rpartition(" ")[0].rstrip(",;:.") + " …"

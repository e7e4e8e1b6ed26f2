"""Hostile text in every field of a plan shows up as text, in HTML and in Markdown."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from conftest import MINIMAL
from markdown_it import MarkdownIt
from pydantic import StringConstraints

from smartplan.book.render import render
from smartplan.bounds import MAX_PLAIN, MAX_PROSE, MAX_TITLE
from smartplan.load import load
from smartplan.references import index
from smartplan.stages import STAGES
from smartplan.stages.base import Item
from smartplan.stages.scalars import SEEN

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '"\' onmouseover=alert(1) x="',
    "image": "<img src=x onerror=alert(1)>",
    "comment": "<!-- lihat -->",
    "closing": "</td></table></main></body>",
    "form": "<form action=//evil.example><input></form>",
    "link": "[klik](javascript:alert(1))",
    "data-link": "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "far-link": "[klik](//evil.example/x)",
    "near-link": "[klik](../../etc/passwd)",
    "reference-link": "[klik][a] [a]: https://evil.example",
    "image-link": "![lacak](https://evil.example/x.png)",
    "exclamation": "awas!",
    "code": "`kode` ``` kode",
    "pipe": "a | b || c |",
    "emphasis": "**tebal** __garis__ *miring* ~~coret~~",
    "heading": "# judul ## judul",
    "bullet": "- butir + butir * butir",
    "number": "1. satu 2) dua",
    "rule": "--- *** ===",
    "footnote": "[^1] [^1]: palsu",
    "entity": "&lt;script&gt; &#60;b&#62; &copy;",
    "backslash": "\\<b\\> \\[x\\] \\",
    "template": "{{ 7 * 7 }} {% raw %} {# x #}",
    "mark": "\u2e28\ue0000\ue001\u2e29 \u2e285\u2e29",
    "mermaid": '```mermaid graph TD; click A href "javascript:alert(1)"```',
    "math": "$$\\href{javascript:alert(1)}{x}$$",
    "long": "kata" * 40,
}
LIGHT = {HOSTILE[name] for name in ("emphasis", "bullet", "number", "image-link")}
"""What a plan's prose may use; only its titles and plain texts must show it as it stands."""
LIMITS = (MAX_TITLE, MAX_PLAIN, MAX_PROSE)
ALLOWED_LINK = re.compile(
    r"https?://.+|mailto:.+|#.+|(\.\./)?(assets/(style\.css|favicon\.svg|table\.js)|feed\.xml|data/[a-z0-9/.-]+\.(csv|json)|([a-z0-9-]+/)?[A-Za-z0-9-]+\.(html|md))(#.*)?"
)


class Poison:
    """Puts texts around every free text of a plan, another one each time.

    Each gets its number too: notes of the same words would become one footnote.
    """

    def __init__(self, texts: tuple[str, ...], first: int) -> None:
        self.texts = texts
        self.used = first

    def item(self, item: Item) -> Item:
        update = {
            name: self._value(getattr(item, name), _limit(type(item), name))
            for name in type(item).model_fields
            if name != "mark"
        }
        return item.model_copy(update=update)

    def _value(self, value: Any, limit: int | None) -> Any:
        if isinstance(value, Item):
            return self.item(value)
        if isinstance(value, tuple):
            return tuple(self._value(one, limit) for one in value)
        if limit is None or not isinstance(value, str):
            return value
        text = self._next(prose=limit == MAX_PROSE)
        return f"{text} {value} {self.used} {text}"

    def _next(self, *, prose: bool) -> str:
        while True:
            self.used += 1
            text = self.texts[self.used % len(self.texts)]
            if not prose or text not in LIGHT:
                return text


@cache
def _limit(model: type[Item], name: str) -> int | None:
    """How long the free text of a field may be; None for ids, references, numbers and choices."""
    field = model.model_fields[name]
    if "Ref(" in repr(field) or name in ("id", "template", "framework"):
        return None
    parts = _parts((field.annotation, *field.metadata))
    texts = [
        part
        for part in parts
        if isinstance(part, StringConstraints) and part.pattern in (None, SEEN)
    ]
    return next((part.max_length for part in texts if part.max_length in LIMITS), None)


def _parts(annotations: tuple[Any, ...]) -> Iterator[Any]:
    for annotation in annotations:
        yield annotation
        yield from _parts(getattr(annotation, "__metadata__", ()))
        yield from _parts(getattr(annotation, "__args__", ()))


@cache
def files(turn: int | None) -> dict[str, str]:
    """The books of the minimal plan with hostile texts in turn, or with harmless ones."""
    plan = load(MINIMAL).plan
    assert plan is not None
    poison = Poison(("biasa",), 0) if turn is None else Poison(tuple(HOSTILE.values()), turn)
    stages = {name: poison.item(getattr(plan, name)) for name in STAGES}
    manifest = poison.item(plan.manifest)
    known = index([plan.framework, *stages.values()])
    made = render(replace(plan, **stages, manifest=manifest, index=known))  # type: ignore[arg-type]
    assert poison.used > 500
    return {path: content.decode("utf-8") for path, content in made.items()}


TURNS = range(0, len(HOSTILE), 7)
"""So that each field gets four of the texts."""


class Shape(HTMLParser):
    """The elements of a page, its links and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Long cells name no row: whether a cell is a heading may depend on the length of a text.
        if tag == "text":
            # A drawing breaks its texts: how many lines there are depends on their length.
            return
        self.elements["td" if tag == "th" else tag] += 1
        self.attributes |= {name for name, _ in attrs} - {"scope"}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements["!--"] += 1


@pytest.mark.parametrize("turn", TURNS)
def test_html_keeps_its_shape(turn: int) -> None:
    hostile, harmless = files(turn), files(None)
    assert hostile.keys() == harmless.keys()
    for path in harmless:
        if not path.endswith(".html"):
            continue
        shape, expected = Shape(hostile[path]), Shape(harmless[path])
        assert shape.elements == expected.elements, path
        assert shape.attributes == expected.attributes, path
        assert [link for link in shape.links if not ALLOWED_LINK.fullmatch(link)] == [], path
        assert "\ue000" not in hostile[path]


def test_every_text_is_shown_as_it_stands() -> None:
    """Not only harmless: nothing of it is lost either (but the marks no plan may contain)."""
    seen = "".join(
        " ".join(" ".join(Shape(page).words).split())
        for turn in TURNS
        for path, page in files(turn).items()
        if path.endswith(".html")
    )
    for name, text in HOSTILE.items():
        assert re.sub("[\ue000-\uf8ff]", "", text) in seen, name


READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""As GitHub reads it: with HTML, tables and strikethrough."""


def _shape(text: str) -> list[str]:
    """The blocks of a text, and of its inline parts all but plain words."""
    body = re.sub(r"(?m)^\[\^(\d+)\]: ", r"Catatan \1: ", text).replace("[^", "[fn")
    shape = []
    for token in READER.parse(body):
        shape.append(token.type)
        for child in token.children or ():
            if child.type not in ("text", "text_special", "softbreak"):
                shape.append(child.type)
                if child.type == "link_open":
                    assert ALLOWED_LINK.fullmatch(str(child.attrs["href"])), child.attrs
    return shape

"""Pages that speak another language than the plan: its own words are marked as what they are.

Done on the finished page, where everything that the plan says has arrived, whichever way it came:
who listens to an English page hears Indonesian names and sentences read as Indonesian.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from pydantic import StringConstraints

from smartplan.book.markup import runs
from smartplan.bounds import MAX_PLAIN, MAX_PROSE, MAX_TITLE
from smartplan.figures.wording import capitalised
from smartplan.language import Language
from smartplan.plan import Plan
from smartplan.stages import STAGES
from smartplan.stages.base import Item, parts_of, walk

_FREE = frozenset({MAX_TITLE, MAX_PLAIN, MAX_PROSE})
"""Fields of these lengths hold words; shorter ones hold ids and codes."""
_ENOUGH = 3
"""So many words are the plan's wherever they stand; fewer only where they stand by themselves."""

_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"[ \t\r\n]+")
_BEFORE = re.compile(r"(?:^ ?|[;:,.)–·] |\b(?:and|dan|of) |[(“])$")
_AFTER = re.compile(r" ?$|[;:,.)”]| [–·(]| (?:and|at|dan) | No\. ")
_NODE = re.compile(
    r"(?P<mute><(?P<name>title|script|style|svg)\b.*?</(?P=name)>)"
    r"|<[^>]*>(?=<)"
    r"|(?P<tag><[^>]*>)?(?P<text>[^<>]+)(?=(?P<closed></)?)",
    re.DOTALL,
)
"""A text with the tag before it. A title is one text and a drawing is heard by its description:
neither can hold a mark."""


class OwnWords:
    """The words of a plan that is shown in another language; none where it is not."""

    def __init__(self, language: str = "", texts: Iterable[str] = ()) -> None:
        self.language = language
        self.texts = frozenset(texts)
        self._beginning: dict[str, list[str]] = {}
        for text in sorted(self.texts, key=lambda text: (-len(text), text)):
            first = _WORD.match(text)
            if first is not None:
                self._beginning.setdefault(first[0], []).append(text)

    def marked(self, page: str) -> str:
        """The page with `lang` on each text that is the plan's."""
        return _NODE.sub(self._node, page) if self.texts else page

    def _node(self, node: re.Match[str]) -> str:
        tag, said = node["tag"] or "", node["text"] or ""
        if not _LETTERS.search(said):
            return node[0]
        text = _SPACE.sub(" ", unescape(said))
        if tag and node["closed"] and not tag.startswith("</") and self._is_own(text):
            return f'{tag[:-1]} lang="{self.language}">{said}'
        parts = list(self._parts(text))
        if not any(own for _, own in parts):
            return node[0]
        spans = (
            f'<span lang="{self.language}">{escape(part, quote=False)}</span>'
            if own
            else escape(part, quote=False)
            for part, own in parts
        )
        return f"{tag}{''.join(spans)}"

    def _is_own(self, text: str) -> bool:
        return _level(text) in self.texts

    def _parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text cut into what is the plan's and what is ours."""
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            end = self._end(text, word.start(), word[0])
            if end is not None:
                yield text[done : word.start()], False
                yield text[word.start() : end], True
                done = end
        yield text[done:], False

    def _end(self, text: str, start: int, word: str) -> int | None:
        """Where the longest text of the plan that begins here ends."""
        for said in self._beginning.get(word, ()):
            end = start + len(said)
            if text.startswith(said, start) and not text[end : end + 1].isalnum():
                alone = _BEFORE.search(text[:start]) and _AFTER.match(text, end)
                if alone or len(_WORD.findall(said)) >= _ENOUGH:
                    return end
        return None


def own_words(plan: Plan) -> OwnWords:
    """What the plan says itself, if its books are to speak another language."""
    own = Language(plan.manifest.language)
    if own is plan.language:
        return OwnWords()
    texts = (form for text in _texts(plan) for form in _forms(text) if _LETTERS.search(form))
    return OwnWords(str(own), texts)


def _texts(plan: Plan) -> Iterator[str]:
    for stage in (plan.manifest, *(getattr(plan, name) for name in STAGES)):
        for item in walk(stage):
            yield from _said(item)


def _said(item: Item) -> Iterator[str]:
    """Each free text of an item, as it is printed: whole, and in runs between its emphases."""
    for name in _free(type(item)):
        value = getattr(item, name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield _level(text)
                yield from (_level(run) for run in runs(text))


def _forms(text: str) -> tuple[str, ...]:
    """A text as it is written, and as it begins a line or goes on in one of ours."""
    return text, capitalised(text), text.removesuffix(".")


def _free(model: type[Item]) -> Iterator[str]:
    for name, about in model.model_fields.items():
        parts = (*about.metadata, *parts_of(about.annotation))
        if any(isinstance(one, StringConstraints) and one.max_length in _FREE for one in parts):
            yield name


def _level(text: str) -> str:
    return _SPACE.sub(" ", text).strip()

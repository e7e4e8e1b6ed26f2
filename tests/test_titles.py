"""A message that names an item says what it is: an id never stands without its title."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import overlay

from smartplan.diagnostics import Diagnostic, show
from smartplan.kinds import KINDS
from smartplan.language import Language, label
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.rules import check, kinds, rules
from smartplan.rules.examples import Example, examples
from smartplan.shipped import templates
from smartplan.stages.framework import Named
from smartplan.stages.theory import LegalBasis

CODES = {
    *(rule.kind.code for rule in rules()),
    *(code for code in KINDS if code.startswith("REF")),
} - {"REF001"}
"""The kinds that name items; what REF001 names is not there."""
CASES = [
    pytest.param(example, id=f"{code}-{number}")
    for code in sorted(CODES)
    for number, example in enumerate(examples(kinds()[code]))
    if example.verdict == "Wrong"
]
QUOTED = re.compile(r"`([^`]+)`")


@pytest.mark.parametrize("example", CASES)
def test_an_id_stands_with_its_title(example: Example, minimal_plan: Path) -> None:
    overlay(minimal_plan, example.files)
    loaded = load(minimal_plan)
    assert loaded.plan is not None

    found = [finding for finding in check(loaded) if finding.kind.code in CODES]
    told = [one for finding in found for one in _untitled(loaded.plan, finding)]

    assert told == []


@pytest.mark.parametrize("language", Language)
def test_a_book_is_called_as_its_template_calls_it(language: Language) -> None:
    books = sorted((templates() / language).glob("*/_book.toml"))

    assert len(books) == 4
    for book in books:
        title = tomllib.loads(book.read_text("utf-8"))["title"]
        assert label("book", book.parent.name).say(language) == title


def _untitled(plan: Plan, finding: Diagnostic) -> Iterator[str]:
    """Each text of a finding that names an id without saying what it is."""
    for language in Language:
        titles = _titles(plan, language)
        message = finding.message(language)
        labels = [related.label.say(language) for related in finding.related]
        for text, around in ((message, message), *((one, message + one) for one in labels)):
            for id_ in _ids(text, titles):
                if not any(title in around for title in titles[id_]):
                    yield f"{finding.kind.code}: `{id_}` in: {text}"


def _ids(text: str, titles: dict[str, set[str]]) -> set[str]:
    """The ids in a text: those in quotes, and bare ones that are no word of a language."""
    bare = {word for word in re.findall(r"[\w-]+", text) if "-" in word}
    return (set(QUOTED.findall(text)) | bare) & titles.keys()


def _titles(plan: Plan, language: Language) -> dict[str, set[str]]:
    """What each id of the plan and of the framework may be called, as a message shows it."""
    titles: dict[str, set[str]] = {}
    for items in plan.index.items.values():
        for id_, item in items.items():
            english = isinstance(item, Named) and language is Language.ENGLISH
            title = item.english if english and isinstance(item, Named) else item.title_text
            titles.setdefault(id_, set()).add(show(title, 60))
            if isinstance(item, LegalBasis):  # cited by its kind, number and year
                kind = label("legal_kind", item.kind_).say(language)
                titles[id_].add(f"{kind} {item.number}/{item.year}")
    return titles

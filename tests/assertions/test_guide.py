"""The pages about assertions: every example runs, and every list is the one that decides."""

import json
import re
from pathlib import Path

import pytest
from conftest import MINIMAL, Run

from smartplan.assertions.binding import Binder
from smartplan.assertions.expression import AGGREGATES, RESERVED, parse
from smartplan.assertions.guide import EXAMPLES, FUNCTIONS, markdown
from smartplan.assertions.scope import Meter, Scope
from smartplan.assertions.vocabulary import FIGURES, collections, keys
from smartplan.language import Language
from smartplan.load import load
from smartplan.plan import Plan

PAGE = (Path(__file__).parents[2] / "docs" / "asersi.md").read_text("utf-8")


def examples() -> list[str]:
    [block] = re.findall(r"## Contoh\n\n```\n(.*?)```", PAGE, re.DOTALL)
    inline = re.findall(r"^    that: (.+)$", PAGE, re.MULTILINE)
    return [*block.splitlines(), *inline, *EXAMPLES]


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = load(MINIMAL).plan
    assert found is not None
    return found


@pytest.mark.parametrize("text", examples())
def test_every_example_is_true_or_false(plan: Plan, text: str) -> None:
    bound = Binder(plan, text).assertion(parse(text))
    assert bound.run(Scope(plan, Meter())) in (True, False)


def test_the_page_lists_what_there_is() -> None:
    assert PAGE.endswith(markdown(Language.INDONESIAN))
    assert tuple(FUNCTIONS) == AGGREGATES


def test_every_name_can_be_written() -> None:
    """No list, key or figure is hidden by a word of the language."""
    for name, collection in collections().items():
        parse(f"count({name}) > 0")
        assert name not in {figure.partition(".")[0] for figure in FIGURES}
        for key in keys(collection.model).values():
            assert key.name not in RESERVED
    assert "where_" in keys(collections()["sources"].model)


def test_every_key_of_every_list_can_be_read(plan: Plan) -> None:
    for name, collection in collections().items():
        for key in keys(collection.model).values():
            text = f"count({name} where {key.name}) >= 0"
            if key.type.form == "table":
                text = f"count({name} with {key.name}) >= 0"
            bound = Binder(plan, text).assertion(parse(text))
            assert bound.run(Scope(plan, Meter())) is True


@pytest.mark.parametrize("language", Language)
def test_explain_assertions(run: Run, language: Language) -> None:
    shown = run("explain", "assertions", "--lang", language)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "budget.quick_wins" in shown.stdout
    data = run("explain", "assertions", "--lang", language, "--output-format", "json")
    assert set(json.loads(data.stdout)["lists"]) == set(collections())
    page = run("explain", "assertions", "--lang", language, "--output-format", "markdown")
    assert page.stdout == markdown(language)

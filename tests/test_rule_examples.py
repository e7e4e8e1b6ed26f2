"""Every kind's Wrong and Right examples are true, and the kinds are sound as a set."""

import inspect
import re
import string
from pathlib import Path

import pytest
from conftest import findings, overlay

from smartplan.diagnostics import Kind
from smartplan.explain import page
from smartplan.language import Language, Text
from smartplan.rules import kinds, rules
from smartplan.rules.examples import Example, examples
from smartplan.stages import STAGES

CASES = [
    pytest.param(kind, example, id=f"{kind.code}-{example.verdict}-{number}")
    for kind in kinds().values()
    for number, example in enumerate(examples(kind))
]

FILES_ONLY = {
    "YML008", "YML009", "YML010", "YML011", "YML013", "YML014", "YML015", "YML018", "YML019",
    "YML022", "YML023", "YML024", "YML026", "YML028", "SCH011", "SCH012", "SCH013", "SCH014",
    "SCH015", "SCH027", "REF005", "PLN007", "PRG031", "AST007",
}  # fmt: skip
"""Kinds about bytes, sizes and folders, which no text can show; `test_gate.py`, `test_load.py`,
`test_fixes.py` and `test_namesakes.py` have their cases."""


@pytest.mark.parametrize(("kind", "example"), CASES)
def test_example_is_true(kind: Kind, example: Example, minimal_plan: Path) -> None:
    overlay(minimal_plan, example.files)
    marked = {
        (name, number)
        for name, text in example.files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if line.endswith(f"# {kind.code}")
    }

    found = {
        (d.location.file.name, d.location.line) for d in findings(minimal_plan) if d.kind == kind
    }

    assert found == marked
    assert bool(marked) == (example.verdict == "Wrong")


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_every_kind_has_examples(kind: Kind) -> None:
    verdicts = {example.verdict for example in examples(kind)}
    assert verdicts == (set() if kind.code in FILES_ONLY else {"Wrong", "Right"})


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_both_languages_say_the_same_things(kind: Kind) -> None:
    for text in (kind.message, kind.hint):
        assert _fields(text.indonesian) == _fields(text.english)
    for text in (kind.message, kind.hint, kind.why):
        assert text.indonesian.strip()
        assert text.english.strip()
    assert kind.basis
    if isinstance(kind.basis, Text):
        assert kind.basis.indonesian != kind.basis.english
        assert _facts(kind.basis.indonesian) == _facts(kind.basis.english)


def _facts(basis: str) -> list[str]:
    """The addresses and the numbers of a basis, which no language changes."""
    rest, addresses = re.sub(r"https?://\S+", "", basis), re.findall(r"https?://[^\s)]+", basis)
    return [*addresses, *re.findall(r"\d+", rest)]


def test_a_basis_in_prose_speaks_both_languages() -> None:
    prose = re.compile(r"\b(the|of|and|a|in|on|section|report|study|item)\b")
    for kind in kinds().values():
        if isinstance(kind.basis, str) and kind.basis != "our judgement":
            assert not prose.search(kind.basis), kind.code
    wonosobo = kinds()["TEA003"]
    assert "Agenda bimtek I di Wonosobo 2019" in page(wonosobo, Language.INDONESIAN)
    assert "Agenda of workshop I in Wonosobo 2019" in page(wonosobo, Language.ENGLISH)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_messages_state_and_hints_advise(kind: Kind) -> None:
    for text in (kind.message.indonesian, kind.message.english, kind.hint.indonesian):
        assert not text.endswith((".", "!"))
        assert text[:1] == text[:1].lower()
    assert not re.search(r"(?i)\b(harap|ilegal|gagal)\b", kind.message.indonesian)


def test_parameters_are_stages_with_their_type_or_the_plan() -> None:
    for rule in rules():
        hints = inspect.get_annotations(rule.check, eval_str=True)
        for need in rule.needs:
            assert hints[need].__name__ == ("Plan" if need == "plan" else STAGES[need].__name__)


def test_codes_are_used_once_and_never_come_back() -> None:
    codes = [rule.kind.code for rule in rules()]
    retired = Path(__file__).parent.parent / "docs" / "decisions" / "retired-codes.md"
    assert len(set(codes)) == len(codes)
    assert not set(kinds()) & set(re.findall(r"[A-Z]{3}\d{3}", retired.read_text("utf-8")))


def test_a_rule_lives_in_the_file_of_its_name() -> None:
    for rule in rules():
        module = inspect.getmodule(rule.check)
        assert module is not None
        assert module.__name__.rpartition(".")[2] == rule.kind.name.replace("-", "_")
        assert (module.__doc__ or "").startswith(f"{rule.kind.code}: ")

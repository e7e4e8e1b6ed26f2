"""Provenance of the example plans: every figure, person, date and decree says what it rests on.

The rule: what an item states rests on the item's own `sources` or `basis`; where it has none, on
those of the nearest item around it that has. A line of money, a value of the profile, a baseline,
a realisation, an evaluation and a named person answer for themselves. A realisation that tells why
there is no figure states none; the classes of the achievement scale are the plan's own yardstick,
and `smartplan.yaml` says in its disclaimer what it rests on.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import EXAMPLES

from smartplan.load import load
from smartplan.plan import Plan
from smartplan.stages.base import Item, Sourced, walk
from smartplan.stages.document import Approval, Legal, Preface
from smartplan.stages.monev import AchievementClass, Baseline, Evaluation, Indicator, Realisation
from smartplan.stages.programs import BudgetLine
from smartplan.stages.readiness import Value
from smartplan.stages.roadmap import Ceiling
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Agreement, Decree, Member, Person
from smartplan.stages.theory import LegalBasis

NAMES = ("bangli", "buleleng")
STAGES = (
    "team", "theory", "readiness", "vision", "programs", "roadmap", "monev", "document", "outreach",
)  # fmt: skip
ALONE = (BudgetLine, Ceiling, Value, Baseline, Realisation, Evaluation, Person)
"""These answer for themselves."""
PERSONS = (Person, Member, Approval, Preface)
DECREES = (Decree, Agreement, LegalBasis, Legal)
YARDSTICKS = (AchievementClass,)
SOURCE_ID = re.compile(r"\bS[0-9]{2,3}[a-z]?\b")


@dataclass(frozen=True)
class Fact:
    """Something an item states, with the items around it, the nearest first."""

    item: Item
    field: str
    around: tuple[Item, ...]

    @property
    def is_based(self) -> bool:
        holders = (self.item,) if isinstance(self.item, ALONE) else (self.item, *self.around)
        return any(isinstance(holder, Sourced) and holder.rests_on for holder in holders)

    @property
    def place(self) -> str:
        at = self.item.at()
        return f"{at.file.name}:{at.line}: {self.field}"


def plan_of(folder: Path) -> Plan:
    plan = load(folder).plan
    assert plan is not None
    return plan


def descend(item: Item, around: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Every item with those around it, the nearest first."""
    yield item, around
    for name in type(item).model_fields:
        value = None if name == "mark" else getattr(item, name)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, Item):
                yield from descend(child, (item, *around))


def facts(plan: Plan) -> Iterator[Fact]:
    for stage in STAGES:
        for item, around in descend(getattr(plan, stage)):
            if isinstance(item, YARDSTICKS) or (isinstance(item, Realisation) and item.no_data):
                continue
            for field in stated(item):
                yield Fact(item, field, around)


def stated(item: Item) -> Iterator[str]:
    """The fields of an item that hold a figure, a person, a date or the number of a decree."""
    for name in type(item).model_fields:
        value = None if name == "mark" else getattr(item, name)
        figures = value.values() if isinstance(value, dict) else (value,)
        person = name == "name" and isinstance(item, PERSONS) and value is not None
        decree = name == "number" and isinstance(item, DECREES) and value is not None
        if any(isinstance(one, int | Decimal | Moment) for one in figures) or person or decree:
            yield name


def without_basis(plan: Plan) -> list[str]:
    return [fact.place for fact in facts(plan) if not fact.is_based]


def cited(plan: Plan) -> set[str]:
    items = (item for stage in STAGES for item in walk(getattr(plan, stage)))
    return {id_ for item in items if isinstance(item, Sourced) for id_ in item.sources}


def carried_by_doubt(plan: Plan) -> list[str]:
    """Targets and money that rest on sources of confidence C and on nothing else."""
    weak = {source.id for source in plan.sources.sources if source.confidence == "C"}
    weighty = (
        item
        for stage in STAGES
        for item in walk(getattr(plan, stage))
        if isinstance(item, BudgetLine | Ceiling) or (isinstance(item, Indicator) and item.targets)
    )
    return [
        f"{item.at().file.name}:{item.at().line}"
        for item in weighty
        if item.basis != "proposal" and item.sources and weak.issuperset(item.sources)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_person_date_and_decree_rests_on_something(name: str) -> None:
    plan = plan_of(EXAMPLES / name)

    assert len(list(facts(plan))) > 600
    assert without_basis(plan) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_sourced_names_a_source_and_what_is_derived_says_how(name: str) -> None:
    plan = plan_of(EXAMPLES / name)
    items = [item for stage in STAGES for item in walk(getattr(plan, stage))]
    sourced = [item for item in items if isinstance(item, Sourced)]

    assert [i.at() for i in sourced if i.rests_on == "sourced" and not i.sources] == []
    assert [i.at() for i in sourced if i.basis == "derived" and not i.derivation] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_source_can_be_looked_up(name: str) -> None:
    sources = plan_of(EXAMPLES / name).sources.sources

    assert [s.id for s in sources if not (s.url or s.where)] == []
    assert [s.id for s in sources if not (s.date or s.undated)] == []
    assert [s.id for s in sources if not s.publisher] == []


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_listed_and_cited(name: str) -> None:
    plan = plan_of(EXAMPLES / name)
    listed = {source.id for source in plan.sources.sources}
    mentioned = {
        id_
        for path in (EXAMPLES / name).rglob("*.yaml")
        for id_ in SOURCE_ID.findall(path.read_text("utf-8"))
    }

    assert cited(plan) == listed
    assert mentioned - listed == set()


@pytest.mark.parametrize("name", NAMES)
def test_doubtful_sources_carry_no_target_and_no_money(name: str) -> None:
    assert carried_by_doubt(plan_of(EXAMPLES / name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_preface_says_what_the_example_is(name: str) -> None:
    plan = plan_of(EXAMPLES / name)
    prefaces = [preface.text for preface in plan.document.preface]

    assert prefaces
    for text in (*prefaces, plan.manifest.disclaimer or ""):
        assert "sumber publik" in text
        assert "bukan dokumen resmi" in text
        assert "usulan" in text


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("monev/2025.yaml", "value: 14, sources: [S80, S81]}", "value: 14}"),
        ("readiness.yaml", "value: 2.28, sources: [S94],", "value: 2.28,"),
        ("programs/governance.yaml", "kind: planned\n        sources: [S32]", "kind: planned"),
        ("team.yaml", "name: Teddy Sukardi, office: Tenaga ahli pendamping, sources: [S08]",
         "name: Teddy Sukardi, office: Tenaga ahli pendamping"),
        ("theory.yaml", "    sources: [S41]\n", ""),
    ],
)  # fmt: skip
def test_a_fact_that_rests_on_nothing_is_seen(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    plan = tmp_path / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    text = (plan / file).read_text("utf-8")
    assert text.count(old) == 1
    (plan / file).write_text(text.replace(old, new), encoding="utf-8")

    assert len(without_basis(plan_of(plan))) >= 1


def test_money_from_a_doubtful_source_is_seen(tmp_path: Path) -> None:
    plan = tmp_path / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    path = plan / "programs" / "society.yaml"
    text = path.read_text("utf-8")
    assert text.count("        sources: [S74]\n") == 1
    path.write_text(text.replace("        sources: [S74]\n", "        sources: [S77]\n"), "utf-8")

    assert len(carried_by_doubt(plan_of(plan))) == 1

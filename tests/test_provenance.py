"""Provenance of the example plans: every figure, person, date and decree says what it rests on.

The rule: what an item states rests on the item's own `sources` or `basis`; where it has none, on
those of the nearest item around it that has. A line of money, a value of the profile, a baseline,
a realisation, a report of progress, an evaluation and a named person answer for themselves; what is
said of a series rests on its values. A figure or a person in a sentence is stated as much as one in
a field. What is said to have happened names a source: no proposal can have happened. A realisation
or a baseline that tells why there is no figure states none; the classes of the achievement scale
are the plan's own yardstick, and `smartplan.yaml` says in its disclaimer what it rests on.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeGuard

import pytest
from conftest import EXAMPLES

from smartplan.load import load
from smartplan.plan import Plan
from smartplan.stages.base import Item, Sourced, references, walk
from smartplan.stages.document import Approval, Legal, Preface
from smartplan.stages.monev import AchievementClass, Baseline, Evaluation, Indicator, Realisation
from smartplan.stages.outreach import OutreachActivity
from smartplan.stages.programs import BudgetLine, Progress
from smartplan.stages.readiness import Statistic, Value
from smartplan.stages.roadmap import Ceiling, Milestone
from smartplan.stages.scalars import Moment
from smartplan.stages.team import Agreement, Decree, Meeting, Member, Person, Workshop
from smartplan.stages.theory import LegalBasis

NAMES = ("bangli", "buleleng")
STAGES = (
    "team", "theory", "readiness", "vision", "programs", "roadmap", "monev", "document", "outreach",
)  # fmt: skip
ALONE = (BudgetLine, Ceiling, Value, Baseline, Realisation, Progress, Evaluation, Person)
"""These answer for themselves."""
PERSONS = (Person, Member, Approval, Preface)
DECREES = (Decree, Agreement, LegalBasis, Legal)
YARDSTICKS = (AchievementClass,)
EVENTS = (Progress, Meeting, Agreement, Workshop, OutreachActivity, Milestone)
"""These tell what happened, unless they are still planned."""
UNTOLD = {"id", "name", "unit", "term", "office", "version", "missing", "no_data"}
"""Fields of text that name, classify or say why there is nothing to tell."""
SOURCE_ID = re.compile(r"\bS[0-9]{2,3}[a-z]?\b")
FIGURE = re.compile(r"(?<![A-Za-z0-9-])[0-9]")


@dataclass(frozen=True)
class Fact:
    """Something an item states, with the items around it, the nearest first."""

    item: Item
    field: str
    around: tuple[Item, ...]

    @property
    def is_based(self) -> bool:
        holders = (self.item,) if isinstance(self.item, ALONE) else (self.item, *self.around)
        if isinstance(self.item, Statistic):
            holders = (*holders, *self.item.values)
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
    named = people(plan)
    for stage in STAGES:
        for item, around in descend(getattr(plan, stage)):
            if isinstance(item, YARDSTICKS) or (isinstance(item, Realisation) and item.no_data):
                continue
            for field in (*stated(item), *told(item, named)):
                yield Fact(item, field, around)


def people(plan: Plan) -> frozenset[str]:
    """Everyone the plan names, to know them again in a sentence."""
    items = (item for stage in STAGES for item in walk(getattr(plan, stage)))
    return frozenset(item.name for item in items if isinstance(item, Person | Member) and item.name)


def stated(item: Item) -> Iterator[str]:
    """The fields of an item that hold a figure, a person, a date or the number of a decree."""
    for name in type(item).model_fields:
        value = None if name == "mark" else getattr(item, name)
        figures = value.values() if isinstance(value, dict) else (value,)
        person = name == "name" and isinstance(item, PERSONS) and value is not None
        decree = name == "number" and isinstance(item, DECREES) and value is not None
        if any(isinstance(one, int | Decimal | Moment) for one in figures) or person or decree:
            yield name


def told(item: Item, named: frozenset[str]) -> Iterator[str]:
    """The fields of text of an item that tell a figure, a date or a person."""
    pointing = {reference.field for reference in references(item)}
    for name in type(item).model_fields:
        if name == "mark" or name in pointing or name in UNTOLD:
            continue
        value = getattr(item, name)
        texts = [one for one in (value if isinstance(value, tuple) else (value,)) if is_text(one)]
        if any(FIGURE.search(one) or any(person in one for person in named) for one in texts):
            yield name


def is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def has_happened(item: Item) -> bool:
    if not isinstance(item, EVENTS):
        return False
    return isinstance(item, Meeting | Agreement) or item.state not in ("planned", "late")


def events_without_source(plan: Plan) -> list[str]:
    """What is said to have happened and names no source."""
    items = (item for stage in STAGES for item in walk(getattr(plan, stage)))
    return [
        f"{item.at().file.name}:{item.at().line}"
        for item in items
        if has_happened(item) and isinstance(item, Sourced) and not item.sources
    ]


def programs_without_source(plan: Plan) -> list[str]:
    """Programs that tell figures and name no source: that they belong to the plan is a proposal,
    what is said of them is not."""
    return [
        program.id
        for program in plan.programs.programs
        if FIGURE.search(program.description or "") and not program.sources
    ]


def without_basis(plan: Plan) -> list[str]:
    return [fact.place for fact in facts(plan) if not fact.is_based]


def cited(plan: Plan) -> set[str]:
    items = (item for stage in STAGES for item in walk(getattr(plan, stage)))
    return {id_ for item in items if isinstance(item, Sourced) for id_ in item.sources}


def carried_by_doubt(plan: Plan) -> list[str]:
    """Targets and money of which every source is of confidence C, the baseline's included.

    A proposal is its author's and rests on no source, so no doubtful one carries it.
    """
    weak = {source.id for source in plan.sources.sources if source.confidence == "C"}
    return [
        f"{item.at().file.name}:{item.at().line}"
        for stage in STAGES
        for item in walk(getattr(plan, stage))
        if (support := supports(item)) and weak.issuperset(support)
    ]


def supports(item: Item) -> tuple[str, ...]:
    """The sources on which money or a target rests."""
    if isinstance(item, BudgetLine | Ceiling | Indicator) and item.basis == "proposal":
        return ()
    if isinstance(item, BudgetLine | Ceiling):
        return item.sources
    if isinstance(item, Indicator) and item.targets:
        return (*item.sources, *(item.baseline.sources if item.baseline else ()))
    return ()


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_person_date_and_decree_rests_on_something(name: str) -> None:
    plan = plan_of(EXAMPLES / name)

    assert len(list(facts(plan))) > 800
    assert without_basis(plan) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_happened_names_a_source(name: str) -> None:
    plan = plan_of(EXAMPLES / name)

    assert events_without_source(plan) == []
    assert programs_without_source(plan) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_that_answers_for_itself_is_seen_when_it_rests_on_nothing(name: str) -> None:
    """Each is stripped in turn; what stands around it does not help."""
    alone = [fact for fact in facts(plan_of(EXAMPLES / name)) if isinstance(fact.item, ALONE)]
    bare = {"sources": (), "basis": None}
    stripped = [Fact(fact.item.model_copy(update=bare), fact.field, fact.around) for fact in alone]

    assert {type(fact.item) for fact in alone} >= {BudgetLine, Value, Baseline, Progress, Person}
    assert [fact.place for fact in stripped if fact.is_based] == []


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
    assert [s.id for s in sources if not s.url and s.confidence != "C"] == []
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
        ("programs/living.yaml", "        sources: [S65]\n        note: Alat rusak.", ""),
        ("theory.yaml", "meaning: Dana bagi hasil., sources: [S88]}",
         "meaning: Dana bagi hasil sejak 2022.}"),
        ("theory.yaml", "meaning: Dana bagi hasil., sources: [S88]}",
         "meaning: Menurut I Wayan Diar.}"),
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


@pytest.mark.parametrize(
    ("file", "old", "new", "check"),
    [
        ("team.yaml", "date: 2022-07\n    agencies: [kominfosan]\n",
         "date: 2022-07\n    basis: proposal\n    agencies: [kominfosan]\n", events_without_source),
        ("roadmap.yaml", "    sources: [S83]\n", "    basis: proposal\n", events_without_source),
        ("programs/society.yaml", "    sources: [S73]\n    basis: proposal\n",
         "    basis: proposal\n", programs_without_source),
    ],
)  # fmt: skip
def test_an_event_and_a_told_program_that_only_propose_are_seen(
    tmp_path: Path, file: str, old: str, new: str, check: Callable[[Plan], list[str]]
) -> None:
    plan = tmp_path / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    text = (plan / file).read_text("utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    if file == "team.yaml":
        text = text.replace("    sources: [S29]\n", "")
    (plan / file).write_text(text, encoding="utf-8")

    assert len(check(plan_of(plan))) == 1


def test_a_target_on_doubtful_sources_alone_is_seen(tmp_path: Path) -> None:
    plan = tmp_path / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    path = plan / "monev" / "indicators.yaml"
    text = path.read_text("utf-8")
    own, of_the_baseline = "    sources: [S98, S99]\n", "      sources: [S98]\n"
    assert text.count(own) == text.count(of_the_baseline) == 1

    path.write_text(text.replace(own, "    sources: [S90]\n"), "utf-8")
    assert carried_by_doubt(plan_of(plan)) == []

    text = path.read_text("utf-8").replace(of_the_baseline, "      sources: [S97]\n")
    path.write_text(text, "utf-8")
    assert len(carried_by_doubt(plan_of(plan))) == 1


def test_money_from_a_doubtful_source_is_seen(tmp_path: Path) -> None:
    plan = tmp_path / "bangli"
    shutil.copytree(EXAMPLES / "bangli", plan)
    path = plan / "programs" / "society.yaml"
    text = path.read_text("utf-8")
    assert text.count("        sources: [S74]\n") == 1
    path.write_text(text.replace("        sources: [S74]\n", "        sources: [S77]\n"), "utf-8")

    assert len(carried_by_doubt(plan_of(plan))) == 1

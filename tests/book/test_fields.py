"""What a planner fills in is printed: every field of every model, in a book or on the site."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from pydantic import StringConstraints

from smartplan.book.render import render
from smartplan.bounds import MAX_PLAIN, MAX_PROSE, MAX_TITLE
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.references import index
from smartplan.shipped import templates
from smartplan.stages import STAGES
from smartplan.stages.base import Item, Ref, parts_of
from smartplan.stages.manifest import Manifest
from tests.book.conftest import MINIMAL

SOURCE = Path(__file__).parents[2] / "src" / "smartplan"
Field = tuple[str, str]

NOT_PRINTED: dict[Field, str] = {
    ("Manifest", "smartplan"): "the version of the format is for the program",
    ("Manifest", "rules"): "how the plan is checked is no part of what it says",
    ("Manifest", "assertions"): "as above; `smartplan validate` tells what does not hold",
    ("RuleChoices", "ignore"): "as above",
    ("RuleChoices", "severity"): "as above",
    ("Assertion", "id"): "as above",
    ("Assertion", "name"): "as above",
    ("Assertion", "that"): "as above",
    ("Assertion", "severity"): "as above",
    ("Assertion", "why"): "as above",
}
BY_ANOTHER_WAY: dict[Field, str] = {
    ("Strategy", "takes_up"): "beside the SWOT strategy, by the index of references",
    ("Workshop", "hosts"): "on the page of the agency, by the index of references",
    ("Swot", "weaknesses"): "by the name of the quadrant",
    ("Swot", "opportunities"): "by the name of the quadrant",
    ("Swot", "threats"): "by the name of the quadrant",
}
"""Fields that are read without being named."""
STAYS: dict[Field, str] = {
    ("BookChoice", "template"): "names a folder",
    ("Manifest", "framework"): "names a file; the colophon gives the name of the method",
    ("Region", "name"): "must be a region of the list",
    ("Region", "province"): "must be a province of the list",
    ("ItemScore", "item"): "names an item of the instrument",
}
"""Texts that cannot be any words."""

MORE = {
    "monev": """
indicators:
  - {id: k-lain, name: Lain, level: output, unit: titik, formula: rising,
     baseline: {missing: Belum didata}, measures: [p-public-service], basis: proposal}
realisations:
  - {indicator: k-lain, period: 2024, text: Baik, sources: [S1]}
  - {indicator: k-lain, period: 2025, no_data: Belum dihitung, sources: [S1]}
evaluations:
  - {year: 2024, round: 1, date: 2024-10, published: 2024-12, by: Tim, cohort: Semua,
     sections: {output: 3}, items: [{section: output, item: "1", score: 3}], final: 3, rank: 2,
     improvement: 1.5, sources: [S1]}
""",
    "readiness": """
profile:
  - {id: d-zona, topic: tata kelola, name: Zona, values: [{year: 2024, text: Hijau, sources: [S1]}]}
""",
    "team": """
officials: [{name: Nama, office: Jabatan, since: 2020, until: 2025, sources: [S1]}]
""",
    "sources": """
sources:
  - {id: S2, title: Laman, url: "https://example.org/laman", undated: Tidak bertanggal,
     kind: news, confidence: B}
""",
}
"""What the minimal plan has no example of."""
SCORED = """  - element: people
    score: 3
    scale: {min: 0, max: 5, meaning: Nilai penyusun}
"""
BOOKS = [f"{{template: buku-{number}, title: Buku}}" for number in (1, 2, 3, 4)]


def models(model: type[Item]) -> Iterator[type[Item]]:
    """A model and all that it can hold."""
    yield model
    for field in model.model_fields.values():
        for part in (field.annotation, *parts_of(field.annotation)):
            if isinstance(part, type) and issubclass(part, Item):
                yield from models(part)


def all_models() -> list[type[Item]]:
    found = (one for root in (Manifest, *STAGES.values()) for one in models(root))
    return list(dict.fromkeys(found))


def fields() -> set[Field]:
    return {(m.__name__, name) for m in all_models() for name in m.model_fields if name != "mark"}


def written_by() -> str:
    """All that puts a plan's fields into books and pages."""
    folders = (SOURCE / "figures", SOURCE / "book", templates() / "id", templates() / "html")
    paths = (path for folder in folders for path in sorted(folder.rglob("*")))
    return "\n".join(p.read_text(encoding="utf-8") for p in paths if p.suffix in (".py", ".j2"))


def test_every_field_is_read_by_what_prints() -> None:
    named = set(re.findall(r"(?<=[\w\])])\.([a-z_]+)", written_by()))
    unread = {field for field in fields() if field[1] not in named}
    assert unread - set(NOT_PRINTED) - set(BY_ANOTHER_WAY) == set()


def test_the_exceptions_are_fields_that_are_there() -> None:
    assert {*NOT_PRINTED, *BY_ANOTHER_WAY, *STAYS} <= fields()


# Texts are followed to the page


def texts(model: type[Item]) -> Iterator[str]:
    """The fields that hold words of the planner's own."""
    for name, about in model.model_fields.items():
        parts = (about.annotation, *about.metadata, *parts_of(about.annotation))
        free = any(
            isinstance(part, StringConstraints)
            and part.max_length in (MAX_TITLE, MAX_PLAIN, MAX_PROSE)
            for part in parts
        )
        if free and not any(isinstance(part, Ref) for part in parts):
            yield name


class Tagged:
    """A plan each of whose texts is a word that stands nowhere else."""

    def __init__(self, plan: Plan, *, full: bool) -> None:
        self.fields: dict[str, Field] = {}
        self._full = full
        """Whether texts that may be left out are given too."""
        self._count = count(1)
        roots = {stage: self._item(getattr(plan, stage)) for stage in STAGES}
        manifest = self._item(plan.manifest)
        known = index([plan.framework, *roots.values()])
        self.plan = replace(plan, manifest=manifest, index=known, **roots)

    def _item(self, item: Item) -> Item:
        free = set(texts(type(item)))
        changed: dict[str, object] = {}
        for name in type(item).model_fields:
            value = getattr(item, name)
            field = (type(item).__name__, name)
            if isinstance(value, Item) and name != "mark":
                changed[name] = self._item(value)
            elif isinstance(value, tuple) and any(isinstance(one, Item) for one in value):
                changed[name] = tuple(self._item(one) for one in value)
            elif name in free and field not in STAYS:
                changed[name] = self._text(value, field)
        return item.model_copy(update=changed)

    def _text(self, value: object, field: Field) -> object:
        if isinstance(value, tuple):
            number = len(value) or self._full
            return tuple(self._word(field) for _ in range(number))
        return self._word(field) if value is not None or self._full else None

    def _word(self, field: Field) -> str:
        word = f"kata{next(self._count)}uji"
        self.fields[word] = field
        return word


def printed(tagged: Tagged) -> set[Field]:
    files = render(tagged.plan, ["markdown", "html"])
    pages = (files[path].decode() for path in files if path.endswith((".md", ".html")))
    found = {word for page in pages for word in re.findall(r"kata\d+uji", page)}
    return {tagged.fields[word] for word in found}


def rich(folder: Path, more: Iterable[tuple[str, str]]) -> Plan:
    """The minimal plan with more of what a plan may hold."""
    shutil.copytree(MINIMAL, folder)
    for stage, text in more:
        (folder / stage).mkdir()
        (folder / f"{stage}.yaml").rename(folder / stage / "satu.yaml")
        (folder / stage / "dua.yaml").write_text(text, encoding="utf-8")
    elements = folder / "readiness" / "satu.yaml"
    scored = elements.read_text("utf-8").replace("  - element: people\n", SCORED, 1)
    elements.write_text(scored, encoding="utf-8")
    with (folder / "smartplan.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(f"books: [{', '.join(BOOKS)}]\n")
    loaded = load(folder)
    assert loaded.diagnostics == []
    assert loaded.plan is not None
    return loaded.plan


def test_every_text_of_a_plan_reaches_a_page(tmp_path: Path) -> None:
    plan = rich(tmp_path / "plan", MORE.items())
    wanted = {(m.__name__, name) for m in all_models() for name in texts(m)}
    found = {field for full in (False, True) for field in printed(Tagged(plan, full=full))}
    assert wanted - found - set(NOT_PRINTED) - set(STAYS) == set()

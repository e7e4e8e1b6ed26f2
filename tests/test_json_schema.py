"""What an editor is told about the format agrees with what smartplan accepts."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml
from conftest import EXAMPLES, MINIMAL, overlay

from smartplan.json_schema import FILES, bundle, json_schema
from smartplan.load import framework, frameworks, load
from smartplan.stages import STAGES

EDITION = "kominfo-2021"


class Loader(yaml.CSafeLoader):
    """YAML as an editor reads it: numbers are numbers, dates are text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def read(text: str) -> Any:
    return keyed(yaml.load(text, Loader))  # noqa: S506 - a safe loader of our own


def keyed(value: Any) -> Any:
    """JSON's keys are texts."""
    if isinstance(value, dict):
        return {str(key): keyed(inner) for key, inner in value.items()}
    return [keyed(inner) for inner in value] if isinstance(value, list) else value


def errors(stage: str, text: str, edition: str = EDITION) -> list[str]:
    """Where a text breaks the schema of its stage, as paths and keywords."""
    validator = jsonschema.Draft7Validator(json_schema(stage, framework(edition)))
    return sorted(
        f"{'/'.join(map(str, error.absolute_path))}: {error.validator}"
        for error in validator.iter_errors(read(text))
    )


def plan_files() -> Iterator[Any]:
    for plan in (MINIMAL, EXAMPLES / "buleleng", EXAMPLES / "bangli"):
        for path in sorted(plan.rglob("*.yaml")):
            name = path.relative_to(plan)
            stage = name.stem if len(name.parts) == 1 else name.parts[0]
            yield pytest.param(stage, path, id=f"{plan.name}/{name.as_posix()}")


@pytest.mark.parametrize(("stage", "path"), [*plan_files()])
def test_a_file_that_smartplan_accepts_fits(stage: str, path: Path) -> None:
    assert errors(stage, path.read_text("utf-8")) == []


@pytest.mark.parametrize("edition", frameworks())
@pytest.mark.parametrize("stage", FILES)
def test_every_schema_is_one(stage: str, edition: str) -> None:
    jsonschema.Draft7Validator.check_schema(json_schema(stage, framework(edition)))


def test_the_bundle_holds_every_schema_under_its_own_name() -> None:
    document = bundle(framework(EDITION))
    jsonschema.Draft7Validator.check_schema(document)
    good = read((MINIMAL / "monev.yaml").read_text("utf-8"))
    validator = jsonschema.Draft7Validator({**document, "$ref": "monev.json"})

    assert list(document["definitions"]) == [f"{name}.json" for name in FILES]
    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors({"indicators": [{}]})) != []


TARGETS = (
    "indicators:\n  - {{id: a, name: A, level: output, unit: b, formula: rising, targets: {}}}\n"
)
BROKEN = [
    ("theory", "terms:\n  - {term: SPBE, meaning: Sistem}\n", []),
    ("theory", "istilah: []\n", [": additionalProperties"]),
    ("theory", "terms:\n  - {term: A, mening: x, meaning: y}\n", ["terms/0: additionalProperties"]),
    ("theory", "terms:\n  - {term: SPBE}\n", ["terms/0: required"]),
    ("theory", "terms:\n  term: SPBE\n", ["terms: type"]),
    ("theory", "terms: SPBE\n", ["terms: type"]),
    ("theory", "terms: [SPBE]\n", ["terms/0: type"]),
    ("theory", "- terms\n", [": type"]),
    ("theory", "principles:\n  - {id: a, name: [A], text: b}\n", ["principles/0/name: type"]),
    ("theory", "principles:\n  - {id: A b, name: A, text: b}\n", ["principles/0/id: pattern"]),
    (
        "theory",
        "legal_basis:\n  - {id: a, kind: peraturan, number: 5, year: 2022, title: A}\n",
        ["legal_basis/0/kind: enum"],
    ),
    ("roadmap", "ceilings:\n  - {year: 20255, amount: 1}\n", ["ceilings/0/year: maximum"]),
    ("roadmap", "ceilings:\n  - {year: 2025, amount: Rp 1 juta}\n", ["ceilings/0/amount: pattern"]),
    ("roadmap", "ceilings:\n  - {year: 2025, amount: 1_500_000}\n", []),
    ("roadmap", "ceilings:\n  - {year: 2025, amount: 1, fund: apbd2}\n", ["ceilings/0/fund: enum"]),
    ("readiness", "swot:\n  - {dimension: Smart People}\n", ["swot/0/dimension: enum"]),
    ("outreach", "activities:\n  - {id: a, date: 5 Juli 2023, kind: literacy, title: A}\n",
     ["activities/0/date: pattern"]),
    ("outreach", "activities:\n  - {id: a, date: 2023, kind: literacy, title: 100}\n", []),
    ("team", "workshops:\n  - {id: a, stage: 1, title: A, start: 2023-07}\n", []),
    ("team", "workshops:\n  - {id: a, stage: 5, title: A, start: 2023-07}\n",
     ["workshops/0/stage: enum"]),
    ("monev", "scale:\n  - {from: tinggi, label: Tinggi}\n", ["scale/0/from: pattern"]),
    ("monev", TARGETS.format("{2025: 5, 2026: 6.5}"), []),
    ("monev", TARGETS.format("{tahun: 5}"), ["indicators/0/targets: additionalProperties"]),
    ("document", "legal:\n  - {kind: perbup}\n", ["legal: type"]),
    ("document", "legal: {kind: perbup, number: 1, year: 2023}\n", ["legal: required"]),
    ("smartplan", "smartplan: 1\n", [": required"] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "text", "expected"), BROKEN)
def test_gross_mistakes_are_refused_where_they_stand(
    stage: str, text: str, expected: list[str]
) -> None:
    assert errors(stage, text) == expected


@pytest.mark.parametrize(("stage", "text", "expected"), BROKEN)
def test_smartplan_and_the_schema_agree_on_them(
    stage: str, text: str, expected: list[str], minimal_plan: Path
) -> None:
    overlay(minimal_plan, {f"{stage}.yaml": text})

    families = {d.kind.code[:3] for d in load(minimal_plan).diagnostics}

    assert bool(families & {"SCH", "YML"}) == bool(expected)


def test_the_edition_decides_on_dimensions() -> None:
    text = "swot:\n  - {dimension: branding}\n"

    assert errors("readiness", text) == []
    assert errors("readiness", text, "kota-cerdas-2026-draft") == ["swot/0/dimension: enum"]


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


@pytest.mark.parametrize("stage", FILES)
def test_editors_get_words_and_nothing_of_ours(stage: str) -> None:
    schema = json_schema(stage, framework(EDITION))

    assert "\\u0000" not in json.dumps(schema)
    for node in nodes(schema):
        if "properties" in node:
            assert node["additionalProperties"] is False
            for key, part in node["properties"].items():
                assert part.get("description"), key
        if "enum" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"])
        assert node.get("default") not in ([], {})


def test_every_closed_list_of_the_stages_has_labels() -> None:
    for stage in STAGES:
        for node in nodes(json_schema(stage, framework(EDITION))):
            for value, words in zip(
                node.get("enum", ()), node.get("enumDescriptions", ()), strict=True
            ):
                assert words, value


def test_check_jsonschema_reads_it(tmp_path: Path) -> None:
    """The checker that repositories run in CI has its own YAML reader."""
    schema = tmp_path / "programs.json"
    schema.write_text(json.dumps(json_schema("programs", framework(EDITION))), encoding="utf-8")
    wrong = tmp_path / "programs.yaml"
    wrong.write_text("programs:\n  - {id: a, name: A, dimension: Smart City}\n", encoding="utf-8")

    codes = [
        subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(path)],
            capture_output=True,
            check=False,
            timeout=60,
        ).returncode
        for path in (MINIMAL / "programs.yaml", wrong)
    ]

    assert codes == [0, 1]

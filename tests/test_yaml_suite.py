"""The documents of yaml-test-suite as a plan's manifest and as a stage: all told, none a crash."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import HERE, SMALL_MANIFEST
from told import Told, told

SUITE = HERE / "data" / "yaml-test-suite" / "documents.jsonl"
DOCUMENTS = [json.loads(line) for line in SUITE.read_text("utf-8").splitlines()]
SAY_NOTHING = {"8G76", "98YD", "AVM7"}
"""Documents without content: a stage that has not begun is no error."""


def told_of(document: dict[str, Any], name: str, folder: Path) -> Told:
    """What is said when a file of a small plan holds a document's text."""
    (folder / "smartplan.yaml").write_text(SMALL_MANIFEST, encoding="utf-8")
    (folder / name).write_bytes(document["yaml"].encode("utf-8"))
    return told(folder)


def test_the_suite_is_whole() -> None:
    assert len({document["id"] for document in DOCUMENTS}) == 402
    assert sum(document["invalid"] for document in DOCUMENTS) == 94


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["id"])
def test_a_document_is_told_as_a_stage(document: dict[str, Any], tmp_path: Path) -> None:
    said = told_of(document, "programs.yaml", tmp_path)
    assert said.of("programs.yaml")
    assert said.code == (0 if document["id"] in SAY_NOTHING else 1)
    assert not (said.code == 0 and document["invalid"])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["id"])
def test_a_document_is_no_manifest(document: dict[str, Any], tmp_path: Path) -> None:
    said = told_of(document, "smartplan.yaml", tmp_path)
    assert said.code == 1
    assert said.of("smartplan.yaml")

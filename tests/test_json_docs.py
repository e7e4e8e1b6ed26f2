"""`docs/json.md` and what commands write: the same keys, none more and none less."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import called
from conftest import EXAMPLES

TEXT = (Path(__file__).parent.parent / "docs" / "json.md").read_text("utf-8")
BULELENG, BANGLI = str(EXAMPLES / "buleleng"), str(EXAMPLES / "bangli")

CALLS: dict[str, list[tuple[str, ...]]] = {
    "trace ID": [
        ("trace", BULELENG, "program:e-ticketing"),
        ("trace", BANGLI, "program:igd-rsu"),
    ],
    "trace --matrix": [("trace", BULELENG, "--matrix"), ("trace", BANGLI, "--matrix")],
    "impact ID": [("impact", BULELENG, "agency:kominfosanti")],
    "diff": [("diff", BULELENG, BANGLI), ("diff", BANGLI, BULELENG)],
    "status": [("status", BULELENG), ("status", BANGLI)],
    "score": [("score", BULELENG), ("score", BANGLI)],
    "progress": [("progress", "{git}", "--git")],
    "explain": [("explain",), ("explain", "PRG001")],
    "explain assertions": [("explain", "assertions")],
}


def documented(command: str) -> set[str]:
    """The keys in the table below the heading of a command."""
    (section,) = re.findall(
        rf"^### `{command}`[^\n]*\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL
    )
    keys = re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
    assert len(set(keys)) == len(keys)
    return set(keys)


def written(value: object, table: set[str], at: str = "") -> Iterator[str]:
    """Every key of a document by its path; `*` where the table says that keys are free."""
    if isinstance(value, dict):
        free = any(key.startswith(f"{at}.*") for key in table)
        for key, inner in value.items():
            path = f"{at}.{'*' if free else key}" if at else key
            yield path
            yield from written(inner, table, path)
    elif isinstance(value, list):
        for inner in value:
            yield from written(inner, table, f"{at}[]")


@pytest.fixture(scope="module")
def in_git(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example in a repository of its own."""
    plan = tmp_path_factory.mktemp("repo") / "rencana"
    shutil.copytree(EXAMPLES / "buleleng", plan)
    for words in (
        ("init", "--quiet"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@b.test", "commit", "--quiet", "-m", "Rencana"),
    ):
        subprocess.run(["git", *words], cwd=plan, check=True, timeout=60)
    return plan


@pytest.mark.parametrize("command", CALLS)
def test_a_command_writes_the_documented_keys(
    command: str, in_git: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table = documented(command)
    found: set[str] = set()
    for words in CALLS[command]:
        call = [word.format(git=in_git) for word in words]
        out, _ = called(capfd, *call, "--output-format", "json")
        document = json.loads(out)
        assert document["version"] == 1
        found.update(written(document, table))
    assert found == table


def test_every_command_with_json_is_documented() -> None:
    headings = set(re.findall(r"^### `([^`]+)`", TEXT, re.MULTILINE))
    assert headings == set(CALLS)

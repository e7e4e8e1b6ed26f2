"""Facts about the source tree that are easy to lose."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "src").rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager"}


def test_no_module_is_a_drawer() -> None:
    assert not {path.stem for path in MODULES} & DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_says_in_one_line_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith('"""')
    assert text.split("\n", 1)[0].count('"""') <= 2


def test_the_table_of_the_architecture_has_the_floors_of_the_contract() -> None:
    """Each floor in one row, the rows in the order in which imports go down."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [floors] = [one["layers"] for one in contract["tool"]["importlinter"]["contracts"]]
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("| floor |")[2]
    rows = re.findall(r"^\| (`.*?`) \|", table.partition("\n\n")[0], re.MULTILINE)
    row_of = {name: row for row, names in enumerate(rows) for name in re.findall(r"\w+", names)}
    told = [sorted(name.strip() for name in floor.split("|")) for floor in floors]
    assert sorted(row_of) == sorted(name for floor in told for name in floor)
    places = [row_of[name] for floor in told for name in floor]
    assert places == sorted(places)
    assert all(len({row_of[name] for name in floor}) == 1 for floor in told)


def test_only_the_program_catches_everything() -> None:
    broad = [path.name for path in MODULES if "except Exception" in path.read_text("utf-8")]
    assert broad == ["program.py"]


@pytest.mark.parametrize(
    "pattern",
    [
        r"yaml\.(safe_load|load|full_load|compose)\(",
        r"from_string\(",
        r"datetime\.now\(|date\.today\(",
        r"shell=True",
        r"(?<![.\w])print\(",
    ],
)
def test_nothing_dangerous_is_called(pattern: str) -> None:
    assert not [path.name for path in MODULES if re.search(pattern, path.read_text("utf-8"))]


def test_no_template_switches_escaping_off() -> None:
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert templates
    assert not [p for p in templates if re.search(r"\|\s*safe\b", p.read_text("utf-8"))]


def test_text_files_are_opened_with_an_encoding() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in ("read_text", "write_text"):
                said = [*node.args, *(k for k in node.keywords if k.arg == "encoding")]
                assert said, f"{path.name}:{node.lineno}"

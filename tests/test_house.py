"""Facts about the source tree that are easy to lose."""

import ast
import re
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

"""What `smartplan validate` tells of a folder, asked in this process, and whether it can be so."""

import gc
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smartplan.cli.program import run
from smartplan.diagnostics import Severity
from smartplan.language import Language

Place = tuple[str, int, str]


@dataclass(frozen=True)
class Told:
    """How the command ended and what it said; files are named as in the plan's folder."""

    code: int
    output: str
    language: Language
    findings: tuple[dict[str, Any], ...]

    @property
    def places(self) -> list[Place]:
        """(file, line, code) of each finding."""
        return [(one["file"], one["line"], one["code"]) for one in self.findings]

    def of(self, file: str) -> list[tuple[int, str]]:
        """(line, code) of each finding in a file."""
        return [(one["line"], one["code"]) for one in self.findings if one["file"] == file]


def command(*words: str) -> tuple[int, str]:
    """A command line's exit code and what it prints; a fault of the program is raised here."""
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(errors):
        code = run(["--debug", *words])
    gc.enable()  # a process of its own would have ended
    out.flush()
    return code, out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def told(plan: Path) -> Told:
    """What `validate` has to say of a plan, and that it can be so."""
    code, output = command("validate", str(plan), "--no-cache", "--output-format", "json")
    report = json.loads(output)
    found = report["findings"]
    for one in found:
        for place in (one, *one["related"]):
            place["file"] = Path(place["file"]).relative_to(plan).as_posix()
            _is_in(place, plan)
        _can_be_read(one)
    assert code == (1 if "error" in {one["severity"] for one in found} else 0)
    return Told(code, output, Language(report["language"]), tuple(found))


def _can_be_read(finding: dict[str, Any]) -> None:
    assert finding["severity"] in set(Severity)
    assert finding["message"].isprintable()
    assert finding["message"]
    assert finding["hint"].isprintable()
    assert finding["hint"]


def _is_in(place: dict[str, Any], plan: Path) -> None:
    """Whether a place is in a file of the plan: in a line that it has, at most just after it."""
    lines = _lines(plan / place["file"])
    start, end = (place["line"], place["column"]), (place["end_line"], place["end_column"])
    assert (1, 1) <= start <= end, place
    for line, column in (start, end):
        assert line <= len(lines), place
        assert column <= len(lines[line - 1]) + 2, place  # a mark may stand just after the text


def _lines(path: Path) -> list[str]:
    """The lines as an editor counts them; one for what has none, such as a missing file."""
    if not path.is_file():
        return [""]
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

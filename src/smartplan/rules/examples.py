"""A kind's Wrong and Right examples, read from its text: shown by `explain`, run by the tests."""

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import Literal

from smartplan.diagnostics import Kind

Verdict = Literal["Wrong", "Right"]


@dataclass(frozen=True, slots=True)
class Example:
    """Files of a plan that show a finding, or its absence."""

    verdict: Verdict
    files: dict[str, str]
    """Text by path; each starts with a comment that names it. Marked lines end in `# CODE`."""


_SECTION = re.compile(r"^(Wrong|Right):\n\n(.*?)(?=^(?:Wrong|Right):|\Z)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# ([a-z0-9/-]+\.yaml)\n", re.MULTILINE)


def examples(kind: Kind) -> list[Example]:
    """The examples of a kind in the order they stand."""
    text = dedent(kind.examples)
    return [
        Example(_verdict(match[1]), _files(dedent(match[2]).strip("\n") + "\n"))
        for match in _SECTION.finditer(text)
    ]


def _verdict(word: str) -> Verdict:
    return "Wrong" if word == "Wrong" else "Right"


def _files(text: str) -> dict[str, str]:
    starts = [*_FILE.finditer(text)]
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return {match[1]: text[match.start() : end] for match, end in zip(starts, ends, strict=True)}


def unmarked(example: Example, kind: Kind) -> str:
    """An example as a reader should see it, marks turned into arrows."""
    text = "\n".join(file.rstrip("\n") for file in example.files.values())
    return re.sub(rf"\s*# {kind.code}$", f"  # ← {kind.code}", text, flags=re.MULTILINE)

"""Random cuts and inserts in a good plan: whatever comes of it is told, and told the same twice."""

import gc
import json
import shutil
import tempfile
from pathlib import Path

from conftest import MINIMAL
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import load
from smartplan.reports import report

TOKENS = [
    "\t", "'", '"', "&a ", "*a", "\u2028", "\ufeff", "%YAML 1.1\n", "!!python/name:x ", "!x ",
    "\0", ": ", "- ", "{", "[", "}", "]", ",", "|\n", ">-\n", "#", " #x", "\n", "\n---\n",
    "\n...\n", "? ", "~", "<<: ", "\r", "\x1b[2J", "\u202e", "\u00a0", "：", "“", "##[error]",
    "::error::", "\n<<<<<<< HEAD\n", "\\", "@", "`", "\ud800", "Rp 1,5 miliar", "1.500.000",
    "5.000", "2,5", "5 Juli 2023", "05/07/2023", "2023-02-30", "１２", "9" * 400, "x" * 3000,
    "{0.__class__}", "{kind}", "id: kominfo", "\n  ", "    ", "no", "é", "🙂", "null", "true",
]  # fmt: skip
FILES = sorted(path.name for path in MINIMAL.glob("*.yaml"))
TEXTS = {name: (MINIMAL / name).read_text("utf-8") for name in FILES}

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.floats(0, 1, exclude_max=True),
        st.one_of(st.sampled_from(TOKENS), st.integers(1, 400)),
    ),
    min_size=1,
    max_size=6,
)


def changed(changes: list[tuple[str, float, str | int]]) -> dict[str, bytes]:
    """The plan's files after the changes: a text is inserted, a number is cut out."""
    texts = dict(TEXTS)
    for name, where, change in changes:
        text = texts[name]
        at = int(len(text) * where)
        if isinstance(change, int):
            texts[name] = text[:at] + text[at + change :]
        else:
            texts[name] = text[:at] + change + text[at:]
    return {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}


def told(plan: Path) -> list[Diagnostic]:
    gc.disable()  # as the command line does; it halves the time
    try:
        return load(plan).diagnostics
    finally:
        gc.enable()


@settings(
    max_examples=300,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
@given(CHANGES)
@example([("team.yaml", 0.0, "\ufeff"), ("theory.yaml", 0.0, "\0\0")])
@example([("smartplan.yaml", 0.9, "framework: x"), ("sources.yaml", 0.1, 400)])
def test_any_plan_is_told_without_a_crash_and_twice_the_same(
    changes: list[tuple[str, float, str | int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        shutil.copytree(MINIMAL, plan)
        for name, raw in changed(changes).items():
            if raw != TEXTS[name].encode():
                (plan / name).write_bytes(raw)
        found = told(plan)
        for diagnostic in found:
            _stands_in_the_plan(diagnostic, plan)
        assert _reports(told(plan)) == _reports(found)


def _stands_in_the_plan(diagnostic: Diagnostic, plan: Path) -> None:
    for location in (diagnostic.location, *(related.location for related in diagnostic.related)):
        assert (plan / location.file.name).is_file()
        raw = (plan / location.file.name).read_bytes()
        lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= location.line <= lines
        assert location.column >= 1
        assert (location.line, location.column) <= (location.end_line, location.end_column)
    for language in Language:
        assert diagnostic.message(language).isprintable()
        assert diagnostic.hint(language).isprintable()
        assert diagnostic.message(language)
        assert diagnostic.hint(language)


def _reports(found: list[Diagnostic]) -> list[str]:
    """What the reports say, each of it harmless."""
    texts = [report(name)(found, language) for name in ("full", "concise") for language in Language]
    for text in texts:
        for line in text.split("\n"):
            assert line.isprintable()
            assert "##[" not in line
            assert not line.lstrip().startswith("::")
    encoded = report("json")(found, Language.INDONESIAN)
    assert len(json.loads(encoded)["findings"]) == len(found)
    assert "##[" not in encoded
    return [*texts, encoded]

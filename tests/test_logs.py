"""No text of a plan acts in a log of CI or in a terminal, whatever command prints it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from commands import called
from conftest import MINIMAL
from readers import commands

from smartplan.escapes import as_written, json_text, quiet

EVIL = "::error title=x::jebakan ##[warning]dua %0A::notice::tiga"
ACTIVE = ("error", "warning", "notice", "add-mask", "stop-commands", "group")

_TEXTS = (
    "name|title|text|summary|statement|explanation|description|finding|gap|topic|focus|meaning|"
    "term|obliges|evidence|office|venue|about|what|data_source|method|disclaimer|mitigation|"
    "leverage|beneficiaries|before|after|continuity|output|location|note|legal|vision|where|unit|"
    "abbreviation"
)
_VALUE = re.compile(
    rf'(^\s*(?:- )?|[{{,]\s*)({_TEXTS}): ("[^"\n]*"|(?![>|&\[{{])[^,}}\n\[]+)(?=[,}}\n])',
    re.MULTILINE,
)


@pytest.fixture
def evil_plan(tmp_path: Path) -> Path:
    """The minimal plan with a command to the log in the place of every text."""
    plan = tmp_path / "plan"
    shutil.copytree(MINIMAL, plan)
    for path in plan.glob("*.yaml"):
        text = path.read_text("utf-8")
        region = text.partition("\nregion:")[2].partition("\n")[0]
        evil = _VALUE.sub(rf'\1\2: "{EVIL}"', text)
        if region:
            evil = re.sub(r"\nregion:.*", f"\nregion:{region}", evil)
        path.write_text(evil, encoding="utf-8")
    return plan


Told = Callable[..., tuple[str, str]]


@pytest.fixture
def told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """What a command prints, on stdout and on stderr."""
    monkeypatch.setenv("SMARTPLAN_NO_CACHE", "1")
    return partial(called, capfd)


FORMATS = {
    "validate": "full concise grouped json json-lines gitlab sarif junit rdjson markdown",
    "status": "text json markdown",
    "score": "text json markdown",
    "progress": "text json csv markdown",
}
CALLS = [
    (command, "{plan}", "--output-format", form)
    for command, forms in FORMATS.items()
    for form in forms.split()
]
CALLS += [
    ("trace", "{plan}", "p-tourism", "--output-format", form)
    for form in ("text", "json", "mermaid", "dot")
]
CALLS += [("trace", "{plan}", "--matrix", "--output-format", form) for form in ("csv", "markdown")]
CALLS += [("impact", "{plan}", "p-tourism", "--output-format", form) for form in ("text", "json")]
CALLS += [
    ("diff", "{plan}", "{other}", "--output-format", form)
    for form in ("text", "json", "markdown", "matrix")
]
CALLS += [("sheet", "{plan}", "--agency", "kominfo")]


@pytest.mark.parametrize("words", CALLS, ids=lambda words: f"{words[0]}-{words[-1]}")
def test_a_plan_gives_the_log_no_command(
    words: tuple[str, ...], evil_plan: Path, told: Told
) -> None:
    other = evil_plan.parent / "lain"
    shutil.copytree(evil_plan, other)
    programs = other / "programs.yaml"
    programs.write_text(programs.read_text("utf-8").replace("jebakan", "lubang", 9), "utf-8")

    out, err = told(*(word.format(plan=evil_plan, other=other) for word in words))

    assert "error" in out
    assert commands(out, ACTIVE) == commands(err, ACTIVE) == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (" ::error::x\n", " :\\x3aerror::x\n"),
        ("\t\u00a0::add-mask::x\r\n", "\t\u00a0:\\x3aadd-mask::x\r\n"),
        ("\ufeff::error::x\n", "\ufeff:\\x3aerror::x\n"),
        ("+##[error]x\n", "+##\\x5berror]x\n"),
        (" a\x1b[31mb\n", " a\\x1b[31mb\n"),
        (" a\r::error::x\n", " a\\x0d::error::x\n"),
        ("\u200b::error::x\n", "\\u200b::error::x\n"),
        (" a\x85b\u2028c\u202ed\n", " a\\x85b\\u2028c\\u202ed\n"),
    ],
)
def test_what_would_act_in_a_line_is_spelled(line: str, shown: str) -> None:
    assert as_written(line) == shown
    assert commands(shown, ACTIVE) == []


@pytest.mark.parametrize(
    "line",
    [
        "+::error::x\n",  # the runner looks at the start of a line, and that is the plus
        "-text: a :: b\r\n",
        " name: Café – ☕ 葉\u00a0\u3000\n",
        "\ufeff# berkas dari Windows\n",
        "@@ -1,3 +1,4 @@\n",
        " ## [tautan]\n",
    ],
)
def test_what_does_nothing_stays_byte_for_byte(line: str) -> None:
    assert as_written(line) == line
    assert commands(line, ACTIVE) == []


def test_a_quiet_text_has_no_command_on_any_line() -> None:
    text = "satu\n  ::error::a\n\n\n::group::b\rc\r::notice::d ##[group]e\n"
    assert commands(quiet(text), (*ACTIVE,)) == []
    assert quiet("a :: b\n:c\n# #[d\n") == "a :: b\n:c\n# #[d\n"


def test_json_says_the_same_data() -> None:
    assert json_text({"a": "##[x]\u202e\x85"}, indent=None) == (
        '{"a": "##\\u005bx]\\u202e\\u0085"}\n'
    )


CLUMSY = """activities:
  - id: temu
    date: 5 Juli 2024
    kind: socialisation
    title: |
      ::error::x
      ::add-mask::y
      ##[error]z
      Temu warga
    reach: 20
    sources: [S1]
"""


def test_a_diff_around_commands_gives_none(minimal_plan: Path, told: Told) -> None:
    (minimal_plan / "outreach.yaml").write_text(CLUMSY, encoding="utf-8")

    out, err = told("validate", str(minimal_plan), "--diff", "--lang", "en")

    assert "+    date: 2024-07-05\n" in out
    assert commands(out, ACTIVE) == commands(err, ACTIVE) == []
    assert " " * 7 + ":\\x3aerror::x\n" in out
    assert err.startswith("1 lines hold control characters")


def test_a_diff_shows_no_control_character_as_itself(minimal_plan: Path, told: Told) -> None:
    """A lone CR ends a line for smartplan and for the runner, but not for git."""
    title = "Temu\r      ::error::x\r      \u202ewarga"
    text = CLUMSY.replace(
        "::error::x\n      ::add-mask::y\n      ##[error]z\n      Temu warga", title
    )
    (minimal_plan / "outreach.yaml").write_bytes(text.encode())

    out, _ = told("validate", str(minimal_plan), "--diff")

    assert "+    date: 2024-07-05\n" in out
    assert "       Temu\\x0d      ::error::x\\x0d      \\u202ewarga\n" in out
    assert not {"\r", "\u202e"} & set(out)
    assert commands(out, ACTIVE) == []


def test_where_nothing_is_spelled_git_applies_the_diff(minimal_plan: Path, told: Told) -> None:
    path = minimal_plan / "outreach.yaml"
    path.write_text(CLUMSY.replace("::", ":").replace("##[", "## ["), encoding="utf-8")

    out, err = told("validate", str(minimal_plan), "--diff", "--quiet")

    assert err == ""
    name = re.search(r"^--- a/(.*)$", out, re.MULTILINE)
    assert name is not None
    patch = out.replace(f"a/{name[1]}", "a/outreach.yaml").replace(
        f"b/{name[1]}", "b/outreach.yaml"
    )
    subprocess.run(["git", "apply", "-"], input=patch, text=True, cwd=minimal_plan, check=True)
    assert "date: 2024-07-05\n" in path.read_text("utf-8")

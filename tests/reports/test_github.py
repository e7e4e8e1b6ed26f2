"""GitHub annotations, read back after the runner's own rules."""

import pytest
from readers import commands
from sample_findings import DIAGNOSTICS, HARM, NO_INDICATOR

from smartplan.diagnostics import File, Location, Severity
from smartplan.language import Language
from smartplan.reports.github import SHOWN, escape_data, escape_property, github

ID, EN = Language.INDONESIAN, Language.ENGLISH
HOSTILE = [
    "100 %",
    "%25",
    "%0A%0D%3A%2C",
    "a\rb\nc\r\nd",
    "\n::error::tipu",
    "a: b, c=d",
    "::stop-commands::x",
    "a::b",
    ",title=lain",
    "=awal dan akhir=",
    "%%0A%",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_runner_reads_what_was_meant(text: str) -> None:
    line = f"::error file={escape_property('a' + text)},line=1::{escape_data(text)}"
    (command,) = commands(line)
    assert command.data == text
    assert command.properties == {"file": f"a{text}", "line": "1"}


def test_an_older_command_is_broken_up_everywhere() -> None:
    for escape in (escape_data, escape_property):
        assert "##[" not in escape("a ##[error]b ##[##[")
    assert commands(escape_data("a ##[error]b"), ("error",)) == []


def _finding(severity: Severity, line: int):
    file = File(f"rencana/{HARM}.yaml", "")
    finding = NO_INDICATOR.at(Location(file, line, 1, line, 2), program=f"p{line}")
    return type(finding)(
        finding.kind, severity, finding.location, finding.values, (), finding.advice
    )


def test_of_500_findings_ten_of_each_severity_are_shown_and_the_rest_counted() -> None:
    severities = [Severity.ERROR] * 480 + [Severity.WARNING] * 15 + [Severity.NOTE] * 5
    found = [_finding(severity, line) for line, severity in enumerate(severities, 1)]
    text = github(found, EN)
    shown = commands(text)
    lines = [int(command.properties["line"]) for command in shown]
    assert lines == [*range(1, 11), *range(481, 491), *range(496, 501)]
    assert [c.name for c in shown] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 5
    assert len(text.splitlines()) == len(shown) + 1
    assert text.splitlines()[-1].startswith(f"and {500 - len(shown)} more findings: ")


def test_ten_findings_need_no_count() -> None:
    found = [_finding(Severity.ERROR, line) for line in range(1, SHOWN + 1)]
    assert len(github(found, ID).splitlines()) == SHOWN


def test_an_annotation_has_title_hint_and_related_places() -> None:
    (command,) = [c for c in commands(github(DIAGNOSTICS, ID)) if "e-retribusi" in c.data]
    assert command.properties == {
        "file": "rencana/programs.yaml",
        "line": "2",
        "endLine": "2",
        "col": "9",
        "endColumn": "20",
        "title": "PRG903 program-without-indicator",
    }
    assert command.data.split("\n") == [
        "program `e-retribusi` belum memiliki indikator",
        "saran: tambahkan sedikitnya satu butir di `indicators`",
        "rencana/team.yaml:2:9: penanggung jawab di sini",
        "rencana/programs.yaml:4:18: yang menunggu",
    ]


def test_columns_are_left_out_where_the_runner_would_drop_them() -> None:
    (command,) = [
        c
        for c in commands(github(DIAGNOSTICS, ID))
        if c.properties["line"] != c.properties["endLine"]
    ]
    assert command.properties.keys() == {"file", "line", "endLine", "title"}

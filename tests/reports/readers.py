"""Each report read back, as the program that it is for would read it."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from sample_findings import LONG, ODD, PROGRAMS, TEAM, UNREADABLE

SEVERITIES = {
    "major": "error",
    "minor": "warning",
    "info": "note",
    "notice": "note",
    "ERROR": "error",
    "WARNING": "warning",
    "INFO": "note",
}


@dataclass(frozen=True, order=True)
class Place:
    """What every report must agree on; a column may be unknown to the format."""

    file: str
    line: int
    column: int | None
    code: str
    severity: str


_CONCISE = re.compile(r"^(.+):(\d+):(\d+): (error|warning|note) ([A-Z]{3}\d{3}): ", re.MULTILINE)


def _plain(name: str) -> str:
    """Without what keeps a file name from being a command."""
    return name.removeprefix("./")


def lines(text: str) -> set[Place]:
    return {
        Place(_plain(file), int(line), int(column), code, severity)
        for file, line, column, severity, code in _CONCISE.findall(text)
    }


def grouped(text: str) -> set[Place]:
    found = set()
    for block in text.split("--> ")[1:]:
        file = block.split("\n")[0].rsplit(": ", 1)[0]
        for line, column, severity, code in re.findall(
            r"^ (\d+):(\d+): (error|warning|note) ([A-Z]{3}\d{3}): ", block, re.MULTILINE
        ):
            found.add(Place(file, int(line), int(column), code, severity))
    return found


def json_report(text: str) -> set[Place]:
    return {_of_json(finding) for finding in json.loads(text)["findings"]}


def json_lines(text: str) -> set[Place]:
    return {_of_json(json.loads(line)) for line in text.splitlines()}


def _of_json(finding: dict) -> Place:
    keys = ("file", "line", "column", "code", "severity")
    return Place(*(finding[key] for key in keys))


def gitlab(text: str) -> set[Place]:
    found = set()
    for issue in json.loads(text):
        where = issue["location"]
        start = where["positions"]["begin"]
        assert start["line"] == where["lines"]["begin"]
        severity = SEVERITIES[issue["severity"]]
        place = (where["path"], start["line"], start["column"])
        found.add(Place(*place, issue["check_name"], severity))
    return found


def sarif(text: str) -> set[Place]:
    (run,) = json.loads(text)["runs"]
    rules = run["tool"]["driver"]["rules"]
    found = set()
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        where = result["locations"][0]["physicalLocation"]
        region = where["region"]
        file = unquote(where["artifactLocation"]["uri"])
        place = (file, region["startLine"], region["startColumn"])
        found.add(Place(*place, result["ruleId"], result["level"]))
    return found


def junit(text: str) -> set[Place]:
    found = set()
    for case in ElementTree.fromstring(text).iter("testcase"):
        (outcome,) = case
        severity = outcome.get("type") or "note"
        (place,) = lines((outcome.text or "").split("\n")[0])
        assert (place.file, str(place.line)) == (case.get("file"), case.get("line"))
        assert (place.code, place.severity) == ((case.get("name") or "")[:6], severity)
        found.add(place)
    return found


def rdjson(text: str) -> set[Place]:
    """Bytes back to characters, with the text that the sample has on that line."""
    texts = {file.name: file for file in (PROGRAMS, TEAM, UNREADABLE, LONG, ODD)}
    found = set()
    for diagnostic in json.loads(text)["diagnostics"]:
        where = diagnostic["location"]
        start = where["range"]["start"]
        line = texts[where["path"]].line(start["line"]).encode("utf-8")
        column = len(line[: start["column"] - 1].decode("utf-8")) + 1
        severity = SEVERITIES[diagnostic["severity"]]
        place = (where["path"], start["line"], column)
        found.add(Place(*place, diagnostic["code"]["value"], severity))
    return found


def cells(text: str) -> list[list[str]]:
    """The rows of all tables as a reader sees them, each with its heading before it."""
    rows: list[list[str]] = []
    heading, inside = "", ""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        if token.type == "heading_open":
            inside = "heading"
        elif token.type == "tr_open":
            rows.append([heading])
        elif token.type in ("td_open", "th_open"):
            inside = "cell"
        elif token.type == "inline" and inside == "heading":
            heading = token.content
        elif token.type == "inline" and inside == "cell":
            assert {child.type for child in token.children or ()} <= {"text", "html_inline"}
            shown = [child for child in token.children or () if child.type == "text"]
            html = [c.content for c in token.children or () if c.type == "html_inline"]
            assert set(html) <= {"<br>"}
            rows[-1].append("".join(child.content for child in shown))
    return rows


def markdown(text: str) -> set[Place]:
    found = set()
    for heading, where, code, _ in cells(text):
        if code in ("Kode", "Code"):
            continue
        severity = HEADINGS[heading.split(" ")[0]]
        file, line, column = where.replace("\u200b", "").rsplit(":", 2)
        found.add(Place(_plain(file), int(line), int(column), code, severity))
    return found


HEADINGS = {
    "Kesalahan": "error",
    "Peringatan": "warning",
    "Catatan": "note",
    "Errors": "error",
    "Warnings": "warning",
    "Notes": "note",
}


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner takes it from a line of a log."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str, names: tuple[str, ...] = ("error", "warning", "notice")) -> list[Command]:
    """The commands that GitHub's runner finds, after the rules of its `ActionCommand.cs`.

    A line is a command if it begins with `::` after blanks. Properties are split at commas and the
    first `=`. Replacements run in the order of the runner's tables, with `%25` last. The older
    form `##[name …]` is looked for anywhere in a line that is no command of the newer form.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", log):
        command = _newer(line.lstrip(), names) or _older(line)
        if command is not None:
            found.append(command)
    return found


def _newer(line: str, names: tuple[str, ...]) -> Command | None:
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    if name not in names:
        return None
    pairs = (part.split("=", 1) for part in rest.strip().split(",") if part)
    properties = {
        pair[0]: _unescape(pair[1], ("%0D", "%0A", "%3A", "%2C", "%25"))
        for pair in pairs
        if len(pair) == 2 and pair[1]
    }
    return Command(name, properties, _unescape(line[end + 2 :], ("%0D", "%0A", "%25")))


_TOKENS = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def _unescape(text: str, escapes: tuple[str, ...]) -> str:
    for escape in escapes:
        text = text.replace(escape, _TOKENS[escape])
    return text


def _older(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    return Command(line[start + 3 : end].split(" ", maxsplit=1)[0], {}, line[end + 1 :])


def github(text: str) -> set[Place]:
    found = set()
    for command in commands(text):
        said = command.properties
        column = int(said["col"]) if "col" in said else None
        severity = SEVERITIES.get(command.name, command.name)
        place = (said["file"], int(said["line"]), column)
        found.add(Place(*place, said["title"][:6], severity))
    return found


READERS: dict[str, Callable[[str], set[Place]]] = {
    "full": lines,
    "concise": lines,
    "grouped": grouped,
    "json": json_report,
    "json-lines": json_lines,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
    "rdjson": rdjson,
    "markdown": markdown,
}

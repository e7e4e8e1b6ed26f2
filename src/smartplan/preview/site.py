"""The pages of a preview: the last good site, with what is wrong today beside every page."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smartplan.book.assembly import UnknownBook
from smartplan.book.environment import html_environment
from smartplan.book.folders import Folders
from smartplan.book.problems import TemplateProblem
from smartplan.book.render import render
from smartplan.diagnostics import Diagnostic, Severity
from smartplan.language import Language, Text, label
from smartplan.load import load
from smartplan.plan import Plan
from smartplan.reports.tally import NAMES, left_open, tally
from smartplan.reports.text import message, where
from smartplan.rules import check

STYLE, SCRIPT, VERSION = "-/preview.css", "-/preview.js", "-/version"
"""Addresses of the preview's own; no page of a site begins with a hyphen."""
SHOWN = 200
"""Findings beside a page at most; the closing line counts them all."""

_META_POLICY = re.compile(
    rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?', re.IGNORECASE
)

STALE = Text(
    "Halaman ini keadaan terakhir yang utuh; perbaiki kesalahan di bawah untuk memperbaruinya.",
    "This page is the last good one; correct the errors below to bring it up to date.",
)
NOTHING = Text("Belum ada halaman yang dapat ditampilkan.", "There is no page to show yet.")
TITLE = Text("Pratinjau smartplan", "smartplan preview")
MORE = Text("Selebihnya: smartplan validate", "The rest: smartplan validate")


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as the panel shows it."""

    severity: str
    """As the style sheet knows it."""
    word: str
    """As the reader knows it."""
    code: str
    place: str
    said: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All there is to serve at one moment; it never changes, so threads may share it."""

    version: str
    files: dict[str, bytes]
    closing: str
    """How many of what, as `smartplan validate` says it."""
    stale: bool = False
    """Whether the pages are older than the plan."""


@dataclass
class Preview:
    """Renders a plan again and again, and keeps what was good."""

    folder: Path
    templates: Path | None = None
    language: Language | None = None
    current: Snapshot = Snapshot("", {}, "")
    _good: dict[str, bytes] = field(default_factory=dict)
    _token: str = field(default_factory=lambda: secrets.token_hex(4))
    _round: int = 0

    def update(self) -> Snapshot:
        """Look at the plan as it is now."""
        loaded = load(self.folder, self.folder.name)
        found = check(loaded)
        language = self.language or (loaded.plan.language if loaded.plan else Language.INDONESIAN)
        broken = any(one.severity is Severity.ERROR for one in found)
        problem: Text | None = None
        made, fresh = self._good, False
        # A draft is better than nothing, and worse than the last whole site.
        if loaded.plan is not None and not (broken and self._good):
            drawn, problem = self._render(loaded.plan, left_open(found), draft=broken)
            fresh = problem is None
            made = drawn if fresh else made
            if not broken:
                self._good = made
        self._round += 1
        closing = tally(found, language)
        panel = _Panel(language, _told(found, problem, language), closing, stale=not fresh)
        version = f"{self._token}-{self._round}"
        self.current = Snapshot(version, panel.beside(made, version), closing, stale=not fresh)
        return self.current

    def _render(
        self, plan: Plan, checked: Text, *, draft: bool
    ) -> tuple[dict[str, bytes], Text | None]:
        try:
            made = render(
                plan, ["html"], (), self.language, self.templates, draft=draft, checked=checked
            )
        except TemplateProblem as error:
            return {}, Text(error.say(Language.INDONESIAN), error.say(Language.ENGLISH))
        except UnknownBook as error:
            return {}, error.message
        return made, None


def _told(
    found: Sequence[Diagnostic], problem: Text | None, language: Language
) -> tuple[Finding, ...]:
    """The worst first, for the panel is narrow; a template's trouble before all."""
    heaviest_first = list(NAMES)
    ranked = sorted(found, key=lambda one: heaviest_first.index(one.severity))
    said = [
        Finding(
            str(one.severity),
            label("severity", one.severity).say(language),
            one.kind.code,
            where(one.location),
            message(one, language),
            one.hint(language),
        )
        for one in ranked[:SHOWN]
    ]
    if problem is None:
        return tuple(said)
    word = label("severity", Severity.ERROR).say(language)
    return (Finding("error", word, "", "", problem.say(language)), *said)


class _Panel:
    """What stands beside every page."""

    def __init__(
        self, language: Language, findings: tuple[Finding, ...], closing: str, *, stale: bool
    ) -> None:
        self._environment = html_environment(Folders())
        self._names: dict[str, object] = {
            "lang": str(language),
            "title": TITLE.say(language),
            "findings": findings,
            "closing": closing,
            "stale": STALE.say(language) if stale else "",
            "nothing": NOTHING.say(language),
            "more": MORE.say(language) if len(findings) >= SHOWN else "",
        }

    def beside(self, files: dict[str, bytes], version: str) -> dict[str, bytes]:
        """The files with the panel on every page; a page of its own where there is none."""
        names = {**self._names, "version": version, "script": f"/{SCRIPT}", "style": f"/{STYLE}"}
        part = self._environment.get_template("html/preview.html.j2")
        head = part.render(names, part="head").encode()
        body = part.render(names, part="body").encode()
        made = {
            path: _with(content, head, body) if path.endswith(".html") else content
            for path, content in files.items()
        }
        if "index.html" not in made:
            made["index.html"] = part.render(names, part="page").encode()
        folders = Folders()
        made[STYLE] = folders.read("html/preview.css")
        made[SCRIPT] = folders.read("html/preview.js")
        made[VERSION] = version.encode()
        return made


def _with(page: bytes, head: bytes, body: bytes) -> bytes:
    """A page with the panel; the server's header carries the policy in place of the page's own."""
    page = _META_POLICY.sub(b"", page, count=1)
    before, end, after = page.partition(b"</head>")
    page = before + head + end + after
    before, end, after = page.rpartition(b"</body>")
    return before + body + end + after

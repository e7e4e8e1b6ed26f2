"""Findings on their way out: which plans, which report, which exit code."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from smartplan.cli.speech import chosen_language, plan_language, say
from smartplan.diagnostics import Diagnostic, Severity, show
from smartplan.language import Language, Text, number
from smartplan.load import Loaded, load
from smartplan.rules import check


@dataclass(frozen=True)
class Checked:
    """One or more plans with everything that was found in them."""

    plans: tuple[Loaded, ...]
    diagnostics: tuple[Diagnostic, ...]
    language: Language
    seconds: float

    @property
    def files(self) -> int:
        return sum(loaded.files for loaded in self.plans)

    def worst(self, severity: Severity) -> bool:
        """Whether anything at or above a severity was found."""
        return any(diagnostic.severity.at_least(severity) for diagnostic in self.diagnostics)


def folder_of(plan: Path) -> Path:
    """The folder of a plan, or a wrong call: it is there and it is a folder."""
    if plan.name == "smartplan.yaml" and plan.is_file():
        return plan.parent
    if not plan.is_dir():
        name = show(str(plan), 300)
        raise typer.BadParameter(
            say(f"tidak ada folder `{name}`", f"there is no folder `{name}`"), param_hint="PLAN"
        )
    return plan


def look(plans: Sequence[Path], language: Language | None) -> Checked:
    """Read and check plans, in the order given."""
    started = time.perf_counter()
    loaded: list[Loaded] = []
    found: list[Diagnostic] = []
    for plan in plans:
        folder = folder_of(plan)
        one = load(folder, folder.as_posix())
        loaded.append(one)
        found.extend(check(one))
    first = plan_language(loaded[0].plan) if loaded else None
    return Checked(
        tuple(loaded),
        tuple(found),
        chosen_language(language, first),
        time.perf_counter() - started,
    )


_COUNTED = (
    (Severity.ERROR, Text("kesalahan", "error"), "errors"),
    (Severity.WARNING, Text("peringatan", "warning"), "warnings"),
    (Severity.NOTE, Text("catatan", "note"), "notes"),
)


def closing(checked: Checked) -> str:
    """The last line: how many of what, in how many files, in which time."""
    language = checked.language
    counts = [
        _count(sum(d.severity is severity for d in checked.diagnostics), text, plural, language)
        for severity, text, plural in _COUNTED
    ]
    said = ", ".join(count for count in counts if count) or Text("bersih", "clean").say(language)
    files = checked.files
    seconds = f"{checked.seconds:.1f}"
    if language is Language.ENGLISH:
        return f"{said} in {files} {'file' if files == 1 else 'files'}; {seconds} s"
    return f"{said} dalam {number(files)} berkas; {seconds.replace('.', ',')} detik"


def _count(count: int, text: Text, plural: str, language: Language) -> str:
    if not count:
        return ""
    if language is Language.ENGLISH and count > 1:
        return f"{number(count, language)} {plural}"
    return f"{number(count, language)} {text.say(language)}"


def tell(checked: Checked, report_name: str, *, quiet: bool) -> None:
    """Print the findings on stdout and the closing line on stderr."""
    from smartplan.reports import report

    sys.stdout.write(report(report_name)(checked.diagnostics, checked.language))
    if not quiet:
        sys.stdout.flush()
        sys.stderr.write(closing(checked) + "\n")

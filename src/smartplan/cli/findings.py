"""Findings on their way out: which plans, which report, which exit code."""

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from smartplan.choices import Choice, is_known, perhaps, unheeded
from smartplan.cli.plans import Manner, Task, examine_all
from smartplan.cli.speech import chosen_language, plan_language, say
from smartplan.diagnostics import Diagnostic, Severity, show
from smartplan.known_findings import Known, compared
from smartplan.language import Language, Text, number
from smartplan.nearest import listing
from smartplan.record import Record
from smartplan.reports.tally import tally

if TYPE_CHECKING:
    from smartplan.load import Loaded


@dataclass(frozen=True)
class Checked:
    """One or more plans with everything that was found in them."""

    plans: tuple["Loaded", ...]
    """The plans themselves, where a command goes on with them."""
    diagnostics: tuple[Diagnostic, ...]
    language: Language
    seconds: float
    files: int
    waived: int = 0
    known: int = 0
    """Findings that a baseline knows, and that are not told again."""
    gone: int = 0
    """Findings that a baseline knows and that are there no more."""

    def worst(self, severity: Severity) -> bool:
        """Whether anything at or above a severity was found."""
        return any(diagnostic.severity.at_least(severity) for diagnostic in self.diagnostics)


def folder_of(plan: Path) -> Path:
    """The folder of a plan, or a wrong call: it is there and it is a folder."""
    if plan.name == "smartplan.yaml" and plan.is_file():
        return plan.parent
    if not plan.is_dir():
        name = show(str(plan), 300)
        if plan.exists():
            home = show(str(plan.parent), 300)
            _refuse(
                "PLAN",
                say(
                    f"`{name}` adalah berkas; sebut folder rencananya, mungkin `{home}`",
                    f"`{name}` is a file; name the folder of the plan, perhaps `{home}`",
                ),
            )
        _refuse("PLAN", say(f"tidak ada folder `{name}`", f"there is no folder `{name}`"))
    return plan


def folders_of(plans: Sequence[Path]) -> list[Path]:
    """The folders of plans in the order given; one that is named twice counts once."""
    found: dict[Path, Path] = {}
    for folder in map(folder_of, plans):
        found.setdefault(folder.resolve(), folder)
    return list(found.values())


def look(plans: Sequence[Path], language: Language | None) -> Checked:
    """Read and check plans, in the order given."""
    from smartplan.load import load  # not where all is known from before
    from smartplan.rules import check

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
        sum(one.files for one in loaded),
    )


@dataclass(frozen=True)
class Survey:
    """Several plans as they were found, before anything is chosen."""

    records: tuple[Record, ...]
    language: Language
    seconds: float

    def chosen(self, choice: Choice, known: Known | None, baseline: Path | None = None) -> Checked:
        """What is to be told of it, beyond what the file `baseline` is known to hold."""
        if baseline is None or known is None:
            against = compared(self.records, choice, {})
        else:
            from smartplan.cli.baseline import held_against  # only where there is such a file

            against = held_against(baseline, known, self.records, choice)
        return Checked(
            (),
            against.fresh,
            self.language,
            self.seconds,
            sum(record.files for record in self.records),
            sum(record.waived for record in self.records),
            against.known,
            against.gone,
        )


def survey(plans: Sequence[Path], language: Language | None, manner: Manner) -> Survey:
    """Check plans, or recall what was found in them; in the order given."""
    started = time.perf_counter()
    folders = folders_of(plans)
    records = examine_all([Task(folder, folder.as_posix()) for folder in folders], manner)
    told = chosen_language(language, records[0].language if records else None)
    return Survey(tuple(records), told, time.perf_counter() - started)


def checked_plans(folders: Sequence[Path], *, cache: bool, quiet: bool) -> int:
    """Check plans and tell all that is found, as `validate` does without options: the exit code."""
    surveyed = survey(folders, None, Manner(None, cache, quiet))
    checked = surveyed.chosen(Choice(), None)
    tell(checked, "full", quiet=quiet)
    return 1 if checked.worst(Severity.ERROR) else 0


def choice_of(select: Iterable[str], ignore: Iterable[str], *, quiet: bool = False) -> Choice:
    """The codes named on the command line, or a wrong call with the code that was meant."""
    choice = Choice(_codes("--select", select), _codes("--ignore", ignore))
    if choice.ignore and not quiet:
        _tell_unheeded(choice.ignore)
    return choice


def _tell_unheeded(words: Iterable[str]) -> None:
    """One line on what errors of reading do not heed."""
    from smartplan.rules import kinds  # every rule: only to check what was named

    found = [word for word in words if unheeded(word, kinds())]
    if found:
        said = say(
            f"--ignore tidak berlaku bagi kesalahan membaca, yang selalu dilaporkan: "
            f"{listing(found)}",
            f"--ignore does not hold for errors of reading, which are always told: "
            f"{listing(found)}",
        )
        sys.stderr.write(f"smartplan: {said}\n")


def _codes(option: str, given: Iterable[str]) -> tuple[str, ...]:
    words = tuple(part.strip() for word in given for part in word.split(",") if part.strip())
    if words:
        from smartplan.rules import kinds  # every rule: only to check what was named

        for word in words:
            if not is_known(word, kinds()):
                _unknown_code(option, word, kinds())
    return words


def _unknown_code(option: str, word: str, known: Iterable[str]) -> NoReturn:
    name, hint = show(word, 80), perhaps(word, tuple(known))
    indonesian, english = (f"; {hint.indonesian}", f"; {hint.english}") if hint else ("", "")
    _refuse(
        option,
        say(
            f"tidak ada temuan dengan kode `{name}`{indonesian}",
            f"no finding has the code `{name}`{english}",
        ),
    )


def _refuse(option: str, words: str) -> NoReturn:
    import typer  # not for a call that is right

    raise typer.BadParameter(words, param_hint=option)


def closing(checked: Checked) -> str:
    """The last line: how many of what, in how many files, in which time."""
    language = checked.language
    said = tally(checked.diagnostics, language)
    files = checked.files
    seconds = f"{checked.seconds:.1f}"
    beside = "".join(
        f"; {number(count, language)} {words.say(language)}"
        for count, words in (
            (_fixable(checked, safe=True), _FIXABLE),
            (_fixable(checked, safe=False), _LIKELY),
            (checked.waived, _WAIVED),
            (checked.known, _KNOWN),
        )
        if count
    )
    if language is Language.ENGLISH:
        return f"{said} in {files} {'file' if files == 1 else 'files'}{beside}; {seconds} s"
    return f"{said} dalam {number(files)} berkas{beside}; {seconds.replace('.', ',')} detik"


def _fixable(checked: Checked, *, safe: bool) -> int:
    return sum(one.fix is not None and one.fix.safe is safe for one in checked.diagnostics)


_FIXABLE = Text("dapat diperbaiki dengan --fix", "can be fixed with --fix")
_LIKELY = Text(
    "mungkin dapat diperbaiki dengan --fix --unsafe-fixes",
    "can likely be fixed with --fix --unsafe-fixes",
)
_WAIVED = Text("dikecualikan", "waived")
_KNOWN = Text("temuan lama", "known")
_GONE = Text(
    "{count} temuan lama sudah hilang: tulis ulang acuan dengan `--write-baseline`",
    "{count} known findings are gone: write the file again with `--write-baseline`",
)


def tell(
    checked: Checked,
    report_name: str,
    *,
    quiet: bool,
    output: Path | None = None,
    pages: str = "",
) -> None:
    """Print the findings on stdout and the closing line on stderr.

    With a file for the report, stdout has the closing line and nothing else.
    """
    from smartplan.cli.output import save, summarize  # only where something is printed
    from smartplan.reports import report

    text = report(report_name, pages)(checked.diagnostics, checked.language)
    if report_name == "github" and summarize(checked.diagnostics, checked.language):
        from smartplan.reports.github import elsewhere  # only on GitHub

        text += elsewhere(checked.diagnostics, checked.language)
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        save(output, text)
    if not quiet:
        (sys.stderr if output is None else sys.stdout).write(closing(checked) + "\n")
        if checked.gone:
            gone = number(checked.gone, checked.language)
            sys.stderr.write(_GONE.say(checked.language).format(count=gone) + "\n")

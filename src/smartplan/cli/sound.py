"""One plan for a command that goes on with what is sound in it."""

import sys
from dataclasses import replace
from pathlib import Path

import typer

from smartplan.diagnostics import Severity, counted
from smartplan.language import Language, Text, number
from smartplan.plan import Plan

FINDINGS = 1

_UNSOUND = Text(
    "smartplan: {name} memiliki {count} kesalahan; yang tampil hanya bagian yang benar "
    "(lihat `smartplan validate`)",
    "smartplan: {name} has {count} errors; only what is sound is shown (see `smartplan validate`)",
)
_THE_PLAN = Text("rencana", "the plan")


def sound_plan(folder: Path, lang: Language | None) -> tuple[Plan, Language]:
    """The plan as far as it can be read, in the language it is to be shown in.

    Its errors are counted on stderr; one without a readable manifest ends the command.
    """
    from smartplan.cli.findings import look, tell  # keeps --help quick

    checked = look([folder], lang)
    found = checked.plans[0].plan
    errors = tuple(d for d in checked.diagnostics if d.severity is Severity.ERROR)
    if found is None:
        tell(replace(checked, diagnostics=errors), "full", quiet=True)
        raise typer.Exit(FINDINGS)
    count_errors(_THE_PLAN.say(checked.language), counted(errors), checked.language)
    return found.speaking(checked.language), checked.language


def count_errors(name: str, count: int, language: Language) -> None:
    """Say that what follows is not all there is."""
    if count:
        told = _UNSOUND.say(language).format(name=name, count=number(count, language))
        sys.stderr.write(f"{told}\n")

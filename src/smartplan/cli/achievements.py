"""`smartplan progress`: what the indicators reached, and why."""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import OutputLanguage, PlanFolder
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity, counted, show
from smartplan.language import Language, Text, number

if TYPE_CHECKING:
    from smartplan.exchange.overview import Overview
    from smartplan.plan import Plan
    from smartplan.stages.scalars import Moment

HELP = say(
    "Tampilkan capaian indikator, perhitungan, dan rekapnya.",
    "Show what the indicators reached, and how it is computed.",
)
FINDINGS = 1


class Form(StrEnum):
    """How progress is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


def progress(  # noqa: PLR0913 - one parameter per option
    plan: PlanFolder = Path(),
    period: Annotated[
        str,
        typer.Option(
            metavar=say("PERIODE", "PERIOD"),
            help=say(
                "Keadaan sampai akhir 2024 atau 2024-Q2; bawaan: realisasi terakhir.",
                "As at the end of 2024 or 2024-Q2; default: the latest realisation.",
            ),
            show_default=False,
        ),
    ] = "",
    agency: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say("Hanya milik perangkat daerah ini.", "Only those of this agency."),
            show_default=False,
        ),
    ] = "",
    dimension: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say("Hanya dimensi ini.", "Only this dimension."),
            show_default=False,
        ),
    ] = "",
    output_format: Annotated[
        Form, typer.Option(help=say("Bentuk keluaran.", "How it is printed."))
    ] = Form.TEXT,
    git: Annotated[
        bool,
        typer.Option(
            "--git",
            help=say("Sertakan kapan nilai terakhir diubah.", "Say when each value last changed."),
        ),
    ] = False,
    lang: OutputLanguage = None,
) -> None:
    """What is sound is judged; how many errors there are is told on stderr."""
    from smartplan.cli.findings import look  # keeps --help quick
    from smartplan.cli.record import tell
    from smartplan.exchange.overview import FORMATS, overview

    checked = look([plan], lang)
    language, found = checked.language, checked.plans[0].plan
    errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
    if found is None:
        tell(errors, language)
        raise typer.Exit(FINDINGS)
    _known(found, "agency", agency)
    _known(found, "dimension", dimension)
    shown = overview(found, _moment(period), agency or None, dimension or None)
    if git:
        shown = _with_commits(shown, plan, language)
    put(FORMATS[output_format](shown, language))
    if errors:
        sys.stdout.flush()
        count = number(counted(errors), language)
        sys.stderr.write(_UNSOUND.say(language).format(count=count) + "\n")


_UNSOUND = Text(
    "smartplan: rencana memiliki {count} kesalahan; yang tampil hanya bagian yang benar "
    "(lihat `smartplan validate`)",
    "smartplan: the plan has {count} errors; only what is sound is shown "
    "(see `smartplan validate`)",
)


def _moment(text: str) -> "Moment | None":
    from smartplan.exchange.rehearsal import moment  # keeps --help quick

    if not text:
        return None
    read = moment(text)
    if read is None:
        shown = show(text, 40)
        raise typer.BadParameter(
            say(
                f"`{shown}` bukan periode; tulis seperti 2024 atau 2024-Q2",
                f"`{shown}` is no period; write it like 2024 or 2024-Q2",
            ),
            param_hint="--period",
        )
    return read


def _known(plan: "Plan", kind: str, id_: str) -> None:
    if not id_ or plan.find(kind, id_) is not None:
        return
    from smartplan.nearest import listing, nearest  # keeps --help quick

    known = list(plan.index.items.get(kind, {}))
    choices, shown = listing(nearest(id_, known) or known), show(id_, 60)
    raise typer.BadParameter(
        say(f"tidak ada `{shown}`; pilih {choices}", f"there is no `{shown}`; choose {choices}"),
        param_hint=f"--{kind}",
    )


def _with_commits(shown: "Overview", plan: Path, language: Language) -> "Overview":
    """The overview with the commit of each last value; without them where git cannot tell."""
    from smartplan.cli.findings import folder_of  # keeps --help quick
    from smartplan.exchange.blame import NoHistory, blame

    folder = folder_of(plan)
    prefix = "" if folder.as_posix() == "." else f"{folder.as_posix().rstrip('/')}/"
    places = {
        one.indicator.id: one.realisation.at("value" if one.realisation.value else "period")
        for one in shown.found
        if one.realisation is not None
    }
    paths = {id_: place.file.name.removeprefix(prefix) for id_, place in places.items()}
    try:
        lines = blame(folder, paths.values())
    except NoHistory as none:
        sys.stderr.write(f"smartplan: {none.message.say(language)}\n")
        return shown
    commits = {
        id_: lines[paths[id_]][place.line]
        for id_, place in places.items()
        if place.line in lines[paths[id_]]
    }
    return replace(shown, commits=commits)

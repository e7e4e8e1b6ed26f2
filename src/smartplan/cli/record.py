"""`smartplan record`: one realisation into the file of its year."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace as altered
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import OutputLanguage, plan_folder
from smartplan.cli.output import not_into_link, put
from smartplan.cli.program import BROKEN
from smartplan.cli.speech import say
from smartplan.diagnostics import Diagnostic, show
from smartplan.language import Language, Text

if TYPE_CHECKING:
    from smartplan.exchange.rehearsal import Entry
    from smartplan.load import Loaded

HELP = say(
    "Catat satu realisasi indikator, lalu tampilkan capaiannya.",
    "Record one realisation and show the achievement.",
)
FINDINGS = 1


def record(  # noqa: PLR0913 - one parameter per option
    plan: Annotated[
        Path,
        typer.Argument(
            parser=plan_folder, metavar="PLAN", help=say("Folder rencana.", "Folder of the plan.")
        ),
    ],
    indicator: Annotated[
        str,
        typer.Argument(
            metavar=say("INDIKATOR", "INDICATOR"), help=say("Id indikator.", "Id of the indicator.")
        ),
    ],
    period: Annotated[
        str,
        typer.Argument(
            metavar=say("PERIODE", "PERIOD"),
            help=say("2024, 2024-S1, 2024-Q2, atau 2024-11.", "2024, 2024-S1, 2024-Q2 or 2024-11."),
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar=say("[NILAI]", "[VALUE]"),
            help=say("Angka polos: 1500000 atau 3.45.", "A plain number: 1500000 or 3.45."),
            show_default=False,
        ),
    ] = "",
    text: Annotated[
        str,
        typer.Option(
            metavar=say("KATA", "WORD"),
            help=say("Nilai berupa kata.", "The value is a word."),
            show_default=False,
        ),
    ] = "",
    no_data: Annotated[
        str,
        typer.Option(
            metavar=say("ALASAN", "REASON"),
            help=say("Alasan belum ada data.", "Why there is no data yet."),
            show_default=False,
        ),
    ] = "",
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help=say("Id sumber; boleh berulang.", "Id of a source; may be repeated."),
            show_default=False,
        ),
    ] = None,
    obstacle: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("TEKS", "TEXT"),
            help=say("Faktor penghambat; boleh berulang.", "An obstacle; may be repeated."),
            show_default=False,
        ),
    ] = None,
    driver: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("TEKS", "TEXT"),
            help=say("Faktor pendorong; boleh berulang.", "A driver; may be repeated."),
            show_default=False,
        ),
    ] = None,
    note: Annotated[
        str,
        typer.Option(
            metavar=say("TEKS", "TEXT"), help=say("Catatan.", "A note."), show_default=False
        ),
    ] = "",
    qualifier: Annotated[
        str,
        typer.Option(
            metavar=say("KATA", "WORD"),
            help=say(
                "about, at_least, at_most, more_than, atau less_than.",
                "about, at_least, at_most, more_than or less_than.",
            ),
            show_default=False,
        ),
    ] = "",
    basis: Annotated[
        str,
        typer.Option(
            metavar=say("DASAR", "BASIS"),
            help=say("sourced, derived, atau proposal.", "sourced, derived or proposal."),
            show_default=False,
        ),
    ] = "",
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=say("Ganti realisasi periode itu.", "Replace the realisation of that period."),
        ),
    ] = False,
    lang: OutputLanguage = None,
) -> None:
    """Write one of value, word and reason, with whatever else is told."""
    from smartplan.exchange.rehearsal import Entry  # keeps --help quick

    told = {"value": value, "text": text, "no_data": no_data}
    if sum(bool(one) for one in told.values()) != 1:
        raise typer.BadParameter(
            say(
                "isi salah satu saja: NILAI, --text, atau --no-data",
                "give just one of: VALUE, --text, --no-data",
            ),
            param_hint=say("NILAI", "VALUE"),
        )
    told |= {
        "qualifier": qualifier,
        "drivers": "; ".join(driver or ()),
        "obstacles": "; ".join(obstacle or ()),
        "basis": basis,
        "note": note,
    }
    fields = {key: said for key, said in told.items() if said}
    sources = {"sources": tuple(source)} if source else {}
    _record(plan, Entry(indicator, period, {**fields, **sources}), lang, replace=replace)


def _record(plan: Path, entry: "Entry", lang: Language | None, *, replace: bool) -> None:
    from smartplan.exchange.record import fitting, meaning  # keeps --help quick
    from smartplan.exchange.rehearsal import rehearse, write
    from smartplan.exchange.splice import Refused

    not_into_link(plan, "PLAN")
    loaded, name, language = readable(plan, lang)
    assert loaded.plan is not None
    with or_left_alone(language):
        entry = fitting(loaded.plan, entry, replace=replace)
        rehearsed = rehearse(loaded, name, [entry])
        if rehearsed.errors:
            _refuse(rehearsed.errors, language)
            raise Refused(_NOT_WRITTEN)
        write(loaded.plan, rehearsed)
    tell(rehearsed.remarks, language)
    where = ", ".join(f"`{path}`" for path in rehearsed.files)
    said = _DONE.say(language).format(where=where) if where else _SAME.say(language)
    put(f"{show(said, 500)}\n")
    if rehearsed.plan is not None:
        put(meaning(rehearsed.plan, entry, language))


_DONE = Text("dicatat dalam {where}", "recorded in {where}")
_SAME = Text("tidak ada yang berubah", "nothing changed")
_NOT_WRITTEN = Text(
    "belum dicatat karena kesalahan di atas; tidak ada berkas yang berubah",
    "not recorded because of the errors above; no file changed",
)


@contextmanager
def or_left_alone(language: Language) -> Iterator[None]:
    """What is refused ends the command with the reason; the plan is as it was, or that is told."""
    from smartplan.exchange.replace import Halfway  # keeps --help quick
    from smartplan.exchange.splice import Refused

    try:
        yield
    except (Refused, Halfway) as stopped:
        sys.stdout.flush()
        sys.stderr.write(f"smartplan: {show(stopped.message.say(language), 1_000)}\n")
        raise typer.Exit(FINDINGS if isinstance(stopped, Refused) else BROKEN) from stopped


def readable(plan: Path, lang: Language | None) -> "tuple[Loaded, str, Language]":
    """A plan that can be read, what its findings call it, and the language; else its findings."""
    from smartplan.cli.findings import folder_of, look  # keeps --help quick
    from smartplan.cli.findings import tell as tell_all

    checked = look([plan], lang)
    loaded = checked.plans[0]
    if loaded.plan is None:
        tell_all(checked, "full", quiet=False)
        raise typer.Exit(FINDINGS)
    return loaded, folder_of(plan).as_posix(), checked.language


def tell(found: Sequence[Diagnostic], language: Language) -> None:
    """Findings in a file just written; `--fix` is no option of the command that wrote it."""
    from smartplan.reports import report  # keeps --help quick

    put(report("full")([altered(one, fix=None) for one in found], language))


def _refuse(found: Sequence[Diagnostic], language: Language) -> None:
    """What forbids a value: without a place, for it was never written to one."""
    from smartplan.reports.text import hint as advice
    from smartplan.reports.text import page_of, verdict  # keeps --help quick

    for one in found:
        put(f"{verdict(one, language)}\n   {advice(one, language)}\n   {page_of(one, language)}\n")

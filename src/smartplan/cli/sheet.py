"""`smartplan sheet`: an agency's indicators of a year out as CSV, and in again."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.bounds import FIRST_YEAR, LAST_YEAR
from smartplan.cli.options import OutputLanguage, PlanFolder, not_a_pipe
from smartplan.cli.output import not_into_link, not_through_link, put
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.language import Language, Text

if TYPE_CHECKING:
    from smartplan.exchange.sheet import Misfit
    from smartplan.plan import Plan

HELP = say(
    "Keluarkan dan masukkan indikator satu instansi sebagai CSV.",
    "Write an agency's indicators as CSV, and read them in again.",
)
FINDINGS = 1
MAX_BYTES = 1024 * 1024
SHOWN = 200


class Delimiter(StrEnum):
    """What stands between cells; it also tells the decimal sign."""

    SEMICOLON = ";"
    COMMA = ","


def sheet(  # noqa: PLR0913 - one parameter per option
    plan: PlanFolder = Path(),
    agency: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help=say("Perangkat daerah pemilik data.", "The agency that owns the data."),
            show_default=False,
        ),
    ] = "",
    year: Annotated[
        int | None,
        typer.Option(
            metavar=say("TAHUN", "YEAR"),
            min=FIRST_YEAR,
            max=LAST_YEAR,
            help=say("Tahun; bawaan: tahun tanggal keadaan.", "Year; default: that of `as_of`."),
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BERKAS", "FILE"),
            help=say("Berkas baru; bawaan: layar.", "A new file; default: the screen."),
            show_default=False,
        ),
    ] = None,
    delimiter: Annotated[
        Delimiter,
        typer.Option(
            help=say(
                "Pemisah sel: `;` dengan koma desimal, atau `,` dengan titik desimal.",
                "Between cells: `;` with decimal commas, or `,` with decimal points.",
            )
        ),
    ] = Delimiter.SEMICOLON,
    read: Annotated[
        Path | None,
        typer.Option(
            "--in",
            metavar=say("BERKAS", "FILE"),
            exists=True,
            dir_okay=False,
            help=say("Masukkan isian dari CSV ini.", "Read the values of this CSV in."),
            show_default=False,
        ),
    ] = None,
    lang: OutputLanguage = None,
) -> None:
    """Out with `--agency`, in with `--in`."""
    if read is not None:
        not_a_pipe(read, "--in")
        _take_in(plan, read, agency or None, lang)
    else:
        _give_out(plan, agency, year, delimiter, out)


def _give_out(
    plan: Path, agency: str, year: int | None, delimiter: Delimiter, out: Path | None
) -> None:
    from smartplan.cli.record import readable  # keeps --help quick
    from smartplan.exchange.sheet import sheet as table

    if out is not None:
        not_through_link(out, "--out")
    loaded, _, _ = readable(plan, None)
    assert loaded.plan is not None
    _known(loaded.plan, agency)
    text = table(loaded.plan, agency, year or loaded.plan.as_of.year, delimiter.value)
    if out is None:
        put(text)
        return
    try:
        with out.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        name = show(str(out), 300)
        raise typer.BadParameter(
            say(
                f"`{name}` sudah ada; isiannya tidak ditimpa",
                f"`{name}` is there already and is not overwritten",
            ),
            param_hint="--out",
        ) from None


def _known(plan: "Plan", agency: str) -> None:
    """A wrong call unless the agency owns an indicator."""
    owners = sorted({i.owner for i in plan.monev.indicators if i.owner})
    if agency in owners:
        return
    from smartplan.nearest import listing, nearest  # keeps --help quick

    close = listing(nearest(agency, owners) or owners)
    shown = show(agency, 60)
    raise typer.BadParameter(
        say(
            f"tidak ada indikator milik `{shown}`; pilih {close}",
            f"no indicator belongs to `{shown}`; choose {close}",
        ),
        param_hint="--agency",
    )


def _take_in(plan: Path, file: Path, agency: str | None, lang: Language | None) -> None:
    from smartplan.cli.record import or_left_alone, readable, tell  # keeps --help quick
    from smartplan.exchange.rehearsal import rehearse, write
    from smartplan.exchange.sheet import misfits_of, read
    from smartplan.exchange.splice import Refused

    not_into_link(plan, "PLAN")
    loaded, name, language = readable(plan, lang)
    assert loaded.plan is not None
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise typer.BadParameter(
            say("CSV lebih besar dari 1 MiB", "the CSV is bigger than 1 MiB"), param_hint="--in"
        )
    found = read(loaded.plan, raw, agency)
    with or_left_alone(language):
        rehearsed = rehearse(loaded, name, found.entries)
        misfits = [*found.misfits, *misfits_of(rehearsed.errors, found.rows)]
        if misfits:
            _tell(file, misfits, language)
            raise Refused(_NOT_WRITTEN)
        write(loaded.plan, rehearsed)
    tell(rehearsed.remarks, language)
    where = ", ".join(f"`{path}`" for path in rehearsed.files)
    said = _DONE.say(language).format(count=len(found.entries), where=where)
    put(f"{show(said if where else _SAME.say(language), 1_000)}\n")


_DONE = Text("{count} realisasi dicatat dalam {where}", "{count} realisations recorded in {where}")
_SAME = Text(
    "isi CSV sama dengan rencana; tidak ada yang berubah",
    "the CSV says what the plan says; nothing changed",
)
_NOT_WRITTEN = Text(
    "isi CSV belum cocok; tidak ada berkas yang berubah",
    "the CSV does not fit yet; no file changed",
)
_ROW = Text("baris {row}", "row {row}")
_COLUMN = Text("kolom `{column}`", "column `{column}`")


def _tell(file: Path, misfits: "list[Misfit]", language: Language) -> None:
    """Every misfit at once, in the order of the rows."""
    for misfit in sorted(misfits, key=lambda one: one.row)[:SHOWN]:
        place = [show(file.name, 200)]
        if misfit.row:
            place.append(_ROW.say(language).format(row=misfit.row))
        if misfit.column:
            place.append(_COLUMN.say(language).format(column=show(misfit.column, 60)))
        what = show(misfit.what.say(language), 500)
        put(f"{', '.join(place)}: {what}\n")

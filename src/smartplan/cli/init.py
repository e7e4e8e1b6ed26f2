"""`smartplan init`: a new plan with a commented skeleton of every stage, or one to learn with."""

import re
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.bounds import FIRST_YEAR, LAST_YEAR, MAX_TITLE
from smartplan.cli.editions import DEFAULT, EDITION, OPTION, edition
from smartplan.cli.output import not_into_link, put
from smartplan.cli.speech import say
from smartplan.diagnostics import show
from smartplan.nearest import listing

if TYPE_CHECKING:
    from smartplan.regions import Region

HELP = say(
    "Mulai rencana baru: kerangka kesepuluh tahap dengan contoh.",
    "Start a plan: a skeleton of the ten stages with examples.",
)
YEARS = 10
"""How long a plan runs unless told: the long horizon of the method."""


def init(  # noqa: PLR0913 - one parameter per option
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help=say("Folder baru atau kosong.", "A new or empty folder.")
        ),
    ],
    region: Annotated[
        str | None,
        typer.Option(
            metavar=say("KODE", "CODE"),
            help=say("Kode wilayah Kemendagri, misalnya 51.06.", "Kemendagri code, e.g. 51.06."),
        ),
    ] = None,
    start: Annotated[
        int | None,
        typer.Option(
            metavar=say("TAHUN", "YEAR"),
            help=say("Tahun pertama; bawaan: tahun depan.", "First year; default: next year."),
        ),
    ] = None,
    end: Annotated[
        int | None,
        typer.Option(
            metavar=say("TAHUN", "YEAR"),
            help=say("Tahun terakhir; bawaan: sepuluh tahun.", "Last year; default: ten years."),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar=say("TANGGAL", "DATE"),
            help=say("Tanggal keadaan; bawaan: hari ini.", "Reporting date; default: today."),
        ),
    ] = None,
    title: Annotated[
        str,
        typer.Option(
            metavar=say("JUDUL", "TITLE"), help=say("Judul rencana.", "Title of the plan.")
        ),
    ] = "",
    framework: Annotated[str, typer.Option(metavar=EDITION, help=OPTION)] = DEFAULT,
    example: Annotated[
        bool,
        typer.Option(
            "--example",
            help=say(
                "Rencana latihan yang utuh, dari daerah rekaan.",
                "A complete plan to learn with, of an invented region.",
            ),
        ),
    ] = False,
) -> None:
    from smartplan.scaffold import Beginning, own_source, skeleton, write  # keeps --help quick

    if example:
        other = framework if framework != DEFAULT else None
        _alone(region, start, end, as_of, title or None, other)
        _begin_example(folder)
        return
    day = _day(as_of)
    first, last = _period(start, end, day)
    beginning = Beginning(
        _region(region), edition(framework), first, last, day, _title(title), own_source()
    )
    _room(folder)
    files = skeleton(beginning)
    write(folder, files)
    _tell(folder, beginning.place.full_name, len(files))


def _alone(*given: object) -> None:
    """A wrong call if anything is to be chosen about a plan that is as it is."""
    if any(value is not None for value in given):
        raise _wrong(
            "--example",
            "rencana latihan sudah memuat daerah, tahun, dan judulnya; hilangkan pilihan lain",
            "the plan to learn with has its own region, years and title; drop the other options",
        )


def _begin_example(folder: Path) -> None:
    from smartplan.scaffold import example, own_source, write  # keeps --help quick

    _room(folder)
    files = example(edition(DEFAULT), own_source())
    write(folder, files)
    name = show(str(folder), 300)
    put(
        say(
            f"Rencana latihan ditulis ke `{name}`: {len(files)} berkas. Daerahnya rekaan.\n"
            f"Periksa: smartplan validate {name}\n"
            f"Cetak: smartplan render {name}\n",
            f"A plan to learn with is in `{name}`: {len(files)} files. Its region is invented.\n"
            f"Check: smartplan validate {name}\n"
            f"Render: smartplan render {name}\n",
        )
    )


def _day(text: str | None) -> date:
    if text is None:
        now = time.localtime()
        return date(now.tm_year, now.tm_mon, now.tm_mday)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _wrong(
        "--as-of",
        f"`{show(text, 40)}` bukan tanggal; tulis seperti 2025-06-30",
        f"`{show(text, 40)}` is not a date; write it like 2025-06-30",
    )


def _period(start: int | None, end: int | None, day: date) -> tuple[int, int]:
    first = start if start is not None else (end - YEARS + 1 if end is not None else day.year + 1)
    last = end if end is not None else first + YEARS - 1
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise _wrong(
            "--start, --end",
            f"{first}-{last} bukan jangka waktu antara {FIRST_YEAR} dan {LAST_YEAR}",
            f"{first}-{last} is not a period between {FIRST_YEAR} and {LAST_YEAR}",
        )
    return first, last


def _region(code: str | None) -> "Region":
    from smartplan.regions import by_name, find, near  # keeps --help quick

    if code is None:
        raise typer.BadParameter(
            say(
                "tulis kode wilayah, seperti 51.06; untuk berlatih, pakai `--example`",
                "write the region's code, like 51.06; to practise, use `--example`",
            ),
            param_hint="--region",
        )
    found = find(code)
    if found is not None:
        return found
    maybe = [region for region in [near(code[:40])] if region] or by_name(code[:80])[:3]
    shown = show(code, 40)
    said = listing([f"{region.code} ({region.name})" for region in maybe])
    raise _wrong(
        "--region",
        f"kode wilayah `{shown}` tidak ada dalam daftar Kemendagri; "
        + (f"mungkin {said}?" if said else "tulis seperti 51.06"),
        f"the region code `{shown}` is not in the Kemendagri list; "
        + (f"perhaps {said}?" if said else "write it like 51.06"),
    )


def _title(text: str) -> str:
    if len(text) <= MAX_TITLE and show(text, MAX_TITLE) == text:
        return text.strip()
    raise _wrong(
        "--title",
        f"paling banyak {MAX_TITLE} karakter dalam satu baris",
        f"at most {MAX_TITLE} characters on one line",
    )


def _room(folder: Path) -> None:
    """A wrong call unless there is room for a new plan."""
    from smartplan.scaffold import in_the_way  # keeps --help quick

    not_into_link(folder, "DIR")
    name = show(str(folder), 300)
    if not folder.parent.is_dir():
        parent = show(str(folder.parent), 300)
        raise _wrong("DIR", f"tidak ada folder `{parent}`", f"there is no folder `{parent}`")
    there = in_the_way(folder)
    if there:
        names = listing([show(entry, 80) for entry in there], 10)
        raise _wrong(
            "DIR", f"`{name}` tidak kosong: ada {names}", f"`{name}` is not empty: it holds {names}"
        )


def _wrong(option: str, indonesian: str, english: str) -> typer.BadParameter:
    return typer.BadParameter(say(indonesian, english), param_hint=option)


def _tell(folder: Path, region: str, count: int) -> None:
    name = show(str(folder), 300)
    put(
        say(
            f"Rencana {region} dimulai di `{name}`: {count} berkas.\n"
            f"Mulailah dari `sources.yaml` dan `team.yaml`; `README.md` menjelaskan sisanya.\n"
            f"Periksa kapan saja: smartplan validate {name}\n",
            f"The plan of {region} begins in `{name}`: {count} files.\n"
            f"Start with `sources.yaml` and `team.yaml`; `README.md` explains the rest.\n"
            f"Check at any time: smartplan validate {name}\n",
        )
    )

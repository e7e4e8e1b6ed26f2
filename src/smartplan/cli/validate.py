"""`smartplan validate`: everything that is wrong with one or more plans."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smartplan.cli.options import plan_folder, web_folder
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity
from smartplan.language import Language
from smartplan.reports import FORMATS

HELP = say(
    "Periksa rencana: semua temuan dalam satu kali jalan.",
    "Check plans: all findings in one run.",
)


OutputFormat = StrEnum(  # type: ignore[misc]  # mypy wants the members spelled out
    "OutputFormat", [(name, name) for name in FORMATS]
)
"""How findings are printed: one member for each report."""
FULL = OutputFormat("full")


def validate(  # noqa: PLR0913 - one parameter per option
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            parser=plan_folder,
            metavar="[PLAN]...",
            help=say("Folder rencana; bawaan: folder ini.", "Folders of plans; default: this one."),
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            envvar="SMARTPLAN_OUTPUT_FORMAT",
            help=say("Bentuk laporan.", "How findings are printed."),
        ),
    ] = FULL,
    output_file: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BERKAS", "FILE"),
            help=say(
                "Tulis laporan ke berkas; stdout hanya memuat ringkasan.",
                "Write the report to a file; stdout has the summary only.",
            ),
            show_default=False,
        ),
    ] = None,
    rules_url: Annotated[
        str,
        typer.Option(
            envvar="SMARTPLAN_RULES_URL",
            metavar="URL",
            help=say(
                "Alamat folder halaman temuan, untuk tautan dalam sarif dan rdjson.",
                "Address of the folder of the findings' pages, for links in sarif and rdjson.",
            ),
            show_default=False,
        ),
    ] = "",
    lang: Annotated[
        Language | None,
        typer.Option(
            help=say("Bahasa temuan; bawaan: bahasa rencana.", "Language; default: the plan's."),
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("KODE,…", "CODE,…"),
            help=say(
                "Hanya kode atau awalan kode ini; kesalahan membaca selalu ditampilkan.",
                "Only these codes or beginnings of codes; errors of reading always show.",
            ),
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("KODE,…", "CODE,…"),
            help=say("Tanpa kode atau awalan kode ini.", "Not these codes or beginnings."),
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BERKAS", "FILE"),
            help=say(
                "Hanya temuan yang belum ada dalam berkas acuan ini.",
                "Only findings that this file does not know yet.",
            ),
            show_default=False,
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BERKAS", "FILE"),
            help=say(
                "Catat semua temuan sekarang sebagai acuan, lalu keluar 0.",
                "Write down all findings as known, and exit 0.",
            ),
            show_default=False,
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=say(
                "Perbaiki yang pasti dalam berkas rencana, lalu laporkan sisanya.",
                "Mend what is certain in the plan's files, then report what remains.",
            ),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=say(
                "Tampilkan perubahan dari --fix tanpa menulis; keluar 1 bila ada.",
                "Show what --fix would change and write nothing; exit 1 if anything.",
            ),
        ),
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes",
            help=say(
                "Juga perbaikan yang baru mungkin benar; periksa hasilnya.",
                "Also fixes that are only likely right; look at what they make.",
            ),
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help=say(
                "Proses untuk beberapa rencana; bawaan: menurut banyaknya pekerjaan.",
                "Processes for several plans; default: as the work demands.",
            ),
            show_default=False,
        ),
    ] = None,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help=say(
                "Periksa semua dari awal; juga dengan SMARTPLAN_NO_CACHE=1.",
                "Check everything anew; so does SMARTPLAN_NO_CACHE=1.",
            ),
        ),
    ] = False,
    fail_on: Annotated[
        Severity,
        typer.Option(help=say("Keluar 1 mulai bobot ini.", "Exit 1 from this severity up.")),
    ] = Severity.ERROR,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help=say("Tanpa baris penutup.", "No closing line."))
    ] = False,
) -> None:
    from smartplan.cli.baseline import accept, known_in, not_both  # keeps --help quick
    from smartplan.cli.findings import choice_of, survey, tell
    from smartplan.cli.output import report_file
    from smartplan.cli.plans import Manner

    not_both(baseline, write_baseline)
    output, accepted = report_file(output_file), report_file(write_baseline, "--write-baseline")
    pages = web_folder(rules_url, "--rules-url")
    choice = choice_of(select or (), ignore or (), quiet=quiet)
    known = known_in(baseline)
    folders, fixed = plans or [Path()], None
    if fix or diff or unsafe_fixes:
        from smartplan.cli.fixing import Wanted, fixes  # every rule

        wanted = Wanted(fix, diff, unsafe_fixes, quiet, lang)
        fixed = fixes(folders, choice, wanted.checked(write_baseline, output_file))
    surveyed = survey(folders, lang, Manner(jobs, not no_cache, quiet))
    if accepted is not None:
        accept(surveyed, choice, accepted, quiet=quiet)
        return
    checked = surveyed.chosen(choice, known, baseline)
    tell(checked, output_format, quiet=quiet, output=output, pages=pages)
    if fixed is not None and not quiet:
        sys.stderr.write(fixed.told(checked.language))
    raise typer.Exit(1 if checked.worst(fail_on) else 0)

"""`smartplan render`: the books of a plan as Markdown and as a static site."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import BookLanguage, PlanFolder, web_folder
from smartplan.cli.output import put
from smartplan.cli.progress import Progress
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity, show
from smartplan.language import Language, Text, number

if TYPE_CHECKING:
    from smartplan.book.chapters import Draft
    from smartplan.cli.findings import Checked
    from smartplan.plan import Plan

HELP = say(
    "Cetak buku-buku rencana sebagai Markdown dan situs HTML.",
    "Render the books of a plan as Markdown and as a static site.",
)
FINDINGS, WRONG_CALL, BROKEN = 1, 2, 3


def render(  # noqa: PLR0913 - one parameter per option
    plan: PlanFolder = Path(),
    to: Annotated[
        str,
        typer.Option(
            metavar="FORMAT,…",
            help=say("Bentuk: markdown, html, atau keduanya.", "markdown, html, or both."),
        ),
    ] = "markdown,html",
    out: Annotated[Path, typer.Option(help=say("Folder keluaran.", "Folder to write."))] = Path(
        "build"
    ),
    book: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BUKU",
            help=say("Hanya buku ini; boleh berulang.", "Only this book; may be repeated."),
            show_default=False,
        ),
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help=say(
                "Cetak bagian yang benar, bertanda DRAF.", "Render what is sound, marked DRAFT."
            ),
        ),
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            help=say(
                "Folder templat yang mendahului bawaan; hanya dari sumber tepercaya.",
                "Templates that go before the built-in ones; only from someone you trust.",
            ),
            show_default=False,
        ),
    ] = None,
    lang: BookLanguage = None,
    base_url: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help=say(
                "Alamat situs kelak, untuk peta situs dan pratinjau tautan.",
                "Where the site will be, for its map and for link previews.",
            ),
            show_default=False,
        ),
    ] = "",
    search: Annotated[
        bool,
        typer.Option(
            "--search",
            help=say(
                "Sertakan pencarian; perlu ekstra `site`.", "With search; needs the extra `site`."
            ),
        ),
    ] = False,
    changes_since: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=say(
                "Tambahkan bab Matriks Perubahan sejak revisi git ini.",
                "Add a chapter with the matrix of changes since this git revision.",
            ),
            show_default=False,
        ),
    ] = "",
    wait: Annotated[
        bool,
        typer.Option(
            "--wait",
            help=say("Tunggu render lain pada folder itu.", "Wait for another render to end."),
        ),
    ] = False,
) -> None:
    """Check, render in memory, publish in one step."""
    from smartplan.cli.findings import folder_of  # keeps --help quick
    from smartplan.reports.tally import left_open

    progress = Progress()
    folder = folder_of(plan)
    formats = _formats(to)
    own = _Own(web_folder(base_url, "--base-url"), search)
    checked = _checked(plan, lang, draft=draft)
    sound = checked.plans[0].plan
    assert sound is not None
    appended = _matrix(folder, changes_since, lang or sound.language) if changes_since else ()
    job = _Job(
        sound, folder, formats, tuple(book or ()), lang, templates, out, draft, wait, own,
        left_open(checked.diagnostics), appended,
    )  # fmt: skip
    try:
        said = _run(job, checked.language, progress)
    except _Stopped as stopped:
        progress.clear()
        sys.stderr.write(f"smartplan: {show(stopped.reason, 1_000)}\n")
        raise typer.Exit(stopped.code) from stopped
    progress.clear()
    put(f"{show(said, 1_000)}\n")


@dataclass(frozen=True)
class _Own:
    """What is asked of the site alone."""

    base_url: str
    search: bool


@dataclass(frozen=True)
class _Job:
    """What was asked for."""

    plan: "Plan"
    folder: Path
    formats: tuple[str, ...]
    books: tuple[str, ...]
    language: Language | None
    templates: Path | None
    out: Path
    draft: bool
    wait: bool
    own: "_Own"
    checked: Text
    appended: tuple["Draft", ...] = ()


def _matrix(folder: Path, revision: str, language: Language) -> tuple["Draft", ...]:
    """The chapter of what changed, as an official revision has it."""
    from smartplan.book.appendix import appendix  # jinja2, and git
    from smartplan.changes.markdown import introduction, matrix_table
    from smartplan.cli.diff import since

    pair = since(folder, revision, language)
    table = matrix_table(pair.changes, language)
    return (appendix("95-matriks-perubahan", table, introduction(pair.ends, language), language),)


class _Stopped(Exception):  # noqa: N818 - a finding, not a fault of the program
    """Why nothing was written, and the exit code that says so."""

    def __init__(self, reason: str, code: int):
        self.reason = reason
        self.code = code
        super().__init__(reason)


def _formats(to: str) -> tuple[str, ...]:
    from smartplan.book.render import FORMATS  # keeps --help quick

    wanted = tuple(dict.fromkeys(word.strip() for word in to.split(",") if word.strip()))
    for word in wanted or (to,):
        if word not in FORMATS:
            choices = ", ".join(f"`{format}`" for format in FORMATS)
            raise typer.BadParameter(
                say(
                    f"tidak ada bentuk `{word}`; pilih {choices}",
                    f"there is no format `{word}`; choose {choices}",
                ),
                param_hint="--to",
            )
    return wanted


def _checked(plan: Path, lang: Language | None, *, draft: bool) -> "Checked":
    """The plan with its findings; one with errors ends the command unless a draft is wanted."""
    from smartplan.cli.findings import look, tell  # keeps --help quick

    checked = look([plan], lang)
    errors = tuple(d for d in checked.diagnostics if d.severity is Severity.ERROR)
    usable = checked.plans[0].plan is not None
    if usable and not errors:
        return checked
    if usable and draft:
        sys.stderr.write(_NOT_CLEAN.say(checked.language).format(count=len(errors)) + "\n")
        return checked
    tell(replace(checked, diagnostics=errors), "full", quiet=False)
    advice = _REPAIR if usable else _NO_MANIFEST
    sys.stdout.flush()
    sys.stderr.write(f"smartplan: {advice.say(checked.language)}\n")
    raise typer.Exit(FINDINGS)


_NOT_CLEAN = Text(
    "smartplan: rencana memiliki {count} kesalahan; buku ditandai DRAF",
    "smartplan: the plan has {count} errors; the books are marked DRAFT",
)
_REPAIR = Text(
    "buku belum dicetak; perbaiki kesalahan di atas, atau cetak draf dengan `--draft`",
    "no book was written; correct the errors above, or render a draft with `--draft`",
)
_NO_MANIFEST = Text(
    "buku belum dicetak; draf pun memerlukan `smartplan.yaml` yang dapat dibaca",
    "no book was written; even a draft needs a `smartplan.yaml` that can be read",
)
_DONE = Text(
    "{count} berkas ditulis ke `{out}`; buka `{first}`",
    "{count} files written to `{out}`; open `{first}`",
)


def _run(job: _Job, language: Language, progress: Progress) -> str:
    """Render and publish; what the user reads at the end."""
    # jinja2 and markdown-it, which no other command needs
    from smartplan.book.assembly import UnknownBook, fingerprint
    from smartplan.book.problems import TemplateProblem
    from smartplan.book.publish import Refused, Unwritable, publish, refuse_foreign
    from smartplan.book.render import first_page, render
    from smartplan.book.search import NoSearch

    try:
        refuse_foreign(job.out, job.folder)
        files = render(
            job.plan,
            job.formats,
            job.books,
            job.language,
            job.templates,
            base_url=job.own.base_url,
            search=job.own.search,
            draft=job.draft,
            checked=job.checked,
            appended=job.appended,
            progress=lambda what: progress.say(say(f"mencetak {what} …", f"rendering {what} …")),
        )
        publish(files, job.out, job.folder, fingerprint(job.plan), wait=job.wait)
    except (Refused, UnknownBook, NoSearch) as error:
        raise _Stopped(error.message.say(language), WRONG_CALL) from error
    except Unwritable as error:
        raise _Stopped(error.message.say(language), BROKEN) from error
    except TemplateProblem as error:
        own = job.templates and Path(error.file).is_relative_to(job.templates)
        raise _Stopped(error.say(language), WRONG_CALL if own else BROKEN) from error
    _warn_of_outdated(job.templates, language)
    first = (job.out / first_page(job.formats)).as_posix()
    count = number(len(files), language)
    return _DONE.say(language).format(count=count, out=job.out.as_posix(), first=first)


def _warn_of_outdated(templates: Path | None, language: Language) -> None:
    """One line for each template that was copied and whose original has changed since."""
    if templates is None:
        return
    from smartplan.book.overrides import outdated  # only with templates of one's own

    for copy in outdated(templates):
        sys.stderr.write(f"smartplan: {show(copy.message.say(language), 1_000)}\n")

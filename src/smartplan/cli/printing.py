"""The books of a plan, printed: checked, rendered in memory, published in one step."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartplan.cli.output import put
from smartplan.cli.program import BROKEN, CLEAN, FINDINGS, WRONG_CALL
from smartplan.cli.progress import Progress
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity, counted, show
from smartplan.language import Language, Text, number

if TYPE_CHECKING:
    from smartplan.book.chapters import Draft
    from smartplan.cli.findings import Checked
    from smartplan.plan import Plan


@dataclass(frozen=True)
class Order:
    """What is asked for; what is not said is as `render` without options has it."""

    plan: Path = Path()
    to: str = "markdown,html"
    out: Path = Path("build")
    books: tuple[str, ...] = ()
    draft: bool = False
    templates: Path | None = None
    language: Language | None = None
    base_url: str = ""
    search: bool = False
    changes_since: str = ""
    wait: bool = False


def printed(order: Order) -> int:
    """Check, render and publish; the exit code."""
    progress = Progress()
    try:
        said = _printed(order, progress)
    except _Stopped as stopped:
        progress.clear()
        sys.stdout.flush()
        sys.stderr.write(f"smartplan: {show(stopped.reason, 1_000)}\n")
        return stopped.code
    progress.clear()
    put(f"{show(said, 1_000)}\n")
    return CLEAN


def _printed(order: Order, progress: Progress) -> str:
    from smartplan.cli.findings import folder_of  # keeps --help quick
    from smartplan.reports.tally import left_open

    folder = folder_of(order.plan)
    formats = _formats(order.to)
    checked = _checked(order.plan, order.language, draft=order.draft)
    plan = checked.plans[0].plan
    assert plan is not None
    appended = _matrix(folder, order.changes_since, order.language or plan.language)
    job = _Job(order, plan, folder, formats, left_open(checked.diagnostics), appended)
    return _run(job, checked.language, progress)


@dataclass(frozen=True)
class _Job:
    """An order whose plan was found fit for it."""

    order: Order
    plan: "Plan"
    folder: Path
    formats: tuple[str, ...]
    checked: Text
    appended: tuple["Draft", ...]


def _matrix(folder: Path, revision: str, language: Language) -> tuple["Draft", ...]:
    """The chapter of what changed, as an official revision has it."""
    if not revision:
        return ()
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
            import typer  # not for a call that is right

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
        sys.stderr.write(
            _NOT_CLEAN.say(checked.language).format(count=number(counted(errors), checked.language))
            + "\n"
        )
        return checked
    tell(replace(checked, diagnostics=errors), "full", quiet=False)
    advice = _REPAIR if usable else _NO_MANIFEST
    raise _Stopped(advice.say(checked.language), FINDINGS)


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

    order = job.order
    try:
        refuse_foreign(order.out, job.folder)
        files = render(
            job.plan,
            job.formats,
            order.books,
            order.language,
            order.templates,
            base_url=order.base_url,
            search=order.search,
            draft=order.draft,
            checked=job.checked,
            appended=job.appended,
            progress=lambda what: progress.say(say(f"mencetak {what} …", f"rendering {what} …")),
        )
        publish(files, order.out, job.folder, fingerprint(job.plan), wait=order.wait)
    except (Refused, UnknownBook, NoSearch) as error:
        raise _Stopped(error.message.say(language), WRONG_CALL) from error
    except Unwritable as error:
        raise _Stopped(error.message.say(language), BROKEN) from error
    except TemplateProblem as error:
        own = order.templates and Path(error.file).is_relative_to(order.templates)
        raise _Stopped(error.say(language), WRONG_CALL if own else BROKEN) from error
    _warn_of_outdated(order.templates, language)
    first = (order.out / first_page(job.formats)).as_posix()
    count = number(len(files), language)
    return _DONE.say(language).format(count=count, out=order.out.as_posix(), first=first)


def _warn_of_outdated(templates: Path | None, language: Language) -> None:
    """One line for each template that was copied and whose original has changed since."""
    if templates is None:
        return
    from smartplan.book.overrides import outdated  # only with templates of one's own

    for copy in outdated(templates):
        sys.stderr.write(f"smartplan: {show(copy.message.say(language), 1_000)}\n")

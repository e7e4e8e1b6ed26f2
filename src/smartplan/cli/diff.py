"""`smartplan diff`: what changed between two revisions or two folders, by meaning."""

import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartplan.cli.options import OutputLanguage
from smartplan.cli.output import put
from smartplan.cli.speech import say
from smartplan.diagnostics import Severity, counted, show
from smartplan.language import Language, Text

if TYPE_CHECKING:
    from smartplan.changes import Changes, Side
    from smartplan.changes.lines import Ends
    from smartplan.revisions import Revision

HELP = say(
    "Bandingkan dua revisi atau dua folder rencana menurut maknanya.",
    "Compare two revisions or folders of a plan by their meaning.",
)
FINDINGS, WRONG_CALL = 1, 2
_HERE = Text("folder kerja", "working folder")


class Form(StrEnum):
    """How changes are printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    MATRIX = "matrix"


def diff(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[PLAN] REV[..REV]",
            help=say(
                "Folder rencana (bawaan: folder ini) dan revisi git, atau dua folder.",
                "Folder of the plan (default: here) and git revisions, or two folders.",
            ),
        ),
    ],
    output_format: Annotated[
        Form,
        typer.Option(
            help=say(
                "Bentuk keluaran; matrix: semula, menjadi, keterangan.",
                "How it is printed; matrix: before, after, remark.",
            )
        ),
    ] = Form.TEXT,
    lang: OutputLanguage = None,
) -> None:
    from smartplan.changes.formats import FORMATS  # keeps --help quick

    pair = compared(words, lang)
    put(FORMATS[output_format](pair.changes, pair.ends, pair.language))


@dataclass(frozen=True)
class Pair:
    """Two plans compared."""

    changes: "Changes"
    ends: "Ends"
    language: Language


def compared(words: list[str], lang: Language | None) -> Pair:
    """Two folders, or a folder as it is or was; a wrong call where a revision is not there."""
    from smartplan.cli.findings import folder_of  # keeps --help quick

    if len(words) == 2 and (Path(words[1]) / "smartplan.yaml").is_file():
        old, new = (folder_of(Path(word)) for word in words)
        return _compared((old, words[0]), (new, words[1]), lang)
    if len(words) not in (1, 2):
        raise typer.BadParameter(
            say("tulis `[PLAN] REV[..REV]` atau dua folder",
                "write `[PLAN] REV[..REV]` or two folders"),
            param_hint="REV",
        )  # fmt: skip
    return since(folder_of(Path(*words[:-1])), words[-1], lang)


def since(folder: Path, revisions: str, lang: Language | None) -> Pair:
    """A revision and the folder as it is, or two revisions."""
    from smartplan.revisions import NoRevision  # keeps --help quick

    try:
        return _revisions(folder, revisions, lang)
    except NoRevision as none:
        sys.stderr.write(f"smartplan: {show(none.message.say(_spoken(lang)), 500)}\n")
        raise typer.Exit(WRONG_CALL) from none


def _spoken(lang: Language | None) -> Language:
    from smartplan.cli.speech import user_language  # keeps --help quick

    return lang or user_language()


def _revisions(folder: Path, words: str, lang: Language | None) -> Pair:
    from smartplan.revisions import find, parting, split, write  # keeps --help quick

    first, second, from_parting = split(words)
    old = find(folder, first)
    new = find(folder, second) if second is not None else None
    if from_parting and new is not None:
        old = parting(folder, old, new)
    with tempfile.TemporaryDirectory(prefix="smartplan-") as place:
        before = Path(place) / "before"
        before.mkdir()
        write(folder, old, before)
        if new is None:
            here = _HERE.say(_spoken(lang))
            return _compared((before, _name(old)), (folder, here), lang, (old.commit, None))
        after = Path(place) / "after"
        after.mkdir()
        write(folder, new, after)
        commits = (old.commit, new.commit)
        return _compared((before, _name(old)), (after, _name(new)), lang, commits)


def _name(revision: "Revision") -> str:
    short = revision.commit[:7]
    return short if revision.commit.startswith(revision.name) else f"{revision.name} ({short})"


def _compared(
    old: tuple[Path, str],
    new: tuple[Path, str],
    lang: Language | None,
    commits: tuple[str | None, str | None] = (None, None),
) -> Pair:
    from smartplan.changes import compare  # keeps --help quick
    from smartplan.changes.lines import Ends
    from smartplan.cli.speech import chosen_language, plan_language

    before, after = _side(*old, lang), _side(*new, lang)
    language = chosen_language(lang, plan_language(after.plan))
    return Pair(compare(before, after), Ends(old[1], new[1], commits), language)


def _side(folder: Path, name: str, lang: Language | None) -> "Side":
    """A plan as far as it can be read; what is unsound in it is told on stderr."""
    from smartplan.changes import Side  # keeps --help quick
    from smartplan.cli.sound import count_errors
    from smartplan.load import frameworks, load
    from smartplan.rules import check
    from smartplan.stages import WAIVERS
    from smartplan.stages.base import Item

    loaded = load(folder, bare=True)
    found = check(loaded)
    shown = show(name, 300)
    if loaded.plan is None:
        words = say(
            f"rencana `{shown}` belum memiliki `smartplan.yaml` yang dapat dibaca",
            f"the plan `{shown}` has no `smartplan.yaml` that can be read",
        )
        sys.stderr.write(f"smartplan: {words}\n")
        raise typer.Exit(FINDINGS)
    errors = counted(one for one in found if one.severity is Severity.ERROR)
    count_errors(f"`{shown}`", errors, _spoken(lang))
    others: dict[str, Item] = {}
    if loaded.waivers is not None:
        others[WAIVERS] = loaded.waivers
    if loaded.plan.manifest.framework not in frameworks():
        others["framework"] = loaded.plan.framework
    return Side(loaded.plan, tuple(found), others)

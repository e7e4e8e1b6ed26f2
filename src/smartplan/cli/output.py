"""What commands give out: on stdout nothing acts, files are whole and never written over a plan."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from smartplan.cli.program import BROKEN
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import Diagnostic, counted, show
from smartplan.escapes import quiet
from smartplan.language import Language, Text, number
from smartplan.links import followed, followed_into, is_stream
from smartplan.os_errors import reason


def put(text: str) -> None:
    """Print what a command has to say; no text of a plan in it acts in a log of CI."""
    sys.stdout.write(quiet(text))


SUMMARY_LIMIT = 1_000_000
"""Bytes of a step summary; GitHub throws away what has more than 1 MiB."""

_CUT = Text(
    "Tabel dipotong: {shown} dari {all} temuan; bentuk `json` memuat semuanya.",
    "The table is cut: {shown} of {all} findings; the format `json` has them all.",
)


def report_file(path: Path | None, option: str = "--output-file") -> Path | None:
    """The file for a report, or a wrong call: its folder is there and it holds no plan."""
    if path is None:
        return None
    not_through_link(path, option)
    name = show(str(path), 300)
    if path.is_dir():
        raise _wrong(option, say(f"`{name}` adalah folder", f"`{name}` is a folder"))
    if path.suffix.lower() in (".yaml", ".yml"):
        raise _wrong(
            option,
            say(
                f"`{name}` berkas YAML; laporan tidak ditulis di atas rencana",
                f"`{name}` is a YAML file; a report is not written over a plan",
            ),
        )
    if not path.parent.is_dir():
        folder = show(str(path.parent), 300)
        raise _wrong(option, say(f"tidak ada folder `{folder}`", f"there is no folder `{folder}`"))
    return path


def not_through_link(path: Path, option: str) -> None:
    """A wrong call where writing would follow a link: its target is not what was named."""
    _refuse(followed(path), option)


def not_into_link(folder: Path, option: str) -> None:
    """The same for a folder that files are written into; a plan's own folder is one."""
    _refuse(followed_into(folder), option)


def _refuse(link: Path | None, option: str) -> None:
    if link is None:
        return
    name = show(str(link), 300)
    raise _wrong(
        option,
        say(
            f"`{name}` adalah tautan ke tempat lain, dan smartplan tidak menulis melalui tautan; "
            "hapus tautan itu, atau sebut tempat lain",
            f"`{name}` is a link to another place, and smartplan does not write through links; "
            "delete the link, or name another place",
        ),
    )


def _wrong(option: str, words: str) -> Exception:
    import typer  # not for a call that is right

    return typer.BadParameter(words, param_hint=option)


def save(path: Path, text: str) -> None:
    """Write a report; who reads it meanwhile sees the old one or the new one."""
    try:
        if path.exists() and not _replaceable(path):
            path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            _replace(path, text)
    except OSError as error:
        name, why = show(str(path), 300), reason(error).say(user_language())
        words = say(f"`{name}` tidak dapat ditulis", f"`{name}` cannot be written")
        sys.stderr.write(f"smartplan: {words}: {show(why, 300)}\n")
        import typer  # not where all goes well

        raise typer.Exit(BROKEN) from error


def _replaceable(path: Path) -> bool:
    """A pipe or `/dev/stdout` is written to and stays what it is."""
    return path.is_file() and not is_stream(path)


def _replace(target: Path, text: str) -> None:
    import tempfile  # not for what is printed

    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=".smartplan-", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(
            handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        ) as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def summarize(diagnostics: Sequence[Diagnostic], language: Language) -> bool:
    """Add all findings to the summary of a GitHub step; whether there is one and it was written."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return False
    try:
        with Path(place).open(
            "a", encoding="utf-8", errors="backslashreplace", newline="\n"
        ) as stream:
            stream.write(_table(diagnostics, language))
    except OSError as error:
        words = say("ringkasan langkah tidak dapat ditulis", "the step summary cannot be written")
        sys.stderr.write(f"smartplan: {words}: {show(reason(error).say(user_language()), 300)}\n")
        return False
    return True


def _table(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """All findings, or as many as GitHub keeps with a word on the rest."""
    from smartplan.reports.markdown import markdown  # only on GitHub

    text, shown = markdown(diagnostics, language), len(diagnostics)
    while len(text.encode("utf-8", "backslashreplace")) > SUMMARY_LIMIT:
        shown //= 2
        counts = {
            "shown": number(counted(diagnostics[:shown]), language),
            "all": number(counted(diagnostics), language),
        }
        cut = _CUT.say(language).format(**counts)
        text = f"{markdown(diagnostics[:shown], language)}\n{cut}\n"
    return text

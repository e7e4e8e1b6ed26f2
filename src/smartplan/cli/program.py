"""The program: its commands, and what an error of any kind becomes."""

import errno
import gc
import os
import sys
from contextlib import suppress

from smartplan.cli.quick import quick
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import show
from smartplan.os_errors import reason

COMMANDS = (
    "validate", "render", "serve", "init", "status", "progress", "score", "record", "sheet",
    "trace", "impact", "diff", "explain", "schema", "templates",
)  # fmt: skip
CLEAN, FINDINGS, WRONG_CALL, BROKEN = 0, 1, 2, 3
"""Exit codes; see `docs/decisions/0006-codes-severities-exit-codes.md`."""
_OF_WRITING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What the system says of an output where it names no file."""
INTERRUPTED = 130
"""What a shell calls the end by Ctrl-C."""


def run(words: list[str]) -> int:
    """Run a command line; the exit code is returned, nothing is raised."""
    gc.disable()  # a command ends soon; collecting doubles the cost of big plans
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # no other package has a say in a plan
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(words)
        sys.stdout.flush()
    except OSError as error:
        if "--debug" in words:
            raise
        code = unwritten(error)
    return code


def _run(words: list[str]) -> int:
    try:
        code = quick(words)
        if code is None:
            from smartplan.cli.typed import call  # typer, for all that is not quickly understood

            code = call(words)
    except OSError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        shown = getattr(error, "format_message", None)
        if shown is not None:
            from smartplan.cli.typed import spoken  # typer said it

            return _wrong_call(spoken(shown()))
        if "--debug" in words:
            raise
        return _broken(words, f"{type(error).__name__}: {error}")
    return code


def _wrong_call(message: str) -> int:
    hint = say("lihat `smartplan --help`", "see `smartplan --help`")
    _say(f"{show(message, 500)} ({hint})")
    return WRONG_CALL


def _broken(words: list[str], reason: str) -> int:
    hint = say(
        "jalankan lagi dengan `smartplan --debug …` dan laporkan",
        "run again with `smartplan --debug …` and report it",
    )
    if "--debug" in words:
        hint = say("laporkan", "report it")
    _say(f"{show(reason, 500)} ({hint})")
    return BROKEN


def unwritten(error: OSError) -> int:
    """What the system refused: told with the file, or as the output where no file is named."""
    _abandon_stdout()
    if isinstance(error, BrokenPipeError):  # who read it has left, and knows
        return BROKEN
    said = [show(reason(error).say(user_language()), 300)]
    if error.filename is not None:
        said.insert(0, f"`{show(str(error.filename), 300)}`")
    elif error.errno in _OF_WRITING:
        said.insert(0, say("keluaran tidak dapat ditulis", "the output cannot be written"))
    _say(": ".join(said))
    return BROKEN


def _say(words: str) -> None:
    """Why the command ends; where even that cannot be written, the exit code says it."""
    with suppress(OSError):
        sys.stderr.write(f"smartplan: {words}\n")


def _abandon_stdout() -> None:
    """Nothing more can be written: keep the interpreter from trying at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

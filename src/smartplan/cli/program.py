"""The program: its commands, and what an error of any kind becomes."""

import gc
import os
import re
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from smartplan import __version__
from smartplan.cli.speech import say, user_language
from smartplan.diagnostics import show
from smartplan.language import Language

COMMANDS = (
    "validate", "render", "serve", "init", "status", "progress", "score", "record", "sheet",
    "trace", "impact", "diff", "explain", "schema", "templates",
)  # fmt: skip
_MODULES = {"progress": "achievements"}
"""Commands whose module has another name."""

CLEAN, FINDINGS, WRONG_CALL, BROKEN = 0, 1, 2, 3
"""Exit codes; see `docs/decisions/0006-codes-severities-exit-codes.md`."""

_TYPER_WORDS = (
    (r"^Usage: ", "Pemakaian: "),
    (r"(?m)^Options:$", "Pilihan:"),
    (r"(?m)^Arguments:$", "Argumen:"),
    (r"(?m)^Commands:$", "Perintah:"),
    (r"\[OPTIONS\]", "[PILIHAN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "PERINTAH [ARGUMEN]..."),
    (r"Show this message and exit\.", "Tampilkan bantuan ini."),
    (r"Install completion for the current shell\.", "Pasang pelengkapan untuk shell ini."),
    (
        r"Show completion for the current shell, to copy it\s+or\s+customize[\s\w]+\.",
        "Tampilkan pelengkapan shell untuk disalin.",
    ),
    (r"\[default: ", "[bawaan: "),
    (r"\[env var:(\s)", r"[variabel:\1"),
    (r"; default:(\s)", r"; bawaan:\1"),
    (r"\(env var: ", "(variabel: "),
    (r"\brequired\]", "wajib]"),
    (r"No such option: (\S+)", r"tidak ada pilihan \1"),
    (r"No such command (\S+)\.", r"tidak ada perintah \1."),
    (r"Did you mean (.+)\?", r"Mungkin \1?"),
    (r"Possible options: (.+)", r"Mungkin \1"),
    (r"Missing argument (.+)\.", r"argumen \1 belum ada."),
    (r"Missing option (.+)\.", r"pilihan \1 belum ada."),
    (r"Missing command\.", "perintah belum ada."),
    (r"Option (\S+) requires an argument\.", r"pilihan \1 memerlukan nilai."),
    (r"Got unexpected extra arguments? \((.+)\)", r"ada argumen lebih: \1"),
    (r"Invalid value for (.+?): ", r"nilai keliru untuk \1: "),
    (r"(.+) is not one of (.+)\.", r"\1 bukan salah satu dari \2."),
)
"""Typer's own phrases in Indonesian; it offers no translation of them."""


def in_indonesian(text: str) -> str:
    for pattern, words in _TYPER_WORDS:
        text = re.sub(pattern, words, text)
    return text


def _spoken(text: str) -> str:
    return in_indonesian(text) if user_language() is Language.INDONESIAN else text


class Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def get_help(self, ctx: Any) -> str:
        return _spoken(super().get_help(ctx))


class Group(TyperGroup):
    """The program itself, with help in the user's language."""

    def get_help(self, ctx: Any) -> str:
        return _spoken(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for name in COMMANDS if name in super(Group, self).list_commands(ctx)]


def program() -> typer.Typer:
    """The command-line program with all its commands."""
    app = typer.Typer(
        cls=Group,
        help=say(
            "Rencana induk Smart City dari berkas YAML: diperiksa, dilacak, dan dicetak.",
            "Smart City masterplans from YAML: checked, traced and rendered.",
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
    for name in COMMANDS:
        module = import_module(f"smartplan.cli.{_MODULES.get(name, name)}")
        function = getattr(module, name)
        app.command(name, cls=Command, help=module.HELP)(function)
    app.callback()(_options)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"smartplan {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False,  # noqa: FBT003 - typer takes the default first
        "--version",
        help=say("Tampilkan versi.", "Show the version."),
        callback=_version,
        is_eager=True,
    ),
    debug: bool = typer.Option(
        False,  # noqa: FBT003 - typer takes the default first
        "--debug",
        help=say(
            "Tampilkan jejak lengkap bila terjadi kesalahan program.",
            "Show the whole traceback of an internal error.",
        ),
    ),
) -> None:
    pass


def run(words: list[str]) -> int:
    """Run a command line; the exit code is returned, nothing is raised."""
    gc.disable()  # a command ends soon; collecting doubles the cost of big plans
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        code = BROKEN
    except OSError as error:
        _abandon_stdout()
        code = _broken(words, error.strerror or type(error).__name__)
    return code


def _run(words: list[str]) -> int:
    try:
        outcome = program()(words, standalone_mode=False)
    except typer.Abort:
        return BROKEN
    except typer.Exit as left:
        return int(left.exit_code)
    except (BrokenPipeError, OSError):
        raise
    except Exception as error:
        shown = getattr(error, "format_message", None)
        if shown is not None:
            return _wrong_call(_spoken(shown()))
        if "--debug" in words:
            raise
        return _broken(words, f"{type(error).__name__}: {error}")
    return outcome if isinstance(outcome, int) else CLEAN


def _wrong_call(message: str) -> int:
    hint = say("lihat `smartplan --help`", "see `smartplan --help`")
    sys.stderr.write(f"smartplan: {show(message, 500)} ({hint})\n")
    return WRONG_CALL


def _broken(words: list[str], reason: str) -> int:
    hint = say(
        "jalankan lagi dengan `smartplan --debug …` dan laporkan",
        "run again with `smartplan --debug …` and report it",
    )
    if "--debug" in words:
        hint = say("laporkan", "report it")
    sys.stderr.write(f"smartplan: {show(reason, 500)} ({hint})\n")
    return BROKEN


def _abandon_stdout() -> None:
    """Nothing more can be written: keep the interpreter from trying at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

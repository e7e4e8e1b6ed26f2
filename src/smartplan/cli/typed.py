"""The command line as typer reads it: every command with its options, and help in two languages."""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from smartplan import __version__
from smartplan.cli.program import BROKEN, CLEAN, COMMANDS
from smartplan.cli.speech import say, user_language
from smartplan.language import Language

_MODULES = {"progress": "achievements"}
"""Commands whose module has another name."""

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
    (r"Option (\S+) requires (\d+) arguments\.", r"pilihan \1 memerlukan \2 nilai."),
    (r"Option (\S+) does not take a value\.", r"pilihan \1 tidak memakai nilai."),
    (r"Choose from: ", "Pilih: "),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", r"ada argumen lebih: \1"),
    (r"Invalid value for (.+?): ", r"nilai keliru untuk \1: "),
    (r"(.+) is not one of (.+)\.", r"\1 bukan salah satu dari \2."),
    (r"Input should be greater than or equal to (\S+)", r"harus paling sedikit \1"),
    (r"Input should be less than or equal to (\S+)", r"harus paling banyak \1"),
    (
        r"(?:Input should be a valid|Unable to parse input string as an) integer, .+?(?= \(|$)",
        "harus bilangan bulat",
    ),
    (r"\bdir ('.+') does not exist\.", r"tidak ada folder \1."),
    (r"\b(?:file|path) ('.+') does not exist\.", r"tidak ada berkas \1."),
    (r"\b(?:dir|file|path) ('.+') is a file\.", r"\1 adalah berkas, bukan folder."),
    (r"\b(?:dir|file|path) ('.+') is a directory\.", r"\1 adalah folder, bukan berkas."),
    (r"\b(?:dir|file|path) ('.+') is not readable\.", r"\1 tidak boleh dibaca."),
)
"""Typer's own phrases in Indonesian; it offers no translation of them."""


def in_indonesian(text: str) -> str:
    for pattern, words in _TYPER_WORDS:
        text = re.sub(pattern, words, text)
    return text


def _on_one_line(match: re.Match[str]) -> str:
    return " ".join(match[0].split())


def spoken(text: str) -> str:
    """A text of typer's in the user's language."""
    text = text.replace("Value error, ", "", 1)  # pydantic's word for whose check it was
    text = re.sub(r"Choose from:((?:\s+\S+)+)", _on_one_line, text)
    return in_indonesian(text) if user_language() is Language.INDONESIAN else text


class Command(TyperCommand):
    """A command whose help speaks the user's language, and names no type of Python."""

    def get_help(self, ctx: Any) -> str:
        return spoken(super().get_help(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        named = [_shown(one) for one in self.get_params(ctx) if one.param_type_name == "argument"]
        return ["[OPTIONS]", *named]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options, translated before lines are broken, which parts no phrase."""
        told: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for one in self.get_params(ctx):
            record = one.get_help_record(ctx)
            if record is not None:
                name, said = record
                is_argument = one.param_type_name == "argument"
                named = _shown(one) if is_argument else name
                told[one.param_type_name].append((named, spoken(said)))
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            if told[kind]:
                with formatter.section(title):
                    formatter.write_dl(told[kind])


def _shown(argument: Any) -> str:
    """An argument as it is written: `PLAN`, or `[PLAN]` where it may be left out."""
    return str(argument.metavar or argument.name.upper())


class Group(TyperGroup):
    """The program itself, with help in the user's language."""

    def get_help(self, ctx: Any) -> str:
        return spoken(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for name in COMMANDS if name in super(Group, self).list_commands(ctx)]


def program(commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """The command-line program with these commands."""
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
    for name in commands:
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


def call(words: list[str]) -> int:
    """Run a command line and tell its exit code; what is wrong with it is raised."""
    try:
        outcome = program(_called(words))(words, standalone_mode=False)
    except typer.Abort:
        return BROKEN
    except typer.Exit as left:
        return int(left.exit_code)
    except SystemExit as left:
        if isinstance(left.__context__, OSError):
            raise BrokenPipeError from left  # so typer leaves where nobody reads on
        raise
    return outcome if isinstance(outcome, int) else CLEAN


def _called(words: list[str]) -> Sequence[str]:
    """The command that is called, so that no other is imported; all where it is none of ours."""
    first = next((word for word in words if not word.startswith("-")), "")
    return (first,) if first in COMMANDS else COMMANDS

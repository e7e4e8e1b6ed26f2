"""The entry point: what needs no plan answers before anything heavy is imported."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run the command line and leave with its exit code."""
    words = sys.argv[1:]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us (`>&-`)
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if words in ([], ["--help"], ["-h"]):
        from smartplan.cli.speech import help_page, user_language  # start-up of --help

        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
        _leave(_told(help_page(user_language())))
    if words == ["--version"]:
        from smartplan import __version__

        _leave(_told(f"smartplan {__version__}\n"))
    from smartplan.cli.program import run  # start-up of --help

    _leave(run(words))


def _told(text: str) -> int:
    """Print what needs no command; the exit code."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        from smartplan.cli.program import unwritten  # start-up of --help

        return unwritten(error)
    return 0


def _leave(code: int) -> NoReturn:
    """End with what is in memory as it is: to take a big plan apart is a tenth of the work."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what others left for the end; nothing public does it
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # who reads it may be gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

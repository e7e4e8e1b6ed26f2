"""The entry point: what needs no plan answers before anything heavy is imported."""

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run the command line and leave with its exit code."""
    words = sys.argv[1:]
    if words in ([], ["--help"], ["-h"]):
        from smartplan.cli.speech import help_page, user_language  # start-up of --help

        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
        sys.stdout.write(help_page(user_language()))
        sys.exit(0)
    if words == ["--version"]:
        from smartplan import __version__

        sys.stdout.write(f"smartplan {__version__}\n")
        sys.exit(0)
    from smartplan.cli.program import run  # start-up of --help

    _leave(run(words))


def _leave(code: int) -> NoReturn:
    """End with what is in memory as it is: to take a big plan apart is a tenth of the work."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what others left for the end; nothing public does it
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # who reads it may be gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

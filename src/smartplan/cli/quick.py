"""Calls of `validate` that give folders and flags: understood without the library for all calls.

They are nearly all calls there are: a file saved in an editor, a commit, a pipeline. Whatever is
not understood here, and whatever is wrong, is left to typer; `docs/decisions/0018-start-up.md`.
"""

import os
from pathlib import Path

_FLAGS = {"-q": "quiet", "--quiet": "quiet", "--no-cache": "no_cache"}
_SPEAKING = ("SMARTPLAN_OUTPUT_FORMAT", "_SMARTPLAN_COMPLETE")
"""Variables that ask for more than a check."""


def quick(words: list[str]) -> int | None:
    """Run such a call and tell its exit code; None where it is not one."""
    if words[:1] != ["validate"] or any(os.environ.get(name) for name in _SPEAKING):
        return None
    given = words[1:]
    flags = {_FLAGS[word] for word in given if word in _FLAGS}
    folders = [Path(word) for word in given if word not in _FLAGS]
    if any(word.startswith("-") for word in given if word not in _FLAGS):
        return None
    if not all(folder.is_dir() for folder in folders):
        return None
    from smartplan.cli.findings import checked_plans  # keeps --help quick

    return checked_plans(folders or [Path()], cache="no_cache" not in flags, quiet="quiet" in flags)

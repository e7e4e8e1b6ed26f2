"""Calls of `validate` and `render` that say little: understood without the library for all calls.

They are nearly all calls there are: a file saved in an editor, a commit, a pipeline. Whatever is
not understood here, and whatever is wrong, is left to typer; `docs/decisions/0018-start-up.md`.
"""

import os
from pathlib import Path

_FLAGS = {"-q": "quiet", "--quiet": "quiet", "--no-cache": "no_cache"}
"""Options of `validate`."""
_VALUES = {"--to": "to", "--out": "out"}
"""Options of `render`, each with a value after it."""
_SPEAKING = ("SMARTPLAN_OUTPUT_FORMAT", "SMARTPLAN_RULES_URL", "_SMARTPLAN_COMPLETE")
"""Variables that ask for more than a check."""


def quick(words: list[str]) -> int | None:
    """Run such a call and tell its exit code; None where it is not one."""
    if any(os.environ.get(name) for name in _SPEAKING):
        return None
    command, given = words[:1], words[1:]
    if command == ["validate"]:
        return _validate(given)
    if command == ["render"]:
        return _render(given)
    return None


def _validate(given: list[str]) -> int | None:
    """Folders and flags."""
    flags = {_FLAGS[word] for word in given if word in _FLAGS}
    named = [word for word in given if word not in _FLAGS]
    if any(not word or word.startswith("-") or not Path(word).is_dir() for word in named):
        return None
    from smartplan.cli.findings import checked_plans  # keeps --help quick

    folders = [Path(word) for word in named] or [Path()]
    return checked_plans(folders, cache="no_cache" not in flags, quiet="quiet" in flags)


def _render(given: list[str]) -> int | None:
    """A folder, what is to be made of it, and where."""
    asked: dict[str, str] = {}
    folders: list[str] = []
    words = iter(given)
    for word in words:
        if word in _VALUES:
            asked[_VALUES[word]] = next(words, "")
        else:
            folders.append(word)
    plan = Path(*folders)
    if len(folders) > 1 or not plan.is_dir():
        return None
    if any(not word or word.startswith("-") for word in (*folders, *asked.values())):
        return None
    from smartplan.cli.printing import Order, printed  # keeps --help quick

    usual = Order()
    to, out = asked.get("to", usual.to), asked.get("out", usual.out)
    return printed(Order(plan=plan, to=to, out=Path(out)))

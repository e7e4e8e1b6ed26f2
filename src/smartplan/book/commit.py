"""The commit of a plan that is a repository of its own, for the colophon."""

import hashlib
import os
import subprocess
from pathlib import Path

from smartplan.plan import Plan

_SECONDS = 5
_HASHES = {40: hashlib.sha1, 64: hashlib.sha256}
"""How git names contents, by the length of the name."""


def commit(plan: Plan) -> str | None:
    """The commit that holds all of the plan's files as they are; None if there is no such commit.

    Only a plan whose folder is itself a repository has one: in a folder of a larger repository
    the commit would change with things that are not the plan's. Git is asked for names alone,
    so that no hook, filter or monitor of the repository runs.
    """
    if not (plan.folder / ".git").exists():
        return None
    head = _asked(plan.folder, "rev-parse", "--verify", "HEAD").strip()
    hashing = _HASHES.get(len(head))
    if hashing is None:
        return None
    kept = _kept(_asked(plan.folder, "ls-tree", "-r", "-z", "HEAD"))
    there = {_path(plan, file.name) for files in plan.files.values() for file in files}
    written = {path for path in kept if path.endswith((".yaml", ".yml"))}
    if None in there or not all((plan.folder / path).is_file() for path in written):
        return None
    same = all(kept.get(path) == _name(plan.folder / path, hashing) for path in there if path)
    return head if same else None


def _asked(folder: Path, *words: str) -> str:
    """What git answers; nothing if it is not there, refuses or takes too long."""
    own = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    command = ["git", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", *words]
    try:
        answer = subprocess.run(
            command, cwd=folder, env={**kept, **own}, capture_output=True, timeout=_SECONDS,
            check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "surrogateescape")


def _kept(listing: str) -> dict[str, str]:
    """The name of the contents of each file in a commit, by its path."""
    found = {}
    for line in listing.split("\0"):
        about, _, path = line.partition("\t")
        words = about.split()
        if len(words) == 3 and words[1] == "blob":
            found[path] = words[2]
    return found


def _path(plan: Plan, name: str) -> str | None:
    """A file's path below the plan's folder; findings may put other folders before it."""
    parts = name.split("/")
    below = ("/".join(parts[first:]) for first in range(len(parts)))
    return next((path for path in below if (plan.folder / path).is_file()), None)


def _name(path: Path, hashing: object) -> str:
    content = path.read_bytes()
    assert callable(hashing)
    return str(hashing(b"blob %d\0" % len(content) + content).hexdigest())

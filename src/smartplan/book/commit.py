"""The commit that holds a plan as it is, for the colophon."""

import hashlib
from pathlib import Path

from smartplan.plan import Plan
from smartplan.revisions import NoRevision, asked

_SECONDS = 5
_HASHES = {40: hashlib.sha1, 64: hashlib.sha256}
"""How git names contents, by the length of the name."""


def commit(plan: Plan) -> str | None:
    """The commit that is checked out, if it holds all of the plan's files as they are.

    The plan may be the repository or a folder in it. Git is asked for names alone, so that no
    hook, filter or monitor of the repository runs; outside a repository it is not asked at all.
    """
    folder = plan.folder.resolve()
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return None
    head = _told(folder, "rev-parse", "--verify", "HEAD").strip()
    hashing = _HASHES.get(len(head))
    if hashing is None:
        return None
    kept = _kept(_told(folder, "ls-tree", "-r", "-z", "HEAD"))
    there = {_path(plan, file.name) for files in plan.files.values() for file in files}
    written = {path for path in kept if path.endswith((".yaml", ".yml"))}
    if None in there or not all((folder / path).is_file() for path in written):
        return None
    same = all(kept.get(path) == _name(folder / path, hashing) for path in there if path)
    return head if same else None


def _told(folder: Path, *words: str) -> str:
    """What git answers; nothing if it is not there, refuses or takes too long."""
    try:
        answer = asked(folder, *words, seconds=_SECONDS)
    except NoRevision:
        return ""
    return (answer or b"").decode("utf-8", "surrogateescape")


def _kept(listing: str) -> dict[str, str]:
    """The name of the contents of each file in a commit, by its path below the plan's folder."""
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

"""What lies in the watched folders, cheap enough to ask twice a second."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from smartplan.book.publish import BUILD_FOLDERS

MOST = 20_000
"""Files that are looked at; a plan and its templates have a few hundred."""
DEEPEST = 4
"""Folders below the watched one."""

State = frozenset[tuple[str, int, int]]


def state(folders: Iterable[Path]) -> State:
    """Path, size and time of every file in these folders; hidden, backup and output are left out.

    Links are not followed: what lies behind one is no part of a plan.
    """
    found: set[tuple[str, int, int]] = set()
    for folder in folders:
        for entry in _files(folder, DEEPEST):
            if len(found) >= MOST:
                return frozenset(found)
            try:
                about = entry.stat(follow_symlinks=False)
            except OSError:
                continue  # gone since it was listed: the next look tells
            if stat.S_ISREG(about.st_mode):
                found.add((entry.path, about.st_size, about.st_mtime_ns))
    return frozenset(found)


def _files(folder: Path | str, depth: int) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".tmp")):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield entry
        elif depth and entry.name not in BUILD_FOLDERS:
            yield from _files(entry.path, depth - 1)

"""The names in a plan's folder that reading looks at.

Reading asks here alone, and the cache keeps findings by all that could be told here: what a plan's
findings depend on cannot be more than what they are kept by.
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DEEPEST = 2
"""Folders between a plan's own and the names that are still looked at."""

_HIDDEN = (".", "~", "#")
_BACKUP = "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder."""

    name: str
    is_folder: bool
    is_link: bool


class Contents:
    """What is in a plan's folder, down to the names in the folders of its folders."""

    def __init__(self, folder: Path):
        self.folder = folder

    def entries(self, path: str = "") -> list[Entry]:
        """What is in a folder of the plan, sorted; hidden and backup files left out."""
        assert len(path.split("/")) <= DEEPEST, path  # `everything` would not tell of it
        with os.scandir(self.folder / path) as entries:
            found = [
                Entry(entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink())
                for entry in entries
                if not entry.name.startswith(_HIDDEN) and not entry.name.endswith(_BACKUP)
            ]
        return sorted(found, key=lambda one: (unicodedata.normalize("NFC", one.name), one.name))

    def everything(self, path: str = "", depth: int = 0) -> Iterator[tuple[str, Entry]]:
        """All that `entries` can tell, each with its path below the plan's folder."""
        for entry in self.entries(path):
            inner = f"{path}/{entry.name}" if path else entry.name
            yield inner, entry
            if entry.is_folder and depth < DEEPEST:
                yield from self.everything(inner, depth + 1)

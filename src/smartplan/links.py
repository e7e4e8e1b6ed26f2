"""Links on the way to a file that is to be written.

See `docs/decisions/0017-no-link-is-written-through.md`.
"""

import os
from pathlib import Path

_SYSTEM = ("/dev", "/proc")
"""Folders whose links name devices and open streams, such as `/dev/stdout`."""


def followed(path: Path) -> Path | None:
    """The link that writing to `path` would follow; None where none leads elsewhere.

    That is the file itself, or a folder on the way that lies in the current folder or below:
    such a link may have come with a checkout. Links above it are the system's own (`/tmp`).
    """
    if is_stream(path):
        return None
    if link := followed_into(path.parent):
        return link
    return path if os.path.islink(path) else None  # noqa: PTH114 - never raises


def followed_into(folder: Path) -> Path | None:
    """The same for whatever is to be written into a folder."""
    here = os.path.realpath(os.curdir)
    for place in (*reversed(folder.parents), folder):
        if os.path.islink(place) and _lies_in(place, here):  # noqa: PTH114 - never raises
            return place
    return None


def is_stream(path: Path) -> bool:
    """Whether it names a device or an open stream, which is written to and never replaced."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
    return any(whole.is_relative_to(place) for place in _SYSTEM)


def _lies_in(link: Path, here: str) -> bool:
    if here == os.path.dirname(here):  # noqa: PTH120 - the root: what is in it is the system's
        return False
    return Path(os.path.realpath(link.parent)).is_relative_to(here)

"""Files put in the place of others: whole or not at all, and only over what was read."""

import os
import stat
import tempfile
from pathlib import Path

from smartplan.exchange.splice import Refused
from smartplan.language import Text


def replace(path: Path, before: bytes | None, after: bytes) -> None:
    """Put a file in its place in one step; `Refused` if it is not what it was before.

    The new file is on the disk before it takes the old one's name.
    """
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).chmod(_mode(path))
        _unchanged(path, before)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    _settle(path.parent)


def _mode(path: Path) -> int:
    """The mode of the file, or of one beside it: a new file is as open as its neighbours."""
    beside = [path] if path.exists() else sorted(path.parent.glob("*.yaml"))
    return stat.S_IMODE(beside[0].stat().st_mode) if beside else 0o644


def _unchanged(path: Path, before: bytes | None) -> None:
    now = path.read_bytes() if path.is_file() else None
    writable = now is None or os.access(path, os.W_OK)
    if now != before or path.is_symlink() or not writable:
        name = path.name
        raise Refused(
            Text(
                f"`{name}` sementara itu berubah, atau tidak boleh ditulis; ulangi perintah ini",
                f"`{name}` changed meanwhile, or may not be written; run the command again",
            )
        )


def _settle(folder: Path) -> None:
    """The new name on the disk too, where a folder can be synchronised."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

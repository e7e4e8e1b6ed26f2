"""Files put in the place of others: all of them or none, and only over what was read."""

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from smartplan.diagnostics import show
from smartplan.exchange.splice import Refused
from smartplan.language import Text
from smartplan.nearest import listing
from smartplan.os_errors import reason

Files = Mapping[str, tuple[bytes | None, bytes]]
"""The bytes before (None: no such file) and after, by the path below the plan's folder."""


class Halfway(Exception):  # noqa: N818 - what the disk did, not a fault of the program
    """Some files are in their places, and the next could not be put there: which, and why."""

    def __init__(self, done: list[str], left: str, error: OSError):
        why = reason(error)
        there, missing = listing([show(path, 300) for path in done]), show(left, 300)
        self.message = Text(
            f"{there} sudah ditulis, tetapi `{missing}` tidak dapat ditulis: {why.indonesian}; "
            "atasi sebabnya, lalu ulangi perintah ini",
            f"{there} is written, but `{missing}` cannot be written: {why.english}; "
            "remove the cause, then run the command again",
        )
        super().__init__(self.message.english)


def put(folder: Path, files: Files) -> None:
    """Put files in their places; `Refused` or `OSError` where none is, `Halfway` where some are.

    All new files are on the disk, each beside the old one, before the first takes its place: what
    a folder or a disk refuses is known while the plan is still as it was.
    """
    drafts: dict[str, Path] = {}
    try:
        for path, (_, after) in files.items():
            _check_writable(folder / path)
            drafts[path] = _draft(folder / path, after)
        for path, (before, _) in files.items():
            _check_unchanged(folder / path, before)
        _swap(folder, drafts)
    finally:
        for draft in drafts.values():
            _remove(draft)
    for place in {(folder / path).parent for path in files}:
        _settle(place)


def _draft(path: Path, content: bytes) -> Path:
    """The new file on the disk, beside the old one."""
    with _told_of(path):
        handle, name = tempfile.mkstemp(prefix=".smartplan-", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(_mode(path))
        except BaseException:
            _remove(Path(name))
            raise
    return Path(name)


def _swap(folder: Path, drafts: Mapping[str, Path]) -> None:
    done: list[str] = []
    for path, draft in drafts.items():
        try:
            with _told_of(folder / path):
                draft.replace(folder / path)
        except OSError as error:
            if done:
                raise Halfway(done, path, error) from error
            raise
        done.append(path)


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """What the system refuses is told of the file that was to be written, not of its draft."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _remove(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the file, or of one beside it: a new file is as open as its neighbours."""
    beside = [path] if path.exists() else sorted(path.parent.glob("*.yaml"))
    return stat.S_IMODE(beside[0].stat().st_mode) if beside else 0o644


def _check_writable(path: Path) -> None:
    """A file that its owner may not write, or this user: a rename would not mind."""
    if not path.exists() or (path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        return
    name = show(str(path), 300)
    raise Refused(
        Text(
            f"`{name}` tidak dapat ditulis: hanya untuk dibaca",
            f"cannot write `{name}`: read-only",
        )
    )


def _check_unchanged(path: Path, before: bytes | None) -> None:
    now = path.read_bytes() if path.is_file() else None
    if now != before or path.is_symlink():
        name = show(path.name, 300)
        raise Refused(
            Text(
                f"`{name}` sementara itu berubah; ulangi perintah ini",
                f"`{name}` changed meanwhile; run the command again",
            )
        )


def _settle(folder: Path) -> None:
    """The new name on the disk too, where a folder can be synchronised."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""The findings of plans that have not changed, kept in the user's cache folder.

An entry is a pure function of the plan's files and smartplan itself; nothing is ever written into
a plan, and where there is no cache folder there is no cache. See `docs/decisions/0014-cache.md`.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from smartplan import __version__
from smartplan.contents import DEEPEST, Contents
from smartplan.logo import SUFFIXES
from smartplan.record import Malformed, Record, plain, restored
from smartplan.source import Unreadable, raw

MAX_ENTRY = 8 * 1024 * 1024
MAX_BYTES = 128 * 1024 * 1024
MAX_ENTRIES = 10_000
KEPT = 3 / 4
"""How much of a full cache stays when it is cleared."""
MAX_NAMES = 20_000
MAX_READ = 64 * 1024 * 1024
"""A folder of more names or bytes is no plan, and not worth remembering."""

_PACKAGE = Path(__file__).parent
_LIBRARIES = ("pydantic", "pydantic_core", "yaml")


class _Untold(Exception):  # noqa: N818 - a plan that is checked each time, not a fault
    """Names and bytes do not tell what would be found."""


class Cache:
    """Records by the key of what they were made from."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._tool = _tool()
        self._wrote = False

    @classmethod
    def open(cls) -> "Cache | None":
        """The user's cache; None where the user wants none or there is no place for one."""
        home = _home()
        if os.environ.get("SMARTPLAN_NO_CACHE") or home is None:
            return None
        folder = home / "smartplan" / "findings"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            own = not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
        except OSError:
            return None
        return cls(folder) if own else None

    def key(self, plan: Path, name: str) -> str | None:
        """What a plan's findings depend on; None where that cannot be told."""
        if self.folder.resolve().is_relative_to(plan.resolve()):
            return None
        digest = blake2b(self._tool, digest_size=32)
        _add(digest, os.fsencode(name))
        try:
            for path, text in _inputs(plan):
                _add(digest, os.fsencode(path))
                _add(digest, text)
        except (OSError, Unreadable, _Untold):
            return None
        return digest.hexdigest()

    def get(self, key: str) -> Record | None:
        """What is known under a key; a damaged entry is as good as none."""
        try:
            with (self.folder / key).open("rb") as stream:
                digest, _, body = stream.read(MAX_ENTRY + 1).partition(b"\n")
            if digest.decode("ascii") != blake2b(body, digest_size=32).hexdigest():
                return None
            return restored(json.loads(body))
        except (OSError, Malformed, ValueError, RecursionError):
            return None

    def put(self, key: str, record: Record) -> None:
        """Keep a record, whole or not at all."""
        body = json.dumps(plain(record), separators=(",", ":")).encode("ascii")
        text = blake2b(body, digest_size=32).hexdigest().encode("ascii") + b"\n" + body
        if len(text) > MAX_ENTRY:
            return
        beside = self.folder / f"{key}.{os.getpid()}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(beside, flags, 0o600), "wb") as stream:
                stream.write(text)
            beside.replace(self.folder / key)
            self._wrote = True
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()

    def close(self) -> None:
        """Throw the oldest entries away where there are too many."""
        if self._wrote:
            with contextlib.suppress(OSError):
                self._clear()

    def _clear(self) -> None:
        with os.scandir(self.folder) as entries:
            found = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry) for entry in entries]
        size, count = sum(size for _, size, _ in found), len(found)
        if size <= MAX_BYTES and count <= MAX_ENTRIES:
            return
        for _, bytes_, entry in sorted(found, key=lambda one: (one[0], one[2].name)):
            if size <= MAX_BYTES * KEPT and count <= MAX_ENTRIES * KEPT:
                break
            with contextlib.suppress(OSError):
                Path(entry).unlink()
            size, count = size - bytes_, count - 1


def _home() -> Path | None:
    """Where programs keep what they can make again."""
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        value = os.environ.get(name, "")
        if value and Path(value).is_absolute():
            return Path(value) / below
    return None


def _add(digest: blake2b, part: bytes) -> None:
    """A part with its length before it, so that no two lists of parts run together alike."""
    digest.update(len(part).to_bytes(8, "big"))
    digest.update(part)


def _inputs(plan: Path) -> Iterator[tuple[str, bytes]]:
    """All that reading a plan looks at: every name, YAML as text, images as stamps."""
    size = 0
    for count, (path, entry) in enumerate(Contents(plan).everything(), start=1):
        if entry.is_link or count > MAX_NAMES:  # where a link leads, no name here tells
            raise _Untold
        yield path, b"/" if entry.is_folder else b""
        if path.count("/") < DEEPEST and not entry.is_folder:
            text = raw(plan / path) if path.endswith(".yaml") else _image(plan / path)
            size += len(text)
            if size > MAX_READ:
                raise _Untold
            yield path, text


def _image(path: Path) -> bytes:
    """What tells a logo from another of its name; nothing of a file that is no image."""
    if not path.name.endswith(SUFFIXES):
        return b""
    status = path.lstat()
    stamp = status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns
    return repr(stamp).encode("ascii")


def _tool() -> bytes:
    """Everything about this installation that could change a finding."""
    told: list[object] = [__version__, sys.version]
    for name in _LIBRARIES:
        spec = find_spec(name)
        told.append((name, _stamp(Path(spec.origin)) if spec and spec.origin else None))
    told.extend(_stamps(_PACKAGE))
    return repr(told).encode("ascii", "backslashreplace")


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(Path(entry))
            else:
                yield (entry.path, *_stamp(Path(entry)))


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns

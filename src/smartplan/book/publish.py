"""The output folder: it appears whole or not at all."""

import contextlib
import ctypes
import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import signal
import stat
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import FrameType

import smartplan
from smartplan.book.lock import Busy, locked
from smartplan.language import Text
from smartplan.links import followed
from smartplan.os_errors import reason

MARKER = ".smartplan-render.json"
BUILD_FOLDERS = frozenset({"build", "_site", "out", "public"})
"""Folders inside a plan that hold no sources."""

_DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder they show."""

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


class Refused(Exception):  # noqa: N818 - a finding, not a fault of the program
    """An output folder that must not be replaced."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


class Unwritable(Exception):  # noqa: N818 - as above
    """An output that could not be written; the old one is as it was."""

    def __init__(self, message: Text):
        self.message = message
        super().__init__(message.english)


def publish(
    files: Mapping[str, bytes], out: Path, plan: Path, fingerprint: str, *, wait: bool = False
) -> None:
    """Replace `out` by these files in one step."""
    refuse_foreign(out, plan)
    shown = out.as_posix()
    out = Path(os.path.abspath(out))  # noqa: PTH100 - `.` needs a name, links stay as they are
    created: list[Path] = []
    try:
        with (
            _stopped_cleanly() as stops,
            _parents(out.parent, created),
            locked(_beside(out), wait=wait),
        ):
            _remove_leftovers(out)
            refuse_foreign(out, plan)
            _replace(files, out, fingerprint, stops)
    except Busy as busy:
        raise Unwritable(
            Text(
                f"`{shown}` sedang ditulis oleh render lain; tunggu, atau pakai `--wait`",
                f"another render is running on `{shown}`; wait, or use `--wait`",
            )
        ) from busy
    except OSError as error:
        why = reason(error)
        raise Unwritable(
            Text(
                f"`{shown}` tidak dapat ditulis: {why.indonesian}; keluaran lama tetap utuh",
                f"`{shown}` cannot be written: {why.english}; the old output is as it was",
            )
        ) from error


# What may be replaced


def refuse_foreign(out: Path, plan: Path) -> None:
    """Raise `Refused` unless `out` is new, empty, or a folder that smartplan wrote."""
    if link := followed(out):
        raise _refusal(link, "adalah tautan simbolis", "is a symbolic link")
    place, source = out.resolve(), plan.resolve()
    precious = {
        Path(place.anchor): ("adalah akar sistem berkas", "is the root of the file system"),
        _home(): ("adalah folder rumah", "is the home folder"),
        Path.cwd(): ("adalah folder kerja saat ini", "is the current folder"),
        source: ("adalah folder rencana", "is the plan's folder"),
    }
    if place in precious:
        raise _refusal(out, *precious[place])
    if source.is_relative_to(place):
        raise _refusal(out, "memuat folder rencana", "holds the plan's folder")
    if place.is_relative_to(source) and place.relative_to(source).parts[0] not in BUILD_FOLDERS:
        allowed = ", ".join(f"`{name}`" for name in sorted(BUILD_FOLDERS))
        raise _refusal(
            out,
            f"berada di dalam rencana; yang boleh: {allowed}",
            f"is inside the plan; allowed are {allowed}",
        )
    if out.exists():
        _refuse_contents(out)


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _refusal(out: Path, indonesian: str, english: str) -> Refused:
    shown = out.as_posix()
    return Refused(
        Text(
            f"`{shown}` {indonesian}; pilih folder lain dengan `--out`",
            f"`{shown}` {english}; choose another folder with `--out`",
        )
    )


def _refuse_contents(out: Path) -> None:
    if not out.is_dir():
        raise _refusal(out, "bukan folder", "is not a folder")
    there = {path for path in _tree(out) if PurePosixPath(path).name not in _DESKTOP}
    if not there:
        return
    if MARKER not in there:
        raise _refusal(
            out,
            "berisi berkas yang tidak ditulis oleh smartplan",
            "holds files that smartplan did not write",
        )
    foreign = sorted(there - {MARKER} - _listed(out / MARKER))
    if foreign:
        raise _refusal(
            out,
            f"berisi `{foreign[0]}`, yang tidak ditulis oleh smartplan",
            f"holds `{foreign[0]}`, which smartplan did not write",
        )


def _tree(folder: Path) -> Iterator[str]:
    """Everything in a folder but folders that hold something; links are not followed."""
    for root, folders, names in os.walk(folder):
        inside = Path(root).relative_to(folder)
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*names, *links):
            yield (inside / name).as_posix()


def _listed(marker: Path) -> set[str]:
    try:
        files = json.loads(marker.read_bytes())["files"]
        return set(files)
    except (OSError, ValueError, KeyError, TypeError):
        return set()


# How it is replaced


def _beside(out: Path) -> Path:
    return out.with_name(f"{out.name}.lock")


@contextlib.contextmanager
def _parents(folder: Path, created: list[Path]) -> Iterator[None]:
    """Make the folders above; take away again what nothing was put into."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path in reversed(missing):
            path.mkdir(mode=0o755)
            created.append(path)
        yield
    finally:
        for path in reversed(created):
            with contextlib.suppress(OSError):
                path.rmdir()


def _replace(files: Mapping[str, bytes], out: Path, fingerprint: str, stops: "_Stops") -> None:
    staging = out.parent / f".{out.name}.tmp-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        _write_all({**files, MARKER: _marker(files, fingerprint)}, staging)
        _swap(staging, out)
        _sync(out.parent)
    finally:
        # A signal that comes before this line ends with the next one done all the same.
        try:
            stops.wait = True
        finally:
            # The new output if writing failed, the old one if it did not.
            _remove(staging)


def _marker(files: Mapping[str, bytes], fingerprint: str) -> bytes:
    marker = {
        "smartplan": smartplan.__version__,
        "input": fingerprint,
        "files": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)},
    }
    return (json.dumps(marker, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _write_all(files: Mapping[str, bytes], staging: Path) -> None:
    """The marker is the last of the files, so that a folder with a marker is complete."""
    folders = {staging}
    for path in files:
        parents = PurePosixPath(path).parents
        folders.update(staging / parent for parent in parents)
    for folder in sorted(folders):
        folder.mkdir(mode=0o700)
    for path, content in files.items():
        _write(staging / path, content)
    for folder in sorted(folders, reverse=True):
        folder.chmod(0o755)
        _sync(folder)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        path.chmod(0o644)
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make names in a folder last; file systems that cannot are left alone."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _swap(staging: Path, out: Path) -> None:
    """Put the new folder in the place of the old, which is then called `staging`."""
    if not out.exists():
        staging.rename(out)
    elif not exchange(staging, out):
        exchange_in_steps(staging, out)


def exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step where the system can (Linux)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    return int(rename(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)) == 0


def exchange_in_steps(staging: Path, out: Path) -> None:
    """Elsewhere the old folder steps aside; a run that dies in between leaves it to the next."""
    aside = staging.with_name(staging.name.replace(".tmp-", ".old-"))
    out.rename(aside)
    try:
        staging.rename(out)
    except OSError:
        aside.rename(out)
        raise
    aside.rename(staging)


# What earlier runs left


def _remove_leftovers(out: Path) -> None:
    """Temp folders of runs that died; ours is not yet made, so our number is another's."""
    ours = re.compile(rf"\.{re.escape(out.name)}\.(tmp|old)-([0-9]+)-[0-9a-f]{{8}}")
    for path in sorted(out.parent.iterdir()):
        match = ours.fullmatch(path.name)
        if match is None or not stat.S_ISDIR(path.lstat().st_mode) or _alive(int(match[2])):
            continue
        if match[1] == "old" and not out.exists():
            path.rename(out)
        else:
            _remove(path)


def _alive(process: int) -> bool:
    if process == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


# Signals


class _Stops:
    """What signals do while we write: end the work, but let it be tidied up first."""

    def __init__(self) -> None:
        self.wait = False
        self.came: int | None = None

    def __call__(self, number: int, _: FrameType | None = None) -> None:
        if self.wait:
            self.came = number
        elif number == signal.SIGINT:
            raise KeyboardInterrupt
        else:
            raise SystemExit(128 + number)


@contextlib.contextmanager
def _stopped_cleanly() -> Iterator[_Stops]:
    """While we write, SIGTERM and SIGHUP unwind as Ctrl-C does, so that nothing is left behind."""
    stops = _Stops()
    if threading.current_thread() is not threading.main_thread():
        yield stops
        return
    known = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP", "SIGINT")]
    # What is ignored stays so: `nohup` and shells without job control rely on it.
    heard = [one for one in known if one and signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.signal(one, stops) for one in heard}
    try:
        yield stops
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    stops.wait = False
    if stops.came is not None:
        stops(stops.came)

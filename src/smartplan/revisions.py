"""Plans as git keeps them: the files of a revision, written to a folder without a checkout."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from smartplan.language import Text

SECONDS = 60
"""How long git may take for one answer."""
MAX_FILES = 2_000
MAX_BYTES = 64 * 1024 * 1024
_DEEPEST = 3
"""Names in a path below the plan; what lies deeper is no part of it."""

_SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat",
    "-c", "protocol.allow=never",
)  # fmt: skip
"""Nothing that the repository holds runs a program, and a missing object is not fetched."""


_ELSEWHERE = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
})  # fmt: skip
"""Set inside a hook: they would point git at another repository than the plan's."""


class NoRevision(Exception):  # noqa: N818 - an answer to the user, not a fault of the program
    """Why the plan of a revision cannot be had."""

    def __init__(self, indonesian: str, english: str):
        self.message = Text(indonesian, english)
        super().__init__(english)


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision as it was asked for, and the commit that it is."""

    name: str
    commit: str


def split(words: str) -> tuple[str, str | None, bool]:
    """`A..B` and `A...B` as two revisions, the second with the place where they parted.

    A single revision stands alone: it is compared with the folder as it is now.
    """
    for dots in ("...", ".."):
        first, found, second = words.partition(dots)
        if found:
            return first or "HEAD", second or "HEAD", dots == "..."
    return words, None, False


def find(folder: Path, name: str) -> Revision:
    """The commit of a revision in the repository that holds a folder; `NoRevision` if none."""
    _inside(folder)
    told = asked(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    commit = told.decode("ascii", "replace").strip() if told is not None else ""
    if not commit:
        raise _unknown(folder, name)
    return Revision(name, commit)


def parting(folder: Path, first: Revision, second: Revision) -> Revision:
    """The last commit that two revisions share."""
    told = asked(folder, "merge-base", first.commit, second.commit)
    if told is None:
        raise _unknown(folder, f"{first.name}...{second.name}")
    return Revision(first.name, told.decode("ascii", "replace").strip())


def write(folder: Path, revision: Revision, into: Path) -> None:
    """Write the files that a plan's folder had at a revision into an empty folder."""
    files = _files(folder, revision)
    if not files:
        name = revision.name
        raise NoRevision(
            f"revisi `{name}` belum memuat berkas rencana dalam folder ini",
            f"the revision `{name}` has no plan files in this folder",
        )
    contents = _contents(folder, [blob for _, blob, _ in files])
    for (path, _, is_link), content in zip(files, contents, strict=True):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if is_link:
            target.symlink_to("not-followed")
        else:
            target.write_bytes(content)


def _inside(folder: Path) -> None:
    told = asked(folder, "rev-parse", "--is-inside-work-tree")
    if told is None or told.strip() != b"true":
        raise NoRevision(
            "rencana tidak berada di dalam repositori git",
            "the plan is not inside a git repository",
        )


def _unknown(folder: Path, name: str) -> NoRevision:
    if asked(folder, "rev-parse", "--is-shallow-repository") == b"true\n":
        return NoRevision(
            f"revisi `{name}` tidak ada dalam klon dangkal ini; ambil riwayatnya lebih dahulu "
            "(`git fetch --unshallow`, atau `fetch-depth: 0` pada actions/checkout)",
            f"the revision `{name}` is not in this shallow clone; fetch its history first "
            "(`git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout)",
        )
    return NoRevision(
        f"tidak ada revisi `{name}` dalam repositori ini",
        f"there is no revision `{name}` in this repository",
    )


Entry = tuple[str, str, bool]
"""A path below the plan, its blob, and whether it is a symbolic link."""


def _files(folder: Path, revision: Revision) -> list[Entry]:
    listed = asked(folder, "ls-tree", "-r", "-l", "-z", revision.commit)
    found: list[Entry] = []
    size = 0
    for line in (listed or b"").split(b"\0"):
        about, tab, raw = line.partition(b"\t")
        path = raw.decode("utf-8", "replace")
        if not tab or not _belongs(path):
            continue
        mode, kind, blob, length = about.split()
        if kind == b"blob":
            found.append((path, blob.decode("ascii"), mode == b"120000"))
            size += int(length)
    if len(found) > MAX_FILES or size > MAX_BYTES:
        name = revision.name
        raise NoRevision(
            f"rencana pada revisi `{name}` terlalu besar", f"the plan of `{name}` is too large"
        )
    return found


def _belongs(path: str) -> bool:
    """Whether a file is one that reading a plan looks at, under a path that stays below it."""
    parts = PurePosixPath(path).parts
    plain = all(part not in ("..", ".") and "\\" not in part and ":" not in part for part in parts)
    stem = path.lower().removesuffix(".txt")
    return plain and 0 < len(parts) <= _DEEPEST and stem.endswith((".yaml", ".yml"))


def _contents(folder: Path, blobs: list[str]) -> Iterator[bytes]:
    wanted = "".join(f"{blob}\n" for blob in blobs).encode("ascii")
    told = asked(folder, "cat-file", "--batch", given=wanted)
    rest = memoryview(told or b"")
    for blob in blobs:
        end = bytes(rest[:200]).find(b"\n")
        head = bytes(rest[: max(end, 0)]).split()
        if len(head) != 3:
            raise NoRevision(
                f"objek git `{blob[:12]}` belum diambil ke klon ini",
                f"the git object `{blob[:12]}` has not been fetched into this clone",
            )
        size = int(head[2])
        yield bytes(rest[end + 1 : end + 1 + size])
        rest = rest[end + 2 + size :]


def asked(
    folder: Path, *words: str, given: bytes | None = None, seconds: int = SECONDS
) -> bytes | None:
    """What git prints of the repository that holds a folder; None where it fails."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
        "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }  # fmt: skip
    command = ["git", "--no-pager", "--no-replace-objects", *_SAFE, "-C", str(folder), *words]
    try:
        done = subprocess.run(
            command,
            input=given or b"",
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment,
        )
    except FileNotFoundError:
        raise NoRevision("program git belum terpasang", "git is not installed") from None
    except subprocess.TimeoutExpired:
        raise NoRevision(
            f"git belum menjawab dalam {seconds} detik", f"git did not answer in {seconds} seconds"
        ) from None
    return done.stdout if done.returncode == 0 else None

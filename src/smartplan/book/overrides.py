"""Templates taken out for changing: what they were copied from, and whether that still is so."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import smartplan
from smartplan.book.folders import Folders
from smartplan.language import Text
from smartplan.shipped import templates

_NOT_OF_BOOKS = ("plan/", "example/")
"""Templates of new plans; no book reads them."""

_HEADER = re.compile(
    r"smartplan templates copy (?P<name>\S+) \(smartplan (?P<version>\S+), "
    r"sha256 (?P<fingerprint>[0-9a-f]{16})\)"
)
_COMMENTS = {
    ".j2": ("{# ", " #}"),
    ".toml": ("# ", ""),
    ".css": ("/* ", " */"),
    ".js": ("/* ", " */"),
    ".svg": ("<!-- ", " -->"),
}
_LONGEST = 500
"""Characters of a first line worth looking at."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A copy whose original has changed since, or is gone."""

    name: str
    path: Path
    version: str
    """The smartplan it was copied from."""
    now: str
    """The fingerprint of the original today; empty where there is none any more."""

    @property
    def message(self) -> Text:
        name, path = self.name, self.path.as_posix()
        if not self.now:
            return Text(
                f"templat `{path}` disalin dari smartplan {self.version}; templat bawaan `{name}` "
                "sudah tidak ada; periksa apakah salinan itu masih diperlukan",
                f"the template `{path}` was copied from smartplan {self.version}; the shipped "
                f"`{name}` is there no more; see whether the copy is still needed",
            )
        return Text(
            f"templat `{path}` disalin dari smartplan {self.version}, dan bawaannya sudah berubah; "
            f"bandingkan dengan `smartplan templates copy {name} --to FOLDER-LAIN`, sesuaikan, "
            f"lalu tulis sha256 {self.now} pada baris pertamanya",
            f"the template `{path}` was copied from smartplan {self.version}, and the original has "
            f"changed; compare with `smartplan templates copy {name} --to OTHER-FOLDER`, adapt it, "
            f"then write sha256 {self.now} in its first line",
        )


@cache
def shipped_names() -> tuple[str, ...]:
    """The paths of all templates of books that come with smartplan."""
    return tuple(
        name
        for name in Folders().names
        if not name.startswith(_NOT_OF_BOOKS) and Path(name).suffix in _COMMENTS
    )


def fingerprint(data: bytes) -> str:
    """What tells one state of a template from another; line ends do not count."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:16]


def copy_of(name: str) -> bytes:
    """A shipped template with a first line that says where it comes from."""
    data = (templates() / name).read_bytes()
    before, after = _COMMENTS[Path(name).suffix]
    said = (
        f"smartplan templates copy {name} (smartplan {smartplan.__version__}, "
        f"sha256 {fingerprint(data)})"
    )
    return f"{before}{said}{after}\n".encode() + data


def outdated(own: Path) -> tuple[Outdated, ...]:
    """The copies in a folder that no longer follow what is shipped, in the order of their paths."""
    found = []
    for name in Folders(own).names:
        path = own / name
        header = _header(path) if path.is_file() else None
        if header is None:
            continue
        shipped = templates() / header["name"]
        known = header["name"] in shipped_names()
        now = fingerprint(shipped.read_bytes()) if known else ""
        if now != header["fingerprint"]:
            found.append(Outdated(header["name"], path, header["version"], now))
    return tuple(found)


def _header(path: Path) -> re.Match[str] | None:
    with path.open("rb") as file:
        first = file.readline(_LONGEST)
    return _HEADER.search(first.decode("utf-8", errors="replace"))

"""A region's logo: an image that may stand on a page, from a file beside the plan."""

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from smartplan.language import Text
from smartplan.os_errors import reason

LARGEST = 1_000_000
"""Bytes."""
_SIGNS: Mapping[str, tuple[tuple[int, bytes], ...]] = {
    "png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "jpg": ((0, b"\xff\xd8\xff"),),
    "jpeg": ((0, b"\xff\xd8\xff"),),
    "webp": ((0, b"RIFF"), (8, b"WEBP")),
}
"""What the bytes of each kind of image begin with, and where."""

SUFFIXES = (".svg", *(f".{kind}" for kind in _SIGNS))
_SVG = "http://www.w3.org/2000/svg"
_DRAWN = frozenset({
    "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker",
    "mask", "metadata", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop",
    "svg", "symbol", "text", "title", "tspan", "use",
})  # fmt: skip
"""Elements that draw; none of them runs, loads or links to anything elsewhere."""
_INSIDE = re.compile(r"#[\w.:-]+")
_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


class BadLogo(Exception):  # noqa: N818 - a finding, not a fault of the program
    """Why a logo cannot be shown, as what is said of it."""

    def __init__(self, indonesian: str, english: str):
        self.fault = Text(indonesian, english)
        super().__init__(english)


def image(folder: Path, name: str) -> bytes:
    """The logo of this name, if it can be read and only draws; `BadLogo` if not."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BadLogo("berada di luar folder rencana", "is outside the plan's folder")
    content = _read(path)
    kind = name.rpartition(".")[2].lower()
    if kind == "svg":
        _check_svg(content)
    elif not all(content.startswith(sign, at) for at, sign in _SIGNS[kind]):
        raise BadLogo(f"bukan gambar {kind.upper()}", f"is not a {kind.upper()} image")
    return content


def _read(path: Path) -> bytes:
    """A regular file of a bearable size; neither a link nor a pipe is opened."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        _check_kind(path.lstat())
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            _check_kind(os.fstat(file.fileno()))
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise BadLogo("belum ada dalam folder rencana", "is not in the plan's folder") from error
    except OSError as error:
        why = reason(error)
        raise BadLogo(
            f"tidak dapat dibaca: {why.indonesian}", f"cannot be read: {why.english}"
        ) from error
    if len(content) > LARGEST:
        raise BadLogo("lebih besar dari 1 MB", "is larger than 1 MB")
    return content


def _check_kind(status: os.stat_result) -> None:
    """Asked before opening and again of what was opened, which may be another file by then."""
    if not stat.S_ISREG(status.st_mode):
        raise BadLogo("bukan berkas biasa", "is not a regular file")


def _check_svg(content: bytes) -> None:
    """Pages show it as an image, but anyone may open it: it must draw and do nothing else."""
    seen: list[str] = []

    def refuse(*_: object) -> None:
        raise BadLogo(
            "memuat lebih dari gambar; simpan sebagai SVG sederhana tanpa skrip dan tautan",
            "holds more than a drawing; save it as plain SVG without scripts and links",
        )

    def element(tag: str, attributes: dict[str, str]) -> None:
        seen.append(tag)
        if not _draws(tag, attributes):
            refuse()

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    parser.StartElementHandler = element
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise BadLogo("bukan SVG yang dapat dibaca", "is not readable SVG") from error
    if seen[:1] != [f"{_SVG} svg"]:
        raise BadLogo("bukan gambar SVG", "is not an SVG image")


def _draws(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element only draws; what drawing programs add in their own names is no matter."""
    space, _, local = tag.rpartition(" ")
    if space.startswith("http://www.w3.org/") and (space != _SVG or local not in _DRAWN):
        return False
    return all(_stays(name.rpartition(" ")[2].lower(), attributes[name]) for name in attributes)


def _stays(attribute: str, value: str) -> bool:
    """Whether an attribute neither runs nor leads out of the file."""
    if attribute.startswith("on") or _URL.search(value):
        return False
    return attribute not in ("href", "src") or _INSIDE.fullmatch(value) is not None

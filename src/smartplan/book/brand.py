"""What is the region's own in the look of its site: one colour and one logo."""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from smartplan.book.colour import night, on_dark, on_light, parsed, written
from smartplan.language import Text
from smartplan.plan import Plan

STYLE = "assets/brand.css"
_LARGEST = 1_000_000
_SIGNS: Mapping[str, tuple[tuple[int, bytes], ...]] = {
    "png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "jpg": ((0, b"\xff\xd8\xff"),),
    "jpeg": ((0, b"\xff\xd8\xff"),),
    "webp": ((0, b"RIFF"), (8, b"WEBP")),
}
"""What the bytes of each kind of image begin with, and where."""

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
    """A logo that cannot be shown, and why."""

    def __init__(self, name: str, indonesian: str, english: str):
        self.message = Text(f"logo `{name}` {indonesian}", f"the logo `{name}` {english}")
        super().__init__(self.message.english)


@dataclass(frozen=True, slots=True)
class Brand:
    """The region's own, ready to be put on pages; empty where the plan sets nothing."""

    style: str = ""
    colour: str = ""
    logo: str = ""
    """The path of the logo in the site."""
    image: bytes = b""


def brand(plan: Plan) -> Brand:
    """The colour as a style sheet, and the logo, both fit to be published."""
    chosen = plan.manifest.brand
    if chosen is None:
        return Brand()
    style = colour = logo = ""
    image = b""
    if chosen.colour is not None:
        style, colour = _style(chosen.colour), written(on_light(parsed(chosen.colour)))
    if chosen.logo is not None:
        image = _image(plan.folder, chosen.logo)
        logo = f"assets/logo.{chosen.logo.rpartition('.')[2].lower()}"
    return Brand(style, colour, logo, image)


def _style(colour: str) -> str:
    """The style sheet's own names, set again; the accent stays readable on either ground."""
    own = parsed(colour)
    light, dark = written(on_light(own)), written(on_dark(own))
    return (
        f":root {{ --accent: {light}; --link: {light}; --band: {light}; "
        "--on-band-quiet: #ffffff; }\n"
        "@media (prefers-color-scheme: dark) {\n"
        f"  :root {{ --accent: {dark}; --link: {dark}; --band: {written(night(own))}; "
        "--on-band-quiet: #e4e6e3; }\n}\n"
        f"@media print {{ :root {{ --accent: {light}; --link: #000; }} }}\n"
    )


def _image(folder: Path, name: str) -> bytes:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BadLogo(name, "berada di luar folder rencana", "is outside the plan's folder")
    content = _read(path, name)
    kind = name.rpartition(".")[2].lower()
    if kind == "svg":
        _check_svg(content, name)
    elif not all(content.startswith(sign, at) for at, sign in _SIGNS[kind]):
        raise BadLogo(name, f"bukan gambar {kind.upper()}", f"is not a {kind.upper()} image")
    return content


def _read(path: Path, name: str) -> bytes:
    """A regular file of a bearable size; neither a link nor a pipe is opened."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise BadLogo(name, "bukan berkas biasa", "is not a regular file")
            content = file.read(_LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadLogo(name, f"tidak dapat dibaca: {reason}", f"cannot be read: {reason}") from error
    if len(content) > _LARGEST:
        raise BadLogo(name, "lebih besar dari 1 MB", "is larger than 1 MB")
    return content


def _check_svg(content: bytes, name: str) -> None:
    """Pages show it as an image, but anyone may open it: it must draw and do nothing else."""
    seen: list[str] = []

    def refuse(*_: object) -> None:
        raise BadLogo(
            name,
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
        raise BadLogo(name, "bukan SVG yang dapat dibaca", "is not readable SVG") from error
    if seen[:1] != [f"{_SVG} svg"]:
        raise BadLogo(name, "bukan gambar SVG", "is not an SVG image")


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

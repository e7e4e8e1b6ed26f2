"""The gate through which every file comes in, and the tree that its text becomes.

A scalar stays text until a schema asks for a type; see `docs/decisions/0002-marks-beside-data.md`
and `0008-one-gate-for-reading.md`.
"""

import os
import stat
from pathlib import Path
from typing import Protocol

from smartplan.diagnostics import Diagnostic, File, Location
from smartplan.kinds import yml
from smartplan.language import Text
from smartplan.os_errors import reason
from smartplan.signatures import foreign_format

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_EVENTS = 100_000

MARK = "\0"
"""The key under which a mapping's data carry where it stands; no plan can contain it."""

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say nothing."""


class Mark(Protocol):
    """A point in a text, counted from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Scalar:
    """A text, with the place it stood."""

    __slots__ = ("end", "file", "plain", "start", "value")

    def __init__(self, file: File, value: str, start: Mark, end: Mark, plain: bool):
        self.file = file
        self.value = value
        self.start = start
        self.end = end
        self.plain = plain

    @property
    def is_empty(self) -> bool:
        return self.plain and self.value in EMPTY

    def data(self) -> str | None:
        return None if self.plain and self.value in EMPTY else self.value


class Sequence:
    """A list of nodes."""

    __slots__ = ("end", "file", "items", "start")

    def __init__(self, file: File, start: Mark):
        self.file = file
        self.items: list[Node] = []
        self.start = start
        self.end = start


class Mapping:
    """Keys with their values; a key keeps its own place."""

    __slots__ = ("end", "entries", "file", "start")

    def __init__(self, file: File, start: Mark):
        self.file = file
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.start = start
        self.end = start

    @property
    def node(self) -> "Mapping":
        """Itself: a mapping is the mark of its own data."""
        return self

    def name_of(self, key: str) -> Scalar | None:
        """The key as it stands in the file."""
        entry = self.entries.get(key)
        return entry[0] if entry else None


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):  # noqa: N818 - a finding, not a fault of the program
    """A file that yields no tree, with the finding that says why."""

    def __init__(self, diagnostic: Diagnostic):
        self.diagnostic = diagnostic
        super().__init__(diagnostic.kind.code)


def location(node: Node) -> Location:
    """The whole range of a node."""
    return extent(node.file, node.start, node.end)


def extent(file: File, start: Mark, end: Mark) -> Location:
    """The range from one mark to another."""
    if end.column == 0 and end.line > start.line:  # a block ends where the next line begins
        return Location(
            file, start.line + 1, start.column + 1, end.line, len(file.line(end.line)) + 1
        )
    return Location(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def read(path: Path, name: str) -> File:
    """A file's text, or `Unreadable`: regular, small, UTF-8; never through a link."""
    nothing = Location.start_of(File(name, ""))
    raw = _bytes(path, nothing)
    if raw and not raw.strip(b"\0"):
        raise Unreadable(yml.LOST.at(nothing))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        raise Unreadable(yml.ENCODING_WIDE.at(nothing))
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        line, column = end_of(good)
        file = File(name, good)
        place = Location(file, line, column, line, column + 1)
        raise Unreadable(yml.ENCODING.at(place, perhaps=_perhaps(raw[error.start]))) from None
    return File(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _perhaps(byte: int) -> Text:
    """What a byte stands for in the encoding of old Windows programs: a letter, or Word's marks."""
    letter = bytes([byte]).decode("cp1252", "ignore")
    if not letter.isalpha() and letter not in _OF_WORD:
        return Text("", "")
    return Text(f", mungkin `{letter}`", f", perhaps `{letter}`")


_OF_WORD = set("\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2026")
"""The curly quotes, bullet, dashes and dots that Word writes by itself."""


def end_of(text: str) -> tuple[int, int]:
    """The line and column after the last character of a text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def raw(path: Path) -> bytes:
    """A file's bytes through the same gate, or `Unreadable`."""
    return _bytes(path, Location.start_of(File(path.name, "")))


def _bytes(path: Path, nothing: Location) -> bytes:
    try:
        if not stat.S_ISREG(mode := path.lstat().st_mode):
            raise Unreadable(not_a_file(path, mode, nothing))
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
            if not stat.S_ISREG(mode := os.fstat(stream.fileno()).st_mode):
                raise Unreadable(not_a_file(path, mode, nothing))
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(yml.UNREADABLE.at(nothing, reason=reason(error))) from None
    if format_ := foreign_format(raw):
        raise Unreadable(yml.OTHER_FORMAT.at(nothing, format=format_))
    if len(raw) > MAX_BYTES:
        raise Unreadable(yml.TOO_BIG.at(nothing, limit="1 MiB"))
    return raw


def not_a_file(path: Path, mode: int, place: Location) -> Diagnostic:
    """What stands in the place of a file, and what to do about it."""
    if stat.S_ISDIR(mode):
        return yml.NOT_A_FILE.at(place, hint=yml.NO_FOLDER, what=yml.A_FOLDER)
    if not stat.S_ISLNK(mode):
        return yml.NOT_A_FILE.at(place, what=yml.A_DEVICE)
    if os.path.exists(path):  # noqa: PTH110 - never raises
        return yml.NOT_A_FILE.at(place, what=yml.A_LINK)
    return yml.NOT_A_FILE.at(place, hint=yml.NO_TARGET, what=yml.LEADS_NOWHERE)

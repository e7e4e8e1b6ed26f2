"""A file's text as it stands, line ends and all, and what edits make of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

BREAK = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a page's text and what to put in its place."""

    start: int
    end: int
    text: str


class Page:
    """Bytes of UTF-8 as text; places in it are told by line and column, from 0."""

    def __init__(self, raw: bytes):
        self.raw = raw
        self.bom = _BOM if raw.startswith(_BOM) else b""
        self.text = raw.removeprefix(self.bom).decode("utf-8")
        breaks = list(BREAK.finditer(self.text))
        self.starts = [0, *(found.end() for found in breaks)]
        self.ends = [*(found.start() for found in breaks), len(self.text)]
        self.newline = breaks[0][0] if breaks else "\n"

    def offset(self, line: int, column: int) -> int:
        return self.starts[line] + column if line < len(self.starts) else len(self.text)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file with these edits, none of which overlap; every other byte stays."""
        text = self.text
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return self.bom + text.encode("utf-8")

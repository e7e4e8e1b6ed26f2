"""What a file is that only its name calls YAML, told by how it begins."""

import re

from smartplan.language import Text

_OFFICE = Text("berkas Excel, Word, atau arsip zip", "an Excel or Word file, or a zip archive")
_OLD_OFFICE = Text("berkas Excel atau Word lama", "an old Excel or Word file")
_PICTURE = Text("gambar", "a picture")
_STARTS = (
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"{\\rtf", _OLD_OFFICE),
    (b"%PDF-", Text("berkas PDF", "a PDF file")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", Text("arsip gzip", "a gzip archive")),
    (b"SQLite format 3\0", Text("basis data SQLite", "an SQLite database")),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|html|head|body|svg|\?xml)\b", re.I)
_WEB_PAGE = Text("halaman web atau XML", "a web page or XML")
_TABLE = Text("tabel CSV", "a CSV table")


def foreign_format(raw: bytes) -> Text | None:
    """The format of a file that cannot be YAML."""
    for start, name in _STARTS:
        if raw.startswith(start):
            return name
    return _WEB_PAGE if _MARKUP.match(raw) else None


def table(text: str) -> Text | None:
    """Whether a text that is no mapping is a table: its first rows have the same separators."""
    rows = [row for row in text[:10_000].split("\n") if row.strip()][:3]
    if len(rows) < 2:
        return None
    for separator in ";,\t":
        counts = {row.count(separator) for row in rows}
        if len(counts) == 1 and counts != {0} and not any(row[0] in "-[{#" for row in rows):
            return _TABLE
    return None

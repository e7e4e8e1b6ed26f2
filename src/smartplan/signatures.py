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
    (b"Rar!\x1a\x07", Text("arsip RAR", "a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", Text("arsip 7z", "a 7z archive")),
    (b"BZh91AY&SY", Text("arsip bzip2", "a bzip2 archive")),
    (b"\xfd7zXZ\x00", Text("arsip xz", "an xz archive")),
    (b"\x7fELF", Text("program Linux", "a program of Linux")),
    (b"SQLite format 3\0", Text("basis data SQLite", "an SQLite database")),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|html|head|body|svg|\?xml)\b", re.I)
_WEB_PAGE = Text("halaman web atau XML", "a web page or XML")
_TABLE = Text("tabel CSV", "a CSV table")
_QUOTED = re.compile(r'"[^"]*"')
_KEY = re.compile(r"\s*(?:- +)?[\w.-]+:(?:\s|$)")
_JSON_LINES = Text("berkas JSON Lines", "a JSON Lines file")
_JSON_LINE = re.compile(r'\{\s*"[^"]*"\s*:.*\}\s*')
_SETTINGS = Text("berkas INI atau TOML", "an INI or TOML file")
_SECTION = re.compile(r"\[{1,2}[\w .:\"-]+\]{1,2}\s*")
_SETTING = re.compile(r"[\w.-]+\s*=(?!=)")


def foreign_format(raw: bytes) -> Text | None:
    """The format of a file that cannot be YAML."""
    for start, name in _STARTS:
        if raw.startswith(start):
            return name
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return _PICTURE
    return _WEB_PAGE if _MARKUP.match(raw) else None


def other_text(text: str) -> Text | None:
    """The format of a text that is no mapping, where its first lines show it."""
    rows = [row for row in text[:10_000].split("\n") if row.strip() and row.lstrip()[0] not in "#;"]
    if len(rows) < 2 or any(_KEY.match(row) for row in rows[:3]):
        return None
    first, second = rows[0], rows[1]
    if all(_JSON_LINE.fullmatch(row) for row in (first, second)):
        return _JSON_LINES
    if _SECTION.fullmatch(first) and _SETTING.match(second):
        return _SETTINGS
    if all(_SETTING.match(row) for row in rows[:3]):
        return _SETTINGS
    return _table([_QUOTED.sub("", row) for row in rows[:3]])


def _table(rows: list[str]) -> Text | None:
    """Whether rows, without what stands in quotes, have the same separators."""
    for separator in ";,\t":
        counts = {row.count(separator) for row in rows}
        if len(counts) == 1 and counts != {0} and not any(row[0] in "-[{#" for row in rows):
            return _TABLE
    return None

"""What a planner did at the place where YAML cannot go on, told by what is written there."""

import re
from typing import NamedTuple

CURLY = "\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb"
"""Quotes that Word puts in the place of straight ones."""


class Slip(NamedTuple):
    """What was done, by its key in `yml.CAUSES`, and the word that shows it."""

    cause: str
    word: str = ""


BULLETS = "*\u2010\u2011\u2012\u2013\u2014\u2212\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023"
"""Signs that people and Word put before the items of a list; YAML knows only the hyphen."""
_BULLET = re.compile(rf"\s*([{BULLETS}])\s+(\S.*)")
_LETTERED = re.compile(r"\s*(\(?(?:[0-9]{1,2}|[A-Za-z])[.)])\s+(\S.*)")
_GLUED_ITEM = re.compile(r"\s*-([A-Za-z_].*)")


def sign_of_item(line: str) -> tuple[str, str] | None:
    """What a line begins with in the place of `- `, and the text after it."""
    match = _BULLET.match(line) or _LETTERED.match(line)
    return (match[1], match[2]) if match else None


def glued_item(line: str) -> str | None:
    """What follows a hyphen without the blank that makes it the start of an item."""
    match = _GLUED_ITEM.match(line)
    return match[1] if match else None


_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[\w.-]+")
_KEY = re.compile(r"([A-Za-z_]+):(?: |$)")


def seen(line: str, column: int, problem: str, context: str) -> Slip | None:
    """What was done, where the characters on both sides of a place show it beyond doubt."""
    before, after = line[:column], line[column:]
    if "block scalar" in context and "comment or line break" in problem:
        return Slip("block")
    if "mapping keys are not allowed" in problem:
        return Slip("question")
    if "quoted scalar" in context or any(quote in line for quote in CURLY):
        return None
    if "cannot start any token" in problem:
        return Slip("character", after[:1])
    return _in_brackets(before, after) if "flow" in context else _in_lines(before, after, problem)


def _in_brackets(before: str, after: str) -> Slip | None:
    if key := _KEY.match(after):
        return Slip("comma", key[1])
    if after.startswith(":") and (word := _at_end(_NAME, before.rstrip())):
        return Slip("comma", word)
    if after[:1] in ("]", "}"):
        return Slip("wrong_close", after[0])
    if after.startswith(","):
        return Slip("extra_comma")
    return _after_quote(before, after)


def _in_lines(before: str, after: str, problem: str) -> Slip | None:
    if "did not find expected" not in problem or not after or not before.strip():
        return _stray_dash(before, after, problem)
    if after[0] in "]}":
        return Slip("extra_close" if before.rstrip()[-1] in "]}" else "character", after[0])
    if before.rstrip()[-1] in "]}":
        return Slip("bracket_text")
    if after[0] == ",":
        return Slip("character", ",")
    return _after_quote(before, after)


def _stray_dash(before: str, after: str, problem: str) -> Slip | None:
    is_dash = after.startswith("- ") or after == "-"
    if is_dash and not before.strip() and "did not find expected" in problem:
        return Slip("dash_indent")
    return None


def _after_quote(before: str, after: str) -> Slip | None:
    """Text after a closing quote: most often a quote inside the text has closed it."""
    if not after or after[0] in ",]}:#":
        return None
    if (word := _quoted_word(before)) and (rest := _WORD.match(after)):
        return Slip("apostrophe", f"{word}'{rest[0]}")
    if before.rstrip().endswith('"'):
        return Slip("inner_quote")
    return Slip("after_quote") if before.rstrip().endswith("'") else None


def _quoted_word(before: str) -> str:
    """The last word between single quotes that a text ends with."""
    inside = before.split("'")[-2:] if before.count("'") > 1 else ()
    return _at_end(_WORD, inside[0]) if inside and not inside[1] else ""


def _at_end(word: re.Pattern[str], text: str) -> str:
    """The word that a text ends with; looked for from there, a long line costs no more."""
    found = word.match(text[::-1])
    return found[0][::-1] if found else ""

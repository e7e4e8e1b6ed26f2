"""How wide a text is, and where it breaks: the same on every machine, whatever fonts it has."""

from itertools import accumulate

_WIDE = 1000
_WIDTHS = {
    "ijl.,;:'|!": 280,
    "ftrI()[]/-\\ ·": 360,
    "Jcksvxyz": 510,
    "abdeghnopquL0123456789?_–«»“”+=<>~$#^*": 580,
    "EFTZABKPSVXY&": 690,
    "CDHNRUwGOQ": 760,
    "mM%W@—…": 930,
}
"""Thousandths of the type size: the widest of the common plain faces, with a little to spare."""


class _Table(dict[str, int]):
    """A letter that is not in it counts as an em."""

    def __missing__(self, letter: str) -> int:
        return _WIDE


_TABLE = _Table({letter: width for letters, width in _WIDTHS.items() for letter in letters})
_ELLIPSIS = "…"


def width(text: str, size: int) -> int:
    """The pixels a text takes at most."""
    return -(-sum(map(_TABLE.__getitem__, text)) * size // 1000)


def wrapped(text: str, room: int, size: int, lines: int) -> tuple[str, ...]:
    """The text in at most this many lines of this room; what does not fit ends in an ellipsis."""
    told: list[str] = []
    words = text.split()
    while words and len(told) < lines:
        told.append(_line(words, room, size))
    if words and told:
        told[-1] = shortened(f"{told[-1]} {' '.join(words)}", room, size)
    return tuple(told)


def _line(words: list[str], room: int, size: int) -> str:
    """Takes the words of one line off the list; a word wider than the room is broken."""
    line = words.pop(0)
    if width(line, size) > room:
        fits = _fitting(line, room, size)
        words.insert(0, line[fits:])
        return line[:fits]
    while words and width(f"{line} {words[0]}", size) <= room:
        line = f"{line} {words.pop(0)}"
    return line


def _fitting(word: str, room: int, size: int) -> int:
    """How many letters fit, at least one."""
    widths = accumulate(map(_TABLE.__getitem__, word))
    return max(1, sum(-(-width * size // 1000) <= room for width in widths))


def shortened(text: str, room: int, size: int) -> str:
    """The text on one line; cut between words where there is one, and marked as cut."""
    if width(text, size) <= room:
        return text
    cut = text[: _fitting(text, room - width(_ELLIPSIS, size), size)]
    whole, _, _ = cut.rpartition(" ")
    kept = whole if len(whole) * 2 > len(cut) else cut
    return kept.rstrip(" ,.;:(") + _ELLIPSIS

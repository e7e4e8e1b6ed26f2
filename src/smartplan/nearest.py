"""The known words nearest to an unknown one."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache

from smartplan.language import Text

CLOSE = 0.6
"""difflib's own default for a close match."""

_IGNORED = re.compile(r"[^a-z0-9]+")
_TWINS = str.maketrans("авсеһіјкмнорԛѕтухԁԝοανρικυτ", "abcehijkmhopqstyxdwoavpikut")
"""Small letters of the Cyrillic and Greek alphabets, and the Latin ones they are taken for."""
_ALPHABETS = {
    "CYRILLIC": Text("Kiril", "Cyrillic"),
    "GREEK": Text("Yunani", "Greek"),
    "FULLWIDTH": Text("lebar penuh", "fullwidth"),
    "ARMENIAN": Text("Armenia", "Armenian"),
}


def latin(word: str) -> str:
    """A word with Latin letters for those of other alphabets that look the same."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word).casefold().translate(_TWINS)


def disguised(word: str) -> Text:
    """What to add about a word that only looks like another; nothing where all is Latin."""
    for position, letter in enumerate(word[:100] if not word.isascii() else "", 1):
        alphabet = _ALPHABETS.get(unicodedata.name(letter, "").split(" ")[0])
        if alphabet is not None:
            named = f"`{letter}` (U+{ord(letter):04X})"
            return Text(
                f" huruf ke-{position}, {named}, dari aksara {alphabet.indonesian}: ketik ulang",
                f" letter {position}, {named}, is {alphabet.english}: type it again",
            )
    return Text("", "")


@cache  # the same known words are held against every unknown one
def fold(text: str) -> str:
    """A word without case, spaces and punctuation, so that `Smart People` meets `smart_people`."""
    return _IGNORED.sub("", text.casefold())


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words most like this one, best first, ties in their own order."""
    folded = fold(latin(word))[:80]
    scored: list[tuple[float, str]] = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    for candidate in known:
        other = fold(candidate)
        if 2 * min(len(folded), len(other)) < CLOSE * (len(folded) + len(other)):
            continue  # too long or too short to be close, whatever its letters
        matcher.set_seq1(other)
        if matcher.quick_ratio() >= CLOSE:
            ratio = matcher.ratio()
            if ratio >= CLOSE:
                scored.append((ratio, candidate))
    scored.sort(key=lambda pair: -pair[0])
    return [candidate for _, candidate in scored[:most]]


SLIPPERY = 4
"""Letters a word has at least for another to be a slip of it."""


def only_slip(word: str, known: Iterable[str]) -> str | None:
    """The one known word that a single slip of the keyboard makes this one; None among several.

    Digits are no slips: `S1` and `S2` name two things.
    """
    if len(word) < SLIPPERY:
        return None
    lengths = len(word) - 1, len(word), len(word) + 1
    found = [other for other in known if len(other) in lengths and _one_slip(word, other)]
    return found[0] if len(found) == 1 else None


def _one_slip(word: str, other: str) -> bool:
    """Whether a letter was added, left out, changed, or swapped with the next."""
    if word == other:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    wrong, right = word[start : len(word) - end], other[start : len(other) - end]
    if any(letter.isdigit() for letter in wrong + right):
        return False
    return max(len(wrong), len(right)) == 1 or (len(wrong) == 2 and wrong == right[::-1])


def listing(words: Sequence[str], most: int = 20) -> str:
    """Words as a message lists them, cut where there are too many to help."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    return f"{shown}, …" if len(words) > most else shown


def listed(words: Sequence[str]) -> Text:
    """Words of the format itself, which are the same in every language."""
    said = listing(words)
    return Text(said, said)

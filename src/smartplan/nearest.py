"""The known words nearest to an unknown one."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

CLOSE = 0.6
"""difflib's own default for a close match."""


def fold(text: str) -> str:
    """A word without case, spaces and punctuation, so that `Smart People` meets `smart_people`."""
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words most like this one, best first, ties in their own order."""
    folded = fold(word)[:80]
    scored: list[tuple[float, str]] = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    for candidate in known:
        matcher.set_seq1(fold(candidate))
        if matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE:
            ratio = matcher.ratio()
            if ratio >= CLOSE:
                scored.append((ratio, candidate))
    scored.sort(key=lambda pair: -pair[0])
    return [candidate for _, candidate in scored[:most]]


def listing(words: Sequence[str], most: int = 20) -> str:
    """Words as a message lists them, cut where there are too many to help."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    return f"{shown}, …" if len(words) > most else shown

"""A badge in SVG: how many stages are filled and how many errors there are."""

from html import escape

from smartplan.diagnostics import Severity
from smartplan.figures.ladder import Ladder
from smartplan.language import Language, Text, number

RED, AMBER, GREEN = "#b3261e", "#8a5a00", "#1b6e3c"
"""Colours on which white text keeps a contrast of 4.5 to 1."""

_GREY = "#444"
_HEIGHT, _PAD = 20, 8
_NAME = "smartplan"
_NARROW, _WIDE = frozenset("fijlrt,./: "), frozenset("mwMW")


def badge(ladder: Ladder, language: Language) -> str:
    """The same ladder gives the same bytes: nothing is fetched, measured or dated."""
    words, colour = _words(ladder, language), _colour(ladder)
    left, right = _width(_NAME) + 2 * _PAD, _width(words) + 2 * _PAD
    told, shown = escape(f"{_NAME}: {words}"), escape(words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" '
        f'role="img" aria-label="{told}">\n'
        f"  <title>{told}</title>\n"
        f'  <rect width="{left + right}" height="{_HEIGHT}" rx="3" fill="{_GREY}"/>\n'
        f'  <path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" '
        f'fill="{colour}"/>\n'
        '  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\n'
        f'    <text x="{_PAD}" y="14" textLength="{left - 2 * _PAD}">{_NAME}</text>\n'
        f'    <text x="{left + _PAD}" y="14" textLength="{right - 2 * _PAD}">{shown}</text>\n'
        "  </g>\n"
        "</svg>\n"
    )


def _words(ladder: Ladder, language: Language) -> str:
    errors, stages = ladder.findings[Severity.ERROR], len(ladder.stages)
    count = number(errors, language)
    several = "" if errors == 1 else "s"
    return Text(
        f"{ladder.filled}/{stages} tahap, {count} kesalahan",
        f"{ladder.filled}/{stages} stages, {count} error{several}",
    ).say(language)


def _colour(ladder: Ladder) -> str:
    """Red for an error, amber for a stage that is not filled, else green."""
    if ladder.findings[Severity.ERROR]:
        return RED
    return GREEN if ladder.filled == len(ladder.stages) else AMBER


def _width(words: str) -> int:
    """About the width of Verdana at 11 pixels; `textLength` makes the drawing fit it."""
    return sum(4 if c in _NARROW else 10 if c in _WIDE else 7 for c in words)

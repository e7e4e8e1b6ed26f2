"""Text to tokens: words, numbers, dates, quoted texts and signs, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from smartplan.assertions.fault import Fault, Span, slip
from smartplan.language import Text
from smartplan.stages.scalars import Moment, When, both_readings, indonesian_number, plain

MAX_LENGTH = 500
"""Characters of an assertion at most."""

_DIGITS = 22
"""Characters of a number at most, as in the plan itself."""


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MOMENT = "moment"
    TEXT = "text"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an assertion; `value` is what a number or a date was read as."""

    sort: Sort
    text: str
    span: Span
    value: Decimal | Moment | None = None

    def is_sign(self, *signs: str) -> bool:
        return self.sort is Sort.SIGN and self.text in signs

    def is_word(self, *words: str) -> bool:
        return self.sort is Sort.WORD and self.text in words


_SPACE = re.compile(r"\s+")
_RUPIAH = re.compile(r"(?i)rp\.?[ ]?[0-9][0-9.,]{0,30}")
_RUN = re.compile(r"[0-9][A-Za-z0-9_]*(?:[-.,][A-Za-z0-9_]+)*")
_WORD = re.compile(r"[^\W\d][\w]*(?:-[\w]+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SIGN = re.compile(r"<=|>=|!=|[=<>+\-*/%(),.]")
_FOREIGN = re.compile(r"==|<>|=<|=>|&&|\|\||!(?!=)|[≤≥≠×÷−–“”‘’«»&|;:\[\]{}^]")
_MEANT = {
    "==": "=", "<>": "!=", "=<": "<=", "=>": ">=", "&&": "and", "&": "and", "||": "or", "|": "or",
    "!": "not", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "[": "(", "]": ")",
}  # fmt: skip
_SCALED = re.compile(r"(?i) ?(ribu|rb|juta|jt|miliar|milyar|triliun|persen)\b")

_INTEGER = re.compile(r"[0-9]{1,16}")
_GROUPED = re.compile(r"[0-9]{1,3}(?:_[0-9]{3}){1,5}")
_DECIMAL = re.compile(r"[0-9]{1,16}\.[0-9]{1,6}")
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOMENT: TypeAdapter[Moment] = TypeAdapter(When)


def tokens(text: str) -> list[Token]:
    """The tokens of an assertion, an END last; `Fault` where there is none."""
    return [*_tokens(text), Token(Sort.END, "", Span(len(text), len(text)))]


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if match := _SPACE.match(text, at):
            at = match.end()
            continue
        token = _token(text, at)
        yield token
        at = token.span.end


def _token(text: str, at: int) -> Token:
    if match := _RUPIAH.match(text, at):
        raise _as_plain(text, match)
    if match := _RUN.match(text, at):
        return _number(text, match)
    if match := _WORD.match(text, at):
        return Token(Sort.WORD, match[0], _span(match))
    if match := _QUOTED.match(text, at):
        return Token(Sort.TEXT, match[0][1:-1], _span(match))
    if match := _FOREIGN.match(text, at):
        raise _foreign(match)
    if match := _SIGN.match(text, at):
        return Token(Sort.SIGN, match[0], _span(match))
    span = Span(at, at + 1)
    if text[at] in "\"'":
        raise slip(span, Text("tanda kutip belum ditutup", "the quotation mark is not closed"))
    raise slip(span, Text("tanda ini tidak dikenal", "this sign is not known"))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _foreign(match: re.Match[str]) -> Fault:
    meant = _MEANT.get(match[0])
    hint = Text(f"tulis `{meant}`", f"write `{meant}`") if meant else None
    unknown = Text(f"`{match[0]}` tidak dikenal", f"`{match[0]}` is not known")
    return slip(_span(match), unknown, hint)


def _number(text: str, match: re.Match[str]) -> Token:
    written, span = match[0], _span(match)
    if _SCALED.match(text, match.end()):
        raise _as_plain(text, match)
    if len(written) <= _DIGITS:
        if _AMBIGUOUS.fullmatch(written):
            raise _ambiguous(written, span)
        if _INTEGER.fullmatch(written) or _DECIMAL.fullmatch(written):
            return Token(Sort.NUMBER, written, span, Decimal(written))
        if _GROUPED.fullmatch(written):
            return Token(Sort.NUMBER, written, span, Decimal(written.replace("_", "")))
    moment = _moment(written)
    if moment is not None:
        return Token(Sort.MOMENT, written, span, moment)
    if _ID.fullmatch(written) and any(letter.isalpha() for letter in written):
        return Token(Sort.WORD, written, span)
    raise _as_plain(text, match)


def _moment(written: str) -> Moment | None:
    try:
        return _MOMENT.validate_python(written)
    except ValidationError:
        return None


def _ambiguous(written: str, span: Span) -> Fault:
    large, small = both_readings(written)
    return slip(
        span,
        Text(f"`{written}` dapat dibaca dua cara", f"`{written}` can be read in two ways"),
        Text(
            f"tulis `{large}` bila yang dimaksud ribuan, atau `{small}` bila yang dimaksud desimal",
            f"write `{large}` if it means thousands, or `{small}` if it is a decimal",
        ),
    )


_FIGURES = re.compile(r"[0-9][0-9_.,]*")
_SHORTER = Text(
    "tulis paling banyak 16 angka, dan 6 angka di belakang titik",
    "write 16 digits at most, and 6 behind the point",
)
_APART = Text(
    "pisahkan dengan spasi, atau tulis id di antara tanda kutip",
    "put spaces between, or write an id in quotation marks",
)


def _as_plain(text: str, match: re.Match[str]) -> Fault:
    """A number as Indonesians write it, with the form a plan uses."""
    scale = _SCALED.match(text, match.end())
    end = scale.end() if scale else match.end()
    written, span = text[match.start() : end], Span(match.start(), end)
    problem = Text(f"`{written[:40]}` belum terbaca", f"`{written[:40]}` cannot be read")
    meant = indonesian_number(written) if len(written) <= 60 else None
    if meant is None:
        return slip(span, problem, _SHORTER if _FIGURES.fullmatch(written) else _APART)
    percent = "%" if scale and scale[1].lower() == "persen" else ""
    said = f"`{plain(meant)}{percent}`"
    return slip(span, problem, Text(f"tulis {said}", f"write {said}"))

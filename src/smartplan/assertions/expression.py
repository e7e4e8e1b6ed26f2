"""The language of assertions: a tree from tokens, bounded in length, size and depth."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from smartplan.assertions.fault import Fault, Span, slip
from smartplan.assertions.tokens import MAX_LENGTH, Sort, Token, tokens
from smartplan.language import Text
from smartplan.nearest import nearest
from smartplan.stages.scalars import Moment

MAX_NODES = 200
MAX_DEPTH = 24

COMPARISONS = ("=", "!=", "<=", ">=", "<", ">")
CLAUSES = ("where", "with", "without", "have")
AGGREGATES = ("count", "sum", "average", "min", "max", "share", "all", "any", "none")
RESERVED = ("and", "or", "not", "in", *CLAUSES)

_INDONESIAN = {
    "dan": "and", "atau": "or", "bukan": "not", "tidak": "not", "dengan": "with",
    "tanpa": "without", "punya": "have", "memiliki": "have", "has": "have", "dalam": "in",
    "jumlah": "sum", "banyak": "count", "semua": "all", "rata-rata": "average",
}  # fmt: skip
"""Words planners may try first, with the word of the language."""


@dataclass(frozen=True)
class Node:
    """Part of an expression, with its place in the text."""

    span: Span


@dataclass(frozen=True)
class Number(Node):
    """A number; `percent` where it was written with its sign."""

    value: Decimal
    percent: bool
    written: str


@dataclass(frozen=True)
class When(Node):
    """A date, a month, a quarter or a semester."""

    value: Moment


@dataclass(frozen=True)
class Quoted(Node):
    """A text in quotation marks."""

    text: str


@dataclass(frozen=True)
class Step:
    """One name of a path, with what stands in its brackets."""

    name: str
    span: Span
    arguments: tuple[Node, ...] | None = None


@dataclass(frozen=True)
class Path(Node):
    """Names joined by dots, or a word that may be an id."""

    steps: tuple[Step, ...]

    @property
    def word(self) -> str | None:
        """The path as an id: a single name without brackets."""
        only = self.steps[0]
        return only.name if len(self.steps) == 1 and only.arguments is None else None


@dataclass(frozen=True)
class Clause:
    """A condition on items: `where …`, `with …`, `without …`, `have …`."""

    word: str
    condition: Node

    @property
    def wanted(self) -> bool:
        return self.word != "without"


@dataclass(frozen=True)
class Aggregate(Node):
    """One value from many items."""

    name: str
    path: Path
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Binary(Node):
    """Two values joined by a sign of arithmetic."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Negative(Node):
    """A value with a minus before it."""

    value: Node


@dataclass(frozen=True)
class Comparison(Node):
    """Two values compared."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Membership(Node):
    """A value that is one of several."""

    left: Node
    choices: tuple[Node, ...]


@dataclass(frozen=True)
class Junction(Node):
    """Conditions joined by `and` or `or`."""

    word: str
    members: tuple[Node, ...]


@dataclass(frozen=True)
class Not(Node):
    """A condition that must not hold."""

    condition: Node


def parse(text: str) -> Node:
    """An assertion's tree, or `Fault` with the token that does not fit."""
    if len(text) > MAX_LENGTH:
        raise slip(
            Span(0, len(text)),
            Text(
                f"{len(text)} karakter, paling banyak {MAX_LENGTH}",
                f"{len(text)} characters, {MAX_LENGTH} at most",
            ),
            _DIVIDE,
        )
    return _Parser(tokens(text)).whole()


_DIVIDE = Text("bagi menjadi beberapa pernyataan", "split it into several assertions")


_Part = Callable[[], Node]


class _Parser:
    def __init__(self, found: list[Token]):
        self.tokens = found
        self.at = 0
        self.nodes = 0
        self.depth = 0

    @property
    def now(self) -> Token:
        return self.tokens[self.at]

    def whole(self) -> Node:
        if self.now.sort is Sort.END:
            raise slip(self.now.span, Text("belum ada isinya", "there is nothing in it"))
        node = self._either()
        if self.at < len(self.tokens) - 1:
            raise self._unexpected()
        return node

    def _take(self) -> Token:
        token = self.now
        self.at += 1
        return token

    def _made(self, node: Node) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise slip(node.span, _TOO_BIG, _DIVIDE)
        return node

    # Conditions

    def _either(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise slip(self.now.span, _TOO_DEEP, _DIVIDE)
        node = self._joined("or", lambda: self._joined("and", self._denied))
        self.depth -= 1
        return node

    def _joined(self, word: str, member: _Part) -> Node:
        members = [member()]
        while self.now.is_word(word):
            self._take()
            members.append(member())
        if len(members) == 1:
            return members[0]
        return self._made(Junction(members[0].span.to(members[-1].span), word, tuple(members)))

    def _denied(self) -> Node:
        words = []
        while self.now.is_word("not"):
            words.append(self._take())
        node = self._compared()
        for word in reversed(words):
            node = self._made(Not(word.span.to(node.span), node))
        return node

    def _compared(self) -> Node:
        left = self._sum()
        if self.now.is_word("in"):
            return self._membership(left)
        if not self.now.is_sign(*COMPARISONS):
            return left
        sign = self._take()
        right = self._sum()
        if self.now.is_sign(*COMPARISONS):
            raise slip(
                self.now.span,
                Text("perbandingan kedua dalam satu rangkaian", "a second comparison in a chain"),
                Text("sambung dengan `and`", "join them with `and`"),
            )
        return self._made(Comparison(left.span.to(right.span), sign.text, left, right))

    def _membership(self, left: Node) -> Node:
        self._take()
        if not self.now.is_sign("("):
            raise self._unexpected(Text("tulis `in (a, b)`", "write `in (a, b)`"))
        choices, end = self._arguments()
        return self._made(Membership(left.span.to(end), left, choices))

    # Values

    def _sum(self) -> Node:
        return self._chain(("+", "-"), lambda: self._chain(("*", "/"), self._signed))

    def _chain(self, signs: tuple[str, ...], part: _Part) -> Node:
        left = part()
        while self.now.is_sign(*signs):
            sign = self._take().text
            right = part()
            left = self._made(Binary(left.span.to(right.span), sign, left, right))
        return left

    def _signed(self) -> Node:
        if not self.now.is_sign("-"):
            return self._value()
        sign = self._take()
        value = self._value()
        return self._made(Negative(sign.span.to(value.span), value))

    def _value(self) -> Node:
        token = self.now
        if token.sort is Sort.NUMBER and isinstance(token.value, Decimal):
            return self._number(token.value)
        if token.sort is Sort.MOMENT and isinstance(token.value, Moment):
            return self._made(When(self._take().span, token.value))
        if token.sort is Sort.TEXT:
            return self._made(Quoted(self._take().span, token.text))
        if token.is_sign("("):
            return self._bracket()
        if token.sort is Sort.WORD and token.text not in RESERVED:
            return self._named()
        raise self._unexpected()

    def _number(self, value: Decimal) -> Node:
        token = self._take()
        if self.now.is_sign("%"):
            span = token.span.to(self._take().span)
            return self._made(Number(span, value / 100, True, f"{token.text}%"))  # noqa: FBT003
        return self._made(Number(token.span, value, False, token.text))  # noqa: FBT003

    def _bracket(self) -> Node:
        opened = self._take()
        node = self._either()
        self._close(opened)
        return node

    def _close(self, opened: Token) -> Span:
        if self.now.sort is Sort.END:
            raise slip(opened.span, Text("kurung belum ditutup", "the bracket is not closed"))
        if not self.now.is_sign(")"):
            raise self._unexpected()
        return self._take().span

    def _arguments(self) -> tuple[tuple[Node, ...], Span]:
        opened = self._take()
        found = [] if self.now.is_sign(")") else [self._sum()]
        while found and self.now.is_sign(","):
            self._take()
            found.append(self._sum())
        return tuple(found), self._close(opened)

    def _named(self) -> Node:
        after = self.tokens[self.at + 1]
        if self.now.text in AGGREGATES and after.is_sign("("):
            return self._aggregate()
        if after.is_sign("(") and self.now.text in _INDONESIAN:
            raise self._unexpected()
        return self._path()

    def _path(self) -> Path:
        steps = [self._step()]
        while self.now.is_sign("."):
            self._take()
            if self.now.sort is not Sort.WORD:
                raise self._unexpected(Text("tulis nama sesudah titik", "write a name after it"))
            steps.append(self._step())
        path = Path(steps[0].span.to(steps[-1].span), tuple(steps))
        self._made(path)
        return path

    def _step(self) -> Step:
        name = self._take()
        if not self.now.is_sign("("):
            return Step(name.text, name.span)
        arguments, end = self._arguments()
        return Step(name.text, name.span.to(end), arguments)

    def _aggregate(self) -> Node:
        name, opened = self._take(), self._take()
        if self.now.sort is not Sort.WORD or self.now.text in RESERVED:
            raise self._unexpected(
                Text(f"tulis kumpulannya: `{name.text}(programs)`", "name the items")
            )
        path = self._path()
        clauses = []
        while self.now.is_word(*CLAUSES):
            word = self._take().text
            clauses.append(Clause(word, self._either()))
        end = self._close(opened)
        return self._made(Aggregate(name.span.to(end), name.text, path, tuple(clauses)))

    def _unexpected(self, hint: Text | None = None) -> Fault:
        token = self.now
        if token.sort is Sort.END:
            return slip(token.span, Text("belum selesai", "it is not finished"), hint)
        if hint is None and token.sort is Sort.WORD:
            hint = _word_hint(token.text)
        problem = Text(
            f"`{token.text[:40]}` tidak dapat berada di sini", f"`{token.text[:40]}` cannot be here"
        )
        return slip(token.span, problem, hint)


_TOO_BIG = Text(f"lebih dari {MAX_NODES} bagian", f"more than {MAX_NODES} parts")
_TOO_DEEP = Text(f"bertingkat lebih dari {MAX_DEPTH}", f"nested more than {MAX_DEPTH} deep")


def _word_hint(word: str) -> Text | None:
    meant = _INDONESIAN.get(word.lower())
    close = [meant] if meant else nearest(word, (*RESERVED, *AGGREGATES), 1)
    if not close or close[0] == word:
        return None
    return Text(f"mungkin `{close[0]}`?", f"perhaps `{close[0]}`?")

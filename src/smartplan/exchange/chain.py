"""A chain as text, JSON, Mermaid and DOT."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from smartplan.diagnostics import show
from smartplan.escapes import dot as quoted
from smartplan.escapes import json_text
from smartplan.escapes import mermaid as labelled
from smartplan.figures.chain import Chain, Direction, Missing, Stop, kind_word
from smartplan.language import Language, Text

VERSION = 1
LONG = 160

_ABOVE = Text("Ke atas", "Upwards")
_BELOW = Text("Ke bawah", "Downwards")
_NOTHING = Text("tidak ada", "nothing")
_AGAIN = Text("lihat di atas", "see above")
_GAP = Text("celah", "gap")
_GAPS = Text("Celah", "Gaps")
_WHOLE = Text("Celah: tidak ada", "Gaps: none")


def text(chain: Chain, language: Language) -> str:
    """The item, what is above it and what is below it as trees, then the gaps."""
    return "\n".join(_text(chain, language)) + "\n"


def _text(chain: Chain, language: Language) -> Iterator[str]:
    yield _named(chain.stops[chain.start], language)
    for title, ways, direction in (
        (_ABOVE, chain.above, "up"),
        (_BELOW, chain.below, "down"),
    ):
        if ways:
            tree = list(_tree(chain, ways, direction, language))
            yield ""
            yield title.say(language) if tree else f"{title.say(language)}: {_none(language)}"
            yield from tree
    yield ""
    if not chain.missing:
        yield _WHOLE.say(language)
        return
    yield f"{_GAPS.say(language)} ({len(chain.missing)})"
    for gap in chain.missing:
        stop = chain.stops[gap.at]
        yield f"  {_short(stop, language)}: {gap.lacks.say(language)}; {gap.where.say(language)}"


def _none(language: Language) -> str:
    return _NOTHING.say(language)


def _tree(
    chain: Chain, ways: Mapping[str, Sequence[str]], direction: str, language: Language
) -> Iterator[str]:
    """Each stop is spread out once; where it comes again, a word says so."""
    gaps = _gaps(chain, direction)
    spread = {chain.start}
    waiting: list[tuple[str | Missing, int]] = []

    def put(key: str, depth: int) -> None:
        below: list[str | Missing] = [*ways.get(key, ()), *gaps.get(key, ())]
        waiting.extend((one, depth) for one in reversed(below))

    put(chain.start, 1)
    while waiting:
        one, depth = waiting.pop()
        indent = "  " * depth
        if isinstance(one, Missing):
            yield f"{indent}✗ {_GAP.say(language)}: {one.lacks.say(language)}"
            continue
        named = _named(chain.stops[one], language)
        if one in spread:
            more = f" ({_AGAIN.say(language)})" if ways.get(one) or gaps.get(one) else ""
            yield f"{indent}{named}{more}"
            continue
        spread.add(one)
        yield f"{indent}{named}"
        put(one, depth + 1)


def _gaps(chain: Chain, direction: str) -> dict[str, list[Missing]]:
    found: dict[str, list[Missing]] = {}
    for gap in chain.missing:
        if gap.direction == direction:
            found.setdefault(gap.at, []).append(gap)
    return found


def _short(stop: Stop, language: Language) -> str:
    return f"{kind_word(stop.kind).say(language)} {stop.id}".rstrip()


def _named(stop: Stop, language: Language) -> str:
    word = kind_word(stop.kind).say(language)
    head = word if stop.kind == "realisation" else _short(stop, language)
    note = f" [{show(stop.note, LONG)}]" if stop.note else ""
    return f"{head}: {show(stop.title, LONG)}{note}"


def as_json(chain: Chain, language: Language) -> str:
    """Stops, links (upper to lower) and gaps."""
    document = {
        "version": VERSION,
        "language": str(language),
        "start": chain.start,
        "stops": [
            {
                "key": stop.key,
                "kind": stop.kind,
                "id": stop.id,
                "title": stop.title,
                "note": stop.note or None,
            }
            for stop in chain.stops.values()
        ],
        "links": [{"from": upper, "to": lower} for upper, lower in chain.links],
        "gaps": [
            {
                "at": gap.at,
                "direction": gap.direction,
                "lacks": gap.lacks.say(language),
                "where": gap.where.say(language),
            }
            for gap in chain.missing
        ],
    }
    return json_text(document)


# Diagrams: ids of our own, plan text only inside quoted labels


def mermaid(chain: Chain, language: Language) -> str:
    """A flowchart from the top down; a gap is a dashed box where the missing item would stand."""
    return "\n".join(_mermaid(chain, language)) + "\n"


def _mermaid(chain: Chain, language: Language) -> Iterator[str]:
    ids = _ids(chain)
    yield "flowchart TD"
    for stop in chain.stops.values():
        yield f'  {ids[stop.key]}["{labelled(_named(stop, language), LONG)}"]'
    for upper, lower in chain.links:
        yield f"  {ids[upper]} --> {ids[lower]}"
    for place, gap in enumerate(chain.missing):
        yield f'  g{place}["{labelled(gap.lacks.say(language))}"]:::gap'
        upper, lower = _ends(gap.direction, ids[gap.at], f"g{place}")
        yield f"  {upper} -.-> {lower}"
    yield f"  class {ids[chain.start]} start"
    yield "  classDef gap stroke-dasharray: 4 4"
    yield "  classDef start stroke-width: 3px"


def dot(chain: Chain, language: Language) -> str:
    """The same diagram for Graphviz."""
    return "\n".join(_dot(chain, language)) + "\n"


def _dot(chain: Chain, language: Language) -> Iterator[str]:
    ids = _ids(chain)
    yield "digraph chain {"
    yield "  node [shape=box];"
    for stop in chain.stops.values():
        bold = ", penwidth=3" if stop.key == chain.start else ""
        yield f'  {ids[stop.key]} [label="{quoted(_named(stop, language), LONG)}"{bold}];'
    for upper, lower in chain.links:
        yield f"  {ids[upper]} -> {ids[lower]};"
    for place, gap in enumerate(chain.missing):
        yield f'  g{place} [label="{quoted(gap.lacks.say(language))}", style=dashed];'
        upper, lower = _ends(gap.direction, ids[gap.at], f"g{place}")
        yield f"  {upper} -> {lower} [style=dashed];"
    yield "}"


def _ids(chain: Chain) -> dict[str, str]:
    return {key: f"n{place}" for place, key in enumerate(chain.stops)}


def _ends(direction: Direction, at: str, gap: str) -> tuple[str, str]:
    return (gap, at) if direction == "up" else (at, gap)


FORMATS: Mapping[str, Callable[[Chain, Language], str]] = {
    "text": text,
    "json": as_json,
    "mermaid": mermaid,
    "dot": dot,
}

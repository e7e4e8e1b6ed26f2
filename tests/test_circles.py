"""PRG001 in a tangle: ten circles are told, each short enough to read."""

from pathlib import Path

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import load
from smartplan.rules import judge

ITEM = "- {{id: {0}, name: Nama {0}, dimension: governance, depends_on: [{1}]}}\n"


def circles(plan: Path, waits: dict[str, str]) -> list[Diagnostic]:
    items = "".join(ITEM.format(id_, other) for id_, other in waits.items())
    (plan / "programs.yaml").write_text(f"programs:\n{items}", encoding="utf-8")
    return [d for d in judge(load(plan)).findings if d.kind.code == "PRG001"]


def pairs(count: int) -> dict[str, str]:
    """As many circles of two: `a0` and `b0`, `a1` and `b1`, …"""
    return {f"{x}{n}": f"{y}{n}" for n in range(count) for x, y in ("ab", "ba")}


def test_every_circle_is_told_up_to_ten(minimal_plan: Path) -> None:
    for count, told in ((1, 1), (9, 9), (10, 10), (11, 10), (40, 10)):
        found = circles(minimal_plan, pairs(count))
        lines = [d.location.line for d in found]
        assert lines == [2 + 2 * n for n in range(told)]
        chains = [d.message(Language.ENGLISH).partition(": ")[2] for d in found]
        assert chains == [f"`a{n}` → `b{n}` (Nama b{n}) → `a{n}`" for n in range(told)]
        related = [[one.location.line for one in d.related] for d in found]
        assert related == [[3 + 2 * n] for n in range(told)]


def test_a_circle_shows_twenty_of_its_places(minimal_plan: Path) -> None:
    for length, shown in ((3, 2), (20, 19), (21, 20), (22, 20), (60, 20)):
        ring = {f"p{n}": f"p{(n + 1) % length}" for n in range(length)}
        (found,) = circles(minimal_plan, ring)
        assert found.location.line == 2
        assert [one.location.line for one in found.related] == list(range(3, 3 + shown))

"""A thousand mutations of a good plan: whatever comes of one is told, and told the same twice."""

import gc
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HERE
from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st
from told import told

from smartplan.diagnostics import Diagnostic
from smartplan.language import Language
from smartplan.load import load
from smartplan.reports import report
from smartplan.rules import check

GOOD = HERE.parent / "templates" / "example"
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(GOOD.glob("*.yaml"))}
FILES = list(TEXTS)
MUTATIONS = 1_000

TOKENS = [
    "\t", "'", '"', "&a ", "*a", "\u2028", "\ufeff", "%YAML 1.1\n", "!!python/name:x ", "!x ",
    "\0", ": ", "- ", "{", "[", "}", "]", ",", "|\n", ">-\n", "#", " #x", "\n", "\n---\n",
    "\n...\n", "? ", "<<: ", "\r", "\x1b[2J", "\u202e", "\u00a0", "：", "“", "##[error]",
    "::error::", "\n<<<<<<< HEAD\n", "\\", "@", "`", "\ud800", "１２", "{0.__class__}", "{kind}",
    "id: kominfo", "\n  ", "    ", "é", "e\u0301", "🙂", "ᬩᬮᬶ", "x" * 3000,
]  # fmt: skip
VALUES = [
    "~", "", "null", "true", "no", "x", "-1", "0", "1.5", "2,5", "1.500.000", "5.000", "9" * 400,
    "1e400", ".nan", "0x1F", "Rp 1,5 miliar", "20 %", "5 Juli 2023", "05/07/2023", "2023-02-30",
    "0000-00-00", "9999-12-31", "2026-06-30", "2026-13", "1899", "[]", "{}", "[[], [x]]", "[x, y]",
    "{a: b}", "{year: 2026}", "'dalam kutip'", '"\\e[2J"', '"\\u202e"', "kominfo",
    "pengaduan-daring", "S1", "governance", "CON", "../../etc/passwd", "javascript:alert(1)",
    "é" * 200, "|\n  a\n b",
]  # fmt: skip

Change = tuple[str, str, float, float, str]
"""A sort of mutation, the file, where in it, how much or where else, and a text."""
Sort = Callable[[str, float, float, str], str]


def _inserted(text: str, at: float, _much: float, token: str) -> str:
    return text[: int(len(text) * at)] + token + text[int(len(text) * at) :]


def _removed(text: str, at: float, much: float, _token: str) -> str:
    start = int(len(text) * at)
    return text[:start] + text[start + 1 + int(300 * much) :]


def _cut_off(text: str, at: float, _much: float, _token: str) -> str:
    return text[: int(len(text) * at)]


def _at_line(change: Callable[[list[str], int, int, str], None]) -> Sort:
    """A change of lines: of one of them, or of one and another."""

    def changed(text: str, at: float, much: float, token: str) -> str:
        lines = text.split("\n")
        change(lines, int(len(lines) * at), int(len(lines) * much), token)
        return "\n".join(lines)

    return changed


def _block(lines: list[str], one: int) -> int:
    """The first line after one and all that stands deeper below it."""
    depth = len(lines[one]) - len(lines[one].lstrip())
    below = (at for at in range(one + 1, len(lines)) if not lines[at].startswith(" " * (depth + 1)))
    return next(below, len(lines))


def _doubled(lines: list[str], one: int, _other: int, _token: str) -> None:
    end = _block(lines, one)
    lines[end:end] = lines[one:end]


def _dropped(lines: list[str], one: int, _other: int, _token: str) -> None:
    del lines[one : _block(lines, one)]


def _swapped(lines: list[str], one: int, other: int, _token: str) -> None:
    lines[one], lines[other] = lines[other], lines[one]


def _shifted(lines: list[str], one: int, other: int, _token: str) -> None:
    lines[one] = [" " + lines[one], "   " + lines[one], lines[one][1:], lines[one].lstrip()][
        other % 4
    ]


_KEY_AND_VALUE = re.compile(r"([A-Za-z_0-9]+): +(\[[^\]\n]*\]|[^\s,{}\[\]#>|][^,{}\[\]\n]*)")


def _one_of(found: list[re.Match[str]], share: float) -> re.Match[str] | None:
    return found[int(len(found) * share)] if found else None


def _reworded(text: str, at: float, _much: float, _token: str) -> str:
    """A key, an id or another word with two letters swapped."""
    word = _one_of(list(re.finditer(r"(?m)[a-z_-]{3,}(?=:)|(?<=: )[a-z0-9_-]{3,}$", text)), at)
    if word is None:
        return text
    middle = word.start() + (word.end() - word.start()) // 2
    return text[: middle - 1] + text[middle] + text[middle - 1] + text[middle + 1 :]


def _exchanged(text: str, at: float, much: float, _token: str) -> str:
    """A value in place of another: an id where a date stood, another item's id."""
    found = list(_KEY_AND_VALUE.finditer(text))
    one, other = _one_of(found, at), _one_of(found, much)
    if one is None or other is None:
        return text
    return text[: one.start(2)] + other[2] + text[one.end(2) :]


def _refilled(text: str, at: float, _much: float, token: str) -> str:
    """Another value for a key."""
    one = _one_of(list(_KEY_AND_VALUE.finditer(text)), at)
    return text if one is None else text[: one.start(2)] + token + text[one.end(2) :]


SORTS: dict[str, tuple[int, Sort]] = {
    "insert": (2, _inserted),
    "remove": (1, _removed),
    "cut off": (1, _cut_off),
    "double": (3, _at_line(_doubled)),
    "drop": (3, _at_line(_dropped)),
    "swap": (1, _at_line(_swapped)),
    "shift": (1, _at_line(_shifted)),
    "reword": (4, _reworded),
    "exchange": (4, _exchanged),
    "refill": (8, _refilled),
    "other stage": (1, lambda text, at, much, token: TEXTS[FILES[int(len(FILES) * at)]]),
    "windows": (1, lambda text, at, much, token: text.replace("\n", "\r\n")),
    "mark": (1, lambda text, at, much, token: "\ufeff" + text),
}
"""How to mutate a text, and how often beside the others: most texts must stay readable YAML."""

WEIGHED = [name for name, (weight, _) in SORTS.items() for _ in range(weight)]
SHARES = st.integers(0, 9_999).map(lambda number: number / 10_000)


def changes(name: str) -> st.SearchStrategy[list[Change]]:
    """One to three mutations, the first of them in a given file."""

    def one(files: st.SearchStrategy[str]) -> st.SearchStrategy[Change]:
        def whole(sort: str) -> st.SearchStrategy[Change]:
            text = st.sampled_from(VALUES if sort == "refill" else TOKENS)
            return st.tuples(st.just(sort), files, SHARES, SHARES, text)

        return st.sampled_from(WEIGHED).flatmap(whole)

    first, others = one(st.just(name)), st.lists(one(st.sampled_from(FILES)), max_size=2)
    return st.builds(lambda change, more: [change, *more], first, others)


class Folder:
    """A plan on disk that holds the good texts, and what a mutation made of some."""

    def __init__(self, path: Path):
        self.path = path
        self.held: dict[str, str] = {}

    def fill(self, changes: list[Change]) -> None:
        texts = dict(TEXTS)
        for sort, name, at, much, token in changes:
            texts[name] = SORTS[sort][1](texts[name], at, much, token)
        for name, text in texts.items():
            if self.held.get(name) != text:
                (self.path / name).write_bytes(text.encode("utf-8", "surrogatepass"))
                self.held[name] = text


def checked(folder: Path) -> list[Diagnostic]:
    gc.disable()  # as the command line does; it halves the time
    try:
        return check(load(folder, folder.as_posix()))
    finally:
        gc.enable()


@pytest.mark.parametrize("name", FILES)
def test_any_mutation_is_told_without_a_crash_and_twice_the_same(name: str, tmp_path: Path) -> None:
    folder, runs = Folder(tmp_path), 0

    @seed(FILES.index(name))  # other mutations in each file, and the same ones in every run
    @settings(
        max_examples=-(-MUTATIONS // len(FILES)),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
    )
    @given(changes(name))
    @example([("insert", name, 0.0, 0.0, "\0\0")])
    @example([("insert", name, 0.0, 0.0, "\ufeff\ufeff")])
    def twice_the_same(changes: list[Change]) -> None:
        nonlocal runs
        runs += 1
        folder.fill(changes)
        said = told(tmp_path)
        found = checked(tmp_path)
        assert report("json")(found, said.language) == said.output
        _are_harmless(found)

    twice_the_same()
    assert runs >= MUTATIONS / len(FILES)


def _are_harmless(found: list[Diagnostic]) -> None:
    """Whether nothing in the reports can act in a terminal or a log."""
    for name, language in (("full", Language.INDONESIAN), ("concise", Language.ENGLISH)):
        for line in report(name)(found, language).split("\n"):
            assert line.isprintable()
            assert "##[" not in line
            assert not line.lstrip().startswith("::")

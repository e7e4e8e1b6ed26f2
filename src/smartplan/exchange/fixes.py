"""Fixes of a plan's findings, made in the text of a copy; what makes a new error is not made."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from smartplan.choices import Choice
from smartplan.diagnostics import Diagnostic, Location, Severity
from smartplan.exchange.page import Edit, Page
from smartplan.load import MAX_FILES, load
from smartplan.record import path_in_plan
from smartplan.rules import judge
from smartplan.source import Unreadable, raw
from smartplan.stages import STAGES

ROUNDS = 10
"""Times the findings of a mended plan are mended again: one fix may uncover the next."""
TRIES = 60
"""Times a plan is checked at most to tell the fixes that make an error from the others."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What the fixes make of a plan."""

    files: Mapping[str, tuple[bytes, bytes]]
    """The bytes before and after of each file that changes, by its path below the folder."""
    count: int
    """Fixes made."""
    left: tuple["Left", ...] = ()
    """Fixes that were not made because of what they would bring."""


@dataclass(frozen=True, slots=True)
class Left:
    """A finding whose fix was not made, and the finding that the fix would bring."""

    finding: Diagnostic
    brought: Diagnostic


def mended(folder: Path, name: str, choice: Choice, *, unsafe: bool) -> Mended:
    """The plan with the fixes of its findings; nothing is written to it.

    `unsafe` makes the likely ones too. A finding that is waived or not chosen is left alone, and
    so is a file that cannot be read as a whole.
    """
    with tempfile.TemporaryDirectory(prefix="smartplan-") as beside:
        copy = Path(beside)
        before = _mirrored(folder, copy)
        work = _Work(copy, name, choice, unsafe)
        count = work.run()
        if work.has_new_errors():  # from a fix that called for another, which was refused
            for path, content in before.items():
                (copy / path).write_bytes(content)
            work = _Work(copy, name, choice, unsafe, strict=True)
            count = work.run()
        after = {path: (copy / path).read_bytes() for path in before}
    changed = {path: (old, after[path]) for path, old in before.items() if after[path] != old}
    return Mended(changed, count, tuple(work.refused.values()))


def _mirrored(folder: Path, copy: Path) -> dict[str, bytes]:
    """Copy what reading a plan looks at; what cannot be read stands there as unreadable."""
    kept: dict[str, bytes] = {}
    places = [folder, *(folder / stage for stage in STAGES)]
    for place in places:
        if place is not folder and (place.is_symlink() or not place.is_dir()):
            continue
        for path in islice(sorted(place.glob("*.yaml")), MAX_FILES):
            there = copy / path.relative_to(folder)
            there.parent.mkdir(exist_ok=True)
            try:
                content = raw(path)
            except Unreadable:
                there.mkdir()  # no regular file, as a link is none
                continue
            there.write_bytes(content)
            kept[path.relative_to(folder).as_posix()] = content
    return kept


@dataclass(frozen=True, slots=True)
class _State:
    """A plan's findings, and the pages of the files that can be read as a whole."""

    found: Sequence[Diagnostic]
    pages: Mapping[str, Page]
    prefix: str

    def place(self, place: Location) -> tuple[str, int]:
        """A file's path and how far into its text a place is; below 0 for what has no page."""
        path = path_in_plan(place.file.name, self.prefix)
        page = self.pages.get(path)
        return path, page.offset(place.line - 1, place.column - 1) if page else -place.line


@dataclass(frozen=True, slots=True)
class _Step:
    """A fix as an edit of a page, with the finding it is to mend."""

    path: str
    edit: Edit
    finding: Diagnostic
    replaced: str

    @property
    def identity(self) -> tuple[str, str, str, str]:
        return self.path, self.finding.kind.code, self.replaced, self.edit.text


Edits = Mapping[str, Sequence[Edit]]
"""The edits of a round, by path."""


class _Work:
    """The rounds. A new error with a fix of its own is let pass for a round unless `strict`."""

    def __init__(
        self, copy: Path, name: str, choice: Choice, unsafe: bool, *, strict: bool = False
    ):
        self.copy = copy
        self.name = name
        self.choice = choice
        self.unsafe = unsafe
        self.strict = strict
        self.refused: dict[tuple[str, str, str, str], Left] = {}
        self.tries = 0
        self.first = self.last = self._state()
        self.rounds: list[Edits] = []

    def run(self) -> int:
        """Mend the copy; how many fixes it took."""
        count = 0
        for _ in range(ROUNDS):
            made = self._round(self.last, list(self._steps(self.last)))
            if not made:
                break
            count += len(made)
            self.rounds.append(_by_path(made))
        return count

    def has_new_errors(self) -> bool:
        known = {_identity(finding, self.first) for finding in self.first.found}
        return any(
            _is_error(finding) and _identity(finding, self.last, self.rounds) not in known
            for finding in self.last.found
        )

    def _state(self) -> _State:
        loaded = load(self.copy, self.name, bare=True)
        paths = {path_in_plan(name, loaded.prefix) for name in loaded.trees}
        pages = {
            path: Page((self.copy / path).read_bytes())
            for path in paths
            if (self.copy / path).is_file()
        }
        return _State(judge(loaded).findings, pages, loaded.prefix)

    def _steps(self, state: _State) -> Iterator[_Step]:
        """The fixes of a round: of two that touch the same text, the first."""
        taken: dict[str, int] = {}
        for finding in state.found:
            step = self._step(finding, state)
            if step is None or step.edit.start < taken.get(step.path, 0):
                continue
            taken[step.path] = step.edit.end
            yield step

    def _step(self, finding: Diagnostic, state: _State) -> _Step | None:
        fix = finding.fix
        if fix is None or not (fix.safe or self.unsafe):
            return None
        path, start = state.place(fix.location)
        page = state.pages.get(path)
        if page is None or not self.choice.allows(finding.kind.code):
            return None
        end = page.offset(fix.location.end_line - 1, fix.location.end_column - 1)
        edit = Edit(start, end, fix.text.replace("\n", page.newline))
        step = _Step(path, edit, finding, page.text[start:end])
        return None if step.replaced == edit.text or step.identity in self.refused else step

    def _round(self, state: _State, steps: Sequence[_Step]) -> list[_Step]:
        """Make the steps; those that do harm are found by halves, undone and not tried again."""
        good: list[_Step] = []
        groups = [steps] if steps else []
        while groups and self.tries < TRIES:
            group = groups.pop()
            tried = self._tried(state, steps, [*good, *group])
            brought = self._brought(state, tried, [*good, *group])
            if brought is None:
                good.extend(group)
                self.last = tried
            elif len(group) == 1:
                self.refused[group[0].identity] = Left(group[0].finding, brought)
            else:
                half = len(group) // 2
                groups += [group[half:], group[:half]]
        self._write(state, steps, good)
        return good

    def _tried(self, state: _State, steps: Sequence[_Step], chosen: Sequence[_Step]) -> _State:
        self.tries += 1
        self._write(state, steps, chosen)
        return self._state()

    def _write(self, state: _State, steps: Sequence[_Step], chosen: Sequence[_Step]) -> None:
        """The files that `steps` are in, with those chosen."""
        for path in sorted({step.path for step in steps}):
            edits = [step.edit for step in chosen if step.path == path]
            (self.copy / path).write_bytes(state.pages[path].edited(edits))

    def _brought(self, before: _State, after: _State, steps: Sequence[_Step]) -> Diagnostic | None:
        """A finding that should be gone and is not, or an error that has come."""
        edits = [_by_path(steps)]
        mending = {_identity(step.finding, before) for step in steps}
        known = {_identity(finding, before) for finding in before.found if _is_error(finding)}
        for finding in after.found:
            identity = _identity(finding, after, edits)
            new = _is_error(finding) and identity not in known
            passes = not self.strict and self._step(finding, after) is not None
            if identity in mending or (new and not passes):
                return finding
        return None


def _by_path(steps: Iterable[_Step]) -> Edits:
    edits: dict[str, list[Edit]] = {}
    for step in steps:
        edits.setdefault(step.path, []).append(step.edit)
    return edits


def _is_error(finding: Diagnostic) -> bool:
    return Severity.ERROR in (finding.severity, finding.kind.severity)


def _identity(
    finding: Diagnostic, state: _State, rounds: Sequence[Edits] = ()
) -> tuple[str, str, int]:
    """A finding's code and its place, in the text as it was before these rounds of edits."""
    path, offset = state.place(finding.location)
    for edits in reversed(rounds):
        offset = _before(offset, edits.get(path, ()))
    return finding.kind.code, path, offset


def _before(offset: int, edits: Iterable[Edit]) -> int:
    """Where a place in an edited text was before."""
    shift = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start = edit.start + shift
        if offset < start:
            break
        if offset < start + len(edit.text):
            return edit.start
        shift += len(edit.text) - (edit.end - edit.start)
    return offset - shift

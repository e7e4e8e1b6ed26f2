"""Changes to a plan's realisations, tried on a copy before anything is written."""

import re
import shutil
import stat
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from smartplan.diagnostics import Diagnostic, Severity
from smartplan.exchange.replace import Files, put
from smartplan.exchange.splice import Change, Fields, Refused, Value, spliced
from smartplan.language import Text
from smartplan.load import Loaded, load
from smartplan.plan import Plan
from smartplan.rules import check
from smartplan.stages.monev import Realisation
from smartplan.stages.scalars import Moment, When

STAGE = "monev"
_WHEN: TypeAdapter[Moment] = TypeAdapter(When)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to stand in a realisation; None takes a key away from one that is there."""

    indicator: str
    period: str
    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the plan would be, and every file that would be other than it is."""

    plan: Plan | None
    files: Files
    errors: tuple[Diagnostic, ...]
    """Findings that only the change brings and that forbid it."""
    remarks: tuple[Diagnostic, ...]
    """Other findings that only the change brings."""


def moment(text: str) -> Moment | None:
    """A period as a plan writes it; None where it is not one."""
    try:
        return _WHEN.validate_python(text)
    except ValidationError:
        return None


def existing(plan: Plan, indicator: str, period: Moment) -> Realisation | None:
    """The realisation of an indicator for just this period."""
    for user in plan.index.users_of("indicator", indicator):
        if isinstance(user.holder, Realisation) and user.holder.period == period:
            return user.holder
    return None


def rehearse(loaded: Loaded, name: str, entries: Sequence[Entry]) -> Rehearsed:
    """The plan with these entries, read and checked as a whole; nothing is written to it."""
    assert loaded.plan is not None
    files = _Files(loaded.plan, name, entries).changed()
    with tempfile.TemporaryDirectory(prefix="smartplan-") as folder:
        copy = Path(folder)
        _copy(loaded.plan.folder, copy)
        for path, (_, after) in files.items():
            (copy / path).write_bytes(after)
        after_all = load(copy, name, bare=True)
        found = check(after_all)
    new = _new(check(loaded), found)
    errors = tuple(d for d in new if Severity.ERROR in (d.severity, d.kind.severity))
    remarks = tuple(d for d in new if d not in errors)
    return Rehearsed(after_all.plan, files, errors, remarks)


def _new(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that were not there before, whatever line they stand on now."""
    known = Counter(_identity(diagnostic) for diagnostic in before)
    new: list[Diagnostic] = []
    for diagnostic in after:
        if known[_identity(diagnostic)]:
            known[_identity(diagnostic)] -= 1
        else:
            new.append(diagnostic)
    return new


def _identity(diagnostic: Diagnostic) -> tuple[str, str, str]:
    said = repr(sorted((key, str(value)) for key, value in diagnostic.values.items()))
    return diagnostic.kind.code, diagnostic.subject, said


def _copy(folder: Path, copy: Path) -> None:
    """The YAML files of a plan; what is not a regular file is left out, as it is in reading."""
    for path in sorted(folder.glob("*.y*ml")) + sorted(folder.glob("*/*.y*ml")):
        if path.parent.is_symlink() or not stat.S_ISREG(path.lstat().st_mode):
            continue
        there = copy / path.relative_to(folder)
        there.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, there, follow_symlinks=False)


class _Files:
    """Which entry goes into which file."""

    def __init__(self, plan: Plan, name: str, entries: Sequence[Entry]):
        self.plan = plan
        self.prefix = "" if name in ("", ".") else f"{name.rstrip('/')}/"
        self.new: dict[str, list[Fields]] = defaultdict(list)
        self.changes: dict[str, list[Change]] = defaultdict(list)
        for entry in entries:
            self._sort(entry)

    def changed(self) -> dict[str, tuple[bytes | None, bytes]]:
        paths = sorted({*self.new, *self.changes})
        made = {path: self._made(path) for path in paths}
        return {path: both for path, both in made.items() if both[0] != both[1]}

    def _made(self, path: str) -> tuple[bytes | None, bytes]:
        before = self._bytes(path)
        shown = self.prefix + path
        after = spliced(shown, before or b"", self.new[path], self.changes[path])
        return before, after

    def _bytes(self, path: str) -> bytes | None:
        full = self.plan.folder / path
        try:
            raw = full.read_bytes()
        except FileNotFoundError:
            return None
        known = {file.name: file.text for file in self.plan.files.get(STAGE, ())}
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        if re.sub(r"\r\n|\r", "\n", text) != known.get(self.prefix + path):
            raise Refused(
                Text(
                    f"`{self.prefix}{path}` berubah selagi dibaca, atau belum dapat dibaca",
                    f"`{self.prefix}{path}` changed while it was read, or cannot be read",
                )
            )
        return raw

    def _sort(self, entry: Entry) -> None:
        period = moment(entry.period)
        there = existing(self.plan, entry.indicator, period) if period else None
        if there is not None:
            start = there.node.start
            path = there.mark.file.name.removeprefix(self.prefix)
            self.changes[path].append(Change((start.line, start.column), entry.fields))
            return
        told = {key: value for key, value in entry.fields.items() if value is not None}
        fields: Fields = {"indicator": entry.indicator, "period": entry.period, **told}
        self.new[self._home(period)].append(fields)

    def _home(self, period: Moment | None) -> str:
        """The file for a new realisation: that of its year, or where its year already stands."""
        if not (self.plan.folder / STAGE).is_dir():
            return f"{STAGE}.yaml"
        if period is None:
            return self.plan.files[STAGE][-1].name.removeprefix(self.prefix)
        own = f"{STAGE}/{period.year}.yaml"
        if (self.plan.folder / own).exists():
            return own
        same_year = [
            realisation.mark.file.name
            for realisation in self.plan.monev.realisations
            if realisation.period.year == period.year
        ]
        return same_year[-1].removeprefix(self.prefix) if same_year else own


def write(plan: Plan, rehearsed: Rehearsed) -> None:
    """Put all files in their places, or none: a reader sees the old ones or the new ones."""
    put(plan.folder, rehearsed.files)

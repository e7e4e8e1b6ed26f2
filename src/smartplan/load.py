"""A folder to a plan: every file read, every stage checked, every reference resolved."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from smartplan.diagnostics import Diagnostic, File, Location, Related, Severity, show
from smartplan.kinds import ref, sch, yml
from smartplan.language import Text, label
from smartplan.nearest import fold, listing, nearest, only_slip
from smartplan.plan import Plan
from smartplan.references import Index, index
from smartplan.regions import by_name, find, near, province_of
from smartplan.replacement import instead
from smartplan.schema import Checked, check, ids_in, kinds_in
from smartplan.source import Mapping, Node, Sequence, Unreadable, location, parse, read
from smartplan.stages import MANIFEST, STAGES, WAIVERS
from smartplan.stages.base import MARK, Item, Reference, start_of
from smartplan.stages.framework import Framework
from smartplan.stages.manifest import Manifest
from smartplan.stages.waivers import Waivers

MAX_FILES = 2_000
MAX_PLAN_BYTES = 32 * 1024 * 1024
SUGGESTED = 200
"""Unknown ids that get a suggestion: finding the nearest of many ids is dear."""


@dataclass
class Loaded:
    """What a folder became; `plan` is None where the manifest cannot be used."""

    plan: Plan | None
    diagnostics: list[Diagnostic]
    files: int
    """How many YAML files were read."""
    trees: dict[str, Node] = field(default_factory=dict)
    """What each file holds, by the name findings give it."""
    wounded: list[Location] = field(default_factory=list)
    """Items that lost a part to a finding: what is said of them further may not be true."""
    waivers: Waivers | None = None
    prefix: str = ""
    """What findings put before the path of a file in the plan."""


def load(folder: Path, name: str = "") -> Loaded:
    """Read the plan in `folder`; `name` is what findings call the folder."""
    return _Loader(folder, name).load()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in a folder."""

    name: str
    is_folder: bool


def _stage_name(entry: _Entry) -> str | None:
    """The stage, or other file of a plan, that a name in its folder belongs to."""
    name = entry.name.removesuffix(".yaml")
    if name == entry.name:
        return name if entry.is_folder and name in STAGES else None
    return name if name in STAGES or name in (MANIFEST, WAIVERS) else None


def _is_yaml(name: str) -> bool:
    """Whether a name looks like YAML, also with the `.txt` that Windows adds and hides."""
    return name.lower().removesuffix(".txt").endswith((".yaml", ".yml"))


def _file_hint(name: str) -> Text | None:
    stage, slash, rest = name.partition("/")
    if slash and rest:
        return Text(
            f"dalam folder `{stage}/` hanya berkas berakhiran `.yaml` yang dibaca",
            f"in the folder `{stage}/` only files ending in `.yaml` are read",
        )
    stem = stage.lower().removesuffix(".txt").removesuffix(".yml").removesuffix(".yaml")
    close = nearest(stem, (MANIFEST, *STAGES, WAIVERS), 1)
    if not close:
        return None
    meant = f"{close[0]}/" if slash else f"{close[0]}.yaml"
    return Text(f"mungkin `{meant}`?", f"perhaps `{meant}`?")


class _Loader:
    def __init__(self, folder: Path, name: str):
        self.folder = folder
        self.prefix = "" if name in ("", ".") else f"{name.rstrip('/')}/"
        self.diagnostics: list[Diagnostic] = []
        self.files: dict[str, tuple[File, ...]] = {}
        self.count = 0
        self.full = False
        self.bytes = 0
        self.trees: dict[str, Node] = {}
        self.lost: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.unread: set[str] = set()
        self.unsound: set[str] = set()
        self.edition_known = True
        self.wounded: list[Location] = []

    def load(self) -> Loaded:
        found, others = self._find()
        manifest = self._manifest(found.pop(MANIFEST, ()))
        for name in others:
            if manifest is None or name != manifest.framework:
                self._unknown_file(name)
        framework = self._framework(manifest)
        waivers = self._waivers(found.pop(WAIVERS, ()))
        stages = {name: self._stage(name, paths) for name, paths in found.items()}
        roots = [stages.get(name) or empty(model) for name, model in STAGES.items()]
        known = index([framework, *roots])
        self._references(known, framework)
        plan = None
        if manifest is not None:
            plan = Plan(
                self.folder,
                manifest,
                framework,
                **dict(zip(STAGES, roots, strict=True)),  # type: ignore[arg-type]  # by STAGES
                index=known,
                files=self.files,
                unsound=frozenset(self.unsound),
            )
        return Loaded(
            plan,
            self.diagnostics,
            self.count,
            self.trees,
            self.wounded,
            waivers,
            self.prefix,
        )

    # What is there

    def _find(self) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        """The files of each stage, as paths below the folder, the manifest under `smartplan`.

        Beside them the names of what looks like a part of a plan but is none.
        """
        found: dict[str, tuple[str, ...]] = {}
        others: list[str] = []
        for entry in self._entries(""):
            stage = _stage_name(entry)
            if stage is None:
                others.extend(self._other(entry))
            elif entry.name == stage:
                if inside := tuple(f"{stage}/{file}" for file in self._inside(stage)):
                    found[stage] = (*found.get(stage, ()), *inside)
            else:
                found[stage] = (entry.name, *found.get(stage, ()))
        for stage, paths in found.items():
            if paths[0] == f"{stage}.yaml" and len(paths) > 1:
                place = Location.start_of(File(self.prefix + paths[0], ""))
                stage_name = label("stage", stage)
                self._say(sch.FILE_AND_FOLDER.at(place, stage=stage_name, folder=stage))
                self.unread.add(stage)
                self.unsound.add(stage)
                found[stage] = paths[:1]
        return {name: found[name] for name in (MANIFEST, *STAGES, WAIVERS) if name in found}, others

    def _other(self, entry: _Entry) -> Iterator[str]:
        """A name that is not one of the plan's, if a planner may take it for one."""
        if entry.is_folder:
            meant = nearest(entry.name, STAGES, 1)
            if meant and any(_is_yaml(inner.name) for inner in self._entries(entry.name)):
                yield f"{entry.name}/"
        elif (self.folder / entry.name).is_symlink() and entry.name in STAGES:
            place = Location.start_of(File(self.prefix + entry.name, ""))
            self._say(yml.NOT_A_FILE.at(place))
        elif _is_yaml(entry.name) or entry.name in STAGES:
            yield entry.name

    def _inside(self, stage: str) -> Iterator[str]:
        for entry in self._entries(stage):
            path = f"{stage}/{entry.name}"
            if entry.is_folder:
                if any(_is_yaml(inner.name) for inner in self._entries(path)):
                    self._unknown_file(f"{path}/")
            elif entry.name.endswith(".yaml"):
                yield entry.name
            elif _is_yaml(entry.name):
                self._unknown_file(path)

    def _entries(self, path: str) -> list[_Entry]:
        """What is in a folder of the plan, sorted; hidden and backup files left out."""
        try:
            with os.scandir(self.folder / path) as entries:
                found = [
                    _Entry(entry.name, entry.is_dir(follow_symlinks=False))
                    for entry in entries
                    if not entry.name.startswith((".", *_SKIPPED)) and not entry.name.endswith("~")
                ]
        except OSError as error:
            place = Location.start_of(File(f"{self.prefix}{path or '.'}", ""))
            reason = error.strerror or type(error).__name__
            self._say(yml.UNREADABLE.at(place, reason=reason))
            self.unread.add(path)
            return []
        return sorted(found, key=lambda entry: unicodedata.normalize("NFC", entry.name))

    def _unknown_file(self, name: str) -> None:
        known = [f"{stage}.yaml" for stage in (MANIFEST, *STAGES, WAIVERS)]
        listed = listing(known)
        place = Location.start_of(File(self.prefix + name, ""))
        self._say(
            sch.UNKNOWN_FILE.at(place, hint=_file_hint(name), name=name, known=Text(listed, listed))
        )

    # Reading

    def _say(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)

    def _tree(self, path: str) -> tuple[File | None, Node | None]:
        self.count += 1
        name = show(self.prefix + path, 500)
        if self.count > MAX_FILES or self.bytes > MAX_PLAN_BYTES:
            if not self.full:
                place = Location.start_of(File(name, ""))
                self._say(yml.TOO_MANY_FILES.at(place, limit=MAX_FILES))
            self.full = True
            return None, None
        try:
            file = read(self.folder / path, name)
        except Unreadable as unreadable:
            self._say(unreadable.diagnostic)
            return None, None
        self.bytes += len(file.text)
        root, found = parse(file)
        self.diagnostics.extend(found)
        if root is not None:
            self.trees[name] = root
        return file, root

    def _mapping(self, path: str, what: str) -> tuple[File | None, Mapping | None]:
        file, root = self._tree(path)
        if root is None or isinstance(root, Mapping):
            return file, root
        wanted, got = label("wanted", "mapping"), "list" if isinstance(root, Sequence) else "text"
        example = Text("kunci di awal baris, misalnya `title: …`", "keys at the start of lines")
        self._say(
            sch.WRONG_TYPE.at(
                start_of(root),
                what=Text(f"`{show(what)}`", f"`{show(what)}`"),
                wanted=wanted,
                got=label("wanted", got),
                example=example,
            )
        )
        return file, None

    def _check(self, stage: str, model: type[Item], root: Mapping) -> Checked:
        checked = check(model, root)
        self.diagnostics.extend(checked.diagnostics)
        self.lost |= checked.lost
        self.lost_kinds |= checked.lost_kinds
        self.wounded.extend(checked.wounded)
        if not checked.sound:
            self.unsound.add(stage)
        return checked

    def _stage(self, stage: str, paths: Iterable[str]) -> Item | None:
        trees: list[Mapping] = []
        read_files: list[File] = []
        for path in paths:
            before = len(self.diagnostics)
            file, root = self._mapping(path, path)
            if file is not None:
                read_files.append(file)
            if root is not None:
                trees.append(root)
            if any(d.severity is Severity.ERROR for d in self.diagnostics[before:]) or file is None:
                self.unread.add(stage)
                self.unsound.add(stage)
        if trees or stage in self.unread:  # an empty file is a stage that has not begun
            self.files[stage] = tuple(read_files)
        if not trees:
            return None
        root = trees[0] if len(trees) == 1 else self._join(trees)
        return self._check(stage, STAGES[stage], root).model

    def _join(self, trees: list[Mapping]) -> Mapping:
        """The files of a folder as one tree: lists of a key joined, any other key only once."""
        joined = Mapping(trees[0].file, trees[0].start)
        joined.end = trees[0].end
        for tree in trees:
            for key, (name, value) in tree.entries.items():
                if key not in joined.entries:
                    joined.entries[key] = (name, value)
                    continue
                first_name, first = joined.entries[key]
                if isinstance(first, Sequence) and isinstance(value, Sequence):
                    both = Sequence(first.file, first.start)
                    both.end = first.end
                    both.items = [*first.items, *value.items]
                    joined.entries[key] = (first_name, both)
                else:
                    there = Related(
                        location(first_name), Text("yang pertama di sini", "the first is here")
                    )
                    self._say(sch.KEY_IN_TWO_FILES.at(location(name), also=(there,), key=key))
                    self.lost |= ids_in(value)
        return joined

    # The manifest and the framework

    def _manifest(self, paths: tuple[str, ...]) -> Manifest | None:
        if not paths:
            place = Location.start_of(File(f"{self.prefix}{MANIFEST}.yaml", ""))
            self._say(sch.NO_MANIFEST.at(place))
            return None
        file, root = self._mapping(paths[0], paths[0])
        self.files[MANIFEST] = () if file is None else (file,)
        if root is None:
            return None
        manifest = self._check(MANIFEST, Manifest, root).model
        if not isinstance(manifest, Manifest):
            return None
        if manifest.smartplan != 1:
            place = manifest.at("smartplan")
            self._say(sch.FORMAT_VERSION.at(place, version=str(manifest.smartplan)))
        self._region(manifest)
        return manifest

    def _waivers(self, paths: tuple[str, ...]) -> Waivers | None:
        """The waivers as far as they can be read; no stage is the worse for a fault in them."""
        for path in paths:
            _, root = self._mapping(path, path)
            if root is not None:
                checked = check(Waivers, root)
                self.diagnostics.extend(checked.diagnostics)
                if isinstance(checked.model, Waivers):
                    return checked.model
        return None

    def _region(self, manifest: Manifest) -> None:
        region = manifest.region
        listed = find(region.code)
        if listed is None:
            maybe = near(region.code, region.name)
            hint = _perhaps(f'"{maybe.code}"', maybe.name) if maybe else None
            self._say(sch.UNKNOWN_REGION.at(region.at("code"), hint=hint, code=region.code))
            return
        written = f"{region.kind_} {region.name}"
        if region.kind_ != listed.kind:
            self._mismatch(manifest, "kind", listed.name, written)
        elif listed not in by_name(region.name):
            self._mismatch(manifest, "name", listed.name, written)
        province = province_of(region.code)
        if province is not None and province not in by_name(region.province):
            self._mismatch(manifest, "province", province.name, region.province)

    def _mismatch(self, manifest: Manifest, key: str, listed: str, written: str) -> None:
        region = manifest.region
        meant = [other for other in by_name(region.name) if other.kind == region.kind_]
        hint = None
        if key == "name" and len(meant) == 1:
            code = f'"{meant[0].code}"'
            hint = Text(
                f"kode {show(written)} adalah {code}", f"the code of {show(written)} is {code}"
            )
        place = region.at(key)
        self._say(
            sch.REGION_MISMATCH.at(
                place, hint=hint, code=region.code, listed=listed, written=written
            )
        )

    def _framework(self, manifest: Manifest | None) -> Framework:
        """The edition that the plan follows; the default one stands in where it cannot be told."""
        chosen = framework(DEFAULT_FRAMEWORK)
        if manifest is not None:
            own = self._own_framework(manifest) or self._shipped_framework(manifest)
            self.edition_known = own is not None
            return own or chosen
        self.edition_known = MANIFEST not in self.files
        return chosen

    def _shipped_framework(self, manifest: Manifest) -> Framework | None:
        wanted, known = manifest.framework, frameworks()
        if wanted in known:
            return framework(wanted)
        if not _is_own(wanted) or not os.path.lexists(self.folder / wanted):
            close = nearest(wanted, known, 1)
            hint = _perhaps(f"`{close[0]}`", None) if close else None
            listed = listing(known)
            self._say(
                sch.UNKNOWN_FRAMEWORK.at(
                    manifest.at("framework"),
                    hint=hint,
                    framework=wanted,
                    known=Text(listed, listed),
                )
            )
        return None

    def _own_framework(self, manifest: Manifest) -> Framework | None:
        name = manifest.framework
        if not _is_own(name) or not os.path.lexists(self.folder / name):
            return None
        _, root = self._mapping(name, name)
        if root is None:
            return None
        own = self._check("framework", Framework, root).model
        return own if isinstance(own, Framework) else None

    # References

    def _references(self, known: Index, edition: Framework) -> None:
        for item, earlier in known.duplicates:
            there = Related(earlier.at("id"), Text("yang pertama di sini", "the first is here"))
            id_ = str(getattr(item, "id", ""))
            kind = label("kind", item.kind)
            self._say(ref.DUPLICATE_ID.at(item.at("id"), also=(there,), kind=kind, id=id_))
        waiting: dict[str, list[Reference]] = defaultdict(list)
        unknown = 0
        for reference in known.references:
            kinds = reference.kind.split("|")
            if known.find(reference.kind, reference.id) is not None or self._lost(reference, kinds):
                continue
            stages = [stage for kind in kinds if (stage := stage_of(kind))]
            absent = [stage for stage in stages if stage not in self.files]
            if not stages:
                if self.edition_known:
                    self._say(_not_in_framework(reference, known, edition))
            elif absent:
                waiting[absent[0]].append(reference)
            else:
                unknown += 1
                self._say(_unknown_id(reference, known, suggest=unknown <= SUGGESTED))
        for stage, references in waiting.items():
            self._say(
                ref.ABSENT_STAGE.at(
                    references[0].location,
                    count=len(references),
                    stage=label("stage", stage),
                    file=stage,
                )
            )
        self._unused(known)

    def _lost(self, reference: Reference, kinds: list[str]) -> bool:
        """Whether what is referred to may be there, in what could not be read."""
        return (
            reference.id in self.lost
            or not self.lost_kinds.isdisjoint(kinds)
            or any(stage_of(kind) in self.unread for kind in kinds)
        )

    def _unused(self, known: Index) -> None:
        for kind in _USED_KINDS:
            if stage_of(kind) in self.unsound:
                continue
            for id_, item in known.items.get(kind, {}).items():
                if not known.users_of(kind, id_) and not self.unsound:
                    self._say(ref.UNUSED_ID.at(item.at("id"), kind=label("kind", kind), id=id_))


_USED_KINDS = ("agency", "partner", "swot_entry")
"""Kinds whose items are lost work if nothing refers to them."""

DEFAULT_FRAMEWORK = "kominfo-2021"
_SKIPPED = ("~", "#")


def empty(model: type[Item]) -> Item:
    """A stage that is not there."""
    nowhere = File("", "")
    no_mark = _NoMark()
    return model.model_validate({MARK: Mapping(nowhere, no_mark)})


class _NoMark:
    """The start of a text that does not exist."""

    index = line = column = 0


def _is_own(name: str) -> bool:
    """Whether a framework is a file of the plan's own, beside the manifest."""
    return name.endswith(".yaml") and not name.startswith(".") and not {"/", "\\"} & set(name)


@cache
def frameworks() -> tuple[str, ...]:
    """The editions of the method that ship with smartplan."""
    folder = files("smartplan").joinpath("frameworks")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def framework(name: str) -> Framework:
    """A shipped edition of the method."""
    text = files("smartplan").joinpath("frameworks", f"{name}.yaml").read_text("utf-8")
    root, found = parse(File(f"{name}.yaml", text))
    checked = check(Framework, root) if isinstance(root, Mapping) else Checked(None, found)
    if not isinstance(checked.model, Framework) or checked.diagnostics:
        broken = [d.kind.code for d in (*found, *checked.diagnostics)]
        raise ValueError(f"the shipped framework {name} is broken: {broken}")
    return checked.model


@cache
def stage_of(kind: str) -> str | None:
    """The stage whose file declares items of a kind; None for the framework's kinds."""
    for stage, model in STAGES.items():
        if kind in kinds_in(model):
            return stage
    return None


def _perhaps(what: str, title: str | None) -> Text:
    said = f"{what} ({show(title, 80)})" if title else what
    return Text(f"mungkin {said}?", f"perhaps {said}?")


def _unknown_id(reference: Reference, known: Index, *, suggest: bool) -> Diagnostic:
    kinds = reference.kind.split("|")
    name = label("kind", kinds[0])
    for other, items in known.items.items():
        if reference.id in items and stage_of(other) is not None:
            return ref.WRONG_KIND.at(
                reference.location, id=reference.id, actual=label("kind", other), kind=name
            )
    items = {id_: item for kind in kinds for id_, item in known.items.get(kind, {}).items()}
    hint = _nearest_ids(reference, items) if suggest else None
    meant = only_slip(reference.id, items) if suggest else None
    fix = instead(reference.node, meant, safe=False) if meant else None
    return ref.UNKNOWN_ID.at(reference.location, hint=hint, fix=fix, kind=name, id=reference.id)


def _nearest_ids(reference: Reference, items: Table[str, Item]) -> Text | None:
    close = nearest(reference.id, items)
    if not close:
        return None
    said = [f"`{id_}` ({show(items[id_].title_text, 80)})" for id_ in close]
    return Text(f"mungkin {' atau '.join(said)}?", f"perhaps {' or '.join(said)}?")


def _not_in_framework(reference: Reference, known: Index, edition: Framework) -> Diagnostic:
    kind = reference.kind
    terms = known.items.get(kind, {})
    choices = listing(list(terms))
    meant = _alias(reference.id, terms.values())
    hint = fix = None
    if meant is not None:
        hint = _perhaps(f"`{meant}`", terms[meant].title_text)
        fix = instead(reference.node, meant, safe=True)
    elif kind == "dimension" and (moved := _moved(reference.id, edition)):
        hint = Text(moved, moved)
    elif close := nearest(reference.id, terms, 1):
        hint = _perhaps(f"`{close[0]}`", terms[close[0]].title_text)
        slip = only_slip(reference.id, terms)
        fix = instead(reference.node, slip, safe=False) if slip else None
    elif not terms:
        hint = _LEAVE_OUT
    return sch.NOT_IN_FRAMEWORK.at(
        reference.location,
        hint=hint,
        fix=fix,
        id=reference.id,
        kind=label("kind", kind),
        framework=edition.id,
        choices=choices,
    )


_LEAVE_OUT = Text(
    "kerangka ini belum menetapkan pilihannya: kosongkan dengan menghapus kunci ini",
    "this framework does not set any: leave the key out",
)


def _alias(word: str, terms: Iterable[Item]) -> str | None:
    """The id of the one term that goes by this name in the wild."""
    wanted = fold(word)
    found: list[str] = []
    for term in terms:
        names = [getattr(term, name, "") for name in ("id", "name", "english")]
        names.extend(getattr(term, "aliases", ()))
        if wanted and wanted in {fold(name) for name in names}:
            found.append(str(getattr(term, "id", "")))
    return found[0] if len(found) == 1 else None


def _moved(word: str, edition: Framework) -> str | None:
    wanted = fold(word)
    for dimension in edition.retired_dimensions:
        if wanted in {fold(name) for name in (dimension.id, dimension.name, *dimension.aliases)}:
            return dimension.moved
    return None

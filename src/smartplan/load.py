"""A folder to a plan: every file read, every stage checked, every reference resolved."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from smartplan.diagnostics import Diagnostic, File, Location, Related, Severity, show
from smartplan.kinds import ref, sch, yml
from smartplan.language import Text, label
from smartplan.nearest import fold, listing, nearest
from smartplan.plan import Plan
from smartplan.references import Index, index
from smartplan.regions import Region, find, near
from smartplan.schema import Checked, check
from smartplan.source import Mapping, Node, Sequence, Unreadable, location, parse, read
from smartplan.stages import MANIFEST, STAGES
from smartplan.stages.base import MARK, Item, Reference, parts_of, start_of
from smartplan.stages.framework import Framework
from smartplan.stages.manifest import Manifest

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


def load(folder: Path, name: str = "") -> Loaded:
    """Read the plan in `folder`; `name` is what findings call the folder."""
    return _Loader(folder, name).load()


class _Loader:
    def __init__(self, folder: Path, name: str):
        self.folder = folder
        self.prefix = "" if name in ("", ".") else f"{name.rstrip('/')}/"
        self.diagnostics: list[Diagnostic] = []
        self.files: dict[str, tuple[File, ...]] = {}
        self.count = 0
        self.bytes = 0
        self.trees: dict[str, Node] = {}
        self.lost: set[str] = set()
        self.unsound: set[str] = set()
        self.wounded: list[Location] = []

    def load(self) -> Loaded:
        found = self._find()
        manifest = self._manifest(found.pop(MANIFEST, ()))
        framework = self._framework(manifest)
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
        return Loaded(plan, self.diagnostics, self.count, self.trees, self.wounded)

    # What is there

    def _find(self) -> dict[str, tuple[str, ...]]:
        """The files of each stage, as paths below the folder; the manifest under `smartplan`."""
        found: dict[str, tuple[str, ...]] = {}
        for name, is_folder in _entries(self.folder):
            stem, _, suffix = name.rpartition(".")
            if is_folder and name in STAGES:
                inside = tuple(f"{name}/{file}" for file in self._inside(name))
                found[name] = (*found.get(name, ()), *inside)
            elif not is_folder and suffix == "yaml" and stem in (MANIFEST, *STAGES):
                found[stem] = (name, *found.get(stem, ()))
            elif not is_folder and suffix.lower() in ("yaml", "yml"):
                self._unknown_file(name)
        for stage in STAGES:
            self._file_or_folder(stage, found)
        return {name: found[name] for name in (MANIFEST, *STAGES) if found.get(name)}

    def _file_or_folder(self, stage: str, found: dict[str, tuple[str, ...]]) -> None:
        paths = found.get(stage, ())
        if len(paths) > 1 and paths[0] == f"{stage}.yaml":
            place = Location.start_of(File(self.prefix + paths[0], ""))
            said = label("stage", stage)
            self._say(sch.FILE_AND_FOLDER.at(place, stage=said, folder=stage))
            found[stage] = paths[:1]

    def _inside(self, stage: str) -> Iterator[str]:
        for name, is_folder in _entries(self.folder / stage):
            if not is_folder and name.endswith(".yaml"):
                yield name
            elif not is_folder and name.lower().endswith((".yml", ".yaml")):
                self._unknown_file(f"{stage}/{name}")

    def _is_framework(self, name: str) -> bool:
        """A plan's own framework file is named in the manifest, which is not read yet."""
        try:
            return name.encode() in (self.folder / f"{MANIFEST}.yaml").read_bytes()[:100_000]
        except OSError:
            return False

    def _unknown_file(self, name: str) -> None:
        if self._is_framework(name):
            return
        known = [f"{stage}.yaml" for stage in (MANIFEST, *STAGES)]
        stage, slash, _ = name.rpartition("/")
        close = nearest(name.removesuffix(".yml"), [k.removesuffix(".yaml") for k in known], 1)
        hint = None
        if slash:
            hint = Text(
                f"dalam folder `{stage}/` hanya berkas berakhiran `.yaml` yang dibaca",
                f"in the folder `{stage}/` only files ending in `.yaml` are read",
            )
        elif close:
            hint = Text(f"mungkin `{close[0]}.yaml`?", f"perhaps `{close[0]}.yaml`?")
        place = Location.start_of(File(self.prefix + name, ""))
        self._say(sch.UNKNOWN_FILE.at(place, hint=hint, name=name, known=listing(known)))

    # Reading

    def _say(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)

    def _tree(self, path: str) -> tuple[File | None, Node | None]:
        self.count += 1
        name = show(self.prefix + path, 500)
        try:
            if self.count > MAX_FILES or self.bytes > MAX_PLAN_BYTES:
                place = Location.start_of(File(name, ""))
                raise Unreadable(yml.TOO_MANY_FILES.at(place, limit=MAX_FILES))
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
                start_of(root), key=what, wanted=wanted, got=label("wanted", got), example=example
            )
        )
        return file, None

    def _check(self, stage: str, model: type[Item], root: Mapping) -> Checked:
        checked = check(model, root)
        self.diagnostics.extend(checked.diagnostics)
        self.lost |= checked.lost
        self.wounded.extend(checked.wounded)
        if not checked.sound:
            self.unsound.add(stage)
        return checked

    def _stage(self, stage: str, paths: Iterable[str]) -> Item | None:
        trees: list[Mapping] = []
        read_files: list[File] = []
        for path in paths:
            file, root = self._mapping(path, path)
            if file is not None:
                read_files.append(file)
            if root is not None:
                trees.append(root)
            elif file is None or file.text.strip():
                self.unsound.add(stage)
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

    def _region(self, manifest: Manifest) -> None:
        region = manifest.region
        listed = find(region.code)
        if listed is None:
            maybe = near(region.code, region.name)
            hint = _perhaps(f'"{maybe.code}"', maybe.name) if maybe else None
            self._say(sch.UNKNOWN_REGION.at(region.at("code"), hint=hint, code=region.code))
            return
        written = f"{region.kind_} {region.name}"
        if not _same_region(listed, region.kind_, region.name):
            self._mismatch(manifest, "name", listed.name, written)
        province = find(region.code[:2])
        if province is not None and fold(province.name) != fold(region.province):
            self._mismatch(manifest, "province", province.name, region.province)

    def _mismatch(self, manifest: Manifest, key: str, listed: str, written: str) -> None:
        region = manifest.region
        self._say(
            sch.REGION_MISMATCH.at(region.at(key), code=region.code, listed=listed, written=written)
        )

    def _framework(self, manifest: Manifest | None) -> Framework:
        wanted = manifest.framework if manifest else DEFAULT_FRAMEWORK
        if manifest is not None and wanted.endswith(".yaml"):
            own = self._own_framework(manifest)
            if own is not None:
                return own
        elif wanted in frameworks():
            return framework(wanted)
        elif manifest is not None:
            known = frameworks()
            close = nearest(wanted, known, 1)
            hint = _perhaps(f"`{close[0]}`", None) if close else None
            place = manifest.at("framework")
            self._say(
                sch.UNKNOWN_FRAMEWORK.at(place, hint=hint, framework=wanted, known=listing(known))
            )
        return framework(DEFAULT_FRAMEWORK)

    def _own_framework(self, manifest: Manifest) -> Framework | None:
        name = manifest.framework
        if "/" in name or "\\" in name or name.startswith("."):
            known = listing(frameworks())
            place = manifest.at("framework")
            self._say(sch.UNKNOWN_FRAMEWORK.at(place, framework=name, known=known))
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
            if known.find(reference.kind, reference.id) is not None:
                continue
            stage = stage_of(reference.kind.split("|")[0])
            if stage is None:
                self._say(_not_in_framework(reference, known, edition))
            elif stage not in self.files:
                waiting[stage].append(reference)
            elif reference.id not in self.lost and not self._unread(stage):
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

    def _unread(self, stage: str) -> bool:
        """Whether a file of the stage could not be read at all, and what it declares is unknown."""
        return any(
            diagnostic.severity is Severity.ERROR and diagnostic.kind.code.startswith("YML")
            for diagnostic in self.diagnostics
            if _is_of(diagnostic, self.prefix, stage) and diagnostic.kind.code not in _TYPED
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

_TYPED = frozenset({"YML016", "YML017"})
"""Kinds of the YML family that are found in a file that could be read."""

DEFAULT_FRAMEWORK = "kominfo-2021"
_SKIPPED = ("~", "#")


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """Names in a folder with whether each is a folder, sorted; hidden and backup files left out."""
    try:
        with os.scandir(folder) as entries:
            found = [
                (entry.name, entry.is_dir(follow_symlinks=False))
                for entry in entries
                if not entry.name.startswith((".", *_SKIPPED)) and not entry.name.endswith("~")
            ]
    except OSError:
        return []
    return sorted(found, key=lambda pair: unicodedata.normalize("NFC", pair[0]))


def _is_of(diagnostic: Diagnostic, prefix: str, stage: str) -> bool:
    name = diagnostic.location.file.name.removeprefix(prefix)
    return name == f"{stage}.yaml" or name.startswith(f"{stage}/")


def empty(model: type[Item]) -> Item:
    """A stage that is not there."""
    nowhere = File("", "")
    no_mark = _NoMark()
    return model.model_validate({MARK: Mapping(nowhere, no_mark)})


class _NoMark:
    """The start of a text that does not exist."""

    index = line = column = 0


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
        if kind in _kinds(model):
            return stage
    return None


def _kinds(model: type[Item]) -> set[str]:
    found = {model.kind} if model.kind else set()
    for info in model.model_fields.values():
        for part in (info.annotation, *parts_of(info.annotation)):
            if isinstance(part, type) and issubclass(part, Item) and part is not model:
                found |= _kinds(part)
    return found


def _same_region(listed: Region, kind: str, name: str) -> bool:
    spoken = fold(listed.name)
    bare = fold(listed.name.removeprefix("Kabupaten ").removeprefix("Kota "))
    if kind == "provinsi":
        return fold(name) in (spoken, fold(f"Provinsi {listed.name}"))
    return listed.kind == kind and fold(name) in (bare, spoken)


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
    hint = _nearest_ids(reference, known) if suggest else None
    return ref.UNKNOWN_ID.at(reference.location, hint=hint, kind=name, id=reference.id)


def _nearest_ids(reference: Reference, known: Index) -> Text | None:
    items = {
        id_: item
        for kind in reference.kind.split("|")
        for id_, item in known.items.get(kind, {}).items()
    }
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
    hint = None
    if meant is not None:
        hint = _perhaps(f"`{meant}`", terms[meant].title_text)
    elif kind == "dimension" and (moved := _moved(reference.id, edition)):
        hint = Text(moved, moved)
    elif close := nearest(reference.id, terms, 1):
        hint = _perhaps(f"`{close[0]}`", terms[close[0]].title_text)
    elif not terms:
        hint = _LEAVE_OUT
    return sch.NOT_IN_FRAMEWORK.at(
        reference.location,
        hint=hint,
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
    """The id of the term that goes by this name in the wild."""
    wanted = fold(word)
    for term in terms:
        names = [getattr(term, "name", ""), getattr(term, "english", "")]
        names.extend(getattr(term, "aliases", ()))
        if wanted in {fold(name) for name in names}:
            return str(getattr(term, "id", ""))
    return None


def _moved(word: str, edition: Framework) -> str | None:
    wanted = fold(word)
    for dimension in edition.retired_dimensions:
        if wanted in {fold(name) for name in (dimension.id, dimension.name, *dimension.aliases)}:
            return dimension.moved
    return None

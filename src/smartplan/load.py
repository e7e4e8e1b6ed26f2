"""A folder to a plan: every file read, every stage checked, every reference resolved."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from smartplan.contents import Contents, Entry
from smartplan.diagnostics import Diagnostic, File, Location, Related, Severity, show
from smartplan.flood import Flood, Room
from smartplan.foreign import KEYS, foreign
from smartplan.kinds import ref, sch, yml
from smartplan.language import Text, label
from smartplan.misnamed import Copy, Misnamed, bracketed, copies, misnamed
from smartplan.nearest import listed, listing, nearest
from smartplan.os_errors import reason
from smartplan.plan import Plan
from smartplan.reading import Ranges, Reading, Trees, cut_mappings, join, together
from smartplan.references import Index, index, kinds_of, without_copies
from smartplan.regions import Region as Listed
from smartplan.regions import by_name, find, misfit, near, others_meant, province_of
from smartplan.repetition import told_twice
from smartplan.replacement import instead
from smartplan.schema import Checked, accepted, check, ids_in
from smartplan.shapes import stage_of, stages_naming
from smartplan.shipped import PACKAGE
from smartplan.signatures import other_text
from smartplan.source import (
    MARK,
    Mapping,
    Sequence,
    Unreadable,
    location,
    not_a_file,
    read,
)
from smartplan.stages import MANIFEST, STAGES, WAIVERS
from smartplan.stages.base import Item, Reference, start_of
from smartplan.stages.document import Document
from smartplan.stages.framework import Framework
from smartplan.stages.manifest import BOOKS, Manifest, Region
from smartplan.stages.validators import item_of
from smartplan.stages.waivers import Waivers
from smartplan.unresolved import (
    awaited,
    no_book,
    not_in_edition,
    perhaps,
    unknown_ids,
)

MAX_FILES = 2_000
MAX_PLAN_BYTES = 32 * 1024 * 1024


@dataclass
class Loaded:
    """What a folder became; `plan` is None where the manifest cannot be used."""

    plan: Plan | None
    diagnostics: list[Diagnostic]
    files: int
    """How many YAML files were read."""
    trees: Trees
    """What each file holds, by the name findings give it."""
    wounded: list[Location] = field(default_factory=list)
    """Items that lost a part to a finding: what is said of them further may not be true."""
    awaited: list[Location] = field(default_factory=list)
    """Items that a misspelt reference may mean: what is said to be missing there may not be."""
    waivers: Waivers | None = None
    prefix: str = ""
    """What findings put before the path of a file in the plan."""


def load(folder: Path, name: str = "", *, bare: bool = False) -> Loaded:
    """Read the plan in `folder`; `name` is what findings call the folder.

    A `bare` folder is a copy that holds the plan's YAML and none of its images.
    """
    return _Loader(folder, name, bare=bare).load()


def _stage_name(entry: Entry) -> str | None:
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


def _to_be_renamed(found: Diagnostic, path: str) -> Diagnostic:
    """The same, and where a folder is called like a stage's file, what to call it instead."""
    stage = path.removesuffix(".yaml")
    if found.values.get("what") is not yml.A_FOLDER or stage not in STAGES:
        return found
    named = label("stage", stage)
    hint = Text(
        f"ubah namanya menjadi `{stage}/`: berkas `.yaml` di dalamnya dibaca sebagai tahap "
        f"{named.indonesian}",
        f"call it `{stage}/`: the `.yaml` files in it are read as the stage {named.english}",
    )
    return replace(found, advice=hint)


_OWN_BOOK = Text("buku sendiri", "a book of its own")


class _Loader:
    def __init__(self, folder: Path, name: str, *, bare: bool):
        self.folder = folder
        self.contents = Contents(folder)
        self.bare = bare
        self.prefix = "" if name in ("", ".") else f"{name.rstrip('/')}/"
        self.diagnostics: list[Diagnostic] = []
        self.room = Room()
        self.files: dict[str, tuple[File, ...]] = {}
        self.count = 0
        self.full = False
        self.bytes = 0
        self.readings: dict[str, Reading] = {}
        self.lost: set[str] = set()
        self.lost_kinds: set[str] = set()
        self.named: list[Reference] = []
        self.unread: set[str] = set()
        self.unsound: set[str] = set()
        self.hollow: set[str] = set()
        self.edition_known = True
        self.wounded: list[Location] = []
        self.misnamed: set[tuple[str, str]] = set()
        """Items, by kind and id, whose id was misspelt where it is given or where it is named."""
        self.awaited: list[Location] = []

    def load(self) -> Loaded:
        found, others = self._find()
        if not found:  # no plan: then only a name that may be meant for one is worth a word
            others = [name for name in others if _file_hint(name)]
        manifest = self._manifest(found.pop(MANIFEST, ()))
        for name in others:
            if manifest is None or name != manifest.framework:
                self._unknown_file(name)
        framework = self._framework(manifest)
        waivers = self._waivers(found.pop(WAIVERS, ()))
        stages = {name: self._stage(name, paths) for name, paths in found.items()}
        if isinstance(document := stages.get("document"), Document):
            stages["document"] = self._with_known_books(document, manifest)
        roots = [stages.get(name) or empty(model) for name, model in STAGES.items()]
        beside = [manifest] if manifest else []
        known = index([framework, *roots, *beside])
        if known.duplicates:
            roots = without_copies(roots, known)
            known = replace(index([framework, *roots, *beside]), duplicates=known.duplicates)
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
                hollow=frozenset(self.hollow),
                bare=self.bare,
            )
        return Loaded(
            plan,
            self.diagnostics,
            self.count,
            Trees(self.readings),
            self.wounded,
            self.awaited,
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

    def _other(self, entry: Entry) -> Iterator[str]:
        """A name that is not one of the plan's, if a planner may take it for one."""
        if entry.is_folder:
            meant = nearest(entry.name, STAGES, 1)
            if meant and any(_is_yaml(inner.name) for inner in self._entries(entry.name)):
                yield f"{entry.name}/"
        elif entry.is_link and entry.name in STAGES:
            place = Location.start_of(File(self.prefix + entry.name, ""))
            path = self.folder / entry.name
            self._say(not_a_file(path, path.lstat().st_mode, place))
        elif _is_yaml(entry.name) or entry.name in STAGES:
            yield entry.name

    def _inside(self, stage: str) -> Iterator[str]:
        kept = _one_of_each(self._entries(stage))
        for entry in self._entries(stage):
            path = f"{stage}/{entry.name}"
            if entry.is_folder:
                if any(_is_yaml(inner.name) for inner in self._entries(path)):
                    self._unknown_file(f"{path}/")
            elif entry.name.endswith(".yaml"):
                other = kept[_spelled_anywhere(entry.name)]
                if other == entry.name:
                    yield entry.name
                else:
                    self._alike(path, f"{stage}/{other}")
                    self.unread.add(stage)
                    self.unsound.add(stage)
            elif _is_yaml(entry.name):
                self._unknown_file(path)

    def _alike(self, path: str, other: str) -> None:
        """Two files of a folder of which other computers can keep only one."""
        place, there = (Location.start_of(File(self.prefix + one, "")) for one in (path, other))
        first = Related(there, Text("yang lain", "the other one"))
        self._say(sch.NAMES_ALIKE.at(place, also=(first,), name=path, other=other))

    def _entries(self, path: str) -> list[Entry]:
        """What is in a folder of the plan; nothing, and a word on it, where it cannot be listed."""
        try:
            return self.contents.entries(path)
        except OSError as error:
            place = Location.start_of(File(f"{self.prefix}{path or '.'}", ""))
            self._say(yml.UNREADABLE.at(place, reason=reason(error)))
            self.unread.add(path)
            return []

    def _unknown_file(self, name: str) -> None:
        known = [f"{stage}.yaml" for stage in (MANIFEST, *STAGES, WAIVERS)]
        place = Location.start_of(File(self.prefix + name, ""))
        self._say(sch.UNKNOWN_FILE.at(place, hint=_file_hint(name), name=name, known=listed(known)))

    # Reading

    def _say(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)

    def _reading(self, path: str) -> tuple[File | None, Reading | None]:
        """A file, and what it says if it says anything that can be trusted."""
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
            self._say(_to_be_renamed(unreadable.diagnostic, path))
            return None, None
        self.bytes += len(file.text)
        reading = Reading(file, self.room)
        self.diagnostics.extend(reading.found)
        if not reading.data and reading.root is None:
            return file, None
        self.readings[name] = reading
        return file, reading

    def _mapping(self, path: str, part: str = "") -> tuple[File | None, Reading | None]:
        """A file that holds keys, those of a part of the plan if one is named."""
        file, reading = self._reading(path)
        if file is not None and (told := foreign(part, file, reading)):
            self._say(told)
            return file, None
        if reading is None or reading.data or isinstance(reading.root, Mapping):
            return file, reading
        root = reading.root
        assert root is not None
        if format_ := other_text(reading.file.text):
            self._say(yml.OTHER_FORMAT.at(start_of(root), format=format_))
            return file, None
        wanted, got = label("wanted", "mapping"), "list" if isinstance(root, Sequence) else "text"
        self._say(
            sch.WRONG_TYPE.at(
                start_of(root),
                what=Text(f"`{show(path)}`", f"`{show(path)}`"),
                wanted=wanted,
                got=label("wanted", got),
                example=_keys_of(part, got),
            )
        )
        return file, None

    def _check(self, stage: str, model: type[Item], readings: list[Reading]) -> Checked:
        cuts = [cut for reading in readings for cut in cut_mappings(reading)]
        checked = self._fitted(model, readings)
        said = self._beside_cuts(cuts, checked.diagnostics) if cuts else checked.diagnostics
        self.diagnostics.extend(said)
        self.lost |= checked.lost
        self.lost_kinds |= checked.lost_kinds
        self.named += checked.named
        self.wounded.extend(checked.wounded)
        if not checked.sound:
            self.unsound.add(stage)
        return checked

    def _beside_cuts(
        self, cuts: list[tuple[Location, Location]], said: list[Diagnostic]
    ) -> list[Diagnostic]:
        """What is said of a stage, and of a text that a comma cut only the one thing that helps.

        A number is told as the number that was meant; of anything else only the cut is told.
        """
        self.wounded += [within for _, within in cuts]
        inside = Ranges(within for _, within in cuts)
        numbers = Ranges(one.location for one in said if one.kind is yml.INDONESIAN_NUMBER)
        mended = {place for place, _ in cuts if numbers.hold(place)}
        self.diagnostics = [
            one
            for one in self.diagnostics
            if one.kind is not yml.COMMA or one.location not in mended
        ]
        return [
            one
            for one in said
            if one.kind is yml.INDONESIAN_NUMBER or not inside.hold(one.location)
        ]

    def _fitted(self, model: type[Item], readings: list[Reading]) -> Checked:
        """Files as a model: at once where nothing is wrong with them, else with what is wrong."""
        data = together(readings)
        return (data and accepted(model, data)) or check(model, self._join(readings), self.room)

    def _stage(self, stage: str, paths: Iterable[str]) -> Item | None:
        readings: list[Reading] = []
        read_files: list[File] = []
        for path in paths:
            before = len(self.diagnostics)
            file, reading = self._mapping(path, stage)
            if file is not None:
                read_files.append(file)
            if reading is not None:
                readings.append(reading)
            if any(d.severity is Severity.ERROR for d in self.diagnostics[before:]) or file is None:
                self.unread.add(stage)
                self.unsound.add(stage)
        if readings or stage in self.unread:  # an empty file is a stage that has not begun
            self.files[stage] = tuple(read_files)
        if not readings:
            return None
        before = len(self.diagnostics)
        model = self._check(stage, STAGES[stage], readings).model
        if model is None or holds_nothing(model):
            self._begun_in_name_only(stage, told=len(self.diagnostics) > before)
        return model

    def _begun_in_name_only(self, stage: str, *, told: bool) -> None:
        """A stage of which nothing is left: as absent as one without a file, and told once."""
        if told or stage in self.unread:
            self.unread.add(stage)
            self.unsound.add(stage)
        else:
            self.hollow.add(stage)

    def _join(self, readings: list[Reading]) -> Mapping:
        """The files of a stage as one tree; a key that two of them have is told."""
        joined, clashes = join([reading.tree for reading in readings])
        for clash in clashes:
            here = Text("yang pertama di sini", "the first is here")
            there = Related(location(clash.first), here)
            place, key = location(clash.name), clash.name.value
            self._say(sch.KEY_IN_TWO_FILES.at(place, also=(there,), key=key))
            self.lost |= ids_in(clash.value)
        return joined

    def _with_known_books(self, document: Document, manifest: Manifest | None) -> Document:
        """The document without the states of books that there are not, which are told."""
        if manifest is None:
            return document
        known = {one: label("book", one) for one in BOOKS}
        for choice in manifest.books:
            title = Text(choice.title, choice.title) if choice.title else None
            known[choice.template] = title or known.get(choice.template) or _OWN_BOOK
        strange = [state for state in document.books if state.book not in known]
        if not strange:
            return document
        for state in strange:
            self._say(no_book(state, known))
        self.unsound.add("document")
        books = tuple(state for state in document.books if state.book in known)
        return document.model_copy(update={"books": books})

    # The manifest and the framework

    def _manifest(self, paths: tuple[str, ...]) -> Manifest | None:
        if not paths:
            place = Location.start_of(File(f"{self.prefix}{MANIFEST}.yaml", ""))
            self._say(sch.NO_MANIFEST.at(place, hint=self._plans_inside()))
            return None
        file, reading = self._mapping(paths[0], MANIFEST)
        self.files[MANIFEST] = () if file is None else (file,)
        if reading is None:
            self._empty_manifest()
            return None
        manifest = self._check(MANIFEST, Manifest, [reading]).model
        if not isinstance(manifest, Manifest):
            return None
        if manifest.smartplan != 1:
            place = manifest.at("smartplan")
            self._say(sch.FORMAT_VERSION.at(place, version=str(manifest.smartplan)))
        self._region(manifest)
        return manifest

    def _plans_inside(self) -> Text | None:
        """Where the plans are, if the folder of plans was named instead of a plan's."""
        names = [one.name for one in self._here() if one.is_folder and self._is_plan(one.name)]
        if not names:
            return None
        said = listing([show(name, 80) for name in names], 5)
        return Text(f"ada rencana di {said}: tunjuk foldernya", f"there is a plan in {said}")

    def _here(self) -> list[Entry]:
        return [] if "" in self.unread else self._entries("")

    def _is_plan(self, folder: str) -> bool:
        try:
            inside = self.contents.entries(folder)
        except OSError:
            return False
        return any(one.name == f"{MANIFEST}.yaml" for one in inside)

    def _empty_manifest(self) -> None:
        """Make an empty manifest an error: it is no stage that has just not begun."""
        last = self.diagnostics[-1]
        if last.kind is yml.EMPTY_FILE:
            self.diagnostics[-1] = replace(last.as_at_times(), advice=_BEGIN)

    def _waivers(self, paths: tuple[str, ...]) -> Waivers | None:
        """The waivers as far as they can be read; no stage is the worse for a fault in them."""
        for path in paths:
            _, reading = self._mapping(path, WAIVERS)
            if reading is not None:
                checked = self._fitted(Waivers, [reading])
                self.diagnostics.extend(checked.diagnostics)
                if isinstance(checked.model, Waivers):
                    return checked.model
        return None

    def _region(self, manifest: Manifest) -> None:
        region = manifest.region
        listed = find(region.code)
        if listed is None:
            maybe = near(region.code, region.name)
            hint = perhaps(f'"{maybe.code}"', maybe.name) if maybe else None
            fix = None
            if maybe is not None and maybe in by_name(region.name):
                fix = instead(region.node_at("code"), maybe.code, safe=False, quoted=True)
            place = region.at("code")
            self._say(sch.UNKNOWN_REGION.at(place, hint=hint, fix=fix, code=region.code))
            return
        if key := misfit(listed, region.name, region.kind_, region.province):
            self._mismatch(region, listed, key)

    def _mismatch(self, region: Region, listed: Listed, key: str) -> None:
        """Tell of the one of code, name, kind and province that does not fit the others."""
        written = f"{region.kind_} {region.name}"
        fact = Text(
            f"kode {listed.code} adalah {listed.name}", f"the code {listed.code} is {listed.name}"
        )
        right = {"name": listed.short_name, "kind": listed.kind}.get(key, "")
        home = province_of(listed.code)
        if key == "province" and home is not None:
            written, right = region.province, home.name
            fact = Text(
                f"{listed.name} ({listed.code}) terletak di Provinsi {home.name}",
                f"{listed.name} ({listed.code}) lies in the province {home.name}",
            )
        hint = Text(f"tulis `{key}: {right}`", f"write `{key}: {right}`") if right else None
        meant = others_meant(listed, region.name, region.kind_, region.province)
        if len(meant) == 1:
            code = f'"{meant[0].code}"'
            hint = Text(
                f"kode {show(written)} adalah {code}", f"the code of {show(written)} is {code}"
            )
        place = region.at(key)
        self._say(sch.REGION_MISMATCH.at(place, hint=hint, fact=fact, written=written))

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
        if not self._is_own(wanted):
            close = nearest(wanted, known, 1)
            hint = perhaps(f"`{close[0]}`", None) if close else None
            place = manifest.at("framework")
            self._say(
                sch.UNKNOWN_FRAMEWORK.at(place, hint=hint, framework=wanted, known=listed(known))
            )
        return None

    def _own_framework(self, manifest: Manifest) -> Framework | None:
        name = manifest.framework
        if not self._is_own(name):
            return None
        _, reading = self._mapping(name)
        if reading is None:
            return None
        own = self._check("framework", Framework, [reading]).model
        return own if isinstance(own, Framework) else None

    def _is_own(self, name: str) -> bool:
        """Whether a framework is a file of the plan's own, beside the manifest."""
        return name.endswith(".yaml") and any(one.name == name for one in self._here())

    # References

    def _references(self, known: Index, edition: Framework) -> None:
        self._repeats(known)
        waiting: dict[str, list[Reference]] = defaultdict(list)
        unknown: list[Reference] = []
        no_terms: list[Reference] = []
        left_out = (one for one in self.named if known.find(one.kind, one.id) is None)
        for reference in (*known.unknown, *left_out):
            kinds = kinds_of(reference.kind)
            if self._lost(reference, kinds):
                continue
            stages = [stage for kind in kinds if (stage := stage_of(kind))]
            absent = [one for one in stages if not self._has(one)]
            if not stages:
                if self.edition_known:
                    no_terms.append(reference)
            elif absent:
                waiting[absent[0]].append(reference)
            else:
                unknown.append(reference)
        self.diagnostics.extend(not_in_edition(no_terms, known, edition, self.room))
        self.unsound.update(self._home_of(name) for name in set(map(_file_of, no_terms)))
        self._unknown(unknown, known)
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

    def _repeats(self, known: Index) -> None:
        """What stands twice without an id; rules do not speak of either."""
        found = Flood(room=self.room)
        for repeat in known.repeats:
            if not found.only_counts(ref.REPEATED.code, repeat.item.node.file):
                found.append(told_twice(repeat, known))
            if repeat.surely:
                self.wounded += [location(one.node) for one in (repeat.earlier, repeat.item)]
        self.diagnostics.extend(found)

    def _unknown(self, unknown: list[Reference], known: Index) -> None:
        """Ids that are not there; an item misnamed where it stands is spoken of just once."""
        wrong: list[Copy | Misnamed] = [*copies(unknown, known), *misnamed(unknown, known)]
        found = Flood(room=self.room)
        for one in wrong:
            found.append(one.told())
            self.wounded += [location(item.node) for item in one.items]
        self.diagnostics.extend(found)
        told = {one.named for one in wrong}
        rest = [reference for reference in unknown if reference.id not in told]
        self.diagnostics.extend(unknown_ids(rest, known, self.room))
        for item in awaited(rest, known):
            self.awaited.append(location(item.node))
            self.misnamed.add((item.kind, str(getattr(item, "id", ""))))
        self.misnamed.update((one.item.kind, one.written) for one in wrong)

    def _has(self, stage: str) -> bool:
        """Whether a stage is there and holds something."""
        return stage in self.files and stage not in self.hollow

    def _home_of(self, name: str) -> str:
        """The stage that a file belongs to."""
        homes = (stage for stage, read in self.files.items() if name in {f.name for f in read})
        return next(homes, "")

    def _lost(self, reference: Reference, kinds: tuple[str, ...]) -> bool:
        """Whether what is referred to may be there, in what could not be read."""
        return (
            reference.id in self.lost
            or not self.lost_kinds.isdisjoint(kinds)
            or any(stage_of(kind) in self.unread for kind in kinds)
        )

    def _unused(self, known: Index) -> None:
        for kind in _USED_KINDS:
            if self.unsound or not all(self._has(stage) for stage in stages_naming(kind)):
                continue  # what is left out, or not written yet, may be what names it
            for id_, item in known.items.get(kind, {}).items():
                if (kind, id_) in self.misnamed:
                    continue
                if not known.is_used(kind, id_):
                    name, title = label("kind", kind), bracketed(item)
                    self._say(ref.UNUSED_ID.at(item.at("id"), kind=name, id=id_, title=title))


_USED_KINDS = ("agency", "partner", "swot_entry")
"""Kinds whose items are lost work if nothing refers to them."""


def _keys_of(part: str, got: str) -> Text:
    """What a file should hold instead of a list or a text."""
    if part not in (*STAGES, WAIVERS):
        bare = Text(" tanpa `- `", " without `- `") if got == "list" else Text("", "")
        return Text(
            f"kunci di awal baris{bare.indonesian}, misalnya `title: …`",
            f"keys at the start of lines{bare.english}, such as `title: …`",
        )
    key = "waivers" if part == WAIVERS else KEYS[part][0]
    if got == "list":
        return Text(
            f"kunci di baris pertama, misalnya `{key}:`, lalu daftarnya di bawah kunci itu",
            f"a key on the first line, such as `{key}:`, and the list below it",
        )
    return Text(
        f"kunci di awal baris, misalnya `{key}: …`",
        f"keys at the start of lines, such as `{key}: …`",
    )


DEFAULT_FRAMEWORK = "kominfo-2021"
_BEGIN = Text(
    "tulis judul, daerah, dan jangka waktu; `smartplan init` membuat contohnya di folder baru",
    "write title, region and period; `smartplan init` makes a plan with them in a new folder",
)


def empty(model: type[Item]) -> Item:
    """A stage that is not there."""
    nowhere = File("", "")
    no_mark = _NoMark()
    return item_of(model, {MARK: Mapping(nowhere, no_mark)})


def _spelled_anywhere(name: str) -> str:
    """A file's name as systems take it that tell neither capitals nor ways to write an accent."""
    return unicodedata.normalize("NFC", name.casefold())


def _one_of_each(entries: Iterable[Entry]) -> dict[str, str]:
    """Of file names that are one elsewhere the first, or the one in small letters."""
    kept: dict[str, str] = {}
    for name in (entry.name for entry in entries if not entry.is_folder):
        first = kept.setdefault(_spelled_anywhere(name), name)
        if first != first.lower() and name == name.lower():
            kept[_spelled_anywhere(name)] = name
    return kept


class _NoMark:
    """The start of a text that does not exist."""

    index = line = column = 0


def _file_of(reference: Reference) -> str:
    return reference.holder.mark.file.name  # type: ignore[no-any-return]  # marks are of many sorts


def holds_nothing(model: Item) -> bool:
    """Whether a stage says nothing at all: no key, or only empty lists."""
    return not any(value for name, value in vars(model).items() if name != "mark")


@cache
def frameworks() -> tuple[str, ...]:
    """The editions of the method that ship with smartplan."""
    names = (entry.name for entry in (PACKAGE / "frameworks").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def framework(name: str) -> Framework:
    """A shipped edition of the method."""
    text = (PACKAGE / "frameworks" / f"{name}.yaml").read_text("utf-8")
    data = Reading(File(f"{name}.yaml", text)).data
    checked = accepted(Framework, data) if data else None
    if checked is None or not isinstance(checked.model, Framework):
        raise ValueError(f"the shipped framework {name} is broken: validate a plan with it")
    return checked.model

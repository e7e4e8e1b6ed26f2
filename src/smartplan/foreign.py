"""A file that holds something else than its name says: told once, not key by key."""

import re

from smartplan.diagnostics import Diagnostic, File, Location, show
from smartplan.kinds import sch
from smartplan.language import Text, label
from smartplan.nearest import fold, listing, nearest
from smartplan.reading import Reading
from smartplan.source import MARK, Mapping, Scalar, location
from smartplan.stages import MANIFEST, STAGES, WAIVERS
from smartplan.stages.base import Item
from smartplan.stages.manifest import Manifest
from smartplan.stages.waivers import Waivers

_MODELS: dict[str, type[Item]] = {MANIFEST: Manifest, **STAGES, WAIVERS: Waivers}
KEYS = {
    part: tuple(info.alias or name for name, info in model.model_fields.items() if name != "mark")
    for part, model in _MODELS.items()
}
"""The keys at the beginning of lines in each file of a plan."""

_REQUIRED = {name for name, info in Manifest.model_fields.items() if info.is_required()}
_AT_THE_MARGIN = re.compile(r"^([A-Za-z_][\w.-]*):(?:[ \t]|$)", re.MULTILINE)


def foreign(part: str, file: File, reading: Reading | None) -> Diagnostic | None:
    """The finding on a file of which no key belongs to that part of a plan."""
    keys = list(_keys(file, reading))
    if part not in KEYS or not _is_foreign(part, keys):
        return None
    known = listing(KEYS[part])
    strange = listing([show(key, 40) for key in keys if key not in KEYS[part]], 5)
    return sch.FOREIGN.at(
        _place(file, reading),
        hint=_home(keys),
        part=_called(part),
        keys=Text(strange, strange),
        known=Text(known, known),
    )


def _keys(file: File, reading: Reading | None) -> list[str]:
    """The outermost keys; of a text that cannot be read, those at the beginning of lines."""
    if reading is None:
        return list(dict.fromkeys(_AT_THE_MARGIN.findall(file.text)))
    if reading.data is not None:
        return [key for key in reading.data if key != MARK]
    return list(reading.root.entries) if isinstance(reading.root, Mapping) else []


def _is_foreign(part: str, keys: list[str]) -> bool:
    """Whether all keys are strange, and none is a slip of one that is known.

    A manifest is told by its key `smartplan`, or by a key that every manifest has; any file may
    have a title, or a summary.
    """
    known = KEYS[part]
    own = sum(key in known for key in keys)
    if part == MANIFEST:
        needless = not _REQUIRED.intersection(keys) and own < len(keys)
        strange = MANIFEST not in keys and (needless or own * 2 < len(keys))
    else:
        strange = len(keys) > 1 and not own
    return strange and not any(_is_slip(key, known) for key in keys[:50])


def _is_slip(key: str, known: tuple[str, ...]) -> bool:
    close = [] if key in known else nearest(key, known, 1)
    return any(fold(word)[:2] == fold(key)[:2] for word in close)


def _home(keys: list[str]) -> Text | None:
    """Where a file belongs whose keys are those of another part of the plan."""
    for part, known in KEYS.items():
        if set(keys) <= set(known):
            called = _called(part)
            return Text(
                f"isinya {called.indonesian}: simpan sebagai `{part}.yaml`",
                f"it holds {called.english}: save it as `{part}.yaml`",
            )
    return None


def _called(part: str) -> Text:
    name = label("stage", part)
    if part not in STAGES:
        return Text(f"{name.indonesian} rencana", f"the {name.english} of a plan")
    return Text(f"tahap {name.indonesian}", f"the stage {name.english}")


def _place(file: File, reading: Reading | None) -> Location:
    if reading is not None:
        return location(_first(reading.tree))
    found = _AT_THE_MARGIN.search(file.text)
    start = found.start() if found else 0
    line = file.text.count("\n", 0, start) + 1
    return Location(file, line, 1, line, len(found[1]) + 1 if found else 1)


def _first(root: Mapping) -> Scalar:
    return next(iter(root.entries.values()))[0]

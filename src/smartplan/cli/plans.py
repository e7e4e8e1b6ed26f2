"""Several plans: what is known of each from before, and the rest checked, side by side."""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from smartplan.cache import Cache
from smartplan.cli.progress import Progress
from smartplan.cli.speech import say
from smartplan.diagnostics import counted
from smartplan.record import Record, plain, restored

BYTES_PER_SECOND = 1_000_000
"""What one process checks in a second, so far as one can tell from the size of the files."""
WORTH_IT = 1.0
"""Seconds of work below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Task:
    """A plan to check."""

    folder: Path
    name: str
    """What findings call the folder."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the plans are gone through; none of it changes a finding."""

    jobs: int | None = None
    """Processes; None for as many as help."""
    cache: bool = True
    quiet: bool = False


_LAST: list[object] = []
"""The plan that was examined last; a process that then ends need not take it apart."""


def examine(task: Task) -> Record:
    """Read and check one plan."""
    from smartplan.load import load  # not where all is known from before
    from smartplan.rules import judge

    if _LAST:
        _LAST.clear()
        gc.collect()  # a plan and its places hold each other
        gc.freeze()  # what is left stays to the end, and need not be looked through again
    loaded = load(task.folder, task.name)
    _LAST.append(loaded)
    judged = judge(loaded)
    manifest = loaded.plan.manifest if loaded.plan else None
    return Record(
        tuple(judged.findings),
        counted(judged.waived),
        loaded.files,
        manifest.language if manifest else None,
        manifest.region.code if manifest else "",
        loaded.prefix,
    )


def examine_all(tasks: Sequence[Task], manner: Manner) -> list[Record]:
    """The record of each plan, in the order given."""
    cache = Cache.open() if manner.cache else None
    keys = [cache.key(task.folder, task.name) if cache else None for task in tasks]
    records: dict[int, Record] = {}
    if cache:
        known = ((position, cache.get(key)) for position, key in enumerate(keys) if key)
        records = {position: record for position, record in known if record}
    progress = Progress(wanted=not manner.quiet)
    missing = [position for position in range(len(tasks)) if position not in records]
    try:
        for position, record in _fresh(tasks, missing, manner.jobs):
            records[position] = record
            progress.say(_so_far(len(records), len(tasks)))
            key, task = keys[position], tasks[position]
            if cache and key and cache.key(task.folder, task.name) == key:  # not changed meanwhile
                cache.put(key, record)
    finally:
        progress.clear()
        if cache:
            cache.close()
    return [records[position] for position in range(len(tasks))]


def _so_far(done: int, count: int) -> str:
    return say(f"{done} dari {count} rencana diperiksa …", f"{done} of {count} plans checked …")


def _fresh(
    tasks: Sequence[Task], missing: list[int], jobs: int | None
) -> Iterator[tuple[int, Record]]:
    """Plans that must be read, each with its position."""
    sizes = {position: _size(tasks[position].folder) for position in missing}
    count = _processes(len(missing), sum(sizes.values()) / BYTES_PER_SECOND, jobs)
    if count < 2:
        for position in missing:
            yield position, examine(tasks[position])
        return
    from smartplan.cli.workers import spread  # multiprocessing, only where it pays
    from smartplan.rules import rules

    rules()  # imported once, here, for all processes
    biggest_first = sorted(missing, key=lambda position: (-sizes[position], position))
    with closing(spread(_examined, [tasks[at] for at in biggest_first], count)) as results:
        for turn, data in results:
            yield biggest_first[turn], restored(data)


def _examined(task: Task) -> dict[str, object]:
    """What a worker sends back: the lines findings speak of, not the files."""
    return plain(examine(task))


def _processes(plans: int, seconds: float, jobs: int | None) -> int:
    if jobs is not None:
        return min(jobs, plans)
    return min(_cores(), plans) if seconds > WORTH_IT else 1


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(folder: Path) -> int:
    """Bytes of the YAML files in a plan's folder and the folders in it, without reading them."""
    found = 0
    for pattern in ("*.yaml", "*/*.yaml"):
        for path in folder.glob(pattern):
            found += path.lstat().st_size
    return found

"""Whole-process costs as ratios against a peer or a floor of the same run.

`python bench/run.py`: each peer runs between two runs of ours, after a turn that is not counted
(but of a peer that takes long); the median ratio of CPU time, children included, is compared with
the limit the project sets itself. Seconds tell of a machine, ratios of the program: only they have
limits. Exit 1 if one is passed.

The peer is check-jsonschema, the tool that people check YAML with in pipelines: from the same
environment, over the same files, against the schemas that smartplan itself exports, one process
for each stage and all its files at once, nothing fetched. It checks the shape of
each file; smartplan in the same time also resolves every id and runs every rule. Both are started
cold and write where nobody reads. Its YAML is read by ruamel.yaml, as it chooses itself.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import books
from generate import write

BIN = Path(sys.executable).parent
SMARTPLAN = [str(BIN / "smartplan")]
PLANS = 100
FAULTS = 1_000
"""In a plan of size 1."""


@dataclass(frozen=True)
class Pair:
    """Two commands and how much of the second's time the first may take."""

    name: str
    command: list[list[str]]
    peer: list[list[str]]
    limit: float
    rounds: int = 5
    """How often both are measured; less for what takes long and so varies less."""
    wall: bool = False
    """Whether the clock counts, not the processors."""


def run(commands: list[list[str]]) -> None:
    """Run commands that find faults or none; one that breaks would be quick for nothing."""
    for command in commands:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        done = subprocess.run(command, check=False, **quiet)
        if done.returncode > 1:
            raise RuntimeError(f"exit {done.returncode}: {' '.join(command[:4])}")


def cpu(commands: list[list[str]]) -> float:
    """CPU seconds that these commands take one after the other, children included."""
    before = getrusage(RUSAGE_CHILDREN)
    run(commands)
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def wall(commands: list[list[str]]) -> float:
    """Seconds on the clock that these commands take one after the other."""
    started = time.perf_counter()
    run(commands)
    return time.perf_counter() - started


def sandwiched(pair: Pair, spent: Callable[[list[list[str]]], float]) -> tuple[float, float]:
    """What both commands take: the peer is run between two runs of ours, so that what else the
    machine does meanwhile falls on both."""
    before, peer, after = (spent(one) for one in (pair.command, pair.peer, pair.command))
    return (before + after) / 2, peer


def check_jsonschema(plan: Path, schemas: Path) -> list[list[str]]:
    """The peer: every stage file against its exported schema."""
    commands = []
    for schema in sorted(schemas.glob("*.json")):
        files = [*plan.glob(f"{schema.stem}.yaml"), *sorted(plan.glob(f"{schema.stem}/*.yaml"))]
        if files:
            tool = [str(BIN / "check-jsonschema"), "--schemafile", str(schema)]
            commands.append([*tool, *map(str, files)])
    return commands


def pairs(folder: Path) -> list[Pair]:
    plans = {times: folder / f"p{times}" for times in (1, 10, 100)}
    faulty = {times: folder / f"f{times}" for times in (1, 10)}
    for times, plan in plans.items():
        write(plan, times)
    for times, plan in faulty.items():
        write(plan, times, times * FAULTS)
    many = [str(folder / "many" / f"{number:02}") for number in range(PLANS)]
    for name in many:
        shutil.copytree(plans[1], name)
    schemas = folder / "schemas"
    subprocess.run([*SMARTPLAN, "schema", "--out", str(schemas)], check=True)
    validate = {t: anew(p) for t, p in plans.items()}
    told = {t: anew(p) for t, p in faulty.items()}
    peer = {t: check_jsonschema(p, schemas) for t, p in plans.items()}
    one = [[*SMARTPLAN, "validate", str(plans[1]), "-q"]]
    all_plans = [*SMARTPLAN, "validate", *many, "-q"]
    afresh = [*all_plans, "--no-cache"]
    return [
        Pair("--help / python -c pass", [[*SMARTPLAN, "--help"]], [[sys.executable, "-c", ""]], 6),
        Pair("validate / check-jsonschema", validate[1], peer[1], 0.15),
        Pair("the same, ×10", validate[10], peer[10], 0.06, rounds=1),
        Pair("validate ×100 / ×10", validate[100], validate[10], 11, rounds=1),
        Pair(f"{FAULTS * 10:,} faults / {FAULTS:,}", told[10], told[1], 11, rounds=3),
        Pair("unchanged / first", one, validate[1], 0.4),
        Pair(f"×{PLANS} plans, unchanged / first", [all_plans], [afresh], 0.2, rounds=1),
        Pair(
            f"×{PLANS} plans, two processes / one",
            [[*afresh, "--jobs", "2"]],
            [[*afresh, "--jobs", "1"]],
            1 / 1.7,
            rounds=1,
            wall=True,
        ),
        *renderings(folder, plans),
    ]


def renderings(folder: Path, plans: dict[int, Path]) -> list[Pair]:
    """The books: see `books.py`."""
    out = {times: folder / f"o{times}" for times in (1, 10)}
    first = {times: books.anew(plans[times], out[times]) for times in out}
    peer = books.mkdocs(plans[1], folder / "mkdocs")
    changed = books.after_a_change(plans[1], out[1])
    return [
        Pair("render / MkDocs", first[1], peer, 0.3),
        Pair("render after a change / first", changed, first[1], 1.05),
        Pair("render ×10 / ×1", first[10], first[1], 11, rounds=1),
    ]


def anew(plan: Path) -> list[list[str]]:
    """A check that remembers nothing."""
    return [[*SMARTPLAN, "validate", str(plan), "-q", "--no-cache"]]


def main() -> int:
    passed = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the peers were compiled on installing
        for pair in pairs(Path(folder)):
            spent = wall if pair.wall else cpu
            run(pair.command)  # compiles what is not compiled, fills the cache
            if pair.rounds > 1:
                run(pair.peer)
            measured = [sandwiched(pair, spent) for _ in range(pair.rounds)]
            ratio = statistics.median(own / peer for own, peer in measured)
            own = statistics.median(own for own, _ in measured)
            good = ratio <= pair.limit
            passed = passed and good
            mark = "ok" if good else "TOO SLOW"
            print(
                f"{pair.name:32} {own:7.2f} s  ratio {ratio:6.3f}  limit {pair.limit:.3g}  {mark}"
            )
        passed = memory(Path(folder)) and passed
    return 0 if passed else 1


def memory(folder: Path) -> bool:
    """How much a rendering takes at its peak; a plan of size 10 is told, and has no limit."""
    taken = {
        times: books.peak(books.rendering(folder / f"p{times}", folder / f"o{times}"))
        for times in (1, 10)
    }
    good = taken[1] <= books.MEMORY
    print(f"memory of render {taken[1]:.0f} MB, ×10 {taken[10]:.0f} MB  limit {books.MEMORY} MB")
    return good


if __name__ == "__main__":
    sys.exit(main())

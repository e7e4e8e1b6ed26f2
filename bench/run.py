"""Whole-process costs as ratios against a peer or a floor of the same run.

`python bench/run.py`: each pair of commands runs in turn, five times; the median ratio of CPU time
is compared with the limit the project sets itself. Exit 1 if a limit is passed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generate import write

BIN = Path(sys.executable).parent
SMARTPLAN = [str(BIN / "smartplan")]
ROUNDS = 5
PLANS = 100


@dataclass(frozen=True)
class Pair:
    """Two commands and how much of the second's time the first may take."""

    name: str
    command: list[list[str]]
    peer: list[list[str]]
    limit: float
    wall: bool = False
    """Whether the clock counts, not the processors."""


def cpu(commands: list[list[str]]) -> float:
    """CPU seconds that these commands take one after the other, children included."""
    before = os.times()
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def wall(commands: list[list[str]]) -> float:
    """Seconds on the clock that these commands take one after the other."""
    started = time.perf_counter()
    cpu(commands)
    return time.perf_counter() - started


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
    for times, plan in plans.items():
        write(plan, times)
    many = [str(folder / "many" / f"{number:02}") for number in range(PLANS)]
    for name in many:
        shutil.copytree(plans[1], name)
    schemas = folder / "schemas"
    subprocess.run([*SMARTPLAN, "schema", "--out", str(schemas)], check=True)
    validate = {t: [[*SMARTPLAN, "validate", str(p), "-q", "--no-cache"]] for t, p in plans.items()}
    all_plans = [*SMARTPLAN, "validate", *many, "-q"]
    subprocess.run(all_plans, stdout=subprocess.DEVNULL, check=False)  # what the cache then knows
    return [
        Pair("--help / python -c pass", [[*SMARTPLAN, "--help"]], [[sys.executable, "-c", ""]], 6),
        Pair("validate / check-jsonschema", validate[1], check_jsonschema(plans[1], schemas), 0.15),
        Pair("the same, ×10", validate[10], check_jsonschema(plans[10], schemas), 0.06),
        Pair("validate ×100 / ×10", validate[100], validate[10], 11),
        Pair(f"×{PLANS} plans, unchanged / first", [all_plans], [[*all_plans, "--no-cache"]], 0.2),
        Pair(
            f"×{PLANS} plans, two processes / one",
            [[*all_plans, "--no-cache", "--jobs", "2"]],
            [[*all_plans, "--no-cache", "--jobs", "1"]],
            1 / 1.7,
            wall=True,
        ),
    ]


def main() -> int:
    passed = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        for pair in pairs(Path(folder)):
            rounds = 1 if "×" in pair.name else ROUNDS
            spent = wall if pair.wall else cpu
            measured = [(spent(pair.command), spent(pair.peer)) for _ in range(rounds)]
            ratio = statistics.median(own / peer for own, peer in measured)
            own = statistics.median(own for own, _ in measured)
            good = ratio <= pair.limit
            passed = passed and good
            mark = "ok" if good else "TOO SLOW"
            print(
                f"{pair.name:32} {own:7.2f} s  ratio {ratio:6.3f}  limit {pair.limit:.3g}  {mark}"
            )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())

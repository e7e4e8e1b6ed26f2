"""PRG001: programs that wait for each other."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import MOST as NAMED
from smartplan.rules.wording import titled
from smartplan.stages.programs import Program, Programs


@rule(
    "PRG001",
    Severity.ERROR,
    message=Text(
        "program `{program}` ({name}) pada akhirnya menunggu dirinya sendiri: {chain}",
        "program `{program}` ({name}) waits for itself in the end: {chain}",
    ),
    hint=Text(
        "hapus salah satu `depends_on` dalam lingkaran ini",
        "remove one `depends_on` of this circle",
    ),
    why=Text(
        "Program yang saling menunggu tidak dapat dimulai satu pun, dan peta jalan tidak dapat "
        "disusun.",
        "None of the programs that wait for each other can start, and no road map can be drawn.",
    ),
    basis="our judgement",
)
def dependency_cycle(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            depends_on: [jaringan]  # PRG001
          - id: jaringan
            name: Jaringan antarkantor
            dimension: governance
            depends_on: [portal]

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            depends_on: [jaringan]
          - id: jaringan
            name: Jaringan antarkantor
            dimension: governance
    """
    known = {program.id: program for program in programs.programs}
    waits = {id_: [w for w in p.depends_on if w in known] for id_, p in known.items()}
    order = {id_: position for position, id_ in enumerate(known)}
    for _ in range(MOST):
        cycle = _cycle(waits)
        if cycle is None:
            break
        first = min(cycle, key=order.__getitem__)
        turn = cycle.index(first)
        chain = [*cycle[turn:], *cycle[:turn], first]
        also = tuple(
            Related(known[id_].at("depends_on"), Text("yang menunggu", "which waits"))
            for id_ in chain[1 : SHOWN + 1]
            if id_ != first
        )
        place = known[first].at("depends_on", known[first].depends_on.index(chain[1]))
        yield found(
            place,
            also=also,
            program=first,
            name=titled(known[first]),
            chain=_chain([known[id_] for id_ in chain[1:-1]], first),
        )
        waits[first].remove(chain[1])


MOST = 10
"""Circles that are told: each costs a look at every program, and a tangle has thousands."""
SHOWN = 20
"""Programs of a circle that are shown beside the first: more help no one to break it."""


def _chain(between: list[Program], first: str) -> Text:
    """The way round; the first was named before, and a long way is cut short."""
    steps = [called(program) for program in between[:NAMED]]
    ends = [*(["…"] if len(between) > NAMED else []), f"`{first}`"]
    return Text(
        " → ".join([f"`{first}`", *(step.indonesian for step in steps), *ends]),
        " → ".join([f"`{first}`", *(step.english for step in steps), *ends]),
    )


def _cycle(waits: dict[str, list[str]]) -> list[str] | None:
    """The ids of one circle, each waiting for the next; None if there is no circle."""
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))[1:]
    return None

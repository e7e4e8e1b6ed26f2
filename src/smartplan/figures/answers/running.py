"""Items on programs that ran, run on, or are new."""

from collections.abc import Iterable, Iterator, Sequence

from smartplan.figures.answers.reply import (
    LISTED,
    Answered,
    Evidence,
    Look,
    Reply,
    how_far,
    of_programs,
)
from smartplan.figures.programs import programs_of
from smartplan.figures.schedule import programs_running_in, programs_starting_in
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.nearest import listing
from smartplan.plan import Plan
from smartplan.stages.framework import Framework
from smartplan.stages.programs import Program, Progress

ACTIONS = ("people", "infrastructure", "application", "literacy")
"""The families of actions that the instrument asks for by name."""


def ran_in(plan: Plan, program: Program, year: int) -> Progress | None:
    """The last progress of a year, if it says that the program ran or was done."""
    told = [p for p in program.progress if p.year.year == year and p.year.first <= plan.as_of]
    last = max(told, key=lambda progress: progress.year, default=None)
    return last if last and last.state in ("running", "done") else None


def _in_year(*, before: int = 0, dimension: str | None = None, family: str | None = None) -> Look:
    """How many of the programs planned for a year ran."""

    def look(plan: Plan, year: int) -> Reply:
        asked = year - before
        wanted = programs_of(plan, dimension=dimension, family=family)
        return running(wanted, plan, asked)

    return look


def running(wanted: Iterable[Program], plan: Plan, year: int) -> Reply:
    """How many of these programs ran, of those planned for the year."""
    planned = {program.id for program in programs_running_in(plan, year, year)}
    ran = [(one, told) for one in wanted if (told := ran_in(plan, one, year))]
    names = {program.id for program, _ in ran}
    silent = [one.id for one in wanted if one.id in planned and one.id not in names]
    says = Text(
        f"{len(ran)} dari {len(ran) + len(silent)} program yang direncanakan berjalan tahun {year}",
        f"{len(ran)} of {counted(len(ran) + len(silent), 'program', 'programs')} planned for "
        f"{year} ran",
    )
    if not ran and not silent:
        return Reply(
            Answered.MISSING,
            Text(f"belum ada program untuk tahun {year}", f"no program is planned for {year}"),
            write=Text(
                "isi `start` dan `end` program, atau tambahkan program pada programs.yaml",
                "fill `start` and `end` of the programs, or add programs in programs.yaml",
            ),
        )
    found = tuple(Evidence(told.at(), one.id, one.name) for one, told in ran)
    return Reply(how_far(len(ran), len(silent)), says, found, _write_progress(silent, year))


def _write_progress(ids: Sequence[str], year: int) -> Text | None:
    if not ids:
        return None
    named = listing(ids, LISTED)
    return Text(
        f"catat kemajuan tahun {year} pada `progress` program {named}",
        f"record the progress of {year} under `progress` of {named}",
    )


def _actions_before(plan: Plan, year: int) -> Reply:
    """How many of the four families of actions ran the year before."""
    families = [f for f in plan.framework.families if f.id in ACTIONS]
    ran: dict[str, list[Evidence]] = {}
    for family in families:
        for program in programs_of(plan, family=family.id):
            if told := ran_in(plan, program, year - 1):
                found = Evidence(told.at(), program.id, program.name)
                ran.setdefault(family.id, []).append(found)
    silent = [family.id for family in families if family.id not in ran]
    says = Text(
        f"{len(ran)} dari {len(families)} rumpun rencana aksi berjalan tahun {year - 1}",
        f"{len(ran)} of {len(families)} families of actions ran in {year - 1}",
    )
    named = listing(silent)
    write = Text(
        f"catat kemajuan tahun {year - 1} pada sedikitnya satu program dengan `family` {named}",
        f"record the progress of {year - 1} in at least one program with the `family` {named}",
    )
    evidence = tuple(one for found in ran.values() for one in found)
    return Reply(how_far(len(ran), len(silent)), says, evidence, write if silent else None)


def continued(wanted: Iterable[Program], plan: Plan, year: int, what: Text) -> Reply:
    """How many that ran the year before still run."""
    before = [program for program in wanted if ran_in(plan, program, year - 1)]
    still = [(one, told) for one in before if (told := ran_in(plan, one, year))]
    names = {program.id for program, _ in still}
    silent = [program.id for program in before if program.id not in names]
    if not before:
        return Reply(
            Answered.MISSING,
            Text(
                f"belum ada {what.indonesian} yang tercatat berjalan tahun {year - 1}",
                f"no {what.english} are recorded as running in {year - 1}",
            ),
            write=_write_progress([program.id for program in wanted], year - 1),
        )
    says = Text(
        f"{len(still)} dari {len(before)} {what.indonesian} tahun {year - 1} masih berjalan",
        f"{what.english} of {year - 1} still running: {len(still)} of {len(before)}",
    )
    found = tuple(Evidence(told.at(), one.id, one.name) for one, told in still)
    return Reply(how_far(len(still), len(silent)), says, found, _write_progress(silent, year))


_PROGRAMS = Text("program", "programs")


def _programs_continued(plan: Plan, year: int) -> Reply:
    return continued(programs_of(plan), plan, year, _PROGRAMS)


def _programs_new(plan: Plan, year: int) -> Reply:
    return new(programs_starting_in(plan, year, year), year, _PROGRAMS)


def new(started: Sequence[Program], year: int, what: Text) -> Reply:
    """Whether any began in the year."""
    if not started:
        return Reply(
            Answered.MISSING,
            Text(
                f"belum ada {what.indonesian} yang mulai tahun {year}",
                f"no {what.english} begin in {year}",
            ),
            write=Text(
                f"tambahkan {what.indonesian} dengan `start` {year} pada programs.yaml",
                f"add {what.english} with `start` {year} in programs.yaml",
            ),
        )
    says = Text(
        f"{len(started)} {what.indonesian} mulai tahun {year}",
        f"{what.english} that begin in {year}: {len(started)}",
    )
    return Reply(Answered.THERE, says, of_programs(started))


LOOKS: dict[str, Look] = {
    "baseline-programs-run": _in_year(before=1),
    "baseline-actions-run": _actions_before,
    "impact-continued": _programs_continued,
    "impact-new": _programs_new,
}


def looks(framework: Framework) -> Iterator[tuple[str, Look]]:
    """Those that every edition has, and one for each dimension and family of actions."""
    yield from LOOKS.items()
    for dimension in framework.dimensions:
        yield f"outcome-{dimension.id}-programs", _in_year(dimension=dimension.id)
    for family in ACTIONS:
        yield f"outcome-actions-{family}", _in_year(family=family)

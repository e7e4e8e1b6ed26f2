"""Items on council, team and forum: whether they met, and decided something."""

from collections.abc import Iterable, Sequence

from smartplan.figures.answers.reply import Answered, Evidence, Look, Reply
from smartplan.figures.wording import counted
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.stages.team import Body, Meeting


def _bodies(plan: Plan, kinds: Sequence[str]) -> list[Body]:
    """The bodies of the first of these kinds that the method knows."""
    known = {kind.id for kind in plan.framework.body_kinds}
    wanted = next((kind for kind in kinds if kind in known), kinds[0])
    return [body for body in plan.team.bodies if body.kind_ == wanted]


_COUNCIL = ("council", "task_force")
_TEAM = ("executive_team",)
_FORUM = ("forum",)


def _meetings(plan: Plan, bodies: Iterable[Body], year: int) -> list[Meeting]:
    ids = {body.id for body in bodies}
    return [
        meeting
        for meeting in sorted(plan.team.meetings, key=lambda one: one.date)
        if meeting.body in ids and meeting.date.year == year and meeting.date.first <= plan.as_of
    ]


def _met(kinds: Sequence[str], *, agencies: bool) -> Look:
    """Whether a body met in the year, and with the agencies where the item asks for them."""

    def look(plan: Plan, year: int) -> Reply:
        bodies = _bodies(plan, kinds)
        if not bodies:
            return _no_body(kinds[0])
        met = _meetings(plan, bodies, year)
        if not met:
            return Reply(
                Answered.MISSING,
                Text(
                    f"belum ada rapat tahun {year} yang tercatat",
                    f"no meeting of {year} is recorded",
                ),
                write=_write_meeting(bodies[0], year),
            )
        good = [one for one in met if one.agencies or not agencies]
        often = "once" if len(met) == 1 else f"{len(met)} times"
        says = Text(f"{len(met)} rapat tahun {year}", f"met {often} in {year}")
        if good:
            return Reply(Answered.THERE, says, _of_meetings(good))
        write = Text(
            "tulis perangkat daerah yang hadir pada `agencies` rapat itu",
            "write the agencies that came under `agencies` of that meeting",
        )
        return Reply(Answered.PARTLY, says, _of_meetings(met), write)

    return look


def _works(kinds: Sequence[str]) -> Look:
    """Whether a body does its work: it met in the year and decided something."""

    def look(plan: Plan, year: int) -> Reply:
        bodies = _bodies(plan, kinds)
        if not bodies:
            return _no_body(kinds[0])
        decided = [one for one in _meetings(plan, bodies, year) if one.decisions]
        if decided:
            says = Text(
                f"{len(decided)} rapat tahun {year} menghasilkan keputusan",
                f"decided something in {counted(len(decided), 'meeting', 'meetings')} of {year}",
            )
            return Reply(Answered.THERE, says, _of_meetings(decided))
        return Reply(
            Answered.PARTLY,
            Text(
                f"dibentuk, tetapi belum ada keputusan rapat tahun {year} yang tercatat",
                f"set up, but no decision of a meeting in {year} is recorded",
            ),
            tuple(Evidence(body.at(), body.id, body.name) for body in bodies),
            _write_meeting(bodies[0], year),
        )

    return look


def _no_body(kind: str) -> Reply:
    return Reply(
        Answered.MISSING,
        Text("badan ini belum dicatat", "this body is not recorded"),
        write=Text(
            f"tambahkan badan dengan `kind: {kind}` pada `bodies` dalam team.yaml",
            f"add a body with `kind: {kind}` under `bodies` in team.yaml",
        ),
    )


def _write_meeting(body: Body, year: int) -> Text:
    return Text(
        f"tambahkan rapat tahun {year} dengan `body: {body.id}`, `agencies`, dan `decisions` pada "
        "`meetings` dalam team.yaml",
        f"add a meeting in {year} with `body: {body.id}`, `agencies` and `decisions` under "
        "`meetings` in team.yaml",
    )


def _of_meetings(meetings: Iterable[Meeting]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.at(), str(one.date), one.topic) for one in meetings)


LOOKS: dict[str, Look] = {
    "baseline-council-met": _met(_COUNCIL, agencies=False),
    "baseline-team-met": _met(_TEAM, agencies=True),
    "output-council": _works(_COUNCIL),
    "output-team": _works(_TEAM),
    "output-forum": _works(_FORUM),
}

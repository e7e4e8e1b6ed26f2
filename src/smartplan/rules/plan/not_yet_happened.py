"""PLN011: what a plan tells as done, dated after the plan's own day."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.dates import Event, all_later, events_later, is_dated_too_early
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.base import Item
from smartplan.stages.outreach import OutreachActivity
from smartplan.stages.programs import BudgetLine, Progress
from smartplan.stages.team import Workshop
from smartplan.stages.theory import LegalBasis


@rule(
    "PLN011",
    Severity.ERROR,
    message=Text(
        "{what}, {when}, belum terjadi pada tanggal keadaan rencana, {as_of}",
        "{what}, {when}, has not happened by the plan's own date, {as_of}",
    ),
    hint=Text(
        "perbaiki tanggalnya; bila memang belum terjadi, hapus dari sini sampai terjadi; bila "
        "sudah terjadi, majukan `as_of` dalam smartplan.yaml",
        "mend the date; if it has not happened, take it out until it has; if it has, move `as_of` "
        "in smartplan.yaml forward",
    ),
    why=Text(
        "Terlambat, lewat, dan sudah terjadi dihitung dari tanggal keadaan rencana. Rapat, "
        "kemajuan, realisasi anggaran, dan hasil evaluasi sesudahnya tidak dihitung, dan buku "
        "yang menyebutnya menceritakan yang belum ada.",
        "Late, over and done are judged by the plan's own date. Meetings, progress, money spent "
        "and results of evaluations after it do not count, and a book that tells of them tells "
        "of what is not there.",
    ),
    about=Text(
        "yang diceritakan sebagai terjadi belum terjadi pada tanggal keadaan rencana",
        "what is told as done has not happened by the plan's own date",
    ),
    basis="our judgement",
)
def not_yet_happened(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - {id: dewan, kind: council, name: Dewan Smart City, sources: [S1]}
        meetings:
          - date: 2027-03-05  # PLN011
            body: dewan
            topic: Arah tahun 2027
            sources: [S1]
        # monev.yaml
        evaluations:
          - year: 2029  # PLN011
            final: 3.1
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - {id: dewan, kind: council, name: Dewan Smart City, sources: [S1]}
        meetings:
          - {date: 2025-03-05, body: dewan, topic: Arah tahun 2025, sources: [S1]}
        # monev.yaml
        evaluations:
          - {year: 2024, final: 3.1, sources: [S1]}
    """
    if is_dated_too_early(plan):
        yield _once(plan, all_later(plan))
        return
    for item, key, moment, what in events_later(plan):
        planned = _PLANNED.get(type(item))
        hint = _hint(planned) if planned else None
        yield found(item.at(key), hint=hint, what=what, when=spoken(moment), as_of=plan.as_of)


_PLANNED: dict[type[Item], str] = {
    OutreachActivity: "state: planned",
    Workshop: "state: planned",
    Progress: "state: planned",
    BudgetLine: "kind: planned",
    LegalBasis: "status: draft",
}
"""What is written of one that is still to come, where such a one has a place in a plan."""


def _hint(planned: str) -> Text:
    return Text(
        f"perbaiki tanggalnya; bila memang belum terjadi, tulis `{planned}`; bila sudah terjadi, "
        "majukan `as_of` dalam smartplan.yaml",
        f"mend the date; if it has not happened, write `{planned}`; if it has, move `as_of` in "
        "smartplan.yaml forward",
    )


_SHOWN = 5
"""Things after the plan's own date that are shown beside it, where it is the one to mend."""


def _once(plan: Plan, later: tuple[Event, ...]) -> Finding:
    """One finding for all, where the date itself stands."""
    _, _, moment, last = max(later, key=lambda event: event[2].last)
    when, count = spoken(moment), len(later)
    return found(
        plan.manifest.at("as_of"),
        also=tuple(Related(item.at(key), what) for item, key, _, what in later[:_SHOWN]),
        hint=_MOVE,
        what=Text(f"{count} hal", f"the latest of {count} things"),
        when=Text(
            f"yang paling akhir {last.indonesian}, {when.indonesian}",
            f"{last.english}, {when.english}",
        ),
        as_of=plan.as_of,
    )


_MOVE = Text(
    "majukan `as_of` sampai sesudah semuanya; bila `as_of` memang benar, perbaiki tanggal di "
    "tempat-tempat itu atau tulis sebagai rencana",
    "move `as_of` forward past them all; where `as_of` is right, mend the dates in those places "
    "or write them as planned",
)

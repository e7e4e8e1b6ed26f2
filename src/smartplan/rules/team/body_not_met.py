"""TEA011: a council or team that has not met for a year."""

from collections.abc import Iterator
from datetime import date

from smartplan.diagnostics import Severity
from smartplan.figures.spans import months_passed
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names, titled
from smartplan.stages.framework import BodyKind
from smartplan.stages.team import Team


@rule(
    "TEA011",
    Severity.WARNING,
    message=Text(
        "{kind} `{body}` ({name}) tidak tercatat rapat dalam setahun sebelum {as_of}",
        "no meeting of the {kind} `{body}` ({name}) is recorded in the year before {as_of}",
    ),
    hint=Text(
        "catat rapatnya di `meetings` dengan tanggal, pokok bahasan, dan keputusannya",
        "record its meetings in `meetings` with date, topic and decisions",
    ),
    why=Text(
        "Rapat dewan sekurang-kurangnya sekali, dan rapat tim pelaksana dengan perangkat "
        "daerah sekurang-kurangnya sekali, adalah dua dari lima butir baseline.",
        "A council that met at least once and a team that met the agencies at least once are "
        "two of the five baseline items.",
    ),
    about=Text(
        "badan `…` tidak tercatat rapat dalam setahun",
        "no meeting of the body `…` is recorded within a year",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian baseline",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline section",
    ),
    absence=True,
    dated=True,
)
def body_not_met(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan  # TEA011
            kind: council
            name: Dewan Smart City
            sources: [S1]
        meetings:
          - {date: 2023-03-10, body: dewan, topic: Arah tahun 2023, sources: [S1]}

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            sources: [S1]
        meetings:
          - {date: 2025-03-10, body: dewan, topic: Arah tahun 2025, sources: [S1]}
    """
    met = _met(team)
    for body in team.bodies:
        kind = plan.find("body_kind", body.kind_)
        if body.kind_ not in ("council", "executive_team") or not isinstance(kind, BodyKind):
            continue
        begun, over = met.get(body.id, (date.min, date.min))
        if begun > plan.as_of:
            continue  # its date is told, and may be the one that was missing
        if months_passed(over, plan.as_of) >= _MONTHS:
            yield found(
                body.at(),
                body=body.id,
                name=titled(body),
                kind=names([kind]),
                as_of=plan.as_of,
            )


def _met(team: Team) -> dict[str | None, tuple[date, date]]:
    """The latest day on which a meeting of each body may have begun, and may have been over."""
    met: dict[str | None, tuple[date, date]] = {}
    for meeting in team.meetings:
        begun, over = met.get(meeting.body, (date.min, date.min))
        met[meeting.body] = max(begun, meeting.date.first), max(over, meeting.date.last)
    return met


_MONTHS = 12

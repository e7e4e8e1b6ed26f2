"""TEA011: a council or team that has not met for a year."""

from collections.abc import Iterator

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
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian baseline",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline section",
    ),
    absence=True,
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
    for body in team.bodies:
        kind = plan.find("body_kind", body.kind_)
        if body.kind_ not in ("council", "executive_team") or not isinstance(kind, BodyKind):
            continue
        met = [
            meeting.date.last
            for meeting in team.meetings
            if meeting.body == body.id and meeting.date.first <= plan.as_of
        ]
        if all(months_passed(day, plan.as_of) >= _MONTHS for day in met):
            yield found(
                body.at(),
                body=body.id,
                name=titled(body),
                kind=names([kind]),
                as_of=plan.as_of,
            )


_MONTHS = 12

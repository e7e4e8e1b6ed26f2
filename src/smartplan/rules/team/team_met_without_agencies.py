"""TEA014: an executive team whose meetings name no agency."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.spans import months_passed
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.team import Team


@rule(
    "TEA014",
    Severity.WARNING,
    message=Text(
        "rapat {body} pada {date} belum menyebut perangkat daerah yang hadir, dan tidak ada "
        "rapat lain dalam setahun yang menyebutnya",
        "the meeting of {body} on {date} names no agency that came, and no other meeting within "
        "the year does",
    ),
    hint=Text(
        "tulis id perangkat daerah yang hadir di `agencies` pada rapat itu",
        "write the ids of the agencies that came in `agencies` of the meeting",
    ),
    why=Text(
        "Yang dinilai adalah rapat tim pelaksana dengan perangkat daerah. Rapat tanpa daftar "
        "hadir perangkat daerah tidak membuktikannya.",
        "What is scored is a meeting of the team with the agencies. A meeting that does not say "
        "which of them came is no evidence.",
    ),
    about=Text(
        "rapat tim pelaksana belum menyebut perangkat daerah yang hadir",
        "the meeting of the executive team names no agency that came",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); butir baseline tentang rapat tim dengan "
        "perangkat daerah",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline item on meetings of the "
        "team with the agencies",
    ),
    absence=True,
    dated=True,
)
def team_met_without_agencies(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - {id: tim, kind: executive_team, name: Tim Pelaksana, sources: [S1]}
        meetings:
          - date: 2025-03-10  # TEA014
            body: tim
            topic: Kemajuan program
            sources: [S1]

    Right:

        # team.yaml
        agencies:
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}
        bodies:
          - {id: tim, kind: executive_team, name: Tim Pelaksana, sources: [S1]}
        meetings:
          - {date: 2025-03-10, body: tim, topic: Kemajuan program, sources: [S1]}
          - {date: 2025-04-10, body: tim, agencies: [kominfo], topic: Data program, sources: [S1]}
    """
    teams = [body for body in team.bodies if body.kind_ == "executive_team"]
    for body in teams:
        met = [
            meeting
            for meeting in team.meetings
            if meeting.body == body.id
            and meeting.date.first <= plan.as_of
            and months_passed(meeting.date.last, plan.as_of) < _MONTHS
        ]
        if met and not any(meeting.agencies for meeting in met):
            last = max(met, key=lambda meeting: meeting.date)
            yield found(last.at("date"), body=called(body), date=spoken(last.date))


_MONTHS = 12

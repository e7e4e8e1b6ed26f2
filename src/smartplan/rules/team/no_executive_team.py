"""TEA002: a plan without an executive team."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.framework import BodyKind
from smartplan.stages.team import Team


@rule(
    "TEA002",
    Severity.WARNING,
    message=Text(
        "belum ada {executive}",
        "there is no {executive}",
    ),
    hint=Text(
        "tambahkan badan dengan `kind: executive_team` di `bodies`",
        "add a body of `kind: executive_team` to `bodies`",
    ),
    why=Text(
        "Tim pelaksana menjalankan rencana dan melaporkan kemajuannya. Fungsi dan rapatnya "
        "dengan perangkat daerah dinilai setiap tahun.",
        "The executive team carries the plan out and reports. Its work and its meetings with "
        "the agencies are scored every year.",
    ),
    about=Text(
        "belum ada tim pelaksana",
        "there is no executive team",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); butir baseline tentang rapat tim, butir "
        "output tentang hasil kerjanya",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline item on team meetings, "
        "output item on its work",
    ),
    absence=True,
)
def no_executive_team(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        agencies:  # TEA002
          - {id: kominfo, name: Dinas Kominfo, sources: [S1]}

    Right:

        # team.yaml
        bodies:
          - {id: tim, kind: executive_team, name: Tim Pelaksana, sources: [S1]}
    """
    wanted = plan.find("body_kind", "executive_team")
    there = any(body.kind_ == "executive_team" for body in team.bodies)
    if isinstance(wanted, BodyKind) and not there:
        yield found(team.at_key("bodies"), executive=names([wanted]))

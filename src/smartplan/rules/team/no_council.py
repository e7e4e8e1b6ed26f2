"""TEA001: a plan without a council."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.framework import BodyKind
from smartplan.stages.team import Team


@rule(
    "TEA001",
    Severity.WARNING,
    message=Text(
        "belum ada {council}",
        "there is no {council}",
    ),
    hint=Text(
        "tambahkan badan dengan `kind: council` di `bodies`",
        "add a body of `kind: council` to `bodies`",
    ),
    why=Text(
        "Dewan memberi arah, menerima hasil pemantauan, dan menjadi penghubung dengan pihak "
        "luar pemerintah. Fungsi dan rapatnya dinilai setiap tahun.",
        "The council gives direction, takes up what monitoring finds and is the link to those"
        " outside government. Its work and its meetings are scored every year.",
    ),
    about=Text(
        "belum ada dewan",
        "there is no council",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); butir baseline tentang rapat dewan, "
        "butir output tentang hasil kerjanya; tugas dewan Wonosobo 2019 "
        "(https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline item on council "
        "meetings, output item on its work; duties of the council of Wonosobo 2019 "
        "(https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk)",
    ),
    absence=True,
)
def no_council(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:  # TEA001
          - {id: tim, kind: executive_team, name: Tim Pelaksana, sources: [S1]}

    Right:

        # team.yaml
        bodies:
          - {id: dewan, kind: council, name: Dewan Smart City, sources: [S1]}
    """
    wanted = plan.find("body_kind", "council")
    if isinstance(wanted, BodyKind) and all(body.kind_ != "council" for body in team.bodies):
        yield found(team.at_key("bodies"), council=names([wanted]))

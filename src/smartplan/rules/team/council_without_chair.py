"""TEA010: a council that nobody chairs."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names, titled
from smartplan.stages.framework import BodyKind
from smartplan.stages.team import Team


@rule(
    "TEA010",
    Severity.WARNING,
    message=Text(
        "{kind} `{body}` ({name}) belum memiliki ketua",
        "the {kind} `{body}` ({name}) has no chair",
    ),
    hint=Text(
        "beri satu anggota `role: chair`, menurut keputusan pembentukannya",
        "give one member `role: chair`, as the decree has it",
    ),
    why=Text(
        "Badan tanpa ketua tidak mengundang rapat. Rapat dewan dan tim pelaksana termasuk "
        "bukti yang diminta setiap tahun.",
        "A body without a chair calls no meetings. Meetings of council and team are evidence "
        "asked for every year.",
    ),
    about=Text(
        "badan `…` belum memiliki ketua",
        "the body `…` has no chair",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); keputusan dewan Wonosobo 2019 "
        "(https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); decree of the council of Wonosobo "
        "2019 (https://diskominfo.wonosobokab.go.id/detail/Dewan-Smart-City-Terbentuk)",
    ),
    absence=True,
)
def council_without_chair(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan  # TEA010
            kind: council
            name: Dewan Smart City
            members:
              - {office: Sekretaris Daerah, sector: government, role: member}
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: chair}
            sources: [S1]
    """
    for body in team.bodies:
        kind = plan.find("body_kind", body.kind_)
        if body.kind_ not in ("council", "executive_team") or not isinstance(kind, BodyKind):
            continue
        if body.members and all(member.role != "chair" for member in body.members):
            yield found(body.at(), body=body.id, name=titled(body), kind=names([kind]))

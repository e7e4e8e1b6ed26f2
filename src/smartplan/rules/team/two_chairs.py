"""TEA017: a body with two chairs."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names, titled
from smartplan.stages.framework import BodyKind
from smartplan.stages.team import Team


@rule(
    "TEA017",
    Severity.WARNING,
    message=Text(
        "{kind} `{body}` ({name}) memiliki dua ketua: {first} dan {second}",
        "the {kind} `{body}` ({name}) has two chairs: {first} and {second}",
    ),
    hint=Text(
        "beri `role: chair` kepada satu anggota saja, menurut keputusan pembentukannya; wakilnya "
        "`role: vice_chair`",
        "give one member alone `role: chair`, as the decree has it; the deputy is `role: "
        "vice_chair`",
    ),
    why=Text(
        "Satu badan dipimpin satu ketua. Ketua kedua biasanya anggota yang perannya tersalin "
        "dari baris di atasnya.",
        "One body has one chair. A second is usually a member whose role was copied from the "
        "line above.",
    ),
    about=Text(
        "badan `…` memiliki dua ketua",
        "the body `…` has two chairs",
    ),
    basis="our judgement",
)
def two_chairs(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: chair}
              - office: Sekretaris Daerah
                sector: government
                role: chair  # TEA017
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: chair}
              - {office: Sekretaris Daerah, sector: government, role: vice_chair}
            sources: [S1]
    """
    for body in team.bodies:
        chairs = [member for member in body.members if member.role == "chair"]
        for other in chairs[1:]:
            kind = plan.find("body_kind", body.kind_)
            there = Related(chairs[0].at("role"), Text("ketua yang lain", "the other chair"))
            yield found(
                other.at("role"),
                also=(there,),
                kind=names([kind] if isinstance(kind, BodyKind) else []),
                body=body.id,
                name=titled(body),
                first=chairs[0].office,
                second=other.office,
            )

"""TEA008: a workshop that left no recorded outcome."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.team import Team


@rule(
    "TEA008",
    Severity.NOTE,
    message=Text(
        "bimtek `{workshop}` ({title}) belum memiliki catatan hasil",
        "workshop `{workshop}` ({title}) has no recorded outcome",
    ),
    hint=Text(
        "tulis hasilnya di `outcomes` atau keputusannya di `decisions`",
        "write what came of it in `outcomes` or `decisions`",
    ),
    why=Text(
        "Hasil setiap tahap menjadi bahan tahap berikutnya, dan buku memuatnya sebagai jejak "
        "penyusunan.",
        "What a stage yields feeds the next, and the book tells it as the trail of how the "
        "plan came about.",
    ),
    basis="our judgement",
)
def workshop_without_outcome(team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        workshops:
          - id: bimtek-1  # TEA008
            stage: "1"
            title: Bimtek I
            start: 2023-07-05
            sources: [S1]

    Right:

        # team.yaml
        workshops:
          - id: bimtek-1
            stage: "1"
            title: Bimtek I
            start: 2023-07-05
            outcomes: [Daftar data terkumpul]
            sources: [S1]
          - {id: bimtek-2, stage: "2", title: Bimtek, start: 2025-09, state: planned, sources: [S1]}
    """
    for workshop in team.workshops:
        if workshop.state == "held" and not workshop.outcomes and not workshop.decisions:
            yield found(workshop.at(), workshop=workshop.id, title=titled(workshop))

"""TEA006: a workshop that ends before it begins."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.team import Team


@rule(
    "TEA006",
    Severity.ERROR,
    message=Text(
        "bimtek `{workshop}` ({title}) selesai {end}, sebelum mulai {start}",
        "workshop `{workshop}` ({title}) ends {end}, before it starts {start}",
    ),
    hint=Text(
        "tukar atau perbaiki `start` dan `end`",
        "swap or mend `start` and `end`",
    ),
    why=Text(
        "Buku memuat waktu bimbingan teknis. Waktu yang terbalik adalah keterangan yang salah.",
        "The book tells when a workshop was held. A time that runs backwards is false.",
    ),
    basis="our judgement",
)
def workshop_ends_before_start(team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        workshops:
          - id: bimtek-1
            stage: "1"
            title: Bimtek tahap I
            start: 2023-07-06
            end: 2023-07-05  # TEA006
            sources: [S1]

    Right:

        # team.yaml
        workshops:
          - id: bimtek-1
            stage: "1"
            title: Bimtek tahap I
            start: 2023-07-05
            end: 2023-07
            sources: [S1]
    """
    for workshop in team.workshops:
        end = workshop.end
        if end is not None and end.last < workshop.start.first:
            there = Related(workshop.at("start"), Text("mulainya", "its start"))
            yield found(
                workshop.at("end"),
                also=(there,),
                workshop=workshop.id,
                title=titled(workshop),
                start=spoken(workshop.start),
                end=spoken(end),
            )

"""TEA007: workshops held in another order than their stages."""

from collections.abc import Iterator
from itertools import pairwise

from smartplan.diagnostics import Related, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names, spoken, titled
from smartplan.stages.team import Team


@rule(
    "TEA007",
    Severity.WARNING,
    message=Text(
        "bimtek `{workshop}` ({title}, {stage}) dimulai {start}, sebelum `{other}` "
        "({other_title}, {earlier}) selesai {end}",
        "workshop `{workshop}` ({title}, {stage}) starts {start}, before `{other}` "
        "({other_title}, {earlier}) ends {end}",
    ),
    hint=Text(
        "periksa tanggal atau `stage` kedua bimtek",
        "check the dates or the `stage` of both",
    ),
    why=Text(
        "Setiap tahap memakai hasil tahap sebelumnya: kesiapan, lalu visi dan program, lalu "
        "peta jalan, lalu telaah buku.",
        "Each stage uses the result of the one before: readiness, then vision and programs, "
        "then the road map, then the review of the books.",
    ),
    about=Text(
        "bimtek `…` dimulai sebelum bimtek pendahulunya selesai",
        "workshop `…` starts before the one that precedes it ends",
    ),
    basis=Text(
        "isi keempat bimtek, misalnya Bangli 2024 "
        "(https://aptika.kominfo.go.id/2024/06/siap-menuju-kota-cerdas-bangli-ikuti-bimtek-tahap-1-penyusunan-masterplan-smart-city)",
        "contents of the four workshops, for example Bangli 2024 "
        "(https://aptika.kominfo.go.id/2024/06/siap-menuju-kota-cerdas-bangli-ikuti-bimtek-tahap-1-penyusunan-masterplan-smart-city)",
    ),
)
def workshops_out_of_order(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        workshops:
          - {id: bimtek-1, stage: "1", title: Bimtek, start: 2023-07-05, end: 2023-07-06}
          - id: bimtek-2
            stage: "2"
            title: Bimtek II
            start: 2023-06-05  # TEA007
            sources: [S1]

    Right:

        # team.yaml
        workshops:
          - {id: bimtek-1, stage: "1", title: Bimtek, start: 2023-07-05, end: 2023-07-06}
          - {id: bimtek-2, stage: "2", title: Bimtek II, start: 2023-07, sources: [S1]}
    """
    stages = plan.framework.workshop_stages
    rank = {stage.id: place for place, stage in enumerate(stages)}
    held = sorted(
        (workshop for workshop in team.workshops if workshop.stage in rank),
        key=lambda workshop: rank[workshop.stage],
    )
    for other, workshop in pairwise(held):
        end = other.end or other.start
        if other.stage != workshop.stage and workshop.start.last < end.first:
            there = Related(other.at("end" if other.end else "start"), _LABEL)
            yield found(
                workshop.at("start"),
                also=(there,),
                workshop=workshop.id,
                title=titled(workshop),
                stage=names([stages[rank[workshop.stage]]]),
                start=spoken(workshop.start),
                other=other.id,
                other_title=titled(other),
                earlier=names([stages[rank[other.stage]]]),
                end=spoken(end),
            )


_LABEL = Text("tahap sebelumnya", "the stage before")

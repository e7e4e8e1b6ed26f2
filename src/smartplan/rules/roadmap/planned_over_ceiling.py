"""ROA001: more money planned than may be spent."""

from collections.abc import Iterator

from smartplan.diagnostics import Location, Related, Severity
from smartplan.figures.budget import ceiling_uses
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import money, names, several
from smartplan.stages.framework import Fund
from smartplan.stages.programs import Program, Programs
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA001",
    Severity.ERROR,
    message=Text(
        "rencana anggaran {year} sebesar {planned} melampaui pagu{fund} {ceiling}, lebih {excess}",
        "the money planned for {year}, {planned}, exceeds the ceiling{fund} of {ceiling} by "
        "{excess}",
    ),
    hint=Text(
        "kurangi atau geser anggaran program yang paling besar, yaitu {heaviest}; atau ubah "
        "pagu beserta dasarnya",
        "cut or move the money of the heaviest programs, {heaviest}; or change the "
        "ceiling and what it rests on",
    ),
    why=Text(
        "Peta jalan yang melampaui pagu tidak akan dibiayai, dan urutan kerjanya menjadi "
        "tidak benar.",
        "A road map above its ceiling will not be paid for, and the order of work it shows "
        "becomes untrue.",
    ),
    about=Text(
        "anggaran yang direncanakan melampaui pagu",
        "the money planned exceeds the ceiling",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); komitmen anggaran dinilai dalam bagian "
        "output",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); budget commitment is scored in "
        "the output section",
    ),
)
def planned_over_ceiling(plan: Plan, roadmap: Roadmap, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        ceilings:
          - {year: 2025, amount: 4000000000, basis: proposal}
          - year: 2026
            amount: 900000000  # ROA001
            basis: proposal

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2026, amount: 600000000, fund: apbd, kind: planned, basis: proposal}
          - id: loket
            name: Loket daring
            dimension: governance
            budget:
              - {year: 2026, amount: 400000000, fund: apbd, kind: planned, basis: proposal}

    Right:

        # roadmap.yaml
        ceilings:
          - {year: 2026, amount: 900000000, fund: apbd, basis: proposal}

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2026, amount: 600000000, fund: apbd, kind: planned, basis: proposal}
          - id: loket
            name: Loket daring
            dimension: governance
            budget:
              - {year: 2026, amount: 400000000, fund: csr, kind: planned, basis: proposal}
    """
    for use in ceiling_uses(plan) if roadmap.ceilings and programs.programs else ():
        if use.exceeded:
            heaviest = use.programs[:_SHOWN]
            also = tuple(
                Related(_place(program, use.ceiling.year), _label(program, amount))
                for program, amount in heaviest
            )
            yield found(
                use.ceiling.at("amount"),
                also=also,
                year=str(use.ceiling.year),
                fund=_fund(plan, use.ceiling.fund),
                planned=money(use.planned),
                ceiling=money(use.ceiling.amount),
                excess=money(-use.remaining),
                heaviest=several(program for program, _ in heaviest),
            )


_SHOWN = 3
"""Programs pointed at for one ceiling."""


def _fund(plan: Plan, fund: str | None) -> Text:
    found_ = plan.find("fund", fund or "")
    if not isinstance(found_, Fund):
        return Text("", "")
    name = names([found_])
    return Text(f" {name.indonesian}", f" for {name.english}")


def _place(program: Program, year: int) -> Location:
    """Where a program plans money for a year."""
    planned = (line for line in program.budget if line.kind_ == "planned" and line.year == year)
    return next(planned).at("amount")


def _label(program: Program, amount: int) -> Text:
    told, name = money(amount), called(program)
    return Text(
        f"{name.indonesian} merencanakan {told.indonesian}", f"{name.english} plans {told.english}"
    )

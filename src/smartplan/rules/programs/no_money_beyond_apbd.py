"""PRG020: a plan paid for by the regional budget alone."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.budget import regional_funds
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import several
from smartplan.stages.programs import Programs


@rule(
    "PRG020",
    Severity.WARNING,
    message=Text(
        "seluruh anggaran berasal dari APBD ({lines} butir); tidak ada sumber dana lain",
        "all money comes from the regional budget (lines: {lines}); there is no other fund",
    ),
    hint=Text(
        "catat pembiayaan lain yang mungkin di `fund`: {others}",
        "record what else may pay in `fund`: {others}",
    ),
    why=Text(
        "Pembiayaan di luar APBD dinilai tersendiri, dan penilai menyarankan CSR, relawan, "
        "dan lembaga swadaya masyarakat.",
        "Money from outside the regional budget is scored on its own, and assessors advised "
        "CSR, volunteers and NGOs.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian output, butir pembiayaan di luar "
        "APBD; saran penilai kepada Muara Enim 2023",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); output section, item on funding "
        "outside the APBD; assessors' advice to Muara Enim 2023",
    ),
    absence=True,
)
def no_money_beyond_apbd(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:  # PRG020
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000000, fund: apbd, kind: planned, basis: proposal}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            budget:
              - {year: 2025, amount: 150000000, fund: apbd, kind: planned, basis: proposal}
              - {year: 2025, amount: 50000000, fund: csr, kind: estimate, basis: proposal}
    """
    used = [line.fund for program in programs.programs for line in program.budget]
    if used and set(used) <= set(regional_funds(plan)):
        others = [fund for fund in plan.framework.funds if fund.regional == "false"]
        place = programs.at_key("programs")
        yield found(place, lines=len(used), others=several(others))

"""PRG010: a program nobody can measure."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import state_of
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.monev import Monev
from smartplan.stages.programs import Programs


@rule(
    "PRG010",
    Severity.WARNING,
    message=Text(
        "program `{program}` ({name}) belum diukur oleh indikator mana pun",
        "no indicator measures the program `{program}` ({name})",
    ),
    hint=Text(
        "tambahkan `{program}` pada `measures` sebuah indikator di tahap monev",
        "add `{program}` to the `measures` of an indicator in the monev stage",
    ),
    why=Text(
        "Program tanpa indikator hilang dari pemantauan, dan tidak ada yang tahu bila ia terhenti.",
        "A program without an indicator drops out of monitoring, and nobody notices when it "
        "stalls.",
    ),
    basis="our judgement",
    absence=True,
)
def program_without_indicator(plan: Plan, programs: Programs, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG010
            name: Portal layanan
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
          - id: siaran
            name: Siaran desa
            dimension: governance
            progress: [{year: 2024, state: stopped, sources: [S1]}]

        # monev.yaml
        indicators:
          - id: layanan
            name: Layanan daring
            level: outcome
            measures: [portal]
            unit: persen
            formula: rising
            baseline: {year: 2023, value: 40, sources: [S1]}
    """
    measured = {id_ for indicator in monev.indicators for id_ in indicator.measures}
    for program in programs.programs:
        if program.id not in measured and state_of(plan, program) not in ("stopped", "merged"):
            yield found(program.at(), program=program.id, name=titled(program))

"""PRG028: an application of which only the making is measured."""

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
    "PRG028",
    Severity.WARNING,
    message=Text(
        "program aplikasi `{program}` ({name}) hanya diukur dengan indikator keluaran",
        "the application program `{program}` ({name}) is measured by output alone",
    ),
    hint=Text(
        "tambahkan indikator hasil, misalnya pemakai aktif atau waktu layanan, dengan "
        "`measures: [{program}]`",
        "add an outcome, such as active users or time of service, with `measures: [{program}]`",
    ),
    why=Text(
        "Penilai meminta agar kota cerdas tidak disamakan dengan aplikasi. Aplikasi yang jadi"
        " tetapi tidak dipakai tidak mengubah apa pun.",
        "Assessors ask not to equate a smart city with applications. One that is made and not"
        " used changes nothing.",
    ),
    basis=(
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); advice of the assessors"
    ),
    absence=True,
)
def application_without_effect(plan: Plan, programs: Programs, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal  # PRG028
            name: Portal layanan
            dimension: governance
            family: application

        # monev.yaml
        indicators:
          - id: aplikasi
            name: Aplikasi yang dibuat
            level: output
            measures: [portal]
            unit: aplikasi
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            family: application

        # monev.yaml
        indicators:
          - id: aplikasi
            name: Aplikasi yang dibuat
            level: output
            measures: [portal]
            unit: aplikasi
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}
          - id: pemakai
            name: Pemakai aktif
            level: outcome
            measures: [portal]
            unit: orang
            formula: rising
            baseline: {year: 2023, value: 0, sources: [S1]}
    """
    levels: dict[str, set[str]] = {}
    for indicator in monev.indicators:
        for id_ in indicator.measures:
            levels.setdefault(id_, set()).add(indicator.level)
    for program in programs.programs:
        over = state_of(plan, program) in ("stopped", "merged")
        plain = program.family == "application" and program.quick_win is None
        if plain and levels.get(program.id) == {"output"} and not over:
            yield found(program.at(), program=program.id, name=titled(program))

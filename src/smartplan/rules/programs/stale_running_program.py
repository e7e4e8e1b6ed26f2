"""PRG021: a running program nobody has reported on for a year."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.programs import latest_progress
from smartplan.figures.spans import months_passed
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.programs import Programs


@rule(
    "PRG021",
    Severity.NOTE,
    message=Text(
        "program `{program}` ({name}) disebut berjalan, tetapi kabar terakhirnya {last}",
        "program `{program}` ({name}) is called running, but was last reported on in {last}",
    ),
    hint=Text(
        "tambahkan butir `progress` yang lebih baru, atau ubah keadaannya menjadi `done` atau"
        " `stopped`",
        "add a newer entry of `progress`, or change its state to `done` or `stopped`",
    ),
    why=Text(
        "Layanan kerap diluncurkan lalu mati tanpa diketahui. Kabar yang lebih tua dari "
        "setahun tidak membuktikan bahwa program masih berjalan.",
        "Services are often launched and then die unnoticed. News more than a year old does "
        "not show that a program still runs.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); jumlah program yang masih berjalan "
        "dihitung setiap tahun",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the number of programs still "
        "running is counted each year",
    ),
    dated=True,
)
def stale_running_program(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            progress:
              - {year: 2023-05, state: planned, sources: [S1]}
              - {year: 2024-05, state: running, sources: [S1]}  # PRG021

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            progress:
              - {year: 2024, state: running, sources: [S1]}
          - id: loket
            name: Loket daring
            dimension: governance
            progress:
              - {year: 2023, state: done, sources: [S1]}
    """
    for program in programs.programs:
        latest = latest_progress(plan, program)
        if latest is None or latest.state != "running":
            continue
        if months_passed(latest.year.last, plan.as_of) >= _MONTHS:
            last = spoken(latest.year)
            yield found(latest.at("year"), program=program.id, name=titled(program), last=last)


_MONTHS = 12

"""PRG025: two programs with nearly the same name."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.namesakes import namesakes
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG025",
    Severity.WARNING,
    message=Text(
        "nama program `{program}` ({name}) hampir sama dengan {other}",
        "the name of program `{program}` ({name}) is nearly that of {other}",
    ),
    hint=Text(
        "gabungkan kedua program, atau beri nama yang menunjukkan bedanya",
        "merge the two, or name them by what sets them apart",
    ),
    why=Text(
        "Program kembar dihitung dua kali dan memecah anggaran. Pemborosan karena aplikasi "
        "yang sama adalah temuan lama di pemerintahan.",
        "Twin programs are counted twice and split the money. Applications that do the same "
        "are an old finding in government.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; sebuah kementerian mendapati 65 % aplikasi "
        "pemerintah kembar pada 2017 "
        "(https://viva.co.id/digital/digilife/949390-65-persen-aplikasi-sama-smart-city-dianggap-boros)",
        "our judgement; a ministry found 65 % of government applications to be duplicates in "
        "2017 "
        "(https://viva.co.id/digital/digilife/949390-65-persen-aplikasi-sama-smart-city-dianggap-boros)",
    ),
)
def similar_program_names(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal Layanan Terpadu
            dimension: governance
          - id: portal-baru
            name: Portal layanan terpadu.  # PRG025
            dimension: governance

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan terpadu
            dimension: governance
          - id: loket
            name: Loket keliling desa
            dimension: governance
    """
    for program, twin in namesakes(plan).pairs if programs.programs else ():
        there = Related(twin.at("name"), Text("yang pertama di sini", "the first is here"))
        yield found(
            program.at("name"),
            also=(there,),
            program=program.id,
            other=called(twin),
            name=titled(program),
        )

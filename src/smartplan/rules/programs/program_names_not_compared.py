"""PRG031: so many programs that not all names were compared."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.namesakes import namesakes
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Programs


@rule(
    "PRG031",
    Severity.NOTE,
    message=Text(
        "mulai program `{program}` ({name}), nama program tidak lagi dibandingkan dengan nama "
        "program lain",
        "from program `{program}` ({name}) on, names are no longer compared with those of other "
        "programs",
    ),
    hint=Text(
        "program sebanyak atau semirip ini biasanya kegiatan dari beberapa program: tulis "
        "sebagai `activities` di bawah programnya",
        "so many programs, or so many that are alike, are mostly the activities of a few: write "
        "them as `activities` below their programs",
    ),
    why=Text(
        "Nama program dibandingkan satu dengan yang lain untuk menemukan program kembar "
        "(PRG025). Untuk ribuan program, atau ratusan yang namanya tersusun dari kata-kata yang "
        "sama, pemeriksaan itu dihentikan sebelum menjadi lama.",
        "Names of programs are compared with each other to find twins (PRG025). With thousands "
        "of programs, or hundreds named with the same words, that ends before it takes long.",
    ),
    about=Text(
        "program terlalu banyak: sebagian nama tidak dibandingkan",
        "too many programs: some names are not compared",
    ),
    basis="our judgement",
)
def program_names_not_compared(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """Where comparing ended; no example is short enough to read."""
    first = namesakes(plan).beyond if programs.programs else None
    if first is not None:
        yield found(first.at("name"), program=first.id, name=titled(first))

"""PRG025: two programs with nearly the same name."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.nearest import fold
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.programs import Program, Programs


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
def similar_program_names(programs: Programs) -> Iterator[Finding]:
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
    earlier: dict[tuple[str, str], list[tuple[str, Program]]] = {}
    for program in programs.programs:
        name = fold(program.name)
        rooms = [earlier.setdefault(key, []) for key in _keys(name)]
        twin = next((other for room in rooms for told, other in room if _alike(name, told)), None)
        if twin is not None:
            there = Related(twin.at("name"), Text("yang pertama di sini", "the first is here"))
            yield found(
                program.at("name"),
                also=(there,),
                program=program.id,
                other=called(twin),
                name=titled(program),
            )
        for room in rooms:
            room.append((name, program))


_ALIKE = 0.9


def _keys(name: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Only names that begin or end alike are compared, and only with the same digits."""
    digits = "".join(character for character in name if character.isdigit())
    return (digits, name[:4]), (digits, name[-4:])


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    close = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
    return close and matcher.ratio() >= _ALIKE

"""PRG019: spaces in a nomenclature code."""

import re
from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.replacement import instead
from smartplan.rules.affairs import without_spare_blanks
from smartplan.rules.rule import Finding, found, rule
from smartplan.source import location
from smartplan.stages.programs import Programs


@rule(
    "PRG019",
    Severity.NOTE,
    message=Text(
        "kode nomenklatur `{code}` memuat spasi",
        "the nomenclature code `{code}` contains spaces",
    ),
    hint=Text(
        "tulis `{clean}`",
        "write `{clean}`",
    ),
    why=Text(
        "Kode yang disalin dari tabel kerap membawa spasi, dan pencarian menurut kode lalu "
        "tidak menemukannya.",
        "Codes copied from tables often bring spaces along, and a search by code then misses them.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan, berdasarkan data anggaran terbuka yang memuat spasi "
        "di belakang",
        "our judgement, after public budget data with trailing spaces",
    ),
)
def nomenclature_spaces(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["2.16.03.2.02.0035 "]  # PRG019

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["2.16.03.2.02.0035"]
    """
    for program in programs.programs:
        for position, code in enumerate(program.nomenclature):
            clean = without_spare_blanks(code)
            if clean != code and not re.search(r"\s", clean):
                node = program.node_at("nomenclature", position)
                fix = instead(node, clean, safe=True, quoted=True)
                yield found(location(node), fix=fix, code=code, clean=clean)

"""PRG030: a nomenclature code of an affair that is in no list."""

import re
from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.affairs import affair_of, affairs_of, perhaps_affair
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.programs import Programs


@rule(
    "PRG030",
    Severity.WARNING,
    message=Text(
        "kode nomenklatur `{code}` diawali `{affair}`, yang bukan kode bidang urusan yang dikenal",
        "the nomenclature code `{code}` begins with `{affair}`, which is no known code of a "
        "government affair",
    ),
    hint=Text(
        "periksa kodenya dalam dokumen anggaran; `X.XX` berarti urusan mana pun",
        "check the code in the budget papers; `X.XX` stands for any affair",
    ),
    why=Text(
        "Kode yang benar menghubungkan program dengan dokumen anggaran perangkat daerah. "
        "Kode dengan urusan yang tidak ada tidak akan ditemukan di sana.",
        "The right code ties a program to the agency's budget papers. A code of an affair "
        "that does not exist will not be found there.",
    ),
    basis=Text(
        "Permendagri 90/2019 beserta pemutakhirannya "
        "(https://id.scribd.com/document/569153341) dan UU 23/2014; kerangka menyebut sumber "
        "daftarnya",
        "Permendagri 90/2019 with its updates (https://id.scribd.com/document/569153341) and "
        "Law 23/2014; the framework names the source of its list",
    ),
)
def nomenclature_of_no_affair(plan: Plan, programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["9.99.03.2.02.0035"]  # PRG030

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["2.16.03.2.02.0035", "X.XX.01"]
    """
    known = affairs_of(plan)
    for program in programs.programs if known else ():
        for position, code in enumerate(program.nomenclature):
            affair = affair_of(code)
            if affair not in known and _CODE.fullmatch(affair):
                yield found(
                    program.at("nomenclature", position),
                    hint=perhaps_affair(known, affair),
                    code=code,
                    affair=affair,
                )


_CODE = re.compile(r"[0-9]\.[0-9]{2}")
"""What has another form is told by the rule on forms."""

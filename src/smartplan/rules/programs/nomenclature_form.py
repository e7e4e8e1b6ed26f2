"""PRG018: a nomenclature code of no known form."""

import re
from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.affairs import without_spare_blanks
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.programs import Programs


@rule(
    "PRG018",
    Severity.WARNING,
    message=Text(
        "kode nomenklatur `{code}` tidak berbentuk program, kegiatan, atau subkegiatan",
        "the nomenclature code `{code}` does not have the form of a program, activity or "
        "sub-activity",
    ),
    hint=Text(
        "tulis seperti `2.16.03` (program), `2.16.03.2.02` (kegiatan), atau "
        "`2.16.03.2.02.0035` (subkegiatan)",
        "write it like `2.16.03` (program), `2.16.03.2.02` (activity) or `2.16.03.2.02.0035` "
        "(sub-activity)",
    ),
    why=Text(
        "Kode yang benar menghubungkan program dengan dokumen anggaran perangkat daerah. "
        "Subkegiatan ditulis dengan dua angka sampai 2022 dan dengan empat angka sesudahnya.",
        "The right code ties a program to the agency's budget papers. Sub-activities have two"
        " digits up to 2022 and four since.",
    ),
    basis=Text(
        "Permendagri 90/2019 beserta pemutakhirannya "
        "(https://id.scribd.com/document/569153341); bentuk kode dibaca dari dokumen anggaran "
        "2020 sampai 2024",
        "Permendagri 90/2019 with its updates (https://id.scribd.com/document/569153341); "
        "forms read from budget papers of 2020 to 2024",
    ),
)
def nomenclature_form(programs: Programs) -> Iterator[Finding]:
    """
    Wrong:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature:
              - "2.16.3.2.2"  # PRG018
              - "2 16 03 2.02"  # PRG018

    Right:

        # programs.yaml
        programs:
          - id: portal
            name: Portal layanan
            dimension: governance
            nomenclature: ["2.16.03", "2.16.03.2.02.09", "2.16.03.2.02.0035", "X.XX.01.2.05"]
    """
    for program in programs.programs:
        for position, code in enumerate(program.nomenclature):
            if not _FORM.fullmatch(without_spare_blanks(code)):
                hint = _DOTS if re.search(r"\s", code.strip()) else None
                yield found(program.at("nomenclature", position), hint=hint, code=code)


_DOTS = Text(
    "tulis titik di antara bagian kode, bukan spasi, misalnya `2.16.03.2.02.0035`",
    "write dots between the parts of the code, not blanks, such as `2.16.03.2.02.0035`",
)
_FORM = re.compile(
    r"([0-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}(\.[0-9]\.[0-9]{2}(\.[0-9]{2}|\.[0-9]{4})?)?",
    re.IGNORECASE,
)
"""An affair's code, then program, activity, sub-activity; `X.XX` stands for any affair."""

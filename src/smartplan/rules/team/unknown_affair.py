"""TEA016: an agency that carries an affair which is in no list."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.affairs import affairs_of, perhaps_affair
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.team import Team


@rule(
    "TEA016",
    Severity.WARNING,
    message=Text(
        "`{code}`, urusan yang diampu {agency}, bukan kode bidang urusan yang dikenal",
        "`{code}`, an affair of {agency}, is no known code of a government affair",
    ),
    hint=Text(
        "tulis kode bidang urusan menurut Permendagri 90/2019, misalnya `2.16` untuk Komunikasi "
        "dan Informatika",
        "write the code of the affair after Permendagri 90/2019, such as `2.16` for Komunikasi dan "
        "Informatika",
    ),
    why=Text(
        "Kode nomenklatur program dicocokkan dengan urusan yang diampu perangkat daerah. Kode "
        "urusan yang salah membuat setiap kode program yang benar tampak salah.",
        "The nomenclature codes of programs are held against the affairs that an agency carries. "
        "A wrong code here makes every right one there look wrong.",
    ),
    about=Text(
        "urusan perangkat daerah bukan kode bidang urusan yang dikenal",
        "an agency's affair is no known code of a government affair",
    ),
    basis=Text(
        "Permendagri 90/2019 beserta pemutakhirannya "
        "(https://id.scribd.com/document/569153341) dan UU 23/2014; kerangka menyebut sumber "
        "daftarnya",
        "Permendagri 90/2019 with its updates (https://id.scribd.com/document/569153341) and "
        "Law 23/2014; the framework names the source of its list",
    ),
)
def unknown_affair(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        agencies:
          - id: kominfo
            name: Dinas Kominfo
            affairs:
              - "9.99"  # TEA016
              - abc  # TEA016
            sources: [S1]

    Right:

        # team.yaml
        agencies:
          - id: kominfo
            name: Dinas Kominfo
            affairs: ["2.16", "2.20", "2.21"]
            sources: [S1]
    """
    known = affairs_of(plan)
    if not known:
        return
    for agency in team.agencies:
        for position, code in enumerate(agency.affairs):
            if code not in known:
                yield found(
                    agency.at("affairs", position),
                    hint=perhaps_affair(known, code),
                    code=code,
                    agency=called(agency),
                )

"""REA001: elements of readiness the plan says nothing of."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.readiness import elements_unassessed
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.readiness import Readiness


@rule(
    "REA001",
    Severity.WARNING,
    message=Text(
        "{count} unsur kesiapan belum dinilai: {elements}",
        "elements of readiness not assessed ({count}): {elements}",
    ),
    hint=Text(
        "tambahkan temuan tiap unsur di `elements`",
        "add a finding for each in `elements`",
    ),
    why=Text(
        "Analisis kesiapan meliputi struktur, infrastruktur, dan suprastruktur. Unsur yang "
        "dilewati tampak sebagai lubang dalam Buku I.",
        "The analysis covers structure, infrastructure and superstructure. What is skipped "
        "shows as a hole in Book I.",
    ),
    basis=Text(
        "daftar isi Buku I Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
        "contents of Book I of Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
    ),
    absence=True,
)
def element_not_assessed(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        elements:  # REA001
          - {element: people, finding: Aparatur terlatih masih sedikit., sources: [S1]}

    Right:

        # readiness.yaml
        elements:
          - {element: people, finding: Aparatur terlatih masih sedikit., sources: [S1]}
          - {element: finance, finding: Anggaran berasal dari daerah., sources: [S1]}
          - {element: government, finding: Data tersebar., sources: [S1]}
          - {element: physical, finding: Jalan utama baik., sources: [S1]}
          - {element: digital, finding: Sebagian dusun belum terjangkau., sources: [S1]}
          - {element: social, finding: Ruang publik belum merata., sources: [S1]}
          - {element: policy, finding: Peraturan pokok tersedia., sources: [S1]}
          - {element: institutions, finding: Dewan telah dibentuk., sources: [S1]}
          - {element: implementation, finding: Program berjalan., sources: [S1]}
    """
    without = elements_unassessed(plan)
    if without:
        place = readiness.at_key("elements")
        yield found(place, count=len(without), elements=names(without))

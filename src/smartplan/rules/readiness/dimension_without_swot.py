"""REA013: dimensions without a SWOT matrix."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.readiness import dimensions_without_swot
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.readiness import Readiness


@rule(
    "REA013",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki analisis SWOT: {dimensions}",
        "dimensions without a SWOT analysis ({count}): {dimensions}",
    ),
    hint=Text(
        "tambahkan matriks tiap dimensi di `swot`",
        "add a matrix for each dimension to `swot`",
    ),
    why=Text(
        "Buku I memuat strategi SO, WO, ST, dan WT untuk setiap dimensi.",
        "Book I holds the SO, WO, ST and WT strategies of every dimension.",
    ),
    basis=Text(
        "daftar isi Buku I Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
        "contents of Book I of Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
    ),
    absence=True,
)
def dimension_without_swot(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        swot:  # REA013
          - dimension: governance
            strengths: [{id: s-1, text: Aparatur bersemangat, sources: [S1]}]

    Right:

        # readiness.yaml
        swot:
          - {dimension: governance}
          - {dimension: branding}
          - {dimension: economy}
          - {dimension: living}
          - {dimension: society}
          - {dimension: environment}
    """
    without = dimensions_without_swot(plan)
    if without:
        place = readiness.at_key("swot")
        yield found(place, count=len(without), dimensions=names(without))

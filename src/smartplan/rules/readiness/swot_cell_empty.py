"""REA007: a SWOT matrix with an empty cell."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import ids, listing, named
from smartplan.stages.readiness import Readiness


@rule(
    "REA007",
    Severity.WARNING,
    message=Text(
        "matriks SWOT dimensi {dimension} belum memuat {cells}",
        "the SWOT matrix of {dimension} has no {cells}",
    ),
    hint=Text(
        "isi {keys}",
        "fill in {keys}",
    ),
    why=Text(
        "Strategi SO, WO, ST, dan WT memadukan dua sel. Sel yang kosong membuat dua strategi "
        "tidak dapat disusun.",
        "The SO, WO, ST and WT strategies each put two cells together. An empty cell makes "
        "two of them impossible.",
    ),
    basis=Text(
        "daftar isi Buku I Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
        "contents of Book I of Wonosobo 2019 "
        "(https://123dok.com/document/zgw41102-buku-i-analisis-strategis-smart-city-wonosobo.html)",
    ),
    absence=True,
)
def swot_cell_empty(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        swot:
          - dimension: governance  # REA007
            strengths: [{id: s-1, text: Aparatur bersemangat, sources: [S1]}]
            opportunities: [{id: o-1, text: Warga terbuka, sources: [S1]}]

    Right:

        # readiness.yaml
        swot:
          - dimension: governance
            strengths: [{id: s-1, text: Aparatur bersemangat, sources: [S1]}]
            weaknesses: [{id: w-1, text: Data belum lengkap, sources: [S1]}]
            opportunities: [{id: o-1, text: Warga terbuka, sources: [S1]}]
            threats: [{id: t-1, text: Anggaran terbatas, sources: [S1]}]
    """
    for swot in readiness.swot:
        empty = [cell for cell in _CELLS if not getattr(swot, cell)]
        if empty:
            cells = listing(label("swot_kind", cell) for cell in empty)
            place = swot.at("dimension")
            dimension = named(plan, "dimension", swot.dimension)
            yield found(place, dimension=dimension, cells=cells, keys=ids(empty))


_CELLS = ("strengths", "weaknesses", "opportunities", "threats")

"""DOC002: a plan in its third year that no law adopts."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.document import Document


@rule(
    "DOC002",
    Severity.WARNING,
    message=Text(
        "masterplan berjalan sejak {start} dan belum ditetapkan dengan peraturan",
        "the masterplan has run since {start} and no regulation adopts it",
    ),
    hint=Text(
        "tulis peraturan penetapannya di `legal`: jenis, nomor, tahun, dan judul",
        "write the instrument in `legal`: kind, number, year and title",
    ),
    why=Text(
        "Dasar hukum masterplan adalah butir pertama penilaian. Daerah yang laporannya dapat "
        "dibaca memperoleh nilai 2,00 lalu 3,00 karena belum memilikinya.",
        "The legal basis of the plan is the first item scored. The region whose reports can "
        "be read got 2.00, then 3.00, for lack of one.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bagian baseline, butir pertama",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); baseline section, first item",
    ),
    absence=True,
    dated=True,
)
def no_legal_instrument(plan: Plan, document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2026-06-30

        # document.yaml
        books:  # DOC002
          - {book: buku-1, state: draft, sources: [S1]}

    Right:

        # document.yaml
        legal: {kind: perbup, number: "5", year: 2023, title: Masterplan, sources: [S1]}
    """
    start = period_meant(plan).start
    if document.legal is None and plan.as_of.year >= start + _YEARS:
        yield found(document.at(), start=str(start))


_YEARS = 2

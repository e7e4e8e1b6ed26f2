"""REA005: dimensions without a strategic issue."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.readiness import dimensions_without_issue
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.readiness import Readiness


@rule(
    "REA005",
    Severity.WARNING,
    message=Text(
        "{count} dimensi belum memiliki isu strategis: {dimensions}",
        "dimensions without a strategic issue ({count}): {dimensions}",
    ),
    hint=Text(
        "tambahkan isu dengan buktinya di `issues`",
        "add issues with their evidence to `issues`",
    ),
    why=Text(
        "Program harus menjawab masalah daerah. Dimensi tanpa isu hanya akan berisi program "
        "yang sudah ada.",
        "Programs must answer the region's problems. A dimension without an issue will only "
        "hold what is there already.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; quick win harus menjawab isu strategis (butir "
        "5.1.1 instrumen evaluasi kementerian, https://github.com/Maisho20/Smart-City-2); "
        "sebuah kajian atas 22 rencana mendapati fakta dan partisipasi sebagai bagian "
        "terlemah (http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
        "our judgement; quick wins must answer a strategic issue (item 5.1.1 of the "
        "ministry's evaluation instrument, https://github.com/Maisho20/Smart-City-2); a "
        "study of 22 plans found facts and participation to be the weakest parts "
        "(http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
    ),
    absence=True,
)
def dimension_without_issue(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        issues:  # REA005
          - {id: aduan, dimension: governance, text: Aduan lambat dijawab, sources: [S1]}

    Right:

        # readiness.yaml
        issues:
          - {id: aduan, dimension: governance, text: Aduan lambat dijawab, sources: [S1]}
          - {id: wisata, dimension: branding, text: Kunjungan menurun, sources: [S1]}
          - {id: miskin, dimension: economy, text: Kemiskinan naik, sources: [S1]}
          - {id: air, dimension: living, text: Air bergilir, sources: [S1]}
          - {id: sekolah, dimension: society, text: Sekolah tanpa komputer, sources: [S1]}
          - {id: sampah, dimension: environment, text: Sampah tidak terpilah, sources: [S1]}
    """
    without = dimensions_without_issue(plan)
    if without:
        place = readiness.at_key("issues")
        yield found(place, count=len(without), dimensions=names(without))

"""DOC005: a plan last revised before the RPJMD in force began."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken
from smartplan.stages.document import Document
from smartplan.stages.vision import Vision


@rule(
    "DOC005",
    Severity.WARNING,
    message=Text(
        "versi terakhir masterplan bertanggal {last}, sebelum {document} mulai berlaku "
        "pada {start}",
        "the last version of the masterplan is dated {last}, before {document} began in {start}",
    ),
    hint=Text(
        "telaah kesesuaiannya dan catat hasilnya di `revisions`",
        "review how the two agree and record it in `revisions`",
    ),
    why=Text(
        "Penilai meminta masterplan direvisi bila ada RPJMD baru, karena rencana itu dokumen "
        "yang hidup.",
        "Assessors ask for a revision when there is a new RPJMD, for the plan is a living "
        "document.",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); Muara Enim 2023 diminta merevisi setelah "
        "lima tahun",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); Muara Enim 2023 was asked to revise after "
        "five years",
    ),
    absence=True,
    dated=True,
)
def older_than_rpjmd(plan: Plan, document: Document, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # document.yaml
        revisions:
          - version: "1.0"
            date: 2023-12-15  # DOC005
            summary: Terbitan pertama
            sources: [S1]

    Right:

        # document.yaml
        revisions:
          - {version: "1.0", date: 2023-12-15, summary: Terbitan pertama, sources: [S1]}
          - {version: "1.1", date: 2025-06-02, summary: Penyesuaian dengan RPJMD, sources: [S1]}
    """
    versions = sorted(document.revisions, key=lambda revision: revision.date)
    in_force = [
        above
        for above in vision.alignment
        if above.kind_ == "rpjmd" and above.period and above.period.start <= plan.as_of.year
    ]
    for above in in_force if versions else ():
        last = versions[-1]
        period = above.period
        if period is not None and last.date.year < period.start:
            there = Related(period.at("start"), Text("mulai berlakunya", "its start"))
            yield found(
                last.at("date"),
                also=(there,),
                last=spoken(last.date),
                document=called(above),
                start=str(period.start),
            )

"""PLN002: a source that nothing rests on."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.shapes import stages_naming
from smartplan.stages.sources import Sources


@rule(
    "PLN002",
    Severity.WARNING,
    message=Text(
        "sumber `{source}` ({title}) tidak dirujuk butir mana pun",
        "nothing refers to the source `{source}` ({title})",
    ),
    hint=Text(
        "tambahkan `sources: [{source}]` pada butir yang bersandar padanya, atau hapus sumber ini",
        "add `sources: [{source}]` to what rests on it, or remove the source",
    ),
    why=Text(
        "Daftar sumber dicetak dalam buku. Sumber yang tidak dipakai membuat pembaca mencari "
        "hal yang tidak ada.",
        "The list of sources is printed in the books. One that nothing uses makes readers "
        "search for what is not there.",
    ),
    basis="our judgement",
)
def source_never_cited(plan: Plan, sources: Sources) -> Iterator[Finding]:
    """
    Wrong:

        # sources.yaml
        sources:
          - {id: S1, title: Laporan, date: 2025, where: Arsip, kind: government, confidence: A}
          - id: S2  # PLN002
            title: Berita tentang kabupaten
            date: 2025
            where: Arsip
            kind: news
            confidence: B

    Right:

        # sources.yaml
        sources:
          - {id: S1, title: Laporan, date: 2025, where: Arsip, kind: government, confidence: A}
    """
    if plan.unsound or not all(plan.has(stage) for stage in stages_naming("source")):
        return  # what is left out, or not written yet, may be what cites the source
    for source in sources.sources:
        if not plan.index.is_used("source", source.id):
            yield found(source.at(), source=source.id, title=titled(source))

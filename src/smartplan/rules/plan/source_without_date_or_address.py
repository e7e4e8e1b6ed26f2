"""PLN003: a source nobody can look up."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import listing, titled
from smartplan.stages.sources import Sources


@rule(
    "PLN003",
    Severity.WARNING,
    message=Text(
        "sumber `{source}` ({title}) belum memiliki {lacks}",
        "the source `{source}` ({title}) has no {lacks}",
    ),
    hint=Text(
        "lengkapi `date` atau alasannya dalam `undated`, serta `url` atau tempatnya dalam `where`",
        "give `date` or the reason in `undated`, and `url` or the place in `where`",
    ),
    why=Text(
        "Sumber dipakai untuk memeriksa. Tanpa alamat pembaca tidak dapat membukanya, tanpa "
        "tanggal ia tidak tahu apakah keadaannya masih demikian.",
        "A source is there to be checked. Without an address a reader cannot open it, without"
        " a date he cannot tell whether it still holds.",
    ),
    about=Text(
        "sumber `…` belum memiliki tanggal atau alamat",
        "the source `…` has no date or no address",
    ),
    basis="our judgement",
)
def source_without_date_or_address(sources: Sources) -> Iterator[Finding]:
    """
    Wrong:

        # sources.yaml
        sources:
          - id: S1  # PLN003
            title: Laporan kabupaten
            kind: government
            confidence: A

    Right:

        # sources.yaml
        sources:
          - id: S1
            title: Laporan kabupaten
            undated: Halaman profil tanpa tanggal
            where: Arsip Dinas Komunikasi dan Informatika
            kind: government
            confidence: A
    """
    for source in sources.sources:
        lacks = [
            name
            for name, there in (
                (Text("tanggal", "date"), source.date or source.undated),
                (Text("alamat", "address"), source.url or source.where),
            )
            if not there
        ]
        if lacks:
            told = listing(lacks)
            yield found(source.at(), source=source.id, title=titled(source), lacks=told)

"""VIS012: a plan that names no sustainable development goal."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.vision import Vision


@rule(
    "VIS012",
    Severity.NOTE,
    message=Text(
        "belum ada kaitan dengan Tujuan Pembangunan Berkelanjutan",
        "there is no link to the sustainable development goals",
    ),
    hint=Text(
        "tambahkan butir dengan `kind: sdg` di `alignment` beserta tujuan yang didukung",
        "add an entry of `kind: sdg` to `alignment` with the goals supported",
    ),
    why=Text(
        "SNI ISO 37120 dan 37122 dipakai untuk menunjukkan pencapaian tujuan itu, dan dokumen"
        " perencanaan daerah memuatnya. Kementerian tidak mewajibkannya bagi masterplan.",
        "SNI ISO 37120 and 37122 are used to show progress on them, and regional plans carry "
        "them. The ministry does not demand it of a masterplan.",
    ),
    basis=(
        "Badan Standardisasi Nasional on Semarang "
        "(https://www.bsn.go.id/main/berita/detail/12120/kota-semarang-matangkan-diri-sebagai-kota-cerdas-berbasis-sni)"
    ),
    absence=True,
)
def no_sdg_link(vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        alignment:  # VIS012
          - {id: rpjmd, kind: rpjmd, title: RPJMD, sources: [S1]}

    Right:

        # vision.yaml
        alignment:
          - {id: tpb, kind: sdg, title: Tujuan Pembangunan Berkelanjutan, sources: [S1]}
    """
    if all(above.kind_ != "sdg" for above in vision.alignment):
        yield found(vision.at_key("alignment"))

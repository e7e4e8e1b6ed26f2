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
        "tambahkan butir dengan `kind: sdg` di `alignment` beserta tujuannya, lalu sebut tujuan "
        "itu di `supports` pada misi yang mendukungnya",
        "add an entry of `kind: sdg` to `alignment` with its goals, and name those goals in "
        "`supports` of the missions that support them",
    ),
    why=Text(
        "SNI ISO 37120 dan 37122 dikaitkan dengan pencapaian tujuan itu. Aturan kementerian "
        "yang mewajibkannya bagi masterplan tidak ditemukan.",
        "SNI ISO 37120 and 37122 are linked to progress on them. No rule of the ministry "
        "that demands it of a masterplan was found.",
    ),
    basis=Text(
        "Badan Standardisasi Nasional tentang Semarang "
        "(https://www.bsn.go.id/main/berita/detail/12120/kota-semarang-matangkan-diri-sebagai-kota-cerdas-berbasis-sni)",
        "Badan Standardisasi Nasional on Semarang "
        "(https://www.bsn.go.id/main/berita/detail/12120/kota-semarang-matangkan-diri-sebagai-kota-cerdas-berbasis-sni)",
    ),
    absence=True,
)
def no_sdg_link(vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        alignment:
          - id: tpb  # VIS012
            kind: sdg
            title: Tujuan Pembangunan Berkelanjutan
            missions: [{id: tpb-11, text: Kota dan permukiman, sources: [S1]}]
            sources: [S1]
        missions:
          - {id: m-1, text: Memajukan kabupaten, basis: proposal}

    Right:

        # vision.yaml
        alignment:
          - id: tpb
            kind: sdg
            title: Tujuan Pembangunan Berkelanjutan
            missions: [{id: tpb-11, text: Kota dan permukiman, sources: [S1]}]
            sources: [S1]
        missions:
          - {id: m-1, text: Memajukan kabupaten, supports: [tpb-11], basis: proposal}
    """
    named = [above for above in vision.alignment if above.kind_ == "sdg"]
    goals = {goal.id for above in named for goal in above.missions}
    if any(goals.intersection(mission.supports) for mission in vision.missions):
        return
    if named:
        yield found(named[0].at(), hint=_NOT_SUPPORTED if goals else _NO_GOALS)
    else:
        yield found(vision.at_key("alignment"))


_NOT_SUPPORTED = Text(
    "sebut tujuannya di `supports` pada misi yang mendukungnya",
    "name its goals in `supports` of the missions that support them",
)
_NO_GOALS = Text(
    "tulis tujuannya di `missions` pada butir ini, lalu sebut di `supports` pada misi yang "
    "mendukungnya",
    "write its goals in `missions` of this entry, and name them in `supports` of the missions "
    "that support them",
)

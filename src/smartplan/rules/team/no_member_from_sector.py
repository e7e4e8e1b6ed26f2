"""TEA004: sectors outside government that sit in no body."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.team import Team


@rule(
    "TEA004",
    Severity.WARNING,
    message=Text(
        "belum ada anggota badan dari unsur {sectors}",
        "no member of any body comes from: {sectors}",
    ),
    hint=Text(
        "tambahkan anggota dengan `sector` tersebut pada dewan, tim pelaksana, atau forum",
        "add members of that `sector` to the council, the executive team or the forum",
    ),
    why=Text(
        "Ekosistem kota cerdas terdiri atas pemerintah, komunitas, media, industri, dan "
        "akademisi. Penilai mencatat dewan yang tidak melibatkan unsur luar.",
        "The ecosystem is government, communities, media, industry and academia. Assessors "
        "note councils that leave out those from outside.",
    ),
    about=Text(
        "belum ada anggota badan dari unsur …",
        "some sectors have no member in any body",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); daftar unsur ekosistem yang disampaikan "
        "di Buleleng 2023 "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)"
        "; akademisi disebut di Sleman 2017 "
        "(https://kominfo.slemankab.go.id/sleman-terpilih-menjadi-pilot-project-smart-city/)",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); list of the ecosystem given in Buleleng "
        "2023 "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)"
        "; academia is named in Sleman 2017 "
        "(https://kominfo.slemankab.go.id/sleman-terpilih-menjadi-pilot-project-smart-city/)",
    ),
    absence=True,
)
def no_member_from_sector(plan: Plan, team: Team) -> Iterator[Finding]:
    """
    Wrong:

        # team.yaml
        bodies:  # TEA004
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: chair}
              - {office: Rektor, sector: academia, role: member}
            sources: [S1]

    Right:

        # team.yaml
        bodies:
          - id: dewan
            kind: council
            name: Dewan Smart City
            members:
              - {office: Bupati, sector: government, role: chair}
              - {office: Rektor, sector: academia, role: member}
              - {office: Ketua kamar dagang, sector: industry, role: member}
              - {office: Pemimpin redaksi, sector: media, role: member}
              - {office: Ketua relawan, sector: community, role: member}
            sources: [S1]
    """
    seated = {member.sector for body in team.bodies for member in body.members}
    without = [
        sector
        for sector in plan.framework.sectors
        if sector.inside_government == "false" and sector.id not in seated
    ]
    if without:
        yield found(team.at_key("bodies"), sectors=names(without))

"""OUT001: sectors that no activity has reached."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.outreach import unreached_sectors
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import names
from smartplan.stages.outreach import Outreach


@rule(
    "OUT001",
    Severity.WARNING,
    message=Text(
        "belum ada kegiatan terlaksana (`state: held`) yang menjangkau unsur {sectors}",
        "no activity held so far (`state: held`) has reached: {sectors}",
    ),
    hint=Text(
        "catat kegiatan yang sudah terlaksana dengan `state: held` dan unsur itu dalam "
        "`audience`; kegiatan yang baru direncanakan belum dihitung",
        "record the activities held, with `state: held` and those sectors in `audience`; what is "
        "only planned does not count yet",
    ),
    why=Text(
        "Perangkat daerah dan warga yang tidak mengenal rencana tidak menjalankannya. "
        "Sosialisasi dan literasi adalah tahap terakhir metode.",
        "Agencies and people who do not know a plan do not carry it out. Socialisation and "
        "literacy are the last stage of the method.",
    ),
    about=Text(
        "belum ada kegiatan terlaksana yang menjangkau unsur …",
        "no activity held so far has reached some sectors",
    ),
    basis=Text(
        "sosialisasi yang lemah dicatat dalam laporan evaluasi Kabupaten Malang 2022 "
        "(https://github.com/Maisho20/Smart-City-2) dan dalam sebuah kajian tentang Kota "
        "Tangerang "
        "(https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)"
        "; sosialisasi dan literasi sebagai tahap kesepuluh "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)",
        "weak socialisation is noted in the evaluation report of Kabupaten Malang 2022 "
        "(https://github.com/Maisho20/Smart-City-2) and in a study of Kota Tangerang "
        "(https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)"
        "; socialisation and literacy as the tenth stage "
        "(https://www.balisharing.com/2023/07/05/pemkab-buleleng-gelar-bimtek-penyusunan-masterplan-kota-cerdas/)",
    ),
    absence=True,
)
def sector_not_reached(plan: Plan, outreach: Outreach) -> Iterator[Finding]:
    """
    Wrong:

        # outreach.yaml
        activities:  # OUT001
          - id: temu
            date: 2024-02-05
            kind: socialisation
            title: Temu perangkat daerah
            audience: [government]
            sources: [S1]

    Right:

        # outreach.yaml
        activities:
          - id: temu
            date: 2024-02-05
            kind: socialisation
            title: Temu terbuka
            audience: [government, community, media, industry, academia]
            sources: [S1]
    """
    without = unreached_sectors(plan)
    if without:
        yield found(outreach.at_key("activities"), sectors=names(without))

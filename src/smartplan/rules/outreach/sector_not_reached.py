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
        "belum ada kegiatan yang menjangkau unsur {sectors}",
        "no activity has reached: {sectors}",
    ),
    hint=Text(
        "tambahkan kegiatan dengan `audience` unsur tersebut",
        "add activities with that `audience`",
    ),
    why=Text(
        "Perangkat daerah dan warga yang tidak mengenal rencana tidak menjalankannya. "
        "Sosialisasi dan literasi adalah tahap terakhir metode.",
        "Agencies and people who do not know a plan do not carry it out. Socialisation and "
        "literacy are the last stage of the method.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); sebuah kajian tentang Kota Tangerang "
        "mendapati sosialisasi yang lemah "
        "(https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); a study of Kota Tangerang found "
        "weak socialisation "
        "(https://123dok.com/document/q7w962vd-strategi-implementasi-tata-pemerintahan-berbasis-pengembangan-konsep-smart.html)",
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

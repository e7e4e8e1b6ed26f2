"""VIS001: a mission that hangs on no plan above."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.vision import Vision


@rule(
    "VIS001",
    Severity.WARNING,
    message=Text(
        "misi `{mission}` ({text}) belum mendukung misi dokumen perencanaan mana pun",
        "the mission `{mission}` ({text}) supports no mission of a plan above",
    ),
    hint=Text(
        "tulis id misi RPJPD, RPJMD, atau RPD di `supports`",
        "write the id of a mission of the RPJPD, RPJMD or RPD in `supports`",
    ),
    why=Text(
        "Masterplan kota cerdas tidak berdiri sendiri: evaluasi kementerian menelaah "
        "keselarasan peta jalan dan rencana aksinya dengan RPJMD.",
        "The masterplan does not stand alone: the ministry's evaluation reviews how its road "
        "map and action plan agree with the RPJMD.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); 'baseline' dijelaskan sebagai "
        "sinkronisasi dengan RPJMD",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); 'baseline' is described as "
        "synchronisation with the RPJMD",
    ),
)
def mission_supports_nothing(vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        missions:
          - id: m-1  # VIS001
            text: Memajukan enam dimensi kota cerdas
            basis: proposal

    Right:

        # vision.yaml
        alignment:
          - id: rpjmd
            kind: rpjmd
            title: RPJMD 2025-2029
            period: {start: 2025, end: 2029}
            missions: [{id: rpjmd-1, text: Meningkatkan mutu pelayanan, sources: [S1]}]
            sources: [S1]
        missions:
          - {id: m-1, text: Memajukan enam dimensi, supports: [rpjmd-1], basis: proposal}
    """
    for mission in vision.missions:
        if not mission.supports:
            yield found(mission.at(), mission=mission.id, text=titled(mission))

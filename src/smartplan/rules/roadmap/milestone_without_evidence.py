"""ROA006: a milestone said to be reached that nothing proves."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA006",
    Severity.WARNING,
    message=Text(
        "tonggak `{milestone}` ({text}) disebut selesai tanpa bukti atau sumber",
        "the milestone `{milestone}` ({text}) is called done without evidence or source",
    ),
    hint=Text(
        "tulis buktinya di `evidence`, misalnya berita acara, atau sumbernya di `sources`",
        "write the evidence in `evidence`, for example the minutes, or its source in `sources`",
    ),
    why=Text(
        "Evaluasi diisi sendiri oleh daerah dan setiap jawaban diminta buktinya.",
        "The evaluation is filled in by the region itself, and each answer needs evidence.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); jawaban tanpa bukti yang sah dicatat pada "
        "2022",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); answers without valid evidence "
        "are noted in 2022",
    ),
)
def milestone_without_evidence(roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        milestones:
          - id: n-1  # ROA006
            due: 2024-12
            text: Portal terbuka
            state: done
            basis: proposal

    Right:

        # roadmap.yaml
        milestones:
          - {id: n-1, due: 2024-12, text: Portal terbuka, state: done, sources: [S1]}
    """
    for milestone in roadmap.milestones:
        if milestone.state == "done" and not milestone.evidence and not milestone.sources:
            yield found(milestone.at(), milestone=milestone.id, text=titled(milestone))

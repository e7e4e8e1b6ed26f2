"""VIS002: a mission of the RPJMD that this plan leaves out."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import or_waived, titled
from smartplan.stages.vision import Alignment, Vision


@rule(
    "VIS002",
    Severity.WARNING,
    message=Text(
        "misi `{mission}` ({text}) dari {kind} belum didukung misi masterplan",
        "no mission of the plan supports `{mission}` ({text}) of the {kind}",
    ),
    hint=or_waived(
        Text(
            "tulis `{mission}` pada `supports` sebuah misi",
            "write `{mission}` in the `supports` of a mission",
        ),
        "VIS002",
        "mission",
    ),
    why=Text(
        "Masterplan ditelaah keselarasannya dengan RPJMD, dan misi yang tidak didukung "
        "tampak terlewat. Misi yang memang di luar jangkauan kota cerdas cukup diberi "
        "catatan.",
        "How a masterplan agrees with the RPJMD is reviewed, and a mission that nothing "
        "supports looks forgotten. One that a smart city cannot serve needs only a note.",
    ),
    about=Text(
        "misi `…` dari rencana daerah belum didukung misi masterplan",
        "no mission of the masterplan supports the mission `…` of a regional plan",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); dalam sebuah RPJMD nyata tiga dari "
        "sembilan misi tidak memiliki program (Lampung Timur 2025-2029)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); in a real RPJMD three of nine "
        "missions had no program (Lampung Timur 2025-2029)",
    ),
    absence=True,
)
def aligned_mission_unsupported(plan: Plan, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        alignment:
          - id: rpjmd
            kind: rpjmd
            title: RPJMD 2025-2029
            period: {start: 2025, end: 2029}
            missions:
              - {id: rpjmd-1, text: Meningkatkan mutu pelayanan, sources: [S1]}
              - id: rpjmd-2  # VIS002
                text: Menjaga lingkungan
                sources: [S1]
            sources: [S1]
        missions:
          - {id: m-1, text: Memajukan enam dimensi, supports: [rpjmd-1], basis: proposal}

    Right:

        # vision.yaml
        alignment:
          - id: rpjmd
            kind: rpjmd
            title: RPJMD 2025-2029
            period: {start: 2025, end: 2029}
            missions:
              - {id: rpjmd-1, text: Meningkatkan mutu pelayanan, sources: [S1]}
              - {id: rpjmd-2, text: Melestarikan adat, sources: [S1]}
            sources: [S1]
        missions:
          - {id: m-1, text: Memajukan enam dimensi, supports: [rpjmd-1, rpjmd-2], basis: proposal}
    """
    supported = {id_ for mission in vision.missions for id_ in mission.supports}
    for above in vision.alignment if vision.missions else ():
        if above.kind_ not in ("rpjmd", "rpd") or _is_past(plan, above):
            continue
        kind = label("alignment_kind", above.kind_)
        for aligned in above.missions:
            if aligned.id not in supported:
                yield found(aligned.at(), mission=aligned.id, kind=kind, text=titled(aligned))


def _is_past(plan: Plan, above: Alignment) -> bool:
    """Whether the document was over when the plan began, and is only told for its history."""
    return above.period is not None and above.period.end < period_meant(plan).start

"""VIS009: a plan above that does not meet the plan's years."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.manifest import Period
from smartplan.stages.vision import Vision


@rule(
    "VIS009",
    Severity.WARNING,
    message=Text(
        "jangka waktu `{document}` ({title}), {years}, tidak bertemu dengan jangka waktu "
        "masterplan {start}–{end}",
        "the period of `{document}` ({title}), {years}, does not meet that of the masterplan,"
        " {start}–{end}",
    ),
    hint=Text(
        "rujuk dokumen yang berlaku dalam jangka waktu masterplan, atau periksa tahunnya",
        "refer to the document that holds in the masterplan's years, or check the years",
    ),
    why=Text(
        "Keselarasan dengan dokumen yang sudah atau belum berlaku tidak menunjukkan apa-apa.",
        "Agreement with a document that no longer or not yet holds shows nothing.",
    ),
    about=Text(
        "jangka waktu dokumen `…` tidak bertemu dengan jangka waktu masterplan",
        "the period of the document `…` does not meet that of the masterplan",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); kesesuaian dengan RPJMD yang berlaku",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); agreement with the RPJMD in force",
    ),
)
def alignment_outside_period(plan: Plan, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        alignment:
          - id: rpjmd
            kind: rpjmd
            title: RPJMD 2017-2022
            period:
              start: 2017  # VIS009
              end: 2022
            sources: [S1]

    Right:

        # vision.yaml
        alignment:
          - {id: lama, kind: rpjmd, title: RPJMD, period: {start: 2017, end: 2022}, sources: [S1]}
          - {id: rpjmd, kind: rpjmd, title: RPJMD, period: {start: 2025, end: 2029}, sources: [S1]}
    """
    span = period_meant(plan)
    kinds = {
        one.kind_ for one in vision.alignment if one.period is None or _meets(one.period, span)
    }
    for above in vision.alignment:
        period = above.period
        if period is not None and not _meets(period, span) and above.kind_ not in kinds:
            yield found(
                period.at("start"),
                document=above.id,
                title=titled(above),
                years=f"{period.start}–{period.end}",
                start=str(span.start),
                end=str(span.end),
            )


def _meets(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end

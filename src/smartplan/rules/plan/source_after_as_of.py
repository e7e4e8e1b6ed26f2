"""PLN015: a source that is younger than the plan's own date."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.dates import is_dated_too_early
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.sources import Sources


@rule(
    "PLN015",
    Severity.WARNING,
    message=Text(
        "sumber `{source}` ({title}) bertanggal {date}, sesudah tanggal keadaan rencana, {as_of}",
        "the source `{source}` ({title}) is dated {date}, after the plan's own date, {as_of}",
    ),
    hint=Text(
        "perbaiki tanggalnya; bila benar, majukan `as_of` dalam smartplan.yaml",
        "mend the date; if it is right, move `as_of` in smartplan.yaml forward",
    ),
    why=Text(
        "Rencana menceritakan keadaan pada tanggalnya sendiri. Sumber yang lebih muda berarti "
        "tanggalnya salah ketik, atau rencana sudah diperbarui tanpa memajukan `as_of`.",
        "A plan tells how things stand on its own date. A younger source means a mistyped date, or "
        "a plan that was updated and its `as_of` was not.",
    ),
    about=Text(
        "sumber `…` bertanggal sesudah tanggal keadaan rencana",
        "the source `…` is dated after the plan's own date",
    ),
    basis="our judgement",
)
def source_after_as_of(plan: Plan, sources: Sources) -> Iterator[Finding]:
    """
    Wrong:

        # sources.yaml
        sources:
          - id: S1
            title: Laporan tahunan
            date: 2032-12  # PLN015
            where: Arsip
            kind: government
            confidence: A

    Right:

        # sources.yaml
        sources:
          - id: S1
            title: Laporan tahunan
            date: 2024-12
            where: Arsip
            kind: government
            confidence: A
    """
    for source in () if is_dated_too_early(plan) else sources.sources:
        if source.date is not None and source.date.first > plan.as_of:
            yield found(
                source.at("date"),
                source=source.id,
                title=titled(source),
                date=spoken(source.date),
                as_of=plan.as_of,
            )

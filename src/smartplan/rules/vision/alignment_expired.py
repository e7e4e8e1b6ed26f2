"""VIS008: a plan above that is over."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.period import period_meant
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.vision import Alignment, Vision


@rule(
    "VIS008",
    Severity.WARNING,
    message=Text(
        "jangka waktu `{document}` ({title}) berakhir {end}, sebelum tanggal keadaan rencana, "
        "{as_of}",
        "the period of `{document}` ({title}) ended in {end}, before the plan's own date, {as_of}",
    ),
    hint=Text(
        "tambahkan penggantinya di `alignment` dan sesuaikan `supports`",
        "add its successor to `alignment` and adjust `supports`",
    ),
    why=Text(
        "Masterplan diminta direvisi bila RPJMD baru ditetapkan. Dokumen yang berakhir cukup "
        "disebut bila penggantinya juga ada.",
        "A masterplan is to be revised when a new RPJMD is adopted. A document that is over "
        "may be told if its successor is there too.",
    ),
    about=Text(
        "jangka waktu dokumen `…` sudah berakhir",
        "the period of the document `…` is over",
    ),
    basis=Text(
        "catatan asesor 2023 (laporan evaluasi Kabupaten Malang, tahap II, "
        "https://github.com/Maisho20/Smart-City-2); rencana adalah dokumen hidup yang "
        "direvisi bila ada RPJMD baru",
        "assessors' remarks of 2023 (evaluation report of Kabupaten Malang, stage II, "
        "https://github.com/Maisho20/Smart-City-2); the plan is a living document to be "
        "revised for a new RPJMD",
    ),
    dated=True,
)
def alignment_expired(plan: Plan, vision: Vision) -> Iterator[Finding]:
    """
    Wrong:

        # vision.yaml
        alignment:
          - id: rpd
            kind: rpd
            title: RPD 2023-2024
            period:
              start: 2023
              end: 2024  # VIS008
            sources: [S1]

    Right:

        # vision.yaml
        alignment:
          - {id: rpd, kind: rpd, title: RPD, period: {start: 2023, end: 2024}, sources: [S1]}
          - {id: rpjmd, kind: rpjmd, title: RPJMD, period: {start: 2025, end: 2029}, sources: [S1]}
    """
    current = {_family(one) for one in vision.alignment if one.period and _lasts(plan, one)}
    start = period_meant(plan).start
    for above in vision.alignment:
        period = above.period
        if period is None or period.end < start or _lasts(plan, above):
            continue
        if _family(above) not in current:
            place = period.at("end")
            yield found(
                place,
                document=above.id,
                title=titled(above),
                end=str(period.end),
                as_of=plan.as_of,
            )


def _lasts(plan: Plan, above: Alignment) -> bool:
    return above.period is not None and above.period.end >= plan.as_of.year


def _family(above: Alignment) -> str:
    """What a successor must be: an RPD bridges two RPJMD; other documents stand for themselves."""
    if above.kind_ in ("rpjmd", "rpd"):
        return "rpjmd"
    return above.id if above.kind_ == "other" else above.kind_

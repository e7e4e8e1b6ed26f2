"""PLN012: a plan's own date far past the plan."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.dates import is_dated_too_late
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import years


@rule(
    "PLN012",
    Severity.ERROR,
    message=Text(
        "tanggal keadaan rencana, {as_of}, jauh sesudah jangka waktu rencana, {period}, dan tidak "
        "ada yang diceritakan rencana ini dari dua tahun sebelumnya",
        "the plan's own date, {as_of}, lies far past the plan's period, {period}, and the plan "
        "tells of nothing in the two years before it",
    ),
    hint=Text(
        "perbaiki tahun pada `as_of`: tulis tanggal data terakhir yang dimuat rencana",
        "mend the year in `as_of`: write the date of the latest data in the plan",
    ),
    why=Text(
        "Terlambat, lewat, dan usang dihitung dari tanggal keadaan rencana. Satu tahun yang salah "
        "ketik membuat semuanya tampak terlambat.",
        "Late, overdue and stale are judged by the plan's own date. One mistyped year makes "
        "everything look late.",
    ),
    about=Text(
        "tanggal keadaan rencana jauh sesudah jangka waktunya",
        "the plan's own date lies far past its period",
    ),
    basis="our judgement",
)
def dated_too_late(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2052-06-30  # PLN012

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period: {start: 2024, end: 2033}
        as_of: 2025-06-30
    """
    if is_dated_too_late(plan):
        period = plan.manifest.period
        yield found(
            plan.manifest.at("as_of"),
            also=(Related(period.at("end"), Text("akhir rencana", "the end of the plan")),),
            as_of=plan.as_of,
            period=years(period.start, period.end),
        )

"""PLN013: a year of the period that the plan itself contradicts."""

from collections.abc import Iterator

from smartplan.diagnostics import Related, Severity
from smartplan.figures.period import Dispute, disputes
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import years


@rule(
    "PLN013",
    Severity.ERROR,
    message=Text(
        "jangka waktu rencana {side} {year}, sedangkan {told}",
        "the plan's period {side} {year}, while {told}",
    ),
    hint=Text(
        "tulis `{key}: {meant}`; bila {year} memang benar, perbaiki tahun di tempat-tempat itu",
        "write `{key}: {meant}`; where {year} is right, mend the years in those places",
    ),
    why=Text(
        "Satu tahun yang salah pada jangka waktu membuat target, program, dan tahap yang benar "
        "tampak keliru. Bila banyak butir sepakat, yang diperbaiki cukup satu tempat.",
        "One wrong year of the period makes targets, programs and phases that are right look "
        "wrong. Where many items agree, only one place needs mending.",
    ),
    about=Text(
        "jangka waktu rencana tidak sesuai dengan tahun yang disebut isinya",
        "the plan's period does not agree with the years its parts give",
    ),
    basis="our judgement",
)
def period_disputed(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period:
          start: 2024
          end: 2032  # PLN013
        as_of: 2025-06-30

    Right:

        # smartplan.yaml
        smartplan: 1
        title: Rencana uji
        region: {code: "51.08", name: Buleleng, kind: kabupaten, province: Bali}
        period:
          start: 2024
          end: 2033
        as_of: 2025-06-30
    """
    for dispute in disputes(plan):
        stated = dispute.stated[:_SHOWN]
        yield found(
            plan.manifest.period.at(dispute.side),
            hint=None if dispute.beyond else _REACH,
            also=tuple(Related(one.holder.at(*one.path), called(one.item)) for one in stated),
            side=_SIDES[dispute.side],
            year=str(getattr(plan.manifest.period, dispute.side)),
            told=_told(dispute),
            key=dispute.side,
            meant=str(dispute.year),
        )


_SHOWN = 5
_REACH = Text(
    "tulis `{key}: {meant}`; bila {year} memang benar, lengkapi tahap dan target untuk tahun yang "
    "belum disebut",
    "write `{key}: {meant}`; where {year} is right, add phases and targets for the years that "
    "nothing speaks of",
)
_SIDES = {"start": Text("mulai", "starts in"), "end": Text("berakhir", "ends in")}


def _told(dispute: Dispute) -> Text:
    count, late = len(dispute.stated), dispute.side == "end"
    if not dispute.beyond:
        where = Text("berakhir" if late else "mulai", "end" if late else "start")
        return Text(
            f"{count} butir {where.indonesian} {dispute.year} dan tidak ada yang "
            f"{'sesudahnya' if late else 'sebelumnya'}",
            f"{count} items {where.english} in {dispute.year} and none "
            f"{'later' if late else 'earlier'}",
        )
    said = sorted({one.year for one in dispute.stated})
    span = years(said[0], said[-1])
    return Text(
        f"{count} butir menyebut tahun {'sesudahnya' if late else 'sebelumnya'}, {span}",
        f"{count} items speak of {'later' if late else 'earlier'} years, {span}",
    )

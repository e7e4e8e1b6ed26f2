"""OUT002: an activity that does not say how many it reached."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.outreach import Outreach


@rule(
    "OUT002",
    Severity.NOTE,
    message=Text(
        "kegiatan `{activity}` ({title}) belum menyebut jumlah orang yang dijangkau",
        "the activity `{activity}` ({title}) does not say how many people it reached",
    ),
    hint=Text(
        "tulis jumlahnya di `reach`",
        "write the number in `reach`",
    ),
    why=Text(
        "Jumlah yang dijangkau menunjukkan apakah kegiatan sampai kepada warga atau hanya "
        "kepada undangan.",
        "The number shows whether an activity came to the people or only to those invited.",
    ),
    basis="our judgement",
)
def activity_without_reach(plan: Plan, outreach: Outreach) -> Iterator[Finding]:
    """
    Wrong:

        # outreach.yaml
        activities:
          - id: temu  # OUT002
            date: 2024-02-05
            kind: socialisation
            title: Temu terbuka
            sources: [S1]

    Right:

        # outreach.yaml
        activities:
          - id: temu
            date: 2024-02-05
            kind: socialisation
            title: Temu terbuka
            reach: 150
            sources: [S1]
    """
    for activity in outreach.activities:
        is_held = activity.state == "held" and activity.date.first <= plan.as_of
        if is_held and activity.reach is None:
            yield found(activity.at(), activity=activity.id, title=titled(activity))

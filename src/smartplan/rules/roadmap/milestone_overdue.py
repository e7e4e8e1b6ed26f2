"""ROA005: a milestone past due of which nothing is said."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import spoken, titled
from smartplan.stages.roadmap import Roadmap


@rule(
    "ROA005",
    Severity.WARNING,
    message=Text(
        "tonggak `{milestone}` ({text}) jatuh tempo {due} dan masih ditandai {state}",
        "the milestone `{milestone}` ({text}) was due {due} and is still marked as {state}",
    ),
    hint=Text(
        "tulis `state: done` dengan buktinya, atau `late` atau `cancelled` dengan catatannya",
        "write `state: done` with evidence, or `late` or `cancelled` with a note",
    ),
    why=Text(
        "Peta jalan dibaca sebagai laporan. Tonggak yang lewat tanpa keterangan membuat "
        "pembaca meragukan tonggak yang lain.",
        "A road map is read as a report. A milestone gone by in silence makes readers doubt "
        "the others.",
    ),
    basis="our judgement",
    dated=True,
)
def milestone_overdue(plan: Plan, roadmap: Roadmap) -> Iterator[Finding]:
    """
    Wrong:

        # roadmap.yaml
        milestones:
          - id: n-1
            due: 2025-03  # ROA005
            text: Portal terbuka
            state: running
            basis: proposal

    Right:

        # roadmap.yaml
        milestones:
          - {id: n-1, due: 2025-03, text: Portal terbuka, state: late, basis: proposal}
          - {id: n-2, due: 2025, text: Loket terbuka, state: running, basis: proposal}
    """
    for milestone in roadmap.milestones:
        if milestone.state in ("planned", "running") and milestone.due.last < plan.as_of:
            yield found(
                milestone.at("due"),
                milestone=milestone.id,
                text=titled(milestone),
                due=spoken(milestone.due),
                state=label("state", milestone.state),
            )

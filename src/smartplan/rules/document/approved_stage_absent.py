"""DOC006: a stage that is said to be approved or under review, and is not there."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.document import Document


@rule(
    "DOC006",
    Severity.ERROR,
    message=Text(
        "tahap {stage} ditandai `{state}`, padahal `{file}` belum ada atau masih kosong",
        "the stage {stage} is marked `{state}`, but `{file}` is not there or holds nothing yet",
    ),
    hint=Text(
        "tulis `state: not_started`, atau tambahkan isi tahap itu di `{file}`",
        "write `state: not_started`, or write the stage in `{file}`",
    ),
    why=Text(
        "Yang belum ditulis belum dapat diperiksa atau disetujui. Keadaan tahap dicetak dalam "
        "buku dan menentukan bobot temuan.",
        "What is not written cannot have been reviewed or approved. The states of the stages are "
        "printed in the books and decide how much findings weigh.",
    ),
    about=Text(
        "tahap yang belum ditulis ditandai `review` atau `approved`",
        "a stage that is not written is marked `review` or `approved`",
    ),
    basis="our judgement",
)
def approved_stage_absent(plan: Plan, document: Document) -> Iterator[Finding]:
    """
    Wrong:

        # outreach.yaml
        activities: []

        # document.yaml
        stages:
          - stage: outreach
            state: approved  # DOC006
            sources: [S1]

    Right:

        # outreach.yaml
        activities: []

        # document.yaml
        stages:
          - {stage: outreach, state: not_started, sources: [S1]}
    """
    for entry in document.stages:
        if entry.state in ("review", "approved") and not plan.has(entry.stage):
            yield found(
                entry.at("state"),
                stage=label("stage", entry.stage),
                state=entry.state,
                file=f"{entry.stage}.yaml",
            )

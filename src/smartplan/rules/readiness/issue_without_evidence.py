"""REA006: an issue that nothing shows."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.readiness import Readiness


@rule(
    "REA006",
    Severity.WARNING,
    message=Text(
        "isu `{issue}` ({text}) belum memiliki bukti",
        "the issue `{issue}` ({text}) has no evidence",
    ),
    hint=Text(
        "tulis id data profil di `evidence`, atau sumbernya di `sources`",
        "write the ids of statistics in `evidence`, or its source in `sources`",
    ),
    why=Text(
        "Isu strategis tanpa data adalah pendapat. Sebuah kajian atas 22 rencana mendapati "
        "fakta dan partisipasi sebagai bagian terlemah.",
        "An issue without data is an opinion. A study of 22 plans found facts and "
        "participation to be the weakest parts.",
    ),
    basis=Text(
        "sebuah kajian atas 22 rencana "
        "(http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
        "a study of 22 plans (http://aunilo.uum.edu.my/Find/Record/id-itb.:84801/Description)",
    ),
)
def issue_without_evidence(readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        issues:
          - id: aduan  # REA006
            dimension: governance
            text: Aduan lambat dijawab
            basis: proposal

    Right:

        # readiness.yaml
        issues:
          - {id: aduan, dimension: governance, text: Aduan lambat dijawab, sources: [S1]}
    """
    for issue in readiness.issues:
        if not issue.evidence and not issue.sources:
            yield found(issue.at(), issue=issue.id, text=titled(issue))

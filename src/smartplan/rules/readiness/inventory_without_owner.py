"""REA010: an application or facility that nobody owns."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.readiness import Readiness


@rule(
    "REA010",
    Severity.WARNING,
    message=Text(
        "`{item}` ({name}) belum memiliki pemilik",
        "`{item}` ({name}) has no owner",
    ),
    hint=Text(
        "tulis perangkat daerah pemiliknya di `agency`",
        "write the agency that owns it in `agency`",
    ),
    why=Text(
        "Aset tanpa pemilik tidak dirawat dan tidak dapat dipadukan. Bila layanannya mati, "
        "tidak ada yang menghidupkannya lagi.",
        "What nobody owns is neither kept up nor integrated. Where its service dies, nobody "
        "brings it back.",
    ),
    about=Text(
        "aset digital `…` belum memiliki pemilik",
        "the digital asset `…` has no owner",
    ),
    basis="our judgement",
)
def inventory_without_owner(readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        inventory:
          - id: situs  # REA010
            name: Situs kabupaten
            kind: application
            sources: [S1]

    Right:

        # readiness.yaml
        inventory:
          - {id: situs, name: Situs kabupaten, kind: application, agency: kominfo, sources: [S1]}
    """
    for item in readiness.inventory:
        if item.agency is None:
            yield found(item.at(), item=item.id, name=titled(item))

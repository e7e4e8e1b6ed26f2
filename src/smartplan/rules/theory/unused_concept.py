"""THE003: a concept that no stage uses."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import titled
from smartplan.stages.theory import Theory


@rule(
    "THE003",
    Severity.NOTE,
    message=Text(
        "konsep `{concept}` ({name}) belum disebut dipakai tahap mana pun",
        "no stage is said to use the concept `{concept}` ({name})",
    ),
    hint=Text(
        "tulis tahap yang memakainya di `used_for`, atau hapus konsep ini",
        "write the stages that use it in `used_for`, or remove it",
    ),
    why=Text(
        "Teori dipilih untuk dipakai. Konsep yang tidak dipakai hanya mempertebal bab landasan.",
        "Theory is chosen to be used. A concept nobody uses only thickens the chapter.",
    ),
    basis="our judgement",
)
def unused_concept(theory: Theory) -> Iterator[Finding]:
    """
    Wrong:

        # theory.yaml
        concepts:
          - id: kota-cerdas  # THE003
            name: Enam dimensi kota cerdas
            summary: Pembangunan kota cerdas dinilai menurut enam dimensi.
            sources: [S1]

    Right:

        # theory.yaml
        concepts:
          - id: kota-cerdas
            name: Enam dimensi kota cerdas
            summary: Pembangunan kota cerdas dinilai menurut enam dimensi.
            used_for: [readiness]
            sources: [S1]
    """
    for concept in theory.concepts:
        if not concept.used_for:
            yield found(concept.at(), concept=concept.id, name=titled(concept))

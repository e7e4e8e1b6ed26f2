"""REA002: a readiness score that its scale does not allow."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, quantity
from smartplan.stages.readiness import Readiness


@rule(
    "REA002",
    Severity.ERROR,
    message=Text(
        "nilai unsur {element}, {score}, tidak sesuai skala: {problem}",
        "the score of the element {element}, {score}, does not fit a scale: {problem}",
    ),
    hint=Text(
        "tulis `scale` dengan `min`, `max`, dan artinya, atau perbaiki nilainya",
        "write `scale` with `min`, `max` and its meaning, or mend the score",
    ),
    why=Text(
        "Kementerian tidak menetapkan skala kesiapan, sehingga angka hanya berarti bersama "
        "skalanya.",
        "The ministry sets no scale of readiness, so a number means something only with its scale.",
    ),
    basis=Text(
        "pertimbangan penyusun smartplan; tidak ada skala kesiapan kementerian yang terbuka, "
        "dan kajian yang terbit memakai skala yang berbeda-beda",
        "our judgement; no ministerial scale of readiness is public, and published studies "
        "use different ones",
    ),
)
def score_outside_scale(plan: Plan, readiness: Readiness) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        elements:
          - element: people
            score: 3  # REA002
            finding: Aparatur terlatih masih sedikit.
            sources: [S1]
          - element: digital
            score: 7  # REA002
            scale: {min: 1, max: 5, meaning: Kuesioner perangkat daerah 2023}
            finding: Sebagian dusun belum terjangkau internet.
            sources: [S1]

    Right:

        # readiness.yaml
        elements:
          - element: people
            score: 3
            scale: {min: 1, max: 5, meaning: Kuesioner perangkat daerah 2023}
            finding: Aparatur terlatih masih sedikit.
            sources: [S1]
    """
    for element in readiness.elements:
        score, scale = element.score, element.scale
        if score is None:
            continue
        if scale is None:
            problem = Text("skalanya belum ditulis", "none is given")
        elif not scale.min <= score <= scale.max:
            low, high = quantity(scale.min), quantity(scale.max)
            problem = Text(
                f"skalanya {low.indonesian} sampai {high.indonesian}",
                f"its scale is {low.english} to {high.english}",
            )
        else:
            continue
        told = named(plan, "element", element.element)
        yield found(element.at("score"), element=told, score=score, problem=problem)

"""PLN005: a derived figure that does not say how."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.base import Sourced, walk


@rule(
    "PLN005",
    Severity.WARNING,
    message=Text(
        "angka turunan ini belum menjelaskan cara menghitungnya",
        "this derived figure does not say how it was reckoned",
    ),
    hint=Text(
        "tulis di `derivation` angka mana yang dipakai dan bagaimana menghitungnya",
        "write in `derivation` from which figures, and in what way",
    ),
    why=Text(
        "Angka turunan hanya dapat diperiksa bila cara menghitungnya diketahui.",
        "A derived figure can be checked only if its reckoning is known.",
    ),
    basis="our judgement",
)
def derived_without_derivation(plan: Plan) -> Iterator[Finding]:
    """
    Wrong:

        # readiness.yaml
        profile:
          - id: kepadatan
            topic: penduduk
            name: Kepadatan penduduk
            unit: jiwa per km2
            values:
              - year: 2023
                value: 580
                basis: derived  # PLN005

    Right:

        # readiness.yaml
        profile:
          - id: kepadatan
            topic: penduduk
            name: Kepadatan penduduk
            unit: jiwa per km2
            values:
              - year: 2023
                value: 580
                basis: derived
                derivation: Penduduk 2023 dibagi luas wilayah.
    """
    stages = (
        plan.team,
        plan.theory,
        plan.readiness,
        plan.vision,
        plan.programs,
        plan.roadmap,
        plan.monev,
        plan.document,
        plan.outreach,
    )
    for item in (one for stage in stages for one in walk(stage)):
        if isinstance(item, Sourced) and item.basis == "derived" and item.derivation is None:
            yield found(item.at("basis"))

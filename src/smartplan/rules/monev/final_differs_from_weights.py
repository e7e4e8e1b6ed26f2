"""MON015: a final score that its sections do not add up to."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Related, Severity
from smartplan.figures.evaluation import profile_of, weighted_final
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.stages.monev import Monev


@rule(
    "MON015",
    Severity.ERROR,
    message=Text(
        "nilai akhir {year} ({final}) tidak sama dengan jumlah berbobot bagiannya "
        "({computed}) menurut profil `{profile}`",
        "the final score of {year} ({final}) is not the weighted sum of its sections "
        "({computed}) under the profile `{profile}`",
    ),
    hint=Text(
        "periksa nilai bagian, nilai akhir, dan `profile` menurut tahun dan kelompok peserta",
        "check the sections, the final score, and the `profile` of that year and cohort",
    ),
    why=Text(
        "Nilai akhir adalah jumlah berbobot bagiannya. Rumus ini cocok dengan nilai resmi 168"
        " daerah sampai beda pembulatan 0,015.",
        "The final score is the weighted sum of its sections. The formula reproduces the "
        "official scores of 168 regions within a rounding of 0.015.",
    ),
    basis=(
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); weights by year and cohort stand "
        "in the framework with their sources"
    ),
)
def final_differs_from_weights(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        evaluations:
          - year: 2023
            profile: regular-2023
            sections: {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.42  # MON015
            sources: [S1]

    Right:

        # monev.yaml
        evaluations:
          - year: 2023
            profile: kppn-ikn-2023
            sections:
              {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13,
               collaboration: 2.53}
            final: 2.94
            sources: [S1]
    """
    for evaluation in monev.evaluations:
        profile, final = profile_of(plan, evaluation), evaluation.final
        computed = weighted_final(profile, evaluation.sections) if profile else None
        if computed is None or final is None or evaluation.qualifier is not None:
            continue
        if abs(final - computed) > _ROUNDING:
            also = (Related(evaluation.at("profile"), Text("bobotnya", "its weights")),)
            yield found(
                evaluation.at("final"),
                also=also,
                year=str(evaluation.year),
                final=final,
                computed=round(computed, 2),
                profile=evaluation.profile or "",
            )


_ROUNDING = Decimal("0.015")

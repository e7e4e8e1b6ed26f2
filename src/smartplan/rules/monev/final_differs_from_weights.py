"""MON015: a final score that its sections do not add up to."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from smartplan.diagnostics import Related, Severity
from smartplan.figures.evaluation import final_between, profiles_of
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import quantity
from smartplan.stages.monev import Monev


@rule(
    "MON015",
    Severity.ERROR,
    message=Text(
        "nilai akhir {year} ({final}) tidak sama dengan jumlah berbobot bagiannya "
        "({computed}) menurut profil {profile}",
        "the final score of {year} ({final}) is not the weighted sum of its sections "
        "({computed}) under the profile {profile}",
    ),
    hint=Text(
        "periksa nilai bagian, nilai akhir, dan `profile` menurut tahun dan kelompok peserta",
        "check the sections, the final score, and the `profile` of that year and cohort",
    ),
    why=Text(
        "Nilai akhir adalah jumlah berbobot bagiannya. Rumus ini cocok dengan 168 nilai "
        "akhir resmi dari 136 daerah, 2022 dan 2023, sampai beda pembulatan 0,015.",
        "The final score is the weighted sum of its sections. The formula reproduces 168 "
        "official final scores of 136 regions, of 2022 and 2023, within a rounding of 0.015.",
    ),
    about=Text(
        "nilai akhir tidak sama dengan jumlah berbobot bagiannya",
        "the final score is not the weighted sum of its sections",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); bobot menurut tahun dan kelompok peserta "
        "tercantum dalam kerangka beserta sumbernya",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); weights by year and cohort stand "
        "in the framework with their sources",
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
          - year: 2022
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
        final, sections = evaluation.final, evaluation.sections
        if final is None or not sections or evaluation.qualifier is not None:
            continue
        scale = plan.framework.evaluation_scale
        sums = [
            (one, *final_between(one, sections, scale)) for one in profiles_of(plan, evaluation)
        ]
        if sums and not any(low - _ROUNDING <= final <= high + _ROUNDING for _, low, high in sums):
            also = (Related(evaluation.at("profile"), Text("bobotnya", "its weights")),)
            yield found(
                evaluation.at("final"),
                also=also if evaluation.profile else (),
                year=str(evaluation.year),
                final=final,
                computed=_either(_between(low, high) for _, low, high in sums),
                profile=_either(called(profile) for profile, _, _ in sums),
            )


def _between(low: Decimal, high: Decimal) -> Text:
    """A weighted sum, or what the sections that are not told leave open of it."""
    first, last = quantity(round(low, 2)), quantity(round(high, 2))
    if low == high:
        return first
    return Text(
        f"{first.indonesian} sampai {last.indonesian}", f"{first.english} to {last.english}"
    )


def _either(texts: Iterable[Text]) -> Text:
    every = list(texts)
    return Text(
        " atau ".join(one.indonesian for one in every), " or ".join(one.english for one in every)
    )


_ROUNDING = Decimal("0.015")

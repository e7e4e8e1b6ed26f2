"""MON023: scores weighed with the profile of another year or cohort."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity, show
from smartplan.figures.evaluation import is_profile_of, profile_of, profiles_of
from smartplan.figures.wording import called
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import several
from smartplan.stages.framework import EvaluationProfile
from smartplan.stages.monev import Evaluation, Monev


@rule(
    "MON023",
    Severity.ERROR,
    message=Text(
        "profil {profile} berlaku bagi {its}, sedangkan evaluasi ini {own}",
        "the profile {profile} is that of {its}, while this evaluation is of {own}",
    ),
    hint=Text(
        "perbaiki `profile`, `year`, atau `cohort`; bobot tahun lain dapat ditulis dalam kerangka "
        "rencana sendiri",
        "mend `profile`, `year` or `cohort`; weights of other years can be written in a framework "
        "of the plan's own",
    ),
    why=Text(
        "Bobot bagian berbeda menurut tahun dan kelompok peserta. Dengan bobot lain, sumbangan "
        "tiap bagian dalam buku salah dan nilai akhir tidak teruji.",
        "The weights of the sections differ by year and cohort. With others, the book tells "
        "falsely what each section gave, and the final score goes unchecked.",
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
def profile_of_another_round(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        evaluations:
          - year: 2023
            profile: regular-2022  # MON023
            sections: {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.03
            sources: [S1]
          - year: 2022
            cohort: Reguler
            profile: kppn-ikn-2022  # MON023
            sections: {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.03
            sources: [S1]

    Right:

        # monev.yaml
        evaluations:
          - year: 2023
            cohort: Reguler
            profile: regular-2023
            sections: {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.03
            sources: [S1]
    """
    for evaluation in monev.evaluations:
        profile = profile_of(plan, evaluation)
        if profile is not None and not is_profile_of(profile, plan, evaluation):
            yield found(
                evaluation.at("profile"),
                hint=_meant(plan, profile, evaluation),
                profile=called(profile),
                its=_round(profile.year, profile.cohort),
                own=_round(evaluation.year, evaluation.cohort),
            )


def _round(year: int, cohort: str | None) -> Text:
    told = f" ({show(cohort, 60)})" if cohort else ""
    return Text(f"tahun {year}{told}", f"{year}{told}")


def _meant(plan: Plan, profile: EvaluationProfile, evaluation: Evaluation) -> Text | None:
    fitting = [one for one in profiles_of(plan, evaluation) if one is not profile]
    if not fitting:
        return None
    told = several(fitting)
    return Text(
        f"tulis profil tahun dan kelompok peserta itu: {told.indonesian}",
        f"write the profile of that year and cohort: {told.english}",
    )

"""MON024: a final score that cannot be held against its sections."""

from collections.abc import Iterator

from smartplan.diagnostics import Severity
from smartplan.figures.evaluation import profile_of, profiles_of
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named, several
from smartplan.stages.monev import Evaluation, Monev


@rule(
    "MON024",
    Severity.WARNING,
    message=Text(
        "nilai akhir {year} tidak dapat diperiksa dari bagiannya: {problem}",
        "the final score of {year} cannot be checked against its sections: {problem}",
    ),
    hint=Text(
        "lengkapi `sections` dengan nilai semua bagian yang berbobot",
        "complete `sections` with the scores of all sections that have a weight",
    ),
    why=Text(
        "Nilai akhir adalah jumlah berbobot bagiannya. Tanpa profil bobot atau tanpa nilai salah "
        "satu bagian, salah ketik tidak ketahuan dan buku tidak memuat sumbangan tiap bagian.",
        "The final score is the weighted sum of its sections. Without the profile of weights, or "
        "without the score of a section, slips go unseen and the book cannot tell what each "
        "section gave.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2)",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2)",
    ),
)
def final_not_checked(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        evaluations:
          - year: 2023
            sections:  # MON024
              {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.03
            sources: [S1]
          - year: 2022
            profile: regular-2022
            sections:  # MON024
              {baseline: 3.6, output: 2.29, outcome: 3.41, quick_win: 3.13}
            final: 3.03
            sources: [S1]

    Right:

        # monev.yaml
        evaluations:
          - year: 2023
            profile: regular-2023
            sections: {baseline: 3.6, output: 2.29, outcome: 3.41, impact: 2.81, quick_win: 3.13}
            final: 3.03
            sources: [S1]
    """
    for evaluation in monev.evaluations:
        if evaluation.final is None or not evaluation.sections:
            continue
        profile = profile_of(plan, evaluation)
        without = [
            id_ for id_ in (profile.weights if profile else ()) if id_ not in evaluation.sections
        ]
        if profile is None:
            yield found(
                evaluation.at_key("sections"),
                hint=_profiles(plan, evaluation),
                year=str(evaluation.year),
                problem=_NO_PROFILE,
            )
        elif without:
            told = [named(plan, "evaluation_section", id_) for id_ in without]
            first = ", ".join(one.indonesian for one in told)
            second = ", ".join(one.english for one in told)
            yield found(
                evaluation.at_key("sections"),
                year=str(evaluation.year),
                problem=Text(f"belum ada nilai bagian {first}", f"no score of {second}"),
            )


_NO_PROFILE = Text("profil bobotnya tidak disebut", "its profile of weights is not named")


def _profiles(plan: Plan, evaluation: Evaluation) -> Text:
    fitting = profiles_of(plan, evaluation)
    if not fitting:
        return Text(
            "tulis `profile`; bobot tahun itu belum dikenal, dan dapat ditulis dalam kerangka "
            "rencana sendiri",
            "write `profile`; the weights of that year are not known, and can be written in a "
            "framework of the plan's own",
        )
    told = several(fitting)
    return Text(f"tulis `profile`: {told.indonesian}", f"write `profile`: {told.english}")

"""MON013: a score the instrument cannot give."""

from collections.abc import Iterator
from decimal import Decimal

from smartplan.diagnostics import Location, Severity
from smartplan.language import Text
from smartplan.plan import Plan
from smartplan.rules.rule import Finding, found, rule
from smartplan.rules.wording import named
from smartplan.stages.monev import Evaluation, Monev


@rule(
    "MON013",
    Severity.ERROR,
    message=Text(
        "nilai {what} ({score}) di luar skala {low} sampai {high}",
        "the score of {what} ({score}) lies outside the scale of {low} to {high}",
    ),
    hint=Text(
        "periksa angka dan letak komanya",
        "check the figure and its decimal point",
    ),
    why=Text(
        "Butir dan bagian dinilai 0 sampai 4. Angka lain adalah salah ketik, dan nilai akhir "
        "ikut salah.",
        "Items and sections are scored 0 to 4. Any other figure is a slip, and makes the "
        "final score wrong.",
    ),
    basis=Text(
        "instrumen evaluasi kementerian 2022 dan 2023 (laporan evaluasi Kabupaten Malang, "
        "https://github.com/Maisho20/Smart-City-2); skala 0 sampai 4 disimpulkan dari "
        "nilainya: semua nilai bagian dalam 168 hasil evaluasi 2022 dan 2023, dari 136 "
        "daerah, berada di dalamnya",
        "the ministry's evaluation instrument 2022 and 2023 (evaluation reports of Kabupaten "
        "Malang, https://github.com/Maisho20/Smart-City-2); the scale of 0 to 4 is inferred "
        "from the scores: all section scores in 168 results of 2022 and 2023, of 136 "
        "regions, lie within it",
    ),
)
def section_score_out_of_scale(plan: Plan, monev: Monev) -> Iterator[Finding]:
    """
    Wrong:

        # monev.yaml
        evaluations:
          - year: 2023
            sections:
              baseline: 3.6
              output: 22.9  # MON013
            final: 294  # MON013
            sources: [S1]

    Right:

        # monev.yaml
        evaluations:
          - year: 2023
            sections: {baseline: 3.6, output: 2.29}
            final: 2.94
            sources: [S1]
    """
    scale = plan.framework.evaluation_scale
    for evaluation in monev.evaluations:
        for what, score, place in _scores(plan, evaluation):
            if not scale["min"] <= score <= scale["max"]:
                yield found(place, what=what, score=score, low=scale["min"], high=scale["max"])


def _scores(plan: Plan, evaluation: Evaluation) -> Iterator[tuple[Text, Decimal, Location]]:
    for section, score in evaluation.sections.items():
        told = named(plan, "evaluation_section", section)
        what = Text(f"bagian {told.indonesian}", f"the section {told.english}")
        yield what, score, evaluation.at("sections", section)
    for item in evaluation.items:
        yield Text("sebuah butir", "an item"), item.score, item.at("score")
    if evaluation.final is not None:
        yield Text("akhir", "the round"), evaluation.final, evaluation.at("final")

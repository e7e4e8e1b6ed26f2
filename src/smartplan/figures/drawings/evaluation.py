"""The sections of the ministry's evaluation: what each weighs and what it gave."""

from decimal import Decimal

from smartplan.figures.cells import NONE, either, heading, share_text, term, terms, tongue
from smartplan.figures.drawings.drawing import Drawing
from smartplan.figures.drawings.picture import (
    Band,
    Box,
    Key,
    Label,
    Picture,
    Shape,
    legend,
    scaled,
    stacked,
    swatch,
)
from smartplan.figures.evaluation import (
    Contribution,
    contributions,
    points,
    profile_for,
    profile_of,
    weighed_evaluation,
)
from smartplan.figures.table import Cell, Table
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.framework import EvaluationProfile
from smartplan.stages.monev import Evaluation


def evaluation_figure(plan: Plan) -> Drawing:
    """The weights of the sections; where a round tells its scores, how much of each is filled."""
    evaluation = weighed_evaluation(plan)
    profile = _profile(plan, evaluation)
    rows = _rows(plan, evaluation, profile)
    name = terms(plan, "evaluation_profile", profile.id) if profile else Text("", "")
    return Drawing(
        id="bobot-evaluasi",
        caption=Text(
            f"Bagian evaluasi dan bobotnya{_round(evaluation).indonesian}, {name.indonesian}",
            f"Sections of the evaluation and their weights{_round(evaluation).english}, "
            f"{name.english}",
        ),
        says=_says(plan, rows, evaluation),
        data=weight_table(plan),
        layout=lambda width: _picture(plan, rows, width),
    )


def weight_table(plan: Plan) -> Table:
    """The weight of each section, and its score and points where a round tells them."""
    evaluation = weighed_evaluation(plan)
    rows = _rows(plan, evaluation, _profile(plan, evaluation))
    return Table(
        id="bobot-bagian",
        caption=Text("Bobot bagian evaluasi", "Weights of the sections of the evaluation"),
        columns=(
            heading("Bagian", "Section"),
            heading("Bobot", "Weight", "right"),
            heading("Nilai", "Score", "right"),
            heading("Sumbangan", "Gave", "right"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "evaluation_section", one.section)),
                Cell(share_text(plan, one.weight)),
                Cell(_told(plan, one.score)),
                Cell(_told(plan, one.points)),
            )
            for one in rows
        ),
        empty=Text("Bobot evaluasi belum diketahui.", "The weights are not known yet."),
    )


def _profile(plan: Plan, evaluation: Evaluation | None) -> EvaluationProfile | None:
    if evaluation is not None:
        return profile_of(plan, evaluation)
    return profile_for(plan, plan.as_of.year)


def _rows(
    plan: Plan, evaluation: Evaluation | None, profile: EvaluationProfile | None
) -> tuple[Contribution, ...]:
    if profile is None:
        return ()
    scores = evaluation.sections if evaluation else {}
    return contributions(profile, scores, plan.framework.evaluation_scale["max"])


def _round(evaluation: Evaluation | None) -> Text:
    if evaluation is None:
        return Text("", "")
    return Text(f" tahun {evaluation.year}", f" in {evaluation.year}")


def _says(plan: Plan, rows: tuple[Contribution, ...], evaluation: Evaluation | None) -> Text:
    named = [(terms(plan, "evaluation_section", one.section), one.weight) for one in rows]
    indonesian = ", ".join(f"{name.indonesian} {weight} persen" for name, weight in named)
    english = ", ".join(f"{name.english} {weight} percent" for name, weight in named)
    if evaluation is None:
        return Text(
            f"Bobot tiap bagian: {indonesian}. Nilai tiap bagian belum diketahui.",
            f"The weight of each section: {english}. The scores are not known.",
        )
    return Text(
        f"Bobot tiap bagian: {indonesian}. Bagian batang yang terisi adalah nilai yang diperoleh.",
        f"The weight of each section: {english}. The filled part of a bar is the score it got.",
    )


def _told(plan: Plan, value: Decimal | None) -> str:
    return NONE.text if value is None else number(points(value), tongue(plan))


def _picture(plan: Plan, rows: tuple[Contribution, ...], width: int) -> Picture:
    heaviest = max(one.weight for one in rows)
    bands = [_row(plan, one, heaviest, width) for one in rows]
    if any(one.score is not None for one in rows):
        keys = (
            Key(either(plan, "nilai yang diperoleh", "score it got"), swatch("tone-4", 1)),
            Key(either(plan, "bobot bagian", "weight of the section"), swatch("tone-1")),
        )
        bands.append(legend(keys, width))
    return stacked(width, bands)


def _row(plan: Plan, one: Contribution, heaviest: Decimal, width: int) -> Band:
    name = term(plan, "evaluation_section", one.section)
    weight = share_text(plan, one.weight)
    length = scaled(one.weight, heaviest, width)
    shapes: list[Shape] = [
        Label(0, 14, name, "strong"),
        Label(width, 14, _beside(plan, one, weight), "small", "end"),
        Box(0, 20, length, 16, "tone-1" if one.score is not None else "tone-2"),
    ]
    if one.score is not None:
        filled = scaled(one.score, one.best, length)
        if filled:
            shapes.append(Box(0, 20, filled, 16, "tone-4", 1))
    return Band(tuple(shapes), 46)


def _beside(plan: Plan, one: Contribution, weight: str) -> str:
    if one.score is None:
        return either(plan, f"bobot {weight}", f"weight {weight}")
    score, best = _told(plan, one.score), _told(plan, one.best)
    return either(
        plan, f"bobot {weight}, nilai {score} dari {best}", f"weight {weight}, {score} of {best}"
    )

"""The ministry's score: a weighted sum of sections, what each gives, where points are left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from smartplan.figures.cells import NONE, either, heading, measured, term, terms, tongue, when
from smartplan.figures.table import Cell, Table, remark, stated
from smartplan.language import Text, number
from smartplan.nearest import fold
from smartplan.plan import Plan
from smartplan.stages.framework import EvaluationProfile
from smartplan.stages.monev import Evaluation


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a section gives to the final score, and what it leaves."""

    section: str
    weight: Decimal
    """In percent of the final score."""
    score: Decimal | None
    """None where the score of the section is not known."""
    best: Decimal

    @property
    def points(self) -> Decimal | None:
        return None if self.score is None else self.weight * self.score / 100

    @property
    def left(self) -> Decimal | None:
        """The points between this score and full marks, as the final score counts them."""
        return None if self.score is None else self.weight * (self.best - self.score) / 100


def weighted_final(profile: EvaluationProfile, sections: Mapping[str, Decimal]) -> Decimal | None:
    """The final score that follows from sections and weights; None if a section is missing."""
    if not set(profile.weights) <= set(sections):
        return None
    weighted = (weight * sections[section] for section, weight in profile.weights.items())
    return sum(weighted, Decimal(0)) / 100


def final_between(
    profile: EvaluationProfile, sections: Mapping[str, Decimal], scale: Mapping[str, Decimal]
) -> tuple[Decimal, Decimal]:
    """The lowest and the highest final score that the sections not known leave open."""
    low, high = (
        sum((w * sections.get(id_, scale[end]) for id_, w in profile.weights.items()), Decimal(0))
        / 100
        for end in ("min", "max")
    )
    return low, high


def contributions(
    profile: EvaluationProfile, sections: Mapping[str, Decimal], best: Decimal
) -> tuple[Contribution, ...]:
    """Every section that the profile weighs, in its order."""
    return tuple(
        Contribution(section, weight, sections.get(section), best)
        for section, weight in profile.weights.items()
    )


def cheapest(found: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """The sections with points left, those that leave most first."""
    open_ = [(one.left, one) for one in found if one.left]
    return tuple(one for _, one in sorted(open_, key=lambda pair: -pair[0]))


def improvement(final: Decimal, before: Decimal) -> Decimal:
    """The second index: the final score less that of the year before."""
    return final - before


def evaluations(plan: Plan) -> tuple[Evaluation, ...]:
    """The rounds of evaluation in the order of time."""
    return tuple(sorted(plan.monev.evaluations, key=lambda e: (e.year, e.round or 0)))


def latest_evaluation(plan: Plan, year: int | None = None) -> Evaluation | None:
    """The last round that has a final score, of one year or of all."""
    done = [
        e
        for e in evaluations(plan)
        if e.final is not None and year in (None, e.year) and e.year <= plan.as_of.year
    ]
    return done[-1] if done else None


def improvement_of(plan: Plan, evaluation: Evaluation) -> Decimal | None:
    """The improvement as published, else from the final score of the year before."""
    if evaluation.improvement is not None or evaluation.final is None:
        return evaluation.improvement
    before = latest_evaluation(plan, evaluation.year - 1)
    if before is None or before.final is None:
        return None
    return improvement(evaluation.final, before.final)


def profile_of(plan: Plan, evaluation: Evaluation) -> EvaluationProfile | None:
    """The weights a round was scored with."""
    if evaluation.profile is None:
        return None
    found = plan.find("evaluation_profile", evaluation.profile)
    return found if isinstance(found, EvaluationProfile) else None


def is_profile_of(profile: EvaluationProfile, plan: Plan, evaluation: Evaluation) -> bool:
    """Whether these are the weights of a round's year and, as far as it is told, its cohort.

    Where none of that year are known, others may stand in for them.
    """
    fitting = _profiles_of_round(plan, evaluation)
    return not fitting or profile in fitting


def profiles_of(plan: Plan, evaluation: Evaluation) -> tuple[EvaluationProfile, ...]:
    """The weights a round may have been scored with: the one it names, where that is of its year
    and cohort or no other is known, else all that are."""
    fitting, own = _profiles_of_round(plan, evaluation), profile_of(plan, evaluation)
    if own is not None and (own in fitting or not fitting):
        return (own,)
    return fitting


def _profiles_of_round(plan: Plan, evaluation: Evaluation) -> tuple[EvaluationProfile, ...]:
    every = plan.framework.evaluation_profiles
    of_year = tuple(one for one in every if one.year == evaluation.year)
    told = fold(evaluation.cohort or "")
    of_cohort = tuple(
        one for one in of_year if told and (told in fold(one.cohort) or fold(one.cohort) in told)
    )
    return of_cohort or of_year


def profile_for(plan: Plan, year: int) -> EvaluationProfile | None:
    """The weights to reckon a year with: the plan's own cohort, else the first of the method.

    Weights are known for some years only: the latest by then stand in for the year.
    """
    own = [profile_of(plan, e) for e in reversed(evaluations(plan)) if e.year <= year]
    profiles = plan.framework.evaluation_profiles
    latest = max((one.year for one in profiles if one.year <= year), default=None)
    fitting = [one for one in profiles if one.year == latest] or list(profiles)
    return next((one for one in own if one is not None), fitting[0] if fitting else None)


def evaluation_table(plan: Plan) -> Table:
    """The rounds of evaluation and what they gave."""
    return Table(
        id="hasil-evaluasi",
        caption=Text("Hasil evaluasi smart city", "Results of the smart city evaluation"),
        columns=(
            heading("Tahun", "Year"),
            heading("Tahap", "Round"),
            heading("Tanggal", "Date"),
            heading("Penilai", "By"),
            heading("Nilai akhir", "Final", "right"),
            heading("Peringkat", "Rank", "right"),
        ),
        rows=tuple(
            (
                Cell(str(e.year)),
                Cell(str(e.round) if e.round else NONE.text),
                Cell(when(plan, e.date)),
                Cell(e.by or NONE.text),
                stated(_final(plan, e), e, *_round_remarks(plan, e)),
                Cell(str(e.rank) if e.rank else NONE.text),
            )
            for e in evaluations(plan)
        ),
        empty=Text("Belum ada hasil evaluasi.", "There is no result of an evaluation yet."),
    )


def _round_remarks(plan: Plan, evaluation: Evaluation) -> tuple[Text, ...]:
    published = when(plan, evaluation.published) if evaluation.published else None
    return (
        *remark("Kelompok peserta", "Cohort", evaluation.cohort),
        *remark("Diumumkan", "Published", published),
    )


def _final(plan: Plan, evaluation: Evaluation) -> str:
    if evaluation.final is None:
        return either(plan, "belum diumumkan", "not published")
    return measured(plan, evaluation.final, evaluation.qualifier)


def section_table(plan: Plan) -> Table:
    """The sections of the evaluation with the score of every round that has them."""
    rounds = [evaluation for evaluation in evaluations(plan) if evaluation.sections]
    return Table(
        id="nilai-bagian",
        caption=Text("Nilai evaluasi menurut bagian", "Scores of the evaluation by section"),
        columns=(
            heading("Bagian", "Section"),
            *(heading(_round_name(e), _round_name(e), "right") for e in rounds),
        ),
        rows=tuple(
            (
                Cell(term(plan, "evaluation_section", section.id)),
                *(_section(plan, evaluation, section.id) for evaluation in rounds),
            )
            for section in plan.framework.evaluation_sections
            if any(section.id in evaluation.sections for evaluation in rounds)
        ),
        empty=Text(
            "Rincian nilai menurut bagian belum tersedia.", "The scores by section are not known."
        ),
    )


def _round_name(evaluation: Evaluation) -> str:
    return f"{evaluation.year}" + (f" ({evaluation.round})" if evaluation.round else "")


def _section(plan: Plan, evaluation: Evaluation, section: str) -> Cell:
    score = evaluation.sections.get(section)
    return NONE if score is None else Cell(number(score, tongue(plan)))


def weighed_evaluation(plan: Plan) -> Evaluation | None:
    """The last round of which all sections and their weights are known."""
    for evaluation in reversed(evaluations(plan)):
        profile = profile_of(plan, evaluation)
        if profile is not None and weighted_final(profile, evaluation.sections) is not None:
            return evaluation
    return None


def contribution_table(plan: Plan) -> Table:
    """What each section gave to the last final score that can be taken apart."""
    evaluation = weighed_evaluation(plan)
    profile = profile_of(plan, evaluation) if evaluation else None
    rows: tuple[Contribution, ...] = ()
    name = Text("", "")
    if evaluation and profile:
        rows = contributions(profile, evaluation.sections, plan.framework.evaluation_scale["max"])
        weights = terms(plan, "evaluation_profile", profile.id)
        name = Text(
            f" tahun {evaluation.year}, bobot {weights.indonesian}",
            f" in {evaluation.year}, weights of {weights.english}",
        )
    return Table(
        id="sumbangan-bagian",
        caption=Text(
            f"Sumbangan tiap bagian pada nilai akhir{name.indonesian}",
            f"What each section gave to the final score{name.english}",
        ),
        columns=(
            heading("Bagian", "Section"),
            heading("Bobot (%)", "Weight (%)", "right"),
            heading("Nilai", "Score", "right"),
            heading("Sumbangan", "Gave", "right"),
            heading("Sisa", "Left", "right"),
        ),
        rows=tuple(
            (
                Cell(term(plan, "evaluation_section", one.section)),
                _number(plan, one.weight),
                _number(plan, one.score),
                _number(plan, one.points),
                _number(plan, one.left),
            )
            for one in rows
        ),
        empty=Text(
            "Sumbangan tiap bagian belum dapat dihitung.",
            "What each section gave cannot be reckoned yet.",
        ),
    )


def _number(plan: Plan, value: Decimal | None) -> Cell:
    return NONE if value is None else Cell(number(points(value), tongue(plan)))


def points(value: Decimal) -> Decimal:
    """A score or points to three decimals, without zeros at the end."""
    told = round(value, 3).normalize()
    return told.quantize(Decimal(1)) if told == told.to_integral_value() else told

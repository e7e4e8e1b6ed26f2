"""Where the region wants to go: the plans above, objectives measured, policies."""

from collections.abc import Iterator

from smartplan.figures.cells import (
    NONE,
    count,
    either,
    heading,
    measured,
    said,
    term,
    term_cell,
    tongue,
    when,
    years_text,
)
from smartplan.figures.monev import last_target
from smartplan.figures.progress import achievement, indicators_in, indicators_of
from smartplan.figures.table import Cell, Table, stated
from smartplan.figures.trace import code, objectives_in
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.framework import Dimension
from smartplan.stages.monev import Indicator
from smartplan.stages.vision import AlignedMission, Alignment, Mission, Objective, Policy

_DIMENSION = heading("Dimensi", "Dimension")
_OBJECTIVE = heading("Sasaran", "Objective")


def alignment_table(plan: Plan) -> Table:
    """The plans above this one."""
    return Table(
        id="dokumen-rujukan",
        caption=Text("Dokumen rujukan masterplan", "Documents the masterplan refers to"),
        columns=(
            heading("Dokumen", "Document"),
            heading("Jenis", "Kind"),
            heading("Jangka waktu", "Period"),
            heading("Dasar penetapan", "Adopted by"),
            heading("Misi atau prioritas", "Missions or priorities", "right"),
        ),
        rows=tuple(
            (
                stated(above.title, above),
                Cell(said(plan, "alignment_kind", above.kind_)),
                Cell(_period(plan, above)),
                Cell(above.legal or NONE.text),
                Cell(number(len(above.missions), tongue(plan)) if above.missions else NONE.text),
            )
            for above in plan.vision.alignment
        ),
        empty=Text(
            "Dokumen perencanaan yang dirujuk belum dicatat.",
            "No documents above this one have been recorded yet.",
        ),
    )


def _period(plan: Plan, above: Alignment) -> str:
    if above.period is None:
        return NONE.text
    return years_text(plan, above.period.start, above.period.end)


def aligned_missions(plan: Plan) -> tuple[AlignedMission, ...]:
    """The missions, aims and priorities of all plans above."""
    return tuple(mission for above in plan.vision.alignment for mission in above.missions)


def aligned_missions_unsupported(plan: Plan) -> tuple[AlignedMission, ...]:
    """Those that no mission of this plan supports."""
    supported = {id_ for mission in plan.vision.missions for id_ in mission.supports}
    return tuple(mission for mission in aligned_missions(plan) if mission.id not in supported)


def missions_unaligned(plan: Plan) -> tuple[Mission, ...]:
    """The missions of this plan that support none of a plan above."""
    return tuple(mission for mission in plan.vision.missions if not mission.supports)


def dimensions_without_objective(plan: Plan) -> tuple[Dimension, ...]:
    """The dimensions no objective belongs to."""
    return tuple(one for one in plan.framework.dimensions if not objectives_in(plan, one.id))


def objective_indicator_table(plan: Plan) -> Table:
    """The objectives with the indicators that measure them, baseline and last target."""
    return Table(
        id="indikator-sasaran",
        caption=Text("Indikator sasaran", "Indicators of the objectives"),
        columns=(
            _OBJECTIVE,
            heading("Indikator", "Indicator"),
            heading("Satuan", "Unit"),
            heading("Data dasar", "Baseline", "right"),
            heading("Target akhir", "Last target", "right"),
        ),
        rows=tuple(
            row for objective in plan.vision.objectives for row in _measures(plan, objective)
        ),
        empty=Text("Sasaran belum dirumuskan.", "No objectives have been drawn up yet."),
        wide=True,
    )


def _measures(plan: Plan, objective: Objective) -> Iterator[tuple[Cell, ...]]:
    aim = Cell(code(plan, objective))
    indicators = indicators_of(plan, "objective", objective.id)
    if not indicators:
        yield (aim, Cell(either(plan, "belum ada", "none yet")), NONE, NONE, NONE)
    for indicator in indicators:
        yield (
            aim,
            stated(indicator.name, indicator),
            Cell(indicator.unit),
            _baseline(plan, indicator),
            _target(plan, indicator),
        )


def _baseline(plan: Plan, indicator: Indicator) -> Cell:
    start = indicator.baseline
    if start is None or start.value is None:
        return Cell(either(plan, "belum ada", "none yet"))
    value = measured(plan, start.value, start.qualifier)
    return stated(f"{value} ({when(plan, start.year)})" if start.year else value, start)


def _target(plan: Plan, indicator: Indicator) -> Cell:
    last = last_target(indicator)
    if last is None:
        return Cell(either(plan, "belum ada", "none yet"))
    year, value = last
    return Cell(f"{number(value, tongue(plan))} ({year})")


def dimension_progress_table(plan: Plan) -> Table:
    """Each dimension with its objectives and how many of its indicators reached their target."""
    counted = [(one, _verdicts(plan, one)) for one in plan.framework.dimensions]
    return Table(
        id="kemajuan-dimensi",
        caption=Text("Kemajuan indikator per dimensi", "Progress of the indicators by dimension"),
        columns=(
            _DIMENSION,
            heading("Sasaran", "Objectives", "right"),
            heading("Indikator", "Indicators", "right"),
            heading("Mencapai target", "Reached", "right"),
            heading("Belum mencapai target", "Short", "right"),
            heading("Belum dapat dinilai", "Not judged", "right"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", dimension.id),
                count(plan, len(objectives_in(plan, dimension.id))),
                count(plan, len(found)),
                *(count(plan, found.count(verdict)) for verdict in ("reached", "short", "unknown")),
            )
            for dimension, found in counted
        )
        if plan.monev.indicators
        else (),
        empty=Text("Indikator belum disusun.", "No indicators have been drawn up yet."),
    )


def _verdicts(plan: Plan, dimension: Dimension) -> list[str]:
    return [achievement(plan, one).verdict for one in indicators_in(plan, dimension.id)]


def policy_table(plan: Plan) -> Table:
    """The policy directions with the objective they serve and their horizon."""
    return Table(
        id="arah-kebijakan",
        caption=Text("Arah kebijakan", "Policy directions"),
        columns=(
            _DIMENSION,
            _OBJECTIVE,
            heading("Arah kebijakan", "Policy direction"),
            heading("Jangka", "Horizon"),
        ),
        rows=tuple(
            (
                term_cell(plan, "dimension", objective.dimension),
                Cell(code(plan, objective)),
                stated(policy.text, policy),
                Cell(term(plan, "horizon", policy.horizon)),
            )
            for objective in plan.vision.objectives
            for policy in policies_of(plan, objective.id)
        ),
        empty=Text(
            "Arah kebijakan belum dirumuskan.", "No policy directions have been drawn up yet."
        ),
    )


def policies_of(plan: Plan, objective: str) -> tuple[Policy, ...]:
    """The policy directions that serve an objective."""
    return tuple(one for one in plan.vision.policies if one.objective == objective)

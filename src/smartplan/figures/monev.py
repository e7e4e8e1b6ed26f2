"""Indicators and surveys as tables; what was reached comes from `progress`."""

from collections.abc import Iterable
from decimal import Decimal

from smartplan.figures.cells import (
    NONE,
    agency_cell,
    either,
    heading,
    list_cell,
    measured,
    said,
    share_text,
    term_cell,
    terms,
    tongue,
    when,
)
from smartplan.figures.progress import (
    Achievement,
    achievement,
    achievement_class,
    achievement_scale,
    achievements,
    indicators_in,
    latest_realisation,
)
from smartplan.figures.table import Cell, Table, named, remark, remarks, stated
from smartplan.language import Text, number
from smartplan.plan import Plan
from smartplan.stages.monev import Indicator, Realisation, Survey


def last_target(indicator: Indicator) -> tuple[int, Decimal] | None:
    """The target of the last year that has one."""
    if not indicator.targets:
        return None
    year = max(indicator.targets)
    return year, indicator.targets[year]


def indicators_without_baseline(plan: Plan) -> tuple[Indicator, ...]:
    return tuple(i for i in plan.monev.indicators if i.baseline is None or i.baseline.value is None)


def indicators_without_target(plan: Plan) -> tuple[Indicator, ...]:
    return tuple(i for i in plan.monev.indicators if not i.targets)


def indicators_without_realisation(plan: Plan) -> tuple[Indicator, ...]:
    return tuple(i for i in plan.monev.indicators if latest_realisation(plan, i) is None)


def surveys(plan: Plan, dimension: str | None = None) -> tuple[Survey, ...]:
    found = sorted(plan.monev.surveys, key=lambda survey: survey.date)
    return tuple(s for s in found if dimension in (None, s.dimension))


def indicator_table(plan: Plan, dimension: str | None) -> Table:
    """The indicators of a dimension: where they began, where they go, where they are."""
    name = _dimension_words(plan, dimension)
    return Table(
        id=f"indikator-{dimension or 'lain'}",
        caption=Text(f"Indikator {name.indonesian}", f"Indicators: {name.english}"),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Tingkat", "Level"),
            heading("Data dasar", "Baseline"),
            heading("Target", "Target"),
            heading("Realisasi terakhir", "Latest"),
            heading("Capaian", "Achievement", "right"),
        ),
        rows=tuple(_indicator_row(plan, i) for i in indicators_in(plan, dimension)),
        empty=Text(
            f"Belum ada indikator {name.indonesian}.", f"No indicators yet: {name.english}."
        ),
    )


def _dimension_words(plan: Plan, dimension: str | None) -> Text:
    if dimension is None:
        return Text("lintas dimensi", "across dimensions")
    return terms(plan, "dimension", dimension)


def _indicator_row(plan: Plan, indicator: Indicator) -> tuple[Cell, ...]:
    reached = achievement(plan, indicator)
    return (
        stated(f"{indicator.name} ({indicator.unit})", indicator),
        Cell(said(plan, "level", indicator.level)),
        _baseline(plan, indicator),
        _target(plan, indicator),
        _realised(plan, reached.realisation),
        _achieved(plan, reached),
    )


def _baseline(plan: Plan, indicator: Indicator) -> Cell:
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        none_yet = either(plan, "belum ada", "none yet")
        missing = remark("Catatan", "Note", baseline.missing if baseline else None)
        return Cell(none_yet, remarks=missing)
    text = measured(plan, baseline.value, baseline.qualifier)
    if baseline.year is not None:
        text = f"{text} ({when(plan, baseline.year)})"
    return stated(text, baseline)


def _target(plan: Plan, indicator: Indicator) -> Cell:
    target = last_target(indicator)
    if target is None:
        return Cell(either(plan, "belum ada", "none yet"))
    return Cell(f"{number(target[1], tongue(plan))} ({target[0]})", basis=indicator.rests_on)


def _realised(plan: Plan, realisation: Realisation | None) -> Cell:
    if realisation is None:
        return Cell(either(plan, "belum ada", "none yet"))
    period = when(plan, realisation.period)
    more = (*_why_none(realisation), *_drivers(realisation))
    if realisation.value is not None:
        text = measured(plan, realisation.value, realisation.qualifier)
        return stated(f"{text} ({period})", realisation, *more)
    if realisation.text is not None:
        return stated(f"{realisation.text} ({period})", realisation, *more)
    none_yet = either(plan, f"belum ada data ({period})", f"no data yet ({period})")
    return stated(none_yet, realisation, *more)


def _why_none(realisation: Realisation) -> tuple[Text, ...]:
    return remark("Catatan", "Note", realisation.no_data)


def _drivers(realisation: Realisation) -> tuple[Text, ...]:
    return remark("Faktor pendorong", "Drivers", realisation.drivers)


def realisation_remarks(realisation: Realisation) -> tuple[Text, ...]:
    """All that is said of a realisation beside its value."""
    return (
        *remarks(realisation),
        *_why_none(realisation),
        *_drivers(realisation),
        *remark("Faktor penghambat", "Obstacles", realisation.obstacles),
    )


def _achieved(plan: Plan, reached: Achievement) -> Cell:
    if reached.percent is not None:
        named = achievement_class(plan, reached.counted or reached.percent)
        text = share_text(plan, reached.percent)
        return Cell(f"{text} ({named})" if named else text)
    found = reached.realisation
    if reached.reason is None or (found and found.value is None and found.text is None):
        return NONE
    return Cell(reached.reason.say(tongue(plan)))


def target_table(plan: Plan, dimension: str | None) -> Table:
    """The targets of a dimension's indicators, year by year."""
    name = _dimension_words(plan, dimension)
    found = [i for i in indicators_in(plan, dimension) if i.targets]
    years = sorted({year for indicator in found for year in indicator.targets})
    return Table(
        id=f"target-{dimension or 'lain'}",
        caption=Text(f"Target tahunan {name.indonesian}", f"Yearly targets: {name.english}"),
        columns=(
            heading("Indikator", "Indicator"),
            *(heading(str(year), str(year), "right") for year in years),
        ),
        rows=tuple(
            (
                Cell(f"{i.name} ({i.unit})", basis=i.rests_on, item=named(i)),
                *(_year_target(plan, i, year) for year in years),
            )
            for i in found
        ),
        empty=Text(
            f"Belum ada target tahunan {name.indonesian}.", f"No targets yet: {name.english}."
        ),
        wide=len(years) > 4,
    )


def _year_target(plan: Plan, indicator: Indicator, year: int) -> Cell:
    value = indicator.targets.get(year)
    return NONE if value is None else Cell(number(value, tongue(plan)), value=value)


def measured_table(plan: Plan, indicators: Iterable[Indicator], id_: str) -> Table:
    """Some indicators, for the card of a program or the page of an objective."""
    return Table(
        id=f"indikator-{id_}",
        caption=Text(
            f"Indikator {plan.name('program|objective', id_)}",
            f"Indicators of {plan.name('program|objective', id_)}",
        ),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Tingkat", "Level"),
            heading("Data dasar", "Baseline"),
            heading("Target", "Target"),
            heading("Realisasi terakhir", "Latest"),
            heading("Capaian", "Achievement", "right"),
        ),
        rows=tuple(_indicator_row(plan, indicator) for indicator in indicators),
        empty=Text("Indikatornya belum ditetapkan.", "No indicator has been set yet."),
    )


def obstacle_table(plan: Plan) -> Table:
    """The indicators that fell short, with what stood in the way."""
    short = [one for one in achievements(plan) if one.verdict == "short"]
    return Table(
        id="faktor-penghambat",
        caption=Text("Indikator di bawah target", "Indicators short of their target"),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Capaian", "Achievement", "right"),
            heading("Faktor penghambat", "Obstacles"),
        ),
        rows=tuple(
            (
                Cell(one.indicator.name, item=named(one.indicator)),
                _achieved(plan, one),
                Cell(
                    (one.realisation and one.realisation.obstacles)
                    or either(plan, "belum dicatat", "not recorded")
                ),
            )
            for one in short
        ),
        empty=Text(
            "Tidak ada indikator yang tercatat di bawah target.",
            "No indicator is short of its target.",
        ),
    )


def monev_schedule_table(plan: Plan) -> Table:
    """Who evaluates what, and when."""
    return Table(
        id="jadwal-monev",
        caption=Text("Jadwal monitoring dan evaluasi", "Schedule of monitoring and evaluation"),
        columns=(
            heading("Kegiatan", "What"),
            heading("Waktu", "When"),
            heading("Pelaksana", "Who"),
        ),
        rows=tuple(
            (
                stated(entry.what, entry),
                Cell(entry.when),
                list_cell(agency_cell(plan, id_) for id_ in entry.who),
            )
            for entry in plan.monev.schedule
        ),
        empty=Text(
            "Jadwal monitoring dan evaluasi belum ditetapkan.",
            "No schedule of monitoring and evaluation has been set yet.",
        ),
    )


def scale_table(plan: Plan) -> Table:
    """The classes of achievement, the best first."""
    return Table(
        id="kelas-capaian",
        caption=Text("Kelas capaian indikator", "Classes of achievement"),
        columns=(heading("Capaian mulai", "From", "right"), heading("Sebutan", "Called")),
        rows=tuple(
            (Cell(share_text(plan, lowest)), Cell(name)) for lowest, name in achievement_scale(plan)
        ),
        empty=Text("Kelas capaian belum ditetapkan.", "No classes have been set yet."),
    )


def survey_table(plan: Plan) -> Table:
    """The surveys: who was asked, how many, what came out."""
    return Table(
        id="survei",
        caption=Text("Survei kepada pengguna layanan", "Surveys of the users"),
        columns=(
            heading("Survei", "Survey"),
            heading("Dimensi", "Dimension"),
            heading("Waktu", "Time"),
            heading("Responden", "Respondents", "right"),
            heading("Hasil", "Result"),
        ),
        rows=tuple(
            (
                stated(
                    survey.name,
                    survey,
                    *remark("Cara", "Method", survey.method),
                    *remark("Kelompok responden", "Respondents", survey.panel),
                ),
                term_cell(plan, "dimension", survey.dimension),
                Cell(when(plan, survey.date)),
                Cell(number(survey.respondents, tongue(plan))),
                Cell(_results(plan, survey)),
            )
            for survey in surveys(plan)
        ),
        empty=Text("Belum ada survei yang dicatat.", "No survey has been recorded yet."),
    )


def _results(plan: Plan, survey: Survey) -> str:
    found = []
    for result in survey.results:
        text = result.text or NONE.text
        if result.value is not None:
            text = measured(plan, result.value, result.qualifier)
        found.append(f"{text} ({when(plan, result.year)})")
    return "; ".join(found) or NONE.text


def realised_later(plan: Plan) -> list[Realisation]:
    """The realisations of times that begin after the plan's own date."""
    return [one for one in plan.monev.realisations if one.period.first > plan.as_of]

"""How achievements are shown: the calculation, the roll-ups, the indicators gone stale."""

from smartplan.figures.cells import (
    NONE,
    agency_cell,
    either,
    heading,
    share_text,
    terms,
    tongue,
)
from smartplan.figures.progress import (
    MEAN_RULE,
    MEMBERS,
    Achievement,
    Kind,
    Rollup,
    achievement,
    indicators_in,
    latest_realisation,
    mean_cap,
    rollups,
    stale_indicators,
    value_until,
)
from smartplan.figures.table import Cell, Table, named
from smartplan.figures.wording import DASH, capitalised, spoken
from smartplan.language import Language, Text, day, label, number, percent
from smartplan.plan import Plan
from smartplan.stages.monev import Indicator


def calculation(found: Achievement, language: Language) -> str:
    """`(70 + 75) / 300 × 100 = 48,33 %`; as far as it goes where there is no quotient."""
    if found.numerator is None or found.denominator is None:
        return DASH
    numerator, denominator = number(found.numerator, language), number(found.denominator, language)
    told = [number(part.value, language) for part in found.parts if part.value is not None]
    if len(told) > 1:
        total = f"({' + '.join(told)})"
        if found.indicator.direction == "down":
            denominator = total
        else:
            numerator = total
    fraction = f"{numerator} / {denominator}"
    if found.percent is None:
        return fraction
    return f"{fraction} × 100 = {percent(found.percent, language)}"


def why(found: Achievement, language: Language) -> str:
    """What a reader must know beside the state: its reason, what was added, what is missing."""
    told = [found.reason] if found.reason else []
    if len(found.parts) > 1:
        told.append(_ADDED)
    elif found.parts and _could_be_added(found.indicator):
        told.append(_LAST)
    if found.counted is not None and found.counted != found.percent:
        counted = percent(found.counted, language)
        told.append(Text(f"dihitung {counted}", f"counts as {counted}"))
    if found.without_baseline:
        told.append(_NO_BASELINE)
    return "; ".join(text.say(language).rstrip(".") for text in told)


def _could_be_added(indicator: Indicator) -> bool:
    """Whether a reader may expect a sum that is not there."""
    moves = indicator.formula in ("rising", "falling")
    return moves and indicator.frequency != "yearly"


_ADDED = Text("realisasi dalam tahun itu dijumlahkan", "the realisations of the year are added")
_LAST = Text("nilai terakhir tahun itu, tidak dijumlahkan", "the last value of the year, not a sum")
_NO_BASELINE = Text("tanpa data dasar", "no baseline")


def periods(found: Achievement, language: Language) -> str:
    """The periods in the calculation."""
    shown = found.parts or ((found.realisation,) if found.realisation else ())
    return ", ".join(spoken(part.period, language) for part in shown) or DASH


def mean_rule(plan: Plan) -> str:
    """The rule of every roll-up, with the plan's own cap."""
    language = tongue(plan)
    return MEAN_RULE.say(language).format(cap=percent(mean_cap(plan), language))


def member_rule(plan: Plan, kind: Kind) -> str:
    """Which indicators a roll-up takes in."""
    return capitalised(MEMBERS[kind].say(tongue(plan)))


def calculation_table(plan: Plan, dimension: str | None) -> Table:
    """How each achievement of a dimension was computed: from which numbers, sources and dates."""
    name = _named(plan, dimension)
    language = tongue(plan)
    return Table(
        id=f"perhitungan-{dimension or 'lain'}",
        caption=Text(
            f"Perhitungan capaian {name.indonesian}", f"How it was computed: {name.english}"
        ),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Rumus", "Formula"),
            heading("Realisasi", "Period"),
            heading("Perhitungan", "Calculation"),
            heading("Keadaan", "State"),
        ),
        rows=tuple(
            _calculation_row(achievement(plan, indicator), language)
            for indicator in indicators_in(plan, dimension)
            if latest_realisation(plan, indicator) is not None
        ),
        empty=Text(
            f"Belum ada realisasi {name.indonesian} untuk dihitung.",
            f"Nothing to compute yet: {name.english}.",
        ),
        wide=True,
    )


def _calculation_row(found: Achievement, language: Language) -> tuple[Cell, ...]:
    told = why(found, language)
    state = found.state.words.say(language)
    return (
        Cell(found.indicator.name),
        Cell(label("formula", found.indicator.formula).say(language)),
        Cell(periods(found, language), found.sources),
        Cell(
            calculation(found, language),
            basis=found.indicator.rests_on if found.numerator is not None else None,
        ),
        Cell(f"{state} ({told})" if told else state),
    )


def _named(plan: Plan, dimension: str | None) -> Text:
    if dimension is None:
        return Text("lintas dimensi", "across dimensions")
    return terms(plan, "dimension", dimension)


def rollup_table(plan: Plan, kind: Kind) -> Table:
    """The mean achievement of every program, objective, mission, dimension or agency."""
    found = rollups(plan, kind)
    word = label("kind", kind)
    return Table(
        id=f"rekap-{kind}",
        caption=Text(f"Rekap capaian menurut {word.indonesian}", f"Achievement by {word.english}"),
        columns=(
            heading(capitalised(word.indonesian), capitalised(word.english)),
            heading("Indikator", "Indicators", "right"),
            heading("Dapat dinilai", "Judged", "right"),
            heading("Mencapai target", "Reached", "right"),
            heading("Belum dapat dinilai", "Not judged", "right"),
            heading("Rata-rata capaian", "Mean achievement", "right"),
        ),
        rows=tuple(_rollup_row(plan, one) for one in found),
        empty=Text("Belum ada indikator untuk direkap.", "There are no indicators to roll up."),
    )


def _rollup_row(plan: Plan, one: Rollup) -> tuple[Cell, ...]:
    counts = (one.indicators, one.judged, one.reached, one.unjudged)
    return (
        Cell(one.name),
        *(Cell(number(count, tongue(plan))) for count in counts),
        NONE if one.mean is None else Cell(share_text(plan, one.mean)),
    )


def stale_table(plan: Plan) -> Table:
    """The indicators without a value for twice their frequency, and who answers for them."""
    return Table(
        id="indikator-kedaluwarsa",
        caption=Text(
            "Indikator tanpa nilai selama dua kali masa pelaporan",
            "Indicators without a value for twice their reporting period",
        ),
        columns=(
            heading("Indikator", "Indicator"),
            heading("Frekuensi", "Frequency"),
            heading("Nilai terakhir sampai", "Last value until"),
            heading("Penanggung jawab data", "Owner"),
        ),
        rows=tuple(_stale_row(plan, indicator) for indicator in stale_indicators(plan)),
        empty=Text("Semua indikator bernilai mutakhir.", "Every indicator has a recent value."),
    )


def _stale_row(plan: Plan, indicator: Indicator) -> tuple[Cell, ...]:
    language = tongue(plan)
    until = value_until(plan, indicator)
    none = either(plan, "belum pernah ada nilai", "never had a value")
    return (
        Cell(indicator.name, item=named(indicator)),
        Cell(label("frequency", indicator.frequency).say(language)),
        Cell(day(until, language) if until else none),
        agency_cell(plan, indicator.owner),
    )

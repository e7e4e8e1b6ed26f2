"""One realisation: what may be recorded, and what it means once it is."""

from dataclasses import replace as altered

from smartplan.diagnostics import show
from smartplan.exchange.rehearsal import Entry, existing, moment
from smartplan.exchange.splice import ONE_OF, Refused
from smartplan.figures.progress import achievement, achievement_class
from smartplan.figures.reckoning import calculation, why
from smartplan.figures.wording import spoken
from smartplan.language import Language, Text, day, number
from smartplan.plan import Plan
from smartplan.stages.monev import Indicator, Realisation


def fitting(plan: Plan, entry: Entry, *, replace: bool = False) -> Entry:
    """The entry as it may stand in the plan; `Refused` where the plan has no room for it.

    What the rules say against it is not asked here: `rehearse` does.
    """
    period = moment(entry.period)
    if period is None or plan.find("indicator", entry.indicator) is None:
        return entry
    if period.first > plan.as_of:
        raise Refused(
            Text(
                f"periode {entry.period} belum dimulai pada tanggal keadaan rencana "
                f"({day(plan.as_of)}); majukan `as_of` dalam smartplan.yaml lebih dahulu",
                f"the period {entry.period} begins after the plan's reporting date "
                f"({day(plan.as_of, Language.ENGLISH)}); move `as_of` in smartplan.yaml first",
            )
        )
    there = existing(plan, entry.indicator, period)
    if there is None:
        return entry
    if not replace:
        raise Refused(_already(there, entry))
    swapped = {
        key: None for key in ONE_OF if key not in entry.fields and getattr(there, key) is not None
    }
    return altered(entry, fields={**swapped, **entry.fields})


def _already(there: Realisation, entry: Entry) -> Text:
    place = there.at("indicator")
    where = f"{place.file.name}:{place.line}"
    indonesian, english = _value(there, Language.INDONESIAN), _value(there, Language.ENGLISH)
    return Text(
        f"`{entry.indicator}` sudah memiliki realisasi {entry.period} ({indonesian}) di {where}; "
        "pakai `--replace` untuk menggantinya",
        f"`{entry.indicator}` already has a realisation for {entry.period} ({english}) at {where}; "
        "use `--replace` to replace it",
    )


def _value(realisation: Realisation, language: Language) -> str:
    if realisation.value is not None:
        return number(realisation.value, language)
    none = Text("belum ada data", "no data yet").say(language)
    return show(realisation.text or f"{none}: {realisation.no_data}", 120)


def meaning(plan: Plan, entry: Entry, language: Language) -> str:
    """What a recorded value means: its achievement with the calculation, or why there is none."""
    indicator = plan.find("indicator", entry.indicator)
    period = moment(entry.period)
    if not isinstance(indicator, Indicator) or period is None:
        return ""
    found = achievement(plan, indicator, period)
    told = [found.state.words.say(language), why(found, language)]
    if found.percent is not None:
        named = achievement_class(plan, found.counted or found.percent)
        told = [calculation(found, language), *([named] if named else []), *told]
    said = "; ".join(show(part, 300) for part in told if part)
    return f"{show(indicator.name, 300)}, {spoken(period, language)}: {said}\n"

"""The progress of a plan as text, JSON, CSV and Markdown."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from smartplan.diagnostics import show
from smartplan.escapes import json_text
from smartplan.exchange.blame import Commit
from smartplan.exchange.sheet import guarded
from smartplan.exchange.tables import escaped, markdown_table
from smartplan.figures.cells import short_agency, term
from smartplan.figures.progress import (
    KINDS,
    MEAN_RULE,
    MEMBERS,
    Achievement,
    Kind,
    Rollup,
    achievement_class,
    achievements,
    indicator_dimension,
    is_stale,
    mean_cap,
    rolled_up,
    value_until,
)
from smartplan.figures.reckoning import calculation, periods, why
from smartplan.figures.wording import DASH, capitalised, counted, spoken
from smartplan.language import Language, Text, day, label, number, percent
from smartplan.plan import Plan
from smartplan.stages.base import Qualifier
from smartplan.stages.monev import Indicator
from smartplan.stages.scalars import Moment

VERSION = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """What was asked for: some indicators, judged for a period or for their latest year."""

    plan: Plan
    period: Moment | None
    found: tuple[Achievement, ...]
    commits: Mapping[str, Commit] | None = None
    """The commit of each indicator's last value, where git was asked."""
    rollups: Mapping[Kind, tuple[Rollup, ...]] = field(default_factory=dict)

    @property
    def stale(self) -> tuple[Indicator, ...]:
        return tuple(one.indicator for one in self.found if is_stale(self.plan, one.indicator))


def overview(
    plan: Plan,
    period: Moment | None = None,
    agency: str | None = None,
    dimension: str | None = None,
) -> Overview:
    """The indicators of an agency and a dimension, or all of them, with their roll-ups."""
    found = tuple(
        one
        for one in achievements(plan, period)
        if agency in (None, one.indicator.owner)
        and dimension in (None, indicator_dimension(plan, one.indicator))
    )
    rollups = {kind: rolled_up(plan, kind, found) for kind in KINDS}
    return Overview(plan, period, found, rollups=rollups)


# One indicator in words

COLUMNS: dict[str, Text] = {
    "id": Text("id", "id"),
    "name": Text("indikator", "indicator"),
    "unit": Text("satuan", "unit"),
    "formula": Text("rumus", "formula"),
    "owner": Text("penanggung jawab data", "owner"),
    "dimension": Text("dimensi", "dimension"),
    "baseline": Text("data dasar", "baseline"),
    "target": Text("target", "target"),
    "value": Text("realisasi", "realisation"),
    "period": Text("periode", "period"),
    "achievement": Text("capaian", "achievement"),
    "class": Text("kelas", "class"),
    "state": Text("keadaan", "state"),
    "why": Text("keterangan", "why"),
    "calculation": Text("perhitungan", "calculation"),
    "sources": Text("sumber", "sources"),
    "changed": Text("terakhir diubah", "last changed"),
}


def _words(shown: Overview, one: Achievement, language: Language) -> dict[str, str]:
    plan, indicator = shown.plan, one.indicator
    percentage = one.percent
    named = None if percentage is None else achievement_class(plan, one.counted or percentage)
    return {
        "id": indicator.id,
        "name": indicator.name,
        "unit": indicator.unit,
        "formula": label("formula", indicator.formula).say(language),
        "owner": short_agency(plan, indicator.owner) if indicator.owner else DASH,
        "dimension": term(plan, "dimension", indicator_dimension(plan, indicator)),
        "baseline": _baseline(indicator, language),
        "target": DASH if one.target is None else number(one.target, language),
        "value": _value(one, language),
        "period": periods(one, language),
        "achievement": DASH if percentage is None else percent(percentage, language),
        "class": named or "",
        "state": one.state.words.say(language),
        "why": why(one, language),
        "calculation": calculation(one, language),
        "sources": ", ".join(one.sources),
        "changed": _changed(shown, one, language),
    }


def _baseline(indicator: Indicator, language: Language) -> str:
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return DASH
    told = _cautious(baseline.value, baseline.qualifier, language)
    return f"{told} ({spoken(baseline.year, language)})" if baseline.year else told


def _value(one: Achievement, language: Language) -> str:
    if one.value is not None:
        caution = one.parts[0].qualifier if len(one.parts) == 1 else None
        return _cautious(one.value, caution, language)
    return (one.realisation and one.realisation.text) or DASH


def _cautious(value: Decimal, qualifier: Qualifier | None, language: Language) -> str:
    told = number(value, language)
    return f"{label('qualifier', qualifier).say(language)} {told}" if qualifier else told


_NOT_COMMITTED = Text("belum masuk commit", "not committed yet")


def _changed(shown: Overview, one: Achievement, language: Language) -> str:
    commit = (shown.commits or {}).get(one.indicator.id)
    if commit is None:
        return ""
    if not commit.id:
        return _NOT_COMMITTED.say(language)
    when = day(commit.day, language) if commit.day else DASH
    return f"{when}, {commit.id[:10]}: {commit.summary}"


def _columns(shown: Overview) -> list[str]:
    return [name for name in COLUMNS if name != "changed" or shown.commits is not None]


# Text

_HEADS = (
    Text("Indikator", "Indicators"),
    Text("Rekap", "Roll-ups"),
    Text("Tanpa nilai selama dua kali masa pelaporan", "No value for twice the frequency"),
)
_JUDGED = Text(
    "{mean} dari {judged} indikator ({reached} mencapai target, {unjudged} belum dapat dinilai)",
    "{mean} over {counted} ({reached} reached, {unjudged} not judged)",
)
_NONE_JUDGED = Text("{count} indikator, belum ada yang dapat dinilai", "{counted}, none judged yet")
_NEVER = Text("belum pernah ada nilai", "never had a value")
_UNTIL = Text("nilai terakhir sampai {day}", "last value until {day}")
_NOBODY = Text("penanggung jawab data belum ditetapkan", "no owner yet")


def text(shown: Overview, language: Language) -> str:
    """For a terminal: each indicator on a few lines, then what sums them up."""
    return "".join(f"{show(line, 2_000)}\n" for line in _lines(shown, language))


def _lines(shown: Overview, language: Language) -> Iterator[str]:
    yield f"{_HEADS[0].say(language)} ({day(shown.plan.as_of, language)})"
    for one in shown.found:
        yield from _block(_words(shown, one, language), language)
    yield ""
    yield _HEADS[1].say(language)
    yield f"  {_rule(shown, language)}"
    for kind, rows in shown.rollups.items():
        yield f"  {_kind(kind, language)}: {MEMBERS[kind].say(language)}"
        yield from (f"    {row.name}: {_mean(row, language)}" for row in rows)
    if shown.stale:
        yield ""
        yield _HEADS[2].say(language)
        yield from (f"  {line}" for line in _stale(shown, language))


def _block(told: Mapping[str, str], language: Language) -> Iterator[str]:
    def head(name: str) -> str:
        return f"{COLUMNS[name].say(language)} {told[name]}"

    yield f"  {told['id']}: {told['name']} ({told['unit']}; {told['formula']})"
    when = f" ({told['period']})" if told["period"] != DASH else ""
    yield f"    {head('baseline')}; {head('target')}; {head('value')}{when}"
    percentage = told["calculation"] if told["achievement"] != DASH else DASH
    named = f" ({told['class']})" if told["class"] else ""
    reason = f" ({told['why']})" if told["why"] else ""
    yield f"    {COLUMNS['achievement'].say(language)} {percentage}{named}; {told['state']}{reason}"
    if told["sources"]:
        yield f"    {head('sources')}"
    if told["changed"]:
        yield f"    {head('changed')}"


def _kind(kind: Kind, language: Language) -> str:
    return capitalised(label("kind", kind).say(language))


def _rule(shown: Overview, language: Language) -> str:
    return MEAN_RULE.say(language).format(cap=percent(mean_cap(shown.plan), language))


def _mean(row: Rollup, language: Language) -> str:
    if row.mean is None:
        every = counted(row.indicators, "indicator", "indicators")
        return _NONE_JUDGED.say(language).format(count=row.indicators, counted=every)
    return _JUDGED.say(language).format(
        mean=percent(row.mean, language),
        judged=row.judged,
        counted=counted(row.judged, "indicator", "indicators"),
        reached=row.reached,
        unjudged=row.unjudged,
    )


def _stale(shown: Overview, language: Language) -> Iterator[str]:
    for indicator in shown.stale:
        until = value_until(shown.plan, indicator)
        told = _UNTIL.say(language).format(day=day(until, language)) if until else None
        owner = short_agency(shown.plan, indicator.owner) if indicator.owner else None
        frequency = label("frequency", indicator.frequency).say(language)
        yield (
            f"{indicator.id}: {indicator.name} ({frequency}); "
            f"{told or _NEVER.say(language)}; {owner or _NOBODY.say(language)}"
        )


# CSV and Markdown


def comma_separated(shown: Overview, language: Language) -> str:
    """One row an indicator; `;` between cells where commas are decimal."""
    stream = io.StringIO(newline="")
    delimiter = ";" if language is Language.INDONESIAN else ","
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    names = _columns(shown)
    writer.writerow([COLUMNS[name].say(language) for name in names])
    for one in shown.found:
        told = _words(shown, one, language)
        writer.writerow([guarded(told[name]) for name in names])
    return stream.getvalue()


def markdown(shown: Overview, language: Language) -> str:
    """Tables for an issue, a pull request or a meeting."""
    names = ("name", "baseline", "target", "value", "period", "calculation", "state", "why")
    lines = [
        f"## {_HEADS[0].say(language)}",
        "",
        *markdown_table(
            [COLUMNS[name].say(language) for name in names],
            [[_words(shown, one, language)[name] for name in names] for one in shown.found],
        ),
        f"## {_HEADS[1].say(language)}",
        "",
        escaped(_rule(shown, language)),
        "",
    ]
    for kind, rows in shown.rollups.items():
        heads = [_kind(kind, language), COLUMNS["achievement"].say(language)]
        lines += [f"{capitalised(MEMBERS[kind].say(language))}.", ""]
        lines += markdown_table(heads, [[row.name, _mean(row, language)] for row in rows])
    if shown.stale:
        lines += [f"## {_HEADS[2].say(language)}", ""]
        lines += [*(f"- {escaped(line)}" for line in _stale(shown, language)), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


# JSON


def as_json(shown: Overview, language: Language) -> str:
    """One object with every indicator, every roll-up and the stale ones; numbers as numbers."""
    document = {
        "version": VERSION,
        "language": str(language),
        "as_of": shown.plan.as_of.isoformat(),
        "period": str(shown.period) if shown.period else None,
        "indicators": [_object(shown, one, language) for one in shown.found],
        "rollups": {kind: [_rollup(row) for row in rows] for kind, rows in shown.rollups.items()},
        "rollup_rule": _rule(shown, language),
        "stale": [
            {"indicator": one.id, "owner": one.owner, "until": _iso(shown, one)}
            for one in shown.stale
        ],
    }
    return json_text(document)


def _iso(shown: Overview, indicator: Indicator) -> str | None:
    until = value_until(shown.plan, indicator)
    return until.isoformat() if until else None


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _object(shown: Overview, one: Achievement, language: Language) -> dict[str, object]:
    indicator = one.indicator
    baseline = indicator.baseline
    commit = (shown.commits or {}).get(indicator.id)
    percentage = one.percent
    named = None if percentage is None else achievement_class(shown.plan, one.counted or percentage)
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "unit": indicator.unit,
        "formula": indicator.formula,
        "owner": indicator.owner,
        "dimension": indicator_dimension(shown.plan, indicator),
        "baseline": _plain(baseline.value) if baseline else None,
        "target": _plain(one.target),
        "realisation": _plain(one.value),
        "periods": [str(part.period) for part in one.parts],
        "numerator": _plain(one.numerator),
        "denominator": _plain(one.denominator),
        "achievement": _plain(percentage),
        "counted": _plain(one.counted),
        "class": named,
        "state": str(one.state),
        "verdict": one.verdict,
        "why": why(one, language),
        "sources": list(one.sources),
        **({"changed": _commit(commit)} if shown.commits is not None else {}),
    }


def _commit(commit: Commit | None) -> dict[str, object] | None:
    if commit is None:
        return None
    when = commit.day.isoformat() if commit.day else None
    return {"commit": commit.id or None, "date": when, "summary": commit.summary}


def _rollup(row: Rollup) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "indicators": row.indicators,
        "judged": row.judged,
        "reached": row.reached,
        "not_judged": row.unjudged,
        "mean": _plain(row.mean),
    }


FORMATS: Mapping[str, Callable[[Overview, Language], str]] = {
    "text": text,
    "json": as_json,
    "csv": comma_separated,
    "markdown": markdown,
}

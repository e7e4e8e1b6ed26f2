"""The semantic rules: found by walking this package, run over the stages they ask for."""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from smartplan.choices import left_by, unknown_codes, weighed, without_effect
from smartplan.diagnostics import Diagnostic, Kind, Location, Severity
from smartplan.figures.dates import is_date_doubtful
from smartplan.flood import EACH, Flood, Room
from smartplan.kinds import KINDS
from smartplan.load import Loaded
from smartplan.plan import Plan
from smartplan.rules.rule import Rule
from smartplan.stages import STAGES
from smartplan.subject import with_subjects
from smartplan.waivers import Terms, part


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    found = [
        value
        for module in pkgutil.walk_packages(__path__, f"{__name__}.")
        if module.name.count(".") > __name__.count(".") + 1  # in the folder of a stage
        for value in vars(import_module(module.name)).values()
        if isinstance(value, Rule)
    ]
    return tuple(sorted(found, key=lambda rule: rule.kind.code))


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of finding there is, by code: those of no rule, then those of the rules."""
    return {**KINDS, **{rule.kind.code: rule.kind for rule in rules()}}


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything there is to say about a plan, in the order of files and lines."""

    findings: list[Diagnostic]
    waived: list[Diagnostic]


def check(loaded: Loaded) -> list[Diagnostic]:
    """The findings of a plan that its manifest and its waivers leave."""
    return judge(loaded).findings


def judge(loaded: Loaded) -> Judged:
    """Rules run over what could be read, then the plan's own choices.

    An item that lost a part to a finding is not spoken of again: one mistake, one finding. The
    order of the choices: the state of a stage, the manifest's severities, waivers, `ignore`.
    """
    if loaded.plan is None:
        return Judged(_ordered(with_subjects(_bounded(loaded.diagnostics), loaded.trees)), [])
    manifest, codes = loaded.plan.manifest, kinds()
    found = [
        *loaded.diagnostics,
        *unknown_codes(manifest, codes),
        *without_effect(manifest, codes),
        *_semantic(loaded, loaded.plan),
    ]
    if manifest.assertions:
        from smartplan.assertions import check as own_assertions  # a language few plans use

        found.extend(own_assertions(loaded.plan))
    found = with_subjects(weighed(_bounded(found), manifest), loaded.trees)
    waived: list[Diagnostic] = []
    if loaded.waivers is not None:
        terms = Terms(codes, loaded.plan.as_of, loaded.prefix, whole=not loaded.plan.unsound)
        parted = part(found, loaded.waivers, terms)
        waived = parted.aside
        found = parted.kept + with_subjects(weighed(parted.said, manifest), loaded.trees)
    return Judged(_ordered(left_by(manifest, found, codes)), _ordered(waived))


def _bounded(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings as they are where they are few, else so many of them, errors first."""
    if len(found) <= EACH:
        return found
    errors = [one for one in found if one.severity is Severity.ERROR]
    others = [one for one in found if one.severity is not Severity.ERROR]
    return [*Flood([*_ordered(errors), *_ordered(others)])]


def _ordered(found: list[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def _semantic(loaded: Loaded, plan: Plan) -> Iterator[Diagnostic]:
    """What the rules say, as hard as the state of each stage allows."""
    states, room = _states(plan), Room()
    wounded = _lines(loaded.wounded)
    doubtful = wounded | _lines(loaded.awaited)
    for rule in rules():
        silent = doubtful if rule.absence else wounded
        spoken = (one for one in _run(rule, plan) if not _is_in(silent, one.location))
        yield from Flood((_soften(one, states) for one in spoken), room)


def _is_in(lines: frozenset[tuple[str, int]], place: Location) -> bool:
    return (place.file.name, place.line) in lines


def _run(rule: Rule, plan: Plan) -> Iterator[Diagnostic]:
    if not all(plan.has(stage) for stage in rule.stages):
        return
    if rule.absence and not plan.unsound.isdisjoint(rule.stages):
        return
    if rule.dated and is_date_doubtful(plan):
        return
    values = [plan if need == "plan" else getattr(plan, need) for need in rule.needs]
    for finding in rule.check(*values):
        yield rule.kind.at(
            finding.location,
            also=finding.also,
            hint=finding.hint,
            fix=finding.fix,
            **finding.values,
        )


def _lines(ranges: list[Location]) -> frozenset[tuple[str, int]]:
    """Every line of these ranges, of which many may be the same."""
    spans = {(place.file.name, place.line, place.end_line) for place in ranges}
    return frozenset((file, at) for file, line, end in spans for at in range(line, end + 1))


def _states(plan: Plan) -> dict[str, str]:
    """The state of each stage by the name of its files."""
    states = {entry.stage: entry.state for entry in plan.document.stages}
    return {
        file.name: states[stage]
        for stage in STAGES
        if stage in states
        for file in plan.files.get(stage, ())
    }


def _soften(diagnostic: Diagnostic, states: dict[str, str]) -> Diagnostic:
    """In a stage that is still a draft, what a rule calls an error is a warning."""
    state = states.get(diagnostic.location.file.name)
    if diagnostic.severity is Severity.ERROR and state in ("draft", "not_started"):
        return replace(diagnostic, severity=Severity.WARNING)
    return diagnostic

"""The semantic rules: found by walking this package, run over the stages they ask for."""

import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module

from smartplan.diagnostics import Diagnostic, Kind, Location, Severity
from smartplan.kinds import KINDS
from smartplan.load import Loaded
from smartplan.plan import Plan
from smartplan.rules.rule import Rule
from smartplan.stages import STAGES
from smartplan.subject import with_subjects


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    found = [
        value
        for module in pkgutil.walk_packages(__path__, f"{__name__}.")
        if module.name != f"{__name__}.rule"
        for value in vars(import_module(module.name)).values()
        if isinstance(value, Rule)
    ]
    return tuple(sorted(found, key=lambda rule: rule.kind.code))


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of finding there is, by code: those of reading, then those of the rules."""
    return {**KINDS, **{rule.kind.code: rule.kind for rule in rules()}}


def check(loaded: Loaded) -> list[Diagnostic]:
    """Everything there is to say about a plan, in the order of files and lines.

    Rules run over what could be read. An item that lost a part to a finding is not spoken of
    again: one mistake, one finding.
    """
    found = list(loaded.diagnostics)
    if loaded.plan is not None:
        states = _states(loaded.plan)
        wounded = _lines(loaded.wounded)
        semantic = (d for rule in rules() for d in _run(rule, loaded.plan))
        found.extend(
            _soften(diagnostic, states)
            for diagnostic in semantic
            if (diagnostic.location.file.name, diagnostic.location.line) not in wounded
        )
        found = list(_chosen(found, loaded.plan))
    found.sort(key=lambda diagnostic: diagnostic.order)
    return with_subjects(found, loaded.trees)


def _run(rule: Rule, plan: Plan) -> Iterator[Diagnostic]:
    if not all(plan.has(stage) for stage in rule.stages):
        return
    if rule.absence and not plan.unsound.isdisjoint(rule.stages):
        return
    values = [plan if need == "plan" else getattr(plan, need) for need in rule.needs]
    for finding in rule.check(*values):
        yield rule.kind.at(finding.location, also=finding.also, hint=finding.hint, **finding.values)


def _lines(ranges: list[Location]) -> frozenset[tuple[str, int]]:
    """Every line of these ranges."""
    return frozenset(
        (place.file.name, line)
        for place in ranges
        for line in range(place.line, place.end_line + 1)
    )


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


def _chosen(found: list[Diagnostic], plan: Plan) -> Iterator[Diagnostic]:
    """The findings as the manifest weighs them; errors of reading cannot be set aside."""
    choices = plan.manifest.rules
    if choices is None:
        yield from found
        return
    ignored = tuple(choices.ignore)
    for diagnostic in found:
        code = diagnostic.kind.code
        if code in KINDS and diagnostic.severity is Severity.ERROR:
            yield diagnostic
        elif not code.startswith(ignored) if ignored else True:
            level = choices.severity.get(code)
            yield replace(diagnostic, severity=Severity(level)) if level else diagnostic

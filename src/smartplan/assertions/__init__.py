"""A plan's own assertions: each one read, tied to the plan, and judged."""

from collections.abc import Iterator
from dataclasses import replace

from smartplan.assertions.binding import Binder
from smartplan.assertions.expression import parse
from smartplan.assertions.fault import Fault, Undecided
from smartplan.assertions.places import of_span
from smartplan.assertions.reasons import Reasons
from smartplan.assertions.scope import (
    MAX_ASSERTIONS,
    MAX_STEPS,
    MAX_STEPS_OF_PLAN,
    Meter,
    Scope,
)
from smartplan.diagnostics import Diagnostic, Severity, show
from smartplan.kinds.ast import FALSE, TOO_MANY, UNDECIDED
from smartplan.language import Text, label
from smartplan.plan import Plan
from smartplan.stages.manifest import Assertion


def check(plan: Plan) -> Iterator[Diagnostic]:
    """What the plan's own assertions find."""
    left = MAX_STEPS_OF_PLAN
    every = plan.manifest.assertions
    for assertion in every[:MAX_ASSERTIONS]:
        meter = Meter(min(MAX_STEPS, left))
        before = meter.left
        yield from _judged(plan, assertion, meter)
        left -= before - max(meter.left, 0)
    beyond = every[MAX_ASSERTIONS:]
    if beyond:
        yield TOO_MANY.at(beyond[0].at("that"), count=len(beyond), limit=MAX_ASSERTIONS)


def _judged(plan: Plan, assertion: Assertion, meter: Meter) -> Iterator[Diagnostic]:
    """At most one finding; none where a file that matters could not be read as a whole."""
    text = assertion.that
    place = assertion.at("that")
    binder = Binder(plan, text)
    scope = Scope(plan, meter)
    try:
        meter.spend(len(text))  # to read it is work too
        bound = binder.assertion(parse(text))
        stages = binder.names.stages
        if stages.isdisjoint(plan.unsound):
            _present(plan, stages)
            if not bound.run(scope):
                reasons = Reasons(binder.names, scope)
                found = FALSE.at(
                    place,
                    also=reasons.heaviest(bound),
                    hint=_reminder(assertion),
                    name=assertion.name,
                    reason=reasons.why(bound),
                )
                yield replace(found, severity=Severity(assertion.severity))
    except Fault as fault:
        where = of_span(assertion, fault.span)
        found = fault.kind.with_values(where, fault.values)
        yield replace(found, advice=fault.hint) if fault.hint else found
    except Undecided as undecided:
        found = UNDECIDED.at(
            place, hint=undecided.hint, name=assertion.name, reason=undecided.reason
        )
        note = assertion.severity == "note"
        yield replace(found, severity=Severity.NOTE) if note else found


def _present(plan: Plan, stages: set[str]) -> None:
    for stage in sorted(stages):
        if not plan.has(stage):
            name = label("stage", stage)
            raise Undecided(
                Text(
                    f"tahap {name.indonesian} belum ditulis (`{stage}.yaml`)",
                    f"the stage {name.english} is not written yet (`{stage}.yaml`)",
                )
            )


def _reminder(assertion: Assertion) -> Text | None:
    """The authors' own reason in place of ours, where they gave one."""
    if assertion.why is None:
        return None
    said = show(" ".join(assertion.why.split()), 200).replace("{", "{{").replace("}", "}}")
    return Text(f"alasan pernyataan ini: {said}", f"why it was agreed: {said}")

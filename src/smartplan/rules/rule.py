"""What a rule is: a kind of finding and the function that finds it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from smartplan.diagnostics import Fix, Kind, Location, Related, Severity, Value
from smartplan.language import Text
from smartplan.stages import STAGES


@dataclass(frozen=True, slots=True)
class Finding:
    """A place a rule objects to, with what its message speaks of."""

    location: Location
    values: dict[str, Value] = field(default_factory=dict)
    also: tuple[Related, ...] = ()
    hint: Text | None = None
    fix: Fix | None = None


Check = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind and its check; the check's parameters name the stages it needs, or the plan."""

    kind: Kind
    check: Check
    needs: tuple[str, ...]
    absence: bool
    """Whether it tells of something that is not there; silent while a stage is unsound."""
    dated: bool = False
    """Whether it judges by the plan's own date; silent where that date is in doubt."""

    @property
    def stages(self) -> tuple[str, ...]:
        return tuple(need for need in self.needs if need in STAGES)


def found(
    location: Location,
    *,
    also: tuple[Related, ...] = (),
    hint: Text | None = None,
    fix: Fix | None = None,
    **values: Value,
) -> Finding:
    """A finding at a place. Years are passed as text: numbers are grouped by thousands."""
    return Finding(location, values, also, hint, fix)


def rule(  # noqa: PLR0913 - a finding owns this much text
    code: str,
    severity: Severity,
    *,
    message: Text,
    hint: Text,
    why: Text,
    basis: str | Text,
    about: Text | None = None,
    absence: bool = False,
    dated: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a check; its docstring holds the Wrong and Right examples.

    `basis` says where the demand comes from: a regulation, a study, the ministry's instrument, or
    `our judgement`. `about` heads its page where the message without its values says too little.
    """

    def make(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        kind = Kind(code, name, severity, message, hint, why, check.__doc__ or "", basis, about)
        code_of_check = check.__code__
        needs = code_of_check.co_varnames[: code_of_check.co_argcount]
        return Rule(kind, check, needs, absence, dated)

    return make

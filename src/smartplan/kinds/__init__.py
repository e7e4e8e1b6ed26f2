"""The kinds of findings that are no rules: YAML text, schema, references, waivers, assertions."""

from smartplan.diagnostics import Kind
from smartplan.kinds import ast, ref, sch, wai, yml

KINDS: dict[str, Kind] = {
    kind.code: kind
    for module in (yml, sch, ref, wai, ast)
    for kind in vars(module).values()
    if isinstance(kind, Kind)
}
"""Every kind that no rule finds, by code."""

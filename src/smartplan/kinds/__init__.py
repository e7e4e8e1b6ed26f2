"""The kinds of findings below the rules: YAML text, schema, references."""

from smartplan.diagnostics import Kind
from smartplan.kinds import ref, sch, yml

KINDS: dict[str, Kind] = {
    kind.code: kind
    for module in (yml, sch, ref)
    for kind in vars(module).values()
    if isinstance(kind, Kind)
}
"""Every kind that reading a plan can find, by code."""

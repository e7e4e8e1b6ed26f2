"""Where in a file a part of an assertion's text stands."""

from smartplan.assertions.fault import Span
from smartplan.diagnostics import Location
from smartplan.source import Scalar
from smartplan.stages.manifest import Assertion


def of_span(assertion: Assertion, span: Span) -> Location:
    """The part itself where the text stands on one line as it is read; else all of the text."""
    whole = assertion.at("that")
    node = assertion.node_at("that")
    if not isinstance(node, Scalar) or whole.line != whole.end_line:
        return whole
    written = whole.file.line(whole.line)[whole.column - 1 : whole.end_column - 1]
    shift = 0 if node.plain else 1
    if written[shift : len(written) - shift] != node.value:
        return whole
    start = whole.column + shift + span.start
    end = max(whole.column + shift + span.end, start + 1)
    return Location(whole.file, whole.line, start, whole.line, end)

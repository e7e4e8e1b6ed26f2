"""What tells a finding from all others: the name of its file and a fingerprint without lines."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from smartplan.diagnostics import Diagnostic, File, show

_NAME = 500
"""Characters of a file name that a report shows."""


def file_name(file: File) -> str:
    """The same name in every report."""
    return show(file.name, _NAME)


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One for each finding, unique among them; adding lines to a file changes none.

    Findings with the same code, file and subject are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for diagnostic in diagnostics:
        same = (diagnostic.kind.code, diagnostic.location.file.name, diagnostic.subject)
        text = "\0".join((*same, str(seen[same])))
        seen[same] += 1
        prints.append(sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return prints

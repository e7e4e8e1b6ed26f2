"""Tables of plan text: aligned columns for a terminal, Markdown for an issue or a meeting."""

from collections.abc import Sequence

from smartplan.diagnostics import show


def aligned(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as lines with columns of equal width; numbers stand to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    return [
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a Markdown table, with an empty one after it."""
    told = [[escaped(cell) for cell in row] for row in rows]
    lines = [" | ".join(heads), " | ".join("---" for _ in heads), *(" | ".join(r) for r in told)]
    return [*(f"| {line} |" for line in lines), ""]


def escaped(words: str) -> str:
    """Plan text that Markdown and HTML leave alone."""
    plain = show(words, 2_000)
    for character in "\\`*_[]|~#<>&":
        plain = plain.replace(character, f"\\{character}")
    return plain

"""Data files that ship with smartplan: templates from the wheel or from the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent
"""By its path: `importlib.resources` takes longer to import than most of smartplan."""


def templates() -> Path:
    """The templates of an installed wheel, or of the checkout an editable install points to."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"

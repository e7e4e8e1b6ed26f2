"""Data files that ship with smartplan: templates from the wheel or from the checkout."""

from importlib.resources import files
from pathlib import Path


def templates() -> Path:
    """The templates of an installed wheel, or of the checkout an editable install points to."""
    inside = Path(str(files("smartplan"))) / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"

"""Smart City masterplans from YAML: checked, traced and rendered."""

__version__ = "0.1.0"

"""What changed between two plans: by meaning and by id, never by line."""

from smartplan.changes.change import Category, Change, Changes
from smartplan.changes.compare import Side, compare

__all__ = ["Category", "Change", "Changes", "Side", "compare"]

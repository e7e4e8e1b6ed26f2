"""How long texts and how far years of a plan may be; what starts up reads them without pydantic."""

MAX_ID, MAX_TITLE, MAX_PLAIN, MAX_PROSE = 60, 300, 2_000, 20_000
"""Characters."""
FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Years that a plan may speak of."""

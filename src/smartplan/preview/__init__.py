"""A plan's site as it is being written: rendered in memory, served to one's own browser."""

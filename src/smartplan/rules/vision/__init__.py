"""Rules about the vision and what hangs on it."""

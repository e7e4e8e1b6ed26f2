"""Figures as values: what is drawn, where each line of it lies, and the table of its data."""

"""Derived numbers and tables, for rules and chapters alike."""

"""Rules about the team."""

"""Rules about the readiness analysis."""

"""Rules about the plan across its stages."""

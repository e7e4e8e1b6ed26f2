"""Rules about the road map."""

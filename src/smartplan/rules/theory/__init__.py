"""Rules about concepts and regulations."""

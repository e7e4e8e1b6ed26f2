"""Rules about monitoring and evaluation."""

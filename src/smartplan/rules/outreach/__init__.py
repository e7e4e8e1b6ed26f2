"""Rules about outreach and literacy."""

"""Rules about the books and their legal basis."""

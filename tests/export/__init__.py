"""Documents: their words, their sections and their files."""

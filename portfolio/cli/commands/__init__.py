"""One module a command: which options it takes and what it does."""

"""One screen for each place where a person can be, and for each small question in between."""

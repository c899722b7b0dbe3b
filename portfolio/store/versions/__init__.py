"""Version sets: edits, joins and the version that is shown. Pure functions."""

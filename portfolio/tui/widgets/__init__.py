"""Widgets that take values and say what was chosen. None of them knows the notebook."""

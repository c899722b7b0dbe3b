"""Widgets that show given values and post what was chosen. None of them uses the notebook."""

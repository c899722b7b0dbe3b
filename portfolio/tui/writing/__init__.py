"""Screens in which the user writes: the questions one by one, and the form."""

"""Copies beside the data file: recognising them, joining them and taking them away."""

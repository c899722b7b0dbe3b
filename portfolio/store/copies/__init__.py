"""Copies beside the data file: recognising, joining and removing them."""

"""Leerreis: a private learning portfolio and reflection journal for the terminal."""

__version__ = "0.1.0"

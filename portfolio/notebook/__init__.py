"""What both faces do with a portfolio: open, write down, change, undo, look, share, export. No keys, no arguments."""

from portfolio.notebook.notebook import AmbiguousRecord, Invalid, Notebook, Stored, UnknownRecord
from portfolio.notebook.opening import open_notebook

__all__ = ["AmbiguousRecord", "Invalid", "Notebook", "Stored", "UnknownRecord", "open_notebook"]

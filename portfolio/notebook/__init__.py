"""What both faces do with a portfolio: open, write down, change, undo, look, share, export. No keys, no arguments."""

from portfolio.notebook.notebook import Invalid, Notebook, NothingToUndo, Stored, UnknownRecord
from portfolio.notebook.opening import open_notebook

__all__ = ["Invalid", "Notebook", "NothingToUndo", "Stored", "UnknownRecord", "open_notebook"]

"""What both faces do with a portfolio: open, write down, change, undo, look, share, export. No keys, no arguments."""

from portfolio.notebook.lookup import AmbiguousRecord, UnknownRecord
from portfolio.notebook.notebook import Invalid, Notebook, Stored
from portfolio.notebook.open import open_notebook

__all__ = ["AmbiguousRecord", "Invalid", "Notebook", "Stored", "UnknownRecord", "open_notebook"]

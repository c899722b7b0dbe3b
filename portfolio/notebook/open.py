"""Open the notebook of a data file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from portfolio.locations import Locations
from portfolio.notebook.notebook import Notebook
from portfolio.store.copies.conflict_copies import Manner
from portfolio.store.portfolio_file import PortfolioFile


def open_notebook(
    locations: Locations, *, today: date, now: Callable[[], datetime], copies: Manner = "join"
) -> Notebook:
    """Open and read the portfolio at these locations; nothing is made, and no file need exist.

    Copies beside the file are joined, or left alone for a caller that wants to list them first.
    """
    notebook = Notebook(PortfolioFile(locations, now, copies=copies), locations, today=today, now=now)
    notebook.look()
    return notebook

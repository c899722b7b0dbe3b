"""Opens the notebook at the places that were worked out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from portfolio.locations import Locations
from portfolio.notebook.notebook import Notebook
from portfolio.store.portfolio_file import PortfolioFile


def open_notebook(locations: Locations, *, today: date, now: Callable[[], datetime]) -> Notebook:
    """The portfolio at these places, read; nothing is made, and no file need be there yet."""
    notebook = Notebook(PortfolioFile(locations, now), locations, today=today, now=now)
    notebook.look()
    return notebook

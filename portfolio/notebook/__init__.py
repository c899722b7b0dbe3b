"""The operations on a portfolio for the app and the command line: open, write, change, undo, share, export.

It knows no keys and no arguments. The names below are imported when they are first used: the first frame of the app
needs only some modules of this package, and none of the store.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from portfolio.notebook.lookup import AmbiguousRecord, UnknownRecord
    from portfolio.notebook.notebook import Notebook
    from portfolio.notebook.open import open_notebook
    from portfolio.notebook.results import Invalid, Stored

__all__ = ["AmbiguousRecord", "Invalid", "Notebook", "Stored", "UnknownRecord", "open_notebook"]

_MODULES: Final = {
    "AmbiguousRecord": "lookup",
    "Invalid": "results",
    "Notebook": "notebook",
    "Stored": "results",
    "UnknownRecord": "lookup",
    "open_notebook": "open",
}


def __getattr__(name: str) -> Any:
    """Import one of the names of this package. Raises AttributeError for any other."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)

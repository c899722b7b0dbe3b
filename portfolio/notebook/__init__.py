"""What both faces do with a portfolio: open, write down, change, undo, look, share, export. No keys, no arguments.

The names below are imported when they are asked for: the first frame of the app needs only some modules of this
package, and none of the store.
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
    """One of the names of this package. AttributeError for any other."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)

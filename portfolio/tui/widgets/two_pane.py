"""Layout of two panes: a list, with the text of its row beside it on a wide terminal."""

from __future__ import annotations

from typing import Final

from textual.containers import Horizontal
from textual.widget import Widget

WIDE: Final = 100
"""Columns from which two panes are shown side by side."""


class TwoPane(Horizontal):
    """Shows the first pane, the second, or both."""

    DEFAULT_CSS = """
    TwoPane { height: 1fr; }
    TwoPane > .beside { border-left: solid $line; }
    """

    def __init__(self, first: Widget, second: Widget, *, wide: int = WIDE) -> None:
        """`wide` is the number of columns from which both are shown."""
        super().__init__(first, second)
        self._first, self._second, self._wide = first, second, wide

    @property
    def wide(self) -> bool:
        """Whether there is room for both panes."""
        return self.app.size.width >= self._wide

    def lay_out(self, *, second: bool = False, empty: bool = False) -> bool:
        """Show both panes if there is room, else the first, or the `second` one in its place.

        An `empty` second pane is hidden. True when the visible panes have changed.
        """
        before = self._first.display, self._second.display
        now = self.wide or not second, (self.wide or second) and not empty
        self._first.display, self._second.display = now
        self._second.set_class(self.wide, "beside")
        return before != now

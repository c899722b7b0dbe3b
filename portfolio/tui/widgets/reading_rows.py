"""A text with rows in it that can be opened: the cursor goes to a row when it is in sight, else the text moves."""

from __future__ import annotations

from portfolio.tui.widgets.rows import Rows


class ReadingRows(Rows):
    """Rows of which most only say something. The cursor is seen only while the keys are here."""

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show none."""
        self.refresh()

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn."""
        return self.has_focus

    def action_cursor(self, step: int) -> None:
        """To the next row that can be chosen when it is in sight; else the text moves a line."""
        found, top = self._next(self.cursor, step), self.scroll_offset.y
        if found >= 0 and top <= found < top + self.size.height:
            self.cursor = found
        else:
            self.scroll_relative(y=step, animate=False)

    def _show_cursor(self) -> None:
        """A text begins at its first line, wherever its first row is."""
        if self.cursor >= 0 and self.cursor != self._next(-1, 1):
            super()._show_cursor()

"""A text with rows in it that can be opened: the cursor goes to the next such row if visible, else the text scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.tui.widgets.rows import FixedRows, Row, Rows, next_row


class ReadingRows(Rows):
    """Rows of which most are only text. The cursor is drawn only while the widget has focus."""

    _about: str = ""

    @property
    def about(self) -> str:
        """Key of what the text is about; another key shows the text from the top."""
        return self._about

    def show_text(self, rows: Sequence[Row], about: str, *, at: str | None = None) -> None:
        """Show these rows; from the top when `about` differs from before, unless `at` names a row."""
        other = about != self._about
        self._about = about
        self.show_rows(FixedRows(rows), at=at or (about if other else None))
        if other and not at:
            self.scroll_to(0, 0, animate=False)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is drawn."""
        return self.has_focus

    def action_cursor(self, step: int) -> None:
        """Go to the next row that can be chosen if it is visible; else scroll one line."""
        found, top = next_row(self.source, self.cursor, step), self.scroll_offset.y
        if found >= 0 and top <= found < top + self.size.height:
            self.cursor = found
        else:
            self.scroll_relative(y=step, animate=False)

    def _show_cursor(self) -> None:
        """Keep the start of the text visible while the cursor is on its first row."""
        if self.cursor >= 0 and self.cursor != next_row(self.source, -1, 1):
            super()._show_cursor()

"""One record on a screen of its own: its words, and what hangs together with it, each a row that opens the next.

The cursor begins on the record itself: every key is about what the cursor is on.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext, can_change, has_location
from portfolio.tui.records.actions import RecordingScreen
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import Rows


class RecordScreen(RecordingScreen):
    """The record, on top of the place where someone came from."""

    WHERE: ClassVar[str] = "record"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    RecordScreen ReadingRows { padding: 1 2 0 1; scrollbar-gutter: stable; }
    """

    def __init__(self, identity: str) -> None:
        """`identity` is the id of the record."""
        super().__init__()
        self._identity = identity

    def body(self) -> ComposeResult:
        """One text with rows."""
        yield ReadingRows(id="text")

    def show(self, look: AppState) -> None:
        """The record as it is now; one that is gone, or not to be seen now, closes the screen."""
        record, rows = look.records.get(self._identity), self.query_one("#text", ReadingRows)
        if not look.read:
            rows.show_text([], "")
            return
        if record is None:
            self.dismiss(None)
            return
        rows.show_text(record_rows(record, look, rows.room), record.id, at=self.take_landed())
        self.set_focus(rows)

    def situation(self) -> ActionContext:
        """What the cursor is on."""
        key = self.query_one("#text", ReadingRows).key or self._identity
        return self.chosen_in(super().situation(), key)._replace(deeper=True)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.cursor_came()

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open the row that the cursor is on; of the record itself, tell what can be done with it."""
        key = self.query_one("#text", ReadingRows).key
        if key and key != self._identity:
            self.open_record(key)
        elif can_change(self.situation()):
            self.choose_action()
        elif has_location(self.situation()):
            self.action_open_location()

    def action_back(self) -> None:
        """To where someone came from."""
        self.dismiss(None)

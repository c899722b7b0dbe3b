"""One record on a screen of its own: its words, and what hangs together with it, each a row that opens the next.

The cursor begins on the record itself: every key is about what the cursor is on.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import open_actions
from portfolio.tui.records.record_list import RecordText
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.rows import Rows


class RecordScreen(BaseScreen[None]):
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
        self._text = RecordText(id="text")

    def body(self) -> ComposeResult:
        """One text with rows."""
        yield self._text

    def show(self, look: AppState) -> None:
        """The record as it is now; one that is gone, or not to be seen now, closes the screen."""
        record, rows = look.records.get(self._identity), self._text
        if not look.read:
            rows.show_text([], "")
            return
        if record is None:
            self.dismiss(None)
            return
        rows.show_text(record_rows(record, look, rows.room), record.id, at=self.services.session.take_landed())
        self.set_focus(rows)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open the row that the cursor is on; of the record itself, tell what can be done with it."""
        if self._text.key and self._text.key != self._identity:
            self.services.navigator.open_record(self._text.key)
        else:
            open_actions(self, self._text)

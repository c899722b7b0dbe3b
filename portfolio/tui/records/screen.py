"""The screen of one record: its text, and a row for each related record, which opens that record.

The cursor starts on the record itself; actions apply to the record under the cursor.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import open_actions
from portfolio.tui.records.record_list import RecordText
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.rows import Rows


class RecordScreen(BaseScreen[None]):
    """Screen of one record, on top of the place from which it was opened."""

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
        """Lay out one text with rows."""
        yield self._text

    def show(self, state: AppState) -> None:
        """Show the current record; close the screen when it is gone or must not be visible now."""
        record, rows = state.records.get(self._identity), self._text
        if not state.read:
            rows.show_text([], "")
            return
        if record is None:
            self.dismiss(None)
            return
        rows.show_text(record_rows(record, state, rows.room), record.id, at=self.services.session.take_landed())
        self.set_focus(rows)

    def label(self, binding: Binding) -> str:
        """Label Enter by the menu that it shows on the record itself."""
        on_itself = self._text.key in ("", self._identity)
        return "menu" if binding.id == "open" and on_itself else super().label(binding)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Open the related record under the cursor; on the record itself, show its actions."""
        if self._text.key and self._text.key != self._identity:
            self.services.navigator.open_record(self._text.key)
        else:
            open_actions(self, self._text)

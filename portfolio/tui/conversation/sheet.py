"""The sheet for oneself of one conversation, as a page to read; Enter edits the answer under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.entry import QUESTIONS
from portfolio.records.conversations import Conversation
from portfolio.tui.conversation.sheet_rows import ALL, sheet_rows
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import Rows


class SheetScreen(BaseScreen[None]):
    """Screen on top of the Conversation place, for the user alone."""

    WHERE: ClassVar[str] = "sheet"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SheetScreen ReadingRows { padding: 1 2 0 1; scrollbar-gutter: stable; }
    """

    def __init__(self, conversation: str) -> None:
        """`conversation` is the id of the conversation."""
        super().__init__()
        self._conversation_id = conversation
        self._text = ReadingRows(id="text")

    def body(self) -> ComposeResult:
        """Lay out the page."""
        yield self._text

    def show(self, state: AppState) -> None:
        """Show the answers; close in Over the shoulder or when the conversation is gone."""
        conversation = state.records.find(Conversation, self._conversation_id)
        if not state.read:
            self._text.show_text([], "")
            return
        if conversation is None or not state.alone:
            self.dismiss(None)
            return
        rows = sheet_rows(conversation, state, self._text.room)
        first = next((row.key for row in rows if row.key), "")
        self._text.show_text(rows, self._conversation_id, at=None if self._text.key else first)
        self.set_focus(self._text)

    def current_context(self) -> ActionContext:
        """Return the context of the keys, with the answer under the cursor."""
        return super().current_context()._replace(row=self._text.key)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Edit the answer under the cursor, or go through all of them."""
        conversation = self.services.state.records.find(Conversation, self._conversation_id)
        if conversation is not None and self._text.key:
            navigator = self.services.navigator
            way = QUESTIONS if self._text.key == ALL else self._text.key
            navigator.open_entry(navigator.to_change(conversation).asked(way))

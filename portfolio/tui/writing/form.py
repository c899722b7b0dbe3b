"""Form with every field of one record, one field per line. Fields that are not changed stay as stored.

Enter goes to the next field and saves at the last one; Ctrl+S saves from any field; Escape asks what to do with
changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.entry import Entry
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.shell.flow import flow
from portfolio.tui.writing.form_field import FocusLine
from portfolio.tui.writing.form_fields import FormFields
from portfolio.tui.writing.leave import ask_how_to_leave, leave, throw_away
from portfolio.tui.writing.save import save
from portfolio.tui.writing.screen import WritingScreen

if TYPE_CHECKING:
    from portfolio.records.problems import Problem
    from portfolio.tui.services.state import AppState


class FormScreen(WritingScreen):
    """Form of one record, new or existing."""

    WHERE: ClassVar[str] = "form"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    def __init__(self, entry: Entry, at: str = "") -> None:
        """`entry` is a new entry, a stored record, or a draft; the form starts in field `at`."""
        super().__init__(entry)
        self._begins_at = at
        self.fields: Final = FormFields(self.open)

    def body(self) -> ComposeResult:
        """Lay out the fields below each other."""
        yield self.fields

    def on_mount(self) -> None:
        """Focus the field that was asked for, or else the first empty one of a new record."""
        self.fields.focus_first(self._begins_at)

    def show(self, state: AppState) -> None:
        """Show the head, the fields and their notes."""
        self.fields.show(state)

    def current_context(self) -> ActionContext:
        """Return the context for key conditions: what Enter does where the focus is."""
        return super().current_context()._replace(enter=self.fields.enter)

    def gather(self) -> None:
        """Keep the text in every box."""
        self.fields.gather()

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Show each problem at its field and focus the first."""
        await self.fields.show_problems(found)
        message = self.words("Not saved yet. What you typed is kept. Look at what is marked.")
        self.services.status.say(message, "wrong")

    def action_next_field(self) -> None:
        """Go to the next field, also from a long text, where Enter starts a new line."""
        self.fields.next_field()

    @on(FocusLine.Pressed, "#save")
    def action_save(self) -> None:
        """Save, or show each problem at its field."""
        save(self)

    @flow
    async def action_back(self) -> None:
        """Leave; after a change, ask what to do with it."""
        answer = await ask_how_to_leave(self)
        if answer == "save":
            save(self)
        elif answer == "later":
            leave(self)
        elif answer == "drop":
            throw_away(self, self.fields.keys)
